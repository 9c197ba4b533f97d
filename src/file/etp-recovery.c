/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-recovery.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/etp-fields.h"
#include "etp-journal-private.h"
#include "etp-recovery-disk.h"
#include "etp-same-file.h"
#include "etp-writer.h"

/* What dead programs left behind. A folder belongs to whoever holds its lock, so each is looked at
 * under the lock and let go again. The documents are asked afterwards, all at once. */

/* A folder without a journal may be one that another program is just making. */
#define EMPTY_FOLDER_SECONDS 60
/* All documents together have so long to say what they are on disk, in tenths of a second. */
#define PATIENCE 30

/* Looking at a journal takes its lock: one thread of this program would hide it from the other, and
 * nobody could bring it back meanwhile. Nothing is waited for under it but the journals' own disk. */
static GMutex looking;

void
etp_recoverable_free (EtpRecoverable *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_clear_object (&self->file);
  g_free (self->title);
  g_free (self);
}

/* In microseconds: programs that die together leave journals of the same second. */
static gint64
get_time (const char *path)
{
  GStatBuf st;

  return g_stat (path, &st) == 0
             ? (gint64) st.st_mtim.tv_sec * G_USEC_PER_SEC + st.st_mtim.tv_nsec / 1000
             : 0;
}

static gboolean
is_old (const char *path)
{
  return g_get_real_time () - get_time (path) > EMPTY_FOLDER_SECONDS * G_USEC_PER_SEC;
}

/* TRUE if these bytes are a document that is written like the other one. */
static gboolean
says_the_same (GBytes *document, GBytes *canonical)
{
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (GBytes) written = NULL;

  if (g_bytes_equal (document, canonical))
    return TRUE;
  loaded = etp_load_bytes (document, NULL, NULL);
  if (loaded == NULL)
    return FALSE;
  written = etp_write_journey (loaded->journey);
  return g_bytes_equal (written, canonical);
}

/* Nothing was done, or it was undone, or it was saved before the journal could be exchanged. disk NULL:
 * the file is not known; or there is none. */
static gboolean
is_pointless (const EtpJournalReplay *replay, const EtpRecoveryDisk *disk)
{
  g_autoptr (GBytes) result = NULL;

  if (replay->is_damaged)
    return FALSE;
  if (replay->n_commits == 0)
    return TRUE;
  result = etp_write_journey (replay->journey);
  if (replay->header->file == NULL)
    return replay->header->n_commits == 0 && says_the_same (replay->header->base, result);
  return disk != NULL && disk->content != NULL && says_the_same (disk->content, result);
}

static EtpRecoverable *
describe (const char *folder, const EtpJournalReplay *replay, const EtpRecoveryDisk *disk)
{
  EtpRecoverable *found = g_new0 (EtpRecoverable, 1);
  g_autofree char *path = etp_journal_get_path (folder, replay->number);

  found->folder = g_strdup (folder);
  g_set_object (&found->file, replay->header->file);
  found->title = g_strdup (etp_node_get_text (replay->journey, ETP_JOURNEY_TITLE));
  found->time = get_time (path);
  found->n_commits = (guint) MIN (replay->n_commits, G_MAXUINT);
  found->is_torn = replay->is_torn;
  found->is_damaged = replay->is_damaged;
  found->n_lost = replay->n_lost;
  found->disk_differs = disk != NULL && !disk->is_same;
  found->is_gone = disk != NULL && disk->is_gone;
  return found;
}

static EtpRecoverable *
describe_damaged (const char *folder)
{
  EtpRecoverable *found = g_new0 (EtpRecoverable, 1);
  g_autoptr (GArray) numbers = etp_journal_list_numbers (folder);

  found->folder = g_strdup (folder);
  found->title = g_strdup ("");
  found->is_damaged = found->is_unreadable = TRUE;
  for (guint i = numbers->len; i-- > 0 && found->file == NULL;)
    {
      g_autofree char *path = etp_journal_get_path (folder, g_array_index (numbers, guint, i));
      g_autoptr (GBytes) log = NULL;
      char *content;
      gsize length;

      found->time = MAX (found->time, get_time (path));
      if (!g_file_get_contents (path, &content, &length, NULL))
        continue;
      log = g_bytes_new_take (content, length);
      found->file = etp_journal_read_file (log);
    }
  return found;
}

/* A journal that nobody uses. Its lock is not kept while its file is waited for. */
typedef struct
{
  char *folder; /* owned */
  EtpJournalReplay *replay; /* owned; NULL: there is nothing to bring back */
  EtpRecoveryAsk *ask; /* owned; NULL: there is no file */
} Glance;

static void
glance_free (Glance *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_clear_pointer (&self->replay, etp_journal_replay_free);
  g_clear_pointer (&self->ask, etp_recovery_ask_free);
  g_free (self);
}

/* NULL: in use, or empty. */
static Glance *
glance_at (const char *folder)
{
  EtpJournalLock *lock = etp_journal_lock_take (folder, NULL);
  g_autoptr (GError) error = NULL;
  Glance *glance;

  if (lock == NULL)
    {
      /* One whose maker died before the lock was there; it is empty or it stays. */
      if (is_old (folder))
        g_rmdir (folder);
      return NULL;
    }
  glance = g_new0 (Glance, 1);
  glance->folder = g_strdup (folder);
  glance->replay = etp_journal_replay (folder, &error);
  if (error == NULL || error->code == ETP_FILE_ERROR_DAMAGED)
    {
      etp_journal_lock_release (lock);
      return glance;
    }
  glance_free (glance);
  if (error->code == ETP_FILE_ERROR_NOT_FOUND && is_old (folder))
    etp_journal_lock_remove (lock);
  else
    etp_journal_lock_release (lock);
  return NULL;
}

static void
begin_asking (Glance *glance)
{
  const EtpJournalReplay *replay = glance->replay;

  /* Where nothing was done nothing depends on the answer. */
  if (replay != NULL && replay->header->file != NULL
      && (replay->n_commits > 0 || replay->is_damaged))
    glance->ask = etp_recovery_ask_new (replay->header->file, replay->header->etag,
                                        !replay->is_damaged);
}

/* Unless somebody was at work with it meanwhile. */
static void
remove_pointless (const Glance *glance)
{
  g_autoptr (EtpJournalReplay) replay = NULL;
  EtpJournalLock *lock;

  g_mutex_lock (&looking);
  lock = etp_journal_lock_take (glance->folder, NULL);
  if (lock != NULL)
    replay = etp_journal_replay (glance->folder, NULL);
  if (replay != NULL && replay->number == glance->replay->number
      && replay->length == glance->replay->length)
    etp_journal_lock_remove (lock);
  else if (lock != NULL)
    etp_journal_lock_release (lock);
  g_mutex_unlock (&looking);
}

/* NULL: there is nothing to bring back; then it is removed. */
static EtpRecoverable *
judge (const Glance *glance, guint *patience)
{
  const EtpJournalReplay *replay = glance->replay;
  const EtpRecoveryDisk *disk = NULL;

  if (replay == NULL)
    return describe_damaged (glance->folder);
  if (glance->ask != NULL)
    disk = etp_recovery_ask_wait (glance->ask, patience);
  if (is_pointless (replay, disk))
    {
      remove_pointless (glance);
      return NULL;
    }
  return describe (glance->folder, replay, disk);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const EtpRecoverable *x = *(EtpRecoverable *const *) a, *y = *(EtpRecoverable *const *) b;

  return (y->time > x->time) - (y->time < x->time);
}

static GPtrArray *
glance_around (void)
{
  GPtrArray *glances = g_ptr_array_new_with_free_func ((GDestroyNotify) glance_free);
  g_autofree char *root = etp_journal_get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      Glance *glance;

      g_mutex_lock (&looking);
      glance = glance_at (folder);
      g_mutex_unlock (&looking);
      if (glance == NULL)
        continue;
      begin_asking (glance);
      g_ptr_array_add (glances, glance);
    }
  return glances;
}

GPtrArray *
etp_recovery_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_recoverable_free);
  g_autoptr (GPtrArray) glances = glance_around ();
  guint patience = PATIENCE;

  for (guint i = 0; i < glances->len; i++)
    {
      EtpRecoverable *found = judge (glances->pdata[i], &patience);

      g_clear_pointer (&glances->pdata[i],
                       glance_free); /* a journey and a file, each of any size */
      if (found != NULL)
        g_ptr_array_add (list, found);
    }
  g_ptr_array_sort (list, compare_times);
  return list;
}

/* The journals of this program are left out by what their lock says. */
static gboolean
is_foreign (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  g_autofree char *owner = NULL;
  g_autoptr (GError) error = NULL;
  EtpJournalLock *lock;
  gboolean is_foreign;

  g_mutex_lock (&looking);
  lock = etp_journal_lock_take (folder, &error);
  if (lock != NULL)
    etp_journal_lock_release (lock);
  /* Another thread of this program may be about to write who it is. */
  is_foreign = g_error_matches (error, ETP_FILE_ERROR, ETP_FILE_ERROR_IN_USE)
               && g_file_get_contents (path, &owner, NULL, NULL)
               && g_ascii_strtoll (owner, NULL, 10) != (gint64) getpid ();
  g_mutex_unlock (&looking);
  return is_foreign;
}

static gboolean
is_journal_of (const char *folder, GFile *file)
{
  g_autoptr (GArray) numbers = etp_journal_list_numbers (folder);

  for (guint i = 0; i < numbers->len; i++)
    {
      g_autofree char *path = etp_journal_get_path (folder, g_array_index (numbers, guint, i));
      g_autoptr (EtpJournalAssets) assets = etp_journal_assets_new (folder, NULL);
      g_autoptr (EtpJournalHeader) header = NULL;
      g_autoptr (GBytes) log = NULL;
      char *content;
      gsize length, offset = 0;

      if (!g_file_get_contents (path, &content, &length, NULL))
        continue;
      log = g_bytes_new_take (content, length);
      header = etp_journal_read_header (log, &offset, assets);
      if (header != NULL && header->file != NULL && etp_same_file (header->file, file))
        return TRUE;
    }
  return FALSE;
}

gboolean
etp_recovery_is_open_elsewhere (GFile *file)
{
  g_autofree char *root = etp_journal_get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  gboolean is_open = FALSE;
  const char *name;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  while (!is_open && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);

      is_open = is_journal_of (folder, file) && is_foreign (folder);
    }
  return is_open;
}

static EtpJournalLock *
take_journal (const char *folder, GError **error)
{
  EtpJournalLock *lock;

  g_mutex_lock (&looking);
  lock = etp_journal_lock_take (folder, error);
  g_mutex_unlock (&looking);
  return lock;
}

static EtpLoaded *
recover (const char *folder, EtpJournal **journal, GError **error)
{
  EtpJournalLock *lock = take_journal (folder, error);
  g_autoptr (EtpJournalReplay) replay = NULL;
  EtpLoaded *loaded;

  if (lock == NULL)
    return NULL;
  replay = etp_journal_replay (folder, error);
  if (replay == NULL)
    {
      etp_journal_lock_release (lock);
      return NULL;
    }
  *journal = etp_journal_adopt (lock, replay, error);
  if (*journal == NULL)
    return NULL;
  loaded = g_new0 (EtpLoaded, 1);
  loaded->journey = g_object_ref (replay->journey);
  loaded->bytes = g_bytes_ref (replay->header->base);
  g_set_object (&loaded->file, replay->header->file);
  /* A state that is not known is not that of what is there by now. */
  loaded->etag = g_strdup (replay->header->etag);
  if (loaded->etag == NULL && loaded->file != NULL)
    loaded->etag = g_strdup ("");
  loaded->version = ETP_FORMAT_VERSION;
  return loaded;
}

EtpLoaded *
etp_recovery_recover (const EtpRecoverable *recoverable, EtpJournal **journal, GError **error)
{
  return recover (recoverable->folder, journal, error);
}

/* What the worker hands over. Until it is taken nothing writes to it, so it is let go anywhere. */
typedef struct
{
  EtpLoaded *loaded; /* owned */
  EtpJournal *journal; /* owned */
} Recovered;

static void
recovered_free (Recovered *self)
{
  g_clear_pointer (&self->loaded, etp_loaded_free);
  g_clear_object (&self->journal);
  g_free (self);
}

static void
recover_in_worker (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  Recovered *recovered = g_new0 (Recovered, 1);
  GError *error = NULL;

  recovered->loaded = recover (folder, &recovered->journal, &error);
  if (recovered->loaded != NULL)
    {
      g_task_return_pointer (task, recovered, (GDestroyNotify) recovered_free);
      return;
    }
  recovered_free (recovered);
  g_task_return_error (task, error);
}

void
etp_recovery_recover_async (const EtpRecoverable *recoverable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, etp_recovery_recover_async);
  g_task_set_task_data (task, g_strdup (recoverable->folder), g_free);
  g_task_run_in_thread (task, recover_in_worker);
}

EtpLoaded *
etp_recovery_recover_finish (GAsyncResult *result, EtpJournal **journal, GError **error)
{
  Recovered *recovered;
  EtpLoaded *loaded;

  g_return_val_if_fail (g_async_result_is_tagged (result, etp_recovery_recover_async), NULL);

  recovered = g_task_propagate_pointer (G_TASK (result), error);
  if (recovered == NULL)
    return NULL;
  loaded = g_steal_pointer (&recovered->loaded);
  *journal = g_steal_pointer (&recovered->journal);
  recovered_free (recovered);
  return loaded;
}

gboolean
etp_recovery_discard (const EtpRecoverable *recoverable, GError **error)
{
  EtpJournalLock *lock = take_journal (recoverable->folder, error);

  if (lock == NULL)
    return FALSE;
  etp_journal_lock_remove (lock);
  return TRUE;
}
