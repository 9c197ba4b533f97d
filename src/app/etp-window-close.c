/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-question.h"
#include "model/etp-fields.h"

/* Nothing is closed that would get lost. One conversation per window: save, discard or stay. Where a
 * save fails, that is told with the same three answers, once. */

static const EtpAnswer answers[] = {
  { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
  { "discard", N_ ("_Discard"), ETP_ANSWER_DESTRUCTIVE },
  { "save", N_ ("_Save"), ETP_ANSWER_SUGGESTED },
  { NULL },
};

/* Ends the conversation; takes the task. */
static void
end (GTask *task, EtpWindowLeave leave)
{
  EtpWindow *self = g_task_get_source_object (task);

  self->is_asking_to_leave = FALSE;
  if (leave == ETP_WINDOW_STAY)
    etp_window_schedule_save (self); /* nothing was saved by itself meanwhile */
  g_task_return_int (task, leave);
  g_object_unref (task);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  end (user_data, etp_window_save_to_leave_finish (ETP_WINDOW (source), result));
}

static void
on_answered (const char *answer, gpointer user_data)
{
  GTask *task = user_data;

  if (g_str_equal (answer, "save"))
    etp_window_save_to_leave_async (g_task_get_source_object (task), on_saved, task);
  else
    end (task, g_str_equal (answer, "discard") ? ETP_WINDOW_DISCARD : ETP_WINDOW_STAY);
}

/* With or without changes, what is open may be the only copy that is left; changes are lost for sure. */
static char *
dup_reason (EtpWindow *self)
{
  EtpJourney *journey = etp_document_get_journey (self->document);
  g_autofree char *name = etp_window_dup_file_name (self);
  const char *title = etp_node_get_text (journey, ETP_JOURNEY_TITLE);
  const gboolean is_gone = etp_document_get_disk_state (self->document) == ETP_MONITOR_GONE;

  if (title[0] == '\0')
    title = name[0] != '\0' ? name : _ ("Untitled Map");
  if (is_gone && etp_document_is_edited (self->document))
    /* Translators: %s is the title of a map. */
    return g_strdup_printf (_ ("The file of “%s” was moved or deleted, and there are changes that "
                               "are not saved. If you discard them, they are lost."),
                            title);
  if (is_gone)
    /* Translators: %s is the title of a map. */
    return g_strdup_printf (_ ("The file of “%s” was moved or deleted. If you close the window "
                               "now, what it shows may be lost."),
                            title);
  /* Translators: %s is the title of a map. */
  return g_strdup_printf (_ ("“%s” has changes that are not saved. If you discard them, they are "
                             "lost."),
                          title);
}

static char *
dup_question (EtpWindow *self)
{
  g_autofree char *name = etp_window_dup_file_name (self);

  if (etp_document_get_disk_state (self->document) != ETP_MONITOR_GONE)
    return g_strdup (_ ("Save Changes?"));
  /* Translators: %s is the name of a file that was deleted or moved. */
  return g_strdup_printf (_ ("Save “%s” Again?"), name);
}

static void
ask (GTask *task)
{
  EtpWindow *self = g_task_get_source_object (task);
  g_autofree char *question = dup_question (self);
  g_autofree char *reason = dup_reason (self);

  gtk_window_present (GTK_WINDOW (self));
  etp_compat_ask (GTK_WINDOW (self), question, reason, NULL, answers, on_answered, task);
}

/* A save that is under way may be all that is missing. */
static void
go_on (GTask *task)
{
  EtpWindow *self = g_task_get_source_object (task);

  if (self->document == NULL || !etp_document_is_modified (self->document))
    end (task, ETP_WINDOW_LEAVE);
  else if (etp_window_saves_itself (self))
    etp_window_save_to_leave_async (self, on_saved, task);
  else
    ask (task);
}

static void
on_document_changed (EtpDocument *document, GTask *task)
{
  if (etp_document_is_saving (document))
    return;
  g_signal_handlers_disconnect_by_func (document, on_document_changed, task);
  go_on (task);
}

void
etp_window_leave_async (EtpWindow *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (!self->is_asking_to_leave);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, etp_window_leave_async);
  self->is_asking_to_leave = TRUE;
  if (self->document != NULL && etp_document_is_saving (self->document))
    g_signal_connect (self->document, "changed", G_CALLBACK (on_document_changed), task);
  else
    go_on (task);
}

EtpWindowLeave
etp_window_leave_finish (EtpWindow *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), ETP_WINDOW_STAY);

  return (EtpWindowLeave) g_task_propagate_int (G_TASK (result), NULL);
}

gboolean
etp_window_has_changes (EtpWindow *self)
{
  return self->document != NULL
         && (etp_document_is_modified (self->document) || etp_document_is_saving (self->document));
}

/* The application does not forget the cookie with the window, which would keep people logged in. */
static void
end_inhibition (EtpWindow *self, GtkApplication *application)
{
  gtk_application_uninhibit (application, self->inhibition);
  self->inhibition = 0;
}

void
etp_window_destroy (EtpWindow *self, gboolean discard)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibition != 0)
    end_inhibition (self, application);
  if (discard && self->document != NULL)
    etp_document_close (self->document);
  etp_canvas_end_typing (self->canvas); /* what is typed is told to what is there yet */
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_left (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpWindow *self = ETP_WINDOW (source);
  const EtpWindowLeave leave = etp_window_leave_finish (self, result);

  if (leave == ETP_WINDOW_STAY)
    return;
  /* What was done while the map was being saved is not in the file. */
  if (leave == ETP_WINDOW_LEAVE)
    etp_window_take_typing (self);
  if (leave != ETP_WINDOW_LEAVE || !etp_window_has_changes (self))
    etp_window_destroy (self, leave == ETP_WINDOW_DISCARD);
  else if (!self->is_asking_to_leave) /* somebody closed once more meanwhile */
    etp_window_leave_async (self, on_left, NULL);
}

gboolean
etp_window_close_request (GtkWindow *window)
{
  EtpWindow *self = ETP_WINDOW (window);

  etp_window_take_typing (self);
  if (!etp_window_has_changes (self))
    return FALSE;
  if (!self->is_asking_to_leave)
    etp_window_leave_async (self, on_left, NULL);
  return TRUE;
}

/* The session does not end without the person knowing; the desktop shows this text. */
void
etp_window_update_inhibition (EtpWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const gboolean has_changes = etp_window_has_changes (self);

  if (application == NULL || has_changes == (self->inhibition != 0))
    return;
  if (has_changes)
    self->inhibition = gtk_application_inhibit (application, GTK_WINDOW (self),
                                                GTK_APPLICATION_INHIBIT_LOGOUT,
                                                _ ("There are changes that are not saved"));
  else
    end_inhibition (self, application);
}
