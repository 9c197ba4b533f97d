/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-cell.h"

#include <math.h>
#include <string.h>

#include "model/etp-feelings.h"
#include "model/etp-fold.h"
#include "model/etp-parse.h"

#define MAX_FEELING 40 /* characters; what is longer is a note */

/* Signs and faces, whole cells or beside a word; longer ones first. */
static const struct
{
  const char *sign;
  double value;
} signs[] = {
  { "++", 2 },  { "--", -2 },  { "−−", -2 },  { "––", -2 },   { ":-)", 1 }, { ":-(", -1 },
  { ":-|", 0 }, { ":)", 1 },   { ":(", -1 },  { ":|", 0 },    { "😀", 2 },   { "😃", 2 },
  { "😄", 2 },   { "😁", 2 },    { "😍", 2 },    { "🤩", 2 },  { "😊", 1.5 }, { "🙂", 1 },
  { "☺", 1 },   { "😐", 0 },    { "😕", -0.5 }, { "🙁", -1 }, { "☹", -1 },  { "😟", -1 },
  { "😞", -1 },  { "😢", -1.5 }, { "😠", -1.5 }, { "😡", -2 },    { "😭", -2 },  { "🤬", -2 },
  { "👍", 1 },   { "👎", -1 },
};

/* Words that name no feeling but how good it is; folded. */
static const struct
{
  const char *word;
  double value;
} grades[] = {
  { "very good", 2 },
  { "sehr gut", 2 },
  { "very positive", 2 },
  { "sehr positiv", 2 },
  { "good", 1 },
  { "gut", 1 },
  { "positive", 1 },
  { "positiv", 1 },
  { "high", 1 },
  { "hoch", 1 },
  { "neutral", 0 },
  { "medium", 0 },
  { "mittel", 0 },
  { "ok", 0 },
  { "okay", 0 },
  { "bad", -1 },
  { "schlecht", -1 },
  { "negative", -1 },
  { "negativ", -1 },
  { "low", -1 },
  { "niedrig", -1 },
  { "tief", -1 },
  { "very bad", -2 },
  { "sehr schlecht", -2 },
  { "very negative", -2 },
  { "sehr negativ", -2 },
  { "+", 1 },
  { "-", -1 },
  { "−", -1 },
  { "–", -1 },
  { "o", 0 },
};

static double
round_level (double value)
{
  const double rounded = round (value * 10);

  return rounded == 0 ? 0 : rounded / 10;
}

/* Cuts the number out of the line: "4", "4/5", "4 of 10", in brackets or not. */
static void
take_number (EtpSheetFeeling *self, GString *line, const char *language)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;
  g_autofree char *top = NULL;
  int start, end;

  if (regex == NULL)
    regex = g_regex_new ("[(\\[]?\\s*(?<![\\pL\\d])([+\\-−–]?\\s?\\d+(?:[.,]\\d+)?)(?![\\pL\\d])"
                         "(?:\\s*(?:/|von|of|out of)\\s*(\\d+))?\\s*%?\\s*[)\\]]?",
                         G_REGEX_CASELESS, 0, NULL);
  if (!g_regex_match (regex, line->str, 0, &match))
    return;
  number = g_match_info_fetch (match, 1);
  top = g_match_info_fetch (match, 2);
  if (!etp_parse_number (number, language, &self->number))
    {
      self->number = NAN;
      return;
    }
  if (top != NULL && !etp_parse_number (top, language, &self->top))
    self->top = NAN;
  g_match_info_fetch_pos (match, 0, &start, &end);
  g_string_erase (line, start, end - start);
  g_string_insert_c (line, start, ' ');
}

static void
take_sign (EtpSheetFeeling *self, GString *line)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *found = strstr (line->str, signs[i].sign);

      if (found == NULL)
        continue;
      self->value = signs[i].value;
      g_string_erase (line, found - line->str, (gssize) strlen (signs[i].sign));
      g_string_replace (line, "\357\270\217", "", 0); /* "shown as a picture" */
      return;
    }
}

/* "not satisfied" is no satisfaction. */
static gboolean
is_denied (const char *text, const char *found)
{
  return (found - text >= 4 && strncmp (found - 4, "not ", 4) == 0)
         || (found - text >= 6 && strncmp (found - 6, "nicht ", 6) == 0);
}

/* The feeling of a list as a whole word of a folded text, the longest; NULL: none. */
static const EtpFeeling *
find_feeling (const char *folded)
{
  static const char *const languages[] = { "de", "en" };
  const EtpFeeling *best = NULL;
  gsize best_length = 0;

  for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
    {
      guint n;
      const EtpFeeling *feelings = etp_feelings_get (languages[k], &n);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *word = etp_fold (feelings[i].word);
          const gsize length = strlen (word);
          const char *found = strstr (folded, word);

          if (found == NULL || length <= best_length
              || (found > folded && g_ascii_isalpha (found[-1])) || g_ascii_isalpha (found[length])
              || is_denied (folded, found))
            continue;
          best = &feelings[i];
          best_length = length;
        }
    }
  return best;
}

/* What the words stand for; is_grade: they say no more than that. */
static double
find_value (const char *words, gboolean *is_grade)
{
  g_autofree char *folded = etp_fold (words);
  const EtpFeeling *feeling;

  *is_grade = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (grades); i++)
    if (strcmp (grades[i].word, folded) == 0)
      return grades[i].value;
  *is_grade = FALSE;
  feeling = find_feeling (folded);
  return feeling != NULL ? round_level ((feeling->low + feeling->high) / 2) : (double) NAN;
}

void
etp_sheet_feeling_read (EtpSheetFeeling *self, const char *line, const char *language)
{
  static GRegex *edges;
  g_autoptr (GString) rest = g_string_new (line);
  g_autofree char *words = NULL;
  gboolean is_grade;
  double value;

  *self = (EtpSheetFeeling){ .number = NAN, .top = NAN, .value = NAN };
  if (strlen (line) > ETP_SHEET_MAX_LINE)
    {
      self->feeling = g_strdup ("");
      self->note = g_strdup (line);
      return;
    }
  if (edges == NULL)
    edges = g_regex_new (
        "^[\\s:,;/·()\\[\\]]+|[\\s:,;/·(\\[]+$|(?<=.)[\\s–-]+$|^[–-]\\s+|(?<=^)\\)", 0, 0, NULL);
  take_sign (self, rest);
  take_number (self, rest, language);
  words = g_regex_replace_literal (edges, rest->str, -1, 0, "", 0, NULL);
  g_strstrip (words);
  value = find_value (words, &is_grade);
  if (isnan (self->value))
    self->value = value;
  if (is_grade && *words != '\0')
    *words = '\0';
  if (g_utf8_strlen (words, -1) <= MAX_FEELING)
    self->feeling = g_strdup (words);
  else
    self->note = g_strdup (words);
  if (self->feeling == NULL)
    self->feeling = g_strdup ("");
  if (self->note == NULL)
    self->note = g_strdup ("");
}

void
etp_sheet_feeling_clear (EtpSheetFeeling *self)
{
  g_clear_pointer (&self->feeling, g_free);
  g_clear_pointer (&self->note, g_free);
}

EtpSheetScale
etp_sheet_scale_guess (double smallest, double largest, double top)
{
  const double ends[] = { 3, 5, 10, 100 };

  if (isnan (smallest) || (isnan (top) && smallest >= -2 && largest <= 2))
    return (EtpSheetScale){ -2, 2 };
  if (!isnan (top) && top > 1)
    largest = MAX (largest, top);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (MAX (-smallest, largest) <= ends[i])
      {
        if (smallest < 0)
          return (EtpSheetScale){ -ends[i], ends[i] };
        /* "1 to 5" unless there is a 0; larger scales begin with 0. */
        return (EtpSheetScale){ smallest > 0 && ends[i] <= 5 ? 1 : 0, MAX (ends[i], 5) };
      }
  return (EtpSheetScale){ MIN (smallest, 0), largest };
}

double
etp_sheet_scale_apply (EtpSheetScale scale, const EtpSheetFeeling *feeling)
{
  if (isnan (feeling->number))
    return feeling->value;
  return round_level (
      CLAMP (4 * (feeling->number - scale.low) / (scale.high - scale.low) - 2, -2, 2));
}
