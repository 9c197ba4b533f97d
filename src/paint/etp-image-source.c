/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-image-source.h"

#include "etp-image-private.h"

#include <math.h>

#define SHARE_DECODED 0.9 /* of the work until then */
#define STEPS 1000 /* in which progress is told */

struct _EtpImageProgress
{
  gint step; /* atomic: 0…STEPS */
};

struct _EtpImageSource
{
  GdkPixbuf *pixbuf, *preview;
  gboolean is_photograph;
};

EtpImageProgress *
etp_image_progress_new (void)
{
  return g_atomic_rc_box_new0 (EtpImageProgress);
}

EtpImageProgress *
etp_image_progress_ref (EtpImageProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
etp_image_progress_unref (EtpImageProgress *self)
{
  g_atomic_rc_box_release (self);
}

double
etp_image_progress_get (EtpImageProgress *self)
{
  return (double) g_atomic_int_get (&self->step) / STEPS;
}

void
etp_image_progress_set (EtpImageProgress *self, double share)
{
  if (self != NULL)
    g_atomic_int_set (&self->step, (gint) (CLAMP (share, 0, 1) * STEPS));
}

static void
clear_source (gpointer data)
{
  EtpImageSource *self = data;

  g_clear_object (&self->pixbuf);
  g_clear_object (&self->preview);
}

EtpImageSource *
etp_image_source_ref (EtpImageSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
etp_image_source_unref (EtpImageSource *self)
{
  g_atomic_rc_box_release_full (self, clear_source);
}

int
etp_image_source_get_width (EtpImageSource *self)
{
  return gdk_pixbuf_get_width (self->pixbuf);
}

int
etp_image_source_get_height (EtpImageSource *self)
{
  return gdk_pixbuf_get_height (self->pixbuf);
}

GBytes *
etp_image_source_get_preview (
    EtpImageSource *self, int *width, int *height, gsize *stride, gboolean *has_alpha)
{
  *width = gdk_pixbuf_get_width (self->preview);
  *height = gdk_pixbuf_get_height (self->preview);
  *stride = (gsize) gdk_pixbuf_get_rowstride (self->preview);
  *has_alpha = gdk_pixbuf_get_has_alpha (self->preview);
  return gdk_pixbuf_read_pixel_bytes (self->preview);
}

typedef struct
{
  GFile *file; /* or NULL */
  GBytes *bytes; /* or NULL */
  EtpImageProgress *progress; /* or NULL */
} Load;

static void
load_free (Load *load)
{
  g_clear_object (&load->file);
  g_clear_pointer (&load->bytes, g_bytes_unref);
  g_clear_pointer (&load->progress, etp_image_progress_unref);
  g_free (load);
}

static void
run_load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Load *load = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = load->bytes != NULL ? g_bytes_ref (load->bytes)
                                                 : etp_image_read_file (load->file, load->progress,
                                                                        cancellable, &error);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  EtpImageSource *self;

  if (bytes != NULL)
    pixbuf = etp_image_decode (bytes, ETP_IMAGE_SOURCE_PIXELS, load->progress, cancellable, &error);
  if (pixbuf == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  etp_image_progress_set (load->progress, SHARE_DECODED);
  self = g_atomic_rc_box_new0 (EtpImageSource);
  self->is_photograph = etp_image_is_photograph (bytes);
  self->preview = etp_image_shrink (pixbuf, ETP_IMAGE_SOURCE_PREVIEW);
  self->pixbuf = g_steal_pointer (&pixbuf);
  etp_image_progress_set (load->progress, 1);
  g_task_return_pointer (task, self, (GDestroyNotify) etp_image_source_unref);
}

void
etp_image_source_load_async (GFile *file,
                             GBytes *bytes,
                             EtpImageProgress *progress,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  g_return_if_fail ((file == NULL) != (bytes == NULL));

  g_set_object (&load->file, file);
  load->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  load->progress = progress != NULL ? etp_image_progress_ref (progress) : NULL;
  g_task_set_source_tag (task, etp_image_source_load_async);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, run_load);
}

EtpImageSource *
etp_image_source_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  EtpImageSource *source;
  EtpImageCut cut;
  int longest;
} Cutting;

static void
cutting_free (Cutting *cutting)
{
  etp_image_source_unref (cutting->source);
  g_free (cutting);
}

/* Whole pixels within the picture. */
static GdkPixbuf *
take_part (EtpImageSource *self, const EtpImageCut *cut)
{
  const int width = etp_image_source_get_width (self);
  const int height = etp_image_source_get_height (self);
  const int x = CLAMP ((int) floor (cut->x + 0.5), 0, width - 1);
  const int y = CLAMP ((int) floor (cut->y + 0.5), 0, height - 1);

  return gdk_pixbuf_new_subpixbuf (self->pixbuf, x, y,
                                   CLAMP ((int) floor (cut->width + 0.5), 1, width - x),
                                   CLAMP ((int) floor (cut->height + 0.5), 1, height - y));
}

static void
run_cut (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Cutting *cutting = data;
  g_autoptr (GdkPixbuf) part = take_part (cutting->source, &cutting->cut);
  g_autoptr (GdkPixbuf) small = etp_image_shrink (part, cutting->longest);
  GError *error = NULL;
  EtpImage *image = etp_image_encode (small, cutting->source->is_photograph, cancellable, &error);

  if (image != NULL)
    g_task_return_pointer (task, image, (GDestroyNotify) etp_image_free);
  else
    g_task_return_error (task, error);
}

void
etp_image_source_cut_async (EtpImageSource *self,
                            const EtpImageCut *cut,
                            int longest,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Cutting *cutting = g_new0 (Cutting, 1);

  cutting->source = etp_image_source_ref (self);
  cutting->cut = *cut;
  cutting->longest = longest;
  g_task_set_source_tag (task, etp_image_source_cut_async);
  g_task_set_task_data (task, cutting, (GDestroyNotify) cutting_free);
  g_task_run_in_thread (task, run_cut);
}

EtpImage *
etp_image_source_cut_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
