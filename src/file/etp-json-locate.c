/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-json-private.h"

#include <string.h>

/* From a byte to line and column, and from a path to a value. Both are needed only when there is
 * something to complain about, so lines are counted then and never kept. */

void
etp_json_get_place (const EtpJson *self, gsize offset, guint *line, guint *column)
{
  const char *start = self->text;
  const char *end = self->text + MIN (offset, self->length);
  const char *next;
  guint lines = 1, characters = 1;

  while (start < end && (next = memchr (start, '\n', (gsize) (end - start))) != NULL)
    {
      lines++;
      start = next + 1;
    }
  for (const char *c = start; c < end; c++)
    characters += ((guchar) *c & 0xc0) != 0x80 ? 1 : 0;
  if (line != NULL)
    *line = lines;
  if (column != NULL)
    *column = characters;
}

guint
etp_json_find_member (const EtpJson *self, guint object, const char *member)
{
  guint end = self->tokens[object].next;

  if (self->tokens[object].kind != ETP_JSON_OBJECT)
    return 0;
  for (guint key = object + 1; key < end; key = self->tokens[key + 1].next)
    if (etp_json_is_text (self, key, member))
      return key + 1;
  return 0;
}

/* The item of that number, or 0. */
static guint
find_item (const EtpJson *self, guint array, const char *number)
{
  guint end = self->tokens[array].next;
  guint64 index;

  if (!g_ascii_string_to_unsigned (number, 10, 0, ETP_LIMIT_VALUES, &index, NULL))
    return 0;
  for (guint item = array + 1; item < end; item = self->tokens[item].next)
    if (index-- == 0)
      return item;
  return 0;
}

/* One step of a path, with ~1 for a slash and ~0 for a tilde (RFC 6901). */
static char *
unescape_step (const char *step)
{
  g_autoptr (GString) plain = g_string_new (step);

  g_string_replace (plain, "~1", "/", 0);
  g_string_replace (plain, "~0", "~", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

gboolean
etp_json_find_path (const EtpJson *self, const char *path, guint *token)
{
  g_auto (GStrv) steps = NULL;
  guint found = 0;

  *token = 0;
  if (*path == '\0')
    return TRUE;
  if (*path != '/')
    return FALSE;
  steps = g_strsplit (path + 1, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autofree char *step = unescape_step (steps[i]);

      found = self->tokens[found].kind == ETP_JSON_ARRAY ? find_item (self, found, step)
                                                         : etp_json_find_member (self, found, step);
      if (found == 0)
        return FALSE;
    }
  *token = found;
  return TRUE;
}

gboolean
etp_json_locate (GBytes *bytes, const char *path, guint *line, guint *column)
{
  g_autoptr (EtpJson) json = etp_json_scan (bytes, NULL);
  const EtpJsonToken *t;
  guint token;

  if (json == NULL || !etp_json_find_path (json, path, &token))
    return FALSE;
  t = &json->tokens[token];
  /* A text begins at its quote. */
  etp_json_get_place (json, t->kind == ETP_JSON_STRING ? t->from - 1 : t->from, line, column);
  return TRUE;
}
