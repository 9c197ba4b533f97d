/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-fade.h"

struct _EtpFade
{
  EtpFilter *filter; /* owned */
  EtpJourney *journey; /* owned */
  GHashTable *others; /* ids of the nodes that do not match */
};

EtpFade *
etp_fade_new (const EtpFilter *filter, EtpJourney *journey)
{
  EtpFade *self = g_new0 (EtpFade, 1);

  self->filter = etp_filter_copy (filter);
  self->journey = g_object_ref (journey);
  self->others = etp_filter_find_others (filter, journey);
  return self;
}

void
etp_fade_free (EtpFade *self)
{
  etp_filter_free (self->filter);
  g_object_unref (self->journey);
  g_hash_table_unref (self->others);
  g_free (self);
}

/* A curve, or the path through the channels. */
static gboolean
is_of_other_persona (EtpFade *self, const EtpItem *item)
{
  EtpNode *persona = item->sub != NULL && item->sub[0] != '\0'
                         ? etp_journey_get_node (self->journey, item->sub)
                         : NULL;

  return persona != NULL && etp_node_get_list (persona) == ETP_LIST_PERSONAS
         && !etp_filter_matches_persona (self->filter, item->sub);
}

gboolean
etp_fade_has (EtpFade *self, const EtpItem *item)
{
  EtpNode *node;

  switch (item->kind)
    {
    case ETP_ITEM_FILL:
    case ETP_ITEM_TITLE:
    case ETP_ITEM_PHASE_HEAD:
    case ETP_ITEM_LANE_HEAD:
    case ETP_ITEM_AXIS:
    case ETP_ITEM_FOOT:
      return FALSE;
    case ETP_ITEM_POINT:
      node = item->node_id != NULL ? etp_journey_get_node (self->journey, item->node_id) : NULL;
      return node != NULL && etp_node_get_list (node) == ETP_LIST_CARDS
             && !etp_filter_matches_emotion (self->filter, node, item->sub);
    default:
      return (item->node_id != NULL && g_hash_table_contains (self->others, item->node_id))
             || is_of_other_persona (self, item);
    }
}
