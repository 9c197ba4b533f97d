/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-editor.h"
#include "canvas/etp-canvas-private.h"
#include "canvas/etp-canvas-touch.h"
#include "etp-test-build.h"
#include "model/etp-fields.h"

/* Fingers cannot be put onto a screen by a test; what they meet is asked here. */

static EtpItemRef
find_card (CanvasFixture *fixture, guint number)
{
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);

  for (guint i = 0, n = 0; i < etp_node_list_get_length (cards); i++)
    {
      const EtpItemRef ref = etp_scene_find_node (etp_canvas_get_scene (fixture->canvas),
                                                  etp_node_get_id (etp_node_list_get (cards, i)),
                                                  ETP_ITEM_CARD);

      if (!etp_item_ref_is_none (ref) && n++ == number)
        return ref;
    }
  g_assert_not_reached ();
}

/* The first controller of a type. */
static GtkEventController *
find_controller (CanvasFixture *fixture, GType type)
{
  g_autoptr (GListModel)
      controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* the widget holds it */
    }
  g_assert_not_reached ();
}

/* A finger moves the map, unless it comes down on something that is selected and can be moved. */
static void
test_takes (void)
{
  CanvasFixture fixture;
  g_autoptr (GtkWidget) scroller = g_object_ref_sink (gtk_scrolled_window_new ());
  EtpItemRef first, second;
  double x, y, x2, y2;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  first = find_card (&fixture, 0);
  second = find_card (&fixture, 1);
  canvas_fixture_get_middle (&fixture, first, &x, &y);
  canvas_fixture_get_middle (&fixture, second, &x2, &y2);
  g_assert_false (etp_canvas_takes_touch (fixture.canvas, x, y));
  etp_canvas_select (fixture.canvas, first);
  canvas_fixture_settle (&fixture);
  canvas_fixture_get_middle (&fixture, first, &x, &y);
  canvas_fixture_get_middle (&fixture, second, &x2, &y2);
  g_assert_true (etp_canvas_takes_touch (fixture.canvas, x, y));
  g_assert_false (etp_canvas_takes_touch (fixture.canvas, x2, y2));
  g_assert_false (etp_canvas_takes_touch (fixture.canvas, 1199, 799));

  etp_canvas_begin_touch (fixture.canvas, GTK_SCROLLED_WINDOW (scroller), x, y);
  g_assert_false (gtk_scrolled_window_get_kinetic_scrolling (GTK_SCROLLED_WINDOW (scroller)));
  etp_canvas_end_touch (fixture.canvas, GTK_SCROLLED_WINDOW (scroller));
  g_assert_true (gtk_scrolled_window_get_kinetic_scrolling (GTK_SCROLLED_WINDOW (scroller)));
  etp_canvas_begin_touch (fixture.canvas, GTK_SCROLLED_WINDOW (scroller), x2, y2);
  g_assert_true (gtk_scrolled_window_get_kinetic_scrolling (GTK_SCROLLED_WINDOW (scroller)));

  /* A measure is moved like a card. */
  canvas_fixture_select (&fixture, ETP_ITEM_MEASURE, "compress", NULL);
  canvas_fixture_settle (&fixture);
  canvas_fixture_get_middle (&fixture, etp_canvas_get_selection (fixture.canvas), &x, &y);
  g_assert_true (etp_canvas_takes_touch (fixture.canvas, x, y));

  etp_journey_set_read_only (fixture.journey, TRUE);
  g_assert_false (etp_canvas_takes_touch (fixture.canvas, x, y));
  canvas_fixture_tear_down (&fixture);
}

/* What a finger does when it is lifted it does not do while it may be about to move the map. */
static void
test_tap (void)
{
  CanvasFixture fixture;
  EtpItemRef first, second;
  double x, y, x2, y2;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  first = find_card (&fixture, 0);
  canvas_fixture_get_middle (&fixture, first, &x, &y);
  etp_canvas_put_finger (fixture.canvas, 0, x, y);
  g_assert_null (etp_canvas_get_selected_node (fixture.canvas));
  g_assert_true (etp_canvas_lift_finger (fixture.canvas, 1, x + 2, y));
  g_assert_nonnull (etp_canvas_get_selected_node (fixture.canvas));
  canvas_fixture_settle (&fixture);

  /* The map has gone along with the finger: what is selected stays so, wherever it came down. */
  second = find_card (&fixture, 1);
  canvas_fixture_get_middle (&fixture, second, &x2, &y2);
  etp_canvas_put_finger (fixture.canvas, 0, x2, y2);
  g_assert_false (etp_canvas_lift_finger (fixture.canvas, 1, x2 + 60, y2));
  etp_canvas_put_finger (fixture.canvas, 0, 1199, 799);
  g_assert_false (etp_canvas_lift_finger (fixture.canvas, 1, 1100, 799));
  g_assert_false (etp_canvas_lift_finger (fixture.canvas, 1, 1199, 799)); /* none is down */
  g_assert_true (etp_canvas_is_selected (fixture.canvas, find_card (&fixture, 0)));

  /* Where the map cannot move, the finger drags what it came down on. */
  etp_canvas_put_finger (fixture.canvas, 0, x2, y2);
  etp_canvas_keep_finger (fixture.canvas);
  g_assert_true (etp_canvas_is_selected (fixture.canvas, second));
  g_assert_false (etp_canvas_lift_finger (fixture.canvas, 1, x2, y2));

  /* The second tap types. */
  etp_canvas_put_finger (fixture.canvas, 0, x2, y2);
  g_assert_true (etp_canvas_lift_finger (fixture.canvas, 2, x2, y2));
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  canvas_fixture_tear_down (&fixture);
}

/* The sign that a pointer at this place of the widget has. */
static EtpRect
find_sign (CanvasFixture *fixture, double x, double y)
{
  EtpCanvasPointer *pointer = &fixture->canvas->pointer;
  EtpRect sign;

  pointer->is_inside = TRUE;
  pointer->x = x;
  pointer->y = y;
  etp_canvas_update_adder (fixture->canvas);
  sign = fixture->canvas->adder;
  g_assert_cmpfloat (sign.width, >, 0);
  return sign;
}

/* A tap adds where a "+" is to be seen because the pointer rests there, and selects where none is. The
 * pointer stays where it is. */
static void
test_tap_at_sign (void)
{
  for (guint is_seen = 0; is_seen < 2; is_seen++)
    {
      CanvasFixture fixture;
      EtpCanvasPointer *pointer;
      EtpNodeList *cards;
      EtpItemRef cell;
      EtpRect sign;
      double x, y;
      guint n;

      canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
      pointer = &fixture.canvas->pointer;
      cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
      n = etp_node_list_get_length (cards);
      cell = etp_canvas_find_empty_cell (fixture.canvas, "pains", "buy");
      g_assert_false (etp_item_ref_is_none (cell));
      etp_canvas_select (fixture.canvas, cell); /* into view */
      etp_canvas_select (fixture.canvas, ETP_ITEM_REF_NONE);
      canvas_fixture_settle (&fixture);
      cell = etp_canvas_find_empty_cell (fixture.canvas, "pains", "buy");
      canvas_fixture_get_middle (&fixture, cell, &x, &y);
      sign = find_sign (&fixture, x, y);
      if (!is_seen)
        {
          pointer->x = pointer->y = 1; /* in the corner between the heads */
          etp_canvas_update_adder (fixture.canvas);
          g_assert_cmpfloat (fixture.canvas->adder.width, ==, 0);
        }
      x = sign.x + sign.width / 2;
      y = sign.y + sign.height / 2;
      etp_canvas_put_finger (fixture.canvas, 0, x, y);
      g_assert_true (etp_canvas_lift_finger (fixture.canvas, 1, x, y));
      g_assert_cmpint (etp_canvas_is_editing (fixture.canvas), ==, is_seen);
      g_assert_cmpuint (etp_node_list_get_length (cards), ==, n + is_seen);
      if (!is_seen)
        {
          canvas_fixture_assert_selected (&fixture, ETP_ITEM_CELL, "pains", "buy");
          g_assert_cmpfloat (pointer->x, ==, 1);
        }
      canvas_fixture_tear_down (&fixture);
    }
}

static void
on_menu_requested (EtpCanvas *canvas, const GdkRectangle *place, guint *n_menus)
{
  ++*n_menus;
}

/* A long press selects what is there and asks for its menu; fingers alone have long presses. */
static void
test_long_press (void)
{
  CanvasFixture fixture;
  GtkEventController *press;
  EtpItemRef ref;
  guint n_menus = 0;
  double x, y;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  press = find_controller (&fixture, GTK_TYPE_GESTURE_LONG_PRESS);
  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (press)));
  g_signal_connect (fixture.canvas, "menu-requested", G_CALLBACK (on_menu_requested), &n_menus);
  ref = find_card (&fixture, 0);
  canvas_fixture_get_middle (&fixture, ref, &x, &y);
  g_signal_emit_by_name (press, "pressed", x, y);
  g_assert_cmpuint (n_menus, ==, 1);
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) != NULL);
  /* Two fingers zoom. */
  g_assert_true (GTK_IS_GESTURE_ZOOM (find_controller (&fixture, GTK_TYPE_GESTURE_ZOOM)));
  canvas_fixture_tear_down (&fixture);
}

/* The menu of several is of the one that it was asked for at, and all of them stay selected. */
static void
test_menu_of_several (void)
{
  static const char *const ids[] = { "aware", "consider", "aware" };
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  g_ptr_array_add (nodes, canvas_fixture_get_node (&fixture, "aware"));
  g_ptr_array_add (nodes, canvas_fixture_get_node (&fixture, "consider"));
  etp_canvas_select_nodes (fixture.canvas, nodes);
  canvas_fixture_settle (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      double x, y;

      canvas_fixture_get_middle (
          &fixture, canvas_fixture_find (&fixture, ids[i], ETP_ITEM_PHASE_HEAD), &x, &y);
      canvas_fixture_press_long (&fixture, x, y);
      canvas_fixture_assert_selected (&fixture, ETP_ITEM_PHASE_HEAD, ids[i], NULL);
      g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 2);
    }
  canvas_fixture_tear_down (&fixture);
}

static void
run (CanvasFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

/* Shows a menu, which is closed again, and waits until it has gone. */
static void
close_menu (CanvasFixture *fixture)
{
  GtkWidget *menu = g_object_ref_sink (gtk_popover_new ());

  etp_canvas_popup (fixture->canvas, GTK_POPOVER (menu), &(GdkRectangle){ 9, 9, 1, 1 });
  while (!gtk_widget_get_mapped (menu))
    g_main_context_iteration (NULL, TRUE);
  gtk_popover_popdown (GTK_POPOVER (menu));
  while (gtk_widget_get_parent (menu) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (menu);
}

/* Fingers select together what they like: with Ctrl held, or from the menu of something else, which offers
 * nothing of another sort and nothing that is selected. */
static void
test_several (void)
{
  CanvasFixture fixture;
  EtpCanvas *canvas;
  EtpItemRef first, second;
  double x, y;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  canvas = fixture.canvas;
  first = find_card (&fixture, 0);
  second = find_card (&fixture, 1);
  canvas_fixture_get_middle (&fixture, second, &x, &y);
  for (guint i = 0; i < 2; i++)
    {
      etp_canvas_select (canvas, first);
      canvas_fixture_settle (&fixture);
      canvas_fixture_get_middle (&fixture, second, &x, &y);
      if (i == 0)
        {
          etp_canvas_put_finger (canvas, GDK_CONTROL_MASK, x, y);
          g_assert_true (etp_canvas_lift_finger (canvas, 1, x, y));
        }
      else
        {
          canvas_fixture_press_long (&fixture, x, y);
          g_assert_cmpuint (etp_canvas_get_n_chosen (canvas), ==, 1);
          g_assert_true (etp_canvas_is_selected (canvas, second));
          g_assert_true (etp_canvas_can_select_also (canvas));
          run (&fixture, "canvas.select-also");
          g_assert_false (etp_canvas_can_select_also (canvas));
        }
      g_assert_cmpuint (etp_canvas_get_n_chosen (canvas), ==, 2);
      g_assert_true (etp_canvas_is_selected (canvas, first));
      g_assert_true (etp_item_ref_equal (etp_canvas_get_selection (canvas), second));
    }
  canvas_fixture_press_long (&fixture, x, y);
  g_assert_false (etp_canvas_can_select_also (canvas));
  canvas_fixture_select (&fixture, ETP_ITEM_PHASE_HEAD, "aware", NULL);
  canvas_fixture_settle (&fixture);
  canvas_fixture_get_middle (&fixture, second, &x, &y);
  canvas_fixture_press_long (&fixture, x, y);
  g_assert_false (etp_canvas_can_select_also (canvas));
  etp_canvas_select (canvas, first);
  canvas_fixture_settle (&fixture);
  canvas_fixture_get_middle (&fixture, second, &x, &y);
  canvas_fixture_press_long (&fixture, x, y);
  g_assert_true (etp_canvas_can_select_also (canvas));
  close_menu (&fixture);
  g_assert_false (etp_canvas_can_select_also (canvas));
  canvas_fixture_tear_down (&fixture);
}

/* A place in a cell beside the cards that are in it. */
static void
find_free_place (CanvasFixture *fixture, const char *lane, const char *phase, double *x, double *y)
{
  EtpCanvasPlace place;

  for (*y = 0; *y < 800; *y += 2)
    for (*x = 0; *x < 1200; *x += 2)
      if (etp_item_ref_is_none (etp_canvas_pick (fixture->canvas, *x, *y))
          && etp_canvas_get_place (fixture->canvas, *x, *y, &place)
          && place.lane == canvas_fixture_get_node (fixture, lane)
          && place.phase == canvas_fixture_get_node (fixture, phase))
        return;
  g_assert_not_reached ();
}

/* On the free space of a cell that holds cards the menu means its lane and its phase. */
static void
test_menu_of_place (void)
{
  CanvasFixture fixture;
  double x, y;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  etp_canvas_fit_map (fixture.canvas);
  canvas_fixture_settle (&fixture);
  find_free_place (&fixture, "touchpoints", "consider", &x, &y);
  canvas_fixture_press_long (&fixture, x, y);
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 0);
  run (&fixture, "canvas.select-lane");
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 4);
  etp_canvas_select (fixture.canvas, ETP_ITEM_REF_NONE);
  canvas_fixture_press_long (&fixture, x, y);
  run (&fixture, "canvas.select-phase");
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), >, 2);
  g_assert_true (etp_canvas_is_selected (fixture.canvas,
                                         canvas_fixture_find (&fixture, "slow", ETP_ITEM_CARD)));
  canvas_fixture_tear_down (&fixture);
}

/* What is added later has nothing to do with a menu that was there before. */
static void
test_menu_is_over (void)
{
  for (guint i = 0; i < 4; i++)
    {
      CanvasFixture fixture;
      g_autoptr (EtpJourney) other = etp_test_journey_new_sample ();
      double x, y;

      canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
      if (i == 0)
        canvas_fixture_get_middle (
            &fixture, canvas_fixture_find (&fixture, "touchpoints", ETP_ITEM_LANE_HEAD), &x, &y);
      else
        find_free_place (&fixture, "touchpoints", "consider", &x, &y);
      canvas_fixture_press_long (&fixture, x, y);
      if (i < 2)
        run (&fixture, "canvas.clear-selection");
      else if (i == 2)
        close_menu (&fixture);
      else
        {
          g_set_object (&fixture.journey, other);
          etp_canvas_set_journey (fixture.canvas, other);
          canvas_fixture_settle (&fixture);
        }
      run (&fixture, "canvas.add");
      g_assert_true (etp_canvas_is_editing (fixture.canvas));
      g_assert_cmpstr (
          etp_node_get_text (etp_canvas_get_selected_node (fixture.canvas), ETP_CARD_PHASE), ==,
          "aware");
      canvas_fixture_tear_down (&fixture);
    }
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/touch/takes", test_takes);
  g_test_add_func ("/canvas/touch/tap", test_tap);
  g_test_add_func ("/canvas/touch/tap-at-sign", test_tap_at_sign);
  g_test_add_func ("/canvas/touch/long-press", test_long_press);
  g_test_add_func ("/canvas/touch/menu-of-several", test_menu_of_several);
  g_test_add_func ("/canvas/touch/several", test_several);
  g_test_add_func ("/canvas/touch/menu-of-place", test_menu_of_place);
  g_test_add_func ("/canvas/touch/menu-is-over", test_menu_is_over);
  return g_test_run ();
}
