/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-outline.h"
#include "model/etp-fields.h"

/* Where what was dropped or pasted has gone. */

/* The phase or lane in which the node is out of sight; NULL: in none. */
static EtpNode *
find_collapsed (EtpCanvas *self, EtpNode *node)
{
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  EtpNodeList *lanes = etp_journey_get_list (self->journey, ETP_LIST_LANES);
  EtpNode *phase = NULL, *lane = NULL;

  if (etp_node_get_list (node) == ETP_LIST_MEASURES)
    phase = etp_journey_get_node (self->journey, etp_node_get_text (node, ETP_MEASURE_PHASE));
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
