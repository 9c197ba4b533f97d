/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-chart.h"
#include "etp-deck-facts.h"
#include "model/etp-format.h"
#include "model/etp-curve-text.h"

#include <math.h>

/* The whole map on one slide, as far as its phases fit side by side at a readable size: their heads,
 * the curve below them, and how much hurts and could be better in each. */

#define GUTTER 108.0
#define HEAD_PADDING 12.0
#define NARROWEST 150.0 /* column */
#define WIDEST 330.0
#define WIDEST_STRIP 900.0 /* of a few phases on a sheet */
#define MOST_STRIPS 3
#define STRIP 360.0 /* heads, the lowest curve, counts */
#define STRIP_GAP 14.0
#define LOWEST 210.0 /* curve */
#define LOWEST_OF_ALL 110.0
#define LOWEST_WITH_GOALS 190.0 /* with what is between it and the heads */
#define LOW_SHARE 0.3 /* of the room for content */
#define HIGHEST 370.0
#define COUNTS 30.0
#define ICON 18.0

/* As wide as the longest word of their names needs. */
static double
get_least_width (EtpDeck *self)
{
  double width = NARROWEST - 2 * HEAD_PADDING;

  for (guint i = 0; i < self->map.n_columns; i++)
    width = MAX (width, etp_measurer_get_widest_word (
                            self->map.measurer,
                            etp_node_get_text (self->map.columns[i].phase, ETP_PHASE_NAME),
                            etp_style_get_font (self->map.style, ETP_TYPE_PHASE_NAME)));
  return MIN (ceil (width) + 1 + 2 * HEAD_PADDING, WIDEST);
}

static EtpBox *
make_head (EtpDeck *self, const EtpColumn *column, gboolean with_goal)
{
  EtpBox *box = etp_box_new (ETP_ITEM_PHASE_HEAD);
  EtpRgba accent = etp_style_get_text_ink (self->map.style, column->color);
  g_autofree char *duration = etp_format_duration (
      etp_node_get_text (column->phase, ETP_PHASE_DURATION), self->map.language);
  g_autofree char *number = g_strdup_printf ("%u", column->number);
  g_autofree char *line = etp_deck_join (g_strdup (number), g_strdup (duration), NULL);

  etp_box_set_surface (box, column->head, 0, HEAD_PADDING);
  etp_box_set_node (box, etp_node_get_id (column->phase),
                    etp_node_get_text (column->phase, ETP_PHASE_NAME));
  etp_box_add (box, line, ETP_TYPE_SMALL_STRONG, accent, 0);
  etp_box_add (box, etp_node_get_text (column->phase, ETP_PHASE_NAME), ETP_TYPE_PHASE_NAME,
               etp_deck_get_ink (self), 0);
  if (with_goal)
    etp_box_add (box, etp_node_get_text (column->phase, ETP_PHASE_GOAL), ETP_TYPE_SMALL,
                 etp_deck_get_dim (self), 2);
  return box;
}

/* Goals stand on the slides of the phases too. On low slides of somebody else's they leave their room
 * to the curve, below which there is so much. */
static gboolean
has_room_for_goals (EtpDeck *self, guint first, guint n, double width, double below)
{
  double highest = 0;

  if (self->options->frame == NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EtpBox) box = make_head (self, &self->map.columns[first + i], TRUE);

      highest = MAX (highest, etp_box_get_height (box, self->map.style, self->map.measurer, width));
    }
  return etp_deck_get_room (self) - highest - below >= LOWEST_WITH_GOALS;
}

static void
add_heads (EtpDeck *self, guint first, guint n, double width, gboolean with_goals)
{
  g_autofree EtpStackBox *stacks = g_new (EtpStackBox, n);

  for (guint i = 0; i < n; i++)
    {
      etp_stack_box_init (&stacks[i],
                          self->left + GUTTER + i * (width + self->map.metrics->phase_gap), width);
      g_ptr_array_add (stacks[i].boxes,
                       make_head (self, &self->map.columns[first + i], with_goals));
    }
  etp_deck_flow (self, stacks, n, ETP_FLOW_EQUAL, 10);
}

static guint
count_in (GPtrArray *places, const EtpColumn *column)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += ((const EtpPlace *) g_ptr_array_index (places, i))->phase == column->index;
  return n;
}

static double
draw_count (EtpDeck *self, EtpDraft *draft, double x, EtpIcon icon, EtpRgba ink, guint n)
{
  double line = etp_style_get_line_height (self->map.style, ETP_TYPE_SMALL_STRONG);
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n == 0)
    return x;
  etp_draft_icon (draft, icon, (EtpRect){ x, (COUNTS - ICON) / 2, ICON, ICON }, ink);
  etp_draft_text (draft, x + ICON + 5, (COUNTS - line) / 2, 0, number, ETP_TYPE_SMALL_STRONG, ink,
                  ETP_ALIGN_START);
  return x + ICON + 5 + etp_draft_text_width (draft, number, ETP_TYPE_SMALL_STRONG) + 18;
}

/* How many pain points and opportunities there are, below each column. */
static void
add_counts (EtpDeck *self, guint first, guint n, double width)
{
  g_autoptr (GPtrArray) pains = etp_deck_list_places (self, ETP_LANE_KIND_PAINS);
  g_autoptr (GPtrArray) chances = etp_deck_list_places (self, ETP_LANE_KIND_OPPORTUNITIES);

  if (pains->len + chances->len == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      const EtpColumn *column = &self->map.columns[first + i];
      guint n_pains = count_in (pains, column), n_chances = count_in (chances, column);
      g_autofree char *hurt = g_strdup_printf ("%u", n_pains);
      g_autofree char *better = g_strdup_printf ("%u", n_chances);
      g_autofree char *name = g_strdup_printf (
          "%s %s, %s %s", hurt,
          etp_deck_get_saying (self->map.language,
                               n_pains == 1 ? ETP_SAY_PAIN_ONE : ETP_SAY_PAIN_MANY),
          better,
          etp_deck_get_saying (self->map.language,
                               n_chances == 1 ? ETP_SAY_CHANCE_ONE : ETP_SAY_CHANCE_MANY));
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LABEL, self->map.style, self->map.measurer);
      double x = HEAD_PADDING;

      etp_draft_set_name (draft, name);
      x = draw_count (self, draft, x, ETP_ICON_PAIN, etp_deck_get_color (self, ETP_COLOR_PAIN_INK),
                      n_pains);
      draw_count (self, draft, x, ETP_ICON_OPPORTUNITY,
                  etp_deck_get_color (self, ETP_COLOR_GAIN_INK), n_chances);
      etp_deck_add (self, etp_draft_finish (draft, width, COUNTS, etp_deck_next_stamp (self)),
                    self->left + GUTTER + i * (width + self->map.metrics->phase_gap), self->y);
    }
  self->y += COUNTS + 4;
}

static void
add_curve (EtpDeck *self, guint first, guint n, double width, double below)
{
  EtpDeckChart chart;
  /* Low slides of somebody else's have all of it all the same. */
  double lowest = CLAMP (LOW_SHARE * (self->bottom - self->start), LOWEST_OF_ALL, LOWEST), height;

  if (etp_deck_get_room (self) < lowest + below)
    etp_deck_continue (self);
  height = floor (CLAMP (etp_deck_get_room (self) - below, lowest, HIGHEST));
  etp_deck_chart_init (&chart, self, width, height, NULL, TRUE);
  etp_deck_chart_add_axis (&chart, self->left, self->left + GUTTER, self->y);
  etp_deck_chart_add (&chart, first, n, self->left + GUTTER, self->y,
                      self->map.metrics->phase_radius);
  etp_deck_chart_clear (&chart);
  self->y += height + 6;
}

static gboolean
has_counts (EtpDeck *self)
{
  g_autoptr (GPtrArray) pains = etp_deck_list_places (self, ETP_LANE_KIND_PAINS);
  g_autoptr (GPtrArray) chances = etp_deck_list_places (self, ETP_LANE_KIND_OPPORTUNITIES);

  return pains->len + chances->len > 0;
}

/* Heads, curve, counts, and what the signs mean; reserve: for more of it on the same slide. */
static void
add_part (EtpDeck *self, guint first, guint n, double width, double reserve)
{
  EtpItem *legend;
  double below;

  if (!self->has_emotions)
    {
      add_heads (self, first, n, width, TRUE);
      add_counts (self, first, n, width);
      return;
    }
  legend = etp_deck_new_legend (self, NULL, has_counts (self));
  below = COUNTS + 20 + legend->height + reserve;
  add_heads (self, first, n, width, has_room_for_goals (self, first, n, width, below));
  add_curve (self, first, n, width, below);
  add_counts (self, first, n, width);
  /* What follows below has the same signs. */
  if (reserve > 0)
    {
      etp_item_unref (legend);
      self->y += STRIP_GAP;
      return;
    }
  etp_deck_add (self, legend, self->left, self->y + 6);
  self->y += legend->height + 6;
}

/* "Lowest at 3.1 Checkout, highest at 4.2 First run" */
static char *
dup_title (EtpDeck *self)
{
  g_autoptr (GArray) moments = etp_deck_list_moments (self);
  const EtpDeckMoment *lowest = etp_deck_find_lowest (moments);
  const EtpDeckMoment *highest = etp_deck_find_highest (moments);
  const EtpColumn *columns = self->map.columns;
  g_autofree char *low = NULL, *high = NULL, *number = NULL;

  if (lowest != NULL && highest != NULL)
    {
      low = etp_deck_dup_moment (self, lowest);
      high = etp_deck_dup_moment (self, highest);
      return etp_deck_say (self->map.language, ETP_SAY_OVERVIEW_BOTH, low, high, NULL);
    }
  if (self->map.n_columns < 2)
    return g_strdup (etp_deck_get_saying (self->map.language, ETP_SAY_OVERVIEW));
  number = g_strdup_printf ("%u", self->map.n_columns);
  return etp_deck_say (self->map.language, ETP_SAY_OVERVIEW_PHASES, number,
                       etp_node_get_text (columns[0].phase, ETP_PHASE_NAME),
                       etp_node_get_text (columns[self->map.n_columns - 1].phase, ETP_PHASE_NAME));
}

void
etp_deck_add_overview (EtpDeck *self)
{
  double room = self->right - self->left - GUTTER, gap = self->map.metrics->phase_gap, width;
  g_autofree char *title = NULL;
  guint most, n_slides, each;

  if (self->map.n_columns == 0)
    return;
  most = MAX (1, (guint) floor ((room + gap) / (get_least_width (self) + gap)));
  n_slides = (self->map.n_columns + most - 1) / most;
  each = (self->map.n_columns + n_slides - 1) / n_slides;
  width = MIN (floor ((room - (each - 1) * gap) / each), WIDEST);
  title = dup_title (self);
  etp_deck_begin (self, "overview", title, G_MAXUINT);
  for (guint first = 0; first < self->map.n_columns; first += each)
    {
      guint n = MIN (each, self->map.n_columns - first);

      if (first > 0)
        etp_deck_continue (self);
      add_part (self, first, n, width, 0);
    }
  etp_deck_end (self);
}

gboolean
etp_deck_add_overview_strip (EtpDeck *self)
{
  double gap = self->map.metrics->phase_gap, room = self->right - self->left - GUTTER;
  const guint n_slides = self->slides->len;
  guint most, n_strips, each;

  if (self->map.n_columns == 0 || !self->has_emotions)
    return FALSE;
  most = MAX (1, (guint) floor ((room + gap) / (get_least_width (self) + gap)));
  n_strips = (self->map.n_columns + most - 1) / most;
  if (n_strips > MOST_STRIPS)
    return FALSE;
  each = (self->map.n_columns + n_strips - 1) / n_strips;
  for (guint first = 0; first < self->map.n_columns && self->slides->len == n_slides; first += each)
    {
      guint left = (self->map.n_columns - first - 1) / each;

      if (etp_deck_get_room (self) < LOWEST + left * STRIP)
        return FALSE;
      add_part (self, first, MIN (each, self->map.n_columns - first),
                MIN (floor ((room - (each - 1) * gap) / each), WIDEST_STRIP), left * STRIP);
    }
  return self->slides->len == n_slides && self->y <= self->bottom;
}
