/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"

#include <math.h>
#include <string.h>

/* What there is to say of a phase: the most important that its data give. */

#define LEAST_CHANGE 0.5 /* of the mood, that a title speaks of */
#define LONGEST_TITLE 70 /* characters of a step in a title */

typedef struct
{
  EtpDeck *deck;
  const EtpColumn *column;
  const EtpPlace *const *steps;
  guint n_steps;
} Phase;

static guint
count_pains (const Phase *self)
{
  g_autoptr (GPtrArray) places = etp_deck_list_places (self->deck, ETP_LANE_KIND_PAINS);
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += ((const EtpPlace *) g_ptr_array_index (places, i))->phase == self->column->index;
  return n;
}

/* The first and the last point in the phase of the persona that has the first. */
static double
get_change (const Phase *self, GArray *moments, const EtpDeckMoment **last)
{
  const EtpDeckMoment *first = NULL;

  *last = NULL;
  for (guint i = 0; i < moments->len; i++)
    {
      const EtpDeckMoment *moment = &g_array_index (moments, EtpDeckMoment, i);

      if (&self->deck->map.columns[moment->column] != self->column)
        continue;
      if (first == NULL)
        first = moment;
      else if (strcmp (etp_value_get_text (moment->emotion, ETP_EMOTION_PERSONA),
                       etp_value_get_text (first->emotion, ETP_EMOTION_PERSONA))
               == 0)
        *last = moment;
    }
  return *last != NULL ? (*last)->value - first->value : 0;
}

static EtpNode *
find_truth (const Phase *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (etp_node_get_boolean (self->steps[i]->card, ETP_CARD_MOMENT_OF_TRUTH))
      return self->steps[i]->card;
  return NULL;
}

static gboolean
is_here (const Phase *self, const EtpDeckMoment *moment)
{
  return moment != NULL && &self->deck->map.columns[moment->column] == self->column;
}

/* A step in a title; one that is long is called by its number alone. */
static char *
dup_short_named (const Phase *self, EtpNode *card)
{
  g_autofree char *named = etp_deck_dup_named (self->deck, card);

  if (g_utf8_strlen (named, -1) > LONGEST_TITLE)
    return etp_deck_dup_number (self->deck, card);
  return g_steal_pointer (&named);
}

char *
etp_deck_dup_phase_title (EtpDeck *deck,
                          const EtpColumn *column,
                          const EtpPlace *const *steps,
                          guint n_steps)
{
  const Phase phase = { deck, column, steps, n_steps }, *self = &phase;
  const char *language = deck->map.language;
  g_autoptr (GArray) moments = etp_deck_list_moments (deck);
  const EtpDeckMoment *lowest = etp_deck_find_lowest (moments);
  const EtpDeckMoment *highest = etp_deck_find_highest (moments), *last;
  const char *name = etp_node_get_text (self->column->phase, ETP_PHASE_NAME);
  g_autofree char *number = g_strdup_printf ("%s %u", etp_deck_get_word (deck, ETP_WORD_PHASE),
                                             self->column->number);
  g_autofree char *step = NULL, *other = NULL, *count = NULL;
  double change = get_change (self, moments, &last);
  EtpNode *truth = find_truth (self);
  guint n_pains = count_pains (self);

  if (name[0] == '\0')
    name = number;
  if (is_here (self, lowest) && is_here (self, highest))
    {
      step = dup_short_named (self, lowest->place->card);
      other = dup_short_named (self, highest->place->card);
      return etp_deck_say (language, ETP_SAY_PHASE_BOTH, name, step, other);
    }
  if (is_here (self, lowest) || is_here (self, highest))
    {
      gboolean low = is_here (self, lowest);

      step = dup_short_named (self, (low ? lowest : highest)->place->card);
      return etp_deck_say (language, low ? ETP_SAY_PHASE_LOWEST : ETP_SAY_PHASE_HIGHEST, name, step,
                           NULL);
    }
  if (truth != NULL)
    {
      step = dup_short_named (self, truth);
      return etp_deck_say (language, ETP_SAY_PHASE_TRUTH, name, step, NULL);
    }
  if (fabs (change) >= LEAST_CHANGE - 1e-9)
    {
      step = dup_short_named (self, last->place->card);
      return etp_deck_say (language, change < 0 ? ETP_SAY_PHASE_FALLS : ETP_SAY_PHASE_RISES, name,
                           step, NULL);
    }
  if (n_pains == 0)
    return g_strdup (name);
  count = g_strdup_printf ("%u", n_pains);
  return etp_deck_say (language, n_pains == 1 ? ETP_SAY_PHASE_PAINS_ONE : ETP_SAY_PHASE_PAINS_MANY,
                       name, count, NULL);
}
