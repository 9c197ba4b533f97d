/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-lane-cells.h"
#include "etp-metric-figure.h"

#include <math.h>

/* The metrics lane: a tile for each metric in the phase where it is taken: value, target met or
 * missed, and how it has gone. What is measured for the whole journey, or at something that
 * no longer exists, stands in the first phase. Typical 1 or 2 a phase. */

#define PADDING 12.0
#define SPARK_WIDTH 92.0
#define SPARK_HEIGHT 24.0
#define SPARK_TOP 12.0
#define SPARK_MAX 60 /* readings drawn, the latest ones */
#define ARROW 11.0
#define ARROW_GAP 9.0
#define SIGN 14.0
#define STRONG_RING 3.0 /* of an alarm in high contrast */

/* The first phase in which a step uses a touchpoint or channel: node → phase index + 1. */
static GHashTable *
map_places (EtpMap *map)
{
  GHashTable *phases = g_hash_table_new (NULL, NULL);
  guint n;
  const EtpPlace *const *steps = etp_outline_get_steps (map->outline, &n);

  for (guint i = n; i-- > 0;)
    {
      EtpNode *card = steps[i]->card;
      EtpNode *touchpoint = etp_journey_get_node (map->journey,
                                                  etp_node_get_text (card, ETP_CARD_TOUCHPOINT));
      guint n_channels = etp_node_get_length (card, ETP_CARD_CHANNELS);
      gpointer phase = GUINT_TO_POINTER (steps[i]->phase + 1);
      EtpNode *channel;

      for (guint k = 0; k < n_channels; k++)
        {
          channel = etp_journey_get_node (map->journey,
                                          etp_node_get_text_at (card, ETP_CARD_CHANNELS, k));
          if (channel != NULL)
            g_hash_table_insert (phases, channel, phase);
        }
      if (touchpoint == NULL || etp_node_get_list (touchpoint) != ETP_LIST_TOUCHPOINTS)
        continue;
      g_hash_table_insert (phases, touchpoint, phase);
      channel = etp_journey_get_node (map->journey,
                                      etp_node_get_text (touchpoint, ETP_TOUCHPOINT_CHANNEL));
      if (n_channels == 0 && channel != NULL)
        g_hash_table_insert (phases, channel, phase);
    }
  return phases;
}

static guint
find_phase (EtpMap *map, EtpNode *metric, GHashTable **places)
{
  const char *at = etp_node_get_text (metric, ETP_METRIC_AT);
  EtpNode *node = at[0] != '\0' ? etp_journey_get_node (map->journey, at) : NULL;
  guint phase = G_MAXUINT;

  if (node == NULL)
    return map->columns[0].index;
  switch (etp_node_get_list (node))
    {
    case ETP_LIST_PHASES:
      phase = etp_node_list_get_index (etp_journey_get_list (map->journey, ETP_LIST_PHASES), node);
      break;
    case ETP_LIST_CARDS:
      phase = etp_lane_cells_find_card (map, at);
      break;
    default:
      if (*places == NULL)
        *places = map_places (map);
      phase = GPOINTER_TO_UINT (g_hash_table_lookup (*places, node)) - 1;
      break;
    }
  return phase != G_MAXUINT ? phase : map->columns[0].index;
}

static void
metrics_prepare (EtpMap *map, EtpRow *row)
{
  EtpNodeList *metrics = etp_journey_get_list (map->journey, ETP_LIST_METRICS);
  guint n = etp_node_list_get_length (metrics);
  g_autoptr (GHashTable) places = NULL;
  EtpLaneCells *cells = etp_lane_cells_new (map);

  for (guint i = 0; i < n && map->n_columns > 0; i++)
    {
      EtpNode *metric = etp_node_list_get (metrics, i);

      etp_lane_cells_add (cells, find_phase (map, metric, &places), metric);
    }
  row->data = cells;
  row->data_free = (GDestroyNotify) etp_lane_cells_free;
  etp_lane_cells_prepare_notes (cells, map, row);
}

static EtpNode *
get_persona (EtpMap *map, EtpNode *metric)
{
  const char *id = etp_node_get_text (metric, ETP_METRIC_PERSONA);
  EtpNode *persona = id[0] != '\0' ? etp_journey_get_node (map->journey, id) : NULL;
  EtpNodeList *personas = etp_journey_get_list (map->journey, ETP_LIST_PERSONAS);

  /* With a single persona everything is about them. */
  if (persona == NULL || etp_node_get_list (persona) != ETP_LIST_PERSONAS
      || etp_node_list_get_length (personas) < 2)
    return NULL;
  return persona;
}

static guint64
mix_metric (EtpMap *map, guint64 stamp, EtpNode *metric)
{
  EtpNode *persona = get_persona (map, metric);

  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (metric));
  return etp_stamp_mix (stamp, persona != NULL ? etp_node_get_stamp (persona) : 0);
}

static guint64
metrics_stamp (EtpMap *map, EtpRow *row, EtpColumn *column)
{
  guint n;
  EtpNode *const *metrics = etp_lane_cells_get (row->data, column->index, &n);
  guint64 stamp = etp_lane_cells_get_notes_stamp (row->data, map, row, column);

  for (guint i = 0; i < n; i++)
    stamp = mix_metric (map, stamp, metrics[i]);
  return etp_stamp_mix (stamp, n);
}

/* "Kundenzufriedenheit, Mia, 10/2026" */
static char *
dup_heading (EtpMap *map, EtpNode *metric, const EtpMetricReading *last)
{
  g_autofree char *period = etp_metric_format_period (metric, last != NULL ? last->date : "",
                                                      map->language);
  EtpNode *persona = get_persona (map, metric);
  GString *text = g_string_new (etp_node_get_text (metric, ETP_METRIC_NAME));

  if (persona != NULL && etp_node_get_text (persona, ETP_PERSONA_NAME)[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                            etp_node_get_text (persona, ETP_PERSONA_NAME));
  if (period[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", period);
  return g_string_free (text, FALSE);
}

static char *
dup_target (EtpMap *map, EtpNode *metric)
{
  const char *unit = etp_node_get_text (metric, ETP_METRIC_UNIT);
  double target = etp_node_get_number (metric, ETP_METRIC_TARGET);
  g_autofree char *number = NULL;

  if (isnan (target))
    return NULL;
  /* "4,6 / 5" has its scale beside the value; the target need not repeat it. */
  number = etp_metric_format (target, unit[0] == '/' ? "" : unit, map->language);
  return g_strconcat (etp_words_get (map->language, ETP_WORD_TARGET), " ", number, NULL);
}

static EtpRgba
get_trend_color (EtpMap *map, int trend)
{
  return etp_style_get_color (map->style, trend > 0   ? ETP_COLOR_GOOD
                                          : trend < 0 ? ETP_COLOR_BAD
                                                      : ETP_COLOR_DIM);
}

typedef struct
{
  const EtpMetricState *state;
  guint first, n; /* readings shown */
  double low, high; /* of the scale */
  EtpRect rect;
} Spark;

static double
get_spark_y (const Spark *spark, double value)
{
  double range = spark->high - spark->low;

  if (range <= 0)
    return spark->rect.y + spark->rect.height / 2;
  return spark->rect.y + spark->rect.height * (spark->high - value) / range;
}

static void
init_spark (Spark *spark, const EtpMetricState *state, double target, EtpRect rect)
{
  guint n = state->readings->len;

  *spark = (Spark){ state, n > SPARK_MAX ? n - SPARK_MAX : 0, MIN (n, SPARK_MAX), target, target,
                    rect };
  for (guint i = spark->first; i < n; i++)
    {
      double value = g_array_index (state->readings, EtpMetricReading, i).value;

      spark->low = isnan (spark->low) ? value : MIN (spark->low, value);
      spark->high = isnan (spark->high) ? value : MAX (spark->high, value);
    }
}

/* How it has gone, with the target as a dashed line and the last reading as a dot. */
static void
draw_spark (EtpMap *map, EtpDraft *draft, const EtpMetricState *state, double target, EtpRect rect)
{
  EtpRgba color = get_trend_color (map, state->trend);
  double x = rect.x, y = 0;
  Spark spark;

  if (state->readings->len < 2)
    return;
  init_spark (&spark, state, target, rect);
  if (!isnan (target))
    etp_draft_line (draft, rect.x, get_spark_y (&spark, target), rect.x + rect.width,
                    get_spark_y (&spark, target), etp_style_get_color (map->style, ETP_COLOR_DIM),
                    1, ETP_STROKE_DASHED);
  for (guint i = 0; i < spark.n; i++)
    {
      x = rect.x + rect.width * i / (spark.n - 1);
      y = get_spark_y (&spark,
                       g_array_index (state->readings, EtpMetricReading, spark.first + i).value);
      if (i == 0)
        etp_draft_move_to (draft, x, y);
      else
        etp_draft_line_to (draft, x, y);
    }
  etp_draft_stroke (draft, color, 2, ETP_STROKE_SOLID);
  etp_draft_circle (draft, x, y, 3, color, 0, 0);
}

/* An arrow up, down or level, in the colour of better or worse. */
static void
draw_arrow (EtpMap *map, EtpDraft *draft, double x, double y, const EtpMetricState *state)
{
  double up = state->direction, half = ARROW / 2;
  EtpRgba color = get_trend_color (map, state->trend);
  double x0 = x, y0 = y + up * half, x1 = x + ARROW, y1 = y - up * half;

  if (state->readings->len < 2)
    return;
  etp_draft_move_to (draft, x0, y0);
  etp_draft_line_to (draft, x1, y1);
  if (state->direction != 0)
    {
      etp_draft_move_to (draft, x1 - 6, y1);
      etp_draft_line_to (draft, x1, y1);
      etp_draft_line_to (draft, x1, y1 + up * 6);
    }
  else
    {
      etp_draft_move_to (draft, x1 - 4, y - 4);
      etp_draft_line_to (draft, x1, y);
      etp_draft_line_to (draft, x1 - 4, y + 4);
    }
  etp_draft_stroke (draft, color, 2, ETP_STROKE_SOLID);
}

/* The target in a form that fits: without its unit, which the value shows, or in short. */
static char *
dup_fitting_target (EtpMap *map, EtpDraft *draft, EtpNode *metric, double room)
{
  double target = etp_node_get_number (metric, ETP_METRIC_TARGET);
  char *text = dup_target (map, metric);

  for (guint i = 0; text != NULL && i < 2; i++)
    {
      g_autofree char *number = NULL;

      if (etp_draft_text_width (draft, text, ETP_TYPE_SMALL_STRONG) <= room)
        break;
      g_free (text);
      number = i == 0 ? etp_metric_format (target, "", map->language)
                      : etp_metric_format_short (target, "", map->language);
      text = g_strconcat (etp_words_get (map->language, ETP_WORD_TARGET), " ", number, NULL);
    }
  return text;
}

/* "✓ Ziel 4,5" or "! Ziel 20.000", ending at right. */
static void
draw_target (EtpMap *map,
             EtpDraft *draft,
             const char *text,
             const EtpMetricState *state,
             double right,
             double y)
{
  double line = etp_style_get_line_height (map->style, ETP_TYPE_SMALL_STRONG);
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_DIM);
  double width = etp_draft_text_width (draft, text, ETP_TYPE_SMALL_STRONG);

  if (state->result != ETP_METRIC_UNJUDGED)
    {
      gboolean met = state->result == ETP_METRIC_MET;

      ink = etp_style_get_color (map->style, met ? ETP_COLOR_GOOD : ETP_COLOR_BAD);
      etp_draft_icon (draft, met ? ETP_ICON_CHECK : ETP_ICON_EXCLAMATION,
                      (EtpRect){ right - width - SIGN - 4, y + (line - SIGN) / 2, SIGN, SIGN },
                      ink);
    }
  etp_draft_text (draft, right, y, 0, text, ETP_TYPE_SMALL_STRONG, ink, ETP_ALIGN_END);
}

/* "2,9 %, Ziel 3,5 %, Ziel verfehlt" */
static char *
dup_note (EtpMap *map, EtpNode *metric, const EtpMetricState *state, const char *value)
{
  g_autofree char *target = dup_target (map, metric);
  GString *note = g_string_new (value);

  if (target != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? ", " : "", target);
  if (state->result != ETP_METRIC_UNJUDGED)
    g_string_append_printf (note, ", %s",
                            etp_words_get (map->language, state->result == ETP_METRIC_MET
                                                              ? ETP_WORD_TARGET_MET
                                                              : ETP_WORD_TARGET_MISSED));
  return g_string_free (note, FALSE);
}

static void
draw_surface (
    EtpMap *map, EtpDraft *draft, const EtpMetricState *state, double width, double height)
{
  EtpRgba card = etp_style_get_color (map->style, ETP_COLOR_CARD);
  EtpRgba ring = etp_style_get_color (map->style, ETP_COLOR_CARD_RING);
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_PAIN_INK);
  EtpStyleKind kind = etp_style_get_kind (map->style);
  gboolean is_strong = kind == ETP_STYLE_CONTRAST || kind == ETP_STYLE_CONTRAST_DARK;

  /* Beyond the warning threshold the whole tile calls. */
  if (state->is_alarming)
    {
      card = etp_style_get_color (map->style, ETP_COLOR_PAIN_SURFACE);
      ring = is_strong ? ink : etp_rgba_mix (ink, card, 0.4);
    }
  etp_draft_card (draft, (EtpRect){ 0, 0, width, height }, map->metrics->card_radius, card, ring);
  if (state->is_alarming && is_strong)
    etp_draft_box (draft, (EtpRect){ 0, 0, width, height }, map->metrics->card_radius, 0, ring,
                   STRONG_RING);
}

/* Where everything stands on a tile. */
typedef struct
{
  EtpMetricFigure figure;
  char *heading, *target; /* owned; no target: NULL */
  double heading_width, figure_y, target_y, height;
} Tile;

static void
init_tile (Tile *self,
           EtpMap *map,
           EtpDraft *draft,
           EtpNode *metric,
           const EtpMetricState *state,
           double width)
{
  const EtpMetricReading *last = etp_metric_state_get_last (state);
  gboolean has_spark = state->readings->len > 1;
  double inner = width - 2 * PADDING;
  double small = etp_style_get_line_height (map->style, ETP_TYPE_SMALL_STRONG);
  double arrow = has_spark ? ARROW + ARROW_GAP : 0, heading_height, below = 0;

  self->heading = dup_heading (map, metric, last);
  self->heading_width = has_spark ? inner - SPARK_WIDTH - PADDING : inner;
  heading_height = MAX (
      etp_map_get_text_height (map, self->heading, ETP_TYPE_SMALL, self->heading_width), small);
  etp_metric_figure_init (&self->figure, map, metric, last, inner - arrow);
  /* What reaches under the small curve begins below it. */
  if (has_spark && self->figure.width + arrow > self->heading_width)
    heading_height = MAX (heading_height, SPARK_TOP + SPARK_HEIGHT - PADDING + 4);
  self->target = dup_fitting_target (map, draft, metric, inner - SIGN - 4);
  /* A long figure has the line for itself, the target goes below it. */
  if (self->target != NULL
      && etp_draft_text_width (draft, self->target, ETP_TYPE_SMALL_STRONG) + self->figure.width
             > inner - ARROW - SIGN - 24)
    below = small;
  self->height = MAX (PADDING - 2 + heading_height + 1 + self->figure.height + below + PADDING - 4,
                      map->metrics->metric_height);
  self->figure_y = self->height - below - self->figure.height - PADDING + 4;
  self->target_y = self->height - small - PADDING + 3;
}

static void
draw_tile (EtpMap *map,
           EtpDraft *draft,
           EtpNode *metric,
           const EtpMetricState *state,
           const Tile *tile,
           double width)
{
  const EtpMetricFigure *figure = &tile->figure;

  draw_surface (map, draft, state, width, tile->height);
  etp_draft_text (draft, PADDING, PADDING - 2, tile->heading_width, tile->heading, ETP_TYPE_SMALL,
                  etp_style_get_color (map->style, ETP_COLOR_DIM), ETP_ALIGN_START);
  etp_draft_text (draft, PADDING, tile->figure_y, figure->wrap, figure->text, figure->type,
                  etp_style_get_color (map->style, ETP_COLOR_INK), ETP_ALIGN_START);
  draw_arrow (map, draft, PADDING + figure->width + ARROW_GAP, tile->figure_y + figure->height / 2,
              state);
  draw_spark (map, draft, state, etp_node_get_number (metric, ETP_METRIC_TARGET),
              (EtpRect){ width - PADDING - SPARK_WIDTH, SPARK_TOP, SPARK_WIDTH - 3, SPARK_HEIGHT });
  if (tile->target != NULL)
    draw_target (map, draft, tile->target, state, width - PADDING, tile->target_y);
}

static EtpItem *
make_tile (EtpMap *map, EtpNode *metric, double width, guint64 stamp)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_METRIC, map->style, map->measurer);
  const char *unit = etp_node_get_text (metric, ETP_METRIC_UNIT);
  const char *name = etp_node_get_text (metric, ETP_METRIC_NAME);
  g_autofree char *value = NULL, *note = NULL;
  const EtpMetricReading *last;
  EtpMetricState state;
  Tile tile;

  etp_metric_read (metric, &state);
  last = etp_metric_state_get_last (&state);
  value = last != NULL ? etp_metric_format (last->value, unit, map->language) : g_strdup ("");
  note = dup_note (map, metric, &state, value);
  init_tile (&tile, map, draft, metric, &state, width);
  etp_draft_set_node (draft, etp_node_get_id (metric), -1, NULL);
  etp_draft_set_name (draft,
                      name[0] != '\0' ? name : etp_words_get (map->language, ETP_WORD_METRIC));
  etp_draft_set_note (draft, note);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE, ETP_CAN_FOCUS | ETP_CAN_EDIT);
  draw_tile (map, draft, metric, &state, &tile, width);
  etp_metric_state_clear (&state);
  etp_metric_figure_clear (&tile.figure);
  g_free (tile.heading);
  g_free (tile.target);
  return etp_draft_finish (draft, width, tile.height, stamp);
}

static void
metrics_build (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  etp_lane_cells_build (row->data, map, row, column, ETP_ITEM_METRIC, mix_metric, make_tile, cell);
}

const EtpLaneClass etp_lane_metrics = {
  .kind = ETP_LANE_KIND_METRICS,
  .icon = ETP_ICON_METRIC,
  .prepare = metrics_prepare,
  .stamp = metrics_stamp,
  .build = metrics_build,
  .count = etp_lane_cells_count,
};
