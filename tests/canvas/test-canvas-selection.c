/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-tables.h"

static void
run (CanvasFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

static EtpItem *
get_selected (CanvasFixture *fixture)
{
  const EtpItemRef ref = etp_canvas_get_selection (fixture->canvas);

  return etp_item_ref_is_none (ref)
             ? NULL
             : etp_scene_get_item (etp_canvas_get_scene (fixture->canvas), ref);
}

static void
count_signal (EtpCanvas *canvas, guint *n)
{
  ++*n;
}

/* N walks all focusable items once, Shift+N back again. */
static void
test_walk_all (void)
{
  CanvasFixture fixture;
  EtpScene *scene;
  EtpItemRef last, ref;
  guint n_changes = 0, n_items = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  g_signal_connect (fixture.canvas, "selection-changed", G_CALLBACK (count_signal), &n_changes);
  scene = etp_canvas_get_scene (fixture.canvas);
  for (ref = etp_scene_next (scene, ETP_ITEM_REF_NONE, 1); !etp_item_ref_is_none (ref);
       ref = etp_scene_next (scene, ref, 1))
    n_items++;
  g_assert_cmpuint (n_items, >, 20);

  for (guint i = 0; i < n_items; i++)
    {
      run (&fixture, "canvas.next");
      g_assert_nonnull (get_selected (&fixture));
    }
  g_assert_cmpuint (n_changes, ==, n_items);
  last = etp_canvas_get_selection (fixture.canvas);
  run (&fixture, "canvas.next");
  ref = etp_canvas_get_selection (fixture.canvas);
  g_assert_cmpuint (ref.cell, ==, last.cell);
  g_assert_cmpuint (ref.index, ==, last.index);

  for (guint i = 1; i < n_items; i++)
    run (&fixture, "canvas.previous");
  ref = etp_scene_next (scene, ETP_ITEM_REF_NONE, 1);
  last = etp_canvas_get_selection (fixture.canvas);
  g_assert_cmpuint (ref.cell, ==, last.cell);
  g_assert_cmpuint (ref.index, ==, last.index);

  run (&fixture, "canvas.clear-selection");
  g_assert_null (get_selected (&fixture));
  canvas_fixture_tear_down (&fixture);
}

static void
test_arrows (void)
{
  static const struct
  {
    const char *there, *back;
  } cases[] = {
    { "canvas.go-right", "canvas.go-left" },
    { "canvas.go-down", "canvas.go-up" },
  };
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 1000, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const EtpItemRef first = etp_scene_find_node (
          etp_canvas_get_scene (fixture.canvas),
          etp_node_get_id (
              etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS), 0)),
          ETP_ITEM_CARD);
      EtpItem *start;

      etp_canvas_select (fixture.canvas, first);
      start = get_selected (&fixture);
      g_assert_cmpint (start->kind, ==, ETP_ITEM_CARD);
      run (&fixture, cases[i].there);
      g_assert_nonnull (get_selected (&fixture));
      g_assert_true (get_selected (&fixture) != start);
      run (&fixture, cases[i].back);
      g_assert_true (get_selected (&fixture) == start);
    }
  canvas_fixture_tear_down (&fixture);
}

/* What is selected by the keyboard comes into the window, clear of the heads. */
static void
test_selection_is_in_view (void)
{
  CanvasFixture fixture;
  EtpScene *scene;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (600, 8), 1000, 700);
  etp_canvas_set_zoom (fixture.canvas, 1.0);
  scene = etp_canvas_get_scene (fixture.canvas);
  for (guint i = 0; i < 300; i++)
    {
      EtpItemRef ref;
      EtpRect bounds;

      run (&fixture, "canvas.next");
      ref = etp_canvas_get_selection (fixture.canvas);
      if (etp_scene_get_item (scene, ref)->kind != ETP_ITEM_CARD)
        continue;
      bounds = etp_canvas_get_item_bounds (fixture.canvas, ref);
      g_assert_cmpfloat (bounds.x, >=, 0);
      g_assert_cmpfloat (bounds.y, >=, 0);
      g_assert_cmpfloat (bounds.x + bounds.width, <=, 1000);
      g_assert_cmpfloat (bounds.y + bounds.height, <=, 700);
      ref = etp_canvas_pick (fixture.canvas, bounds.x + bounds.width / 2,
                             bounds.y + bounds.height / 2);
      g_assert_cmpuint (ref.cell, ==, etp_canvas_get_selection (fixture.canvas).cell);
    }
  canvas_fixture_tear_down (&fixture);
}

/* A head that stays at the window's edge is in view: the map does not run back to where it came from.
 * In a window that is too small for that it comes into view. */
static void
test_pinned_heads (void)
{
  static const struct
  {
    int width, height;
    double zoom;
    EtpItemKind kind;
    gboolean stays;
  } rows[] = {
    { 1000, 500, 1.0, ETP_ITEM_LANE_HEAD, TRUE },
    { 1000, 500, 1.0, ETP_ITEM_PHASE_HEAD, TRUE },
    { 360, 500, 0.9, ETP_ITEM_LANE_HEAD, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkAdjustment) across = NULL;
      g_autoptr (GtkAdjustment) down = NULL;
      EtpItemRef ref = ETP_ITEM_REF_NONE;
      EtpRect before, after, bounds;
      CanvasFixture fixture;

      canvas_fixture_show (&fixture, etp_test_journey_new_large (600, 8), rows[i].width,
                           rows[i].height);
      etp_canvas_set_zoom (fixture.canvas, rows[i].zoom);
      g_object_get (fixture.canvas, "hadjustment", &across, "vadjustment", &down, NULL);
      gtk_adjustment_set_value (across, 900);
      gtk_adjustment_set_value (down, 700);
      canvas_fixture_settle (&fixture);
      for (double x = 10; x < rows[i].width && etp_item_ref_is_none (ref); x += 6)
        for (double y = 10; y < rows[i].height && etp_item_ref_is_none (ref); y += 6)
          {
            ref = etp_canvas_pick (fixture.canvas, x, y);
            if (!etp_item_ref_is_none (ref)
                && etp_scene_get_item (etp_canvas_get_scene (fixture.canvas), ref)->kind
                       != rows[i].kind)
              ref = ETP_ITEM_REF_NONE;
          }
      if (!rows[i].stays) /* it is not there to be found */
        {
          g_assert_true (etp_item_ref_is_none (ref));
          ref = canvas_fixture_find (
              &fixture,
              etp_node_get_id (
                  etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_LANES), 0)),
              rows[i].kind);
        }
      g_assert_false (etp_item_ref_is_none (ref));
      before = etp_canvas_get_viewport (fixture.canvas);
      etp_canvas_select (fixture.canvas, ref);
      canvas_fixture_settle (&fixture);
      after = etp_canvas_get_viewport (fixture.canvas);
      bounds = etp_canvas_get_item_bounds (fixture.canvas, ref);
      if (rows[i].kind == ETP_ITEM_LANE_HEAD)
        g_assert_cmpint (before.x == after.x, ==, rows[i].stays);
      else
        g_assert_cmpint (before.y == after.y, ==, rows[i].stays);
      g_assert_cmpfloat (bounds.x, >=, 0);
      g_assert_cmpfloat (bounds.y, >=, 0);
      canvas_fixture_tear_down (&fixture);
    }
}

/* The selection belongs to the node: it follows through edits and ends with the node. */
static void
test_selection_follows_edits (void)
{
  CanvasFixture fixture;
  g_autoptr (GError) error = NULL;
  EtpNodeList *cards;
  EtpNode *card;
  guint n_changes = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 3), 1000, 700);
  g_signal_connect (fixture.canvas, "selection-changed", G_CALLBACK (count_signal), &n_changes);
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  card = etp_node_list_get (cards, 1);
  etp_canvas_select (fixture.canvas,
                     canvas_fixture_find (&fixture, etp_node_get_id (card), ETP_ITEM_CARD));
  g_assert_cmpuint (n_changes, ==, 1);

  g_assert_true (etp_edit_set_text (fixture.journey, card, ETP_CARD_TITLE, "Anders", &error));
  g_assert_cmpstr (get_selected (&fixture)->node_id, ==, etp_node_get_id (card));
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_true (etp_edit_remove (fixture.journey, etp_node_list_get (cards, 0), &error));
  g_assert_cmpstr (get_selected (&fixture)->node_id, ==, etp_node_get_id (card));
  g_assert_true (etp_edit_remove (fixture.journey, card, &error));
  g_assert_null (get_selected (&fixture));
  canvas_fixture_tear_down (&fixture);
}

/* The same file read again: the view stays, and so does the selection. */
static void
test_replaced_journey (void)
{
  CanvasFixture fixture;
  g_autoptr (EtpJourney) again = etp_test_journey_new_sample ();
  g_autofree char *id = NULL;
  EtpRect before, after;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 700, 500);
  etp_canvas_set_zoom (fixture.canvas, 1.3);
  for (guint i = 0; i < 12; i++)
    run (&fixture, "canvas.next");
  id = g_strdup (get_selected (&fixture)->node_id);
  canvas_fixture_settle (&fixture);
  before = etp_canvas_get_viewport (fixture.canvas);
  etp_canvas_replace_journey (fixture.canvas, again);
  canvas_fixture_settle (&fixture);
  after = etp_canvas_get_viewport (fixture.canvas);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 0.01);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 0.01);
  g_assert_cmpfloat_with_epsilon (before.width, after.width, 0.01);
  g_assert_cmpstr (get_selected (&fixture)->node_id, ==, id);
  canvas_fixture_tear_down (&fixture);
}

static EtpNode *
add_measure (CanvasFixture *fixture, GPtrArray *nodes)
{
  EtpNode *measure = etp_edit_add (fixture->journey, ETP_LIST_MEASURES, "New", G_MAXUINT, NULL);

  g_ptr_array_set_size (nodes, 0);
  g_ptr_array_add (nodes, measure);
  return measure;
}

/* A measure was put into the journey: the head of the collapsed phase that it went into is selected, and
 * nothing if it has no phase, which is complained about no more than that. */
static void
test_placed_measure (void)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  const EtpField *cards = &etp_measure_table.fields[ETP_MEASURE_CARDS];
  EtpDatum collapsed = etp_datum_boolean (TRUE);
  CanvasFixture fixture;
  EtpDatum visit = etp_datum_texts (cards, (const char *const[]){ "visit", NULL });
  EtpNode *measure, *phase;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  phase = etp_journey_get_node (
      fixture.journey,
      etp_node_get_text (etp_journey_get_node (fixture.journey, "visit"), ETP_CARD_PHASE));
  g_assert_true (etp_edit_set (fixture.journey, phase, ETP_PHASE_COLLAPSED, &collapsed, NULL));

  add_measure (&fixture, nodes);
  canvas_fixture_settle (&fixture);
  etp_canvas_select_placed (fixture.canvas, nodes);
  g_assert_null (get_selected (&fixture));

  measure = add_measure (&fixture, nodes);
  g_assert_true (etp_edit_set_text (fixture.journey, measure, ETP_MEASURE_PHASE,
                                    etp_node_get_id (phase), NULL));
  canvas_fixture_settle (&fixture);
  etp_canvas_select_placed (fixture.canvas, nodes);
  g_assert_cmpstr (get_selected (&fixture)->node_id, ==, etp_node_get_id (phase));
  etp_canvas_select_nodes (fixture.canvas, NULL);

  measure = add_measure (&fixture, nodes);
  g_assert_true (etp_edit_set (fixture.journey, measure, ETP_MEASURE_CARDS, &visit, NULL));
  canvas_fixture_settle (&fixture);
  etp_canvas_select_placed (fixture.canvas, nodes);
  g_assert_cmpstr (get_selected (&fixture)->node_id, ==, etp_node_get_id (phase));

  canvas_fixture_tear_down (&fixture);
}

/* Tab comes in once and leaves again, wherever the selection is. */
static void
test_tab_is_one_stop (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  gtk_window_set_focus (GTK_WINDOW (fixture.window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture.canvas), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture.canvas), GTK_DIR_TAB_FORWARD));
  for (guint i = 0; i < 9; i++)
    run (&fixture, "canvas.next");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) != GTK_WIDGET (fixture.canvas));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture.canvas), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture.canvas), GTK_DIR_TAB_BACKWARD));
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/selection/walk-all", test_walk_all);
  g_test_add_func ("/canvas/selection/arrows", test_arrows);
  g_test_add_func ("/canvas/selection/is-in-view", test_selection_is_in_view);
  g_test_add_func ("/canvas/selection/pinned-heads", test_pinned_heads);
  g_test_add_func ("/canvas/selection/follows-edits", test_selection_follows_edits);
  g_test_add_func ("/canvas/selection/replaced-journey", test_replaced_journey);
  g_test_add_func ("/canvas/selection/placed-measure", test_placed_measure);
  g_test_add_func ("/canvas/selection/tab-is-one-stop", test_tab_is_one_stop);
  return g_test_run ();
}
