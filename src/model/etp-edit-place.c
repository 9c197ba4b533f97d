/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "etp-edit-card.h"
#include "etp-edit-drop.h"
#include "etp-edit-map.h"
#include "etp-edit-private.h"
#include "etp-outline.h"

/* Where cards lie: moving and parking. What depends on it is kept in order by etp-edit-tidy.c. */

/* What the cards of a move shall stand beside: before a card, else behind one; both NULL in a cell of
 * nothing but cards that are moved. */
typedef struct
{
  EtpNode *before, *after;
} Anchor;

static Anchor
find_anchor (EtpJourney *journey, const EtpCardMove *move, GHashTable *moved)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  const EtpPlace *const *places;
  Anchor anchor = { NULL, NULL };
  guint n, index = move->index;

  places = etp_outline_get_cell (etp_journey_get_outline (journey),
                                 etp_node_list_get_index (phases, move->phase),
                                 etp_node_list_get_index (lanes, move->lane), &n);
  for (guint i = 0; i < n && anchor.before == NULL; i++)
    {
      if (g_hash_table_contains (moved, etp_node_get_id (places[i]->card)))
        continue;
      if (index-- == 0)
        anchor.before = places[i]->card;
      else
        anchor.after = places[i]->card;
    }
  return anchor;
}

void
etp_edit_move_beside (EtpJourney *journey, EtpNode *node, EtpNode *other, gboolean behind)
{
  EtpNodeList *list = etp_journey_get_list (journey, etp_node_get_list (node));
  guint from = etp_node_list_get_index (list, node);
  guint to = etp_node_list_get_index (list, other);

  if (from < to)
    to--; /* the node itself leaves its place */
  etp_change_move (journey, node, to + (behind ? 1 : 0));
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

/* Notes under steps that were moved follow them into their phase. steps: id of a step → its phase. */
static gboolean
bring_aligned_notes (EtpEdit *edit, GHashTable *steps, GHashTable *moved, GError **error)
{
  EtpNodeList *cards = etp_journey_get_list (edit->journey, ETP_LIST_CARDS);
  const EtpField *row = &etp_list_get_table (ETP_LIST_CARDS)->fields[ETP_CARD_PHASE];
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  EtpNode *card;

  for (guint i = 0; g_hash_table_size (steps) > 0 && (card = etp_node_list_get (cards, i)) != NULL;
       i++)
    if (g_hash_table_contains (steps, etp_node_get_text (card, ETP_CARD_STEP))
        && !g_hash_table_contains (moved, etp_node_get_id (card)))
      g_ptr_array_add (notes, card);
  for (guint i = 0; i < notes->len; i++)
    {
      EtpNode *note = notes->pdata[i];
      EtpNode *phase = g_hash_table_lookup (steps, etp_node_get_text (note, ETP_CARD_STEP));
      EtpDatum datum = etp_datum_text (row, etp_node_get_id (phase));

      g_ptr_array_set_size (one, 0);
      g_ptr_array_add (one, note);
      if (!etp_edit_shift_spans (edit, one, phase, error))
        {
          etp_datum_clear (&datum);
          return FALSE;
        }
      etp_change_set (edit->journey, note, ETP_CARD_PHASE, &datum);
      g_hash_table_add (moved, (gpointer) etp_node_get_id (note));
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

/* The cards of a move come to their place, one behind the other. */
static gboolean
place_behind_each_other (EtpEdit *edit, const EtpCardMove *move, Anchor anchor, GError **error)
{
  if (!etp_edit_shift_spans (edit, move->cards, move->phase, error))
    return FALSE;
  for (guint i = 0; i < move->cards->len; i++)
    {
      EtpNode *card = move->cards->pdata[i];

      if (!place_card (edit, card, move->lane, move->phase, error))
        return FALSE;
      if (anchor.before != NULL)
        etp_edit_move_beside (edit->journey, card, anchor.before, FALSE);
      else if (anchor.after != NULL)
        etp_edit_move_beside (edit->journey, card, anchor.after, TRUE);
      anchor.after = card;
    }
  return TRUE;
}

/* Adds the ids of a move's cards to moved, and to steps those that stay steps with their new phase. */
static void
note_moved (EtpJourney *journey, const EtpCardMove *move, GHashTable *moved, GHashTable *steps)
{
  const gboolean to_steps = move->lane != NULL
                            && etp_node_get_enum (move->lane, ETP_LANE_KIND)
                                   == ETP_LANE_KIND_TOUCHPOINTS;

  for (guint i = 0; i < move->cards->len; i++)
    {
      gpointer id = (gpointer) etp_node_get_id (move->cards->pdata[i]);

      g_hash_table_add (moved, id);
      if (to_steps && is_step_card (journey, move->cards->pdata[i]))
        g_hash_table_insert (steps, id, move->phase);
    }
}

static gboolean
place_moves (EtpEdit *edit, const EtpCardMove *moves, guint n_moves, GError **error)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) steps = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree Anchor *anchors = g_new0 (Anchor, n_moves);

  for (guint i = 0; i < n_moves; i++)
    note_moved (edit->journey, &moves[i], moved, steps);
  /* All before the first is written, so that the outline is computed once. */
  for (guint i = 0; i < n_moves; i++)
    if (moves[i].lane != NULL)
      anchors[i] = find_anchor (edit->journey, &moves[i], moved);
  for (guint i = 0; i < n_moves; i++)
    if (!place_behind_each_other (edit, &moves[i], anchors[i], error))
      return FALSE;
  if (!bring_aligned_notes (edit, steps, moved, error))
    return FALSE;
  etp_edit_tidy (edit, moved);
  return TRUE;
}

gboolean
etp_edit_place_cards (
    EtpEdit *edit, GPtrArray *cards, EtpNode *lane, EtpNode *phase, guint index, GError **error)
{
  const EtpCardMove move = { cards, lane, phase, index };

  return place_moves (edit, &move, 1, error);
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
check_move (EtpJourney *journey, const EtpCardMove *move, GError **error)
{
  for (guint i = 0; i < move->cards->len; i++)
    if (!etp_edit_check_node (journey, move->cards->pdata[i], ETP_LIST_CARDS, error))
      return FALSE;
  return etp_edit_check_cell (journey, move->lane, move->phase, error);
}

static gboolean
run_moves (
    EtpJourney *journey, EtpVerb verb, const EtpCardMove *moves, guint n_moves, GError **error)
{
  g_autofree char *title = NULL;
  guint n_cards = 0;
  EtpEdit edit;

  for (guint i = 0; i < n_moves; i++)
    {
      if (!check_move (journey, &moves[i], error))
        return FALSE;
      n_cards += moves[i].cards->len;
    }
  if (verb != ETP_VERB_CARD_PARK && n_cards > 1)
    title = etp_edit_dup_move_title (n_cards);
  if (title != NULL ? !etp_edit_begin_titled (&edit, journey, title, NULL, error)
                    : !etp_edit_begin (&edit, journey, verb, NULL, error))
    return FALSE;

  if (!place_moves (&edit, moves, n_moves, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_move_to_cells (EtpJourney *journey,
                        const EtpCardMove *moves,
                        guint n_moves,
                        GError **error)
{
  EtpVerb verb = etp_verb_for_list (ETP_LIST_CARDS, ETP_VERB_ACTION_MOVE);

  return run_moves (journey, verb, moves, n_moves, error);
}

gboolean
etp_edit_move_cards (EtpJourney *journey,
                     GPtrArray *cards,
                     EtpNode *lane,
                     EtpNode *phase,
                     guint index,
                     GError **error)
{
  const EtpCardMove move = { cards, lane, phase, index };

  return etp_edit_move_to_cells (journey, &move, 1, error);
}

gboolean
etp_edit_park_cards (EtpJourney *journey, GPtrArray *cards, GError **error)
{
  g_autoptr (GPtrArray) all = etp_card_bring_groups (cards);
  const EtpCardMove move = { all, NULL, NULL, 0 };

  return run_moves (journey, ETP_VERB_CARD_PARK, &move, 1, error);
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
