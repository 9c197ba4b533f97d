/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Flushing takes some 10 ms on a disk, too long for the thread that draws. A worker does it as
 * soon as it is asked, one file after the other; a file that waits in the queue already is not put
 * there again, so that the queue has a few entries at most and each commit is on the disk after
 * at most two flushes. */

typedef struct
{
  int fd; /* own duplicate */
  int key; /* the descriptor that it was made from */
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
  int fd = g_array_index (self->queue, Entry, 0).fd;
  gboolean is_flushed;

  g_array_remove_index (self->queue, 0);
  self->is_busy = TRUE;
  g_mutex_unlock (&self->mutex);
  is_flushed = fdatasync (fd) == 0 || errno == EINVAL;
  close (fd);
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

void
etp_journal_sync_add (EtpJournalSync *self, int fd)
{
  Entry entry = { .fd = -1, .key = fd };
  gboolean is_queued = FALSE;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->queue->len; i++)
    is_queued = is_queued || g_array_index (self->queue, Entry, i).key == fd;
  if (!is_queued)
    entry.fd = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  if (entry.fd >= 0)
    g_array_append_val (self->queue, entry);
  else if (!is_queued)
    self->has_failed = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

gboolean
etp_journal_sync_wait (EtpJournalSync *self)
{
  gboolean has_failed;

  g_mutex_lock (&self->mutex);
  while (self->queue->len > 0 || self->is_busy)
    g_cond_wait (&self->changed, &self->mutex);
  has_failed = self->has_failed;
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
