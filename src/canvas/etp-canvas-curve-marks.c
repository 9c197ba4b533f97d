/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-links.h"
#include "etp-canvas-private.h"

#include <math.h>

#include "scene/etp-curve.h"

/* What is shown above the map while the pointer is over the emotion lane, and which items light up
 * together because they are one step. */

#define PLUS_RADIUS 9.0 /* px */
#define PLUS_ARM 4.5
#define PLUS_ALPHA 0.75
#define BUBBLE_PAD_X 10
#define BUBBLE_PAD_Y 5
#define BUBBLE_AWAY 22.0 /* from the point, px */

/* Where a click adds a point: at the step without one under the pointer, or on the line. Only x, y and
 * step are set, step to "" for the line; FALSE if there is no such place. */
static gboolean
find_plus (EtpCanvas *self, EtpCanvasPlus *plus)
{
  double left_px, top_px, x_map, y_map;
  EtpEmotionSpot spot;

  if (!self->pointer.is_inside || self->pointer.is_panning || self->journey == NULL
      || self->scene == NULL || etp_canvas_get_tool (self) != NULL || etp_canvas_is_editing (self)
      || !etp_item_ref_is_none (self->hover))
    return FALSE;
  etp_canvas_get_strips (self, &left_px, &top_px);
  if (self->pointer.x < left_px || self->pointer.y < top_px)
    return FALSE;
  etp_canvas_to_map (self, self->pointer.x, self->pointer.y, &x_map, &y_map);
  if (!etp_emotion_find_spot (self->scene, self->journey, NULL, x_map, y_map, NULL, &spot))
    return FALSE;
  if (etp_canvas_may_give_point (self, &spot, x_map))
    {
      plus->step = (char *) etp_node_get_id (spot.step);
      plus->x = spot.step_x;
      plus->y = spot.is_on_prompt
                    ? spot.rect.y + etp_curve_value_to_y (spot.value, spot.rect.height)
                    : CLAMP (y_map, spot.rect.y, spot.rect.y + spot.rect.height);
      return TRUE;
    }
  plus->step = (char *) "";
  plus->x = x_map;
  return !etp_journey_get_read_only (self->journey) && spot.step_lane != NULL
         && etp_canvas_find_line (self, &spot, x_map, y_map, &plus->y);
}

void
etp_canvas_update_plus (EtpCanvas *self)
{
  EtpCanvasPlus *plus = &self->curve.plus;
  EtpCanvasPlus found;

  if (!find_plus (self, &found))
    {
      if (plus->step != NULL)
        gtk_widget_queue_draw (GTK_WIDGET (self));
      g_clear_pointer (&plus->step, g_free);
      return;
    }
  if (g_strcmp0 (plus->step, found.step) != 0)
    {
      g_free (plus->step);
      plus->step = g_strdup (found.step);
    }
  plus->x = found.x;
  plus->y = found.y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
etp_canvas_snapshot_plus (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const EtpCanvasPlus *plus = &self->curve.plus;
  const GdkRGBA ink = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  const GdkRGBA paper = etp_canvas_get_rgba (self, ETP_COLOR_CARD);
  const double r = PLUS_RADIUS;
  double x, y;
  cairo_t *cr;

  if (plus->step == NULL || etp_canvas_get_tool (self) != NULL || etp_canvas_is_editing (self))
    return;
  etp_canvas_from_map (self, plus->x, plus->y, &x, &y);
  x = floor (x) + 0.5;
  y = floor (y) + 0.5;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) (x - r - 2), (float) (y - r - 2),
                                                       (float) (2 * r + 4), (float) (2 * r + 4)));
  cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, paper.red, paper.green, paper.blue, PLUS_ALPHA);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, PLUS_ALPHA);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_move_to (cr, x - PLUS_ARM, y);
  cairo_line_to (cr, x + PLUS_ARM, y);
  cairo_move_to (cr, x, y - PLUS_ARM);
  cairo_line_to (cr, x, y + PLUS_ARM);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static gboolean
is_of_step (const EtpItem *item)
{
  return item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_POINT || item->kind == ETP_ITEM_STOP;
}

static gboolean
is_of_same_step (EtpCanvas *self, EtpItemRef ref, EtpItemRef other, const EtpItem *item)
{
  const EtpItem *origin;

  if (etp_item_ref_is_none (other) || etp_item_ref_equal (ref, other))
    return FALSE;
  origin = etp_scene_get_item (self->scene, other);
  return is_of_step (origin) && origin->node_id != NULL
         && g_strcmp0 (origin->node_id, item->node_id) == 0;
}

gboolean
etp_canvas_is_related (EtpCanvas *self, EtpItemRef ref, const EtpItem *item)
{
  if (etp_canvas_is_in_chain (self, item))
    return TRUE;
  return is_of_step (item)
         && (is_of_same_step (self, ref, self->selection, item)
             || is_of_same_step (self, ref, self->hover, item));
}

void
etp_canvas_snapshot_bubble (
    EtpCanvas *self, GtkSnapshot *snapshot, const char *text, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  const GdkRGBA ink = etp_canvas_get_rgba (self, ETP_COLOR_INK);
  const GdkRGBA paper = etp_canvas_get_rgba (self, ETP_COLOR_PAPER);
  GskRoundedRect outline;
  int text_width, text_height;
  double width, height, left, top;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  width = text_width + 2 * BUBBLE_PAD_X;
  height = text_height + 2 * BUBBLE_PAD_Y;
  left = x + BUBBLE_AWAY;
  if (left + width > gtk_widget_get_width (widget))
    left = x - BUBBLE_AWAY - width;
  left = floor (CLAMP (left, 0, MAX (0, gtk_widget_get_width (widget) - width)));
  top = floor (CLAMP (y - height / 2, 0, MAX (0, gtk_widget_get_height (widget) - height)));

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) width, (float) height),
      (float) height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ink, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) left + BUBBLE_PAD_X, (float) top + BUBBLE_PAD_Y));
  gtk_snapshot_append_layout (snapshot, layout, &paper);
  gtk_snapshot_restore (snapshot);
}
