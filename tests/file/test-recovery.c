/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-recovery.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "etp-test-build.h"
#include "etp-test-random.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "file/etp-writer.h"
#include "file-test.h"
#include "journal-test.h"
#include "remote.h"

/* Programs that really die. The child is this program again (with --child SEED): it edits an
 * untitled map for ever and says on its standard output how many rounds are committed. What it
 * does follows from the seed alone, so the parent can do the same and compare every byte. */

#define KILLS 20
#define LONG_KILLS 1000

#define STEPS 5

/* A round is three random verbs, sometimes an undo, and the number of the round as title. Each step
 * is one commit, or none. */
static void
edit_step (EtpJourney *journey, GRand *random, guint round, guint step)
{
  g_autofree char *title = g_strdup_printf ("%u", round);

  /* What is merged for undo depends on the time; here nothing shall. */
  etp_history_end_coalescing (etp_journey_get_history (journey));
  if (step < 3)
    etp_test_random_verb (journey, random, (EtpVerb) g_rand_int_range (random, 0, ETP_N_VERBS));
  else if (step == 3 && round % 5 == 0)
    etp_history_undo (etp_journey_get_history (journey));
  else if (step == 4)
    journal_test_set_title (journey, title);
}

static void
edit_round (EtpJourney *journey, GRand *random, guint round)
{
  for (guint step = 0; step < STEPS; step++)
    edit_step (journey, random, round, step);
}

static EtpLoaded *
load_sample (guint32 seed)
{
  g_autoptr (EtpJourney) sample = etp_test_journey_new_sample ();
  g_autoptr (GBytes) bytes = etp_write_journey (sample);
  EtpLoaded *loaded = file_test_load (bytes);

  etp_journey_seed_ids (loaded->journey, seed);
  return loaded;
}

static int
run_child (guint32 seed)
{
  g_autoptr (EtpLoaded) loaded = load_sample (seed);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpJournal)
      journal = etp_journal_new (loaded->journey, NULL, NULL, loaded->bytes, 0, &error);

  g_assert_no_error (error);
  for (guint round = 1;; round++)
    {
      guint32 done = round;

      edit_round (loaded->journey, random, round);
      if (write (STDOUT_FILENO, &done, sizeof done) != sizeof done)
        return 1;
    }
}

typedef struct
{
  pid_t pid;
  int answers;
} Child;

static Child
start_child (guint32 seed)
{
  g_autofree char *number = g_strdup_printf ("%u", seed);
  int ends[2];
  Child child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child.pid = fork ();
  g_assert_cmpint (child.pid, >=, 0);
  if (child.pid == 0)
    {
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      execl ("/proc/self/exe", "test-recovery", "--child", number, NULL);
      _exit (127);
    }
  close (ends[1]);
  child.answers = ends[0];
  return child;
}

static gboolean
read_round (Child *child, guint *round)
{
  guint32 number;
  gsize got = 0;

  while (got < sizeof number)
    {
      gssize n = read (child->answers, (char *) &number + got, sizeof number - got);

      if (n <= 0)
        return FALSE;
      got += (gsize) n;
    }
  *round = number;
  return TRUE;
}

/* Kills it; round becomes the last one that it had said. */
static void
kill_child (Child *child, guint *round)
{
  int status;

  g_assert_cmpint (kill (child->pid, SIGKILL), ==, 0);
  while (read_round (child, round))
    continue;
  close (child->answers);
  g_assert_cmpint (waitpid (child->pid, &status, 0), ==, child->pid);
  g_assert_true (WIFSIGNALED (status));
}

static gboolean
is_written_like (EtpJourney *journey, GBytes *bytes)
{
  g_autoptr (GBytes) written = etp_write_journey (journey);

  return g_bytes_equal (written, bytes);
}

/* The journey is what the child's was after the last round that it said, or after some step of the
 * next one; nothing before, nothing between. */
static void
check_state (EtpJourney *recovered, guint32 seed, guint said)
{
  g_autoptr (EtpLoaded) mine = load_sample (seed);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GBytes) theirs = etp_write_journey (recovered);
  gboolean is_equal;

  g_test_message ("seed %u: killed after %u rounds", seed, said);
  for (guint round = 1; round <= said; round++)
    edit_round (mine->journey, random, round);
  is_equal = is_written_like (mine->journey, theirs);
  for (guint step = 0; step < STEPS && !is_equal; step++)
    {
      edit_step (mine->journey, random, said + 1, step);
      is_equal = is_written_like (mine->journey, theirs);
    }
  g_assert_true (is_equal);
}

static void
kill_once (guint32 seed, guint rounds)
{
  Child child = start_child (seed);
  g_autoptr (EtpRecoverable) found = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (EtpJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  guint said = 0;

  while (said < rounds)
    g_assert_true (read_round (&child, &said));
  kill_child (&child, &said);
  found = journal_test_find ();
  loaded = etp_recovery_recover (found, &journal, &error);
  g_assert_no_error (error);
  check_state (loaded->journey, seed, said);
  etp_journal_close (journal);
}

static void
test_kill (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int kills = file_test_is_long () ? LONG_KILLS : KILLS;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < kills; i++)
    kill_once (g_rand_int (random), (guint) g_rand_int_range (random, 1, 60));
  g_assert_cmpuint (journal_test_count_folders (), ==, 0);
}

/* Two programs: what a running one holds is not offered; after its death it is, and only one of
 * those who want it gets it. */
static void
test_two_programs (void)
{
  Child child = start_child (7);
  g_autoptr (EtpRecoverable) found = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (EtpJournal) journal = NULL, second = NULL;
  g_autoptr (GError) error = NULL;
  guint said = 0;

  while (said < 3)
    g_assert_true (read_round (&child, &said));
  journal_test_assert_nothing ();
  g_assert_cmpuint (journal_test_count_folders (), ==, 1);
  kill_child (&child, &said);
  found = journal_test_find ();
  loaded = etp_recovery_recover (found, &journal, &error);
  g_assert_no_error (error);
  g_assert_null (etp_recovery_recover (found, &second, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_IN_USE);
  etp_journal_close (journal);
}

/* Journals of several dead programs do not get in each other's way; the newest comes first. */
static void
test_several (void)
{
  g_autoptr (GPtrArray) list = NULL;

  for (guint32 seed = 1; seed <= 3; seed++)
    {
      Child child = start_child (seed);
      guint said = 0;

      while (said < seed)
        g_assert_true (read_round (&child, &said));
      kill_child (&child, &said);
    }
  list = etp_recovery_list ();
  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      EtpRecoverable *found = list->pdata[i];

      if (i > 0)
        g_assert_cmpint (found->time, <, ((EtpRecoverable *) list->pdata[i - 1])->time);
      g_assert_true (etp_recovery_discard (found, NULL));
    }
  g_assert_cmpuint (journal_test_count_folders (), ==, 0);
}

/* Another map of a program that died, whose file that is; in it something was done. */
static void
leave_another (GFile *file, const char *etag)
{
  g_autoptr (EtpLoaded) loaded = load_sample (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpJournal)
      journal = etp_journal_new (loaded->journey, file, etag, loaded->bytes, 0, &error);

  g_assert_no_error (error);
  journal_test_set_title (loaded->journey, "another");
}

/* Both maps are listed, that of the fixture too. */
static void
assert_both (gboolean other_differs)
{
  g_autoptr (GPtrArray) list = etp_recovery_list ();

  g_assert_cmpuint (list->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const EtpRecoverable *found = list->pdata[i];
      const gboolean is_other = g_str_equal (found->title, "another");

      g_assert_true (is_other || g_str_equal (found->title, "half done"));
      g_assert_cmpint (found->disk_differs, ==, is_other && other_differs);
    }
}

static void
discard_all (void)
{
  g_autoptr (GPtrArray) list = etp_recovery_list ();

  for (guint i = 0; i < list->len; i++)
    g_assert_true (etp_recovery_discard (list->pdata[i], NULL));
}

/* A pipe lies where the file was: nobody waits for somebody to write into it. */
static void
test_pipe (JournalTest *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "pipe.journey", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  journal_test_set_title (f->loaded->journey, "half done");
  g_bytes_unref (journal_test_die (f));
  leave_another (file, "");
  assert_both (TRUE);
  discard_all ();
}

static GFile *
get_remote (GVfs *vfs, const char *uri, gpointer remote)
{
  return g_object_ref (remote);
}

/* A map on a share that does not answer any more, and does not let whoever asks give up either, is listed
 * without what is not known, and keeps no other from being listed or brought back. */
static void
test_share_hangs (JournalTest *f, gconstpointer data)
{
  Remote *remote = g_object_new (TYPE_REMOTE, NULL);

  g_assert_true (g_vfs_register_uri_scheme (g_vfs_get_default (), "davs", get_remote, remote, NULL,
                                            NULL, NULL, NULL));
  journal_test_set_title (f->loaded->journey, "half done");
  g_bytes_unref (journal_test_die (f));
  leave_another (G_FILE (remote), "\"0\"");
  g_mutex_lock (&remote->away);
  assert_both (FALSE);
  g_mutex_unlock (&remote->away);
  assert_both (TRUE);
  discard_all ();
  g_vfs_unregister_uri_scheme (g_vfs_get_default (), "davs");
  g_object_unref (remote);
}

static gboolean has_no_threads; /* for anybody who asks for one */

/* Stands in for that of the C library. */
int
pthread_create (pthread_t *thread,
                const pthread_attr_t *attributes,
                void *(*func) (void *data),
                void *data)
{
  __typeof__ (pthread_create) *real;

  if (has_no_threads)
    return EAGAIN;
  real = (__typeof__ (pthread_create) *) dlsym (RTLD_NEXT, "pthread_create");
  return real (thread, attributes, func, data);
}

/* Where the machine has no thread left nobody asks for the files, and the maps are listed all the same. */
static void
test_no_threads (JournalTest *f, gconstpointer data)
{
  journal_test_set_title (f->loaded->journey, "half done");
  g_bytes_unref (journal_test_die (f));
  leave_another (f->file, "");
  has_no_threads = TRUE;
  assert_both (FALSE);
  has_no_threads = FALSE;
  assert_both (TRUE);
  discard_all ();
}

typedef struct
{
  GFile *file;
  gint must_end; /* atomic */
} Looker;

static gpointer
look_for_ever (gpointer data)
{
  Looker *looker = data;

  while (!g_atomic_int_get (&looker->must_end))
    g_assert_false (etp_recovery_is_open_elsewhere (looker->file));
  return NULL;
}

/* A window that was just opened looks in a thread whether its file is open elsewhere; what another
 * crash left of that file can be brought back meanwhile. */
static void
test_while_another_looks (JournalTest *f, gconstpointer data)
{
  Looker looker = { .file = f->file };
  g_autoptr (EtpRecoverable) found = NULL;
  GThread *thread;

  journal_test_set_title (f->loaded->journey, "half done");
  g_bytes_unref (journal_test_die (f));
  found = journal_test_find ();
  thread = g_thread_new ("looker", look_for_ever, &looker);
  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpJournal) journal = NULL;
      g_autoptr (EtpLoaded) loaded = etp_recovery_recover (found, &journal, &error);

      g_assert_no_error (error);
      g_assert_nonnull (loaded);
    }
  g_atomic_int_set (&looker.must_end, 1);
  g_thread_join (thread);
  g_assert_true (etp_recovery_discard (found, NULL));
}

/* What was asked for in a worker and came. */
typedef struct
{
  EtpLoaded *loaded;
  EtpJournal *journal;
  GError *error;
  gboolean is_done;
} Answer;

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->loaded = etp_recovery_recover_finish (result, &answer->journal, &answer->error);
  answer->is_done = TRUE;
}

/* A map is brought back in a worker, once: whoever asks for it as well is told that it is in use. What
 * came is as it was last, and goes on being recorded. */
static void
test_worker (JournalTest *f, gconstpointer data)
{
  Answer answers[2] = { 0 };
  g_autoptr (EtpRecoverable) found = NULL;
  g_autoptr (GBytes) expected = NULL;
  const Answer *first;

  journal_test_set_title (f->loaded->journey, "half done");
  expected = journal_test_die (f);
  found = journal_test_find ();
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    etp_recovery_recover_async (found, on_recovered, &answers[i]);
  g_assert_false (answers[0].is_done);
  while (!answers[0].is_done || !answers[1].is_done)
    g_main_context_iteration (NULL, TRUE);

  first = answers[0].loaded != NULL ? &answers[0] : &answers[1];
  g_assert_no_error (first->error);
  g_assert_true (is_written_like (first->loaded->journey, expected));
  journal_test_set_title (first->loaded->journey, "done");
  g_assert_no_error (etp_journal_get_error (first->journal));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (&answers[i] != first)
      {
        g_assert_null (answers[i].loaded);
        g_assert_null (answers[i].journal);
        g_assert_error (answers[i].error, ETP_FILE_ERROR, ETP_FILE_ERROR_IN_USE);
      }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_clear_pointer (&answers[i].loaded, etp_loaded_free);
      g_clear_object (&answers[i].journal);
      g_clear_error (&answers[i].error);
    }
  g_assert_true (etp_recovery_discard (found, NULL));
}

int
main (int argc, char *argv[])
{
  int status;

  journal_test_init ();
  if (argc == 3 && strcmp (argv[1], "--child") == 0)
    return run_child ((guint32) g_ascii_strtoull (argv[2], NULL, 10));
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/kill", test_kill);
  g_test_add_func ("/recovery/two-programs", test_two_programs);
  g_test_add_func ("/recovery/several", test_several);
  JOURNAL_TEST_ADD ("/recovery/pipe", test_pipe);
  JOURNAL_TEST_ADD ("/recovery/share-hangs", test_share_hangs);
  JOURNAL_TEST_ADD ("/recovery/no-threads", test_no_threads);
  JOURNAL_TEST_ADD ("/recovery/while-another-looks", test_while_another_looks);
  JOURNAL_TEST_ADD ("/recovery/worker", test_worker);
  status = g_test_run ();
  journal_test_clean_up ();
  return status;
}
