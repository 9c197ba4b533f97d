/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-scene-place.h"

#include "etp-scene-private.h"

#include <string.h>

/* The grid is read from the slots of the scene: a row reaches to the middle of the space between
 * its content and its neighbours', a column to the middle of the gap between phases. */

#define MARK_GAP 5.0 /* from a thing to the mark beside it */

typedef struct
{
  EtpRect rect;
  const char *id;
} Tile;

gboolean
etp_item_is_tile (const EtpItem *item)
{
  return item->node_id != NULL && (item->can & ETP_CAN_FOCUS) != 0
         && (item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_MEASURE
             || item->kind == ETP_ITEM_METRIC || item->kind == ETP_ITEM_IMAGE);
}

/* The column's phase, from half the gap before it to half the gap behind it. */
static const EtpGroup *
find_column (EtpScene *self, double x, EtpRect *cell)
{
  const double gap = etp_style_get_metrics (self->style)->phase_gap;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const EtpGroup *group = &g_array_index (self->groups, EtpGroup, i);

      if (group->node_id == NULL || x < group->rect.x - gap / 2
          || x >= group->rect.x + group->rect.width + gap / 2)
        continue;
      cell->x = group->rect.x;
      cell->width = group->rect.width;
      return group;
    }
  return NULL;
}

/* The next slot of a lane in the phase's column, from an index on; G_MAXUINT past the last. */
static guint
next_slot (EtpScene *self, const char *phase_id, guint from)
{
  for (guint i = from; i < self->slots->len; i++)
    {
      const EtpSceneSlot *slot = &g_array_index (self->slots, EtpSceneSlot, i);

      if (slot->lane_id != NULL && slot->phase_id != NULL && strcmp (slot->phase_id, phase_id) == 0)
        return i;
    }
  return G_MAXUINT;
}

/* The slot of the row at y (lane_id NULL) or of the lane; fills in how far up and down it goes. */
static const EtpSceneSlot *
find_row (EtpScene *self, const EtpGroup *group, double y, const char *lane_id, EtpRect *cell)
{
  const double half = etp_style_get_metrics (self->style)->lane_space / 2;

  for (guint i = next_slot (self, group->node_id, 0), next; i != G_MAXUINT; i = next)
    {
      const EtpSceneSlot *slot = &g_array_index (self->slots, EtpSceneSlot, i);
      double bottom = group->rect.y + group->rect.height;

      next = next_slot (self, group->node_id, i + 1);
      if (next != G_MAXUINT)
        bottom = g_array_index (self->slots, EtpSceneSlot, next).y - half;
      if (lane_id != NULL ? strcmp (slot->lane_id, lane_id) != 0
                          : y < slot->y - half || y >= bottom)
        continue;
      cell->y = slot->y - half;
      cell->height = bottom - cell->y;
      return slot;
    }
  return NULL;
}

static GArray *
list_tiles (EtpScene *self, const EtpSceneSlot *slot, GHashTable *without)
{
  GArray *tiles = g_array_new (FALSE, FALSE, sizeof (Tile));

  for (guint i = 0; i < slot->n_cells; i++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (self, slot->first_cell + i);

      for (guint j = 0; j < placed->cell->n_items; j++)
        {
          const EtpItem *item = placed->cell->items[j].item;
          Tile tile;

          if (!etp_item_is_tile (item)
              || (without != NULL && g_hash_table_contains (without, item->node_id)))
            continue;
          tile.id = item->node_id;
          tile.rect = etp_scene_get_own_rect (self, (EtpItemRef){ slot->first_cell + i, j });
          g_array_append_val (tiles, tile);
        }
    }
  return tiles;
}

static double
get_distance (const EtpRect *rect, double x, double y)
{
  const double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0.0);
  const double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0.0);

  return dx * dx + dy * dy;
}

static gboolean
overlaps (double a, double a_size, double b, double b_size)
{
  return a < b + b_size && b < a + a_size;
}

/* TRUE if things stand side by side here: the tile has a neighbour in its row and none in its
 * column. */
static gboolean
is_side_by_side (GArray *tiles, const Tile *tile)
{
  gboolean has_side = FALSE;

  for (guint i = 0; i < tiles->len; i++)
    {
      const Tile *other = &g_array_index (tiles, Tile, i);

      if (other == tile)
        continue;
      if (overlaps (tile->rect.x, tile->rect.width, other->rect.x, other->rect.width))
        return FALSE;
      has_side |= overlaps (tile->rect.y, tile->rect.height, other->rect.y, other->rect.height);
    }
  return has_side;
}

static void
fill_mark (EtpScenePlace *place, const EtpRect *rect, gboolean is_beside)
{
  place->mark = *rect;
  if (is_beside)
    {
      place->mark.width = 0;
      place->mark.x += place->is_after ? rect->width + MARK_GAP : -MARK_GAP;
      return;
    }
  place->mark.height = 0;
  place->mark.y += place->is_after ? rect->height + MARK_GAP : -MARK_GAP;
}

/* The room for the first thing of a cell. */
static void
fill_empty (EtpScene *self, const EtpSceneSlot *slot, EtpScenePlace *place)
{
  const double inset = MIN (etp_style_get_metrics (self->style)->card_inset, place->cell.width / 2);

  place->near_id = NULL;
  place->is_after = FALSE;
  place->mark = (EtpRect){ place->cell.x + inset, slot->y, place->cell.width - 2 * inset, 0 };
  place->last = place->mark;
}

static void
fill_last (GArray *tiles, EtpScenePlace *place)
{
  const Tile *last = &g_array_index (tiles, Tile, 0);

  for (guint i = 1; i < tiles->len; i++)
    {
      const Tile *tile = &g_array_index (tiles, Tile, i);

      if (tile->rect.y + tile->rect.height >= last->rect.y + last->rect.height)
        last = tile;
    }
  place->last = last->rect;
}

gboolean
etp_scene_find_place (EtpScene *self, double x, double y, GHashTable *without, EtpScenePlace *place)
{
  g_autoptr (GArray) tiles = NULL;
  const EtpSceneSlot *slot;
  const EtpGroup *group;
  const Tile *near;
  gboolean is_beside;

  *place = (EtpScenePlace){ 0 };
  group = find_column (self, x, &place->cell);
  slot = group != NULL ? find_row (self, group, y, NULL, &place->cell) : NULL;
  if (slot == NULL)
    return FALSE;
  place->phase_id = slot->phase_id;
  place->lane_id = slot->lane_id;
  tiles = list_tiles (self, slot, without);
  if (tiles->len == 0)
    {
      fill_empty (self, slot, place);
      return TRUE;
    }
  near = &g_array_index (tiles, Tile, 0);
  for (guint i = 1; i < tiles->len; i++)
    {
      const Tile *tile = &g_array_index (tiles, Tile, i);

      if (get_distance (&tile->rect, x, y) < get_distance (&near->rect, x, y))
        near = tile;
    }
  is_beside = is_side_by_side (tiles, near);
  place->near_id = near->id;
  place->is_after = is_beside ? x >= near->rect.x + near->rect.width / 2
                              : y >= near->rect.y + near->rect.height / 2;
  fill_mark (place, &near->rect, is_beside);
  fill_last (tiles, place);
  return TRUE;
}

gboolean
etp_scene_get_place (EtpScene *self,
                     const char *phase_id,
                     const char *lane_id,
                     const char *near_id,
                     EtpScenePlace *place)
{
  g_autoptr (GArray) tiles = NULL;
  const EtpSceneSlot *slot = NULL;
  const Tile *near;

  *place = (EtpScenePlace){ 0 };
  for (guint i = 0; slot == NULL && i < self->groups->len; i++)
    {
      const EtpGroup *group = &g_array_index (self->groups, EtpGroup, i);

      if (g_strcmp0 (group->node_id, phase_id) != 0 || group->node_id == NULL)
        continue;
      place->cell.x = group->rect.x;
      place->cell.width = group->rect.width;
      slot = find_row (self, group, 0, lane_id, &place->cell);
    }
  if (slot == NULL)
    return FALSE;
  place->phase_id = slot->phase_id;
  place->lane_id = slot->lane_id;
  tiles = list_tiles (self, slot, NULL);
  if (tiles->len == 0)
    {
      fill_empty (self, slot, place);
      return TRUE;
    }
  near = &g_array_index (tiles, Tile, tiles->len - 1);
  for (guint i = 0; i < tiles->len; i++)
    if (g_strcmp0 (g_array_index (tiles, Tile, i).id, near_id) == 0)
      near = &g_array_index (tiles, Tile, i);
  place->near_id = near->id;
  place->is_after = TRUE;
  fill_mark (place, &near->rect, is_side_by_side (tiles, near));
  fill_last (tiles, place);
  return TRUE;
}
