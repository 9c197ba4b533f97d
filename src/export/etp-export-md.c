/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <string.h>

#include "etp-html.h"

/* Markdown: CommonMark with the tables of GitHub, which most readers know.
 *
 * What people have written stays text: every character that could mean something is escaped with a
 * backslash, at the beginning of a line those of lists and headings as well. No HTML is written.
 */

/* In the middle of a line. '&' begins an entity, ':' and '.' make an address of "http://" and
 * "www." where readers look for such. */
static gboolean
is_special (const char *text, const char *p)
{
  if (strchr ("\\`*_[]<>|~&#$^", *p) != NULL)
    return TRUE;
  if (*p == ':')
    return p[1] == '/' || (p - text >= 6 && g_ascii_strncasecmp (p - 6, "mailto", 6) == 0);
  if (*p == '.')
    return p - text >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0;
  return *p == '!' && p[1] == '[';
}

/* Length of what begins a block at the start of a line: 1 for "-", the digits of "12." */
static gsize
get_start_length (const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (strchr ("+-=:", text[0]) != NULL && text[0] != '\0')
    return 1;
  return n > 0 && (text[n] == '.' || text[n] == ')') ? n + 1 : 0;
}

/* One line, without the white space around it, which means something too. is_start: it may begin a
 * block. */
static void
add_line (GString *out, const char *text, gsize length, gboolean is_start)
{
  g_autofree char *line = g_strstrip (g_strndup (text, length));
  gsize start = is_start ? get_start_length (line) : 0;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (((guchar) *p < 0x20 && *p != '\t') || *p == 0x7f)
        continue;
      if (g_str_has_prefix (p, "\xef\xbf\xbe") || g_str_has_prefix (p, "\xef\xbf\xbf"))
        {
          p += 2; /* U+FFFE and U+FFFF are no characters */
          continue;
        }
      if ((start > 0 && p == line + start - 1) || is_special (line, p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p == '\t' ? ' ' : *p);
    }
}

/* Text of several lines with separator between those that are not empty. is_start: the first may
 * begin a block, as all others may. */
static void
add_lines (GString *out, const char *text, const char *separator, gboolean is_start)
{
  gboolean is_first = TRUE;

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");

      if (strspn (text, " \t\r") < length)
        {
          if (!is_first)
            g_string_append (out, separator);
          add_line (out, text, length, is_start || !is_first);
          is_first = FALSE;
        }
      text += length + (text[length] == '\n');
    }
}

static void
add_address (GString *out, const char *text, const char *uri)
{
  g_string_append_c (out, '[');
  add_lines (out, text, " ", FALSE);
  g_string_append (out, "](<");
  /* It is escaped to ASCII; what would end it must not be in it. */
  for (const char *p = uri; *p != '\0'; p++)
    if (strchr ("<>\\\"`|", *p) == NULL)
      g_string_append_c (out, *p);
  g_string_append (out, ">)");
}

/* "- **Label:** text" */
static void
add_item (GString *out, const EtpBlock *block)
{
  g_string_append (out, "- ");
  if (block->label != NULL)
    {
      g_string_append (out, "**");
      add_lines (out, block->label, " ", FALSE);
      g_string_append_printf (out, "%s**%s", etp_block_get_colon (block),
                              block->text[0] != '\0' ? " " : "");
    }
  if (block->uri != NULL)
    add_address (out, block->text, block->uri);
  else
    add_lines (out, block->text, "\\\n  ", block->label == NULL);
  g_string_append_c (out, '\n');
}

static void
add_row (GString *out, const EtpBlock *table, guint row)
{
  for (guint c = 0; c < table->n_columns; c++)
    {
      const char *text = table->cells->pdata[row * table->n_columns + c];
      g_autofree char *uri = row > 0 && (table->linking >> c & 1) != 0 ? etp_report_dup_uri (text)
                                                                       : NULL;

      g_string_append (out, c == 0 ? "| " : " | ");
      if (uri != NULL)
        add_address (out, text, uri);
      else
        add_lines (out, text, " / ", FALSE);
    }
  g_string_append (out, " |\n");
}

static void
add_table (GString *out, const EtpBlock *table)
{
  add_row (out, table, 0);
  for (guint c = 0; c < table->n_columns; c++)
    g_string_append (out, (table->numeric >> c & 1) != 0 ? "| ---: " : "| --- ");
  g_string_append (out, "|\n");
  for (guint row = 1; row < table->cells->len / table->n_columns; row++)
    add_row (out, table, row);
}

static gboolean
is_list (const EtpBlock *block)
{
  return block != NULL && (block->type == ETP_BLOCK_FACT || block->type == ETP_BLOCK_ITEM);
}

static void
add_block (GString *out, const EtpBlock *block)
{
  switch (block->type)
    {
    case ETP_BLOCK_HEADING:
      for (guint i = 0; i < block->level; i++)
        g_string_append_c (out, '#');
      g_string_append_c (out, ' ');
      add_lines (out, block->text, " ", FALSE);
      g_string_append_c (out, '\n');
      break;
    case ETP_BLOCK_TEXT:
      add_lines (out, block->text, "\n\n", TRUE);
      g_string_append_c (out, '\n');
      break;
    case ETP_BLOCK_QUOTE:
      g_string_append (out, "> ");
      add_lines (out, block->text, "\\\n> ", TRUE);
      g_string_append_c (out, '\n');
      break;
    case ETP_BLOCK_FACT:
    case ETP_BLOCK_ITEM:
      add_item (out, block);
      break;
    case ETP_BLOCK_TABLE:
      add_table (out, block);
      break;
    case ETP_BLOCK_IMAGE:
    case ETP_BLOCK_CURVE:
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_written (const EtpBlock *block)
{
  return block->type != ETP_BLOCK_IMAGE && block->type != ETP_BLOCK_CURVE;
}

GInputStream *
etp_export_md_write (EtpReport *report)
{
  g_autoptr (GBytes) bytes = NULL;
  GString *out = g_string_sized_new (64 * 1024);
  const EtpBlock *last = NULL;
  const EtpBlock *block;

  for (guint i = 0; (block = etp_report_get (report, i)) != NULL; i++)
    {
      if (!is_written (block))
        continue;
      if (last != NULL && !(is_list (last) && is_list (block)))
        g_string_append_c (out, '\n');
      add_block (out, block);
      last = block;
    }
  bytes = g_string_free_to_bytes (out);
  return g_memory_input_stream_new_from_bytes (bytes);
}

GInputStream *
etp_export_md_open (EtpJourney *journey,
                    const EtpExportOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (EtpReport) report = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  report = etp_report_new (journey);
  return etp_export_md_write (report);
}

GInputStream *
etp_export_minutes_md_open (EtpJourney *journey,
                            const EtpExportOptions *options,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (EtpReport) report = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  report = etp_report_new_minutes (journey);
  return etp_export_md_write (report);
}
