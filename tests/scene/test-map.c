/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-tables.h"
#include "scene-test.h"

#include <math.h>
#include <string.h>

/* Golden layouts of the journey map: each lane kind of the sample alone, and each rule of the
 * layout in a small map of its own. */

#define END ETP_TEST_END

static void
check_scene (EtpJourney *journey, const EtpViewOptions *options, const char *name)
{
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, options, NULL);
  g_autofree char *text = etp_scene_dump (scene);

  etp_test_assert_golden (name, text);
}

/* The sample with all lanes hidden but those of one kind. */
static void
test_lane (gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpViewOptions options = { .hide_title = TRUE };
  g_autofree char *name = g_strconcat ("lane-", etp_lane_kind_words[kind], NULL);
  guint shown = 0;

  for (guint i = 0; i < etp_node_list_get_length (lanes); i++)
    {
      EtpNode *lane = etp_node_list_get (lanes, i);

      if (etp_node_get_enum (lane, ETP_LANE_KIND) == (int) kind)
        shown++;
      else
        etp_test_set (journey, etp_node_get_id (lane), ETP_LANE_HIDDEN, "true");
    }
  g_assert_cmpuint (shown, >, 0);
  check_scene (journey, &options, name);
}

static EtpJourney *
new_map (guint n_phases)
{
  static const char *const ids[] = { "p1", "p2", "p3", "p4" };
  EtpJourney *journey = etp_journey_new ();

  etp_test_set_root (journey, ETP_JOURNEY_LANGUAGE, "en", ETP_JOURNEY_TITLE, "Small map", END);
  for (guint i = 0; i < n_phases; i++)
    etp_test_add (journey, ETP_LIST_PHASES, ids[i], ETP_PHASE_NAME, ids[i], ETP_PHASE_GOAL,
                  i == 1 ? "A goal that is long enough to need a second line of its own" : "",
                  ETP_PHASE_DURATION, i == 0 ? "P3D" : "", END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_PROMPT, "Where do they meet us?", END);
  etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", END);
  return journey;
}

static void
add_card (EtpJourney *journey, const char *id, const char *lane, const char *phase)
{
  etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, lane, ETP_CARD_PHASE, phase,
                ETP_CARD_TITLE, id, ETP_CARD_TEXT,
                lane[0] == 's' ? "Some words that go over more than one line of the card." : "",
                END);
}

static void
add_steps (EtpJourney *journey)
{
  add_card (journey, "first", "steps", "p1");
  add_card (journey, "second", "steps", "p1");
  add_card (journey, "third", "steps", "p2");
}

/* Step cards with every sign: the title leaves room for them. */
static void
test_stacked (void)
{
  g_autoptr (EtpJourney) journey = new_map (2);

  etp_test_add (journey, ETP_LIST_CHANNELS, "phone", ETP_CHANNEL_NAME, "Phone", ETP_CHANNEL_ICON,
                "phone", END);
  add_steps (journey);
  etp_test_add (
      journey, ETP_LIST_CARDS, "full", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p1", ETP_CARD_TITLE,
      "Calls the customer service of the shop", ETP_CARD_TEXT, "Waits.", ETP_CARD_CHANNELS, "phone",
      ETP_CARD_MOMENT_OF_TRUTH, TRUE, ETP_CARD_PROBLEMS, 1, ETP_CARD_DURATION, "PT25M",
      ETP_CARD_WAIT_TIME, "PT5M", ETP_CARD_EVIDENCE, "observed", ETP_CARD_JOURNEY,
      "details/service.journey", ETP_CARD_INTERNAL, TRUE, ETP_CARD_VOTES,
      etp_test_value (&etp_vote_table, ETP_VOTE_ROUND, "r", ETP_VOTE_COUNT, 3, END),
      etp_test_value (&etp_vote_table, ETP_VOTE_ROUND, "s", ETP_VOTE_COUNT, 9, END), NULL, END);
  check_scene (journey, NULL, "stacked");
}

static void
test_side_by_side (void)
{
  g_autoptr (EtpJourney) journey = new_map (2);

  etp_test_set_root (journey, ETP_JOURNEY_ARRANGEMENT, "side-by-side", END);
  add_steps (journey);
  etp_test_add (journey, ETP_LIST_CARDS, "under", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                ETP_CARD_TITLE, "under", ETP_CARD_STEP, "second", END);
  add_card (journey, "free", "pains", "p1");
  check_scene (journey, NULL, "side-by-side");
}

/* Aligned notes in the order of their steps, the others after them. */
static void
test_aligned (void)
{
  g_autoptr (EtpJourney) journey = new_map (2);
  static const char *const steps[] = { "", "second", "first", "" };
  static const char *const ids[] = { "free", "of-second", "of-first", "freer" };

  add_steps (journey);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    etp_test_add (journey, ETP_LIST_CARDS, ids[i], ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                  ETP_CARD_TITLE, ids[i], ETP_CARD_STEP, steps[i], ETP_CARD_SEVERITY, (int) i + 1,
                  END);
  check_scene (journey, NULL, "aligned");
}

static void
test_spanning (void)
{
  g_autoptr (EtpJourney) journey = new_map (4);
  static const char *const from[] = { "p1", "p2", "p3", "p4" };
  static const char *const until[] = { "p2", "p4", "p3", "p1" };
  static const char *const ids[] = { "s12", "s24", "s33", "s41" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    etp_test_add (journey, ETP_LIST_CARDS, ids[i], ETP_CARD_LANE, "pains", ETP_CARD_PHASE, from[i],
                  ETP_CARD_UNTIL, until[i], ETP_CARD_TITLE, ids[i], END);
  add_card (journey, "below", "pains", "p2");
  add_card (journey, "alone", "pains", "p1");
  check_scene (journey, NULL, "spanning");
}

/* A spanning card stands in the order of the cards of its first column, above all others. */
static void
test_spanning_order (void)
{
  static const char *const from[] = { "p1", "p1", "p1", "p2", "p3" };
  static const char *const until[] = { "", "p2", "", "p3", "" };
  static const char *const ids[] = { "a", "b-until-2", "c", "d-until-3", "e" };
  static const guint below[][2] = { { 0, 1 }, { 1, 2 }, { 1, 3 }, { 3, 4 } };
  g_autoptr (EtpJourney) journey = new_map (4);
  g_autoptr (EtpScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    etp_test_add (journey, ETP_LIST_CARDS, ids[i], ETP_CARD_LANE, "steps", ETP_CARD_PHASE, from[i],
                  ETP_CARD_UNTIL, until[i], ETP_CARD_TITLE, ids[i], END);
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    {
      EtpRect upper = etp_scene_item_rect (
          scene, etp_scene_find_node (scene, ids[below[i][0]], ETP_ITEM_CARD), NULL);
      EtpRect lower = etp_scene_item_rect (
          scene, etp_scene_find_node (scene, ids[below[i][1]], ETP_ITEM_CARD), NULL);

      g_assert_cmpfloat (upper.height, >, 0);
      g_assert_cmpfloat (upper.y + upper.height, <=, lower.y);
    }
}

static void
test_cluster (void)
{
  g_autoptr (EtpJourney) journey = new_map (1);
  static const char *const heads[] = { "", "head", "", "head", "elsewhere", "one" };
  static const char *const ids[] = { "head", "one", "free", "two", "lost", "nested" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    etp_test_add (journey, ETP_LIST_CARDS, ids[i], ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                  ETP_CARD_TITLE, ids[i], ETP_CARD_CLUSTER, heads[i], END);
  check_scene (journey, NULL, "cluster");
}

/* A group of which only the heading is shown; the note below it comes up. */
static void
test_folded (void)
{
  g_autoptr (EtpJourney) journey = new_map (1);
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  static const char *const heads[] = { "", "head", "head", "" };
  static const char *const ids[] = { "head", "one", "two", "below" };
  const EtpViewOptions options = { .folded = folded };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    etp_test_add (journey, ETP_LIST_CARDS, ids[i], ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                  ETP_CARD_TITLE, ids[i], ETP_CARD_CLUSTER, heads[i], END);
  g_hash_table_add (folded, (gpointer) "head");
  check_scene (journey, &options, "folded");
}

/* A note of a group that goes over several phases lies with the group, once, and folds with it. */
static void
test_spanning_in_cluster (void)
{
  static const char *const heads[] = { "", "head", "head" };
  static const char *const ids[] = { "head", "one", "long" };
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (folded, (gpointer) "head");
  for (guint open = 0; open < 2; open++)
    {
      g_autoptr (EtpJourney) journey = new_map (2);
      g_autoptr (EtpScene) scene = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        etp_test_add (journey, ETP_LIST_CARDS, ids[i], ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                      ETP_CARD_UNTIL, i == 2 ? "p2" : "", ETP_CARD_TITLE, ids[i], ETP_CARD_CLUSTER,
                      heads[i], END);
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ .folded = open ? NULL : folded },
                                  NULL);
      text = etp_scene_dump (scene);
      parts = g_strsplit (text, " id=long ", -1);
      g_assert_cmpuint (g_strv_length (parts) - 1, ==, open);
    }
}

/* Steps that are in a group by their file stand alone, so that none is folded away. */
static void
test_steps_in_cluster (void)
{
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (EtpJourney) journey = new_map (1);
  g_autoptr (EtpScene) scene = NULL;

  for (guint i = 0; i < 2; i++)
    etp_test_add (journey, ETP_LIST_CARDS, i == 0 ? "head" : "one", ETP_CARD_LANE, "steps",
                  ETP_CARD_PHASE, "p1", ETP_CARD_TITLE, "", ETP_CARD_CLUSTER, i == 0 ? "" : "head",
                  END);
  g_hash_table_add (folded, (gpointer) "head");
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ .folded = folded }, NULL);
  g_assert_false (etp_item_ref_is_none (etp_scene_find_node (scene, "one", ETP_ITEM_CARD)));
}

/* What is told of a heading's votes is the sum that its dots show: its own and those of its notes. */
static void
test_group_votes (void)
{
  static const char *const heads[] = { "", "head", "head" };
  static const char *const ids[] = { "head", "one", "two" };
  static const int votes[] = { 1, 2, 4 };
  g_autoptr (EtpJourney) journey = new_map (1);
  g_autoptr (EtpScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    etp_test_add (journey, ETP_LIST_CARDS, ids[i], ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                  ETP_CARD_TITLE, ids[i], ETP_CARD_CLUSTER, heads[i], ETP_CARD_VOTES,
                  etp_test_value (&etp_vote_table, ETP_VOTE_COUNT, votes[i], END), NULL, END);
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_assert_cmpstr (
      etp_scene_get_item (scene, etp_scene_find_node (scene, "head", ETP_ITEM_CARD))->note, ==,
      "group of 2 notes, 7 votes");
}

static void
test_collapsed (void)
{
  g_autoptr (EtpJourney) journey = new_map (3);

  add_steps (journey);
  add_card (journey, "pain", "pains", "p1");
  etp_test_set (journey, "p2", ETP_PHASE_COLLAPSED, "true");
  etp_test_set (journey, "pains", ETP_LANE_COLLAPSED, "true");
  check_scene (journey, NULL, "collapsed");
}

/* Hidden phases count: the second column has number 3. */
static void
test_hidden (void)
{
  g_autoptr (EtpJourney) journey = new_map (3);

  add_steps (journey);
  add_card (journey, "fourth", "steps", "p3");
  add_card (journey, "pain", "pains", "p1");
  etp_test_set (journey, "p2", ETP_PHASE_HIDDEN, "true");
  etp_test_set (journey, "pains", ETP_LANE_HIDDEN, "true");
  check_scene (journey, NULL, "hidden");
}

/* A wide map has a larger title; widths are kept within reason. */
static void
test_wide (void)
{
  g_autoptr (EtpJourney) journey = new_map (3);

  etp_test_set_root (journey, ETP_JOURNEY_DESCRIPTION, "Seen from far away", END);
  etp_test_set (journey, "p1", ETP_PHASE_WIDTH, "900");
  etp_test_set (journey, "p2", ETP_PHASE_WIDTH, "90000");
  etp_test_set (journey, "p3", ETP_PHASE_WIDTH, "1");
  check_scene (journey, NULL, "wide");
}

/* Long words are not cut up: the duration goes below the name, what a note says below its signs; a
 * title alone stands beside the middle of its icon. */
static void
test_narrow (void)
{
  g_autoptr (EtpJourney) journey = new_map (1);

  add_card (journey, "first", "steps", "p1");
  etp_test_add (journey, ETP_LIST_CARDS, "long", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                ETP_CARD_TITLE, "No telephonebookings", ETP_CARD_STEP, "first", ETP_CARD_SEVERITY,
                3, ETP_CARD_EVIDENCE, "measured", END);
  etp_test_set (journey, "p1", ETP_PHASE_WIDTH, "240");
  etp_test_set (journey, "p1", ETP_PHASE_NAME, "Deciding thoughtfully");
  etp_test_set (journey, "pains", ETP_LANE_NAME, "Support\u00adprocesses");
  check_scene (journey, NULL, "narrow");
}

/* The legend has no sign that collapsed lanes and phases do not show. */
static void
test_collapsed_legend (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  EtpViewOptions options = { .paper = TRUE };
  g_autoptr (EtpScene) scene = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < etp_node_list_get_length (lanes); i++)
    etp_test_set (journey, etp_node_get_id (etp_node_list_get (lanes, i)), ETP_LANE_COLLAPSED,
                  "true");
  scene = etp_test_scene_new (journey, &options, NULL);
  text = etp_scene_dump (scene);
  g_assert_nonnull (strstr (text, "Data basis"));
  g_assert_null (strstr (text, "Moment of truth"));
  g_assert_null (strstr (text, "Broken hand-over"));
  g_assert_null (strstr (text, "Target missed"));
  for (guint i = 0; i < etp_node_list_get_length (lanes); i++)
    etp_test_set (journey, etp_node_get_id (etp_node_list_get (lanes, i)), ETP_LANE_COLLAPSED,
                  "false");
  for (guint i = 0; i < etp_node_list_get_length (phases); i++)
    etp_test_set (journey, etp_node_get_id (etp_node_list_get (phases, i)), ETP_PHASE_COLLAPSED,
                  "true");
  g_clear_object (&scene);
  scene = etp_test_scene_new (journey, &options, NULL);
  g_clear_pointer (&text, g_free);
  text = etp_scene_dump (scene);
  g_assert_null (strstr (text, "Target missed"));
  g_assert_null (strstr (text, "Target met"));
}

static void
test_paper (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpViewOptions options = { .paper = TRUE };

  check_scene (journey, &options, "paper");
}

static void
test_empty (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();

  etp_test_set_root (journey, ETP_JOURNEY_LANGUAGE, "en", END);
  check_scene (journey, NULL, "empty");
}

/* That a title is missing is not the largest line of a poster; the facts take its place. */
static void
test_untitled (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  EtpViewOptions options = { .paper = TRUE };
  g_autoptr (EtpScene) scene = NULL;
  g_autofree char *text = NULL;

  etp_test_set_root (journey, ETP_JOURNEY_LANGUAGE, "en", END);
  scene = etp_test_scene_new (journey, &options, NULL);
  text = etp_scene_dump (scene);
  g_assert_null (strstr (text, "Untitled Map"));
  g_assert_nonnull (strstr (text, "text 0,0 560x22 ink #5d5d65ff 15/400 \"As-is · Draft\""));
}

/* Rows are as high as their highest cell and follow each other with one space between. */
static void
test_rows (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  const EtpMetrics *metrics = etp_style_get_metrics (etp_scene_get_style (scene));
  double y = NAN;

  for (guint i = 0; i < etp_node_list_get_length (lanes); i++)
    {
      const char *id = etp_node_get_id (etp_node_list_get (lanes, i));
      EtpItemRef head = etp_scene_find_node (scene, id, ETP_ITEM_LANE_HEAD);
      EtpRect rect = etp_scene_item_rect (scene, head, NULL);
      double bottom = rect.y + rect.height;

      if (!isnan (y))
        g_assert_cmpfloat (rect.y, ==, y + metrics->lane_space);
      for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
        {
          const EtpPlacedCell *placed = etp_scene_get_cell (scene, c);

          if (g_strcmp0 (placed->cell->lane_id, id) != 0)
            continue;
          g_assert_cmpfloat (placed->y, ==, rect.y);
          bottom = MAX (bottom, ceil (placed->y + placed->cell->height));
        }
      y = bottom;
    }
}

/* A cell of 250 cards comes in three parts that lie below each other. */
static void
test_parts (void)
{
  g_autoptr (EtpJourney) journey = new_map (1);
  g_autoptr (EtpScene) scene = NULL;
  guint parts = 0, total = 0;
  double y = -1;

  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%03u", i);

      add_card (journey, id, "pains", "p1");
    }
  scene = etp_test_scene_new (journey, NULL, NULL);
  for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, c);

      g_assert_cmpuint (placed->cell->n_items, <=, ETP_CELL_MAX);
      if (g_strcmp0 (placed->cell->lane_id, "pains") != 0 || placed->cell->phase_id == NULL)
        continue;
      g_assert_cmpuint (placed->cell->part, ==, parts);
      g_assert_cmpfloat (placed->y, >, y);
      y = placed->y;
      total += placed->cell->n_items;
      parts++;
    }
  g_assert_cmpuint (parts, ==, 3);
  g_assert_cmpuint (total, ==, 250);
}

/* No text is drawn twice on top of itself: it would look bold, and be there twice in files. */
static void
test_once (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  guint n_texts = 0;

  for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
    {
      const EtpCell *cell = etp_scene_get_cell (scene, c)->cell;

      for (guint i = 0; i < cell->n_items; i++)
        {
          const EtpItem *item = cell->items[i].item;

          for (guint m = 0; m < item->n_marks; m++)
            for (guint k = 0; k < m; k++)
              {
                const EtpMark *a = &item->marks[k], *b = &item->marks[m];

                if (a->type != ETP_MARK_TEXT || b->type != ETP_MARK_TEXT)
                  continue;
                n_texts++;
                g_assert_false (strcmp (a->text, b->text) == 0 && a->rect.x == b->rect.x
                                && a->rect.y == b->rect.y);
              }
        }
    }
  g_assert_cmpuint (n_texts, >, 20);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint kind = 0; kind < ETP_N_LANE_KINDS; kind++)
    {
      g_autofree char *path = g_strconcat ("/scene/map/lane/", etp_lane_kind_words[kind], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_lane);
    }
  g_test_add_func ("/scene/map/stacked", test_stacked);
  g_test_add_func ("/scene/map/side-by-side", test_side_by_side);
  g_test_add_func ("/scene/map/aligned", test_aligned);
  g_test_add_func ("/scene/map/spanning", test_spanning);
  g_test_add_func ("/scene/map/spanning-order", test_spanning_order);
  g_test_add_func ("/scene/map/cluster", test_cluster);
  g_test_add_func ("/scene/map/steps-in-cluster", test_steps_in_cluster);
  g_test_add_func ("/scene/map/spanning-in-cluster", test_spanning_in_cluster);
  g_test_add_func ("/scene/map/folded", test_folded);
  g_test_add_func ("/scene/map/group-votes", test_group_votes);
  g_test_add_func ("/scene/map/collapsed", test_collapsed);
  g_test_add_func ("/scene/map/hidden", test_hidden);
  g_test_add_func ("/scene/map/wide", test_wide);
  g_test_add_func ("/scene/map/narrow", test_narrow);
  g_test_add_func ("/scene/map/collapsed-legend", test_collapsed_legend);
  g_test_add_func ("/scene/map/paper", test_paper);
  g_test_add_func ("/scene/map/empty", test_empty);
  g_test_add_func ("/scene/map/untitled", test_untitled);
  g_test_add_func ("/scene/map/rows", test_rows);
  g_test_add_func ("/scene/map/parts", test_parts);
  g_test_add_func ("/scene/map/once", test_once);
  return g_test_run ();
}
