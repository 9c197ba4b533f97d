/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "emotion-test.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-edit.h"

/* The emotion lane: the curve of an earlier state below today's. */

static guint
count_dashed (const EtpItem *item)
{
  guint n = 0;

  for (guint i = 0; i < item->n_marks; i++)
    n += item->marks[i].type == ETP_MARK_PATH && item->marks[i].stroke == ETP_STROKE_DASHED;
  return n;
}

/* The curve of an earlier state: at the steps that both have, also where today says nothing; its
 * name once, in the piece where most has changed. */
static void
test_ghost (void)
{
  g_autoptr (EtpJourney) journey = emotion_test_new_simple ();
  g_autoptr (EtpJourney) then = emotion_test_new_simple ();
  EtpViewOptions options = { .ghost = then, .ghost_name = "Before" };
  g_autoptr (EtpScene) plain = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_autoptr (EtpScene) same = etp_test_scene_new (journey, &options, plain);
  g_autoptr (EtpScene) changed = NULL, after = NULL;
  g_autoptr (GArray) pieces = lane_test_list (same, ETP_ITEM_CURVE);
  EtpNode *max = etp_journey_get_node (journey, "max");
  g_autofree char *text = NULL;

  /* Nothing has changed: a line, but no name. */
  for (guint i = 0; i < pieces->len; i++)
    {
      g_assert_cmpuint (count_dashed (g_array_index (pieces, EtpLaneItem, i).item), ==, 1);
      g_assert_false (lane_test_has_text (g_array_index (pieces, EtpLaneItem, i).item, "Before"));
    }

  g_assert_true (
      etp_edit_set_emotion_value (journey, etp_journey_get_node (journey, "s1"), max, 0, NULL));
  g_assert_true (
      etp_edit_set_emotion_value (journey, etp_journey_get_node (journey, "s5"), max, 1, NULL));
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "s7"), NULL));
  changed = etp_test_scene_new (journey, &options, same);
  g_clear_pointer (&pieces, g_array_unref);
  pieces = lane_test_list (changed, ETP_ITEM_CURVE);
  g_assert_false (lane_test_has_text (g_array_index (pieces, EtpLaneItem, 0).item, "Before"));
  g_assert_true (lane_test_has_text (g_array_index (pieces, EtpLaneItem, 1).item, "Before"));
  g_assert_false (lane_test_has_text (g_array_index (pieces, EtpLaneItem, 2).item, "Before"));
  text = etp_scene_dump (changed);
  etp_test_assert_golden ("ghost", text);

  /* Where the comparison ends, all is as it was without. */
  after = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, changed);
  g_clear_pointer (&pieces, g_array_unref);
  pieces = lane_test_list (after, ETP_ITEM_CURVE);
  for (guint i = 0; i < pieces->len; i++)
    g_assert_cmpuint (count_dashed (g_array_index (pieces, EtpLaneItem, i).item), ==, 0);
}

/* A point that is gone today stays one of the ghost's. */
static void
test_ghost_gone (void)
{
  g_autoptr (EtpJourney) journey = emotion_test_new_simple ();
  g_autoptr (EtpJourney) then = emotion_test_new_simple ();
  EtpViewOptions options = { .ghost = then };
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) before = NULL, points = NULL;
  g_autoptr (EtpScene) plain = etp_test_scene_new (then, &options, NULL);
  const EtpMark *old, *new;

  g_assert_true (etp_edit_remove_emotion (journey, etp_journey_get_node (journey, "s4"),
                                          etp_journey_get_node (journey, "max"), NULL));
  scene = etp_test_scene_new (journey, &options, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  g_assert_cmpuint (points->len, ==, 8);
  before = lane_test_list (plain, ETP_ITEM_CURVE);
  g_clear_pointer (&points, g_array_unref);
  points = lane_test_list (scene, ETP_ITEM_CURVE);
  old = lane_test_find_mark (g_array_index (before, EtpLaneItem, 1).item, ETP_MARK_PATH, 0);
  new = lane_test_find_mark (g_array_index (points, EtpLaneItem, 1).item, ETP_MARK_PATH, 0);
  g_assert_cmpint (new->stroke, ==, ETP_STROKE_DASHED);
  g_assert_cmpmem (old->path->points, old->path->n_points * sizeof *old->path->points,
                   new->path->points, new->path->n_points * sizeof *new->path->points);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/lane/emotion/ghost", test_ghost);
  g_test_add_func ("/scene/lane/emotion/ghost-gone", test_ghost_gone);
  return g_test_run ();
}
