/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene/etp-deck-words.h"

#include <string.h>

/* What stands on slides besides the journey's own words. */

/* Both languages say everything, with the same places. */
static void
test_complete (void)
{
  static const char *const places[] = { "{1}", "{2}", "{3}" };

  for (guint saying = 0; saying < ETP_N_SAYINGS; saying++)
    {
      const char *english = etp_deck_get_saying ("en", (EtpSaying) saying);
      const char *german = etp_deck_get_saying ("de-AT", (EtpSaying) saying);

      g_assert_nonnull (english);
      g_assert_nonnull (german);
      g_assert_cmpstr (english, !=, "");
      g_assert_cmpstr (german, !=, "");
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        g_assert_cmpint (strstr (english, places[i]) != NULL, ==,
                         strstr (german, places[i]) != NULL);
    }
}

static void
test_places (void)
{
  static const struct
  {
    EtpSaying saying;
    const char *language, *first, *second, *third, *expected;
  } rows[] = {
    { ETP_SAY_PART, "de", "2", "3", NULL, "(2\302\240von\302\2403)" },
    { ETP_SAY_CURVE_FROM_TO, "en", "3.1", "+1", "−0.5", "3.1: +1 → −0.5" },
    /* What people write is no place. */
    { ETP_SAY_TO_STEP, "en", "{2}", "100 % {1}", NULL, "{2} → 100 % {1}" },
    { ETP_SAY_PHASE_GOAL, "de", NULL, NULL, NULL, "Kundenziel: " },
    { ETP_SAY_PHASE_GOAL, "en", "שלום", NULL, NULL, "Customer goal: \342\201\250שלום\342\201\251" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = etp_deck_say (rows[i].language, rows[i].saying, rows[i].first,
                                            rows[i].second, rows[i].third);

      g_assert_cmpstr (said, ==, rows[i].expected);
    }
}

static void
test_counts (void)
{
  static const struct
  {
    guint n;
    const char *language, *expected;
  } rows[] = { { 0, "en", "0 measures" },
               { 1, "en", "1 measure" },
               { 2, "de", "2 Maßnahmen" },
               { 1, "de", "1 Maßnahme" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = etp_deck_say_count (rows[i].language, ETP_SAY_MEASURES_ONE,
                                                  rows[i].n);

      g_assert_cmpstr (said, ==, rows[i].expected);
    }
}

static void
test_titles (void)
{
  g_autofree char *plain = etp_deck_number_title ("en", "Pains", 2, 3);
  g_autofree char *turned = etp_deck_number_title ("en", "שלום", 2, 3);

  g_assert_cmpstr (plain, ==, "Pains (2\302\240of\302\2403)");
  g_assert_cmpstr (turned, ==, "שלום \342\201\246(2\302\240of\302\2403)\342\201\251");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deck-words/complete", test_complete);
  g_test_add_func ("/deck-words/places", test_places);
  g_test_add_func ("/deck-words/counts", test_counts);
  g_test_add_func ("/deck-words/titles", test_titles);

  return g_test_run ();
}
