/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of the plan of a table. */
#pragma once

#include "etp-sheet-cell.h"
#include "etp-sheet-plan.h"

G_BEGIN_DECLS

/* A column or row past the heads. */
typedef struct
{
  EtpNode *node; /* owned: the phase or lane of that name; NULL: none */
  char *name; /* never empty */
  gboolean is_continued; /* the same phase or lane as the one before */
  gboolean
      is_renamed; /* the node is the only phase of a blank map, and is called so from then on */
  int kind; /* rows */
  gboolean is_corrected; /* somebody chose the kind */
} EtpSheetHead;

/* Guessing a scale reads a whole row. */
struct EtpSheetScaleOf
{
  guint row; /* G_MAXUINT: none */
  EtpSheetScale scale;
};

struct _EtpSheetPlan
{
  EtpSheet *sheet; /* owned */
  EtpSheet *unturned; /* owned: as it came, while the sheet is turned; else NULL */
  EtpJourney *journey; /* owned */
  EtpNode *lane, *phase; /* owned or NULL: where a table without heads begins */
  gboolean has_head_row, has_head_column;
  guint64 serial; /* of the journey in which its phases and lanes were looked for */
  GArray *columns, *rows; /* of EtpSheetHead */
  char *today; /* YYYY-MM-DD */
  struct EtpSheetScaleOf *scale; /* owned: the last that was asked for */
};

/* The kind of the lane that a row goes into, or ETP_SHEET_LEAVE_OUT. */
int etp_sheet_plan_get_effective_kind (const EtpSheetPlan *self, guint row);
/* Of a phase or lane. */
gboolean etp_sheet_is_hidden (EtpNode *node);
/* The first lane of the map that is of a kind, rather one that is shown; NULL: none. Borrowed. */
EtpNode *etp_sheet_find_lane_of (EtpJourney *journey, int kind);
/* The lines of a cell, without the signs of lists; of a row of channels or metrics its parts. */
GPtrArray *etp_sheet_split_cell (const char *cell, int kind);
/* The scale of the numbers of a row (from the sheet's first) of feelings and those that go on with it. */
EtpSheetScale etp_sheet_plan_get_scale (const EtpSheetPlan *self, guint row);
/* The kind that a row has, seen from what is in it; kind: guessed from its name. */
int etp_sheet_plan_judge (const EtpSheetPlan *self, guint row, int kind);

/* A cell as a name: in one line, without the number that the map writes itself ("1. Use"). New. */
char *etp_sheet_make_name (const char *cell);
/* The phase or lane of the map that is called so, rather one that is shown; NULL: none. Borrowed. */
EtpNode *etp_sheet_plan_find (const EtpSheetPlan *self, EtpListKind list, const char *name);
/* Titles and empty rows above the table; whether the first row past them, and the first column, hold
 * names. The head row comes before the head column. */
guint etp_sheet_plan_guess_n_above (const EtpSheetPlan *self);
gboolean etp_sheet_plan_guess_head_row (const EtpSheetPlan *self);
gboolean etp_sheet_plan_guess_head_column (const EtpSheetPlan *self);
/* The same name, whatever its case and spaces. */
gboolean etp_sheet_is_same_name (const char *a, const char *b);
/* The head of a column or row; of one that is continued, the first's. */
const EtpSheetHead *etp_sheet_head_get (const GArray *heads, guint index);

G_END_DECLS
