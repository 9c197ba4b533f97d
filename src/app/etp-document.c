/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-document-private.h"

#include "file/etp-same-file.h"
#include "file/etp-snapshot.h"
#include "file/etp-writer.h"

#define NEVER_SAVED G_MAXUINT64 /* no journey has this serial */

/* "Modified" is a comparison of serials, so that undoing back to what was saved counts as saved; what
 * is in no file any more, because that was moved or deleted, is modified whatever its serial is.
 * One save runs at a time; the monitor looks away meanwhile, or it would report our own writing. */

/* One save. Bytes, serial and mark are of the moment in which it starts. */
typedef struct
{
  GFile *file; /* owned; NULL: the document's own */
  GBytes *bytes; /* owned */
  EtpSaveFlags flags;
  gboolean is_copy, has_snapshots;
  guint64 serial, mark;
  EtpJournal *journal; /* owned; the one that the mark is of; NULL: there was none */
} Save;

enum
{
  CHANGED,
  DISK_CHANGED,
  UNPROTECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpDocument, etp_document, G_TYPE_OBJECT)

static void start_save (EtpDocument *self);

static void
save_free (Save *save)
{
  g_clear_object (&save->file);
  g_clear_object (&save->journal);
  g_clear_pointer (&save->bytes, g_bytes_unref);
  g_free (save);
}

static void
tell_changed (EtpDocument *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
etp_document_tell_unprotected (EtpDocument *self)
{
  g_signal_emit (self, signals[UNPROTECTED], 0);
}

static void
on_disk_changed (EtpDocument *self, int state)
{
  if (state == ETP_MONITOR_GONE && !self->is_newer)
    etp_document_keep_in_journal (self);
  else if (state == ETP_MONITOR_SAME && !etp_document_is_edited (self))
    etp_document_settle_journal (self);
  else if (state == ETP_MONITOR_SAME && self->journal_error != NULL)
    etp_document_keep_in_journal (self); /* there may be room for it by now */
  g_signal_emit (self, signals[DISK_CHANGED], 0, state);
  tell_changed (self); /* whether it is modified depends on whether the file is there */
}

static void
set_file (EtpDocument *self, GFile *file, const char *etag)
{
  g_free (self->etag);
  self->etag = g_strdup (etag);
  if (self->file != NULL && file != NULL && g_file_equal (self->file, file))
    {
      etp_monitor_set_etag (self->monitor, etag);
      return;
    }
  g_set_object (&self->file, file);
  g_clear_object (&self->monitor);
  if (file == NULL)
    return;
  self->monitor = etp_monitor_new (file, etag);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_disk_changed), self,
                           G_CONNECT_SWAPPED);
}

static EtpDocument *
create (const EtpLoaded *loaded)
{
  EtpDocument *self = g_object_new (ETP_TYPE_DOCUMENT, NULL);

  self->journey = g_object_ref (loaded->journey);
  self->saved_serial = etp_journey_get_serial (loaded->journey);
  self->is_newer = loaded->is_newer;
  set_file (self, loaded->file, loaded->etag);
  g_signal_connect_object (self->journey, "committed", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
etp_document_dispose (GObject *object)
{
  EtpDocument *self = ETP_DOCUMENT (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->monitor);
  g_clear_object (&self->journey);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (etp_document_parent_class)->dispose (object);
}

static void
etp_document_finalize (GObject *object)
{
  EtpDocument *self = ETP_DOCUMENT (object);

  g_queue_free_full (self->saves, g_object_unref);
  g_clear_error (&self->journal_error);
  g_free (self->etag);
  G_OBJECT_CLASS (etp_document_parent_class)->finalize (object);
}

static void
etp_document_class_init (EtpDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = etp_document_dispose;
  object_class->finalize = etp_document_finalize;
  signals[CHANGED] = g_signal_new ("changed", ETP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[DISK_CHANGED] = g_signal_new ("disk-changed", ETP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[UNPROTECTED] = g_signal_new ("unprotected", ETP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
etp_document_init (EtpDocument *self)
{
  self->saves = g_queue_new ();
}

EtpDocument *
etp_document_new (const EtpLoaded *loaded)
{
  EtpDocument *self;

  g_return_val_if_fail (loaded != NULL, NULL);

  self = create (loaded);
  if (!loaded->is_newer)
    etp_document_start_journal (self, loaded->bytes, 0);
  return self;
}

EtpDocument *
etp_document_new_recovered (const EtpLoaded *loaded, EtpJournal *journal)
{
  EtpDocument *self;

  g_return_val_if_fail (loaded != NULL, NULL);
  g_return_val_if_fail (ETP_IS_JOURNAL (journal), NULL);

  self = create (loaded);
  self->is_recovered = TRUE;
  etp_document_set_journal (self, journal);
  return self;
}

EtpJourney *
etp_document_get_journey (EtpDocument *self)
{
  g_return_val_if_fail (ETP_IS_DOCUMENT (self), NULL);

  return self->journey;
}

GFile *
etp_document_get_file (EtpDocument *self)
{
  g_return_val_if_fail (ETP_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
etp_document_get_etag (EtpDocument *self)
{
  g_return_val_if_fail (ETP_IS_DOCUMENT (self), NULL);

  return self->etag;
}

gboolean
etp_document_is_modified (EtpDocument *self)
{
  g_return_val_if_fail (ETP_IS_DOCUMENT (self), FALSE);

  return etp_document_is_edited (self) || etp_document_get_disk_state (self) == ETP_MONITOR_GONE;
}

gboolean
etp_document_is_edited (EtpDocument *self)
{
  g_return_val_if_fail (ETP_IS_DOCUMENT (self), FALSE);

  return self->is_recovered || etp_journey_get_serial (self->journey) != self->saved_serial;
}

gboolean
etp_document_is_newer (EtpDocument *self)
{
  g_return_val_if_fail (ETP_IS_DOCUMENT (self), FALSE);

  return self->is_newer;
}

gboolean
etp_document_is_saving (EtpDocument *self)
{
  g_return_val_if_fail (ETP_IS_DOCUMENT (self), FALSE);

  return !g_queue_is_empty (self->saves);
}

EtpMonitorState
etp_document_get_disk_state (EtpDocument *self)
{
  g_return_val_if_fail (ETP_IS_DOCUMENT (self), ETP_MONITOR_SAME);

  return self->monitor != NULL ? etp_monitor_get_state (self->monitor) : ETP_MONITOR_SAME;
}

void
etp_document_check_disk (EtpDocument *self)
{
  g_return_if_fail (ETP_IS_DOCUMENT (self));

  if (self->monitor != NULL)
    etp_monitor_check (self->monitor);
}

void
etp_document_accept_disk (EtpDocument *self, const char *etag, gboolean is_same)
{
  g_return_if_fail (ETP_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  /* First, as the monitor tells at once that the file is as it should be. */
  self->is_recovered = self->is_recovered && !is_same;
  self->saved_serial = is_same ? etp_journey_get_serial (self->journey) : NEVER_SAVED;
  set_file (self, self->file, etag);
  if (!is_same && !self->is_newer)
    etp_document_keep_in_journal (self);
  tell_changed (self);
}

static gboolean
is_own_file (EtpDocument *self, GFile *file)
{
  return self->file != NULL && (file == NULL || etp_same_file (self->file, file));
}

static void
take_saved (EtpDocument *self, const Save *save, const char *etag)
{
  self->saved_serial = save->serial;
  self->is_recovered = FALSE;
  set_file (self, save->file != NULL ? save->file : self->file, etag);
  if (self->is_newer)
    {
      self->is_newer = FALSE;
      etp_journey_set_read_only (self->journey, FALSE);
    }
  etp_document_renew_journal (self, save->bytes, save->serial, save->journal, save->mark);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EtpDocument *self = g_task_get_source_object (task);
  const Save *save = g_task_get_task_data (task);
  g_autoptr (EtpMonitor) paused = self->monitor != NULL ? g_object_ref (self->monitor) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  if (etp_save_bytes_finish (result, &etag, &error) && !save->is_copy)
    take_saved (self, save, etag);
  if (paused != NULL)
    etp_monitor_resume (paused);
  g_object_unref (g_queue_pop_head (self->saves));
  if (!g_queue_is_empty (self->saves))
    start_save (self);
  tell_changed (self);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
start_save (EtpDocument *self)
{
  GTask *task = g_queue_peek_head (self->saves);
  Save *save = g_task_get_task_data (task);
  const char *etag = NULL;

  if (is_own_file (self, save->file))
    etag = self->etag == NULL && self->monitor != NULL ? etp_monitor_get_etag (self->monitor)
                                                       : self->etag;
  save->bytes = save->has_snapshots ? etp_write_journey (self->journey)
                                    : etp_write_journey_without_snapshots (self->journey);
  save->serial = etp_journey_get_serial (self->journey);
  g_set_object (&save->journal, self->journal);
  save->mark = self->journal != NULL ? etp_journal_get_mark (self->journal) : 0;
  if (self->monitor != NULL)
    etp_monitor_pause (self->monitor);
  etp_save_bytes_async (save->file != NULL ? save->file : self->file, save->bytes, etag,
                        save->flags, NULL, on_saved, g_object_ref (task));
}

static void
add_save (EtpDocument *self,
          GFile *file,
          EtpSaveFlags flags,
          gboolean is_copy,
          gboolean has_snapshots,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Save *save = g_new0 (Save, 1);

  g_task_set_source_tag (task, add_save);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  g_set_object (&save->file, file);
  save->flags = flags;
  save->is_copy = is_copy;
  save->has_snapshots = has_snapshots;
  g_queue_push_tail (self->saves, task);
  if (g_queue_get_length (self->saves) == 1)
    start_save (self);
}

void
etp_document_save_async (EtpDocument *self,
                         GFile *file,
                         EtpSaveFlags flags,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (ETP_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  add_save (self, file, flags, FALSE, TRUE, callback, user_data);
}

gboolean
etp_document_save_finish (EtpDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
etp_document_save_copy_async (EtpDocument *self,
                              GFile *file,
                              gboolean has_snapshots,
                              EtpSaveFlags flags,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (ETP_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  add_save (self, file, flags, TRUE, has_snapshots, callback, user_data);
}

gboolean
etp_document_save_copy_finish (EtpDocument *self, GAsyncResult *result, GError **error)
{
  return etp_document_save_finish (self, result, error);
}
