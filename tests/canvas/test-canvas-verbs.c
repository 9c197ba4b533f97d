/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "scene/etp-emotion-spot.h"

/* What commands do to what is selected, and what is selected afterwards. */

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
set (CanvasFixture *fixture, const char *id, guint field, gboolean value)
{
  EtpDatum datum = etp_datum_boolean (value);

  g_assert_true (
      etp_edit_set (fixture->journey, canvas_fixture_get_node (fixture, id), field, &datum, NULL));
}

/* The step of a curve's first point is added to by keyboard. Where its lane is collapsed that unfolds, as
 * part of the same step of the history, and where it is hidden nothing happens. */
static void
test_add_behind_point (void)
{
  CanvasFixture fixture;
  EtpNodeList *cards;
  EtpHistory *history;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_set_persona (fixture.canvas, "max");
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  history = etp_journey_get_history (fixture.journey);
  n = etp_node_list_get_length (cards);
  set (&fixture, "touchpoints", ETP_LANE_COLLAPSED, TRUE);
  before = etp_test_dump (fixture.journey);
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "advert", "max");
  run (&fixture, "canvas.add");
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n + 1);
  g_assert_false (
      etp_node_get_boolean (canvas_fixture_get_node (&fixture, "touchpoints"), ETP_LANE_COLLAPSED));
  etp_canvas_end_editing (fixture.canvas, TRUE);
  after = etp_test_dump (fixture.journey);
  etp_test_assert_same_dump (before, after);
  g_assert_null (etp_history_get_redo_title (history));
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "advert", "max");

  set (&fixture, "touchpoints", ETP_LANE_HIDDEN, TRUE);
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "advert", "max");
  run (&fixture, "canvas.add");
  g_assert_false (etp_canvas_is_editing (fixture.canvas));
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n);
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "advert", "max");
  canvas_fixture_tear_down (&fixture);
}

/* With nothing selected the keyboard begins in the first cell that takes something. */
static void
test_add_to_nothing (void)
{
  CanvasFixture fixture;
  EtpNodeList *cards;
  EtpNode *card;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  n = etp_node_list_get_length (cards);
  set (&fixture, "aware", ETP_PHASE_HIDDEN, TRUE);
  etp_canvas_select (fixture.canvas, ETP_ITEM_REF_NONE);
  run (&fixture, "canvas.add");
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n + 1);
  card = etp_canvas_get_selected_node (fixture.canvas);
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, "consider");
  etp_canvas_end_editing (fixture.canvas, TRUE);
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n);
  canvas_fixture_tear_down (&fixture);
}

/* A point's step goes past a phase that is out of sight, and nowhere if there is no other one. */
static void
test_move_step (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_set_persona (fixture.canvas, "max");
  set (&fixture, "consider", ETP_PHASE_HIDDEN, TRUE);
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "advert", "max");
  run (&fixture, "canvas.move-step-right");
  g_assert_cmpstr (get_text (&fixture, "advert", ETP_CARD_PHASE), ==, "buy");
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "advert", "max");

  set (&fixture, "aware", ETP_PHASE_COLLAPSED, TRUE);
  run (&fixture, "canvas.move-step-left");
  g_assert_cmpstr (get_text (&fixture, "advert", ETP_CARD_PHASE), ==, "buy");
  canvas_fixture_tear_down (&fixture);
}

/* The number of a step, as "1.2". */
static void
assert_number (CanvasFixture *fixture, const char *id, guint phase, guint index)
{
  g_assert_true (etp_outline_get_step (etp_journey_get_outline (fixture->journey), phase, index)
                 == canvas_fixture_get_node (fixture, id));
}

/* Its neighbours are the steps of all lanes: it goes past one of another lane, and comes before that in
 * the next phase. */
static void
test_move_step_among_lanes (void)
{
  CanvasFixture fixture;
  EtpJourney *journey = etp_test_journey_new_sample ();

  etp_test_add (journey, ETP_LIST_LANES, "kiosk", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "browse", ETP_CARD_LANE, "kiosk", ETP_CARD_PHASE, "aware",
                ETP_CARD_TITLE, "Browse", ETP_TEST_END);
  canvas_fixture_show (&fixture, journey, 1000, 700);
  etp_canvas_set_persona (fixture.canvas, "max");
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "advert", "max");
  assert_number (&fixture, "advert", 1, 1);
  run (&fixture, "canvas.move-step-right");
  assert_number (&fixture, "browse", 1, 1);
  assert_number (&fixture, "advert", 1, 2);
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "advert", "max");
  run (&fixture, "canvas.move-step-right");
  assert_number (&fixture, "advert", 2, 1);
  run (&fixture, "canvas.move-step-left");
  assert_number (&fixture, "advert", 1, 2);
  run (&fixture, "canvas.move-step-left");
  assert_number (&fixture, "advert", 1, 1);
  assert_number (&fixture, "browse", 1, 2);
  g_assert_cmpstr (get_text (&fixture, "advert", ETP_CARD_LANE), ==, "touchpoints");

  /* A new one stands directly behind that of the point. */
  run (&fixture, "canvas.add");
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  assert_number (&fixture, "browse", 1, 3);
  etp_canvas_end_editing (fixture.canvas, TRUE);
  canvas_fixture_tear_down (&fixture);
}

/* The keyboard stays on the map where a card was parked. */
static void
test_park (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "slow", NULL);
  run (&fixture, "canvas.park");
  g_assert_cmpstr (get_text (&fixture, "slow", ETP_CARD_PHASE), ==, "");
  g_assert_false (etp_item_ref_is_none (etp_canvas_get_selection (fixture.canvas)));
  canvas_fixture_tear_down (&fixture);
}

/* A link cannot be copied, so it is not cut either. */
static void
test_cut_link (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  canvas_fixture_select (&fixture, ETP_ITEM_LINK, "handover", NULL);
  run (&fixture, "canvas.cut");
  g_assert_nonnull (etp_journey_get_node (fixture.journey, "handover"));
  canvas_fixture_tear_down (&fixture);
}

/* Where a link was deleted, what it began at is selected. */
static void
test_delete_link (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  canvas_fixture_select (&fixture, ETP_ITEM_LINK, "handover", NULL);
  run (&fixture, "canvas.delete");
  g_assert_null (etp_journey_get_node (fixture.journey, "handover"));
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_CARD, "compare", NULL);
  canvas_fixture_tear_down (&fixture);
}

static gboolean
press (CanvasFixture *fixture, guint key)
{
  return etp_canvas_press_curve_key (fixture->canvas, key, 0);
}

/* A link is being drawn by keyboard: where it cannot lead it goes on being drawn, and nothing else
 * begins there. */
static void
test_link_nowhere (void)
{
  CanvasFixture fixture;
  EtpNodeList *links;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_set_persona (fixture.canvas, "max");
  links = etp_journey_get_list (fixture.journey, ETP_LIST_LINKS);
  n = etp_node_list_get_length (links);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.canvas));
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "advert", NULL);
  run (&fixture, "canvas.link");
  for (guint i = 0; i < 2; i++) /* to itself */
    {
      run (&fixture, "canvas.activate");
      g_assert_nonnull (fixture.canvas->link_from);
      g_assert_false (etp_canvas_is_editing (fixture.canvas));
    }
  canvas_fixture_select (&fixture, ETP_ITEM_PHASE_HEAD, "consider", NULL);
  for (guint i = 0; i < 2; i++)
    {
      run (&fixture, "canvas.activate");
      g_assert_false (etp_canvas_is_editing (fixture.canvas));
    }
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "visit", "max");
  g_assert_false (press (&fixture, GDK_KEY_Return));
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "slow", NULL);
  run (&fixture, "canvas.activate");
  g_assert_cmpuint (etp_node_list_get_length (links), ==, n + 1);
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "visit", "max");
  g_assert_true (press (&fixture, GDK_KEY_Return));
  canvas_fixture_tear_down (&fixture);
}

static void
select_two (CanvasFixture *fixture, const char *a, const char *b)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, canvas_fixture_get_node (fixture, a));
  g_ptr_array_add (nodes, canvas_fixture_get_node (fixture, b));
  etp_canvas_select_nodes (fixture->canvas, nodes);
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture->canvas), ==, 2);
}

static guint
get_index (CanvasFixture *fixture, EtpListKind list, const char *id)
{
  return etp_node_list_get_index (etp_journey_get_list (fixture->journey, list),
                                  canvas_fixture_get_node (fixture, id));
}

/* Several measures or heads go together, as one step; heads that cannot all go stay in their order. */
static void
test_move_several (void)
{
  CanvasFixture fixture;
  EtpJourney *journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);

  etp_test_add (journey, ETP_LIST_MEASURES, "second", ETP_MEASURE_TITLE, "Second",
                ETP_MEASURE_PHASE, "aware", ETP_TEST_END);
  canvas_fixture_show (&fixture, journey, 1000, 700);
  g_assert_true (etp_edit_set_text (journey, canvas_fixture_get_node (&fixture, "compress"),
                                    ETP_MEASURE_PHASE, "aware", NULL));
  select_two (&fixture, "compress", "second");
  run (&fixture, "canvas.move-right");
  g_assert_cmpstr (get_text (&fixture, "compress", ETP_MEASURE_PHASE), ==, "consider");
  g_assert_cmpstr (get_text (&fixture, "second", ETP_MEASURE_PHASE), ==, "consider");
  g_assert_true (etp_history_undo (history));
  g_assert_cmpstr (get_text (&fixture, "compress", ETP_MEASURE_PHASE), ==, "aware");
  g_assert_cmpstr (get_text (&fixture, "second", ETP_MEASURE_PHASE), ==, "aware");

  select_two (&fixture, "aware", "consider");
  run (&fixture, "canvas.move-right");
  g_assert_cmpuint (get_index (&fixture, ETP_LIST_PHASES, "buy"), ==, 0);
  g_assert_cmpuint (get_index (&fixture, ETP_LIST_PHASES, "aware"), ==, 1);
  run (&fixture, "canvas.move-right");
  g_assert_cmpuint (get_index (&fixture, ETP_LIST_PHASES, "aware"), ==, 1);
  g_assert_true (etp_history_undo (history));
  g_assert_cmpuint (get_index (&fixture, ETP_LIST_PHASES, "buy"), ==, 2);
  canvas_fixture_tear_down (&fixture);
}

/* All that are selected get a copy; a group's heading brings its notes along. */
static void
test_duplicate (void)
{
  CanvasFixture fixture;
  EtpJourney *journey = etp_test_journey_new_sample ();
  EtpNodeList *measures = etp_journey_get_list (journey, ETP_LIST_MEASURES);
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  g_autoptr (GPtrArray) copies = NULL;
  guint n_measures, n_cards;

  etp_test_add (journey, ETP_LIST_MEASURES, "second", ETP_MEASURE_TITLE, "Second",
                ETP_MEASURE_PHASE, "aware", ETP_TEST_END);
  n_measures = etp_node_list_get_length (measures);
  n_cards = etp_node_list_get_length (cards);
  canvas_fixture_show (&fixture, journey, 1000, 700);
  select_two (&fixture, "compress", "second");
  run (&fixture, "canvas.duplicate");
  g_assert_cmpuint (etp_node_list_get_length (measures), ==, n_measures + 2);
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 2);
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_cmpuint (etp_node_list_get_length (measures), ==, n_measures);

  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "talk", NULL);
  run (&fixture, "canvas.duplicate");
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n_cards + 2);
  copies = etp_canvas_dup_selected_nodes (fixture.canvas);
  g_assert_true (etp_cards_have_group (copies));
  canvas_fixture_tear_down (&fixture);
}

/* Whoever goes over to the to-be curve stays with the step, and on the way back too. */
static void
test_toggle_to_be (void)
{
  g_autofree char *target = etp_emotion_dup_target_sub ("max");
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_set_persona (fixture.canvas, "max");
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "visit", "max");
  run (&fixture, "canvas.toggle-to-be");
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "visit", target);
  run (&fixture, "canvas.toggle-to-be");
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "visit", "max");
  canvas_fixture_tear_down (&fixture);
}

/* Commands that are not told as editing ones change nothing, whatever is selected. */
static void
test_looks (void)
{
  static const struct
  {
    EtpItemKind kind;
    const char *id, *sub;
  } items[] = { { ETP_ITEM_CARD, "slow", NULL },
                { ETP_ITEM_PHASE_HEAD, "buy", NULL },
                { ETP_ITEM_LANE_HEAD, "pains", NULL },
                { ETP_ITEM_POINT, "advert", "max" } };
  static const char *const looks[] = { "canvas.menu", "canvas.copy", "canvas.toggle-to-be" };
  CanvasFixture fixture;
  EtpCanvasCommand command;
  guint n_edits = 0, n_looks = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_set_persona (fixture.canvas, "max");
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    for (guint j = 0; etp_canvas_get_command (j, &command); j++)
      {
        n_edits += command.edits;
        if (command.edits)
          continue;
        g_test_message ("%s", command.action);
        canvas_fixture_select (&fixture, items[i].kind, items[i].id, items[i].sub);
        run (&fixture, command.action);
        etp_canvas_end_editing (fixture.canvas, TRUE);
        g_assert_null (etp_history_get_undo_title (etp_journey_get_history (fixture.journey)));
      }
  g_assert_cmpuint (n_edits, >, 0);
  /* These stand among editing ones. */
  for (guint i = 0; etp_canvas_get_command (i, &command); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (looks); j++)
      if (g_str_equal (command.action, looks[j]))
        {
          g_assert_false (command.edits);
          n_looks++;
        }
  g_assert_cmpuint (n_looks, ==, G_N_ELEMENTS (looks));
  canvas_fixture_tear_down (&fixture);
}

/* Side by side a note is added under the step that the pointer is under. */
static void
test_add_under_step (void)
{
  static const char *const steps[] = { "visit", "compare" };
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  g_assert_true (etp_edit_set_text (fixture.journey, ETP_NODE (fixture.journey),
                                    ETP_JOURNEY_ARRANGEMENT, "side-by-side", NULL));
  etp_canvas_fit_map (fixture.canvas);
  canvas_fixture_settle (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      EtpCanvasPlace place;
      double x, y, nowhere;

      canvas_fixture_get_middle (&fixture, canvas_fixture_find (&fixture, steps[i], ETP_ITEM_CARD),
                                 &x, &nowhere);
      canvas_fixture_get_middle (
          &fixture, canvas_fixture_find (&fixture, "pains", ETP_ITEM_LANE_HEAD), &nowhere, &y);
      g_assert_true (etp_canvas_get_place (fixture.canvas, x, y, &place));
      g_assert_cmpstr (etp_node_get_id (place.step), ==, steps[i]);
      g_assert_true (etp_canvas_add (fixture.canvas, &place));
      g_assert_cmpstr (
          etp_node_get_text (etp_canvas_get_selected_node (fixture.canvas), ETP_CARD_STEP), ==,
          steps[i]);
      etp_canvas_end_typing (fixture.canvas);
      canvas_fixture_settle (&fixture);
    }
  canvas_fixture_tear_down (&fixture);
}

/* What is added below a note by keyboard stands under the same step, if there is one. */
static void
test_add_below_note (void)
{
  static const struct
  {
    const char *note, *step, *arrangement;
  } notes[] = { { "slow", "visit", "stacked" },
                { "smaller", "", "stacked" },
                { "unclear", "compare", "side-by-side" },
                { "slow", "visit", "side-by-side" },
                { "visit", "", "side-by-side" } };
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      EtpNode *card;

      g_assert_true (etp_edit_set_text (fixture.journey, ETP_NODE (fixture.journey),
                                        ETP_JOURNEY_ARRANGEMENT, notes[i].arrangement, NULL));
      canvas_fixture_settle (&fixture);
      canvas_fixture_select (&fixture, ETP_ITEM_CARD, notes[i].note, NULL);
      run (&fixture, "canvas.add");
      card = etp_canvas_get_selected_node (fixture.canvas);
      g_assert_cmpstr (etp_node_get_id (card), !=, notes[i].note);
      g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_STEP), ==, notes[i].step);
      etp_canvas_end_editing (fixture.canvas, TRUE);
      canvas_fixture_settle (&fixture);
    }
  canvas_fixture_tear_down (&fixture);
}

typedef void (*AddAt) (CanvasFixture *fixture, const EtpRect *cell, double x);

/* At the sign that is there while the pointer is in the cell. */
static void
add_with_sign (CanvasFixture *fixture, const EtpRect *cell, double x)
{
  const EtpRect *sign = &fixture->canvas->adder;

  fixture->canvas->pointer.is_inside = TRUE;
  fixture->canvas->pointer.x = x + 16;
  fixture->canvas->pointer.y = cell->y + cell->height - 2;
  etp_canvas_update_adder (fixture->canvas);
  g_assert_cmpfloat (sign->width, >, 0);
  etp_canvas_press (fixture->canvas, 0, 1, sign->x + sign->width / 2, sign->y + sign->height / 2);
}

/* Beside the sign. */
static void
add_with_two_clicks (CanvasFixture *fixture, const EtpRect *cell, double x)
{
  for (int i = 1; i <= 2; i++)
    etp_canvas_press (fixture->canvas, 0, i, x + 16, cell->y + cell->height - 2);
}

/* As the menu of the place does. */
static void
add_from_menu (CanvasFixture *fixture, const EtpRect *cell, double x)
{
  canvas_fixture_press_long (fixture, x + 16, cell->y + cell->height - 2);
  run (fixture, "canvas.add");
}

/* A new lane, whose cells are empty; the one in the middle phase in the widget. */
static EtpNode *
add_empty_lane (CanvasFixture *fixture, EtpRect *cell)
{
  EtpNode *lane = etp_edit_insert_lane (fixture->journey, 0, ETP_LANE_KIND_ACTIONS, "", NULL);
  EtpItemRef ref;

  g_assert_nonnull (lane);
  etp_canvas_show_corner (fixture->canvas, 0.7, 0, 0, 0);
  canvas_fixture_settle (fixture);
  ref = etp_canvas_find_empty_cell (fixture->canvas, etp_node_get_id (lane), "consider");
  g_assert_false (etp_item_ref_is_none (ref));
  *cell = etp_canvas_get_item_bounds (fixture->canvas, ref);
  return lane;
}

/* In an empty cell just as well, whichever way it is added with the pointer. */
static void
test_add_in_empty_cell (void)
{
  static const AddAt ways[] = { add_with_sign, add_with_two_clicks, add_from_menu };
  static const char *const steps[] = { "visit", "compare" };
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 900);
  g_assert_true (etp_edit_set_text (fixture.journey, ETP_NODE (fixture.journey),
                                    ETP_JOURNEY_ARRANGEMENT, "side-by-side", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (ways) * G_N_ELEMENTS (steps); i++)
    {
      const char *step = steps[i % G_N_ELEMENTS (steps)];
      EtpNode *lane, *card;
      double x, nowhere;
      EtpRect cell;

      lane = add_empty_lane (&fixture, &cell);
      canvas_fixture_get_middle (&fixture, canvas_fixture_find (&fixture, step, ETP_ITEM_CARD), &x,
                                 &nowhere);
      ways[i / G_N_ELEMENTS (steps)](&fixture, &cell, x);
      g_assert_true (etp_canvas_is_editing (fixture.canvas));
      card = etp_canvas_get_selected_node (fixture.canvas);
      g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_LANE), ==, etp_node_get_id (lane));
      g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_STEP), ==, step);
      etp_canvas_end_typing (fixture.canvas);
      g_assert_true (etp_edit_remove (fixture.journey, lane, NULL));
      canvas_fixture_settle (&fixture);
    }
  canvas_fixture_tear_down (&fixture);
}

static void
add_note (EtpJourney *journey, const char *id, const char *phase, guint field, const char *value)
{
  etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "pains", ETP_CARD_PHASE, phase,
                ETP_CARD_TITLE, id, field, value, ETP_TEST_END);
}

/* The cell's cards in the order of the file. */
static void
assert_pains (CanvasFixture *fixture, const char *phase, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n;
  const EtpPlace *const *places = etp_outline_get_cell (
      etp_journey_get_outline (fixture->journey), get_index (fixture, ETP_LIST_PHASES, phase),
      get_index (fixture, ETP_LIST_LANES, "pains"), &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, i > 0 ? " %s" : "%s", etp_node_get_id (places[i]->card));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
move_card (CanvasFixture *fixture, const char *id, const char *action)
{
  canvas_fixture_select (fixture, ETP_ITEM_CARD, id, NULL);
  run (fixture, action);
  canvas_fixture_settle (fixture);
  canvas_fixture_assert_selected (fixture, ETP_ITEM_CARD, id, NULL);
}

/* Notes pass those that stand under the same step, one with each press, and then leave their lane; they
 * stay under their step. */
static void
test_move_notes (void)
{
  CanvasFixture fixture;
  EtpJourney *journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);

  add_note (journey, "late", "consider", ETP_CARD_STEP, "visit");
  add_note (journey, "loose", "consider", ETP_CARD_STEP, "");
  canvas_fixture_show (&fixture, journey, 1000, 700);
  assert_pains (&fixture, "consider", "slow unclear late loose");
  move_card (&fixture, "slow", "canvas.move-down");
  assert_pains (&fixture, "consider", "unclear late slow loose");
  move_card (&fixture, "slow", "canvas.move-up");
  assert_pains (&fixture, "consider", "unclear slow late loose");
  for (guint i = 0; i < 2; i++)
    g_assert_true (etp_history_undo (history));
  g_assert_null (etp_history_get_undo_title (history));

  move_card (&fixture, "late", "canvas.move-down");
  g_assert_cmpstr (get_text (&fixture, "late", ETP_CARD_LANE), !=, "pains");
  g_assert_cmpstr (get_text (&fixture, "late", ETP_CARD_STEP), ==, "visit");
  move_card (&fixture, "late", "canvas.move-up");
  assert_pains (&fixture, "consider", "slow unclear loose late");
  move_card (&fixture, "loose", "canvas.move-up");
  g_assert_cmpstr (get_text (&fixture, "loose", ETP_CARD_LANE), !=, "pains");

  /* As long as one of several can move in the cell they all stay. */
  select_two (&fixture, "slow", "unclear");
  run (&fixture, "canvas.move-down");
  assert_pains (&fixture, "consider", "unclear late slow");
  run (&fixture, "canvas.move-down");
  assert_pains (&fixture, "consider", "late");
  canvas_fixture_tear_down (&fixture);
}

static void
move_two (CanvasFixture *fixture, const char *a, const char *b, const char *title)
{
  select_two (fixture, a, b);
  run (fixture, "canvas.move-down");
  canvas_fixture_settle (fixture);
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (fixture->journey)), ==,
                   title);
}

/* What moves at once is one step, also under several steps, and it is named after all that moved. */
static void
test_move_under_steps (void)
{
  CanvasFixture fixture;
  EtpJourney *journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);

  add_note (journey, "late", "consider", ETP_CARD_STEP, "visit");
  add_note (journey, "rude", "consider", ETP_CARD_STEP, "compare");
  canvas_fixture_show (&fixture, journey, 1000, 700);
  assert_pains (&fixture, "consider", "slow unclear late rude");
  move_two (&fixture, "slow", "unclear", "Move 2 Cards");
  assert_pains (&fixture, "consider", "late slow rude unclear");
  /* The first one is at the end of its step. */
  move_two (&fixture, "slow", "rude", "Move Card");
  assert_pains (&fixture, "consider", "late slow unclear rude");
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_history_undo (history));
  assert_pains (&fixture, "consider", "slow unclear late rude");
  g_assert_null (etp_history_get_undo_title (history));
  canvas_fixture_tear_down (&fixture);
}

/* A group counts as one, and its notes keep to it. */
static void
test_move_groups (void)
{
  CanvasFixture fixture;
  EtpJourney *journey = etp_test_journey_new_sample ();

  add_note (journey, "heading", "buy", ETP_CARD_CLUSTER, "");
  add_note (journey, "one", "buy", ETP_CARD_CLUSTER, "heading");
  add_note (journey, "two", "buy", ETP_CARD_CLUSTER, "heading");
  add_note (journey, "lone", "buy", ETP_CARD_CLUSTER, "");
  canvas_fixture_show (&fixture, journey, 1000, 700);
  move_card (&fixture, "one", "canvas.move-up");
  g_assert_null (etp_history_get_undo_title (etp_journey_get_history (journey)));
  move_card (&fixture, "two", "canvas.move-down");
  g_assert_null (etp_history_get_undo_title (etp_journey_get_history (journey)));
  move_card (&fixture, "lone", "canvas.move-up");
  assert_pains (&fixture, "buy", "lone heading one two");
  move_card (&fixture, "one", "canvas.move-down");
  assert_pains (&fixture, "buy", "lone heading two one");
  g_assert_cmpstr (get_text (&fixture, "one", ETP_CARD_CLUSTER), ==, "heading");
  move_card (&fixture, "heading", "canvas.move-up");
  assert_pains (&fixture, "buy", "heading two one lone");
  move_card (&fixture, "heading", "canvas.move-up");
  assert_pains (&fixture, "buy", "lone");
  g_assert_cmpstr (get_text (&fixture, "one", ETP_CARD_CLUSTER), ==, "heading");
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/verbs/add-behind-point", test_add_behind_point);
  g_test_add_func ("/canvas/verbs/add-to-nothing", test_add_to_nothing);
  g_test_add_func ("/canvas/verbs/add-under-step", test_add_under_step);
  g_test_add_func ("/canvas/verbs/add-below-note", test_add_below_note);
  g_test_add_func ("/canvas/verbs/add-in-empty-cell", test_add_in_empty_cell);
  g_test_add_func ("/canvas/verbs/move-step", test_move_step);
  g_test_add_func ("/canvas/verbs/move-step-among-lanes", test_move_step_among_lanes);
  g_test_add_func ("/canvas/verbs/park", test_park);
  g_test_add_func ("/canvas/verbs/cut-link", test_cut_link);
  g_test_add_func ("/canvas/verbs/delete-link", test_delete_link);
  g_test_add_func ("/canvas/verbs/link-nowhere", test_link_nowhere);
  g_test_add_func ("/canvas/verbs/move-several", test_move_several);
  g_test_add_func ("/canvas/verbs/move-notes", test_move_notes);
  g_test_add_func ("/canvas/verbs/move-under-steps", test_move_under_steps);
  g_test_add_func ("/canvas/verbs/move-groups", test_move_groups);
  g_test_add_func ("/canvas/verbs/duplicate", test_duplicate);
  g_test_add_func ("/canvas/verbs/toggle-to-be", test_toggle_to_be);
  g_test_add_func ("/canvas/verbs/looks", test_looks);
  return g_test_run ();
}
