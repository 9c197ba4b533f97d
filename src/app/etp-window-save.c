/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-save-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat/etp-compat-file-dialog.h"
#include "app/compat/etp-compat-question.h"
#include "etp-application.h"
#include "etp-file-name.h"
#include "etp-recent.h"
#include "file/etp-same-file.h"
#include "model/etp-fields.h"

/* Saving with all its questions: under which name, whether a copy has the snapshots, what to do when
 * it fails (etp-window-save-failed.c). One GTask for the whole conversation; it ends with TRUE when
 * something was saved. Whatever went wrong has been told by then. */

static void
conversation_free (EtpSaveConversation *conversation)
{
  g_clear_object (&conversation->file);
  g_free (conversation);
}

void
etp_save_conversation_end (GTask *task, gboolean is_saved)
{
  g_task_return_boolean (task, is_saved);
  g_object_unref (task);
}

char *
etp_window_dup_base_name (EtpWindow *self)
{
  g_autofree char *base = etp_window_dup_file_name (self);

  if (base[0] != '\0')
    {
      if (etp_recent_is_map (base))
        base[strlen (base) - strlen (ETP_JOURNEY_ENDING)] = '\0';
      return g_steal_pointer (&base);
    }
  g_free (base);
  base = g_strdup (
      etp_node_get_text (etp_document_get_journey (self->document), ETP_JOURNEY_TITLE));
  g_strdelimit (base, "/\\:*?\"<>|\n", ' ');
  g_strstrip (base);
  return base[0] != '\0' && base[0] != '.' ? g_steal_pointer (&base)
                                           : g_strdup (_ ("Untitled Map"));
}

static char *
suggest_name (EtpWindow *self, EtpWindowSave how)
{
  g_autofree char *own = etp_window_dup_file_name (self);
  g_autofree char *base = etp_window_dup_base_name (self);

  if (own[0] != '\0' && (how == ETP_WINDOW_SAVE_COPY || etp_window_has_newer_file (self)))
    {
      /* Translators: the name of a copied file, without its ending; %s is the name so far. */
      char *copy = g_strdup_printf (_ ("%s (copy)"), base);

      g_free (base);
      base = copy;
    }
  /* File systems end at 255 bytes. */
  if (strlen (base) > 200)
    *g_utf8_find_prev_char (base, base + 200) = '\0';
  return g_strconcat (base, ETP_JOURNEY_ENDING, NULL);
}

char *
etp_save_conversation_dup_name (GTask *task)
{
  EtpWindow *self = g_task_get_source_object (task);
  const EtpSaveConversation *conversation = g_task_get_task_data (task);
  GFile *file = conversation->file != NULL ? conversation->file
                                           : etp_document_get_file (self->document);
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EtpWindow *self = g_task_get_source_object (task);
  const EtpSaveConversation *conversation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!etp_document_save_finish (ETP_DOCUMENT (source), result, &error))
    {
      etp_save_conversation_ask_about_failure (task, error);
      return;
    }
  if (self->trouble != NULL && conversation->how != ETP_WINDOW_SAVE_COPY)
    etp_window_set_trouble (self, NULL, FALSE);
  if (conversation->how != ETP_WINDOW_SAVE_COPY)
    {
      self->is_looking_again = FALSE;
      etp_window_take_saved (self);
    }
  else
    {
      g_autofree char *name = etp_save_conversation_dup_name (task);
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_ ("The copy is saved as “%s”."), name);

      etp_window_tell (self, text, NULL, NULL);
    }
  if (conversation->file != NULL)
    etp_recent_add (gtk_recent_manager_get_default (), conversation->file);
  etp_window_tell_saved (self, conversation->file != NULL
                                   ? conversation->file
                                   : etp_document_get_file (ETP_DOCUMENT (source)));
  etp_save_conversation_end (task, TRUE);
}

static void
save (GTask *task)
{
  EtpWindow *self = g_task_get_source_object (task);
  const EtpSaveConversation *conversation = g_task_get_task_data (task);

  if (self->document == NULL) /* closed meanwhile */
    etp_save_conversation_end (task, FALSE);
  else if (conversation->how == ETP_WINDOW_SAVE_COPY)
    etp_document_save_copy_async (self->document, conversation->file,
                                  !conversation->drops_snapshots, conversation->flags, on_saved,
                                  task);
  else
    etp_document_save_async (self->document, conversation->file, conversation->flags, on_saved,
                             task);
}

/* What is open in a window, this one's own map as a copy included, may only be written from there. */
static gboolean
is_in_use (EtpWindow *self, const EtpSaveConversation *conversation)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  EtpWindow *other;

  if (conversation->file == NULL || application == NULL)
    return FALSE;
  other = etp_application_find_window (ETP_APPLICATION (application), conversation->file);
  return other != NULL && (other != self || conversation->how == ETP_WINDOW_SAVE_COPY);
}

static gboolean
is_own_file (EtpWindow *self, const EtpSaveConversation *conversation)
{
  GFile *own = self->document != NULL ? etp_document_get_file (self->document) : NULL;

  return own != NULL && (conversation->file == NULL || etp_same_file (conversation->file, own));
}

/* What was written by a newer version stays as that wrote it. */
static gboolean
is_newer_file (EtpWindow *self, const EtpSaveConversation *conversation)
{
  return etp_window_has_newer_file (self) && is_own_file (self, conversation);
}

static void
refuse (GTask *task, const char *reason)
{
  g_autoptr (GError) error = NULL;

  etp_file_error_set (&error, ETP_FILE_ERROR_IN_USE, NULL, 0, 0, "%s", reason);
  etp_save_conversation_ask_about_failure (task, error);
}

static void
refuse_newer (GTask *task)
{
  refuse (task, _ ("This file was made by a newer version of Etappe and is not changed. Choose "
                   "another name."));
}

static void
on_others_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EtpWindow *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file_finish (result, &error);

  if (self->document != NULL
      && (loaded != NULL ? loaded->is_newer
                         : g_error_matches (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NEWER_VERSION)))
    refuse_newer (task);
  else
    save (task);
}

/* What somebody else did with the map's own file is to be overwritten. */
static gboolean
is_of_others (EtpWindow *self, const EtpSaveConversation *conversation)
{
  return (conversation->flags & (ETP_SAVE_CHANGED_ON_DISK | ETP_SAVE_NEW))
             == ETP_SAVE_CHANGED_ON_DISK
         && is_own_file (self, conversation);
}

/* Looked at anew for each try: whoever answers that it is to be tried again may not have closed that
 * window, and whoever overwrites what somebody else did may be faster than the window's own look at it. */
void
etp_save_conversation_try (GTask *task)
{
  EtpWindow *self = g_task_get_source_object (task);
  const EtpSaveConversation *conversation = g_task_get_task_data (task);

  if (is_newer_file (self, conversation))
    refuse_newer (task);
  else if (is_in_use (self, conversation))
    refuse (task,
            _ ("This map is open in a window. Choose another name, or close that window first."));
  else if (is_of_others (self, conversation))
    etp_load_file_async (etp_document_get_file (self->document), NULL, NULL, on_others_known, task);
  else
    save (task);
}

/* People type names without an ending, and would not find their map again. What a portal gave is
 * the only thing that may be written. */
static GFile *
complete_name (GFile *file, gboolean *is_completed)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *completed = NULL;

  *is_completed = path != NULL && !etp_recent_is_map (path) && !g_str_has_suffix (path, ".json")
                  && !etp_file_name_is_of_portal (path);
  if (!*is_completed)
    return g_object_ref (file);
  completed = g_strconcat (path, ETP_JOURNEY_ENDING, NULL);
  return g_file_new_for_path (completed);
}

static void
on_named (GFile *file, gpointer user_data)
{
  GTask *task = user_data;
  EtpWindow *self = g_task_get_source_object (task);
  EtpSaveConversation *conversation = g_task_get_task_data (task);
  gboolean is_completed;

  if (file == NULL || gtk_window_get_application (GTK_WINDOW (self)) == NULL
      || self->document == NULL)
    {
      etp_save_conversation_end (task, FALSE);
      return;
    }
  g_clear_object (&conversation->file);
  conversation->file = complete_name (file, &is_completed);
  conversation->flags = is_completed ? ETP_SAVE_NEW : 0;
  etp_save_conversation_try (task);
}

void
etp_save_conversation_ask_name (GTask *task)
{
  EtpWindow *self = g_task_get_source_object (task);
  EtpSaveConversation *conversation = g_task_get_task_data (task);
  g_autofree char *name = suggest_name (self, conversation->how);
  g_autoptr (GListModel) filters = etp_window_create_filters ();
  g_autoptr (GFile) folder = self->file != NULL ? g_file_get_parent (self->file) : NULL;

  if (conversation->how == ETP_WINDOW_SAVE)
    conversation->how = ETP_WINDOW_SAVE_AS;
  etp_compat_save_file (GTK_WINDOW (self),
                        conversation->how == ETP_WINDOW_SAVE_COPY ? _ ("Save a Copy")
                                                                  : _ ("Save the Map"),
                        filters, folder, name, on_named, task);
}

static void
on_snapshots_answered (const char *answer, gpointer user_data)
{
  GTask *task = user_data;
  EtpWindow *self = g_task_get_source_object (task);
  EtpSaveConversation *conversation = g_task_get_task_data (task);

  conversation->drops_snapshots = g_str_equal (answer, "without");
  if (g_str_equal (answer, "cancel") || self->document == NULL)
    etp_save_conversation_end (task, FALSE);
  else
    etp_save_conversation_ask_name (task);
}

/* A copy is often made for others, who need not see what the map was like before. */
static void
ask_about_snapshots (GTask *task)
{
  static const EtpAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
    { "without", N_ ("_Leave Out"), ETP_ANSWER_PLAIN },
    { "with", N_ ("_Copy Too"), ETP_ANSWER_SUGGESTED },
    { NULL },
  };
  EtpWindow *self = g_task_get_source_object (task);
  EtpJourney *journey = etp_document_get_journey (self->document);
  const guint n = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_SNAPSHOTS));
  g_autofree char *body = NULL;

  if (n == 0)
    {
      etp_save_conversation_ask_name (task);
      return;
    }
  body = g_strdup_printf (
      ngettext ("The map has %u snapshot. Whoever gets the copy with it can see "
                "what was on the map then.",
                "The map has %u snapshots. Whoever gets the copy with them can "
                "see what was on the map then.",
                n),
      n);
  etp_compat_ask (GTK_WINDOW (self), _ ("Copy the Snapshots Too?"), body, NULL, answers,
                  on_snapshots_answered, task);
}

void
etp_window_take_typing (EtpWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover;

  etp_window_flush_typing (self);
  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return;
  popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER);
  if (popover != NULL)
    {
      /* What is typed there counts when it is closed; the keyboard goes back then. */
      gtk_popover_popdown (GTK_POPOVER (popover));
      return;
    }
  /* What is typed on the map is put away at once, what is still being composed too; fields stay. */
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->canvas)))
    {
      etp_canvas_end_typing (self->canvas);
      gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
      return;
    }
  g_object_ref (focus);
  gtk_window_set_focus (window, NULL);
  if (gtk_widget_get_mapped (focus))
    gtk_window_set_focus (window, focus);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  g_object_unref (focus);
}

static GTask *
create_task (EtpWindow *self,
             EtpWindowSave how,
             gboolean is_leaving,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  EtpSaveConversation *conversation = g_new0 (EtpSaveConversation, 1);

  g_task_set_source_tag (task, create_task);
  g_task_set_task_data (task, conversation, (GDestroyNotify) conversation_free);
  conversation->how = how;
  conversation->is_leaving = is_leaving;
  return task;
}

/* Takes the task. */
static void
begin (GTask *task)
{
  EtpWindow *self = g_task_get_source_object (task);
  const EtpWindowSave how = ((EtpSaveConversation *) g_task_get_task_data (task))->how;

  etp_window_take_typing (self);
  if (self->document == NULL)
    etp_save_conversation_end (task, FALSE);
  else if (how == ETP_WINDOW_SAVE_COPY)
    ask_about_snapshots (task);
  else if (how != ETP_WINDOW_SAVE || etp_document_get_file (self->document) == NULL
           || etp_window_has_newer_file (self))
    etp_save_conversation_ask_name (task);
  else
    save (task);
}

void
etp_window_save_async (EtpWindow *self,
                       EtpWindowSave how,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  begin (create_task (self, how, FALSE, callback, user_data));
}

void
etp_window_save_to_leave_async (EtpWindow *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = create_task (self, ETP_WINDOW_SAVE, TRUE, callback, user_data);
  EtpSaveConversation *conversation = g_task_get_task_data (task);

  /* Whoever leaves was asked whether a file that is gone is to be saved again. One that came back
   * before the answer is not overwritten. */
  if (self->document != NULL && etp_document_get_disk_state (self->document) == ETP_MONITOR_GONE)
    conversation->flags = ETP_SAVE_NEW | ETP_SAVE_CHANGED_ON_DISK;
  begin (task);
}

EtpWindowLeave
etp_window_save_to_leave_finish (EtpWindow *self, GAsyncResult *result)
{
  const EtpSaveConversation *conversation;

  g_return_val_if_fail (g_task_is_valid (result, self), ETP_WINDOW_STAY);

  conversation = g_task_get_task_data (G_TASK (result));
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    return ETP_WINDOW_LEAVE;
  return conversation->is_given_up ? ETP_WINDOW_DISCARD : ETP_WINDOW_STAY;
}

gboolean
etp_window_save_finish (EtpWindow *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
