/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-outline.h"

#include <math.h>

#include "etp-fields.h"
#include "etp-outline-private.h"

/* Reading the outline, and when it is computed again: see etp-outline-private.h. */

void
etp_outline_free (EtpOutline *self)
{
  g_array_unref (self->places);
  g_array_unref (self->place_of);
  g_ptr_array_unref (self->sorted);
  g_array_unref (self->phase_first);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->step_first);
  g_ptr_array_unref (self->parked);
  g_free (self);
}

static void
count_evidence (const EtpRecord *record, guint field, guint *n_known, guint *n_all)
{
  *n_all += 1;
  if (etp_record_get_enum (record, field) > ETP_EVIDENCE_ASSUMED)
    *n_known += 1;
}

static double
compute_evidence_share (EtpOutline *self)
{
  guint n_cards = etp_node_list_get_length (self->cards);
  guint n_known = 0, n_all = 0;

  for (guint i = 0; i < n_cards; i++)
    {
      const EtpRecord *record = etp_node_record (etp_node_list_get (self->cards, i));
      guint n_emotions = etp_record_get_length (record, ETP_CARD_EMOTIONS);

      count_evidence (record, ETP_CARD_EVIDENCE, &n_known, &n_all);
      for (guint j = 0; j < n_emotions; j++)
        count_evidence (etp_value_record (etp_record_get_value_at (record, ETP_CARD_EMOTIONS, j)),
                        ETP_EMOTION_EVIDENCE, &n_known, &n_all);
    }

  return n_all > 0 ? (double) n_known / n_all : (double) NAN;
}

void
etp_outline_note_change (EtpJourneyCaches *caches, EtpListKind list, guint field)
{
  if (list == ETP_LIST_CARDS)
    switch (field)
      {
      case ETP_CARD_LANE:
      case ETP_CARD_PHASE:
      case ETP_CARD_UNTIL:
      case ETP_CARD_STEP:
      case ETP_CARD_FAIL_POINT:
      case ETP_CARD_PROBLEMS:
      case G_MAXUINT:
        caches->outline_is_old = TRUE;
        break;
      case ETP_CARD_EMOTIONS:
      case ETP_CARD_EVIDENCE:
        caches->evidence_is_old = TRUE;
        break;
      default:
        break;
      }
  else if (list == ETP_LIST_LANES)
    caches->outline_is_old |= field == ETP_LANE_KIND || field == G_MAXUINT;
  else if (list == ETP_LIST_PHASES)
    caches->outline_is_old |= field == G_MAXUINT;
}

/* A caller may hold it over a verb that asks for outlines itself and then refuses. */
static void
retire_outline (EtpJourneyCaches *caches)
{
  if (caches->retired == NULL)
    caches->retired = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_outline_free);
  g_ptr_array_add (caches->retired, g_steal_pointer (&caches->outline));
}

EtpOutline *
etp_journey_get_outline (EtpJourney *journey)
{
  EtpJourneyCaches *caches;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);

  caches = etp_journey_get_caches (journey);
  if (caches->outline != NULL && caches->outline_is_old)
    retire_outline (caches);
  if (caches->outline == NULL)
    {
      caches->outline = etp_outline_new (journey);
      caches->outline->caches = caches;
      caches->outline_is_old = FALSE;
      caches->evidence_is_old = TRUE;
    }

  return caches->outline;
}

guint
etp_outline_get_n_phases (EtpOutline *self)
{
  return self->n_phases;
}

guint
etp_outline_get_n_lanes (EtpOutline *self)
{
  return self->n_lanes;
}

guint
etp_outline_get_n_places (EtpOutline *self)
{
  return self->places->len;
}

const EtpPlace *
etp_outline_get_place (EtpOutline *self, guint index)
{
  g_return_val_if_fail (index < self->places->len, NULL);
  return &g_array_index (self->places, EtpPlace, index);
}

const EtpPlace *
etp_outline_find (EtpOutline *self, EtpNode *card)
{
  guint index;

  if (etp_node_get_list (card) != ETP_LIST_CARDS)
    return NULL;
  index = etp_node_list_get_index (self->cards, card);
  if (index >= self->place_of->len)
    return NULL;

  index = g_array_index (self->place_of, guint, index);
  return index != G_MAXUINT ? &g_array_index (self->places, EtpPlace, index) : NULL;
}

/* The first place in sorted[first … end - 1] whose lane is not below lane. */
static guint
bisect_lane (EtpOutline *self, guint first, guint end, guint lane)
{
  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      const EtpPlace *place = self->sorted->pdata[middle];

      if (place->lane < lane)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

static const EtpPlace *const *
get_range (GPtrArray *array, guint first, guint end, guint *n)
{
  *n = end - first;
  return end > first ? (const EtpPlace *const *) &array->pdata[first] : NULL;
}

const EtpPlace *const *
etp_outline_get_cell (EtpOutline *self, guint phase, guint lane, guint *n)
{
  guint first, end;

  g_return_val_if_fail (phase < self->n_phases && lane < self->n_lanes, (*n = 0, NULL));

  first = g_array_index (self->phase_first, guint, phase);
  end = g_array_index (self->phase_first, guint, phase + 1);
  first = bisect_lane (self, first, end, lane);
  return get_range (self->sorted, first, bisect_lane (self, first, end, lane + 1), n);
}

const EtpPlace *const *
etp_outline_get_steps (EtpOutline *self, guint *n)
{
  return get_range (self->steps, 0, self->steps->len, n);
}

const EtpPlace *const *
etp_outline_get_phase_steps (EtpOutline *self, guint phase, guint *n)
{
  g_return_val_if_fail (phase < self->n_phases, (*n = 0, NULL));

  return get_range (self->steps, g_array_index (self->step_first, guint, phase),
                    g_array_index (self->step_first, guint, phase + 1), n);
}

EtpNode *const *
etp_outline_get_parked (EtpOutline *self, guint *n)
{
  *n = self->parked->len;
  return (EtpNode *const *) self->parked->pdata;
}

EtpNode *
etp_outline_get_step (EtpOutline *self, guint phase_number, guint index)
{
  const EtpPlace *const *steps;
  guint n;

  if (phase_number < 1 || phase_number > self->n_phases)
    return NULL;
  steps = etp_outline_get_phase_steps (self, phase_number - 1, &n);
  return index >= 1 && index <= n ? steps[index - 1]->card : NULL;
}

double
etp_outline_get_evidence_share (EtpOutline *self)
{
  if (self->caches->evidence_is_old)
    {
      self->evidence_share = compute_evidence_share (self);
      self->caches->evidence_is_old = FALSE;
    }

  return self->evidence_share;
}
