/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a table becomes on a map: phases across, lanes down, each line of a cell a card; in rows of
 * feelings, channels, metrics and measures, each line is one of these (etp-sheet-cell.h). Phases and
 * lanes of the map are found by their names; what is missing is made. What is guessed (rows
 * above the table, head row, head column, kinds of lanes) can be corrected. */
#pragma once

#include "etp-sheet.h"
#include "model/etp-enums.h"
#include "model/etp-journey.h"

G_BEGIN_DECLS

/* What a row of the table becomes: an EtpLaneKind for a new lane, or: */
#define ETP_SHEET_INTO_LANE (-1) /* it goes into the lane of the map that it is meant for */
#define ETP_SHEET_LEAVE_OUT (-2)

typedef struct _EtpSheetPlan EtpSheetPlan;

/* Takes the sheet. lane and phase (or NULL): where a table without heads begins. Nodes that go
 * meanwhile make etp_sheet_plan_apply () fail, and nothing else. */
EtpSheetPlan *
etp_sheet_plan_new (EtpSheet *sheet, EtpJourney *journey, EtpNode *lane, EtpNode *phase);
void etp_sheet_plan_free (EtpSheetPlan *self);

const EtpSheet *etp_sheet_plan_get_sheet (const EtpSheetPlan *self);
gboolean etp_sheet_plan_get_head_row (const EtpSheetPlan *self);
gboolean etp_sheet_plan_get_head_column (const EtpSheetPlan *self);
/* These guess the rest anew. n_rows: above the table, such as a title (etp_sheet_set_n_above ()). */
void etp_sheet_plan_set_n_above (EtpSheetPlan *self, guint n_rows);
void etp_sheet_plan_set_head_row (EtpSheetPlan *self, gboolean has_one);
void etp_sheet_plan_set_head_column (EtpSheetPlan *self, gboolean has_one);

/* Rows and columns of the sheet that are no heads. */
guint etp_sheet_plan_get_first_row (const EtpSheetPlan *self);
guint etp_sheet_plan_get_first_column (const EtpSheetPlan *self);
/* What a column's phase, or a row's lane, is called; never "". */
const char *etp_sheet_plan_get_phase_name (const EtpSheetPlan *self, guint column);
const char *etp_sheet_plan_get_lane_name (const EtpSheetPlan *self, guint row);
/* TRUE if there is such a phase or lane on the map. */
gboolean etp_sheet_plan_has_phase (const EtpSheetPlan *self, guint column);
gboolean etp_sheet_plan_has_lane (const EtpSheetPlan *self, guint row);
/* What the lane of the map that a row goes into is called there; new, NULL: a new lane. */
char *etp_sheet_plan_dup_lane (const EtpSheetPlan *self, guint row);
/* TRUE if the row goes on with the lane of the row above, because it has no head of its own. */
gboolean etp_sheet_plan_is_continued (const EtpSheetPlan *self, guint row);
int etp_sheet_plan_get_kind (const EtpSheetPlan *self, guint row);
void etp_sheet_plan_set_kind (EtpSheetPlan *self, guint row, int kind);

/* Looks for phases and lanes anew if the journey has changed since; what was corrected stays as far as
 * it makes sense. FALSE if it has not. */
gboolean etp_sheet_plan_update (EtpSheetPlan *self);

/* TRUE if rows of this kind can be made: all but lines that part lanes. */
gboolean etp_sheet_takes_kind (int kind);
/* What a cell becomes, in words: as it is written, or as it is understood. New. */
char *etp_sheet_plan_dup_told (const EtpSheetPlan *self, guint row, guint column);
/* Rows become columns, or again what they were, and everything is guessed anew. What a turned table
 * has not, as the rows above, is there again when it is turned back. FALSE if the
 * table is too wide for that. */
gboolean etp_sheet_plan_turn (EtpSheetPlan *self, GError **error);

typedef struct
{
  guint n_phases, n_lanes; /* new ones */
  guint n_cards, n_feelings, n_channels, n_metrics, n_measures;
} EtpSheetCounts;

void etp_sheet_plan_count (const EtpSheetPlan *self, EtpSheetCounts *counts);

/* One step; cards gets the new ones, borrowed. Errors: of ETP_MODEL_ERROR. */
gboolean etp_sheet_plan_apply (const EtpSheetPlan *self, GPtrArray *cards, GError **error);

/* The kind that a lane called so probably has, in German or English; ETP_LANE_KIND_TEXT if nothing
 * is known of it. */
EtpLaneKind etp_sheet_guess_kind (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpSheetPlan, etp_sheet_plan_free)

G_END_DECLS
