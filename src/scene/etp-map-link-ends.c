/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-links.h"
#include "etp-lane-cells.h"
#include "etp-stack-spans.h"
#include "etp-stack.h"
#include "model/etp-edit-drop.h"

/* Where links begin and end on the map that is otherwise complete, and the strips between. */

#define HALF_Y 7.0 /* of the strip between lanes that lines may use */

static gboolean
is_box (const EtpItem *item)
{
  return item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_MEASURE
         || item->kind == ETP_ITEM_IMAGE || item->kind == ETP_ITEM_METRIC;
}

/* Boxes of a slot that stand in the way between this one and the strips around. */
static void
close_sides (EtpLinker *self, const EtpSceneSlot *slot, EtpRouteEnd *end)
{
  const EtpRect *box = &end->box;

  for (guint i = 0; i < ETP_N_SIDES; i++)
    end->is_open[i] = TRUE;
  for (guint c = 0; c < slot->n_cells; c++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, slot->first_cell + c);

      for (guint i = 0; i < placed->cell->n_items; i++)
        {
          const EtpRect other = etp_scene_get_own_rect (self->scene,
                                                        (EtpItemRef){ slot->first_cell + c, i });
          const gboolean is_beside = other.y < box->y + box->height
                                     && box->y < other.y + other.height;
          const gboolean is_below_or_above = other.x < box->x + box->width
                                             && box->x < other.x + other.width;

          if (!is_box (placed->cell->items[i].item))
            continue;
          if (is_beside && other.x + other.width <= box->x)
            end->is_open[ETP_SIDE_LEFT] = FALSE;
          if (is_beside && other.x >= box->x + box->width)
            end->is_open[ETP_SIDE_RIGHT] = FALSE;
          if (is_below_or_above && other.y + other.height <= box->y)
            end->is_open[ETP_SIDE_TOP] = FALSE;
          if (is_below_or_above && other.y >= box->y + box->height)
            end->is_open[ETP_SIDE_BOTTOM] = FALSE;
        }
    }
}

static const EtpSceneSlot *
find_slot (EtpLinker *self, guint column, guint row)
{
  const EtpMap *map = self->map;

  return etp_scene_find_slot (self->scene, etp_node_get_id (map->columns[column].phase),
                              etp_node_get_id (map->rows[row].lane),
                              etp_map_get_slot_index (map, column, row));
}

/* The box of a node in a cell of the grid. */
static EtpRouteEnd *
find_in_cell (EtpLinker *self, const char *id, guint column, guint row)
{
  const EtpSceneSlot *slot = find_slot (self, column, row);

  for (guint c = 0; slot != NULL && c < slot->n_cells; c++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, slot->first_cell + c);

      for (guint i = 0; i < placed->cell->n_items; i++)
        {
          const EtpItem *item = placed->cell->items[i].item;
          EtpRouteEnd *end;
          double right;

          if (!is_box (item) || g_strcmp0 (item->node_id, id) != 0)
            continue;
          end = g_new0 (EtpRouteEnd, 1);
          end->box = etp_scene_get_own_rect (self->scene, (EtpItemRef){ slot->first_cell + c, i });
          end->row = row;
          end->column = end->last_column = column;
          right = end->box.x + end->box.width;
          while (end->last_column + 1 < self->map->n_columns
                 && self->map->columns[end->last_column + 1].x < right)
            end->last_column++;
          close_sides (self, slot, end);
          return end;
        }
    }
  return NULL;
}

/* Of a phase by its index in the journey. */
static int
find_column (const EtpMap *map, guint phase)
{
  for (guint i = 0; i < map->n_columns; i++)
    if (map->columns[i].index == phase)
      return map->columns[i].collapsed ? -1 : (int) i;
  return -1;
}

/* A card that spans phases stands in the first of them that is open. */
static int
find_column_of_card (const EtpMap *map, const EtpPlace *place)
{
  guint first, last;

  if (place->until == place->phase)
    return find_column (map, place->phase);
  etp_span_find_columns (map, place, &first, &last);
  return first != G_MAXUINT ? (int) first : -1;
}

static EtpRouteEnd *
find_card (EtpLinker *self, EtpNode *card)
{
  const EtpMap *map = self->map;
  const EtpPlace *place = etp_outline_find (map->outline, card);
  int column;

  if (place == NULL)
    return NULL;
  column = find_column_of_card (map, place);
  for (guint r = 0; column >= 0 && r < map->n_rows; r++)
    if (map->rows[r].index == place->lane && !map->rows[r].collapsed)
      return find_in_cell (self, etp_node_get_id (card), (guint) column, r);
  return NULL;
}

/* What stands for a card that is not to be seen because its group is folded; NULL: nothing. */
static const char *
get_stand_in (EtpLinker *self, EtpNode *card)
{
  EtpNode *head = etp_card_get_heading (card);

  return head != NULL && etp_map_is_folded (self->map, head) ? etp_node_get_id (head) : NULL;
}

static EtpRouteEnd *
find_measure (EtpLinker *self, EtpNode *measure)
{
  const EtpMap *map = self->map;
  const int column = find_column (map, etp_lane_cells_find_measure (self->map, measure));
  EtpRouteEnd *end = NULL;

  for (guint r = 0; column >= 0 && end == NULL && r < map->n_rows; r++)
    if (map->rows[r].kind == ETP_LANE_KIND_MEASURES && !map->rows[r].collapsed)
      end = find_in_cell (self, etp_node_get_id (measure), (guint) column, r);
  return end;
}

EtpRouteEnd *
etp_linker_find_end (EtpLinker *self, const char *id)
{
  EtpNode *node = etp_journey_get_node (self->map->journey, id);
  const char *stand_in;
  EtpRouteEnd *end = NULL;

  if (node == NULL || g_hash_table_lookup_extended (self->ends, id, NULL, (gpointer *) &end))
    return end;
  if (etp_node_get_list (node) == ETP_LIST_CARDS)
    end = find_card (self, node);
  else if (etp_node_get_list (node) == ETP_LIST_MEASURES)
    end = find_measure (self, node);
  if (end == NULL && etp_node_get_list (node) == ETP_LIST_CARDS
      && (stand_in = get_stand_in (self, node)) != NULL)
    return etp_linker_find_end (self, stand_in);
  g_hash_table_insert (self->ends, (gpointer) etp_node_get_id (node), end);
  return end;
}

/* Cards that span phases lie across the strips between columns. */
static void
add_blocks (EtpLinker *self, GArray *blocks)
{
  EtpOutline *outline = self->map->outline;
  const guint n = etp_outline_get_n_places (outline);

  for (guint i = 0; i < n; i++)
    {
      const EtpPlace *place = etp_outline_get_place (outline, i);
      EtpRouteEnd *end;

      if (place->until == place->phase)
        continue;
      end = etp_linker_find_end (self, etp_node_get_id (place->card));
      if (end != NULL)
        g_array_append_val (blocks, end->box);
    }
}

void
etp_linker_make_router (EtpLinker *self)
{
  const EtpMap *map = self->map;
  const double gap = map->metrics->phase_gap, space = map->metrics->lane_space;
  g_autofree double *x = g_new (double, map->n_columns + 1);
  g_autofree double *y = g_new (double, map->n_rows + 1);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (EtpRect));

  for (guint c = 0; c < map->n_columns; c++)
    x[c] = map->columns[c].x - gap / 2;
  /* Beside the last column the paper may end: lines stay within it if its cards leave room. */
  x[map->n_columns] = map->columns[map->n_columns - 1].x + map->columns[map->n_columns - 1].width
                      + (map->metrics->card_inset > 0 ? -2 : gap / 2);
  for (guint r = 0; r < map->n_rows; r++)
    y[r] = map->rows[r].y - space / 2;
  y[map->n_rows] = map->rows[map->n_rows - 1].y + map->rows[map->n_rows - 1].height + space / 2;
  add_blocks (self, blocks);
  self->router = etp_router_new (x, map->n_columns + 1, y, map->n_rows + 1,
                                 gap / 2 + map->metrics->card_inset - 5, HALF_Y,
                                 (const EtpRect *) (gpointer) blocks->data, blocks->len);
}
