/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-feelings.h"

#include <math.h>

#include "etp-words.h"

/* One table in both languages, as in etp-words.c: a map's language is independent of the locale.
 * The plain words part the scale among themselves; the others overlap as feelings do. In both
 * languages each word stands for itself once, so that a word finds its row again. */

typedef struct
{
  const char *english, *german;
  double low, high;
  gboolean is_plain;
} Row;

static const Row rows[] = {
  { "delighted", "begeistert", 1.6, 2, TRUE },
  { "proud", "stolz", 1, 2, FALSE },
  { "convinced", "überzeugt", 0.8, 2, FALSE },
  { "happy", "erfreut", 1.1, 1.5, TRUE },
  { "grateful", "dankbar", 0.8, 1.9, FALSE },
  { "pleasantly surprised", "positiv überrascht", 0.7, 1.9, FALSE },
  { "relieved", "erleichtert", 0.4, 1.8, FALSE },
  { "understood", "verstanden", 0.5, 1.7, FALSE },
  { "welcome", "willkommen", 0.5, 1.6, FALSE },
  { "trusting", "vertrauensvoll", 0.5, 1.6, FALSE },
  { "satisfied", "zufrieden", 0.6, 1, TRUE },
  { "excited", "gespannt", 0.3, 1.4, FALSE },
  { "confident", "zuversichtlich", 0.3, 0.5, TRUE },
  { "curious", "neugierig", 0.1, 1.2, FALSE },
  { "calm", "gelassen", 0, 1, FALSE },
  { "neutral", "neutral", -0.2, 0.2, TRUE },
  { "indifferent", "gleichgültig", -0.5, 0.2, FALSE },
  { "unsure", "unsicher", -0.5, -0.3, TRUE },
  { "bored", "gelangweilt", -0.9, -0.1, FALSE },
  { "impatient", "ungeduldig", -1.3, -0.2, FALSE },
  { "confused", "verwirrt", -1.3, -0.3, FALSE },
  { "worried", "besorgt", -1.4, -0.3, FALSE },
  { "disappointed", "enttäuscht", -1, -0.6, TRUE },
  { "suspicious", "misstrauisch", -1.5, -0.4, FALSE },
  { "under pressure", "unter Druck", -1.6, -0.4, FALSE },
  { "overwhelmed", "überfordert", -1.7, -0.5, FALSE },
  { "at a loss", "ratlos", -1.7, -0.6, FALSE },
  { "irritated", "genervt", -1.8, -0.6, FALSE },
  { "left alone", "allein gelassen", -2, -0.8, FALSE },
  { "annoyed", "verärgert", -1.5, -1.1, TRUE },
  { "cheated", "betrogen", -2, -1.2, FALSE },
  { "angry", "wütend", -2, -1.4, FALSE },
  { "frustrated", "frustriert", -2, -1.6, TRUE },
};

#define N_ROWS G_N_ELEMENTS (rows)
/* Values come in steps of 0.1; means of ratings lie between them. */
#define NEAR 0.05

static EtpFeeling feelings[2][N_ROWS];
static const char *words[2][N_ROWS + 1];

static guint
get_list (const char *language)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < N_ROWS; i++)
        {
          words[0][i] = rows[i].english;
          words[1][i] = rows[i].german;
          for (guint k = 0; k < 2; k++)
            feelings[k][i] = (EtpFeeling){ words[k][i], rows[i].low, rows[i].high };
        }
      g_once_init_leave (&ready, 1);
    }
  return etp_words_is_german (language) ? 1 : 0;
}

const EtpFeeling *
etp_feelings_get (const char *language, guint *n)
{
  *n = N_ROWS;
  return feelings[get_list (language)];
}

const char *const *
etp_feelings_get_words (const char *language)
{
  return words[get_list (language)];
}

const char *
etp_feelings_get_plain (const char *language, double value)
{
  const guint list = get_list (language);
  const double level = round (CLAMP (value, -2, 2) * 10) / 10;

  for (guint i = 0; i < N_ROWS; i++)
    if (rows[i].is_plain && level > rows[i].low - NEAR && level < rows[i].high + NEAR)
      return words[list][i];
  return ""; /* NAN */
}

const EtpFeeling *
etp_feelings_find (const char *language, const char *word)
{
  const guint list = get_list (language);
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *other = g_utf8_casefold (words[list][i], -1);

      if (g_str_equal (folded, other))
        return &feelings[list][i];
    }
  return NULL;
}

const char *
etp_feelings_follow (const char *language, const char *feeling, double value)
{
  const EtpFeeling *known = etp_feelings_find (language, feeling);

  if (known == NULL || isnan (value) || (value > known->low - NEAR && value < known->high + NEAR))
    return feeling;
  return etp_feelings_get_plain (language, value);
}
