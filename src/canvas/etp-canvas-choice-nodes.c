/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-choice.h"

#include "scene/etp-scene-place.h"

/* Nodes of the journey that are selected from elsewhere: found, added, pasted. */

/* Items that only mention a node are not it: points, stops, links of a card. */
static gboolean
is_main_item (const EtpItem *item)
{
  return etp_item_is_tile (item) || item->kind == ETP_ITEM_PHASE_HEAD
         || item->kind == ETP_ITEM_LANE_HEAD || item->kind == ETP_ITEM_PERSONA
         || item->kind == ETP_ITEM_LINK || item->kind == ETP_ITEM_TITLE;
}

typedef struct
{
  GHashTable *places; /* node id → position in the caller's array + 1 */
  GHashTable *items;
  EtpItemRef first;
  guint first_position;
} NodeQuery;

static void
visit_node (EtpCanvas *self, EtpItemRef ref, EtpItem *item, gpointer user_data)
{
  NodeQuery *query = user_data;
  guint position;

  if (item->node_id == NULL || !is_main_item (item))
    return;
  position = GPOINTER_TO_UINT (g_hash_table_lookup (query->places, item->node_id));
  if (position == 0)
    return;
  g_hash_table_add (query->items, etp_item_ref (item));
  if (position >= query->first_position)
    return;
  query->first_position = position;
  query->first = ref;
}

/* must: not if none of them is on the map. */
static gboolean
select_nodes (EtpCanvas *self, GPtrArray *nodes, gboolean must)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  NodeQuery query = { places, NULL, ETP_ITEM_REF_NONE, G_MAXUINT };

  etp_canvas_ensure_scene (self);
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      gpointer id = (gpointer) etp_node_get_id (g_ptr_array_index (nodes, i));

      if (!g_hash_table_contains (places, id))
        g_hash_table_insert (places, id, GUINT_TO_POINTER (i + 1));
    }
  query.items = etp_canvas_new_choice ();
  etp_canvas_visit_items (self, visit_node, &query);
  if (must && g_hash_table_size (query.items) == 0)
    {
      g_hash_table_unref (query.items);
      return FALSE;
    }
  g_clear_pointer (&self->choice->anchor, etp_item_unref);
  etp_canvas_take_choice (self, query.items, query.first, TRUE);
  return TRUE;
}

void
etp_canvas_select_nodes (EtpCanvas *self, GPtrArray *nodes)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  select_nodes (self, nodes, FALSE);
}

gboolean
etp_canvas_select_seen (EtpCanvas *self, EtpNode *node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  g_ptr_array_add (nodes, node);
  return select_nodes (self, nodes, TRUE);
}
