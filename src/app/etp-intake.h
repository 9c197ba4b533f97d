/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes from outside, dropped or pasted, and becomes cards: texts, pictures, files and pieces of
 * other maps. Files are read one after the other without blocking; then everything is put onto the
 * map with one verb. It belongs to the map that was shown when it came: if the window shows another
 * one by then or is closed, nothing happens. */
#pragma once

#include "etp-window.h"
#include "model/etp-node.h"
#include "paint/etp-image-import.h"

G_BEGIN_DECLS

typedef struct _EtpIntake EtpIntake;

/* For the map that the window shows; lane and phase: where it goes, or NULL for both; index: before
 * the index-th card there, G_MAXUINT for the end. */
EtpIntake *etp_intake_new (EtpWindow *window, EtpNode *lane, EtpNode *phase, guint index);
/* Side by side: new notes come under this step of the phase; NULL: under none. Notes of a map come under
 * it if it was pointed at or their own is not there. */
void etp_intake_set_step (EtpIntake *self, EtpNode *step, gboolean is_pointed);
/* Cards are seen where they come: a lane or phase of theirs that is collapsed by then unfolds in the same
 * step. */
void etp_intake_set_unfolds (EtpIntake *self, gboolean unfolds);
void etp_intake_free (EtpIntake *self);

EtpWindow *etp_intake_get_window (const EtpIntake *self);
gboolean etp_intake_has_place (const EtpIntake *self);
gboolean etp_intake_takes_cards (const EtpIntake *self); /* the place is there and shows cards */
/* The place is there, and lines of a text become something that is seen there: cards or measures. */
gboolean etp_intake_takes_lines (const EtpIntake *self);

/* A card, in a lane of measures a measure, for each line; lines that a spreadsheet put into quotes,
 * because they are of one cell, are freed of these. */
void etp_intake_add_text (EtpIntake *self, const char *text);
/* TRUE if text has more than one line, blank ones at its ends aside, or is a table. */
gboolean etp_intake_is_list (const char *text);
void etp_intake_add_files (EtpIntake *self, GSList *files); /* of GFile; maps are opened at once */
void etp_intake_add_picture (EtpIntake *self, const EtpImage *image);
/* What went wrong is told at the end; file: with what, or NULL. */
void etp_intake_fail (EtpIntake *self, GFile *file, const GError *error);
/* A table of several columns: asks in a dialog how it becomes phases, lanes and cards. text: as plain
 * text, html: as HTML; of what there is (NULL: not) the better one counts. TRUE: it was a table, and
 * all has been done or told. */
gboolean etp_intake_offer_table (EtpIntake *self, const char *text, GBytes *html);
/* Reads what is to be read, puts all of it onto the map and frees the intake. */
void etp_intake_run (EtpIntake *self);

/* A fragment's bytes, at once; title: what undo is called. Takes nothing. */
void etp_intake_put_fragment (EtpIntake *self, GBytes *bytes, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpIntake, etp_intake_free)

G_END_DECLS
