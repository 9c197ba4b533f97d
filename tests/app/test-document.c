/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-document.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "file/etp-recovery.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

#define BYTES "{\"format\": \"etappe-journey\", \"version\": 1, \"title\": \"Before\"}"

typedef struct
{
  char *folder; /* owned */
  GFile *file; /* owned */
  EtpDocument *document; /* owned */
  gboolean is_done, is_saved; /* the last save */
  GError *error; /* of the last save */
} Fixture;

static gboolean is_full; /* the disk */

/* Stands in for that of the C library. */
ssize_t
write (int fd, const void *buffer, size_t length)
{
  struct stat st;

  if (is_full && fstat (fd, &st) == 0 && S_ISREG (st.st_mode))
    {
      errno = ENOSPC;
      return -1;
    }
  return syscall (SYS_write, fd, buffer, length);
}

static GFile *
get_file (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
assert_file (GFile *file, const char *word)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, word));
}

static void
set_up (Fixture *f, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES, strlen (BYTES));

  f->folder = g_dir_make_tmp ("etappe-document-XXXXXX", NULL);
  f->file = get_file (f, "a.journey");
  g_file_replace_contents (f->file, BYTES, strlen (BYTES), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                           NULL, &error);
  g_assert_no_error (error);
  loaded = g_strcmp0 (kind, "untitled") == 0 ? etp_load_bytes (bytes, NULL, &error)
                                             : etp_load_file (f->file, NULL, NULL, &error);
  g_assert_no_error (error);
  f->document = etp_document_new (loaded);
  g_assert_no_error (etp_document_get_journal_error (f->document));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->document != NULL)
    etp_document_close (f->document);
  g_clear_object (&f->document);
  g_clear_object (&f->file);
  g_clear_error (&f->error);
  remove_folder (f->folder);
  g_free (f->folder);
}

static void
edit (Fixture *f, const char *title)
{
  EtpJourney *journey = etp_document_get_journey (f->document);
  g_autoptr (GError) error = NULL;

  etp_edit_set_text (journey, ETP_NODE (journey), ETP_JOURNEY_TITLE, title, &error);
  g_assert_no_error (error);
  etp_history_end_coalescing (etp_journey_get_history (journey));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *f = user_data;

  g_clear_error (&f->error);
  f->is_saved = etp_document_save_finish (ETP_DOCUMENT (source), result, &f->error);
  f->is_done = TRUE;
}

static void
wait_for_save (Fixture *f)
{
  while (!f->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
save (Fixture *f, GFile *file, EtpSaveFlags flags)
{
  f->is_done = FALSE;
  etp_document_save_async (f->document, file, flags, on_saved, f);
  wait_for_save (f);
  return f->is_saved;
}

static guint
count_recoverable (void)
{
  g_autoptr (GPtrArray) list = etp_recovery_list ();

  return list->len;
}

static void
test_modified (Fixture *f, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (etp_document_get_journey (f->document));

  g_assert_false (etp_document_is_modified (f->document));
  edit (f, "Once");
  g_assert_true (etp_document_is_modified (f->document));
  etp_history_undo (history);
  g_assert_false (etp_document_is_modified (f->document));
  etp_history_redo (history);
  g_assert_true (save (f, NULL, ETP_SAVE_NONE));
  g_assert_false (etp_document_is_modified (f->document));
  assert_file (f->file, "Once");
  etp_history_undo (history);
  g_assert_true (etp_document_is_modified (f->document));
}

static void
count (EtpDocument *document, guint *n)
{
  (*n)++;
}

static void
wait_for_disk (Fixture *f, EtpMonitorState state)
{
  etp_document_check_disk (f->document);
  while (etp_document_get_disk_state (f->document) != state)
    g_main_context_iteration (NULL, TRUE);
}

/* What is open is the only copy as long as its file is away: that counts as modified, and is told. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) away = get_file (f, "away.journey");
  guint n = 0;

  g_signal_connect (f->document, "changed", G_CALLBACK (count), &n);
  g_assert_true (g_file_move (f->file, away, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_GONE);
  g_assert_true (etp_document_is_modified (f->document));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (g_file_move (away, f->file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_SAME);
  g_assert_false (etp_document_is_modified (f->document));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (g_file_delete (f->file, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_GONE);
  g_assert_true (save (f, NULL, ETP_SAVE_NEW | ETP_SAVE_CHANGED_ON_DISK));
  g_assert_false (etp_document_is_modified (f->document));
}

/* As if the program had died: there is one map to bring back, with that title. */
static void
assert_recoverable (Fixture *f, const char *title)
{
  g_autoptr (GPtrArray) list = NULL;

  g_clear_object (&f->document);
  list = etp_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((EtpRecoverable *) list->pdata[0])->title, ==, title);
  g_assert_true (etp_recovery_discard (list->pdata[0], NULL));
}

/* What is done while a save is under way stays modified, and is in the journal. */
static void
test_edit_meanwhile (Fixture *f, gconstpointer data)
{
  edit (f, "Saved");
  f->is_done = FALSE;
  etp_document_save_async (f->document, NULL, ETP_SAVE_NONE, on_saved, f);
  g_assert_true (etp_document_is_saving (f->document));
  edit (f, "Later");
  wait_for_save (f);
  g_assert_true (f->is_saved);
  g_assert_true (etp_document_is_modified (f->document));
  g_assert_false (etp_document_is_saving (f->document));
  assert_file (f->file, "Saved");
  assert_recoverable (f, "Later");
}

/* What was kept against somebody else's changes is in no file, though nothing was done in it. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  g_file_replace_contents (f->file, "theirs, longer", 14, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                           NULL, &error);
  g_assert_no_error (error);
  etag = etp_etag_query (f->file, NULL, NULL, NULL);
  etp_document_accept_disk (f->document, etag, FALSE);
  assert_recoverable (f, "Before");
}

/* Nor is what was open when its file was deleted. */
static void
test_gone_and_dead (Fixture *f, gconstpointer data)
{
  g_assert_true (g_file_delete (f->file, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_GONE);
  assert_recoverable (f, "Before");
}

/* Once the file is back as it was, nothing is lost; whatever becomes of it later. */
static void
test_back_and_dead (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) away = get_file (f, "away.journey");

  g_assert_true (g_file_move (f->file, away, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_GONE);
  g_assert_true (g_file_move (away, f->file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_SAME);
  g_assert_true (g_file_replace_contents (f->file, "theirs, longer", 14, NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
  g_clear_object (&f->document);
  g_assert_cmpuint (count_recoverable (), ==, 0);
}

/* What was done while the file was away is in no file yet. */
static void
test_edited_while_away (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) away = get_file (f, "away.journey");

  g_assert_true (g_file_move (f->file, away, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_GONE);
  edit (f, "While it was away");
  g_assert_true (g_file_move (away, f->file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_SAME);
  assert_recoverable (f, "While it was away");
}

/* What was closed has no journal any more, though somebody holds it yet: neither what becomes of its file nor
 * a save that was under way brings it one. */
static void
test_closed (Fixture *f, gconstpointer data)
{
  f->is_done = FALSE;
  edit (f, "Saved");
  etp_document_save_async (f->document, NULL, ETP_SAVE_NONE, on_saved, f);
  edit (f, "Given up");
  etp_document_close (f->document);
  wait_for_save (f);
  g_assert_true (f->is_saved);
  g_assert_true (g_file_delete (f->file, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_GONE);
  g_clear_object (&f->document);
  g_assert_cmpuint (count_recoverable (), ==, 0);
}

static char *
get_recovery_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "etappe", "recovery", NULL);
}

/* There is no room for a journal of what is in no file any more: the one that there is stays, and goes on. */
static void
test_gone_and_full (Fixture *f, gconstpointer data)
{
  guint n_told = 0;

  g_signal_connect (f->document, "unprotected", G_CALLBACK (count), &n_told);
  edit (f, "Mine");
  g_assert_true (g_file_delete (f->file, NULL, NULL));
  is_full = TRUE;
  wait_for_disk (f, ETP_MONITOR_GONE);
  is_full = FALSE;
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_error (etp_document_get_journal_error (f->document), ETP_FILE_ERROR,
                  ETP_FILE_ERROR_NO_SPACE);
  if (data == NULL)
    {
      edit (f, "More");
      assert_recoverable (f, "More");
      return;
    }
  g_assert_true (save (f, NULL, ETP_SAVE_NEW | ETP_SAVE_CHANGED_ON_DISK));
  g_assert_no_error (etp_document_get_journal_error (f->document));
  edit (f, "Later");
  assert_recoverable (f, "Later");
}

/* The person keeps what is open against a file that came in the place of one that went: the journal is all that
 * there is of it, also where there is no room for another one. */
static void
test_kept_and_full (Fixture *f, gconstpointer data)
{
  g_autofree char *etag = NULL;

  g_assert_true (g_file_delete (f->file, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_GONE);
  g_assert_true (g_file_set_contents (g_file_peek_path (f->file), "theirs, longer", -1, NULL));
  etag = etp_etag_query (f->file, NULL, NULL, NULL);
  is_full = TRUE;
  etp_document_accept_disk (f->document, etag, FALSE);
  is_full = FALSE;
  g_assert_error (etp_document_get_journal_error (f->document), ETP_FILE_ERROR,
                  ETP_FILE_ERROR_NO_SPACE);
  assert_recoverable (f, "Before");
}

/* Somebody else wrote what is open: nothing of it is to be brought back. */
static void
test_same_and_dead (Fixture *f, gconstpointer data)
{
  g_autofree char *etag = NULL;

  edit (f, "Mine");
  g_assert_true (g_file_set_contents (g_file_peek_path (f->file), "as if the same", -1, NULL));
  wait_for_disk (f, ETP_MONITOR_CHANGED);
  etag = etp_etag_query (f->file, NULL, NULL, NULL);
  etp_document_accept_disk (f->document, etag, TRUE);
  g_clear_object (&f->document);
  g_assert_cmpuint (count_recoverable (), ==, 0);
}

/* The file is back, and there is no room to begin the journal anew: the one that there is goes on. */
static void
test_back_and_full (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) away = get_file (f, "away.journey");

  g_assert_true (g_file_move (f->file, away, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_GONE);
  g_assert_true (g_file_move (away, f->file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  is_full = TRUE;
  wait_for_disk (f, ETP_MONITOR_SAME);
  is_full = FALSE;
  edit (f, "Later");
  assert_recoverable (f, "Later");
}

/* Once there is room and the journal could begin anew, it is no longer told that there is none; whether
 * something was done meanwhile or not. */
static void
test_full_and_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) away = get_file (f, "away.journey");

  g_assert_true (g_file_move (f->file, away, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  is_full = TRUE;
  wait_for_disk (f, ETP_MONITOR_GONE);
  is_full = FALSE;
  g_assert_nonnull (etp_document_get_journal_error (f->document));
  if (data != NULL)
    edit (f, data);
  g_assert_true (g_file_move (away, f->file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_SAME);
  g_assert_no_error (etp_document_get_journal_error (f->document));
  if (data == NULL)
    edit (f, "Later");
  assert_recoverable (f, data != NULL ? data : "Later");
}

/* A journal that cannot begin anew is followed by one in a folder of its own, which records what comes. */
static void
test_gone_with_journal (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = get_recovery_folder ();

  remove_folder (recovery);
  g_assert_true (g_file_delete (f->file, NULL, NULL));
  wait_for_disk (f, ETP_MONITOR_GONE);
  g_assert_no_error (etp_document_get_journal_error (f->document));
  edit (f, "Later");
  assert_recoverable (f, "Later");
}

/* The journal could not be made when the map was opened, and can be when it is saved: what was done
 * during that save is in it. */
static void
test_late_journal (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = get_recovery_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file (f->file, NULL, NULL, &error);

  g_assert_no_error (error);
  etp_document_close (f->document);
  g_object_unref (f->document);
  g_assert_cmpint (g_rmdir (recovery), ==, 0);
  g_assert_true (g_file_set_contents (recovery, "in the way", -1, NULL));
  f->document = etp_document_new (loaded);
  g_assert_nonnull (etp_document_get_journal_error (f->document));
  g_assert_cmpint (g_unlink (recovery), ==, 0);
  edit (f, "Saved");
  f->is_done = FALSE;
  etp_document_save_async (f->document, NULL, ETP_SAVE_NONE, on_saved, f);
  edit (f, "Later");
  wait_for_save (f);
  g_assert_no_error (etp_document_get_journal_error (f->document));
  assert_recoverable (f, "Later");
}

/* Whoever tidies up takes the journal away: the next save gives the map another one, or says that it has
 * none. */
static void
test_journal_removed (Fixture *f, gconstpointer can_be_made)
{
  g_autofree char *recovery = get_recovery_folder ();
  guint n_told = 0;

  g_signal_connect (f->document, "unprotected", G_CALLBACK (count), &n_told);
  edit (f, "Saved");
  remove_folder (recovery);
  if (can_be_made == NULL)
    g_assert_true (g_file_set_contents (recovery, "in the way", -1, NULL));
  g_assert_true (save (f, NULL, ETP_SAVE_NONE));
  edit (f, "Later");
  if (can_be_made != NULL)
    {
      g_assert_no_error (etp_document_get_journal_error (f->document));
      g_assert_cmpuint (n_told, ==, 0);
      assert_recoverable (f, "Later");
      return;
    }
  g_assert_nonnull (etp_document_get_journal_error (f->document));
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpint (g_unlink (recovery), ==, 0);
}

/* Two saves in a row: the second one finds the file as the first one left it. */
static void
test_two_saves (Fixture *f, gconstpointer data)
{
  edit (f, "One");
  etp_document_save_async (f->document, NULL, ETP_SAVE_NONE, on_saved, f);
  edit (f, "Two");
  f->is_done = FALSE;
  etp_document_save_async (f->document, NULL, ETP_SAVE_NONE, on_saved, f);
  while (etp_document_is_saving (f->document))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (f->error);
  assert_file (f->file, "Two");
  g_assert_false (etp_document_is_modified (f->document));
}

static void
test_failure (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) nowhere = get_file (f, "no/such/folder.journey");

  edit (f, "Changed");
  g_assert_false (save (f, nowhere, ETP_SAVE_NONE));
  g_assert_error (f->error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_FOUND);
  g_assert_true (etp_document_is_modified (f->document));
  g_assert_true (g_file_equal (etp_document_get_file (f->document), f->file));
  g_assert_true (save (f, NULL, ETP_SAVE_NONE));
}

static void
test_conflict (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) other = get_file (f, "b.journey");
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  edit (f, "Mine");
  g_file_replace_contents (f->file, "theirs, longer", 14, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                           NULL, &error);
  g_assert_no_error (error);
  g_assert_false (save (f, NULL, ETP_SAVE_NONE));
  g_assert_error (f->error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK);
  assert_file (f->file, "theirs");
  g_assert_true (save (f, other, ETP_SAVE_NONE));
  assert_file (f->file, "theirs");
  assert_file (other, "Mine");
  g_assert_true (g_file_equal (etp_document_get_file (f->document), other));

  g_file_replace_contents (other, "theirs, longer", 14, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
  etag = etp_etag_query (other, NULL, NULL, NULL);
  etp_document_accept_disk (f->document, etag, FALSE);
  g_assert_true (etp_document_is_modified (f->document));
  g_assert_true (save (f, NULL, ETP_SAVE_NONE));
  assert_file (other, "Mine");
}

/* Two programs that have one file open under two names do not overwrite each other's work. */
static void
test_two_names (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) link = get_file (f, "link.journey");
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  EtpDocument *first = f->document;

  g_assert_true (g_file_make_symbolic_link (link, "a.journey", NULL, &error));
  loaded = etp_load_file (link, NULL, NULL, &error);
  g_assert_no_error (error);
  f->document = etp_document_new (loaded);
  edit (f, "Through the link");
  g_assert_true (save (f, NULL, ETP_SAVE_NONE));
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
  assert_file (f->file, "Through the link");
  etp_document_close (f->document);
  g_object_unref (f->document);

  f->document = first;
  edit (f, "By name");
  g_assert_false (save (f, NULL, ETP_SAVE_NONE));
  g_assert_error (f->error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK);
  g_assert_false (save (f, link, ETP_SAVE_NONE));
  g_assert_error (f->error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK);
  assert_file (f->file, "Through the link");
  g_assert_true (etp_document_is_modified (f->document));
}

/* What cannot be replaced, or not without asking, stays as it is, and so does the document. */
static void
test_odd_targets (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *name;
    EtpFileError code;
  } targets[] = {
    { "pipe.journey", ETP_FILE_ERROR_FAILED },
    { "/dev/null", ETP_FILE_ERROR_FAILED },
    { "folder.journey", ETP_FILE_ERROR_IS_FOLDER },
    { "hard.journey", ETP_FILE_ERROR_HARD_LINKS },
  };
  g_autofree char *pipe = g_build_filename (f->folder, "pipe.journey", NULL);
  g_autofree char *folder = g_build_filename (f->folder, "folder.journey", NULL);
  g_autofree char *many = g_build_filename (f->folder, "many.journey", NULL);
  g_autofree char *hard = g_build_filename (f->folder, "hard.journey", NULL);
  g_autoptr (GFile) other = get_file (f, "many.journey");
  g_autoptr (GFile) last = get_file (f, "hard.journey");

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (many, "as it was", -1, NULL));
  g_assert_cmpint (link (many, hard), ==, 0);
  edit (f, "Changed");
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *path = g_canonicalize_filename (targets[i].name, f->folder);
      g_autoptr (GFile) target = g_file_new_for_path (path);

      g_test_message ("%s", path);
      g_assert_false (save (f, target, ETP_SAVE_NONE));
      g_assert_error (f->error, ETP_FILE_ERROR, (int) targets[i].code);
      g_assert_true (etp_document_is_modified (f->document));
      g_assert_true (g_file_equal (etp_document_get_file (f->document), f->file));
    }
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_true (save (f, last, ETP_SAVE_HARD_LINKS));
  assert_file (last, "Changed");
  assert_file (other, "as it was");
  g_assert_false (etp_document_is_modified (f->document));
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) copy = get_file (f, "copy.journey");

  edit (f, "Copied");
  f->is_done = FALSE;
  etp_document_save_copy_async (f->document, copy, TRUE, ETP_SAVE_NONE, on_saved, f);
  wait_for_save (f);
  g_assert_true (f->is_saved);
  assert_file (copy, "Copied");
  assert_file (f->file, "Before");
  g_assert_true (etp_document_is_modified (f->document));
  g_assert_true (g_file_equal (etp_document_get_file (f->document), f->file));
}

/* An untitled map survives a crash, and closing leaves nothing. */
static void
test_untitled (Fixture *f, gconstpointer data)
{
  g_assert_null (etp_document_get_file (f->document));
  edit (f, "Untitled");
  g_clear_object (&f->document);
  g_assert_cmpuint (count_recoverable (), ==, 1);
  {
    g_autoptr (GPtrArray) list = etp_recovery_list ();
    g_autoptr (EtpJournal) journal = NULL;
    g_autoptr (EtpLoaded) loaded = etp_recovery_recover (list->pdata[0], &journal, NULL);

    f->document = etp_document_new_recovered (loaded, g_steal_pointer (&journal));
  }
  g_assert_true (etp_document_is_modified (f->document));
  g_assert_true (save (f, f->file, ETP_SAVE_NONE));
  assert_file (f->file, "Untitled");
  g_assert_false (etp_document_is_modified (f->document));
  etp_document_close (f->document);
  g_clear_object (&f->document);
  g_assert_cmpuint (count_recoverable (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("etappe-state-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/app/document/modified", test_modified, NULL);
  ADD ("/app/document/gone", test_gone, NULL);
  ADD ("/app/document/edit-meanwhile", test_edit_meanwhile, NULL);
  ADD ("/app/document/kept", test_kept, NULL);
  ADD ("/app/document/gone-and-dead", test_gone_and_dead, NULL);
  ADD ("/app/document/back-and-dead", test_back_and_dead, NULL);
  ADD ("/app/document/edited-while-away", test_edited_while_away, NULL);
  ADD ("/app/document/closed", test_closed, NULL);
  ADD ("/app/document/gone-and-full", test_gone_and_full, NULL);
  ADD ("/app/document/gone-full-saved", test_gone_and_full, "saved");
  ADD ("/app/document/kept-and-full", test_kept_and_full, NULL);
  ADD ("/app/document/same-and-dead", test_same_and_dead, NULL);
  ADD ("/app/document/back-and-full", test_back_and_full, NULL);
  ADD ("/app/document/full-and-back", test_full_and_back, NULL);
  ADD ("/app/document/full-edited-back", test_full_and_back, "While it was away");
  ADD ("/app/document/gone-with-journal", test_gone_with_journal, NULL);
  ADD ("/app/document/late-journal", test_late_journal, NULL);
  ADD ("/app/document/journal-removed", test_journal_removed, "can be made");
  ADD ("/app/document/journal-refused", test_journal_removed, NULL);
  ADD ("/app/document/two-saves", test_two_saves, NULL);
  ADD ("/app/document/failure", test_failure, NULL);
  ADD ("/app/document/conflict", test_conflict, NULL);
  ADD ("/app/document/two-names", test_two_names, NULL);
  ADD ("/app/document/odd-targets", test_odd_targets, NULL);
  ADD ("/app/document/copy", test_copy, NULL);
  ADD ("/app/document/untitled", test_untitled, "untitled");
  status = g_test_run ();
  remove_folder (state);
  return status;
}
