/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-cell.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/etp-fold.h"
#include "model/etp-parse.h"

/* A line is taken apart from the most certain to the least: target, period, day, then the number
 * with its unit; what remains is the name. */

#define NUMBER                                                                                     \
  "[+\\-−]?(?:\\d{1,3}(?:[.,' \\x{a0}\\x{202f}]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)"
#define SIGN "[€$£¥%‰]"

/* Beginnings of words, folded, longer ones first. */
static const struct
{
  const char *start;
  EtpPeriod period;
} period_words[] = {
  { "day", ETP_PERIOD_DAY },     { "dai", ETP_PERIOD_DAY },      { "tag", ETP_PERIOD_DAY },
  { "week", ETP_PERIOD_WEEK },   { "woch", ETP_PERIOD_WEEK },    { "month", ETP_PERIOD_MONTH },
  { "monat", ETP_PERIOD_MONTH }, { "quar", ETP_PERIOD_QUARTER }, { "year", ETP_PERIOD_YEAR },
  { "annual", ETP_PERIOD_YEAR }, { "jahr", ETP_PERIOD_YEAR },
};

/* What may follow a number at the beginning of a line without being the metric's name; folded. */
static const char *const unit_words[] = {
  "eur",     "euro",  "usd",    "chf",    "s",       "sek",     "sec",    "min",    "minuten",
  "minutes", "h",     "std",    "hours",  "stunden", "tag",     "tage",   "day",    "days",
  "wochen",  "weeks", "monate", "months", "jahre",   "years",   "punkte", "points", "stuck",
  "pcs",     "mio",   "k",      "tsd",    "prozent", "percent", NULL,
};

/* Cuts out of the line what a regular expression finds; its groups, or NULL. The regex is compiled
 * once for each place that calls this. */
static char **
take (GString *line, GRegex **regex, const char *pattern)
{
  g_autoptr (GMatchInfo) match = NULL;
  char **groups;
  int start, end;

  if (*regex == NULL)
    *regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  if (!g_regex_match (*regex, line->str, 0, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, &start, &end);
  groups = g_match_info_fetch_all (match);
  g_string_erase (line, start, end - start);
  g_string_insert_c (line, start, ' ');
  return groups;
}

static void
take_target (EtpSheetMetric *self, GString *line, const char *language)
{
  static GRegex *regex;
  g_auto (GStrv)
      found = take (line, &regex,
                    "[(\\[]?\\b(?:ziel(?:wert)?|soll|target|goal)\\b\\s*[:=]?\\s*(?:" SIGN
                    "\\s*)?(" NUMBER ")\\s*(?:" SIGN ")?\\s*[)\\]]?");

  if (found != NULL && !etp_parse_number (found[1], language, &self->target))
    self->target = NAN;
}

static void
take_period (EtpSheetMetric *self, GString *line)
{
  static GRegex *per, *adverb;
  g_auto (GStrv) found = take (line, &per,
                               "(?:\\b(?:pro|per|je|im|each|a)\\s+|/\\s*)"
                               "((?:tag|woche|monat|quartal|jahr|day|week|month|quarter|year)\\b)");

  if (found == NULL)
    found = take (line, &adverb,
                  "\\b(täglich|wöchentlich|monatlich|jährlich|daily|weekly|monthly|quarterly|"
                  "vierteljährlich|yearly|annually)\\b");
  if (found == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (period_words) && self->period < 0; i++)
    {
      g_autofree char *folded = etp_fold (found[1]);

      if (g_str_has_prefix (folded, "vierteljahr"))
        self->period = ETP_PERIOD_QUARTER;
      else if (g_str_has_prefix (folded, period_words[i].start))
        self->period = (int) period_words[i].period;
    }
}

/* The last day of a month of a year; "" for none. */
static char *
make_month_end (const char *year, int month)
{
  const int number = atoi (year);

  return month >= 1 && month <= 12
             ? g_strdup_printf ("%04d-%02d-%02d", number, month,
                                g_date_get_days_in_month ((GDateMonth) month, (GDateYear) number))
             : g_strdup ("");
}

static int
find_month (const char *word)
{
  g_autofree char *day = g_strdup_printf ("1. %s 2000", word);
  g_autofree char *date = etp_parse_date (day);

  return date != NULL ? atoi (date + 5) : 0;
}

/* A day, month, quarter or year that is written with the value. */
static char *
take_date (EtpSheetMetric *self, GString *line)
{
  static GRegex *day, *quarter, *month, *name, *year;
  char *date = NULL;
  int period = -1;
  g_auto (GStrv)
      found = take (line, &day,
                    "[(\\[]?\\b(\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2}))"
                    "\\b[)\\]]?");

  if (found != NULL)
    date = etp_parse_date (found[1]);
  else if ((found = take (line, &quarter, "[(\\[]?\\bQ([1-4])\\s*[/ ]?\\s*(20\\d\\d)\\b[)\\]]?"))
           != NULL)
    {
      date = make_month_end (found[2], 3 * atoi (found[1]));
      period = ETP_PERIOD_QUARTER;
    }
  else if ((found = take (line, &month, "[(\\[]?\\b(1[0-2]|0?[1-9])/(20\\d\\d)\\b[)\\]]?")) != NULL)
    {
      date = make_month_end (found[2], atoi (found[1]));
      period = ETP_PERIOD_MONTH;
    }
  else if ((found = take (
                line, &name,
                "[(\\[]?\\b(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)"
                "\\pL*\\.?\\s+(20\\d\\d)\\b[)\\]]?"))
           != NULL)
    {
      date = make_month_end (found[2], find_month (found[1]));
      period = ETP_PERIOD_MONTH;
    }
  else if ((found = take (line, &year, "[(\\[]\\s*(20\\d\\d)\\s*[)\\]]")) != NULL)
    {
      date = make_month_end (found[1], 12);
      period = ETP_PERIOD_YEAR;
    }
  if (self->period < 0)
    self->period = period;
  return date;
}

static gboolean
is_unit (const char *word)
{
  g_autofree char *folded = etp_fold (word);
  const gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == '.')
    folded[length - 1] = '\0';
  return !g_ascii_isalpha (*word) || g_strv_contains (unit_words, folded);
}

/* The number at the line's end, with what it is counted in; what is before is the name. */
static gboolean
take_number_at_end (EtpSheetMetric *self, GString *line, const char *language)
{
  static GRegex *regex;
  g_auto (GStrv) found = take (line, &regex,
                               "(?<![\\pL\\d.,])(" SIGN ")?\\s*(" NUMBER ")\\s*"
                               "(" SIGN "|/\\s*\\d{1,3}|\\pL{1,14}\\.?)?\\s*$");

  if (found == NULL || !etp_parse_number (found[2], language, &self->value))
    return FALSE;
  self->unit = g_strdup (*found[1] != '\0' || found[3] == NULL ? found[1] : found[3]);
  return TRUE;
}

/* "12,000 visitors": the number first. A word that is no unit is the name. */
static void
take_number_at_start (EtpSheetMetric *self, GString *line, const char *language)
{
  static GRegex *regex;
  g_auto (GStrv) found = take (line, &regex,
                               "^\\s*(" SIGN ")?\\s*(" NUMBER ")\\s*(" SIGN "|/\\s*\\d{1,3})?"
                               "(?=\\s|$|[:–-])");

  if (found == NULL || !etp_parse_number (found[2], language, &self->value))
    return;
  self->unit = g_strdup (*found[1] != '\0' || found[3] == NULL ? found[1] : found[3]);
}

/* A name without the signs that parted it from the number. */
static char *
make_name (const char *text)
{
  static GRegex *ends, *blanks;
  g_autofree char *one = NULL;

  if (ends == NULL)
    {
      ends = g_regex_new ("^[\\s:=–,;()\\[\\]-]+|[\\s:=–,;(\\[-]+$|[\\s]*[(\\[]\\s*[)\\]]", 0, 0,
                          NULL);
      blanks = g_regex_new ("\\s+", 0, 0, NULL);
    }
  one = g_regex_replace_literal (ends, text, -1, 0, "", 0, NULL);
  return g_regex_replace_literal (blanks, one, -1, 0, " ", 0, NULL);
}

/* "3 days" has its unit where another line has its name. */
static void
split_unit (EtpSheetMetric *self)
{
  if (self->unit == NULL || (*self->unit == '\0' && is_unit (self->name) && *self->name != '\0'))
    {
      g_free (self->unit);
      self->unit = self->unit == NULL ? g_strdup ("") : g_steal_pointer (&self->name);
    }
  else if (*self->name == '\0' && !is_unit (self->unit))
    {
      g_free (self->name);
      self->name = g_steal_pointer (&self->unit);
    }
  if (self->name == NULL)
    self->name = g_strdup ("");
  if (self->unit == NULL)
    self->unit = g_strdup ("");
}

void
etp_sheet_metric_read (EtpSheetMetric *self,
                       const char *line,
                       const char *language,
                       const char *today)
{
  g_autoptr (GString) rest = g_string_new (line);

  *self = (EtpSheetMetric){ .period = -1, .value = NAN, .target = NAN };
  if (rest->len <= ETP_SHEET_MAX_LINE)
    {
      take_target (self, rest, language);
      take_period (self, rest);
      self->date = take_date (self, rest);
      while (rest->len > 0 && strchr (" ,;:\t", rest->str[rest->len - 1]) != NULL)
        g_string_truncate (rest, rest->len - 1);
      if (!take_number_at_end (self, rest, language))
        take_number_at_start (self, rest, language);
    }
  self->name = make_name (rest->str);
  if (isnan (self->value))
    g_clear_pointer (&self->unit, g_free);
  split_unit (self);
  if (self->date == NULL || strcmp (self->date, today) > 0 || *self->date == '\0')
    {
      g_free (self->date);
      self->date = g_strdup (today);
    }
}

void
etp_sheet_metric_clear (EtpSheetMetric *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->date, g_free);
}
