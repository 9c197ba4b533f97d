/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include "model/etp-outline.h"
#include "scene/etp-drop.h"
#include "scene/etp-scene-place.h"

/* Places in the grid, from points of the widget and from the selection. The scene knows beside
 * which thing a place is; which number that is among the cell's cards, folded ones included, the
 * outline says. */

/* The number of the cell's cards before the place, without those that are being moved. */
static guint
get_index (EtpCanvas *self, const EtpScenePlace *found, GHashTable *without, EtpNode *lane)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  EtpNode *phase = etp_journey_get_node (self->journey, found->phase_id);
  const guint p = etp_node_list_get_index (etp_journey_get_list (self->journey, ETP_LIST_PHASES),
                                           phase);
  const guint l = etp_node_list_get_index (etp_journey_get_list (self->journey, ETP_LIST_LANES),
                                           lane);
  guint n = 0, index = 0;
  const EtpPlace *const *places = etp_outline_get_cell (outline, p, l, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = etp_node_get_id (places[i]->card);

      if (g_strcmp0 (id, found->near_id) == 0)
        return found->is_after ? index + 1 : index;
      if (without == NULL || !g_hash_table_contains (without, id))
        index++;
    }
  return index;
}

static gboolean
fill_place (EtpCanvas *self, const EtpScenePlace *found, GHashTable *without, EtpCanvasPlace *place)
{
  place->lane = etp_journey_get_node (self->journey, found->lane_id);
  place->phase = etp_journey_get_node (self->journey, found->phase_id);
  if (place->lane == NULL || place->phase == NULL)
    return FALSE;
  place->index = get_index (self, found, without, place->lane);
  place->step = NULL;
  place->cell = found->cell;
  place->mark = found->mark;
  return TRUE;
}

gboolean
etp_canvas_get_place_without (
    EtpCanvas *self, double x, double y, GPtrArray *moved, EtpCanvasPlace *place)
{
  g_autoptr (GHashTable) without = NULL;
  double left_px, top_px, x_map, y_map;
  EtpScenePlace found;

  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  etp_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return FALSE;
  etp_canvas_get_strips (self, &left_px, &top_px);
  if (x < left_px || y < top_px)
    return FALSE;
  if (moved != NULL)
    {
      without = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < moved->len; i++)
        g_hash_table_add (without, (gpointer) etp_node_get_id (g_ptr_array_index (moved, i)));
    }
  etp_canvas_to_map (self, x, y, &x_map, &y_map);
  if (!etp_scene_find_place (self->scene, x_map, y_map, without, &found)
      || !fill_place (self, &found, without, place))
    return FALSE;
  place->step = etp_drop_find_step (self->scene, place->lane, place->phase, &place->cell, x_map);
  return TRUE;
}

gboolean
etp_canvas_get_place (EtpCanvas *self, double x, double y, EtpCanvasPlace *place)
{
  return etp_canvas_get_place_without (self, x, y, NULL, place);
}

/* The first lane or phase of the map as it is shown. */
static const char *
get_first (EtpCanvas *self, gboolean is_lane)
{
  for (guint i = 0; i < etp_scene_get_n_cells (self->scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (self->scene, i)->cell;
      const char *id = is_lane ? cell->lane_id : cell->phase_id;

      if (id != NULL)
        return id;
    }
  return NULL;
}

/* What comes beside the selected note comes under its step, or it would be drawn below all that stand
 * under steps. */
static EtpNode *
get_selected_step (EtpCanvas *self, EtpNode *phase)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  EtpNode *node = etp_canvas_get_selected_node (self);
  const EtpPlace *own = node != NULL ? etp_outline_find (outline, node) : NULL;

  if (own == NULL || own->step == G_MAXUINT
      || own->phase
             != etp_node_list_get_index (etp_journey_get_list (self->journey, ETP_LIST_PHASES),
                                         phase)) /* it goes on into this one */
    return NULL;
  return etp_outline_get_place (outline, own->step)->card;
}

gboolean
etp_canvas_get_selected_place (EtpCanvas *self, EtpCanvasPlace *place)
{
  const char *lane_id, *phase_id;
  EtpScenePlace found;
  EtpItemRef ref;
  const EtpCell *cell;

  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  ref = etp_canvas_get_selection (self);
  if (etp_item_ref_is_none (ref))
    return FALSE;
  cell = etp_scene_get_cell (self->scene, ref.cell)->cell;
  if (cell->lane_id == NULL && cell->phase_id == NULL) /* title, foot */
    return FALSE;
  lane_id = cell->lane_id != NULL ? cell->lane_id : get_first (self, TRUE);
  phase_id = cell->phase_id != NULL ? cell->phase_id : get_first (self, FALSE);
  if (lane_id == NULL || phase_id == NULL
      || !etp_scene_get_place (self->scene, phase_id, lane_id,
                               etp_scene_get_item (self->scene, ref)->node_id, &found)
      || !fill_place (self, &found, NULL, place))
    return FALSE;
  place->step = get_selected_step (self, place->phase);
  return TRUE;
}

EtpItemRef
etp_canvas_find_empty_cell (EtpCanvas *self, const char *lane_id, const char *phase_id)
{
  etp_canvas_ensure_scene (self);
  for (guint i = 0; self->scene != NULL && i < etp_scene_get_n_cells (self->scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (self->scene, i)->cell;

      if (g_strcmp0 (cell->lane_id, lane_id) != 0 || g_strcmp0 (cell->phase_id, phase_id) != 0)
        continue;
      for (guint j = 0; j < cell->n_items; j++)
        if (cell->items[j].item->kind == ETP_ITEM_CELL)
          return (EtpItemRef){ i, j };
    }
  return ETP_ITEM_REF_NONE;
}
