/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-outline-private.h"

#include <math.h>
#include <string.h>

#include "etp-fields.h"

/* Sorting cards into places: a few passes with stable counting sorts. */

/* Finding the index of a lane or a phase by id. Cards next to each other mostly name the same ones,
 * and the text of a reference is shared by cards that were made from each other. */
#define FINDER_SLOTS 64

typedef struct
{
  EtpJourney *journey;
  EtpListKind list;
  EtpNodeList *nodes;
  struct
  {
    const char *id; /* the reference's text, borrowed */
    guint index;
  } recent[FINDER_SLOTS];
} Finder;

static guint
get_finder_slot (const char *id)
{
  /* The last characters differ most in what people and generators write. */
  gsize length = strlen (id);
  guint hash = (guchar) id[length - 1];

  if (length > 1)
    hash = hash * 7 + (guchar) id[length - 2];
  if (length > 2)
    hash = hash * 7 + (guchar) id[length - 3];
  return hash % FINDER_SLOTS;
}

static guint
find_index (Finder *finder, const char *id)
{
  guint slot, index = G_MAXUINT;
  EtpNode *node;

  if (id[0] == '\0')
    return G_MAXUINT;

  slot = get_finder_slot (id);
  if (finder->recent[slot].id != NULL
      && (finder->recent[slot].id == id || strcmp (finder->recent[slot].id, id) == 0))
    return finder->recent[slot].index;

  node = etp_journey_get_node (finder->journey, id);
  if (node != NULL && etp_node_get_list (node) == finder->list)
    index = etp_node_list_get_index (finder->nodes, node);
  finder->recent[slot].id = id;
  finder->recent[slot].index = index;
  return index;
}

static GArray *
new_numbers (guint length)
{
  GArray *array = g_array_sized_new (FALSE, TRUE, sizeof (guint), length);

  g_array_set_size (array, length);
  return array;
}

static EtpPlace *
places_of (EtpOutline *self)
{
  return (EtpPlace *) (gpointer) self->places->data;
}

/* TRUE for each lane that holds steps, or pains. */
static gboolean *
mark_lanes (EtpNodeList *lanes, EtpLaneKind kind)
{
  guint n = etp_node_list_get_length (lanes);
  gboolean *marks = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    marks[i] = etp_record_get_enum (etp_node_record (etp_node_list_get (lanes, i)), ETP_LANE_KIND)
               == (int) kind;
  return marks;
}

static void
collect_places (EtpOutline *self, EtpJourney *journey)
{
  Finder lanes = { .journey = journey, .list = ETP_LIST_LANES };
  Finder phases = { .journey = journey, .list = ETP_LIST_PHASES };
  guint n_cards = etp_node_list_get_length (self->cards);
  guint *place_of = (guint *) (gpointer) self->place_of->data;
  EtpPlace *places = places_of (self);
  guint n = 0;

  lanes.nodes = etp_journey_get_list (journey, ETP_LIST_LANES);
  phases.nodes = etp_journey_get_list (journey, ETP_LIST_PHASES);
  for (guint i = 0; i < n_cards; i++)
    {
      EtpNode *card = etp_node_list_get (self->cards, i);
      const EtpRecord *record = etp_node_record (card);
      guint lane = find_index (&lanes, etp_record_get_text (record, ETP_CARD_LANE));
      guint phase = find_index (&phases, etp_record_get_text (record, ETP_CARD_PHASE));
      guint until;

      if (lane == G_MAXUINT || phase == G_MAXUINT)
        {
          place_of[i] = G_MAXUINT;
          g_ptr_array_add (self->parked, card);
          continue;
        }
      until = find_index (&phases, etp_record_get_text (record, ETP_CARD_UNTIL));
      places[n] = (EtpPlace){ .card = card,
                              .phase = phase,
                              .lane = lane,
                              .until = until == G_MAXUINT ? phase : MAX (phase, until),
                              .step = G_MAXUINT };
      place_of[i] = n++;
    }
  g_array_set_size (self->places, n);
}

/* Stable counting sort of places by phase: fills first (n_phases + 1) and the order. */
static void
sort_by_phase (const EtpPlace *const *places, guint n, GArray *first_array, GPtrArray *order)
{
  guint *first = (guint *) (gpointer) first_array->data;
  guint n_phases = first_array->len - 1;

  g_ptr_array_set_size (order, (int) n);
  for (guint i = 0; i < n; i++)
    first[places[i]->phase + 1]++;
  for (guint p = 0; p < n_phases; p++)
    first[p + 1] += first[p];
  /* first[p] is now the start of p; it runs to the start of p + 1, and is set back below. */
  for (guint i = 0; i < n; i++)
    order->pdata[first[places[i]->phase]++] = (gpointer) places[i];
  for (guint p = n_phases; p > 0; p--)
    first[p] = first[p - 1];
  first[0] = 0;
}

static void
sort_places (EtpOutline *self)
{
  const EtpPlace *places = places_of (self);
  guint n = self->places->len;
  g_autofree const EtpPlace **by_lane = g_new (const EtpPlace *, n + 1);
  g_autofree guint *next = g_new0 (guint, self->n_lanes + 1);

  /* By lane first, then stably by phase. */
  for (guint i = 0; i < n; i++)
    next[places[i].lane + 1]++;
  for (guint l = 0; l < self->n_lanes; l++)
    next[l + 1] += next[l];
  for (guint i = 0; i < n; i++)
    by_lane[next[places[i].lane]++] = &places[i];

  sort_by_phase (by_lane, n, self->phase_first, self->sorted);
}

static void
number_steps (EtpOutline *self, const gboolean *is_step_lane)
{
  EtpPlace *places = places_of (self);
  g_autofree const EtpPlace **steps = g_new (const EtpPlace *, self->places->len + 1);
  guint n = 0, phase = G_MAXUINT, index = 0;

  for (guint i = 0; i < self->places->len; i++)
    if (is_step_lane[places[i].lane])
      steps[n++] = &places[i];

  sort_by_phase (steps, n, self->step_first, self->steps);
  for (guint i = 0; i < n; i++)
    {
      EtpPlace *place = self->steps->pdata[i];
      const EtpRecord *record = etp_node_record (place->card);
      gint64 problems = etp_record_get_integer (record, ETP_CARD_PROBLEMS);

      index = place->phase == phase ? index + 1 : 1;
      phase = place->phase;
      place->step_phase = phase + 1;
      place->step_index = index;
      place->pain = problems > 0 || etp_record_get_boolean (record, ETP_CARD_FAIL_POINT);
    }
}

static void
align_notes (EtpOutline *self,
             EtpJourney *journey,
             const gboolean *is_step_lane,
             const gboolean *is_pain_lane)
{
  EtpPlace *places = places_of (self);

  for (guint i = 0; i < self->places->len; i++)
    {
      const char *id = etp_record_get_text (etp_node_record (places[i].card), ETP_CARD_STEP);
      EtpNode *step;
      EtpPlace *step_place;

      if (id[0] == '\0' || is_step_lane[places[i].lane])
        continue;
      step = etp_journey_get_node (journey, id);
      step_place = step != NULL ? (EtpPlace *) etp_outline_find (self, step) : NULL;
      if (step_place == NULL || !is_step_lane[step_place->lane]
          || step_place->phase != places[i].phase)
        continue;

      places[i].step = (guint) (step_place - places);
      places[i].step_phase = step_place->step_phase;
      places[i].step_index = step_place->step_index;
      if (is_pain_lane[places[i].lane])
        step_place->pain = TRUE;
    }
}

EtpOutline *
etp_outline_new (EtpJourney *journey)
{
  EtpOutline *self = g_new0 (EtpOutline, 1);
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  g_autofree gboolean *is_step_lane = mark_lanes (lanes, ETP_LANE_KIND_TOUCHPOINTS);
  g_autofree gboolean *is_pain_lane = mark_lanes (lanes, ETP_LANE_KIND_PAINS);
  guint n_cards;

  self->cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  self->n_phases = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_PHASES));
  self->n_lanes = etp_node_list_get_length (lanes);
  n_cards = etp_node_list_get_length (self->cards);

  self->places = g_array_sized_new (FALSE, FALSE, sizeof (EtpPlace), n_cards);
  self->place_of = new_numbers (n_cards);
  self->phase_first = new_numbers (self->n_phases + 1);
  self->step_first = new_numbers (self->n_phases + 1);
  self->sorted = g_ptr_array_new ();
  self->steps = g_ptr_array_new ();
  self->parked = g_ptr_array_new ();

  collect_places (self, journey);
  sort_places (self);
  number_steps (self, is_step_lane);
  align_notes (self, journey, is_step_lane, is_pain_lane);
  self->evidence_share = NAN;
  return self;
}
