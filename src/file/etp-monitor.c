/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-monitor.h"

#include "etp-save.h"

/* One look is one query in a worker, which reads the file if only its time is another one. A look that was asked for while another one is under way, or
 * whose etag was exchanged meanwhile, is repeated when that one comes back, so that an answer is
 * never older than the question. */

struct _EtpMonitor
{
  GObject parent_instance;

  GFile *file; /* owned */
  GFileMonitor *hint; /* owned; NULL where the system has none */
  GCancellable *look; /* owned; while a look is under way */
  guint hint_id; /* while a hint is waited upon */

  char *etag; /* owned; of the state that counts as SAME */
  char *seen; /* owned; of the one that was told as CHANGED; NULL: none */
  EtpMonitorState state;
  guint pauses;
  gboolean look_again;
};

G_DEFINE_FINAL_TYPE (EtpMonitor, etp_monitor, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Who writes a file anew first empties or removes it: a hint is looked after once that is over. */
#define HINT_MS 150

typedef struct
{
  GFile *file; /* owned */
  char *known; /* owned */
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  g_free (look->known);
  g_free (look);
}

static void
set_state (EtpMonitor *self, EtpMonitorState state)
{
  g_clear_pointer (&self->seen, g_free);
  if (self->state == state)
    return;
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0, (int) state);
}

/* Whoever could not read the last change, or was told what it was, has to know of the next one. */
static void
set_changed (EtpMonitor *self, char *etag)
{
  const gboolean is_new = !etp_etag_is_same (etag, self->seen);

  g_free (self->seen);
  self->seen = etag;
  self->state = ETP_MONITOR_CHANGED;
  if (is_new)
    g_signal_emit (self, signals[CHANGED], 0, (int) ETP_MONITOR_CHANGED);
}

static void
look_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;
  GError *error = NULL;
  char *etag = etp_etag_query (look->file, look->known, cancellable, &error);

  /* NULL without an error: the server has no states. */
  if (error == NULL)
    g_task_return_pointer (task, etag, g_free);
  else
    g_task_return_error (task, error);
}

/* Where a server did not say the state when the file was read or saved, the first that it says is
 * taken for that one. A local file always says it: without a state there should be none. */
static gboolean
is_first_state (EtpMonitor *self)
{
  return self->etag == NULL && self->state == ETP_MONITOR_SAME && !g_file_is_native (self->file);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (EtpMonitor) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean look_again;

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL)
    return;
  look_again = self->look_again;
  g_clear_object (&self->look);
  self->look_again = FALSE;
  if (self->pauses > 0)
    return;
  if (look_again)
    etp_monitor_check (self);
  else if (g_error_matches (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_FOUND))
    set_state (self, ETP_MONITOR_GONE);
  else if (etag != NULL && !is_first_state (self) && !etp_etag_is_same (etag, self->etag))
    set_changed (self, g_steal_pointer (&etag));
  else if (etag != NULL)
    {
      /* Its time may be another one; next time that is known and nothing is read. */
      g_free (self->etag);
      self->etag = g_steal_pointer (&etag);
      set_state (self, ETP_MONITOR_SAME);
    }
  /* A file that cannot be looked at now (a network that is away) is not a changed one. */
}

void
etp_monitor_check (EtpMonitor *self)
{
  g_autoptr (GTask) task = NULL;
  GWeakRef *weak;
  Look *look;

  g_return_if_fail (ETP_IS_MONITOR (self));

  if (self->pauses > 0)
    return;
  if (self->look != NULL)
    {
      self->look_again = TRUE;
      return;
    }
  self->look = g_cancellable_new ();
  /* Not the task's source: a look under way must not keep a monitor that nobody wants alive. */
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, self->look, on_looked, weak);
  look = g_new (Look, 1);
  look->file = g_object_ref (self->file);
  look->known = g_strdup (self->etag);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_worker);
}

EtpMonitorState
etp_monitor_get_state (EtpMonitor *self)
{
  g_return_val_if_fail (ETP_IS_MONITOR (self), ETP_MONITOR_SAME);

  return self->state;
}

void
etp_monitor_set_etag (EtpMonitor *self, const char *etag)
{
  char *copy = g_strdup (etag);

  g_return_if_fail (ETP_IS_MONITOR (self));

  g_free (self->etag);
  self->etag = copy;
  self->look_again = self->look != NULL;
  set_state (self, ETP_MONITOR_SAME);
}

const char *
etp_monitor_get_etag (EtpMonitor *self)
{
  g_return_val_if_fail (ETP_IS_MONITOR (self), NULL);

  return self->etag;
}

void
etp_monitor_pause (EtpMonitor *self)
{
  g_return_if_fail (ETP_IS_MONITOR (self));

  self->pauses++;
}

void
etp_monitor_resume (EtpMonitor *self)
{
  g_return_if_fail (ETP_IS_MONITOR (self));
  g_return_if_fail (self->pauses > 0);

  if (--self->pauses == 0)
    etp_monitor_check (self);
}

static void
on_hint_over (gpointer user_data)
{
  EtpMonitor *self = user_data;

  self->hint_id = 0;
  etp_monitor_check (self);
}

static void
on_hint (EtpMonitor *self)
{
  if (self->hint_id == 0)
    self->hint_id = g_timeout_add_once (HINT_MS, on_hint_over, self);
}

static void
etp_monitor_dispose (GObject *object)
{
  EtpMonitor *self = ETP_MONITOR (object);

  if (self->look != NULL)
    g_cancellable_cancel (self->look);
  g_clear_object (&self->look);
  g_clear_handle_id (&self->hint_id, g_source_remove);
  if (self->hint != NULL)
    g_file_monitor_cancel (self->hint);
  g_clear_object (&self->hint);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (etp_monitor_parent_class)->dispose (object);
}

static void
etp_monitor_finalize (GObject *object)
{
  g_free (ETP_MONITOR (object)->etag);
  g_free (ETP_MONITOR (object)->seen);
  G_OBJECT_CLASS (etp_monitor_parent_class)->finalize (object);
}

static void
etp_monitor_class_init (EtpMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = etp_monitor_dispose;
  object_class->finalize = etp_monitor_finalize;
  signals[CHANGED] = g_signal_new ("changed", ETP_TYPE_MONITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
etp_monitor_init (EtpMonitor *self)
{
  self->state = ETP_MONITOR_SAME;
}

EtpMonitor *
etp_monitor_new (GFile *file, const char *etag)
{
  EtpMonitor *self = g_object_new (ETP_TYPE_MONITOR, NULL);

  self->file = g_object_ref (file);
  self->etag = g_strdup (etag);
  self->hint = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->hint != NULL)
    g_signal_connect_object (self->hint, "changed", G_CALLBACK (on_hint), self, G_CONNECT_SWAPPED);
  return self;
}
