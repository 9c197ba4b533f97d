/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>

#include "etp-spool.h"

/* PNG, a band of rows at a time: cairo's images end at 32,767 pixels a side, and a map of 10,000
 * cards would take more than half a gigabyte as one image. A band is painted in tiles, each with
 * only the items that meet it, and goes straight to libpng; memory does not depend on the height.
 */

#define DEFAULT_SCALE 2.0
#define BAND_BYTES (3 * 1024 * 1024)
#define BAND_ROWS 256 /* at most */
#define TILE_PIXELS 8192 /* width of a tile, at most */
#define MAX_WIDTH 1000000
#define MAX_SCALE 100
#define LEVEL 3 /* of compression: measured, half the time of the default and a fifth more bytes */

typedef struct
{
  EtpExportScene *scene;
  const EtpExportOptions *options;
  GCancellable *cancellable;
  GError **error;
  double scale;
  guint width, height; /* pixels */
  guint band_rows;
  GPtrArray *tiles; /* of cairo_surface_t, left to right */
  guchar *row; /* RGB */
  EtpSpool *out;
} Job;

static void
on_png_error (png_structp png, png_const_charp message)
{
  Job *job = png_get_error_ptr (png);

  g_set_error (job->error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
               /* Translators: %s is what the library that writes PNG says, in English. */
               _ ("The image could not be written: %s"), message);
  png_longjmp (png, 1);
}

static void
on_png_warning (png_structp png, png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
on_png_write (png_structp png, png_bytep data, png_size_t length)
{
  Job *job = png_get_io_ptr (png);

  if (!etp_spool_append (job->out, data, length))
    png_longjmp (png, 1); /* the spool knows why */
}

static void
on_png_flush (png_structp png)
{
}

static gboolean
fail_surface (Job *job, cairo_status_t status)
{
  g_set_error (job->error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
               /* Translators: %s is what the graphics library says, in English. */
               _ ("The image could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

/* Paints rows [top, top + band_rows) into the tiles. */
static gboolean
paint_band (Job *job, guint top)
{
  EtpRgba paper = etp_style_get_color (job->scene->style, ETP_COLOR_PAPER);

  for (guint i = 0; i < job->tiles->len; i++)
    {
      cairo_surface_t *tile = g_ptr_array_index (job->tiles, i);
      double left = (double) i * TILE_PIXELS;
      EtpRect area = { left / job->scale, top / job->scale,
                       cairo_image_surface_get_width (tile) / job->scale,
                       cairo_image_surface_get_height (tile) / job->scale };
      cairo_t *cr;
      cairo_status_t status;

      if (g_cancellable_set_error_if_cancelled (job->cancellable, job->error))
        return FALSE;
      cr = cairo_create (tile);
      cairo_set_source_rgb (cr, (paper >> 24) / 255.0, (paper >> 16 & 0xff) / 255.0,
                            (paper >> 8 & 0xff) / 255.0);
      cairo_paint (cr);
      cairo_translate (cr, -left, -(double) top);
      cairo_scale (cr, job->scale, job->scale);
      etp_paint_scene (job->scene->painter, cr, job->scene->scene, &area, ETP_DETAIL_FULL);
      status = cairo_status (cr);
      cairo_destroy (cr);
      cairo_surface_flush (tile);
      if (status != CAIRO_STATUS_SUCCESS)
        return fail_surface (job, status);
    }
  return TRUE;
}

/* Row y of the band as RGB bytes. */
static void
gather_row (Job *job, guint y)
{
  guchar *to = job->row;

  for (guint i = 0; i < job->tiles->len; i++)
    {
      cairo_surface_t *tile = g_ptr_array_index (job->tiles, i);
      const guchar *data = cairo_image_surface_get_data (tile);
      const guint32 *from =
          (const guint32 *) (gconstpointer) (data
                                             + (gsize) y
                                                   * (gsize) cairo_image_surface_get_stride (tile));
      int width = cairo_image_surface_get_width (tile);

      for (int x = 0; x < width; x++)
        {
          *to++ = (guchar) (from[x] >> 16);
          *to++ = (guchar) (from[x] >> 8);
          *to++ = (guchar) from[x];
        }
    }
}

static void
write_head (Job *job, png_structp png, png_infop info)
{
  png_uint_32 per_metre = (png_uint_32) lround (job->scale * 96 / 0.0254);

  png_set_write_fn (png, job, on_png_write, on_png_flush);
  png_set_user_limits (png, MAX_WIDTH, G_MAXINT32);
  png_set_compression_level (png, LEVEL);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_IHDR (png, info, job->width, job->height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_write_info (png, info);
}

/* All that can long jump stands here; what has to be freed belongs to the job. */
static gboolean
write_image (Job *job, png_structp png, png_infop info)
{
  if (setjmp (png_jmpbuf (png)))
    return FALSE;
  write_head (job, png, info);
  for (guint top = 0; top < job->height; top += job->band_rows)
    {
      guint n_rows = MIN (job->band_rows, job->height - top);

      etp_export_step (job->options, top, job->height);
      if (!paint_band (job, top))
        return FALSE;
      for (guint y = 0; y < n_rows; y++)
        {
          gather_row (job, y);
          png_write_row (png, job->row);
        }
    }
  png_write_end (png, info);
  return TRUE;
}

static gboolean
write_png (Job *job)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, job, on_png_error,
                                             on_png_warning);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  gboolean ok = info != NULL && write_image (job, png, info);

  if (info == NULL)
    fail_surface (job, CAIRO_STATUS_NO_MEMORY);
  if (png != NULL)
    png_destroy_write_struct (&png, info != NULL ? &info : NULL);
  return ok;
}

/* Size in pixels from the options. */
static gboolean
find_size (Job *job, const EtpExportOptions *options)
{
  double width = etp_scene_get_width (job->scene->scene);
  double height = etp_scene_get_height (job->scene->scene);
  double width_px, height_px;

  job->scale = options->scale > 0 ? options->scale : DEFAULT_SCALE;
  if (options->width_px > 0)
    job->scale = options->width_px / width;
  if (job->scale > MAX_SCALE)
    {
      g_set_error (job->error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_TOO_LARGE,
                   /* Translators: %u is a width in pixels, %d the largest factor. */
                   _ ("A width of %u pixels is too large: the picture would be more than %d times "
                      "as large as the map."),
                   options->width_px, MAX_SCALE);
      return FALSE;
    }
  width_px = options->width_px > 0 ? options->width_px : ceil (width * job->scale);
  height_px = MAX (1, ceil (height * job->scale));
  if (!(width_px <= MAX_WIDTH) || !(height_px <= G_MAXINT32))
    {
      g_set_error (
          job->error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_TOO_LARGE,
          /* Translators: both %.0f are sizes in pixels, %d is the largest width. */
          _ ("An image of %.0f × %.0f pixels is too large; at most %d pixels wide is possible."),
          width_px, height_px, MAX_WIDTH);
      return FALSE;
    }
  job->width = (guint) MAX (1, width_px);
  job->height = (guint) height_px;
  job->band_rows = CLAMP (BAND_BYTES / (job->width * 4), 8, BAND_ROWS);
  job->band_rows = MIN (job->band_rows, job->height);
  return TRUE;
}

static void
destroy_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

GInputStream *
etp_export_png_open (EtpJourney *journey,
                     const EtpExportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (EtpExportScene) scene = { 0 };
  g_autoptr (GPtrArray) tiles = g_ptr_array_new_with_free_func (destroy_surface);
  g_auto (EtpSpool) out = { .fd = -1 };
  g_autofree guchar *row = NULL;
  Job job = {
    .scene = &scene, .options = options, .cancellable = cancellable, .error = error, .tiles = tiles
  };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  etp_export_scene_init (&scene, journey, options);
  if (!find_size (&job, options))
    return NULL;
  for (guint left = 0; left < job.width; left += TILE_PIXELS)
    {
      int width = (int) MIN (TILE_PIXELS, job.width - left);
      cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width,
                                                          (int) job.band_rows);

      g_ptr_array_add (tiles, tile);
      if (cairo_surface_status (tile) != CAIRO_STATUS_SUCCESS)
        {
          fail_surface (&job, cairo_surface_status (tile));
          return NULL;
        }
    }
  job.row = row = g_malloc ((gsize) job.width * 3);
  job.out = &out;
  etp_spool_init (&out);
  if (!write_png (&job) && out.failed == 0)
    return NULL;
  return etp_spool_finish (&out, error);
}
