/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"
#include "model/etp-fields.h"

/* What is selected when all that is selected has gone, so that the keyboard goes on from there. */

struct _EtpCanvasHeirs
{
  GPtrArray *items; /* of EtpItem, the nearest first; some may have gone by then */
  char *lane_id, *phase_id; /* of the cell; NULL: none */
};

void
etp_canvas_heirs_free (EtpCanvasHeirs *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self->lane_id);
  g_free (self->phase_id);
  g_free (self);
}

static gboolean
is_head (const EtpItem *item)
{
  return item->kind == ETP_ITEM_PHASE_HEAD || item->kind == ETP_ITEM_LANE_HEAD;
}

/* Heads give way to heads of their kind; what lies in a cell, to what else lies there. */
static void
add_heirs (EtpCanvas *self, EtpItemRef from, int step, GPtrArray *items)
{
  const EtpItem *gone = etp_scene_get_item (self->scene, from);
  const EtpCell *cell = etp_scene_get_cell (self->scene, from.cell)->cell;

  for (EtpItemRef ref = etp_scene_next (self->scene, from, step); !etp_item_ref_is_none (ref);
       ref = etp_scene_next (self->scene, ref, step))
    {
      const EtpCell *other = etp_scene_get_cell (self->scene, ref.cell)->cell;
      EtpItem *item = etp_scene_get_item (self->scene, ref);

      if (!is_head (gone)
          && (g_strcmp0 (other->lane_id, cell->lane_id) != 0
              || g_strcmp0 (other->phase_id, cell->phase_id) != 0))
        break;
      if (!etp_canvas_is_chosen (self, item)
          && (is_head (gone) ? item->kind == gone->kind : !is_head (item)))
        g_ptr_array_add (items, etp_item_ref (item));
    }
}

/* What a link hangs on, its beginning first; links lie in no cell. */
static void
add_ends (EtpCanvas *self, EtpItemRef from, GPtrArray *items)
{
  static const EtpItemKind kinds[] = { ETP_ITEM_CARD, ETP_ITEM_MEASURE, ETP_ITEM_IMAGE };
  static const guint fields[] = { ETP_LINK_FROM, ETP_LINK_TO };
  const EtpItem *gone = etp_scene_get_item (self->scene, from);
  EtpNode *link = gone->kind == ETP_ITEM_LINK ? etp_journey_get_node (self->journey, gone->node_id)
                                              : NULL;

  for (gsize i = 0; link != NULL && i < G_N_ELEMENTS (fields); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        const EtpItemRef ref = etp_scene_find_node (self->scene,
                                                    etp_node_get_text (link, fields[i]), kinds[j]);

        if (!etp_item_ref_is_none (ref))
          g_ptr_array_add (items, etp_item_ref (etp_scene_get_item (self->scene, ref)));
      }
}

EtpCanvasHeirs *
etp_canvas_list_heirs (EtpCanvas *self)
{
  EtpItemRef from;
  const EtpCell *cell;
  EtpCanvasHeirs *heirs;

  g_return_val_if_fail (ETP_IS_CANVAS (self), NULL);

  from = etp_canvas_get_selection (self);
  if (etp_item_ref_is_none (from))
    return NULL;
  cell = etp_scene_get_cell (self->scene, from.cell)->cell;
  heirs = g_new0 (EtpCanvasHeirs, 1);
  heirs->items = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_item_unref);
  heirs->lane_id = g_strdup (cell->lane_id);
  heirs->phase_id = g_strdup (cell->phase_id);
  add_ends (self, from, heirs->items);
  add_heirs (self, from, 1, heirs->items);
  add_heirs (self, from, -1, heirs->items);
  return heirs;
}

void
etp_canvas_select_heir (EtpCanvas *self, const EtpCanvasHeirs *heirs)
{
  EtpItemRef next = ETP_ITEM_REF_NONE;

  g_return_if_fail (ETP_IS_CANVAS (self));

  for (guint i = 0; heirs != NULL && i < heirs->items->len && etp_item_ref_is_none (next); i++)
    next = etp_canvas_find_item (self, heirs->items->pdata[i]);
  if (heirs != NULL && etp_item_ref_is_none (next) && heirs->lane_id != NULL
      && heirs->phase_id != NULL)
    next = etp_canvas_find_empty_cell (self, heirs->lane_id, heirs->phase_id);
  etp_canvas_select (self, next);
}
