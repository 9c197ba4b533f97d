/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"
#include "etp-metric.h"
#include "etp-names.h"
#include "model/etp-format.h"

#include <math.h>

/* Metrics as tiles: the last value large, whether it meets its target, and how it has gone. Those
 * that miss theirs stand first. */

#define SPARK_HEIGHT 56.0
#define MOST_READINGS 120 /* drawn, the latest ones */
#define PADDING 16.0

typedef struct
{
  EtpMetricState state;
  double target;
  EtpRgba color, dim;
} Spark;

static void
spark_free (gpointer data)
{
  Spark *spark = data;

  etp_metric_state_clear (&spark->state);
  g_free (spark);
}

static double
get_y (EtpRect rect, double low, double high, double value)
{
  if (high <= low)
    return rect.y + rect.height / 2;
  return rect.y + 4 + (rect.height - 8) * (high - value) / (high - low);
}

/* The readings as a line, the target as a dashed one, the last reading as a dot. */
static void
draw_spark (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data)
{
  const Spark *spark = data;
  const GArray *readings = spark->state.readings;
  guint n = MIN (readings->len, (guint) MOST_READINGS), first = readings->len - n;
  double low = spark->target, high = spark->target, x = rect.x, y = rect.y;

  for (guint i = first; i < readings->len; i++)
    {
      double value = g_array_index (readings, EtpMetricReading, i).value;

      low = isnan (low) ? value : MIN (low, value);
      high = isnan (high) ? value : MAX (high, value);
    }
  if (!isnan (spark->target))
    etp_draft_line (draft, rect.x, get_y (rect, low, high, spark->target), rect.x + rect.width,
                    get_y (rect, low, high, spark->target), spark->dim, 1.2, ETP_STROKE_DASHED);
  for (guint i = 0; i < n; i++)
    {
      x = rect.x + (rect.width - 5) * i / (n - 1);
      y = get_y (rect, low, high, g_array_index (readings, EtpMetricReading, first + i).value);
      if (i == 0)
        etp_draft_move_to (draft, x, y);
      else
        etp_draft_line_to (draft, x, y);
    }
  etp_draft_stroke (draft, spark->color, 3, ETP_STROKE_SOLID);
  etp_draft_circle (draft, x, y, 4.5, spark->color, 0, 0);
}

static void
add_spark (EtpDeck *self, EtpBox *box, EtpNode *metric)
{
  Spark *spark = g_new0 (Spark, 1);

  etp_metric_read (metric, &spark->state);
  if (spark->state.readings->len < 2)
    {
      spark_free (spark);
      return;
    }
  spark->target = etp_node_get_number (metric, ETP_METRIC_TARGET);
  spark->dim = etp_deck_get_dim (self);
  spark->color = spark->state.trend > 0   ? etp_deck_get_color (self, ETP_COLOR_GOOD)
                 : spark->state.trend < 0 ? etp_deck_get_color (self, ETP_COLOR_BAD)
                                          : spark->dim;
  etp_box_add_drawing (box, draw_spark, spark, SPARK_HEIGHT, 8)->data_free = spark_free;
}

/* Where it is taken, of whom, when. */
static char *
dup_about (EtpDeck *self, EtpNode *metric, const EtpMetricReading *last)
{
  const char *at = etp_node_get_text (metric, ETP_METRIC_AT);
  EtpNode *node = at[0] != '\0' && etp_names_is_told (self->map.journey, at)
                      ? etp_journey_get_node (self->map.journey, at)
                      : NULL;
  EtpNode *persona = etp_deck_get_named (self, etp_node_record (metric), ETP_METRIC_PERSONA,
                                         ETP_LIST_PERSONAS);
  char *where = g_strdup ("");

  if (node != NULL)
    {
      g_free (where);
      switch (etp_node_get_list (node))
        {
        case ETP_LIST_PHASES:
          where = g_strdup (etp_node_get_text (node, ETP_PHASE_NAME));
          break;
        case ETP_LIST_CARDS:
          where = etp_deck_dup_named (self, node);
          break;
        case ETP_LIST_CHANNELS:
          where = g_strdup (etp_node_get_text (node, ETP_CHANNEL_NAME));
          break;
        case ETP_LIST_TOUCHPOINTS:
          where = g_strdup (etp_node_get_text (node, ETP_TOUCHPOINT_NAME));
          break;
        default:
          where = g_strdup ("");
          break;
        }
    }
  return etp_deck_join (
      where, g_strdup (persona != NULL ? etp_node_get_text (persona, ETP_PERSONA_NAME) : ""),
      etp_metric_format_period (metric, last != NULL ? last->date : "", self->map.language), NULL);
}

static char *
dup_value (EtpDeck *self, EtpNode *metric, EtpSaying saying, guint field)
{
  double value = etp_node_get_number (metric, field);
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("");
  number = etp_metric_format (value, etp_node_get_text (metric, ETP_METRIC_UNIT),
                              self->map.language);
  return etp_deck_say (self->map.language, saying, number, NULL, NULL);
}

/* "✓ Target met": a sign, words and a colour. */
static void
add_result (EtpDeck *self, EtpBox *box, const EtpMetricState *state)
{
  gboolean met = state->result == ETP_METRIC_MET;
  EtpRgba ink = etp_deck_get_color (self, met ? ETP_COLOR_GOOD : ETP_COLOR_BAD);
  g_autofree char *said = NULL;
  EtpPara *para;

  if (state->result == ETP_METRIC_UNJUDGED)
    return;
  said = etp_deck_join (
      g_strdup (etp_deck_get_word (self, met ? ETP_WORD_TARGET_MET : ETP_WORD_TARGET_MISSED)),
      g_strdup (state->is_alarming ? etp_deck_get_saying (self->map.language, ETP_SAY_WARNING)
                                   : ""),
      NULL);
  para = etp_box_add (box, said, ETP_TYPE_SMALL_STRONG, ink, 4);
  para->sign = ETP_SIGN_ICON;
  para->value = met ? ETP_ICON_CHECK : ETP_ICON_EXCLAMATION;
  para->color = ink;
}

static EtpBox *
make_tile (EtpDeck *self, EtpNode *metric)
{
  const char *name = etp_node_get_text (metric, ETP_METRIC_NAME);
  EtpBox *box = etp_box_new (ETP_ITEM_METRIC);
  g_autofree char *figure = NULL, *about = NULL, *values = NULL;
  const EtpMetricReading *last;
  EtpMetricState state;

  etp_metric_read (metric, &state);
  last = etp_metric_state_get_last (&state);
  figure = last != NULL ? etp_metric_format (
               last->value, etp_node_get_text (metric, ETP_METRIC_UNIT), self->map.language)
                        : g_strdup (etp_deck_get_saying (self->map.language, ETP_SAY_NO_READING));
  about = dup_about (self, metric, last);
  etp_box_set_surface (box, etp_deck_get_color (self, ETP_COLOR_CARD),
                       etp_deck_get_color (self, ETP_COLOR_CARD_RING), PADDING);
  box->is_card = TRUE;
  if (state.result != ETP_METRIC_UNJUDGED)
    box->bar = etp_deck_get_color (self,
                                   state.result == ETP_METRIC_MET ? ETP_COLOR_GOOD : ETP_COLOR_BAD);
  etp_box_set_node (box, etp_node_get_id (metric), name);
  etp_box_add (box, name[0] != '\0' ? name : etp_deck_get_word (self, ETP_WORD_METRIC),
               ETP_TYPE_CARD_TITLE, etp_deck_get_ink (self), 0);
  etp_box_add (box, about, ETP_TYPE_SMALL, etp_deck_get_dim (self), 0);
  etp_box_add (box, figure, last != NULL ? ETP_TYPE_MAP_TITLE : ETP_TYPE_FACTS,
               etp_deck_get_ink (self), 8);
  add_result (self, box, &state);
  values = etp_deck_join (dup_value (self, metric, ETP_SAY_AT_TARGET, ETP_METRIC_TARGET),
                          dup_value (self, metric, ETP_SAY_FROM_BASELINE, ETP_METRIC_BASELINE),
                          NULL);
  etp_box_add (box, values, ETP_TYPE_SMALL, etp_deck_get_dim (self), 2);
  add_spark (self, box, metric);
  etp_metric_state_clear (&state);
  return box;
}

static EtpMetricResult
get_result (EtpNode *metric)
{
  EtpMetricState state;
  EtpMetricResult result;

  etp_metric_read (metric, &state);
  result = state.result;
  etp_metric_state_clear (&state);
  return result;
}

static char *
dup_title (EtpDeck *self, guint n, guint met, guint missed)
{
  const char *language = self->map.language;
  g_autofree char *some = g_strdup_printf ("%u", met);
  g_autofree char *all = g_strdup_printf ("%u", met + missed);

  if (met + missed == 0)
    return etp_deck_say_count (language, ETP_SAY_METRICS_ONE, n);
  if (met + missed == 1)
    return g_strdup (
        etp_deck_get_saying (language, met > 0 ? ETP_SAY_METRIC_MET : ETP_SAY_METRIC_MISSED));
  return etp_deck_say (language,
                       met == 0      ? ETP_SAY_METRICS_NONE
                       : missed == 0 ? ETP_SAY_METRICS_ALL
                                     : ETP_SAY_METRICS_MET,
                       some, all, NULL);
}

void
etp_deck_add_metrics (EtpDeck *self)
{
  static const EtpMetricResult order[] = { ETP_METRIC_MISSED, ETP_METRIC_MET, ETP_METRIC_UNJUDGED };
  EtpNodeList *metrics = etp_journey_get_list (self->map.journey, ETP_LIST_METRICS);
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  guint n = etp_node_list_get_length (metrics), counts[3] = { 0 }, most;
  g_autofree char *title = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < n; i++)
      {
        EtpNode *metric = etp_node_list_get (metrics, i);

        if (get_result (metric) != order[k]
            || !etp_names_is_told (self->map.journey, etp_node_get_text (metric, ETP_METRIC_AT)))
          continue;
        counts[k]++;
        g_ptr_array_add (boxes, make_tile (self, metric));
      }
  n = boxes->len;
  if (n == 0)
    return;
  title = dup_title (self, n, counts[1], counts[0]);
  etp_deck_begin (self, "metrics", title, G_MAXUINT);
  most = self->options->ratio == ETP_DECK_WIDE ? 3 : 2;
  etp_deck_flow_grid (self, boxes, MIN (most, n), 20);
  etp_deck_end (self);
}
