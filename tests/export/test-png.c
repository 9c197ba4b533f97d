/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of pixels: bands and tiles that are not to be seen, sizes, and that the two ways in which
 * the painter draws a scene give the same picture. */

#include "config.h"

#include <string.h>

#include "export-test.h"

typedef struct
{
  const guchar *data;
  gsize length, at;
} Source;

static cairo_status_t
on_read (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (length > source->length - source->at)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_png (GBytes *bytes)
{
  Source source = { 0 };
  cairo_surface_t *surface;

  source.data = g_bytes_get_data (bytes, &source.length);
  surface = cairo_image_surface_create_from_png_stream (on_read, &source);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (source.at, ==, source.length);
  return surface;
}

/* The same picture in one piece. */
static cairo_surface_t *
paint_whole (EtpJourney *journey, const EtpExportOptions *options, int width, int height)
{
  g_auto (EtpExportScene) scene = { 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  etp_export_scene_init (&scene, journey, options);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, options->scale, options->scale);
  etp_paint_scene (scene.painter, cr, scene.scene, NULL, ETP_DETAIL_FULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
paint_apart (EtpJourney *journey, const EtpExportOptions *options, cairo_t *cr)
{
  g_auto (EtpExportScene) scene = { 0 };
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));

  etp_export_scene_init (&scene, journey, options);
  for (guint layer = ETP_LAYER_BACK; layer <= ETP_LAYER_FRONT; layer++)
    for (guint cell = 0; cell < etp_scene_get_n_cells (scene.scene); cell++)
      etp_paint_decoration (scene.painter, cr, scene.scene, cell, (EtpLayer) layer, NULL);
  etp_export_list_items (scene.scene, NULL, refs);
  for (guint i = 0; i < refs->len; i++)
    {
      EtpItemRef ref = g_array_index (refs, EtpItemRef, i);
      EtpItem *item = etp_scene_get_item (scene.scene, ref);
      EtpRect rect = etp_scene_item_rect (scene.scene, ref, NULL);

      cairo_save (cr);
      cairo_translate (cr, rect.x, rect.y);
      etp_paint_texts (scene.painter, cr, item, scene.style, 0, item->n_marks, NULL);
      cairo_restore (cr);
    }
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint32 *row =
      (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                         + (gsize) y
                                               * (gsize) cairo_image_surface_get_stride (surface));

  return row[x];
}

/* Of the channel that differs most. */
static guint
get_distance (guint32 a, guint32 b)
{
  guint most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    most = MAX (most, (guint) ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return most;
}

/* Bands and tiles are not to be seen: 6 of the one and 2 of the other. */
static void
test_png_bands (void)
{
  static const double scales[] = { 0.8, 1, 12.5 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (EtpJourney) journey = scales[i] > 2
                                           ? export_test_load_text (export_test_small)
                                           : export_test_load_example ("webshop.de.journey");
      EtpExportOptions options = { .style = ETP_STYLE_PAPER, .scale = scales[i] };
      g_autoptr (GBytes) bytes = export_test_write (journey, "png", options);
      cairo_surface_t *banded = read_png (bytes);
      int width = cairo_image_surface_get_width (banded);
      int height = cairo_image_surface_get_height (banded);
      cairo_surface_t *whole = paint_whole (journey, &options, width, height);
      guint most = 0;
      double sum = 0;

      g_test_message ("%d x %d", width, height);
      g_assert_cmpint (scales[i] > 2 ? width : height, >, scales[i] > 2 ? 8192 : 1024);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            const guint distance = get_distance (get_pixel (banded, x, y), get_pixel (whole, x, y));

            most = MAX (most, distance);
            sum += distance;
          }
      /* cairo clips long curves at the edges of a tile, which moves them by less than is seen; since
       * 1.18 it sets glyphs between pixels, a little differently in each band. */
      if (cairo_version () < CAIRO_VERSION_ENCODE (1, 18, 0))
        g_assert_cmpuint (most, <=, scales[i] > 2 ? 16 : 0);
      g_assert_cmpfloat (sum / ((double) width * height), <, 0.1);
      cairo_surface_destroy (banded);
      cairo_surface_destroy (whole);
    }
}

static void
test_png_size (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_text (export_test_small);
  g_autoptr (GBytes) one = export_test_write (journey, "png", (EtpExportOptions){ .scale = 1 });
  g_autoptr (GBytes) usual = export_test_write (journey, "png", (EtpExportOptions){ 0 });
  g_autoptr (GBytes)
      wide = export_test_write (journey, "png", (EtpExportOptions){ .width_px = 333 });
  cairo_surface_t *surfaces[] = { read_png (one), read_png (usual), read_png (wide) };
  EtpExportOptions huge = { .width_px = 2000000 };
  g_autoptr (GError) error = NULL;
  int width = cairo_image_surface_get_width (surfaces[0]);

  g_assert_cmpint (ABS (2 * width - cairo_image_surface_get_width (surfaces[1])), <=, 1);
  g_assert_cmpint (cairo_image_surface_get_width (surfaces[2]), ==, 333);
  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    cairo_surface_destroy (surfaces[i]);
  g_assert_null (etp_exporter_write (etp_exporter_get ("png"), journey, &huge, NULL, &error));
  g_assert_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_TOO_LARGE);
}

/* Decoration first, then the texts, as PDF is drawn: nothing covers a text that it should not. */
static void
test_decoration (void)
{
  static const char *const names[] = { "webshop.de.journey", "omnichannel.de.journey",
                                       "b2b.de.journey" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (EtpJourney) journey = export_test_load_example (names[i]);
      EtpExportOptions options = { .style = ETP_STYLE_PAPER, .scale = 1 };
      cairo_surface_t *usual = paint_whole (journey, &options, 2600, 2600);
      cairo_surface_t *apart = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2600, 2600);
      cairo_t *cr = cairo_create (apart);
      guint n_other = 0;

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      paint_apart (journey, &options, cr);
      cairo_destroy (cr);
      cairo_surface_flush (apart);
      for (int y = 0; y < 2600; y++)
        for (int x = 0; x < 2600; x++)
          n_other += get_distance (get_pixel (usual, x, y), get_pixel (apart, x, y)) > 8;
      g_test_message ("%s: %u pixels", names[i], n_other);
      g_assert_cmpuint (n_other, <, 200);
      cairo_surface_destroy (usual);
      cairo_surface_destroy (apart);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/png/bands", test_png_bands);
  g_test_add_func ("/png/size", test_png_size);
  g_test_add_func ("/png/decoration", test_decoration);
  return g_test_run ();
}
