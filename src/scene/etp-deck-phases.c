/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-cards.h"
#include "etp-deck-chart.h"
#include "etp-deck-facts.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

#include <math.h>
#include <string.h>

/* One section a phase: its part of the curve, each step below its point, and lane by lane what
 * people think there, what hurts and what could be better. A phase of more steps than columns has
 * them row by row. */

#define GUTTER 56.0 /* left of the cards, as of the title's words */
#define CURVE_LOWEST 140.0
#define CURVE_EASY 160.0 /* what notes leave it */
#define CURVE_HIGHEST 240.0
#define CURVE_ALONE 380.0
#define COLUMN_GAP 16.0
#define CARD_GAP 12.0
#define WIDEST 520.0 /* card */
#define NARROWEST 265.0 /* column of cards: four of them on a slide of ours, three on a 4:3 one */
#define MOST_COLUMNS 4
#define NOTE_COLUMNS 3u /* on a slide of their own */
#define LEAST_BELOW 90.0 /* of room below the steps, to begin with notes there */

typedef struct
{
  EtpDeck *deck;
  const EtpColumn *column;
  const EtpPlace *const *steps;
  guint n_steps, n; /* columns of cards */
  gboolean aligned; /* each step has a column of its own */
  double x, width; /* of the first column and of each */
  double step; /* from column to column */
} Layout;

static guint
get_most_columns (const EtpDeck *deck)
{
  return (guint) CLAMP (floor ((deck->right - deck->left - GUTTER) / NARROWEST), 1, MOST_COLUMNS);
}

static void
set_columns (Layout *self, guint n)
{
  double spare;

  self->n = n;
  self->step = (self->deck->right - self->deck->left - GUTTER) / n;
  self->width = floor (MIN (self->step - COLUMN_GAP, WIDEST));
  spare = self->step - self->width;
  self->x = self->deck->left + GUTTER + spare / 2;
}

static void
layout_init (Layout *self, EtpDeck *deck, guint index)
{
  guint most = get_most_columns (deck);

  *self = (Layout){ .deck = deck, .column = &deck->map.columns[index] };
  self->steps = etp_outline_get_phase_steps (deck->map.outline, self->column->index,
                                             &self->n_steps);
  self->aligned = self->n_steps > 0 && self->n_steps <= most;
  set_columns (self, self->aligned ? self->n_steps : most > 2 ? most - 1 : most);
}

static EtpStackBox *
new_stacks (Layout *self)
{
  EtpStackBox *stacks = g_new (EtpStackBox, self->n);

  for (guint i = 0; i < self->n; i++)
    etp_stack_box_init (&stacks[i], self->x + i * self->step, self->width);
  return stacks;
}

/* The column of a step, else the one that is the least filled. */
static guint
choose_column (Layout *self, const EtpStackBox *stacks, guint step_index)
{
  if (self->aligned && step_index > 0 && step_index <= self->n)
    return step_index - 1;
  return etp_deck_find_lowest_stack (stacks, self->n);
}

/* The curve stands on steps even where their lane is hidden. */
static gboolean
is_shown (const Layout *self, const EtpPlace *place)
{
  for (guint r = 0; r < self->deck->map.n_rows; r++)
    if (self->deck->map.rows[r].index == place->lane)
      return TRUE;
  return FALSE;
}

/* The cards of the first row, or of all rows if steps have no columns of their own. */
static void
add_steps (Layout *self)
{
  for (guint first = 0; first < self->n_steps; first += self->n)
    {
      g_autofree EtpStackBox *stacks = new_stacks (self);

      for (guint i = first; i < MIN (first + self->n, self->n_steps); i++)
        if (is_shown (self, self->steps[i]))
          g_ptr_array_add (stacks[i - first].boxes,
                           etp_deck_new_step (self->deck, self->column, self->steps[i], TRUE));
      etp_deck_flow (self->deck, stacks, self->n, ETP_FLOW_EQUAL, CARD_GAP);
    }
}

/* TRUE if the hand-over from a step of this phase is one to speak of. */
static gboolean
is_rough (Layout *self, EtpNode *link, guint *step_index)
{
  int continuity = etp_node_get_enum (link, ETP_LINK_CONTINUITY);
  EtpNode *from = etp_journey_get_node (self->deck->map.journey,
                                        etp_node_get_text (link, ETP_LINK_FROM));
  EtpNode *to = etp_journey_get_node (self->deck->map.journey,
                                      etp_node_get_text (link, ETP_LINK_TO));
  const EtpPlace *place;

  if ((continuity != ETP_LINK_CONTINUITY_BROKEN && continuity != ETP_LINK_CONTINUITY_FRICTION)
      || from == NULL || to == NULL || etp_node_get_list (from) != ETP_LIST_CARDS
      || etp_node_get_list (to) != ETP_LIST_CARDS
      || etp_outline_find (self->deck->map.outline, to) == NULL)
    return FALSE;
  place = etp_outline_find (self->deck->map.outline, from);
  if (place == NULL || place->phase != self->column->index)
    return FALSE;
  *step_index = place->step_index;
  return TRUE;
}

static void
add_handovers (Layout *self, EtpStackBox *stacks)
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
add_lane (Layout *self, const EtpRow *row, EtpStackBox *stacks)
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
fill_notes (Layout *self)
{
  EtpStackBox *stacks = new_stacks (self);

  for (guint r = 0; r < self->deck->map.n_rows; r++)
    if (self->deck->map.rows[r].kind != ETP_LANE_KIND_TOUCHPOINTS)
      add_lane (self, &self->deck->map.rows[r], stacks);
  return stacks;
}

static double
get_highest (const Layout *self, const EtpStackBox *stacks)
{
  double highest = 0;

  for (guint i = 0; i < self->n; i++)
    highest = MAX (highest, stacks[i].filled);
  return highest;
}

static void
clear_stacks (const Layout *self, EtpStackBox *stacks)
{
  for (guint i = 0; i < self->n; i++)
    g_ptr_array_unref (stacks[i].boxes);
}

static gboolean
fit_one_slide (const Layout *self, const EtpStackBox *stacks)
{
  return get_highest (self, stacks) <= self->deck->bottom - self->deck->top;
}

static guint
count_boxes (const Layout *self, const EtpStackBox *stacks)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += stacks[i].boxes->len;
  return n;
}

static EtpStackBox *
fill_again (Layout *self, EtpStackBox *stacks, guint n_columns)
{
  clear_stacks (self, stacks);
  g_free (stacks);
  self->aligned = FALSE;
  set_columns (self, n_columns);
  return fill_notes (self);
}

static gboolean
has_points (Layout *self)
{
  g_autoptr (GArray) moments = etp_deck_list_moments (self->deck);

  for (guint i = 0; i < moments->len; i++)
    if (&self->deck->map.columns[g_array_index (moments, EtpDeckMoment, i).column] == self->column)
      return TRUE;
  return FALSE;
}

/* Of the highest card of the first row of steps. */
static double
get_steps_height (const Layout *self)
{
  EtpDeck *deck = self->deck;
  double highest = 0;

  for (guint i = 0; i < MIN (self->n, self->n_steps); i++)
    {
      g_autoptr (EtpBox) box = NULL;

      if (!is_shown (self, self->steps[i]))
        continue;
      box = etp_deck_new_step (deck, self->column, self->steps[i], FALSE);
      highest = MAX (highest,
                     etp_box_get_height (box, deck->map.style, deck->map.measurer, self->width));
    }
  return highest;
}

/* Whether curve, steps and notes have room on the first slide. */
static gboolean
fit_first_slide (Layout *steps, const Layout *notes, const EtpStackBox *stacks)
{
  EtpDeck *deck = steps->deck;
  double needed = get_steps_height (steps) + CARD_GAP + get_highest (notes, stacks);

  if (steps->n_steps > steps->n)
    return FALSE;
  if (deck->has_emotions && has_points (steps))
    {
      EtpItem *legend = etp_deck_new_persona_legend (deck, steps->column,
                                                     deck->right - deck->left - GUTTER);

      needed += CURVE_EASY + 2 * CARD_GAP + (legend != NULL ? legend->height + 6 : 0);
      g_clear_pointer (&legend, etp_item_unref);
    }
  return needed <= etp_deck_get_room (deck);
}

/* Each note stands in the column of its step, unless one column would then be longer than a slide;
 * and in more columns than there are steps, if the first slide, or one, holds all then. The layout is
 * that of the notes. */
static EtpStackBox *
arrange_notes (Layout *steps, Layout *self)
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

/* As high as the cards of the steps leave it on this slide. Feelings are taken to stand at the points
 * of the curve, as nearly all do. */
static double
get_curve_height (Layout *self, double below, double notes)
{
  EtpDeck *deck = self->deck;
  double highest = get_steps_height (self), room = etp_deck_get_room (deck) - below;

  if (highest + notes <= 0)
    return floor (MIN (CURVE_ALONE, room));
  room -= highest + CARD_GAP;
  /* Cards that have no room on this slide leave it to the curve; notes get some if that is enough. */
  if (room < CURVE_LOWEST)
    return floor (MIN (CURVE_ALONE, room + highest + CARD_GAP));
  notes += CARD_GAP;
  if (room - notes >= CURVE_LOWEST)
    room -= notes;
  return floor (MIN (CURVE_HIGHEST, room));
}

static void
add_curve (Layout *self, double notes)
{
  EtpDeck *deck = self->deck;
  EtpDeckChart chart;
  guint index = (guint) (self->column - deck->map.columns);
  double x = deck->left + GUTTER, width = deck->right - x, height, below;
  EtpItem *legend;

  if (!deck->has_emotions || !has_points (self))
    return;
  legend = etp_deck_new_persona_legend (deck, self->column, width);
  below = legend != NULL ? legend->height + 6 : 0;
  if (etp_deck_get_room (deck) < CURVE_LOWEST + below)
    etp_deck_continue (deck);
  height = get_curve_height (self, below, notes);
  etp_deck_chart_init (&chart, deck, width, height, NULL, FALSE);
  etp_deck_chart_add_axis (&chart, deck->left, x, deck->y);
  etp_deck_chart_add (&chart, index, 1, x, deck->y, deck->map.metrics->phase_radius);
  etp_deck_chart_clear (&chart);
  deck->y += height + CARD_GAP;
  if (legend == NULL)
    return;
  etp_deck_add (deck, legend, x, deck->y - 6);
  deck->y += below;
}

/* The customer's goal and how long it takes, below the title. */
static void
add_goal (Layout *self)
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
      etp_stack_box_init (&stack, deck->left + GUTTER, deck->right - deck->left - GUTTER);
      g_ptr_array_add (stack.boxes, box);
      etp_deck_flow (deck, &stack, 1, 0, 14);
    }
}

/* Notes that have a slide of their own need not stand below steps that are not there: they fill it
 * evenly. */
static EtpStackBox *
rearrange_notes (Layout *self, EtpStackBox *stacks)
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

void
etp_deck_add_phases (EtpDeck *self)
{
  for (guint i = 0; i < self->map.n_columns; i++)
    {
      g_autofree char *title = NULL;
      g_autofree EtpStackBox *stacks = NULL;
      Layout layout, notes;

      layout_init (&layout, self, i);
      title = etp_deck_dup_phase_title (self, layout.column, layout.steps, layout.n_steps);
      etp_deck_begin (self, "phase", title, i);
      add_goal (&layout);
      notes = layout;
      stacks = arrange_notes (&layout, &notes);
      add_curve (&layout, get_highest (&notes, stacks));
      add_steps (&layout);
      stacks = rearrange_notes (&notes, stacks);
      etp_deck_flow (self, stacks, notes.n, ETP_FLOW_SPLIT, 0);
      etp_deck_end (self);
    }
}
