/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "etp-test-build.h"
#include "file/etp-fragment.h"
#include "model/etp-check.h"
#include "model/etp-edit-card.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"

/* Measures, metrics, links and comments in pieces of a journey. */

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

/* The chosen cards, a link from one to the other, and ties to what was not chosen. */
static EtpJourney *
create_with_ties (void)
{
  EtpJourney *journey = create_with_results ();

  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "other", ETP_CARD_TITLE, "Other", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_METRICS, "csat", ETP_METRIC_NAME, "CSAT", ETP_METRIC_AT, "note",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_MEASURES, "ask", ETP_MEASURE_TITLE, "Ask", ETP_MEASURE_PHASE,
                "buy", ETP_MEASURE_METRIC, "csat", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LINKS, "out", ETP_LINK_FROM, "note", ETP_LINK_TO, "other",
                ETP_LINK_PERSONAS, "max", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LINKS, "in", ETP_LINK_FROM, "fix", ETP_LINK_TO, "note",
                ETP_TEST_END);
  return journey;
}

static EtpNode *
find_link (EtpJourney *journey, const char *from, const char *to)
{
  EtpNodeList *links = etp_journey_get_list (journey, ETP_LIST_LINKS);
  EtpNode *link;

  for (guint i = 0; (link = etp_node_list_get (links, i)) != NULL; i++)
    if (g_str_equal (etp_node_get_text (link, ETP_LINK_FROM), from)
        && g_str_equal (etp_node_get_text (link, ETP_LINK_TO), to))
      return link;
  return NULL;
}

/* A card that was cut comes back with its links to others, and measures name it again, as they name
 * what was measured there. */
static void
test_card_cut (void)
{
  g_autoptr (EtpJourney) journey = create_with_ties ();
  g_autoptr (EtpFragment) fragment = take (journey, (const char *[]){ "note", NULL });
  EtpNode *fix = etp_journey_get_node (journey, "fix");
  EtpNode *ask = etp_journey_get_node (journey, "ask");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpNode *link;
  const char *id;

  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "note"), NULL));
  g_assert_cmpuint (count (journey, ETP_LIST_LINKS), ==, 0);
  g_assert_cmpuint (etp_node_get_length (fix, ETP_MEASURE_CARDS), ==, 0);
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", nodes, NULL));
  etp_journey_assert_valid (journey);
  id = etp_node_get_id (nodes->pdata[0]);
  g_assert_cmpuint (count (journey, ETP_LIST_LINKS), ==, 2);
  link = find_link (journey, id, "other");
  g_assert_nonnull (link);
  g_assert_cmpstr (etp_node_get_text_at (link, ETP_LINK_PERSONAS, 0), ==, "max");
  g_assert_nonnull (find_link (journey, "fix", id));
  g_assert_cmpuint (count (journey, ETP_LIST_MEASURES), ==, 2);
  g_assert_cmpuint (etp_node_get_length (fix, ETP_MEASURE_CARDS), ==, 1);
  g_assert_cmpstr (etp_node_get_text_at (fix, ETP_MEASURE_CARDS, 0), ==, id);
  g_assert_cmpstr (etp_node_get_text (fix, ETP_MEASURE_METRIC), ==, "nps");
  g_assert_cmpstr (etp_node_get_text (
                       etp_journey_get_node (journey, etp_node_get_text (ask, ETP_MEASURE_METRIC)),
                       ETP_METRIC_AT),
                   ==, id);
  g_assert_false (g_ptr_array_find (nodes, fix, NULL));

  /* Once more it is a copy, which has neither; but again when that is taken back. */
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpuint (count (journey, ETP_LIST_LINKS), ==, 2);
  g_assert_cmpuint (etp_node_get_length (fix, ETP_MEASURE_CARDS), ==, 1);
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpuint (count (journey, ETP_LIST_LINKS), ==, 2);
  g_assert_cmpuint (etp_node_get_length (fix, ETP_MEASURE_CARDS), ==, 1);
}

/* A step with a note under it, both of which an insight names. */
static EtpJourney *
create_with_step (void)
{
  EtpJourney *journey = create_with_results ();
  EtpNode *note = etp_journey_get_node (journey, "note");

  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "step", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "aware",
                ETP_TEST_END);
  etp_test_set_root (journey, ETP_JOURNEY_INSIGHTS,
                     etp_test_value (&etp_insight_table, ETP_INSIGHT_TEXT, "Other", ETP_TEST_END),
                     etp_test_value (&etp_insight_table, ETP_INSIGHT_TEXT, "It hurts",
                                     ETP_INSIGHT_CARDS, "step|note", ETP_TEST_END),
                     NULL, ETP_TEST_END);
  g_assert_true (etp_edit_align_card (journey, note, etp_journey_get_node (journey, "step"), NULL));
  return journey;
}

static void
assert_insight (EtpJourney *journey, const char *one, const char *other)
{
  const EtpRecord *insight = etp_value_record (
      etp_node_get_value_at (ETP_NODE (journey), ETP_JOURNEY_INSIGHTS, 1));

  g_assert_cmpstr (etp_record_get_text (insight, ETP_INSIGHT_TEXT), ==, "It hurts");
  g_assert_cmpuint (etp_record_get_length (insight, ETP_INSIGHT_CARDS), ==, other != NULL ? 2 : 1);
  g_assert_cmpstr (etp_record_get_text_at (insight, ETP_INSIGHT_CARDS, 0), ==, one);
  if (other != NULL)
    g_assert_cmpstr (etp_record_get_text_at (insight, ETP_INSIGHT_CARDS, 1), ==, other);
}

/* A step that was cut comes back with the notes under it, which stayed, and insights name it again; but a
 * copy of it is another step. */
static void
test_step_cut (void)
{
  g_autoptr (EtpJourney) journey = create_with_step ();
  g_autoptr (EtpFragment) fragment = take (journey, (const char *[]){ "step", NULL });
  EtpNode *note = etp_journey_get_node (journey, "note");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  const char *id;

  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpstr (etp_node_get_text (note, ETP_CARD_STEP), ==, "step");
  assert_insight (journey, "step", "note");
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));

  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "step"), NULL));
  g_assert_cmpstr (etp_node_get_text (note, ETP_CARD_STEP), ==, "");
  assert_insight (journey, "note", NULL);
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", nodes, NULL));
  etp_journey_assert_valid (journey);
  id = etp_node_get_id (nodes->pdata[0]);
  g_assert_cmpuint (nodes->len, ==, 1);
  g_assert_cmpstr (etp_node_get_text (note, ETP_CARD_STEP), ==, id);
  assert_insight (journey, "note", id);

  /* All of it is one step to undo, and comes with the next one. */
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_cmpstr (etp_node_get_text (note, ETP_CARD_STEP), ==, "");
  assert_insight (journey, "note", NULL);
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpstr (etp_node_get_text (note, ETP_CARD_STEP), !=, "");
}

/* Where the step comes to another phase its notes are not under it. */
static void
test_step_elsewhere (void)
{
  g_autoptr (EtpJourney) journey = create_with_step ();
  g_autoptr (EtpJourney) other = create_with_step ();
  g_autoptr (EtpFragment) fragment = take (journey, (const char *[]){ "step", NULL });
  EtpFragmentPlace place = anywhere;

  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "step"), NULL));
  place.lane = etp_journey_get_node (journey, "steps");
  place.phase = etp_journey_get_node (journey, "buy");
  g_assert_true (etp_fragment_insert (fragment, journey, &place, "Paste", NULL, NULL));
  etp_journey_assert_valid (journey);
  g_assert_cmpstr (etp_node_get_text (etp_journey_get_node (journey, "note"), ETP_CARD_STEP), ==,
                   "");

  g_assert_true (etp_edit_remove (other, etp_journey_get_node (other, "step"), NULL));
  g_assert_true (etp_fragment_insert (fragment, other, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpstr (etp_node_get_text (etp_journey_get_node (other, "note"), ETP_CARD_STEP), ==, "");
  assert_insight (other, "note", NULL);
}

/* A copy has no part in that, and to another journey nothing of it comes along. */
static void
test_card_copied (void)
{
  g_autoptr (EtpJourney) journey = create_with_ties ();
  g_autoptr (EtpJourney) other = etp_journey_new ();
  g_autoptr (EtpFragment) fragment = take (journey, (const char *[]){ "note", NULL });

  etp_test_add (other, ETP_LIST_MEASURES, "theirs", ETP_MEASURE_TITLE, "Fix", ETP_TEST_END);
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpuint (count (journey, ETP_LIST_LINKS), ==, 2);
  g_assert_cmpuint (count (journey, ETP_LIST_MEASURES), ==, 2);
  g_assert_cmpuint (etp_node_get_length (etp_journey_get_node (journey, "fix"), ETP_MEASURE_CARDS),
                    ==, 1);
  /* A link that was removed since is not in the copy either. */
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "out"), NULL));
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpuint (count (journey, ETP_LIST_LINKS), ==, 1);

  g_assert_true (etp_fragment_insert (fragment, other, &anywhere, "Paste", NULL, NULL));
  etp_journey_assert_valid (other);
  g_assert_cmpuint (count (other, ETP_LIST_CARDS), ==, 1);
  g_assert_cmpuint (count (other, ETP_LIST_LINKS), ==, 0);
  g_assert_cmpuint (count (other, ETP_LIST_MEASURES), ==, 1);
  g_assert_cmpuint (count (other, ETP_LIST_PERSONAS), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragment/results/placed", test_results_placed);
  g_test_add_func ("/fragment/results/phase-cut", test_phase_cut);
  g_test_add_func ("/fragment/results/card-cut", test_card_cut);
  g_test_add_func ("/fragment/results/step-cut", test_step_cut);
  g_test_add_func ("/fragment/results/step-elsewhere", test_step_elsewhere);
  g_test_add_func ("/fragment/results/card-copied", test_card_copied);
  return g_test_run ();
}
