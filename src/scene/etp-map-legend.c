/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-legend.h"

#include "etp-channels.h"
#include "etp-emotion.h"
#include "etp-lane-cells.h"
#include "etp-metric.h"
#include "etp-signs.h"
#include "model/etp-edit-votes.h"

#include <math.h>

/* The legend on paper: every sign that this map uses, and no other. One row of the table a sign;
 * what is used is found in one walk over the shown cards, hand-overs and metrics. */

#define LINE 22.0
#define SIGN_WIDTH 18.0
#define WORD_GAP 7.0
#define GAP 22.0

typedef enum
{
  SIGN_STEP,
  SIGN_MEASURED,
  SIGN_OBSERVED,
  SIGN_ASSUMED,
  SIGN_CURVE,
  SIGN_TO_BE,
  SIGN_SPREAD,
  SIGN_STAR,
  SIGN_PAIN,
  SIGN_SEVERITY,
  SIGN_BROKEN,
  SIGN_FRICTION,
  SIGN_MET,
  SIGN_MISSED,
  SIGN_VOTES,
  SIGN_DURATION,
  SIGN_SUB_JOURNEY,
  SIGN_INTERNAL,
  N_SIGNS
} Sign;

static const EtpWord words_of_signs[N_SIGNS] = {
  [SIGN_STEP] = ETP_WORD_STEP_NUMBER,
  [SIGN_MEASURED] = ETP_WORD_EVIDENCE_MEASURED,
  [SIGN_OBSERVED] = ETP_WORD_EVIDENCE_OBSERVED,
  [SIGN_ASSUMED] = ETP_WORD_EVIDENCE_ASSUMED,
  [SIGN_CURVE] = ETP_WORD_EMOTION_CURVE,
  [SIGN_TO_BE] = ETP_WORD_STATE_TO_BE,
  [SIGN_SPREAD] = ETP_WORD_SPREAD_OF_RATINGS,
  [SIGN_STAR] = ETP_WORD_MOMENT_OF_TRUTH,
  [SIGN_PAIN] = ETP_WORD_PAIN_POINT,
  [SIGN_SEVERITY] = ETP_WORD_SEVERITY,
  [SIGN_BROKEN] = ETP_WORD_BROKEN_HANDOVER,
  [SIGN_FRICTION] = ETP_WORD_CONTINUITY_FRICTION,
  [SIGN_MET] = ETP_WORD_TARGET_MET,
  [SIGN_MISSED] = ETP_WORD_TARGET_MISSED,
  [SIGN_VOTES] = ETP_WORD_VOTES,
  [SIGN_DURATION] = ETP_WORD_DURATION,
  [SIGN_SUB_JOURNEY] = ETP_WORD_SUB_JOURNEY,
  [SIGN_INTERNAL] = ETP_WORD_INTERNAL,
};

static void
use_evidence (gboolean *used, int evidence)
{
  used[evidence == ETP_EVIDENCE_MEASURED   ? SIGN_MEASURED
       : evidence == ETP_EVIDENCE_OBSERVED ? SIGN_OBSERVED
                                           : SIGN_ASSUMED] = TRUE;
}

static void
use_emotions (gboolean *used, EtpNode *card, gboolean has_points)
{
  guint n = etp_node_get_length (card, ETP_CARD_EMOTIONS);

  for (guint i = 0; i < n; i++)
    {
      EtpValue *emotion = etp_node_get_value_at (card, ETP_CARD_EMOTIONS, i);
      guint n_ratings = etp_value_get_length (emotion, ETP_EMOTION_RATINGS);

      used[SIGN_CURVE] = TRUE;
      if (!isnan (etp_value_get_number (emotion, ETP_EMOTION_TARGET)))
        used[SIGN_TO_BE] = TRUE;
      if (!has_points)
        continue;
      used[SIGN_STEP] = TRUE;
      used[SIGN_STAR] |= etp_node_get_boolean (card, ETP_CARD_MOMENT_OF_TRUTH);
      if (!isnan (etp_value_get_number (emotion, ETP_EMOTION_VALUE)) || n_ratings > 0)
        use_evidence (used, etp_value_get_enum (emotion, ETP_EMOTION_EVIDENCE));
      if (n_ratings > 1)
        used[SIGN_SPREAD] = TRUE;
    }
}

static void
use_card (gboolean *used, const EtpPlace *place, EtpLaneKind kind)
{
  EtpNode *card = place->card;
  gboolean is_step = kind == ETP_LANE_KIND_TOUCHPOINTS;
  int evidence = etp_node_get_enum (card, ETP_CARD_EVIDENCE);
  gint64 severity = etp_node_get_integer (card, ETP_CARD_SEVERITY);

  if (is_step || evidence > ETP_EVIDENCE_ASSUMED)
    use_evidence (used, evidence);
  used[SIGN_STEP] |= place->step_phase > 0;
  used[SIGN_PAIN] |= is_step && place->pain;
  used[SIGN_STAR] |= is_step && etp_node_get_boolean (card, ETP_CARD_MOMENT_OF_TRUTH);
  used[SIGN_SEVERITY] |= kind == ETP_LANE_KIND_PAINS && severity > 0;
  used[SIGN_VOTES] |= etp_votes_count (card) > 0;
  used[SIGN_DURATION] |= etp_node_get_text (card, ETP_CARD_DURATION)[0] != '\0';
  used[SIGN_SUB_JOURNEY] |= etp_node_get_text (card, ETP_CARD_JOURNEY)[0] != '\0';
  used[SIGN_INTERNAL] |= etp_node_get_boolean (card, ETP_CARD_INTERNAL);
}

/* As the channels lane has laid them out. */
static void
use_handovers (gboolean *used, EtpMap *map, const EtpRow *row)
{
  const EtpChannelsLane *lane = row->data;

  for (guint i = 0; i < lane->handovers->len; i++)
    {
      const EtpHandover *handover = g_ptr_array_index (lane->handovers, i);

      if (!map->columns[handover->column].collapsed)
        used[handover->is_broken ? SIGN_BROKEN : SIGN_FRICTION] = TRUE;
    }
}

/* The tiles that are drawn. */
static void
use_metrics (gboolean *used, const EtpRow *row, const EtpColumn *column)
{
  guint n = 0;
  EtpNode *const *metrics = etp_lane_cells_get (row->data, column->index, &n);

  for (guint i = 0; i < n; i++)
    {
      EtpMetricState state;

      etp_metric_read (metrics[i], &state);
      used[SIGN_MET] |= state.result == ETP_METRIC_MET;
      used[SIGN_MISSED] |= state.result == ETP_METRIC_MISSED;
      etp_metric_state_clear (&state);
    }
}

static void
use_measures (gboolean *used, const EtpRow *row, const EtpColumn *column)
{
  guint n = 0;
  EtpNode *const *measures = etp_lane_cells_get (row->data, column->index, &n);

  for (guint i = 0; i < n; i++)
    used[SIGN_VOTES] |= etp_votes_count (measures[i]) > 0;
}

/* A collapsed phase shows the curve without its points. */
static void
use_curve (gboolean *used, EtpMap *map)
{
  for (guint c = 0; c < map->n_columns; c++)
    {
      guint n = 0;
      const EtpPlace *const *steps = etp_outline_get_phase_steps (map->outline,
                                                                  map->columns[c].index, &n);

      for (guint i = 0; steps != NULL && i < n; i++)
        use_emotions (used, steps[i]->card, !map->columns[c].collapsed);
    }
}

static void
use_row (gboolean *used, EtpMap *map, const EtpRow *row)
{
  used[SIGN_INTERNAL] |= etp_node_get_boolean (row->lane, ETP_LANE_INTERNAL);
  if (row->kind == ETP_LANE_KIND_EMOTION)
    use_curve (used, map);
  if (row->kind == ETP_LANE_KIND_CHANNELS)
    use_handovers (used, map, row);
  for (guint c = 0; c < map->n_columns; c++)
    {
      guint n = 0;
      const EtpPlace *const *places = etp_outline_get_cell (map->outline, map->columns[c].index,
                                                            row->index, &n);

      if (map->columns[c].collapsed)
        continue;
      if (row->kind == ETP_LANE_KIND_METRICS)
        use_metrics (used, row, &map->columns[c]);
      if (row->kind == ETP_LANE_KIND_MEASURES)
        use_measures (used, row, &map->columns[c]);
      for (guint i = 0; places != NULL && i < n; i++)
        use_card (used, places[i], row->kind);
    }
}

static void
find_used (EtpMap *map, gboolean *used)
{
  for (guint r = 0; r < map->n_rows; r++)
    if (!map->rows[r].collapsed)
      use_row (used, map, &map->rows[r]);
}

/* The colour of curves and points; of none where several personas have one each. */
static EtpRgba
get_curve_color (EtpMap *map)
{
  EtpNodeList *personas = etp_journey_get_list (map->journey, ETP_LIST_PERSONAS);
  EtpNode *persona = etp_node_list_get (personas, 0);

  if (etp_node_list_get_length (personas) > 1)
    return etp_style_get_color (map->style, ETP_COLOR_PATH);
  return etp_style_get_persona (
      map->style, 0, persona != NULL ? etp_node_get_text (persona, ETP_PERSONA_COLOR) : "");
}

/* The sign, with its middle at y, in a box of SIGN_WIDTH from x. */
static void
draw_sign (EtpMap *map, EtpDraft *draft, Sign sign, double x, double y)
{
  EtpRgba color = get_curve_color (map);
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_INK);
  EtpRgba dim = etp_style_get_color (map->style, ETP_COLOR_DIM);
  EtpRgba paper = etp_style_get_color (map->style, ETP_COLOR_PAPER);
  EtpRgba bad = etp_style_get_color (map->style, ETP_COLOR_BAD);
  EtpRect box = { x + 1, y - 8, 16, 16 };
  double middle = x + SIGN_WIDTH / 2;

  switch (sign)
    {
    case SIGN_STEP:
      etp_draft_text (draft, middle, y - 8.5, 0, "1.1", ETP_TYPE_SMALL_STRONG,
                      etp_style_get_text_ink (map->style, map->accent), ETP_ALIGN_CENTER);
      break;
    case SIGN_MEASURED:
    case SIGN_OBSERVED:
    case SIGN_ASSUMED:
      etp_sign_evidence (draft, middle, y, 5,
                         sign == SIGN_MEASURED   ? ETP_EVIDENCE_MEASURED
                         : sign == SIGN_OBSERVED ? ETP_EVIDENCE_OBSERVED
                                                 : ETP_EVIDENCE_ASSUMED,
                         color, paper);
      break;
    case SIGN_CURVE:
    case SIGN_TO_BE:
      etp_draft_line (draft, x, y, x + SIGN_WIDTH, y, color,
                      sign == SIGN_CURVE ? map->metrics->curve_width : 2.2,
                      sign == SIGN_CURVE ? ETP_STROKE_SOLID : ETP_STROKE_DOTTED);
      break;
    case SIGN_SPREAD:
      etp_draft_box (draft, (EtpRect){ middle - 5, y - 9, 10, 18 }, 5,
                     etp_rgba_mix (color, paper, 0.26), 0, 0);
      break;
    case SIGN_STAR:
      etp_sign_star (draft, map->style, box);
      break;
    case SIGN_PAIN:
      etp_draft_icon (draft, ETP_ICON_PAIN, box,
                      etp_style_get_color (map->style, ETP_COLOR_PAIN_INK));
      break;
    case SIGN_SEVERITY:
      etp_sign_severity (draft, x - 4, y - 7, 3,
                         etp_style_get_color (map->style, ETP_COLOR_PAIN_INK), paper);
      break;
    case SIGN_BROKEN:
      etp_draft_icon (draft, ETP_ICON_BROKEN, box, bad);
      break;
    case SIGN_FRICTION:
      etp_sign_friction (draft, middle, y, ETP_CHANNELS_SIGN_RADIUS, dim,
                         etp_style_get_color (map->style, ETP_COLOR_CARD));
      break;
    case SIGN_MET:
      etp_draft_icon (draft, ETP_ICON_CHECK, (EtpRect){ x + 2, y - 7, 14, 14 },
                      etp_style_get_color (map->style, ETP_COLOR_GOOD));
      break;
    case SIGN_MISSED:
      etp_draft_icon (draft, ETP_ICON_EXCLAMATION, (EtpRect){ x + 2, y - 7, 14, 14 }, bad);
      break;
    case SIGN_VOTES:
      for (guint i = 0; i < 2; i++)
        etp_draft_circle (draft, x + 4.5 + 9 * i, y, 3.5,
                          etp_style_get_named (map->style, "pink", ink), 0, 0);
      break;
    case SIGN_DURATION:
      etp_draft_icon (draft, ETP_ICON_CLOCK, (EtpRect){ x + 2, y - 7, 14, 14 }, dim);
      break;
    case SIGN_SUB_JOURNEY:
      etp_draft_icon (draft, ETP_ICON_SUB_JOURNEY, (EtpRect){ x + 2, y - 7, 14, 14 }, dim);
      break;
    case SIGN_INTERNAL:
      etp_draft_icon (draft, ETP_ICON_INTERNAL, (EtpRect){ x + 2, y - 7, 14, 14 }, dim);
      break;
    case N_SIGNS:
      break;
    }
}

/* The lines of the legend as they are filled. */
typedef struct
{
  EtpMap *map;
  EtpDraft *draft;
  GString *words;
  double width, x, y; /* x, y: where the next sign stands, with its middle at y */
  gboolean any;
} Lines;

/* Writes the word of a sign and returns where the sign goes, with its middle at *y. A word that is
 * wider than all is broken. */
static double
add_word (Lines *self, const char *word, double *y)
{
  const double line = etp_style_get_line_height (self->map->style, ETP_TYPE_FOOT);
  const double room = self->width - SIGN_WIDTH - WORD_GAP;
  double text = etp_draft_text_width (self->draft, word, ETP_TYPE_FOOT), x, height;

  if (self->x > 0 && self->x + text > room)
    {
      self->x = 0;
      self->y += LINE;
    }
  x = self->x;
  *y = self->y;
  height = etp_draft_text (self->draft, x + SIGN_WIDTH + WORD_GAP, self->y - line / 2,
                           text > room ? room : 0, word, ETP_TYPE_FOOT,
                           etp_style_get_color (self->map->style, ETP_COLOR_DIM), ETP_ALIGN_START);
  g_string_append_printf (self->words, "%s%s", self->words->len > 0 ? ", " : "", word);
  self->x += SIGN_WIDTH + WORD_GAP + text + GAP;
  self->y += MAX (0, height - line);
  self->any = TRUE;
  return x;
}

/* Whose curve is whose: not each has room for a name at its end. One alone needs none. */
static void
add_curves (Lines *self)
{
  EtpMap *map = self->map;

  for (guint r = 0; r < map->n_rows; r++)
    {
      const EtpEmotionLane *lane = map->rows[r].data;

      if (map->rows[r].kind != ETP_LANE_KIND_EMOTION || map->rows[r].collapsed
          || lane->curves->len < 2)
        continue;
      for (guint i = 0; i < lane->curves->len; i++)
        {
          const EtpEmotionCurve *curve = g_ptr_array_index (lane->curves, i);
          double x, y;

          if (curve->name == NULL || curve->name[0] == '\0')
            continue;
          x = add_word (self, curve->name, &y);
          etp_sign_curve (self->draft, x, y, SIGN_WIDTH, curve->shape, curve->color);
        }
      return;
    }
}

double
etp_map_draw_legend (EtpMap *map, EtpDraft *draft, double width, GString *words)
{
  gboolean used[N_SIGNS] = { FALSE };
  Lines lines = { .map = map, .draft = draft, .words = words, .width = width, .y = LINE / 2 };

  find_used (map, used);
  for (guint i = 0; i < N_SIGNS; i++)
    if (used[i])
      {
        double y, x = add_word (&lines, etp_words_get (map->language, words_of_signs[i]), &y);

        draw_sign (map, draft, (Sign) i, x, y);
      }
  add_curves (&lines);
  return lines.any ? lines.y + LINE / 2 : 0;
}
