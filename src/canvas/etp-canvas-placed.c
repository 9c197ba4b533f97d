/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-outline.h"
#include "model/etp-fields.h"

/* What was dropped or pasted, or came back, is selected where it has gone. */

/* Its own one, else that of the first card of the map that it is for; NULL: it is not on the map. */
static EtpNode *
find_phase_of_measure (EtpCanvas *self, EtpNode *measure)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  EtpNode *phase = etp_journey_get_node (self->journey,
                                         etp_node_get_text (measure, ETP_MEASURE_PHASE));

  if (phase != NULL && etp_node_get_list (phase) == ETP_LIST_PHASES)
    return phase;
  for (guint i = 0; i < etp_node_get_length (measure, ETP_MEASURE_CARDS); i++)
    {
      EtpNode *card = etp_journey_get_node (self->journey,
                                            etp_node_get_text_at (measure, ETP_MEASURE_CARDS, i));
      const EtpPlace *place = card != NULL ? etp_outline_find (outline, card) : NULL;

      if (place != NULL)
        return etp_node_list_get (etp_journey_get_list (self->journey, ETP_LIST_PHASES),
                                  place->phase);
    }
  return NULL;
}

/* The phase or lane in which the node is out of sight; NULL: in none. */
static EtpNode *
find_collapsed (EtpCanvas *self, EtpNode *node)
{
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  EtpNodeList *lanes = etp_journey_get_list (self->journey, ETP_LIST_LANES);
  EtpNode *phase = NULL, *lane = NULL;

  if (etp_node_get_list (node) == ETP_LIST_MEASURES)
    phase = find_phase_of_measure (self, node);
  if (etp_node_get_list (node) == ETP_LIST_CARDS)
    {
      const EtpPlace *place = etp_outline_find (etp_journey_get_outline (self->journey), node);

      phase = place != NULL ? etp_node_list_get (phases, place->phase) : NULL;
      lane = place != NULL ? etp_node_list_get (lanes, place->lane) : NULL;
    }
  if (phase != NULL && etp_node_get_boolean (phase, ETP_PHASE_COLLAPSED))
    return phase;
  return lane != NULL && etp_node_get_boolean (lane, ETP_LANE_COLLAPSED) ? lane : NULL;
}

void
etp_canvas_select_placed (EtpCanvas *self, GPtrArray *nodes)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  g_autofree char *text = NULL;
  EtpNode *head;
  EtpItemRef ref;

  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_select_nodes (self, nodes);
  if (nodes->len == 0 || !etp_item_ref_is_none (etp_canvas_get_selection (self)))
    return;
  head = find_collapsed (self, nodes->pdata[0]);
  if (head == NULL)
    return;
  g_ptr_array_add (heads, head);
  etp_canvas_select_nodes (self, heads);
  ref = etp_canvas_get_selection (self);
  if (etp_item_ref_is_none (ref))
    return;
  /* Translators: %s is "Phase 2 Consideration" or the name of a lane. */
  text = g_strdup_printf (_ ("Put into “%s”, which is collapsed"),
                          etp_scene_get_item (self->scene, ref)->name);
  etp_canvas_tell (self, text, TRUE);
}

/* What is selected rather than what else came back; the higher, the sooner. 0: not on the map. */
static int
get_rank (EtpNode *node)
{
  switch (etp_node_get_list (node))
    {
    case ETP_LIST_PHASES:
    case ETP_LIST_LANES:
      return 3;
    case ETP_LIST_CARDS:
    case ETP_LIST_MEASURES:
    case ETP_LIST_METRICS:
      return 2;
    case ETP_LIST_LINKS:
      return 1;
    default:
      return 0;
    }
}

static gboolean
is_seen (EtpCanvas *self, EtpNode *node)
{
  static const EtpItemKind kinds[] = { ETP_ITEM_PHASE_HEAD, ETP_ITEM_LANE_HEAD, ETP_ITEM_CARD,
                                       ETP_ITEM_MEASURE,    ETP_ITEM_METRIC,    ETP_ITEM_LINK };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!etp_item_ref_is_none (etp_scene_find_node (self->scene, etp_node_get_id (node), kinds[i])))
      return TRUE;
  return FALSE;
}

void
etp_canvas_select_returned (EtpCanvas *self, GPtrArray *nodes)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  int rank = 0;

  g_return_if_fail (ETP_IS_CANVAS (self));

  if (nodes->len == 0 || etp_canvas_get_scene (self) == NULL)
    return;
  for (guint i = 0; i < nodes->len; i++)
    rank = MAX (rank, get_rank (nodes->pdata[i]));
  for (guint i = 0; i < nodes->len && rank > 0; i++)
    if (get_rank (nodes->pdata[i]) == rank && is_seen (self, nodes->pdata[i]))
      g_ptr_array_add (seen, nodes->pdata[i]);
  if (seen->len > 0)
    etp_canvas_select_nodes (self, seen);
}
