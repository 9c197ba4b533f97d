/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "emotion-test.h"
#include "model/etp-edit-emotion.h"
#include "scene/etp-curve.h"

/* The emotion lane: what is drawn for whom, that the pieces of a curve meet, and what an edit touches. */

/* Where the last path of a curve's piece begins and ends, on the map. */
static void
get_ends (const EtpLaneItem *piece, EtpCurvePoint *first, EtpCurvePoint *last)
{
  const EtpMark *mark = NULL;

  for (guint i = 0; i < piece->item->n_marks; i++)
    if (piece->item->marks[i].type == ETP_MARK_PATH
        && piece->item->marks[i].stroke == ETP_STROKE_SOLID)
      mark = &piece->item->marks[i];
  g_assert_nonnull (mark);
  *first = (EtpCurvePoint){ piece->x + (double) mark->path->points[0],
                            piece->y + (double) mark->path->points[1] };
  *last = (EtpCurvePoint){ piece->x + (double) mark->path->points[mark->path->n_points - 2],
                           piece->y + (double) mark->path->points[mark->path->n_points - 1] };
}

static void
test_pieces_meet (void)
{
  g_autoptr (EtpJourney) journey = emotion_test_new_simple ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_autoptr (GArray) pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_autoptr (GArray) points = lane_test_list (scene, ETP_ITEM_POINT);
  EtpCurvePoint first, last, before = { 0 };

  g_assert_cmpuint (pieces->len, ==, 3);
  g_assert_cmpuint (points->len, ==, 9);
  for (guint i = 0; i < pieces->len; i++)
    {
      get_ends (&g_array_index (pieces, EtpLaneItem, i), &first, &last);
      if (i > 0)
        {
          g_assert_cmpfloat_with_epsilon (first.x, before.x, 1e-3);
          g_assert_cmpfloat_with_epsilon (first.y, before.y, 1e-3);
        }
      before = last;
    }
  /* The curve goes from the first point to the last one. */
  get_ends (&g_array_index (pieces, EtpLaneItem, 0), &first, &last);
  g_assert_cmpfloat_with_epsilon (first.x, g_array_index (points, EtpLaneItem, 0).x + 12, 1e-3);
  g_assert_cmpfloat_with_epsilon (first.y, g_array_index (points, EtpLaneItem, 0).y + 12, 1e-3);
}

static guint
count_dotted (const EtpItem *item)
{
  guint n = 0;

  for (guint i = 0; i < item->n_marks; i++)
    n += item->marks[i].type == ETP_MARK_PATH && item->marks[i].stroke == ETP_STROKE_DOTTED;
  return n;
}

/* Dots mean to-be: only where somebody has set a target, and nowhere else in the whole scene. */
static void
test_targets (void)
{
  g_autoptr (EtpJourney) journey = emotion_test_new_simple ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_autoptr (GArray) pieces = lane_test_list (scene, ETP_ITEM_CURVE);

  g_assert_cmpuint (count_dotted (g_array_index (pieces, EtpLaneItem, 0).item), ==, 1);
  g_assert_cmpuint (count_dotted (g_array_index (pieces, EtpLaneItem, 1).item), ==, 0);
  g_assert_cmpuint (count_dotted (g_array_index (pieces, EtpLaneItem, 2).item), ==, 0);
  for (EtpItemKind kind = ETP_ITEM_FILL; kind <= ETP_ITEM_FOOT; kind++)
    {
      g_autoptr (GArray) items = lane_test_list (scene, kind);

      for (guint i = 0; i < items->len && kind != ETP_ITEM_CURVE; i++)
        g_assert_cmpuint (count_dotted (g_array_index (items, EtpLaneItem, i).item), ==, 0);
    }
}

static void
test_names (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "de");
  EtpViewOptions options = { 0 };
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) points = NULL;
  const EtpItem *item;

  emotion_test_add_lane (journey, "");
  emotion_test_add_persona (journey, "max", "Max");
  emotion_test_add_step (journey, 0, 1,
                         emotion_test_feel ("max", 1.6, EMOTION_TEST_NONE, "begeistert", ""), NULL);
  emotion_test_add_step (
      journey, 0, 2,
      emotion_test_feel ("max", EMOTION_TEST_NONE, EMOTION_TEST_NONE, "", "-2|-1|-1.5"), NULL);
  emotion_test_add_step (journey, 0, 3, emotion_test_feel ("max", 0, EMOTION_TEST_NONE, "", ""),
                         NULL);
  scene = etp_test_scene_new (journey, &options, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  g_assert_cmpuint (points->len, ==, 3);
  item = g_array_index (points, EtpLaneItem, 0).item;
  g_assert_cmpstr (item->name, ==, "s1");
  g_assert_cmpstr (item->node_id, ==, "s1");
  g_assert_cmpstr (item->sub, ==, "max");
  g_assert_cmpint (item->field, ==, ETP_CARD_EMOTIONS);
  g_assert_cmpstr (item->note, ==, "begeistert, +1,6");
  g_assert_true (lane_test_has_text (item, "1.1"));
  g_assert_true (lane_test_has_text (item, "begeistert"));
  /* A room's votes: their mean. */
  item = g_array_index (points, EtpLaneItem, 1).item;
  g_assert_cmpstr (item->note, ==, "−1,5");
  g_assert_cmpstr (g_array_index (points, EtpLaneItem, 2).item->note, ==, "0");
}

static guint
count_curves (EtpScene *scene)
{
  g_autoptr (GArray) pieces = lane_test_list (scene, ETP_ITEM_CURVE);

  return pieces->len;
}

/* Everybody has a curve, known or not; a bound lane has one, but all of them where its persona is not
 * there: a click makes a point for somebody else then. Far too many are cut. */
static void
test_personas (void)
{
  EtpViewOptions options = { 0 };
  static const struct
  {
    const char *bound;
    guint curves;
  } rows[] = { { "", 3 }, { "max", 1 }, { "nobody", 3 }, { "ghost", 3 }, { "s1", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
      g_autoptr (EtpScene) scene = NULL;

      emotion_test_add_lane (journey, rows[i].bound);
      emotion_test_add_persona (journey, "max", "Max");
      emotion_test_add_step (journey, 0, 1, emotion_test_feel ("max", 1, EMOTION_TEST_NONE, "", ""),
                             emotion_test_feel ("ghost", -1, EMOTION_TEST_NONE, "", ""));
      emotion_test_add_step (journey, 0, 2, emotion_test_feel ("", 0, EMOTION_TEST_NONE, "", ""),
                             emotion_test_feel ("ghost", 1, EMOTION_TEST_NONE, "", ""));
      scene = etp_test_scene_new (journey, &options, NULL);
      g_assert_cmpuint (count_curves (scene), ==, rows[i].curves);
    }
}

/* The focused persona's curve is the strong one; the others step back and keep no pill. */
static void
test_focus (void)
{
  EtpViewOptions options = { .persona = "mia" };
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) points = NULL, pieces = NULL;
  float widths[2] = { 0, 0 };

  emotion_test_add_lane (journey, "");
  emotion_test_add_persona (journey, "max", "Max");
  emotion_test_add_persona (journey, "mia", "Mia");
  emotion_test_add_step (journey, 0, 1, emotion_test_feel ("max", 1, 1.5, "glad", ""),
                         emotion_test_feel ("mia", -1, 1, "sad", ""));
  emotion_test_add_step (journey, 0, 2, emotion_test_feel ("max", -1, 1.5, "cross", ""),
                         emotion_test_feel ("mia", 1, 1, "calm", ""));
  scene = etp_test_scene_new (journey, &options, NULL);
  pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  for (guint i = 0; i < 2; i++)
    {
      const EtpItem *item = g_array_index (pieces, EtpLaneItem, i).item;
      gboolean is_mia = g_strcmp0 (item->sub, "mia") == 0;

      widths[is_mia] = item->marks[item->n_marks - 1].stroke_width;
      g_assert_cmpuint (count_dotted (item), ==, is_mia ? 1 : 0);
    }
  g_assert_cmpfloat (widths[1], >, widths[0] * 1.5f);
  g_assert_cmpuint (points->len, ==, 4);
  for (guint i = 0; i < points->len; i++)
    {
      const EtpItem *item = g_array_index (points, EtpLaneItem, i).item;

      g_assert_false (lane_test_has_text (item, "glad"));
      g_assert_true (g_str_has_prefix (item->note, i < 2 ? "Max: " : "Mia: "));
    }
  g_assert_true (lane_test_has_text (g_array_index (points, EtpLaneItem, 2).item, "sad"));
}

static void
test_many_personas (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
  EtpViewOptions options = { .persona = "p39" };
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) pieces = NULL;
  gboolean has_focus = FALSE;

  emotion_test_add_lane (journey, "");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      if (i > 0)
        emotion_test_add_persona (journey, id, id);
      emotion_test_add_step (journey, 0, i, emotion_test_feel (id, 1, EMOTION_TEST_NONE, "", ""),
                             NULL);
    }
  scene = etp_test_scene_new (journey, &options, NULL);
  pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_assert_cmpuint (pieces->len, ==, 12);
  for (guint i = 0; i < pieces->len; i++)
    has_focus |= g_strcmp0 (g_array_index (pieces, EtpLaneItem, i).item->sub, "p39") == 0;
  g_assert_true (has_focus);
}

/* Without emotions the lane asks its question on the screen; on paper only an empty map does. */
static void
test_prompt (gconstpointer data)
{
  const gboolean is_blank = GPOINTER_TO_INT (data);
  g_autoptr (EtpJourney) journey = lane_test_journey_new (2, "en");

  emotion_test_add_lane (journey, "");
  if (!is_blank)
    etp_test_add (journey, ETP_LIST_CARDS, "s", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p0",
                  ETP_TEST_END);
  etp_test_set (journey, "emotion", ETP_LANE_PROMPT, "How does it feel?");
  for (guint paper = 0; paper < 2; paper++)
    {
      g_autoptr (EtpScene)
          scene = etp_test_scene_new (journey, &(EtpViewOptions){ .paper = paper != 0 }, NULL);
      g_autoptr (GArray) labels = lane_test_list_in (scene, ETP_ITEM_LABEL, "emotion");

      g_assert_cmpuint (labels->len, ==, paper != 0 && !is_blank ? 0 : 2);
      if (paper == 0)
        {
          /* Nor where it is shown to others; a scene that asked before is no excuse. */
          g_autoptr (EtpScene) shown = etp_test_scene_new (
              journey, &(EtpViewOptions){ .hide_prompts = TRUE }, scene);
          g_autoptr (GArray) others = lane_test_list_in (shown, ETP_ITEM_LABEL, "emotion");

          g_assert_cmpuint (others->len, ==, 0);
        }
    }
}

/* A collapsed phase has no points, but the curve goes on through the mean of its steps. */
static void
test_collapsed (void)
{
  g_autoptr (EtpJourney) journey = emotion_test_new_simple ();
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) points = NULL, pieces = NULL;
  EtpCurvePoint first, last;

  etp_test_set (journey, "p1", ETP_PHASE_COLLAPSED, "true");
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_assert_cmpuint (points->len, ==, 6);
  g_assert_cmpuint (pieces->len, ==, 3);
  get_ends (&g_array_index (pieces, EtpLaneItem, 1), &first, &last);
  g_assert_cmpfloat (last.x - first.x, >, 60);
}

/* One edited value touches its own column and at most its neighbours. */
static void
test_edit_is_local (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (12, "en");
  EtpViewOptions options = { 0 };
  g_autoptr (EtpScene) before = NULL, after = NULL;
  g_autoptr (GArray) old = NULL, new = NULL;
  guint fresh = 0;

  emotion_test_add_lane (journey, "");
  emotion_test_add_persona (journey, "max", "Max");
  for (guint i = 0; i < 36; i++)
    emotion_test_add_step (
        journey, i / 3, i,
        emotion_test_feel ("max", (i * 7 % 41) / 10.0 - 2, EMOTION_TEST_NONE, "", ""), NULL);
  before = etp_test_scene_new (journey, &options, NULL);
  etp_test_set (journey, "s16", ETP_CARD_TITLE, "Another title");
  after = etp_test_scene_new (journey, &options, before);
  old = lane_test_list (before, ETP_ITEM_CURVE);
  new = lane_test_list (after, ETP_ITEM_CURVE);
  g_assert_cmpuint (old->len, ==, 12);
  for (guint i = 0; i < old->len; i++)
    g_assert_true (g_array_index (old, EtpLaneItem, i).item
                   == g_array_index (new, EtpLaneItem, i).item);

  g_assert_true (etp_edit_set_emotion_value (journey, etp_journey_get_node (journey, "s16"),
                                             etp_journey_get_node (journey, "max"), 1.9, NULL));
  g_set_object (&before, after);
  g_clear_object (&after);
  after = etp_test_scene_new (journey, &options, before);
  g_clear_pointer (&new, g_array_unref);
  new = lane_test_list (after, ETP_ITEM_CURVE);
  for (guint i = 0; i < old->len; i++)
    fresh += g_array_index (old, EtpLaneItem, i).item != g_array_index (new, EtpLaneItem, i).item;
  g_assert_cmpuint (fresh, >=, 1);
  g_assert_cmpuint (fresh, <=, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/lane/emotion/pieces", test_pieces_meet);
  g_test_add_func ("/scene/lane/emotion/targets", test_targets);
  g_test_add_func ("/scene/lane/emotion/names", test_names);
  g_test_add_func ("/scene/lane/emotion/personas", test_personas);
  g_test_add_func ("/scene/lane/emotion/focus", test_focus);
  g_test_add_func ("/scene/lane/emotion/many-personas", test_many_personas);
  g_test_add_data_func ("/scene/lane/emotion/prompt/blank", GINT_TO_POINTER (TRUE), test_prompt);
  g_test_add_data_func ("/scene/lane/emotion/prompt/step", GINT_TO_POINTER (FALSE), test_prompt);
  g_test_add_func ("/scene/lane/emotion/collapsed", test_collapsed);
  g_test_add_func ("/scene/lane/emotion/local", test_edit_is_local);
  return g_test_run ();
}
