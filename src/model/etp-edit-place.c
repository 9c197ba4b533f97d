/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-edit-card.h"
#include "etp-edit-drop.h"
#include "etp-edit-map.h"
#include "etp-edit-private.h"
#include "etp-outline.h"

/* Where cards lie: moving, parking, and keeping what depends on it in order. */

static gboolean
is_step_place (EtpJourney *journey, const EtpPlace *place)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);

  return place != NULL
         && etp_node_get_enum (etp_node_list_get (lanes, place->lane), ETP_LANE_KIND)
                == ETP_LANE_KIND_TOUCHPOINTS;
}

static gboolean
may_stay_aligned (EtpJourney *journey, EtpNode *card)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  EtpNode *step = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_STEP));
  const EtpPlace *place = etp_outline_find (outline, card);
  const EtpPlace *step_place;

  if (step == NULL)
    return TRUE; /* dangling names are kept */
  step_place = etp_outline_find (outline, step);
  return place != NULL && !is_step_place (journey, place) && is_step_place (journey, step_place)
         && place->phase == step_place->phase;
}

static gboolean
may_stay_in_cluster (EtpJourney *journey, EtpNode *card)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  EtpNode *head = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_CLUSTER));
  const EtpPlace *place = etp_outline_find (outline, card);
  const EtpPlace *head_place;

  if (head == NULL)
    return TRUE;
  if (etp_node_get_list (head) != ETP_LIST_CARDS)
    return FALSE; /* nothing can follow what is no card */
  head_place = etp_outline_find (outline, head);
  if (head == card || etp_node_get_text (head, ETP_CARD_CLUSTER)[0] != '\0')
    return FALSE;

  /* In one cell, or both in the parking lot; steps are in no groups. */
  return place == NULL || head_place == NULL
             ? place == head_place
             : place->lane == head_place->lane && place->phase == head_place->phase
                   && !is_step_place (journey, place);
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

/* The card of the cell that the moved ones shall stand before; NULL with *after set to the card
 * they shall stand behind, or to NULL in an empty cell. */
static EtpNode *
find_anchor (EtpJourney *journey,
             EtpNode *lane,
             EtpNode *phase,
             guint index,
             GHashTable *moved,
             EtpNode **after)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  const EtpPlace *const *places;
  guint n;

  places = etp_outline_get_cell (etp_journey_get_outline (journey),
                                 etp_node_list_get_index (phases, phase),
                                 etp_node_list_get_index (lanes, lane), &n);
  *after = NULL;
  for (guint i = 0; i < n; i++)
    {
      if (g_hash_table_contains (moved, etp_node_get_id (places[i]->card)))
        continue;
      if (index-- == 0)
        return places[i]->card;
      *after = places[i]->card;
    }

  return NULL;
}

void
etp_edit_move_beside (EtpJourney *journey, EtpNode *card, EtpNode *other, gboolean behind)
{
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  guint from = etp_node_list_get_index (cards, card);
  guint to = etp_node_list_get_index (cards, other);

  if (from < to)
    to--; /* the card itself leaves its place */
  etp_change_move (journey, card, to + (behind ? 1 : 0));
}

static gboolean
is_step_card (EtpJourney *journey, EtpNode *card)
{
  EtpNode *lane = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_LANE));

  return lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
         && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS;
}

/* The number of phases that a card goes on for after its own. Between the changes of an edit the outline
 * would have to be made anew for each. */
static guint
count_span (EtpJourney *journey, EtpNode *card)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  EtpNode *from = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_PHASE));
  EtpNode *until = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_UNTIL));
  guint first, last;

  if (from == NULL || until == NULL || etp_node_get_list (from) != ETP_LIST_PHASES
      || etp_node_get_list (until) != ETP_LIST_PHASES)
    return 0;
  first = etp_node_list_get_index (phases, from);
  last = etp_node_list_get_index (phases, until);
  return last > first ? last - first : 0;
}

gboolean
etp_edit_shift_spans (EtpEdit *self, GPtrArray *cards, EtpNode *phase, GError **error)
{
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  g_autofree guint *spans = g_new0 (guint, cards->len);
  guint first;

  if (phase == NULL)
    return TRUE;
  first = etp_node_list_get_index (phases, phase);
  for (guint i = 0; i < cards->len; i++)
    spans[i] = count_span (self->journey, cards->pdata[i]);
  for (guint i = 0; i < cards->len; i++)
    {
      guint last = MIN (first + spans[i], etp_node_list_get_length (phases) - 1);
      const char *id = last > first ? etp_node_get_id (etp_node_list_get (phases, last)) : "";

      if (spans[i] > 0 && !etp_edit_write_text (self, cards->pdata[i], ETP_CARD_UNTIL, id, error))
        return FALSE;
    }
  return TRUE;
}

/* Notes under steps that were moved follow them into their phase. */
static gboolean
bring_aligned_notes (
    EtpEdit *edit, GHashTable *steps, EtpNode *phase, GHashTable *moved, GError **error)
{
  EtpNodeList *cards = etp_journey_get_list (edit->journey, ETP_LIST_CARDS);
  const EtpField *row = &etp_list_get_table (ETP_LIST_CARDS)->fields[ETP_CARD_PHASE];
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    if (g_hash_table_contains (steps, etp_node_get_text (card, ETP_CARD_STEP))
        && !g_hash_table_contains (moved, etp_node_get_id (card)))
      g_ptr_array_add (notes, card);
  if (!etp_edit_shift_spans (edit, notes, phase, error))
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      EtpDatum datum = etp_datum_text (row, etp_node_get_id (phase));

      etp_change_set (edit->journey, notes->pdata[i], ETP_CARD_PHASE, &datum);
      g_hash_table_add (moved, (gpointer) etp_node_get_id (notes->pdata[i]));
    }
  return TRUE;
}

static gboolean
place_card (EtpEdit *edit, EtpNode *card, EtpNode *lane, EtpNode *phase, GError **error)
{
  return etp_edit_write_text (edit, card, ETP_CARD_LANE, lane != NULL ? etp_node_get_id (lane) : "",
                              error)
         && etp_edit_write_text (edit, card, ETP_CARD_PHASE,
                                 phase != NULL ? etp_node_get_id (phase) : "", error);
}

gboolean
etp_edit_place_cards (
    EtpEdit *edit, GPtrArray *cards, EtpNode *lane, EtpNode *phase, guint index, GError **error)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) steps = g_hash_table_new (g_str_hash, g_str_equal);
  EtpNode *before = NULL, *after = NULL;

  for (guint i = 0; i < cards->len; i++)
    {
      g_hash_table_add (moved, (gpointer) etp_node_get_id (cards->pdata[i]));
      if (is_step_card (edit->journey, cards->pdata[i]))
        g_hash_table_add (steps, (gpointer) etp_node_get_id (cards->pdata[i]));
    }
  if (lane != NULL)
    before = find_anchor (edit->journey, lane, phase, index, moved, &after);
  if (!etp_edit_shift_spans (edit, cards, phase, error))
    return FALSE;

  for (guint i = 0; i < cards->len; i++)
    {
      EtpNode *card = cards->pdata[i];

      if (!place_card (edit, card, lane, phase, error))
        return FALSE;
      if (before != NULL)
        etp_edit_move_beside (edit->journey, card, before, FALSE);
      else if (after != NULL)
        etp_edit_move_beside (edit->journey, card, after, TRUE);
      after = card;
    }

  if (lane != NULL && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS
      && !bring_aligned_notes (edit, steps, phase, moved, error))
    return FALSE;
  etp_edit_tidy (edit, moved);
  return TRUE;
}

static gboolean
check_cell (EtpJourney *journey, EtpNode *lane, EtpNode *phase, GError **error)
{
  g_return_val_if_fail ((lane == NULL) == (phase == NULL), FALSE);

  return lane == NULL
         || (etp_edit_check_node (journey, lane, ETP_LIST_LANES, error)
             && etp_edit_check_node (journey, phase, ETP_LIST_PHASES, error));
}

gboolean
etp_edit_check_cell (EtpJourney *journey, EtpNode *lane, EtpNode *phase, GError **error)
{
  if (!check_cell (journey, lane, phase, error))
    return FALSE;
  if (lane != NULL && !etp_lane_kind_takes_cards (etp_node_get_enum (lane, ETP_LANE_KIND)))
    return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                            _ ("This lane shows no cards. Choose another place."));
  return TRUE;
}

static gboolean
run_move (EtpJourney *journey,
          EtpVerb verb,
          GPtrArray *cards,
          EtpNode *lane,
          EtpNode *phase,
          guint index,
          GError **error)
{
  g_autofree char *title = NULL;
  EtpEdit edit;

  for (guint i = 0; i < cards->len; i++)
    if (!etp_edit_check_node (journey, cards->pdata[i], ETP_LIST_CARDS, error))
      return FALSE;
  if (!etp_edit_check_cell (journey, lane, phase, error))
    return FALSE;
  if (verb != ETP_VERB_CARD_PARK && cards->len > 1)
    title = etp_edit_dup_move_title (cards->len);
  if (title != NULL ? !etp_edit_begin_titled (&edit, journey, title, NULL, error)
                    : !etp_edit_begin (&edit, journey, verb, NULL, error))
    return FALSE;

  if (!etp_edit_place_cards (&edit, cards, lane, phase, index, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_move_cards (EtpJourney *journey,
                     GPtrArray *cards,
                     EtpNode *lane,
                     EtpNode *phase,
                     guint index,
                     GError **error)
{
  EtpVerb verb = etp_verb_for_list (ETP_LIST_CARDS, ETP_VERB_ACTION_MOVE);

  return run_move (journey, verb, cards, lane, phase, index, error);
}

gboolean
etp_edit_park_cards (EtpJourney *journey, GPtrArray *cards, GError **error)
{
  g_autoptr (GPtrArray) all = etp_card_bring_groups (cards);

  return run_move (journey, ETP_VERB_CARD_PARK, all, NULL, NULL, 0, error);
}

/* Puts a new card where it shall lie. Returns it borrowed. */
static EtpNode *
add_card (EtpJourney *journey,
          EtpVerb verb,
          EtpNode *card,
          EtpNode *lane,
          EtpNode *phase,
          guint index,
          GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  EtpEdit edit;

  if (!etp_edit_check_cell (journey, lane, phase, error)
      || !etp_edit_begin (&edit, journey, verb, NULL, error))
    return NULL;

  g_ptr_array_add (cards, card);
  if (!etp_edit_put (&edit, card, G_MAXUINT, error)
      || !etp_edit_place_cards (&edit, cards, lane, phase, index, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? card : NULL;
}

static void
init_text (EtpNode *node, guint field, const char *text)
{
  EtpDatum datum = etp_datum_text (&etp_node_record (node)->table->fields[field], text);

  etp_node_init_datum (node, field, &datum);
}

EtpNode *
etp_edit_add_card (EtpJourney *journey,
                   EtpNode *lane,
                   EtpNode *phase,
                   guint index,
                   const char *title,
                   GError **error)
{
  g_autoptr (EtpNode) card = etp_node_new (ETP_LIST_CARDS, NULL);

  init_text (card, ETP_CARD_TITLE, title);
  return add_card (journey, etp_verb_for_list (ETP_LIST_CARDS, ETP_VERB_ACTION_ADD), card, lane,
                   phase, index, error);
}

static EtpNode *
add_measure (EtpJourney *journey, EtpNode *phase, const char *title, GError **error)
{
  g_autoptr (EtpNode) measure = etp_node_new (ETP_LIST_MEASURES, NULL);
  EtpEdit edit;

  init_text (measure, ETP_MEASURE_TITLE, title);
  init_text (measure, ETP_MEASURE_PHASE, etp_node_get_id (phase));
  if (!etp_edit_begin (&edit, journey, ETP_VERB_NOTE_ADD, NULL, error))
    return NULL;
  if (!etp_edit_put (&edit, measure, G_MAXUINT, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? measure : NULL;
}

EtpNode *
etp_edit_add_note (EtpJourney *journey,
                   EtpNode *lane,
                   EtpNode *phase,
                   EtpNode *step,
                   const char *title,
                   GError **error)
{
  g_autoptr (EtpNode) card = etp_node_new (ETP_LIST_CARDS, NULL);

  if (!check_cell (journey, lane, phase, error)
      || (step != NULL && !etp_edit_check_node (journey, step, ETP_LIST_CARDS, error)))
    return NULL;
  if (lane != NULL && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_MEASURES)
    return add_measure (journey, phase, title, error);
  init_text (card, ETP_CARD_TITLE, title);
  if (step != NULL && lane != NULL)
    init_text (card, ETP_CARD_STEP, etp_node_get_id (step));
  return add_card (journey, ETP_VERB_NOTE_ADD, card, lane, phase, G_MAXUINT, error);
}
