/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-drop-private.h"
#include "model/etp-edit-drop.h"

/* The cards and groups of a slot as they are drawn, with their places among the cell's cards. */

static gboolean
is_moved (const EtpDropSearch *self, EtpNode *card)
{
  return self->drop->moved != NULL
         && g_hash_table_contains (self->drop->moved, etp_node_get_id (card));
}

/* Card → its position among those of the cell that stay, from 1. With each step of a drag a cell is gone
 * through once, however many cards it has. */
static GHashTable *
index_cell (const EtpDropSearch *self)
{
  GHashTable *indices = g_hash_table_new (NULL, NULL);
  guint n, index = 0;
  const EtpPlace *const *places = etp_outline_get_cell (self->outline, self->phase, self->lane, &n);

  for (guint i = 0; i < n; i++)
    if (!is_moved (self, places[i]->card))
      g_hash_table_insert (indices, places[i]->card, GUINT_TO_POINTER (++index));
  return indices;
}

/* Valid until the next unit is added. */
static EtpDropUnit *
find_unit (const EtpDropSearch *self, EtpNode *card)
{
  const guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, card));

  return position > 0 ? &g_array_index (self->units, EtpDropUnit, position - 1) : NULL;
}

static EtpNode *
get_card (const EtpDropSearch *self, const char *id)
{
  EtpNode *node = id != NULL && id[0] != '\0' ? etp_journey_get_node (self->drop->journey, id)
                                              : NULL;

  return node != NULL && etp_node_get_list (node) == ETP_LIST_CARDS ? node : NULL;
}

static void
add_unit (EtpDropSearch *self, EtpNode *card, const EtpRect *rect)
{
  const EtpPlace *place = etp_outline_find (self->outline, card);
  EtpDropUnit unit = { card, rect->x,          rect->width, rect->y, rect->y + rect->height,
                       0,    ETP_DROP_NO_STEP, 0,           FALSE };

  if (place == NULL || place->phase != self->phase || place->lane != self->lane)
    return;
  unit.card_bottom = unit.bottom;
  /* G_MAXUINT if it is none of them. */
  unit.index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, card)) - 1;
  if (place->step_phase > 0 && self->kind != ETP_LANE_KIND_TOUCHPOINTS)
    unit.step = place->step_index;
  g_array_append_val (self->units, unit);
  if (!g_hash_table_contains (self->positions, card))
    g_hash_table_insert (self->positions, card, GUINT_TO_POINTER (self->units->len));
}

/* A card in a group is no unit of its own. */
static gboolean
is_member (const EtpDropSearch *self, EtpNode *card)
{
  EtpNode *head = etp_card_get_heading (card);

  return head != NULL && find_unit (self, head) != NULL;
}

static gint
compare_units (gconstpointer a, gconstpointer b)
{
  const EtpDropUnit *one = a, *other = b;

  if (one->top != other->top)
    return one->top < other->top ? -1 : 1;
  return one->x < other->x ? -1 : one->x > other->x;
}

/* Cards first, then the frames that are around some of them. */
void
etp_drop_collect_units (EtpDropSearch *self)
{
  g_autoptr (GHashTable) indices = index_cell (self);
  g_autoptr (GHashTable)
      positions = g_hash_table_new (NULL, NULL); /* card → that in units, from 1 */

  self->indices = indices;
  self->positions = positions;
  for (guint pass = 0; pass < 2; pass++)
    for (guint c = 0; c < self->slot->n_cells; c++)
      {
        const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, self->slot->first_cell + c);

        for (guint i = 0; i < placed->cell->n_items; i++)
          {
            const EtpItem *item = placed->cell->items[i].item;
            EtpRect rect = { placed->x + placed->cell->items[i].x,
                             placed->y + placed->cell->items[i].y, item->width, item->height };
            EtpNode *card = get_card (self, pass == 0 ? item->node_id : item->sub);
            EtpDropUnit *unit;

            if (card == NULL || is_moved (self, card))
              continue;
            if (pass == 0 && item->kind == ETP_ITEM_CARD && !is_member (self, card))
              add_unit (self, card, &rect);
            if (pass == 0 || item->kind != ETP_ITEM_LABEL || item->node_id != NULL)
              continue;
            unit = find_unit (self, card);
            if (unit == NULL)
              continue;
            unit->x = rect.x;
            unit->width = rect.width;
            unit->top = rect.y;
            unit->bottom = rect.y + rect.height;
            unit->is_group = TRUE;
          }
      }
  self->indices = self->positions = NULL;
  g_array_sort (self->units, compare_units);
}
