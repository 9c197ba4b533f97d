/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the readers of tables. */
#pragma once

#include "etp-sheet.h"

G_BEGIN_DECLS

/* etp_sheet_make_key () of a cell → how many columns, or rows, it covers, where it is more than one; owned,
 * NULL: one each. */
typedef struct
{
  GHashTable *columns, *lines;
} EtpSheetSpans;

void etp_sheet_spans_clear (EtpSheetSpans *spans);

/* Where a cell stands, as the key of a table of spans. */
gpointer etp_sheet_make_key (guint row, guint column);

/* The rows of a text, of GPtrArray of strings, cells being parted by separator. */
GPtrArray *etp_sheet_read_rows (const char *text, char separator);

/* rows: of GPtrArray of strings. Takes them and what is in spans (or NULL). Errors: ETP_SHEET_ERROR. */
EtpSheet *etp_sheet_new_take (GPtrArray *rows, EtpSheetSpans *spans, GError **error);

/* The character that a reference such as "&auml;" or "&#228;" stands for, text being at the "&" and not
 * going past end; 0: it is none. behind gets what follows it. */
gunichar etp_html_read_reference (const char *text, const char *end, const char **behind);

G_END_DECLS
