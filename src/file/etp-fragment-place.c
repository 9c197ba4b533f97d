/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-fragment-private.h"

#include "model/etp-change.h"
#include "model/etp-edit-card.h"
#include "model/etp-fields.h"

/* Where a fragment comes to lie. */

/* TRUE if the metric is measured at a phase, or at nothing. */
static gboolean
is_of_phase (EtpJourney *journey, EtpNode *metric)
{
  const char *at = etp_node_get_text (metric, ETP_METRIC_AT);
  EtpNode *node = etp_journey_get_node (journey, at);

  return node != NULL ? etp_node_get_list (node) == ETP_LIST_PHASES : *at == '\0';
}

/* Measures and metrics come to the phase of the place as cards do. */
static void
place_results (EtpJourney *journey, GPtrArray *copies, EtpNode *phase)
{
  for (guint i = 0; phase != NULL && i < copies->len; i++)
    {
      EtpNode *copy = copies->pdata[i];
      const EtpListKind list = etp_node_get_list (copy);
      const guint field = list == ETP_LIST_MEASURES ? ETP_MEASURE_PHASE : ETP_METRIC_AT;
      g_auto (EtpDatum) datum = { 0 };

      if ((list != ETP_LIST_MEASURES && list != ETP_LIST_METRICS)
          || (list == ETP_LIST_METRICS && !is_of_phase (journey, copy)))
        continue;
      datum = etp_datum_text (&etp_list_get_table (list)->fields[field], etp_node_get_id (phase));
      etp_change_set (journey, copy, field, &datum);
    }
}

/* They lie in one phase by now, and the move has left them only such steps as are there. Pointing at a
 * step says more than these do; a step that is merely near does not. */
static void
put_under_step (EtpJourney *journey, GPtrArray *cards, const EtpFragmentPlace *place)
{
  for (guint i = 0; i < cards->len; i++)
    {
      g_auto (EtpDatum) datum = { 0 };

      if (!place->step_is_pointed && *etp_node_get_text (cards->pdata[i], ETP_CARD_STEP) != '\0')
        continue;
      datum = etp_datum_text (&etp_list_get_table (ETP_LIST_CARDS)->fields[ETP_CARD_STEP],
                              etp_node_get_id (place->step));
      etp_change_set (journey, cards->pdata[i], ETP_CARD_STEP, &datum);
    }
}

static gboolean
place_cards (EtpJourney *journey, GPtrArray *copies, const EtpFragmentPlace *place, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  if (place->lane == NULL || place->phase == NULL)
    return TRUE;
  for (guint i = 0; i < copies->len; i++)
    if (etp_node_get_list (copies->pdata[i]) == ETP_LIST_CARDS)
      g_ptr_array_add (cards, copies->pdata[i]);
  if (cards->len > 0
      && !etp_edit_move_cards (journey, cards, place->lane, place->phase, place->index, error))
    return FALSE;
  if (place->step != NULL)
    put_under_step (journey, cards, place);
  return TRUE;
}

/* A card whose phase is another one now may end before it begins. */
static void
tidy_spans (EtpJourney *journey, GPtrArray *copies)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);

  for (guint i = 0; i < copies->len; i++)
    {
      EtpNode *card = copies->pdata[i];
      g_auto (EtpDatum) none = { 0 };
      EtpNode *from, *until;

      if (etp_node_get_list (card) != ETP_LIST_CARDS)
        continue;
      from = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_PHASE));
      until = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_UNTIL));
      if (from != NULL && until != NULL
          && etp_node_list_get_index (phases, until) <= etp_node_list_get_index (phases, from))
        etp_change_set (journey, card, ETP_CARD_UNTIL, &none);
    }
}

/* For how many phases the card went on after its own, where it comes from. */
static guint
count_span (const EtpFragment *fragment, EtpNode *original)
{
  const char *from = etp_node_get_text (original, ETP_CARD_PHASE);
  const char *until = etp_node_get_text (original, ETP_CARD_UNTIL);
  const guint first = GPOINTER_TO_UINT (g_hash_table_lookup (fragment->phases, from));
  const guint last = GPOINTER_TO_UINT (g_hash_table_lookup (fragment->phases, until));

  return first > 0 && last > first ? last - first : 0;
}

/* The last of up to n phases after this one. Behind a place all count; a phase that was pasted does
 * not send its cards into those that it found there. */
static EtpNode *
find_last (EtpFragmentInsertion *self, EtpNode *phase, guint n)
{
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  const guint first = etp_node_list_get_index (phases, phase);
  EtpNode *last = phase, *next;

  for (guint i = 1; i <= n; i++)
    {
      next = etp_node_list_get (phases, first + i);
      if (next == NULL
          || (self->place->phase == NULL && !g_hash_table_contains (self->taken, next)))
        break;
      last = next;
    }
  return last;
}

/* Cards whose last phase is not there span as many as they did, as far as there are so many. All in one
 * step: each would have the outline of the whole journey made anew. */
static gboolean
stretch_cards (EtpFragmentInsertion *self, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GPtrArray) lasts = g_ptr_array_new ();

  for (guint i = 0; i < self->copies->len; i++)
    {
      EtpNode *card = self->copies->pdata[i], *phase, *last;
      guint n;

      if (etp_node_get_list (card) != ETP_LIST_CARDS
          || *etp_node_get_text (card, ETP_CARD_UNTIL) != '\0')
        continue;
      n = count_span (self->fragment, self->originals->pdata[i]);
      phase = etp_journey_get_node (self->journey, etp_node_get_text (card, ETP_CARD_PHASE));
      if (n == 0 || phase == NULL || etp_node_get_list (phase) != ETP_LIST_PHASES)
        continue;
      last = find_last (self, phase, n);
      if (last == phase)
        continue;
      g_ptr_array_add (cards, card);
      g_ptr_array_add (lasts, last);
    }
  return cards->len == 0 || etp_edit_extend_cards (self->journey, cards, lasts, error);
}

gboolean
etp_fragment_place (EtpFragmentInsertion *self, GError **error)
{
  place_results (self->journey, self->copies, self->place->phase);
  if (!place_cards (self->journey, self->copies, self->place, error))
    return FALSE;
  tidy_spans (self->journey, self->copies);
  return stretch_cards (self, error);
}

gboolean
etp_fragment_move (const EtpFragment *self,
                   EtpJourney *journey,
                   const EtpFragmentPlace *place,
                   GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  for (guint i = 0; i < self->chosen->len; i++)
    {
      EtpNode *node = etp_journey_get_node (journey, etp_node_get_id (self->chosen->pdata[i]));

      if (node != NULL && etp_node_get_list (node) == ETP_LIST_CARDS)
        g_ptr_array_add (cards, node);
    }
  return cards->len == 0
         || etp_edit_move_cards (journey, cards, place->lane, place->phase, place->index, error);
}
