/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-chart.h"
#include "etp-deck-facts.h"
#include "etp-deck-parts.h"
#include "model/etp-compare.h"
#include "model/etp-curve-text.h"
#include "model/etp-format.h"

#include <math.h>
#include <string.h>

/* What has changed since an earlier state: what is new, gone, moved and reworded, by its whole name,
 * and the curve of then behind that of today. */

#define CHART_GUTTER 118.0
#define CHART_LOWEST 240.0
#define CHART_HIGHEST 380.0

/* Things that people look for on slides; how dots were stuck and which notes were taken are not. */
static gboolean
is_told (EtpListKind list)
{
  switch (list)
    {
    case ETP_LIST_COMMENTS:
    case ETP_LIST_SNAPSHOTS:
    case ETP_LIST_ASSETS:
    case ETP_LIST_VOTE_ROUNDS:
    case ETP_LIST_LINKS:
      return FALSE;
    default:
      return TRUE;
    }
}

static int
get_name_field (EtpListKind list)
{
  switch (list)
    {
    case ETP_LIST_UNITS:
      return ETP_UNIT_NAME;
    case ETP_LIST_SYSTEMS:
      return ETP_SYSTEM_NAME;
    case ETP_LIST_SOURCES:
      return ETP_SOURCE_TITLE;
    case ETP_LIST_OFFERS:
      return ETP_OFFER_NAME;
    case ETP_LIST_PERSONAS:
      return ETP_PERSONA_NAME;
    case ETP_LIST_CHANNELS:
      return ETP_CHANNEL_NAME;
    case ETP_LIST_TOUCHPOINTS:
      return ETP_TOUCHPOINT_NAME;
    case ETP_LIST_PHASES:
      return ETP_PHASE_NAME;
    case ETP_LIST_KEY_MOMENTS:
      return ETP_KEY_MOMENT_NAME;
    case ETP_LIST_LANES:
      return ETP_LANE_NAME;
    case ETP_LIST_MEASURES:
      return ETP_MEASURE_TITLE;
    case ETP_LIST_METRICS:
      return ETP_METRIC_NAME;
    default:
      return -1;
    }
}

/* The whole name of a node in one of the two states; a comparison keeps a short one. */
static char *
dup_name (EtpDeck *self, EtpJourney *journey, const EtpDifference *difference)
{
  EtpNode *node = difference->id != NULL ? etp_journey_get_node (journey, difference->id) : NULL;
  const char *name = "";
  int field = get_name_field (difference->list);

  if (difference->list == ETP_N_LISTS)
    return g_strdup (etp_deck_get_saying (self->map.language, ETP_SAY_DETAILS));
  if (node == NULL)
    return g_strdup (difference->name);
  if (difference->list == ETP_LIST_CARDS)
    {
      name = etp_node_get_text (node, ETP_CARD_TITLE);
      if (name[0] == '\0')
        name = etp_node_get_text (node, ETP_CARD_TEXT);
    }
  else if (field >= 0)
    name = etp_node_get_text (node, (guint) field);
  return g_strdup (name);
}

/* A line for what a difference says under one heading; NULL: nothing. */
static char *
dup_line (EtpDeck *self, const EtpDifference *difference, guint what)
{
  gboolean gone = what == ETP_DIFFERENCE_REMOVED;
  g_autofree char *name = dup_name (self, gone ? self->options->before : self->map.journey,
                                    difference);
  g_autofree char *old = NULL;

  if ((difference->what & what) == 0 || name[0] == '\0')
    return NULL;
  /* What is told already. */
  if (what == ETP_DIFFERENCE_CHANGED
      && (difference->what & (ETP_DIFFERENCE_REWORDED | ETP_DIFFERENCE_MOVED)) != 0)
    return NULL;
  if (what == ETP_DIFFERENCE_REWORDED)
    {
      old = dup_name (self, self->options->before, difference);
      if (old[0] != '\0' && strcmp (old, name) != 0)
        return etp_deck_say (self->map.language, ETP_SAY_MOVED_TO, old, name, NULL);
    }
  if (what == ETP_DIFFERENCE_MOVED && difference->is_from_other_phase && difference->phase != NULL)
    return etp_deck_say (self->map.language, ETP_SAY_MOVED_TO, name,
                         difference->phase[0] != '\0'
                             ? difference->phase
                             : etp_deck_get_word (self, ETP_WORD_PARKING_LOT),
                         NULL);
  return g_steal_pointer (&name);
}

static void
add_kind (
    EtpDeck *self, GPtrArray *boxes, const EtpComparison *comparison, guint what, EtpSaying heading)
{
  EtpBox *box = NULL;

  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const EtpDifference *difference = g_ptr_array_index (comparison->differences, i);
      g_autofree char *line = NULL;

      if (!is_told (difference->list))
        continue;
      line = dup_line (self, difference, what);
      if (line == NULL)
        continue;
      if (box == NULL)
        box = etp_deck_new_part (self, etp_deck_get_saying (self->map.language, heading));
      etp_deck_add_bullet (self, box, line);
    }
  if (box != NULL)
    g_ptr_array_add (boxes, box);
}

static char *
dup_feeling (EtpDeck *self, const EtpFeelingDifference *difference)
{
  const char *language = self->map.language;
  g_autofree char *before = etp_emotion_format (difference->before, language);
  g_autofree char *after = etp_emotion_format (difference->after, language);
  EtpNode *card = etp_journey_get_node (self->map.journey, difference->card);
  const char *title = card != NULL ? etp_deck_get_title (self, card) : "";
  g_autofree char *named = g_strconcat (difference->place, title[0] != '\0' ? " " : "", title,
                                        NULL);
  g_autofree char *place = difference->is_target
                               ? etp_deck_say (language, ETP_SAY_TARGET_OF, named, NULL, NULL)
                               : g_strdup (named);

  if (isnan (difference->before))
    return etp_deck_say (language, ETP_SAY_CURVE_NEW, place, after, NULL);
  if (isnan (difference->after))
    return etp_deck_say (language, ETP_SAY_CURVE_GONE, place, before, NULL);
  return etp_deck_say (language, ETP_SAY_CURVE_FROM_TO, place, before, after);
}

static void
add_feelings (EtpDeck *self, GPtrArray *boxes, const EtpComparison *comparison)
{
  EtpBox *box = NULL;

  for (guint i = 0; i < comparison->feelings->len && self->has_emotions; i++)
    {
      g_autofree char *line = dup_feeling (self, g_ptr_array_index (comparison->feelings, i));

      if (box == NULL)
        box = etp_deck_new_part (self, etp_deck_get_saying (self->map.language, ETP_SAY_FELT));
      etp_deck_add_bullet (self, box, line);
    }
  if (box != NULL)
    g_ptr_array_add (boxes, box);
}

/* "“Workshop”, 12 Nov 2026" */
static char *
dup_state (EtpDeck *self)
{
  const char *name = self->options->before_name != NULL ? self->options->before_name : "";
  const char *iso = self->options->before_date != NULL ? self->options->before_date : "";
  g_autofree char *date = etp_format_date (iso, self->map.language);
  g_autofree char *quoted = etp_deck_dup_quoted (self, name);

  return g_strconcat (quoted, quoted[0] != '\0' && date[0] != '\0' ? ", " : "", date, NULL);
}

/* "The mood has fallen most at 3.1 Checkout" */
static char *
dup_chart_title (EtpDeck *self, const EtpComparison *comparison)
{
  const EtpFeelingDifference *most = NULL;
  const char *language = self->map.language;
  EtpNode *card;
  g_autofree char *named = NULL;

  for (guint i = 0; i < comparison->feelings->len; i++)
    {
      const EtpFeelingDifference *difference = g_ptr_array_index (comparison->feelings, i);

      if (!difference->is_target && !isnan (difference->before) && !isnan (difference->after)
          && (most == NULL
              || fabs (difference->after - difference->before) > fabs (most->after - most->before)))
        most = difference;
    }
  card = most != NULL ? etp_journey_get_node (self->map.journey, most->card) : NULL;
  if (card == NULL)
    return g_strdup (etp_deck_get_saying (language, ETP_SAY_CHANGES_CURVE));
  named = etp_deck_dup_named (self, card);
  return etp_deck_say (language,
                       most->after > most->before ? ETP_SAY_CHANGES_ROSE : ETP_SAY_CHANGES_FELL,
                       named, NULL, NULL);
}

/* The curves of both states over as many phases as are readable at once. */
static void
add_chart (EtpDeck *self, const EtpComparison *comparison, const char *state)
{
  double room = self->right - self->left - CHART_GUTTER, gap = self->map.metrics->phase_gap;
  guint most = MAX (1, (guint) floor (room / 170)), n_slides, each;
  g_autofree char *title = dup_chart_title (self, comparison);
  double width;

  n_slides = (self->map.n_columns + most - 1) / most;
  each = (self->map.n_columns + n_slides - 1) / n_slides;
  width = floor ((room - (each - 1) * gap) / each);
  etp_deck_begin (self, "changes", title, G_MAXUINT);
  for (guint first = 0; first < self->map.n_columns; first += each)
    {
      guint n = MIN (each, self->map.n_columns - first);
      g_autofree EtpStackBox *stacks = g_new (EtpStackBox, n);
      EtpDeckChart chart;
      EtpItem *legend;
      double height;

      if (first > 0)
        etp_deck_continue (self);
      for (guint i = 0; i < n; i++)
        {
          EtpNode *phase = self->map.columns[first + i].phase;
          EtpBox *box = etp_box_new (ETP_ITEM_PHASE_HEAD);

          etp_box_add (box, etp_node_get_text (phase, ETP_PHASE_NAME), ETP_TYPE_SMALL_STRONG,
                       etp_style_get_text_ink (self->map.style, self->map.columns[first + i].color),
                       0);
          etp_stack_box_init (&stacks[i], self->left + CHART_GUTTER + i * (width + gap), width);
          g_ptr_array_add (stacks[i].boxes, box);
        }
      etp_deck_flow (self, stacks, n, 0, 8);
      legend = etp_deck_new_legend (self, state, FALSE);
      height = floor (
          CLAMP (etp_deck_get_room (self) - legend->height - 12, CHART_LOWEST, CHART_HIGHEST));
      if (etp_deck_get_room (self) < height + legend->height + 12)
        etp_deck_continue (self);
      etp_deck_chart_init (&chart, self, width, height, self->options->before, TRUE);
      etp_deck_chart_add_axis (&chart, self->left, self->left + CHART_GUTTER, self->y);
      etp_deck_chart_add (&chart, first, n, self->left + CHART_GUTTER, self->y,
                          self->map.metrics->phase_radius);
      etp_deck_chart_clear (&chart);
      self->y += height + 12;
      etp_deck_add (self, legend, self->left, self->y);
    }
  etp_deck_end (self);
}

void
etp_deck_add_changes (EtpDeck *self)
{
  g_autoptr (EtpComparison) comparison = NULL;
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autofree char *state = NULL, *title = NULL;

  if (self->options->before == NULL)
    return;
  comparison = etp_compare (self->options->before, self->map.journey, ETP_COMPARE_CONTENT);
  state = dup_state (self);
  add_kind (self, boxes, comparison, ETP_DIFFERENCE_ADDED, ETP_SAY_ADDED);
  add_kind (self, boxes, comparison, ETP_DIFFERENCE_REMOVED, ETP_SAY_REMOVED);
  add_kind (self, boxes, comparison, ETP_DIFFERENCE_MOVED, ETP_SAY_MOVED);
  add_kind (self, boxes, comparison, ETP_DIFFERENCE_REWORDED, ETP_SAY_REWORDED);
  add_kind (self, boxes, comparison, ETP_DIFFERENCE_CHANGED, ETP_SAY_CHANGED);
  add_feelings (self, boxes, comparison);
  if (boxes->len == 0)
    return;
  title = state[0] != '\0'
              ? etp_deck_say (self->map.language, ETP_SAY_CHANGES, state, NULL, NULL)
              : g_strdup (etp_deck_get_saying (self->map.language, ETP_SAY_CHANGES_SINCE));
  etp_deck_begin (self, "changes", title, G_MAXUINT);
  etp_deck_flow_columns (self, boxes, self->options->ratio == ETP_DECK_WIDE ? 3 : 2, 36);
  etp_deck_end (self);
  if (self->has_emotions && comparison->feelings->len > 0)
    add_chart (self, comparison,
               state[0] != '\0' ? state
                                : etp_deck_get_saying (self->map.language, ETP_SAY_CHANGES_SINCE));
}
