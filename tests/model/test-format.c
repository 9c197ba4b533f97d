/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>
#include <string.h>

#include "model/etp-enums.h"
#include "model/etp-format.h"
#include "model/etp-iso.h"
#include "model/etp-tables.h"
#include "model/etp-words.h"

/* Data in words, in both languages whatever the locale. "~" stands for a no-break space. */

static void
assert_text (char *text, const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);
  g_autofree char *shown = g_strjoinv ("~", parts);

  g_assert_cmpstr (shown, ==, expected);
  g_free (text);
}

static const struct
{
  const char *iso, *english, *german, *short_english, *short_german;
} dates[] = {
  { "2026-03-05", "5~March 2026", "5.~März 2026", "5~Mar~2026", "5.3.2026" },
  { "1999-12-31", "31~December 1999", "31.~Dezember 1999", "31~Dec~1999", "31.12.1999" },
  { "soon", "soon", "soon", "soon", "soon" },
  { "2026-02-30", "2026-02-30", "2026-02-30", "2026-02-30", "2026-02-30" },
  { "", "", "", "", "" },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      assert_text (etp_format_date (dates[i].iso, "en"), dates[i].english);
      assert_text (etp_format_date (dates[i].iso, "de-AT"), dates[i].german);
      assert_text (etp_format_date_short (dates[i].iso, "en"), dates[i].short_english);
      assert_text (etp_format_date_short (dates[i].iso, "de"), dates[i].short_german);
    }
}

static const struct
{
  const char *iso, *english, *german, *tight;
} durations[] = {
  { "P3D", "3~days", "3~Tage", "3~d" },
  { "P1D", "1~day", "1~Tag", "1~d" },
  { "PT20M", "20~minutes", "20~Minuten", "20~min" },
  { "P6M", "6~months", "6~Monate", "6~mo" },
  { "P1Y2M3W4DT5H6M7S", "1~year 2~months 3~weeks 4~days 5~hours 6~minutes 7~seconds",
    "1~Jahr 2~Monate 3~Wochen 4~Tage 5~Stunden 6~Minuten 7~Sekunden",
    "1~y 2~mo 3~w 4~d 5~h 6~min 7~s" },
  { "PT0S", "0~seconds", "0~Sekunden", "0~s" },
  { "P0D", "0~days", "0~Tage", "0~d" },
  { "a while", "a while", "a while", "a while" },
};

static void
test_durations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      assert_text (etp_format_duration (durations[i].iso, "en"), durations[i].english);
      assert_text (etp_format_duration (durations[i].iso, "de"), durations[i].german);
      assert_text (etp_format_duration_short (durations[i].iso, "en"), durations[i].tight);
    }
}

static void
test_duration_lengths (void)
{
  static const char *const ascending[] = { "PT59S", "PT1M", "PT20M", "PT1H", "P1D", "PT25H",
                                           "P1W",   "P8D",  "P1M",   "P11M", "P1Y" };
  double last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++)
    {
      EtpIsoDuration duration;

      g_assert_true (etp_iso_parse_duration (ascending[i], &duration));
      g_assert_cmpfloat (etp_iso_duration_get_days (&duration), >, last);
      last = etp_iso_duration_get_days (&duration);
    }
}

static const struct
{
  double number;
  guint decimals;
  const char *english, *german;
} numbers[] = {
  { 0, 2, "0", "0" },
  { 1234.5, 2, "1,234.5", "1.234,5" },
  { 1234567, 0, "1,234,567", "1.234.567" },
  { 999, 0, "999", "999" },
  { 3.14159, 2, "3.14", "3,14" },
  { 100, 2, "100", "100" },
  { -0.5, 1, "−0.5", "−0,5" },
  { -0.001, 1, "0", "0" },
  { 0.1 + 0.2, 9, "0.3", "0,3" },
  { 9.99, 1, "10", "10" },
  { 1e15, 0, "1,000,000,000,000,000", "1.000.000.000.000.000" },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      assert_text (etp_format_number (numbers[i].number, numbers[i].decimals, "en"),
                   numbers[i].english);
      assert_text (etp_format_number (numbers[i].number, numbers[i].decimals, "de"),
                   numbers[i].german);
    }
  assert_text (etp_format_number (NAN, 2, "en"), "");
  assert_text (etp_format_percent (0.125, 1, "en"), "12.5%");
  assert_text (etp_format_percent (0.125, 1, "de"), "12,5~%");
  assert_text (etp_format_percent (1, 0, "de"), "100~%");
  assert_text (etp_format_money (1234.5, "EUR", "en"), "€1,234.50");
  assert_text (etp_format_money (1234.5, "EUR", "de"), "1.234,50~€");
  assert_text (etp_format_money (-20, "EUR", "en"), "−€20");
  assert_text (etp_format_money (20, "CHF", "de"), "20~CHF");
  assert_text (etp_format_money (20, "CHF", "en"), "20~CHF");
  assert_text (etp_format_money (20, "", "en"), "20");
}

/* Tags for files of other formats are sound whatever the document says. */
static void
test_tag (void)
{
  static const char *const rows[][2] = {
    { "de", "de" },
    { "en-GB", "en-GB" },
    { "zh-Hant-TW", "zh-Hant-TW" },
    { "es-419", "es-419" },
    { "de_AT", "de-AT" },
    { "sr-Latn", "sr-Latn" },
    { "de-DE-1996", "de-DE" },
    { "en-x-pirate", "en" },
    { "gsw", "gsw" },
    { "Deutsch bitte", "en" },
    { "x", "en" },
    { "-", "en" },
    { "de\"><script>", "de" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *tag = etp_words_dup_tag (rows[i][0]);

      g_assert_cmpstr (tag, ==, rows[i][1]);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *tag = etp_words_dup_tag (i == 0 ? "" : NULL);

      g_assert_cmpstr (tag, ==, etp_words_is_german (NULL) ? "de" : "en");
    }
}

static void
test_languages (void)
{
  g_assert_true (etp_words_is_german ("de"));
  g_assert_true (etp_words_is_german ("de-CH"));
  g_assert_true (etp_words_is_german ("DE_at.UTF-8"));
  g_assert_false (etp_words_is_german ("del"));
  g_assert_false (etp_words_is_german ("en"));
  g_assert_false (etp_words_is_german ("fr"));
  g_assert_cmpstr (etp_words_get ("de", ETP_WORD_TARGET), ==, "Ziel");
  g_assert_cmpstr (etp_words_get ("en", ETP_WORD_TARGET), ==, "Target");
  g_assert_cmpint (etp_words_is_german (NULL), ==, etp_words_is_german (""));
}

static void
test_words (void)
{
  for (guint i = 0; i < ETP_N_WORDS; i++)
    {
      g_assert_cmpstr (etp_words_get ("en", (EtpWord) i), !=, NULL);
      g_assert_cmpstr (etp_words_get ("de", (EtpWord) i), !=, NULL);
      g_assert_true (g_utf8_validate (etp_words_get ("de", (EtpWord) i), -1, NULL));
    }
  g_assert_cmpstr (etp_words_get_lane_kind ("de", ETP_LANE_KIND_PAINS), ==, "Schwachstellen");
  g_assert_cmpstr (etp_words_get_lane_kind ("en", -1), ==, "Notes");
  g_assert_cmpstr (etp_words_get_choice ("de", etp_state_words, ETP_STATE_TO_BE), ==,
                   "Soll-Zustand");
  g_assert_cmpstr (etp_words_get_choice ("de", etp_state_words, -1), ==, "");
}

/* Each word of each enumerated field has words for people, the last one included. */
static void
check_choices (const EtpTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      const EtpField *row = &table->fields[i];

      if (row->columns != NULL)
        check_choices (row->columns);
      for (guint j = 0; row->words != NULL && row->words[j] != NULL; j++)
        {
          g_test_message ("%s.%s %s", table->name, row->member, row->words[j]);
          g_assert_cmpstr (etp_words_get_choice ("en", row->words, (int) j), !=, "");
          g_assert_cmpstr (etp_words_get_choice ("de", row->words, (int) j), !=, "");
        }
    }
}

static void
test_choices (void)
{
  static const EtpTable *const tables[] = {
    &etp_journey_table, &etp_system_table,     &etp_source_table, &etp_persona_table,
    &etp_channel_table, &etp_touchpoint_table, &etp_lane_table,   &etp_card_table,
    &etp_link_table,    &etp_measure_table,    &etp_metric_table
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    check_choices (tables[i]);
  g_assert_cmpstr (etp_words_get_choice ("en", etp_period_words, ETP_PERIOD_YEAR), ==, "year");
  g_assert_cmpstr (
      etp_words_get_choice ("en", etp_measure_status_words, ETP_MEASURE_STATUS_DROPPED), ==,
      "Dropped");
  g_assert_cmpstr (
      etp_words_get_choice ("en", etp_link_continuity_words, ETP_LINK_CONTINUITY_BROKEN), ==,
      "Broken hand-over");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/format/tag", test_tag);
  g_test_add_func ("/model/format/dates", test_dates);
  g_test_add_func ("/model/format/durations", test_durations);
  g_test_add_func ("/model/format/duration-lengths", test_duration_lengths);
  g_test_add_func ("/model/format/numbers", test_numbers);
  g_test_add_func ("/model/format/languages", test_languages);
  g_test_add_func ("/model/format/words", test_words);
  g_test_add_func ("/model/format/choices", test_choices);

  return g_test_run ();
}
