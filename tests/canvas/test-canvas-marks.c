/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-marks.h"
#include "canvas/etp-overview.h"
#include "etp-test-build.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"

/* What a search and a filter do to the picture: nothing is painted anew and nothing moves. */

static void
on_changed (EtpCanvas *canvas, guint *n)
{
  (*n)++;
}

static guint64
count_bakes (CanvasFixture *fixture)
{
  EtpCanvasStats stats;

  etp_canvas_get_stats (fixture->canvas, &stats);
  return stats.n_bakes;
}

static void
test_filter (void)
{
  CanvasFixture fixture;
  g_autoptr (EtpFilter) filter = etp_filter_new ();
  guint n_scenes = 0, n_filters = 0;
  guint64 n_bakes;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (200, 5), 1200, 800);
  canvas_fixture_settle (&fixture);
  g_signal_connect (fixture.canvas, "scene-changed", G_CALLBACK (on_changed), &n_scenes);
  g_signal_connect (fixture.canvas, "filter-changed", G_CALLBACK (on_changed), &n_filters);
  /* A frame that the toolkit owes may still paint what came into view last. */
  canvas_fixture_run_frame (&fixture);
  canvas_fixture_settle (&fixture);
  n_bakes = count_bakes (&fixture);

  etp_filter_set_facts_only (filter, TRUE);
  etp_canvas_set_filter (fixture.canvas, filter);
  canvas_fixture_run_frame (&fixture);
  canvas_fixture_settle (&fixture);
  g_assert_cmpuint (count_bakes (&fixture), ==, n_bakes);
  g_assert_cmpuint (n_scenes, ==, 0);
  g_assert_cmpuint (n_filters, ==, 1);
  g_assert_true (etp_filter_equal (etp_canvas_get_filter (fixture.canvas), filter));

  /* The canvas has a copy. An empty filter is none. */
  etp_filter_clear (filter);
  g_assert_false (etp_filter_is_empty (etp_canvas_get_filter (fixture.canvas)));
  etp_canvas_set_filter (fixture.canvas, filter);
  canvas_fixture_run_frame (&fixture);
  g_assert_null (etp_canvas_get_filter (fixture.canvas));
  canvas_fixture_tear_down (&fixture);
}

/* At every detail, and while what is found goes. */
static void
test_found (void)
{
  CanvasFixture fixture;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (EtpNode) card = NULL;
  guint64 n_bakes;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (200, 5), 1200, 800);
  card = g_object_ref (
      etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS), 0));
  g_hash_table_add (ids, (gpointer) etp_node_get_id (card));
  canvas_fixture_settle (&fixture);
  n_bakes = count_bakes (&fixture);
  etp_canvas_set_found (fixture.canvas, "e", ids);
  etp_canvas_set_current_found (fixture.canvas, etp_node_get_id (card));
  canvas_fixture_run_frame (&fixture);
  g_assert_cmpuint (count_bakes (&fixture), ==, n_bakes);
  etp_canvas_set_zoom (fixture.canvas, 0.2);
  canvas_fixture_settle (&fixture);
  canvas_fixture_run_frame (&fixture);
  g_assert_true (etp_edit_set_text (fixture.journey, card, ETP_CARD_TITLE, "Etwas anderes", NULL));
  canvas_fixture_settle (&fixture);
  etp_canvas_set_found (fixture.canvas, NULL, NULL);
  canvas_fixture_run_frame (&fixture);
  canvas_fixture_tear_down (&fixture);
}

/* Of a text that is full of it, only what is in the window is marked. */
static void
test_found_in_long_text (void)
{
  const guint n = 2000;
  CanvasFixture fixture;
  EtpJourney *journey = etp_test_journey_new_large (20, 2);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray)
      nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  g_autoptr (GString) text = g_string_new (NULL);
  EtpItemRef ref;
  EtpRect place;

  for (guint i = 0; i < n; i++)
    g_string_append (text, "Größe und\n");
  etp_test_add (journey, ETP_LIST_CARDS, "long", ETP_CARD_LANE, "touchpoints", ETP_CARD_PHASE,
                "phase0", ETP_CARD_TITLE, "Lang", ETP_CARD_TEXT, text->str, ETP_TEST_END);
  canvas_fixture_show (&fixture, journey, 1200, 800);
  etp_canvas_set_zoom (fixture.canvas, 1);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "long", NULL);
  canvas_fixture_settle (&fixture);
  g_hash_table_add (ids, (gpointer) "long");
  etp_canvas_set_found (fixture.canvas, "größe", ids);
  canvas_fixture_run_frame (&fixture);

  ref = canvas_fixture_find (&fixture, "long", ETP_ITEM_CARD);
  place = etp_scene_item_rect (etp_canvas_get_scene (fixture.canvas), ref, NULL);
  etp_canvas_add_marks (fixture.canvas,
                        etp_scene_get_item (etp_canvas_get_scene (fixture.canvas), ref), &place,
                        nodes);
  g_assert_cmpuint (nodes->len, >, 0);
  g_assert_cmpuint (nodes->len, <, n / 10);
  for (guint i = 0; i < nodes->len; i++)
    {
      graphene_rect_t bounds;

      gsk_render_node_get_bounds (nodes->pdata[i], &bounds);
      g_assert_cmpfloat (bounds.origin.y, <,
                         gtk_widget_get_height (GTK_WIDGET (fixture.canvas)) + 2);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >, -2);
    }
  canvas_fixture_tear_down (&fixture);
}

/* The room's style is another layout at zoom 1 or more, and gives the old one back. */
static void
test_room (void)
{
  CanvasFixture fixture;
  EtpItemRef ref;
  double width;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 5), 1200, 800);
  canvas_fixture_settle (&fixture);
  width = etp_scene_get_width (etp_canvas_get_scene (fixture.canvas));
  etp_canvas_set_room (fixture.canvas, TRUE);
  canvas_fixture_settle (&fixture);
  g_assert_true (etp_canvas_get_room (fixture.canvas));
  g_assert_cmpfloat (etp_scene_get_width (etp_canvas_get_scene (fixture.canvas)), >, 1.4 * width);
  g_assert_cmpfloat (etp_canvas_get_zoom (fixture.canvas), >=, 1);
  /* Another look keeps it. */
  etp_canvas_set_style (fixture.canvas, ETP_STYLE_DARK);
  canvas_fixture_settle (&fixture);
  g_assert_true (etp_canvas_get_room (fixture.canvas));
  ref = etp_scene_next (etp_canvas_get_scene (fixture.canvas), ETP_ITEM_REF_NONE, 3);
  etp_canvas_select (fixture.canvas, ref);
  etp_canvas_set_room (fixture.canvas, FALSE);
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat (etp_scene_get_width (etp_canvas_get_scene (fixture.canvas)), ==, width);
  canvas_fixture_tear_down (&fixture);
}

/* There is an overview where there is more of the map than the window shows. */
static void
test_overview (void)
{
  CanvasFixture fixture;
  GtkWidget *overview;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 5), 1200, 800);
  canvas_fixture_settle (&fixture);
  overview = g_object_ref_sink (etp_overview_new (fixture.canvas, ETP_OVERVIEW_MAP));
  etp_canvas_set_zoom (fixture.canvas, 2);
  canvas_fixture_settle (&fixture);
  g_assert_true (etp_overview_is_needed (ETP_OVERVIEW (overview)));
  etp_canvas_fit_map (fixture.canvas);
  canvas_fixture_settle (&fixture);
  g_assert_false (etp_overview_is_needed (ETP_OVERVIEW (overview)));
  g_object_unref (overview);
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/marks/filter", test_filter);
  g_test_add_func ("/canvas/marks/found", test_found);
  g_test_add_func ("/canvas/marks/found-in-long-text", test_found_in_long_text);
  g_test_add_func ("/canvas/marks/room", test_room);
  g_test_add_func ("/canvas/marks/overview", test_overview);
  return g_test_run ();
}
