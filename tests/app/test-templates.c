/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

#include "app/etp-window-private.h"
#include "model/etp-fields.h"
#include "window-fixture.h"

/* What a window does with the person's own templates: the disk that they lie on may be slow. */

static GThread *main_thread; /* borrowed */
static guint n_in_main; /* so often the main loop waited for that disk */
static GMutex disk; /* while it is locked, nothing of a template comes onto the disk */
static gint is_waited_for; /* atomic; somebody waits for it */

static gboolean
is_of_template (int fd)
{
  g_autofree char *name = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (name, NULL);

  return path != NULL && strstr (path, "/etappe/templates") != NULL;
}

/* Stands in for that of the C library. */
int
fsync (int fd)
{
  __typeof__ (fsync) *real = (__typeof__ (fsync) *) dlsym (RTLD_NEXT, "fsync");

  if (main_thread != NULL && is_of_template (fd))
    {
      if (g_thread_self () == main_thread)
        n_in_main++;
      else
        {
          g_atomic_int_set (&is_waited_for, 1);
          g_mutex_lock (&disk);
          g_mutex_unlock (&disk);
        }
    }
  return real (fd);
}

static void
watch_disk (void)
{
  main_thread = g_thread_self ();
  n_in_main = 0;
  g_atomic_int_set (&is_waited_for, 0);
}

static GFile *
get_file (WindowFixture *fixture)
{
  g_autofree char *name = g_strconcat (
      etp_node_get_text (ETP_NODE (fixture->journey), ETP_JOURNEY_TITLE), ".journey", NULL);

  return g_file_new_build_filename (g_get_user_data_dir (), "etappe", "templates", name, NULL);
}

static void
wait_for (const char *text)
{
  while (window_fixture_find_label (text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_file (GFile *file)
{
  while (!g_file_query_exists (file, NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
save (WindowFixture *fixture)
{
  window_fixture_run (fixture, "save-template");
  wait_for ("Save as a Template");
  window_fixture_click ("Save");
}

/* Saved, removed and had back, none of which the main loop waits for. */
static void
test_there_and_back (WindowFixture *fixture, gconstpointer data)
{
  const char *title = etp_node_get_text (ETP_NODE (fixture->journey), ETP_JOURNEY_TITLE);
  g_autofree char *saved = g_strdup_printf ("“%s” stands on the start page now", title);
  g_autoptr (GFile) file = get_file (fixture);
  g_autofree char *uri = g_file_get_uri (file);

  watch_disk ();
  save (fixture);
  wait_for (saved);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_cmpint (g_atomic_int_get (&is_waited_for), ==, 1);

  for (guint i = 0; i < 2; i++) /* a click too much is no failure */
    g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "remove-template",
                                    g_variant_new_string (uri));
  g_assert_null (g_object_get_data (G_OBJECT (fixture->window), uri));
  wait_for ("The template is removed");
  g_assert_false (g_file_query_exists (file, NULL));
  g_atomic_int_set (&is_waited_for, 0);
  window_fixture_click ("Undo");
  wait_for_file (file);
  g_assert_cmpint (g_atomic_int_get (&is_waited_for), ==, 1);
  g_assert_cmpuint (n_in_main, ==, 0);
  g_assert_true (g_file_delete (file, NULL, NULL));
  main_thread = NULL;
}

/* The window that asked for it is closed before the template is on the disk. */
static void
test_closed_meanwhile (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture);

  watch_disk ();
  g_mutex_lock (&disk);
  save (fixture);
  while (!g_atomic_int_get (&is_waited_for) && n_in_main == 0)
    {
      run_idle ();
      g_usleep (1000);
    }
  g_assert_cmpuint (n_in_main, ==, 0);
  g_assert_false (g_file_query_exists (file, NULL));
  etp_window_destroy (fixture->window, TRUE);
  run_idle ();
  g_mutex_unlock (&disk);
  wait_for_file (file);
  while (fixture->window != NULL) /* the errand is at its end */
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_delete (file, NULL, NULL));
  main_thread = NULL;
}

int
main (int argc, char **argv)
{
  if (window_fixture_start (&argc, &argv) == NULL)
    return 0;
#define ADD(path, func)                                                                            \
  g_test_add ("/app/templates/" path, WindowFixture, NULL, window_fixture_set_up, func,            \
              window_fixture_tear_down)
  ADD ("there-and-back", test_there_and_back);
  ADD ("closed-meanwhile", test_closed_meanwhile);
#undef ADD
  return window_fixture_end ();
}
