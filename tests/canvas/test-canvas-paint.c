/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"

static EtpCanvasStats
get_stats (CanvasFixture *fixture)
{
  EtpCanvasStats stats;

  etp_canvas_get_stats (fixture->canvas, &stats);
  return stats;
}

static EtpNode *
get_first_card (CanvasFixture *fixture)
{
  return etp_node_list_get (etp_journey_get_list (fixture->journey, ETP_LIST_CARDS), 0);
}

static void
test_nothing_is_painted_twice (void)
{
  CanvasFixture fixture;
  guint64 before;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 1000, 700);
  before = get_stats (&fixture).n_bakes;
  g_assert_cmpuint (before, >, 10);
  for (guint i = 0; i < 3; i++)
    canvas_fixture_run_frame (&fixture);
  g_assert_cmpuint (get_stats (&fixture).n_bakes, ==, before);
  canvas_fixture_tear_down (&fixture);
}

/* Scrolling paints what comes into the window, and nothing on the way back. */
static void
test_pan_paints_what_is_new (void)
{
  CanvasFixture fixture;
  g_autoptr (GtkAdjustment) vertical = NULL;
  guint64 first, below;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (600, 6), 1000, 700);
  g_object_get (fixture.canvas, "vadjustment", &vertical, NULL);
  first = get_stats (&fixture).n_bakes;
  gtk_adjustment_set_value (vertical, 600);
  canvas_fixture_settle (&fixture);
  below = get_stats (&fixture).n_bakes;
  g_assert_cmpuint (below, >, first);
  gtk_adjustment_set_value (vertical, 0);
  canvas_fixture_settle (&fixture);
  g_assert_cmpuint (get_stats (&fixture).n_bakes, ==, below);
  canvas_fixture_tear_down (&fixture);
}

/* A longer title of the same height: the card, and what repeats its title. */
static void
test_edit_paints_one_item (void)
{
  CanvasFixture fixture;
  g_autoptr (GError) error = NULL;
  EtpNode *card;
  guint64 before;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 1200, 800);
  etp_canvas_set_zoom (fixture.canvas, 1.0);
  canvas_fixture_settle (&fixture);
  card = get_first_card (&fixture);
  g_assert_true (etp_edit_set_text (fixture.journey, card, ETP_CARD_TITLE, "Anruf", &error));
  canvas_fixture_settle (&fixture);
  before = get_stats (&fixture).n_bakes;
  g_assert_true (etp_edit_set_text (fixture.journey, card, ETP_CARD_TITLE, "Brief", &error));
  g_assert_false (etp_canvas_is_settled (fixture.canvas));
  canvas_fixture_settle (&fixture);
  g_assert_cmpuint (get_stats (&fixture).n_bakes - before, >=, 1);
  g_assert_cmpuint (get_stats (&fixture).n_bakes - before, <=, 3);
  canvas_fixture_tear_down (&fixture);
}

/* Zoomed out, one cell's bitmap and not one for each of thousands of cards. */
static void
test_far_out_cells_are_merged (void)
{
  CanvasFixture fixture;
  g_autoptr (GError) error = NULL;
  EtpCanvasStats stats;
  guint64 before;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (2000, 20), 1000, 700);
  before = get_stats (&fixture).n_bakes;
  etp_canvas_fit_map (fixture.canvas);
  canvas_fixture_settle (&fixture);
  stats = get_stats (&fixture);
  g_assert_cmpuint (stats.n_bakes - before, <, 600);
  before = stats.n_bakes;
  g_assert_true (etp_edit_set_text (fixture.journey, get_first_card (&fixture), ETP_CARD_TITLE,
                                    "Brief", &error));
  canvas_fixture_settle (&fixture);
  g_assert_cmpuint (get_stats (&fixture).n_bakes - before, >=, 1);
  g_assert_cmpuint (get_stats (&fixture).n_bakes - before, <=, 60);
  canvas_fixture_tear_down (&fixture);
}

/* While the zoom changes, what is there is shown scaled; then at most 20 items in each frame. Where the
 * processor was elsewhere for so long that the zoom has come to rest before the frame, it is changed again. */
static void
test_zoom_paints_in_slices (void)
{
  CanvasFixture fixture;
  guint64 before = 0, most = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (600, 6), 1300, 850);
  etp_canvas_set_zoom (fixture.canvas, 0.62);
  canvas_fixture_settle (&fixture);
  for (guint i = 0; i < 5; i++)
    {
      before = get_stats (&fixture).n_bakes;
      etp_canvas_set_zoom (fixture.canvas, 0.7 + 0.01 * i);
      canvas_fixture_run_frame (&fixture);
      if (get_stats (&fixture).n_bakes == before)
        break;
    }
  g_assert_cmpuint (get_stats (&fixture).n_bakes, ==, before);
  while (!etp_canvas_is_settled (fixture.canvas))
    {
      const guint64 start = get_stats (&fixture).n_bakes;

      canvas_fixture_run_frame (&fixture);
      most = MAX (most, get_stats (&fixture).n_bakes - start);
    }
  g_assert_cmpuint (get_stats (&fixture).n_bakes, >, before + 20);
  g_assert_cmpuint (most, <=, 20);
  canvas_fixture_tear_down (&fixture);
}

static void
test_style_changes_everything (void)
{
  CanvasFixture fixture;
  guint64 before;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  before = get_stats (&fixture).n_bakes;
  etp_canvas_set_style (fixture.canvas, ETP_STYLE_LIGHT);
  canvas_fixture_settle (&fixture);
  g_assert_cmpuint (get_stats (&fixture).n_bakes, ==, before);
  etp_canvas_set_style (fixture.canvas, ETP_STYLE_DARK);
  canvas_fixture_settle (&fixture);
  g_assert_cmpuint (get_stats (&fixture).n_bakes, >=, before + before / 2);
  g_assert_cmpint (etp_canvas_get_style (fixture.canvas), ==, ETP_STYLE_DARK);
  canvas_fixture_tear_down (&fixture);
}

static void
test_without_journey (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_journey_new (), 400, 300);
  etp_canvas_fit_map (fixture.canvas);
  etp_canvas_fit_phase (fixture.canvas);
  canvas_fixture_settle (&fixture);
  etp_canvas_set_journey (fixture.canvas, NULL);
  canvas_fixture_run_frame (&fixture);
  g_assert_null (etp_canvas_get_scene (fixture.canvas));
  g_assert_true (etp_item_ref_is_none (etp_canvas_pick (fixture.canvas, 100, 100)));
  g_assert_cmpuint (get_stats (&fixture).n_bitmaps, ==, 0);
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/paint/nothing-is-painted-twice", test_nothing_is_painted_twice);
  g_test_add_func ("/canvas/paint/pan-paints-what-is-new", test_pan_paints_what_is_new);
  g_test_add_func ("/canvas/paint/edit-paints-one-item", test_edit_paints_one_item);
  g_test_add_func ("/canvas/paint/far-out-cells-are-merged", test_far_out_cells_are_merged);
  g_test_add_func ("/canvas/paint/zoom-paints-in-slices", test_zoom_paints_in_slices);
  g_test_add_func ("/canvas/paint/style-changes-everything", test_style_changes_everything);
  g_test_add_func ("/canvas/paint/without-journey", test_without_journey);
  return g_test_run ();
}
