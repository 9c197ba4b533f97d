/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

/* Steps among those of all lanes of touchpoints. */

/* Steps of two lanes take turns in the first phase; the second has one, the third none. */
static EtpJourney *
create_journey (void)
{
  static const struct
  {
    const char *id, *lane, *phase;
  } steps[] = { { "a1", "a", "p1" },
                { "b1", "b", "p1" },
                { "a2", "a", "p1" },
                { "b2", "b", "p1" },
                { "a3", "a", "p2" } };
  static const char *const phases[] = { "p1", "p2", "p3" };
  EtpJourney *journey = etp_journey_new ();

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    etp_test_add (journey, ETP_LIST_PHASES, phases[i], ETP_PHASE_NAME, phases[i], ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "a", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "b", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", ETP_TEST_END);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    etp_test_add (journey, ETP_LIST_CARDS, steps[i].id, ETP_CARD_LANE, steps[i].lane,
                  ETP_CARD_PHASE, steps[i].phase, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "pain", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                ETP_CARD_STEP, "a1", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "parked", ETP_CARD_TITLE, "Parked", ETP_TEST_END);
  return journey;
}

/* The ids of a phase's steps in their order; another one is "new". */
static char *
read_steps (EtpJourney *journey, const char *phase, EtpNode *added)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const EtpPlace *const *steps;
  guint n;

  steps = etp_outline_get_phase_steps (
      etp_journey_get_outline (journey),
      etp_node_list_get_index (phases, etp_journey_get_node (journey, phase)), &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, steps[i]->card == added ? (gpointer) "new"
                                                  : (gpointer) etp_node_get_id (steps[i]->card));
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static void
test_move (void)
{
  static const struct
  {
    const char *step, *phase;
    guint index;
    const char *expected;
  } moves[] = {
    { "a1", "p1", 0, "a1 b1 a2 b2" },
    { "a1", "p1", 1, "b1 a1 a2 b2" },
    { "a1", "p1", 2, "b1 a2 a1 b2" },
    { "a1", "p1", 3, "b1 a2 b2 a1" },
    { "a1", "p1", G_MAXUINT, "b1 a2 b2 a1" },
    { "b2", "p1", 2, "a1 b1 b2 a2" },
    { "b2", "p1", 0, "b2 a1 b1 a2" },
    { "a3", "p1", 1, "a1 a3 b1 a2 b2" },
    { "b1", "p2", 0, "b1 a3" },
    { "b1", "p2", G_MAXUINT, "a3 b1" },
    { "b1", "p3", 0, "b1" },
    { "b1", "p3", G_MAXUINT, "b1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (EtpJourney) journey = create_journey ();
      g_autofree char *before = etp_test_dump (journey);
      EtpNode *step = etp_journey_get_node (journey, moves[i].step);
      g_autofree char *lane = g_strdup (etp_node_get_text (step, ETP_CARD_LANE));
      g_autofree char *steps = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s to %s, %u", moves[i].step, moves[i].phase, moves[i].index);
      g_assert_true (etp_edit_move_step (
          journey, step, etp_journey_get_node (journey, moves[i].phase), moves[i].index, NULL));
      steps = read_steps (journey, moves[i].phase, NULL);
      g_assert_cmpstr (steps, ==, moves[i].expected);
      g_assert_cmpstr (etp_node_get_text (step, ETP_CARD_LANE), ==, lane);
      if (etp_history_undo (etp_journey_get_history (journey)))
        g_assert_false (etp_history_undo (etp_journey_get_history (journey)));
      after = etp_test_dump (journey);
      etp_test_assert_same_dump (before, after);
    }
}

/* What is aligned under a step goes with it; what lies nowhere cannot be moved so. */
static void
test_move_with_notes (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  EtpNode *pain = etp_journey_get_node (journey, "pain");
  EtpNode *to = etp_journey_get_node (journey, "p2");
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_edit_move_step (journey, etp_journey_get_node (journey, "a1"), to, 0, NULL));
  g_assert_cmpstr (etp_node_get_text (pain, ETP_CARD_PHASE), ==, "p2");
  g_assert_cmpstr (etp_node_get_text (pain, ETP_CARD_STEP), ==, "a1");
  g_assert_false (
      etp_edit_move_step (journey, etp_journey_get_node (journey, "parked"), to, 0, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND);
}

static void
test_add (void)
{
  static const struct
  {
    const char *lane, *phase;
    guint index;
    const char *expected;
  } rows[] = {
    { "a", "p1", 0, "new a1 b1 a2 b2" },         { "a", "p1", 1, "a1 new b1 a2 b2" },
    { "b", "p1", 1, "a1 new b1 a2 b2" },         { "b", "p1", 3, "a1 b1 a2 new b2" },
    { "a", "p1", G_MAXUINT, "a1 b1 a2 b2 new" }, { "b", "p3", 0, "new" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = create_journey ();
      EtpNode *lane = etp_journey_get_node (journey, rows[i].lane);
      g_autofree char *steps = NULL;
      EtpNode *added = etp_edit_add_step (journey, lane,
                                          etp_journey_get_node (journey, rows[i].phase),
                                          rows[i].index, NULL, FALSE, 1, NULL);

      g_test_message ("%s, %s, %u", rows[i].lane, rows[i].phase, rows[i].index);
      g_assert_nonnull (added);
      g_assert_cmpstr (etp_node_get_text (added, ETP_CARD_LANE), ==, rows[i].lane);
      steps = read_steps (journey, rows[i].phase, added);
      g_assert_cmpstr (steps, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/edit-step/move", test_move);
  g_test_add_func ("/model/edit-step/move-with-notes", test_move_with_notes);
  g_test_add_func ("/model/edit-step/add", test_add);
  return g_test_run ();
}
