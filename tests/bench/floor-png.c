/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "floor.h"

#include <png.h>
#include <stdio.h>

/* The floor of a large PNG: the map in bands of rows, so that memory does not grow with its height.
 * Usage: floor-png BOXES OUT [SCALE] */

#define BAND 512
#define BOX_HEIGHT_MAX 400.0 /* map units; no box of the benchmarks is higher */

/* From cairo's pixels, a 32-bit word each, to the file's red, green and blue. */
static void
write_rows (png_structp png, cairo_surface_t *surface, guchar *row, int width, int n_rows)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < n_rows; y++)
    {
      const guint32 *from = (const guint32 *) (gconstpointer) (pixels + (gsize) y * (gsize) stride);

      for (int x = 0; x < width; x++)
        {
          row[3 * x] = (guchar) (from[x] >> 16);
          row[3 * x + 1] = (guchar) (from[x] >> 8);
          row[3 * x + 2] = (guchar) from[x];
        }
      png_write_row (png, row);
    }
}

static void
draw_band (cairo_surface_t *surface, FloorMap *map, const FloorFonts *fonts, int top, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, 0, -top / scale);
  for (guint i = 0; i < map->n_boxes; i++)
    {
      FloorBox *box = &map->boxes[i];
      FloorSetting setting;

      if (box->y > (top + BAND) / scale || box->y + BOX_HEIGHT_MAX < top / scale)
        continue;
      floor_set_box (fonts, box, &setting);
      floor_draw_box (cr, box, &setting);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static gboolean
write_png (FILE *file, FloorMap *map, double scale)
{
  int width = (int) (map->width * scale);
  int height = (int) (map->height * scale);
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, BAND);
  g_autofree guchar *row = g_malloc ((gsize) width * 3);
  FloorFonts fonts;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_printerr ("%d pixels are too wide for cairo\n", width);
      png_destroy_write_struct (&png, &info);
      cairo_surface_destroy (surface);
      return FALSE;
    }

  floor_fonts_init (&fonts, pango_font_map_create_context (pango_cairo_font_map_get_default ()));
  png_init_io (png, file);
  png_set_compression_level (png, 1);
  png_set_user_limits (png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR (png, info, (png_uint_32) width, (png_uint_32) height, 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info (png, info);
  for (int top = 0; top < height; top += BAND)
    {
      draw_band (surface, map, &fonts, top, scale);
      write_rows (png, surface, row, width, MIN (BAND, height - top));
    }
  png_write_end (png, info);
  floor_fonts_clear (&fonts);
  png_destroy_write_struct (&png, &info);
  cairo_surface_destroy (surface);
  return TRUE;
}

int
main (int argc, char **argv)
{
  FloorMap map;
  FILE *file;
  gboolean written;
  double scale = argc > 3 ? g_ascii_strtod (argv[3], NULL) : 2;

  if (argc < 3 || scale <= 0 || !floor_map_load (&map, argv[1]))
    return 2;
  file = fopen (argv[2], "wb");
  if (file == NULL)
    {
      perror (argv[2]);
      return 1;
    }
  written = write_png (file, &map, scale);
  floor_map_clear (&map);
  return fclose (file) == 0 && written ? 0 : 1;
}
