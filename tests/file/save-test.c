/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "save-test.h"

#include "file-test.h"

void
save_test_set_up (SaveTest *f, gconstpointer data)
{
  f->folder = file_test_make_folder ();
  f->path = g_build_filename (f->folder, "a.journey", NULL);
  f->file = g_file_new_for_path (f->path);
  f->bytes = file_test_bytes (SAVE_TEST_NEW);
}

void
save_test_tear_down (SaveTest *f, gconstpointer data)
{
  file_test_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_object_unref (f->file);
  g_bytes_unref (f->bytes);
}

void
save_test_assert_content (const char *path, const char *expected)
{
  g_autofree char *text = file_test_read (path);

  g_assert_cmpstr (text, ==, expected);
}

/* No temporary file is left behind. */
void
save_test_assert_alone (SaveTest *f, guint n)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint found = 0;

  while (g_dir_read_name (dir) != NULL)
    found++;
  g_assert_cmpuint (found, ==, n);
}

void
save_test_save (SaveTest *f, const char *etag, EtpSaveFlags flags, char **new_etag)
{
  g_autoptr (GError) error = NULL;

  etp_save_bytes (f->file, f->bytes, etag, flags, new_etag, NULL, &error);
  g_assert_no_error (error);
  save_test_assert_content (f->path, SAVE_TEST_NEW);
}

void
save_test_assert_refused (
    SaveTest *f, const char *etag, EtpSaveFlags flags, EtpFileError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *new_etag = NULL;

  g_assert_false (etp_save_bytes (f->file, f->bytes, etag, flags, &new_etag, NULL, &error));
  g_assert_null (new_etag);
  file_test_assert_error (error, code, part);
}
