/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-metric.h"

#include "model/etp-format.h"
#include "model/etp-iso.h"
#include "model/etp-words.h"

#include <math.h>
#include <string.h>

/* A metric has some dozen readings; they are sorted here, as the document keeps them as they were
 * entered. */

typedef struct
{
  EtpMetricReading reading;
  guint position; /* in the document: of equal dates the later one counts */
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;
  int order = strcmp (left->reading.date, right->reading.date);

  if (order != 0)
    return order;
  return left->position < right->position ? -1 : 1;
}

static GArray *
sort_readings (EtpNode *metric)
{
  guint n = etp_node_get_length (metric, ETP_METRIC_VALUES);
  g_autofree Entry *entries = g_new (Entry, n);
  GArray *readings = g_array_sized_new (FALSE, FALSE, sizeof (EtpMetricReading), n);
  guint used = 0;

  for (guint i = 0; i < n; i++)
    {
      EtpValue *value = etp_node_get_value_at (metric, ETP_METRIC_VALUES, i);
      double number = etp_value_get_number (value, ETP_READING_VALUE);

      if (isnan (number))
        continue;
      entries[used] = (Entry){ { etp_value_get_text (value, ETP_READING_DATE), number }, i };
      used++;
    }
  if (used > 1)
    qsort (entries, used, sizeof *entries, compare_entries);
  for (guint i = 0; i < used; i++)
    g_array_append_val (readings, entries[i].reading);
  return readings;
}

/* How far the line of least squares rises from the first to the last reading; 0 where that is
 * less than a hundredth of their mean, which nobody would call a trend. */
static double
get_change (GArray *readings)
{
  double n = readings->len, mean = 0, sum = 0, spread = 0, change;

  for (guint i = 0; i < readings->len; i++)
    mean += g_array_index (readings, EtpMetricReading, i).value / n;
  for (guint i = 0; i < readings->len; i++)
    {
      double x = i - (n - 1) / 2;

      sum += x * (g_array_index (readings, EtpMetricReading, i).value - mean);
      spread += x * x;
    }
  change = sum / spread * (n - 1);
  return fabs (change) < fabs (mean) / 100 ? 0 : change;
}

void
etp_metric_read (EtpNode *metric, EtpMetricState *state)
{
  double target = etp_node_get_number (metric, ETP_METRIC_TARGET);
  double warning = etp_node_get_number (metric, ETP_METRIC_WARNING);
  double better = etp_node_get_enum (metric, ETP_METRIC_BETTER) == ETP_BETTER_LOWER ? -1 : 1;
  const EtpMetricReading *last;

  *state = (EtpMetricState){ .readings = sort_readings (metric) };
  last = etp_metric_state_get_last (state);
  if (last == NULL)
    return;

  if (!isnan (target))
    state->result = (last->value - target) * better >= 0 ? ETP_METRIC_MET : ETP_METRIC_MISSED;
  if (!isnan (warning))
    state->is_alarming = (last->value - warning) * better < 0;
  if (state->readings->len > 1)
    {
      double change = get_change (state->readings);

      state->direction = change > 0 ? 1 : change < 0 ? -1 : 0;
      state->trend = change * better > 0 ? 1 : change * better < 0 ? -1 : 0;
    }
}

void
etp_metric_state_clear (EtpMetricState *state)
{
  g_clear_pointer (&state->readings, g_array_unref);
}

const EtpMetricReading *
etp_metric_state_get_last (const EtpMetricState *state)
{
  guint n = state->readings->len;

  return n > 0 ? &g_array_index (state->readings, EtpMetricReading, n - 1) : NULL;
}

/* Takes the number. */
static char *
add_unit (char *text, const char *unit, const char *language)
{
  g_autofree char *number = text;

  if (unit[0] == '\0')
    return g_steal_pointer (&number);
  /* German and ISO put a space before the per cent sign, English does not. */
  if (strcmp (unit, "%") == 0 && !etp_words_is_german (language))
    return g_strconcat (number, unit, NULL);
  return g_strconcat (number, "\302\240", unit, NULL);
}

char *
etp_metric_format (double value, const char *unit, const char *language)
{
  return add_unit (etp_format_number (value, 2, language), unit, language);
}

char *
etp_metric_format_short (double value, const char *unit, const char *language)
{
  static const struct
  {
    double size;
    const char *english, *german;
  } rows[] = {
    { 1e15, "quadrillion", "Brd." },
    { 1e12, "trillion", "Bio." },
    { 1e9, "billion", "Mrd." },
    { 1e6, "million", "Mio." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = NULL;

      if (fabs (value) < rows[i].size)
        continue;
      number = etp_format_number (value / rows[i].size, 2, language);
      return add_unit (
          g_strconcat (number, "\302\240",
                       etp_words_is_german (language) ? rows[i].german : rows[i].english, NULL),
          unit, language);
    }
  return etp_metric_format (value, unit, language);
}

/* English dates begin with the day: "31 Oct 2026" gives "Oct 2026". */
static char *
dup_without_day (const char *date, const char *language)
{
  g_autofree char *text = etp_format_date_short (date, language);
  const char *rest = text;

  while (g_ascii_isdigit (*rest))
    rest++;
  while (*rest != '\0' && !g_ascii_isalpha (*rest))
    rest = g_utf8_next_char (rest);
  return g_strdup (rest);
}

char *
etp_metric_format_period (EtpNode *metric, const char *date, const char *language)
{
  int period = etp_node_get_enum (metric, ETP_METRIC_PERIOD), year, month;

  if (!etp_iso_parse_date (date, &year, &month, NULL))
    return g_strdup (period > 0 ? etp_words_get (language, ETP_WORD_PER_DAY + (guint) period) : "");
  switch (period)
    {
    case ETP_PERIOD_YEAR:
      return g_strdup_printf ("%d", year);
    case ETP_PERIOD_QUARTER:
      return g_strdup_printf ("Q%d\302\240%d", (month + 2) / 3, year);
    case ETP_PERIOD_MONTH:
      if (etp_words_is_german (language))
        return g_strdup_printf ("%02d/%d", month, year);
      return dup_without_day (date, language);
    default:
      return etp_format_date_short (date, language);
    }
}
