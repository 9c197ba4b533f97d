/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-monitor.h"

#include <glib/gstdio.h>

#include "file/etp-load.h"
#include "file/etp-save.h"
#include "file-test.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  char *etag;
  EtpMonitor *monitor;
  int last; /* state of the last emission, -1: none */
  guint n; /* emissions */
  gboolean is_done;
} Fixture;

static void
on_changed (EtpMonitor *monitor, int state, Fixture *f)
{
  g_assert_cmpint (state, ==, (int) etp_monitor_get_state (monitor));
  f->last = state;
  f->n++;
  f->is_done = TRUE;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = file_test_make_folder ();
  f->path = g_build_filename (f->folder, "a.journey", NULL);
  f->file = g_file_new_for_path (f->path);
  file_test_write (f->path, "mine");
  f->etag = NULL;
  g_bytes_unref (etp_load_contents (f->file, NULL, 100, &f->etag, NULL, NULL));
  f->monitor = etp_monitor_new (f->file, f->etag);
  f->last = -1;
  g_signal_connect (f->monitor, "changed", G_CALLBACK (on_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->monitor);
  file_test_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->etag);
  g_object_unref (f->file);
}

static void
assert_told (Fixture *f, EtpMonitorState state)
{
  g_assert_true (file_test_wait (&f->is_done));
  f->is_done = FALSE;
  g_assert_cmpint (f->last, ==, (int) state);
}

/* Everything that was begun has come back. */
static void
settle (Fixture *f)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_changed (Fixture *f, gconstpointer data)
{
  g_assert_cmpint ((int) etp_monitor_get_state (f->monitor), ==, ETP_MONITOR_SAME);
  file_test_write (f->path, "somebody else's");
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_CHANGED);
  /* Told once, however often one looks, until it is changed again. */
  etp_monitor_check (f->monitor);
  etp_monitor_check (f->monitor);
  settle (f);
  file_test_write (f->path, "somebody else's again");
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_CHANGED);
  etp_monitor_check (f->monitor);
  settle (f);
  g_assert_cmpuint (f->n, ==, 2);
}

/* Written anew, or away for a moment, it is still the same; other words of the same length are not. */
static void
test_same_content (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_GONE);
  file_test_write (f->path, "mine");
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_SAME);
  file_test_write (f->path, "Mine");
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_CHANGED);
  file_test_write (f->path, "mine");
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_SAME);
}

/* The system says that something happens, and before the time is over it is as it was: that it was
 * away for a moment is not told. */
static void
test_hint (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  file_test_write (f->path, "mine");
  settle (f);
  g_assert_cmpuint (f->n, ==, 0);
  file_test_write (f->path, "somebody else's");
  assert_told (f, ETP_MONITOR_CHANGED);
  g_assert_cmpuint (f->n, ==, 1);
}

/* Gone, and back as something else. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_GONE);
  file_test_write (f->path, "again");
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_CHANGED);
}

/* An own save under a pause is no change of somebody else's. */
static void
test_own_save (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = file_test_bytes ("mine too");
  g_autofree char *etag = NULL;

  etp_monitor_pause (f->monitor);
  g_assert_true (etp_save_bytes (f->file, bytes, f->etag, ETP_SAVE_NONE, &etag, NULL, NULL));
  etp_monitor_check (f->monitor);
  settle (f);
  etp_monitor_set_etag (f->monitor, etag);
  etp_monitor_resume (f->monitor);
  settle (f);
  g_assert_cmpuint (f->n, ==, 0);
  /* Had the save been taken for a change, that would be told before this. */
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_GONE);
  g_assert_cmpuint (f->n, ==, 1);
}

/* What happened during a pause is found when it ends. */
static void
test_pause (Fixture *f, gconstpointer data)
{
  etp_monitor_pause (f->monitor);
  etp_monitor_pause (f->monitor);
  file_test_write (f->path, "somebody else's");
  etp_monitor_check (f->monitor);
  etp_monitor_resume (f->monitor);
  settle (f);
  g_assert_cmpuint (f->n, ==, 0);
  etp_monitor_resume (f->monitor);
  assert_told (f, ETP_MONITOR_CHANGED);
}

/* The person chose to keep their version: that state is the known one now. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autofree char *etag = NULL;

  file_test_write (f->path, "somebody else's");
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_CHANGED);
  etag = etp_etag_query (f->file, NULL, NULL, NULL);
  etp_monitor_set_etag (f->monitor, etag);
  g_assert_true (f->is_done);
  g_assert_cmpint (f->last, ==, ETP_MONITOR_SAME);
}

/* It may go while a look is under way. */
static void
test_unref (Fixture *f, gconstpointer data)
{
  EtpMonitor *other = etp_monitor_new (f->file, f->etag);

  etp_monitor_check (other);
  g_object_unref (other);
  etp_monitor_check (f->monitor);
  file_test_write (f->path, "somebody else's");
  etp_monitor_check (f->monitor);
  assert_told (f, ETP_MONITOR_CHANGED);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/monitor/changed", test_changed);
  ADD ("/monitor/same-content", test_same_content);
  ADD ("/monitor/hint", test_hint);
  ADD ("/monitor/gone", test_gone);
  ADD ("/monitor/own-save", test_own_save);
  ADD ("/monitor/pause", test_pause);
  ADD ("/monitor/kept", test_kept);
  ADD ("/monitor/unref", test_unref);
  return g_test_run ();
}
