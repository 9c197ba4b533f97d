/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <math.h>

/* Moving the view: zoom and scrolling, at once or as a short motion. While the zoom changes, and
 * for a moment after, scaled bitmaps are shown; then they are painted anew in slices. */

#define SETTLE_MS 120
#define KEY_FACTOR 1.25

double
etp_canvas_get_zoom (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), 1.0);

  return self->zoom;
}

EtpRect
etp_canvas_get_viewport (EtpCanvas *self)
{
  return (EtpRect){
    -self->origin_x / self->zoom,
    -self->origin_y / self->zoom,
    gtk_widget_get_width (GTK_WIDGET (self)) / self->zoom,
    gtk_widget_get_height (GTK_WIDGET (self)) / self->zoom,
  };
}

EtpRect
etp_canvas_get_item_bounds (EtpCanvas *self, EtpItemRef ref)
{
  const EtpRect pins = etp_canvas_get_pins (self);
  const EtpRect rect = etp_scene_item_rect (self->scene, ref, &pins);

  return (EtpRect){
    self->origin_x + rect.x * self->zoom,
    self->origin_y + rect.y * self->zoom,
    rect.width * self->zoom,
    rect.height * self->zoom,
  };
}

gboolean
etp_canvas_is_settled (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  return !self->is_zooming && !self->is_incomplete && !self->is_scene_old && !self->is_view_new
         && self->motion.tick_id == 0
         && (self->painter == NULL || !etp_painter_is_decoding (self->painter));
}

double
etp_canvas_get_min_zoom (EtpCanvas *self)
{
  return self->scene != NULL ? MIN (ETP_CANVAS_MIN_ZOOM, etp_canvas_get_map_zoom (self))
                             : ETP_CANVAS_MIN_ZOOM;
}

static gboolean
on_settled (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->settle_id = 0;
  self->is_zooming = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
mark_zooming (EtpCanvas *self)
{
  self->is_zooming = TRUE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, on_settled, self);
}

/* Sets the zoom and scrolls so that the map's point (x, y) is at the widget's (x_px, y_px), as far
 * as the map's edges allow. */
static void
place_view (EtpCanvas *self, double zoom, double x, double y, double x_px, double y_px)
{
  const gboolean is_new_zoom = zoom != self->zoom;

  if (is_new_zoom)
    {
      self->zoom = zoom;
      mark_zooming (self);
    }
  etp_canvas_configure_adjustments (self);
  if (self->adjustments[0] != NULL && self->adjustments[1] != NULL)
    {
      gtk_adjustment_set_value (self->adjustments[0], x * zoom - x_px);
      gtk_adjustment_set_value (self->adjustments[1], y * zoom - y_px);
    }
  etp_canvas_update_origin (self);
  etp_canvas_queue_mirror_places (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (is_new_zoom)
    {
      etp_canvas_update_hover (self);
      g_object_notify (G_OBJECT (self), "zoom");
    }
}

void
etp_canvas_stop_motion (EtpCanvas *self)
{
  if (self->motion.tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->motion.tick_id);
  self->motion.tick_id = 0;
}

static gboolean
on_motion_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  EtpCanvas *self = ETP_CANVAS (widget);
  EtpCanvasMotion *motion = &self->motion;
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  double t, share, zoom;

  if (motion->start == 0)
    motion->start = now;
  t = CLAMP ((double) (now - motion->start) / (motion->ms * 1000.0), 0.0, 1.0);
  share = 1.0 - pow (1.0 - t, 3);
  zoom = t >= 1.0 ? motion->zoom1 : motion->zoom0 * pow (motion->zoom1 / motion->zoom0, share);
  if (t >= 1.0)
    motion->tick_id = 0;
  place_view (self, zoom, motion->x0 + (motion->x1 - motion->x0) * share,
              motion->y0 + (motion->y1 - motion->y0) * share, motion->x_px, motion->y_px);
  return t < 1.0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
moves_smoothly (EtpCanvas *self)
{
  gboolean enabled = TRUE;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled,
                NULL);
  return enabled;
}

void
etp_canvas_move_view (
    EtpCanvas *self, double zoom, double x, double y, double x_px, double y_px, guint motion_ms)
{
  etp_canvas_stop_motion (self);
  if (zoom != self->zoom)
    self->fit = ETP_CANVAS_FIT_NONE;
  if (motion_ms == 0 || !moves_smoothly (self))
    {
      place_view (self, zoom, x, y, x_px, y_px);
      return;
    }
  self->motion = (EtpCanvasMotion){
    .zoom0 = self->zoom,
    .zoom1 = zoom,
    .x0 = (x_px - self->origin_x) / self->zoom,
    .y0 = (y_px - self->origin_y) / self->zoom,
    .x1 = x,
    .y1 = y,
    .x_px = x_px,
    .y_px = y_px,
    .ms = motion_ms,
  };
  self->motion.tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_motion_tick, NULL,
                                                       NULL);
}

void
etp_canvas_set_zoom_at (EtpCanvas *self, double zoom, double x, double y)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  zoom = CLAMP (zoom, etp_canvas_get_min_zoom (self), ETP_CANVAS_MAX_ZOOM);
  etp_canvas_move_view (self, zoom, (x - self->origin_x) / self->zoom,
                        (y - self->origin_y) / self->zoom, x, y, 0);
}

void
etp_canvas_set_zoom (EtpCanvas *self, double zoom)
{
  GtkWidget *widget = GTK_WIDGET (self);

  etp_canvas_set_zoom_at (self, zoom, gtk_widget_get_width (widget) / 2.0,
                          gtk_widget_get_height (widget) / 2.0);
}

void
etp_canvas_zoom_by (EtpCanvas *self, double factor, double x, double y, gboolean smoothly)
{
  /* Further steps add to where the motion is going, not to where it happens to be. */
  const double from = self->motion.tick_id != 0 ? self->motion.zoom1 : self->zoom;
  double zoom = CLAMP (from * factor, etp_canvas_get_min_zoom (self), ETP_CANVAS_MAX_ZOOM);

  /* A step that would jump over 100 % stops there. */
  if (smoothly && (from - self->text_scale) * (zoom - self->text_scale) < -1e-9)
    zoom = self->text_scale;
  etp_canvas_move_view (self, zoom, (x - self->origin_x) / self->zoom,
                        (y - self->origin_y) / self->zoom, x, y,
                        smoothly ? ETP_CANVAS_MOTION_MS : 0);
}

static void
zoom_in_middle (EtpCanvas *self, double factor)
{
  GtkWidget *widget = GTK_WIDGET (self);

  etp_canvas_zoom_by (self, factor, gtk_widget_get_width (widget) / 2.0,
                      gtk_widget_get_height (widget) / 2.0, TRUE);
}

void
etp_canvas_zoom_in (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  zoom_in_middle (self, KEY_FACTOR);
}

void
etp_canvas_zoom_out (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  zoom_in_middle (self, 1 / KEY_FACTOR);
}

void
etp_canvas_zoom_original (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  zoom_in_middle (self,
                  self->text_scale / (self->motion.tick_id != 0 ? self->motion.zoom1 : self->zoom));
}

/* Shows rect from its top left corner on, at zoom. */
static void
show_corner (EtpCanvas *self, double zoom, double x, double y, gboolean smoothly)
{
  etp_canvas_move_view (self, zoom, x, y, 0, 0, smoothly ? ETP_CANVAS_MOTION_MS : 0);
}

/* Shows the map's point (x, y) and what lies right of it and below in the window's corner. */
static void
fit_view (EtpCanvas *self, EtpCanvasFit fit, double x, double y, gboolean smoothly)
{
  show_corner (self, etp_canvas_choose_zoom (self, fit), x, y, smoothly);
  self->fit = fit;
  self->fit_width = gtk_widget_get_width (GTK_WIDGET (self));
  self->fit_height = gtk_widget_get_height (GTK_WIDGET (self));
}

void
etp_canvas_keep_fit (EtpCanvas *self)
{
  const gboolean is_same = self->fit_width == gtk_widget_get_width (GTK_WIDGET (self))
                           && self->fit_height == gtk_widget_get_height (GTK_WIDGET (self));

  if (self->fit != ETP_CANVAS_FIT_NONE && !is_same && self->scene != NULL)
    fit_view (self, self->fit, -self->origin_x / self->zoom, -self->origin_y / self->zoom, FALSE);
}

void
etp_canvas_hold_zoom (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  self->fit = ETP_CANVAS_FIT_NONE;
}

void
etp_canvas_fit_map (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_ensure_scene (self);
  if (self->scene != NULL)
    fit_view (self, ETP_CANVAS_FIT_MAP, 0, 0, TRUE);
}

void
etp_canvas_fit_width (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_ensure_scene (self);
  if (self->scene != NULL)
    fit_view (self, ETP_CANVAS_FIT_WIDTH, 0, -self->origin_y / self->zoom, TRUE);
}

/* The group that the selection belongs to, else the phase in the middle of the window. */
static const EtpGroup *
find_phase (EtpCanvas *self)
{
  const EtpRect viewport = etp_canvas_get_viewport (self);
  const double middle = viewport.x + (viewport.width + etp_scene_get_pin_left (self->scene)) / 2;
  const EtpGroup *best = NULL;
  double best_distance = G_MAXDOUBLE;

  if (!etp_item_ref_is_none (self->selection))
    {
      const guint group = etp_scene_get_cell (self->scene, self->selection.cell)->group;

      if (etp_group_is_phase (etp_scene_get_group (self->scene, group)))
        return etp_scene_get_group (self->scene, group);
    }
  for (guint i = 0; i < etp_scene_get_n_groups (self->scene); i++)
    {
      const EtpGroup *group = etp_scene_get_group (self->scene, i);
      const double distance = fabs (group->rect.x + group->rect.width / 2 - middle);

      if (etp_group_is_phase (group) && distance < best_distance)
        {
          best = group;
          best_distance = distance;
        }
    }
  return best;
}

void
etp_canvas_fit_phase (EtpCanvas *self)
{
  const EtpGroup *phase;
  double left, width, zoom;

  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_ensure_scene (self);
  phase = self->scene != NULL ? find_phase (self) : NULL;
  if (phase == NULL)
    return;
  /* The lane heads stay beside it; its height may be many windows. */
  left = etp_scene_get_pin_left (self->scene);
  width = phase->rect.width + left + etp_style_get_metrics (self->style)->phase_gap * 2;
  zoom = CLAMP (gtk_widget_get_width (GTK_WIDGET (self)) / width, etp_canvas_get_min_zoom (self),
                ETP_CANVAS_FIT_MAX_ZOOM * self->text_scale);
  show_corner (self, zoom, phase->rect.x - left - etp_style_get_metrics (self->style)->phase_gap,
               phase->rect.y, TRUE);
}

char *
etp_canvas_dup_phase (EtpCanvas *self)
{
  const EtpGroup *phase = NULL;

  etp_canvas_ensure_scene (self);
  if (self->scene != NULL)
    phase = find_phase (self);
  return phase != NULL ? g_strdup (phase->node_id) : NULL;
}

void
etp_canvas_fit_room (EtpCanvas *self, const char *phase_id)
{
  const EtpMetrics *metrics = etp_style_get_metrics (self->style);
  double x = 0, y = 0;

  if (self->scene == NULL)
    return;
  for (guint i = 0; i < etp_scene_get_n_groups (self->scene); i++)
    {
      const EtpGroup *group = etp_scene_get_group (self->scene, i);

      if (phase_id == NULL || g_strcmp0 (group->node_id, phase_id) != 0)
        continue;
      x = group->rect.x - etp_scene_get_pin_left (self->scene) - metrics->phase_gap;
      y = group->rect.y;
    }
  if (etp_style_is_room (self->style))
    fit_view (self, ETP_CANVAS_FIT_ROOM, MAX (0.0, x), y, FALSE);
  else
    fit_view (self, ETP_CANVAS_FIT_START, MAX (0.0, x), 0, FALSE);
}

void
etp_canvas_start_view (EtpCanvas *self)
{
  fit_view (self, ETP_CANVAS_FIT_START, 0, 0, FALSE);
  /* There is nothing older to show scaled. */
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->is_zooming = FALSE;
}

void
etp_canvas_dispose_zoom (EtpCanvas *self)
{
  etp_canvas_stop_motion (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->rebake_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->rebake_id);
  self->rebake_id = 0;
}
