/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-file-dialog.h"
#include "etp-application.h"
#include "etp-properties.h"
#include "etp-recent.h"
#include "etp-shortcuts.h"
#include "etp-template.h"

/* The window's commands. Those of the map are the canvas' own, passed on. */

static void
open_files (GListModel *files, gpointer user_data)
{
  EtpWindow *self = user_data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application == NULL) /* closed meanwhile */
    return;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      etp_application_open_file (ETP_APPLICATION (application), file, self);
    }
}

GListModel *
etp_window_create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) maps = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (maps, _ ("Journey Maps"));
  gtk_file_filter_add_suffix (maps, ETP_JOURNEY_ENDING + 1);
  gtk_file_filter_add_mime_type (maps, ETP_JOURNEY_MIME_TYPE);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, maps);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autoptr (GListModel) filters = etp_window_create_filters ();
  g_autoptr (GFile) folder = self->file != NULL ? g_file_get_parent (self->file) : NULL;

  etp_compat_open_files (GTK_WINDOW (self), _ ("Open a Map"), filters, folder, open_files,
                         G_OBJECT (self));
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = etp_template_load ("five-phases", &error);

  if (bytes == NULL || !etp_application_begin (ETP_APPLICATION (application), bytes, self, &error))
    etp_window_tell_error (self, error);
}

static void
on_save_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  etp_window_save_finish (ETP_WINDOW (source), result);
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_window_save_async (user_data, ETP_WINDOW_SAVE, on_save_done, NULL);
}

static void
on_save_as (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_window_save_async (user_data, ETP_WINDOW_SAVE_AS, on_save_done, NULL);
}

static void
on_save_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_window_save_async (user_data, ETP_WINDOW_SAVE_COPY, on_save_done, NULL);
}

static void
on_open_uri (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  gtk_popover_popdown (adw_split_button_get_popover (self->open_button));
  etp_application_open_file (ETP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file,
                             self);
}

static void
on_reload (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_window_reload (user_data);
}

static void
on_properties (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;

  etp_properties_show (GTK_WINDOW (self), self->document);
}

static void
on_keep_mine (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_window_keep_mine (user_data);
}

static void
on_show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_shortcuts_show (user_data);
}

/* The canvas has an action of the same name. */
static void
on_map_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autofree char *name = g_strconcat ("canvas.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->canvas), name, NULL);
}

/* Header bar, page, bar below the map, inspector. */
static guint
get_panes (EtpWindow *self, GtkWidget *panes[4])
{
  guint n = 0;

  panes[n++] = self->header_bar;
  panes[n++] = self->content;
  if (gtk_widget_get_visible (GTK_WIDGET (self->bottom)))
    panes[n++] = GTK_WIDGET (self->bottom);
  if (etp_window_get_inspector (self) != NULL)
    panes[n++] = etp_window_get_inspector (self);
  return n;
}

static void
focus_pane (EtpWindow *self, int step)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *panes[4];
  const int n = (int) get_panes (self, panes);
  int now = step > 0 ? n - 1 : 0;

  for (int i = 0; focus != NULL && i < n; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      now = i;
  for (int i = 1; i <= n; i++)
    if (gtk_widget_child_focus (panes[(now + step * i + n * i) % n], GTK_DIR_TAB_FORWARD))
      break;
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

static void
on_next_pane (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  focus_pane (user_data, 1);
}

static void
on_previous_pane (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  focus_pane (user_data, -1);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = on_new },
  { .name = "open", .activate = on_open },
  { .name = "open-uri", .activate = on_open_uri, .parameter_type = "s" },
  { .name = "save", .activate = on_save },
  { .name = "save-as", .activate = on_save_as },
  { .name = "save-copy", .activate = on_save_copy },
  { .name = "reload", .activate = on_reload },
  { .name = "keep-mine", .activate = on_keep_mine },
  { .name = "properties", .activate = on_properties },
  { .name = "show-shortcuts", .activate = on_show_shortcuts },
  { .name = "next-pane", .activate = on_next_pane },
  { .name = "previous-pane", .activate = on_previous_pane },
};

static const GActionEntry map_actions[] = {
  { .name = "zoom-in", .activate = on_map_action },
  { .name = "zoom-out", .activate = on_map_action },
  { .name = "zoom-original", .activate = on_map_action },
  { .name = "fit-map", .activate = on_map_action },
  { .name = "fit-width", .activate = on_map_action },
  { .name = "fit-phase", .activate = on_map_action },
};

static void
set_enabled (EtpWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What is being typed is no change yet, but may become one. */
void
etp_window_update_reload (EtpWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const gboolean is_typing = GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);

  set_enabled (self, "reload", etp_window_may_reload (self) || (self->file != NULL && is_typing));
  set_enabled (self, "keep-mine", etp_window_may_keep_mine (self));
}

void
etp_window_add_actions (EtpWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), map_actions, G_N_ELEMENTS (map_actions),
                                   self);
  etp_window_add_lanes (self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (etp_window_update_reload), NULL);
  etp_window_update_actions (self);
}

/* Of the map, and of what is selected on it. */
static void
update_map_actions (EtpWindow *self, gboolean has_map)
{
  static const char *const others[] = { "copy",         "paste",           "paste-here",
                                        "how-might-we", "plan-measure",    "turn-link",
                                        "link-kind",    "link-continuity", "print-sheet",
                                        "next-persona", "describe-curve" };
  EtpCanvasCommand command;

  for (gsize i = 0; i < G_N_ELEMENTS (map_actions); i++)
    set_enabled (self, map_actions[i].name, has_map);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    set_enabled (self, others[i], has_map);
  for (guint i = 0; etp_canvas_get_command (i, &command); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self->canvas), command.action, has_map);
}

void
etp_window_update_actions (EtpWindow *self)
{
  const gboolean has_map = self->document != NULL;

  set_enabled (self, "save", has_map);
  set_enabled (self, "save-as", has_map);
  set_enabled (self, "save-copy", has_map);
  set_enabled (self, "save-template", has_map);
  set_enabled (self, "properties", has_map);
  set_enabled (self, "export", has_map);
  set_enabled (self, "print", has_map);
  set_enabled (self, "present", has_map);
  set_enabled (self, "take-snapshot", has_map);
  set_enabled (self, "snapshots", has_map);
  etp_window_update_reload (self);
  update_map_actions (self, has_map);
  etp_window_update_managers (self, has_map);
  etp_window_update_lanes (self);
  etp_window_update_inspector (self);
  etp_window_update_find (self, has_map);
  etp_window_update_capture (self, has_map);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, EtpWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    etp_application_open_file (ETP_APPLICATION (application), link->data, self);
  return TRUE;
}

void
etp_window_add_drop_target (EtpWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
