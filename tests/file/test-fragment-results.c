/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "etp-test-build.h"
#include "file/etp-fragment.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-tables.h"

/* Measures, metrics and comments in pieces of a journey. */

static const EtpFragmentPlace anywhere = { NULL, NULL, G_MAXUINT, G_MAXUINT };

static guint
count (EtpJourney *journey, EtpListKind kind)
{
  return etp_node_list_get_length (etp_journey_get_list (journey, kind));
}

static EtpJourney *
create_with_results (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_PHASES, "aware", ETP_PHASE_NAME, "Awareness", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "note", ETP_CARD_LANE, "notes", ETP_CARD_PHASE, "aware",
                ETP_CARD_TITLE, "Slow", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "buy", ETP_PHASE_NAME, "Purchase", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_MEASURES, "fix", ETP_MEASURE_TITLE, "Fix", ETP_MEASURE_PHASE,
                "aware", ETP_MEASURE_CARDS, "note", ETP_MEASURE_METRIC, "nps", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_METRICS, "nps", ETP_METRIC_NAME, "NPS", ETP_METRIC_AT, "aware",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_COMMENTS, "why", ETP_COMMENT_ON, "note", ETP_COMMENT_TEXT, "Why?",
                ETP_TEST_END);
  return journey;
}

static EtpFragment *
take (EtpJourney *journey, const char *const *ids)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n_named;

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (nodes, etp_journey_get_node (journey, ids[i]));
  all = etp_fragment_gather (journey, nodes, &n_named);
  bytes = etp_fragment_write (journey, (EtpNode *const *) all->pdata, all->len, NULL);
  return etp_fragment_read (bytes, NULL);
}

/* Measures and metrics come to the phase of the place, here and in another journey. */
static void
test_results_placed (void)
{
  g_autoptr (EtpJourney) source = create_with_results ();
  g_autoptr (EtpJourney) other = etp_journey_new ();
  g_autoptr (EtpFragment) fragment = take (source, (const char *[]){ "fix", "nps", NULL });
  EtpJourney *targets[] = { source, other };

  etp_test_add (other, ETP_LIST_PHASES, "buy", ETP_TEST_END);
  etp_test_add (other, ETP_LIST_LANES, "notes", ETP_TEST_END);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
      EtpFragmentPlace place = anywhere;

      place.lane = etp_journey_get_node (targets[i], "notes");
      place.phase = etp_journey_get_node (targets[i], "buy");
      g_assert_true (etp_fragment_insert (fragment, targets[i], &place, "Paste", nodes, NULL));
      g_assert_cmpuint (nodes->len, ==, 2);
      g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_MEASURE_PHASE), ==, "buy");
      g_assert_cmpstr (etp_node_get_text (nodes->pdata[1], ETP_METRIC_AT), ==, "buy");
    }
}

/* A phase that was cut comes back with its metrics and what was said about its cards; its measures,
 * which stayed, belong to it again. */
static void
test_phase_cut (void)
{
  g_autoptr (EtpJourney) journey = create_with_results ();
  g_autoptr (EtpJourney) other = etp_journey_new ();
  g_autoptr (EtpFragment) fragment = take (journey, (const char *[]){ "aware", NULL });
  EtpNode *fix = etp_journey_get_node (journey, "fix");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpNode *metric;
  const char *id;

  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "aware"), NULL));
  g_assert_cmpuint (count (journey, ETP_LIST_METRICS), ==, 0);
  g_assert_cmpuint (count (journey, ETP_LIST_COMMENTS), ==, 0);
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", nodes, NULL));
  id = etp_node_get_id (nodes->pdata[0]);
  g_assert_cmpuint (count (journey, ETP_LIST_METRICS), ==, 1);
  g_assert_cmpuint (count (journey, ETP_LIST_MEASURES), ==, 1);
  g_assert_cmpuint (count (journey, ETP_LIST_COMMENTS), ==, 1);
  metric = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_METRICS), 0);
  g_assert_cmpstr (etp_node_get_text (metric, ETP_METRIC_AT), ==, id);
  g_assert_cmpstr (etp_node_get_text (fix, ETP_MEASURE_PHASE), ==, id);
  g_assert_cmpstr (etp_node_get_text (fix, ETP_MEASURE_METRIC), ==, etp_node_get_id (metric));
  g_assert_cmpuint (etp_node_get_length (fix, ETP_MEASURE_CARDS), ==, 1);
  g_assert_false (g_ptr_array_find (nodes, fix, NULL));

  /* Once more it is a copy: nobody said or measured that twice, and the measure is where it is. */
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpuint (count (journey, ETP_LIST_METRICS), ==, 1);
  g_assert_cmpuint (count (journey, ETP_LIST_MEASURES), ==, 1);
  g_assert_cmpuint (count (journey, ETP_LIST_COMMENTS), ==, 1);
  g_assert_cmpstr (etp_node_get_text (fix, ETP_MEASURE_PHASE), ==, id);

  /* In another journey there is nothing of it yet. */
  g_ptr_array_set_size (nodes, 0);
  g_assert_true (etp_fragment_insert (fragment, other, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpuint (count (other, ETP_LIST_METRICS), ==, 1);
  g_assert_cmpuint (count (other, ETP_LIST_COMMENTS), ==, 1);
  g_assert_cmpuint (count (other, ETP_LIST_MEASURES), ==, 1);
  fix = etp_node_list_get (etp_journey_get_list (other, ETP_LIST_MEASURES), 0);
  g_assert_cmpstr (etp_node_get_text (fix, ETP_MEASURE_PHASE), ==,
                   etp_node_get_id (nodes->pdata[0]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragment/results/placed", test_results_placed);
  g_test_add_func ("/fragment/results/phase-cut", test_phase_cut);
  return g_test_run ();
}
