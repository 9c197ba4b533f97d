/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-answer.h"

#include <string.h>

#include "etp-edit-card.h"
#include "etp-edit-map.h"
#include "etp-edit-node.h"
#include "etp-edit-private.h"
#include "etp-edit-result.h"
#include "etp-outline.h"
#include "etp-tables.h"
#include "etp-words.h"

/* Both verbs are put together from others in one transaction of their own. */

static gboolean
is_in_sight (EtpNode *lane)
{
  return !etp_node_get_boolean (lane, ETP_LANE_HIDDEN)
         && !etp_node_get_boolean (lane, ETP_LANE_COLLAPSED);
}

/* The first lane of the kind that is in sight, or else the first one. */
static EtpNode *
find_lane (EtpJourney *journey, EtpLaneKind kind)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpNode *lane, *first = NULL;

  for (guint i = 0; (lane = etp_node_list_get (lanes, i)) != NULL; i++)
    {
      if (etp_node_get_enum (lane, ETP_LANE_KIND) != (int) kind)
        continue;
      if (is_in_sight (lane))
        return lane;
      if (first == NULL)
        first = lane;
    }
  return first;
}

/* Hidden or collapsed no more. */
static gboolean
bring_into_sight (EtpJourney *journey, EtpNode *lane, GError **error)
{
  static const guint fields[] = { ETP_LANE_HIDDEN, ETP_LANE_COLLAPSED };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      EtpDatum no = etp_datum_boolean (FALSE);

      if (etp_node_get_boolean (lane, fields[i])
          && !etp_edit_set (journey, lane, fields[i], &no, error))
        return FALSE;
    }
  return TRUE;
}

/* A lane of the kind that is in sight, or a new one at the position: what is made there waits for its
 * words. */
static EtpNode *
ensure_lane (EtpJourney *journey, EtpLaneKind kind, guint position, GError **error)
{
  EtpNode *lane = find_lane (journey, kind);

  if (lane == NULL)
    return etp_edit_insert_lane (journey, position, kind, NULL, error);
  return bring_into_sight (journey, lane, error) ? lane : NULL;
}

static EtpNode *
get_node_of (EtpJourney *journey, EtpNode *card, guint field, EtpListKind list)
{
  EtpNode *node = etp_journey_get_node (journey, etp_node_get_text (card, field));

  return node != NULL && etp_node_get_list (node) == list ? node : NULL;
}

static EtpNode *
answer_card (EtpJourney *journey, EtpNode *card, const char *title, GError **error)
{
  EtpNode *own_lane = get_node_of (journey, card, ETP_CARD_LANE, ETP_LIST_LANES);
  EtpNode *phase = etp_edit_find_phase_in_sight (journey, card);
  EtpNode *step = get_node_of (journey, card, ETP_CARD_STEP, ETP_LIST_CARDS);
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  guint position = own_lane != NULL ? etp_node_list_get_index (lanes, own_lane) + 1 : G_MAXUINT;
  EtpNode *lane = NULL;
  EtpNode *chance;

  /* In the parking lot the answer lies beside the question. */
  if (phase != NULL)
    {
      lane = ensure_lane (journey, ETP_LANE_KIND_OPPORTUNITIES, position, error);
      if (lane == NULL)
        return NULL;
    }
  /* Under the same step only where that can be seen. */
  if (step != NULL && get_node_of (journey, step, ETP_CARD_PHASE, ETP_LIST_PHASES) != phase)
    step = NULL;
  chance = etp_edit_add_card (journey, lane, phase, G_MAXUINT, title, error);
  if (chance == NULL
      || (lane != NULL && step != NULL && !etp_edit_align_card (journey, chance, step, error))
      || etp_edit_connect (journey, chance, card, ETP_LINK_KIND_ANSWERS, error) == NULL)
    return NULL;
  return chance;
}

EtpNode *
etp_edit_answer_card (EtpJourney *journey, EtpNode *card, const char *title, GError **error)
{
  const char *language = etp_node_get_text (ETP_NODE (journey), ETP_JOURNEY_LANGUAGE);
  EtpNode *chance;
  EtpEdit edit;

  if (!etp_edit_check_node (journey, card, ETP_LIST_CARDS, error)
      || !etp_edit_begin (&edit, journey, ETP_VERB_CARD_ANSWER, NULL, error))
    return NULL;
  if (title == NULL)
    title = etp_words_get (language, ETP_WORD_HOW_MIGHT_WE);
  chance = answer_card (journey, card, title, error);
  if (chance == NULL)
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? chance : NULL;
}

static gboolean
is_card_in (EtpJourney *journey, EtpNode *node, EtpLaneKind kind)
{
  EtpNode *lane;

  if (etp_node_get_list (node) != ETP_LIST_CARDS)
    return FALSE;
  lane = get_node_of (journey, node, ETP_CARD_LANE, ETP_LIST_LANES);
  return lane != NULL && etp_node_get_enum (lane, ETP_LANE_KIND) == (int) kind;
}

/* TRUE if the first answers the second by what they are. */
static gboolean
is_answer (EtpJourney *journey, EtpNode *answer, EtpNode *question)
{
  if (etp_node_get_list (answer) == ETP_LIST_MEASURES)
    return etp_node_get_list (question) == ETP_LIST_CARDS;
  return is_card_in (journey, answer, ETP_LANE_KIND_OPPORTUNITIES)
         && is_card_in (journey, question, ETP_LANE_KIND_PAINS);
}

/* The first channel of a step: its own, or its touchpoint's; "" if it has none. */
static const char *
get_channel (EtpJourney *journey, EtpNode *step)
{
  EtpNode *touchpoint = get_node_of (journey, step, ETP_CARD_TOUCHPOINT, ETP_LIST_TOUCHPOINTS);

  if (etp_node_get_length (step, ETP_CARD_CHANNELS) > 0)
    return etp_node_get_text_at (step, ETP_CARD_CHANNELS, 0);
  return touchpoint != NULL ? etp_node_get_text (touchpoint, ETP_TOUCHPOINT_CHANNEL) : "";
}

static gboolean
comes_before (const EtpPlace *a, const EtpPlace *b)
{
  return a->step_phase != b->step_phase ? a->step_phase < b->step_phase
                                        : a->step_index < b->step_index;
}

static EtpLinkKind
guess_kind (EtpJourney *journey, EtpNode *from, EtpNode *to)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  const EtpPlace *a = etp_outline_find (outline, from), *b = etp_outline_find (outline, to);

  if (is_answer (journey, from, to))
    return ETP_LINK_KIND_ANSWERS;
  if (!is_card_in (journey, from, ETP_LANE_KIND_TOUCHPOINTS)
      || !is_card_in (journey, to, ETP_LANE_KIND_TOUCHPOINTS) || a == NULL || b == NULL)
    return ETP_LINK_KIND_FLOW;
  if (comes_before (b, a))
    return ETP_LINK_KIND_LOOP;
  return strcmp (get_channel (journey, from), get_channel (journey, to)) != 0
             ? ETP_LINK_KIND_HANDOFF
             : ETP_LINK_KIND_FLOW;
}

EtpNode *
etp_edit_join (EtpJourney *journey, EtpNode *from, EtpNode *to, GError **error)
{
  g_return_val_if_fail (ETP_IS_NODE (from) && ETP_IS_NODE (to), NULL);

  if (is_answer (journey, to, from))
    return etp_edit_connect (journey, to, from, ETP_LINK_KIND_ANSWERS, error);
  return etp_edit_connect (journey, from, to, guess_kind (journey, from, to), error);
}

gboolean
etp_edit_turn_link (EtpJourney *journey, EtpNode *link, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  EtpEdit edit;

  if (!etp_edit_check_node (journey, link, ETP_LIST_LINKS, error)
      || !etp_edit_begin (&edit, journey, ETP_VERB_LINK_TURN, NULL, error))
    return FALSE;
  from = g_strdup (etp_node_get_text (link, ETP_LINK_FROM));
  to = g_strdup (etp_node_get_text (link, ETP_LINK_TO));
  if (!etp_edit_write_text (&edit, link, ETP_LINK_FROM, to, error)
      || !etp_edit_write_text (&edit, link, ETP_LINK_TO, from, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

static gboolean
fill_measure (EtpEdit *edit, EtpNode *measure, const EtpMeasurePlan *plan, GError **error)
{
  return etp_edit_write_text (edit, measure, ETP_MEASURE_OWNER, plan->owner, error)
         && etp_edit_write_text (edit, measure, ETP_MEASURE_DUE, plan->due, error)
         && etp_edit_write_text (edit, measure, ETP_MEASURE_STATUS,
                                 etp_measure_status_words[plan->status], error);
}

EtpNode *
etp_edit_plan_measure (EtpJourney *journey,
                       GPtrArray *cards,
                       const EtpMeasurePlan *plan,
                       GError **error)
{
  EtpNode *measure = NULL;
  EtpEdit edit;

  g_return_val_if_fail ((guint) plan->status < ETP_N_MEASURE_STATUSES, NULL);

  if (!etp_edit_begin (&edit, journey, ETP_VERB_MEASURE_PLAN, NULL, error))
    return NULL;
  if (ensure_lane (journey, ETP_LANE_KIND_MEASURES, G_MAXUINT, error) != NULL)
    measure = etp_edit_add_measure_for_cards (journey, cards, plan->title, error);
  if (measure == NULL || !fill_measure (&edit, measure, plan, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  for (guint i = 0; i < cards->len; i++)
    if (etp_edit_connect (journey, measure, cards->pdata[i], ETP_LINK_KIND_ANSWERS, error) == NULL)
      {
        etp_edit_cancel (&edit);
        return NULL;
      }
  return etp_edit_commit (&edit, error) ? measure : NULL;
}
