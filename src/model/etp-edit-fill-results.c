/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-fill-private.h"

#include <math.h>

#include "etp-tables.h"

/* The metrics and measures of a table. */

static void
init_number (EtpNode *node, guint field, double value)
{
  EtpDatum datum = etp_datum_number (value);

  etp_node_init_datum (node, field, &datum);
}

static void
init_reading (EtpNode *metric, const EtpFillMetric *row)
{
  EtpDatum value = etp_datum_number (row->value);
  EtpDatum date = etp_datum_text (&etp_reading_table.fields[ETP_READING_DATE], row->date);
  EtpValue *reading = etp_value_new (&etp_reading_table);
  EtpDatum values;

  etp_value_init_datum (reading, ETP_READING_DATE, &date);
  etp_value_init_datum (reading, ETP_READING_VALUE, &value);
  values = etp_values_replace (etp_node_record (metric), ETP_METRIC_VALUES, -1, reading);
  etp_node_init_datum (metric, ETP_METRIC_VALUES, &values);
}

static gboolean
put_metric (EtpFill *fill, const EtpFillMetric *row, GError **error)
{
  g_autoptr (EtpNode) metric = etp_node_new (ETP_LIST_METRICS, NULL);

  etp_fill_init_text (metric, ETP_METRIC_NAME, row->name);
  etp_fill_init_text (metric, ETP_METRIC_UNIT, row->unit);
  etp_fill_init_text (metric, ETP_METRIC_AT, etp_node_get_id (fill->phases->pdata[row->phase]));
  if (row->period >= 0)
    etp_fill_init_text (metric, ETP_METRIC_PERIOD, etp_period_words[row->period]);
  if (!isnan (row->target))
    init_number (metric, ETP_METRIC_TARGET, row->target);
  if (!isnan (row->value))
    init_reading (metric, row);
  return etp_edit_put (&fill->edit, metric, G_MAXUINT, error);
}

static gboolean
put_measure (EtpFill *fill, const EtpFillMeasure *row, GError **error)
{
  g_autoptr (EtpNode) measure = etp_node_new (ETP_LIST_MEASURES, NULL);

  etp_fill_init_text (measure, ETP_MEASURE_TITLE, row->plan.title);
  etp_fill_init_text (measure, ETP_MEASURE_PHASE,
                      etp_node_get_id (fill->phases->pdata[row->phase]));
  etp_fill_init_text (measure, ETP_MEASURE_STATUS, etp_measure_status_words[row->plan.status]);
  etp_fill_init_text (measure, ETP_MEASURE_OWNER, row->plan.owner);
  etp_fill_init_text (measure, ETP_MEASURE_DUE, row->plan.due);
  return etp_edit_put (&fill->edit, measure, G_MAXUINT, error);
}

gboolean
etp_fill_put_results (EtpFill *fill, GError **error)
{
  for (guint i = 0; i < fill->table->n_metrics; i++)
    {
      g_return_val_if_fail (fill->table->metrics[i].phase < fill->phases->len, FALSE);
      if (!put_metric (fill, &fill->table->metrics[i], error))
        return FALSE;
    }
  for (guint i = 0; i < fill->table->n_measures; i++)
    {
      g_return_val_if_fail (fill->table->measures[i].phase < fill->phases->len, FALSE);
      if (!put_measure (fill, &fill->table->measures[i], error))
        return FALSE;
    }
  return TRUE;
}
