/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-journal.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "etp-test-random.h"
#include "model/etp-history.h"
#include "file/etp-save.h"
#include "file/etp-writer.h"
#include "file-test.h"
#include "journal-test.h"

/* What is recorded can be had back, whatever happened. In most tests the program "dies" by
 * dropping the journal without closing it: its lock is gone then, as after a kill. */

static void
test_recovered (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) expected = NULL, base = NULL;
  g_autoptr (EtpRecoverable) found = NULL;
  g_autoptr (EtpLoaded) back = NULL;
  g_autoptr (GBytes) undone = NULL;

  journal_test_set_title (f->loaded->journey, "First");
  journal_test_set_title (f->loaded->journey, "Second");
  expected = journal_test_die (f);
  found = journal_test_find ();
  g_assert_cmpstr (found->title, ==, "Second");
  g_assert_cmpuint (found->n_commits, ==, 2);
  g_assert_false (found->is_torn);
  g_assert_false (found->is_damaged);
  g_assert_false (found->disk_differs);
  g_assert_true (f->file != NULL ? g_file_equal (found->file, f->file) : found->file == NULL);
  g_assert_cmpint (found->time, >, 0);
  back = journal_test_recover (expected, &f->journal);
  g_assert_cmpstr (back->etag, ==, f->loaded->etag);
  g_assert_true (g_bytes_equal (back->bytes, f->loaded->bytes));
  /* It can be undone in one step, down to the base. */
  g_assert_true (etp_history_undo (etp_journey_get_history (back->journey)));
  g_assert_null (etp_history_get_undo_title (etp_journey_get_history (back->journey)));
  undone = etp_write_journey (back->journey);
  g_assert_true (g_bytes_equal (undone, f->loaded->bytes));
}

/* After a recovery recording goes on, and can be recovered again. */
static void
test_recovered_twice (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL, second = NULL;
  g_autoptr (EtpLoaded) back = NULL;
  g_autoptr (EtpRecoverable) found = NULL;

  journal_test_set_title (f->loaded->journey, "First");
  first = journal_test_die (f);
  back = journal_test_recover (first, &f->journal);
  journal_test_set_title (back->journey, "Second");
  second = etp_write_journey (back->journey);
  g_clear_object (&f->journal);
  found = journal_test_find ();
  g_assert_cmpuint (found->n_commits, ==, 2);
  journal_test_assert_recovered (f, second);
}

static void
test_no_edit (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = journal_test_die (f);

  journal_test_assert_nothing ();
  g_assert_cmpuint (journal_test_count_folders (), ==, 0);
}

/* Where the file was deleted while it was open the journal is the only copy, edited or not, unless it comes
 * back. Whoever moves it after the crash knows where it is. */
static void
test_no_edit_gone (JournalTest *f, gconstpointer is_known)
{
  g_autofree char *away = g_strconcat (f->path, ".away", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (f->path, away), ==, 0);
  if (is_known != NULL)
    g_assert_true (etp_journal_keep (f->journal, f->loaded->etag, &error));
  g_assert_no_error (error);
  bytes = journal_test_die (f);
  if (is_known != NULL)
    {
      g_autoptr (EtpRecoverable) found = journal_test_find ();

      g_assert_true (found->is_gone);
      journal_test_assert_recovered (f, bytes);
      g_clear_object (&f->journal);
      g_assert_cmpint (g_rename (away, f->path), ==, 0);
    }
  journal_test_assert_nothing ();
}

/* Somebody else changed the file and the person kept what was open, without an edit: it is nowhere else.
 * The file is the one that was kept out, so saving does not ask again. */
static void
test_kept (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (EtpRecoverable) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  file_test_write (f->path, "{\"format\": \"etappe-journey\", \"version\": 1}");
  etag = etp_etag_query (f->file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (etp_journal_keep (f->journal, etag, &error));
  g_assert_no_error (error);
  expected = journal_test_die (f);
  found = journal_test_find ();
  g_assert_cmpuint (found->n_commits, ==, 1);
  g_assert_false (found->disk_differs);
  journal_test_assert_recovered (f, expected);
}

/* Recording began late, with what the file does not hold. */
static void
test_begun_late (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) now = NULL;
  g_autoptr (EtpRecoverable) found = NULL;
  g_autoptr (GError) error = NULL;

  etp_journal_close (f->journal);
  g_object_unref (f->journal);
  journal_test_set_title (f->loaded->journey, "Before there was a journal");
  now = etp_write_journey (f->loaded->journey);
  f->journal = etp_journal_new (f->loaded->journey, f->file, f->loaded->etag, now, 1, &error);
  g_assert_no_error (error);
  g_clear_object (&f->journal);
  found = journal_test_find ();
  g_assert_cmpuint (found->n_commits, ==, 1);
  journal_test_assert_recovered (f, now);
}

/* What was undone is nothing to recover. */
static void
test_undone (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  journal_test_set_title (f->loaded->journey, "First");
  g_assert_true (etp_history_undo (etp_journey_get_history (f->loaded->journey)));
  bytes = journal_test_die (f);
  journal_test_assert_nothing ();
  g_assert_cmpuint (journal_test_count_folders (), ==, 0);
}

/* Saved, and died before the journal was exchanged. */
static void
test_saved_already (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  journal_test_set_title (f->loaded->journey, "First");
  bytes = journal_test_die (f);
  g_assert_true (etp_save_bytes (f->file, bytes, NULL, ETP_SAVE_NONE, NULL, NULL, NULL));
  journal_test_assert_nothing ();
  g_assert_cmpuint (journal_test_count_folders (), ==, 0);
}

/* Somebody changed the document after the program died: the journal is replayed onto its own base,
 * and saving asks. */
static void
test_changed_base (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (EtpRecoverable) found = NULL;
  g_autoptr (EtpLoaded) back = NULL;
  g_autoptr (GError) error = NULL;

  journal_test_set_title (f->loaded->journey, "First");
  expected = journal_test_die (f);
  file_test_write (f->path, "{\"format\": \"etappe-journey\", \"version\": 1}");
  found = journal_test_find ();
  g_assert_true (found->disk_differs);
  back = journal_test_recover (expected, &f->journal);
  g_assert_false (
      etp_save_bytes (back->file, expected, back->etag, ETP_SAVE_NONE, NULL, NULL, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK);
}

static void
test_discard (JournalTest *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EtpRecoverable) found = NULL;
  g_autoptr (GError) error = NULL;
  EtpJournal *journal = NULL;

  journal_test_set_title (f->loaded->journey, "First");
  bytes = journal_test_die (f);
  found = journal_test_find ();
  g_assert_true (etp_recovery_discard (found, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (journal_test_count_folders (), ==, 0);
  g_assert_null (etp_recovery_recover (found, &journal, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_FOUND);
}

/* As long as its program runs nobody else sees it or may have it. */
static void
test_in_use (JournalTest *f, gconstpointer data)
{
  g_autofree char *folder = journal_test_get_folder ();
  EtpRecoverable other = { .folder = folder };
  EtpJournal *journal = NULL;
  g_autoptr (GError) error = NULL;

  journal_test_set_title (f->loaded->journey, "First");
  journal_test_assert_nothing ();
  g_assert_null (etp_recovery_recover (&other, &journal, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_false (etp_recovery_discard (&other, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_IN_USE);
}

/* Only the person may read it. */
static void
test_private (JournalTest *f, gconstpointer data)
{
  g_autofree char *folder = journal_test_get_folder ();
  g_autofree char *log = journal_test_get_log ();
  struct stat st;

  g_assert_cmpint (stat (folder, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (log, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

/* The last record, cut off at any byte, is dropped; those before it are not. */
static void
test_torn (JournalTest *f, gconstpointer data)
{
  g_autofree char *log = journal_test_get_log ();
  g_autoptr (GBytes) first = NULL, second = NULL;
  g_autofree char *whole = NULL;
  gsize before, after;
  struct stat st;

  journal_test_set_title (f->loaded->journey, "First");
  first = etp_write_journey (f->loaded->journey);
  g_assert_cmpint (stat (log, &st), ==, 0);
  before = (gsize) st.st_size;
  journal_test_set_title (f->loaded->journey, "Second");
  second = journal_test_die (f);
  g_assert_true (g_file_get_contents (log, &whole, &after, NULL));
  for (gsize length = before; length <= after; length++)
    {
      g_autoptr (EtpRecoverable) found = NULL;
      g_autoptr (EtpLoaded) back = NULL;

      g_assert_true (g_file_set_contents (log, whole, (gssize) length, NULL));
      found = journal_test_find ();
      g_assert_cmpint (found->is_torn, ==, length != before && length != after);
      g_assert_false (found->is_damaged);
      g_assert_cmpuint (found->n_commits, ==, length == after ? 2 : 1);
      back = journal_test_recover (length == after ? second : first, &f->journal);
      g_clear_object (&f->journal);
    }
  journal_test_assert_recovered (f, second);
}

/* What is recorded after a torn record does not stand behind its rest. */
static void
test_goes_on_after_torn (JournalTest *f, gconstpointer data)
{
  g_autofree char *log = journal_test_get_log ();
  g_autoptr (GBytes) first = NULL, second = NULL;
  g_autoptr (EtpLoaded) back = NULL;
  struct stat st;

  journal_test_set_title (f->loaded->journey, "First");
  first = etp_write_journey (f->loaded->journey);
  journal_test_set_title (f->loaded->journey, "Lost");
  g_clear_object (&f->journal);
  g_assert_cmpint (stat (log, &st), ==, 0);
  g_assert_cmpint (truncate (log, st.st_size - 3), ==, 0);
  back = journal_test_recover (first, &f->journal);
  journal_test_set_title (back->journey, "Second");
  second = etp_write_journey (back->journey);
  g_clear_object (&f->journal);
  journal_test_assert_recovered (f, second);
}

/* A program that dies while its journal begins, or a power cut then, leaves any part of the beginning,
 * or zeros: nothing was done yet, so nothing is lost and nobody is warned. */
static void
test_unfinished (JournalTest *f, gconstpointer data)
{
  g_autofree char *log = journal_test_get_log ();
  g_autofree char *folder = journal_test_get_folder ();
  g_autofree char *whole = NULL, *zeros = g_malloc0 (4096);
  EtpRecoverable unfinished = { .folder = folder };
  EtpJournal *journal = NULL;
  gsize length;

  g_clear_object (&f->journal);
  g_assert_true (g_file_get_contents (log, &whole, &length, NULL));
  for (gsize left = 0; left < length;
       left = left < 300 || left + 40 >= length ? left + 1 : left + 37)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (log, whole, (gssize) left, NULL));
      journal_test_assert_nothing ();
      g_assert_null (etp_recovery_recover (&unfinished, &journal, &error));
      g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_FOUND);
    }
  g_assert_true (g_file_set_contents (log, zeros, 4096, NULL));
  journal_test_assert_nothing ();
  g_assert_true (etp_recovery_discard (&unfinished, NULL));
}

/* A length that is not what it was looks like one, but there is more behind it: that is told. */
static void
test_damaged_length (JournalTest *f, gconstpointer data)
{
  g_autofree char *log = journal_test_get_log ();
  g_autofree char *whole = NULL;
  g_autoptr (EtpRecoverable) found = NULL;
  gsize length;

  journal_test_set_title (f->loaded->journey, "First");
  g_clear_object (&f->journal);
  g_assert_true (g_file_get_contents (log, &whole, &length, NULL));
  whole[0] = 'f';
  g_assert_true (g_file_set_contents (log, whole, (gssize) length, NULL));
  found = journal_test_find ();
  g_assert_true (found->is_unreadable);
  g_assert_true (etp_recovery_discard (found, NULL));
}

/* Kills one letter of the word in the recovery data. */
static void
damage (const char *log, const char *word)
{
  g_autofree char *whole = NULL;
  gsize length;
  char *place;

  g_assert_true (g_file_get_contents (log, &whole, &length, NULL));
  place = memmem (whole, length, word, strlen (word));
  g_assert_nonnull (place);
  *place ^= 1;
  g_assert_true (g_file_set_contents (log, whole, (gssize) length, NULL));
}

static void
assert_damage (guint n_commits, guint n_lost, gboolean is_unreadable)
{
  g_autoptr (EtpRecoverable) found = journal_test_find ();

  g_assert_true (found->is_damaged);
  g_assert_cmpuint (found->n_commits, ==, n_commits);
  g_assert_cmpuint (found->n_lost, ==, n_lost);
  g_assert_cmpint (found->is_unreadable, ==, is_unreadable);
}

/* A byte that is not what it was: in a commit it ends the replay, in the base all is lost. Either
 * way it is told how much that is, and nothing goes without a word. */
static void
test_damaged (JournalTest *f, gconstpointer data)
{
  g_autofree char *log = journal_test_get_log ();
  g_autoptr (EtpRecoverable) found = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GError) error = NULL;
  EtpJournal *journal = NULL;

  journal_test_set_title (f->loaded->journey, "Premier");
  expected = etp_write_journey (f->loaded->journey);
  journal_test_set_title (f->loaded->journey, "Lost");
  journal_test_set_title (f->loaded->journey, "Behind");
  g_clear_object (&f->journal);
  damage (log, "Lost");
  assert_damage (1, 2, FALSE);
  damage (log, "Premier");
  assert_damage (0, 3, FALSE);
  damage (log, "Qremier");
  journal_test_assert_recovered (f, expected);
  g_clear_object (&f->journal);
  damage (log, "etappe-journey");
  assert_damage (0, 0, TRUE);
  found = journal_test_find ();
  g_assert_true (g_file_equal (found->file, f->file));
  g_assert_null (etp_recovery_recover (found, &journal, &error));
  file_test_assert_error (error, ETP_FILE_ERROR_DAMAGED, "damaged");
  assert_damage (0, 0, TRUE);
  g_assert_true (etp_recovery_discard (found, NULL));
}

/* A record that is whole but does not fit is the end of what can be had back. */
static void
test_misfit (JournalTest *f, gconstpointer data)
{
  static const char *const payloads[] = {
    "[{\"set\":\"nobody\",\"field\":\"title\",\"to\":\"x\"}]",
    "[{\"set\":\"\",\"field\":\"title\",\"to\":\"x\"},{\"set\":\"\",\"field\":\"title\",\"to\":1}]",
    "[{\"set\":\"\",\"field\":\"nothing\",\"to\":\"x\"}]",
    "[{\"insert\":\"cards\",\"at\":-1,\"node\":{\"id\":\"x\"}}]",
    "[{\"insert\":\"cards\",\"at\":0,\"node\":{}}]",
    "[{\"insert\":\"roots\",\"at\":0,\"node\":{\"id\":\"x\"}}]",
    "[{\"remove\":\"\"}]",
    "[{\"move\":\"\",\"to\":0}]",
    "[{}]",
    "[1]",
    "{}",
    "[",
  };
  g_autofree char *log = journal_test_get_log ();
  g_autofree char *whole = NULL;
  g_autoptr (GBytes) expected = NULL;
  gsize length;

  journal_test_set_title (f->loaded->journey, "First");
  expected = journal_test_die (f);
  g_assert_true (g_file_get_contents (log, &whole, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, payloads[i], -1);
      g_autofree char *text = g_strdup_printf ("%s%08zx %s\n%s\n", whole, strlen (payloads[i]),
                                               hash, payloads[i]);
      g_autoptr (EtpRecoverable) found = NULL;

      g_test_message ("%s", payloads[i]);
      file_test_write (log, text);
      found = journal_test_find ();
      g_assert_cmpuint (found->n_commits, ==, 1);
      g_assert_true (found->is_damaged);
      g_assert_cmpuint (found->n_lost, ==, 1);
      g_assert_cmpstr (found->title, ==, "First");
    }
  journal_test_assert_recovered (f, expected);
}

/* Any edit that there is, undo and redo: all can be replayed. */
static void
test_random (JournalTest *f, gconstpointer data)
{
  guint32 seed = g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  EtpHistory *history = etp_journey_get_history (f->loaded->journey);
  g_autoptr (GBytes) expected = NULL;

  g_test_message ("seed %u", seed);
  etp_journey_seed_ids (f->loaded->journey, seed);
  for (int round = 0; round < 10; round++)
    {
      etp_test_random_edits (f->loaded->journey, random, ETP_N_VERBS);
      for (int n = g_rand_int_range (random, 0, 40); n > 0; n--)
        etp_history_undo (history);
      for (int n = g_rand_int_range (random, 0, 20); n > 0; n--)
        etp_history_redo (history);
    }
  journal_test_set_title (f->loaded->journey, "The end");
  g_assert_null (etp_journal_get_error (f->journal));
  expected = journal_test_die (f);
  journal_test_assert_recovered (f, expected);
}

int
main (int argc, char *argv[])
{
  int status;

  journal_test_init ();
  g_test_init (&argc, &argv, NULL);
  JOURNAL_TEST_ADD ("/journal/recovered", test_recovered);
  g_test_add ("/journal/untitled", JournalTest, NULL, journal_test_set_up_untitled, test_recovered,
              journal_test_tear_down);
  JOURNAL_TEST_ADD ("/journal/recovered-twice", test_recovered_twice);
  JOURNAL_TEST_ADD ("/journal/no-edit", test_no_edit);
  JOURNAL_TEST_ADD ("/journal/moved-afterwards", test_no_edit_gone);
  g_test_add ("/journal/gone-while-open", JournalTest, "known", journal_test_set_up,
              test_no_edit_gone, journal_test_tear_down);
  JOURNAL_TEST_ADD ("/journal/kept", test_kept);
  JOURNAL_TEST_ADD ("/journal/begun-late", test_begun_late);
  JOURNAL_TEST_ADD ("/journal/undone", test_undone);
  g_test_add ("/journal/untitled-undone", JournalTest, NULL, journal_test_set_up_untitled,
              test_undone, journal_test_tear_down);
  JOURNAL_TEST_ADD ("/journal/saved-already", test_saved_already);
  JOURNAL_TEST_ADD ("/journal/changed-base", test_changed_base);
  JOURNAL_TEST_ADD ("/journal/discard", test_discard);
  JOURNAL_TEST_ADD ("/journal/in-use", test_in_use);
  JOURNAL_TEST_ADD ("/journal/private", test_private);
  JOURNAL_TEST_ADD ("/journal/torn", test_torn);
  JOURNAL_TEST_ADD ("/journal/goes-on-after-torn", test_goes_on_after_torn);
  JOURNAL_TEST_ADD ("/journal/unfinished", test_unfinished);
  JOURNAL_TEST_ADD ("/journal/damaged-length", test_damaged_length);
  JOURNAL_TEST_ADD ("/journal/damaged", test_damaged);
  JOURNAL_TEST_ADD ("/journal/misfit", test_misfit);
  JOURNAL_TEST_ADD ("/journal/random", test_random);
  status = g_test_run ();
  journal_test_clean_up ();
  return status;
}
