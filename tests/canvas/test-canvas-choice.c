/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

/* Several items selected together, and places in the grid. */

static void
run (CanvasFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

static EtpNode *
get_card (CanvasFixture *fixture, guint index)
{
  return etp_node_list_get (etp_journey_get_list (fixture->journey, ETP_LIST_CARDS), index);
}

static EtpItemRef
get_ref (CanvasFixture *fixture, EtpNode *card)
{
  return canvas_fixture_find (fixture, etp_node_get_id (card), ETP_ITEM_CARD);
}

static guint
count_selected (CanvasFixture *fixture)
{
  g_autoptr (GPtrArray) nodes = etp_canvas_dup_selected_nodes (fixture->canvas);

  return nodes->len;
}

/* The cards of the cell that holds the first card. */
static const EtpPlace *const *
get_first_cell (CanvasFixture *fixture, guint *n)
{
  EtpOutline *outline = etp_journey_get_outline (fixture->journey);
  const EtpPlace *place = etp_outline_find (outline, get_card (fixture, 0));

  return etp_outline_get_cell (outline, place->phase, place->lane, n);
}

static void
count_signal (EtpCanvas *canvas, guint *n)
{
  ++*n;
}

static void
test_nodes (void)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;
  CanvasFixture fixture;
  guint n_changes = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  g_assert_null (etp_canvas_get_selected_node (fixture.canvas));
  g_assert_cmpuint (count_selected (&fixture), ==, 0);
  g_signal_connect (fixture.canvas, "selection-changed", G_CALLBACK (count_signal), &n_changes);
  g_ptr_array_add (nodes, get_card (&fixture, 7));
  g_ptr_array_add (nodes, get_card (&fixture, 2));
  etp_canvas_select_nodes (fixture.canvas, nodes);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == get_card (&fixture, 7));
  found = etp_canvas_dup_selected_nodes (fixture.canvas);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (g_ptr_array_find (found, get_card (&fixture, 2), NULL));
  canvas_fixture_run_frame (&fixture);
  etp_canvas_set_zoom (fixture.canvas, 0.2);
  canvas_fixture_run_frame (&fixture);

  /* An edit leaves them, an arrow selects one alone, Escape none. */
  g_assert_true (
      etp_edit_set_text (fixture.journey, get_card (&fixture, 2), ETP_CARD_TITLE, "New", NULL));
  g_assert_cmpuint (count_selected (&fixture), ==, 2);
  run (&fixture, "canvas.next");
  g_assert_cmpuint (count_selected (&fixture), ==, 1);
  run (&fixture, "canvas.clear-selection");
  g_assert_cmpuint (count_selected (&fixture), ==, 0);
  g_assert_null (etp_canvas_get_selected_node (fixture.canvas));
  canvas_fixture_tear_down (&fixture);
}

/* Ctrl and a click puts in and takes out; what has the focus stays one of them. */
static void
test_toggle (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  etp_canvas_select (fixture.canvas, get_ref (&fixture, get_card (&fixture, 0)));
  etp_canvas_toggle_chosen (fixture.canvas, get_ref (&fixture, get_card (&fixture, 5)));
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == get_card (&fixture, 5));
  g_assert_cmpuint (count_selected (&fixture), ==, 2);
  etp_canvas_toggle_chosen (fixture.canvas, get_ref (&fixture, get_card (&fixture, 5)));
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == get_card (&fixture, 0));
  g_assert_cmpuint (count_selected (&fixture), ==, 1);
  etp_canvas_toggle_chosen (fixture.canvas, get_ref (&fixture, get_card (&fixture, 0)));
  g_assert_cmpuint (count_selected (&fixture), ==, 0);
  canvas_fixture_tear_down (&fixture);
}

/* Shift and arrows: a range from where it began, which shrinks again. */
static void
test_extend (void)
{
  const EtpPlace *const *cell;
  CanvasFixture fixture;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  cell = get_first_cell (&fixture, &n);
  g_assert_cmpuint (n, >, 2);
  etp_canvas_select (fixture.canvas, get_ref (&fixture, cell[0]->card));
  run (&fixture, "canvas.extend-down");
  g_assert_cmpuint (count_selected (&fixture), ==, 2);
  run (&fixture, "canvas.extend-down");
  g_assert_cmpuint (count_selected (&fixture), ==, 3);
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == cell[2]->card);
  run (&fixture, "canvas.extend-up");
  g_assert_cmpuint (count_selected (&fixture), ==, 2);
  g_assert_true (etp_canvas_is_selected (fixture.canvas, get_ref (&fixture, cell[0]->card)));
  canvas_fixture_tear_down (&fixture);
}

/* Cards in the first, second and fourth of four phases; the third has none. */
static EtpJourney *
new_gap (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", ETP_TEST_END);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *phase = g_strdup_printf ("p%u", i);
      g_autofree char *card = g_strdup_printf ("c%u", i);

      etp_test_add (journey, ETP_LIST_PHASES, phase, ETP_PHASE_NAME, phase, ETP_TEST_END);
      if (i != 2)
        etp_test_add (journey, ETP_LIST_CARDS, card, ETP_CARD_LANE, "pains", ETP_CARD_PHASE, phase,
                      ETP_CARD_TITLE, card, ETP_TEST_END);
    }
  return journey;
}

static void
assert_nodes (CanvasFixture *fixture, const char *ids)
{
  g_autoptr (GPtrArray) nodes = etp_canvas_dup_selected_nodes (fixture->canvas);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", etp_node_get_id (nodes->pdata[i]));
  g_assert_cmpstr (found->str, ==, ids);
}

/* A range of cards goes on through an empty cell, and never on to a head: with that, everything in its
 * lane or phase would be deleted. */
static void
test_extend_over_gap (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, new_gap (), 1400, 700);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "c0", NULL);
  run (&fixture, "canvas.extend-right");
  assert_nodes (&fixture, "c0 c1");
  run (&fixture, "canvas.extend-right");
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_CELL, "pains", "p2");
  assert_nodes (&fixture, "c0 c1");
  run (&fixture, "canvas.extend-right");
  assert_nodes (&fixture, "c0 c1 c3");
  run (&fixture, "canvas.extend-left");
  run (&fixture, "canvas.extend-left");
  run (&fixture, "canvas.extend-left");
  assert_nodes (&fixture, "c0");
  run (&fixture, "canvas.extend-left");
  assert_nodes (&fixture, "c0");
  run (&fixture, "canvas.extend-up");
  assert_nodes (&fixture, "c0");

  /* From an empty cell it is a range of cards as well; the cell is no thing of it. */
  canvas_fixture_select (&fixture, ETP_ITEM_CELL, "pains", "p2");
  run (&fixture, "canvas.extend-right");
  assert_nodes (&fixture, "c3");
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 1);

  /* What is only passed leaves the selection when the keyboard goes on and keeps it. */
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "c1", NULL);
  run (&fixture, "canvas.extend-right");
  run (&fixture, "canvas.keep-right");
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 2);
  assert_nodes (&fixture, "c1 c3");

  canvas_fixture_select (&fixture, ETP_ITEM_CELL, "pains", "p2");
  run (&fixture, "canvas.keep-right");
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 1);
  assert_nodes (&fixture, "c3");

  /* Heads go with heads of their kind. */
  canvas_fixture_select (&fixture, ETP_ITEM_PHASE_HEAD, "p0", NULL);
  run (&fixture, "canvas.extend-right");
  assert_nodes (&fixture, "p0 p1");
  run (&fixture, "canvas.extend-down");
  assert_nodes (&fixture, "p0 p1");
  canvas_fixture_tear_down (&fixture);
}

/* Shift and a click: what does not go with what it began at is alone, a head without the cards that would
 * be deleted with it, and a card without the head. */
static void
test_extend_to_head (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, new_gap (), 1400, 700);
  for (guint i = 0; i < 2; i++)
    {
      canvas_fixture_select (&fixture, ETP_ITEM_CARD, "c0", NULL);
      run (&fixture, "canvas.extend-right");
      etp_canvas_extend_to (fixture.canvas,
                            i == 0 ? canvas_fixture_find (&fixture, "pains", ETP_ITEM_LANE_HEAD)
                                   : canvas_fixture_find (&fixture, "p3", ETP_ITEM_PHASE_HEAD));
      assert_nodes (&fixture, i == 0 ? "pains" : "p3");
      etp_canvas_extend_to (fixture.canvas, canvas_fixture_find (&fixture, "c1", ETP_ITEM_CARD));
      assert_nodes (&fixture, "c1");
    }
  etp_canvas_extend_to (fixture.canvas, canvas_fixture_find (&fixture, "c3", ETP_ITEM_CARD));
  assert_nodes (&fixture, "c1 c3");
  canvas_fixture_tear_down (&fixture);
}

static EtpItemRef
find_card (CanvasFixture *fixture, const char *id)
{
  return canvas_fixture_find (fixture, id, ETP_ITEM_CARD);
}

/* An empty cell that a range has only passed is not among what is chosen with Ctrl, or what a menu is of. */
static void
test_passed_cell (void)
{
  CanvasFixture fixture;
  EtpCanvas *canvas;
  double x, y;

  canvas_fixture_show (&fixture, new_gap (), 1400, 700);
  canvas = fixture.canvas;
  for (guint i = 0; i < 3; i++)
    {
      canvas_fixture_select (&fixture, ETP_ITEM_CARD, "c0", NULL);
      run (&fixture, "canvas.extend-right");
      run (&fixture, "canvas.extend-right");
      canvas_fixture_assert_selected (&fixture, ETP_ITEM_CELL, "pains", "p2");
      canvas_fixture_settle (&fixture);
      if (i == 0)
        {
          etp_canvas_toggle_chosen (canvas, find_card (&fixture, "c3"));
          assert_nodes (&fixture, "c0 c1 c3");
          g_assert_cmpuint (etp_canvas_get_n_chosen (canvas), ==, 3);
        }
      else if (i == 1)
        {
          etp_canvas_toggle_chosen (canvas, find_card (&fixture, "c1"));
          canvas_fixture_assert_selected (&fixture, ETP_ITEM_CARD, "c0", NULL);
          g_assert_cmpuint (etp_canvas_get_n_chosen (canvas), ==, 1);
        }
      else
        {
          canvas_fixture_get_middle (&fixture, find_card (&fixture, "c1"), &x, &y);
          canvas_fixture_press_long (&fixture, x, y);
          canvas_fixture_assert_selected (&fixture, ETP_ITEM_CARD, "c1", NULL);
          g_assert_cmpuint (etp_canvas_get_n_chosen (canvas), ==, 2);
        }
    }
  canvas_fixture_tear_down (&fixture);
}

/* A step with a point and a channel, and a card below the lanes that show these. */
static EtpJourney *
new_lanes_between (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "curve", ETP_LANE_KIND, "emotion", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "ways", ETP_LANE_KIND, "channels", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "P", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "web", ETP_CHANNEL_NAME, "Web", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "s", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p",
                ETP_CARD_TITLE, "S", ETP_CARD_CHANNELS, "web", ETP_CARD_EMOTIONS,
                etp_test_value (&etp_emotion_table, ETP_EMOTION_VALUE, 1.0, ETP_TEST_END), NULL,
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "c0", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p",
                ETP_CARD_TITLE, "C", ETP_TEST_END);
  return journey;
}

/* A range of cards goes on through the lanes between them; there are no cards in those. */
static void
test_extend_over_curve (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, new_lanes_between (), 1400, 900);
  canvas_fixture_find (&fixture, "s", ETP_ITEM_POINT); /* both are there */
  canvas_fixture_find (&fixture, "s", ETP_ITEM_STOP);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "s", NULL);
  run (&fixture, "canvas.extend-down");
  assert_nodes (&fixture, "s c0");
  run (&fixture, "canvas.extend-down");
  assert_nodes (&fixture, "s c0");
  run (&fixture, "canvas.extend-up");
  assert_nodes (&fixture, "s");
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "c0", NULL);
  run (&fixture, "canvas.extend-up");
  assert_nodes (&fixture, "s c0");
  run (&fixture, "canvas.extend-up");
  assert_nodes (&fixture, "s c0");
  canvas_fixture_tear_down (&fixture);
}

/* Ctrl, Shift and arrows: things that do not lie side by side, by keyboard alone. */
static void
test_keep (void)
{
  const EtpPlace *const *cell;
  CanvasFixture fixture;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  cell = get_first_cell (&fixture, &n);
  g_assert_cmpuint (n, >, 4);
  etp_canvas_select (fixture.canvas, get_ref (&fixture, cell[0]->card));
  run (&fixture, "canvas.toggle-kept");
  g_assert_cmpuint (count_selected (&fixture), ==, 1);
  run (&fixture, "canvas.keep-down");
  run (&fixture, "canvas.keep-down");
  g_assert_cmpuint (count_selected (&fixture), ==, 2);
  g_assert_true (etp_canvas_is_selected (fixture.canvas, get_ref (&fixture, cell[0]->card)));
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == cell[2]->card);

  /* What is kept stays when the keyboard goes on; what it only passes does not. */
  run (&fixture, "canvas.toggle-kept");
  run (&fixture, "canvas.keep-down");
  run (&fixture, "canvas.keep-down");
  g_assert_cmpuint (count_selected (&fixture), ==, 3);
  g_assert_true (etp_canvas_is_selected (fixture.canvas, get_ref (&fixture, cell[2]->card)));
  run (&fixture, "canvas.keep-up");
  run (&fixture, "canvas.keep-up");
  g_assert_cmpuint (count_selected (&fixture), ==, 2);
  run (&fixture, "canvas.toggle-kept");
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == cell[2]->card);
  run (&fixture, "canvas.keep-up");
  run (&fixture, "canvas.keep-up");
  g_assert_cmpuint (count_selected (&fixture), ==, 1);
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == cell[0]->card);
  run (&fixture, "canvas.go-down");
  g_assert_cmpuint (count_selected (&fixture), ==, 1);
  canvas_fixture_tear_down (&fixture);
}

static void
count_told (EtpCanvas *canvas, const char *text, gboolean can_undo, guint *n)
{
  ++*n;
}

/* Keeps the first, third and fifth card of the first cell, whose cards are told; the fifth has the
 * keyboard. */
static void
keep_three (CanvasFixture *fixture, EtpNode **cards)
{
  const EtpPlace *const *cell;
  guint n;

  cell = get_first_cell (fixture, &n);
  g_assert_cmpuint (n, >, 5);
  for (guint i = 0; i < 6; i++)
    cards[i] = cell[i]->card;
  etp_canvas_select (fixture->canvas, get_ref (fixture, cards[0]));
  for (guint i = 0; i < 2; i++)
    {
      run (fixture, "canvas.keep-down");
      run (fixture, "canvas.keep-down");
      run (fixture, "canvas.toggle-kept");
    }
  g_assert_cmpuint (count_selected (fixture), ==, 3);
  g_assert_true (etp_canvas_get_selected_node (fixture->canvas) == cards[4]);
}

/* Ctrl+Space twice leaves everything as it was; once, the thing is gone when the keyboard goes on. */
static void
test_keep_twice (void)
{
  EtpNode *cards[6];
  CanvasFixture fixture;
  guint n_told = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  keep_three (&fixture, cards);
  g_signal_connect (fixture.canvas, "told", G_CALLBACK (count_told), &n_told);
  run (&fixture, "canvas.toggle-kept");
  run (&fixture, "canvas.toggle-kept");
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_cmpuint (count_selected (&fixture), ==, 3);
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == cards[4]);
  run (&fixture, "canvas.keep-down");
  run (&fixture, "canvas.keep-up");
  g_assert_cmpuint (count_selected (&fixture), ==, 3);

  run (&fixture, "canvas.toggle-kept");
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == cards[4]);
  run (&fixture, "canvas.keep-down");
  g_assert_cmpuint (count_selected (&fixture), ==, 3);
  g_assert_false (etp_canvas_is_selected (fixture.canvas, get_ref (&fixture, cards[4])));
  g_assert_true (etp_canvas_is_selected (fixture.canvas, get_ref (&fixture, cards[5])));
  canvas_fixture_tear_down (&fixture);
}

/* What the keyboard only passed goes: what has it then was kept, and Ctrl+Space takes that out. */
static void
test_passing_removed (void)
{
  EtpNode *cards[6];
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  keep_three (&fixture, cards);
  run (&fixture, "canvas.keep-down");
  g_assert_cmpuint (count_selected (&fixture), ==, 4);
  g_assert_true (etp_edit_remove (fixture.journey, cards[5], NULL));
  g_assert_cmpuint (count_selected (&fixture), ==, 3);
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) == cards[0]);
  run (&fixture, "canvas.toggle-kept");
  run (&fixture, "canvas.keep-down");
  g_assert_false (etp_canvas_is_selected (fixture.canvas, get_ref (&fixture, cards[0])));
  g_assert_cmpuint (count_selected (&fixture), ==, 3);
  canvas_fixture_tear_down (&fixture);
}

/* Ctrl+A: the cell, its lane, everything. */
static void
test_all (void)
{
  CanvasFixture fixture;
  guint n, n_lane;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  etp_canvas_select (fixture.canvas, get_ref (&fixture, get_first_cell (&fixture, &n)[0]->card));
  run (&fixture, "canvas.select-all");
  g_assert_cmpuint (count_selected (&fixture), ==, n);
  run (&fixture, "canvas.select-all");
  n_lane = count_selected (&fixture);
  g_assert_cmpuint (n_lane, >, n);
  run (&fixture, "canvas.select-all");
  g_assert_cmpuint (count_selected (&fixture), ==, 120);
  canvas_fixture_settle (&fixture);
  etp_canvas_select (fixture.canvas, get_ref (&fixture, get_card (&fixture, 0)));
  run (&fixture, "canvas.select-lane");
  g_assert_cmpuint (count_selected (&fixture), ==, n_lane);
  run (&fixture, "canvas.select-phase");
  g_assert_cmpuint (count_selected (&fixture), >, n);

  /* Of everything, only the lane stays. */
  run (&fixture, "canvas.select-all");
  while (count_selected (&fixture) < 120)
    run (&fixture, "canvas.select-all");
  run (&fixture, "canvas.select-lane");
  g_assert_cmpuint (count_selected (&fixture), ==, n_lane);
  canvas_fixture_tear_down (&fixture);
}

/* What is removed is selected no more, not even after undo; the rest stays. */
static void
test_removed (void)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (nodes, get_card (&fixture, i));
  etp_canvas_select_nodes (fixture.canvas, nodes);
  g_assert_true (etp_edit_remove (fixture.journey, get_card (&fixture, 0), NULL));
  g_assert_cmpuint (count_selected (&fixture), ==, 2);
  g_assert_nonnull (etp_canvas_get_selected_node (fixture.canvas));
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture.journey)));
  g_assert_cmpuint (count_selected (&fixture), ==, 2);
  canvas_fixture_tear_down (&fixture);
}

static void
test_place (void)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  const EtpPlace *const *cell;
  EtpCanvasPlace place;
  CanvasFixture fixture;
  EtpRect rect;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  cell = get_first_cell (&fixture, &n);
  etp_canvas_set_zoom (fixture.canvas, 1.0);
  etp_canvas_select (fixture.canvas, get_ref (&fixture, cell[1]->card));
  canvas_fixture_settle (&fixture);
  rect = etp_canvas_get_item_bounds (fixture.canvas, get_ref (&fixture, cell[1]->card));
  g_assert_true (etp_canvas_get_place (fixture.canvas, rect.x + 5, rect.y + 2, &place));
  g_assert_cmpuint (place.index, ==, 1);
  g_assert_true (
      etp_canvas_get_place (fixture.canvas, rect.x + 5, rect.y + rect.height - 2, &place));
  g_assert_cmpuint (place.index, ==, 2);
  g_assert_cmpstr (etp_node_get_id (place.lane), ==,
                   etp_node_get_text (cell[1]->card, ETP_CARD_LANE));
  g_ptr_array_add (moved, cell[0]->card);
  g_assert_true (etp_canvas_get_place_without (fixture.canvas, rect.x + 5, rect.y + rect.height - 2,
                                               moved, &place));
  g_assert_cmpuint (place.index, ==, 1);
  g_assert_true (etp_canvas_get_selected_place (fixture.canvas, &place));
  g_assert_cmpuint (place.index, ==, 2);
  g_assert_false (etp_canvas_get_place (fixture.canvas, 2, 300, &place));
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/choice/nodes", test_nodes);
  g_test_add_func ("/canvas/choice/toggle", test_toggle);
  g_test_add_func ("/canvas/choice/extend", test_extend);
  g_test_add_func ("/canvas/choice/extend-over-gap", test_extend_over_gap);
  g_test_add_func ("/canvas/choice/extend-over-curve", test_extend_over_curve);
  g_test_add_func ("/canvas/choice/extend-to-head", test_extend_to_head);
  g_test_add_func ("/canvas/choice/passed-cell", test_passed_cell);
  g_test_add_func ("/canvas/choice/keep", test_keep);
  g_test_add_func ("/canvas/choice/keep-twice", test_keep_twice);
  g_test_add_func ("/canvas/choice/passing-removed", test_passing_removed);
  g_test_add_func ("/canvas/choice/all", test_all);
  g_test_add_func ("/canvas/choice/removed", test_removed);
  g_test_add_func ("/canvas/choice/place", test_place);
  return g_test_run ();
}
