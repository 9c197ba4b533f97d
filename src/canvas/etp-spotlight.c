/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-spotlight.h"

#include <math.h>

#include "etp-canvas-private.h"

/* A veil of the paper's colour in up to six rectangles: left and right of the lit column from top to
 * bottom, above and below what is lit in it, and over the heads of the other lanes. Heads of what is
 * lit stay clear. */

#define VEIL 0.74f
#define RING 56.0f /* px */
#define HOLD_MS 250 /* a press this long is no click */
#define HIDE_MS 3000 /* a pointer at rest goes away */

struct _EtpSpotlight
{
  GtkWidget parent;

  EtpCanvas *canvas; /* borrowed */

  /* state */
  gboolean has_lit;
  EtpRect lit, lit_from, lit_to; /* map units */
  double head_y; /* map units */
  guint motion_ms;
  gint64 motion_start; /* frame time in µs; 0: the next frame */
  guint tick_id; /* the light moves */
  gboolean has_spot, is_held, is_inside;
  double x, y; /* of the pointer; px */
  guint hold_id, hide_id, resize_id; /* sources */
};

enum
{
  RESIZED,
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpSpotlight, etp_spotlight, GTK_TYPE_WIDGET)

static gboolean
shows_spot (EtpSpotlight *self)
{
  return (self->has_spot || self->is_held) && self->is_inside;
}

static void
update_cursor (EtpSpotlight *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   shows_spot (self) || self->hide_id == 0 ? "none" : "default");
}

static void
veil (GtkSnapshot *snapshot, const GdkRGBA *color, double x0, double y0, double x1, double y1)
{
  if (x1 > x0 && y1 > y0)
    gtk_snapshot_append_color (
        snapshot, color,
        &GRAPHENE_RECT_INIT ((float) x0, (float) y0, (float) (x1 - x0), (float) (y1 - y0)));
}

static void
snapshot_veil (EtpSpotlight *self, GtkSnapshot *snapshot, int width, int height)
{
  const double zoom = etp_canvas_get_zoom (self->canvas);
  const EtpRect view = etp_canvas_get_viewport (self->canvas);
  const double x0 = (self->lit.x - view.x) * zoom, x1 = x0 + self->lit.width * zoom;
  const double y0 = (self->lit.y - view.y) * zoom, y1 = y0 + self->lit.height * zoom;
  GdkRGBA color = etp_canvas_get_rgba (self->canvas, ETP_COLOR_PAPER);
  double left, top; /* where heads end */

  color.alpha = VEIL;
  etp_canvas_get_strips (self->canvas, &left, &top);
  left = MAX (left, (etp_scene_get_pin_left (self->canvas->scene) - view.x) * zoom);
  top = MAX (top, (self->head_y + etp_scene_get_pin_top (self->canvas->scene) - view.y) * zoom);
  veil (snapshot, &color, left, 0, MAX (left, x0), height);
  veil (snapshot, &color, MAX (left, x1), 0, width, height);
  veil (snapshot, &color, MAX (left, x0), top, x1, MAX (top, y0));
  veil (snapshot, &color, MAX (left, x0), MAX (top, y1), x1, height);
  veil (snapshot, &color, 0, top, left, MAX (top, y0));
  veil (snapshot, &color, 0, MAX (top, y1), left, height);
}

/* Visible on any ground: light within, the style's mark around it, soft to both sides. */
static void
snapshot_spot (EtpSpotlight *self, GtkSnapshot *snapshot)
{
  const GdkRGBA mark = etp_canvas_get_rgba (self->canvas, ETP_COLOR_STAR);
  const GdkRGBA edge = etp_canvas_get_rgba (self->canvas, ETP_COLOR_STAR_OUTLINE);
  const GskColorStop stops[] = {
    { 0.0f, { mark.red, mark.green, mark.blue, 0.16f } },
    { 0.62f, { mark.red, mark.green, mark.blue, 0.16f } },
    { 0.76f, { mark.red, mark.green, mark.blue, 0.9f } },
    { 0.86f, { edge.red, edge.green, edge.blue, 0.75f } },
    { 1.0f, { edge.red, edge.green, edge.blue, 0.0f } },
  };
  const graphene_point_t middle = GRAPHENE_POINT_INIT ((float) self->x, (float) self->y);

  gtk_snapshot_append_radial_gradient (
      snapshot, &GRAPHENE_RECT_INIT (middle.x - RING, middle.y - RING, 2 * RING, 2 * RING), &middle,
      RING, RING, 0, 1, stops, G_N_ELEMENTS (stops));
}

static void
etp_spotlight_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EtpSpotlight *self = ETP_SPOTLIGHT (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->has_lit && etp_canvas_get_scene (self->canvas) != NULL)
    snapshot_veil (self, snapshot, width, height);
  if (shows_spot (self))
    snapshot_spot (self, snapshot);
}

static void
on_resized (gpointer user_data)
{
  EtpSpotlight *self = user_data;

  self->resize_id = 0;
  g_signal_emit (self, signals[RESIZED], 0);
}

static void
etp_spotlight_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EtpSpotlight *self = ETP_SPOTLIGHT (widget);

  if (self->resize_id == 0)
    self->resize_id = g_idle_add_once (on_resized, self);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  EtpSpotlight *self = ETP_SPOTLIGHT (widget);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  double t, share;

  if (self->motion_start == 0)
    self->motion_start = now;
  t = CLAMP ((double) (now - self->motion_start) / (self->motion_ms * 1000.0), 0.0, 1.0);
  share = 1.0 - pow (1.0 - t, 3);
  self->lit = (EtpRect){
    self->lit_from.x + (self->lit_to.x - self->lit_from.x) * share,
    self->lit_from.y + (self->lit_to.y - self->lit_from.y) * share,
    self->lit_from.width + (self->lit_to.width - self->lit_from.width) * share,
    self->lit_from.height + (self->lit_to.height - self->lit_from.height) * share,
  };
  gtk_widget_queue_draw (widget);
  if (t < 1.0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_motion (EtpSpotlight *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

void
etp_spotlight_set_lit (EtpSpotlight *self, const EtpRect *lit, double head_y, guint motion_ms)
{
  gboolean is_animated = TRUE;

  g_return_if_fail (ETP_IS_SPOTLIGHT (self));

  stop_motion (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &is_animated,
                NULL);
  self->lit_from = self->has_lit ? self->lit : *lit;
  self->has_lit = TRUE;
  self->head_y = head_y;
  self->lit_to = *lit;
  if (motion_ms == 0 || !is_animated || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->lit = *lit;
      return;
    }
  self->motion_ms = motion_ms;
  self->motion_start = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

void
etp_spotlight_set_spot (EtpSpotlight *self, gboolean has_spot)
{
  g_return_if_fail (ETP_IS_SPOTLIGHT (self));

  self->has_spot = has_spot;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_hidden (gpointer user_data)
{
  EtpSpotlight *self = user_data;

  self->hide_id = 0;
  update_cursor (self);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, EtpSpotlight *self)
{
  const gboolean is_same = self->is_inside && x == self->x && y == self->y;

  self->is_inside = TRUE;
  self->x = x;
  self->y = y;
  if (is_same)
    return;
  g_clear_handle_id (&self->hide_id, g_source_remove);
  self->hide_id = g_timeout_add_once (HIDE_MS, on_hidden, self);
  update_cursor (self);
  if (shows_spot (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave (GtkEventControllerMotion *controller, EtpSpotlight *self)
{
  self->is_inside = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_held (EtpSpotlight *self, gboolean is_held)
{
  g_clear_handle_id (&self->hold_id, g_source_remove);
  self->is_held = is_held;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_hold (gpointer user_data)
{
  EtpSpotlight *self = user_data;

  self->hold_id = 0;
  set_held (self, TRUE);
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, EtpSpotlight *self)
{
  self->x = x;
  self->y = y;
  self->is_inside = TRUE;
  g_clear_handle_id (&self->hold_id, g_source_remove);
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
    self->hold_id = g_timeout_add_once (HOLD_MS, on_hold, self);
}

static void
on_released (GtkGestureClick *gesture, int n, double x, double y, EtpSpotlight *self)
{
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const gboolean was_held = self->is_held;

  set_held (self, FALSE);
  if (!was_held)
    g_signal_emit (self, signals[CLICKED], 0, (int) button);
}

/* Moved away while it was pressed: the ring goes on with it until the button is up. */
static void
on_unpaired_release (GtkGestureClick *gesture,
                     double x,
                     double y,
                     guint button,
                     GdkEventSequence *sequence,
                     EtpSpotlight *self)
{
  set_held (self, FALSE);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, EtpSpotlight *self)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  self->x = x + dx;
  self->y = y + dy;
  if (!self->is_held && hypot (dx, dy) > 8)
    set_held (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, EtpSpotlight *self)
{
  if (hypot (dx, dy) > 8)
    set_held (self, FALSE);
}

static void
etp_spotlight_dispose (GObject *object)
{
  EtpSpotlight *self = ETP_SPOTLIGHT (object);

  stop_motion (self);
  g_clear_handle_id (&self->hold_id, g_source_remove);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_handle_id (&self->resize_id, g_source_remove);
  G_OBJECT_CLASS (etp_spotlight_parent_class)->dispose (object);
}

static void
etp_spotlight_class_init (EtpSpotlightClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_spotlight_dispose;
  widget_class->snapshot = etp_spotlight_snapshot;
  widget_class->size_allocate = etp_spotlight_size_allocate;
  signals[RESIZED] = g_signal_new ("resized", ETP_TYPE_SPOTLIGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[CLICKED] = g_signal_new ("clicked", ETP_TYPE_SPOTLIGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "etpspotlight");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
etp_spotlight_init (EtpSpotlight *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (click, "unpaired-release", G_CALLBACK (on_unpaired_release), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
etp_spotlight_new (EtpCanvas *canvas)
{
  EtpSpotlight *self = g_object_new (ETP_TYPE_SPOTLIGHT, NULL);

  self->canvas = canvas;
  for (guint i = 0; i < 2; i++)
    g_signal_connect_object (canvas->adjustments[i], "value-changed",
                             G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::zoom", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
