/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-stream.h"

#include <glib/gi18n-lib.h>

#define PIECE (64 * 1024) /* bytes asked for at once */

typedef struct
{
  GByteArray *bytes; /* owned */
  gsize limit;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_byte_array_unref (self->bytes);
  g_free (self);
}

static void
on_piece (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GInputStream *stream = G_INPUT_STREAM (source);
  GError *error = NULL;
  g_autoptr (GBytes) piece = g_input_stream_read_bytes_finish (stream, result, &error);

  if (piece == NULL)
    g_task_return_error (task, error);
  else if (g_bytes_get_size (piece) == 0)
    g_task_return_pointer (task, g_byte_array_free_to_bytes (g_byte_array_ref (self->bytes)),
                           (GDestroyNotify) g_bytes_unref);
  else if (g_bytes_get_size (piece) > self->limit - self->bytes->len)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "%s",
                             _ ("What the other program gives is too large."));
  else
    {
      gsize size = 0;
      const guint8 *data = g_bytes_get_data (piece, &size);

      g_byte_array_append (self->bytes, data, (guint) size);
      g_input_stream_read_bytes_async (stream, PIECE, G_PRIORITY_DEFAULT, cancellable, on_piece,
                                       g_steal_pointer (&task));
    }
}

void
etp_stream_read_all_async (GInputStream *stream,
                           gsize limit,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (stream, cancellable, callback, user_data);
  Reading *self = g_new0 (Reading, 1);

  self->bytes = g_byte_array_new ();
  self->limit = limit;
  g_task_set_source_tag (task, etp_stream_read_all_async);
  g_task_set_task_data (task, self, reading_free);
  g_input_stream_read_bytes_async (stream, PIECE, G_PRIORITY_DEFAULT, cancellable, on_piece, task);
}

GBytes *
etp_stream_read_all_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
