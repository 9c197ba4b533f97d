/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>

#include "etp-test-build.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

/* The curve in words, in both languages whatever the locale, and numbers as people type them. */

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static EtpJourney *
create_journey (const double *values, guint n, double target)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "a", ETP_PHASE_NAME, "A", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "t", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i + 1);
      g_autofree char *title = g_strdup_printf ("Step %c", 'A' + (int) i);
      EtpValue *emotion = isnan (target)
                              ? etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max",
                                                ETP_EMOTION_VALUE, values[i], ETP_TEST_END)
                              : etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max",
                                                ETP_EMOTION_VALUE, values[i], ETP_EMOTION_TARGET,
                                                target, ETP_TEST_END);

      etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "t", ETP_CARD_PHASE, "a",
                    ETP_CARD_TITLE, title, ETP_CARD_EMOTIONS, emotion, NULL, ETP_TEST_END);
    }
  return journey;
}

/* Who looks at the map does not see what lies in a hidden phase, and is not told about it. */
static void
test_hidden (void)
{
  static const double values[] = { 1, -1 };
  g_autoptr (EtpJourney) journey = create_journey (values, G_N_ELEMENTS (values), (double) NAN);

  etp_test_add (journey, ETP_LIST_PHASES, "b", ETP_PHASE_HIDDEN, TRUE, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "h", ETP_CARD_LANE, "t", ETP_CARD_PHASE, "b",
                ETP_CARD_EMOTIONS,
                etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max", ETP_EMOTION_VALUE,
                                2.0, ETP_TEST_END),
                NULL, ETP_TEST_END);
  assert_text (etp_curve_describe (journey, "max", "en"),
               "Starts at +1 satisfied, ends at −1 disappointed at 1.2 Step B.");
}

static void
test_turns (void)
{
  static const double values[] = { 0, -0.5, -1.6, -1.5, 1.2, 1.1, 0.4 };
  g_autoptr (EtpJourney) journey = create_journey (values, G_N_ELEMENTS (values), (double) NAN);

  assert_text (
      etp_curve_describe (journey, "max", "en"),
      "Starts at 0 neutral, falls to −1.6 frustrated at 1.3 Step C, rises to +1.2 happy at "
      "1.5 Step E, ends at +0.4 confident at 1.7 Step G.");
  assert_text (etp_curve_describe (journey, NULL, "de"),
               "Beginnt bei 0 neutral, fällt auf −1,6 frustriert bei 1.3 Step C, steigt auf +1,2 "
               "erfreut bei 1.5 Step E, endet bei +0,4 zuversichtlich bei 1.7 Step G.");
}

static void
test_short_curves (void)
{
  static const double flat[] = { 0.5, 0.6, 0.4 };
  static const double slope[] = { -1, 1 };
  g_autoptr (EtpJourney) none = create_journey (flat, 0, (double) NAN);
  g_autoptr (EtpJourney) one = create_journey (flat, 1, (double) NAN);
  g_autoptr (EtpJourney) level = create_journey (flat, 3, (double) NAN);
  g_autoptr (EtpJourney) rising = create_journey (slope, 2, 0.5);

  assert_text (etp_curve_describe (none, NULL, "en"), "There is no emotion yet.");
  assert_text (etp_curve_describe (one, NULL, "en"),
               "One point only: +0.5 confident at 1.1 Step A.");
  assert_text (etp_curve_describe (level, NULL, "de"),
               "Bleibt bei +0,4 zuversichtlich bis 1.3 Step C.");
  assert_text (etp_curve_describe (rising, NULL, "en"),
               "Starts at −1 disappointed, ends at +1 satisfied at 1.2 Step B. Farthest from the "
               "to-be curve at 1.1 Step A: −1 instead of +0.5.");
}

/* Two personas are told apart; a room's ratings speak by their mean. */
static void
test_personas (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autofree char *all = etp_curve_describe (journey, NULL, "en");
  g_autofree char *eva = etp_curve_describe (journey, "eva", "en");

  g_assert_nonnull (strstr (all, "Starts at +0.5 curious, falls to −1.2 frustriert at 2.1"));
  g_assert_nonnull (strstr (all, eva));
  g_assert_cmpstr (eva, ==,
                   "Stays at +0.2 neutral up to 2.1 Visits the shop. Farthest from the "
                   "to-be curve at 1.1 Sees an advert: 0 instead of +0.5.");
}

/* All together say what each says alone, whatever stands in the list of a step: several emotions of one
 * persona, of which the first counts, one without a number, and some of nobody who is there. */
static void
test_all_as_each (void)
{
  static const struct
  {
    const char *personas[4];
    double values[4]; /* NAN: none */
  } steps[] = {
    { { "max", "eva", "max", "gone" }, { 1, -1, -2, 0 } },
    { { "eva", "gone", "", "gone" }, { 0.5, 2, 1, 0 } },
    { { "max", "max", "gone", "gone" }, { (double) NAN, 2, 0, 0 } },
    { { "max", "", "eva", "gone" }, { -1, -1, 1.5, 1 } },
  };
  static const double none[] = { 0 };
  g_autoptr (EtpJourney) journey = create_journey (none, 0, (double) NAN);
  g_autofree char *expected = NULL, *max = NULL, *eva = NULL, *nobody = NULL;

  etp_test_add (journey, ETP_LIST_PERSONAS, "ben", ETP_PERSONA_NAME, "Ben", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "eva", ETP_PERSONA_NAME, "Eva", ETP_TEST_END);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      EtpValue *emotions[4];

      for (guint j = 0; j < G_N_ELEMENTS (emotions); j++)
        emotions[j] = isnan (steps[i].values[j])
                          ? etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA,
                                            steps[i].personas[j], ETP_EMOTION_TARGET, 1.0,
                                            ETP_TEST_END)
                          : etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA,
                                            steps[i].personas[j], ETP_EMOTION_VALUE,
                                            steps[i].values[j], ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_CARDS, NULL, ETP_CARD_LANE, "t", ETP_CARD_PHASE, "a",
                    ETP_CARD_EMOTIONS, emotions[0], emotions[1], emotions[2], emotions[3], NULL,
                    ETP_TEST_END);
    }
  max = etp_curve_describe (journey, "max", "en");
  eva = etp_curve_describe (journey, "eva", "en");
  nobody = etp_curve_describe (journey, "", "en");
  g_assert_cmpstr (max, ==, "Starts at +1 satisfied, ends at −1 disappointed at 1.4.");
  expected = g_strdup_printf ("Max: %s Eva: %s %s", max, eva, nobody);
  assert_text (etp_curve_describe (journey, NULL, "en"), expected);
  assert_text (etp_curve_describe (journey, "ben", "en"), "There is no emotion yet.");
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double value; /* NAN: refused */
  } cases[] = {
    { "-1,5", -1.5 },          { "−2", -2 },
    { " + 0.3 ", 0.3 },        { "1", 1 },
    { "0.26", 0.3 },           { ",5", 0.5 },
    { "2.1", (double) NAN },   { "", (double) NAN },
    { "1,2,3", (double) NAN }, { "gut", (double) NAN },
    { "--1", (double) NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = (double) NAN;

      g_assert_cmpint (etp_emotion_parse (cases[i].text, &value), ==, !isnan (cases[i].value));
      if (!isnan (cases[i].value))
        g_assert_cmpfloat_with_epsilon (value, cases[i].value, 1e-9);
    }
  assert_text (etp_emotion_format (-1.5, "de"), "−1,5");
  assert_text (etp_emotion_format (0.04, "de"), "0");
  assert_text (etp_emotion_format (2, "en"), "+2");
  assert_text (etp_emotion_format ((double) NAN, "en"), "");
}

/* Value and feeling are one step, and nothing else of the entry changes. */
static void
test_level (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);
  EtpNode *step = etp_journey_get_node (journey, "visit");
  EtpNode *max = etp_journey_get_node (journey, "max");
  EtpValue *emotion;

  g_assert_true (etp_edit_set_emotion_level (journey, step, max, FALSE, 1.23, "erfreut", NULL));
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Set Emotion");
  emotion = etp_card_get_emotion (step, "max");
  g_assert_cmpfloat_with_epsilon (etp_emotion_get_level (emotion), 1.2, 1e-9);
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_FEELING), ==, "erfreut");
  g_assert_cmpfloat_with_epsilon (
      etp_record_get_number (etp_value_record (emotion), ETP_EMOTION_TARGET), 0.8, 1e-9);
  g_assert_true (etp_history_undo (history));
  emotion = etp_card_get_emotion (step, "max");
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_FEELING), ==, "frustriert");
  g_assert_false (etp_history_undo (history));

  g_assert_true (etp_edit_set_emotion_level (journey, step, max, TRUE, -0.3, NULL, NULL));
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Set Emotion Target");
  emotion = etp_card_get_emotion (step, "max");
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_FEELING), ==, "frustriert");
  g_assert_cmpfloat_with_epsilon (etp_emotion_get_level (emotion), -1.2, 1e-9);
}

/* A point goes; the one of the other curve stays. A new step has its point. */
static void
test_points (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);
  EtpNode *step = etp_journey_get_node (journey, "visit");
  EtpNode *order = etp_journey_get_node (journey, "order");
  EtpNode *max = etp_journey_get_node (journey, "max");
  EtpNode *eva = etp_journey_get_node (journey, "eva");
  EtpNode *added;
  EtpValue *emotion;

  g_assert_true (etp_edit_remove_emotion_point (journey, step, max, FALSE, NULL));
  emotion = etp_card_get_emotion (step, "max");
  g_assert_true (isnan (etp_emotion_get_level (emotion)));
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_FEELING), ==, "");
  g_assert_cmpfloat (etp_value_get_number (emotion, ETP_EMOTION_TARGET), ==, 0.8);
  g_assert_true (etp_edit_remove_emotion_point (journey, step, max, TRUE, NULL));
  g_assert_null (etp_card_get_emotion (step, "max"));
  g_assert_true (etp_history_undo (history) && etp_history_undo (history));

  /* What is felt and known of a step stays without a value, where only the point that it shall have
   * goes. */
  g_assert_true (etp_edit_set_emotion_level (journey, order, eva, TRUE, 1.5, NULL, NULL));
  g_assert_true (etp_edit_set_emotion_feeling (journey, order, eva, "calm", NULL));
  g_assert_true (etp_edit_remove_emotion_point (journey, order, eva, TRUE, NULL));
  emotion = etp_card_get_emotion (order, "eva");
  g_assert_nonnull (emotion);
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_FEELING), ==, "calm");
  g_assert_true (isnan (etp_value_get_number (emotion, ETP_EMOTION_TARGET)));
  while (etp_history_undo (history))
    continue;

  /* A room's votes go with their point. */
  g_assert_true (etp_edit_remove_emotion_point (journey, step, eva, FALSE, NULL));
  g_assert_null (etp_card_get_emotion (step, "eva"));
  g_assert_true (etp_history_undo (history));

  added = etp_edit_add_step (journey, etp_journey_get_node (journey, "touchpoints"),
                             etp_journey_get_node (journey, "consider"), 1, max, FALSE, -0.7, NULL);
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Add Step");
  g_assert_cmpfloat (etp_emotion_get_level (etp_card_get_emotion (added, "max")), ==, -0.7);
  g_assert_true (added == etp_outline_get_step (etp_journey_get_outline (journey), 2, 2));
  g_assert_true (etp_history_undo (history));
  g_assert_false (etp_history_undo (history));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curve-text/turns", test_turns);
  g_test_add_func ("/curve-text/hidden", test_hidden);
  g_test_add_func ("/curve-text/short", test_short_curves);
  g_test_add_func ("/curve-text/personas", test_personas);
  g_test_add_func ("/curve-text/all-as-each", test_all_as_each);
  g_test_add_func ("/curve-text/numbers", test_numbers);
  g_test_add_func ("/curve-text/level", test_level);
  g_test_add_func ("/curve-text/points", test_points);
  return g_test_run ();
}
