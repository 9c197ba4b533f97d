/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-frame.h"
#include "app/inspector/etp-inspector.h"
#include "canvas/etp-buttons.h"
#include "etp-state.h"

/* The inspector at the window's end: made when it is first shown, which is after the first frame.
 * Until a person has said whether they want it, it shows itself when something is selected where
 * there is room for it. What they said is remembered. */

#define PANEL_WIDTH 344
#define NARROW_WIDTH 860
#define CHOICE "inspector"
/* Beyond the time of a double click: its second half must not meet the panel. */
#define OFFER_MS 600
/* How long the map may take to get its new size when the panel has come. */
#define SETTLE_US (2 * G_USEC_PER_SEC)

static GSimpleAction *
get_action (EtpWindow *self)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "show-inspector"));
}

static void
on_settle (gpointer user_data)
{
  EtpWindow *self = user_data;

  self->inspector_settle_id = 0;
  etp_canvas_show_selection (self->canvas);
}

/* What is selected stays in view when the map becomes narrower; not while sizes are given out, when
 * nothing may ask for another one. */
static void
on_map_resized (EtpWindow *self)
{
  if (self->inspector_settle_id == 0 && g_get_monotonic_time () < self->inspector_settles)
    self->inspector_settle_id = g_idle_add_once (on_settle, self);
}

static void
show_inspector (EtpWindow *self, gboolean shown)
{
  if (shown == etp_compat_split_get_show_panel (self->split))
    return;
  if (shown && etp_compat_split_get_panel (self->split) == NULL)
    {
      GtkWidget *inspector = etp_inspector_new (self->canvas);

      g_signal_connect_object (inspector, "node-activated", G_CALLBACK (etp_window_go_to_node),
                               self, G_CONNECT_SWAPPED);
      etp_compat_split_set_panel (self->split, inspector);
      g_object_bind_property (self->split, "show-panel", inspector, "active",
                              G_BINDING_SYNC_CREATE);
    }
  self->inspector_settles = g_get_monotonic_time () + SETTLE_US;
  etp_compat_split_set_show_panel (self->split, shown);
}

/* The keyboard does not stay in what is not there any more. */
static void
on_shown_changed (EtpWindow *self)
{
  const gboolean shown = etp_compat_split_get_show_panel (self->split);
  GtkWidget *panel = etp_compat_split_get_panel (self->split);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  g_simple_action_set_state (get_action (self), g_variant_new_boolean (shown));
  if (!shown && focus != NULL && gtk_widget_is_ancestor (focus, panel))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
on_change_state (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  EtpWindow *self = user_data;
  const gboolean shown = g_variant_get_boolean (state);

  /* Over the map it comes and goes; that says nothing about a window with room for both. */
  if (!etp_compat_split_is_narrow (self->split))
    etp_state_set_boolean (CHOICE, shown);
  show_inspector (self, shown);
  if (shown && etp_compat_split_is_narrow (self->split))
    gtk_widget_child_focus (etp_compat_split_get_panel (self->split), GTK_DIR_TAB_FORWARD);
}

/* Nothing moves under somebody who drags or types. Who has just selected something does not lose sight of
 * it in a map that shrinks; with a map that opens, the zoom goes by what is left for it. */
static void
on_offer (gpointer user_data)
{
  EtpWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->inspector_offer_id = 0;
  if (etp_compat_split_is_narrow (self->split) || etp_window_get_page (self) != ETP_WINDOW_PAGE_MAP)
    return;
  if (etp_buttons_are_down (GTK_WIDGET (self)) || GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    {
      self->inspector_offer_id = g_timeout_add_once (OFFER_MS, on_offer, self);
      return;
    }
  if (!etp_state_get_boolean (CHOICE, TRUE))
    return;
  if (!etp_item_ref_is_none (etp_canvas_get_selection (self->canvas)))
    etp_canvas_hold_zoom (self->canvas);
  show_inspector (self, TRUE);
}

static void
on_selection_changed (EtpWindow *self)
{
  if (self->inspector_offered || etp_item_ref_is_none (etp_canvas_get_selection (self->canvas)))
    return;
  self->inspector_offered = TRUE;
  self->inspector_offer_id = g_timeout_add_once (OFFER_MS, on_offer, self);
}

void
etp_window_update_inspector (EtpWindow *self)
{
  const gboolean has_map = etp_window_get_page (self) == ETP_WINDOW_PAGE_MAP
                           && etp_canvas_get_journey (self->canvas) != NULL;

  g_simple_action_set_enabled (get_action (self), has_map);
  if (!has_map)
    show_inspector (self, FALSE);
  /* Who wants it gets it with the map, after the first frames. */
  else if (!self->inspector_offered && etp_state_has (CHOICE))
    {
      self->inspector_offered = TRUE;
      self->inspector_offer_id = g_timeout_add_once (OFFER_MS, on_offer, self);
    }
}

void
etp_window_flush_typing (EtpWindow *self)
{
  GtkWidget *inspector = etp_compat_split_get_panel (self->split);

  if (inspector != NULL)
    etp_inspector_flush (ETP_INSPECTOR (inspector));
}

/* Before anybody asks whether the map is saved. */
static gboolean
on_close_request (EtpWindow *self)
{
  etp_window_flush_typing (self);
  return FALSE;
}

GtkWidget *
etp_window_create_split (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "show-inspector", .state = "false", .change_state = on_change_state },
  };
  GtkWidget *frame = etp_compat_frame_new (NULL, self->content, GTK_WIDGET (self->bottom));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  self->split = ETP_COMPAT_SPLIT (etp_compat_split_new (frame, PANEL_WIDTH, NARROW_WIDTH));
  gtk_widget_set_vexpand (GTK_WIDGET (self->split), TRUE);
  g_signal_connect_object (self->split, "notify::show-panel", G_CALLBACK (on_shown_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "selection-changed", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request), NULL);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (on_map_resized), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->split);
}

void
etp_window_show_field (EtpWindow *self, guint field)
{
  if (etp_window_get_page (self) != ETP_WINDOW_PAGE_MAP)
    return;
  show_inspector (self, TRUE);
  etp_inspector_focus_field (ETP_INSPECTOR (etp_compat_split_get_panel (self->split)), field);
}

GtkWidget *
etp_window_get_inspector (EtpWindow *self)
{
  return etp_compat_split_get_show_panel (self->split) ? etp_compat_split_get_panel (self->split)
                                                       : NULL;
}
