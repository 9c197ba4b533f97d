/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_SEVERITY_ERROR, /* wrong: out of range, not of its form, naming what is not there */
  ETP_SEVERITY_WARNING, /* cannot be shown as it stands: a note under what is no step */
  ETP_SEVERITY_HINT, /* perhaps not meant like that: an entry that is there twice */
} EtpSeverity;

typedef struct
{
  char *id; /* of the node; "" for the journey */
  char *path; /* JSON pointer in the document: "/cards/17/lane" */
  EtpSeverity severity;
  char *message; /* a whole translated sentence */
} EtpFinding;

/* No more findings than this are reported. */
#define ETP_CHECK_MAX_FINDINGS 10000

/* TRUE if there is nothing to say. findings (or NULL) gets an array of EtpFinding in document
 * order, to be unreffed, in any case. */
gboolean etp_check (EtpJourney *journey, GPtrArray **findings);

/* Aborts if the journey contradicts itself: index, lists, positions, outline, counted size. For
 * tests; slow. */
void etp_journey_assert_valid (EtpJourney *journey);

G_END_DECLS
