/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-spot.h"

#include <string.h>

#include "etp-edit-map.h"
#include "etp-edit-private.h"
#include "etp-tables.h"

/* What there is to choose from at a spot: the tables say what may stand in a field, this says what
 * would make no sense there. The verbs refuse it, too; but what is refused should not be offered. */

static gboolean
is_field (const EtpSpot *self, EtpListKind list, guint field)
{
  return self->column < 0 && self->field == field
         && etp_node_get_list (self->nodes->pdata[0]) == list;
}

static gboolean
is_named_by (const EtpSpot *self, guint field, EtpNode *node)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (strcmp (etp_node_get_text (self->nodes->pdata[i], field), etp_node_get_id (node)) == 0)
      return TRUE;
  return FALSE;
}

/* What a card names already is offered even where it makes no sense: it is what is chosen. */
static gboolean
may_all (const EtpSpot *self,
         EtpNode *node,
         gboolean (*may_one) (EtpJourney *journey, EtpNode *card, EtpNode *node))
{
  for (guint i = 0; node != NULL && i < self->nodes->len; i++)
    if (!may_one (self->journey, self->nodes->pdata[i], node))
      return is_named_by (self, self->field, node);
  return TRUE;
}

gboolean
etp_spot_may_name (const EtpSpot *self, EtpNode *node)
{
  if (node != NULL && g_ptr_array_find (self->nodes, node, NULL))
    return FALSE;
  if (is_field (self, ETP_LIST_CARDS, ETP_CARD_LANE))
    return node == NULL || etp_lane_kind_takes_cards (etp_node_get_enum (node, ETP_LANE_KIND));
  if (is_field (self, ETP_LIST_CARDS, ETP_CARD_STEP))
    return may_all (self, node, etp_edit_may_align);
  if (is_field (self, ETP_LIST_CARDS, ETP_CARD_CLUSTER))
    return may_all (self, node, etp_edit_may_join);
  if (is_field (self, ETP_LIST_LINKS, ETP_LINK_FROM))
    return node != NULL && !is_named_by (self, ETP_LINK_TO, node);
  if (is_field (self, ETP_LIST_LINKS, ETP_LINK_TO))
    return node != NULL && !is_named_by (self, ETP_LINK_FROM, node);
  return TRUE;
}

static int
find_kind (const char *word)
{
  for (int kind = 0; kind < ETP_N_LANE_KINDS; kind++)
    if (strcmp (etp_lane_kind_words[kind], word) == 0)
      return kind;
  return -1;
}

gboolean
etp_spot_may_say (const EtpSpot *self, const char *word)
{
  const int kind = is_field (self, ETP_LIST_LANES, ETP_LANE_KIND) ? find_kind (word) : -1;

  for (guint i = 0; kind >= 0 && i < self->nodes->len; i++)
    if (etp_node_get_enum (self->nodes->pdata[i], ETP_LANE_KIND) != kind
        && !etp_lane_may_become (self->journey, self->nodes->pdata[i], (EtpLaneKind) kind))
      return FALSE;
  return TRUE;
}
