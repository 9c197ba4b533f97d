/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of the plan of a table. */
#pragma once

#include "etp-sheet-plan.h"

G_BEGIN_DECLS

/* A column or row past the heads. */
typedef struct
{
  EtpNode *node; /* owned: the phase or lane of that name; NULL: none */
  char *name; /* never empty */
  gboolean is_continued; /* the same phase or lane as the one before */
  int kind; /* rows */
} EtpSheetHead;

struct _EtpSheetPlan
{
  EtpSheet *sheet; /* owned */
  EtpJourney *journey; /* owned */
  EtpNode *lane, *phase; /* owned or NULL: where a table without heads begins */
  gboolean has_head_row, has_head_column;
  GArray *columns, *rows; /* of EtpSheetHead */
};

/* The same name, whatever its case and spaces. */
gboolean etp_sheet_is_same_name (const char *a, const char *b);
/* The head of a column or row; of one that is continued, the first's. */
const EtpSheetHead *etp_sheet_head_get (const GArray *heads, guint index);

G_END_DECLS
