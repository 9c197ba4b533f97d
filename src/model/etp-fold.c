/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-fold.h"

#include <string.h>

/* Character by character: ASCII by a table in the processor's head, the letters of European
 * languages from a table made once, the rest through GLib. A character never folds across its
 * neighbours, so positions can be mapped back by folding once more; many of them with one walk. */

#define TABLE_FIRST 0x80
#define TABLE_END 0x250
#define MAX_FOLDED 20 /* bytes: U+FDFA decomposes to 18 characters, its folded form is cut */

typedef struct
{
  char bytes[MAX_FOLDED];
  guint8 length;
} Folded;

static gboolean
is_mark (gunichar character)
{
  return g_unichar_ismark (character);
}

static void
fold_character (gunichar character, Folded *folded)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));

  folded->length = 0;
  for (gsize i = 0; i < n_parts; i++)
    {
      char utf8[6];
      g_autofree char *lower = NULL;
      gsize length;

      if (is_mark (parts[i]))
        continue;
      /* Full case folding: ß becomes ss, İ becomes i with a dot (a mark). */
      lower = g_utf8_casefold (utf8, g_unichar_to_utf8 (parts[i], utf8));
      for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
        {
          length = (gsize) (g_utf8_next_char (p) - p);
          if (is_mark (g_utf8_get_char (p)) || folded->length + length > MAX_FOLDED)
            continue;
          memcpy (folded->bytes + folded->length, p, length);
          folded->length = (guint8) (folded->length + length);
        }
    }
}

static const Folded *
get_table (void)
{
  static Folded table[TABLE_END - TABLE_FIRST];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gunichar c = TABLE_FIRST; c < TABLE_END; c++)
        fold_character (c, &table[c - TABLE_FIRST]);
      g_once_init_leave (&ready, 1);
    }

  return table;
}

static const Folded *
lookup (const Folded *table, gunichar character, Folded *scratch)
{
  if (character >= TABLE_FIRST && character < TABLE_END)
    return &table[character - TABLE_FIRST];

  fold_character (character, scratch);
  return scratch;
}

void
etp_fold_append (GString *folded, const char *text)
{
  const Folded *table = get_table ();
  gsize length = strlen (text);
  gsize used = folded->len;
  const guchar *p = (const guchar *) text;

  /* Room for plain text at once; what folds to more than it was makes its own. */
  g_string_set_size (folded, used + length);
  while (*p != '\0')
    {
      Folded scratch;
      const Folded *character;
      const guchar *next;

      if (*p < 0x80)
        {
          if (used == folded->len)
            g_string_set_size (folded, used + 64);
          folded->str[used++] = (char) (*p + ((*p >= 'A' && *p <= 'Z') ? 32 : 0));
          p++;
          continue;
        }

      next = (const guchar *) g_utf8_next_char (p);
      character = lookup (table, g_utf8_get_char ((const char *) p), &scratch);
      if (used + character->length > folded->len)
        g_string_set_size (folded, used + character->length + 64);
      memcpy (folded->str + used, character->bytes, character->length);
      used += character->length;
      p = next;
    }
  g_string_truncate (folded, used);
}

char *
etp_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  etp_fold_append (folded, text);
  return g_string_free (folded, FALSE);
}

void
etp_fold_map_back (EtpFoldWalk *walk, gsize start, gsize end, gsize *text_start, gsize *text_end)
{
  const Folded *table = get_table ();
  const char *p = walk->text + walk->at;
  gsize position = walk->folded;
  gboolean began = FALSE;

  *text_start = *text_end = 0;
  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);
      const gunichar c = g_utf8_get_char (p);
      Folded scratch;
      const gsize length = c < 0x80 ? 1 : lookup (table, c, &scratch)->length;

      /* Marks after the last character still belong to it. */
      if (position >= end && length > 0)
        break;
      if (!began && position + length > start)
        {
          *text_start = walk->at = (gsize) (p - walk->text);
          walk->folded = position; /* the next place may begin in the same character */
          began = TRUE;
        }
      if (began)
        *text_end = (gsize) (next - walk->text);
      position += length;
      p = next;
    }
  if (began)
    return;
  walk->at = (gsize) (p - walk->text);
  walk->folded = position;
}
