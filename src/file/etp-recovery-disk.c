/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-recovery-disk.h"

#include "model/etp-limits.h"
#include "etp-load.h"
#include "etp-save.h"

/* A network share that hangs does not answer, and where the system has mounted it no cancellable helps:
 * the thread that asks is left to itself then. Question and answer belong to both threads. */

struct _EtpRecoveryAsk
{
  GFile *file; /* owned */
  char *etag; /* owned, or NULL */
  gboolean needs_content;
  GCancellable *cancellable; /* owned */
  gboolean is_asked; /* FALSE: there was no thread for it */

  GMutex mutex; /* guards what follows */
  GCond answered;
  gboolean is_answered; /* the answer does not change any more */
  EtpRecoveryDisk answer;
};

static void
clear (gpointer data)
{
  EtpRecoveryAsk *self = data;

  g_object_unref (self->file);
  g_free (self->etag);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->answered);
  g_clear_pointer (&self->answer.content, g_bytes_unref);
}

void
etp_recovery_ask_free (EtpRecoveryAsk *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gpointer
ask (gpointer data)
{
  g_autoptr (EtpRecoveryAsk) self = data;
  EtpRecoveryDisk answer = { FALSE };
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = etp_etag_query (self->file, self->etag, self->cancellable, &error);

  answer.is_gone = g_error_matches (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_FOUND);
  answer.is_same = etp_etag_is_same (etag, self->etag);
  if (self->needs_content && !answer.is_gone)
    answer.content = etp_load_contents (self->file, NULL, ETP_LIMIT_FILE_BYTES, NULL,
                                        self->cancellable, NULL);
  g_mutex_lock (&self->mutex);
  self->answer = answer;
  self->is_answered = TRUE;
  g_cond_signal (&self->answered);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

EtpRecoveryAsk *
etp_recovery_ask_new (GFile *file, const char *etag, gboolean needs_content)
{
  EtpRecoveryAsk *self = g_atomic_rc_box_new0 (EtpRecoveryAsk);
  GThread *thread;

  self->file = g_object_ref (file);
  self->etag = g_strdup (etag);
  self->needs_content = needs_content;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->answered);
  thread = g_thread_try_new ("recovery", ask, g_atomic_rc_box_acquire (self), NULL);
  self->is_asked = thread != NULL;
  if (thread != NULL)
    g_thread_unref (thread);
  else
    etp_recovery_ask_free (self); /* the thread's share */
  return self;
}

/* In small steps: where the machine has no time for this program, none of it is used up meanwhile. */
const EtpRecoveryDisk *
etp_recovery_ask_wait (EtpRecoveryAsk *self, guint *patience)
{
  gboolean is_answered;

  if (!self->is_asked)
    return NULL;
  g_mutex_lock (&self->mutex);
  while (!self->is_answered && *patience > 0)
    if (!g_cond_wait_until (&self->answered, &self->mutex,
                            g_get_monotonic_time () + G_USEC_PER_SEC / 10))
      (*patience)--;
  is_answered = self->is_answered;
  g_mutex_unlock (&self->mutex);
  if (is_answered)
    return &self->answer;
  g_cancellable_cancel (self->cancellable);
  return NULL;
}
