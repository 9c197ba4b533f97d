/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "canvas-fixture.h"
#include "paint/etp-paint.h"
#include "etp-test-build.h"

static void
set_scroll (CanvasFixture *fixture, double x, double y)
{
  g_autoptr (GtkAdjustment) horizontal = NULL;
  g_autoptr (GtkAdjustment) vertical = NULL;

  g_object_get (fixture->canvas, "hadjustment", &horizontal, "vadjustment", &vertical, NULL);
  gtk_adjustment_set_value (horizontal, x);
  gtk_adjustment_set_value (vertical, y);
}

static void
test_zoom_keeps_the_point (void)
{
  CanvasFixture fixture;
  static const double zooms[] = { 0.9, 1.7, 1.2, 2.5 };
  const double x = 300, y = 220;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 800, 600);
  etp_canvas_set_zoom (fixture.canvas, 1.0);
  set_scroll (&fixture, 700, 500);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      const EtpRect before = etp_canvas_get_viewport (fixture.canvas);
      const double zoom_before = etp_canvas_get_zoom (fixture.canvas);
      EtpRect after;

      etp_canvas_set_zoom_at (fixture.canvas, zooms[i], x, y);
      after = etp_canvas_get_viewport (fixture.canvas);
      g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), zooms[i], 1e-9);
      /* The map begins at a whole pixel. */
      g_assert_cmpfloat_with_epsilon (before.x + x / zoom_before, after.x + x / zooms[i],
                                      1.5 / zooms[i]);
      g_assert_cmpfloat_with_epsilon (before.y + y / zoom_before, after.y + y / zooms[i],
                                      1.5 / zooms[i]);
    }
  canvas_fixture_tear_down (&fixture);
}

static void
test_zoom_limits (void)
{
  CanvasFixture fixture;
  double smallest;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 800, 600);
  etp_canvas_set_zoom (fixture.canvas, 1000);
  g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), 4.0, 1e-9);
  etp_canvas_set_zoom (fixture.canvas, 0);
  smallest = etp_canvas_get_zoom (fixture.canvas);
  g_assert_cmpfloat (smallest, >, 0.01);
  g_assert_cmpfloat (smallest, <=, 0.1);
  canvas_fixture_tear_down (&fixture);
}

static void
test_fit_map (void)
{
  CanvasFixture fixture;
  EtpRect viewport;
  EtpScene *scene;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (2000, 20), 900, 600);
  etp_canvas_fit_map (fixture.canvas);
  canvas_fixture_settle (&fixture);
  scene = etp_canvas_get_scene (fixture.canvas);
  viewport = etp_canvas_get_viewport (fixture.canvas);
  g_assert_cmpfloat (viewport.x, <=, 0.5);
  g_assert_cmpfloat (viewport.y, <=, 0.5);
  g_assert_cmpfloat (viewport.x + viewport.width, >=, etp_scene_get_width (scene) - 20);
  g_assert_cmpfloat (viewport.y + viewport.height, >=, etp_scene_get_height (scene) - 20);
  canvas_fixture_tear_down (&fixture);
}

static void
test_fit_phase (void)
{
  CanvasFixture fixture;
  const EtpGroup *phase;
  EtpRect viewport;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 900, 600);
  phase = etp_scene_get_group (etp_canvas_get_scene (fixture.canvas), 4);
  etp_canvas_select (fixture.canvas, (EtpItemRef){ phase->first_cell, 0 });
  etp_canvas_fit_phase (fixture.canvas);
  canvas_fixture_settle (&fixture);
  viewport = etp_canvas_get_viewport (fixture.canvas);
  g_assert_cmpfloat (viewport.x, <, phase->rect.x);
  g_assert_cmpfloat (viewport.x + viewport.width, >, phase->rect.x + phase->rect.width);
  g_assert_cmpfloat (viewport.width, <, phase->rect.width * 2);
  canvas_fixture_tear_down (&fixture);
}

static void
resize (CanvasFixture *fixture, double width, double height)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), (int) width, (int) height);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) != (int) width
         || gtk_widget_get_height (GTK_WIDGET (fixture->canvas)) != (int) height)
    g_main_context_iteration (NULL, TRUE);
  canvas_fixture_settle (fixture);
}

/* A zoom chosen for the window's size follows it; one that a person chose stays. */
static void
test_fit_follows_the_window (void)
{
  CanvasFixture fixture;
  double width, height;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 800, 600);
  width = etp_scene_get_width (etp_canvas_get_scene (fixture.canvas));
  height = etp_scene_get_height (etp_canvas_get_scene (fixture.canvas));
  resize (&fixture, width * 0.8, 500);
  g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), 0.8, 0.01);
  resize (&fixture, width * 0.4, 500);
  g_assert_cmpfloat (etp_canvas_get_zoom (fixture.canvas), <=, 0.6);
  g_assert_cmpfloat (etp_canvas_get_zoom (fixture.canvas), >=, 0.54);

  etp_canvas_fit_width (fixture.canvas);
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), 0.4, 0.01);
  resize (&fixture, width * 0.5, 500);
  g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), 0.5, 0.01);

  etp_canvas_fit_map (fixture.canvas);
  canvas_fixture_settle (&fixture);
  resize (&fixture, width * 0.7, height * 0.3);
  g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), 0.3, 0.01);

  etp_canvas_set_zoom (fixture.canvas, 0.9);
  resize (&fixture, width * 0.5, 500);
  g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), 0.9, 1e-9);
  canvas_fixture_tear_down (&fixture);
}

static double
get_head_width (CanvasFixture *fixture)
{
  const EtpItemRef head = canvas_fixture_find (fixture, "touchpoints", ETP_ITEM_LANE_HEAD);

  return etp_canvas_get_item_bounds (fixture->canvas, head).width;
}

/* In a room lane heads take less than half of a window as narrow as a phone, also where it becomes so only
 * then; what is selected stays so. */
static void
test_narrow_room (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 360, 640);
  etp_canvas_set_room (fixture.canvas, TRUE);
  canvas_fixture_settle (&fixture);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "visit", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpfloat (get_head_width (&fixture), <, 360.0 / 2);
      g_assert_true (etp_canvas_get_room (fixture.canvas));
      resize (&fixture, 1000, 640);
      g_assert_cmpfloat (get_head_width (&fixture), >, 200);
      canvas_fixture_assert_selected (&fixture, ETP_ITEM_CARD, "visit", NULL);
      resize (&fixture, 360, 640);
    }
  etp_canvas_set_room (fixture.canvas, FALSE);
  canvas_fixture_settle (&fixture);
  g_assert_false (etp_canvas_get_room (fixture.canvas));
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_CARD, "visit", NULL);
  canvas_fixture_tear_down (&fixture);
}

/* The right edge of the i-th phase. */
static double
get_right (CanvasFixture *fixture, guint i)
{
  const EtpRect rect = etp_scene_get_group (etp_canvas_get_scene (fixture->canvas), i)->rect;

  return rect.x + rect.width;
}

/* The first look does not cut a column that a slightly smaller zoom shows whole, and is not much
 * smaller for that: all text is there. */
static void
test_start_shows_whole_columns (void)
{
  CanvasFixture fixture;
  EtpRect viewport;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 8), 900, 400);
  g_assert_true (
      etp_group_is_phase (etp_scene_get_group (etp_canvas_get_scene (fixture.canvas), 3)));
  resize (&fixture, ceil (get_right (&fixture, 3) * 0.57), 400);
  viewport = etp_canvas_get_viewport (fixture.canvas);
  g_assert_cmpfloat (etp_canvas_get_zoom (fixture.canvas), <, 0.58);
  g_assert_cmpint (etp_detail_for_zoom (etp_canvas_get_zoom (fixture.canvas)), ==, ETP_DETAIL_FULL);
  g_assert_cmpfloat (viewport.x + viewport.width, >=, get_right (&fixture, 3));
  g_assert_cmpfloat (viewport.x + viewport.width, <, get_right (&fixture, 4) - 100);

  resize (&fixture, ceil (get_right (&fixture, 3) * 0.5), 400);
  g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), 0.6, 1e-9);
  canvas_fixture_tear_down (&fixture);
}

/* Who has text enlarged sees a larger map, also while it is open; what one chose grows with it. */
static void
test_text_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  CanvasFixture fixture;
  double start;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 8), 900, 600);
  g_assert_cmpfloat (etp_canvas_get_text_scale (fixture.canvas), ==, 1.0);
  start = etp_canvas_get_zoom (fixture.canvas);
  g_assert_cmpfloat (start, <=, 0.6);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat (etp_canvas_get_text_scale (fixture.canvas), ==, 2.0);
  g_assert_cmpfloat (etp_canvas_get_zoom (fixture.canvas), >=, 1.08);
  g_assert_cmpfloat (etp_canvas_get_zoom (fixture.canvas), <=, 1.2);
  canvas_fixture_tear_down (&fixture);

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 8), 900, 600);
  g_assert_cmpfloat (etp_canvas_get_zoom (fixture.canvas), >=, 1.08); /* newly opened as well */
  etp_canvas_zoom_original (fixture.canvas);
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), 2.0, 1e-9);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), 1.0, 1e-9);
  canvas_fixture_tear_down (&fixture);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* A map smaller than the window stands in its middle. */
static void
test_small_map_is_centred (void)
{
  CanvasFixture fixture;
  EtpRect viewport;
  EtpScene *scene;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  etp_canvas_set_zoom (fixture.canvas, 0.1);
  scene = etp_canvas_get_scene (fixture.canvas);
  viewport = etp_canvas_get_viewport (fixture.canvas);
  g_assert_cmpfloat_with_epsilon (viewport.x + viewport.width / 2, etp_scene_get_width (scene) / 2,
                                  10);
  g_assert_cmpfloat_with_epsilon (viewport.y + viewport.height / 2,
                                  etp_scene_get_height (scene) / 2, 10);
  canvas_fixture_tear_down (&fixture);
}

static EtpItemKind
pick_kind (CanvasFixture *fixture, double x, double y)
{
  const EtpItemRef ref = etp_canvas_pick (fixture->canvas, x, y);

  if (etp_item_ref_is_none (ref))
    return ETP_ITEM_FILL;
  return etp_scene_get_item (etp_canvas_get_scene (fixture->canvas), ref)->kind;
}

static EtpItemRef
find_first (CanvasFixture *fixture, EtpItemKind kind, guint nth)
{
  EtpScene *scene = etp_canvas_get_scene (fixture->canvas);
  EtpItemRef ref = etp_scene_next (scene, ETP_ITEM_REF_NONE, 1);

  for (; !etp_item_ref_is_none (ref); ref = etp_scene_next (scene, ref, 1))
    if (etp_scene_get_item (scene, ref)->kind == kind && nth-- == 0)
      return ref;
  g_assert_not_reached ();
}

static void
test_pick_own_places (void)
{
  static const EtpItemKind kinds[] = { ETP_ITEM_PHASE_HEAD, ETP_ITEM_LANE_HEAD, ETP_ITEM_CARD,
                                       ETP_ITEM_POINT };
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1300, 900);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const EtpItemRef ref = find_first (&fixture, kinds[i], 0);
      const EtpRect place = etp_scene_item_rect (etp_canvas_get_scene (fixture.canvas), ref, NULL);
      double x, y;

      set_scroll (&fixture, 0, place.y * etp_canvas_get_zoom (fixture.canvas) - 300);
      canvas_fixture_get_middle (&fixture, ref, &x, &y);
      g_assert_cmpint (pick_kind (&fixture, x, y), ==, kinds[i]);
    }
  canvas_fixture_tear_down (&fixture);
}

/* Heads stay in view; what lies below them or their strips cannot be hit. */
static void
test_pick_through_pins (void)
{
  CanvasFixture fixture;
  EtpItemRef phase, lane;
  double x, y, left, top, zoom;
  EtpScene *scene;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (600, 8), 1000, 700);
  etp_canvas_set_zoom (fixture.canvas, 0.8);
  set_scroll (&fixture, 500, 900);
  canvas_fixture_settle (&fixture);
  scene = etp_canvas_get_scene (fixture.canvas);
  zoom = etp_canvas_get_zoom (fixture.canvas);
  left = etp_scene_get_pin_left (scene) * zoom;
  top = etp_scene_get_pin_top (scene) * zoom;

  phase = find_first (&fixture, ETP_ITEM_PHASE_HEAD, 3);
  canvas_fixture_get_middle (&fixture, phase, &x, &y);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y, <, top);
  g_assert_cmpint (pick_kind (&fixture, x, y), ==, ETP_ITEM_PHASE_HEAD);

  lane = find_first (&fixture, ETP_ITEM_LANE_HEAD, 0);
  g_assert_cmpfloat (etp_canvas_get_item_bounds (fixture.canvas, lane).x, >=, 0);

  for (double across = 5; across < 1000; across += 7)
    g_assert_cmpint (pick_kind (&fixture, across, top - 3), !=, ETP_ITEM_CARD);
  for (double down = 5; down < 700; down += 7)
    g_assert_cmpint (pick_kind (&fixture, left - 3, down), !=, ETP_ITEM_CARD);
  canvas_fixture_tear_down (&fixture);
}

/* In a narrow window the lane heads scroll away with the map. */
static void
test_narrow_window (void)
{
  CanvasFixture fixture;
  EtpItemRef lane;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 360, 600);
  etp_canvas_set_zoom (fixture.canvas, 0.9);
  set_scroll (&fixture, 800, 0);
  lane = find_first (&fixture, ETP_ITEM_LANE_HEAD, 0);
  g_assert_cmpfloat (etp_canvas_get_item_bounds (fixture.canvas, lane).x, <, -300);
  canvas_fixture_tear_down (&fixture);
}

/* Notes are captured in a cell that is shown when it is chosen and when something is typed for it, not
 * whenever the map has changed meanwhile. */
static void
test_capture_target (void)
{
  CanvasFixture fixture;
  EtpNode *lane, *phase;
  EtpRect viewport;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 800, 600);
  etp_canvas_set_zoom (fixture.canvas, 1.0);
  lane = etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_LANES), 0);
  phase = etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_PHASES), 0);
  etp_canvas_set_capture_target (fixture.canvas, lane, phase, "");
  set_scroll (&fixture, 900, 500);
  canvas_fixture_settle (&fixture);
  viewport = etp_canvas_get_viewport (fixture.canvas);
  etp_canvas_set_capture_target (fixture.canvas, lane, phase, "");
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat (etp_canvas_get_viewport (fixture.canvas).x, ==, viewport.x);
  etp_canvas_set_capture_target (fixture.canvas, lane, phase, "x");
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat (etp_canvas_get_viewport (fixture.canvas).x, <, viewport.x);
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/view/zoom-keeps-the-point", test_zoom_keeps_the_point);
  g_test_add_func ("/canvas/view/zoom-limits", test_zoom_limits);
  g_test_add_func ("/canvas/view/fit-map", test_fit_map);
  g_test_add_func ("/canvas/view/fit-phase", test_fit_phase);
  g_test_add_func ("/canvas/view/fit-follows-the-window", test_fit_follows_the_window);
  g_test_add_func ("/canvas/view/narrow-room", test_narrow_room);
  g_test_add_func ("/canvas/view/start-shows-whole-columns", test_start_shows_whole_columns);
  g_test_add_func ("/canvas/view/text-scale", test_text_scale);
  g_test_add_func ("/canvas/view/small-map-is-centred", test_small_map_is_centred);
  g_test_add_func ("/canvas/view/pick-own-places", test_pick_own_places);
  g_test_add_func ("/canvas/view/pick-through-pins", test_pick_through_pins);
  g_test_add_func ("/canvas/view/narrow-window", test_narrow_window);
  g_test_add_func ("/canvas/view/capture-target", test_capture_target);
  return g_test_run ();
}
