/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Capturing: notes are typed in one line, each with a code before it that says where it belongs.
 * "3g text" goes into phase 3 and lane g, "2.3 text" under step 2.3 in the lane that was used last,
 * "p text" into the parking lot, plain text to where the note before went. A code is followed by a
 * blank or by nothing, and must name something that is there; anything else is text: "3 customers
 * wait", "24h support". Only where a code just misses what is there ("7b text" with six phases, a phase that is
 * hidden) the note goes to the parking lot, code and all: it is more likely a slip than a number of
 * something, and in the cell of the note before nobody would look for it. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* Where a note goes. */
typedef struct
{
  EtpNode *lane, *phase; /* borrowed; both NULL: the parking lot */
  EtpNode *step; /* borrowed; under which it is aligned, or NULL */
} EtpCaptureTarget;

typedef enum
{
  ETP_CAPTURE_PLAIN, /* there is no code */
  ETP_CAPTURE_CELL,
  ETP_CAPTURE_STEP,
  ETP_CAPTURE_PARKED,
} EtpCaptureCode;

/* What a line says, whatever there is in a journey. */
typedef struct
{
  EtpCaptureCode code;
  guint phase; /* number, from 1 */
  guint lane; /* index among those with a letter */
  guint step; /* number in its phase, from 1 */
  const char *text; /* into the line, behind the code and its blanks */
} EtpCaptureLine;

void etp_capture_parse (const char *line, EtpCaptureLine *parsed);

/* The lanes that are shown and take notes, which a, b, c … stand for in their order; those behind z
 * have no letter. New array of borrowed nodes. */
GPtrArray *etp_capture_list_lanes (EtpJourney *journey);
/* The phases that are shown. */
GPtrArray *etp_capture_list_phases (EtpJourney *journey);
gboolean etp_capture_takes_notes (EtpNode *lane);
/* "3" for a phase, "g" for a lane; "" for what has no code. Newly allocated. */
char *etp_capture_dup_letter (EtpNode *node);

/* TRUE: the line begins with a code of a place that is not there, but near to one that is. It goes to the
 * parking lot, and only it does; without text behind the code it goes nowhere. */
gboolean etp_capture_is_astray (EtpJourney *journey, const char *line);
/* Where a line goes and what its text is (into the line). last: where the note before went. */
const char *etp_capture_resolve (EtpJourney *journey,
                                 const char *line,
                                 const EtpCaptureTarget *last,
                                 EtpCaptureTarget *target);
/* The same target in the journey as it is now: what is gone or hidden goes to the parking lot. */
void etp_capture_check (EtpJourney *journey, EtpCaptureTarget *target);
/* Where notes go until somebody says where: into the first phase, and there into the first lane of steps or
 * notes, as a note is no picture; else into the first that takes any. FALSE: there is none. */
gboolean etp_capture_find_first (EtpJourney *journey, EtpCaptureTarget *target);
/* The next phase (columns 1, −1) or lane (rows); FALSE: there is none in that direction. From the
 * parking lot to the first cell, or, from the left edge, to the parking lot. */
gboolean etp_capture_move (EtpJourney *journey, EtpCaptureTarget *target, int columns, int rows);
/* "3g", "2.3" or "P"; newly allocated. */
char *etp_capture_dup_code (EtpJourney *journey, const EtpCaptureTarget *target);
/* "Decision › Thoughts", "2.3 Call the service › Thoughts"; newly allocated. */
char *etp_capture_dup_words (EtpJourney *journey, const EtpCaptureTarget *target);

G_END_DECLS
