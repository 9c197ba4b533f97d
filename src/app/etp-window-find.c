/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-find.h"

#include "etp-filter-bar.h"
#include "canvas/etp-overview.h"
#include "etp-find-bar.h"
#include "etp-palette.h"
#include "etp-parking-lot.h"
#include "etp-room-strip.h"
#include "etp-window-private.h"

struct _EtpWindowFind
{
  /* borrowed from the window's slots; NULL until they are first asked for */
  EtpFindBar *find_bar;
  EtpFilterBar *filter_bar;
  EtpOverview *overview;
  GtkWidget *room_strip;

  guint overview_id; /* source: whether the overview is needed */
};

static EtpFindBar *
ensure_find_bar (EtpWindow *self)
{
  if (self->find->find_bar == NULL)
    {
      self->find->find_bar = ETP_FIND_BAR (etp_find_bar_new (self->canvas));
      gtk_box_prepend (self->top_slot, GTK_WIDGET (self->find->find_bar));
    }
  return self->find->find_bar;
}

static void
on_filter_changed (EtpFilterBar *bar, EtpWindow *self)
{
  const EtpFilter *filter = etp_filter_bar_get_filter (bar);
  GAction *facts = g_action_map_lookup_action (G_ACTION_MAP (self), "facts-only");
  GAction *clear = g_action_map_lookup_action (G_ACTION_MAP (self), "clear-filter");

  g_simple_action_set_state (G_SIMPLE_ACTION (facts),
                             g_variant_new_boolean (etp_filter_get_facts_only (filter)));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (clear), !etp_filter_is_empty (filter));
}

static EtpFilterBar *
ensure_filter_bar (EtpWindow *self)
{
  if (self->find->filter_bar == NULL)
    {
      self->find->filter_bar = ETP_FILTER_BAR (etp_filter_bar_new (self->canvas));
      gtk_box_append (self->top_slot, GTK_WIDGET (self->find->filter_bar));
      g_signal_connect_object (self->find->filter_bar, "changed", G_CALLBACK (on_filter_changed),
                               self, G_CONNECT_DEFAULT);
    }
  return self->find->filter_bar;
}

static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_find_bar_open (ensure_find_bar (user_data));
}

static void
on_find_next (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_find_bar_step (ensure_find_bar (user_data), 1);
}

static void
on_find_previous (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_find_bar_step (ensure_find_bar (user_data), -1);
}

static void
on_filter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_filter_bar_choose (ensure_filter_bar (user_data));
}

static void
on_clear_filter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_filter_bar_clear (ensure_filter_bar (user_data));
}

static void
on_facts_only (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  etp_filter_bar_set_facts_only (ensure_filter_bar (user_data), g_variant_get_boolean (state));
}

static void
on_palette (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpJourney *journey = etp_window_get_journey (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *lot = focus != NULL ? gtk_widget_get_ancestor (focus, ETP_TYPE_PARKING_LOT) : NULL;

  /* A parked card is meant where it has the keyboard, not the one that is selected on the map. */
  if (lot != NULL && !etp_parking_lot_choose_focused (ETP_PARKING_LOT (lot)))
    lot = NULL;
  etp_palette_show (GTK_WINDOW (self), lot != NULL ? lot : GTK_WIDGET (self->canvas),
                    journey == NULL || !etp_journey_get_read_only (journey));
}

static gboolean
get_state (EtpWindow *self, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), name);

  return g_variant_get_boolean (state);
}

static gboolean
update_overview (gpointer user_data)
{
  EtpWindow *self = user_data;

  self->find->overview_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->find->overview),
                          get_state (self, "overview")
                              && etp_overview_is_needed (self->find->overview));
  return G_SOURCE_REMOVE;
}

/* The map or the window may have another size: that is known once they are laid out. */
static void
queue_overview (EtpWindow *self)
{
  if (self->find->overview_id == 0)
    self->find->overview_id = g_idle_add (update_overview, self);
}

static void
ensure_overview (EtpWindow *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  if (self->find->overview != NULL)
    return;
  self->find->overview = ETP_OVERVIEW (etp_overview_new (self->canvas, ETP_OVERVIEW_MAP));
  gtk_widget_set_visible (GTK_WIDGET (self->find->overview), FALSE);
  gtk_box_insert_child_after (self->bottom, GTK_WIDGET (self->find->overview), NULL);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (scroller), "changed",
                           G_CALLBACK (queue_overview), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "changed",
                           G_CALLBACK (queue_overview), self, G_CONNECT_SWAPPED);
}

static void
on_overview (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  ensure_overview (user_data);
  queue_overview (user_data);
}

static void
on_room_style (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  EtpWindow *self = user_data;
  const gboolean is_room = g_variant_get_boolean (state);

  g_simple_action_set_state (action, state);
  if (self->find->room_strip == NULL)
    {
      self->find->room_strip = etp_room_strip_new (self->canvas);
      gtk_box_append (self->top_slot, self->find->room_strip);
    }
  gtk_widget_set_visible (self->find->room_strip, is_room);
  etp_canvas_set_room (self->canvas, is_room);
  /* What lies beside the map is read from the last row as well. */
  if (is_room)
    gtk_widget_add_css_class (GTK_WIDGET (self), "room-style");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "room-style");
}

static const GActionEntry actions[] = {
  { .name = "find", .activate = on_find },
  { .name = "find-next", .activate = on_find_next },
  { .name = "find-previous", .activate = on_find_previous },
  { .name = "filter", .activate = on_filter },
  { .name = "clear-filter", .activate = on_clear_filter },
  { .name = "facts-only", .state = "false", .change_state = on_facts_only },
  { .name = "overview", .state = "false", .change_state = on_overview },
  { .name = "palette", .activate = on_palette },
  { .name = "room-style", .state = "false", .change_state = on_room_style },
};

void
etp_window_add_find (EtpWindow *self)
{
  self->find = g_new0 (EtpWindowFind, 1);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
etp_window_update_find (EtpWindow *self, gboolean has_map)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name);
      gboolean enabled = has_map;

      if (g_str_equal (actions[i].name, "palette"))
        enabled = TRUE;
      if (g_str_equal (actions[i].name, "clear-filter"))
        enabled = etp_canvas_get_filter (self->canvas) != NULL;
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->top_slot), has_map);
}

void
etp_window_free_find (EtpWindow *self)
{
  g_clear_handle_id (&self->find->overview_id, g_source_remove);
  g_clear_pointer (&self->find, g_free);
}
