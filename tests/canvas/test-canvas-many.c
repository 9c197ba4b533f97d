/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-drag.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

/* What is done to everything that is selected at once. */

static void
run (CanvasFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

static const char *
get_text (CanvasFixture *fixture, const char *id, guint field)
{
  return etp_node_get_text (canvas_fixture_get_node (fixture, id), field);
}

static void
select_list (CanvasFixture *fixture, EtpListKind kind)
{
  EtpNodeList *list = etp_journey_get_list (fixture->journey, kind);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (list, i)) != NULL; i++)
    g_ptr_array_add (nodes, node);
  etp_canvas_select_nodes (fixture->canvas, nodes);
}

/* All cards of the map are carried, each once, and steps among them cannot be grouped; a heading alone
 * takes its notes along. */
static void
test_drag (void)
{
  CanvasFixture fixture;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  EtpCanvasLoad *load;
  EtpItemRef ref;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  ref = canvas_fixture_find (&fixture, "talk", ETP_ITEM_CARD);
  select_list (&fixture, ETP_LIST_CARDS);
  load = etp_canvas_load_new (fixture.canvas, ref, 0, 0);
  g_assert_nonnull (load);
  g_assert_cmpuint (load->nodes->len, >, 5);
  for (guint i = 0; i < load->nodes->len; i++)
    {
      g_assert_true (g_hash_table_add (seen, load->nodes->pdata[i]));
      g_assert_true (g_hash_table_contains (load->ids, etp_node_get_id (load->nodes->pdata[i])));
    }
  g_assert_cmpuint (g_hash_table_size (load->ids), ==, load->nodes->len);
  g_assert_true (load->has_steps);
  etp_canvas_load_free (load);

  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "talk", NULL);
  load = etp_canvas_load_new (fixture.canvas, ref, 0, 0);
  g_assert_nonnull (load);
  g_assert_cmpuint (load->nodes->len, ==, 1);
  g_assert_cmpuint (g_hash_table_size (load->ids), ==, 2);
  g_assert_true (g_hash_table_contains (load->ids, "listen"));
  g_assert_false (load->has_steps);
  etp_canvas_load_free (load);
  canvas_fixture_tear_down (&fixture);
}

/* A map with a lane of notes above that of the steps. */
static EtpJourney *
create_map (void)
{
  static const char *const phases[] = { "p0", "p1", "p2" };
  EtpJourney *journey = etp_journey_new ();

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    etp_test_add (journey, ETP_LIST_PHASES, phases[i], ETP_PHASE_NAME, phases[i], ETP_TEST_END);
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

/* Everything goes on by a phase, as one step, but what is in the last one; a note above its step stays
 * under it all the same. */
static void
test_move (void)
{
  static const struct
  {
    const char *id, *phase;
  } places[] = { { "first", "p1" }, { "second", "p2" }, { "last", "p2" },
                 { "slow", "p1" },  { "loud", "p2" },   { "new", "p1" } };
  CanvasFixture fixture;
  EtpJourney *journey = create_map ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_card (journey, "first", "steps", "p0", "");
  add_card (journey, "second", "steps", "p1", "");
  add_card (journey, "last", "steps", "p2", "");
  add_card (journey, "slow", "pains", "p0", "first");
  add_card (journey, "loud", "pains", "p1", "second");
  add_card (journey, "new", "ideas", "p0", "first");
  canvas_fixture_show (&fixture, journey, 1000, 700);
  before = etp_test_dump (journey);
  select_list (&fixture, ETP_LIST_CARDS);
  run (&fixture, "canvas.move-right");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpstr (get_text (&fixture, places[i].id, ETP_CARD_PHASE), ==, places[i].phase);
  g_assert_cmpstr (get_text (&fixture, "slow", ETP_CARD_STEP), ==, "first");
  g_assert_cmpstr (get_text (&fixture, "loud", ETP_CARD_STEP), ==, "second");
  g_assert_cmpstr (get_text (&fixture, "new", ETP_CARD_STEP), ==, "first");
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (journey)), ==,
                   "Move 5 Cards");
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 6);
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  after = etp_test_dump (journey);
  etp_test_assert_same_dump (after, before);
  canvas_fixture_tear_down (&fixture);
}

static guint
get_index (CanvasFixture *fixture, const char *id)
{
  return etp_node_list_get_index (etp_journey_get_list (fixture->journey, ETP_LIST_CARDS),
                                  canvas_fixture_get_node (fixture, id));
}

/* Where some move within their cells and others leave theirs, or can go nowhere, all is one step. */
static void
test_move_mixed (void)
{
  static const char *const ids[] = { "a", "d", "e", "g" };
  CanvasFixture fixture;
  EtpJourney *journey = create_map ();
  EtpHistory *history = etp_journey_get_history (journey);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_card (journey, "a", "pains", "p0", "");
  add_card (journey, "b", "pains", "p0", "");
  add_card (journey, "c", "pains", "p0", "");
  add_card (journey, "d", "pains", "p1", "");
  add_card (journey, "e", "ideas", "p0", "");
  add_card (journey, "f", "steps", "p1", "");
  add_card (journey, "g", "pains", "p2", "");
  add_card (journey, "h", "pains", "p2", "");
  canvas_fixture_show (&fixture, journey, 1000, 700);
  before = etp_test_dump (journey);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_ptr_array_add (nodes, canvas_fixture_get_node (&fixture, ids[i]));
  etp_canvas_select_nodes (fixture.canvas, nodes);
  run (&fixture, "canvas.move-down");
  g_assert_cmpuint (get_index (&fixture, "b"), <, get_index (&fixture, "a"));
  g_assert_cmpuint (get_index (&fixture, "a"), <, get_index (&fixture, "c"));
  g_assert_cmpuint (get_index (&fixture, "h"), <, get_index (&fixture, "g"));
  g_assert_cmpstr (get_text (&fixture, "d", ETP_CARD_LANE), ==, "steps");
  g_assert_cmpuint (get_index (&fixture, "d"), <, get_index (&fixture, "f"));
  g_assert_cmpstr (get_text (&fixture, "e", ETP_CARD_LANE), ==, "ideas");
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Move 3 Cards");
  g_assert_true (etp_history_undo (history));
  g_assert_null (etp_history_get_undo_title (history));
  after = etp_test_dump (journey);
  etp_test_assert_same_dump (after, before);
  canvas_fixture_tear_down (&fixture);
}

/* The first group of what is selected folds; all groups of it are dissolved. */
static void
test_groups (void)
{
  CanvasFixture fixture;
  EtpNode *talk;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  talk = canvas_fixture_get_node (&fixture, "talk");
  select_list (&fixture, ETP_LIST_CARDS);
  run (&fixture, "canvas.fold");
  g_assert_true (etp_canvas_is_folded (fixture.canvas, talk));
  etp_canvas_set_folded (fixture.canvas, talk, FALSE);
  canvas_fixture_settle (&fixture);

  select_list (&fixture, ETP_LIST_CARDS);
  run (&fixture, "canvas.ungroup");
  g_assert_cmpstr (get_text (&fixture, "listen", ETP_CARD_CLUSTER), ==, "");
  /* There is none any more. */
  run (&fixture, "canvas.ungroup");
  run (&fixture, "canvas.fold");
  g_assert_false (etp_canvas_is_folded (fixture.canvas, talk));
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture.journey)));
  g_assert_false (etp_history_undo (etp_journey_get_history (fixture.journey)));
  g_assert_cmpstr (get_text (&fixture, "listen", ETP_CARD_CLUSTER), ==, "talk");
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/many/drag", test_drag);
  g_test_add_func ("/canvas/many/move", test_move);
  g_test_add_func ("/canvas/many/move-mixed", test_move_mixed);
  g_test_add_func ("/canvas/many/groups", test_groups);
  return g_test_run ();
}
