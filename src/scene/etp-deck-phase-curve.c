/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-phase.h"

#include "etp-deck-cards.h"
#include "etp-deck-chart.h"
#include "etp-deck-facts.h"

#include <math.h>

/* The part of the curve that a phase has, above the cards of its steps. */

#define CURVE_HIGHEST 240.0
#define CURVE_ALONE 380.0

gboolean
etp_phase_shows_step (const EtpPhaseLayout *self, const EtpPlace *place)
{
  for (guint r = 0; r < self->deck->map.n_rows; r++)
    if (self->deck->map.rows[r].index == place->lane)
      return TRUE;
  return FALSE;
}

gboolean
etp_phase_has_points (EtpPhaseLayout *self)
{
  g_autoptr (GArray) moments = etp_deck_list_moments (self->deck);

  for (guint i = 0; i < moments->len; i++)
    if (&self->deck->map.columns[g_array_index (moments, EtpDeckMoment, i).column] == self->column)
      return TRUE;
  return FALSE;
}

/* Of the highest card of the first row of steps. */
double
etp_phase_get_steps_height (const EtpPhaseLayout *self)
{
  EtpDeck *deck = self->deck;
  double highest = 0;

  for (guint i = 0; i < MIN (self->n, self->n_steps); i++)
    {
      g_autoptr (EtpBox) box = NULL;

      if (!etp_phase_shows_step (self, self->steps[i]))
        continue;
      box = etp_deck_new_step (deck, self->column, self->steps[i], FALSE);
      highest = MAX (highest,
                     etp_box_get_height (box, deck->map.style, deck->map.measurer, self->width));
    }
  return highest;
}

/* As high as the cards of the steps leave it on this slide. Feelings are taken to stand at the points
 * of the curve, as nearly all do. */
static double
get_curve_height (EtpPhaseLayout *self, double below, double notes)
{
  EtpDeck *deck = self->deck;
  double highest = etp_phase_get_steps_height (self), room = etp_deck_get_room (deck) - below;

  if (highest + notes <= 0 || self->squeeze->parted)
    return floor (MIN (CURVE_ALONE, room));
  room -= highest + ETP_PHASE_CARD_GAP;
  /* Cards that have no room on this slide leave it to the curve; notes get some if that is enough. */
  if (room < self->squeeze->lowest)
    return floor (MIN (CURVE_ALONE, room + highest + ETP_PHASE_CARD_GAP));
  notes += ETP_PHASE_CARD_GAP;
  if (room - notes >= self->squeeze->lowest)
    room -= notes;
  return floor (MIN (CURVE_HIGHEST, room));
}

void
etp_phase_add_curve (EtpPhaseLayout *self, double notes)
{
  EtpDeck *deck = self->deck;
  EtpDeckChart chart;
  guint index = (guint) (self->column - deck->map.columns);
  double x = deck->left + ETP_PHASE_GUTTER, width = deck->right - x, height, below;
  EtpItem *legend;

  if (!deck->has_emotions || !etp_phase_has_points (self))
    return;
  legend = etp_deck_new_persona_legend (deck, self->column, width);
  below = legend != NULL ? legend->height + 6 : 0;
  if (etp_deck_get_room (deck) < self->squeeze->lowest + below)
    etp_deck_continue (deck);
  height = get_curve_height (self, below, notes);
  etp_deck_chart_init (&chart, deck, width, height, NULL, FALSE);
  etp_deck_chart_add_axis (&chart, deck->left, x, deck->y);
  etp_deck_chart_add (&chart, index, 1, x, deck->y, deck->map.metrics->phase_radius);
  etp_deck_chart_clear (&chart);
  deck->y += height + ETP_PHASE_CARD_GAP;
  if (legend == NULL)
    return;
  etp_deck_add (deck, legend, x, deck->y - 6);
  deck->y += below;
}
