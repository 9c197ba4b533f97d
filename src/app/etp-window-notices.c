/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "file/etp-recovery.h"
#include "file/etp-save.h"
#include "model/etp-compare.h"

/* The line across the window: of all that is to be said about the document's file, the most
 * pressing. What the person closed stays closed until it happens anew. */

#define MAX_PARTS 4 /* kinds of change that are told; more would fill the window */

enum
{
  NOTHING,
  READ_ONLY, /* the less pressing come first */
  ELSEWHERE,
  NEWER,
  UNPROTECTED,
  GONE,
  CHANGED,
  TROUBLE,
  N_NOTICES
};

static const EtpNoticeButton changed_buttons[] = {
  { N_ ("_Read Again"), "win.reload" },
  { N_ ("_Keep Mine"), "win.keep-mine" },
  { N_ ("Save _As…"), "win.save-as" },
  { NULL },
};

/* There is nothing to try again: what is in the file is not ours to replace, or was not to be had. */
static const EtpNoticeButton reading_buttons[] = {
  { N_ ("_Read Again"), "win.reload" },
  { N_ ("Save _As…"), "win.save-as" },
  { NULL },
};

static const EtpNoticeButton save_buttons[] = {
  { N_ ("_Save Again"), "win.save" },
  { N_ ("Save _As…"), "win.save-as" },
  { NULL },
};

static const EtpNoticeButton save_as_buttons[] = {
  { N_ ("Save _As…"), "win.save-as" },
  { NULL },
};

static gboolean
applies (EtpWindow *self, int notice)
{
  switch (notice)
    {
    case READ_ONLY:
      return self->is_write_protected;
    case ELSEWHERE:
      return self->is_open_elsewhere;
    case NEWER:
      return etp_document_is_newer (self->document);
    case UNPROTECTED:
      return etp_document_get_journal_error (self->document) != NULL;
    case GONE:
      return etp_document_get_disk_state (self->document) == ETP_MONITOR_GONE;
    case CHANGED:
      return self->difference != NULL;
    case TROUBLE:
      return self->trouble != NULL;
    default:
      return FALSE;
    }
}

static void
show_unprotected (EtpWindow *self)
{
  const char *reason = etp_file_error_get_reason (etp_document_get_journal_error (self->document));
  g_autofree char *text = g_strdup_printf (
      /* Translators: %s is a whole sentence that says why. */
      _ ("If the program or the computer breaks down, what you did since the last save is lost, "
         "because it cannot be recorded: %s"),
      reason);

  etp_notice_show (self->notice, text, NULL);
}

static void
show (EtpWindow *self, int notice)
{
  switch (notice)
    {
    case READ_ONLY:
      etp_notice_show (self->notice,
                       _ ("This file is write-protected. What you change can be saved under "
                          "another name."),
                       save_as_buttons);
      break;
    case ELSEWHERE:
      etp_notice_show (self->notice,
                       _ ("This map is open in another running Etappe as well. Whoever saves "
                          "second will be asked what is to happen."),
                       save_as_buttons);
      break;
    case NEWER:
      etp_notice_show (self->notice,
                       _ ("This map was made by a newer version of Etappe. You can look at it, "
                          "but not change it. A copy under another name can be changed; what "
                          "only the newer version knows may not work in it."),
                       save_as_buttons);
      break;
    case UNPROTECTED:
      show_unprotected (self);
      break;
    case GONE:
      etp_notice_show (self->notice, _ ("This file was moved or deleted."), save_buttons);
      break;
    case CHANGED:
      etp_notice_show (self->notice, self->difference,
                       self->disk_is_newer ? reading_buttons : changed_buttons);
      break;
    case TROUBLE:
      etp_notice_show (self->notice, self->trouble,
                       self->is_trouble_of_saving ? save_buttons : reading_buttons);
      break;
    default:
      etp_notice_hide (self->notice);
    }
}

void
etp_window_update_notice (EtpWindow *self)
{
  int notice = self->document != NULL ? N_NOTICES - 1 : NOTHING;

  while (notice > NOTHING
         && (!applies (self, notice) || (self->dismissed_notices & (1u << notice)) != 0))
    notice--;
  self->shown_notice = notice;
  show (self, notice);
  etp_window_update_reload (self);
}

void
etp_window_dismiss_notice (EtpWindow *self)
{
  self->dismissed_notices |= 1u << self->shown_notice;
  etp_window_update_notice (self);
}

static void
announce (EtpWindow *self, int notice)
{
  self->dismissed_notices &= ~(1u << notice);
  etp_window_update_notice (self);
}

void
etp_window_set_trouble (EtpWindow *self, const char *text, gboolean by_saving)
{
  char *copy = g_strdup (text);

  g_free (self->trouble);
  self->trouble = copy;
  self->is_trouble_of_saving = by_saving;
  announce (self, TROUBLE);
}

static void
set_difference (EtpWindow *self, const EtpComparison *comparison)
{
  g_autofree char *words = comparison != NULL ? etp_comparison_dup_summary (comparison, MAX_PARTS)
                                              : NULL;

  g_free (self->difference);
  if (words != NULL && self->disk_is_newer)
    /* Translators: %s is what is different in the file, such as "2 cards added, 1 card moved". */
    self->difference = g_strdup_printf (_ ("Someone else changed this file with a newer version "
                                           "of Etappe: %s."),
                                        words);
  else if (self->disk_is_newer)
    self->difference = g_strdup (_ ("Someone else changed this file with a newer version of "
                                    "Etappe."));
  else if (words != NULL)
    /* Translators: %s is what is different in the file, such as "2 cards added, 1 card moved". */
    self->difference = g_strdup_printf (_ ("Someone else changed this file: %s."), words);
  else
    self->difference = g_strdup (_ ("Someone else changed this file."));
  announce (self, CHANGED);
}

static void
clear_difference (EtpWindow *self)
{
  g_clear_pointer (&self->difference, g_free);
  g_clear_pointer (&self->disk_etag, g_free);
}

/* What a newer version wrote is never the same: the little that this one does not know of it would
 * be lost with the next save. What is newer itself is only looked at. */
static gboolean
is_newer (EtpWindow *self, const EtpLoaded *loaded, const GError *error)
{
  return !etp_document_is_newer (self->document)
         && (loaded != NULL
                 ? loaded->is_newer
                 : g_error_matches (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NEWER_VERSION));
}

/* What stands in the file is compared with what is open, not with what was read: that is what the
 * choice is about. */
static void
on_disk_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file_finish (result, &error);
  g_autoptr (EtpComparison) comparison = NULL;

  if (self->document == NULL || etp_document_get_disk_state (self->document) != ETP_MONITOR_CHANGED)
    return;
  clear_difference (self);
  self->disk_is_newer = is_newer (self, loaded, error);
  if (loaded != NULL)
    {
      comparison = etp_compare (etp_document_get_journey (self->document), loaded->journey,
                                ETP_COMPARE_ALL);
      self->disk_etag = g_strdup (loaded->etag);
    }
  if (comparison == NULL || !etp_comparison_is_empty (comparison))
    set_difference (self, comparison);
  else if (self->disk_is_newer)
    set_difference (self, NULL);
  else
    /* Written in another form, or they did the same. */
    etp_document_accept_disk (self->document, loaded->etag, TRUE);
  etp_window_update_notice (self);
}

static void
on_disk_changed (EtpWindow *self, int state)
{
  clear_difference (self);
  self->is_looking_again = FALSE;
  /* What changed once more is looked at before it is known to be of this version again. */
  self->disk_is_newer = self->disk_is_newer && state == ETP_MONITOR_CHANGED;
  /* It was another file's; and it would hide what is to be decided before anything is saved. */
  if (!self->is_trouble_of_saving || state == ETP_MONITOR_CHANGED)
    g_clear_pointer (&self->trouble, g_free);
  self->dismissed_notices &= ~(1u << GONE);
  if (state == ETP_MONITOR_CHANGED)
    etp_load_file_async (self->file, NULL, NULL, on_disk_read, g_object_ref (self));
  else
    etp_window_update_notice (self);
  /* What was gone may be there again. */
  etp_window_schedule_save (self);
}

static void
accept_disk (EtpWindow *self, const char *etag)
{
  etp_document_accept_disk (self->document, etag, FALSE);
  clear_difference (self);
  etp_window_update_notice (self);
}

static void
query_etag (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  char *etag = etp_etag_query (file, NULL, cancellable, &error);

  /* NULL without an error: the server has no states. */
  if (error == NULL)
    g_task_return_pointer (task, etag, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_etag_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpWindow *self = ETP_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->file != g_task_get_task_data (G_TASK (result)) || self->difference == NULL)
    return;
  if (error == NULL)
    accept_disk (self, etag);
  else
    etp_window_tell_error (self, error);
}

/* What a newer version wrote is not to be written over. */
gboolean
etp_window_may_keep_mine (EtpWindow *self)
{
  return self->document != NULL && self->difference != NULL && !self->disk_is_newer;
}

/* What could not be read, because it is broken or half written, can be kept out all the same. */
void
etp_window_keep_mine (EtpWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (!etp_window_may_keep_mine (self))
    return;
  if (self->disk_etag != NULL)
    {
      accept_disk (self, self->disk_etag);
      return;
    }
  task = g_task_new (self, NULL, on_etag_known, NULL);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, query_etag);
}

static void
set_write_protected (EtpWindow *self, gboolean is_write_protected)
{
  if (is_write_protected == self->is_write_protected)
    return;
  self->is_write_protected = is_write_protected;
  announce (self, READ_ONLY);
  etp_window_schedule_save (self);
}

void
etp_window_take_saved (EtpWindow *self)
{
  set_write_protected (self, FALSE);
  etp_window_update_notice (self);
}

gboolean
etp_window_has_newer_file (EtpWindow *self)
{
  return self->document != NULL && (etp_document_is_newer (self->document) || self->disk_is_newer);
}

static void
on_access_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpWindow) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  /* What cannot be read either, as on a network share that is gone, may be writable again. */
  if (info != NULL && self->file == G_FILE (source) && self->document != NULL
      && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_READ))
    set_write_protected (
        self, g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
                  && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE));
}

void
etp_window_check_access (EtpWindow *self)
{
  if (self->file != NULL)
    g_file_query_info_async (
        self->file, G_FILE_ATTRIBUTE_ACCESS_CAN_READ "," G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE,
        G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_access_known, g_object_ref (self));
}

static void
look_elsewhere (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_task_return_boolean (task, etp_recovery_is_open_elsewhere (file));
}

static void
on_looked_elsewhere (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpWindow *self = ETP_WINDOW (source);

  if (self->file != g_task_get_task_data (G_TASK (result)))
    return;
  self->is_open_elsewhere = g_task_propagate_boolean (G_TASK (result), NULL);
  etp_window_update_notice (self);
}

/* In a worker: journals hold whole documents. */
static void
start_looking_elsewhere (EtpWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_looked_elsewhere, NULL);

  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, look_elsewhere);
}

/* What is known about a file does not hold for another one. */
void
etp_window_examine_file (EtpWindow *self)
{
  self->is_write_protected = self->is_open_elsewhere = self->disk_is_newer = FALSE;
  clear_difference (self);
  g_clear_pointer (&self->trouble, g_free);
  self->dismissed_notices = 0;
  if (self->file != NULL)
    {
      etp_window_check_access (self);
      start_looking_elsewhere (self);
    }
  etp_window_update_notice (self);
}

static void
on_unprotected (EtpWindow *self)
{
  announce (self, UNPROTECTED);
}

/* A save may have made an end to what the notice is about, also one that nobody asked for. */
static void
on_document_changed (EtpWindow *self)
{
  if (self->shown_notice != NOTHING && !applies (self, self->shown_notice))
    etp_window_update_notice (self);
}

void
etp_window_watch_document (EtpWindow *self)
{
  g_signal_connect_object (self->document, "disk-changed", G_CALLBACK (on_disk_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "unprotected", G_CALLBACK (on_unprotected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (on_document_changed), self,
                           G_CONNECT_SWAPPED);
  etp_window_examine_file (self);
}
