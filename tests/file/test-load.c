/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-load.h"

#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/etp-fields.h"
#include "model/etp-limits.h"
#include "file/etp-save.h"
#include "file-test.h"

static const char document[] = "{\"format\": \"etappe-journey\", \"version\": 1, \"title\": \"T\"}";

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = file_test_make_folder ();
  f->path = g_build_filename (f->folder, "a.journey", NULL);
  f->file = g_file_new_for_path (f->path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  file_test_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_object_unref (f->file);
}

static void
assert_title (EtpLoaded *loaded)
{
  g_assert_nonnull (loaded);
  g_assert_cmpstr (etp_node_get_text (loaded->journey, ETP_JOURNEY_TITLE), ==, "T");
}

static void
assert_fails (Fixture *f, EtpFileError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file (f->file, "a.journey", NULL, &error);

  g_assert_null (loaded);
  file_test_assert_error (error, code, part);
  g_assert_true (g_str_has_prefix (error->message, "a.journey: "));
  g_assert_cmpstr (etp_file_error_get_name (error), ==, "a.journey");
  g_assert_cmpstr (etp_file_error_get_reason (error), ==, error->message + strlen ("a.journey: "));
}

static void
test_file (Fixture *f, gconstpointer data)
{
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  file_test_write (f->path, document);
  loaded = etp_load_file (f->file, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_title (loaded);
  etag = etp_etag_query (f->file, NULL, NULL, NULL);
  g_assert_true (etp_etag_is_same (loaded->etag, etag));
  g_assert_true (g_file_equal (loaded->file, f->file));
  g_assert_cmpuint (g_bytes_get_size (loaded->bytes), ==, strlen (document));
}

static void
test_not_found (Fixture *f, gconstpointer data)
{
  assert_fails (f, ETP_FILE_ERROR_NOT_FOUND, "no such file");
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  assert_fails (f, ETP_FILE_ERROR_IS_FOLDER, "a folder");
}

/* Root may read everything, so as root this is tried as somebody else. */
static void
test_permission (Fixture *f, gconstpointer data)
{
  gboolean is_root = geteuid () == 0;

  file_test_write (f->path, document);
  g_assert_cmpint (g_chmod (f->path, 0), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_fails (f, ETP_FILE_ERROR_PERMISSION, "permission");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  file_test_write (f->path, "");
  assert_fails (f, ETP_FILE_ERROR_EMPTY, "empty");
}

/* A file with a hole: nothing of it is written to the disk. */
static void
test_too_large (Fixture *f, gconstpointer data)
{
  file_test_write (f->path, document);
  g_assert_cmpint (truncate (f->path, ETP_LIMIT_FILE_BYTES + 1), ==, 0);
  assert_fails (f, ETP_FILE_ERROR_TOO_LARGE, "64 MiB");
}

/* At the limit it is read (and found to have NULs behind the document). */
static void
test_largest (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  file_test_write (f->path, document);
  g_assert_cmpint (truncate (f->path, ETP_LIMIT_FILE_BYTES), ==, 0);
  g_assert_null (etp_load_file (f->file, NULL, NULL, &error));
  file_test_assert_error (error, ETP_FILE_ERROR_SYNTAX, "after the end");
}

static void
test_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (etp_load_file (file, NULL, NULL, &error));
  file_test_assert_error (error, ETP_FILE_ERROR_TOO_LARGE, "64 MiB");
}

/* Every failure has words of its own. */
static void
test_distinct (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "%PDF",
    "[",
    "[1,]",
    "{}",
    "{\"format\": \"etappe-journey\"}",
    "{\"format\": \"etappe-journey\", \"version\": 1, \"title\": 1}",
    "{\"format\": \"etappe-journey\", \"version\": 2, \"title\": 1}",
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      file_test_write (f->path, texts[i]);
      g_assert_null (etp_load_file (f->file, NULL, NULL, &error));
      g_assert_true (g_hash_table_add (seen, g_strdup (etp_file_error_get_reason (error))));
    }
}

static void
test_stream (void)
{
  g_autoptr (GInputStream)
      good = g_memory_input_stream_new_from_data (document, (gssize) strlen (document), NULL);
  g_autoptr (GInputStream) bad = g_memory_input_stream_new_from_data ("[", 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_stream (good, "standard input", NULL, &error);

  g_assert_no_error (error);
  assert_title (loaded);
  g_assert_null (loaded->file);
  g_assert_null (loaded->etag);
  g_assert_null (etp_load_stream (bad, "standard input", NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "standard input:1:2: The file ends too early; perhaps it was not copied "
                   "completely.");
}

/* A pipe gives its content in pieces and tells no size. */
static void
test_pipe (void)
{
  int ends[2];
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], document, strlen (document)), ==, strlen (document));
  close (ends[1]);
  stream = g_unix_input_stream_new (ends[0], TRUE);
  loaded = etp_load_stream (stream, "-", NULL, NULL);
  assert_title (loaded);
}

typedef struct
{
  gboolean is_done;
  EtpLoaded *loaded;
  GError *error;
} Answer;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->loaded = etp_load_file_finish (result, &answer->error);
  answer->is_done = TRUE;
}

static void
test_async (Fixture *f, gconstpointer data)
{
  Answer good = { 0 }, bad = { 0 }, cancelled = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *missing = g_build_filename (f->folder, "missing", NULL);
  g_autoptr (GFile) none = g_file_new_for_path (missing);

  file_test_write (f->path, document);
  etp_load_file_async (f->file, NULL, NULL, on_loaded, &good);
  etp_load_file_async (none, "missing", NULL, on_loaded, &bad);
  g_cancellable_cancel (cancellable);
  etp_load_file_async (f->file, NULL, cancellable, on_loaded, &cancelled);
  g_assert_true (file_test_wait (&good.is_done));
  g_assert_true (file_test_wait (&bad.is_done));
  g_assert_true (file_test_wait (&cancelled.is_done));
  g_assert_no_error (good.error);
  assert_title (good.loaded);
  file_test_assert_error (bad.error, ETP_FILE_ERROR_NOT_FOUND, "missing: ");
  g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  etp_loaded_free (good.loaded);
  g_clear_error (&bad.error);
  g_clear_error (&cancelled.error);
}

/* A window does not wait for a pipe that nobody writes to. */
static void
test_async_pipe (Fixture *f, gconstpointer data)
{
  Answer answer = { 0 };

  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  etp_load_file_async (f->file, "pipe", NULL, on_loaded, &answer);
  g_assert_true (file_test_wait (&answer.is_done));
  file_test_assert_error (answer.error, ETP_FILE_ERROR_FAILED, "pipe: ");
  g_clear_error (&answer.error);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/load/file", test_file);
  ADD ("/load/not-found", test_not_found);
  ADD ("/load/folder", test_folder);
  ADD ("/load/permission", test_permission);
  ADD ("/load/empty", test_empty);
  ADD ("/load/too-large", test_too_large);
  ADD ("/load/largest", test_largest);
  g_test_add_func ("/load/endless", test_endless);
  ADD ("/load/distinct", test_distinct);
  g_test_add_func ("/load/stream", test_stream);
  g_test_add_func ("/load/pipe", test_pipe);
  ADD ("/load/async", test_async);
  ADD ("/load/async-pipe", test_async_pipe);
  return g_test_run ();
}
