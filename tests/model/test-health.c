/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>

#include "etp-test-build.h"
#include "model/etp-health.h"

#define END ETP_TEST_END

static void
test_days (void)
{
  static const struct
  {
    const char *today;
    gboolean review;
    guint measures;
  } rows[] = {
    { "2026-03-01", FALSE, 0 }, { "2026-06-30", FALSE, 1 }, { "2026-07-01", TRUE, 1 },
    { "2026-09-30", TRUE, 1 },  { "2026-10-01", TRUE, 2 },
  };
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpHealth) health = NULL;

  etp_test_set_root (journey, ETP_JOURNEY_TITLE, "Boots", ETP_JOURNEY_REVIEW_DUE, "2026-06-30",
                     END);
  etp_test_add (journey, ETP_LIST_MEASURES, "a", ETP_MEASURE_DUE, "2026-05-01", END);
  etp_test_add (journey, ETP_LIST_MEASURES, "b", ETP_MEASURE_DUE, "2026-09-30", ETP_MEASURE_STATUS,
                "doing", END);
  etp_test_add (journey, ETP_LIST_MEASURES, "c", ETP_MEASURE_DUE, "2026-01-01", ETP_MEASURE_STATUS,
                "done", END);
  etp_test_add (journey, ETP_LIST_MEASURES, "d", ETP_MEASURE_DUE, "2026-01-01", ETP_MEASURE_STATUS,
                "dropped", END);
  etp_test_add (journey, ETP_LIST_MEASURES, "e", END);
  health = etp_health_new (journey);
  g_assert_cmpstr (health->title, ==, "Boots");
  g_assert_true (isnan (health->evidence));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (etp_health_is_review_overdue (health, rows[i].today), ==, rows[i].review);
      g_assert_cmpuint (etp_health_count_overdue (health, rows[i].today), ==, rows[i].measures);
    }
}

/* g_set_str() is younger than the floor. */
static void
set_due (EtpHealth *health, const char *date)
{
  g_free (health->review_due);
  health->review_due = g_strdup (date);
}

static void
test_order (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpHealth) first = etp_health_new (journey), later = etp_health_new (journey);
  g_autoptr (EtpHealth) never = etp_health_new (journey);

  set_due (first, "2026-01-31");
  set_due (later, "2026-02-01");
  set_due (never, "");
  g_assert_cmpint (etp_health_compare (first, later), <, 0);
  g_assert_cmpint (etp_health_compare (later, first), >, 0);
  g_assert_cmpint (etp_health_compare (later, never), <, 0);
  g_assert_cmpint (etp_health_compare (never, first), >, 0);
  g_assert_cmpint (etp_health_compare (NULL, never), ==, 0);
  g_assert_cmpint (etp_health_compare (NULL, first), >, 0);
  g_assert_cmpfloat (first->evidence, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/health/days", test_days);
  g_test_add_func ("/health/order", test_order);
  return g_test_run ();
}
