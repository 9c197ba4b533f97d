/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For the files of the intake alone. */
#pragma once

#include "etp-intake.h"
#include "etp-window-private.h"
#include "import/etp-sheet.h"

G_BEGIN_DECLS

struct _EtpIntake
{
  EtpWindow *window; /* owned reference */
  EtpJourney *journey; /* owned: that it is meant for */
  EtpNode *lane, *phase; /* owned; NULL: not on a place for cards */
  guint index;
  EtpNode *step; /* owned: that notes come under; NULL: under none */
  gboolean step_is_pointed;
  gboolean unfolds; /* what is collapsed where cards come */
  GPtrArray *files; /* of GFile, still to be read */
  guint kind; /* of the file that is being read */
  GArray *rows; /* of Row */
  guint n_lines, n_lines_taken; /* that could become cards; that do */
  guint n_files, n_files_taken;
  char *failure; /* what went wrong first */
};

/* FALSE: the map that it is meant for is not shown any more, or its window is closed. What is typed on
 * it meanwhile ends: a new card that is left blank is taken back, with all that was done since it
 * came. */
gboolean etp_intake_reach_map (const EtpIntake *self);
/* The step that notes come under, if it is there still; NULL: under none. Borrowed. */
EtpNode *etp_intake_get_step (const EtpIntake *self);
/* An address in the web and nothing else; NULL is none. */
gboolean etp_intake_is_web_address (const char *text);
/* A card for each line, which is what it is; of every cell. */
void etp_intake_add_lines (EtpIntake *self, const char *text);
void etp_intake_add_column (EtpIntake *self, const EtpSheet *sheet);
/* Asks in a dialog what becomes of the sheet; takes it. */
void etp_intake_offer_sheet (const EtpIntake *self, EtpSheet *sheet);
/* Everything is read: puts it onto the map and frees the intake. */
void etp_intake_end (EtpIntake *self);
/* Says how many of the nodes came to the parking lot, where they are not seen. */
void etp_intake_tell_parked (EtpIntake *self, GPtrArray *nodes);

G_END_DECLS
