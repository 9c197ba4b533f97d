/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-links.h"

#include "etp-canvas-private.h"
#include "model/etp-chain.h"

/* What lights up with the selected pain, chance, measure or link: all that hangs together with it.
 * Walked once for each selection and state of the journey. */

static void
fill_chain (EtpCanvas *self, EtpNode *node)
{
  g_autoptr (GPtrArray) chain = etp_chain_dup (self->journey, node);

  for (guint i = 0; i < chain->len; i++)
    g_hash_table_add (self->chain, g_strdup (etp_node_get_id (chain->pdata[i])));
}

static void
update_chain (EtpCanvas *self)
{
  EtpNode *node = etp_canvas_get_selected_node (self);
  const guint64 serial = etp_journey_get_serial (self->journey);

  if (self->chain != NULL && self->chain_node == node && self->chain_serial == serial)
    return;
  if (self->chain == NULL)
    self->chain = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_remove_all (self->chain);
  self->chain_node = node;
  self->chain_serial = serial;
  if (node == NULL)
    return;
  switch (etp_node_get_list (node))
    {
    case ETP_LIST_CARDS:
    case ETP_LIST_MEASURES:
    case ETP_LIST_LINKS:
      fill_chain (self, node);
      break;
    default:
      break;
    }
}

gboolean
etp_canvas_is_in_chain (EtpCanvas *self, const EtpItem *item)
{
  if (self->journey == NULL || item->node_id == NULL)
    return FALSE;
  update_chain (self);
  return g_hash_table_size (self->chain) > 0 && g_hash_table_contains (self->chain, item->node_id)
         && (item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_MEASURE);
}
