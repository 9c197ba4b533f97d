/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "scene/etp-drop.h"
#include "scene/etp-scene-place.h"

/* What the pointer's button does when it goes down, moves and comes up again, and how the map moves. */

/* The gesture of a type that follows the first button. */
static GtkEventController *
find_gesture (CanvasFixture *fixture, GType type)
{
  g_autoptr (GListModel)
      controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        return controller; /* the widget holds it */
    }
  g_assert_not_reached ();
}

/* A place right of x with nothing under it that could be dragged. */
static void
find_free_place (CanvasFixture *fixture, double from_x, double *x, double *y)
{
  for (*y = 300; *y < 500; *y += 4)
    for (*x = from_x; *x < from_x + 300; *x += 4)
      if (etp_item_ref_is_none (etp_canvas_pick (fixture->canvas, *x, *y)))
        return;
  g_assert_not_reached ();
}

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

/* Something is dragged to the window's edge and held there: the map goes on below it, also where it
 * moves smoothly otherwise. */
static void
test_edge (void)
{
  for (int animates = 0; animates < 2; animates++)
    {
      CanvasFixture fixture;
      GtkEventController *drag;
      double start, x, y;

      canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 800, 600);
      etp_canvas_set_zoom (fixture.canvas, 1.0);
      canvas_fixture_settle (&fixture);
      start = etp_canvas_get_viewport (fixture.canvas).x;
      set_animations (animates);
      find_free_place (&fixture, 300, &x, &y);
      drag = find_gesture (&fixture, GTK_TYPE_GESTURE_DRAG);
      g_signal_emit_by_name (drag, "drag-begin", x, y);
      g_signal_emit_by_name (drag, "drag-update", 798 - x, 0.0);
      g_assert_nonnull (etp_canvas_get_tool (fixture.canvas));
      for (guint i = 0; i < 60; i++)
        canvas_fixture_run_frame (&fixture);
      g_signal_emit_by_name (drag, "drag-end", 798 - x, 0.0);
      g_assert_cmpfloat (etp_canvas_get_viewport (fixture.canvas).x, >, start + 200);
      set_animations (FALSE);
      canvas_fixture_tear_down (&fixture);
    }
}

static void
run (CanvasFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

/* Keys that come while the map still moves add up, up to its edge and no farther. */
static void
test_quick_keys (void)
{
  CanvasFixture fixture;
  double start;
  EtpRect there;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (2000, 6), 800, 400);
  etp_canvas_set_zoom (fixture.canvas, 1.0);
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat (etp_scene_get_height (etp_canvas_get_scene (fixture.canvas)), >, 1600);
  start = etp_canvas_get_viewport (fixture.canvas).y;
  set_animations (TRUE);
  for (guint i = 0; i < 3; i++)
    {
      run (&fixture, "canvas.page-down");
      canvas_fixture_run_frame (&fixture);
    }
  canvas_fixture_settle (&fixture);
  there = etp_canvas_get_viewport (fixture.canvas);
  g_assert_cmpfloat_with_epsilon (there.y, start + 3 * 0.9 * 400, 3);
  for (guint i = 0; i < 7; i++)
    run (&fixture, "canvas.page-up");
  canvas_fixture_run_frame (&fixture);
  run (&fixture, "canvas.page-down");
  canvas_fixture_settle (&fixture);
  there = etp_canvas_get_viewport (fixture.canvas);
  g_assert_cmpfloat_with_epsilon (there.y, 0.9 * 400, 3);
  set_animations (FALSE);
  canvas_fixture_tear_down (&fixture);
}

/* What is selected while the map still moves to what was selected before is in view in the end, at the
 * zoom that was asked for. */
static void
test_quick_selection (void)
{
  static const char *const keys[][2] = {
    { "canvas.last", "canvas.first" },
    { "canvas.zoom-original", "canvas.last" },
    { "canvas.fit-map", "canvas.first" },
  };
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 800, 600);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      double zoom;
      EtpRect bounds;

      etp_canvas_set_zoom (fixture.canvas, 0.8);
      run (&fixture, "canvas.first");
      canvas_fixture_settle (&fixture);
      run (&fixture, keys[i][0]); /* at once */
      canvas_fixture_settle (&fixture);
      zoom = etp_canvas_get_zoom (fixture.canvas);
      etp_canvas_set_zoom (fixture.canvas, 0.8);
      run (&fixture, "canvas.first");
      canvas_fixture_settle (&fixture);

      set_animations (TRUE);
      run (&fixture, keys[i][0]);
      canvas_fixture_run_frame (&fixture);
      run (&fixture, keys[i][1]);
      canvas_fixture_settle (&fixture);
      set_animations (FALSE);
      g_assert_cmpfloat_with_epsilon (etp_canvas_get_zoom (fixture.canvas), zoom, 1e-6);
      bounds = etp_canvas_get_item_bounds (fixture.canvas,
                                           etp_canvas_get_selection (fixture.canvas));
      g_assert_cmpfloat (bounds.x, >=, 0);
      g_assert_cmpfloat (bounds.y, >=, 0);
      g_assert_cmpfloat (bounds.x, <, 800);
      g_assert_cmpfloat (bounds.y, <, 600);
    }
  canvas_fixture_tear_down (&fixture);
}

static EtpItemRef
find_card (CanvasFixture *fixture, guint index)
{
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);

  return canvas_fixture_find (fixture, etp_node_get_id (etp_node_list_get (cards, index)),
                              ETP_ITEM_CARD);
}

static void
select_cards (CanvasFixture *fixture, guint n)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (nodes, etp_node_list_get (cards, i));
  etp_canvas_select_nodes (fixture->canvas, nodes);
  canvas_fixture_settle (fixture);
}

/* Ctrl or Shift may be let go before the button: what was chosen with it stays. Without it one of
 * several is alone after the click, and all of them stay until then. */
static void
test_release (void)
{
  static const struct
  {
    GdkModifierType state; /* at the press; there is none at the release */
    guint n_before, n_pressed, n_released;
  } rows[] = {
    { GDK_CONTROL_MASK, 2, 3, 3 },
    { GDK_CONTROL_MASK, 3, 2, 2 }, /* it is taken out */
    { 0, 3, 3, 1 },
    { 0, 2, 1, 1 },
    { 0, 1, 1, 1 },
  };
  CanvasFixture fixture;
  GtkEventController *click;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  click = find_gesture (&fixture, GTK_TYPE_GESTURE_CLICK);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpCanvas *canvas = fixture.canvas;
      double x, y;

      select_cards (&fixture, rows[i].n_before);
      canvas_fixture_get_middle (&fixture, find_card (&fixture, i == 4 ? 0 : 2), &x, &y);
      etp_canvas_press (canvas, rows[i].state, 1, x, y);
      g_assert_cmpuint (etp_canvas_get_n_chosen (canvas), ==, rows[i].n_pressed);
      g_signal_emit_by_name (click, "released", 1, x, y);
      g_assert_cmpuint (etp_canvas_get_n_chosen (canvas), ==, rows[i].n_released);
    }
  canvas_fixture_tear_down (&fixture);
}

static void
count_clicks (EtpCanvas *canvas, guint *n)
{
  ++*n;
}

/* The middle of the sign that folds the group of a heading, in the widget. */
static void
find_fold_sign (CanvasFixture *fixture, const char *id, double *x, double *y)
{
  const EtpItemRef ref = canvas_fixture_find (fixture, id, ETP_ITEM_CARD);
  const EtpRect bounds = etp_canvas_get_item_bounds (fixture->canvas, ref);
  const double zoom = etp_canvas_get_zoom (fixture->canvas);
  EtpRect sign;

  g_assert_true (etp_item_find_fold_sign (
      etp_scene_get_item (etp_canvas_get_scene (fixture->canvas), ref), &sign));
  *x = bounds.x + (sign.x + sign.width / 2) * zoom;
  *y = bounds.y + (sign.y + sign.height / 2) * zoom;
}

static gboolean
is_shown (CanvasFixture *fixture, const char *card)
{
  return !etp_item_ref_is_none (
      etp_scene_find_node (etp_canvas_get_scene (fixture->canvas), card, ETP_ITEM_CARD));
}

/* A plain click is told once it is one; neither one that chooses several nor the second of two is, nor
 * one that folds a group. */
static void
test_clicked (void)
{
  static const struct
  {
    GdkModifierType state;
    int n_press;
    guint n_told;
  } rows[] = { { 0, 1, 1 }, { GDK_CONTROL_MASK, 1, 0 }, { GDK_SHIFT_MASK, 1, 0 }, { 0, 2, 0 } };
  CanvasFixture fixture;
  GtkEventController *click;
  guint n = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  click = find_gesture (&fixture, GTK_TYPE_GESTURE_CLICK);
  g_signal_connect (fixture.canvas, "clicked", G_CALLBACK (count_clicks), &n);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double x, y;

      n = 0;
      select_cards (&fixture, 1);
      canvas_fixture_get_middle (&fixture, find_card (&fixture, 2), &x, &y);
      etp_canvas_press (fixture.canvas, rows[i].state, rows[i].n_press, x, y);
      g_assert_cmpuint (n, ==, 0);
      g_signal_emit_by_name (click, "released", rows[i].n_press, x, y);
      g_assert_cmpuint (n, ==, rows[i].n_told);
      etp_canvas_end_typing (fixture.canvas);
    }
  for (guint i = 0; i < 2; i++)
    {
      double x, y;

      n = 0;
      canvas_fixture_settle (&fixture);
      find_fold_sign (&fixture, "talk", &x, &y);
      etp_canvas_press (fixture.canvas, 0, 1, x, y);
      g_signal_emit_by_name (click, "released", 1, x, y);
      g_assert_cmpuint (n, ==, 0);
      g_assert_cmpint (is_shown (&fixture, "listen"), ==, i == 1);
    }
  canvas_fixture_tear_down (&fixture);
}

/* The pointer slips a little while a double click adds a card: typing goes on. */
static void
test_slip (void)
{
  CanvasFixture fixture;
  GtkEventController *drag, *click;
  EtpCanvasPlace place;
  double x, y;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 3), 1200, 800);
  drag = find_gesture (&fixture, GTK_TYPE_GESTURE_DRAG);
  click = find_gesture (&fixture, GTK_TYPE_GESTURE_CLICK);
  n = etp_node_list_get_length (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS));
  find_free_place (&fixture, 300, &x, &y);
  g_assert_true (etp_canvas_get_place (fixture.canvas, x, y, &place));
  g_assert_true (etp_canvas_can_add (fixture.canvas, place.lane));
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (click, "pressed", 2, x, y);
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  g_signal_emit_by_name (drag, "drag-update", 20.0, 0.0);
  g_assert_null (etp_canvas_get_tool (fixture.canvas));
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  g_signal_emit_by_name (drag, "drag-end", 20.0, 0.0);
  g_signal_emit_by_name (click, "released", 2, x + 20, y);
  canvas_fixture_settle (&fixture);
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  g_assert_cmpuint (
      etp_node_list_get_length (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS)), ==, n + 1);
  canvas_fixture_tear_down (&fixture);
}

/* The right edge of a phase in the widget, and a place in its head. */
static void
find_edge (CanvasFixture *fixture, const char *phase, double *x, double *y)
{
  const EtpRect bounds = etp_canvas_get_item_bounds (
      fixture->canvas, canvas_fixture_find (fixture, phase, ETP_ITEM_PHASE_HEAD));

  *x = bounds.x + bounds.width - 1;
  *y = bounds.y + bounds.height / 2;
}

static void
drag_edge (CanvasFixture *fixture, const char *phase, double way)
{
  GtkEventController *drag = find_gesture (fixture, GTK_TYPE_GESTURE_DRAG);
  double x, y;

  find_edge (fixture, phase, &x, &y);
  g_assert_nonnull (etp_canvas_find_head_edge (fixture->canvas, x, y));
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  etp_canvas_press (fixture->canvas, 0, 1, x, y);
  g_signal_emit_by_name (drag, "drag-update", way, 0.0);
  g_signal_emit_by_name (drag, "drag-end", way, 0.0);
}

/* The edge of a phase that is partly out of view moves as far as the pointer does. */
static void
test_head_edge (void)
{
  for (int animates = 0; animates < 2; animates++)
    {
      CanvasFixture fixture;
      EtpRect head;

      canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 6), 800, 600);
      head = etp_scene_item_rect (etp_canvas_get_scene (fixture.canvas),
                                  canvas_fixture_find (&fixture, "phase2", ETP_ITEM_PHASE_HEAD),
                                  NULL);
      etp_canvas_show_corner (fixture.canvas, 1.0, head.x, 0, 0);
      canvas_fixture_settle (&fixture);
      set_animations (animates);
      drag_edge (&fixture, "phase2", 80);
      g_assert_cmpfloat_with_epsilon (
          etp_node_get_number (canvas_fixture_get_node (&fixture, "phase2"), ETP_PHASE_WIDTH),
          head.width + 80, 1.5);
      set_animations (FALSE);
      canvas_fixture_tear_down (&fixture);
    }
}

/* In a room the widths of phases have the same limits as elsewhere: those of what the document says. */
static void
test_room_edge (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 3), 1200, 800);
  etp_canvas_set_room (fixture.canvas, TRUE);
  canvas_fixture_settle (&fixture);
  etp_canvas_show_corner (fixture.canvas, etp_canvas_get_zoom (fixture.canvas), 0, 0, 0);
  canvas_fixture_settle (&fixture);
  drag_edge (&fixture, "phase0", -310 * etp_canvas_get_zoom (fixture.canvas));
  g_assert_cmpfloat (
      etp_node_get_number (canvas_fixture_get_node (&fixture, "phase0"), ETP_PHASE_WIDTH), ==, 240);
  canvas_fixture_tear_down (&fixture);
}

/* From when something is dragged on the map stays where it is, also if it was about to move because of
 * the press. */
static void
test_held (void)
{
  CanvasFixture fixture;
  GtkEventController *drag;
  EtpRect card, view;
  double x, y;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 6), 800, 600);
  card = etp_scene_item_rect (etp_canvas_get_scene (fixture.canvas), find_card (&fixture, 30),
                              NULL);
  etp_canvas_show_corner (fixture.canvas, 1.0, card.x - 650, card.y - 200, 0);
  canvas_fixture_settle (&fixture);
  set_animations (TRUE);
  drag = find_gesture (&fixture, GTK_TYPE_GESTURE_DRAG);
  x = etp_canvas_get_item_bounds (fixture.canvas, find_card (&fixture, 30)).x + 30;
  y = etp_canvas_get_item_bounds (fixture.canvas, find_card (&fixture, 30)).y + 10;
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  etp_canvas_press (fixture.canvas, 0, 1, x, y);
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 1);
  view = etp_canvas_get_viewport (fixture.canvas);
  g_signal_emit_by_name (drag, "drag-update", -60.0, 40.0);
  g_assert_nonnull (etp_canvas_get_tool (fixture.canvas));
  for (guint i = 0; i < 20; i++)
    canvas_fixture_run_frame (&fixture);
  g_assert_cmpfloat (etp_canvas_get_viewport (fixture.canvas).x, ==, view.x);
  g_assert_true (etp_canvas_cancel_tool (fixture.canvas));
  set_animations (FALSE);
  canvas_fixture_tear_down (&fixture);
}

/* An empty cell, which a rubber band may begin on as well. */
static EtpItemRef
find_empty_cell (CanvasFixture *fixture)
{
  EtpScene *scene = etp_canvas_get_scene (fixture->canvas);

  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    for (guint j = 0; j < etp_scene_get_cell (scene, i)->cell->n_items; j++)
      if (etp_scene_get_item (scene, (EtpItemRef){ i, j })->kind == ETP_ITEM_CELL)
        return (EtpItemRef){ i, j };
  g_assert_not_reached ();
}

/* A rubber band that begins on an empty cell adds to what was selected with Shift or Ctrl, and gives it
 * back with Escape. */
static void
test_band (void)
{
  static const GdkModifierType states[] = { 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK };
  CanvasFixture fixture;
  GtkEventController *drag;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  g_assert_nonnull (etp_edit_insert_phase (fixture.journey, G_MAXUINT, "Empty", NULL));
  canvas_fixture_settle (&fixture);
  etp_canvas_fit_map (fixture.canvas);
  canvas_fixture_settle (&fixture);
  drag = find_gesture (&fixture, GTK_TYPE_GESTURE_DRAG);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      EtpItemRef cell;
      double x, y;

      select_cards (&fixture, 3);
      cell = find_empty_cell (&fixture);
      canvas_fixture_get_middle (&fixture, cell, &x, &y);
      g_signal_emit_by_name (drag, "drag-begin", x, y);
      etp_canvas_press (fixture.canvas, states[i], 1, x, y);
      g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, states[i] == 0 ? 1 : 3);
      g_assert_cmpint (etp_canvas_is_selected (fixture.canvas, cell), ==, states[i] == 0);
      g_signal_emit_by_name (drag, "drag-update", 12.0, 0.0);
      g_assert_nonnull (etp_canvas_get_tool (fixture.canvas));
      g_assert_true (etp_canvas_cancel_tool (fixture.canvas));
      g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 3);
      g_assert_false (etp_canvas_is_selected (fixture.canvas, cell));
    }
  canvas_fixture_tear_down (&fixture);
}

/* Where a click would give a step its point. */
static void
find_blank_point (CanvasFixture *fixture, double *x, double *y)
{
  EtpScene *scene = etp_canvas_get_scene (fixture->canvas);
  const EtpRect view = etp_canvas_get_viewport (fixture->canvas);

  for (*y = 100; *y < 800; *y += 8)
    for (*x = 200; *x < 1200; *x += 8)
      {
        double x_map, y_map;
        EtpEmotionSpot spot;

        etp_canvas_to_map (fixture->canvas, *x, *y, &x_map, &y_map);
        if (etp_item_ref_is_none (etp_canvas_pick (fixture->canvas, *x, *y))
            && x_map < view.x + view.width && y_map < view.y + view.height
            && !etp_canvas_is_on_editor (fixture->canvas, *x, *y)
            && etp_emotion_find_spot (scene, fixture->journey, NULL, x_map, y_map, NULL, &spot)
            && etp_canvas_may_give_point (fixture->canvas, &spot, x_map))
          return;
      }
  g_assert_not_reached ();
}

/* The "+" below the card, as the pointer over the card shows it. */
static void
find_adder (CanvasFixture *fixture, const char *card, double *x, double *y)
{
  EtpCanvas *canvas = fixture->canvas;

  canvas_fixture_get_middle (fixture, canvas_fixture_find (fixture, card, ETP_ITEM_CARD), x, y);
  canvas->pointer.is_inside = TRUE;
  canvas->pointer.x = *x;
  canvas->pointer.y = *y;
  etp_canvas_update_hover (canvas);
  g_assert_cmpfloat (canvas->adder.width, >, 0);
  *x = canvas->adder.x + canvas->adder.width / 2;
  *y = canvas->adder.y + canvas->adder.height / 2;
}

/* A click that ends typing does no more than that and selects: what it would do else is not shown. */
static void
test_click_away (void)
{
  CanvasFixture fixture;
  GtkEventController *click;
  EtpNodeList *cards;
  EtpHistory *history;
  double x, y;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  click = find_gesture (&fixture, GTK_TYPE_GESTURE_CLICK);
  history = etp_journey_get_history (fixture.journey);
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  n = etp_node_list_get_length (cards);
  etp_canvas_set_zoom (fixture.canvas, 1);
  canvas_fixture_settle (&fixture);

  /* There is room below it, as another phase has more steps. */
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "order", NULL);
  canvas_fixture_settle (&fixture);
  find_adder (&fixture, "order", &x, &y);
  run (&fixture, "canvas.edit");
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_assert_false (etp_canvas_is_editing (fixture.canvas));
  g_signal_emit_by_name (click, "released", 1, x, y);
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n);
  g_signal_emit_by_name (click, "pressed", 1, x, y); /* once it is shown */
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n + 1);
  etp_canvas_end_editing (fixture.canvas, TRUE);
  g_signal_emit_by_name (click, "released", 1, x, y);

  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "visit", NULL);
  canvas_fixture_settle (&fixture);
  run (&fixture, "canvas.edit");
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  canvas_fixture_settle (&fixture);
  find_blank_point (&fixture, &x, &y);
  fixture.canvas->pointer.x = x;
  fixture.canvas->pointer.y = y;
  etp_canvas_update_hover (fixture.canvas);
  g_assert_null (fixture.canvas->curve.plus.step);
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_signal_emit_by_name (click, "released", 1, x, y);
  g_assert_false (etp_canvas_is_editing (fixture.canvas));
  g_assert_null (etp_history_get_undo_title (history));
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_signal_emit_by_name (click, "released", 1, x, y);
  g_assert_nonnull (etp_history_get_undo_title (history));
  canvas_fixture_tear_down (&fixture);
}

static void
count_told (EtpCanvas *canvas, const char *text, gboolean can_undo, guint *n)
{
  ++*n;
}

/* Where the path goes through the channels no card can be put: what a double click there asks for is told. */
static void
test_channels (void)
{
  CanvasFixture fixture;
  EtpNodeList *cards;
  EtpScenePlace place;
  double x, y;
  guint n, n_told = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  g_signal_connect (fixture.canvas, "told", G_CALLBACK (count_told), &n_told);
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  n = etp_node_list_get_length (cards);
  canvas_fixture_select (&fixture, ETP_ITEM_LANE_HEAD, "channels", NULL);
  canvas_fixture_settle (&fixture);
  g_assert_true (etp_scene_get_place (etp_canvas_get_scene (fixture.canvas), "aware", "channels",
                                      NULL, &place));
  etp_canvas_from_map (fixture.canvas, place.cell.x + 4, place.cell.y + 4, &x, &y);
  g_assert_true (etp_item_ref_is_none (etp_canvas_pick (fixture.canvas, x, y)));
  etp_canvas_press (fixture.canvas, 0, 1, x, y);
  g_assert_cmpuint (n_told, ==, 0);
  etp_canvas_press (fixture.canvas, 0, 2, x, y);
  g_assert_cmpuint (n_told, ==, 1);
  etp_journey_set_read_only (fixture.journey, TRUE);
  etp_canvas_press (fixture.canvas, 0, 2, x, y);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n);
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/press/edge", test_edge);
  g_test_add_func ("/canvas/press/quick-keys", test_quick_keys);
  g_test_add_func ("/canvas/press/quick-selection", test_quick_selection);
  g_test_add_func ("/canvas/press/release", test_release);
  g_test_add_func ("/canvas/press/clicked", test_clicked);
  g_test_add_func ("/canvas/press/slip", test_slip);
  g_test_add_func ("/canvas/press/head-edge", test_head_edge);
  g_test_add_func ("/canvas/press/room-edge", test_room_edge);
  g_test_add_func ("/canvas/press/held", test_held);
  g_test_add_func ("/canvas/press/band", test_band);
  g_test_add_func ("/canvas/press/click-away", test_click_away);
  g_test_add_func ("/canvas/press/channels", test_channels);
  return g_test_run ();
}
