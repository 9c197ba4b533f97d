/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-report.h"

#include <math.h>
#include <string.h>

#include "etp-names.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "model/etp-outline.h"
#include "model/etp-words.h"
#include "etp-metric.h"

/* What runs through all phases or follows from them: the curve, links, measures, metrics, sources,
 * pain points and what is parked. */

#define WORD(english) etp_report_word (self->language, english)
#define MAP_WORD(word) etp_words_get (self->language, ETP_WORD_##word)

static char *
dup_number (EtpReport *self, double emotion)
{
  return isnan (emotion) ? g_strdup ("") : etp_emotion_format (emotion, self->language);
}

static void
add_feeling_row (EtpReport *self, EtpBlock *table, EtpNode *card, EtpValue *emotion)
{
  const EtpRecord *record = etp_value_record (emotion);

  etp_block_take_cell (table, etp_names_dup (self->journey, card));
  etp_block_take_cell (table, etp_report_dup_value (self, record, ETP_EMOTION_PERSONA));
  etp_block_take_cell (table, dup_number (self, etp_emotion_get_level (emotion)));
  etp_block_take_cell (table,
                       dup_number (self, etp_value_get_number (emotion, ETP_EMOTION_TARGET)));
  etp_block_take_cell (table, g_strdup (etp_value_get_text (emotion, ETP_EMOTION_FEELING)));
  etp_block_take_cell (
      table, etp_report_dup_evidence (self, record, ETP_EMOTION_EVIDENCE, ETP_EMOTION_SOURCES));
}

static gboolean
has_feelings (const EtpPlace *const *steps, guint n, const char *persona)
{
  for (guint i = 0; i < n; i++)
    if (etp_card_get_emotion (steps[i]->card, persona) != NULL)
      return TRUE;
  return FALSE;
}

/* The curve of each persona under its name; a single one needs none. */
static void
add_curve_words (EtpReport *self, const EtpPlace *const *steps, guint n)
{
  EtpNodeList *personas = etp_journey_get_list (self->journey, ETP_LIST_PERSONAS);
  g_autoptr (GPtrArray) felt = g_ptr_array_new ();
  EtpNode *persona;

  for (guint i = 0; (persona = etp_node_list_get (personas, i)) != NULL; i++)
    if (has_feelings (steps, n, etp_node_get_id (persona)))
      g_ptr_array_add (felt, persona);
  if (felt->len < 2)
    {
      g_autofree char *words = etp_curve_describe (self->journey, NULL, self->language);

      etp_report_add_text (self, words);
      return;
    }
  for (guint i = 0; i < felt->len; i++)
    etp_report_take_fact (
        self, etp_node_get_text (felt->pdata[i], ETP_PERSONA_NAME),
        etp_curve_describe (self->journey, etp_node_get_id (felt->pdata[i]), self->language));
}

void
etp_report_add_curve_part (EtpReport *self)
{
  static const char *const heads[] = { "Step",    "Persona",  "Emotion", "Target",
                                       "Feeling", "Evidence", NULL };
  guint n, n_points = 0;
  const EtpPlace *const *steps = etp_outline_get_steps (etp_journey_get_outline (self->journey),
                                                        &n);
  EtpBlock *table;

  for (guint i = 0; i < n; i++)
    if (etp_names_is_felt (self->journey, steps[i]))
      n_points += etp_node_get_length (steps[i]->card, ETP_CARD_EMOTIONS);
  if (n_points == 0 || !etp_names_has_curve (self->journey))
    return;
  etp_report_add_heading (self, 2, MAP_WORD (EMOTION_CURVE), "curve");
  add_curve_words (self, steps, n);
  etp_report_add_curve (self);
  table = etp_report_add_table (self, WORD ("How it feels at each step"), heads, 1 << 2 | 1 << 3);
  for (guint i = 0; i < n; i++)
    for (guint e = 0; etp_names_is_felt (self->journey, steps[i])
                      && e < etp_node_get_length (steps[i]->card, ETP_CARD_EMOTIONS);
         e++)
      add_feeling_row (self, table, steps[i]->card,
                       etp_node_get_value_at (steps[i]->card, ETP_CARD_EMOTIONS, e));
}

/* Fields of a node as the next cells. */
static void
add_cells (EtpReport *self, EtpBlock *table, EtpNode *node, const guint *fields)
{
  for (; *fields != G_MAXUINT; fields++)
    etp_block_take_cell (table, etp_report_dup_value (self, etp_node_record (node), *fields));
}

void
etp_report_add_links (EtpReport *self)
{
  static const char *const heads[] = { "From",    "Kind",  "To",        "Continuity",
                                       "Carries", "Loses", "Condition", NULL };
  static const guint fields[] = { ETP_LINK_FROM,       ETP_LINK_KIND,    ETP_LINK_TO,
                                  ETP_LINK_CONTINUITY, ETP_LINK_CARRIES, ETP_LINK_LOSES,
                                  ETP_LINK_CONDITION,  G_MAXUINT };
  EtpNodeList *links = etp_journey_get_list (self->journey, ETP_LIST_LINKS);
  EtpNode *link;
  EtpBlock *table = NULL;

  for (guint i = 0; (link = etp_node_list_get (links, i)) != NULL; i++)
    {
      if (!etp_names_is_told (self->journey, etp_node_get_text (link, ETP_LINK_FROM))
          || !etp_names_is_told (self->journey, etp_node_get_text (link, ETP_LINK_TO)))
        continue;
      if (table == NULL)
        {
          etp_report_add_heading (self, 2, WORD ("Links"), "links");
          table = etp_report_add_table (self, WORD ("Links"), heads, 0);
        }
      add_cells (self, table, link, fields);
      /* Only a hand-over can be seamless; of others it is a default that says nothing. */
      if (etp_node_get_enum (link, ETP_LINK_KIND) != ETP_LINK_KIND_HANDOFF
          && etp_node_get_enum (link, ETP_LINK_CONTINUITY) == ETP_LINK_CONTINUITY_SEAMLESS)
        ((char *) table->cells->pdata[table->cells->len - 4])[0] = '\0';
    }
}

static gboolean
is_wanted (EtpNode *measure, EtpReportMeasures which)
{
  int status = etp_node_get_enum (measure, ETP_MEASURE_STATUS);
  gboolean is_decided = status == ETP_MEASURE_STATUS_PLANNED || status == ETP_MEASURE_STATUS_DOING
                        || status == ETP_MEASURE_STATUS_DONE;

  if (which == ETP_REPORT_ALL_MEASURES)
    return TRUE;
  return which == ETP_REPORT_DECIDED ? is_decided
                                     : !is_decided && status != ETP_MEASURE_STATUS_DROPPED;
}

/* "Jana Reuter, Marketing" */
static char *
dup_owner (EtpReport *self, EtpNode *measure)
{
  const char *owner = etp_node_get_text (measure, ETP_MEASURE_OWNER);
  g_autofree char *unit = etp_report_dup_value (self, etp_node_record (measure), ETP_MEASURE_UNIT);

  return g_strdup_printf ("%s%s%s", owner, owner[0] != '\0' && unit[0] != '\0' ? ", " : "", unit);
}

/* "Ladezeit Startseite 2.5 s" */
static char *
dup_effect (EtpReport *self, EtpNode *measure)
{
  EtpNode *metric = etp_journey_get_node (self->journey,
                                          etp_node_get_text (measure, ETP_MEASURE_METRIC));
  double expected = etp_node_get_number (measure, ETP_MEASURE_EXPECTED);
  g_autofree char *name = etp_report_dup_value (self, etp_node_record (measure),
                                                ETP_MEASURE_METRIC);
  g_autofree char *value = NULL;

  if (isnan (expected))
    return g_steal_pointer (&name);
  value = etp_metric_format (expected,
                             metric != NULL && etp_node_get_list (metric) == ETP_LIST_METRICS
                                 ? etp_node_get_text (metric, ETP_METRIC_UNIT)
                                 : "",
                             self->language);
  return g_strdup_printf ("%s%s%s", name, name[0] != '\0' ? " " : "", value);
}

static void
add_measure_row (EtpReport *self, EtpBlock *table, EtpNode *measure)
{
  static const guint fields[] = { ETP_MEASURE_DUE,  ETP_MEASURE_STATUS,  ETP_MEASURE_EFFORT,
                                  ETP_MEASURE_COST, ETP_MEASURE_BENEFIT, G_MAXUINT };
  static const guint what[] = { ETP_MEASURE_TITLE, ETP_MEASURE_DESCRIPTION, ETP_MEASURE_CARDS,
                                G_MAXUINT };

  add_cells (self, table, measure, what);
  etp_block_take_cell (table, dup_owner (self, measure));
  add_cells (self, table, measure, fields);
  etp_block_take_cell (table, dup_effect (self, measure));
}

void
etp_report_add_measures (EtpReport *self, const char *heading, EtpReportMeasures which)
{
  static const char *const heads[] = { "Measure", "Description", "Addresses", "Owner",
                                       "Due",     "Status",      "Effort",    "Cost",
                                       "Benefit", "Metric",      NULL };
  static const char *const ids[] = { "measures", "decided", "undecided" };
  EtpNodeList *measures = etp_journey_get_list (self->journey, ETP_LIST_MEASURES);
  EtpNode *measure;
  EtpBlock *table = NULL;

  for (guint i = 0; (measure = etp_node_list_get (measures, i)) != NULL; i++)
    {
      if (!is_wanted (measure, which))
        continue;
      if (table == NULL)
        {
          etp_report_add_heading (self, 2, heading, ids[which]);
          table = etp_report_add_table (self, heading, heads, 1 << 7 | 1 << 8);
          table->primary = 1 << 0 | 1 << 3 | 1 << 4 | 1 << 5; /* what, who, by when, how far */
        }
      add_measure_row (self, table, measure);
    }
}

static void
add_metric_row (EtpReport *self, EtpBlock *table, EtpNode *metric)
{
  static const EtpWord trends[] = { ETP_WORD_TARGET_MISSED, ETP_WORD_TARGET_MET };
  const char *unit = etp_node_get_text (metric, ETP_METRIC_UNIT);
  double target = etp_node_get_number (metric, ETP_METRIC_TARGET);
  double baseline = etp_node_get_number (metric, ETP_METRIC_BASELINE);
  g_auto (EtpMetricState) state = { 0 };
  const EtpMetricReading *last;

  etp_metric_read (metric, &state);
  last = etp_metric_state_get_last (&state);
  etp_block_take_cell (table, g_strdup (etp_node_get_text (metric, ETP_METRIC_NAME)));
  etp_block_take_cell (table, etp_report_dup_value (self, etp_node_record (metric), ETP_METRIC_AT));
  etp_block_take_cell (
      table, isnan (baseline) ? g_strdup ("") : etp_metric_format (baseline, unit, self->language));
  etp_block_take_cell (table, last == NULL ? g_strdup ("")
                                           : etp_metric_format (last->value, unit, self->language));
  etp_block_take_cell (table, last == NULL
                                  ? g_strdup ("")
                                  : etp_metric_format_period (metric, last->date, self->language));
  etp_block_take_cell (table, isnan (target) ? g_strdup ("")
                                             : etp_metric_format (target, unit, self->language));
  etp_block_take_cell (
      table,
      g_strdup (state.result == ETP_METRIC_UNJUDGED
                    ? ""
                    : etp_words_get (self->language, trends[state.result == ETP_METRIC_MET])));
}

void
etp_report_add_metrics (EtpReport *self)
{
  static const char *const heads[] = { "Metric", "Measured at", "Baseline", "Last value",
                                       "As of",  "Target",      "Result",   NULL };
  EtpNodeList *metrics = etp_journey_get_list (self->journey, ETP_LIST_METRICS);
  EtpNode *metric;
  EtpBlock *table;
  guint n_told = 0;

  for (guint i = 0; (metric = etp_node_list_get (metrics, i)) != NULL; i++)
    n_told += etp_names_is_told (self->journey, etp_node_get_text (metric, ETP_METRIC_AT)) != FALSE;
  if (n_told == 0)
    return;
  etp_report_add_heading (self, 2, MAP_WORD (LANE_METRICS), "metrics");
  table = etp_report_add_table (self, MAP_WORD (LANE_METRICS), heads, 1 << 2 | 1 << 3 | 1 << 5);
  for (guint i = 0; (metric = etp_node_list_get (metrics, i)) != NULL; i++)
    if (etp_names_is_told (self->journey, etp_node_get_text (metric, ETP_METRIC_AT)))
      add_metric_row (self, table, metric);
}

void
etp_report_add_parking_lot (EtpReport *self)
{
  guint n;
  EtpNode *const *cards = etp_outline_get_parked (etp_journey_get_outline (self->journey), &n);

  if (n == 0)
    return;
  etp_report_add_heading (self, 2, MAP_WORD (PARKING_LOT), "parking-lot");
  for (guint i = 0; i < n; i++)
    {
      const char *title = etp_node_get_text (cards[i], ETP_CARD_TITLE);
      const char *text = etp_node_get_text (cards[i], ETP_CARD_TEXT);

      etp_report_add_item (self, text[0] != '\0' ? title : NULL, text[0] != '\0' ? text : title);
    }
}

void
etp_report_add_sources (EtpReport *self)
{
  static const char *const heads[] = { "Source",      "Kind", "Date", "Sample size",
                                       "Web address", "Note", NULL };
  static const guint fields[] = { ETP_SOURCE_TITLE,  ETP_SOURCE_KIND, ETP_SOURCE_DATE,
                                  ETP_SOURCE_SAMPLE, ETP_SOURCE_LINK, ETP_SOURCE_NOTE,
                                  G_MAXUINT };
  EtpNodeList *sources = etp_journey_get_list (self->journey, ETP_LIST_SOURCES);
  EtpNode *source;
  EtpBlock *table;

  if (etp_node_list_get_length (sources) == 0)
    return;
  etp_report_add_heading (self, 2, WORD ("Sources"), "sources");
  table = etp_report_add_table (self, WORD ("Sources"), heads, 1 << 3);
  table->linking = 1 << 4;
  for (guint i = 0; (source = etp_node_list_get (sources, i)) != NULL; i++)
    add_cells (self, table, source, fields);
}

/* Pain points of the map, the worst first; those of one severity in their order. */
void
etp_report_add_pains (EtpReport *self)
{
  static const char *const heads[] = { "Pain points", "Phase", "Severity", "Evidence", NULL };
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  EtpNodeList *lanes = etp_journey_get_list (self->journey, ETP_LIST_LANES);
  EtpBlock *table = NULL;

  for (int severity = 5; severity >= 0; severity--)
    for (guint i = 0; i < etp_outline_get_n_places (outline); i++)
      {
        const EtpPlace *place = etp_outline_get_place (outline, i);
        gint64 is = etp_node_get_integer (place->card, ETP_CARD_SEVERITY);

        if (etp_node_get_enum (etp_node_list_get (lanes, place->lane), ETP_LANE_KIND)
                != ETP_LANE_KIND_PAINS
            || MAX (is, 0) != severity || !etp_names_is_shown (self->journey, place))
          continue;
        if (table == NULL)
          {
            etp_report_add_heading (self, 2, WORD ("Pain points"), "pains");
            table = etp_report_add_table (self, WORD ("Pain points"), heads, 0);
          }
        etp_block_take_cell (table, etp_names_dup (self->journey, place->card));
        etp_block_take_cell (
            table, etp_report_dup_value (self, etp_node_record (place->card), ETP_CARD_PHASE));
        etp_block_take_cell (table, etp_report_dup_score (self, is));
        etp_block_take_cell (table, etp_report_dup_evidence (self, etp_node_record (place->card),
                                                             ETP_CARD_EVIDENCE, ETP_CARD_SOURCES));
      }
}
