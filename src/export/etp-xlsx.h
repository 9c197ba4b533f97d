/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: parts of a workbook. */
#pragma once

#include <xlsxwriter.h>

#include "etp-grid.h"

G_BEGIN_DECLS

/* What Excel can hold. */
#define ETP_XLSX_MAX_CELL 32767 /* UTF-16 units */
#define ETP_XLSX_MAX_ROWS 1048576 /* the heads are one */
#define ETP_XLSX_MAX_SHEET_NAME 31 /* UTF-16 units */

/* A text as a cell may hold it: without control characters and what XML does not know; what looks
 * like the file format's own escapes ("_x0041_") escaped; at most as long as a cell, with an
 * ellipsis where it was cut, which adds 1 to n_cut. New. */
char *etp_xlsx_dup_text (const char *text, guint *n_cut);
/* A name that a sheet may have and none of used (a set of casefolded names, to which it is added)
 * has. New. */
char *etp_xlsx_dup_sheet_name (const char *name, GHashTable *used);

/* What stands above each printed page: the journey's title, as headers are written. New. */
char *etp_xlsx_dup_header (const char *title);

typedef struct
{
  lxw_workbook *book;
  char *header; /* owned */
  lxw_format *head, *key; /* of the two lines of a column's head */
  lxw_format *formats[ETP_GRID_FEELING + 1]; /* of cells, by type */
  lxw_format *long_text;
  GHashTable *names; /* of sheets */
  guint n_cut; /* texts that were too long */
} EtpXlsx;

/* title, currency: as the journey has them. german: amounts have their sign behind them. */
void etp_xlsx_init (
    EtpXlsx *self, lxw_workbook *book, const char *title, const char *currency, gboolean german);
void etp_xlsx_clear (EtpXlsx *self);

/* TRUE if a sheet has room for so many rows and the heads; else sets the error. */
gboolean etp_xlsx_check_rows (const char *title, guint n_rows, GError **error);
/* A sheet with a table. */
gboolean
etp_xlsx_add_sheet (EtpXlsx *self, EtpGrid *grid, GCancellable *cancellable, GError **error);

G_END_DECLS
