/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "etp-journal-private.h"
#include "etp-load.h"
#include "etp-writer.h"

/* The journal of one open journey. Each commit is one write() of one record in the thread of the
 * journey (a few hundred bytes, some microseconds); flushing is the worker's.
 *
 * A commit that is too large to be read again in one piece (the guard's limits), and a journal
 * that has grown long, become a new journal whose base is the journey as it is now. */

#define MAX_RECORD_BYTES (4 * 1024 * 1024)
#define MAX_JOURNAL_BYTES (64 * 1024 * 1024)

struct _EtpJournal
{
  GObject parent_instance;

  EtpJourney *journey; /* owned; NULL once closed */
  EtpJournalLock *lock; /* owned */
  EtpJournalSync *sync; /* owned */
  EtpJournalAssets *assets; /* owned */
  GFile *file; /* owned, or NULL */
  char *etag; /* owned, or NULL */
  GError *error; /* owned; why nothing is recorded any more */

  int fd; /* of the journal, or -1 */
  guint number; /* of its file */
  gsize length; /* of its file */
  guint64 n_commits; /* since the document was read or saved last */
  guint64 n_marked; /* commits ever, for marks */
};

G_DEFINE_FINAL_TYPE (EtpJournal, etp_journal, G_TYPE_OBJECT)

enum
{
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
fail_errno (EtpJournal *self, GError **error)
{
  etp_file_error_set_from_errno (error, errno, self->lock->folder);
  return FALSE;
}

/* A file of the next number is what a crash left unfinished: the lock is ours, so it goes.
 * Makes a journal with this base the current one, then removes the one before. On failure all is
 * as it was. */
static gboolean
start_file (EtpJournal *self, GBytes *base, guint64 n_commits, GError **error)
{
  EtpJournalHeader header = {
    .file = self->file, .etag = self->etag, .n_commits = n_commits, .base = base
  };
  EtpJournalAssets *assets = etp_journal_assets_new (self->lock->folder, self->sync);
  g_autofree char *path = etp_journal_get_path (self->lock->folder, self->number + 1);
  g_autofree char *old_path = etp_journal_get_path (self->lock->folder, self->number);
  int fd = open (path, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  gboolean is_safe;

  if (fd < 0 || !etp_journal_write_header (fd, assets, &header))
    {
      fail_errno (self, error);
      etp_journal_assets_free (assets);
      if (fd >= 0)
        close (fd);
      g_unlink (path);
      return FALSE;
    }
  etp_journal_sync_add (self->sync, fd);
  etp_journal_sync_add_folder (self->sync, self->lock->folder);
  /* What the old one holds beyond the base must not be lost if the power goes now. Where the disk
   * refuses the new one, the old one stays as well, with its pictures, and counts if the new one is
   * broken. */
  is_safe = n_commits == 0 || etp_journal_sync_wait (self->sync);
  if (self->fd >= 0)
    close (self->fd);
  if (is_safe)
    g_unlink (old_path);
  self->fd = fd;
  self->number++;
  self->n_commits = n_commits;
  self->length = (gsize) MAX (lseek (fd, 0, SEEK_END), 0);
  g_clear_pointer (&self->assets, etp_journal_assets_free);
  self->assets = assets;
  if (is_safe)
    etp_journal_assets_tidy (self->assets);
  return TRUE;
}

static gboolean
write_commit (EtpJournal *self, GPtrArray *changes, GError **error)
{
  gsize length;
  g_autofree char *payload = etp_journal_write_changes (self->assets, changes, &length);

  if (payload == NULL)
    return fail_errno (self, error);
  if (length > MAX_RECORD_BYTES || self->length + length > MAX_JOURNAL_BYTES)
    {
      g_autoptr (GBytes) base = etp_write_journey (self->journey);

      return start_file (self, base, self->n_commits + 1, error);
    }
  if (!etp_journal_write_record (self->fd, payload, length))
    return fail_errno (self, error);
  etp_journal_sync_add (self->sync, self->fd);
  self->length += length;
  self->n_commits++;
  return TRUE;
}

static void
on_commit (EtpJourney *journey, GPtrArray *changes, gpointer user_data)
{
  EtpJournal *self = user_data;

  self->n_marked++;
  if (self->error != NULL || write_commit (self, changes, &self->error))
    return;
  g_signal_emit (self, signals[FAILED], 0);
}

static EtpJournal *
create (EtpJournalLock *lock, EtpJourney *journey, GFile *file, const char *etag)
{
  EtpJournal *self = g_object_new (ETP_TYPE_JOURNAL, NULL);

  self->lock = lock;
  self->journey = g_object_ref (journey);
  g_set_object (&self->file, file);
  self->etag = g_strdup (etag);
  self->sync = etp_journal_sync_new ();
  self->assets = etp_journal_assets_new (lock->folder, self->sync);
  return self;
}

EtpJournal *
etp_journal_new (EtpJourney *journey,
                 GFile *file,
                 const char *etag,
                 GBytes *base,
                 guint64 n_commits,
                 GError **error)
{
  EtpJournalLock *lock;
  g_autoptr (EtpJournal) self = NULL;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);
  g_return_val_if_fail (base != NULL, NULL);

  lock = etp_journal_lock_create (error);
  if (lock == NULL)
    return NULL;
  self = create (lock, journey, file, etag);
  if (!start_file (self, base, n_commits, error))
    {
      etp_journal_close (self);
      return NULL;
    }
  etp_journey_set_recorder (journey, on_commit, self);
  return g_steal_pointer (&self);
}

EtpJournal *
etp_journal_adopt (EtpJournalLock *lock, const EtpJournalReplay *replay, GError **error)
{
  g_autoptr (EtpJournal)
      self = create (lock, replay->journey, replay->header->file, replay->header->etag);
  g_autofree char *path = etp_journal_get_path (lock->folder, replay->number);

  self->fd = open (path, O_RDWR | O_APPEND | O_CLOEXEC);
  if (self->fd < 0 || ftruncate (self->fd, (off_t) replay->length) != 0)
    {
      fail_errno (self, error);
      return NULL;
    }
  self->number = replay->number;
  self->length = replay->length;
  self->n_commits = replay->n_commits;
  etp_journey_set_recorder (self->journey, on_commit, self);
  return g_steal_pointer (&self);
}

guint64
etp_journal_get_mark (EtpJournal *self)
{
  g_return_val_if_fail (ETP_IS_JOURNAL (self), 0);

  return self->n_marked;
}

/* etag is copied first: it may be the own one. */
static gboolean
begin_anew (EtpJournal *self, const char *etag, GBytes *base, guint64 n_commits, GError **error)
{
  char *copy = g_strdup (etag);

  g_free (self->etag);
  self->etag = copy;
  if (!start_file (self, base, n_commits, error))
    return FALSE;
  g_clear_error (&self->error);
  return TRUE;
}

gboolean
etp_journal_restart (
    EtpJournal *self, GFile *file, const char *etag, GBytes *saved, guint64 mark, GError **error)
{
  guint64 n_since;
  g_autoptr (GBytes) base = NULL;

  g_return_val_if_fail (ETP_IS_JOURNAL (self) && self->journey != NULL, FALSE);
  g_return_val_if_fail (mark <= self->n_marked, FALSE);

  n_since = self->n_marked - mark;
  base = n_since == 0 ? g_bytes_ref (saved) : etp_write_journey (self->journey);
  g_set_object (&self->file, file);
  return begin_anew (self, etag, base, n_since, error);
}

gboolean
etp_journal_keep (EtpJournal *self, const char *etag, GError **error)
{
  g_autoptr (GBytes) base = NULL;

  g_return_val_if_fail (ETP_IS_JOURNAL (self) && self->journey != NULL, FALSE);

  base = etp_write_journey (self->journey);
  return begin_anew (self, etag, base, MAX (self->n_commits, 1), error);
}

static void
stop_recording (EtpJournal *self)
{
  if (self->journey != NULL)
    etp_journey_drop_recorder (self->journey, self);
  g_clear_object (&self->journey);
  g_clear_pointer (&self->sync, etp_journal_sync_free);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

void
etp_journal_close (EtpJournal *self)
{
  g_return_if_fail (ETP_IS_JOURNAL (self));

  stop_recording (self);
  g_clear_pointer (&self->lock, etp_journal_lock_remove);
}

const GError *
etp_journal_get_error (EtpJournal *self)
{
  g_return_val_if_fail (ETP_IS_JOURNAL (self), NULL);

  return self->error;
}

gboolean
etp_journal_flush (EtpJournal *self)
{
  g_return_val_if_fail (ETP_IS_JOURNAL (self), FALSE);

  return self->sync != NULL && etp_journal_sync_wait (self->sync);
}

static void
etp_journal_dispose (GObject *object)
{
  EtpJournal *self = ETP_JOURNAL (object);

  stop_recording (self);
  g_clear_pointer (&self->lock, etp_journal_lock_release);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (etp_journal_parent_class)->dispose (object);
}

static void
etp_journal_finalize (GObject *object)
{
  EtpJournal *self = ETP_JOURNAL (object);

  g_clear_pointer (&self->assets, etp_journal_assets_free);
  g_clear_error (&self->error);
  g_free (self->etag);
  G_OBJECT_CLASS (etp_journal_parent_class)->finalize (object);
}

static void
etp_journal_class_init (EtpJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = etp_journal_dispose;
  object_class->finalize = etp_journal_finalize;
  signals[FAILED] = g_signal_new ("failed", ETP_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
etp_journal_init (EtpJournal *self)
{
  self->fd = -1;
}
