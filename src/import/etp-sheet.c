/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (etp - sheet - error - quark, etp_sheet_error)

struct _EtpSheet
{
  GPtrArray *rows; /* of GPtrArray of strings */
  EtpSheetSpans spans;
  guint first_row, n_rows, first_column, n_columns; /* what is not empty */
  guint n_above; /* rows that are left out: first_row lies behind them */
};

/* "1.", as word processors write it before a tab: of other texts it may be a part ("2. reminder"). */
static gsize
measure_number (const char *line)
{
  const gsize n = strspn (line, "0123456789");

  return n > 0 && n <= 3 && strchr (".)", line[n]) != NULL && line[n] != '\0' && line[n + 1] == '\t'
             ? n + 1
             : 0;
}

const char *
etp_sheet_skip_list_sign (const char *line)
{
  static const char *const signs[] = { "•", "◦", "▪", "‣", "-", "–", "*", "·", "\357\202\267" };
  static const char *const boxes[] = { "[ ] ", "[x] ", "[X] ", "☐ ", "☑ ", "☒ " };
  const char *start = line + strspn (line, " \t");
  gsize length = measure_number (start);

  for (gsize i = 0; i < G_N_ELEMENTS (signs) && length == 0; i++)
    if (g_str_has_prefix (start, signs[i]))
      length = strlen (signs[i]);
  if (length == 0 || (start[length] != ' ' && start[length] != '\t'))
    return line;
  start += length;
  start += strspn (start, " \t");
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (g_str_has_prefix (start, boxes[i]))
      return start + strlen (boxes[i]);
  return start;
}

/* Every line stands between strokes, the second one says nothing: a table of Markdown. */
static gboolean
is_markdown (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        continue;
      if (line[0] != '|' || !g_str_has_suffix (line, "|") || strlen (line) < 2)
        return FALSE;
      if (++n == 2 && (line[strspn (line, "|-: ")] != '\0' || strchr (line, '-') == NULL))
        return FALSE;
    }
  return n > 2;
}

/* "\\|" is no end of a cell. */
static GPtrArray *
read_markdown (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; lines[i] != NULL && rows->len <= ETP_SHEET_MAX_ROWS; i++)
    {
      char *line = g_strstrip (lines[i]);
      GPtrArray *row;
      g_auto (GStrv) cells = NULL;

      if (line[strspn (line, "|-: ")] == '\0')
        continue;
      line[strlen (line) - 1] = '\0';
      cells = g_regex_split_simple ("(?<!\\\\)\\|", line + 1, 0, 0);
      row = g_ptr_array_new_with_free_func (g_free);
      for (guint j = 0; cells[j] != NULL && row->len <= ETP_SHEET_MAX_COLUMNS; j++)
        {
          g_autoptr (GString) cell = g_string_new (g_strstrip (cells[j]));

          g_string_replace (cell, "\\|", "|", 0);
          g_string_replace (cell, "<br>", "\n", 0);
          g_ptr_array_add (row, g_strdup (cell->str));
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

gboolean
etp_sheet_is_table (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strchr (etp_sheet_skip_list_sign (lines[i]), '\t') != NULL)
      return TRUE;
  return is_markdown (text);
}

/* At or past the end of a cell. */
static gboolean
is_end (char c, char separator)
{
  return c == '\0' || c == separator || c == '\n' || c == '\r';
}

/* A cell in quotes, text being at the first: what is behind it, or NULL if it is none. */
static const char *
read_quoted (const char *text, char separator, GString *cell)
{
  for (text++; *text != '\0'; text++)
    {
      if (*text != '"')
        g_string_append_c (cell, *text);
      else if (text[1] == '"')
        g_string_append_c (cell, *text++);
      else
        return is_end (text[1], separator) ? text + 1 : NULL;
    }
  return NULL;
}

/* Returns what is behind the cell. */
static const char *
read_cell (const char *text, char separator, GPtrArray *row)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *end = *text == '"' ? read_quoted (text, separator, cell) : NULL;

  if (end == NULL)
    {
      g_string_truncate (cell, 0);
      for (end = text; !is_end (*end, separator);)
        end++;
      g_string_append_len (cell, text, end - text);
    }
  g_string_replace (cell, "\r\n", "\n", 0);
  g_string_replace (cell, "\r", "\n", 0);
  g_ptr_array_add (row, g_strdup (g_strstrip (cell->str)));
  return end;
}

GPtrArray *
etp_sheet_read_rows (const char *text, char separator)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  /* One more than is allowed, so that this can be told. */
  while (*text != '\0' && rows->len <= ETP_SHEET_MAX_ROWS)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (rows, row);
      for (text = read_cell (text, separator, row); *text == separator;
           text = read_cell (text + 1, separator, row))
        if (row->len > ETP_SHEET_MAX_COLUMNS)
          return rows;
      if (text[0] == '\r' && text[1] == '\n')
        text++;
      if (*text != '\0')
        text++;
    }
  return rows;
}

static const char *
get_cell (const EtpSheet *self, guint row, guint column)
{
  const GPtrArray *cells = self->rows->pdata[row];

  return column < cells->len ? cells->pdata[column] : "";
}

static gboolean
is_empty_row (const EtpSheet *self, guint row)
{
  const GPtrArray *cells = self->rows->pdata[row];

  for (guint i = 0; i < cells->len; i++)
    if (*get_cell (self, row, i) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
is_empty_column (const EtpSheet *self, guint column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (*get_cell (self, i, column) != '\0')
      return FALSE;
  return TRUE;
}

/* The sheet is all that was read; leaves out what is empty at its edges. */
static void
trim (EtpSheet *self)
{
  while (self->n_rows > 0 && is_empty_row (self, self->first_row + self->n_rows - 1))
    self->n_rows--;
  while (self->n_rows > 0 && is_empty_row (self, self->first_row))
    self->first_row++, self->n_rows--;
  while (self->n_columns > 0 && is_empty_column (self, self->first_column + self->n_columns - 1))
    self->n_columns--;
  while (self->n_columns > 0 && is_empty_column (self, self->first_column))
    self->first_column++, self->n_columns--;
}

gpointer
etp_sheet_make_key (guint row, guint column)
{
  return GUINT_TO_POINTER (row * 2 * ETP_SHEET_MAX_COLUMNS + column + 1);
}

void
etp_sheet_spans_clear (EtpSheetSpans *spans)
{
  g_clear_pointer (&spans->columns, g_hash_table_unref);
  g_clear_pointer (&spans->lines, g_hash_table_unref);
}

EtpSheet *
etp_sheet_new_take (GPtrArray *rows, EtpSheetSpans *spans, GError **error)
{
  g_autoptr (EtpSheet) self = g_new0 (EtpSheet, 1);

  self->rows = rows;
  if (spans != NULL)
    {
      self->spans.columns = g_steal_pointer (&spans->columns);
      self->spans.lines = g_steal_pointer (&spans->lines);
    }
  self->n_rows = self->rows->len;
  for (guint i = 0; i < self->rows->len; i++)
    self->n_columns = MAX (self->n_columns, ((GPtrArray *) self->rows->pdata[i])->len);
  if (self->n_rows > ETP_SHEET_MAX_ROWS || self->n_columns > ETP_SHEET_MAX_COLUMNS)
    {
      g_set_error (error, ETP_SHEET_ERROR, ETP_SHEET_ERROR_TOO_LARGE,
                   /* Translators: of a table. */
                   _ ("The table has more than %d rows or %d columns. Paste it in parts."),
                   ETP_SHEET_MAX_ROWS, ETP_SHEET_MAX_COLUMNS);
      return NULL;
    }
  trim (self);
  if (self->n_rows == 0)
    {
      g_set_error_literal (error, ETP_SHEET_ERROR, ETP_SHEET_ERROR_EMPTY,
                           _ ("The table is empty."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

EtpSheet *
etp_sheet_new (const char *text, GError **error)
{
  return etp_sheet_new_take (
      is_markdown (text) ? read_markdown (text) : etp_sheet_read_rows (text, '\t'), NULL, error);
}

EtpSheet *
etp_sheet_new_from_column (const char *text)
{
  g_autoptr (EtpSheet) self = NULL;

  if (strchr (text, '"') != NULL)
    self = etp_sheet_new_take (etp_sheet_read_rows (text, '\t'), NULL, NULL);
  if (self == NULL || self->n_columns != 1)
    return NULL;
  for (guint i = 0; i < self->n_rows; i++)
    if (strchr (etp_sheet_get (self, i, 0), '\n') != NULL)
      return g_steal_pointer (&self);
  return NULL;
}

void
etp_sheet_free (EtpSheet *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  etp_sheet_spans_clear (&self->spans);
  g_free (self);
}

void
etp_sheet_set_n_above (EtpSheet *self, guint n_rows)
{
  const guint n_all = self->n_above + self->n_rows;
  const guint first = self->first_row - self->n_above;

  self->n_above = MIN (n_rows, n_all - 1);
  self->first_row = first + self->n_above;
  self->n_rows = n_all - self->n_above;
}

guint
etp_sheet_get_n_above (const EtpSheet *self)
{
  return self->n_above;
}

guint
etp_sheet_get_n_rows (const EtpSheet *self)
{
  return self->n_rows;
}

guint
etp_sheet_get_n_columns (const EtpSheet *self)
{
  return self->n_columns;
}

const char *
etp_sheet_get (const EtpSheet *self, guint row, guint column)
{
  return row < self->n_rows && column < self->n_columns
             ? get_cell (self, self->first_row + row, self->first_column + column)
             : "";
}

/* Of one of the tables of spans. */
static guint
get_span (const EtpSheet *self, GHashTable *spans, guint row, guint column)
{
  guint span = 1;

  if (spans != NULL && row < self->n_rows && column < self->n_columns)
    span = MAX (
        1, GPOINTER_TO_UINT (g_hash_table_lookup (
               spans, etp_sheet_make_key (self->first_row + row, self->first_column + column))));
  return span;
}

guint
etp_sheet_get_span (const EtpSheet *self, guint row, guint column)
{
  const guint span = get_span (self, self->spans.columns, row, column);

  return MIN (span, MAX (1, self->n_columns - MIN (column, self->n_columns)));
}

guint
etp_sheet_count (const EtpSheet *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++)
      n += *etp_sheet_get (self, i, j) != '\0';
  return n;
}

EtpSheet *
etp_sheet_choose (EtpSheet *from_html, EtpSheet *from_text)
{
  const gboolean is_html = from_html != NULL
                           && (from_text == NULL
                               || (from_html->n_columns > 1
                                   && etp_sheet_count (from_html) >= etp_sheet_count (from_text)));
  EtpSheet *chosen = is_html ? from_html : from_text;

  g_clear_pointer (is_html ? &from_text : &from_html, etp_sheet_free);
  return chosen;
}

/* What covers several rows covers as many columns of the turned sheet. */
static GHashTable *
turn_spans (const EtpSheet *self, GHashTable *spans)
{
  GHashTable *turned = g_hash_table_new (NULL, NULL);

  for (guint i = 0; spans != NULL && i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        const guint span = get_span (self, spans, i, j);

        if (span > 1)
          g_hash_table_insert (turned, etp_sheet_make_key (j, i), GUINT_TO_POINTER (span));
      }
  return turned;
}

EtpSheet *
etp_sheet_turn (const EtpSheet *self, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  EtpSheetSpans spans = { 0 };

  for (guint i = 0; i < self->n_columns; i++)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; j < self->n_rows; j++)
        g_ptr_array_add (row, g_strdup (etp_sheet_get (self, j, i)));
      g_ptr_array_add (rows, row);
    }
  spans.columns = turn_spans (self, self->spans.lines);
  spans.lines = turn_spans (self, self->spans.columns);
  return etp_sheet_new_take (g_steal_pointer (&rows), &spans, error);
}
