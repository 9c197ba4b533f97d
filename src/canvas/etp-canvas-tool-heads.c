/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-heads.h"
#include "etp-canvas-private.h"
#include "model/etp-edit.h"

/* Dragging a head to another place among its like: the head follows the pointer, a line shows where
 * its column or row would come to lie. Nothing changes before the button is released. */

#define LINE_PX 4.0
#define KNOB_PX 10.0 /* at the end of the line, on the heads */
#define HEAD_ALPHA 0.92 /* of the head that follows the pointer */

static gboolean
take (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  return etp_canvas_head_drag_begin (self, drag->item, drag->x0, drag->y0);
}

static void
update (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  g_autoptr (GArray) heads = NULL;

  if (etp_canvas_get_scene (self) == NULL)
    return;
  heads = etp_heads_list (self->scene, self->head_drag.list);
  self->head_drag.gap = etp_heads_find_gap (
      heads, self->head_drag.list == ETP_LIST_PHASES ? drag->x_map : drag->y_map);
}

static void
finish (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  EtpNode *node = etp_canvas_head_drag_get_node (self);
  g_autoptr (GArray) heads = NULL;
  g_autoptr (GError) error = NULL;

  update (self, drag);
  if (node != NULL && self->scene != NULL)
    {
      heads = etp_heads_list (self->scene, self->head_drag.list);
      if (!etp_heads_is_own_gap (etp_heads_find (heads, self->head_drag.node_id),
                                 self->head_drag.gap)
          && !etp_edit_move (self->journey, node,
                             etp_heads_get_position (
                                 heads, etp_journey_get_list (self->journey, self->head_drag.list),
                                 node, self->head_drag.gap),
                             &error))
        etp_canvas_tell_error (self, error);
    }
  etp_canvas_head_drag_end (self);
}

static void
add_box (GtkSnapshot *snapshot, GdkRGBA color, EtpRect rect, double radius)
{
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (
      &box,
      &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width, (float) rect.height),
      (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &color, &box.bounds);
  gtk_snapshot_pop (snapshot);
}

/* Across all that is visible of the map, from the heads on. */
static void
add_line (EtpCanvas *self, GtkSnapshot *snapshot, GArray *heads)
{
  const gboolean is_phase = self->head_drag.list == ETP_LIST_PHASES;
  const EtpMetrics *metrics = etp_style_get_metrics (self->style);
  const GdkRGBA color = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  const double place = etp_heads_get_gap_place (
      heads, self->head_drag.gap, is_phase ? metrics->phase_gap : metrics->lane_space);
  const EtpRect head = etp_canvas_get_item_bounds (self, g_array_index (heads, EtpHead, 0).ref);
  double x, y, length;

  etp_canvas_from_map (self, place, place, &x, &y);
  if (is_phase)
    {
      length = MIN (self->origin_y + etp_scene_get_height (self->scene) * self->zoom,
                    gtk_widget_get_height (GTK_WIDGET (self)))
               - head.y;
      add_box (snapshot, color, (EtpRect){ x - LINE_PX / 2, head.y, LINE_PX, length }, LINE_PX / 2);
      add_box (snapshot, color,
               (EtpRect){ x - KNOB_PX / 2, head.y - KNOB_PX / 2, KNOB_PX, KNOB_PX }, KNOB_PX / 2);
      return;
    }
  length = MIN (self->origin_x + etp_scene_get_width (self->scene) * self->zoom,
                gtk_widget_get_width (GTK_WIDGET (self)))
           - head.x;
  add_box (snapshot, color, (EtpRect){ head.x, y - LINE_PX / 2, length, LINE_PX }, LINE_PX / 2);
  add_box (snapshot, color, (EtpRect){ head.x - KNOB_PX / 2, y - KNOB_PX / 2, KNOB_PX, KNOB_PX },
           KNOB_PX / 2);
}

/* The head itself, under the pointer where it was taken. It moves along its axis only. */
static void
add_head (EtpCanvas *self, GtkSnapshot *snapshot, const EtpHead *head)
{
  EtpItem *item = etp_scene_get_item (self->scene, head->ref);
  const EtpPaintState state = { .detail = etp_detail_for_zoom (self->zoom) };
  const EtpCanvasDrag *drag = &self->tools.drag;
  const GdkRGBA paper = etp_canvas_get_rgba (self, ETP_COLOR_PAPER);
  EtpRect rect = etp_canvas_get_item_bounds (self, head->ref);
  cairo_t *cr;

  if (self->head_drag.list == ETP_LIST_PHASES)
    rect.x = drag->x - self->head_drag.grab_x;
  else
    rect.y = drag->y - self->head_drag.grab_y;
  gtk_snapshot_push_opacity (snapshot, HEAD_ALPHA);
  add_box (snapshot, paper, rect,
           self->head_drag.list == ETP_LIST_PHASES
               ? etp_style_get_metrics (self->style)->phase_radius * self->zoom
               : 6);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y,
                                                       (float) rect.width, (float) rect.height));
  cairo_translate (cr, rect.x, rect.y);
  cairo_scale (cr, self->zoom, self->zoom);
  etp_paint_item (self->painter, cr, item, self->style, &state);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_drag (EtpCanvas *self, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) heads = NULL;
  guint index;

  if (etp_canvas_get_scene (self) == NULL)
    return;
  heads = etp_heads_list (self->scene, self->head_drag.list);
  index = etp_heads_find (heads, self->head_drag.node_id);
  if (index == G_MAXUINT)
    return;
  if (!etp_heads_is_own_gap (index, self->head_drag.gap))
    add_line (self, snapshot, heads);
  add_head (self, snapshot, &g_array_index (heads, EtpHead, index));
}

const EtpCanvasTool etp_canvas_tool_heads = {
  .name = "heads",
  .take = take,
  .update = update,
  .finish = finish,
  .cancel = etp_canvas_head_drag_end,
  .snapshot = snapshot_drag,
  .cursor = "grabbing",
};
