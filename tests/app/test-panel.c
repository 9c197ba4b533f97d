/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-window-private.h"
#include "canvas-fixture.h"
#include "window-fixture.h"

/* The map beside the inspector: what becomes of its zoom when that comes. */

static void
settle (WindowFixture *fixture)
{
  CanvasFixture map = { .canvas = fixture->window->canvas };

  canvas_fixture_settle (&map);
}

/* The whole width of the map in a window without the inspector. Returns the width in pixels. */
static int
fit_width (WindowFixture *fixture)
{
  settle (fixture);
  etp_canvas_fit_width (fixture->window->canvas);
  settle (fixture);
  g_assert_null (etp_window_get_inspector (fixture->window));
  return gtk_widget_get_width (GTK_WIDGET (fixture->window->canvas));
}

static void
wait_for_inspector (WindowFixture *fixture, int width)
{
  while (gtk_widget_get_width (GTK_WIDGET (fixture->window->canvas)) == width)
    g_main_context_iteration (NULL, TRUE);
  while (fixture->window->inspector_settle_id != 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
}

/* Comes it by itself, since something is selected, that stays as large as it was, and in sight. */
static void
test_by_itself (WindowFixture *fixture, gconstpointer data)
{
  EtpCanvas *canvas = fixture->window->canvas;
  const int width = fit_width (fixture);
  const double zoom = etp_canvas_get_zoom (canvas);
  EtpRect bounds;

  etp_window_select_node (fixture->window, window_fixture_get (fixture, "order"));
  wait_for_inspector (fixture, width);
  g_assert_nonnull (etp_window_get_inspector (fixture->window));
  g_assert_cmpfloat (etp_canvas_get_zoom (canvas), ==, zoom);
  bounds = etp_canvas_get_item_bounds (canvas, etp_canvas_get_selection (canvas));
  g_assert_cmpfloat (bounds.x, >=, 0);
  g_assert_cmpfloat (bounds.x + bounds.width, <=, gtk_widget_get_width (GTK_WIDGET (canvas)));
}

/* Whoever asks for it still sees the whole width then. */
static void
test_asked_for (WindowFixture *fixture, gconstpointer data)
{
  EtpCanvas *canvas = fixture->window->canvas;
  const int width = fit_width (fixture);
  const double zoom = etp_canvas_get_zoom (canvas);

  window_fixture_run (fixture, "show-inspector");
  wait_for_inspector (fixture, width);
  g_assert_cmpfloat (etp_canvas_get_zoom (canvas), <, zoom);
}

int
main (int argc, char **argv)
{
  if (window_fixture_start (&argc, &argv) == NULL)
    return 0;
  /* In this order: what was asked for is remembered. */
  g_test_add ("/app/panel/by-itself", WindowFixture, NULL, window_fixture_set_up, test_by_itself,
              window_fixture_tear_down);
  g_test_add ("/app/panel/asked-for", WindowFixture, NULL, window_fixture_set_up, test_asked_for,
              window_fixture_tear_down);
  return window_fixture_end ();
}
