/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "scene/etp-names.h"
#include "model/etp-fields.h"
#include "model/etp-tables.h"
#include "scene/etp-metric.h"

/* The lists beside the map, a row for each entry: personas, channels, the inventory, measures,
 * metrics and each of their readings. */

/* "Price-conscious: 80; Patient: 20" and "Motto: …; …": a nested list in one cell, each entry its
 * first and its last column. */
static void
fill_entries (EtpGrid *self, const EtpGridSource *source, const EtpGridRow *row, EtpGridCell *cell)
{
  guint n = etp_node_get_length (row->node, source->field);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const EtpRecord *entry = etp_value_record (
          etp_node_get_value_at (row->node, source->field, i));
      guint last = entry->table->n_fields - 1;
      g_autofree char *value = NULL;

      if (entry->table->fields[last].type == ETP_FIELD_NUMBER)
        {
          double number = etp_record_get_number (entry, last);

          value = isnan (number) ? g_strdup ("") : g_strdup_printf ("%.0f", number);
        }
      else
        value = g_strdup (etp_record_get_text (entry, last));
      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "; " : "",
                              etp_record_get_text (entry, 0), value[0] != '\0' ? ": " : "", value);
    }
  etp_grid_cell_take_text (cell, g_string_free (text, FALSE));
}

static void
add_entries (EtpGrid *self, guint field)
{
  const EtpField *row = &self->table->fields[field];

  etp_grid_add (self, row->member, _ (row->label), ETP_GRID_TEXT, fill_entries)->field = field;
}

static void
add_ids (EtpGrid *self)
{
  etp_grid_add (self, "id", _ ("ID"), ETP_GRID_TEXT, etp_grid_fill_id);
}

void
etp_grid_build_personas (EtpGrid *self)
{
  static const guint without[] = { ETP_PERSONA_PORTRAIT, G_MAXUINT };

  etp_grid_add_fields (self, without);
  add_entries (self, ETP_PERSONA_TRAITS);
  add_entries (self, ETP_PERSONA_SECTIONS);
  add_ids (self);
  etp_grid_add_list (self, ETP_LIST_PERSONAS);
}

void
etp_grid_build_channels (EtpGrid *self)
{
  static const guint without[] = { G_MAXUINT };

  etp_grid_add_fields (self, without);
  add_ids (self);
  etp_grid_add_list (self, ETP_LIST_CHANNELS);
}

void
etp_grid_build_touchpoints (EtpGrid *self)
{
  static const guint without[] = { G_MAXUINT };
  static const guint levels[] = { ETP_USAGE_LEVEL };

  etp_grid_add_fields (self, without);
  etp_grid_add_persona_columns (self, ETP_TOUCHPOINT_USAGE, levels, G_N_ELEMENTS (levels));
  add_ids (self);
  etp_grid_add_list (self, ETP_LIST_TOUCHPOINTS);
}

void
etp_grid_build_measures (EtpGrid *self)
{
  static const guint without[] = { G_MAXUINT };
  static const guint values[] = { ETP_CUSTOMER_VALUE_VALUE };

  etp_grid_add_fields (self, without);
  etp_grid_add_persona_columns (self, ETP_MEASURE_CUSTOMER_VALUES, values, G_N_ELEMENTS (values));
  add_ids (self);
  etp_grid_add_list (self, ETP_LIST_MEASURES);
}

static void
fill_last (EtpGrid *self, const EtpGridSource *source, const EtpGridRow *row, EtpGridCell *cell)
{
  g_auto (EtpMetricState) state = { 0 };
  const EtpMetricReading *last;

  etp_metric_read (row->node, &state);
  last = etp_metric_state_get_last (&state);
  if (last == NULL)
    return;
  if (source->field == ETP_READING_VALUE)
    etp_grid_cell_set_number (cell, ETP_GRID_NUMBER, last->value);
  else
    {
      etp_grid_cell_set_text (cell, last->date);
      if (cell->type == ETP_GRID_TEXT)
        cell->type = ETP_GRID_DATE;
    }
}

void
etp_grid_build_metrics (EtpGrid *self)
{
  static const guint without[] = { G_MAXUINT };

  etp_grid_add_fields (self, without);
  etp_grid_add (self, "values.last.value", _ ("Last value"), ETP_GRID_NUMBER, fill_last)->field =
      ETP_READING_VALUE;
  etp_grid_add (self, "values.last.date", _ ("Date of the last value"), ETP_GRID_DATE, fill_last)
      ->field = ETP_READING_DATE;
  add_ids (self);
  etp_grid_add_list (self, ETP_LIST_METRICS);
}

/* A row is a reading of a metric: what the metric says stands in each. */
static void
fill_metric (EtpGrid *self, const EtpGridSource *source, const EtpGridRow *row, EtpGridCell *cell)
{
  etp_grid_cell_set_text (cell, etp_node_get_text (row->node, source->field));
}

static void
fill_reading (EtpGrid *self, const EtpGridSource *source, const EtpGridRow *row, EtpGridCell *cell)
{
  EtpValue *reading = etp_node_get_value_at (row->node, ETP_METRIC_VALUES, row->index);

  etp_grid_cell_fill (self->journey, etp_value_record (reading), source->field, cell);
}

void
etp_grid_build_history (EtpGrid *self)
{
  EtpNodeList *metrics = etp_journey_get_list (self->journey, ETP_LIST_METRICS);

  etp_grid_add (self, "metric", _ ("Metric"), ETP_GRID_TEXT, fill_metric)->field = ETP_METRIC_NAME;
  etp_grid_add (self, "date", _ ("Date"), ETP_GRID_DATE, fill_reading)->field = ETP_READING_DATE;
  etp_grid_add (self, "value", _ ("Value"), ETP_GRID_NUMBER, fill_reading)->field =
      ETP_READING_VALUE;
  etp_grid_add (self, "unit", _ ("Unit"), ETP_GRID_TEXT, fill_metric)->field = ETP_METRIC_UNIT;
  etp_grid_add (self, "source", _ ("Source"), ETP_GRID_TEXT, fill_reading)->field =
      ETP_READING_SOURCE;
  etp_grid_add (self, "metric.id", _ ("ID of the metric"), ETP_GRID_TEXT, etp_grid_fill_id);
  for (guint m = 0; m < etp_node_list_get_length (metrics); m++)
    {
      EtpNode *metric = etp_node_list_get (metrics, m);

      for (guint i = 0; i < etp_node_get_length (metric, ETP_METRIC_VALUES); i++)
        etp_grid_add_row (self, metric, i);
    }
}
