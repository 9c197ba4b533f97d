/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file-test.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

GBytes *
file_test_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

GBytes *
file_test_document (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"etappe-journey\", \"version\": 1%s%s}",
                                           *members != '\0' ? ", " : "", members);

  return file_test_bytes (text);
}

EtpLoaded *
file_test_load (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  EtpLoaded *loaded = etp_load_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loaded);
  return loaded;
}

char *
file_test_read (const char *path)
{
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

void
file_test_write (const char *path, const char *text)
{
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, strlen (text), file), ==, strlen (text));
  g_assert_cmpint (fclose (file), ==, 0);
}

char *
file_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("etappe-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
file_test_remove (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      file_test_remove (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

char *
file_test_source (const char *path)
{
  const char *root = g_getenv ("ETP_SOURCE_ROOT");

  g_assert_nonnull (root);
  return g_build_filename (root, path, NULL);
}

char *
file_test_shared (const char *path)
{
  const char *root = g_getenv ("ETP_SHARED_DATA");
  g_autofree char *usual = file_test_source ("../shared/data");
  g_autofree char *found = g_build_filename (root != NULL ? root : usual, path, NULL);
  g_autofree char *reason = NULL;

  if (g_file_test (found, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&found);
  reason = g_strdup_printf ("%s is not there", found);
  g_test_skip (reason);
  return NULL;
}

static gboolean
on_timeout (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

gboolean
file_test_wait (const gboolean *done)
{
  gboolean is_over = FALSE;
  guint source = g_timeout_add_seconds (20, on_timeout, &is_over);

  while (!*done && !is_over)
    g_main_context_iteration (NULL, TRUE);
  if (!is_over)
    g_source_remove (source);
  return *done;
}

gboolean
file_test_is_long (void)
{
  return g_strcmp0 (g_getenv ("ETP_TEST_LONG"), "1") == 0;
}
