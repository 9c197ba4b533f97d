/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-grid.h"
#include "model/etp-words.h"

/* CSV as RFC 4180 has it: CRLF after each record, quotes where they are needed, doubled inside.
 *
 * One record of heads, each "Label [key]": the label for people, the key for what reads the table
 * back. Numbers are bare; dates are YYYY-MM-DD, which spreadsheets of every language know.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it. So does one that
 * is such a text behind apostrophes: who reads the table back takes one away from both and has what
 * was written. Quotes alone do not help: a program that has removed them takes what is left for a
 * formula.
 */

static const EtpCsvPreset presets[] = {
  { "excel-de", ';', ',', TRUE },
  { "excel-en", ',', '.', TRUE },
};

const EtpCsvPreset *
etp_csv_preset_get_nth (guint index)
{
  return index < G_N_ELEMENTS (presets) ? &presets[index] : NULL;
}

typedef struct
{
  GString *out;
  char separator, decimal;
  gboolean for_excel;
} Writer;

/* The first characters of formulas, the full-width ones of Japanese keyboards among them; and what
 * some programs skip before they look for one. */
static gboolean
is_dangerous (const char *text)
{
  while (*text == '\'')
    text++;
  switch (g_utf8_get_char (text))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xff0b: /* ＋ */
    case 0xff0d: /* － */
    case 0xff1d: /* ＝ */
    case 0xff20: /* ＠ */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
needs_quotes (const Writer *writer, const char *text)
{
  const char special[] = { writer->separator, '"', '\n', '\r', '\0' };

  return strpbrk (text, special) != NULL || text[0] == ' ' || g_str_has_suffix (text, " ");
}

static void
add_text (Writer *writer, const char *text)
{
  GString *out = writer->out;
  gboolean guard = is_dangerous (text);
  gboolean quote = needs_quotes (writer, text);

  if (quote)
    g_string_append_c (out, '"');
  if (guard)
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  if (quote)
    g_string_append_c (out, '"');
}

/* The shortest form that gives the same number again. */
static void
add_number (Writer *writer, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *point;

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", number);
  point = strchr (buffer, '.');
  if (point != NULL)
    *point = writer->decimal;
  g_string_append (writer->out, buffer);
}

static void
add_cell (Writer *writer, const EtpGridCell *cell)
{
  switch (cell->type)
    {
    case ETP_GRID_EMPTY:
      break;
    case ETP_GRID_TEXT:
    case ETP_GRID_DATE:
      add_text (writer, cell->text);
      break;
    case ETP_GRID_BOOLEAN:
      /* Translators: in a table, that something is so. */
      add_text (writer, _ ("yes"));
      break;
    case ETP_GRID_NUMBER:
    case ETP_GRID_MONEY:
    case ETP_GRID_SHARE:
    case ETP_GRID_FEELING:
      add_number (writer, cell->number);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_head (Writer *writer, const EtpGrid *grid)
{
  for (guint c = 0; c < etp_grid_get_n_columns (grid); c++)
    {
      const EtpGridColumn *column = etp_grid_get_column (grid, c);
      g_autofree char *head = g_strdup_printf ("%s [%s]", column->label, column->key);

      if (c > 0)
        g_string_append_c (writer->out, writer->separator);
      add_text (writer, head);
    }
  g_string_append (writer->out, "\r\n");
}

static void
add_row (Writer *writer, EtpGrid *grid, guint row)
{
  const EtpGridCell *cells = etp_grid_read_row (grid, row);

  for (guint c = 0; c < etp_grid_get_n_columns (grid); c++)
    {
      if (c > 0)
        g_string_append_c (writer->out, writer->separator);
      /* A German Excel would open 2.3 as the second of March. */
      if (writer->for_excel && etp_grid_get_column (grid, c)->is_step_number
          && cells[c].type == ETP_GRID_TEXT)
        g_string_append_printf (writer->out, "%s ", etp_words_get (NULL, ETP_WORD_STEP));
      add_cell (writer, &cells[c]);
    }
  g_string_append (writer->out, "\r\n");
}

static EtpGrid *
open_grid (EtpJourney *journey, const EtpExportOptions *options, GError **error)
{
  EtpGrid *grid = etp_grid_new (journey, options->table != NULL ? options->table : "cards");
  GString *names;

  if (grid != NULL)
    return grid;
  names = g_string_new (NULL);
  for (guint i = 0; etp_grid_get_nth_name (i) != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", etp_grid_get_nth_name (i));
  g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_TABLE,
               /* Translators: the first %s is what was typed, the second a list of names. */
               _ ("There is no table “%s”; there are %s."), options->table, names->str);
  g_string_free (names, TRUE);
  return NULL;
}

void
etp_export_note_personas (const EtpExportOptions *options, const EtpGrid *grid)
{
  guint n = etp_grid_get_n_left_out (grid);

  if (n > 0)
    etp_export_note (options,
                     /* Translators: %s is the name of a table, %u a number of personas. */
                     ngettext ("“%s” leaves out %u persona: a table has no room for more columns.",
                               "“%s” leaves out %u personas: a table has no room for more columns.",
                               n),
                     etp_grid_get_title (grid), n);
}

GInputStream *
etp_export_csv_open (EtpJourney *journey,
                     const EtpExportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (EtpGrid) grid = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Writer writer = { .separator = options->separator != 0 ? options->separator : ',',
                    .decimal = options->decimal != 0 ? options->decimal : '.',
                    .for_excel = options->bom };

  g_return_val_if_fail (writer.separator != writer.decimal, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  grid = open_grid (journey, options, error);
  if (grid == NULL)
    return NULL;
  etp_export_note_personas (options, grid);
  writer.out = g_string_sized_new (64 * 1024);
  if (options->bom)
    g_string_append (writer.out, "\xef\xbb\xbf");
  add_head (&writer, grid);
  for (guint row = 0; row < etp_grid_get_n_rows (grid); row++)
    {
      if (row % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_string_free (writer.out, TRUE);
          return NULL;
        }
      if (row % 256 == 0)
        etp_export_step (options, row, etp_grid_get_n_rows (grid));
      add_row (&writer, grid, row);
    }
  bytes = g_string_free_to_bytes (writer.out);
  return g_memory_input_stream_new_from_bytes (bytes);
}
