/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-format.h"

#include <math.h>
#include <string.h>

#include "etp-iso.h"
#include "etp-words.h"

/* Data in words, in English or German whatever the locale: see etp-words.h. */

#define NO_BREAK_SPACE "\302\240"
#define MINUS "\342\210\222"

static const char *const months[2][12] = {
  { "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December" },
  { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember" },
};

char *
etp_format_date (const char *iso, const char *language)
{
  gboolean german = etp_words_is_german (language);
  int year, month, day;

  if (!etp_iso_parse_date (iso, &year, &month, &day))
    return g_strdup (iso);

  return g_strdup_printf (german ? "%d." NO_BREAK_SPACE "%s %d" : "%d" NO_BREAK_SPACE "%s %d", day,
                          months[german][month - 1], year);
}

char *
etp_format_date_short (const char *iso, const char *language)
{
  int year, month, day;

  if (!etp_iso_parse_date (iso, &year, &month, &day))
    return g_strdup (iso);
  if (etp_words_is_german (language))
    return g_strdup_printf ("%d.%d.%d", day, month, year);

  return g_strdup_printf ("%d" NO_BREAK_SPACE "%.3s" NO_BREAK_SPACE "%d", day, months[0][month - 1],
                          year);
}

typedef struct
{
  const char *one, *many, *tight;
} UnitWords;

static const UnitWords units[2][7] = {
  { { "year", "years", "y" },
    { "month", "months", "mo" },
    { "week", "weeks", "w" },
    { "day", "days", "d" },
    { "hour", "hours", "h" },
    { "minute", "minutes", "min" },
    { "second", "seconds", "s" } },
  { { "Jahr", "Jahre", "J." },
    { "Monat", "Monate", "Mon." },
    { "Woche", "Wochen", "Wo." },
    { "Tag", "Tage", "T." },
    { "Stunde", "Stunden", "Std." },
    { "Minute", "Minuten", "Min." },
    { "Sekunde", "Sekunden", "Sek." } },
};

static char *
format_duration (const char *iso, const char *language, gboolean tight)
{
  const UnitWords *words = units[etp_words_is_german (language)];
  EtpIsoDuration duration;
  GString *text = g_string_new (NULL);
  int smallest = 3;

  if (!etp_iso_parse_duration (iso, &duration))
    return g_string_free (g_string_append (text, iso), FALSE);

  {
    const guint parts[] = { duration.years, duration.months,  duration.weeks,  duration.days,
                            duration.hours, duration.minutes, duration.seconds };

    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
      {
        const char *word = parts[i] == 1 ? words[i].one : words[i].many;

        if (parts[i] == 0)
          continue;
        g_string_append_printf (text, "%s%u" NO_BREAK_SPACE "%s", text->len > 0 ? " " : "",
                                parts[i], tight ? words[i].tight : word);
      }
  }

  /* A duration of nothing: in the smallest unit it names. */
  if (text->len == 0)
    {
      static const char letters[] = "YMWDHMS";
      const char *last = iso + strlen (iso) - 1;

      for (smallest = 6; smallest > 0 && letters[smallest] != *last; smallest--)
        ;
      g_string_append_printf (text, "0" NO_BREAK_SPACE "%s",
                              tight ? words[smallest].tight : words[smallest].many);
    }

  return g_string_free (text, FALSE);
}

char *
etp_format_duration (const char *iso, const char *language)
{
  return format_duration (iso, language, FALSE);
}

char *
etp_format_duration_short (const char *iso, const char *language)
{
  return format_duration (iso, language, TRUE);
}

/* digits: "1234.50" without a sign. Groups by three and puts the language's signs in. */
static void
append_grouped (GString *text, const char *digits, gboolean german)
{
  const char *point = strchr (digits, '.');
  gsize whole = point != NULL ? (gsize) (point - digits) : strlen (digits);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (text, german ? '.' : ',');
      g_string_append_c (text, digits[i]);
    }
  if (point != NULL)
    {
      g_string_append_c (text, german ? ',' : '.');
      g_string_append (text, point + 1);
    }
}

static char *
format_decimals (double value, guint minimum, guint maximum, gboolean german)
{
  char form[8], digits[400];
  GString *text;

  g_snprintf (form, sizeof form, "%%.%uf", MIN (maximum, 9));
  g_ascii_formatd (digits, sizeof digits, form, fabs (value));
  if (maximum > minimum)
    {
      char *end = digits + strlen (digits);
      const char *point = strchr (digits, '.');

      while (end[-1] == '0' && end - 1 > point + minimum)
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }

  text = g_string_new (NULL);
  /* No sign before what is shown as nothing. */
  if (value < 0 && strspn (digits, "0.") < strlen (digits))
    g_string_append (text, MINUS);
  append_grouped (text, digits, german);
  return g_string_free (text, FALSE);
}

char *
etp_format_number (double value, guint max_decimals, const char *language)
{
  if (!isfinite (value))
    return g_strdup ("");

  return format_decimals (value, 0, max_decimals, etp_words_is_german (language));
}

char *
etp_format_percent (double share, guint max_decimals, const char *language)
{
  gboolean german = etp_words_is_german (language);
  g_autofree char *number = NULL;

  if (!isfinite (share))
    return g_strdup ("");

  number = format_decimals (share * 100, 0, max_decimals, german);
  return g_strconcat (number, german ? NO_BREAK_SPACE "%" : "%", NULL);
}

static const struct
{
  const char *code, *sign;
} currencies[] = { { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" }, { "JPY", "¥" } };

char *
etp_format_money (double value, const char *currency, const char *language)
{
  gboolean german = etp_words_is_german (language);
  guint decimals = value == floor (value) ? 0 : 2;
  g_autofree char *number = NULL;
  const char *sign = NULL;

  if (!isfinite (value))
    return g_strdup ("");

  number = format_decimals (fabs (value), decimals, decimals, german);
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_strcmp0 (currencies[i].code, currency) == 0)
      sign = currencies[i].sign;

  if (currency == NULL || currency[0] == '\0')
    return g_strconcat (value < 0 ? MINUS : "", number, NULL);
  if (sign != NULL && !german)
    return g_strconcat (value < 0 ? MINUS : "", sign, number, NULL);
  return g_strconcat (value < 0 ? MINUS : "", number, NO_BREAK_SPACE,
                      sign != NULL ? sign : currency, NULL);
}
