/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-hyphen.h"

#include <string.h>

/* Measurers part words at soft hyphens, but each line is drawn by itself, where a soft hyphen at
 * the end would not be seen. So texts that have any are rewritten once their lines are known. */

#define SOFT_HYPHEN "\302\255"
#define SOFT_HYPHEN_BYTES 2

gboolean
etp_hyphen_is_in (const char *text)
{
  return strstr (text, SOFT_HYPHEN) != NULL;
}

static void
append_stripped (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *next = g_strstr_len (text, end - text, SOFT_HYPHEN);

      g_string_append_len (out, text, (next != NULL ? next : end) - text);
      text = next != NULL ? next + SOFT_HYPHEN_BYTES : end;
    }
}

char *
etp_hyphen_strip (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  append_stripped (out, text, strlen (text));
  return g_string_free (out, FALSE);
}

/* Does the line end inside a word, at a soft hyphen? */
static gboolean
is_parted (const char *text, const EtpTextLine *line)
{
  const char *end = text + line->start + line->length;

  if (line->length >= SOFT_HYPHEN_BYTES && strncmp (end - SOFT_HYPHEN_BYTES, SOFT_HYPHEN, 2) == 0)
    return *end != '\0' && *end != '\n' && *end != ' ';
  return FALSE;
}

char *
etp_hyphen_resolve (const char *text, GArray *lines)
{
  GString *out = g_string_sized_new (strlen (text) + 1);
  gsize done = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      EtpTextLine *line = &g_array_index (lines, EtpTextLine, i);
      gboolean parted = is_parted (text, line);
      gsize start;

      append_stripped (out, text + done, line->start - done);
      start = out->len;
      append_stripped (out, text + line->start, line->length);
      if (parted)
        g_string_append_c (out, '-');
      done = line->start + line->length;
      line->start = (guint) start;
      line->length = (guint) (out->len - start);
    }
  append_stripped (out, text + done, strlen (text + done));
  return g_string_free (out, FALSE);
}
