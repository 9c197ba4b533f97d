/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-same-file.h"

#include <unistd.h>

#include "file-test.h"
#include "save-test.h"

static gboolean
is_same (SaveTest *f, const char *name)
{
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder);
  g_autoptr (GFile) other = g_file_resolve_relative_path (folder, name);

  g_assert_cmpint (etp_same_file (f->file, other), ==, etp_same_file (other, f->file));
  return etp_same_file (f->file, other);
}

static void
add_link (SaveTest *f, int (*make) (const char *target, const char *path), const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_cmpint (make (f->path, path), ==, 0);
}

static void
test_names (SaveTest *f, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (f->folder, "copy", NULL);
  g_autofree char *again = g_build_filename (f->folder, "again", NULL);

  g_assert_true (is_same (f, "a.journey")); /* that is not there */
  file_test_write (f->path, SAVE_TEST_OLD);
  file_test_write (copy, SAVE_TEST_OLD);
  g_assert_cmpint (symlink (".", again), ==, 0);
  add_link (f, symlink, "symbolic");
  add_link (f, link, "hard");
  g_assert_true (is_same (f, "a.journey"));
  g_assert_true (is_same (f, "symbolic"));
  g_assert_true (is_same (f, "hard"));
  g_assert_true (is_same (f, "again/a.journey"));
  g_assert_false (is_same (f, "copy"));
  g_assert_false (is_same (f, "nowhere"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SAVE_TEST_ADD ("/same-file/names", test_names);
  return g_test_run ();
}
