/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "file/etp-load.h"
#include "file/etp-monitor.h"
#include "file/etp-save.h"
#include "remote.h"

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

/* The state is that of what was read, also where somebody writes meanwhile: that is seen later. */
static void
test_load (gconstpointer is_busy)
{
  g_autoptr (Remote) remote = g_object_new (TYPE_REMOTE, NULL);
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  remote->is_busy = is_busy != NULL;
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
  g_test_add_data_func ("/remote/load", NULL, test_load);
  g_test_add_data_func ("/remote/load-busy", "busy", test_load);
  g_test_add_data_func ("/remote/monitor", NULL, test_monitor);
  g_test_add_data_func ("/remote/monitor-empty", "", test_monitor);
  g_test_add_func ("/remote/weak", test_weak);
  g_test_add_func ("/remote/no-states", test_no_states);
  return g_test_run ();
}
