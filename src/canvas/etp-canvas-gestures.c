/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-links.h"
#include "etp-canvas-private.h"
#include "etp-canvas-touch.h"
#include "etp-focus.h"
#include "etp-scroll.h"

#include <math.h>

/* Pointer, wheel, touchpad and touch. The wheel without Ctrl, kinetic scrolling and panning with
 * one finger are GtkScrolledWindow's. */

#define WHEEL_FACTOR 1.2

void
etp_canvas_update_cursor (EtpCanvas *self)
{
  const EtpCanvasTool *tool = etp_canvas_get_tool (self);
  const char *name = tool != NULL ? tool->cursor : NULL;

  if (tool != NULL && self->tools.cursor != NULL)
    name = self->tools.cursor;
  if (self->pointer.is_panning)
    name = "grabbing";
  else if (self->pointer.is_space_down)
    name = "grab";
  else if (tool == NULL && self->pointer.is_inside)
    name = etp_canvas_get_hover_cursor (self, self->pointer.x, self->pointer.y);
  if (g_strcmp0 (name, self->cursor) == 0)
    return;
  self->cursor = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, EtpCanvas *self)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GtkWidget *widget = GTK_WIDGET (self);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (base);
  const GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (controller);
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;

  if ((state & GDK_CONTROL_MASK) == 0)
    {
      etp_canvas_stop_motion (self);
      return GDK_EVENT_PROPAGATE;
    }
  if (self->pointer.is_inside)
    {
      x = self->pointer.x;
      y = self->pointer.y;
    }
  etp_canvas_zoom_by (self, pow (WHEEL_FACTOR, -etp_scroll_get_clicks (unit, dy)), x, y,
                      unit == GDK_SCROLL_UNIT_WHEEL);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, EtpCanvas *self)
{
  self->pointer.pinch_zoom = self->zoom;
  self->pointer.has_pinch = FALSE;
  etp_canvas_stop_motion (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinch_changed (GtkGestureZoom *gesture, double scale, EtpCanvas *self)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  /* The map goes along with the fingers. */
  if (self->pointer.has_pinch)
    for (int i = 0; i < 2; i++)
      {
        GtkAdjustment *adjustment =
            self->adjustments[i == 0 ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL];
        const double way = i == 0 ? x - self->pointer.pinch_x : y - self->pointer.pinch_y;

        gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - way);
      }
  self->pointer.has_pinch = TRUE;
  self->pointer.pinch_x = x;
  self->pointer.pinch_y = y;
  etp_canvas_set_zoom_at (self, self->pointer.pinch_zoom * scale, x, y);
}

gboolean
etp_canvas_is_pan (EtpCanvas *self, guint button, double x, double y)
{
  if (button == GDK_BUTTON_MIDDLE) /* pastes into a text */
    return !etp_canvas_is_on_editor (self, x, y);
  return button == GDK_BUTTON_PRIMARY && self->pointer.is_space_down;
}

static void
on_pan_begin (GtkGestureDrag *gesture, double x, double y, EtpCanvas *self)
{
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (!etp_canvas_is_pan (self, button, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  etp_canvas_stop_motion (self);
  self->pointer.is_panning = TRUE;
  self->pointer.pan_x = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  self->pointer.pan_y = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  etp_canvas_update_cursor (self);
}

static void
on_pan_update (GtkGestureDrag *gesture, double dx, double dy, EtpCanvas *self)
{
  if (!self->pointer.is_panning)
    return;
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                            self->pointer.pan_x - dx);
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], self->pointer.pan_y - dy);
}

static void
on_pan_end (GtkGestureDrag *gesture, double dx, double dy, EtpCanvas *self)
{
  self->pointer.is_panning = FALSE;
  etp_canvas_update_cursor (self);
  etp_canvas_update_hover (self);
}

static gboolean
is_kind (EtpCanvas *self, EtpItemRef ref, EtpItemKind kind)
{
  return !etp_item_ref_is_none (ref) && etp_scene_get_item (self->scene, ref)->kind == kind;
}

gboolean
etp_canvas_is_surplus_press (EtpCanvas *self, GtkGesture *gesture, double x, double y)
{
  EtpCanvasPointer *pointer = &self->pointer;
  const guint32 now = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  int longest_ms = 0, farthest = 0;

  if (!etp_canvas_is_editing (self) || pointer->typing_time == 0)
    return FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &longest_ms,
                "gtk-double-click-distance", &farthest, NULL);
  if (now - pointer->typing_time > (guint32) longest_ms || fabs (x - pointer->typing_x) > farthest
      || fabs (y - pointer->typing_y) > farthest)
    return FALSE;
  pointer->typing_time = now;
  return TRUE;
}

/* An edge that may be going to be dragged stays under the pointer. */
static void
select_pressed (EtpCanvas *self, EtpItemRef ref, double x, double y)
{
  if (etp_canvas_find_head_edge (self, x, y) != NULL)
    etp_canvas_select_in_place (self, ref);
  else
    etp_canvas_select (self, ref);
}

void
etp_canvas_press (EtpCanvas *self, GdkModifierType state, int n_press, double x, double y)
{
  const gboolean is_plain = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0;
  EtpCanvasPlace place;
  EtpItemRef ref;

  self->pointer.is_plain = self->pointer.is_on_chosen = FALSE;
  /* Nobody saw a "+" while typing: the press that ends it adds nothing. */
  if (n_press == 1 && is_plain && !self->pointer.ends_typing && etp_canvas_press_adder (self, x, y))
    return;
  ref = etp_canvas_grab_focus_at (self, etp_canvas_pick (self, x, y));
  if (self->pointer.ends_typing)
    self->curve.has_given = FALSE;
  else if (is_plain && etp_canvas_click_curve (self, n_press, x, y))
    return;
  if (etp_canvas_press_fold (self, ref, x, y))
    return;
  self->pointer.is_plain = is_plain;
  /* Nobody wants an empty cell among several things: this is where a rubber band begins. */
  if (!is_plain && is_kind (self, ref, ETP_ITEM_CELL))
    ref = ETP_ITEM_REF_NONE;
  if ((state & GDK_CONTROL_MASK) != 0)
    etp_canvas_toggle_chosen (self, ref);
  else if ((state & GDK_SHIFT_MASK) != 0)
    etp_canvas_extend_to (self, ref);
  else if (n_press > 1 || !etp_canvas_is_selected (self, ref))
    select_pressed (self, ref, x, y);
  else /* perhaps they are going to be dragged */
    self->pointer.is_on_chosen = etp_canvas_get_n_chosen (self) > 1;
  if (n_press != 2 || etp_canvas_reset_head_edge (self, x, y))
    return;
  if (is_kind (self, ref, ETP_ITEM_POINT))
    return; /* at the release */
  /* An empty cell does not know which of the steps above it is meant. */
  if (!etp_item_ref_is_none (ref) && !is_kind (self, ref, ETP_ITEM_CELL))
    etp_canvas_edit_selection (self);
  else if (etp_canvas_get_place (self, x, y, &place) && !etp_canvas_add (self, &place))
    etp_canvas_tell_no_cards (self, place.lane);
}

static void
note_typing (EtpCanvas *self, GtkGesture *gesture, double x, double y)
{
  self->pointer.typing_x = x;
  self->pointer.typing_y = y;
  self->pointer.typing_time = etp_canvas_is_editing (self)
                                  ? gtk_event_controller_get_current_event_time (
                                      GTK_EVENT_CONTROLLER (gesture))
                                  : 0;
}

static gboolean
is_finger (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  return event != NULL && gdk_event_get_event_sequence (event) != NULL;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, EtpCanvas *self)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (gesture);

  self->pointer.has_finger = self->pointer.is_plain = self->pointer.is_on_chosen = FALSE;
  if (self->pointer.is_space_down || etp_canvas_is_on_editor (self, x, y)
      || etp_canvas_is_on_link_handle (self, x, y)
      || etp_canvas_is_surplus_press (self, GTK_GESTURE (gesture), x, y))
    return;
  self->pointer.ends_typing = etp_canvas_is_editing (self);
  etp_canvas_end_editing (self, FALSE);
  if (is_finger (GTK_GESTURE (gesture)))
    {
      etp_canvas_put_finger (self, gtk_event_controller_get_current_event_state (base), x, y);
      return;
    }
  etp_canvas_press (self, gtk_event_controller_get_current_event_state (base), n_press, x, y);
  /* What is typed from here on is not dragged, nor does a rubber band take the keyboard from it. */
  if (etp_canvas_is_editing (self))
    etp_canvas_cancel_tool (self);
  note_typing (self, GTK_GESTURE (gesture), x, y);
}

/* Without a drag, a click on one of several selects that one alone; a double click on a point opens
 * its popover, which would close again at the release. What was held at the press counts: keys are let
 * go a moment before or after the button. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, EtpCanvas *self)
{
  if (etp_canvas_lift_finger (self, n_press, x, y))
    note_typing (self, GTK_GESTURE (gesture), x, y);
  if (n_press == 1 && self->pointer.is_on_chosen && !self->pointer.is_space_down
      && !etp_canvas_is_editing (self))
    etp_canvas_select (self, etp_canvas_pick (self, x, y));
  self->pointer.is_on_chosen = FALSE;
  if (n_press == 1 && self->pointer.is_plain && !self->pointer.is_space_down
      && !self->pointer.ends_typing && !etp_canvas_is_editing (self) && !self->curve.has_given
      && etp_canvas_click_line (self, x, y))
    {
      note_typing (self, GTK_GESTURE (gesture), x, y);
      self->pointer.is_plain = FALSE; /* also where no step could be added */
    }
  /* Not the point of a step that the first of the two clicks has made and that is being named. */
  if (n_press == 2 && !etp_canvas_is_editing (self)
      && is_kind (self, etp_canvas_pick (self, x, y), ETP_ITEM_POINT))
    etp_canvas_activate_selection (self);
  if (n_press == 1 && self->pointer.is_plain && !self->pointer.is_space_down
      && !etp_canvas_is_editing (self))
    etp_canvas_emit_clicked (self);
}

/* The map is moved, two fingers zoom it, or the menu is asked for. */
static void
on_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, EtpCanvas *self)
{
  self->pointer.has_finger = FALSE;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, EtpCanvas *self)
{
  self->pointer.is_inside = TRUE;
  self->pointer.x = x;
  self->pointer.y = y;
  etp_canvas_update_hover (self);
  etp_canvas_update_cursor (self);
}

static void
on_leave (GtkEventControllerMotion *controller, EtpCanvas *self)
{
  self->pointer.is_inside = FALSE;
  etp_canvas_update_hover (self);
}

/* What a menu on the map has no use for is no command to the map below it: only commands of the window
 * go on. */
static gboolean
is_of_a_menu (EtpCanvas *self, guint key, GdkModifierType state)
{
  const gboolean is_function = key >= GDK_KEY_F1 && key <= GDK_KEY_F35 && key != GDK_KEY_F2;

  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && !is_function
         && etp_focus_is_in_popup (GTK_WIDGET (self));
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpCanvas *self)
{
  if (is_of_a_menu (self, key, state))
    return GDK_EVENT_STOP;
  if (key != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  self->pointer.is_space_down = TRUE;
  etp_canvas_update_cursor (self);
  return GDK_EVENT_STOP;
}

/* While the pointer holds a part of the map, keys only modify or cancel that: what a command did to
 * the map would pull it away from under the pointer. */
static gboolean
is_kept_from_keys (EtpCanvas *self, GtkEventControllerKey *keys, guint key, GdkModifierType state)
{
  const GdkModifierType buttons = GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK;
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys));

  return (self->tools.tool != NULL || (state & buttons) != 0) && !etp_canvas_is_editing (self)
         && key != GDK_KEY_Escape && event != NULL && !gdk_key_event_is_modifier (event);
}

static gboolean
on_key_captured (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpCanvas *self)
{
  if (!etp_focus_is_in_popup (GTK_WIDGET (self)))
    etp_canvas_forget_menu_place (self); /* a key in the menu is about that place still */
  if (is_kept_from_keys (self, keys, key, state))
    return GDK_EVENT_STOP;
  return etp_canvas_press_curve_key (self, key, state)
         || etp_canvas_press_vote_key (self, key, state);
}

static void
release_space (EtpCanvas *self)
{
  self->pointer.is_space_down = FALSE;
  etp_canvas_update_cursor (self);
}

static void
on_key_released (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpCanvas *self)
{
  if (key == GDK_KEY_space)
    release_space (self);
}

static void
on_focus_changed (EtpCanvas *self)
{
  release_space (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_pointer_gestures (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *pan = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pan), GTK_PHASE_CAPTURE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (on_pan_begin), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (on_pan_update), self);
  g_signal_connect (pan, "drag-end", G_CALLBACK (on_pan_end), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pan));

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (click, "cancel", G_CALLBACK (on_cancelled), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch_changed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (widget, motion);
}

void
etp_canvas_add_gestures (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *captured = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  add_pointer_gestures (self);
  etp_canvas_add_tools (self);
  etp_canvas_add_menu_gestures (self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (widget, keys);
  /* Before the keys of the table, some of which mean something else at a point of the curve. */
  gtk_event_controller_set_propagation_phase (captured, GTK_PHASE_CAPTURE);
  g_signal_connect (captured, "key-pressed", G_CALLBACK (on_key_captured), self);
  gtk_widget_add_controller (widget, captured);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_changed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_changed), self);
  gtk_widget_add_controller (widget, focus);
}
