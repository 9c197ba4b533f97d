/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

/* What of the map the window shows: a little further, up to something, or what is presented. */

/* Where a side of the window will begin on the map, as far as the map's edges allow. */
static double
clamp_start (double start, double zoom, double size_px, double map)
{
  const double room = map - size_px / zoom;

  return room <= 0 ? room / 2 : CLAMP (start, 0.0, room);
}

/* What the window shows when the motion that is under way has ended, and its zoom then. Whatever comes
 * while the map moves begins there, not where the map happens to be. */
static EtpRect
get_end (EtpCanvas *self, double *zoom)
{
  const EtpCanvasMotion *motion = &self->motion;
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));

  *zoom = self->zoom;
  if (motion->tick_id == 0 || self->scene == NULL)
    return etp_canvas_get_viewport (self);
  *zoom = motion->zoom1;
  return (EtpRect){ clamp_start (motion->x1 - motion->x_px / *zoom, *zoom, width,
                                 etp_scene_get_width (self->scene)),
                    clamp_start (motion->y1 - motion->y_px / *zoom, *zoom, height,
                                 etp_scene_get_height (self->scene)),
                    width / *zoom, height / *zoom };
}

/* A zoom that was chosen for the window stays so. */
static void
move_corner (EtpCanvas *self, double zoom, double x, double y, guint motion_ms)
{
  const EtpCanvasFit fit = self->fit;

  etp_canvas_move_view (self, zoom, x, y, 0, 0, motion_ms);
  self->fit = fit;
}

void
etp_canvas_scroll_by (EtpCanvas *self, double dx, double dy, guint motion_ms)
{
  double zoom;
  EtpRect from;

  if (motion_ms == 0)
    etp_canvas_stop_motion (self);
  from = get_end (self, &zoom);
  move_corner (self, zoom, from.x + dx / zoom, from.y + dy / zoom, motion_ms);
}

/* By how much the range from start, length long, has to move to lie within the room. */
static double
get_way_into (double start, double length, double room_start, double room_end)
{
  if (start < room_start || length > room_end - room_start)
    return start - room_start;
  if (start + length > room_end)
    return start + length - room_end;
  return 0;
}

/* The sides of rect that need not move are left alone. */
static void
show_rect (EtpCanvas *self, const EtpRect *rect, gboolean moves_x, gboolean moves_y)
{
  double zoom;
  const EtpRect viewport = get_end (self, &zoom);
  const EtpMetrics *metrics = etp_style_get_metrics (self->style);
  const double margin = metrics->phase_gap;
  const EtpRect now = etp_canvas_get_viewport (self), pins = etp_canvas_get_pins (self);
  const double left = pins.x < now.x ? 0 : etp_scene_get_pin_left (self->scene);
  const double top = pins.y < now.y ? 0 : etp_scene_get_pin_top (self->scene);
  const double dx = moves_x ? get_way_into (rect->x - margin, rect->width + 2 * margin,
                                            viewport.x + (rect->x >= left ? left : 0),
                                            viewport.x + viewport.width)
                            : 0;
  const double dy = moves_y ? get_way_into (rect->y - margin, rect->height + 2 * margin,
                                            viewport.y + (rect->y >= top ? top : 0),
                                            viewport.y + viewport.height)
                            : 0;
  double x = viewport.x + dx, y = viewport.y + dy;

  /* A view that comes close to the map's edge goes there. */
  if (dx < 0 && x < metrics->margin)
    x = MIN (viewport.x, 0);
  if (dy < 0 && y < metrics->margin)
    y = MIN (viewport.y, 0);
  if (dx != 0 || dy != 0)
    move_corner (self, zoom, x, y, ETP_CANVAS_MOTION_MS);
}

void
etp_canvas_show_rect (EtpCanvas *self, const EtpRect *rect)
{
  show_rect (self, rect, TRUE, TRUE);
}

void
etp_canvas_show_item (EtpCanvas *self, EtpItemRef ref)
{
  const EtpItem *item = etp_scene_get_item (self->scene, ref);
  const EtpRect pins = etp_canvas_get_pins (self);
  const EtpRect own = etp_scene_item_rect (self->scene, ref, NULL);
  const EtpRect shown = etp_scene_item_rect (self->scene, ref, &pins);

  show_rect (self, &own, (item->pin & ETP_PIN_LEFT) == 0 || shown.x == own.x,
             (item->pin & ETP_PIN_TOP) == 0 || shown.y == own.y);
}

void
etp_canvas_show_corner (EtpCanvas *self, double zoom, double x, double y, guint motion_ms)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return;
  self->is_view_new = FALSE;
  etp_canvas_move_view (self, CLAMP (zoom, etp_canvas_get_min_zoom (self), ETP_CANVAS_MAX_ZOOM), x,
                        y, 0, 0, motion_ms);
  self->fit = ETP_CANVAS_FIT_NONE;
}
