/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-dialog.h"
#include "app/inspector/etp-naming.h"
#include "etp-manager-kinds.h"
#include "etp-manager.h"
#include "etp-measures.h"
#include "model/etp-fields.h"

/* The dialogs about what cannot be seen on the map as a whole: lists, measures, insights. */

#define MANAGER_WIDTH 820
#define MEASURES_WIDTH 1180
#define HEIGHT 620

typedef struct
{
  EtpWindow *window; /* owned */
  GtkWidget *dialog; /* owned */
  char *id; /* of what is to be seen on the map */
  gboolean is_sheet; /* no, printed */
} Choice;

void
etp_window_go_to_node (EtpWindow *self, EtpNode *node)
{
  g_autofree char *name = NULL, *text = NULL;

  if (etp_canvas_select_seen (self->canvas, node))
    return;
  name = etp_naming_dup (node);
  /* Translators: %s is the name of a card, a measure or the like. */
  text = g_strdup_printf (_ ("“%s” is not to be seen on the map now"), name);
  etp_window_tell (self, text, NULL, NULL);
}

static void
select_on_map (EtpWindow *self, const char *id)
{
  EtpJourney *journey = etp_window_get_journey (self);
  EtpNode *node = journey != NULL ? etp_journey_get_node (journey, id) : NULL;

  if (node == NULL)
    return;
  if (node == ETP_NODE (journey))
    {
      etp_canvas_select_nodes (self->canvas, NULL);
      g_action_group_change_action_state (G_ACTION_GROUP (self), "show-inspector",
                                          g_variant_new_boolean (TRUE));
    }
  else
    etp_window_go_to_node (self, node);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
on_idle (gpointer user_data)
{
  Choice *choice = user_data;

  etp_compat_dialog_close (choice->dialog);
  if (choice->is_sheet)
    g_action_group_activate_action (G_ACTION_GROUP (choice->window), "print-sheet",
                                    g_variant_new_string (choice->id));
  else
    select_on_map (choice->window, choice->id);
  g_object_unref (choice->window);
  g_object_unref (choice->dialog);
  g_free (choice->id);
  g_free (choice);
  return G_SOURCE_REMOVE;
}

/* Not at once: the dialog must not go while its button is still at work, be it for a click or for
 * assistive technology. */
static void
queue_choice (GtkWidget *content, EtpNode *node, EtpWindow *self, gboolean is_sheet)
{
  Choice *choice = g_new (Choice, 1);

  choice->is_sheet = is_sheet;
  choice->window = g_object_ref (self);
  choice->dialog = g_object_ref (g_object_get_data (G_OBJECT (content), "dialog"));
  choice->id = g_strdup (etp_node_get_id (node));
  g_idle_add (on_idle, choice);
}

static void
on_node_activated (GtkWidget *content, EtpNode *node, EtpWindow *self)
{
  queue_choice (content, node, self, FALSE);
}

static void
on_sheet_asked (GtkWidget *content, EtpNode *node, EtpWindow *self)
{
  queue_choice (content, node, self, TRUE);
}

static void
show_dialog (EtpWindow *self, const char *title, GtkWidget *content, int width)
{
  GtkWidget *dialog;

  gtk_widget_set_vexpand (content, TRUE);
  g_signal_connect_object (content, "node-activated", G_CALLBACK (on_node_activated), self, 0);
  dialog = etp_compat_dialog_show (GTK_WINDOW (self), title, content, NULL, NULL, width, HEIGHT);
  g_object_set_data (G_OBJECT (content), "dialog", dialog);
}

static void
on_manage (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  guint n_kinds, kind = 0;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);

  GtkWidget *manager;

  while (!g_str_equal (kinds[kind].action, g_action_get_name (G_ACTION (action))))
    kind++;
  etp_window_flush_typing (self);
  manager = etp_manager_new (GTK_WIDGET (self), etp_window_get_journey (self), kind);
  g_signal_connect_object (manager, "sheet-asked", G_CALLBACK (on_sheet_asked), self, 0);
  show_dialog (self, _ ("Manage"), manager, MANAGER_WIDTH);
}

static void
on_show_measures (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  etp_window_flush_typing (self);
  show_dialog (self, _ ("Measures"),
               etp_measures_new (GTK_WIDGET (self), etp_window_get_journey (self), today),
               MEASURES_WIDTH);
}

/* The inspector shows the journey when nothing is selected. */
static void
on_show_insights (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;

  etp_canvas_select_nodes (self->canvas, NULL);
  etp_window_show_field (self, ETP_JOURNEY_INSIGHTS);
}

void
etp_window_add_managers (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "show-measures", .activate = on_show_measures },
    { .name = "show-insights", .activate = on_show_insights },
  };
  guint n_kinds;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < n_kinds; i++)
    {
      const GActionEntry entry = { .name = kinds[i].action, .activate = on_manage };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
}

void
etp_window_update_managers (EtpWindow *self, gboolean has_map)
{
  guint n_kinds;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);
  GActionMap *map = G_ACTION_MAP (self);

  for (guint i = 0; i < n_kinds; i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (map, kinds[i].action)), has_map);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "show-measures")),
                               has_map);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "show-insights")),
                               has_map);
}
