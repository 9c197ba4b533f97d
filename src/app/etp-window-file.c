/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "etp-recent.h"
#include "file/etp-load.h"

/* The window's file: reading it, reading it again, and noticing that somebody else changed it. */

#define SPINNER_MS 300

typedef struct
{
  EtpWindow *window; /* owned */
  guint number;
} Load;

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
on_file_changed (EtpMonitor *monitor, EtpMonitorState state, EtpWindow *self)
{
  switch (state)
    {
    case ETP_MONITOR_SAME:
      etp_notice_hide (self->notice);
      break;
    case ETP_MONITOR_CHANGED:
      etp_notice_show (self->notice, _ ("Another program changed this file."), _ ("_Read Again"));
      break;
    case ETP_MONITOR_GONE:
      etp_notice_show (self->notice, _ ("This file was moved or deleted."), NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
watch_file (EtpWindow *self, const char *etag)
{
  g_clear_object (&self->monitor);
  self->monitor = etp_monitor_new (self->file, etag);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_file_changed), self,
                           G_CONNECT_DEFAULT);
}

static void
show_loaded (EtpWindow *self, EtpLoaded *loaded)
{
  if (etp_canvas_get_journey (self->canvas) != NULL)
    etp_canvas_replace_journey (self->canvas, loaded->journey);
  else
    etp_canvas_set_journey (self->canvas, loaded->journey);
  g_signal_connect_object (loaded->journey, "committed", G_CALLBACK (etp_window_update_title), self,
                           G_CONNECT_SWAPPED);
  self->saved_serial = etp_journey_get_serial (loaded->journey);
  etp_window_watch_history (self);
  etp_window_show_page (self, ETP_PAGE_MAP);
  etp_window_update_title (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  watch_file (self, loaded->etag);
  if (loaded->is_newer)
    etp_notice_show (self->notice,
                     _ ("This map was made by a newer version of Etappe. You can look at it, but "
                        "not change it."),
                     NULL);
  else
    etp_notice_hide (self->notice);
  etp_recent_add (gtk_recent_manager_get_default (), self->file);
}

static void
show_error (EtpWindow *self, const GError *error)
{
  g_autofree char *name = etp_window_dup_file_name (self);
  GtkWidget *page;

  /* A map that is open stays as it is. */
  if (etp_canvas_get_journey (self->canvas) != NULL)
    {
      etp_notice_show (self->notice, error->message, _ ("_Read Again"));
      return;
    }
  page = etp_window_show_page (self, ETP_PAGE_ERROR);
  etp_error_page_set_error (ETP_ERROR_PAGE (page), name, error);
  etp_window_update_title (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;
  g_autoptr (EtpWindow) self = load->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file_finish (result, &error);
  const gboolean is_current = load->number == self->load_number && self->loading != NULL;

  g_free (load);
  if (!is_current)
    return;
  stop_loading (self);
  if (loaded != NULL)
    show_loaded (self, loaded);
  else
    show_error (self, error);
}

static void
on_loading_long (gpointer user_data)
{
  EtpWindow *self = user_data;

  self->spinner_id = 0;
  etp_window_show_page (self, ETP_PAGE_LOADING);
}

static void
start_loading (EtpWindow *self)
{
  g_autofree char *name = etp_window_dup_file_name (self);
  Load *load = g_new (Load, 1);

  stop_loading (self);
  self->loading = g_cancellable_new ();
  load->window = g_object_ref (self);
  load->number = ++self->load_number;
  if (etp_canvas_get_journey (self->canvas) == NULL)
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

void
etp_window_reload (EtpWindow *self)
{
  if (self->file != NULL)
    start_loading (self);
}

void
etp_window_check_file (EtpWindow *self)
{
  if (self->monitor != NULL)
    etp_monitor_check (self->monitor);
}

void
etp_window_close_file (EtpWindow *self)
{
  stop_loading (self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
}
