/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-scene-private.h"

/* What of a scene lies in an area, at a point, or shows a node. */

static gboolean
is_ink_in (const EtpItem *item, const EtpRect *rect, const EtpRect *area)
{
  EtpRect ink = { rect->x + item->ink.x, rect->y + item->ink.y, item->ink.width, item->ink.height };

  return etp_rect_intersects (&ink, area);
}

static void
find_in_layer (EtpScene *self, guint index, guint layer, const EtpRect *area, GArray *refs)
{
  const EtpPlacedCell *placed = &g_array_index (self->cells, EtpPlacedCell, index);
  const EtpCell *cell = placed->cell;

  if ((cell->layers & 1 << layer) == 0)
    return;
  for (guint i = 0; i < cell->n_items; i++)
    {
      const EtpItem *item = cell->items[i].item;
      EtpRect origin = { placed->x + cell->items[i].x, placed->y + cell->items[i].y, 0, 0 };

      if (item->layer == layer && item->pin == ETP_PIN_NONE && is_ink_in (item, &origin, area))
        {
          EtpItemRef ref = { index, i };

          g_array_append_val (refs, ref);
        }
    }
}

static void
find_pinned (
    EtpScene *self, guint index, const EtpRect *area, const EtpRect *viewport, GArray *refs)
{
  const EtpPlacedCell *placed = &g_array_index (self->cells, EtpPlacedCell, index);

  for (guint i = 0; i < placed->cell->n_items; i++)
    {
      const EtpItem *item = placed->cell->items[i].item;
      EtpItemRef ref = { index, i };
      EtpRect rect;

      if (item->pin == ETP_PIN_NONE)
        continue;
      rect = etp_scene_item_rect (self, ref, viewport);
      if (is_ink_in (item, &rect, area))
        g_array_append_val (refs, ref);
    }
}

void
etp_scene_find (EtpScene *self, const EtpRect *area, const EtpRect *viewport, GArray *refs)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->cells->len; i++)
    {
      const EtpPlacedCell *placed = &g_array_index (self->cells, EtpPlacedCell, i);
      EtpRect ink = placed->cell->ink;

      ink.x += placed->x;
      ink.y += placed->y;
      if (etp_rect_intersects (&ink, area))
        g_array_append_val (near, i);
    }
  for (guint layer = ETP_LAYER_BACK; layer <= ETP_LAYER_FRONT; layer++)
    for (guint i = 0; i < near->len; i++)
      find_in_layer (self, g_array_index (near, guint, i), layer, area, refs);
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, EtpPlacedCell, i).cell->has_pins)
      find_pinned (self, i, area, viewport, refs);
}

static gboolean
is_focusable (const EtpItem *item)
{
  return (item->can & ETP_CAN_FOCUS) != 0;
}

EtpItemRef
etp_scene_find_link (EtpScene *self, const char *link_id)
{
  const guint n_groups = etp_scene_get_n_groups (self);
  const EtpGroup *links = n_groups > 0 ? etp_scene_get_group (self, n_groups - 1) : NULL;

  if (links == NULL || g_strcmp0 (links->node_id, ETP_GROUP_LINKS) != 0)
    return ETP_ITEM_REF_NONE;
  for (guint i = links->first_cell; i < links->first_cell + links->n_cells; i++)
    {
      const EtpCell *cell = etp_scene_get_cell (self, i)->cell;

      for (guint j = 0; j < cell->n_items; j++)
        if (is_focusable (cell->items[j].item)
            && strcmp (cell->items[j].item->node_id, link_id) == 0)
          return (EtpItemRef){ i, j };
    }
  return ETP_ITEM_REF_NONE;
}

EtpItemRef
etp_scene_pick (EtpScene *self, double x, double y, const EtpRect *viewport)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));
  EtpRect area = { x - 0.01, y - 0.01, 0.02, 0.02 };

  etp_scene_find (self, &area, viewport, refs);
  for (guint i = refs->len; i > 0; i--)
    {
      EtpItemRef ref = g_array_index (refs, EtpItemRef, i - 1);
      EtpRect rect = etp_scene_item_rect (self, ref, viewport);
      const EtpItem *item = etp_scene_get_item (self, ref);

      if (!etp_rect_contains (&rect, x, y))
        continue;
      if (is_focusable (item))
        return ref;
      if (item->kind == ETP_ITEM_LINK)
        return etp_scene_find_link (self, item->node_id);
    }
  return ETP_ITEM_REF_NONE;
}

EtpItemRef
etp_scene_find_node (EtpScene *self, const char *node_id, EtpItemKind kind)
{
  g_return_val_if_fail (node_id != NULL, ETP_ITEM_REF_NONE);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const EtpCell *cell = g_array_index (self->cells, EtpPlacedCell, i).cell;

      for (guint j = 0; j < cell->n_items; j++)
        {
          const EtpItem *item = cell->items[j].item;

          if (item->kind == kind && item->node_id != NULL && strcmp (item->node_id, node_id) == 0)
            return (EtpItemRef){ i, j };
        }
    }
  return ETP_ITEM_REF_NONE;
}
