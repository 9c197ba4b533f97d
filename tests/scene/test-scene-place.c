/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "lane-test.h"
#include "scene/etp-scene-place.h"

/* Where something would be put, in a map of two phases: steps first and second in p0, none in p1. */

static EtpJourney *
create_journey (const char *arrangement)
{
  EtpJourney *journey = lane_test_journey_new (2, "en");

  etp_test_set_root (journey, ETP_JOURNEY_ARRANGEMENT, arrangement, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "thoughts", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "first", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p0",
                ETP_CARD_TITLE, "first", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "second", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p0",
                ETP_CARD_TITLE, "second", ETP_TEST_END);
  return journey;
}

static EtpRect
get_rect (EtpScene *scene, const char *id)
{
  const EtpItemRef ref = etp_scene_find_node (scene, id, ETP_ITEM_CARD);

  g_assert_false (etp_item_ref_is_none (ref));
  return etp_scene_item_rect (scene, ref, NULL);
}

static void
check (EtpScene *scene, double x, double y, const char *lane, const char *near, gboolean is_after)
{
  EtpScenePlace place;

  g_assert_true (etp_scene_find_place (scene, x, y, NULL, &place));
  g_assert_cmpstr (place.lane_id, ==, lane);
  g_assert_cmpstr (place.near_id, ==, near);
  g_assert_cmpint (place.is_after, ==, is_after);
  g_assert_true (etp_rect_contains (&place.cell, x, y));
}

static void
test_stacked (void)
{
  g_autoptr (EtpJourney) journey = create_journey ("stacked");
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  const EtpRect first = get_rect (scene, "first"), second = get_rect (scene, "second");
  const double x = first.x + 5;
  EtpScenePlace place;

  check (scene, x, first.y - 3, "steps", "first", FALSE);
  check (scene, x, first.y + 5, "steps", "first", FALSE);
  check (scene, x, first.y + first.height - 5, "steps", "first", TRUE);
  check (scene, x, second.y + 5, "steps", "second", FALSE);
  check (scene, x, second.y + second.height + 3, "steps", "second", TRUE);

  /* The mark lies between the two, and the lowest is known. */
  g_assert_true (etp_scene_find_place (scene, x, first.y + first.height - 5, NULL, &place));
  g_assert_cmpfloat (place.mark.height, ==, 0);
  g_assert_cmpfloat (place.mark.width, ==, first.width);
  g_assert_cmpfloat (place.mark.y, >=, first.y + first.height);
  g_assert_cmpfloat (place.mark.y, <=, second.y);
  g_assert_cmpfloat (place.last.y, ==, second.y);
}

static void
test_side_by_side (void)
{
  g_autoptr (EtpJourney) journey = create_journey ("side-by-side");
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  const EtpRect first = get_rect (scene, "first"), second = get_rect (scene, "second");
  EtpScenePlace place;

  g_assert_cmpfloat (first.y, ==, second.y);
  check (scene, first.x + 5, first.y + 5, "steps", "first", FALSE);
  check (scene, first.x + first.width - 5, first.y + 5, "steps", "first", TRUE);
  check (scene, second.x + second.width - 5, first.y + 5, "steps", "second", TRUE);
  g_assert_true (
      etp_scene_find_place (scene, first.x + first.width - 5, first.y + 5, NULL, &place));
  g_assert_cmpfloat (place.mark.width, ==, 0);
  g_assert_cmpfloat (place.mark.height, ==, first.height);
  g_assert_cmpfloat (place.mark.x, >=, first.x + first.width);
  g_assert_cmpfloat (place.mark.x, <=, second.x);
}

static void
test_empty (void)
{
  g_autoptr (EtpJourney) journey = create_journey ("stacked");
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  const EtpRect first = get_rect (scene, "first"), second = get_rect (scene, "second");
  const EtpGroup *group = etp_scene_get_group (scene, 2);
  const double below = second.y + second.height + 40;
  EtpScenePlace place;

  g_assert_true (etp_scene_find_place (scene, group->rect.x + 5, first.y, NULL, &place));
  g_assert_cmpstr (place.phase_id, ==, "p1");
  g_assert_cmpstr (place.lane_id, ==, "steps");
  g_assert_null (place.near_id);
  g_assert_cmpfloat (place.mark.x, >, group->rect.x);
  g_assert_cmpfloat (place.last.height, ==, 0);

  check (scene, first.x + 5, below, "notes", NULL, FALSE);
  /* Above the lanes, left of them, and beyond the map there is no place. */
  g_assert_false (etp_scene_find_place (scene, first.x, first.y - 60, NULL, &place));
  g_assert_false (etp_scene_find_place (scene, 50, first.y, NULL, &place));
  g_assert_false (
      etp_scene_find_place (scene, etp_scene_get_width (scene) - 5, first.y, NULL, &place));
  g_assert_false (
      etp_scene_find_place (scene, first.x, etp_scene_get_height (scene), NULL, &place));
}

/* What is being moved does not count. */
static void
test_without (void)
{
  g_autoptr (EtpJourney) journey = create_journey ("stacked");
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (GHashTable) without = g_hash_table_new (g_str_hash, g_str_equal);
  const EtpRect second = get_rect (scene, "second");
  EtpScenePlace place;

  g_hash_table_add (without, (gpointer) "second");
  g_assert_true (etp_scene_find_place (scene, second.x, second.y + 50, without, &place));
  g_assert_cmpstr (place.near_id, ==, "first");
  g_assert_true (place.is_after);
  g_hash_table_add (without, (gpointer) "first");
  g_assert_true (etp_scene_find_place (scene, second.x, second.y, without, &place));
  g_assert_null (place.near_id);
}

static void
test_by_name (void)
{
  g_autoptr (EtpJourney) journey = create_journey ("stacked");
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  EtpScenePlace place;

  g_assert_true (etp_scene_get_place (scene, "p0", "steps", "first", &place));
  g_assert_cmpstr (place.near_id, ==, "first");
  g_assert_true (place.is_after);
  g_assert_true (etp_scene_get_place (scene, "p0", "steps", NULL, &place));
  g_assert_cmpstr (place.near_id, ==, "second");
  g_assert_true (etp_scene_get_place (scene, "p1", "notes", NULL, &place));
  g_assert_null (place.near_id);
  g_assert_false (etp_scene_get_place (scene, "p1", "nowhere", NULL, &place));
  g_assert_false (etp_scene_get_place (scene, "nowhere", "notes", NULL, &place));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-place/stacked", test_stacked);
  g_test_add_func ("/scene-place/side-by-side", test_side_by_side);
  g_test_add_func ("/scene-place/empty", test_empty);
  g_test_add_func ("/scene-place/without", test_without);
  g_test_add_func ("/scene-place/by-name", test_by_name);
  return g_test_run ();
}
