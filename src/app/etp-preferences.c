/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-preferences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-dialog.h"
#include "etp-settings.h"
#include "etp-window-private.h"

/* Maps with changes do not wait for the next one. */
static void
schedule_all (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (ETP_IS_WINDOW (link->data))
      etp_window_schedule_save (link->data);
}

static void
on_autosave_changed (GtkSwitch *button, GParamSpec *pspec, EtpWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autoptr (GError) error = NULL;

  if (!etp_settings_set_autosave (gtk_switch_get_active (button), &error))
    etp_window_tell_error (window, error);
  if (application != NULL)
    schedule_all (application);
}

static GtkWidget *
create_autosave_row (EtpWindow *window)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Save automatically"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("A few seconds after each change, and when a window is closed. A "
                                  "new map is saved by hand once."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (button), etp_settings_get_autosave ());
  g_signal_connect_object (button, "notify::active", G_CALLBACK (on_autosave_changed), window,
                           G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

void
etp_preferences_show (EtpWindow *parent)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  g_return_if_fail (ETP_IS_WINDOW (parent));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Saving"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_autosave_row (parent));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  etp_compat_dialog_show (GTK_WINDOW (parent), _ ("Preferences"), page, NULL, NULL, 480, 280);
}
