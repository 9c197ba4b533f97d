/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-match.h"

#include <string.h>

/* Whether one word is in the name: ETP_MATCH_WORDS at the beginning of one of its words. */
static EtpMatch
match_word (const char *name, const char *word)
{
  EtpMatch best = ETP_MATCH_NONE;

  for (const char *p = name; (p = strstr (p, word)) != NULL; p++)
    {
      const char *before = p > name ? g_utf8_prev_char (p) : NULL;

      if (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
        return ETP_MATCH_WORDS;
      best = ETP_MATCH_INSIDE;
    }
  return best;
}

static EtpMatch
match_letters (const char *name, const char *query)
{
  for (; *query != '\0'; query = g_utf8_next_char (query))
    {
      const gunichar letter = g_utf8_get_char (query);

      if (g_unichar_isspace (letter))
        continue;
      while (*name != '\0' && g_utf8_get_char (name) != letter)
        name = g_utf8_next_char (name);
      if (*name == '\0')
        return ETP_MATCH_NONE;
      name = g_utf8_next_char (name);
    }
  return ETP_MATCH_LETTERS;
}

EtpMatch
etp_match (const char *name, const char *query)
{
  g_auto (GStrv) words = NULL;
  EtpMatch worst = ETP_MATCH_WORDS;

  if (g_str_has_prefix (name, query))
    return ETP_MATCH_START;
  words = g_strsplit (query, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    worst = MIN (worst, words[i][0] != '\0' ? match_word (name, words[i]) : ETP_MATCH_WORDS);
  return worst != ETP_MATCH_NONE ? worst : match_letters (name, query);
}
