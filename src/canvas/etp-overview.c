/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-overview.h"

#include <glib/gi18n-lib.h>

#include "etp-canvas-private.h"
#include "etp-overview-paint.h"

/* The picture is one node, kept until the scene, the filter or the size is another. Across, the map
 * is stretched to the strip, up to MOST_STRETCH times as wide as it is high: where a phase is
 * matters, not its proportions. */

#define MAP_HEIGHT 84
#define CURVE_HEIGHT 104
#define MARGIN 6
#define MOST_STRETCH 8.0
#define FRAME_WIDTH 2.0f
#define FRAME_FILL 0.10

struct _EtpOverview
{
  GtkWidget parent;

  EtpCanvas *canvas; /* borrowed: the same window holds both */
  EtpOverviewPart part;

  GskRenderNode *picture; /* NULL: to be painted */
  EtpOverviewPlace place; /* for which the picture is */
  double grab_x, grab_y; /* from the pointer to the middle of the view, while it is dragged; px */
};

G_DEFINE_FINAL_TYPE (EtpOverview, etp_overview, GTK_TYPE_WIDGET)

static void
forget_picture (EtpOverview *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static EtpRect
get_region (EtpOverview *self, EtpScene *scene)
{
  if (self->part == ETP_OVERVIEW_CURVE)
    return etp_overview_find_curve (scene);
  return (EtpRect){ 0, 0, etp_scene_get_width (scene), etp_scene_get_height (scene) };
}

/* Where which part of the map is shown in the widget. */
static EtpOverviewPlace
get_place (EtpOverview *self, EtpScene *scene)
{
  const double top = self->part == ETP_OVERVIEW_CURVE ? ETP_OVERVIEW_NAMES : MARGIN;
  const double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2.0 * MARGIN;
  const double height = gtk_widget_get_height (GTK_WIDGET (self)) - top - MARGIN;
  EtpOverviewPlace place = { .region = get_region (self, scene), .y = top };

  place.scale_y = MAX (1.0, height) / MAX (1.0, place.region.height);
  place.scale_x = MAX (1.0, width) / MAX (1.0, place.region.width);
  if (self->part == ETP_OVERVIEW_MAP)
    {
      place.scale_x = MIN (place.scale_x, MOST_STRETCH * place.scale_y);
      /* A very wide map stays a map. */
      place.scale_y = MIN (place.scale_y, MOST_STRETCH * place.scale_x);
    }
  place.x = MARGIN + (width - place.region.width * place.scale_x) / 2;
  place.y += (height - place.region.height * place.scale_y) / 2;
  return place;
}

static void
etp_overview_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  EtpOverview *self = ETP_OVERVIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 120;
  else
    *minimum = *natural = self->part == ETP_OVERVIEW_MAP ? MAP_HEIGHT : CURVE_HEIGHT;
}

static void
etp_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_pointer (&ETP_OVERVIEW (widget)->picture, gsk_render_node_unref);
}

static GskRenderNode *
paint_picture (EtpOverview *self, EtpScene *scene)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  if (self->part == ETP_OVERVIEW_MAP)
    etp_overview_paint_map (cr, self->canvas, scene, &self->place);
  else
    etp_overview_paint_curve (cr, self->canvas, scene, &self->place, widget);
  cairo_destroy (cr);
  return node;
}

/* What of the map is in the window, in the widget. */
static graphene_rect_t
get_frame (EtpOverview *self)
{
  const EtpOverviewPlace *place = &self->place;
  const EtpRect view = etp_canvas_get_viewport (self->canvas);
  const double left = MAX (view.x, place->region.x);
  const double right = MIN (view.x + view.width, place->region.x + place->region.width);
  double top = MAX (view.y, place->region.y);
  double bottom = MIN (view.y + view.height, place->region.y + place->region.height);

  if (self->part == ETP_OVERVIEW_CURVE)
    {
      top = place->region.y;
      bottom = top + place->region.height;
    }
  return GRAPHENE_RECT_INIT ((float) (place->x + (left - place->region.x) * place->scale_x),
                             (float) (place->y + (top - place->region.y) * place->scale_y),
                             (float) MAX (4.0, (right - left) * place->scale_x),
                             (float) MAX (4.0, (bottom - top) * place->scale_y));
}

static void
etp_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EtpOverview *self = ETP_OVERVIEW (widget);
  EtpScene *scene = etp_canvas_get_scene (self->canvas);
  const EtpRgba mark = etp_style_get_color (self->canvas->style, ETP_COLOR_SELECTION);
  const EtpRgba paper = etp_style_get_color (self->canvas->style, ETP_COLOR_PAPER);
  const GdkRGBA line = etp_overview_get_rgba (mark, 1);
  const GdkRGBA colors[4] = { line, line, line, line };
  const float widths[4] = { FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH };
  const GdkRGBA fill = etp_overview_get_rgba (mark, FRAME_FILL);
  const GdkRGBA ground = etp_overview_get_rgba (paper, 1);
  const GdkRGBA edge = etp_overview_get_rgba (
      etp_style_get_color (self->canvas->style, ETP_COLOR_DIM), 0.4);
  graphene_rect_t frame;
  GskRoundedRect outline;

  if (scene == NULL)
    return;
  if (self->part == ETP_OVERVIEW_MAP)
    {
      const float width = (float) gtk_widget_get_width (widget);

      gtk_snapshot_append_color (
          snapshot, &ground,
          &GRAPHENE_RECT_INIT (0, 0, width, (float) gtk_widget_get_height (widget)));
      gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT (0, 0, width, 1));
    }
  if (self->picture == NULL)
    {
      self->place = get_place (self, scene);
      self->picture = paint_picture (self, scene);
    }
  gtk_snapshot_append_node (snapshot, self->picture);
  frame = get_frame (self);
  gtk_snapshot_append_color (snapshot, &fill, &frame);
  gsk_rounded_rect_init_from_rect (&outline, &frame, 3);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

/* The view's middle to a point of the widget. */
static void
move_view (EtpOverview *self, double x_px, double y_px)
{
  const EtpOverviewPlace *place = &self->place;
  GtkAdjustment **adjustments = self->canvas->adjustments;
  const double x = place->region.x + (x_px - place->x) / place->scale_x;
  const double y = place->region.y + (y_px - place->y) / place->scale_y;

  if (adjustments[0] == NULL || adjustments[1] == NULL || place->scale_x <= 0)
    return;
  etp_canvas_stop_motion (self->canvas);
  gtk_adjustment_set_value (adjustments[GTK_ORIENTATION_HORIZONTAL],
                            x * self->canvas->zoom
                                - gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2.0);
  if (self->part == ETP_OVERVIEW_MAP)
    gtk_adjustment_set_value (adjustments[GTK_ORIENTATION_VERTICAL],
                              y * self->canvas->zoom
                                  - gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 2.0);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, EtpOverview *self)
{
  const graphene_rect_t frame = get_frame (self);
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  self->grab_x = self->grab_y = 0;
  if (graphene_rect_contains_point (&frame, &point))
    {
      /* Taken where it was touched: it does not jump. */
      self->grab_x = (double) (frame.origin.x + frame.size.width / 2) - x;
      self->grab_y = (double) (frame.origin.y + frame.size.height / 2) - y;
      return;
    }
  move_view (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, EtpOverview *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    move_view (self, x + dx + self->grab_x, y + dy + self->grab_y);
}

static void
etp_overview_dispose (GObject *object)
{
  g_clear_pointer (&ETP_OVERVIEW (object)->picture, gsk_render_node_unref);
  G_OBJECT_CLASS (etp_overview_parent_class)->dispose (object);
}

static void
etp_overview_class_init (EtpOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_overview_dispose;
  widget_class->measure = etp_overview_measure;
  widget_class->size_allocate = etp_overview_size_allocate;
  widget_class->snapshot = etp_overview_snapshot;
  gtk_widget_class_set_css_name (widget_class, "etpoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
etp_overview_init (EtpOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

GtkWidget *
etp_overview_new (EtpCanvas *canvas, EtpOverviewPart part)
{
  EtpOverview *self = g_object_new (ETP_TYPE_OVERVIEW, NULL);

  self->canvas = canvas;
  self->part = part;
  /* Translators: what a screen reader calls the small picture of the whole map, and the strip with
   * the curve of the feelings above the map. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      part == ETP_OVERVIEW_MAP ? _ ("Overview of the map") : _ ("Curve of the whole journey"), -1);
  g_signal_connect_object (canvas, "scene-changed", G_CALLBACK (forget_picture), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "filter-changed", G_CALLBACK (forget_picture), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_connect_object (canvas->adjustments[i], "value-changed",
                               G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (canvas->adjustments[i], "changed",
                               G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
    }
  return GTK_WIDGET (self);
}

gboolean
etp_overview_is_needed (EtpOverview *self)
{
  EtpCanvas *canvas = self->canvas;
  const int own = gtk_widget_get_mapped (GTK_WIDGET (self))
                      ? gtk_widget_get_height (GTK_WIDGET (self))
                      : 0;

  g_return_val_if_fail (ETP_IS_OVERVIEW (self), FALSE);

  return canvas->scene != NULL
         && (etp_scene_get_width (canvas->scene) * canvas->zoom
                 > gtk_widget_get_width (GTK_WIDGET (canvas)) + 1
             || etp_scene_get_height (canvas->scene) * canvas->zoom
                    > gtk_widget_get_height (GTK_WIDGET (canvas)) + own + 1);
}
