/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-parse.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "etp-fold.h"
#include "etp-iso.h"
#include "etp-words.h"

/* ---- numbers ---- */

/* Digits and signs alone: blanks, currency signs, letters of currency codes and the per cent sign
 * fall away; the minus sign of print becomes a hyphen. FALSE: it holds something else. */
static gboolean
strip_number (const char *text, GString *plain)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_ascii_isdigit ((gchar) (c < 128 ? c : 0)) || c == '.' || c == ',')
        g_string_append_c (plain, (char) c);
      else if (c == '-' || c == 0x2212 || c == 0x2013)
        {
          if (plain->len > 0)
            return FALSE;
          g_string_append_c (plain, '-');
        }
      else if (!g_unichar_isspace (c) && c != 0xa0 && c != 0x202f && c != '%' && c != '+'
               && c != '\'' && g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL)
        return FALSE;
    }
  return TRUE;
}

/* Which of '.' and ',' parts the places; 0: neither. */
static char
find_decimal_sign (const char *plain, gboolean german)
{
  const char *point = strrchr (plain, '.');
  const char *comma = strrchr (plain, ',');
  const char *last = point > comma ? point : comma;
  const char *digits = plain[0] == '-' ? plain + 1 : plain;
  const char usual = german ? ',' : '.';

  if (last == NULL)
    return 0;
  if (point != NULL && comma != NULL)
    return *last;
  if (strchr (plain, *last) != last) /* more than one: groups */
    return 0;
  /* Alone, the other language's sign is a decimal sign unless it can part thousands. */
  if (*last == usual || strlen (last + 1) != 3 || digits[0] == '0' || last - digits > 3)
    return *last;
  return last == digits ? *last : 0;
}

/* Whether what stands between the signs of groups, up to the decimal sign, can be groups: thousands,
 * or further up the hundreds that India counts in. */
static gboolean
has_good_groups (const char *plain, char decimal)
{
  const char *end = decimal != 0 ? strchr (plain, decimal) : NULL;
  const char *at = plain[0] == '-' ? plain + 1 : plain;
  gsize left = end != NULL ? (gsize) (end - at) : strlen (at);
  gboolean is_first = TRUE;

  if (end != NULL && strpbrk (end + 1, ".,") != NULL)
    return FALSE;
  for (;;)
    {
      const gsize n = MIN (strcspn (at, ".,"), left);

      if (n == left)
        return is_first || n == 3;
      if (n > 3 || n < (is_first ? 1 : 2))
        return FALSE;
      is_first = FALSE;
      at += n + 1;
      left -= n + 1;
    }
}

gboolean
etp_parse_number (const char *text, const char *language, double *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) ascii = g_string_new (NULL);
  char decimal, *end = NULL;

  if (!strip_number (text, plain))
    return FALSE;
  decimal = find_decimal_sign (plain->str, etp_words_is_german (language));
  if (!has_good_groups (plain->str, decimal))
    return FALSE;
  for (const char *at = plain->str; *at != '\0'; at++)
    if (*at == decimal && decimal != 0)
      g_string_append_c (ascii, '.');
    else if (*at != '.' && *at != ',')
      g_string_append_c (ascii, *at);
  if (strpbrk (ascii->str, "0123456789") == NULL)
    return FALSE;
  *value = g_ascii_strtod (ascii->str, &end);
  return *end == '\0' && isfinite (*value);
}

/* ---- dates ---- */

static const char *const month_starts[][12] = {
  { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" },
  { "jan", "feb", "mrz", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez" },
};

static int
find_month (const char *word)
{
  g_autofree char *folded = etp_fold (word);

  for (guint language = 0; language < G_N_ELEMENTS (month_starts); language++)
    for (int i = 0; i < 12; i++)
      if (g_str_has_prefix (folded, month_starts[language][i]))
        return i + 1;
  return 0;
}

static char *
make_date (int year, int month, int day)
{
  char iso[32];

  g_snprintf (iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
  return etp_iso_parse_date (iso, NULL, NULL, NULL) ? g_strdup (iso) : NULL;
}

static char *
parse_with_slashes (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  if (!g_date_valid (&date))
    return NULL;
  return make_date (g_date_get_year (&date), (int) g_date_get_month (&date),
                    g_date_get_day (&date));
}

/* A year of two digits is one of this century; with four it is what it says. */
static char *
make_date_of_match (const GMatchInfo *match)
{
  g_autofree char *year = g_match_info_fetch_named (match, "y");
  g_autofree char *month = g_match_info_fetch_named (match, "m");
  g_autofree char *day = g_match_info_fetch_named (match, "d");

  return make_date (atoi (year) + (strlen (year) == 2 ? 2000 : 0),
                    g_ascii_isdigit (month[0]) ? atoi (month) : find_month (month), atoi (day));
}

char *
etp_parse_date (const char *text)
{
  static const char *const forms[] = {
    "^(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})$",
    "^(?<d>\\d{1,2})\\.\\s*(?<m>\\d{1,2})\\.\\s*(?<y>\\d{4}|\\d{2})$",
    "^(?<d>\\d{1,2})\\.?\\s*(?<m>\\pL+)\\.?,?\\s*(?<y>\\d{4}|\\d{2})$",
    "^(?<m>\\pL+)\\.?\\s*(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})$",
  };
  static GRegex *regexes[G_N_ELEMENTS (forms)];
  g_autofree char *plain = g_strstrip (g_strdup (text));

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (regexes[i] == NULL)
        regexes[i] = g_regex_new (forms[i], 0, 0, NULL);
      if (g_regex_match (regexes[i], plain, 0, &match))
        return make_date_of_match (match);
    }
  return strchr (plain, '/') != NULL ? parse_with_slashes (plain) : NULL;
}

/* ---- codes ---- */

typedef struct
{
  const char *word; /* folded */
  const char *code;
} Code;

static const char *
find_code (const char *text, const Code *codes, gsize n)
{
  g_autofree char *folded = etp_fold (text);

  for (gsize i = 0; i < n; i++)
    if (strcmp (codes[i].word, folded) == 0)
      return codes[i].code;
  return NULL;
}

/* The language in small letters, a country in capitals, a script with one capital. */
static void
append_subtag (GString *tag, const char *part)
{
  const gsize length = strlen (part);
  g_autofree char *lower = g_ascii_strdown (part, -1);

  if (tag->len > 0 && length == 4)
    lower[0] = g_ascii_toupper (lower[0]);
  else if (tag->len > 0 && length == 2)
    lower[0] = g_ascii_toupper (lower[0]), lower[1] = g_ascii_toupper (lower[1]);
  g_string_append_printf (tag, "%s%s", tag->len > 0 ? "-" : "", lower);
}

char *
etp_parse_language (const char *text)
{
  static const Code names[] = {
    { "deutsch", "de" }, { "german", "de" }, { "english", "en" }, { "englisch", "en" }
  };
  static GRegex *form;
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text), "_", '-'));
  g_auto (GStrv) parts = g_strsplit (plain, "-", -1);
  const char *code = find_code (plain, names, G_N_ELEMENTS (names));
  GString *tag;

  if (code != NULL || plain[0] == '\0')
    return g_strdup (code != NULL ? code : "");
  if (form == NULL)
    form = g_regex_new ("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$", 0, 0, NULL);
  if (!g_regex_match (form, plain, 0, NULL))
    return NULL;
  tag = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    append_subtag (tag, parts[i]);
  return g_string_free (tag, FALSE);
}

char *
etp_parse_currency (const char *text)
{
  static const Code names[] = { { "€", "EUR" },      { "euro", "EUR" },   { "euros", "EUR" },
                                { "$", "USD" },      { "dollar", "USD" }, { "£", "GBP" },
                                { "pfund", "GBP" },  { "pound", "GBP" },  { "¥", "JPY" },
                                { "yen", "JPY" },    { "fr", "CHF" },     { "sfr", "CHF" },
                                { "franken", "CHF" } };
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_autofree char *upper = g_ascii_strup (plain, -1);
  const char *code = find_code (plain, names, G_N_ELEMENTS (names));

  if (code != NULL)
    return g_strdup (code);
  return plain[0] == '\0'
                 || (strlen (upper) == 3 && strspn (upper, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
             ? g_steal_pointer (&upper)
             : NULL;
}

/* ---- durations ---- */

/* Starts of the units' words, folded, in both languages and short forms, the longer first. */
static const struct
{
  const char *start;
  char unit;
} unit_words[] = {
  { "year", 'Y' },  { "jahr", 'Y' },  { "month", 'M' }, { "monat", 'M' }, { "mon", 'M' },
  { "week", 'W' },  { "woche", 'W' }, { "day", 'D' },   { "tag", 'D' },   { "hour", 'h' },
  { "stund", 'h' }, { "std", 'h' },   { "min", 'm' },   { "sec", 's' },   { "sek", 's' },
  { "mo", 'M' },    { "wo", 'W' },    { "y", 'Y' },     { "j", 'Y' },     { "w", 'W' },
  { "d", 'D' },     { "t", 'D' },     { "h", 'h' },     { "m", 'm' },     { "s", 's' },
};

static char
find_unit (const char *word)
{
  g_autofree char *folded = etp_fold (word);

  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (g_str_has_prefix (folded, unit_words[i].start))
      return unit_words[i].unit;
  return 0;
}

/* Years and months are counted in months; the rest in seconds. */
static gboolean
add_part (double number, char unit, double *months, double *seconds)
{
  switch (unit)
    {
    case 'Y':
      *months += number * 12;
      break;
    case 'M':
      *months += number;
      break;
    case 'W':
      *seconds += number * 604800;
      break;
    case 'D':
      *seconds += number * 86400;
      break;
    case 'h':
      *seconds += number * 3600;
      break;
    case 'm':
      *seconds += number * 60;
      break;
    case 's':
      *seconds += number;
      break;
    default:
      return FALSE;
    }
  return number >= 0 && *months == floor (*months);
}

static void
append_part (GString *iso, guint64 number, char letter)
{
  if (number > 0)
    g_string_append_printf (iso, "%" G_GUINT64_FORMAT "%c", number, letter);
}

/* A single unit stays as it was written; otherwise the parts that people read best. */
static char *
make_duration (double months, double seconds, char single, double number)
{
  g_autoptr (GString) iso = g_string_new ("P");
  guint64 rest = (guint64) round (seconds);

  if (single != 0 && number == floor (number))
    g_string_append_printf (iso, "%s%.0f%c", strchr ("hms", single) != NULL ? "T" : "", number,
                            g_ascii_toupper (single));
  else
    {
      append_part (iso, (guint64) months / 12, 'Y');
      append_part (iso, (guint64) months % 12, 'M');
      append_part (iso, rest / 86400, 'D');
      if (rest % 86400 > 0)
        g_string_append_c (iso, 'T');
      append_part (iso, rest % 86400 / 3600, 'H');
      append_part (iso, rest % 3600 / 60, 'M');
      append_part (iso, rest % 60, 'S');
    }
  return etp_iso_parse_duration (iso->str, NULL) ? g_strdup (iso->str) : NULL;
}

char *
etp_parse_duration (const char *text, char unit, const char *language)
{
  static GRegex *parts;
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_autoptr (GMatchInfo) match = NULL;
  double months = 0, seconds = 0, number = 0;
  char letter = 0;
  guint n_parts = 0;
  int done = 0;

  if (etp_iso_parse_duration (plain, NULL))
    return g_steal_pointer (&plain);
  if (parts == NULL)
    parts = g_regex_new ("\\G\\s*([\\d.,]+)[\\s\\x{a0}]*(\\pL*)\\.?\\s*,?(?:und|and)?\\s*", 0, 0,
                         NULL);
  for (g_regex_match (parts, plain, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *figure = g_match_info_fetch (match, 1);
      g_autofree char *word = g_match_info_fetch (match, 2);

      letter = word[0] != '\0' ? find_unit (word) : n_parts == 0 ? unit : 0;
      if (!etp_parse_number (figure, language, &number)
          || !add_part (number, letter, &months, &seconds))
        return NULL;
      n_parts++;
      g_match_info_fetch_pos (match, 0, NULL, &done);
    }
  if (n_parts == 0 || plain[done] != '\0')
    return NULL;
  return make_duration (months, seconds, n_parts == 1 ? letter : 0, number);
}

gboolean
etp_duration_get_single (const char *iso, guint64 *number, char *unit)
{
  static const guint lengths[] = { 86400, 3600, 60, 1 };
  EtpIsoDuration d;
  guint64 months, seconds;

  if (!etp_iso_parse_duration (iso, &d))
    return FALSE;
  months = (guint64) d.years * 12 + d.months;
  seconds = ((guint64) d.weeks * 7 + d.days) * 86400 + (guint64) d.hours * 3600
            + (guint64) d.minutes * 60 + d.seconds;
  if (months > 0 && seconds > 0)
    return FALSE;
  if (months > 0)
    {
      *unit = months == (guint64) d.years * 12 ? 'Y' : 'M';
      *number = *unit == 'Y' ? d.years : months;
      return TRUE;
    }
  if (d.weeks > 0 && seconds == (guint64) d.weeks * 604800)
    {
      *unit = 'W';
      *number = d.weeks;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (seconds % lengths[i] == 0 && (seconds > 0 || i == G_N_ELEMENTS (lengths) - 1))
      {
        *unit = "Dhms"[i];
        *number = seconds / lengths[i];
        break;
      }
  return TRUE;
}
