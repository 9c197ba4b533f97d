/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-private.h"
#include "etp-outline.h"

/* What of a card depends on where it lies: the step that it stands under, its group and its span. */

static gboolean
is_step_place (EtpJourney *journey, const EtpPlace *place)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);

  return place != NULL
         && etp_node_get_enum (etp_node_list_get (lanes, place->lane), ETP_LANE_KIND)
                == ETP_LANE_KIND_TOUCHPOINTS;
}

gboolean
etp_edit_may_align (EtpJourney *journey, EtpNode *card, EtpNode *step)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  const EtpPlace *place = etp_outline_find (outline, card);
  const EtpPlace *step_place = etp_outline_find (outline, step);

  return place != NULL && !is_step_place (journey, place) && is_step_place (journey, step_place)
         && place->phase == step_place->phase;
}

gboolean
etp_edit_may_join (EtpJourney *journey, EtpNode *card, EtpNode *head)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  const EtpPlace *place = etp_outline_find (outline, card);
  const EtpPlace *head_place = etp_outline_find (outline, head);

  if (head == card || etp_node_get_text (head, ETP_CARD_CLUSTER)[0] != '\0')
    return FALSE;

  /* In one cell, or both in the parking lot; steps are in no groups. */
  return place == NULL || head_place == NULL
             ? place == head_place
             : place->lane == head_place->lane && place->phase == head_place->phase
                   && !is_step_place (journey, place);
}

static gboolean
may_stay_aligned (EtpJourney *journey, EtpNode *card)
{
  EtpNode *step = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_STEP));

  /* Dangling names are kept. */
  return step == NULL || etp_edit_may_align (journey, card, step);
}

static gboolean
may_stay_in_cluster (EtpJourney *journey, EtpNode *card)
{
  EtpNode *head = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_CLUSTER));

  /* Nothing can follow what is no card. */
  return head == NULL
         || (etp_node_get_list (head) == ETP_LIST_CARDS && etp_edit_may_join (journey, card, head));
}

static gboolean
may_stay_extended (EtpJourney *journey, EtpNode *card)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  EtpNode *until = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_UNTIL));
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (journey), card);

  if (until == NULL)
    return TRUE;
  return place != NULL && etp_node_list_get_index (phases, until) > place->phase;
}

typedef struct
{
  EtpNode *card;
  guint field;
} Reset;

void
etp_edit_tidy (EtpEdit *self, GHashTable *ids)
{
  static const struct
  {
    guint field;
    gboolean (*may_stay) (EtpJourney *journey, EtpNode *card);
  } rules[] = { { ETP_CARD_STEP, may_stay_aligned },
                { ETP_CARD_CLUSTER, may_stay_in_cluster },
                { ETP_CARD_UNTIL, may_stay_extended } };
  EtpNodeList *cards = etp_journey_get_list (self->journey, ETP_LIST_CARDS);
  g_autoptr (GArray) resets = g_array_new (FALSE, FALSE, sizeof (Reset));
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    {
      gboolean touched = g_hash_table_contains (ids, etp_node_get_id (card));

      for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
        {
          const char *id = etp_node_get_text (card, rules[j].field);
          Reset reset = { card, rules[j].field };

          if (id[0] != '\0' && (touched || g_hash_table_contains (ids, id))
              && !rules[j].may_stay (self->journey, card))
            g_array_append_val (resets, reset);
        }
    }

  /* Only now, so that the outline is computed once. */
  for (guint i = 0; i < resets->len; i++)
    {
      Reset *reset = &g_array_index (resets, Reset, i);
      EtpDatum none = { 0 };

      etp_change_set (self->journey, reset->card, reset->field, &none);
    }
}
