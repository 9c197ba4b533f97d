/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-recent.h"

#include <glib/gstdio.h>

#include "canvas-fixture.h"

typedef struct
{
  char *folder; /* owned */
  GtkRecentManager *manager; /* owned */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *store = NULL;

  fixture->folder = g_dir_make_tmp ("etappe-recent-XXXXXX", NULL);
  store = g_build_filename (fixture->folder, "recent.xbel", NULL);
  fixture->manager = g_object_new (GTK_TYPE_RECENT_MANAGER, "filename", store, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) names = NULL;
  const char *name;

  /* It still writes what it has to. */
  g_clear_object (&fixture->manager);
  names = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GFile *
make_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  return g_file_new_for_path (path);
}

/* The list changes in idle time. */
static void
wait_for (Fixture *fixture, guint n)
{
  for (;;)
    {
      g_autoptr (GPtrArray) recent = etp_recent_list (fixture->manager, 10);

      if (recent->len == n)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_journeys_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) map = make_file (fixture, "a.journey");
  g_autoptr (GFile) gone = make_file (fixture, "gone.journey");
  g_autoptr (GFile) other = make_file (fixture, "picture.png");
  g_autofree char *other_uri = g_file_get_uri (other);
  g_autoptr (GPtrArray) recent = NULL;

  gtk_recent_manager_add_item (fixture->manager, other_uri);
  etp_recent_add (fixture->manager, map);
  etp_recent_add (fixture->manager, gone);
  wait_for (fixture, 2);
  g_assert_true (g_file_delete (gone, NULL, NULL));
  recent = etp_recent_list (fixture->manager, 10);
  g_assert_cmpuint (recent->len, ==, 1);
  g_assert_cmpstr (gtk_recent_info_get_display_name (recent->pdata[0]), ==, "a.journey");
}

static void
test_at_most (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) recent = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.journey", i);
      g_autoptr (GFile) file = make_file (fixture, name);

      etp_recent_add (fixture->manager, file);
    }
  wait_for (fixture, 5);
  recent = etp_recent_list (fixture->manager, 3);
  g_assert_cmpuint (recent->len, ==, 3);
}

/* A file from elsewhere may have its ending in capitals. */
static void
test_ending (void)
{
  g_assert_true (etp_recent_is_map ("a.journey"));
  g_assert_true (etp_recent_is_map ("file:///A%20B.JOURNEY"));
  g_assert_false (etp_recent_is_map ("journey"));
  g_assert_false (etp_recent_is_map ("a.journey.txt"));
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_set_application_name ("Etappe");
  g_test_add ("/app/recent/journeys-only", Fixture, NULL, set_up, test_journeys_only, tear_down);
  g_test_add ("/app/recent/at-most", Fixture, NULL, set_up, test_at_most, tear_down);
  g_test_add_func ("/app/recent/ending", test_ending);
  return g_test_run ();
}
