/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

/* Which zoom suits the window and the person. Who has the interface's text enlarged gets a larger
 * map: what people call 100 % is the size at which its text is as large as the interface's. The
 * canvas's own zoom is in pixels a map unit, the text scale included. */

#define PLAIN_DPI (96.0 * 1024) /* of gtk-xft-dpi: text as large as it was designed */
#define MOST_TEXT_SCALE 3.0

/* The first look, at the text scale 1: text can be read, and as much as possible of the width is in
 * the window. A little less where that makes a column whole, but not less than shows all text
 * (etp_detail_for_zoom()). */
#define START_LEAST_ZOOM 0.54
#define START_MIN_ZOOM 0.6
#define START_MAX_ZOOM 1.0
#define ROOM_PHASES 3

double
etp_canvas_get_text_scale (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), 1.0);

  return self->text_scale;
}

static double
read_text_scale (void)
{
  int dpi = -1; /* not known */

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / PLAIN_DPI, 1.0, MOST_TEXT_SCALE) : 1.0;
}

/* The map grows and shrinks with the text around it. */
static void
on_text_scale_changed (EtpCanvas *self)
{
  const double before = self->text_scale;

  self->text_scale = read_text_scale ();
  if (self->text_scale == before || self->scene == NULL || self->is_view_new)
    return;
  self->fit_width = -1; /* that zoom was chosen for smaller or larger text */
  if (self->fit != ETP_CANVAS_FIT_NONE)
    etp_canvas_keep_fit (self);
  else
    etp_canvas_move_view (self,
                          CLAMP (self->zoom / before * self->text_scale,
                                 etp_canvas_get_min_zoom (self), ETP_CANVAS_MAX_ZOOM),
                          -self->origin_x / self->zoom, -self->origin_y / self->zoom, 0, 0, 0);
  /* The same zoom is another percentage. */
  g_object_notify (G_OBJECT (self), "zoom");
}

void
etp_canvas_watch_text_scale (EtpCanvas *self)
{
  self->text_scale = read_text_scale ();
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_text_scale_changed), self, G_CONNECT_SWAPPED);
}

static double
get_width_zoom (EtpCanvas *self)
{
  const double width = etp_scene_get_width (self->scene);

  return width > 0 ? gtk_widget_get_width (GTK_WIDGET (self)) / width : 1.0;
}

double
etp_canvas_get_map_zoom (EtpCanvas *self)
{
  const double width = get_width_zoom (self);
  const double height = etp_scene_get_height (self->scene);

  return height > 0 ? MIN (width, gtk_widget_get_height (GTK_WIDGET (self)) / height) : width;
}

static double
get_start_zoom (EtpCanvas *self)
{
  const double least = START_LEAST_ZOOM * self->text_scale;
  const double min = START_MIN_ZOOM * self->text_scale;
  const double gap = etp_style_get_metrics (self->style)->phase_gap;
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double zoom = get_width_zoom (self);

  if (zoom >= least)
    return MIN (zoom, START_MAX_ZOOM * self->text_scale);
  for (guint i = 0; i < etp_scene_get_n_groups (self->scene); i++)
    {
      const EtpGroup *group = etp_scene_get_group (self->scene, i);
      const double whole = width / (group->rect.x + group->rect.width + gap);

      if (etp_group_is_phase (group) && group->rect.x * min < width && whole >= least
          && whole < min)
        return whole;
    }
  return min;
}

/* Never smaller: text has to be read from the last row. */
static double
get_room_zoom (EtpCanvas *self)
{
  const EtpMetrics *metrics = etp_style_get_metrics (self->style);
  const double width = metrics->margin + metrics->lane_head_width
                       + ROOM_PHASES * (metrics->phase_width + metrics->phase_gap);

  return MAX (self->text_scale, gtk_widget_get_width (GTK_WIDGET (self)) / width);
}

double
etp_canvas_choose_zoom (EtpCanvas *self, EtpCanvasFit fit)
{
  const double max = ETP_CANVAS_FIT_MAX_ZOOM * self->text_scale;

  switch (fit)
    {
    case ETP_CANVAS_FIT_START:
      return get_start_zoom (self);
    case ETP_CANVAS_FIT_WIDTH:
      return MIN (get_width_zoom (self), max);
    case ETP_CANVAS_FIT_MAP:
      return MIN (etp_canvas_get_map_zoom (self), max);
    case ETP_CANVAS_FIT_ROOM:
      return MIN (get_room_zoom (self), ETP_CANVAS_MAX_ZOOM);
    case ETP_CANVAS_FIT_NONE:
    default:
      return self->zoom;
    }
}
