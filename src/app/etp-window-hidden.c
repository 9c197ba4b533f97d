/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-edit.h"
#include "model/etp-tables.h"
#include "model/etp-words.h"

/* Phases and lanes that are hidden, and the ways back: a submenu of the main menu names each of
 * them. */

static void
on_show_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  etp_canvas_end_typing (self->canvas);
  etp_edit_show_all (etp_window_get_journey (self), &error);
  if (error != NULL)
    etp_window_tell_error (self, error);
}

/* One hidden phase or lane comes back; the parameter is its id. */
static void
on_show_node (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpJourney *journey = etp_window_get_journey (self);
  EtpNode *node = journey != NULL
                      ? etp_journey_get_node (journey, g_variant_get_string (parameter, NULL))
                      : NULL;
  EtpDatum shown = { 0 };
  g_autoptr (GError) error = NULL;

  if (node == NULL
      || (etp_node_get_list (node) != ETP_LIST_PHASES
          && etp_node_get_list (node) != ETP_LIST_LANES))
    return;
  etp_canvas_end_typing (self->canvas);
  etp_edit_set (journey, node, etp_map_field_get (etp_node_get_list (node), ETP_MAP_FIELD_HIDDEN),
                &shown, &error);
  if (error != NULL)
    etp_window_tell_error (self, error);
  else
    etp_window_select_node (self, node);
}

static gboolean
has_hidden (EtpWindow *self)
{
  static const EtpListKind lists[] = { ETP_LIST_PHASES, ETP_LIST_LANES };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      EtpNodeList *nodes = etp_journey_get_list (etp_window_get_journey (self), lists[i]);
      EtpNode *node;

      for (guint j = 0; (node = etp_node_list_get (nodes, j)) != NULL; j++)
        if (etp_node_get_boolean (node, etp_map_field_get (lists[i], ETP_MAP_FIELD_HIDDEN)))
          return TRUE;
    }
  return FALSE;
}

static void
append_hidden (EtpWindow *self, GMenu *menu, EtpListKind list)
{
  g_autoptr (GMenu) section = g_menu_new ();
  EtpJourney *journey = etp_window_get_journey (self);
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
    {
      const char *name = etp_node_get_text (node, etp_map_field_get (list, ETP_MAP_FIELD_NAME));
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *label = NULL;

      if (!etp_node_get_boolean (node, etp_map_field_get (list, ETP_MAP_FIELD_HIDDEN)))
        continue;
      if (name[0] == '\0' && list == ETP_LIST_LANES)
        name = etp_words_get_lane_kind (etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE),
                                        etp_node_get_enum (node, ETP_LANE_KIND));
      else if (name[0] == '\0')
        name = _ ("Phase without a name");
      parts = g_strsplit (name, "_", -1);
      label = g_strjoinv ("__", parts); /* no mnemonic */
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.show-node", "s", etp_node_get_id (node));
      g_menu_append_item (section, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, list == ETP_LIST_PHASES ? _ ("Phases") : _ ("Lanes"),
                           G_MENU_MODEL (section));
}

static GMenu *
create_hidden_menu (EtpWindow *self)
{
  g_autoptr (GMenu) all = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_hidden (self, menu, ETP_LIST_PHASES);
  append_hidden (self, menu, ETP_LIST_LANES);
  g_menu_append (all, _ ("Show _All"), "win.show-hidden");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return menu;
}

/* The main menu has the submenu only while something is hidden. */
static void
fill_hidden (EtpWindow *self)
{
  const gboolean is_shown = etp_window_get_journey (self) != NULL && has_hidden (self);
  g_autoptr (GMenu) menu = NULL;

  if (g_menu_model_get_n_items (G_MENU_MODEL (self->hidden_menu)) > 0)
    g_menu_remove_all (self->hidden_menu);
  if (!is_shown)
    return;
  menu = create_hidden_menu (self);
  g_menu_append_submenu (self->hidden_menu, _ ("H_idden Phases and Lanes"), G_MENU_MODEL (menu));
}

static void
set_enabled (EtpWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
etp_window_update_hidden (EtpWindow *self)
{
  EtpJourney *journey = etp_window_get_journey (self);
  const gboolean may_edit = journey != NULL && !etp_journey_get_read_only (journey);

  set_enabled (self, "show-hidden", may_edit && has_hidden (self));
  set_enabled (self, "show-node", may_edit);
  fill_hidden (self);
}

void
etp_window_add_hidden (EtpWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "show-hidden", .activate = on_show_all },
    { .name = "show-node", .activate = on_show_node, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
