/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "app/etp-export-run.h"
#include "etp-test-build.h"
#include "file/etp-file-error.h"
#include "file/etp-writer.h"

/* A folder with a file of a few bytes in it: whatever goes wrong, they stay, and nothing else comes. */

#define OLD "what was there"

typedef struct
{
  char *folder, *path; /* owned */
  GFile *file; /* owned */
  GBytes *bytes; /* owned; a map */
  EtpExportChoice *choice; /* owned */
  int progress;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

  f->folder = g_dir_make_tmp ("etappe-export-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "map.pdf", NULL);
  f->file = g_file_new_for_path (f->path);
  f->bytes = etp_write_journey (journey);
  f->choice = etp_export_choice_load (FALSE);
  g_assert_true (g_file_set_contents (f->path, OLD, -1, NULL));
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) names = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (names) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_object_unref (f->file);
  g_bytes_unref (f->bytes);
  etp_export_choice_free (f->choice);
  g_free (f->path);
  g_free (f->folder);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
run (Fixture *f, GFile *file, gboolean is_new, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  etp_export_run_async (f->bytes, f->choice, file, is_new, &f->progress, cancellable, on_done,
                        &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return etp_export_run_finish (result, error);
}

static char *
read_file (Fixture *f)
{
  char *content = NULL;

  g_assert_true (g_file_get_contents (f->path, &content, NULL, NULL));
  return content;
}

static void
assert_untouched (Fixture *f)
{
  g_autofree char *content = read_file (f);

  g_assert_cmpstr (content, ==, OLD);
  g_assert_cmpuint (count_files (f), ==, 1);
}

static void
test_write (Fixture *f, gconstpointer data)
{
  const EtpExporter *format;

  for (guint i = 0; (format = etp_exporter_get_nth (i)) != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *content = NULL;

      g_test_message ("%s", format->name);
      f->choice->format = format;
      g_assert_true (run (f, f->file, FALSE, NULL, &error));
      g_assert_no_error (error);
      content = read_file (f);
      g_assert_cmpstr (content, !=, OLD);
      g_assert_cmpuint (count_files (f), ==, 1);
    }
}

static void
test_must_be_new (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (run (f, f->file, TRUE, NULL, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK);
  assert_untouched (f);
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (run (f, folder, FALSE, NULL, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_IS_FOLDER);
  assert_untouched (f);
}

static void
test_no_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "none", "map.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (run (f, file, FALSE, NULL, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_FOUND);
  assert_untouched (f);
}

/* Writing ends in the middle, as on a full disk. */
static void
test_no_room (Fixture *f, gconstpointer data)
{
  const struct rlimit little = { 1000, RLIM_INFINITY };
  g_autoptr (GError) error = NULL;
  struct rlimit before;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_false (run (f, f->file, FALSE, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (etp_file_error_get_reason (error)), >, 0);
  assert_untouched (f);
}

/* What was chosen as the look of slides is no presentation. */
static void
test_template (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->choice->format = etp_exporter_get ("pptx");
  f->choice->template_bytes = g_bytes_new_static ("no presentation", 15);
  f->choice->template_for = f->choice->format;
  g_assert_false (run (f, f->file, FALSE, NULL, &error));
  g_assert_nonnull (error);
  assert_untouched (f);
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (run (f, f->file, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (f);
}

static gboolean
on_late (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* In the middle of the work, wherever that is: all is as it was, or the file was there already. */
static void
test_cancel_late (Fixture *f, gconstpointer data)
{
  static const char *const formats[] = { "pdf", "png", "pptx", "html" };
  static const guint delays_ms[] = { 3, 20, 70, 200 };
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (1000, 5);

  g_bytes_unref (f->bytes);
  f->bytes = etp_write_journey (journey);
  f->choice->pages = etp_pages_kind_get ("map");
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (delays_ms); k++)
      {
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_autoptr (GError) error = NULL;
        guint id = g_timeout_add (delays_ms[k], on_late, cancellable);

        f->choice->format = etp_exporter_get (formats[i]);
        g_assert_true (g_file_set_contents (f->path, OLD, -1, NULL));
        if (run (f, f->file, FALSE, cancellable, &error))
          {
            g_autofree char *content = read_file (f);

            g_assert_cmpstr (content, !=, OLD);
            g_assert_cmpuint (count_files (f), ==, 1);
            if (!g_cancellable_is_cancelled (cancellable))
              g_source_remove (id);
            continue;
          }
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
        assert_untouched (f);
      }
}

/* How far it is is told while it is written, from page to page. */
static void
test_progress (Fixture *f, gconstpointer data)
{
  static const char *const formats[] = { "pdf", "png", "pptx", "odp" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;

      f->choice->format = etp_exporter_get (formats[i]);
      f->choice->pages = etp_pages_kind_get ("tiles");
      f->progress = -1;
      g_assert_true (run (f, f->file, FALSE, NULL, &error));
      /* The last thing that was told: the last page and no more. */
      g_assert_cmpint (f->progress, >, 500);
      g_assert_cmpint (f->progress, <=, 1000);
    }
  /* Nobody knows of one page. */
  f->choice->format = etp_exporter_get ("pdf");
  f->choice->pages = etp_pages_kind_get ("map");
  g_assert_true (run (f, f->file, FALSE, NULL, NULL));
  g_assert_cmpint (f->progress, ==, -1);
}

static void
test_names (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *path, *completed;
    gboolean is_new;
  } rows[] = {
    { "/a/map", "/a/map.pdf", TRUE },
    { "/a/map.pdf", "/a/map.pdf", FALSE },
    { "/a.b/map", "/a.b/map.pdf", TRUE },
    { "/a/map.png", "/a/map.png", FALSE },
    { "/a/map.PNG", "/a/map.PNG", FALSE },
    { "/a/map.jpeg", "/a/map.jpeg", FALSE },
    { "/a/map.txt", "/a/map.txt", FALSE },
    { "/a/map.journey", "/a/map.journey", FALSE },
    { "/a/map.html", "/a/map.html", FALSE },
    { "/a/map.", "/a/map..pdf", TRUE },
    { "/a/.map", "/a/.map.pdf", TRUE },
    { "/a/map 12.3.2026", "/a/map 12.3.2026.pdf", TRUE },
    { "/a/Shop v1.2", "/a/Shop v1.2.pdf", TRUE },
    { "/a/Shop 1.2b", "/a/Shop 1.2b.pdf", TRUE },
    { "/a/Talk with Dr.Huber", "/a/Talk with Dr.Huber.pdf", TRUE },
    { "/a/No.1, at last", "/a/No.1, at last.pdf", TRUE },
    { "/a/map.f\303\274r", "/a/map.f\303\274r.pdf", TRUE },
    { "/home/me/doc/map", "/home/me/doc/map.pdf", TRUE },
    { "/run/user/1/doc/1234/map", "/run/user/1/doc/1234/map", FALSE },
    { "/run/user/1/documents/map", "/run/user/1/documents/map.pdf", TRUE },
    { "/run/flatpak/doc/1234/map", "/run/flatpak/doc/1234/map", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (rows[i].path);
      gboolean is_new;
      g_autoptr (GFile)
          completed = etp_export_complete_name (file, etp_exporter_get ("pdf"), &is_new);

      g_assert_cmpstr (g_file_peek_path (completed), ==, rows[i].completed);
      g_assert_cmpint (is_new, ==, rows[i].is_new);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/app/export-run/write", test_write);
  ADD ("/app/export-run/must-be-new", test_must_be_new);
  ADD ("/app/export-run/folder", test_folder);
  ADD ("/app/export-run/no-folder", test_no_folder);
  ADD ("/app/export-run/no-room", test_no_room);
  ADD ("/app/export-run/template", test_template);
  ADD ("/app/export-run/cancel", test_cancel);
  ADD ("/app/export-run/cancel-late", test_cancel_late);
  ADD ("/app/export-run/progress", test_progress);
  ADD ("/app/export-run/names", test_names);
  return g_test_run ();
}
