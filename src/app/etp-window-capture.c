/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-capture.h"

#include <glib/gi18n-lib.h>

#include "etp-capture-bar.h"
#include "etp-window-private.h"
#include "model/etp-edit-votes.h"
#include "model/etp-fields.h"

struct _EtpWindowCapture
{
  EtpCaptureBar *bar; /* borrowed from the window's slots; NULL until it is first asked for */
  EtpJourney *journey; /* that it was opened for; only to be compared */
};

static void
set_state (EtpWindow *self, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
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
      close_bar (self);
      return;
    }
  g_simple_action_set_state (action, state);
  self->capture->journey = etp_window_get_journey (self);
  etp_capture_bar_open (ensure_bar (self));
}

/* The lane of what is selected; NULL: nothing of a lane is. */
static EtpNode *
get_lane (EtpWindow *self)
{
  EtpCanvasPlace place;

  return etp_canvas_get_selected_place (self->canvas, &place) ? place.lane : NULL;
}

static void
on_sort_by_votes (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpNode *lane = get_lane (self);
  g_autoptr (GError) error = NULL;

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

  if (etp_edit_begin_votes (journey, title, &error) == NULL)
    {
      etp_window_tell_error (self, error);
      return;
    }
  /* Translators: %s is the name of a round of votes: "Round 2". */
  text = g_strdup_printf (_ ("%s has begun: V votes for what is selected"), title);
  etp_window_tell (self, text, _ ("Undo"), "win.undo");
}

static void
on_close_votes (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!etp_edit_close_votes (etp_window_get_journey (self), &error))
    etp_window_tell_error (self, error);
  else
    etp_window_tell (self, _ ("The round of votes is closed"), _ ("Undo"), "win.undo");
}

static const GActionEntry actions[] = {
  { .name = "capture", .state = "false", .change_state = on_capture },
  { .name = "sort-by-votes", .activate = on_sort_by_votes },
  { .name = "begin-votes", .activate = on_begin_votes },
  { .name = "close-votes", .activate = on_close_votes },
};

void
etp_window_add_capture (EtpWindow *self)
{
  self->capture = g_new0 (EtpWindowCapture, 1);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

void
etp_window_update_capture (EtpWindow *self, gboolean has_map)
{
  EtpJourney *journey = has_map ? etp_window_get_journey (self) : NULL;
  const gboolean may_edit = journey != NULL && !etp_journey_get_read_only (journey);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)),
        may_edit);
  if (journey != self->capture->journey)
    close_bar (self);
}

void
etp_window_free_capture (EtpWindow *self)
{
  g_clear_pointer (&self->capture, g_free);
}
