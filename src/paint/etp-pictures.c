/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-pictures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-limits.h"
#include "model/etp-types.h"

/* Pictures come from documents of strangers: the size is read from the first bytes and checked
 * before anything is decoded, and only the two decoders for PNG and JPEG are ever asked. What
 * cannot be decoded is remembered as such, so it is tried once.
 */

#define CACHE_BYTES (48 * 1024 * 1024)

typedef struct
{
  guint64 stamp; /* of the asset that was decoded */
  cairo_surface_t *surface; /* NULL: cannot be decoded */
  gsize n_bytes;
  guint64 used; /* time of the last use, counted */
} Picture;

struct _EtpPictures
{
  GHashTable *pictures; /* id → Picture */
  gsize n_bytes;
  guint64 clock;
};

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_free (picture);
}

EtpPictures *
etp_pictures_new (void)
{
  EtpPictures *self = g_new0 (EtpPictures, 1);

  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, picture_free);
  return self;
}

void
etp_pictures_free (EtpPictures *self)
{
  g_hash_table_unref (self->pictures);
  g_free (self);
}

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

/* As stored: not turned yet. */
static GdkPixbuf *
decode (GBytes *bytes, const EtpPictureInfo *info)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  GdkPixbuf *pixbuf;
  gboolean ok;

  loader = gdk_pixbuf_loader_new_with_mime_type (info->mime_type, NULL);
  if (loader == NULL)
    return NULL;
  ok = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  ok = gdk_pixbuf_loader_close (loader, NULL) && ok;
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

static cairo_surface_t *
load_picture (GBytes *bytes)
{
  EtpPictureInfo info;
  g_autoptr (GdkPixbuf) stored = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  cairo_surface_t *surface;
  int width, height, longest;
  gboolean as_stored;

  if (!etp_picture_get_info (bytes, &info))
    return NULL;
  stored = decode (bytes, &info);
  pixbuf = stored != NULL ? gdk_pixbuf_apply_embedded_orientation (stored) : NULL;
  if (pixbuf == NULL || gdk_pixbuf_get_bits_per_sample (pixbuf) != 8)
    return NULL;
  width = gdk_pixbuf_get_width (pixbuf);
  height = gdk_pixbuf_get_height (pixbuf);
  longest = MAX (width, height);
  /* What was turned says no more that it had to be. */
  as_stored = gdk_pixbuf_get_option (stored, "orientation") == NULL && (guint) width == info.width
              && (guint) height == info.height;
  if (longest > ETP_LIMIT_ASSET_PIXELS)
    {
      GdkPixbuf *small = gdk_pixbuf_scale_simple (
          pixbuf, MAX (1, (int) ((gint64) width * ETP_LIMIT_ASSET_PIXELS / longest)),
          MAX (1, (int) ((gint64) height * ETP_LIMIT_ASSET_PIXELS / longest)), GDK_INTERP_BILINEAR);

      if (small == NULL)
        return NULL;
      g_object_unref (pixbuf);
      pixbuf = small;
      as_stored = FALSE;
    }
  surface = surface_from_pixbuf (pixbuf);
  if (surface != NULL && as_stored && (info.n_components == 1 || info.n_components == 3))
    attach_jpeg (surface, bytes);
  return surface;
}

/* Drops the pictures that have not been used for longest, but never the newest. */
static void
shrink (EtpPictures *self)
{
  while (self->n_bytes > CACHE_BYTES)
    {
      GHashTableIter iter;
      gpointer key, value, oldest_key = NULL;
      Picture *oldest = NULL;

      g_hash_table_iter_init (&iter, self->pictures);
      while (g_hash_table_iter_next (&iter, &key, &value))
        {
          Picture *picture = value;

          if (picture->n_bytes > 0 && picture->used != self->clock
              && (oldest == NULL || picture->used < oldest->used))
            {
              oldest = picture;
              oldest_key = key;
            }
        }
      if (oldest == NULL)
        return;
      self->n_bytes -= oldest->n_bytes;
      g_hash_table_remove (self->pictures, oldest_key);
    }
}

cairo_surface_t *
etp_pictures_get (EtpPictures *self, EtpJourney *journey, const char *asset_id)
{
  EtpNode *asset = journey != NULL ? etp_journey_get_node (journey, asset_id) : NULL;
  GBytes *bytes;
  Picture *picture;

  if (asset == NULL || etp_node_get_list (asset) != ETP_LIST_ASSETS)
    return NULL;
  picture = g_hash_table_lookup (self->pictures, asset_id);
  if (picture != NULL && picture->stamp != etp_node_get_stamp (asset))
    {
      self->n_bytes -= picture->n_bytes;
      g_hash_table_remove (self->pictures, asset_id);
      picture = NULL;
    }
  if (picture == NULL)
    {
      bytes = etp_node_get_bytes (asset, ETP_ASSET_DATA);
      picture = g_new0 (Picture, 1);
      picture->stamp = etp_node_get_stamp (asset);
      picture->surface = bytes != NULL ? load_picture (bytes) : NULL;
      if (picture->surface != NULL)
        picture->n_bytes = (gsize) cairo_image_surface_get_stride (picture->surface)
                           * (gsize) cairo_image_surface_get_height (picture->surface);
      self->n_bytes += picture->n_bytes;
      g_hash_table_insert (self->pictures, g_strdup (asset_id), picture);
    }
  picture->used = ++self->clock;
  shrink (self);
  return picture->surface;
}
