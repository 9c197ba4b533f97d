/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "model/etp-fields.h"

/* What the pointer's button does when it goes down, moves and comes up again, and how the map moves. */

/* The gesture of a type that follows the first button. */
static GtkEventController *
find_gesture (CanvasFixture *fixture, GType type)
{
  g_autoptr (GListModel)
      controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        return controller; /* the widget holds it */
    }
  g_assert_not_reached ();
}

/* A place right of x with nothing under it that could be dragged. */
static void
find_free_place (CanvasFixture *fixture, double from_x, double *x, double *y)
{
  for (*y = 300; *y < 500; *y += 4)
    for (*x = from_x; *x < from_x + 300; *x += 4)
      if (etp_item_ref_is_none (etp_canvas_pick (fixture->canvas, *x, *y)))
        return;
  g_assert_not_reached ();
}

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

/* Something is dragged to the window's edge and held there: the map goes on below it, also where it
 * moves smoothly otherwise. */
static void
test_edge (void)
{
  for (int animates = 0; animates < 2; animates++)
    {
      CanvasFixture fixture;
      GtkEventController *drag;
      double start, x, y;

      canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 800, 600);
      etp_canvas_set_zoom (fixture.canvas, 1.0);
      canvas_fixture_settle (&fixture);
      start = etp_canvas_get_viewport (fixture.canvas).x;
      set_animations (animates);
      find_free_place (&fixture, 300, &x, &y);
      drag = find_gesture (&fixture, GTK_TYPE_GESTURE_DRAG);
      g_signal_emit_by_name (drag, "drag-begin", x, y);
      g_signal_emit_by_name (drag, "drag-update", 798 - x, 0.0);
      g_assert_nonnull (etp_canvas_get_tool (fixture.canvas));
      for (guint i = 0; i < 60; i++)
        canvas_fixture_run_frame (&fixture);
      g_signal_emit_by_name (drag, "drag-end", 798 - x, 0.0);
      g_assert_cmpfloat (etp_canvas_get_viewport (fixture.canvas).x, >, start + 200);
      set_animations (FALSE);
      canvas_fixture_tear_down (&fixture);
    }
}

static void
run (CanvasFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

/* Keys that come while the map still moves add up, up to its edge and no farther. */
static void
test_quick_keys (void)
{
  CanvasFixture fixture;
  double start;
  EtpRect there;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (2000, 6), 800, 400);
  etp_canvas_set_zoom (fixture.canvas, 1.0);
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat (etp_scene_get_height (etp_canvas_get_scene (fixture.canvas)), >, 1600);
  start = etp_canvas_get_viewport (fixture.canvas).y;
  set_animations (TRUE);
  for (guint i = 0; i < 3; i++)
    {
      run (&fixture, "canvas.page-down");
      canvas_fixture_run_frame (&fixture);
    }
  canvas_fixture_settle (&fixture);
  there = etp_canvas_get_viewport (fixture.canvas);
  g_assert_cmpfloat_with_epsilon (there.y, start + 3 * 0.9 * 400, 3);
  for (guint i = 0; i < 7; i++)
    run (&fixture, "canvas.page-up");
  canvas_fixture_run_frame (&fixture);
  run (&fixture, "canvas.page-down");
  canvas_fixture_settle (&fixture);
  there = etp_canvas_get_viewport (fixture.canvas);
  g_assert_cmpfloat_with_epsilon (there.y, 0.9 * 400, 3);
  set_animations (FALSE);
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/press/edge", test_edge);
  g_test_add_func ("/canvas/press/quick-keys", test_quick_keys);
  return g_test_run ();
}
