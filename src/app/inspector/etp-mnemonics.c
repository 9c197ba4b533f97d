/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-mnemonics.h"

/* Words begin with what people remember; a letter in the middle is better than none. Letters that not
 * every keyboard has come last. */

typedef enum
{
  FIRST_LETTER,
  FIRST_LETTERS,
  ANY_LATIN_LETTER,
  ANY_LETTER,
  N_TRIES
} Try;

static gboolean
fits (const char *label, const char *at, Try try)
{
  const gunichar letter = g_utf8_get_char (at);
  const gboolean is_latin = letter < 0x80;
  gunichar before = 0;

  if (!g_unichar_isalpha (letter))
    return FALSE;
  if (at > label)
    before = g_utf8_get_char (g_utf8_prev_char (at));
  switch (try)
    {
    case FIRST_LETTER:
      return is_latin && at == label;
    case FIRST_LETTERS:
      return is_latin && !g_unichar_isalpha (before);
    case ANY_LATIN_LETTER:
      return is_latin;
    default:
      return TRUE;
    }
}

/* The place of the letter in the label, or NULL. taken: a set of lower-case letters. */
static const char *
find_letter (const char *label, GHashTable *taken)
{
  for (int try = 0; try < N_TRIES; try++)
    for (const char *at = label; *at != '\0'; at = g_utf8_next_char (at))
      {
        const gunichar letter = g_unichar_tolower (g_utf8_get_char (at));

        if (fits (label, at, (Try) try)
            && !g_hash_table_contains (taken, GUINT_TO_POINTER (letter)))
          {
            g_hash_table_add (taken, GUINT_TO_POINTER (letter));
            return at;
          }
      }
  return NULL;
}

static char *
mark (const char *label, const char *letter)
{
  GString *marked = g_string_new (NULL);

  for (const char *at = label; *at != '\0'; at++)
    {
      if (at == letter || *at == '_')
        g_string_append_c (marked, '_');
      g_string_append_c (marked, *at);
    }
  return g_string_free (marked, FALSE);
}

char **
etp_mnemonics_assign (const char *const *labels)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GPtrArray *marked = g_ptr_array_new ();

  for (guint i = 0; labels[i] != NULL; i++)
    g_ptr_array_add (marked, mark (labels[i], find_letter (labels[i], taken)));
  g_ptr_array_add (marked, NULL);
  return (char **) g_ptr_array_free (marked, FALSE);
}
