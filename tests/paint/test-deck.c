/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "deck-test.h"
#include "etp-test-build.h"
#include "file/etp-load.h"
#include "model/etp-tables.h"
#include "paint/etp-text.h"

/* Decks as Pango sets their texts: of all examples, and of scripts that it sets in its own way. */

#define END ETP_TEST_END

static GPtrArray *
build (EtpJourney *journey, EtpDeckRatio ratio, EtpStyleKind kind)
{
  g_autoptr (EtpStyle) style = etp_style_new (kind);
  g_autoptr (EtpText) text = etp_text_new ();
  EtpDeckOptions options = { .ratio = ratio, .today = "2027-02-01" };
  GPtrArray *slides = etp_deck_build (journey, &options, style, ETP_MEASURER (text));

  deck_test_check_slides (slides);
  deck_test_check_cards (slides, journey);
  return slides;
}

static void
test_example (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "data", "examples",
                                            (const char *) data, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file (file, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint ratio = 0; ratio < 2; ratio++)
    {
      g_autoptr (GPtrArray) slides = build (loaded->journey, (EtpDeckRatio) ratio, ETP_STYLE_PAPER);
      EtpNodeList *measures = etp_journey_get_list (loaded->journey, ETP_LIST_MEASURES);
      EtpNodeList *metrics = etp_journey_get_list (loaded->journey, ETP_LIST_METRICS);
      EtpNode *node;

      for (guint i = 0; (node = etp_node_list_get (measures, i)) != NULL; i++)
        g_assert_true (
            deck_test_has_text (slides, "measures", etp_node_get_text (node, ETP_MEASURE_TITLE)));
      for (guint i = 0; (node = etp_node_list_get (metrics, i)) != NULL; i++)
        g_assert_true (
            deck_test_has_text (slides, "metrics", etp_node_get_text (node, ETP_METRIC_NAME)));
      g_assert_cmpuint (slides->len, <, 40);
    }
}

static void
test_scripts (void)
{
  static const char *const words[] = {
    "مرحبا بالعالم، شراء حذاء جديد من المتجر",
    "שלום עולם, נעליים חדשות (2.1) מהחנות",
    "👩‍👩‍👧 🏃‍♀️ 👍🏽 🇩🇪 and some words 🎉🎉🎉",
    "新しい靴を買うために店へ行きましたが、店員さんはとても親切でした。",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde",
    "a\u0301\u0302\u0303 zalgo o\u0308\u0304 and “quotes” – dashes",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autoptr (GPtrArray) slides = NULL;
      g_autofree char *text = NULL;
      GString *all = g_string_new (NULL);

      for (guint k = 0; k < 60; k++)
        g_string_append_printf (all, "%s%s", words[i], k % 10 == 9 ? "\n" : " ");
      text = g_string_free (all, FALSE);
      etp_test_set_root (journey, ETP_JOURNEY_LANGUAGE, "en", ETP_JOURNEY_TITLE, words[i],
                         ETP_JOURNEY_SCENARIO, text, END);
      etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, words[i], ETP_PHASE_GOAL,
                    words[i], END);
      etp_test_add (journey, ETP_LIST_LANES, "steps", END);
      etp_test_add (journey, ETP_LIST_LANES, "curve", ETP_LANE_KIND, "emotion", END);
      etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", END);
      for (guint k = 0; k < 3; k++)
        {
          g_autofree char *id = g_strdup_printf ("s%u", k);
          g_autofree char *pain = g_strdup_printf ("w%u", k);

          etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p",
                        ETP_CARD_TITLE, words[i], ETP_CARD_TEXT, text, ETP_CARD_EMOTIONS,
                        etp_test_value (&etp_emotion_table, ETP_EMOTION_VALUE, k - 1.0,
                                        ETP_EMOTION_FEELING, words[i], END),
                        NULL, END);
          etp_test_add (journey, ETP_LIST_CARDS, pain, ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p",
                        ETP_CARD_STEP, id, ETP_CARD_TEXT, words[i], ETP_CARD_SEVERITY, 4, END);
        }
      slides = build (journey, i % 2 == 0 ? ETP_DECK_WIDE : ETP_DECK_CLASSIC, ETP_STYLE_DARK);
      g_assert_cmpuint (deck_test_count (slides, "pains"), >=, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/deck/examples/webshop.de", "webshop.de.journey", test_example);
  g_test_add_data_func ("/deck/examples/webshop.en", "webshop.en.journey", test_example);
  g_test_add_data_func ("/deck/examples/b2b.de", "b2b.de.journey", test_example);
  g_test_add_data_func ("/deck/examples/b2b.en", "b2b.en.journey", test_example);
  g_test_add_data_func ("/deck/examples/omnichannel.de", "omnichannel.de.journey", test_example);
  g_test_add_data_func ("/deck/examples/omnichannel.en", "omnichannel.en.journey", test_example);
  g_test_add_func ("/deck/scripts", test_scripts);

  return g_test_run ();
}
