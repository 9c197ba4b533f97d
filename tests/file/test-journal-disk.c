/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-journal.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "model/etp-change.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-limits.h"
#include "file/etp-save.h"
#include "file/etp-writer.h"
#include "file-test.h"
#include "journal-test.h"

/* How a journal lies on the disk: exchanged by a save, with pictures beside it, on a full disk. */

static struct
{
  gboolean is_on;
  gsize bytes_left; /* until the disk is full */
  guint n_synced;
  int n_refused; /* so many flushes fail */
  GMutex is_slow; /* flushes wait for it */
  GHashTable *synced; /* of the inodes' numbers; guarded by it too */
} disk;

/* These stand in for those of the C library. */
ssize_t
write (int fd, const void *buffer, size_t length)
{
  struct stat st;

  if (disk.is_on && fstat (fd, &st) == 0 && S_ISREG (st.st_mode))
    {
      length = MIN (length, disk.bytes_left);
      if (length == 0)
        {
          errno = ENOSPC;
          return -1;
        }
      disk.bytes_left -= length;
    }
  return syscall (SYS_write, fd, buffer, length);
}

int
fdatasync (int fd)
{
  struct stat st;

  g_mutex_lock (&disk.is_slow);
  if (disk.synced != NULL && fstat (fd, &st) == 0)
    g_hash_table_add (disk.synced, GSIZE_TO_POINTER (st.st_ino));
  g_mutex_unlock (&disk.is_slow);
  __atomic_add_fetch (&disk.n_synced, 1, __ATOMIC_SEQ_CST);
  if (g_atomic_int_get (&disk.n_refused) > 0)
    {
      g_atomic_int_add (&disk.n_refused, -1);
      errno = EIO;
      return -1;
    }
  return (int) syscall (SYS_fdatasync, fd);
}

/* Counts as a flush of the file 0. */
int
syncfs (int fd)
{
  g_mutex_lock (&disk.is_slow);
  if (disk.synced != NULL)
    g_hash_table_add (disk.synced, GSIZE_TO_POINTER (0));
  g_mutex_unlock (&disk.is_slow);
  return (int) syscall (SYS_syncfs, fd);
}

/* Saving exchanges the journal; what was done after the bytes were made is carried over. */
static void
test_restart (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) saved = NULL, expected = NULL;
  g_autofree char *etag = NULL, *old_log = journal_test_get_log (), *new_log = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpRecoverable) found = NULL;
  guint64 mark;

  journal_test_set_title (f->loaded->journey, "Saved");
  mark = etp_journal_get_mark (f->journal);
  saved = etp_write_journey (f->loaded->journey);
  journal_test_set_title (f->loaded->journey, "Done while saving");
  g_assert_true (
      etp_save_bytes (f->file, saved, f->loaded->etag, ETP_SAVE_NONE, &etag, NULL, NULL));
  g_assert_true (etp_journal_restart (f->journal, f->file, etag, saved, mark, &error));
  g_assert_no_error (error);
  new_log = journal_test_get_log ();
  g_assert_cmpstr (new_log, !=, old_log);
  journal_test_set_title (f->loaded->journey, "Done after");
  expected = journal_test_die (f);
  found = journal_test_find ();
  g_assert_cmpuint (found->n_commits, ==, 2);
  g_assert_false (found->disk_differs);
  journal_test_assert_recovered (f, expected);
}

static void
test_restart_clean (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) saved = NULL, bytes = NULL;
  g_autofree char *etag = NULL;

  journal_test_set_title (f->loaded->journey, "Saved");
  saved = etp_write_journey (f->loaded->journey);
  g_assert_true (
      etp_save_bytes (f->file, saved, f->loaded->etag, ETP_SAVE_NONE, &etag, NULL, NULL));
  g_assert_true (etp_journal_restart (f->journal, f->file, etag, saved,
                                      etp_journal_get_mark (f->journal), NULL));
  bytes = journal_test_die (f);
  journal_test_assert_nothing ();
}

/* A crash while the new journal was being written: the old one counts. */
static void
test_restart_torn (JournalTest *f, gconstpointer data)
{
  g_autofree char *folder = journal_test_get_folder ();
  g_autofree char *next = g_build_filename (folder, "journal-2", NULL);
  g_autoptr (GBytes) expected = NULL, again = NULL;
  g_autoptr (EtpLoaded) back = NULL;

  journal_test_set_title (f->loaded->journey, "First");
  expected = journal_test_die (f);
  file_test_write (next, "000001");
  back = journal_test_recover (expected, &f->journal);
  /* And the rest of it is in nobody's way. */
  g_assert_true (etp_journal_restart (f->journal, NULL, NULL, expected, 0, NULL));
  g_unlink (next);
}

/* A picture is kept once beside the journal, not in it, and goes when nothing names it. */
static void
test_pictures (JournalTest *f, gconstpointer data)
{
  g_autofree char *folder = journal_test_get_folder ();
  g_autofree char *assets = g_build_filename (folder, "assets", NULL);
  g_autofree guchar *noise = g_malloc (100000);
  g_autoptr (GBytes) expected = NULL, saved = NULL;
  g_autoptr (EtpNode) node = etp_node_new (ETP_LIST_ASSETS, "noise");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *log = journal_test_get_log (), *new_log = NULL;
  EtpDatum type = etp_datum_text (&etp_list_get_table (ETP_LIST_ASSETS)->fields[ETP_ASSET_TYPE],
                                  "image/png");
  EtpDatum picture;
  struct stat st;
  guint n = 0;

  for (guint i = 0; i < 100000; i++)
    noise[i] = (guchar) g_test_rand_int ();
  {
    g_autoptr (GBytes) bytes = g_bytes_new (noise, 100000);

    picture = etp_datum_bytes (bytes);
  }
  etp_node_init_datum (node, ETP_ASSET_TYPE, &type);
  etp_node_init_datum (node, ETP_ASSET_DATA, &picture);
  g_assert_true (etp_edit_insert (f->loaded->journey, node, G_MAXUINT, &error));
  g_assert_true (etp_edit_remove (f->loaded->journey, node, &error));
  g_assert_true (etp_history_undo (etp_journey_get_history (f->loaded->journey)));
  g_assert_no_error (error);
  g_assert_cmpint (stat (log, &st), ==, 0);
  g_assert_cmpint (st.st_size, <, 60000);
  /* Saved: now it belongs to the base. */
  saved = etp_write_journey (f->loaded->journey);
  g_assert_true (etp_journal_restart (f->journal, NULL, NULL, saved,
                                      etp_journal_get_mark (f->journal), &error));
  new_log = journal_test_get_log ();
  g_assert_cmpint (stat (new_log, &st), ==, 0);
  g_assert_cmpint (st.st_size, <, 60000);
  dir = g_dir_open (assets, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
  journal_test_set_title (f->loaded->journey, "With a picture");
  expected = journal_test_die (f);
  journal_test_assert_recovered (f, expected);
}

/* A picture that is damaged or gone damages the journal: better no base than a wrong one. */
static void
test_picture_lost (JournalTest *f, gconstpointer data)
{
  g_autofree char *folder = journal_test_get_folder ();
  g_autofree char *assets = g_build_filename (folder, "assets", NULL);
  g_autofree char *long_text = g_strnfill (8192, 'A');
  g_autofree char *members = g_strdup_printf (
      "\"assets\": [{\"id\": \"a\", \"type\": \"image/png\", \"data\": \"%s\"}]", long_text);
  g_autoptr (GBytes) base = file_test_document (members);
  g_autoptr (EtpLoaded) loaded = file_test_load (base);
  g_autoptr (GDir) dir = NULL;
  g_autofree char *picture = NULL;
  g_autoptr (EtpRecoverable) damaged = NULL;

  etp_journal_close (f->journal);
  g_clear_object (&f->journal);
  f->journal = etp_journal_new (loaded->journey, NULL, NULL, base, 0, NULL);
  journal_test_set_title (loaded->journey, "First");
  g_clear_object (&f->journal);
  g_free (folder);
  folder = journal_test_get_folder ();
  g_free (assets);
  assets = g_build_filename (folder, "assets", NULL);
  dir = g_dir_open (assets, 0, NULL);
  picture = g_build_filename (assets, g_dir_read_name (dir), NULL);
  etp_recoverable_free (journal_test_find ());
  file_test_write (picture, "something else");
  damaged = journal_test_find ();
  g_assert_true (damaged->is_unreadable);
  g_assert_true (etp_recovery_discard (damaged, NULL));
}

/* A commit too large for one record becomes a new base. */
static void
test_large_commit (JournalTest *f, gconstpointer data)
{
  g_autofree char *text = g_strnfill (ETP_LIMIT_ONE_TEXT_BYTES, 'x');
  g_autofree char *old_log = journal_test_get_log (), *new_log = NULL;
  EtpHistory *history = etp_journey_get_history (f->loaded->journey);
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (EtpRecoverable) found = NULL;

  etp_history_begin (history, "Large", NULL);
  for (guint i = 0; i < 6; i++)
    {
      static const guint fields[] = { ETP_JOURNEY_TITLE,    ETP_JOURNEY_DESCRIPTION,
                                      ETP_JOURNEY_SCENARIO, ETP_JOURNEY_GOAL,
                                      ETP_JOURNEY_TRIGGER,  ETP_JOURNEY_EXPECTATIONS };

      g_assert_true (etp_edit_set_text (f->loaded->journey, ETP_NODE (f->loaded->journey),
                                        fields[i], text, NULL));
    }
  etp_history_commit (history);
  new_log = journal_test_get_log ();
  g_assert_cmpstr (new_log, !=, old_log);
  journal_test_set_title (f->loaded->journey, "After");
  expected = journal_test_die (f);
  found = journal_test_find ();
  g_assert_cmpuint (found->n_commits, ==, 2);
  g_assert_false (found->disk_differs);
  journal_test_assert_recovered (f, expected);
}

static void
on_failed (EtpJournal *journal, guint *n)
{
  (*n)++;
}

/* A full disk at any byte of a commit: said once, what was recorded before stays, and the next save
 * begins anew. */
static void
test_full_disk (JournalTest *f, gconstpointer data)
{
  for (gsize n = 0; n < 120; n += 7)
    {
      g_autoptr (GBytes) kept = NULL, saved = NULL;
      g_autoptr (EtpRecoverable) found = NULL;
      EtpJourney *journey = f->loaded->journey;
      g_autofree char *title = g_strdup_printf ("Kept %u", (guint) n);
      guint n_failed = 0;

      journal_test_set_title (journey, title);
      kept = etp_write_journey (journey);
      g_signal_connect (f->journal, "failed", G_CALLBACK (on_failed), &n_failed);
      disk.bytes_left = n;
      disk.is_on = TRUE;
      journal_test_set_title (journey, "Lost");
      journal_test_set_title (journey, "Lost too");
      disk.is_on = FALSE;
      g_assert_cmpuint (n_failed, ==, 1);
      g_assert_error (etp_journal_get_error (f->journal), ETP_FILE_ERROR, ETP_FILE_ERROR_NO_SPACE);
      g_clear_object (&f->journal);
      found = journal_test_find ();
      g_assert_false (found->is_torn);
      etp_loaded_free (g_steal_pointer (&f->loaded));
      f->loaded = journal_test_recover (kept, &f->journal);
      saved = etp_write_journey (f->loaded->journey);
      g_assert_true (etp_journal_restart (f->journal, NULL, NULL, saved,
                                          etp_journal_get_mark (f->journal), NULL));
    }
}

/* After a failure a save starts a new journal that records again. */
static void
test_restart_after_failure (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) saved = NULL, expected = NULL;

  disk.is_on = TRUE;
  disk.bytes_left = 0;
  journal_test_set_title (f->loaded->journey, "Not recorded");
  saved = etp_write_journey (f->loaded->journey);
  g_assert_false (
      etp_journal_restart (f->journal, NULL, NULL, saved, etp_journal_get_mark (f->journal), NULL));
  disk.is_on = FALSE;
  g_assert_nonnull (etp_journal_get_error (f->journal));
  g_assert_true (
      etp_journal_restart (f->journal, NULL, NULL, saved, etp_journal_get_mark (f->journal), NULL));
  g_assert_null (etp_journal_get_error (f->journal));
  journal_test_set_title (f->loaded->journey, "Recorded");
  expected = journal_test_die (f);
  journal_test_assert_recovered (f, expected);
}

/* A new journal that may not be on the disk does not replace the old one; the next one does. */
static void
test_restart_not_flushed (JournalTest *f, gconstpointer data)
{
  g_autofree char *old_log = journal_test_get_log (), *folder = journal_test_get_folder ();
  g_autofree char *new_log = g_build_filename (folder, "journal-2", NULL);
  g_autoptr (GBytes) saved = etp_write_journey (f->loaded->journey), expected = NULL;
  const guint64 mark = etp_journal_get_mark (f->journal);

  journal_test_set_title (f->loaded->journey, "Done while saving");
  expected = etp_write_journey (f->loaded->journey);
  etp_journal_flush (f->journal);
  g_atomic_int_set (&disk.n_refused, 1);
  g_assert_true (etp_journal_restart (f->journal, f->file, f->loaded->etag, saved, mark, NULL));
  g_assert_true (g_file_test (new_log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (old_log, G_FILE_TEST_EXISTS));
  /* The power goes: nothing of the new one is there. */
  g_clear_object (&f->journal);
  file_test_write (new_log, "");
  journal_test_assert_recovered (f, expected);
}

/* Each commit reaches the disk, by the worker and well within a second. */
static void
test_flushed (JournalTest *f, gconstpointer data)
{
  gint64 start;
  guint before;

  g_assert_true (etp_journal_flush (f->journal));
  before = __atomic_load_n (&disk.n_synced, __ATOMIC_SEQ_CST);
  start = g_get_monotonic_time ();
  journal_test_set_title (f->loaded->journey, "First");
  g_assert_true (etp_journal_flush (f->journal));
  g_assert_cmpuint (__atomic_load_n (&disk.n_synced, __ATOMIC_SEQ_CST), >, before);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static gboolean
is_synced (const char *path)
{
  struct stat st;

  g_assert_cmpint (stat (path, &st), ==, 0);
  return g_hash_table_contains (disk.synced, GSIZE_TO_POINTER (st.st_ino));
}

static void
add_picture (EtpJourney *journey, const char *id)
{
  g_autofree guchar *noise = g_malloc (10000);
  g_autoptr (EtpNode) node = etp_node_new (ETP_LIST_ASSETS, id);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  EtpDatum picture;

  for (guint i = 0; i < 10000; i++)
    noise[i] = (guchar) g_test_rand_int ();
  bytes = g_bytes_new (noise, 10000);
  picture = etp_datum_bytes (bytes);
  etp_node_init_datum (node, ETP_ASSET_DATA, &picture);
  g_assert_true (etp_edit_insert (journey, node, G_MAXUINT, &error));
  g_assert_no_error (error);
}

/* After a power cut the file of a picture may be there and empty: it is not taken for what its name says, and what
 * names it next can be brought back. */
static void
test_picture_broken (JournalTest *f, gconstpointer data)
{
  g_autofree char *folder = journal_test_get_folder ();
  g_autofree char *assets = g_build_filename (folder, "assets", NULL);
  EtpHistory *history = etp_journey_get_history (f->loaded->journey);
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *picture = NULL;

  add_picture (f->loaded->journey, "a");
  dir = g_dir_open (assets, 0, NULL);
  picture = g_build_filename (assets, g_dir_read_name (dir), NULL);
  g_assert_cmpint (truncate (picture, 0), ==, 0);
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_history_redo (history));
  journal_test_set_title (f->loaded->journey, "Later");
  expected = journal_test_die (f);
  journal_test_assert_recovered (f, expected);
}

/* However many pictures come while the disk is busy: each reaches it, and so do the folders that
 * name them. */
static void
check_pictures_flushed (JournalTest *f, guint n, gboolean one_by_one)
{
  g_autofree char *folder = journal_test_get_folder ();
  g_autofree char *assets = g_build_filename (folder, "assets", NULL);
  g_autofree char *log = journal_test_get_log ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_found = 0;

  g_assert_true (etp_journal_flush (f->journal));
  g_mutex_lock (&disk.is_slow);
  disk.synced = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      add_picture (f->loaded->journey, id);
    }
  g_mutex_unlock (&disk.is_slow);
  g_assert_true (etp_journal_flush (f->journal));
  g_assert_cmpint (g_hash_table_contains (disk.synced, GSIZE_TO_POINTER (0)), !=, one_by_one);
  dir = g_dir_open (assets, 0, NULL);
  for (; (name = g_dir_read_name (dir)) != NULL; n_found++)
    {
      g_autofree char *path = g_build_filename (assets, name, NULL);

      g_assert_true (!one_by_one || is_synced (path));
    }
  g_assert_cmpuint (n_found, ==, n);
  g_assert_true (!one_by_one || (is_synced (assets) && is_synced (folder) && is_synced (log)));
  g_clear_pointer (&disk.synced, g_hash_table_unref);
  bytes = journal_test_die (f);
  journal_test_assert_recovered (f, bytes);
}

static void
test_pictures_flushed (JournalTest *f, gconstpointer data)
{
  check_pictures_flushed (f, 3, TRUE);
}

/* More than a program may have open files: the whole disk is flushed. */
static void
test_many_pictures_flushed (JournalTest *f, gconstpointer data)
{
  check_pictures_flushed (f, 40, FALSE);
}

int
main (int argc, char *argv[])
{
  int status;

  journal_test_init ();
  g_test_init (&argc, &argv, NULL);
  JOURNAL_TEST_ADD ("/journal-disk/restart", test_restart);
  JOURNAL_TEST_ADD ("/journal-disk/restart-clean", test_restart_clean);
  JOURNAL_TEST_ADD ("/journal-disk/restart-torn", test_restart_torn);
  JOURNAL_TEST_ADD ("/journal-disk/pictures", test_pictures);
  JOURNAL_TEST_ADD ("/journal-disk/picture-lost", test_picture_lost);
  JOURNAL_TEST_ADD ("/journal-disk/large-commit", test_large_commit);
  JOURNAL_TEST_ADD ("/journal-disk/full-disk", test_full_disk);
  JOURNAL_TEST_ADD ("/journal-disk/restart-after-failure", test_restart_after_failure);
  JOURNAL_TEST_ADD ("/journal-disk/restart-not-flushed", test_restart_not_flushed);
  JOURNAL_TEST_ADD ("/journal-disk/flushed", test_flushed);
  JOURNAL_TEST_ADD ("/journal-disk/picture-broken", test_picture_broken);
  JOURNAL_TEST_ADD ("/journal-disk/pictures-flushed", test_pictures_flushed);
  JOURNAL_TEST_ADD ("/journal-disk/many-pictures-flushed", test_many_pictures_flushed);
  status = g_test_run ();
  journal_test_clean_up ();
  return status;
}
