/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "journal-test.h"

#include "etp-test-build.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "file/etp-save.h"
#include "file/etp-writer.h"
#include "file-test.h"

static char *root; /* of the state folder, in the process that made it */

void
journal_test_init (void)
{
  if (g_getenv ("ETP_TEST_STATE") != NULL)
    return;
  root = g_dir_make_tmp ("etappe-state-XXXXXX", NULL);
  g_assert_nonnull (root);
  g_setenv ("XDG_STATE_HOME", root, TRUE);
  g_setenv ("ETP_TEST_STATE", "1", TRUE);
}

void
journal_test_clean_up (void)
{
  if (root != NULL)
    file_test_remove (root);
  g_clear_pointer (&root, g_free);
}

static char *
get_recovery_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "etappe", "recovery", NULL);
}

guint
journal_test_count_folders (void)
{
  g_autofree char *folder = get_recovery_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

char *
journal_test_get_folder (void)
{
  g_autofree char *folder = get_recovery_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_cmpuint (journal_test_count_folders (), ==, 1);
  return g_build_filename (folder, g_dir_read_name (dir), NULL);
}

char *
journal_test_get_log (void)
{
  g_autofree char *folder = journal_test_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  char *log = NULL;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "journal-"))
      {
        g_assert_null (log);
        log = g_build_filename (folder, name, NULL);
      }
  g_assert_nonnull (log);
  return log;
}

EtpRecoverable *
journal_test_find (void)
{
  g_autoptr (GPtrArray) list = etp_recovery_list ();

  g_assert_cmpuint (list->len, ==, 1);
  return g_ptr_array_steal_index (list, 0);
}

void
journal_test_assert_nothing (void)
{
  g_autoptr (GPtrArray) list = etp_recovery_list ();

  g_assert_cmpuint (list->len, ==, 0);
}

EtpLoaded *
journal_test_recover (GBytes *expected, EtpJournal **journal)
{
  g_autoptr (EtpRecoverable) found = journal_test_find ();
  g_autoptr (GError) error = NULL;
  EtpLoaded *loaded = etp_recovery_recover (found, journal, &error);
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (loaded);
  written = etp_write_journey (loaded->journey);
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  return loaded;
}

void
journal_test_set_title (EtpJourney *journey, const char *title)
{
  g_autoptr (GError) error = NULL;

  etp_edit_set_text (journey, ETP_NODE (journey), ETP_JOURNEY_TITLE, title, &error);
  g_assert_no_error (error);
}

void
journal_test_set_up_untitled (JournalTest *f, gconstpointer data)
{
  g_autoptr (EtpJourney) sample = etp_test_journey_new_sample ();
  g_autoptr (GBytes) bytes = etp_write_journey (sample);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (journal_test_count_folders (), ==, 0);
  f->loaded = file_test_load (bytes);
  f->journal = etp_journal_new (f->loaded->journey, NULL, NULL, f->loaded->bytes, 0, &error);
  g_assert_no_error (error);
}

void
journal_test_set_up (JournalTest *f, gconstpointer data)
{
  g_autoptr (EtpJourney) sample = etp_test_journey_new_sample ();
  g_autoptr (GBytes) bytes = etp_write_journey (sample);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (journal_test_count_folders (), ==, 0);
  f->folder = file_test_make_folder ();
  f->path = g_build_filename (f->folder, "sample.journey", NULL);
  f->file = g_file_new_for_path (f->path);
  g_assert_true (etp_save_bytes (f->file, bytes, NULL, ETP_SAVE_NONE, NULL, NULL, NULL));
  f->loaded = etp_load_file (f->file, NULL, NULL, &error);
  g_assert_no_error (error);
  f->journal = etp_journal_new (f->loaded->journey, f->file, f->loaded->etag, f->loaded->bytes, 0,
                                &error);
  g_assert_no_error (error);
}

void
journal_test_tear_down (JournalTest *f, gconstpointer data)
{
  if (f->journal != NULL)
    etp_journal_close (f->journal);
  g_clear_object (&f->journal);
  g_assert_cmpuint (journal_test_count_folders (), ==, 0);
  etp_loaded_free (f->loaded);
  if (f->folder != NULL)
    file_test_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_clear_object (&f->file);
}

GBytes *
journal_test_die (JournalTest *f)
{
  GBytes *bytes = etp_write_journey (f->loaded->journey);

  g_clear_object (&f->journal);
  return bytes;
}

void
journal_test_assert_recovered (JournalTest *f, GBytes *expected)
{
  g_autoptr (EtpLoaded) back = journal_test_recover (expected, &f->journal);

  g_assert_nonnull (back);
}
