/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-toasts.h"
#include "model/etp-history.h"

/* Undo and redo: their buttons say what they would take back. */

static EtpHistory *
get_history (EtpWindow *self)
{
  EtpJourney *journey = etp_window_get_journey (self);

  return journey != NULL ? etp_journey_get_history (journey) : NULL;
}

static void
set_button (EtpWindow *self, const char *name, GtkWidget *button, char *text, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  etp_zoom_bar_name_undo (self->zoom_bar, button == self->redo_button, text);
  g_free (text);
}

static void
update_undo (EtpWindow *self)
{
  EtpHistory *history = get_history (self);
  const char *undo = history != NULL ? etp_history_get_undo_title (history) : NULL;
  const char *redo = history != NULL ? etp_history_get_redo_title (history) : NULL;

  /* Translators: %s is what would be taken back, such as "Move Card". */
  set_button (self, "undo", self->undo_button,
              undo != NULL ? g_strdup_printf (_ ("Undo %s"), undo) : g_strdup (_ ("Undo")),
              undo != NULL);
  /* Translators: %s is what would be done again, such as "Move Card". */
  set_button (self, "redo", self->redo_button,
              redo != NULL ? g_strdup_printf (_ ("Redo %s"), redo) : g_strdup (_ ("Redo")),
              redo != NULL);
}

void
etp_window_watch_history (EtpWindow *self)
{
  EtpHistory *history = get_history (self);

  etp_toasts_end_undo (self->toasts);
  if (history != NULL)
    {
      g_signal_connect_object (history, "changed", G_CALLBACK (update_undo), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (history, "changed", G_CALLBACK (etp_window_update_lanes), self,
                               G_CONNECT_SWAPPED);
    }
  update_undo (self);
  etp_window_update_lanes (self);
}

/* Where somebody types, the keys first take back what was typed there. */
static gboolean
undo_typing (EtpWindow *self, gboolean is_redo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkTextBuffer *buffer;

  if (GTK_IS_TEXT (focus))
    {
      g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));

      gtk_widget_activate_action (focus, is_redo ? "text.redo" : "text.undo", NULL);
      return strcmp (before, gtk_editable_get_text (GTK_EDITABLE (focus))) != 0;
    }
  if (!GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  if (is_redo && gtk_text_buffer_get_can_redo (buffer))
    gtk_text_buffer_redo (buffer);
  else if (!is_redo && gtk_text_buffer_get_can_undo (buffer))
    gtk_text_buffer_undo (buffer);
  else
    return FALSE;
  return TRUE;
}

/* What comes back is selected, so that the keyboard goes on from there; if the selection goes instead,
 * what lay beside it. */
static void
step (EtpWindow *self, gboolean is_redo)
{
  EtpHistory *history = get_history (self);
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (EtpCanvasHeirs) heirs = NULL;

  if (history == NULL)
    return;
  /* A field whose letters were taken back still counts as typed: it would write over what comes. */
  etp_window_flush_typing (self);
  heirs = etp_canvas_list_heirs (self->canvas);
  ids = etp_history_list_returning (history, is_redo);
  if (is_redo ? !etp_history_redo (history) : !etp_history_undo (history))
    return;
  for (guint i = 0; i < ids->len && get_history (self) == history; i++)
    {
      EtpNode *node = etp_journey_get_node (etp_window_get_journey (self), ids->pdata[i]);

      if (node != NULL)
        g_ptr_array_add (nodes, node);
    }
  etp_canvas_select_returned (self->canvas, nodes);
  if (get_history (self) == history
      && etp_item_ref_is_none (etp_canvas_get_selection (self->canvas)))
    etp_canvas_select_heir (self->canvas, heirs);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (!undo_typing (user_data, FALSE))
    step (user_data, FALSE);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (!undo_typing (user_data, TRUE))
    step (user_data, TRUE);
}

/* For what stands beside the text that has the keyboard, such as a message: it means the map. Where
 * that text makes a step of its own now, the step that was meant is not the last one any more. */
static void
step_beside (EtpWindow *self, gboolean is_redo)
{
  EtpJourney *journey = etp_window_get_journey (self);
  const guint64 serial = journey != NULL ? etp_journey_get_serial (journey) : 0;

  etp_window_flush_typing (self);
  if (journey != NULL && etp_journey_get_serial (journey) == serial)
    step (self, is_redo);
}

static void
on_undo_step (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_beside (user_data, FALSE);
}

static void
on_redo_step (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_beside (user_data, TRUE);
}

void
etp_window_add_undo (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "undo", .activate = on_undo },
    { .name = "redo", .activate = on_redo },
    { .name = "undo-step", .activate = on_undo_step },
    { .name = "redo-step", .activate = on_redo_step },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  /* Where the head bar has no room for them they are at the thumb, below the map. */
  g_object_bind_property (gtk_widget_get_parent (self->undo_button), "cut", self->zoom_bar,
                          "shows-undo", G_BINDING_SYNC_CREATE);
  update_undo (self);
}
