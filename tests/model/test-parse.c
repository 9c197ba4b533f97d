/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "model/etp-format.h"
#include "model/etp-parse.h"

static const struct
{
  const char *text, *language;
  double value; /* NAN: refused */
} numbers[] = {
  { "0", "en", 0 },
  { " 12 ", "en", 12 },
  { "1,234.5", "en", 1234.5 },
  { "1.234,5", "de", 1234.5 },
  { "1.234,5", "en", 1234.5 },
  { "1,234", "en", 1234 },
  { "1,234", "de", 1.234 },
  { "1.234", "de", 1234 },
  { "1.5", "de", 1.5 },
  { "1,5", "en", 1.5 },
  { "1.234.567", "de", 1234567 },
  { "-3", "de", -3 },
  { "\342\210\2223,5", "de", -3.5 },
  { "12,5\302\240%", "de", 12.5 },
  { "12.5%", "en", 12.5 },
  { "1.234,50\302\240€", "de", 1234.5 },
  { "€20", "en", 20 },
  { "1'000", "de", 1000 },
  { "0,125", "en", 0.125 },
  { "0.125", "de", 0.125 },
  { "-0.125", "de", -0.125 },
  { ",125", "en", 0.125 },
  { "1234,567", "en", 1234.567 },
  { "12,34,567.5", "en", 1234567.5 },
  { "1.2.3", "en", NAN },
  { "1.2.3", "de", NAN },
  { "5.3.2027", "de", NAN },
  { "1.234.5", "de", NAN },
  { "1,2.5", "en", NAN },
  { "1.5,5,5", "de", NAN },
  { "", "en", NAN },
  { "-", "en", NAN },
  { ",", "de", NAN },
  { "1e5", "en", NAN },
  { "abc", "en", NAN },
  { "1-2", "en", NAN },
  { "nan", "en", NAN },
  { "inf", "en", NAN },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      double value = 99;
      gboolean done = etp_parse_number (numbers[i].text, numbers[i].language, &value);

      g_test_message ("“%s” (%s)", numbers[i].text, numbers[i].language);
      g_assert_true (done == !isnan (numbers[i].value));
      if (done)
        g_assert_cmpfloat_with_epsilon (value, numbers[i].value, 1e-9);
    }
}

/* What is shown can be typed. */
static void
test_numbers_back (void)
{
  static const double values[] = { 0, 1, -1, 0.5, -1.6, 1234.25, 1e6, 999999.5, 123, 1000, 1.234 };
  static const char *const languages[] = { "de", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *text = etp_format_number (values[i], 6, languages[j]);
        g_autofree char *money = etp_format_money (values[i], "EUR", languages[j]);
        double value;

        g_test_message ("%s %s", text, money);
        g_assert_true (etp_parse_number (text, languages[j], &value));
        g_assert_cmpfloat_with_epsilon (value, values[i], 1e-9);
        g_assert_true (etp_parse_number (money, languages[j], &value));
        g_assert_cmpfloat_with_epsilon (value, values[i], 0.006);
      }
}

static const struct
{
  const char *text, *iso;
} dates[] = {
  { "2026-03-05", "2026-03-05" },
  { "2026-3-5", "2026-03-05" },
  { "5.3.2026", "2026-03-05" },
  { "05.03.26", "2026-03-05" },
  { " 5. 3. 2026 ", "2026-03-05" },
  { "5 March 2026", "2026-03-05" },
  { "5\302\240Mar\302\2402026", "2026-03-05" },
  { "5. März 2026", "2026-03-05" },
  { "31. Dez. 2026", "2026-12-31" },
  { "1. Okt 26", "2026-10-01" },
  { "1. mai 2026", "2026-05-01" },
  { "29.2.2028", "2028-02-29" },
  { "March 5, 2026", "2026-03-05" },
  { "Mar. 5th 2026", "2026-03-05" },
  { "5. Mrz. 2026", "2026-03-05" },
  { "1.1.0001", "0001-01-01" },
  { "0050-12-31", "0050-12-31" },
  { "March 32, 2026", NULL },
  { "Foo 5, 2026", NULL },
  { "29.2.2026", NULL },
  { "31.4.2026", NULL },
  { "2026-13-01", NULL },
  { "5. Foo 2026", NULL },
  { "", NULL },
  { "tomorrow", NULL },
  { "5", NULL },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *iso = etp_parse_date (dates[i].text);

      g_test_message ("“%s”", dates[i].text);
      g_assert_cmpstr (iso, ==, dates[i].iso);
    }
}

static void
test_dates_back (void)
{
  static const char *const isos[] = { "2026-03-05", "2026-12-31", "1999-01-01", "2028-02-29" };
  static const char *const languages[] = { "de", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (isos); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *tight = etp_format_date_short (isos[i], languages[j]);
        g_autofree char *wide = etp_format_date (isos[i], languages[j]);
        g_autofree char *tight_back = etp_parse_date (tight);
        g_autofree char *wide_back = etp_parse_date (wide);

        g_test_message ("%s, %s", tight, wide);
        g_assert_cmpstr (tight_back, ==, isos[i]);
        g_assert_cmpstr (wide_back, ==, isos[i]);
      }
}

static const struct
{
  const char *text;
  char unit;
  const char *iso;
} durations[] = {
  { "3", 'D', "P3D" },
  { "90", 'm', "PT90M" },
  { "2", 'M', "P2M" },
  { "1.5", 'h', "PT1H30M" },
  { "2 days", 'm', "P2D" },
  { "2 Tage", 'm', "P2D" },
  { "6 Wochen", 'D', "P6W" },
  { "1 h 30 min", 'D', "PT1H30M" },
  { "1 Std. 30 Min.", 'D', "PT1H30M" },
  { "1 Stunde und 30 Minuten", 'D', "PT1H30M" },
  { "1 month 3 days", 'D', "P1M3D" },
  { "1\302\240Monat 3\302\240Tage", 'D', "P1M3D" },
  { "1 year", 'D', "P1Y" },
  { "1.5 years", 'D', "P1Y6M" },
  { "5 s", 'D', "PT5S" },
  { "P1DT2H", 'D', "P1DT2H" },
  { "0", 'D', "P0D" },
  { "1.5 months", 'D', NULL },
  { "", 'D', NULL },
  { "soon", 'D', NULL },
  { "1 parsec", 'D', NULL },
  { "-1", 'D', NULL },
  { "1 h 30", 'D', NULL },
};

static void
test_durations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autofree char *iso = etp_parse_duration (durations[i].text, durations[i].unit, "en");

      g_test_message ("“%s”", durations[i].text);
      g_assert_cmpstr (iso, ==, durations[i].iso);
    }
}

static const struct
{
  const char *iso;
  guint64 number;
  char unit; /* 0: several units */
} singles[] = {
  { "P3D", 3, 'D' },   { "PT90M", 90, 'm' }, { "PT1H30M", 90, 'm' }, { "P6W", 6, 'W' },
  { "P1Y", 1, 'Y' },   { "P1Y6M", 18, 'M' }, { "P1DT2H", 26, 'h' },  { "PT5S", 5, 's' },
  { "P1W1D", 8, 'D' }, { "P1M3D", 0, 0 },    { "PT48H", 2, 'D' },    { "PT0S", 0, 's' },
};

static void
test_singles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (singles); i++)
    {
      guint64 number = 0;
      char unit = 0;
      gboolean done = etp_duration_get_single (singles[i].iso, &number, &unit);

      g_test_message ("%s", singles[i].iso);
      g_assert_true (done == (singles[i].unit != 0));
      if (!done)
        continue;
      g_assert_cmpuint (number, ==, singles[i].number);
      g_assert_cmpint (unit, ==, singles[i].unit);
    }
  g_assert_false (etp_duration_get_single ("", &(guint64){ 0 }, &(char){ 0 }));
}

static void
test_codes (void)
{
  static const struct
  {
    const char *text, *language, *currency;
  } rows[] = {
    { "", "", "" },
    { "de", "de", NULL },
    { " DE_at ", "de-AT", NULL },
    { "en-gb", "en-GB", NULL },
    { "zh-hant-tw", "zh-Hant-TW", NULL },
    { "Deutsch", "de", NULL },
    { "English", "en", NULL },
    { "Klingonisch", NULL, NULL },
    { "de at", NULL, NULL },
    { "EUR", "eur", "EUR" },
    { "chf", "chf", "CHF" },
    { "€", NULL, "EUR" },
    { "Euro", NULL, "EUR" },
    { "Taler", NULL, NULL },
    { "12", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *language = etp_parse_language (rows[i].text);
      g_autofree char *currency = etp_parse_currency (rows[i].text);

      g_assert_cmpstr (language, ==, rows[i].language);
      if (rows[i].currency != NULL || rows[i].language == NULL)
        g_assert_cmpstr (currency, ==, rows[i].currency);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/parse/numbers", test_numbers);
  g_test_add_func ("/model/parse/codes", test_codes);
  g_test_add_func ("/model/parse/numbers-back", test_numbers_back);
  g_test_add_func ("/model/parse/dates", test_dates);
  g_test_add_func ("/model/parse/dates-back", test_dates_back);
  g_test_add_func ("/model/parse/durations", test_durations);
  g_test_add_func ("/model/parse/singles", test_singles);
  return g_test_run ();
}
