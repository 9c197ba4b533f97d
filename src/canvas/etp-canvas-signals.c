/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"
#include "model/etp-edit-node.h"

/* What the canvas tells its window; the signals are described in etp-canvas.h. */

enum
{
  SELECTION_CHANGED,
  ITEM_ACTIVATED,
  FAILED,
  EMOTION_REQUESTED,
  VOTES_REQUESTED,
  SCENE_CHANGED,
  TOLD,
  TAKEN_BACK,
  MENU_REQUESTED,
  FILTER_CHANGED,
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
etp_canvas_class_install_signals (void)
{
  signals[SELECTION_CHANGED] = g_signal_new (
      "selection-changed", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ITEM_ACTIVATED] = g_signal_new ("item-activated", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          g_signal_accumulator_true_handled, NULL, NULL,
                                          G_TYPE_BOOLEAN, 0);
  signals[FAILED] = g_signal_new ("failed", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[EMOTION_REQUESTED] = g_signal_new ("emotion-requested", ETP_TYPE_CANVAS,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                             G_TYPE_STRING);
  signals[VOTES_REQUESTED] = g_signal_new ("votes-requested", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SCENE_CHANGED] = g_signal_new ("scene-changed", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[TAKEN_BACK] = g_signal_new ("taken-back", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MENU_REQUESTED] = g_signal_new ("menu-requested", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, GDK_TYPE_RECTANGLE);
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLICKED] = g_signal_new ("clicked", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

void
etp_canvas_emit_scene_changed (EtpCanvas *self)
{
  g_signal_emit (self, signals[SCENE_CHANGED], 0);
}

static gboolean
on_selection_changed (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->selection_id = 0;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Whoever hears of it changes other widgets, which is too late while the window is laid out: it
 * would never be painted again. */
void
etp_canvas_emit_selection_changed (EtpCanvas *self)
{
  if (!self->is_laying_out)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  else if (self->selection_id == 0)
    self->selection_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_selection_changed, self, NULL);
}

gboolean
etp_canvas_emit_item_activated (EtpCanvas *self)
{
  gboolean is_done = FALSE;

  g_signal_emit (self, signals[ITEM_ACTIVATED], 0, &is_done);
  return is_done;
}

void
etp_canvas_emit_menu_requested (EtpCanvas *self, const GdkRectangle *place)
{
  g_signal_emit (self, signals[MENU_REQUESTED], 0, place);
}

void
etp_canvas_tell (EtpCanvas *self, const char *text, gboolean can_undo)
{
  g_signal_emit (self, signals[TOLD], 0, text, can_undo);
}

void
etp_canvas_take_back (EtpCanvas *self, const char *text)
{
  g_signal_emit (self, signals[TAKEN_BACK], 0, text);
}

void
etp_canvas_emit_clicked (EtpCanvas *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

void
etp_canvas_emit_emotion_requested (EtpCanvas *self, const char *typed)
{
  g_signal_emit (self, signals[EMOTION_REQUESTED], 0, typed);
}

void
etp_canvas_emit_votes_requested (EtpCanvas *self, const char *typed)
{
  g_signal_emit (self, signals[VOTES_REQUESTED], 0, typed);
}

void
etp_canvas_tell_error (EtpCanvas *self, const GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

gboolean
etp_canvas_tell_read_only (EtpCanvas *self)
{
  g_autoptr (GError) error = NULL;

  if (self->journey == NULL || etp_edit_check_writable (self->journey, &error))
    return FALSE;
  etp_canvas_tell_error (self, error);
  return TRUE;
}
