/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "remote.h"

#include <string.h>

#define TYPE_WRITING (writing_get_type ())
G_DECLARE_FINAL_TYPE (Writing, writing, TEST, WRITING, GFileOutputStream)

struct _Writing
{
  GFileOutputStream parent_instance;

  Remote *remote; /* owned */
  GByteArray *bytes; /* owned */
};

G_DEFINE_FINAL_TYPE (Writing, writing, G_TYPE_FILE_OUTPUT_STREAM)

static gssize
writing_write (GOutputStream *stream,
               const void *buffer,
               gsize count,
               GCancellable *cancellable,
               GError **error)
{
  g_byte_array_append (TEST_WRITING (stream)->bytes, buffer, (guint) count);
  return (gssize) count;
}

static gboolean
writing_close (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  Writing *self = TEST_WRITING (stream);

  g_bytes_unref (self->remote->content);
  self->remote->content = g_bytes_new (self->bytes->data, self->bytes->len);
  if (self->remote->version > 0)
    self->remote->version++;
  return TRUE;
}

static void
writing_finalize (GObject *object)
{
  Writing *self = TEST_WRITING (object);

  g_object_unref (self->remote);
  g_byte_array_unref (self->bytes);
  G_OBJECT_CLASS (writing_parent_class)->finalize (object);
}

static void
writing_class_init (WritingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = writing_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = writing_write;
  G_OUTPUT_STREAM_CLASS (klass)->close_fn = writing_close;
}

static void
writing_init (Writing *self)
{
  self->bytes = g_byte_array_new ();
}

#define TYPE_READING (reading_get_type ())
G_DECLARE_FINAL_TYPE (Reading, reading, TEST, READING, GFileInputStream)

struct _Reading
{
  GFileInputStream parent_instance;

  GBytes *content; /* owned */
  gsize offset;
};

G_DEFINE_FINAL_TYPE (Reading, reading, G_TYPE_FILE_INPUT_STREAM)

static gssize
reading_read (
    GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  Reading *self = TEST_READING (stream);
  gsize size;
  const guint8 *data = g_bytes_get_data (self->content, &size);
  const gsize length = MIN (count, size - self->offset);

  memcpy (buffer, data + self->offset, length);
  self->offset += length;
  return (gssize) length;
}

static void
reading_finalize (GObject *object)
{
  g_bytes_unref (TEST_READING (object)->content);
  G_OBJECT_CLASS (reading_parent_class)->finalize (object);
}

static void
reading_class_init (ReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = reading_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = reading_read;
}

static void
reading_init (Reading *self)
{
}

static void
wait_while_away (Remote *self)
{
  g_mutex_lock (&self->away);
  g_mutex_unlock (&self->away);
}

static gboolean
remote_is_native (GFile *file)
{
  return FALSE;
}

static char *
remote_get_parse_name (GFile *file)
{
  return g_strdup ("davs://example.org/a.journey");
}

static char *
remote_get_uri (GFile *file)
{
  return remote_get_parse_name (file);
}

static GFileInfo *
remote_query_info (GFile *file,
                   const char *attributes,
                   GFileQueryInfoFlags flags,
                   GCancellable *cancellable,
                   GError **error)
{
  Remote *self = TEST_REMOTE (file);
  g_autoptr (GFileInfo) info = g_file_info_new ();
  g_autofree char *etag = g_strdup_printf ("%s\"%u\"", self->is_new ? "W/" : "", self->version);

  wait_while_away (self);
  if (cancellable != NULL)
    {
      g_weak_ref_set (&self->look, cancellable);
      g_atomic_int_inc (&self->n_looks);
    }
  if (self->version > 0)
    g_file_info_set_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE, etag);
  return g_steal_pointer (&info);
}

static GFileOutputStream *
remote_replace (GFile *file,
                const char *etag,
                gboolean make_backup,
                GFileCreateFlags flags,
                GCancellable *cancellable,
                GError **error)
{
  Remote *self = TEST_REMOTE (file);
  g_autofree char *now = g_strdup_printf ("\"%u\"", self->version);
  Writing *writing;

  if (etag != NULL && g_strcmp0 (etag, now) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "another");
      return NULL;
    }
  writing = g_object_new (TYPE_WRITING, NULL);
  writing->remote = g_object_ref (self);
  return G_FILE_OUTPUT_STREAM (writing);
}

static GFileInputStream *
remote_read (GFile *file, GCancellable *cancellable, GError **error)
{
  Remote *self = TEST_REMOTE (file);
  Reading *reading = g_object_new (TYPE_READING, NULL);

  wait_while_away (self);
  reading->content = g_bytes_ref (self->content);
  self->version += self->is_busy;
  return G_FILE_INPUT_STREAM (reading);
}

static void
remote_iface_init (gpointer iface, gpointer data)
{
  GFileIface *file = iface;

  file->is_native = remote_is_native;
  file->get_parse_name = remote_get_parse_name;
  file->get_uri = remote_get_uri;
  file->query_info = remote_query_info;
  file->replace = remote_replace;
  file->read_fn = remote_read;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Remote,
                               remote,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, remote_iface_init))

static void
remote_finalize (GObject *object)
{
  g_mutex_clear (&TEST_REMOTE (object)->away);
  g_weak_ref_clear (&TEST_REMOTE (object)->look);
  g_bytes_unref (TEST_REMOTE (object)->content);
  G_OBJECT_CLASS (remote_parent_class)->finalize (object);
}

static void
remote_class_init (RemoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remote_finalize;
}

static void
remote_init (Remote *self)
{
  g_mutex_init (&self->away);
  g_weak_ref_init (&self->look, NULL);
  self->content = g_bytes_new_static ("before", 6);
  self->version = 1;
}
