/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "file/etp-load.h"
#include "file/etp-monitor.h"
#include "file/etp-save.h"

/* A file of a server that says its state only when it is asked for it, as WebDAV through GVfs does:
 * neither reading nor writing tells it. */

#define TYPE_REMOTE (remote_get_type ())
G_DECLARE_FINAL_TYPE (Remote, remote, TEST, REMOTE, GObject)

struct _Remote
{
  GObject parent_instance;

  GBytes *content; /* owned */
  guint version; /* of the content; 0: the server has no states */
  gboolean is_new; /* and its state weak */
  GWeakRef look; /* the cancellable of the last question */
  int n_looks; /* so many questions could be cancelled */
};

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
  Reading *reading = g_object_new (TYPE_READING, NULL);

  reading->content = g_bytes_ref (TEST_REMOTE (file)->content);
  return G_FILE_INPUT_STREAM (reading);
}

static void
remote_iface_init (gpointer iface, gpointer data)
{
  GFileIface *file = iface;

  file->is_native = remote_is_native;
  file->get_parse_name = remote_get_parse_name;
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
  g_weak_ref_init (&self->look, NULL);
  self->content = g_bytes_new_static ("before", 6);
  self->version = 1;
}

static gboolean
save (Remote *remote, const char *text, const char *etag, char **new_etag, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return etp_save_bytes (G_FILE (remote), bytes, etag, ETP_SAVE_NONE, new_etag, NULL, error);
}

/* What was saved is known again, and what somebody else saves over it is not overwritten. */
static void
test_save (void)
{
  g_autoptr (Remote) remote = g_object_new (TYPE_REMOTE, NULL);
  g_autofree char *etag = NULL, *next = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (remote, "mine", NULL, &etag, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (etag, ==, "\"2\"");
  remote->version++;
  g_assert_false (save (remote, "mine again", etag, &next, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK);
}

static void
test_load (void)
{
  g_autoptr (Remote) remote = g_object_new (TYPE_REMOTE, NULL);
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = etp_load_contents (G_FILE (remote), "a", 100, &etag, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 6);
  g_assert_cmpstr (etag, ==, "\"1\"");
}

static void
on_changed (EtpMonitor *monitor, int state, gboolean *is_told)
{
  g_assert_cmpint (state, ==, (int) ETP_MONITOR_CHANGED);
  *is_told = TRUE;
}

/* Looks once and waits until that is over: nobody holds what it could be cancelled by any more. */
static void
look (EtpMonitor *monitor, Remote *remote)
{
  const int n = g_atomic_int_get (&remote->n_looks);
  GObject *look = NULL;

  etp_monitor_check (monitor);
  while (g_atomic_int_get (&remote->n_looks) == n
         || (look = g_weak_ref_get (&remote->look)) != NULL)
    {
      g_clear_object (&look);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

/* A state that was not known yet is not another one; the next is. After a crash, when none is known, what
 * is there is another one. */
static void
test_monitor (gconstpointer etag)
{
  g_autoptr (Remote) remote = g_object_new (TYPE_REMOTE, NULL);
  g_autoptr (EtpMonitor) monitor = etp_monitor_new (G_FILE (remote), etag);
  gboolean is_told = FALSE;

  g_signal_connect (monitor, "changed", G_CALLBACK (on_changed), &is_told);
  look (monitor, remote);
  g_assert_cmpint (is_told, ==, etag != NULL);
  if (etag != NULL)
    return;
  g_assert_cmpstr (etp_monitor_get_etag (monitor), ==, "\"1\"");
  remote->version++;
  look (monitor, remote);
  g_assert_true (is_told);
}

/* Apache calls a state weak for a second; nobody has changed anything when it no longer does. */
static void
test_weak (void)
{
  g_autoptr (Remote) remote = g_object_new (TYPE_REMOTE, NULL);
  g_autoptr (EtpMonitor) monitor = NULL;
  g_autofree char *etag = NULL;
  gboolean is_told = FALSE;

  remote->is_new = TRUE;
  g_assert_true (save (remote, "mine", NULL, &etag, NULL));
  monitor = etp_monitor_new (G_FILE (remote), etag);
  g_signal_connect (monitor, "changed", G_CALLBACK (on_changed), &is_told);
  remote->is_new = FALSE;
  look (monitor, remote);
  g_assert_false (is_told);
  g_assert_true (save (remote, "mine again", etag, NULL, NULL));
}

/* A server without states: nothing can be said, and nothing is. */
static void
test_no_states (void)
{
  g_autoptr (Remote) remote = g_object_new (TYPE_REMOTE, NULL);
  g_autoptr (EtpMonitor) monitor = etp_monitor_new (G_FILE (remote), NULL);
  g_autofree char *etag = NULL;
  gboolean is_told = FALSE;

  remote->version = 0;
  g_assert_true (save (remote, "mine", NULL, &etag, NULL));
  g_assert_null (etag);
  g_signal_connect (monitor, "changed", G_CALLBACK (on_changed), &is_told);
  look (monitor, remote);
  g_assert_false (is_told);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remote/save", test_save);
  g_test_add_func ("/remote/load", test_load);
  g_test_add_data_func ("/remote/monitor", NULL, test_monitor);
  g_test_add_data_func ("/remote/monitor-empty", "", test_monitor);
  g_test_add_func ("/remote/weak", test_weak);
  g_test_add_func ("/remote/no-states", test_no_states);
  return g_test_run ();
}
