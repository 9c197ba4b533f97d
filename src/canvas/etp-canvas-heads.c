/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-heads.h"

#include "etp-canvas-private.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"

/* What dragging heads and dragging their edges have in common, and the commands of heads that need
 * no more than the canvas. */

#define EDGE_PX 5.0 /* on each side of an edge it can be taken */

static gboolean
may_edit (EtpCanvas *self)
{
  return self->journey != NULL && !etp_journey_get_read_only (self->journey);
}

/* The list that a head's node is in; ETP_N_LISTS for any other item. */
static EtpListKind
get_list (const EtpItem *item)
{
  if (item->kind == ETP_ITEM_PHASE_HEAD)
    return ETP_LIST_PHASES;
  return item->kind == ETP_ITEM_LANE_HEAD ? ETP_LIST_LANES : ETP_N_LISTS;
}

gboolean
etp_canvas_head_drag_begin (EtpCanvas *self, EtpItemRef ref, double x, double y)
{
  EtpCanvasHeadDrag *drag = &self->head_drag;
  const EtpItem *item;
  EtpRect bounds;

  if (!may_edit (self) || etp_item_ref_is_none (ref))
    return FALSE;
  item = etp_scene_get_item (self->scene, ref);
  if (get_list (item) == ETP_N_LISTS || item->node_id == NULL)
    return FALSE;
  bounds = etp_canvas_get_item_bounds (self, ref);
  etp_canvas_head_drag_end (self);
  drag->list = get_list (item);
  drag->node_id = g_strdup (item->node_id);
  drag->grab_x = x - bounds.x;
  drag->grab_y = y - bounds.y;
  return TRUE;
}

void
etp_canvas_head_drag_end (EtpCanvas *self)
{
  g_clear_pointer (&self->head_drag.node_id, g_free);
  self->head_drag.list = ETP_N_LISTS;
}

EtpNode *
etp_canvas_head_drag_get_node (EtpCanvas *self)
{
  return self->journey != NULL && self->head_drag.node_id != NULL
             ? etp_journey_get_node (self->journey, self->head_drag.node_id)
             : NULL;
}

static gboolean
is_collapsed (EtpNode *node)
{
  return etp_node_get_boolean (
      node, etp_map_field_get (etp_node_get_list (node), ETP_MAP_FIELD_COLLAPSED));
}

/* The node of the head whose edge along x (phases) or y (lanes) is at the point. The heads of
 * phases are as high as they are shown; those of lanes are as wide. */
static EtpNode *
find_edge (EtpCanvas *self, EtpListKind list, double x, double y)
{
  g_autoptr (GArray) heads = etp_heads_list (self->scene, list);
  const gboolean is_phase = list == ETP_LIST_PHASES;
  double x_map, y_map, left_px, top_px;
  const EtpHead *head;
  EtpNode *node;
  EtpRect bounds;
  guint index;

  etp_canvas_to_map (self, x, y, &x_map, &y_map);
  index = etp_heads_find_edge (heads, is_phase ? x_map : y_map, EDGE_PX / self->zoom);
  if (index == G_MAXUINT)
    return NULL;
  head = &g_array_index (heads, EtpHead, index);
  bounds = etp_canvas_get_item_bounds (self, head->ref);
  if (is_phase ? y < bounds.y || y > bounds.y + bounds.height
               : x < bounds.x || x > bounds.x + bounds.width)
    return NULL;
  /* Not what lies below the strip of the other heads. */
  etp_canvas_get_strips (self, &left_px, &top_px);
  if (is_phase ? x < left_px : y < top_px)
    return NULL;
  node = etp_journey_get_node (self->journey, head->node_id);
  return node != NULL && !is_collapsed (node) ? node : NULL;
}

EtpNode *
etp_canvas_find_head_edge (EtpCanvas *self, double x, double y)
{
  EtpNode *node;

  if (!may_edit (self) || etp_canvas_get_scene (self) == NULL)
    return NULL;
  node = find_edge (self, ETP_LIST_PHASES, x, y);
  return node != NULL ? node : find_edge (self, ETP_LIST_LANES, x, y);
}

gboolean
etp_canvas_reset_head_edge (EtpCanvas *self, double x, double y)
{
  EtpNode *node = etp_canvas_find_head_edge (self, x, y);
  g_autoptr (GError) error = NULL;
  EtpDatum own = { 0 };

  if (node == NULL)
    return FALSE;
  etp_history_end_coalescing (etp_journey_get_history (self->journey));
  if (!etp_edit_set (self->journey, node,
                     etp_map_field_get (etp_node_get_list (node), ETP_MAP_FIELD_SIZE), &own,
                     &error))
    etp_canvas_tell_error (self, error);
  return TRUE;
}

/* Runs the command of the window that fits the selected head. */
static gboolean
run_on_head (EtpCanvas *self, const char *phase_action, const char *lane_action)
{
  const EtpItemRef ref = etp_canvas_get_selection (self);
  EtpListKind list;

  if (etp_item_ref_is_none (ref))
    return FALSE;
  list = get_list (etp_scene_get_item (self->scene, ref));
  return list != ETP_N_LISTS
         && gtk_widget_activate_action (GTK_WIDGET (self),
                                        list == ETP_LIST_PHASES ? phase_action : lane_action, NULL);
}

static void
run_or_ring (EtpCanvas *self, const char *phase_action, const char *lane_action)
{
  if (!run_on_head (self, phase_action, lane_action))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

gboolean
etp_canvas_add_beside_head (EtpCanvas *self)
{
  return run_on_head (self, "win.insert-phase-after", "win.insert-lane-below");
}

gboolean
etp_canvas_duplicate_head (EtpCanvas *self)
{
  return run_on_head (self, "win.duplicate-phase", "win.duplicate-lane");
}

void
etp_canvas_grow_head (EtpCanvas *self)
{
  run_or_ring (self, "win.widen-phase", "win.heighten-lane");
}

void
etp_canvas_shrink_head (EtpCanvas *self)
{
  run_or_ring (self, "win.narrow-phase", "win.lower-lane");
}

void
etp_canvas_collapse_head (EtpCanvas *self)
{
  run_or_ring (self, "win.collapse-phase", "win.collapse-lane");
}

void
etp_canvas_hide_head (EtpCanvas *self)
{
  run_or_ring (self, "win.hide-phase", "win.hide-lane");
}

void
etp_canvas_color_head (EtpCanvas *self)
{
  run_or_ring (self, "win.color-phase", "win.color-lane");
}
