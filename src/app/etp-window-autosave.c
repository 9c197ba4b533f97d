/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "etp-settings.h"

/* Saving by itself. It never asks: where there is something to ask or to tell, it leaves that to
 * the notice. While the file is read again nothing is written into it: the person may be about to
 * give up what would be saved. What failed is tried again now and then, because disks get room and
 * networks come back; it is told once. */

#define AUTOSAVE_MS 3000
#define RETRY_MS 10000

/* Something that is under way, as a look at a hanging share, may keep a window that is closed. What is in it
 * was saved or given up. */
static gboolean
is_closed (EtpWindow *self)
{
  return gtk_window_get_application (GTK_WINDOW (self)) == NULL;
}

static gboolean
can_save (EtpWindow *self)
{
  return etp_settings_get_autosave () && self->document != NULL && !is_closed (self)
         && etp_document_get_file (self->document) != NULL && !etp_window_has_newer_file (self)
         && !self->is_write_protected && self->loading == NULL && !self->is_asking_to_discard
         && etp_document_get_disk_state (self->document) == ETP_MONITOR_SAME
         && (self->trouble == NULL || self->is_trouble_of_saving);
}

gboolean
etp_window_saves_itself (EtpWindow *self)
{
  return can_save (self) && self->trouble == NULL;
}

/* What somebody else wrote has a notice of its own, which says what is different and what can be done;
 * the look at the file brings it. Only if that look finds nothing the failure is told. */
static gboolean
is_of_somebody_else (EtpWindow *self, const GError *error)
{
  if (self->is_looking_again
      || !g_error_matches (error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK))
    return FALSE;
  self->is_looking_again = TRUE;
  etp_document_check_disk (self->document);
  etp_window_schedule_save (self);
  return TRUE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const gboolean is_saved = etp_document_save_finish (ETP_DOCUMENT (source), result, &error);

  if (ETP_DOCUMENT (source) != self->document)
    return;
  if (is_saved && self->trouble != NULL && self->is_trouble_of_saving)
    etp_window_set_trouble (self, NULL, FALSE);
  if (is_saved)
    {
      self->is_looking_again = FALSE;
      etp_window_tell_saved (self, self->file);
      return;
    }
  if (is_of_somebody_else (self, error))
    return;
  /* Translators: %s is a whole sentence that says why. */
  text = g_strdup_printf (_ ("The map could not be saved automatically: %s"),
                          etp_file_error_get_reason (error));
  /* Whoever closed the notice knows. */
  if (g_strcmp0 (self->trouble, text) != 0)
    etp_window_set_trouble (self, text, TRUE);
  etp_window_stop_autosave (self);
  etp_window_schedule_save (self);
}

static void
on_time (gpointer user_data)
{
  EtpWindow *self = user_data;

  self->autosave_id = 0;
  if (can_save (self) && etp_document_is_modified (self->document) && !self->is_asking_to_leave)
    etp_document_save_async (self->document, NULL, ETP_SAVE_NONE, on_saved, g_object_ref (self));
}

void
etp_window_schedule_save (EtpWindow *self)
{
  if (self->autosave_id == 0 && can_save (self) && etp_document_is_modified (self->document)
      && !etp_document_is_saving (self->document))
    self->autosave_id = g_timeout_add_once (self->trouble == NULL ? AUTOSAVE_MS : RETRY_MS, on_time,
                                            self);
}

void
etp_window_stop_autosave (EtpWindow *self)
{
  g_clear_handle_id (&self->autosave_id, g_source_remove);
}
