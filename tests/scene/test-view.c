/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "etp-test-random.h"
#include "model/etp-edit-card.h"
#include "model/etp-edit-node.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"
#include "scene-test.h"

/* A scene that is built upon the one before is the scene that is built from nothing, whatever
 * happened between, and shares with it what did not change. */

static void
assert_same (EtpScene *scene, EtpJourney *journey, const EtpViewOptions *options)
{
  g_autoptr (EtpScene) full = etp_test_scene_new (journey, options, NULL);
  g_autofree char *expected = etp_scene_dump (full);
  g_autofree char *found = etp_scene_dump (scene);

  if (g_strcmp0 (expected, found) != 0)
    {
      g_file_set_contents ("scene-full.txt", expected, -1, NULL);
      g_file_set_contents ("scene-incremental.txt", found, -1, NULL);
      g_test_message ("see scene-full.txt and scene-incremental.txt in the folder of the test");
    }
  g_assert_true (g_strcmp0 (expected, found) == 0);
}

static void
test_random (gconstpointer data)
{
  EtpViewOptions options = { .paper = data != NULL };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, &options, NULL);

  g_test_message ("seed %u", seed);
  etp_journey_seed_ids (journey, seed);
  for (guint i = 0; i < 150; i++)
    {
      EtpVerb verb =
          (EtpVerb) (i < ETP_N_VERBS ? i : (guint) g_rand_int_range (random, 0, ETP_N_VERBS));
      EtpScene *next;

      etp_test_random_verb (journey, random, verb);
      if (i % 7 == 0)
        etp_history_undo (etp_journey_get_history (journey));
      next = etp_test_scene_new (journey, &options, scene);
      g_set_object (&scene, next);
      g_object_unref (next);
      assert_same (scene, journey, &options);
    }
}

static guint
count_shared_cells (EtpScene *a, EtpScene *b)
{
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);
  guint shared = 0;

  for (guint i = 0; i < etp_scene_get_n_cells (a); i++)
    g_hash_table_add (cells, etp_scene_get_cell (a, i)->cell);
  for (guint i = 0; i < etp_scene_get_n_cells (b); i++)
    shared += g_hash_table_contains (cells, etp_scene_get_cell (b, i)->cell);
  return shared;
}

static guint
count_items (EtpScene *scene, EtpScene *old, guint *shared)
{
  g_autoptr (GHashTable) items = g_hash_table_new (NULL, NULL);
  guint n = 0;

  *shared = 0;
  for (guint i = 0; i < etp_scene_get_n_cells (old); i++)
    for (guint j = 0; j < etp_scene_get_cell (old, i)->cell->n_items; j++)
      g_hash_table_add (items, etp_scene_get_item (old, (EtpItemRef){ i, j }));
  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    for (guint j = 0; j < etp_scene_get_cell (scene, i)->cell->n_items; j++, n++)
      *shared += g_hash_table_contains (items, etp_scene_get_item (scene, (EtpItemRef){ i, j }));
  return n;
}

/* One edited note of 2,000 cards: all cells but one part are shared, all items but one. */
static void
test_sharing (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (2000, 5);
  g_autoptr (EtpScene) before = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpScene) after = NULL;
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  EtpNode *card = NULL;
  guint shared, n;

  for (guint i = 1000; card == NULL; i++)
    {
      card = etp_node_list_get (cards, i);
      g_assert_nonnull (card);
      if (etp_node_get_length (card, ETP_CARD_EMOTIONS) > 0)
        card = NULL;
    }
  etp_test_set (journey, etp_node_get_id (card), ETP_CARD_TITLE, "Edited");
  after = etp_test_scene_new (journey, NULL, before);
  n = count_items (after, before, &shared);
  g_assert_cmpuint (n, >, 2000);
  /* The card, and where its height made the rows move, the bands of the phases. */
  g_assert_cmpuint (n - shared, >=, 1);
  g_assert_cmpuint (n - shared, <=, 1 + 5 + 4);
  g_assert_cmpuint (etp_scene_get_n_cells (after) - count_shared_cells (after, before), <=,
                    1 + 5 + 4);
}

/* The number of the last phase that a card covers is said with it, and follows the phases. */
static void
test_spanning (void)
{
  static const char *const kinds[] = { "touchpoints", "text", "images" };
  static const char *const phases[] = { "p1", "p2", "p3" };
  EtpViewOptions options = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autoptr (EtpScene) before = NULL;
      g_autoptr (EtpScene) after = NULL;
      g_autofree char *dump = NULL;

      etp_test_add (journey, ETP_LIST_LANES, "lane", ETP_LANE_NAME, "Lane", ETP_LANE_KIND, kinds[i],
                    ETP_TEST_END);
      for (guint p = 0; p < G_N_ELEMENTS (phases); p++)
        etp_test_add (journey, ETP_LIST_PHASES, phases[p], ETP_PHASE_NAME, phases[p],
                      ETP_PHASE_COLOR, "teal", ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_CARDS, "card", ETP_CARD_LANE, "lane", ETP_CARD_PHASE, "p1",
                    ETP_CARD_UNTIL, "p3", ETP_CARD_TITLE, "Card", ETP_TEST_END);
      etp_test_set (journey, "p2", ETP_PHASE_HIDDEN, "true");
      before = etp_test_scene_new (journey, &options, NULL);
      dump = etp_scene_dump (before);
      g_assert_nonnull (strstr (dump, "through phase 3"));
      g_assert_true (etp_edit_move (journey, etp_journey_get_node (journey, "p2"), 2, NULL));
      after = etp_test_scene_new (journey, &options, before);
      assert_same (after, journey, &options);
    }
}

/* What collapsed lanes of measures and metrics tell they hold is what they show unfolded: also what
 * stands there for its card, and notes. */
static void
test_counted (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (EtpScene) before = NULL;
  g_autoptr (EtpScene) after = NULL;
  g_autofree char *dump = NULL;

  etp_test_add (journey, ETP_LIST_PHASES, "p1", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "p2", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "measures", ETP_LANE_KIND, "measures", ETP_LANE_COLLAPSED,
                "true", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "metrics", ETP_LANE_KIND, "metrics", ETP_LANE_COLLAPSED,
                "true", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "step", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p2",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "note", ETP_CARD_LANE, "measures", ETP_CARD_PHASE, "p1",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_MEASURES, "fix", ETP_MEASURE_CARDS, "step", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_METRICS, "nps", ETP_METRIC_AT, "step", ETP_TEST_END);
  before = etp_test_scene_new (journey, NULL, NULL);
  dump = etp_scene_dump (before);
  g_assert_nonnull (strstr (dump, "collapsed, 2 cards"));
  g_assert_nonnull (strstr (dump, "collapsed, 1 card\""));
  g_ptr_array_add (cards, etp_journey_get_node (journey, "step"));
  g_assert_true (etp_edit_move_cards (journey, cards, etp_journey_get_node (journey, "steps"),
                                      etp_journey_get_node (journey, "p1"), 0, NULL));
  after = etp_test_scene_new (journey, NULL, before);
  assert_same (after, journey, NULL);
}

/* A blueprint's line without a name is called by its order among the lines, folded too. */
static void
test_lines (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpScene) before = NULL;
  g_autoptr (EtpScene) after = NULL;

  etp_test_add (journey, ETP_LIST_PHASES, "p1", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "first", ETP_LANE_KIND, "line", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "text", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "second", ETP_LANE_KIND, "line", ETP_LANE_COLLAPSED,
                "true", ETP_TEST_END);
  before = etp_test_scene_new (journey, NULL, NULL);
  g_assert_true (etp_edit_move (journey, etp_journey_get_node (journey, "first"), 2, NULL));
  after = etp_test_scene_new (journey, NULL, before);
  assert_same (after, journey, NULL);
}

/* A point of the to-be curve says whose it is while there are several curves. */
static void
test_target_alone (void)
{
  const EtpViewOptions options = { .to_be = TRUE };
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpScene) before = NULL;
  g_autoptr (EtpScene) after = NULL;

  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "eva", ETP_PERSONA_NAME, "Eva", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "p1", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "curve", ETP_LANE_KIND, "emotion", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "one", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p1",
                ETP_CARD_EMOTIONS,
                etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max", ETP_EMOTION_TARGET,
                                1.0, ETP_TEST_END),
                NULL, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "two", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p1",
                ETP_CARD_EMOTIONS,
                etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "eva", ETP_EMOTION_TARGET,
                                1.0, ETP_TEST_END),
                NULL, ETP_TEST_END);
  before = etp_test_scene_new (journey, &options, NULL);
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "two"), NULL));
  after = etp_test_scene_new (journey, &options, before);
  assert_same (after, journey, &options);
}

/* Nothing changed, nothing is made anew. */
static void
test_unchanged (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpScene) before = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpScene) after = etp_test_scene_new (journey, NULL, before);

  g_assert_cmpuint (count_shared_cells (after, before), ==, etp_scene_get_n_cells (after));
}

/* Another style shares nothing that has a colour. */
static void
test_restyled (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpScene) light = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_DARK);
  g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();
  g_autoptr (EtpScene) dark = etp_view_build (NULL, journey, NULL, style, measurer, light);
  g_autoptr (EtpScene) full = etp_view_build (NULL, journey, NULL, style, measurer, NULL);
  g_autofree char *expected = etp_scene_dump (full);
  g_autofree char *found = etp_scene_dump (dark);

  g_assert_cmpuint (count_shared_cells (dark, light), ==, 0);
  g_assert_true (g_strcmp0 (expected, found) == 0);
}

static void
test_table (void)
{
  g_assert_cmpstr (etp_view_get (NULL)->name, ==, "journey-map");
  g_assert_true (etp_view_get ("journey-map") == etp_view_get (NULL));
  g_assert_null (etp_view_get ("no such view"));
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/scene/view/random/screen", NULL, test_random);
  g_test_add_data_func ("/scene/view/random/paper", GINT_TO_POINTER (1), test_random);
  g_test_add_func ("/scene/view/sharing", test_sharing);
  g_test_add_func ("/scene/view/spanning", test_spanning);
  g_test_add_func ("/scene/view/counted", test_counted);
  g_test_add_func ("/scene/view/lines", test_lines);
  g_test_add_func ("/scene/view/target-alone", test_target_alone);
  g_test_add_func ("/scene/view/unchanged", test_unchanged);
  g_test_add_func ("/scene/view/restyled", test_restyled);
  g_test_add_func ("/scene/view/table", test_table);
  return g_test_run ();
}
