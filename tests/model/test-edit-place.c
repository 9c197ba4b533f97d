/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-journey-private.h"

/* Cards that go into many cells in one step. */

static EtpNode *
get (EtpJourney *journey, const char *id)
{
  EtpNode *node = etp_journey_get_node (journey, id);

  g_assert_nonnull (node);
  return node;
}

/* A map of phases p0 … with a lane of steps and two of notes. */
static EtpJourney *
create_map (guint n_phases)
{
  EtpJourney *journey = etp_journey_new ();

  for (guint i = 0; i < n_phases; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      etp_test_add (journey, ETP_LIST_PHASES, id, ETP_TEST_END);
    }
  etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "ideas", ETP_LANE_KIND, "ideas", ETP_TEST_END);
  return journey;
}

static void
add_card (
    EtpJourney *journey, const char *id, const char *lane, const char *phase, const char *step)
{
  etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, lane, ETP_CARD_PHASE, phase,
                ETP_CARD_STEP, step, ETP_CARD_TITLE, id, ETP_TEST_END);
}

static void
assert_cell (EtpJourney *journey, const char *lane, const char *phase, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  const EtpPlace *const *places;
  guint n;

  places = etp_outline_get_cell (
      etp_journey_get_outline (journey),
      etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_PHASES),
                               get (journey, phase)),
      etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_LANES), get (journey, lane)),
      &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, i > 0 ? " %s" : "%s", etp_node_get_id (places[i]->card));
  g_assert_cmpstr (ids->str, ==, expected);
}

static EtpCardMove
new_move (EtpJourney *journey, const char *ids, const char *lane, const char *phase, guint index)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);
  EtpCardMove move = { g_ptr_array_new (), get (journey, lane), get (journey, phase), index };

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (move.cards, get (journey, parts[i]));
  return move;
}

static void
move_to_cells (EtpJourney *journey, const EtpCardMove *moves, guint n_moves)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_edit_move_to_cells (journey, moves, n_moves, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < n_moves; i++)
    g_ptr_array_unref (moves[i].cards);
  etp_journey_assert_valid (journey);
  g_assert_true (etp_check (journey, &findings));
}

/* Whichever goes first: what stands under a step goes with it and stays there, be it moved itself or not,
 * and the index counts what stays in the cell. */
static void
test_cells (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EtpJourney) journey = create_map (3);
      EtpHistory *history = etp_journey_get_history (journey);
      EtpCardMove notes, steps;

      add_card (journey, "visit", "steps", "p0", "");
      add_card (journey, "stays", "steps", "p1", "");
      add_card (journey, "slow", "pains", "p0", "visit");
      add_card (journey, "quiet", "ideas", "p0", "visit");
      add_card (journey, "old", "pains", "p1", "");
      notes = new_move (journey, "slow", "pains", "p1", G_MAXUINT);
      steps = new_move (journey, "visit", "steps", "p1", 0);
      move_to_cells (journey, (EtpCardMove[]){ i == 0 ? notes : steps, i == 0 ? steps : notes }, 2);
      assert_cell (journey, "steps", "p1", "visit stays");
      assert_cell (journey, "pains", "p1", "old slow");
      assert_cell (journey, "ideas", "p1", "quiet");
      g_assert_cmpstr (etp_node_get_text (get (journey, "slow"), ETP_CARD_STEP), ==, "visit");
      g_assert_cmpstr (etp_node_get_text (get (journey, "quiet"), ETP_CARD_STEP), ==, "visit");
      g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Move 2 Cards");
      g_assert_true (etp_history_undo (history));
      assert_cell (journey, "steps", "p0", "visit");
      assert_cell (journey, "pains", "p0", "slow");
      assert_cell (journey, "ideas", "p0", "quiet");
      g_assert_false (etp_history_undo (history));
    }
}

/* Cells that follow each other: each gets the cards of the one before. */
static void
test_row (void)
{
  g_autoptr (EtpJourney) journey = create_map (4);
  EtpCardMove moves[3];

  add_card (journey, "a", "pains", "p0", "");
  add_card (journey, "b", "pains", "p0", "");
  add_card (journey, "c", "pains", "p1", "");
  add_card (journey, "d", "pains", "p2", "");
  add_card (journey, "e", "pains", "p3", "");
  moves[0] = new_move (journey, "a b", "pains", "p1", G_MAXUINT);
  moves[1] = new_move (journey, "c", "pains", "p2", G_MAXUINT);
  moves[2] = new_move (journey, "d", "pains", "p3", G_MAXUINT);
  move_to_cells (journey, moves, 3);
  assert_cell (journey, "pains", "p0", "");
  assert_cell (journey, "pains", "p1", "a b");
  assert_cell (journey, "pains", "p2", "c");
  assert_cell (journey, "pains", "p3", "e d");
}

/* All or nothing. */
static void
test_refused (void)
{
  g_autoptr (EtpJourney) journey = create_map (2);
  g_autoptr (GError) error = NULL;
  EtpCardMove moves[2];

  etp_test_add (journey, ETP_LIST_LANES, "curve", ETP_LANE_KIND, "emotion", ETP_TEST_END);
  add_card (journey, "a", "pains", "p0", "");
  add_card (journey, "b", "ideas", "p0", "");
  moves[0] = new_move (journey, "a", "pains", "p1", 0);
  moves[1] = new_move (journey, "b", "curve", "p1", 0);
  g_assert_false (etp_edit_move_to_cells (journey, moves, 2, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  assert_cell (journey, "pains", "p0", "a");
  assert_cell (journey, "ideas", "p0", "b");
  g_assert_null (etp_history_get_undo_title (etp_journey_get_history (journey)));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_ptr_array_unref (moves[i].cards);
}

/* However many cells there are, where cards lie is asked twice: before and after. */
static void
test_outlines (void)
{
  const guint n = 40;
  g_autoptr (EtpJourney) journey = create_map (n + 1);
  EtpHistory *history = etp_journey_get_history (journey);
  const EtpJourneyCaches *caches = etp_journey_get_caches (journey);
  g_autofree EtpCardMove *moves = g_new0 (EtpCardMove, n);
  guint n_retired;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autofree char *from = g_strdup_printf ("p%u", i);
      g_autofree char *to = g_strdup_printf ("p%u", i + 1);

      add_card (journey, id, "pains", from, "");
      moves[i] = new_move (journey, id, "pains", to, G_MAXUINT);
    }
  etp_journey_get_outline (journey);
  n_retired = caches->retired != NULL ? caches->retired->len : 0;
  etp_history_begin (history, "All", NULL);
  move_to_cells (journey, moves, n);
  etp_journey_get_outline (journey);
  g_assert_nonnull (caches->retired);
  g_assert_cmpuint (caches->retired->len, <=, n_retired + 2);
  etp_history_commit (history);
  assert_cell (journey, "pains", "p0", "");
  assert_cell (journey, "pains", "p40", "c39");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/edit-place/cells", test_cells);
  g_test_add_func ("/model/edit-place/row", test_row);
  g_test_add_func ("/model/edit-place/refused", test_refused);
  g_test_add_func ("/model/edit-place/outlines", test_outlines);

  return g_test_run ();
}
