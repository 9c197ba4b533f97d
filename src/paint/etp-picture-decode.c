/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-picture-decode.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "model/etp-limits.h"

/* Pictures come from documents of strangers: the size is read from the first bytes and checked
 * before anything is decoded, and only the two decoders for PNG and JPEG are ever asked.
 */

#define PIECE (256 * 1024) /* bytes between two looks at the cancellable */

static guint
read_16 (const guchar *data)
{
  return (guint) data[0] << 8 | data[1];
}

static gboolean
read_png_head (const guchar *data, gsize length, EtpPictureInfo *info)
{
  if (length < 24 || memcmp (data, "\x89PNG\r\n\x1a\n", 8) != 0
      || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;
  info->mime_type = "image/png";
  info->width = read_16 (data + 16) << 16 | read_16 (data + 18);
  info->height = read_16 (data + 20) << 16 | read_16 (data + 22);
  info->n_components = 0;
  return TRUE;
}

/* Walks the segments up to the frame header (any of SOF0 … SOF15, but not DHT, JPG and DAC). */
static gboolean
read_jpeg_head (const guchar *data, gsize length, EtpPictureInfo *info)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;
  while (at + 9 < length && data[at] == 0xff)
    {
      guint marker = data[at + 1];

      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          info->mime_type = "image/jpeg";
          info->height = read_16 (data + at + 5);
          info->width = read_16 (data + at + 7);
          info->n_components = data[at + 9];
          return TRUE;
        }
      at += 2 + read_16 (data + at + 2);
    }
  return FALSE;
}

gboolean
etp_picture_get_info (GBytes *bytes, EtpPictureInfo *info)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (data == NULL || !(read_png_head (data, length, info) || read_jpeg_head (data, length, info)))
    return FALSE;
  return info->width > 0 && info->height > 0
         && (guint64) info->width * info->height <= ETP_PICTURE_MAX_PIXELS;
}

/* Told the wanted size as soon as a decoder knows the picture's own: a JPEG is then decoded smaller at
 * once. A decoder may find another size than the first bytes tell; at no size at all each of them stops. */
static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, const int *longest)
{
  const int own = MAX (width, height);

  if ((gint64) width * height > ETP_PICTURE_MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (*longest > 0 && own > *longest)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) ((gint64) width * *longest / own)),
                                MAX (1, (int) ((gint64) height * *longest / own)));
}

/* Writes it all into the loader, in pieces where it may be stopped; FALSE: stopped, or broken. */
static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, GCancellable *cancellable)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  const gsize piece = cancellable != NULL ? PIECE : length;

  for (gsize done = 0; done < length; done += piece)
    if (g_cancellable_is_cancelled (cancellable)
        || !gdk_pixbuf_loader_write (loader, data + done, MIN (piece, length - done), NULL))
      return FALSE;
  return TRUE;
}

/* As stored: not turned yet. */
static GdkPixbuf *
decode (GBytes *bytes, const EtpPictureInfo *info, int longest, GCancellable *cancellable)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  GdkPixbuf *pixbuf;
  gboolean ok;

  loader = gdk_pixbuf_loader_new_with_mime_type (info->mime_type, NULL);
  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &longest);
  ok = feed (loader, bytes, cancellable);
  ok = gdk_pixbuf_loader_close (loader, NULL) && ok;
  g_signal_handlers_disconnect_by_func (loader, on_size_prepared, &longest);
  pixbuf = ok ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

static guint
premultiply (guint value, guint alpha)
{
  guint product = value * alpha + 128;

  return (product + (product >> 8)) >> 8;
}

static cairo_surface_t *
surface_from_pixbuf (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  gboolean alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (
      alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guchar *target = cairo_image_surface_get_data (surface);

  if (target == NULL)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  for (int y = 0; y < height; y++)
    {
      const guchar *from = gdk_pixbuf_read_pixels (pixbuf)
                           + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to =
          (guint32 *) (gpointer) (target
                                  + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += n_channels)
        {
          guint a = alpha ? from[3] : 255;

          to[x] = a << 24 | premultiply (from[0], a) << 16 | premultiply (from[1], a) << 8
                  | premultiply (from[2], a);
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
unref_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/* A JPEG goes into a PDF as it is, unless it has to be turned or shrunk or is in print colours. */
static void
attach_jpeg (cairo_surface_t *surface, GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length, unref_bytes,
                                   g_bytes_ref (bytes))
      != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (bytes);
}

cairo_surface_t *
etp_picture_decode (GBytes *bytes,
                    const EtpPictureInfo *info,
                    int longest,
                    GCancellable *cancellable,
                    gboolean *is_turned)
{
  g_autoptr (GdkPixbuf) stored = decode (bytes, info, longest, cancellable);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  const char *orientation;
  cairo_surface_t *surface;
  int width, height, own;
  gboolean as_stored;

  *is_turned = FALSE;
  pixbuf = stored != NULL ? gdk_pixbuf_apply_embedded_orientation (stored) : NULL;
  if (pixbuf == NULL || gdk_pixbuf_get_bits_per_sample (pixbuf) != 8)
    return NULL;
  /* What was turned says no more that it had to be. */
  orientation = gdk_pixbuf_get_option (stored, "orientation");
  *is_turned = orientation != NULL && orientation[0] >= '5';
  width = gdk_pixbuf_get_width (pixbuf);
  height = gdk_pixbuf_get_height (pixbuf);
  own = MAX (width, height);
  as_stored = (orientation == NULL || g_str_equal (orientation, "1"))
              && (guint) width == info->width && (guint) height == info->height;
  g_clear_object (&stored);
  if (longest == 0 && own > ETP_LIMIT_ASSET_PIXELS)
    {
      GdkPixbuf *small = gdk_pixbuf_scale_simple (
          pixbuf, MAX (1, (int) ((gint64) width * ETP_LIMIT_ASSET_PIXELS / own)),
          MAX (1, (int) ((gint64) height * ETP_LIMIT_ASSET_PIXELS / own)), GDK_INTERP_BILINEAR);

      if (small == NULL)
        return NULL;
      g_object_unref (pixbuf);
      pixbuf = small;
      as_stored = FALSE;
    }
  surface = surface_from_pixbuf (pixbuf);
  if (surface != NULL && longest == 0 && as_stored
      && (info->n_components == 1 || info->n_components == 3))
    attach_jpeg (surface, bytes);
  return surface;
}
