/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table as spreadsheets put it on the clipboard. As text: lines of cells with tabs between; a cell
 * with a line break, a tab or quotes may stand in quotes, its own quotes doubled. Quotes that do not
 * end at a cell's end are text. As HTML: the largest table of it, cells alone, as plain text; what is
 * merged stands in its first cell. What it holds stays as it is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ETP_SHEET_ERROR (etp_sheet_error_quark ())

typedef enum
{
  ETP_SHEET_ERROR_EMPTY,
  ETP_SHEET_ERROR_TOO_LARGE,
} EtpSheetError;

GQuark etp_sheet_error_quark (void);

#define ETP_SHEET_MAX_ROWS 1000
#define ETP_SHEET_MAX_COLUMNS 200
#define ETP_SHEET_MAX_BYTES (8 * 1024 * 1024) /* of HTML, and of a table's file */

typedef struct _EtpSheet EtpSheet;

/* TRUE for a text that more than one column can be made of: parted by tabs, or a table of Markdown.
 * A list, whose signs word processors part by tabs from its lines, is none. */
gboolean etp_sheet_is_table (const char *text);
/* The line behind the sign of a list: "• ", "- ", "- [ ] " …; the line itself if it has none. */
const char *etp_sheet_skip_list_sign (const char *line);

/* What the bytes of a text file say: UTF-8, UTF-16 with a byte order mark, else Windows-1252; new, without
 * the mark. Any bytes may be given; NULL: they are no text. */
char *etp_sheet_dup_text (const char *bytes, gsize length);

/* Empty rows and columns at the edges are left out, and blanks around cells. NULL with an
 * ETP_SHEET_ERROR whose message is for people. */
EtpSheet *etp_sheet_new (const char *text, GError **error);
/* The same from a text of one column, of whose cells in quotes one has several lines. NULL: it is none, and
 * its lines and its quotes are what they are. */
EtpSheet *etp_sheet_new_from_column (const char *text);
/* The same from a file: cells are parted by commas, semicolons or tabs, whatever its first line has most
 * of. Any bytes may be given. */
EtpSheet *etp_sheet_new_from_csv (const char *bytes, gsize length, GError **error);
/* The same from HTML in UTF-8, or in UTF-16 with a byte order mark; any bytes may be given. Nothing is
 * interpreted but tables, cells and where lines end. */
EtpSheet *etp_sheet_new_from_html (const char *html, gsize length, GError **error);
/* The one of two readings of the same table that says more: takes both, either may be NULL. HTML
 * knows line breaks and what is merged, so it is preferred unless it holds less. */
EtpSheet *etp_sheet_choose (EtpSheet *from_html, EtpSheet *from_text);
void etp_sheet_free (EtpSheet *self);

guint etp_sheet_get_n_rows (const EtpSheet *self);
guint etp_sheet_get_n_columns (const EtpSheet *self);
/* Lines end with \n; "" for a cell that is not there. */
const char *etp_sheet_get (const EtpSheet *self, guint row, guint column);
/* How many columns a cell covers; 1 for most. */
guint etp_sheet_get_span (const EtpSheet *self, guint row, guint column);
/* Cells with something in them. */
guint etp_sheet_count (const EtpSheet *self);
/* The first n_rows of those that were read are left out, such as a title above the table; one row stays
 * at least. Rows count from the first that is not left out. */
void etp_sheet_set_n_above (EtpSheet *self, guint n_rows);
guint etp_sheet_get_n_above (const EtpSheet *self);
/* Rows become columns: a new sheet, in which what covers several rows covers as many columns. */
EtpSheet *etp_sheet_turn (const EtpSheet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpSheet, etp_sheet_free)

G_END_DECLS
