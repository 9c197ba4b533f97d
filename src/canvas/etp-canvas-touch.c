/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-links.h"
#include "etp-canvas-private.h"
#include "etp-canvas-touch.h"

/* One finger moves the map: GtkScrolledWindow takes every touch that moves, before the canvas hears of
 * it. What is selected is moved itself; then the scrolled window has to leave the touch alone, which it
 * does while it has no kinetic scrolling. */

gboolean
etp_canvas_takes_touch (EtpCanvas *self, double x, double y)
{
  const EtpItem *item;
  EtpItemRef ref;

  if (self->journey == NULL || etp_journey_get_read_only (self->journey))
    return FALSE;
  if (etp_canvas_is_on_editor (self, x, y) || etp_canvas_is_on_link_handle (self, x, y))
    return TRUE;
  ref = etp_canvas_pick (self, x, y);
  if (etp_item_ref_is_none (ref))
    return FALSE;
  item = etp_scene_get_item (self->scene, ref);
  return (item->can & ETP_CAN_MOVE) != 0 && etp_canvas_is_chosen (self, item);
}

void
etp_canvas_begin_touch (EtpCanvas *self, GtkScrolledWindow *scroller, double x, double y)
{
  gtk_scrolled_window_set_kinetic_scrolling (scroller, !etp_canvas_takes_touch (self, x, y));
}

void
etp_canvas_end_touch (EtpCanvas *self, GtkScrolledWindow *scroller)
{
  gtk_scrolled_window_set_kinetic_scrolling (scroller, TRUE);
}

void
etp_canvas_put_finger (EtpCanvas *self, GdkModifierType state, double x, double y)
{
  self->pointer.has_finger = TRUE;
  self->pointer.finger_state = state;
  self->pointer.finger_x = x;
  self->pointer.finger_y = y;
}

gboolean
etp_canvas_lift_finger (EtpCanvas *self, int n_press, double x, double y)
{
  const EtpCanvasPointer *pointer = &self->pointer;
  const gboolean is_tap = pointer->has_finger
                          && !gtk_drag_check_threshold (GTK_WIDGET (self), (int) pointer->finger_x,
                                                        (int) pointer->finger_y, (int) x, (int) y);

  if (is_tap)
    etp_canvas_press (self, pointer->finger_state, n_press, pointer->finger_x, pointer->finger_y);
  self->pointer.has_finger = FALSE;
  return is_tap;
}

void
etp_canvas_keep_finger (EtpCanvas *self)
{
  EtpItemRef ref;

  if (!self->pointer.has_finger)
    return;
  self->pointer.has_finger = FALSE;
  ref = etp_canvas_pick (self, self->pointer.finger_x, self->pointer.finger_y);
  if (!etp_item_ref_is_none (ref) && !etp_canvas_is_selected (self, ref))
    etp_canvas_select (self, ref);
}

static gboolean
get_point (EtpCanvas *self, GdkEvent *event, graphene_point_t *point)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x, y, left, top;

  if (native == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  gtk_native_get_surface_transform (native, &left, &top);
  return gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self),
                                   &GRAPHENE_POINT_INIT ((float) (x - left), (float) (y - top)),
                                   point);
}

static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, EtpCanvas *self)
{
  GtkWidget *scroller = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  graphene_point_t point;

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_TOUCH_BEGIN:
      if (get_point (self, event, &point))
        etp_canvas_begin_touch (self, GTK_SCROLLED_WINDOW (scroller), (double) point.x,
                                (double) point.y);
      break;
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
      etp_canvas_end_touch (self, GTK_SCROLLED_WINDOW (scroller));
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

void
etp_canvas_attach_touch (EtpCanvas *self, GtkScrolledWindow *scroller)
{
  GtkEventController *touch = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (touch, GTK_PHASE_CAPTURE);
  g_signal_connect_object (touch, "event", G_CALLBACK (on_event), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (scroller), touch);
}
