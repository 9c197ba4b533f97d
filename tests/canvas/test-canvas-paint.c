/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "model/etp-edit-node.h"
#include "model/etp-edit-result.h"
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

/* The card of the map's picture shows another one, all blue, of 2000 × 1000 pixels. */
static void
change_picture (CanvasFixture *fixture)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 2000, 1000);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  EtpNode *asset, *card = canvas_fixture_get_node (fixture, "picture");
  char *data = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixbuf, 0x0000ffff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", &error, NULL);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, length);
  asset = etp_edit_import_asset (fixture->journey, "image/png", bytes, &error);
  g_assert_no_error (error);
  g_assert_true (
      etp_edit_set_text (fixture->journey, card, ETP_CARD_IMAGE, etp_node_get_id (asset), &error));
}

/* Whether a frame shows blue a little below the upper edge of that card, in its middle; with the pointer
 * over it, it is a little darker. */
static gboolean
is_blue (CanvasFixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);
  EtpScene *scene = etp_canvas_get_scene (fixture->canvas);
  const EtpItemRef ref = canvas_fixture_find (fixture, "picture", ETP_ITEM_CARD);
  const EtpRect place = etp_canvas_get_item_bounds (fixture->canvas, ref);
  const EtpItem *item = etp_scene_get_item (scene, ref);
  const double zoom = place.width / item->width;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const EtpMark *mark = NULL;
  GskRenderNode *node;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_IMAGE)
      mark = &item->marks[i];
  g_assert_nonnull (mark);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_translate (cr, -floor (place.x + (mark->rect.x + mark->rect.width / 2) * zoom),
                   -floor (place.y + (mark->rect.y + 8) * zoom));
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = *(const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
  return (pixel >> 16 & 0xff) < 0x20 && (pixel >> 8 & 0xff) < 0x20 && (pixel & 0xff) > 0xd0;
}

/* No frame waits for a picture: what shows it is painted again when it has come, near and far out. */
static void
test_pictures_come_later (void)
{
  static const double zooms[] = { 1.0, 0.3 };

  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      CanvasFixture fixture;
      guint64 before;

      canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
      etp_canvas_set_zoom (fixture.canvas, zooms[i]);
      etp_canvas_select (fixture.canvas, canvas_fixture_find (&fixture, "picture", ETP_ITEM_CARD));
      canvas_fixture_settle (&fixture);
      change_picture (&fixture);
      g_assert_false (is_blue (&fixture));
      g_assert_false (etp_canvas_is_settled (fixture.canvas));
      canvas_fixture_settle (&fixture);
      g_assert_true (is_blue (&fixture));

      before = get_stats (&fixture).n_bakes;
      canvas_fixture_settle (&fixture);
      g_assert_cmpuint (get_stats (&fixture).n_bakes, ==, before);
      canvas_fixture_tear_down (&fixture);
    }
}

/* The canvas goes while a worker is at a picture. */
static void
test_gone_before_the_picture (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  etp_canvas_set_zoom (fixture.canvas, 1.0);
  etp_canvas_select (fixture.canvas, canvas_fixture_find (&fixture, "picture", ETP_ITEM_CARD));
  canvas_fixture_settle (&fixture);
  change_picture (&fixture);
  g_assert_false (is_blue (&fixture));
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
  g_test_add_func ("/canvas/paint/gone-before-the-picture", test_gone_before_the_picture);
  g_test_add_func ("/canvas/paint/pictures-come-later", test_pictures_come_later);
  return g_test_run ();
}
