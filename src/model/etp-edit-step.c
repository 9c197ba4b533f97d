/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "etp-edit-emotion.h"
#include "etp-edit-private.h"
#include "etp-outline.h"

/* Where a step lies in its phase. Numbers and curves go through the steps of all lanes of touchpoints
 * in the order of the list of cards; the place among its own lane's alone would not say past which of
 * the others it goes. */

/* The step that it shall lie before, or with *is_behind the last one; NULL: the phase has none. */
static EtpNode *
find_neighbour (
    EtpJourney *journey, EtpNode *phase, guint index, EtpNode *moved, gboolean *is_behind)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  const EtpPlace *const *steps;
  EtpNode *last = NULL;
  guint n;

  steps = etp_outline_get_phase_steps (etp_journey_get_outline (journey),
                                       etp_node_list_get_index (phases, phase), &n);
  *is_behind = FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (steps[i]->card == moved)
        continue;
      if (index-- == 0)
        return steps[i]->card;
      last = steps[i]->card;
    }
  *is_behind = TRUE;
  return last;
}

static gboolean
place_step (
    EtpEdit *edit, EtpNode *step, EtpNode *lane, EtpNode *phase, guint index, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  gboolean is_behind;
  EtpNode *neighbour = find_neighbour (edit->journey, phase, index, step, &is_behind);

  g_ptr_array_add (cards, step);
  if (!etp_edit_place_cards (edit, cards, lane, phase, G_MAXUINT, error))
    return FALSE;
  if (neighbour != NULL)
    etp_edit_move_beside (edit->journey, step, neighbour, is_behind);
  return TRUE;
}

gboolean
etp_edit_move_step (EtpJourney *journey, EtpNode *step, EtpNode *phase, guint index, GError **error)
{
  const EtpPlace *place;
  EtpNode *lane;
  EtpEdit edit;

  if (!etp_edit_check_node (journey, step, ETP_LIST_CARDS, error)
      || !etp_edit_check_node (journey, phase, ETP_LIST_PHASES, error))
    return FALSE;
  place = etp_outline_find (etp_journey_get_outline (journey), step);
  if (place == NULL)
    return etp_edit_refuse (error, ETP_MODEL_ERROR_NOT_FOUND,
                            _ ("What should be changed is no longer part of the journey."));
  lane = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_LANES), place->lane);
  if (!etp_edit_check_cell (journey, lane, phase, error)
      || !etp_edit_begin (&edit, journey, etp_verb_for_list (ETP_LIST_CARDS, ETP_VERB_ACTION_MOVE),
                          NULL, error))
    return FALSE;
  if (!place_step (&edit, step, lane, phase, index, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

EtpNode *
etp_edit_add_step (EtpJourney *journey,
                   EtpNode *lane,
                   EtpNode *phase,
                   guint index,
                   EtpNode *persona,
                   gboolean is_target,
                   double level,
                   GError **error)
{
  g_autoptr (EtpNode) card = etp_node_new (ETP_LIST_CARDS, NULL);
  EtpDatum emotions;
  EtpEdit edit;

  g_return_val_if_fail (lane != NULL && phase != NULL, NULL);

  if (persona != NULL && !etp_edit_check_node (journey, persona, ETP_LIST_PERSONAS, error))
    return NULL;
  emotions = etp_values_replace (
      etp_node_record (card), ETP_CARD_EMOTIONS, -1,
      etp_card_make_emotion (card, persona != NULL ? etp_node_get_id (persona) : "", is_target,
                             level, NULL));
  etp_node_init_datum (card, ETP_CARD_EMOTIONS, &emotions);
  if (!etp_edit_check_cell (journey, lane, phase, error)
      || !etp_edit_begin (&edit, journey, ETP_VERB_STEP_ADD, NULL, error))
    return NULL;
  if (!etp_edit_put (&edit, card, G_MAXUINT, error)
      || !place_step (&edit, card, lane, phase, index, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? card : NULL;
}
