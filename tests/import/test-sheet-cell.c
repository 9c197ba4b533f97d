/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "import/etp-sheet-cell.h"

#include <math.h>

/* What people write into the cells of a spreadsheet. */

#define TODAY "2026-11-26"

static void
assert_number (double is, double wanted)
{
  if (isnan (wanted))
    g_assert_true (isnan (is));
  else
    g_assert_cmpfloat_with_epsilon (is, wanted, 1e-9);
}

static void
test_metric (void)
{
  static const struct
  {
    const char *line, *language, *name, *unit, *date;
    int period;
    double value, target;
  } rows[] = {
    { "Conversion: 3.4 %", "en", "Conversion", "%", TODAY, -1, 3.4, NAN },
    { "Conversion Rate 3,4 %", "de", "Conversion Rate", "%", TODAY, -1, 3.4, NAN },
    { "NPS = -12", "en", "NPS", "", TODAY, -1, -12, NAN },
    { "12.000 Besucher pro Monat", "de", "Besucher", "", TODAY, ETP_PERIOD_MONTH, 12000, NAN },
    { "Besucher: 12.000 / Monat", "de", "Besucher", "", TODAY, ETP_PERIOD_MONTH, 12000, NAN },
    { "Orders monthly: 1,200", "en", "Orders", "", TODAY, ETP_PERIOD_MONTH, 1200, NAN },
    { "Lieferzeit 3 Tage (Ziel: 2)", "de", "Lieferzeit", "Tage", TODAY, -1, 3, 2 },
    { "Rating 4.6 / 5", "en", "Rating", "/ 5", TODAY, -1, 4.6, NAN },
    { "Umsatz 1.200 € (Q3 2026)", "de", "Umsatz", "€", "2026-09-30", ETP_PERIOD_QUARTER, 1200,
      NAN },
    { "Abbrüche: 41 %, Oktober 2026", "de", "Abbrüche", "%", "2026-10-31", ETP_PERIOD_MONTH, 41,
      NAN },
    { "Visits 18400 (10/2026)", "en", "Visits", "", "2026-10-31", ETP_PERIOD_MONTH, 18400, NAN },
    { "Visits 18400 (2026-10-05)", "en", "Visits", "", "2026-10-05", -1, 18400, NAN },
    { "Complaints 7 (2026)", "en", "Complaints", "", TODAY, ETP_PERIOD_YEAR, 7, NAN },
    { "3.4 %", "en", "", "%", TODAY, -1, 3.4, NAN },
    { "3 days", "en", "", "days", TODAY, -1, 3, NAN },
    { "42", "en", "", "", TODAY, -1, 42, NAN },
    { "€ 20", "en", "", "€", TODAY, -1, 20, NAN },
    { "Net Promoter Score", "en", "Net Promoter Score", "", TODAY, -1, NAN, NAN },
    { "B2B share: 12%", "en", "B2B share", "%", TODAY, -1, 12, NAN },
    { "", "en", "", "", TODAY, -1, NAN, NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (EtpSheetMetric) metric = { 0 };

      etp_sheet_metric_read (&metric, rows[i].line, rows[i].language, TODAY);
      g_test_message ("%s: “%s” “%s” %s", rows[i].line, metric.name, metric.unit, metric.date);
      g_assert_cmpstr (metric.name, ==, rows[i].name);
      g_assert_cmpstr (metric.unit, ==, rows[i].unit);
      g_assert_cmpstr (metric.date, ==, rows[i].date);
      g_assert_cmpint (metric.period, ==, rows[i].period);
      assert_number (metric.value, rows[i].value);
      assert_number (metric.target, rows[i].target);
    }
}

static void
test_measure (void)
{
  static const struct
  {
    const char *line, *title, *owner, *due;
    EtpMeasureStatus status;
  } rows[] = {
    { "Short answers", "Short answers", "", "", ETP_MEASURE_STATUS_IDEA },
    { "Short answers (Jana Reuter, by 31 March 2027)", "Short answers", "Jana Reuter", "2027-03-31",
      ETP_MEASURE_STATUS_IDEA },
    { "Ratgeber schreiben (J. Reuter; bis 31.3.2027; geplant)", "Ratgeber schreiben", "J. Reuter",
      "2027-03-31", ETP_MEASURE_STATUS_PLANNED },
    { "Ratgeber – Marketing – 31.03.2027", "Ratgeber", "Marketing", "2027-03-31",
      ETP_MEASURE_STATUS_IDEA },
    { "Faster page | Owner: it team 2 | done", "Faster page", "it team 2", "",
      ETP_MEASURE_STATUS_DONE },
    { "Faster page; 2027-01-29", "Faster page", "", "2027-01-29", ETP_MEASURE_STATUS_IDEA },
    { "Faster page, in progress", "Faster page", "", "", ETP_MEASURE_STATUS_DOING },
    /* What might be part of the title stays there. */
    { "Faster page - also at night", "Faster page - also at night", "", "",
      ETP_MEASURE_STATUS_IDEA },
    { "Faster page – Landing", "Faster page – Landing", "", "", ETP_MEASURE_STATUS_IDEA },
    { "Answers (on the page, by chat)", "Answers (on the page, by chat)", "", "",
      ETP_MEASURE_STATUS_IDEA },
    { "(Jana Reuter)", "(Jana Reuter)", "", "", ETP_MEASURE_STATUS_IDEA },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (EtpSheetMeasure) measure = { 0 };

      etp_sheet_measure_read (&measure, rows[i].line);
      g_assert_cmpstr (measure.title, ==, rows[i].title);
      g_assert_cmpstr (measure.owner, ==, rows[i].owner);
      g_assert_cmpstr (measure.due, ==, rows[i].due);
      g_assert_cmpint (measure.status, ==, rows[i].status);
    }
}

static void
test_feeling (void)
{
  static const struct
  {
    const char *line;
    double number, top, value;
    const char *feeling, *note;
  } rows[] = {
    { "+2", 2, NAN, NAN, "", "" },
    { "−1,5", -1.5, NAN, NAN, "", "" },
    { "4/5", 4, 5, NAN, "", "" },
    { "7 von 10", 7, 10, NAN, "", "" },
    { "++", NAN, NAN, 2, "", "" },
    { "-", NAN, NAN, -1, "", "" },
    { "🙂", NAN, NAN, 1, "", "" },
    { "😡 Ärger", NAN, NAN, -2, "Ärger", "" },
    { "sehr gut", NAN, NAN, 2, "", "" },
    { "frustriert", NAN, NAN, -1.8, "frustriert", "" },
    { "Frustrated", NAN, NAN, -1.8, "Frustrated", "" },
    { "verärgert (−1,5)", -1.5, NAN, -1.3, "verärgert", "" },
    { "-1: annoyed", -1, NAN, -1.3, "annoyed", "" },
    { "nicht zufrieden", NAN, NAN, NAN, "nicht zufrieden", "" },
    { "Wut im Bauch", NAN, NAN, NAN, "Wut im Bauch", "" },
    { "The customer waits for days and is annoyed by it in the end", NAN, NAN, -1.3, "",
      "The customer waits for days and is annoyed by it in the end" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (EtpSheetFeeling) feeling = { 0 };

      etp_sheet_feeling_read (&feeling, rows[i].line, "de");
      g_test_message ("%s: “%s” “%s”", rows[i].line, feeling.feeling, feeling.note);
      assert_number (feeling.number, rows[i].number);
      assert_number (feeling.top, rows[i].top);
      assert_number (feeling.value, rows[i].value);
      g_assert_cmpstr (feeling.feeling, ==, rows[i].feeling);
      g_assert_cmpstr (feeling.note, ==, rows[i].note);
    }
}

static void
test_scale (void)
{
  static const struct
  {
    double smallest, largest, top, low, high;
  } rows[] = {
    { NAN, NAN, NAN, -2, 2 }, { -2, 2, NAN, -2, 2 },   { 0, 1, NAN, -2, 2 },  { 1, 5, NAN, 1, 5 },
    { 2, 4, NAN, 1, 5 },      { 0, 5, NAN, 0, 5 },     { -5, 5, NAN, -5, 5 }, { -3, 1, NAN, -3, 3 },
    { 1, 9, NAN, 0, 10 },     { 20, 90, NAN, 0, 100 }, { 1, 2, 5, 1, 5 },     { 4, 7, 10, 0, 10 },
    { 0, 900, NAN, 0, 900 },
  };
  const EtpSheetFeeling four = { 4, NAN, 0, NULL, NULL };
  const EtpSheetFeeling word = { NAN, NAN, -1.3, NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const EtpSheetScale scale = etp_sheet_scale_guess (rows[i].smallest, rows[i].largest,
                                                         rows[i].top);

      g_test_message ("%g…%g of %g", rows[i].smallest, rows[i].largest, rows[i].top);
      g_assert_cmpfloat (scale.low, ==, rows[i].low);
      g_assert_cmpfloat (scale.high, ==, rows[i].high);
    }
  assert_number (etp_sheet_scale_apply ((EtpSheetScale){ 1, 5 }, &four), 1);
  assert_number (etp_sheet_scale_apply ((EtpSheetScale){ -5, 5 }, &four), 1.6);
  assert_number (etp_sheet_scale_apply ((EtpSheetScale){ -2, 2 }, &four),
                 2); /* no more than that */
  assert_number (etp_sheet_scale_apply ((EtpSheetScale){ 1, 5 }, &word), -1.3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/sheet-cell/metric", test_metric);
  g_test_add_func ("/import/sheet-cell/measure", test_measure);
  g_test_add_func ("/import/sheet-cell/feeling", test_feeling);
  g_test_add_func ("/import/sheet-cell/scale", test_scale);

  return g_test_run ();
}
