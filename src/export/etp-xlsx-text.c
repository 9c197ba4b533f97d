/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-xlsx.h"

#include <string.h>

#define MOST_HEADER 100 /* characters of a title */

/* Texts and names as spreadsheets may hold them. A formula never comes of a text: what is written as
 * a string is one, whatever it begins with. */

/* "_x0041_" stands for a character in the file format, so a text that has it loses it. */
static gboolean
is_escape (const char *p)
{
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (p[i]))
      return FALSE;
  return p[6] == '_';
}

static gboolean
is_allowed (gunichar c)
{
  return (c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff) || c == '\n' || c == '\t';
}

char *
etp_xlsx_dup_text (const char *text, guint *n_cut)
{
  GString *out = g_string_sized_new (strlen (text));
  guint n_units = 0, n_written = 0; /* UTF-16 units of the text; characters in the file */
  gsize safe = 0; /* where an ellipsis has room */

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean escape = is_escape (p);

      if (!is_allowed (c))
        continue;
      n_units += c > 0xffff ? 2 : 1;
      n_written += escape ? 7 : 1;
      if (n_units > ETP_XLSX_MAX_CELL || n_written > ETP_XLSX_MAX_CELL)
        {
          g_string_truncate (out, safe);
          g_string_append (out, "…");
          (*n_cut)++;
          break;
        }
      g_string_append (out, escape ? "_x005F" : "");
      g_string_append_unichar (out, c);
      if (n_units < ETP_XLSX_MAX_CELL && n_written < ETP_XLSX_MAX_CELL)
        safe = out->len;
    }
  return g_string_free (out, FALSE);
}

/* The first units of a name, at most so many UTF-16 units, not within a character. */
static char *
dup_start (const char *name, guint max_units)
{
  const char *p = name;
  guint n = 0;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      n += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (n > max_units)
        break;
    }
  return g_strndup (name, (gsize) (p - name));
}

static char *
dup_clean (const char *name)
{
  GString *out = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || !is_allowed (c) || strchr ("[]:*?/\\", *p) != NULL)
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, c);
    }
  while (out->len > 0 && (out->str[0] == '\'' || out->str[0] == ' '))
    g_string_erase (out, 0, 1);
  return g_string_free (out, FALSE);
}

char *
etp_xlsx_dup_sheet_name (const char *name, GHashTable *used)
{
  g_autofree char *clean = dup_clean (name);
  g_autofree char *start = dup_start (clean, ETP_XLSX_MAX_SHEET_NAME);
  char *result = NULL;

  for (guint n = 1;; n++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf (" %u", n) : g_strdup ("");
      g_autofree char *stem = dup_start (start, ETP_XLSX_MAX_SHEET_NAME - (guint) strlen (number));
      char *folded;

      g_strchomp (stem);
      result = g_strconcat (stem[0] != '\0' ? stem : "-", number, NULL);
      g_strchomp (result);
      while (g_str_has_suffix (result, "'"))
        result[strlen (result) - 1] = '\0';
      folded = g_utf8_casefold (result, -1);
      if (result[0] != '\0' && g_hash_table_add (used, folded))
        return result;
      g_free (result);
    }
}

char *
etp_xlsx_dup_header (const char *title)
{
  GString *header = g_string_new ("&L&\"-,Bold\"");
  const char *p = title;

  /* A header has 255 characters, and an ampersand begins a command. */
  for (guint i = 0; *p != '\0' && i < MOST_HEADER; i++, p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (header, "&&");
      else
        g_string_append_unichar (header,
                                 g_unichar_iscntrl (c) || c == 0xfffe || c == 0xffff ? ' ' : c);
    }
  if (*p != '\0')
    g_string_append (header, "…");
  return g_string_free (header, FALSE);
}
