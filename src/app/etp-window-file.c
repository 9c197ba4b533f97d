/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-question.h"
#include "etp-early.h"
#include "etp-emotion-popover.h"
#include "etp-recent.h"
#include "file/etp-load.h"

/* How a document gets into the window: read from a file, read again, or made anew. */

#define SPINNER_MS 300

typedef struct
{
  EtpWindow *window; /* owned */
  guint number;
  /* of the document that is to be replaced, when reading began */
  guint64 serial;
  char *etag; /* owned */
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->window);
  g_free (load->etag);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

char *
etp_window_dup_file_name (EtpWindow *self)
{
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;

  return name != NULL ? g_filename_display_name (name) : g_strdup ("");
}

static void
stop_loading (EtpWindow *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->spinner_id, g_source_remove);
}

static void
on_document_changed (EtpWindow *self)
{
  if (g_set_object (&self->file, etp_document_get_file (self->document)))
    etp_window_examine_file (self);
  etp_window_update_title (self);
  etp_window_update_actions (self);
  etp_window_update_inhibition (self);
  if (self->reads_after_save && !etp_document_is_saving (self->document))
    etp_window_reload (self);
  etp_window_schedule_save (self);
}

gboolean
etp_window_may_replace (EtpWindow *self)
{
  g_return_val_if_fail (ETP_IS_WINDOW (self), FALSE);

  return !self->is_asking_to_leave && !etp_window_has_changes (self);
}

void
etp_window_set_document (EtpWindow *self, EtpDocument *document)
{
  EtpJourney *journey;

  g_return_if_fail (ETP_IS_WINDOW (self));
  g_return_if_fail (ETP_IS_DOCUMENT (document));

  journey = etp_document_get_journey (document);
  stop_loading (self);
  self->reads_after_save = FALSE;
  etp_window_end_comparison (self);
  if (self->document != NULL)
    {
      if (self->emotion_popover != NULL)
        etp_emotion_popover_drop (ETP_EMOTION_POPOVER (self->emotion_popover));
      g_signal_handlers_disconnect_by_data (self->document, self);
      etp_document_close (self->document);
      etp_canvas_replace_journey (self->canvas, journey);
    }
  else
    {
      EtpText *text = etp_early_take_text ();

      if (text != NULL)
        etp_canvas_take_text (self->canvas, text);
      etp_canvas_set_journey (self->canvas, journey);
    }
  g_set_object (&self->document, document);
  g_set_object (&self->file, etp_document_get_file (document));
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed), self,
                           G_CONNECT_SWAPPED);
  etp_window_watch_history (self);
  etp_window_watch_personas (self);
  etp_window_show_page (self, ETP_WINDOW_PAGE_MAP);
  etp_window_update_title (self);
  etp_window_watch_document (self);
  etp_window_update_inhibition (self);
  etp_window_focus_map (self);
  if (self->file != NULL)
    etp_recent_add (gtk_recent_manager_get_default (), self->file);
}

static void
show_error (EtpWindow *self, const GError *error)
{
  g_autofree char *name = etp_window_dup_file_name (self);
  GtkWidget *page;

  /* A map that is open stays as it is. */
  if (self->document != NULL)
    {
      etp_window_set_trouble (self, error->message, FALSE);
      return;
    }
  page = etp_window_show_page (self, ETP_WINDOW_PAGE_ERROR);
  etp_error_page_set_error (ETP_ERROR_PAGE (page), name, error);
  etp_window_update_title (self);
}

gboolean
etp_window_may_reload (EtpWindow *self)
{
  if (self->file == NULL)
    return FALSE;
  return self->document == NULL || etp_document_is_modified (self->document)
         || etp_document_get_disk_state (self->document) != ETP_MONITOR_SAME
         || (self->trouble != NULL && !self->is_trouble_of_saving);
}

typedef struct
{
  EtpWindow *window; /* owned */
  EtpLoaded *loaded; /* owned */
} Reading;

static void
take_loaded (EtpWindow *self, EtpLoaded *loaded)
{
  g_autoptr (EtpDocument) document = etp_document_new (loaded);

  etp_window_set_document (self, document);
}

static void
on_discard_answered (const char *answer, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (EtpWindow) self = reading->window;
  g_autoptr (EtpLoaded) loaded = reading->loaded;

  self->is_asking_to_discard = FALSE;
  if (self->document == NULL)
    return;
  if (g_str_equal (answer, "discard"))
    take_loaded (self, loaded);
  else
    etp_window_schedule_save (self);
}

/* Only once there is something to put in the place of the changes. */
static void
ask_to_discard (EtpWindow *self, EtpLoaded *loaded)
{
  static const EtpAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
    { "discard", N_ ("_Discard Changes"), ETP_ANSWER_DESTRUCTIVE },
    { NULL },
  };
  Reading *reading = g_new (Reading, 1);

  reading->window = g_object_ref (self);
  reading->loaded = loaded;
  self->is_asking_to_discard = TRUE;
  etp_compat_ask (GTK_WINDOW (self), _ ("Discard Your Changes?"),
                  _ ("The map becomes what is in the file. What you did since it was saved last "
                     "is lost."),
                  NULL, answers, on_discard_answered, reading);
}

/* What was done while the file was being read again must not get lost; and what was read is not what is
 * in the file any more if the map was saved meanwhile. */
static gboolean
is_as_it_was (EtpWindow *self, const Load *load)
{
  return self->document == NULL
         || (etp_journey_get_serial (etp_document_get_journey (self->document)) == load->serial
             && !etp_document_is_saving (self->document)
             && g_strcmp0 (etp_document_get_etag (self->document), load->etag) == 0);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  EtpWindow *self = load->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file_finish (result, &error);

  if (load->number != self->load_number || self->loading == NULL)
    return;
  stop_loading (self);
  if (loaded == NULL)
    show_error (self, error);
  else if (!is_as_it_was (self, load))
    etp_window_reload (self);
  else if (self->document != NULL && etp_document_is_edited (self->document))
    ask_to_discard (self, g_steal_pointer (&loaded));
  else
    take_loaded (self, loaded);
  if (self->document != NULL)
    etp_window_schedule_save (self);
}

static void
on_loading_long (gpointer user_data)
{
  EtpWindow *self = user_data;

  self->spinner_id = 0;
  etp_window_show_page (self, ETP_WINDOW_PAGE_LOADING);
}

static void
start_loading (EtpWindow *self)
{
  g_autofree char *name = etp_window_dup_file_name (self);
  Load *load = g_new0 (Load, 1);

  stop_loading (self);
  self->loading = g_cancellable_new ();
  load->window = g_object_ref (self);
  load->number = ++self->load_number;
  if (self->document != NULL)
    {
      load->serial = etp_journey_get_serial (etp_document_get_journey (self->document));
      load->etag = g_strdup (etp_document_get_etag (self->document));
    }
  else
    self->spinner_id = g_timeout_add_once (SPINNER_MS, on_loading_long, self);
  etp_load_file_async (self->file, name, self->loading, on_loaded, load);
}

void
etp_window_open (EtpWindow *self, GFile *file)
{
  g_return_if_fail (ETP_IS_WINDOW (self));
  g_return_if_fail (etp_window_is_free (self));

  g_set_object (&self->file, file);
  etp_window_update_title (self);
  start_loading (self);
  etp_window_update_actions (self);
}

gboolean
etp_window_begin (EtpWindow *self, GBytes *bytes, GError **error)
{
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (EtpDocument) document = NULL;

  g_return_val_if_fail (ETP_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (etp_window_is_free (self), FALSE);

  loaded = etp_load_bytes (bytes, NULL, error);
  if (loaded == NULL)
    return FALSE;
  document = etp_document_new (loaded);
  etp_window_set_document (self, document);
  return TRUE;
}

void
etp_window_reload (EtpWindow *self)
{
  self->reads_after_save = FALSE; /* what is taken over now must not come back here */
  etp_window_take_typing (self);
  self->reads_after_save = self->document != NULL && etp_document_is_saving (self->document);
  if (!self->reads_after_save && etp_window_may_reload (self))
    start_loading (self);
}

void
etp_window_check_file (EtpWindow *self)
{
  if (self->document == NULL)
    return;
  etp_document_check_disk (self->document);
  /* Only whether it is over: of a share that is away the system says the same, and what fails is told by
   * the save that fails. */
  if (self->is_write_protected)
    etp_window_check_access (self);
}

/* A document with changes that nobody gave up leaves its crash journal behind. */
void
etp_window_close_file (EtpWindow *self)
{
  stop_loading (self);
  self->reads_after_save = FALSE;
  etp_window_stop_autosave (self);
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      if (!etp_document_is_modified (self->document))
        etp_document_close (self->document);
    }
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_clear_pointer (&self->difference, g_free);
  g_clear_pointer (&self->disk_etag, g_free);
  g_clear_pointer (&self->trouble, g_free);
}
