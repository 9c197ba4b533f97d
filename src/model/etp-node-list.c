/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-node-list.h"

#include "etp-node-private.h"

/* Order by an array. Each node keeps its position as a hint, right for all below `numbered`; the
 * rest is numbered again when someone asks, so a run of edits costs one pass. A move concerns those between
 * its two ends only. */

struct _EtpNodeList
{
  GObject parent_instance;

  EtpListKind kind;
  GPtrArray *nodes; /* of EtpNode, owned */
  guint numbered; /* hints of nodes[0 … numbered - 1] are right */
};

static void etp_node_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EtpNodeList,
                               etp_node_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, etp_node_list_model_init))

static GType
etp_node_list_get_item_type (GListModel *model)
{
  return etp_list_get_type (ETP_NODE_LIST (model)->kind);
}

static guint
etp_node_list_get_n_items (GListModel *model)
{
  return ETP_NODE_LIST (model)->nodes->len;
}

static gpointer
etp_node_list_get_item (GListModel *model, guint position)
{
  EtpNode *node = etp_node_list_get (ETP_NODE_LIST (model), position);

  return node != NULL ? g_object_ref (node) : NULL;
}

static void
etp_node_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = etp_node_list_get_item_type;
  iface->get_n_items = etp_node_list_get_n_items;
  iface->get_item = etp_node_list_get_item;
}

static void
etp_node_list_finalize (GObject *object)
{
  EtpNodeList *self = ETP_NODE_LIST (object);

  g_ptr_array_unref (self->nodes);

  G_OBJECT_CLASS (etp_node_list_parent_class)->finalize (object);
}

static void
etp_node_list_class_init (EtpNodeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_node_list_finalize;
}

static void
etp_node_list_init (EtpNodeList *self)
{
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
}

EtpNodeList *
etp_node_list_new (EtpListKind kind)
{
  EtpNodeList *self = g_object_new (ETP_TYPE_NODE_LIST, NULL);

  self->kind = kind;
  return self;
}

void
etp_node_list_insert (EtpNodeList *self, EtpNode *node, guint position)
{
  g_assert (position <= self->nodes->len);

  g_ptr_array_insert (self->nodes, (int) position, g_object_ref (node));
  if (position == self->nodes->len - 1 && self->numbered == position)
    {
      etp_node_set_index_hint (node, position);
      self->numbered = self->nodes->len;
    }
  else
    self->numbered = MIN (self->numbered, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

void
etp_node_list_remove (EtpNodeList *self, guint position)
{
  g_ptr_array_remove_index (self->nodes, position);
  self->numbered = MIN (self->numbered, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

void
etp_node_list_move (EtpNodeList *self, guint from, guint to)
{
  gpointer node = g_ptr_array_steal_index (self->nodes, from);
  guint first = MIN (from, to);
  guint count = MAX (from, to) - first + 1;

  g_ptr_array_insert (self->nodes, (int) to, node);
  if (self->numbered >= first + count)
    for (guint i = first; i < first + count; i++)
      etp_node_set_index_hint (self->nodes->pdata[i], i);
  else
    self->numbered = MIN (self->numbered, first);
  g_list_model_items_changed (G_LIST_MODEL (self), first, count, count);
}

guint
etp_node_list_get_length (EtpNodeList *self)
{
  g_return_val_if_fail (ETP_IS_NODE_LIST (self), 0);
  return self->nodes->len;
}

EtpNode *
etp_node_list_get (EtpNodeList *self, guint index)
{
  g_return_val_if_fail (ETP_IS_NODE_LIST (self), NULL);
  return index < self->nodes->len ? self->nodes->pdata[index] : NULL;
}

guint
etp_node_list_get_index (EtpNodeList *self, EtpNode *node)
{
  guint hint;

  g_return_val_if_fail (ETP_IS_NODE_LIST (self), G_MAXUINT);
  g_return_val_if_fail (ETP_IS_NODE (node), G_MAXUINT);

  hint = etp_node_get_index_hint (node);
  if (hint < self->numbered && self->nodes->pdata[hint] == node)
    return hint;

  for (guint i = self->numbered; i < self->nodes->len; i++)
    etp_node_set_index_hint (self->nodes->pdata[i], i);
  self->numbered = self->nodes->len;

  hint = etp_node_get_index_hint (node);
  return hint < self->nodes->len && self->nodes->pdata[hint] == node ? hint : G_MAXUINT;
}
