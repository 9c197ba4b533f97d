/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-chain.h"

#include "etp-fields.h"

/* Walks to and fro over the lists until nothing new turns up: chains have two to five links, and
 * there are some dozens of measures. */

typedef struct
{
  EtpJourney *journey;
  GHashTable *met; /* EtpNode, borrowed */
  GPtrArray *nodes;
  gboolean has_grown;
} Walk;

static void
meet (Walk *self, EtpNode *node)
{
  if (node == NULL || !g_hash_table_add (self->met, node))
    return;
  g_ptr_array_add (self->nodes, node);
  self->has_grown = TRUE;
}

static gboolean
has_met (Walk *self, EtpNode *node)
{
  return node != NULL && g_hash_table_contains (self->met, node);
}

static void
follow_link (Walk *self, EtpNode *link)
{
  EtpNode *from = etp_journey_get_node (self->journey, etp_node_get_text (link, ETP_LINK_FROM));
  EtpNode *to = etp_journey_get_node (self->journey, etp_node_get_text (link, ETP_LINK_TO));

  if (etp_node_get_enum (link, ETP_LINK_KIND) != ETP_LINK_KIND_ANSWERS
      || !(has_met (self, from) || has_met (self, to) || has_met (self, link)))
    return;
  meet (self, link);
  meet (self, from);
  meet (self, to);
}

static void
follow_measure (Walk *self, EtpNode *measure)
{
  const guint n = etp_node_get_length (measure, ETP_MEASURE_CARDS);
  gboolean is_met = has_met (self, measure);

  for (guint i = 0; !is_met && i < n; i++)
    is_met = has_met (
        self,
        etp_journey_get_node (self->journey, etp_node_get_text_at (measure, ETP_MEASURE_CARDS, i)));
  if (!is_met)
    return;
  meet (self, measure);
  for (guint i = 0; i < n; i++)
    meet (self, etp_journey_get_node (self->journey,
                                      etp_node_get_text_at (measure, ETP_MEASURE_CARDS, i)));
}

GPtrArray *
etp_chain_dup (EtpJourney *journey, EtpNode *node)
{
  EtpNodeList *links = etp_journey_get_list (journey, ETP_LIST_LINKS);
  EtpNodeList *measures = etp_journey_get_list (journey, ETP_LIST_MEASURES);
  Walk self = { .journey = journey,
                .met = g_hash_table_new (NULL, NULL),
                .nodes = g_ptr_array_new (),
                .has_grown = TRUE };
  EtpNode *next;

  g_hash_table_add (self.met, node);
  if (etp_node_get_list (node) == ETP_LIST_LINKS) /* of any kind: it shows what it joins */
    {
      meet (&self, etp_journey_get_node (journey, etp_node_get_text (node, ETP_LINK_FROM)));
      meet (&self, etp_journey_get_node (journey, etp_node_get_text (node, ETP_LINK_TO)));
    }
  while (self.has_grown)
    {
      self.has_grown = FALSE;
      for (guint i = 0; (next = etp_node_list_get (links, i)) != NULL; i++)
        follow_link (&self, next);
      for (guint i = 0; (next = etp_node_list_get (measures, i)) != NULL; i++)
        follow_measure (&self, next);
    }
  g_hash_table_unref (self.met);
  return self.nodes;
}
