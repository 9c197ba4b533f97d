/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-private.h"

#include <string.h>

/* A cell in the making: items are mostly those of the scene before, in the same order, so a cursor
 * finds each at once; only when something was put in, taken out or moved is the old cell indexed.
 * Long cells are cut into parts of ETP_CELL_MAX items; a part in which nothing has changed is
 * shared as a whole. Typical: 3 items. Tested: 2,000. */

struct _EtpCellDraft
{
  const char *phase_id, *lane_id; /* borrowed */
  EtpScene *old; /* borrowed, or NULL */
  const EtpSceneSlot *old_slot;
  EtpItemRef cursor; /* in old: what comes next if nothing has changed */
  GHashTable *index; /* EtpItem → position in the old slot + 1; NULL until needed */
  GArray *items; /* of EtpPlaced */
  double width, height;
};

EtpCellDraft *
etp_cell_draft_new (
    EtpScene *old, const char *phase_id, const char *lane_id, guint index, double width)
{
  EtpCellDraft *self = g_new0 (EtpCellDraft, 1);

  self->phase_id = phase_id;
  self->lane_id = lane_id;
  self->old = old;
  self->width = width;
  self->items = g_array_new (FALSE, FALSE, sizeof (EtpPlaced));
  if (old != NULL)
    self->old_slot = etp_scene_find_slot (old, phase_id, lane_id, index);
  if (self->old_slot != NULL)
    self->cursor.cell = self->old_slot->first_cell;
  return self;
}

static EtpItem *
get_at_cursor (EtpCellDraft *self)
{
  while (self->cursor.cell < self->old_slot->first_cell + self->old_slot->n_cells)
    {
      const EtpCell *cell = etp_scene_get_cell (self->old, self->cursor.cell)->cell;

      if (self->cursor.index < cell->n_items)
        return cell->items[self->cursor.index].item;
      self->cursor.cell++;
      self->cursor.index = 0;
    }
  return NULL;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a, b) == 0);
}

static gboolean
is_same_identity (gconstpointer a, gconstpointer b)
{
  const EtpItem *one = a, *other = b;

  return one->kind == other->kind && is_same_text (one->node_id, other->node_id)
         && is_same_text (one->sub, other->sub);
}

static guint
hash_identity (gconstpointer key)
{
  const EtpItem *item = key;
  guint hash = item->kind;

  if (item->node_id != NULL)
    hash = hash * 33 + g_str_hash (item->node_id);
  if (item->sub != NULL)
    hash = hash * 33 + g_str_hash (item->sub);
  return hash;
}

static void
index_old_slot (EtpCellDraft *self)
{
  self->index = g_hash_table_new (hash_identity, is_same_identity);
  for (guint i = 0; i < self->old_slot->n_cells; i++)
    {
      const EtpCell *cell = etp_scene_get_cell (self->old, self->old_slot->first_cell + i)->cell;

      for (guint j = 0; j < cell->n_items; j++)
        g_hash_table_insert (self->index, cell->items[j].item,
                             GUINT_TO_POINTER (i * ETP_CELL_MAX + j + 1));
    }
}

/* Puts the cursor on the item with this identity. */
static gboolean
seek (EtpCellDraft *self, const EtpItem *key)
{
  guint position;

  if (self->index == NULL)
    index_old_slot (self);
  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, key));
  if (position == 0)
    return FALSE;
  self->cursor.cell = self->old_slot->first_cell + (position - 1) / ETP_CELL_MAX;
  self->cursor.index = (position - 1) % ETP_CELL_MAX;
  return TRUE;
}

EtpItem *
etp_cell_draft_reuse (
    EtpCellDraft *self, EtpItemKind kind, const char *node_id, const char *sub, guint64 stamp)
{
  EtpItem key = { .kind = (guint8) kind, .node_id = (char *) node_id, .sub = (char *) sub };
  EtpItem *item;

  if (self->old_slot == NULL)
    return NULL;
  item = get_at_cursor (self);
  if (item == NULL || !is_same_identity (item, &key))
    {
      if (!seek (self, &key))
        return NULL;
      item = get_at_cursor (self);
    }
  self->cursor.index++;
  return item != NULL && item->stamp == stamp ? etp_item_ref (item) : NULL;
}

void
etp_cell_draft_add (EtpCellDraft *self, EtpItem *item, double x, double y)
{
  EtpPlaced placed = { item, x, y };

  g_array_append_val (self->items, placed);
}

void
etp_cell_draft_grow (EtpCellDraft *self, double height)
{
  self->height = MAX (self->height, height);
}

gboolean
etp_cell_draft_is_empty (EtpCellDraft *self)
{
  return self->items->len == 0 && self->height == 0;
}

gboolean
etp_cell_draft_has_focus (EtpCellDraft *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if ((g_array_index (self->items, EtpPlaced, i).item->can & ETP_CAN_FOCUS) != 0)
      return TRUE;
  return FALSE;
}

double
etp_cell_draft_get_height (EtpCellDraft *self)
{
  return self->height;
}

static gboolean
is_same_part (const EtpCell *cell, const EtpPlaced *items, guint n, double width, double height)
{
  if (cell->n_items != n || cell->width != width || cell->height != height)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (cell->items[i].item != items[i].item || cell->items[i].x != items[i].x
        || cell->items[i].y != items[i].y)
      return FALSE;
  return TRUE;
}

static EtpCell *
share_old_part (
    EtpCellDraft *self, guint part, const EtpPlaced *items, guint n, double width, double height)
{
  EtpCell *cell;

  if (self->old_slot == NULL || part >= self->old_slot->n_cells)
    return NULL;
  cell = etp_scene_get_cell (self->old, self->old_slot->first_cell + part)->cell;
  return is_same_part (cell, items, n, width, height) ? etp_cell_ref (cell) : NULL;
}

/* A part begins where its topmost item begins, so that it stays the same when it only moves. */
static void
finish_part (EtpCellDraft *self, guint part, guint first, guint n, GArray *cells)
{
  EtpPlaced *items = g_memdup2 (&g_array_index (self->items, EtpPlaced, first), n * sizeof *items);
  EtpBuiltCell built = { NULL, 0 };
  double height = 0;

  if (part > 0)
    {
      built.y = items[0].y;
      for (guint i = 1; i < n; i++)
        built.y = MIN (built.y, items[i].y);
      for (guint i = 0; i < n; i++)
        items[i].y -= built.y;
    }
  for (guint i = 0; i < n; i++)
    height = MAX (height, items[i].y + items[i].item->height);
  if (n == self->items->len)
    height = MAX (height, self->height);
  built.cell = share_old_part (self, part, items, n, self->width, height);
  if (built.cell != NULL)
    {
      for (guint i = 0; i < n; i++)
        etp_item_unref (items[i].item);
      g_free (items);
    }
  else
    built.cell = etp_cell_new (self->phase_id, self->lane_id, part, items, n, self->width, height);
  g_array_append_val (cells, built);
}

double
etp_cell_draft_finish (EtpCellDraft *self, GArray *cells)
{
  double height = self->height;

  for (guint first = 0, part = 0; first < self->items->len; first += ETP_CELL_MAX, part++)
    finish_part (self, part, first, MIN (self->items->len - first, (guint) ETP_CELL_MAX), cells);
  g_array_unref (self->items);
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_free (self);
  return height;
}
