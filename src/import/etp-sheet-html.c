/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Tables in HTML, read in one pass without a tree: rows, cells and where lines end; every other tag
 * is passed over. A table within a cell is text of that cell. Of several tables the one with most in
 * it counts. Work and memory are bounded by the text and by the largest sheet. */

#define NAME_SIZE 16 /* bytes of a tag's name, with its end; longer ones mean nothing here */

typedef struct
{
  GPtrArray *rows; /* of GPtrArray of strings; one row more than is allowed is kept */
  EtpSheetSpans spans; /* as of a sheet */
  guint left[ETP_SHEET_MAX_COLUMNS + 1]; /* rows that a cell above still covers */
  guint n_filled;
} Table;

typedef struct
{
  const char *end;
  guint depth; /* tables that are open */
  Table *table; /* the outermost, while one is open */
  Table *best; /* or NULL */
  GPtrArray *row; /* borrowed; NULL between rows */
  GString *cell; /* NULL between cells */
  guint columns, lines; /* that the cell covers */
  gboolean is_blank; /* a blank is due before the next character */
} Reader;

static Table *
table_new (void)
{
  Table *self = g_new0 (Table, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->spans.columns = g_hash_table_new (NULL, NULL);
  self->spans.lines = g_hash_table_new (NULL, NULL);
  return self;
}

static void
table_free (Table *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  etp_sheet_spans_clear (&self->spans);
  g_free (self);
}

/* Cells */

static void
end_line (Reader *self)
{
  if (self->cell == NULL)
    return;
  self->is_blank = FALSE;
  if (self->cell->len > 0 && self->cell->str[self->cell->len - 1] != '\n')
    g_string_append_c (self->cell, '\n');
}

static void
break_line (Reader *self)
{
  if (self->cell == NULL)
    return;
  self->is_blank = FALSE;
  g_string_append_c (self->cell, '\n');
}

static void
add_blank_cells (Reader *self)
{
  while (self->row->len <= ETP_SHEET_MAX_COLUMNS && self->table->left[self->row->len] > 0)
    {
      self->table->left[self->row->len]--;
      g_ptr_array_add (self->row, g_strdup (""));
    }
}

/* Cells past the last column that is allowed are dropped when they are empty; one that is not makes
 * the row too long, which is told. */
static void
end_cell (Reader *self)
{
  const guint row = self->table != NULL ? self->table->rows->len - 1 : 0;
  g_autofree char *text = NULL;
  guint column;

  if (self->cell == NULL)
    return;
  text = g_strstrip (g_string_free (g_steal_pointer (&self->cell), FALSE));
  add_blank_cells (self);
  column = self->row->len;
  if (column > ETP_SHEET_MAX_COLUMNS || (column == ETP_SHEET_MAX_COLUMNS && *text == '\0'))
    return;
  self->table->n_filled += *text != '\0';
  if (self->columns > 1 && *text != '\0')
    g_hash_table_insert (self->table->spans.columns, etp_sheet_make_key (row, column),
                         GUINT_TO_POINTER (self->columns));
  if (self->lines > 1 && *text != '\0')
    g_hash_table_insert (self->table->spans.lines, etp_sheet_make_key (row, column),
                         GUINT_TO_POINTER (self->lines));
  for (guint i = 0; i < self->columns && self->row->len < ETP_SHEET_MAX_COLUMNS + (i == 0); i++)
    {
      self->table->left[self->row->len] = self->lines - 1;
      g_ptr_array_add (self->row, i == 0 ? g_steal_pointer (&text) : g_strdup (""));
    }
}

static void
end_row (Reader *self)
{
  end_cell (self);
  if (self->row == NULL)
    return;
  /* What is covered to the right of the last cell. */
  for (guint i = self->row->len; i <= ETP_SHEET_MAX_COLUMNS; i++)
    if (self->table->left[i] > 0)
      self->table->left[i]--;
  self->row = NULL;
}

static gboolean
begin_row (Reader *self)
{
  end_row (self);
  if (self->table->rows->len > ETP_SHEET_MAX_ROWS)
    return FALSE;
  self->row = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->table->rows, self->row);
  return TRUE;
}

/* Tags */

/* Past the tag that text is in; quotes may hold its end. */
static const char *
skip_tag (const char *text, const char *end)
{
  char quote = '\0';

  for (; text < end; text++)
    if (quote != '\0')
      quote = *text == quote ? '\0' : quote;
    else if (*text == '"' || *text == '\'')
      quote = text[-1] == '=' || g_ascii_isspace (text[-1]) ? *text : '\0';
    else if (*text == '>')
      return text + 1;
  return end;
}

/* A number that an attribute of the tag has, at least 1 and at most max. */
static guint
get_number (const char *tag, const char *end, const char *name, guint max)
{
  const gsize length = strlen (name);

  for (const char *at = tag; at + length + 1 < end; at++)
    {
      char digits[8] = { 0 };

      if (!g_ascii_isspace (at[0]) || g_ascii_strncasecmp (at + 1, name, length) != 0)
        continue;
      at += length + 1;
      while (at < end && (*at == '=' || *at == '"' || *at == '\'' || g_ascii_isspace (*at)))
        at++;
      for (gsize i = 0; i < sizeof digits - 1 && at < end && g_ascii_isdigit (*at); i++)
        digits[i] = *at++;
      return (guint) CLAMP (atoi (digits), 1, (int) max);
    }
  return 1;
}

static void
begin_cell (Reader *self, const char *tag, const char *end)
{
  end_cell (self);
  if (self->row == NULL && !begin_row (self))
    return;
  self->cell = g_string_new (NULL);
  self->is_blank = FALSE;
  self->columns = get_number (tag, end, "colspan", ETP_SHEET_MAX_COLUMNS);
  self->lines = get_number (tag, end, "rowspan", ETP_SHEET_MAX_ROWS);
}

static void
begin_table (Reader *self)
{
  if (self->depth++ == 0)
    self->table = table_new ();
  else
    end_line (self);
}

static void
end_table (Reader *self)
{
  if (self->depth == 0 || --self->depth > 0)
    {
      end_line (self);
      return;
    }
  end_row (self);
  if (self->best == NULL || self->table->n_filled > self->best->n_filled)
    {
      g_clear_pointer (&self->best, table_free);
      self->best = g_steal_pointer (&self->table);
    }
  g_clear_pointer (&self->table, table_free);
}

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static void
read_tag (Reader *self, const char *name, gboolean is_end, const char *tag, const char *end)
{
  static const char *const cells[] = { "td", "th", NULL };
  static const char *const blocks[] = { "p",  "div", "li", "ul", "ol", "h1", "h2",
                                        "h3", "h4",  "h5", "h6", "tr", NULL };

  if (strcmp (name, "table") == 0)
    (is_end ? end_table : begin_table) (self);
  else if (self->depth == 0)
    ;
  else if (strcmp (name, "br") == 0)
    break_line (self);
  else if (self->depth == 1 && strcmp (name, "tr") == 0)
    {
      if (is_end)
        end_row (self);
      else
        begin_row (self);
    }
  else if (is_one_of (name, cells))
    {
      if (self->depth > 1)
        self->is_blank = TRUE;
      else if (is_end)
        end_cell (self);
      else
        begin_cell (self, tag, end);
    }
  else if (is_one_of (name, blocks))
    end_line (self);
}

/* What is behind "</name", wherever that is. */
static const char *
skip_raw (const char *text, const char *end, const char *name)
{
  const gsize length = strlen (name);

  for (; text < end; text++)
    if (text[0] == '<' && (gsize) (end - text) > length + 2 && text[1] == '/'
        && g_ascii_strncasecmp (text + 2, name, length) == 0)
      return skip_tag (text + 2 + length, end);
  return end;
}

/* text is at a "<". */
static const char *
read_markup (Reader *self, const char *text)
{
  static const char *const raws[] = { "script", "style", "title", "textarea", "xml", NULL };
  const char *end = self->end;
  char name[NAME_SIZE] = { 0 };
  const char *at = text + 1;
  const char *found;
  gboolean is_end;

  if (end - text >= 4 && strncmp (text, "<!--", 4) == 0)
    {
      found = g_strstr_len (text + 4, end - text - 4, "-->");
      return found != NULL ? found + 3 : end;
    }
  if (at < end && (*at == '!' || *at == '?'))
    return skip_tag (at, end);
  is_end = at < end && *at == '/';
  at += is_end ? 1 : 0;
  if (at >= end || !g_ascii_isalpha (*at))
    return NULL; /* "a < b" */
  for (gsize i = 0; at < end && g_ascii_isalnum (*at); i++, at++)
    if (i < NAME_SIZE - 1)
      name[i] = g_ascii_tolower (*at);
  found = skip_tag (at, end);
  if (!is_end && is_one_of (name, raws))
    return skip_raw (found, end, name);
  read_tag (self, name, is_end, at, found);
  return found;
}

/* Text */

static const char *
read_character (Reader *self, const char *text)
{
  const char *next = g_utf8_next_char (text);
  const char *behind;
  gunichar character = g_utf8_get_char (text);
  const gunichar meant = *text == '&' ? etp_html_read_reference (text, self->end, &behind) : 0;

  if (meant != 0)
    {
      character = meant;
      next = behind;
    }
  if (self->cell == NULL)
    return next;
  if (character == 0xa0 || (character < 128 && g_ascii_isspace ((char) character)))
    {
      self->is_blank = TRUE;
      return next;
    }
  if (self->is_blank && self->cell->len > 0 && self->cell->str[self->cell->len - 1] != '\n')
    g_string_append_c (self->cell, ' ');
  self->is_blank = FALSE;
  if (character >= 0x20)
    g_string_append_unichar (self->cell, character);
  return next;
}

static void
read_all (Reader *self, const char *text)
{
  while (text < self->end)
    {
      const char *next = *text == '<' ? read_markup (self, text) : NULL;

      text = next != NULL ? next : read_character (self, text);
    }
  while (self->depth > 0)
    end_table (self);
}

/* Valid UTF-8, whatever is given; new. */
static char *
decode (const char *html, gsize length)
{
  const guchar *bytes = (const guchar *) html;
  const gboolean is_little = length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe;
  const gboolean is_big = length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff;
  char *text = NULL;

  if (is_little || is_big)
    text = g_convert (html + 2, (gssize) ((length - 2) & ~(gsize) 1), "UTF-8",
                      is_little ? "UTF-16LE" : "UTF-16BE", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (html, (gssize) length);
}

EtpSheet *
etp_sheet_new_from_html (const char *html, gsize length, GError **error)
{
  Reader self = { 0 };
  g_autofree char *text = NULL;
  EtpSheet *sheet = NULL;

  if (length <= ETP_SHEET_MAX_BYTES)
    {
      text = decode (html, length);
      self.end = text + strlen (text);
      read_all (&self, text);
    }
  if (self.best == NULL)
    {
      g_set_error_literal (error, ETP_SHEET_ERROR, ETP_SHEET_ERROR_EMPTY,
                           _ ("The table is empty."));
      return NULL;
    }
  sheet = etp_sheet_new_take (g_steal_pointer (&self.best->rows), &self.best->spans, error);
  table_free (self.best);
  return sheet;
}
