/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "lane-test.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-edit-node.h"
#include "model/etp-outline.h"
#include "scene/etp-curve.h"
#include "scene/etp-emotion-spot.h"

#include <math.h>

/* What a pointer over the emotion lane means, what a dragged point shows, and the points of the
 * to-be curve. */

#define END ETP_TEST_END

/* Two phases of three and one step, and an empty one; values 1, 0, −1 and 0.5, targets 1.5. */
static EtpJourney *
new_journey (const char *arrangement)
{
  static const double values[] = { 1, 0, -1, 0.5 };
  EtpJourney *journey = lane_test_journey_new (3, "en");

  etp_test_set_root (journey, ETP_JOURNEY_ARRANGEMENT, arrangement, END);
  etp_test_add (journey, ETP_LIST_LANES, "emotion", ETP_LANE_KIND, "emotion", END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", END);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);

      etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE,
                    i < 3 ? "p0" : "p1", ETP_CARD_TITLE, id, ETP_CARD_EMOTIONS,
                    etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max",
                                    ETP_EMOTION_VALUE, values[i], ETP_EMOTION_TARGET, 1.5, END),
                    NULL, END);
    }
  return journey;
}

static EtpLaneItem
find_point (EtpScene *scene, const char *id, gboolean is_target)
{
  g_autoptr (GArray) points = lane_test_list (scene, ETP_ITEM_POINT);
  EtpLaneItem found = { 0 };

  for (guint i = 0; i < points->len; i++)
    {
      const EtpLaneItem *point = &g_array_index (points, EtpLaneItem, i);

      if (g_strcmp0 (point->item->node_id, id) == 0
          && g_str_has_suffix (point->item->sub, "/target") == is_target)
        found = *point;
    }
  return found;
}

/* The middle of a point on the map. */
static EtpCurvePoint
get_middle (EtpScene *scene, const char *id)
{
  EtpLaneItem point = find_point (scene, id, FALSE);

  g_assert_nonnull (point.item);
  return (EtpCurvePoint){ point.x + point.item->width / 2, point.y + point.item->height / 2 };
}

static void
test_values (gconstpointer arrangement)
{
  g_autoptr (EtpJourney) journey = new_journey (arrangement);
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  static const char *const ids[] = { "s0", "s1", "s2", "s3" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      EtpCurvePoint at = get_middle (scene, ids[i]);
      EtpNode *card = etp_journey_get_node (journey, ids[i]);
      EtpEmotionSpot spot;

      g_assert_true (etp_emotion_find_spot (scene, journey, NULL, at.x + 3, at.y, NULL, &spot));
      g_assert_true (spot.step == card);
      g_assert_cmpfloat_with_epsilon (spot.step_x, at.x, 0.01);
      g_assert_cmpfloat_with_epsilon (
          spot.value, etp_emotion_get_level (etp_card_get_emotion (card, "max")), 1e-9);
      g_assert_true (spot.lane == etp_journey_get_node (journey, "emotion"));
      /* Above and below the lane only who names it still finds it. */
      g_assert_false (
          etp_emotion_find_spot (scene, journey, NULL, at.x, spot.rect.y - 200, NULL, &spot));
      g_assert_true (etp_emotion_find_spot (
          scene, journey, etp_journey_get_node (journey, "emotion"), at.x, -200, NULL, &spot));
      g_assert_cmpfloat (spot.value, ==, 2);
    }
}

/* Whoever answers the question of an empty lane does not say with it how it feels: that is neutral, however
 * high the question stands. Beside it the height counts, and where there is a curve nothing is asked. */
static void
test_prompt (void)
{
  g_autoptr (EtpJourney) journey = new_journey ("stacked");
  EtpNode *eva = etp_test_add (journey, ETP_LIST_PERSONAS, "eva", ETP_PERSONA_NAME, "Eva", END);
  EtpNode *lane = etp_test_add (journey, ETP_LIST_LANES, "empty", ETP_LANE_KIND, "emotion",
                                ETP_LANE_PERSONA, "eva", ETP_LANE_PROMPT, "How does it feel?", END);
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) labels = NULL;
  EtpLaneItem prompt = { 0 };
  EtpEmotionSpot spot;
  double x, y;

  scene = etp_test_scene_new (journey, NULL, NULL);
  labels = lane_test_list (scene, ETP_ITEM_LABEL);
  for (guint i = 0; i < labels->len && prompt.item == NULL; i++)
    if (g_strcmp0 (g_array_index (labels, EtpLaneItem, i).item->sub, "prompt") == 0)
      prompt = g_array_index (labels, EtpLaneItem, i);
  g_assert_nonnull (prompt.item);
  x = prompt.x + prompt.item->width / 2;
  y = prompt.y + prompt.item->height / 2;
  g_assert_true (etp_emotion_find_spot (scene, journey, NULL, x, y, NULL, &spot));
  g_assert_true (spot.lane == lane);
  g_assert_true (spot.is_on_prompt);
  g_assert_cmpfloat (spot.value, ==, 0);
  g_assert_true (etp_emotion_find_spot (scene, journey, NULL, x, spot.rect.y + spot.rect.height - 1,
                                        NULL, &spot));
  g_assert_false (spot.is_on_prompt);
  g_assert_cmpfloat (spot.value, <, -1);

  g_assert_true (
      etp_edit_set_emotion_value (journey, etp_journey_get_node (journey, "s0"), eva, -1, NULL));
  g_clear_object (&scene);
  scene = etp_test_scene_new (journey, NULL, NULL);
  g_assert_true (etp_emotion_find_spot (scene, journey, NULL, x, y, NULL, &spot));
  g_assert_false (spot.is_on_prompt);
  g_assert_cmpfloat (spot.value, >, 0.5);
}

static void
test_gaps (gconstpointer arrangement)
{
  g_autoptr (EtpJourney) journey = new_journey (arrangement);
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  EtpCurvePoint at[4] = { get_middle (scene, "s0"), get_middle (scene, "s1"),
                          get_middle (scene, "s2"), get_middle (scene, "s3") };
  const struct
  {
    double x;
    const char *moved, *phase;
    guint index, number;
  } cases[] = {
    { at[0].x - 5, NULL, "p0", 0, 1 },   { at[0].x + 5, NULL, "p0", 1, 2 },
    { at[2].x + 5, NULL, "p0", 3, 4 },   { at[3].x + 5, NULL, "p1", 1, 2 },
    { at[1].x + 5, "s0", "p0", 1, 2 },   { at[0].x - 5, "s0", "p0", 0, 1 },
    { at[2].x + 5, "s0", "p0", 2, 3 },   { at[3].x - 5, "s0", "p1", 0, 1 },
    { at[3].x + 330, "s0", "p2", 0, 1 }, /* an empty phase */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EtpNode *moved = cases[i].moved != NULL ? etp_journey_get_node (journey, cases[i].moved)
                                              : NULL;
      EtpEmotionSpot spot;

      g_assert_true (
          etp_emotion_find_spot (scene, journey, NULL, cases[i].x, at[0].y, moved, &spot));
      g_assert_cmpstr (etp_node_get_id (spot.phase), ==, cases[i].phase);
      g_assert_cmpuint (spot.index, ==, cases[i].index);
      g_assert_cmpuint (spot.number, ==, cases[i].number);
      g_assert_true (spot.step_lane == etp_journey_get_node (journey, "steps"));
    }
}

/* The promise of a gap is what the verb does. */
static void
test_moved (void)
{
  g_autoptr (EtpJourney) journey = new_journey ("stacked");
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  EtpNode *card = etp_journey_get_node (journey, "s0");
  EtpEmotionSpot spot;

  g_assert_true (etp_emotion_find_spot (scene, journey, NULL, get_middle (scene, "s1").x + 2,
                                        get_middle (scene, "s1").y, card, &spot));
  g_assert_true (etp_edit_move_step (journey, card, spot.phase, spot.index, NULL));
  g_assert_true (etp_outline_get_step (etp_journey_get_outline (journey), 1, spot.number) == card);
}

/* The same past a step of another lane, and for one that is added there. */
static void
test_moved_past_other_lane (void)
{
  g_autoptr (EtpJourney) journey = new_journey ("stacked");
  EtpNode *card = etp_journey_get_node (journey, "s0"), *added;
  g_autoptr (EtpScene) scene = NULL;
  EtpCurvePoint at;
  EtpEmotionSpot spot;

  etp_test_add (journey, ETP_LIST_LANES, "others", ETP_LANE_KIND, "touchpoints", END);
  g_assert_true (etp_edit_set_text (journey, etp_journey_get_node (journey, "s1"), ETP_CARD_LANE,
                                    "others", NULL));
  scene = etp_test_scene_new (journey, NULL, NULL);
  at = get_middle (scene, "s1");
  g_assert_true (etp_emotion_find_spot (scene, journey, NULL, at.x + 2, at.y, card, &spot));
  g_assert_cmpuint (spot.number, ==, 2);
  g_assert_true (spot.step_lane == etp_journey_get_node (journey, "steps"));
  g_assert_true (etp_edit_move_step (journey, card, spot.phase, spot.index, NULL));
  g_assert_true (etp_outline_get_step (etp_journey_get_outline (journey), 1, 2) == card);

  g_clear_object (&scene);
  scene = etp_test_scene_new (journey, NULL, NULL);
  at = get_middle (scene, "s1"); /* the first one now */
  g_assert_true (etp_emotion_find_spot (scene, journey, NULL, at.x + 2, at.y, NULL, &spot));
  g_assert_true (spot.step_lane == etp_journey_get_node (journey, "others"));
  added = etp_edit_add_step (journey, spot.step_lane, spot.phase, spot.index, NULL, FALSE, 0, NULL);
  g_assert_true (etp_outline_get_step (etp_journey_get_outline (journey), 1, spot.number) == added);
}

/* The scene without what a screen reader is told of the steps, which follows with the verb; free it. */
static char *
dump_without_words (EtpScene *scene)
{
  g_autofree char *dump = etp_scene_dump (scene);
  g_autoptr (GRegex) words = g_regex_new ("note \"emotion [^\"]*\"", G_REGEX_CASELESS, 0, NULL);

  return g_regex_replace_literal (words, dump, -1, 0, "", 0, NULL);
}

/* A preview is the lane as if the journey said so, shares what it does not touch, and goes away. */
static void
test_preview (void)
{
  g_autoptr (EtpJourney) journey = new_journey ("stacked");
  g_autoptr (EtpScene) before = etp_test_scene_new (journey, NULL, NULL);
  EtpNode *card = etp_journey_get_node (journey, "s1");
  EtpValue *emotion = etp_card_make_emotion (card, "max", FALSE, -1.7, NULL);
  EtpViewOptions options = { .preview_card = card, .preview_emotion = emotion };
  g_autoptr (EtpScene) during = etp_test_scene_new (journey, &options, before);
  g_autoptr (EtpScene) after = NULL;
  g_autoptr (EtpScene) meant = NULL;
  g_autofree char *first = etp_scene_dump (before);
  g_autofree char *without = dump_without_words (before);
  g_autofree char *shown = dump_without_words (during);
  g_autofree char *last = NULL;
  g_autofree char *wanted = NULL;
  guint n_shared = 0;

  g_assert_cmpstr (without, !=, shown);
  for (guint i = 0; i < etp_scene_get_n_cells (during); i++)
    n_shared += etp_scene_get_cell (during, i)->cell == etp_scene_get_cell (before, i)->cell;
  g_assert_cmpuint (n_shared, >=, etp_scene_get_n_cells (during) - 3);
  after = etp_test_scene_new (journey, NULL, during);
  last = etp_scene_dump (after);
  g_assert_cmpstr (first, ==, last);

  g_assert_true (etp_edit_set_emotion_level (journey, card, etp_journey_get_node (journey, "max"),
                                             FALSE, -1.7, NULL, NULL));
  meant = etp_test_scene_new (journey, NULL, NULL);
  wanted = dump_without_words (meant);
  g_assert_cmpstr (shown, ==, wanted);
  etp_value_unref (emotion);
}

/* Points of the to-be curve are there while it is edited only, and say what they are. */
static void
test_targets (void)
{
  g_autoptr (EtpJourney) journey = new_journey ("stacked");
  const EtpViewOptions options = { .to_be = TRUE };
  g_autoptr (EtpScene) plain = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, &options, plain);
  EtpLaneItem target = find_point (scene, "s2", TRUE), point = find_point (scene, "s2", FALSE);
  EtpEmotionHandle handle;

  g_assert_null (find_point (plain, "s2", TRUE).item);
  g_assert_nonnull (target.item);
  g_assert_cmpfloat_with_epsilon (target.x, point.x, 0.01);
  g_assert_cmpfloat (target.y, <, point.y);
  g_assert_true (target.item->can & ETP_CAN_FOCUS);
  g_assert_cmpstr (target.item->name, ==, "To-be s2");
  g_assert_cmpstr (target.item->note, ==, "+1.5");
  g_assert_true (etp_emotion_get_handle (target.item, journey, &handle));
  g_assert_true (handle.is_target);
  g_assert_cmpstr (handle.persona_id, ==, "max");
  g_assert_true (etp_emotion_get_handle (point.item, journey, &handle));
  g_assert_false (handle.is_target);
  g_assert_true (handle.card == etp_journey_get_node (journey, "s2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/emotion-spot/values/stacked", "stacked", test_values);
  g_test_add_data_func ("/emotion-spot/values/side-by-side", "side-by-side", test_values);
  g_test_add_func ("/emotion-spot/prompt", test_prompt);
  g_test_add_data_func ("/emotion-spot/gaps/stacked", "stacked", test_gaps);
  g_test_add_data_func ("/emotion-spot/gaps/side-by-side", "side-by-side", test_gaps);
  g_test_add_func ("/emotion-spot/moved", test_moved);
  g_test_add_func ("/emotion-spot/moved-past-other-lane", test_moved_past_other_lane);
  g_test_add_func ("/emotion-spot/preview", test_preview);
  g_test_add_func ("/emotion-spot/targets", test_targets);
  return g_test_run ();
}
