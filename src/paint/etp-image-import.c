/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-image-import.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-limits.h"

/* Decoding is fed in pieces, so that it can be stopped, and is told the wanted size as soon as the
 * picture's own is known: JPEG is then decoded smaller at once. A picture that is too large is never
 * decoded. */

#define PIECE (256 * 1024) /* bytes between two looks at the cancellable */
#define SHRINK 0.8 /* a side, while the file is too large */
#define SMALLEST 64 /* px: smaller is not tried */

G_DEFINE_QUARK (etp - image - error - quark, etp_image_error)

/* What programs write that people have pictures from. Vector drawings are left out: they can name
 * other files. */
static const char *const formats[] = { "png", "jpeg", "gif", "bmp", "tiff", "webp", NULL };

typedef struct
{
  gboolean is_known, is_too_large;
  int width, height; /* of the picture as it is */
} Sight;

void
etp_image_free (EtpImage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

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
  if (!sight->is_known || sight->is_too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (largest > ETP_LIMIT_ASSET_PIXELS)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * ETP_LIMIT_ASSET_PIXELS / largest)),
                                MAX (1, (int) (height * ETP_LIMIT_ASSET_PIXELS / largest)));
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
    }
  return TRUE;
}

/* The first bytes of a JPEG. */
static gboolean
is_jpeg (GBytes *bytes)
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

/* The loaders fill up with grey what is missing, and do not tell. */
static gboolean
is_cut_off (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (length > 8 && memcmp (data, "\x89PNG", 4) == 0)
    return !has_end_of_png (data, length);
  if (!is_jpeg (bytes))
    return FALSE;
  for (gsize at = length - 1; at > 2; at--)
    if (data[at - 1] == 0xff && data[at] == 0xd9)
      return FALSE;
  return TRUE;
}

static GdkPixbuf *
decode (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) reason = NULL;
  GdkPixbuf *pixbuf;
  Sight sight = { 0 };
  gboolean is_fed, is_closed;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &sight);
  is_fed = feed (loader, bytes, &sight, cancellable, &reason);
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

/* TRUE if something can be seen through. */
static gboolean
is_transparent (GdkPixbuf *pixbuf)
{
  const guchar *pixels = gdk_pixbuf_read_pixels (pixbuf);
  const int stride = gdk_pixbuf_get_rowstride (pixbuf);
  const int width = gdk_pixbuf_get_width (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return FALSE;
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    for (int x = 0; x < width; x++)
      if (pixels[(gsize) y * (gsize) stride + (gsize) x * 4 + 3] != 0xff)
        return TRUE;
  return FALSE;
}

static GBytes *
save (GdkPixbuf *pixbuf, const char *type, const char *key, const char *value, GError **error)
{
  char *data = NULL;
  gsize length = 0;
  char *keys[] = { (char *) key, NULL };
  char *values[] = { (char *) value, NULL };
  const gboolean is_saved = gdk_pixbuf_save_to_bufferv (pixbuf, &data, &length, type, keys, values,
                                                        error);

  return is_saved ? g_bytes_new_take (data, length) : NULL;
}

/* Drawings stay sharp as PNG; photographs are smaller as JPEG, and what is too large becomes one. */
static EtpImage *
encode_once (GdkPixbuf *pixbuf, gboolean is_photograph, gboolean has_alpha, GError **error)
{
  static const char *const qualities[] = { "90", "82", "74" };
  g_autoptr (GBytes) bytes = NULL;
  const char *type = "image/png";
  EtpImage *image;

  if (has_alpha || !is_photograph)
    {
      bytes = save (pixbuf, "png", NULL, NULL, error);
      if (bytes == NULL)
        return NULL;
    }
  for (gsize i = 0; !has_alpha && i < G_N_ELEMENTS (qualities)
                    && (bytes == NULL || g_bytes_get_size (bytes) > ETP_LIMIT_ASSET_BYTES);
       i++)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = save (pixbuf, "jpeg", "quality", qualities[i], error);
      if (bytes == NULL)
        return NULL;
      type = "image/jpeg";
    }
  image = g_new0 (EtpImage, 1);
  image->bytes = g_steal_pointer (&bytes);
  image->type = type;
  image->width = gdk_pixbuf_get_width (pixbuf);
  image->height = gdk_pixbuf_get_height (pixbuf);
  return image;
}

static EtpImage *
encode (GdkPixbuf *original, gboolean is_photograph, GCancellable *cancellable, GError **error)
{
  const gboolean has_alpha = is_transparent (original);
  g_autoptr (GdkPixbuf) pixbuf = g_object_ref (original);

  while (TRUE)
    {
      g_autoptr (EtpImage) image = NULL;
      GdkPixbuf *smaller;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      image = encode_once (pixbuf, is_photograph, has_alpha, error);
      if (image == NULL || g_bytes_get_size (image->bytes) <= ETP_LIMIT_ASSET_BYTES
          || MAX (image->width, image->height) <= SMALLEST)
        return g_steal_pointer (&image);
      smaller = gdk_pixbuf_scale_simple (pixbuf, MAX (1, (int) (image->width * SHRINK)),
                                         MAX (1, (int) (image->height * SHRINK)),
                                         GDK_INTERP_BILINEAR);
      if (smaller == NULL)
        {
          refuse_broken (error);
          return NULL;
        }
      g_object_unref (pixbuf);
      pixbuf = smaller;
    }
}

EtpImage *
etp_image_import (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > ETP_IMAGE_MAX_BYTES)
    {
      g_set_error_literal (error, ETP_IMAGE_ERROR, ETP_IMAGE_ERROR_TOO_LARGE,
                           _ ("The picture’s file is larger than 64 MiB."));
      return NULL;
    }
  pixbuf = decode (bytes, cancellable, error);
  return pixbuf != NULL ? encode (pixbuf, is_jpeg (bytes), cancellable, error) : NULL;
}

static void
run_import (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EtpImage *image = etp_image_import (data, cancellable, &error);

  if (image != NULL)
    g_task_return_pointer (task, image, (GDestroyNotify) etp_image_free);
  else
    g_task_return_error (task, error);
}

void
etp_image_import_async (GBytes *bytes,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, etp_image_import_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, run_import);
}

/* Not more than is read at all, however long the file says it is. */
static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) array = g_byte_array_new ();

  while (stream != NULL && array->len <= ETP_IMAGE_MAX_BYTES)
    {
      g_autoptr (GBytes)
          piece = g_input_stream_read_bytes (G_INPUT_STREAM (stream), PIECE, cancellable, error);

      if (piece == NULL)
        return NULL;
      if (g_bytes_get_size (piece) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&array));
      g_byte_array_append (array, g_bytes_get_data (piece, NULL), (guint) g_bytes_get_size (piece));
    }
  return stream != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&array)) : NULL;
}

static void
run_import_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = read_file (data, cancellable, &error);

  if (bytes != NULL)
    run_import (task, source, bytes, cancellable);
  else
    g_task_return_error (task, error);
}

void
etp_image_import_file_async (GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, etp_image_import_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, run_import_file);
}

EtpImage *
etp_image_import_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
