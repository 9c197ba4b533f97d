/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

static EtpNode *
get (EtpJourney *journey, const char *id)
{
  EtpNode *node = etp_journey_get_node (journey, id);

  g_assert_nonnull (node);
  return node;
}

static void
set (EtpJourney *journey, EtpNode *node, guint count)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, node);
  g_assert_true (etp_edit_set_votes (journey, nodes, NULL, "Dots", count, NULL));
}

static void
test_set (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNode *order = get (journey, "order");
  guint64 serial;

  set (journey, order, 12);
  g_assert_cmpuint (etp_votes_count (order), ==, 12);
  serial = etp_journey_get_serial (journey);
  set (journey, order, 0);
  g_assert_cmpuint (etp_votes_count (order), ==, 0);
  g_assert_cmpuint (etp_node_get_length (order, ETP_CARD_VOTES), ==, 0);
  etp_history_undo (etp_journey_get_history (journey));
  g_assert_cmpuint (etp_journey_get_serial (journey), ==, serial);
  set (journey, get (journey, "compress"), 3);
  g_assert_cmpuint (etp_votes_count (get (journey, "compress")), ==, 3);
}

/* One step for all that is voted for, with the first round that it needs; taking away what is not there
 * begins none. */
static void
test_vote (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);
  EtpNodeList *rounds = etp_journey_get_list (journey, ETP_LIST_VOTE_ROUNDS);
  EtpNode *order = get (journey, "order"), *compress = get (journey, "compress");
  const guint n = etp_node_list_get_length (rounds), before = etp_votes_count (order);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint64 serial;

  g_ptr_array_add (nodes, order);
  g_ptr_array_add (nodes, compress);
  g_assert_true (etp_edit_vote (journey, nodes, get (journey, "dots"), NULL, 2, NULL));
  g_assert_cmpuint (etp_votes_count (order), ==, before + 2);
  g_assert_cmpuint (etp_votes_count (compress), ==, 2);
  g_assert_true (etp_edit_vote (journey, nodes, NULL, NULL, -9, NULL));
  g_assert_cmpuint (etp_votes_count (order), ==, 0);
  g_assert_cmpuint (etp_node_get_length (compress, ETP_MEASURE_VOTES), ==, 0);

  g_assert_true (etp_edit_close_votes (journey, NULL));
  g_assert_false (etp_edit_vote (journey, nodes, get (journey, "dots"), NULL, 1, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  serial = etp_journey_get_serial (journey);
  g_assert_true (etp_edit_vote (journey, nodes, NULL, "First", -1, NULL));
  g_assert_cmpuint (etp_journey_get_serial (journey), ==, serial);
  g_assert_true (etp_edit_vote (journey, nodes, NULL, "First", 1, NULL));
  g_assert_cmpuint (etp_node_list_get_length (rounds), ==, n + 1);
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Vote");
  etp_history_undo (history);
  g_assert_cmpuint (etp_node_list_get_length (rounds), ==, n);
  g_assert_cmpuint (etp_journey_get_serial (journey), ==, serial);
}

static void
test_rounds (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EtpNode *round = etp_edit_begin_votes (journey, "Second", NULL);
  EtpNode *order = get (journey, "order");
  const guint before = etp_votes_count (order);

  g_ptr_array_add (nodes, order);
  g_assert_true (etp_votes_get_round (journey) == round);
  g_assert_true (etp_node_get_boolean (get (journey, "dots"), ETP_VOTE_ROUND_CLOSED));
  g_assert_false (etp_edit_set_votes (journey, nodes, get (journey, "dots"), NULL, 1, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  set (journey, order, 4); /* counts beside what the round before brought */
  g_assert_cmpuint (etp_votes_count (order), ==, before + 4);

  g_assert_true (etp_edit_close_votes (journey, NULL));
  g_assert_null (etp_votes_get_round (journey));
  g_clear_error (&error);
  g_assert_false (etp_edit_close_votes (journey, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
}

/* What was closed stays closed: the next vote begins another round, which has a name of its own. */
static void
test_closed (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNodeList *rounds = etp_journey_get_list (journey, ETP_LIST_VOTE_ROUNDS);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpNode *order = get (journey, "order");
  const guint n = etp_node_list_get_length (rounds), before = etp_votes_count (order);
  g_autofree char *title = NULL;

  g_ptr_array_add (nodes, order);
  g_assert_null (etp_votes_dup_next_title (journey));
  g_assert_true (etp_edit_close_votes (journey, NULL));
  title = etp_votes_dup_next_title (journey);
  g_assert_cmpstr (title, ==, "Round 2");
  g_assert_true (etp_edit_vote (journey, nodes, NULL, title, 1, NULL));
  g_assert_null (etp_votes_dup_next_title (journey));
  g_assert_cmpuint (etp_node_list_get_length (rounds), ==, n + 1);
  g_assert_cmpstr (etp_node_get_text (etp_votes_get_round (journey), ETP_VOTE_ROUND_TITLE), ==,
                   "Round 2");
  g_assert_cmpuint (etp_votes_count_in_round (order, etp_votes_get_round (journey)), ==, 1);
  g_assert_cmpuint (etp_votes_count_in_round (order, get (journey, "dots")), ==, before);
  g_assert_cmpuint (etp_votes_count_in_round (order, NULL), ==, 0);
}

/* No round is begun for no votes, and it is said where votes cannot be taken back. */
static void
test_take_back (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNodeList *rounds = etp_journey_get_list (journey, ETP_LIST_VOTE_ROUNDS);
  g_autoptr (GPtrArray) with = g_ptr_array_new ();
  g_autoptr (GPtrArray) without = g_ptr_array_new ();
  EtpNode *order = get (journey, "order");
  const guint n = etp_node_list_get_length (rounds);
  guint64 serial;

  g_ptr_array_add (with, order);
  g_ptr_array_add (without, get (journey, "compress"));
  set (journey, order, 3);
  g_assert_true (etp_edit_close_votes (journey, NULL));
  serial = etp_journey_get_serial (journey);
  g_assert_true (etp_edit_set_votes (journey, without, NULL, "Second", 0, NULL));
  g_assert_cmpuint (etp_node_list_get_length (rounds), ==, n);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == 2) /* the same with a round in which nobody voted for the card */
        {
          g_assert_nonnull (etp_edit_begin_votes (journey, "Second", NULL));
          serial = etp_journey_get_serial (journey);
        }
      g_assert_false (i % 2 == 0 ? etp_edit_vote (journey, with, NULL, "Third", -1, &error)
                                 : etp_edit_set_votes (journey, with, NULL, "Third", 0, &error));
      g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
    }
  g_assert_cmpuint (etp_votes_count (order), ==, 3);
  g_assert_cmpuint (etp_journey_get_serial (journey), ==, serial);
}

static char *
read_cell (EtpJourney *journey, EtpNode *lane, EtpNode *phase)
{
  GString *titles = g_string_new (NULL);
  guint n = 0;
  const EtpPlace *const *places = etp_outline_get_cell (
      etp_journey_get_outline (journey),
      etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_PHASES), phase),
      etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_LANES), lane), &n);

  for (guint i = 0; i < n; i++)
    g_string_append (titles, etp_node_get_text (places[i]->card, ETP_CARD_TITLE));
  return g_string_free (titles, FALSE);
}

static void
test_sort (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNode *lane = get (journey, "ideas"), *phase = get (journey, "consider");
  const char *titles[] = { "a", "b", "c", "d", "e" };
  const guint votes[] = { 0, 2, 5, 2, 1 };
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sorted = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *grouped = NULL;
  EtpNode *cards[5];

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      cards[i] = etp_edit_add_note (journey, lane, phase, NULL, titles[i], NULL);
      set (journey, cards[i], votes[i]);
    }
  g_assert_true (etp_edit_sort_lane_by_votes (journey, lane, NULL));
  sorted = read_cell (journey, lane, phase);
  g_assert_cmpstr (sorted, ==, "cbdea");
  g_assert_false (etp_edit_sort_lane_by_votes (journey, lane, &error)); /* it is already */
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  etp_history_undo (etp_journey_get_history (journey));
  undone = read_cell (journey, lane, phase);
  g_assert_cmpstr (undone, ==, "abcde");

  /* a and d in one group have 2, e joins them: 3. */
  g_ptr_array_add (members, cards[3]);
  g_ptr_array_add (members, cards[4]);
  g_assert_true (etp_edit_cluster_cards (journey, members, cards[0], NULL));
  g_assert_true (etp_edit_sort_lane_by_votes (journey, lane, NULL));
  grouped = read_cell (journey, lane, phase);
  g_assert_cmpstr (grouped, ==, "cadeb");
  etp_journey_assert_valid (journey);
}

/* Notes stand in the order of their steps whatever the file says, so under each step the lane is sorted
 * by itself; where nothing of that can be done it is said why. */
static void
test_sort_under_steps (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNode *lane = get (journey, "ideas"), *phase = get (journey, "consider");
  EtpNode *visit = get (journey, "visit"), *compare = get (journey, "compare");
  /* As it is drawn: b d a c e. */
  EtpNode *const steps[] = { compare, visit, compare, visit, NULL };
  const char *titles[] = { "a", "b", "c", "d", "e" };
  const guint votes[] = { 3, 1, 4, 2, 9 };
  g_autoptr (GError) error = NULL;
  g_autofree char *sorted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    set (journey, etp_edit_add_note (journey, lane, phase, steps[i], titles[i], NULL), votes[i]);
  g_assert_true (etp_edit_sort_lane_by_votes (journey, lane, NULL));
  sorted = read_cell (journey, lane, phase);
  g_assert_cmpstr (sorted, ==, "dbcae");
  g_assert_false (etp_edit_sort_lane_by_votes (journey, lane, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Notes under steps keep the order of the steps.");
  etp_journey_assert_valid (journey);
}

/* What would change nothing but the order in the file is sorted already. */
static void
test_sort_as_drawn (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNode *lane = get (journey, "ideas"), *phase = get (journey, "consider");
  EtpNode *second = etp_edit_add_note (journey, lane, phase, get (journey, "compare"), "a", NULL);
  EtpNode *first = etp_edit_add_note (journey, lane, phase, get (journey, "visit"), "b", NULL);
  EtpNode *member = etp_edit_add_note (journey, lane, phase, NULL, "c", NULL);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint64 serial;

  g_ptr_array_add (members, member);
  g_assert_true (etp_edit_cluster_cards (journey, members, second, NULL));
  set (journey, first, 3);
  set (journey, second, 2);
  serial = etp_journey_get_serial (journey);
  g_assert_false (etp_edit_sort_lane_by_votes (journey, lane, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "The lane is in the order of its votes already.");
  g_assert_cmpuint (etp_journey_get_serial (journey), ==, serial);
}

static void
test_sort_refused (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GError) error = NULL;

  g_assert_false (etp_edit_sort_lane_by_votes (journey, get (journey, "touchpoints"), &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
}

static void
test_sort_measures (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNodeList *measures = etp_journey_get_list (journey, ETP_LIST_MEASURES);
  EtpNode *measure = etp_edit_add_note (journey, get (journey, "measures"),
                                        get (journey, "consider"), NULL, "Last", NULL);

  set (journey, measure, 90);
  g_assert_true (etp_edit_sort_lane_by_votes (journey, get (journey, "measures"), NULL));
  g_assert_true (etp_node_list_get (measures, 0) == measure);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-votes/set", test_set);
  g_test_add_func ("/edit-votes/vote", test_vote);
  g_test_add_func ("/edit-votes/rounds", test_rounds);
  g_test_add_func ("/edit-votes/closed", test_closed);
  g_test_add_func ("/edit-votes/take-back", test_take_back);
  g_test_add_func ("/edit-votes/sort", test_sort);
  g_test_add_func ("/edit-votes/sort-under-steps", test_sort_under_steps);
  g_test_add_func ("/edit-votes/sort-as-drawn", test_sort_as_drawn);
  g_test_add_func ("/edit-votes/sort-refused", test_sort_refused);
  g_test_add_func ("/edit-votes/sort-measures", test_sort_measures);
  return g_test_run ();
}
