/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Flushing takes some 10 ms on a disk, too long for the thread that draws. A worker does it as
 * soon as it is asked, one file after the other; a file that waits in the queue already is not put
 * there twice. It goes to the end then: a journal must not be on the disk before the pictures that
 * it names by now. What is the same file is known by its inode, as numbers of descriptors are given
 * anew; the duplicate keeps the inode from that.
 *
 * A map may have more pictures than a program may have open files: from MAX_FILES on the last entry
 * stands for all that follows and flushes the file system, where all of a journal lies. */

#define MAX_FILES 32

typedef struct
{
  int fd; /* own duplicate */
  dev_t device;
  ino_t inode;
  gboolean is_all;
} Entry;

struct _EtpJournalSync
{
  GThread *thread;
  GMutex mutex;
  GCond changed;
  GArray *queue; /* of Entry */
  gboolean is_busy;
  gboolean has_failed;
  gboolean must_end;
};

static void
flush_first (EtpJournalSync *self)
{
  const Entry entry = g_array_index (self->queue, Entry, 0);
  gboolean is_flushed;

  g_array_remove_index (self->queue, 0);
  self->is_busy = TRUE;
  g_mutex_unlock (&self->mutex);
  is_flushed = (entry.is_all ? syncfs (entry.fd) : fdatasync (entry.fd)) == 0 || errno == EINVAL;
  close (entry.fd);
  g_mutex_lock (&self->mutex);
  self->is_busy = FALSE;
  self->has_failed = self->has_failed || !is_flushed;
  g_cond_broadcast (&self->changed);
}

static gpointer
run (gpointer data)
{
  EtpJournalSync *self = data;

  g_mutex_lock (&self->mutex);
  while (self->queue->len > 0 || !self->must_end)
    {
      if (self->queue->len > 0)
        flush_first (self);
      else
        g_cond_wait (&self->changed, &self->mutex);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

EtpJournalSync *
etp_journal_sync_new (void)
{
  EtpJournalSync *self = g_new0 (EtpJournalSync, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->queue = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->thread = g_thread_new ("journal", run, self);
  return self;
}

/* Takes the entry of this file out of the queue. FALSE: it has none. */
static gboolean
steal_entry (EtpJournalSync *self, const struct stat *st, Entry *entry)
{
  for (guint i = 0; i < self->queue->len; i++)
    {
      *entry = g_array_index (self->queue, Entry, i);
      if (entry->device != st->st_dev || entry->inode != st->st_ino)
        continue;
      g_array_remove_index (self->queue, i);
      return TRUE;
    }
  return FALSE;
}

/* FALSE: the file cannot be queued. */
static gboolean
queue_file (EtpJournalSync *self, int fd, gboolean keeps_place)
{
  struct stat st;
  Entry entry;

  if (fstat (fd, &st) != 0)
    return FALSE;
  if (keeps_place || !steal_entry (self, &st, &entry))
    {
      if (self->queue->len >= MAX_FILES)
        {
          g_array_index (self->queue, Entry, self->queue->len - 1).is_all = TRUE;
          return TRUE;
        }
      entry = (Entry){ fcntl (fd, F_DUPFD_CLOEXEC, 0), st.st_dev, st.st_ino, FALSE };
      if (entry.fd < 0)
        return FALSE;
    }
  g_array_append_val (self->queue, entry);
  return TRUE;
}

static void
add (EtpJournalSync *self, int fd, gboolean keeps_place)
{
  g_mutex_lock (&self->mutex);
  if (!queue_file (self, fd, keeps_place))
    self->has_failed = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

void
etp_journal_sync_add (EtpJournalSync *self, int fd)
{
  add (self, fd, FALSE);
}

/* What it holds by now is named by what waits behind it: its place is kept. */
void
etp_journal_sync_add_folder (EtpJournalSync *self, const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  add (self, fd, TRUE);
  close (fd);
}

gboolean
etp_journal_sync_wait (EtpJournalSync *self)
{
  gboolean has_failed;

  g_mutex_lock (&self->mutex);
  while (self->queue->len > 0 || self->is_busy)
    g_cond_wait (&self->changed, &self->mutex);
  has_failed = self->has_failed;
  self->has_failed = FALSE;
  g_mutex_unlock (&self->mutex);
  return !has_failed;
}

void
etp_journal_sync_free (EtpJournalSync *self)
{
  g_mutex_lock (&self->mutex);
  self->must_end = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_array_unref (self->queue);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}
