/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include <math.h>

#include "etp-canvas-heads.h"
#include "etp-canvas-private.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"

/* Dragging the right edge of a phase head or the lower edge of a lane head: a line and a veil show
 * the size that the column or row would have. Near the width that phases have by themselves it
 * snaps to it, and the phase keeps no width of its own. */

#define LINE_PX 2.0
#define SNAP_PX 6.0
#define VEIL_ALPHA 0.10f

static gboolean
take (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  EtpNode *node = etp_canvas_find_head_edge (self, drag->x0, drag->y0);

  if (node == NULL)
    return FALSE;
  etp_canvas_head_drag_end (self);
  self->head_drag.list = etp_node_get_list (node);
  self->head_drag.node_id = g_strdup (etp_node_get_id (node));
  return TRUE;
}

/* The dragged head; FALSE if it is there no more. heads are the caller's to free. */
static gboolean
find_head (EtpCanvas *self, GArray **heads, EtpHead *head)
{
  guint index;

  *heads = NULL;
  if (etp_canvas_get_scene (self) == NULL || etp_canvas_head_drag_get_node (self) == NULL)
    return FALSE;
  *heads = etp_heads_list (self->scene, self->head_drag.list);
  index = etp_heads_find (*heads, self->head_drag.node_id);
  if (index == G_MAXUINT)
    return FALSE;
  *head = g_array_index (*heads, EtpHead, index);
  return TRUE;
}

/* That it has by itself, in map units. */
static double
get_usual_size (EtpCanvas *self)
{
  return self->head_drag.list == ETP_LIST_PHASES ? etp_style_get_metrics (self->style)->phase_width
                                                 : (double) NAN;
}

/* What the document says of a size on the map. */
static double
get_own (EtpCanvas *self, double shown)
{
  return etp_canvas_get_own_size (self, self->head_drag.list, shown);
}

static void
update (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  const gboolean is_phase = self->head_drag.list == ETP_LIST_PHASES;
  g_autoptr (GArray) heads = NULL;
  double shown;
  EtpHead head;

  if (!find_head (self, &heads, &head))
    return;
  /* By as much as the pointer has moved, wherever in the edge it was taken. */
  shown = head.end - head.start
          + (is_phase ? drag->x_map - drag->x0_map : drag->y_map - drag->y0_map);
  self->head_drag.size = etp_heads_fit_size (self->head_drag.list, get_own (self, shown),
                                             get_own (self, get_usual_size (self)),
                                             get_own (self, SNAP_PX / self->zoom));
}

static void
finish (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  EtpNode *node = etp_canvas_head_drag_get_node (self);
  g_autoptr (GError) error = NULL;

  update (self, drag);
  if (node != NULL)
    {
      EtpDatum datum = { 0 };

      if (!isnan (self->head_drag.size))
        datum = etp_datum_number (self->head_drag.size);
      /* A drag is a step of its own, however soon it follows another. */
      etp_history_end_coalescing (etp_journey_get_history (self->journey));
      if (!etp_edit_set (self->journey, node,
                         etp_map_field_get (self->head_drag.list, ETP_MAP_FIELD_SIZE), &datum,
                         &error))
        etp_canvas_tell_error (self, error);
    }
  etp_canvas_head_drag_end (self);
}

static void
snapshot_drag (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const gboolean is_phase = self->head_drag.list == ETP_LIST_PHASES;
  const GdkRGBA color = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  const GdkRGBA veil = { color.red, color.green, color.blue, VEIL_ALPHA };
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (GArray) heads = NULL;
  double start_x, start_y, end_x, end_y, size;
  EtpRect bounds;
  EtpHead head;

  if (!find_head (self, &heads, &head))
    return;
  bounds = etp_canvas_get_item_bounds (self, head.ref);
  size = isnan (self->head_drag.size) ? get_usual_size (self)
                                      : self->head_drag.size / get_own (self, 1);
  etp_canvas_from_map (self, head.start, head.start, &start_x, &start_y);
  etp_canvas_from_map (self, head.start + size, head.start + size, &end_x, &end_y);
  if (is_phase)
    {
      gtk_snapshot_append_color (snapshot, &veil,
                                 &GRAPHENE_RECT_INIT ((float) start_x, (float) bounds.y,
                                                      (float) (end_x - start_x), height));
      gtk_snapshot_append_color (
          snapshot, &color,
          &GRAPHENE_RECT_INIT ((float) (end_x - LINE_PX / 2), (float) bounds.y, LINE_PX, height));
      return;
    }
  gtk_snapshot_append_color (
      snapshot, &veil,
      &GRAPHENE_RECT_INIT ((float) bounds.x, (float) start_y, width, (float) (end_y - start_y)));
  gtk_snapshot_append_color (
      snapshot, &color,
      &GRAPHENE_RECT_INIT ((float) bounds.x, (float) (end_y - LINE_PX / 2), width, LINE_PX));
}

static const char *
hover (EtpCanvas *self, double x, double y)
{
  EtpNode *node = etp_canvas_find_head_edge (self, x, y);

  if (node == NULL)
    return NULL;
  return etp_node_get_list (node) == ETP_LIST_PHASES ? "col-resize" : "row-resize";
}

const EtpCanvasTool etp_canvas_tool_edges = {
  .name = "edges",
  .take = take,
  .update = update,
  .finish = finish,
  .cancel = etp_canvas_head_drag_end,
  .snapshot = snapshot_drag,
  .hover = hover,
};
