/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-tools.h"

#include "etp-canvas-links.h"
#include "etp-canvas-drag.h"
#include "etp-canvas-private.h"
#include "etp-canvas-touch.h"

/* One gesture for all tools. While it drags near an edge the map scrolls along, and the tool is
 * updated as if the pointer had moved. */

#define EDGE_PX 36.0 /* from the edge of the widget: here it scrolls */
#define EDGE_SPEED 14.0 /* pixels a frame at the very edge */

/* In this order they are asked. */
static const EtpCanvasTool *const tools[] = {
  &etp_canvas_tool_link,
  &etp_canvas_tool_point,
  &etp_canvas_tool_edges,
  &etp_canvas_tool_heads,
  &etp_canvas_tool_span,
  &etp_canvas_tool_cards,
  &etp_canvas_tool_band, /* last: it takes what nobody else wants */
  NULL,
};

static void
fill_drag (EtpCanvas *self, double x, double y)
{
  EtpCanvasDrag *drag = &self->tools.drag;

  drag->x = x;
  drag->y = y;
  etp_canvas_to_map (self, x, y, &drag->x_map, &drag->y_map);
}

static void
set_modifiers (EtpCanvas *self, GtkGesture *gesture)
{
  self->tools.drag.modifiers = gtk_event_controller_get_current_event_state (
                                   GTK_EVENT_CONTROLLER (gesture))
                               & gtk_accelerator_get_default_mod_mask ();
  self->tools.drag.device = gtk_event_controller_get_current_event_device (
      GTK_EVENT_CONTROLLER (gesture));
}

/* How far to scroll at a place, in one direction. */
static double
get_edge_speed (double place, double size)
{
  if (place < EDGE_PX)
    return -EDGE_SPEED * MIN (1.0, (EDGE_PX - place) / EDGE_PX);
  if (place > size - EDGE_PX)
    return EDGE_SPEED * MIN (1.0, (place - size + EDGE_PX) / EDGE_PX);
  return 0;
}

void
etp_canvas_get_edge_scroll (EtpCanvas *self, double x, double y, double *dx, double *dy)
{
  *dx = get_edge_speed (x, gtk_widget_get_width (GTK_WIDGET (self)));
  *dy = get_edge_speed (y, gtk_widget_get_height (GTK_WIDGET (self)));
}

/* The tool may give the drag up in it: to the toolkit, when the pointer has left the map. */
static void
update_tool (EtpCanvas *self)
{
  fill_drag (self, self->tools.drag.x, self->tools.drag.y);
  if (self->tools.tool->update != NULL)
    self->tools.tool->update (self, &self->tools.drag);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_edge_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  EtpCanvas *self = ETP_CANVAS (widget);
  const double dx = get_edge_speed (self->tools.drag.x, gtk_widget_get_width (widget));
  const double dy = get_edge_speed (self->tools.drag.y, gtk_widget_get_height (widget));
  guint id;

  if (self->tools.tool == NULL || !self->tools.is_dragging || (dx == 0 && dy == 0))
    {
      self->tools.edge_id = 0;
      return G_SOURCE_REMOVE;
    }
  etp_canvas_scroll_by (self, dx, dy, 0);
  id = self->tools.edge_id;
  self->tools.edge_id = 0; /* nobody else ends it meanwhile */
  update_tool (self);
  if (self->tools.tool == NULL)
    return G_SOURCE_REMOVE;
  self->tools.edge_id = id;
  return G_SOURCE_CONTINUE;
}

static void
scroll_at_edges (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->tools.tool->stays != NULL && self->tools.tool->stays (self))
    return;
  if (self->tools.edge_id == 0
      && (get_edge_speed (self->tools.drag.x, gtk_widget_get_width (widget)) != 0
          || get_edge_speed (self->tools.drag.y, gtk_widget_get_height (widget)) != 0))
    self->tools.edge_id = gtk_widget_add_tick_callback (widget, on_edge_tick, NULL, NULL);
}

static gboolean
on_settled (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->tools.settle_id = 0;
  return G_SOURCE_REMOVE;
}

static void
put_away (EtpCanvas *self)
{
  g_clear_handle_id (&self->tools.settle_id, g_source_remove);
  self->tools.tool = NULL;
  self->tools.cursor = NULL;
  self->tools.is_dragging = FALSE;
  if (self->tools.edge_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tools.edge_id);
  self->tools.edge_id = 0;
  etp_canvas_update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, EtpCanvas *self)
{
  EtpCanvasDrag *drag = &self->tools.drag;

  etp_canvas_cancel_tool (self);
  if (self->journey == NULL || self->pointer.is_space_down || etp_canvas_is_on_editor (self, x, y)
      || etp_canvas_is_surplus_press (self, GTK_GESTURE (gesture), x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  etp_canvas_end_editing (self, FALSE); /* before anything is looked for in the scene */
  drag->x0 = x;
  drag->y0 = y;
  drag->item = etp_canvas_pick (self, x, y);
  etp_canvas_to_map (self, x, y, &drag->x0_map, &drag->y0_map);
  fill_drag (self, x, y);
  set_modifiers (self, GTK_GESTURE (gesture));
  for (gsize i = 0; tools[i] != NULL; i++)
    if (tools[i]->take (self, drag))
      {
        self->tools.tool = tools[i];
        /* Before the next event. */
        self->tools.settle_id = g_idle_add_full (G_PRIORITY_HIGH, on_settled, self, NULL);
        return;
      }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, EtpCanvas *self)
{
  EtpCanvasDrag *drag = &self->tools.drag;

  if (self->tools.tool == NULL)
    return;
  if (!self->tools.is_dragging)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) drag->x0, (int) drag->y0,
                                     (int) (drag->x0 + dx), (int) (drag->y0 + dy)))
        return;
      self->tools.is_dragging = TRUE;
      etp_canvas_keep_finger (self);
      /* The press may have moved the map, or may be about to, to show what it selected. From here on
       * the map stays under the pointer. */
      etp_canvas_stop_motion (self);
      etp_canvas_to_map (self, drag->x0, drag->y0, &drag->x0_map, &drag->y0_map);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      etp_canvas_update_cursor (self);
    }
  set_modifiers (self, GTK_GESTURE (gesture));
  drag->x = drag->x0 + dx;
  drag->y = drag->y0 + dy;
  update_tool (self);
  if (self->tools.tool != NULL)
    scroll_at_edges (self);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, EtpCanvas *self)
{
  const EtpCanvasTool *tool = self->tools.tool;
  const gboolean is_dragging = self->tools.is_dragging;

  if (tool == NULL)
    return;
  if (is_dragging)
    fill_drag (self, self->tools.drag.x0 + dx, self->tools.drag.y0 + dy);
  set_modifiers (self, GTK_GESTURE (gesture));
  put_away (self);
  if (is_dragging)
    tool->finish (self, &self->tools.drag);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, EtpCanvas *self)
{
  etp_canvas_cancel_tool (self);
}

gboolean
etp_canvas_cancel_tool (EtpCanvas *self)
{
  const EtpCanvasTool *tool = self->tools.tool;
  const gboolean is_dragging = self->tools.is_dragging;

  if (tool == NULL)
    return FALSE;
  put_away (self);
  if (is_dragging && tool->cancel != NULL)
    tool->cancel (self);
  return is_dragging;
}

void
etp_canvas_release_changed (EtpCanvas *self)
{
  if (self->tools.settle_id == 0)
    etp_canvas_cancel_tool (self);
}

const EtpCanvasTool *
etp_canvas_get_tool (EtpCanvas *self)
{
  return self->tools.is_dragging ? self->tools.tool : NULL;
}

void
etp_canvas_snapshot_tool (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const EtpCanvasTool *tool = etp_canvas_get_tool (self);

  if (tool != NULL && tool->snapshot != NULL)
    tool->snapshot (self, snapshot);
}

const char *
etp_canvas_get_hover_cursor (EtpCanvas *self, double x, double y)
{
  for (gsize i = 0; tools[i] != NULL; i++)
    {
      const char *cursor = tools[i]->hover != NULL ? tools[i]->hover (self, x, y) : NULL;

      if (cursor != NULL)
        return cursor;
    }
  return NULL;
}

void
etp_canvas_to_map (EtpCanvas *self, double x, double y, double *x_map, double *y_map)
{
  *x_map = (x - self->origin_x) / self->zoom;
  *y_map = (y - self->origin_y) / self->zoom;
}

void
etp_canvas_from_map (EtpCanvas *self, double x_map, double y_map, double *x, double *y)
{
  *x = self->origin_x + x_map * self->zoom;
  *y = self->origin_y + y_map * self->zoom;
}

/* Ctrl or Shift pressed or let go while the pointer rests. The state of a key's event is the one
 * before it. */
static void
note_modifier (EtpCanvas *self, guint key, gboolean is_down)
{
  GdkModifierType modifier;

  if (etp_canvas_get_tool (self) == NULL)
    return;
  if (key == GDK_KEY_Control_L || key == GDK_KEY_Control_R)
    modifier = GDK_CONTROL_MASK;
  else if (key == GDK_KEY_Shift_L || key == GDK_KEY_Shift_R)
    modifier = GDK_SHIFT_MASK;
  else
    return;
  if (is_down)
    self->tools.drag.modifiers |= modifier;
  else
    self->tools.drag.modifiers &= ~modifier;
  update_tool (self);
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpCanvas *self)
{
  note_modifier (self, key, TRUE);
  return GDK_EVENT_PROPAGATE;
}

static void
on_key_released (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpCanvas *self)
{
  note_modifier (self, key, FALSE);
}

void
etp_canvas_add_tools (EtpCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
