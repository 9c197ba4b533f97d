/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-xlsx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-iso.h"

/* One table as a sheet: the heads stay in sight, each with the column's key below in small; a
 * column in which nothing stands is hidden, so that what is there is seen. */

#define NARROWEST 9.0 /* of columns, in digits */
#define WIDEST 34.0
#define WIDTH_OF_LONG 56.0 /* of a text of several lines */
#define WIDTH_OF_PAGE 190.0 /* that is still read when it is fitted to one */
#define LINE_HEIGHT 15.0 /* points */
#define HIGHEST 405.0 /* that a row can be */
#define HEAD_HEIGHT 44.0 /* points: two lines of a label and one of the key */

static const char *
get_sign (const char *currency)
{
  static const char *const signs[][2] = { { "EUR", "€" }, { "USD", "$" },  { "GBP", "£" },
                                          { "JPY", "¥" }, { "PLN", "zł" }, { "CZK", "Kč" } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (signs[i][0], currency) == 0)
      return signs[i][1];
  return currency;
}

/* "#,##0.00 "€""; what is no code of a currency is left out. */
static char *
dup_money_format (const char *currency, gboolean german)
{
  if (strlen (currency) != 3 || strspn (currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
    return g_strdup ("#,##0.00");
  if (german || get_sign (currency) == currency)
    return g_strdup_printf ("#,##0.00 \"%s\"", get_sign (currency));
  return g_strdup_printf ("\"%s\"#,##0.00", get_sign (currency));
}

static lxw_format *
add_format (lxw_workbook *book, const char *number_format)
{
  lxw_format *format = workbook_add_format (book);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (number_format != NULL)
    format_set_num_format (format, number_format);
  return format;
}

void
etp_xlsx_init (
    EtpXlsx *self, lxw_workbook *book, const char *title, const char *currency, gboolean german)
{
  g_autofree char *money = dup_money_format (currency, german);
  g_autofree char *yes = g_strdup_printf ("\"%s\"", _ ("yes"));

  self->book = book;
  self->header = etp_xlsx_dup_header (title);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->head = add_format (book, NULL);
  format_set_bold (self->head);
  format_set_text_wrap (self->head);
  format_set_bg_color (self->head, 0xe9eef6);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  self->key = add_format (book, NULL);
  format_set_font_size (self->key, 8);
  format_set_font_color (self->key, 0x5d5d65);
  self->formats[ETP_GRID_TEXT] = add_format (book, NULL);
  self->formats[ETP_GRID_NUMBER] = add_format (book, NULL);
  self->formats[ETP_GRID_MONEY] = add_format (book, money);
  self->formats[ETP_GRID_SHARE] = add_format (book, "0.0%");
  self->formats[ETP_GRID_DATE] = add_format (book, NULL);
  format_set_num_format_index (self->formats[ETP_GRID_DATE],
                               14); /* as the reader's country has it */
  /* Excel says so in its own words; other programs would show a 1. */
  self->formats[ETP_GRID_BOOLEAN] = add_format (book, yes);
  format_set_align (self->formats[ETP_GRID_BOOLEAN], LXW_ALIGN_CENTER);
  self->formats[ETP_GRID_FEELING] = add_format (book, "+0.0;-0.0;0.0");
  format_set_align (self->formats[ETP_GRID_FEELING], LXW_ALIGN_CENTER);
  self->long_text = add_format (book, NULL);
  format_set_text_wrap (self->long_text);
}

void
etp_xlsx_clear (EtpXlsx *self)
{
  g_clear_pointer (&self->header, g_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

gboolean
etp_xlsx_check_rows (const char *title, guint n_rows, GError **error)
{
  if (n_rows < ETP_XLSX_MAX_ROWS)
    return TRUE;
  g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_TOO_LARGE,
               /* Translators: %s is the name of a sheet, the first number how many rows it would
                * have, the second how many a sheet may have. */
               _ ("“%s” would have %u rows; a sheet may have %u."), title, n_rows,
               ETP_XLSX_MAX_ROWS - 1);
  return FALSE;
}

/* FALSE: a day before 1900, which spreadsheets do not know. */
static gboolean
write_date (
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *iso, lxw_format *format)
{
  lxw_datetime date = { 0 };

  if (!etp_iso_parse_date (iso, &date.year, &date.month, &date.day) || date.year < 1900)
    return FALSE;
  worksheet_write_datetime (sheet, row, column, &date, format);
  return TRUE;
}

static void
write_text (EtpXlsx *self,
            lxw_worksheet *sheet,
            lxw_row_t row,
            lxw_col_t column,
            const char *text,
            lxw_format *format)
{
  g_autofree char *fit = etp_xlsx_dup_text (text, &self->n_cut);

  worksheet_write_string (sheet, row, column, fit, format);
}

/* Lines that a cell takes in a column so wide, about: letters are not all as wide as digits. */
static guint
count_lines (const EtpGridCell *cell, double width)
{
  const char *text = cell->text;
  guint n = 0;

  if (cell->type != ETP_GRID_TEXT)
    return 1;
  do
    {
      gsize length = strcspn (text, "\n");

      n += 1 + (guint) ((double) g_utf8_strlen (text, (gssize) length) * 1.08 / width);
      text += length + (text[length] == '\n');
    }
  while (*text != '\0');
  return n;
}

static void
write_cell (EtpXlsx *self,
            lxw_worksheet *sheet,
            lxw_row_t row,
            lxw_col_t c,
            double width,
            const EtpGridCell *cell)
{
  lxw_format *format = self->formats[cell->type];

  switch (cell->type)
    {
    case ETP_GRID_EMPTY:
      break;
    case ETP_GRID_TEXT:
      write_text (self, sheet, row, c, cell->text,
                  count_lines (cell, width) > 1 ? self->long_text : format);
      break;
    case ETP_GRID_DATE:
      if (!write_date (sheet, row, c, cell->text, format))
        write_text (self, sheet, row, c, cell->text, self->formats[ETP_GRID_TEXT]);
      break;
    case ETP_GRID_BOOLEAN:
      worksheet_write_boolean (sheet, row, c, TRUE, format);
      break;
    case ETP_GRID_NUMBER:
    case ETP_GRID_MONEY:
    case ETP_GRID_SHARE:
    case ETP_GRID_FEELING:
      worksheet_write_number (sheet, row, c, cell->number, format);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Digits that a cell takes, about. */
static double
get_width (const EtpGridCell *cell)
{
  const char *text = cell->text;
  double widest = 0;

  if (cell->type != ETP_GRID_TEXT)
    return cell->type == ETP_GRID_DATE ? 11 : NARROWEST;
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");

      widest = MAX (widest, (double) g_utf8_strlen (text, (gssize) MIN (length, 400)));
      text += length + (text[length] == '\n');
    }
  return widest;
}

static void
write_head (EtpXlsx *self, lxw_worksheet *sheet, lxw_col_t c, const EtpGridColumn *column)
{
  g_autofree char *label = etp_xlsx_dup_text (column->label, &self->n_cut);
  g_autofree char *key = g_strdup_printf ("\n[%s]", column->key);
  lxw_rich_string_tuple first = { self->head, label };
  lxw_rich_string_tuple second = { self->key, key };
  lxw_rich_string_tuple *parts[] = { &first, &second, NULL };

  worksheet_write_rich_string (sheet, 0, c, parts, self->head);
  if (column->note != NULL)
    worksheet_write_comment (sheet, 0, c, column->note);
}

/* The curve as colours: the worst red, the best green. */
static void
color_feelings (lxw_worksheet *sheet, lxw_col_t column, lxw_row_t last_row)
{
  lxw_conditional_format scale = {
    .type = LXW_CONDITIONAL_3_COLOR_SCALE,
    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .min_value = -2,
    .mid_value = 0,
    .max_value = 2,
    .min_color = 0xf2a7a0,
    .mid_color = 0xfffffe,
    .max_color = 0x9fd8b4,
  };

  worksheet_conditional_format_range (sheet, 1, column, last_row, column, &scale);
}

/* How wide a column is whose widest cell has this width; in digits. */
static double
choose_width (const EtpGridColumn *column, double content)
{
  double label = (double) g_utf8_strlen (column->label, -1) + 3; /* the button of the filter */
  double key = (double) strlen (column->key) * 0.75 + 2;

  return CLAMP (MAX (content * 1.08 + 1, MIN (MAX (label, key), 26)), NARROWEST,
                column->is_long ? WIDTH_OF_LONG : WIDEST);
}

/* Returns how wide the visible columns are together. */
static double
set_columns (lxw_worksheet *sheet, const EtpGrid *grid, const double *widths, const gboolean *used)
{
  lxw_row_t n_rows = etp_grid_get_n_rows (grid);
  double sum = 0;

  for (guint c = 0; c < etp_grid_get_n_columns (grid); c++)
    {
      lxw_row_col_options options = { .hidden = n_rows > 0 && !used[c] };

      worksheet_set_column_opt (sheet, (lxw_col_t) c, (lxw_col_t) c, widths[c], NULL, &options);
      if (etp_grid_get_column (grid, c)->type == ETP_GRID_FEELING && n_rows > 0)
        color_feelings (sheet, (lxw_col_t) c, n_rows);
      sum += options.hidden ? 0 : widths[c];
    }
  return sum;
}

/* On paper a wide table goes over several pages side by side. */
static void
set_up (EtpXlsx *self, lxw_worksheet *sheet, const EtpGrid *grid, lxw_row_t last_row, double width)
{
  worksheet_set_row (sheet, 0, HEAD_HEIGHT, NULL);
  worksheet_freeze_panes (sheet, 1, 1);
  worksheet_autofilter (sheet, 0, 0, last_row, (lxw_col_t) (etp_grid_get_n_columns (grid) - 1));
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_set_margins (sheet, 0.4, 0.4, 0.75, 0.7);
  if (width <= WIDTH_OF_PAGE)
    worksheet_fit_to_pages (sheet, 1, 0);
  else
    worksheet_repeat_columns (sheet, 0, 0);
  worksheet_set_header (sheet, self->header);
  worksheet_set_footer (sheet, "&L&A&R&P / &N");
}

/* Which columns are used, and how wide they should be. FALSE if it was cancelled. */
static gboolean
measure_columns (EtpGrid *grid, double *widths, gboolean *used, GCancellable *cancellable)
{
  guint n_columns = etp_grid_get_n_columns (grid);

  for (guint row = 0; row < etp_grid_get_n_rows (grid); row++)
    {
      const EtpGridCell *cells = etp_grid_read_row (grid, row);

      if (row % 256 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      for (guint c = 0; c < n_columns; c++)
        if (cells[c].type != ETP_GRID_EMPTY)
          {
            used[c] = TRUE;
            widths[c] = MAX (widths[c], get_width (&cells[c]));
          }
    }
  for (guint c = 0; c < n_columns; c++)
    widths[c] = choose_width (etp_grid_get_column (grid, c), widths[c]);
  return TRUE;
}

/* Programs that open the file do not look how high a row must be. */
static void
write_row (EtpXlsx *self, lxw_worksheet *sheet, EtpGrid *grid, guint row, const double *widths)
{
  const EtpGridCell *cells = etp_grid_read_row (grid, row);
  guint n_lines = 1;

  for (guint c = 0; c < etp_grid_get_n_columns (grid); c++)
    if (cells[c].type != ETP_GRID_EMPTY)
      {
        write_cell (self, sheet, row + 1, (lxw_col_t) c, widths[c], &cells[c]);
        n_lines = MAX (n_lines, count_lines (&cells[c], widths[c]));
      }
  if (n_lines > 1)
    worksheet_set_row (sheet, row + 1, MIN (n_lines * LINE_HEIGHT, HIGHEST), NULL);
}

gboolean
etp_xlsx_add_sheet (EtpXlsx *self, EtpGrid *grid, GCancellable *cancellable, GError **error)
{
  guint n_columns = etp_grid_get_n_columns (grid);
  guint n_rows = etp_grid_get_n_rows (grid);
  g_autofree double *widths = g_new0 (double, n_columns);
  g_autofree gboolean *used = g_new0 (gboolean, n_columns);
  g_autofree char *name = NULL;
  lxw_worksheet *sheet;

  if (!etp_xlsx_check_rows (etp_grid_get_title (grid), n_rows, error))
    return FALSE;
  name = etp_xlsx_dup_sheet_name (etp_grid_get_title (grid), self->names);
  sheet = workbook_add_worksheet (self->book, name);
  for (guint c = 0; c < n_columns; c++)
    write_head (self, sheet, (lxw_col_t) c, etp_grid_get_column (grid, c));
  if (!measure_columns (grid, widths, used, cancellable))
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  for (guint row = 0; row < n_rows; row++)
    {
      if (row % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      write_row (self, sheet, grid, row, widths);
    }
  set_up (self, sheet, grid, n_rows, set_columns (sheet, grid, widths, used));
  return TRUE;
}
