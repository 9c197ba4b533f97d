/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "etp-test-random.h"
#include "model/etp-change.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"

/* The table of verbs, and what random people do with it. */

static void
test_table (void)
{
  for (guint i = 0; i < ETP_N_VERBS; i++)
    {
      const EtpVerbRow *row = etp_verb_get_row ((EtpVerb) i);

      g_assert_cmpint (etp_verb_find (row->name), ==, (int) i);
      g_assert_nonnull (strchr (row->name, '.'));
      g_assert_cmpstr (row->title, !=, "");
    }
  for (guint list = 0; list < ETP_N_LISTS; list++)
    for (guint action = 0; action < ETP_N_VERB_ACTIONS; action++)
      {
        EtpVerb verb = etp_verb_for_list ((EtpListKind) list, (EtpVerbAction) action);

        g_assert_cmpint (etp_verb_get_row (verb)->list, ==, (int) list);
      }
  g_assert_cmpint (etp_verb_find ("card.fly"), ==, -1);
  g_assert_cmpint (etp_verb_find ("card.move"), ==,
                   etp_verb_for_list (ETP_LIST_CARDS, ETP_VERB_ACTION_MOVE));
}

/* Verbs never leave what a person would have to mend: names of nothing, notes under no step. */
static void
assert_no_findings_by_verbs (EtpJourney *journey)
{
  g_autoptr (GPtrArray) findings = NULL;

  etp_check (journey, &findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const EtpFinding *finding = findings->pdata[i];

      if (finding->severity == ETP_SEVERITY_ERROR || g_str_has_suffix (finding->path, "/step")
          || g_str_has_suffix (finding->path, "/cluster")
          || g_str_has_suffix (finding->path, "/until"))
        g_error ("%s: %s", finding->path, finding->message);
    }
}

static void
run_random_then_undo_all (guint32 seed, guint n, guint *succeeded)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);
  GRand *random = g_rand_new_with_seed (seed);
  g_autofree char *before = etp_test_dump (journey);
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint64 serial;

  g_test_message ("seed %u", seed);
  etp_test_random_edits_counted (journey, random, n, succeeded);
  etp_journey_assert_valid (journey);
  assert_no_findings_by_verbs (journey);
  done = etp_test_dump (journey);
  g_assert_cmpstr (done, !=, before);
  serial = etp_journey_get_serial (journey);

  while (etp_history_undo (history))
    ;
  etp_journey_assert_valid (journey);
  g_assert_cmpuint (etp_journey_get_serial (journey), ==, 0);
  undone = etp_test_dump (journey);
  etp_test_assert_same_dump (before, undone);

  while (etp_history_redo (history))
    ;
  etp_journey_assert_valid (journey);
  g_assert_cmpuint (etp_journey_get_serial (journey), ==, serial);
  redone = etp_test_dump (journey);
  etp_test_assert_same_dump (done, redone);
  g_rand_free (random);
}

static void
test_random (void)
{
  guint32 first = (guint32) g_test_rand_int_range (0, G_MAXINT32);
  guint succeeded[ETP_N_VERBS] = { 0 };

  for (guint i = 0; i < 20; i++)
    run_random_then_undo_all (first + i, 2 * ETP_N_VERBS, succeeded);

  /* A verb that always refuses would not have been tested. */
  for (guint i = 0; i < ETP_N_VERBS; i++)
    if (succeeded[i] == 0)
      g_error ("%s was always refused", etp_verb_get_row ((EtpVerb) i)->name);
}

static void
on_committed (EtpJourney *journey, GPtrArray *ids, gpointer user_data)
{
  *(guint *) user_data += 1;
  g_assert_cmpuint (ids->len, >, 0);
}

/* Each verb is one transaction: one step to undo, one signal. */
static void
test_one_step_each (void)
{
  guint32 seed = (guint32) g_test_rand_int_range (0, G_MAXINT32);
  GRand *random = g_rand_new_with_seed (seed);
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);
  guint n_signals = 0;

  g_test_message ("seed %u", seed);
  g_signal_connect (journey, "committed", G_CALLBACK (on_committed), &n_signals);
  for (guint i = 0; i < 3 * ETP_N_VERBS; i++)
    {
      EtpVerb verb = (EtpVerb) (i % ETP_N_VERBS);
      g_autofree char *before = etp_test_dump (journey);
      g_autofree char *after = NULL;
      guint64 serial = etp_journey_get_serial (journey);

      n_signals = 0;
      etp_history_end_coalescing (history);
      etp_test_random_verb (journey, random, verb);
      g_assert_false (etp_history_is_open (history));
      after = etp_test_dump (journey);
      g_assert_cmpuint (n_signals, ==, strcmp (before, after) != 0 ? 1 : 0);
      g_assert_cmpint (etp_journey_get_serial (journey) != serial, ==, n_signals == 1);
      if (n_signals == 1)
        {
          g_autofree char *undone = NULL;

          g_assert_true (etp_history_undo (history));
          undone = etp_test_dump (journey);
          etp_test_assert_same_dump (before, undone);
          g_assert_true (etp_history_redo (history));
        }
    }
  g_rand_free (random);
}

static void
test_read_only (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autofree char *before = etp_test_dump (journey);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  GRand *random = g_rand_new_with_seed (1);
  guint succeeded[ETP_N_VERBS] = { 0 };

  etp_journey_set_read_only (journey, TRUE);
  etp_test_random_edits_counted (journey, random, 2 * ETP_N_VERBS, succeeded);
  after = etp_test_dump (journey);
  etp_test_assert_same_dump (before, after);
  g_assert_cmpuint (etp_journey_get_serial (journey), ==, 0);

  g_assert_null (etp_edit_add (journey, ETP_LIST_PHASES, "New", 0, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_READ_ONLY);
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/verbs/table", test_table);
  g_test_add_func ("/model/verbs/random", test_random);
  g_test_add_func ("/model/verbs/one-step-each", test_one_step_each);
  g_test_add_func ("/model/verbs/read-only", test_read_only);

  return g_test_run ();
}
