/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>

#include "etp-test-build.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-feelings.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"

/* Words for feelings: every value has one, and a word goes with its value. */

static void
test_list (void)
{
  static const char *const languages[] = { "en", "de" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      const char *const *words = etp_feelings_get_words (languages[l]);
      double last = 2;
      guint n;
      const EtpFeeling *list = etp_feelings_get (languages[l], &n);

      for (guint i = 0; i < n; i++)
        {
          const double middle = (list[i].low + list[i].high) / 2;

          g_assert_cmpstr (words[i], ==, list[i].word);
          g_assert_true (etp_feelings_find (languages[l], list[i].word) == &list[i]);
          g_assert_cmpfloat (list[i].low, <, list[i].high);
          g_assert_cmpfloat (middle, <=, last + 0.61); /* roughly from the best to the worst */
          last = middle;
        }
      g_assert_null (words[n]);
    }
  g_assert_cmpstr (etp_feelings_get_words ("de-CH")[0], ==, "begeistert");
  g_assert_cmpstr (etp_feelings_get_words ("fr")[0], ==, "delighted");
}

static void
test_plain (void)
{
  static const struct
  {
    double value;
    const char *english, *german;
  } cases[] = {
    { 2, "delighted", "begeistert" },
    { 1.6, "delighted", "begeistert" },
    { 1.5, "happy", "erfreut" },
    { 1, "satisfied", "zufrieden" },
    { 0.3, "confident", "zuversichtlich" },
    { 0.2, "neutral", "neutral" },
    { -0.0, "neutral", "neutral" },
    { -0.24, "neutral", "neutral" },
    { -0.3, "unsure", "unsicher" },
    { -1, "disappointed", "enttäuscht" },
    { -1.1, "annoyed", "verärgert" },
    { -1.6, "frustrated", "frustriert" },
    { -7, "frustrated", "frustriert" },
    { (double) NAN, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (etp_feelings_get_plain ("en", cases[i].value), ==, cases[i].english);
      g_assert_cmpstr (etp_feelings_get_plain ("de", cases[i].value), ==, cases[i].german);
    }
  /* Exactly one for each step of the scale. */
  for (int i = -20; i <= 20; i++)
    g_assert_cmpstr (etp_feelings_get_plain ("en", i / 10.0), !=, "");
}

static void
test_follow (void)
{
  static const struct
  {
    const char *feeling;
    double value;
    const char *expected;
  } cases[] = {
    { "frustriert", 1.2, "erfreut" }, /* does not go with it any more */
    { "frustriert", -1.8, "frustriert" },
    { "Frustriert", 0, "neutral" },
    { "erleichtert", 1.2, "erleichtert" },
    { "wie auf Wolken", -2, "wie auf Wolken" }, /* a free word */
    { "", -2, "" },
    { "stolz", (double) NAN, "stolz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (etp_feelings_follow ("de", cases[i].feeling, cases[i].value), ==,
                     cases[i].expected);
  g_assert_null (etp_feelings_find ("en", "frustriert"));
}

static gint64 now;

static gint64
get_now (void)
{
  return now;
}

/* Slid away and back within one step for undo, it is the word from before; a scale that is held may rest on
 * the way. After a rest otherwise it is a step of its own, which goes by the word that it begins with. */
static void
test_slide (void)
{
  static const struct
  {
    guint rest_ms;
    gboolean is_held;
    double level;
    const char *expected;
  } rows[] = {
    { 0, FALSE, 1.5, "happy" },        { 100, FALSE, -2, "frustrated" },
    { 100, FALSE, 0.4, "curious" },    { 100, FALSE, 1.5, "happy" },
    { 5000, TRUE, 0.4, "curious" },    { 100, FALSE, 1.5, "happy" },
    { 5000, FALSE, 0.4, "confident" },
  };
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);
  EtpNode *step = etp_journey_get_node (journey, "advert");
  EtpNode *max = etp_journey_get_node (journey, "max");

  now = 0;
  etp_history_set_clock (history, get_now);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      now += rows[i].rest_ms * 1000;
      if (rows[i].is_held)
        etp_history_prolong (history);
      g_assert_true (etp_edit_slide_emotion (journey, step, max, FALSE, rows[i].level, NULL));
      g_assert_cmpstr (etp_value_get_text (etp_card_get_emotion (step, "max"), ETP_EMOTION_FEELING),
                       ==, rows[i].expected);
    }
  g_assert_true (etp_edit_set_emotion_feeling (journey, step, max, "calm", NULL));
  g_assert_true (etp_edit_slide_emotion (journey, step, max, FALSE, 1.5, NULL));
  g_assert_true (etp_edit_slide_emotion (journey, step, max, FALSE, 0.4, NULL));
  g_assert_cmpstr (etp_value_get_text (etp_card_get_emotion (step, "max"), ETP_EMOTION_FEELING), ==,
                   "calm");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feelings/list", test_list);
  g_test_add_func ("/feelings/plain", test_plain);
  g_test_add_func ("/feelings/follow", test_follow);
  g_test_add_func ("/feelings/slide", test_slide);
  return g_test_run ();
}
