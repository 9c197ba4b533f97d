/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-capture.h"

#include <glib/gi18n-lib.h>

#include "etp-capture-bar.h"
#include "etp-parking-lot.h"
#include "etp-votes-popover.h"
#include "etp-window-private.h"
#include "model/etp-capture.h"
#include "model/etp-edit-drop.h"
#include "model/etp-edit-map.h"
#include "model/etp-edit-votes.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"

struct _EtpWindowCapture
{
  EtpCaptureBar *bar; /* borrowed from the window's slots; NULL until it is first asked for */
  EtpJourney *journey; /* that it was opened for; only to be compared */
  EtpParkingLot *lot; /* borrowed, the same */
  GtkWidget *votes; /* popover; owned by its parent; NULL until it is first asked for */
  guint parked_id; /* source: other cards may be parked */
};

static void
set_state (EtpWindow *self, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static gboolean
get_state (EtpWindow *self, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), name);

  return g_variant_get_boolean (state);
}

static void
close_bar (EtpWindow *self)
{
  if (self->capture->bar != NULL)
    etp_capture_bar_close (self->capture->bar);
  set_state (self, "capture", FALSE);
}

static EtpCaptureBar *
ensure_bar (EtpWindow *self)
{
  if (self->capture->bar == NULL)
    {
      self->capture->bar = ETP_CAPTURE_BAR (etp_capture_bar_new (self->canvas));
      gtk_box_insert_child_after (self->bottom, GTK_WIDGET (self->capture->bar), NULL);
      g_signal_connect_object (self->capture->bar, "closed", G_CALLBACK (close_bar), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->capture->bar, "failed", G_CALLBACK (etp_window_tell_error),
                               self, G_CONNECT_SWAPPED);
    }
  return self->capture->bar;
}

static void
on_capture (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  EtpWindow *self = user_data;

  if (!g_variant_get_boolean (state))
    {
      if (self->capture->bar == NULL || !etp_capture_bar_take_keyboard (self->capture->bar))
        close_bar (self);
      return;
    }
  g_simple_action_set_state (action, state);
  self->capture->journey = etp_window_get_journey (self);
  etp_capture_bar_open (ensure_bar (self));
}

static gboolean
update_parked (gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpJourney *journey = etp_window_get_journey (self);
  guint n = 0;

  self->capture->parked_id = 0;
  if (journey != NULL)
    etp_outline_get_parked (etp_journey_get_outline (journey), &n);
  etp_zoom_bar_set_parked (self->zoom_bar, n);
  if (self->capture->lot != NULL && gtk_widget_get_visible (GTK_WIDGET (self->capture->lot)))
    etp_parking_lot_update (self->capture->lot);
  return G_SOURCE_REMOVE;
}

/* Emitted while the canvas is laid out. */
static void
queue_parked (EtpWindow *self)
{
  if (self->capture->parked_id == 0)
    self->capture->parked_id = g_idle_add (update_parked, self);
}

/* Notes of a lane of measures are measures, so a card would not be seen there. */
static gboolean
takes_cards (EtpNode *lane)
{
  return etp_capture_takes_notes (lane)
         && etp_lane_kind_shows_cards (etp_node_get_enum (lane, ETP_LANE_KIND));
}

/* The cell of what is selected on the map, else that of the capture line. */
static gboolean
get_cell (EtpWindow *self, EtpCardPlace *target)
{
  EtpCanvasPlace place;

  *target = (EtpCardPlace){ .index = G_MAXUINT };
  if (etp_canvas_get_selected_place (self->canvas, &place) && takes_cards (place.lane))
    {
      target->lane = place.lane;
      target->phase = place.phase;
      return TRUE;
    }
  return self->capture->bar != NULL
         && etp_capture_bar_get_target (self->capture->bar, &target->lane, &target->phase)
         && takes_cards (target->lane);
}

static void
send_cards (EtpWindow *self, GPtrArray *cards)
{
  EtpCardPlace place;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (!get_cell (self, &place))
    {
      etp_window_tell (self, _ ("First select a place for cards on the map."), NULL, NULL);
      return;
    }
  words = etp_capture_dup_words (etp_window_get_journey (self),
                                 &(EtpCaptureTarget){ place.lane, place.phase, NULL });
  if (!etp_edit_drop_cards (etp_window_get_journey (self), cards, &place, &error))
    {
      etp_window_tell_error (self, error);
      return;
    }
  /* Translators: %s is a phase and a lane: "Decision › Thoughts". */
  text = g_strdup_printf (_ ("Sent to %s"), words);
  etp_window_tell (self, text, _ ("Undo"), "win.undo-step");
}

static EtpParkingLot *
ensure_lot (EtpWindow *self)
{
  if (self->capture->lot == NULL)
    {
      self->capture->lot = ETP_PARKING_LOT (etp_parking_lot_new (self->canvas));
      gtk_widget_set_visible (GTK_WIDGET (self->capture->lot), FALSE); /* until it is asked for */
      gtk_box_append (self->map_box, GTK_WIDGET (self->capture->lot));
      g_signal_connect_object (self->capture->lot, "failed", G_CALLBACK (etp_window_tell_error),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->capture->lot, "send-requested", G_CALLBACK (send_cards), self,
                               G_CONNECT_SWAPPED);
    }
  return self->capture->lot;
}

static void
on_parking_lot (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  EtpWindow *self = user_data;
  GtkWidget *lot = GTK_WIDGET (ensure_lot (self));

  g_simple_action_set_state (action, state);
  gtk_widget_set_visible (lot, g_variant_get_boolean (state));
  if (!g_variant_get_boolean (state))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
      return;
    }
  etp_parking_lot_update (self->capture->lot);
  etp_parking_lot_focus (self->capture->lot);
}

static void
on_send_parked (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autoptr (GPtrArray) cards = NULL;

  etp_canvas_end_typing (self->canvas);
  etp_parking_lot_update (ensure_lot (self));
  cards = etp_parking_lot_dup_cards (self->capture->lot);
  if (cards->len == 0)
    etp_window_tell (self, _ ("The parking lot is empty."), NULL, NULL);
  else
    send_cards (self, cards);
}

static void
on_votes_requested (EtpWindow *self, const char *typed)
{
  if (self->capture->votes == NULL)
    {
      self->capture->votes = etp_votes_popover_new (self->canvas);
      gtk_widget_set_parent (self->capture->votes, GTK_WIDGET (self->map_box));
      g_signal_connect_object (self->capture->votes, "failed", G_CALLBACK (etp_window_tell_error),
                               self, G_CONNECT_SWAPPED);
    }
  etp_votes_popover_show (ETP_VOTES_POPOVER (self->capture->votes), typed);
}

/* The lane of what is selected; NULL: nothing of a lane is, a phase's head for instance. */
static EtpNode *
get_lane (EtpWindow *self)
{
  EtpScene *scene = etp_canvas_get_scene (self->canvas);
  const EtpItemRef ref = etp_canvas_get_selection (self->canvas);
  const char *id = scene != NULL && !etp_item_ref_is_none (ref)
                       ? etp_scene_get_cell (scene, ref.cell)->cell->lane_id
                       : NULL;

  return id != NULL ? etp_journey_get_node (etp_window_get_journey (self), id) : NULL;
}

static void
on_sort_by_votes (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpNode *lane;
  g_autoptr (GError) error = NULL;

  etp_canvas_end_typing (self->canvas);
  lane = get_lane (self);
  if (lane == NULL)
    etp_window_tell (self, _ ("Select something of the lane that is to be sorted."), NULL, NULL);
  else if (!etp_edit_sort_lane_by_votes (etp_window_get_journey (self), lane, &error))
    etp_window_tell_error (self, error);
}

static void
on_begin_votes (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpJourney *journey = etp_window_get_journey (self);
  const guint n = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_VOTE_ROUNDS));
  /* Translators: the name of a round of votes; %u is its number. */
  g_autofree char *title = g_strdup_printf (_ ("Round %u"), n + 1);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  etp_canvas_end_typing (self->canvas);
  if (etp_edit_begin_votes (journey, title, &error) == NULL)
    {
      etp_window_tell_error (self, error);
      return;
    }
  /* Translators: %s is the name of a round of votes: "Round 2". */
  text = g_strdup_printf (_ ("%s has begun: V votes for what is selected"), title);
  etp_window_tell (self, text, _ ("Undo"), "win.undo-step");
}

static void
on_close_votes (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  etp_canvas_end_typing (self->canvas);
  if (!etp_edit_close_votes (etp_window_get_journey (self), &error))
    etp_window_tell_error (self, error);
  else
    etp_window_tell (self, _ ("The round of votes is closed"), _ ("Undo"), "win.undo-step");
}

static const GActionEntry actions[] = {
  { .name = "capture", .state = "false", .change_state = on_capture },
  { .name = "show-parking-lot", .state = "false", .change_state = on_parking_lot },
  { .name = "send-parked", .activate = on_send_parked },
  { .name = "sort-by-votes", .activate = on_sort_by_votes },
  { .name = "begin-votes", .activate = on_begin_votes },
  { .name = "close-votes", .activate = on_close_votes },
};

void
etp_window_add_capture (EtpWindow *self)
{
  self->capture = g_new0 (EtpWindowCapture, 1);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->canvas, "scene-changed", G_CALLBACK (queue_parked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "votes-requested", G_CALLBACK (on_votes_requested), self,
                           G_CONNECT_SWAPPED);
}

void
etp_window_dispose_capture (EtpWindow *self)
{
  g_clear_handle_id (&self->capture->parked_id, g_source_remove);
  g_clear_pointer (&self->capture->votes, gtk_widget_unparent);
}

void
etp_window_update_capture (EtpWindow *self, gboolean has_map)
{
  EtpJourney *journey = has_map ? etp_window_get_journey (self) : NULL;
  const gboolean may_edit = journey != NULL && !etp_journey_get_read_only (journey);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)),
        may_edit || (journey != NULL && actions[i].change_state == on_parking_lot));
  if (journey != self->capture->journey)
    close_bar (self);
  if (self->capture->lot != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->capture->lot),
                            has_map && get_state (self, "show-parking-lot"));
}

void
etp_window_free_capture (EtpWindow *self)
{
  g_clear_pointer (&self->capture, g_free);
}
