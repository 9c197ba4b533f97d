/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-links.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "model/etp-edit.h"

/* How long a link that is begun by keyboard is waited for: no longer than what it begins at, and no longer
 * than the map. */

static void
run (CanvasFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

static guint
count_links (EtpJourney *journey)
{
  return etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_LINKS));
}

static void
on_taken_back (EtpCanvas *canvas, const char *text, guint *n)
{
  ++*n;
}

/* A map in which a link from the advert is begun; n: how often what it asks for is taken back. */
static void
begin (CanvasFixture *fixture, guint *n)
{
  *n = 0;
  canvas_fixture_show (fixture, etp_test_journey_new_sample (), 1000, 700);
  g_signal_connect (fixture->canvas, "taken-back", G_CALLBACK (on_taken_back), n);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  canvas_fixture_select (fixture, ETP_ITEM_CARD, "advert", NULL);
  run (fixture, "canvas.link");
  g_assert_cmpuint (*n, ==, 0);
}

static void
test_begin_goes (void)
{
  CanvasFixture fixture;
  guint n;

  begin (&fixture, &n);
  run (&fixture, "canvas.delete");
  g_assert_null (etp_journey_get_node (fixture.journey, "advert"));
  g_assert_cmpuint (n, ==, 1);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "slow", NULL);
  run (&fixture, "canvas.activate");
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  canvas_fixture_tear_down (&fixture);
}

/* What else is changed meanwhile does not matter. */
static void
test_other_goes (void)
{
  CanvasFixture fixture;
  guint n, before;

  begin (&fixture, &n);
  g_assert_true (
      etp_edit_remove (fixture.journey, canvas_fixture_get_node (&fixture, "parked"), NULL));
  before = count_links (fixture.journey);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "slow", NULL);
  run (&fixture, "canvas.activate");
  g_assert_cmpuint (count_links (fixture.journey), ==, before + 1);
  g_assert_cmpuint (n, ==, 1);
  canvas_fixture_tear_down (&fixture);
}

static void
test_map_goes (void)
{
  for (int is_replaced = 0; is_replaced < 2; is_replaced++)
    {
      g_autoptr (EtpJourney) other = etp_test_journey_new_sample ();
      const guint before = count_links (other);
      CanvasFixture fixture;
      guint n;

      begin (&fixture, &n);
      if (is_replaced)
        etp_canvas_replace_journey (fixture.canvas, other);
      else
        etp_canvas_set_journey (fixture.canvas, other);
      g_assert_cmpuint (n, ==, 1);
      canvas_fixture_select (&fixture, ETP_ITEM_CARD, "slow", NULL);
      run (&fixture, "canvas.activate");
      g_assert_cmpuint (count_links (other), ==, before);
      g_assert_true (etp_canvas_is_editing (fixture.canvas));
      canvas_fixture_tear_down (&fixture);
    }
}

/* It is drawn by mouse after all: the next Enter draws no second one. */
static void
test_drawn_by_mouse (void)
{
  EtpCanvasDrag drag = { 0 };
  CanvasFixture fixture;
  guint n, before;

  begin (&fixture, &n);
  etp_canvas_fit_map (fixture.canvas);
  canvas_fixture_settle (&fixture);
  before = count_links (fixture.journey);
  canvas_fixture_get_middle (&fixture, canvas_fixture_find (&fixture, "slow", ETP_ITEM_CARD),
                             &drag.x, &drag.y);
  etp_canvas_tool_link.finish (fixture.canvas, &drag);
  g_assert_cmpuint (count_links (fixture.journey), ==, before + 1);
  g_assert_cmpuint (n, ==, 1);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "compare", NULL);
  run (&fixture, "canvas.activate");
  g_assert_cmpuint (count_links (fixture.journey), ==, before + 1);
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  canvas_fixture_tear_down (&fixture);
}

/* Let go outside the map, it is joined to nothing, whatever lies there unseen. */
static void
test_let_go_outside (void)
{
  EtpCanvasDrag drag = { 0 };
  CanvasFixture fixture;
  guint before;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "advert", NULL);
  etp_canvas_set_zoom_at (fixture.canvas, 3, 0, 0);
  canvas_fixture_settle (&fixture);
  before = count_links (fixture.journey);
  canvas_fixture_get_middle (&fixture, canvas_fixture_find (&fixture, "slow", ETP_ITEM_CARD),
                             &drag.x, &drag.y);
  g_assert_true (drag.x > gtk_widget_get_width (GTK_WIDGET (fixture.canvas))
                 || drag.y > gtk_widget_get_height (GTK_WIDGET (fixture.canvas)));
  etp_canvas_tool_link.finish (fixture.canvas, &drag);
  g_assert_cmpuint (count_links (fixture.journey), ==, before);
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/links/begin-goes", test_begin_goes);
  g_test_add_func ("/canvas/links/other-goes", test_other_goes);
  g_test_add_func ("/canvas/links/map-goes", test_map_goes);
  g_test_add_func ("/canvas/links/drawn-by-mouse", test_drawn_by_mouse);
  g_test_add_func ("/canvas/links/let-go-outside", test_let_go_outside);
  return g_test_run ();
}
