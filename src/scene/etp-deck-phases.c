/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-phase.h"

#include "etp-deck-cards.h"
#include "etp-deck-chart.h"
#include "etp-deck-facts.h"
#include "etp-names.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

#include <math.h>
#include <string.h>

/* One section a phase: its part of the curve, each step below its point, and lane by lane what
 * people think there, what hurts and what could be better. A phase of more steps than columns has
 * them row by row. */

#define CURVE_LOWEST 140.0
#define CURVE_EASY 160.0 /* what notes leave it */
#define COLUMN_GAP 16.0
#define WIDEST 520.0 /* card */
#define NARROWEST 265.0 /* column of cards: four of them on a slide of ours, three on a 4:3 one */
#define MOST_COLUMNS 4
#define NOTE_COLUMNS 3u /* on a slide of their own */
#define LEAST_FILLED 0.5 /* of the last slide of a phase */
#define MOST_SLIDES 2u /* of a phase, if they need not be more */
#define LEAST_BELOW 90.0 /* of room below the steps, to begin with notes there */

static const EtpPhaseSqueeze normal = { 1, CURVE_EASY, CURVE_LOWEST, 0, FALSE };
static const EtpPhaseSqueeze parted = { 1, CURVE_EASY, CURVE_LOWEST, 0, TRUE };
static const EtpPhaseSqueeze closer[] = {
  { 1, 130, 120, 140, FALSE },
  { 0.92, 130, 120, 130, FALSE },
  { 0.85, 120, 110, 120, FALSE },
};

static guint
get_most_columns (const EtpDeck *deck)
{
  return (guint) CLAMP (floor ((deck->right - deck->left - ETP_PHASE_GUTTER) / NARROWEST), 1,
                        MOST_COLUMNS);
}

static void
set_columns (EtpPhaseLayout *self, guint n)
{
  double spare;

  self->n = n;
  self->step = (self->deck->right - self->deck->left - ETP_PHASE_GUTTER) / n;
  self->width = floor (MIN (self->step - COLUMN_GAP, WIDEST));
  spare = self->step - self->width;
  self->x = self->deck->left + ETP_PHASE_GUTTER + spare / 2;
}

static void
layout_init (EtpPhaseLayout *self, EtpDeck *deck, guint index, const EtpPhaseSqueeze *squeeze)
{
  guint most = get_most_columns (deck);

  *self = (EtpPhaseLayout){ .deck = deck, .column = &deck->map.columns[index], .squeeze = squeeze };
  self->steps = etp_outline_get_phase_steps (deck->map.outline, self->column->index,
                                             &self->n_steps);
  self->aligned = self->n_steps > 0 && self->n_steps <= most;
  set_columns (self, self->aligned ? self->n_steps : most > 2 ? most - 1 : most);
}

static EtpStackBox *
new_stacks (EtpPhaseLayout *self)
{
  EtpStackBox *stacks = g_new (EtpStackBox, self->n);

  for (guint i = 0; i < self->n; i++)
    etp_stack_box_init (&stacks[i], self->x + i * self->step, self->width);
  return stacks;
}

/* The column of a step, else the one that is the least filled. */
static guint
choose_column (EtpPhaseLayout *self, const EtpStackBox *stacks, guint step_index)
{
  if (self->aligned && step_index > 0 && step_index <= self->n)
    return step_index - 1;
  return etp_deck_find_lowest_stack (stacks, self->n);
}

/* The cards of the first row, or of all rows if steps have no columns of their own. */
static void
add_steps (EtpPhaseLayout *self)
{
  for (guint first = 0; first < self->n_steps; first += self->n)
    {
      g_autofree EtpStackBox *stacks = new_stacks (self);

      for (guint i = first; i < MIN (first + self->n, self->n_steps); i++)
        if (etp_phase_shows_step (self, self->steps[i]))
          g_ptr_array_add (stacks[i - first].boxes,
                           etp_deck_new_step (self->deck, self->column, self->steps[i], TRUE));
      etp_deck_flow (self->deck, stacks, self->n, ETP_FLOW_EQUAL, ETP_PHASE_CARD_GAP);
    }
}

/* TRUE if the hand-over from a step of this phase is one to speak of. */
static gboolean
is_rough (EtpPhaseLayout *self, EtpNode *link, guint *step_index)
{
  int continuity = etp_node_get_enum (link, ETP_LINK_CONTINUITY);
  EtpNode *from = etp_journey_get_node (self->deck->map.journey,
                                        etp_node_get_text (link, ETP_LINK_FROM));
  EtpNode *to = etp_journey_get_node (self->deck->map.journey,
                                      etp_node_get_text (link, ETP_LINK_TO));
  const EtpPlace *place, *end;

  if ((continuity != ETP_LINK_CONTINUITY_BROKEN && continuity != ETP_LINK_CONTINUITY_FRICTION)
      || from == NULL || to == NULL || etp_node_get_list (from) != ETP_LIST_CARDS
      || etp_node_get_list (to) != ETP_LIST_CARDS)
    return FALSE;
  place = etp_outline_find (self->deck->map.outline, from);
  end = etp_outline_find (self->deck->map.outline, to);
  if (place == NULL || end == NULL || place->phase != self->column->index
      || !etp_names_is_shown (self->deck->map.journey, place)
      || !etp_names_is_shown (self->deck->map.journey, end))
    return FALSE;
  *step_index = place->step_index;
  return TRUE;
}

static void
add_handovers (EtpPhaseLayout *self, EtpStackBox *stacks)
{
  EtpNodeList *links = etp_journey_get_list (self->deck->map.journey, ETP_LIST_LINKS);
  EtpNode *link;
  guint step_index;

  for (guint i = 0; (link = etp_node_list_get (links, i)) != NULL; i++)
    if (is_rough (self, link, &step_index))
      etp_deck_stack (self->deck, &stacks[choose_column (self, stacks, step_index)],
                      etp_deck_new_handover (self->deck, link));
}

/* What else stands in the phase, lane by lane. */
static void
add_lane (EtpPhaseLayout *self, const EtpRow *row, EtpStackBox *stacks)
{
  EtpDeck *deck = self->deck;
  guint n;
  const EtpPlace *const *places = etp_outline_get_cell (deck->map.outline, self->column->index,
                                                        row->index, &n);

  for (guint i = 0; i < n; i++)
    etp_deck_stack (deck, &stacks[choose_column (self, stacks, places[i]->step_index)],
                    etp_deck_new_note (deck, self->column, row, places[i]));
  if (row->kind == ETP_LANE_KIND_CHANNELS)
    add_handovers (self, stacks);
}

static EtpStackBox *
fill_notes (EtpPhaseLayout *self)
{
  EtpStackBox *stacks = new_stacks (self);

  for (guint r = 0; r < self->deck->map.n_rows; r++)
    if (self->deck->map.rows[r].kind != ETP_LANE_KIND_TOUCHPOINTS)
      add_lane (self, &self->deck->map.rows[r], stacks);
  return stacks;
}

static double
get_highest (const EtpPhaseLayout *self, const EtpStackBox *stacks)
{
  double highest = 0;

  for (guint i = 0; i < self->n; i++)
    highest = MAX (highest, stacks[i].filled);
  return highest;
}

static void
clear_stacks (const EtpPhaseLayout *self, EtpStackBox *stacks)
{
  for (guint i = 0; i < self->n; i++)
    g_ptr_array_unref (stacks[i].boxes);
}

static gboolean
fit_one_slide (const EtpPhaseLayout *self, const EtpStackBox *stacks)
{
  return get_highest (self, stacks) <= self->deck->bottom - self->deck->top;
}

static guint
count_boxes (const EtpPhaseLayout *self, const EtpStackBox *stacks)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += stacks[i].boxes->len;
  return n;
}

static EtpStackBox *
fill_again (EtpPhaseLayout *self, EtpStackBox *stacks, guint n_columns)
{
  clear_stacks (self, stacks);
  g_free (stacks);
  self->aligned = FALSE;
  set_columns (self, n_columns);
  return fill_notes (self);
}

/* Whether curve, steps and notes have room on the first slide, or those two on their own. */
static gboolean
fit_first_slide (EtpPhaseLayout *steps, const EtpPhaseLayout *notes, const EtpStackBox *stacks)
{
  EtpDeck *deck = steps->deck;
  double needed = etp_phase_get_steps_height (steps) + ETP_PHASE_CARD_GAP
                  + get_highest (notes, stacks);

  if (steps->n_steps > steps->n)
    return FALSE;
  if (!steps->squeeze->parted && deck->has_emotions && etp_phase_has_points (steps))
    {
      EtpItem *legend = etp_deck_new_persona_legend (deck, steps->column,
                                                     deck->right - deck->left - ETP_PHASE_GUTTER);

      needed += steps->squeeze->easy + 2 * ETP_PHASE_CARD_GAP
                + (legend != NULL ? legend->height + 6 : 0);
      g_clear_pointer (&legend, etp_item_unref);
    }
  return needed <= etp_deck_get_room (deck);
}

/* Each note stands in the column of its step, unless one column would then be longer than a slide;
 * and in more columns than there are steps, if the first slide, or one, holds all then. The layout is
 * that of the notes. */
static EtpStackBox *
arrange_notes (EtpPhaseLayout *steps, EtpPhaseLayout *self)
{
  const guint most = get_most_columns (self->deck);
  EtpStackBox *stacks = fill_notes (self);

  if (self->aligned && !fit_first_slide (steps, self, stacks))
    {
      const guint widest = MIN (most, count_boxes (self, stacks));

      for (guint n = self->n; n <= widest; n++)
        {
          stacks = fill_again (self, stacks, n);
          if (fit_first_slide (steps, self, stacks))
            return stacks;
        }
      clear_stacks (self, stacks);
      g_free (stacks);
      *self = *steps;
      stacks = fill_notes (self);
    }
  if (self->aligned && !fit_one_slide (self, stacks))
    stacks = fill_again (self, stacks, self->n);
  if (!fit_one_slide (self, stacks) && self->n < most)
    {
      const guint n = self->n;

      stacks = fill_again (self, stacks, most);
      if (!fit_one_slide (self, stacks))
        stacks = fill_again (self, stacks, n);
    }
  return stacks;
}

/* The customer's goal and how long it takes, below the title. */
static void
add_goal (EtpPhaseLayout *self)
{
  EtpDeck *deck = self->deck;
  EtpNode *phase = self->column->phase;
  const char *goal = etp_node_get_text (phase, ETP_PHASE_GOAL);
  g_autofree char *duration = etp_format_duration (etp_node_get_text (phase, ETP_PHASE_DURATION),
                                                   deck->map.language);
  g_autofree char *line = etp_deck_join (
      goal[0] != '\0' ? etp_deck_say (deck->map.language, ETP_SAY_PHASE_GOAL, goal, NULL, NULL)
                      : g_strdup (""),
      g_strdup (duration), NULL);
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);
  EtpStackBox stack;

  etp_box_add (box, etp_node_get_text (phase, ETP_PHASE_DESCRIPTION), ETP_TYPE_CARD_TEXT,
               etp_deck_get_ink (deck), 0);
  etp_box_add (box, line, ETP_TYPE_CARD_TEXT, etp_deck_get_dim (deck), 0);
  if (etp_box_is_empty (box))
    etp_box_free (box);
  else
    {
      deck->y -= 14;
      etp_stack_box_init (&stack, deck->left + ETP_PHASE_GUTTER,
                          deck->right - deck->left - ETP_PHASE_GUTTER);
      g_ptr_array_add (stack.boxes, box);
      etp_deck_flow (deck, &stack, 1, 0, 14);
    }
}

/* Notes that have a slide of their own need not stand below steps that are not there: they fill it
 * evenly. */
static EtpStackBox *
rearrange_notes (EtpPhaseLayout *self, EtpStackBox *stacks)
{
  guint n = 0;

  if (!self->aligned
      || etp_deck_get_room (self->deck) >= MIN (get_highest (self, stacks), LEAST_BELOW))
    return stacks;
  n = count_boxes (self, stacks);
  if (n == 0)
    return stacks;
  return fill_again (self, stacks, MIN (n, MIN (get_most_columns (self->deck), NOTE_COLUMNS)));
}

static void
fill_phase (EtpPhaseLayout *self)
{
  g_autofree EtpStackBox *stacks = NULL;
  EtpPhaseLayout notes;

  add_goal (self);
  notes = *self;
  stacks = arrange_notes (self, &notes);
  etp_phase_add_curve (self, get_highest (&notes, stacks));
  if (self->squeeze->parted)
    etp_deck_continue (self->deck);
  add_steps (self);
  stacks = rearrange_notes (&notes, stacks);
  etp_deck_flow (self->deck, stacks, notes.n, ETP_FLOW_SPLIT, 0);
}

static void
add_phase (EtpDeck *self, guint index, const EtpPhaseSqueeze *squeeze)
{
  EtpStyle *style = self->map.style;
  g_autoptr (EtpStyle)
      close_style = etp_style_new_close_slide (etp_style_get_kind (style), squeeze->text);
  g_autofree char *title = NULL;
  EtpPhaseLayout layout;

  layout_init (&layout, self, index, squeeze);
  title = etp_deck_dup_phase_title (self, layout.column, layout.steps, layout.n_steps);
  etp_deck_begin (self, "phase", title, index);
  self->map.style = close_style;
  self->picture = squeeze->picture;
  fill_phase (&layout);
  self->map.style = style;
  self->picture = 0;
  etp_deck_end (self);
}

/* The slides of a phase from first on once more; returns how many they are then. */
static guint
add_again (EtpDeck *self, guint index, guint first, const EtpPhaseSqueeze *squeeze)
{
  g_ptr_array_set_size (self->slides, (int) first);
  add_phase (self, index, squeeze);
  return self->slides->len - first;
}

/* A phase takes many slides, or its last one is nearly empty: a little closer that slide may not be
 * needed; else the curve gets the first one to itself. */
static void
save_slides (EtpDeck *self, guint index, guint first)
{
  const EtpPhaseSqueeze *best = &normal;
  guint least = self->slides->len - first;
  EtpPhaseLayout layout;

  for (guint i = 0; i < G_N_ELEMENTS (closer); i++)
    {
      const guint n = add_again (self, index, first, &closer[i]);

      if (n >= least)
        continue;
      best = &closer[i];
      least = n;
      if (etp_deck_get_filled (self, first) >= LEAST_FILLED)
        return;
    }
  layout_init (&layout, self, index, &normal);
  if (self->has_emotions && etp_phase_has_points (&layout)
      && add_again (self, index, first, &parted) <= least
      && etp_deck_get_filled (self, first) >= LEAST_FILLED)
    return;
  add_again (self, index, first, best);
}

void
etp_deck_add_phases (EtpDeck *self)
{
  for (guint i = 0; i < self->map.n_columns; i++)
    {
      const guint first = self->slides->len;

      add_phase (self, i, &normal);
      if (self->slides->len - first > MOST_SLIDES
          || etp_deck_get_filled (self, first) < LEAST_FILLED)
        save_slides (self, i, first);
    }
}
