/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-image-import.h"

#include "etp-image-private.h"

#include <errno.h>

#include "model/etp-limits.h"

#define SHRINK 0.8 /* a side, while the file is too large */
#define SMALLEST 64 /* px: smaller is not tried */

G_DEFINE_QUARK (etp - image - error - quark, etp_image_error)

void
etp_image_free (EtpImage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
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

EtpImage *
etp_image_encode (GdkPixbuf *original,
                  gboolean is_photograph,
                  GCancellable *cancellable,
                  GError **error)
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
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (ENOMEM));
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

  pixbuf = etp_image_decode (bytes, ETP_LIMIT_ASSET_PIXELS, NULL, cancellable, error);
  return pixbuf != NULL
             ? etp_image_encode (pixbuf, etp_image_is_photograph (bytes), cancellable, error)
             : NULL;
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

static void
run_import_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = etp_image_read_file (data, NULL, cancellable, &error);

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
