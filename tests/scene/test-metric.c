/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-change.h"
#include "model/etp-tables.h"
#include "scene/etp-metric.h"

#include <math.h>

/* What readings mean: met or missed, for the better or the worse, in the language's form. */

#define END ETP_TEST_END
#define MOST 4

static const struct
{
  const char *better;
  double target, warning;
  double values[MOST];
  guint n;
  EtpMetricResult result;
  gboolean is_alarming;
  int direction, trend;
} rows[] = {
  { "higher", 10, (double) NAN, { 8, 9, 10 }, 3, ETP_METRIC_MET, FALSE, 1, 1 },
  { "higher", 10, 5, { 9, 8, 7 }, 3, ETP_METRIC_MISSED, FALSE, -1, -1 },
  { "higher", 10, 5, { 9, 8, 4.9 }, 3, ETP_METRIC_MISSED, TRUE, -1, -1 },
  { "lower", 2.5, 4, { 4.1, 4.3, 4.8 }, 3, ETP_METRIC_MISSED, TRUE, 1, -1 },
  { "lower", 2.5, 4, { 4.8, 3, 2.5 }, 3, ETP_METRIC_MET, FALSE, -1, 1 },
  { "lower", 2.5, 4, { 4 }, 1, ETP_METRIC_MISSED, FALSE, 0, 0 },
  { "higher", (double) NAN, (double) NAN, { 5, 5, 5 }, 3, ETP_METRIC_UNJUDGED, FALSE, 0, 0 },
  /* A hundredth is no trend, and a last dip does not turn one. */
  { "higher", 0, (double) NAN, { 100, 100.2, 100.4 }, 3, ETP_METRIC_MET, FALSE, 0, 0 },
  { "higher", 9, (double) NAN, { 3, 5, 8, 7 }, 4, ETP_METRIC_MISSED, FALSE, 1, 1 },
  { "higher", 9, 8, { 0 }, 0, ETP_METRIC_UNJUDGED, FALSE, 0, 0 },
};

static EtpValue *
reading (const char *date, double value)
{
  return etp_test_value (&etp_reading_table, ETP_READING_DATE, date, ETP_READING_VALUE, value, END);
}

static void
init (EtpNode *metric, guint field, const char *text)
{
  EtpDatum datum = etp_test_datum (&etp_metric_table.fields[field], text);

  etp_node_init_datum (metric, field, &datum);
}

static void
init_number (EtpNode *metric, guint field, double number)
{
  EtpDatum datum = etp_datum_number (number);

  etp_node_init_datum (metric, field, &datum);
}

static EtpNode *
new_metric (guint row)
{
  EtpNode *metric = etp_node_new (ETP_LIST_METRICS, "metric");
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_value_unref);
  EtpDatum datum;

  init (metric, ETP_METRIC_BETTER, rows[row].better);
  init_number (metric, ETP_METRIC_TARGET, rows[row].target);
  init_number (metric, ETP_METRIC_WARNING, rows[row].warning);
  /* Entered from the latest to the earliest: the dates decide. */
  for (guint i = rows[row].n; i-- > 0;)
    {
      g_autofree char *date = g_strdup_printf ("2026-%02u-28", i + 1);

      g_ptr_array_add (values, reading (date, rows[row].values[i]));
    }
  datum = etp_datum_take_items (&etp_metric_table.fields[ETP_METRIC_VALUES], values);
  etp_node_init_datum (metric, ETP_METRIC_VALUES, &datum);
  return metric;
}

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpNode) metric = new_metric (i);
      EtpMetricState state;
      const EtpMetricReading *last;

      g_test_message ("row %u", i);
      etp_metric_read (metric, &state);
      last = etp_metric_state_get_last (&state);
      g_assert_cmpuint (state.readings->len, ==, rows[i].n);
      if (rows[i].n > 0)
        g_assert_cmpfloat (last->value, ==, rows[i].values[rows[i].n - 1]);
      else
        g_assert_null (last);
      g_assert_cmpint (state.result, ==, rows[i].result);
      g_assert_cmpint (state.is_alarming, ==, rows[i].is_alarming);
      g_assert_cmpint (state.direction, ==, rows[i].direction);
      g_assert_cmpint (state.trend, ==, rows[i].trend);
      etp_metric_state_clear (&state);
    }
}

static void
test_format (void)
{
  static const struct
  {
    double value;
    const char *unit, *language, *text;
  } forms[] = {
    { 18400, "", "de", "18.400" },          { 18400, "", "en", "18,400" },
    { 2.9, "%", "de", "2,9\302\240%" },     { 2.9, "%", "en", "2.9%" },
    { 4.6, "/ 5", "de", "4,6\302\240/ 5" }, { -0.5, "s", "en", "-0.5\302\240s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = etp_metric_format (forms[i].value, forms[i].unit, forms[i].language);
      g_auto (GStrv) signs = g_strsplit (text, "−", -1); /* either minus */
      g_autofree char *plain = g_strjoinv ("-", signs);

      g_assert_cmpstr (plain, ==, forms[i].text);
    }
}

static void
test_period (void)
{
  static const struct
  {
    const char *period, *date, *language, *text;
  } forms[] = {
    { "month", "2026-10-31", "de", "10/2026" },
    { "month", "2026-10-31", "en", "Oct\302\2402026" },
    { "quarter", "2026-09-30", "de", "Q3\302\2402026" },
    { "quarter", "2026-10-01", "en", "Q4\302\2402026" },
    { "year", "2026-01-01", "en", "2026" },
    { "day", "2026-10-31", "de", "31.10.2026" },
    { "month", "", "de", "pro Monat" },
    { "year", "soon", "en", "per year" },
    { "day", "", "en", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (EtpNode) metric = etp_node_new (ETP_LIST_METRICS, "metric");
      g_autofree char *text = NULL;

      init (metric, ETP_METRIC_PERIOD, forms[i].period);
      text = etp_metric_format_period (metric, forms[i].date, forms[i].language);
      g_assert_cmpstr (text, ==, forms[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/metric/read", test_read);
  g_test_add_func ("/scene/metric/format", test_format);
  g_test_add_func ("/scene/metric/period", test_period);
  return g_test_run ();
}
