/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-image-private.h"
#include "etp-pictures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Decoding is fed in pieces, so that it can be stopped, and is told the wanted size as soon as the
 * picture's own is known: JPEG is then decoded smaller at once. A picture that is too large is never
 * decoded. */

#define PIECE (256 * 1024) /* bytes between two looks at the cancellable */
#define SHARE_READ 0.2 /* of the work that is told: reading, and then decoding */
#define SHARE_DECODED 0.9

/* What programs write that people have pictures from. Vector drawings are left out: they can name
 * other files. */
static const char *const formats[] = { "png", "jpeg", "gif", "bmp", "tiff", "webp", NULL };

typedef struct
{
  gboolean is_known, is_too_large;
  int width, height; /* of the picture as it is */
  int longest; /* no side is decoded longer */
} Sight;

static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, Sight *sight)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  g_autofree char *name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;
  const double largest = MAX (width, height);

  sight->width = width;
  sight->height = height;
  sight->is_known = name != NULL && g_strv_contains (formats, name);
  sight->is_too_large = (gint64) width * height > ETP_IMAGE_MAX_PIXELS;
  /* Nothing at all is what makes every loader stop before it decodes. A few bytes may hold it all, and
   * at any other size it would be decoded before it is looked at here again. */
  if (!sight->is_known || sight->is_too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (largest > sight->longest)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * sight->longest / largest)),
                                MAX (1, (int) (height * sight->longest / largest)));
}

/* Too many bytes are refused before they are decoded. */
static gboolean
check_length (gsize length, GError **error)
{
  if (length <= ETP_IMAGE_MAX_BYTES)
    return TRUE;
  g_set_error_literal (error, ETP_IMAGE_ERROR, ETP_IMAGE_ERROR_TOO_LARGE,
                       _ ("The picture’s file is larger than 64 MiB."));
  return FALSE;
}

static GdkPixbuf *
refuse_unknown (GError **error)
{
  g_set_error_literal (error, ETP_IMAGE_ERROR, ETP_IMAGE_ERROR_UNKNOWN,
                       _ ("This is no picture that can be read. PNG and JPEG always can."));
  return NULL;
}

static GdkPixbuf *
refuse_broken (GError **error)
{
  g_set_error_literal (error, ETP_IMAGE_ERROR, ETP_IMAGE_ERROR_BROKEN,
                       _ ("The picture is damaged and cannot be read."));
  return NULL;
}

static GdkPixbuf *
refuse_large (const Sight *sight, GError **error)
{
  g_set_error (error, ETP_IMAGE_ERROR, ETP_IMAGE_ERROR_TOO_LARGE,
               /* Translators: %d × %d are pixels, %d are million pixels. */
               _ ("The picture is too large: %d × %d pixels. At most %d megapixels can be read."),
               sight->width, sight->height, ETP_IMAGE_MAX_PIXELS / (1000 * 1000));
  return NULL;
}

/* Writes it all into the loader; FALSE: stopped, or there is no use in going on. */
static gboolean
feed (GdkPixbufLoader *loader,
      GBytes *bytes,
      const Sight *sight,
      EtpImageProgress *progress,
      GCancellable *cancellable,
      GError **error)
{
  gsize length, done = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);

  while (done < length)
    {
      const gsize piece = MIN (length - done, (gsize) PIECE);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !gdk_pixbuf_loader_write (loader, data + done, piece, error))
        return FALSE;
      if (sight->width > 0 && (!sight->is_known || sight->is_too_large))
        return FALSE;
      done += piece;
      etp_image_progress_set (
          progress, SHARE_READ + (SHARE_DECODED - SHARE_READ) * (double) done / (double) length);
    }
  return TRUE;
}

/* The first bytes of a JPEG. */
gboolean
etp_image_is_photograph (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  return length > 2 && data[0] == 0xff && data[1] == 0xd8;
}

/* From chunk to chunk to the last one. */
static gboolean
has_end_of_png (const guchar *data, gsize length)
{
  for (gsize at = 8; at + 12 <= length;)
    {
      const guint32 size = (guint32) data[at] << 24 | (guint32) data[at + 1] << 16
                           | (guint32) data[at + 2] << 8 | data[at + 3];

      if (memcmp (data + at + 4, "IEND", 4) == 0)
        return TRUE;
      at += 12 + (gsize) size;
    }
  return FALSE;
}

/* Where the pixels begin, behind the first mark of a scan; length: they do not. What lies before is told by
 * its length, as a camera's small picture of the picture that is whole by itself. As decoders do it goes on
 * at the next mark where something else lies between. */
static gsize
find_scan_of_jpeg (const guchar *data, gsize length)
{
  gsize at = 2;

  while (at + 4 <= length)
    {
      const guint marker = data[at + 1];

      /* Fill bytes, and what is none of a mark. */
      if (data[at] != 0xff || marker == 0xff || marker == 0)
        at++;
      else if (marker == 0xda)
        return at + 2;
      else if (marker == 0xd9)
        return length;
      else if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8))
        at += 2; /* nothing belongs to these */
      else
        at += 2 + ((gsize) data[at + 2] << 8 | data[at + 3]);
    }
  return length;
}

static gboolean
has_end_of_jpeg (const guchar *data, gsize length)
{
  for (gsize at = length - 1, begin = find_scan_of_jpeg (data, length); at > begin; at--)
    if (data[at - 1] == 0xff && data[at] == 0xd9)
      return TRUE;
  return FALSE;
}

/* The loaders fill up with grey what is missing, and do not tell. */
static gboolean
is_cut_off (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (length > 8 && memcmp (data, "\x89PNG", 4) == 0)
    return !has_end_of_png (data, length);
  return etp_image_is_photograph (bytes) && !has_end_of_jpeg (data, length);
}

/* Where the first bytes of the most usual kinds say how large it is, no decoder gets to see a picture
 * that is too large: not all of them stop when they are told to. */
static gboolean
check_size (GBytes *bytes, GError **error)
{
  EtpPictureInfo info = { 0 };
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  Sight sight = { 0 };

  if (length > 10 && memcmp (data, "GIF8", 4) == 0)
    {
      info.width = (guint) data[6] | (guint) data[7] << 8;
      info.height = (guint) data[8] | (guint) data[9] << 8;
    }
  else
    etp_picture_get_info (bytes, &info);
  if ((guint64) info.width * info.height <= ETP_IMAGE_MAX_PIXELS)
    return TRUE;
  sight.width = (int) MIN (info.width, (guint) G_MAXINT);
  sight.height = (int) MIN (info.height, (guint) G_MAXINT);
  refuse_large (&sight, error);
  return FALSE;
}

GdkPixbuf *
etp_image_decode (GBytes *bytes,
                  int longest,
                  EtpImageProgress *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autoptr (GError) reason = NULL;
  GdkPixbuf *pixbuf;
  Sight sight = { .longest = longest };
  gboolean is_fed, is_closed;

  if (!check_length (g_bytes_get_size (bytes), error) || !check_size (bytes, error))
    return NULL;
  loader = gdk_pixbuf_loader_new ();
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &sight);
  is_fed = feed (loader, bytes, &sight, progress, cancellable, &reason);
  is_closed = gdk_pixbuf_loader_close (loader, is_fed ? &reason : NULL);
  g_signal_handlers_disconnect_by_func (loader, on_size_prepared, &sight);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  if (sight.width == 0)
    return g_error_matches (reason, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE)
               ? refuse_broken (error)
               : refuse_unknown (error);
  if (!sight.is_known)
    return refuse_unknown (error);
  if (sight.is_too_large)
    return refuse_large (&sight, error);
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!is_fed || !is_closed || pixbuf == NULL || is_cut_off (bytes))
    return refuse_broken (error);
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

GdkPixbuf *
etp_image_shrink (GdkPixbuf *pixbuf, int longest)
{
  const int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  const double scale = (double) longest / MAX (width, height);
  GdkPixbuf *smaller = NULL;

  if (scale < 1)
    smaller = gdk_pixbuf_scale_simple (pixbuf, MAX (1, (int) (width * scale + 0.5)),
                                       MAX (1, (int) (height * scale + 0.5)), GDK_INTERP_BILINEAR);
  /* Without the memory for a smaller one the large one does. */
  return smaller != NULL ? smaller : g_object_ref (pixbuf);
}

GBytes *
etp_image_read_file (GFile *file,
                     EtpImageProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) array = g_byte_array_new ();

  while (stream != NULL && check_length (array->len, error))
    {
      g_autoptr (GBytes)
          piece = g_input_stream_read_bytes (G_INPUT_STREAM (stream), PIECE, cancellable, error);

      if (piece == NULL)
        return NULL;
      if (g_bytes_get_size (piece) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&array));
      g_byte_array_append (array, g_bytes_get_data (piece, NULL), (guint) g_bytes_get_size (piece));
      /* Files do not say reliably how long they are; the first half is mostly all. */
      etp_image_progress_set (progress, SHARE_READ * array->len / (array->len + 8.0 * PIECE));
    }
  return NULL;
}
