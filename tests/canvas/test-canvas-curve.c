/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "canvas-fixture.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "scene/etp-emotion-spot.h"

/* Whose curve clicks and keys mean, and what is selected when another one is chosen. */

static void
add_step (EtpJourney *journey, const char *id, const char *phase)
{
  etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE, phase,
                ETP_CARD_TITLE, id, ETP_TEST_END);
}

static void
give_point (EtpJourney *journey, const char *step, const char *persona, double level)
{
  g_assert_true (etp_edit_set_emotion_level (
      journey, etp_journey_get_node (journey, step),
      persona[0] != '\0' ? etp_journey_get_node (journey, persona) : NULL, FALSE, level, NULL,
      NULL));
}

/* Anna and Ben, and three steps of which the first and the last have a point of one curve. */
static EtpJourney *
create_journey (const char *curve_of)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_PERSONAS, "anna", ETP_PERSONA_NAME, "Anna", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "ben", ETP_PERSONA_NAME, "Ben", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "one", ETP_PHASE_NAME, "One", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "two", ETP_PHASE_NAME, "Two", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "curve", ETP_LANE_KIND, "emotion", ETP_TEST_END);
  add_step (journey, "first", "one");
  add_step (journey, "blank", "one");
  add_step (journey, "last", "two");
  give_point (journey, "first", curve_of, 1);
  give_point (journey, "last", curve_of, -1);
  return journey;
}

static void
assert_edited (CanvasFixture *fixture, const char *step, const char *persona)
{
  EtpEmotionHandle handle;

  canvas_fixture_select (fixture, ETP_ITEM_CARD, step, NULL);
  g_assert_true (etp_canvas_get_emotion (fixture->canvas, &handle));
  g_assert_true (handle.card == canvas_fixture_get_node (fixture, step));
  g_assert_cmpstr (handle.persona_id, ==, persona);
}

/* E means the curve that is there, be it that of the second persona or nobody's, on steps with a point
 * and without one. */
static void
test_edited_curve (void)
{
  static const char *const owners[] = { "", "ben" };

  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      CanvasFixture fixture;

      canvas_fixture_show (&fixture, create_journey (owners[i]), 1000, 700);
      assert_edited (&fixture, "first", owners[i]);
      assert_edited (&fixture, "blank", owners[i]);
      etp_canvas_set_edits_to_be (fixture.canvas, TRUE);
      assert_edited (&fixture, "blank", owners[i]);
      etp_canvas_set_persona (fixture.canvas, "anna");
      assert_edited (&fixture, "first", "anna");
      canvas_fixture_tear_down (&fixture);
    }
}

/* A place on the line, left of the point. */
static gboolean
click_line (CanvasFixture *fixture, EtpItemRef point)
{
  double x, y;

  canvas_fixture_get_middle (fixture, point, &x, &y);
  for (double left = 20; left < 80; left += 5)
    for (double above = 0; above < 120; above += 2)
      if (etp_canvas_click_line (fixture->canvas, x - left, y - above))
        return TRUE;
  return FALSE;
}

/* A click on the only line puts a step onto it, whoever's curve that is. */
static void
test_click_line (void)
{
  static const char *const owners[] = { "", "ben" };

  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      CanvasFixture fixture;
      EtpNodeList *cards;
      const EtpItem last = { .kind = ETP_ITEM_POINT,
                             .node_id = (char *) "last",
                             .sub = (char *) owners[i] };
      EtpNode *added;

      canvas_fixture_show (&fixture, create_journey (owners[i]), 1000, 700);
      cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
      g_assert_true (click_line (&fixture, etp_canvas_find_item (fixture.canvas, &last)));
      g_assert_cmpuint (etp_node_list_get_length (cards), ==, 4);
      added = etp_canvas_get_selected_node (fixture.canvas);
      g_assert_nonnull (added);
      g_assert_nonnull (etp_card_get_emotion (added, owners[i]));
      canvas_fixture_tear_down (&fixture);
    }
}

/* A map that can only be read offers no point at a step without one, and a click there is no error. */
static void
test_read_only (void)
{
  CanvasFixture fixture;
  const EtpItem first = { .kind = ETP_ITEM_POINT,
                          .node_id = (char *) "first",
                          .sub = (char *) "ben" };
  double x, y, x_map, y_map, nowhere;
  EtpEmotionSpot spot;

  canvas_fixture_show (&fixture, create_journey ("ben"), 1000, 700);
  canvas_fixture_get_middle (&fixture, etp_canvas_find_item (fixture.canvas, &first), &nowhere, &y);
  etp_canvas_to_map (fixture.canvas, 0, y, &x_map, &y_map);
  for (x = 0; x < 1000; x += 4)
    {
      etp_canvas_to_map (fixture.canvas, x, y, &x_map, &nowhere);
      if (etp_item_ref_is_none (etp_canvas_pick (fixture.canvas, x, y))
          && etp_emotion_find_spot (etp_canvas_get_scene (fixture.canvas), fixture.journey, NULL,
                                    x_map, y_map, NULL, &spot)
          && etp_canvas_may_give_point (fixture.canvas, &spot, x_map))
        break;
    }
  g_assert_cmpfloat (x, <, 1000);
  etp_journey_set_read_only (fixture.journey, TRUE);
  g_assert_false (etp_canvas_may_give_point (fixture.canvas, &spot, x_map));
  g_assert_false (etp_canvas_click_curve (fixture.canvas, 1, x, y));
  etp_journey_set_read_only (fixture.journey, FALSE);
  g_assert_true (etp_canvas_click_curve (fixture.canvas, 1, x, y));
  canvas_fixture_tear_down (&fixture);
}

/* Where each emotion lane belongs to one persona, E means a curve that is on the map. */
static void
test_bound_lanes (void)
{
  EtpJourney *journey = create_journey ("anna");
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, journey, 1000, 700);
  g_assert_true (etp_edit_set_text (journey, canvas_fixture_get_node (&fixture, "curve"),
                                    ETP_LANE_PERSONA, "ben", NULL));
  assert_edited (&fixture, "first", "ben");
  etp_canvas_set_persona (fixture.canvas, "anna");
  assert_edited (&fixture, "first", "ben");

  /* Two of them: that of the persona in focus, else the one that has nothing there yet. */
  g_assert_true (etp_edit_set_text (
      journey, etp_edit_insert_lane (journey, G_MAXUINT, ETP_LANE_KIND_EMOTION, NULL, NULL),
      ETP_LANE_PERSONA, "anna", NULL));
  assert_edited (&fixture, "first", "anna");
  etp_canvas_set_persona (fixture.canvas, NULL);
  assert_edited (&fixture, "first", "ben");
  give_point (journey, "blank", "ben", 1);
  assert_edited (&fixture, "blank", "anna");
  canvas_fixture_tear_down (&fixture);
}

/* The to-be points of whoever is not in focus are gone: the step stays selected. */
static void
test_choose_persona (void)
{
  g_autofree char *of_max = etp_emotion_dup_target_sub ("max");
  g_autofree char *of_eva = etp_emotion_dup_target_sub ("eva");
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_set_edits_to_be (fixture.canvas, TRUE);
  etp_canvas_set_persona (fixture.canvas, "max");
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "advert", of_max);
  etp_canvas_set_persona (fixture.canvas, "eva");
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "advert", of_eva);

  etp_canvas_set_persona (fixture.canvas, "max");
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "order", of_max);
  etp_canvas_set_persona (fixture.canvas, "eva");
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_CARD, "order", NULL);
  canvas_fixture_tear_down (&fixture);
}

static void
choose_point (CanvasFixture *fixture, const char *id, const char *sub)
{
  const EtpItem wanted = { .kind = ETP_ITEM_POINT, .node_id = (char *) id, .sub = (char *) sub };

  etp_canvas_toggle_chosen (fixture->canvas, etp_canvas_find_item (fixture->canvas, &wanted));
}

static double
get_level (CanvasFixture *fixture, const char *step)
{
  EtpValue *emotion = etp_card_get_emotion (canvas_fixture_get_node (fixture, step), "ben");

  return emotion != NULL ? etp_emotion_get_level (emotion) : (double) NAN;
}

/* The points of the three steps are chosen, that of the last one is the selected one. */
static void
show_points (CanvasFixture *fixture)
{
  EtpJourney *journey = create_journey ("ben");

  give_point (journey, "blank", "ben", 1.9);
  canvas_fixture_show (fixture, journey, 1000, 700);
  canvas_fixture_select (fixture, ETP_ITEM_POINT, "first", "ben");
  choose_point (fixture, "blank", "ben");
  choose_point (fixture, "last", "ben");
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture->canvas), ==, 3);
  etp_history_end_coalescing (etp_journey_get_history (journey));
}

/* Keys mean all chosen points, and undo takes back what one of them did. */
static void
test_several_points (void)
{
  CanvasFixture fixture;
  EtpHistory *history;

  show_points (&fixture);
  history = etp_journey_get_history (fixture.journey);
  for (guint i = 0; i < 2; i++)
    etp_canvas_raise_emotion (fixture.canvas);
  g_assert_cmpfloat (get_level (&fixture, "first"), ==, 1.2);
  g_assert_cmpfloat (get_level (&fixture, "blank"), ==, 2);
  g_assert_cmpfloat (get_level (&fixture, "last"), ==, -0.8);
  g_assert_true (etp_history_undo (history));
  g_assert_cmpfloat (get_level (&fixture, "first"), ==, 1.1);
  g_assert_cmpfloat (get_level (&fixture, "last"), ==, -0.9);
  g_assert_true (etp_history_undo (history));
  canvas_fixture_settle (&fixture);
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 3);

  etp_canvas_remove_emotion (fixture.canvas);
  canvas_fixture_settle (&fixture);
  g_assert_true (isnan (get_level (&fixture, "first")));
  g_assert_true (isnan (get_level (&fixture, "blank")));
  g_assert_true (isnan (get_level (&fixture, "last")));
  g_assert_cmpuint (
      etp_node_list_get_length (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS)), ==, 3);
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 1);
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_CARD, "last", NULL);
  g_assert_true (etp_history_undo (history));
  g_assert_cmpfloat (get_level (&fixture, "first"), ==, 1);
  g_assert_cmpfloat (get_level (&fixture, "blank"), ==, 1.9);
  g_assert_cmpfloat (get_level (&fixture, "last"), ==, -1);
  canvas_fixture_tear_down (&fixture);
}

static void
on_error (EtpCanvas *canvas, GError *error, guint *n)
{
  ++*n;
}

/* Nothing is done to some of them only: where one cannot be set by hand, and where a card is chosen
 * as well. */
static void
test_several_points_kept (void)
{
  static const double ratings[] = { 1, 0 };
  const EtpItem card = { .kind = ETP_ITEM_CARD, .node_id = (char *) "blank" };
  CanvasFixture fixture;
  EtpNode *ben;
  guint n_errors = 0;

  show_points (&fixture);
  ben = canvas_fixture_get_node (&fixture, "ben");
  g_signal_connect (fixture.canvas, "failed", G_CALLBACK (on_error), &n_errors);
  g_assert_true (etp_edit_set_emotion_ratings (fixture.journey,
                                               canvas_fixture_get_node (&fixture, "blank"), ben,
                                               ratings, G_N_ELEMENTS (ratings), NULL));
  etp_canvas_lower_emotion (fixture.canvas);
  g_assert_cmpuint (n_errors, ==, 1);
  g_assert_cmpfloat (get_level (&fixture, "first"), ==, 1);
  g_assert_cmpfloat (get_level (&fixture, "last"), ==, -1);

  etp_canvas_toggle_chosen (fixture.canvas, etp_canvas_find_item (fixture.canvas, &card));
  choose_point (&fixture, "last", "ben");
  choose_point (&fixture, "last", "ben");
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "last", "ben");
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 4);
  etp_canvas_remove_emotion (fixture.canvas);
  g_assert_cmpfloat (get_level (&fixture, "first"), ==, 1);
  g_assert_cmpfloat (get_level (&fixture, "last"), ==, -1);
  canvas_fixture_tear_down (&fixture);
}

static void
on_requested (EtpCanvas *canvas, const char *typed, GString *text)
{
  g_string_append_printf (text, "[%s]", typed);
}

static void
press (CanvasFixture *fixture, const char *keys)
{
  for (const char *p = keys; *p != '\0'; p++)
    {
      const guint key = *p == '^' ? GDK_KEY_Shift_L : gdk_unicode_to_keyval ((guint32) *p);

      g_assert_true (etp_canvas_press_curve_key (fixture->canvas, key, 0)
                     == (*p != '^' && *p != 'x'));
    }
}

/* A sign nudges; a digit right behind it begins a number with that sign, and the nudge is taken back. Behind
 * several signs, behind another key and on another point it begins one without. */
static void
test_sign (void)
{
  static const struct
  {
    const char *keys, *typed; /* ^: Shift, x: a key that does nothing here */
    double level;
  } cases[] = {
    { "-", "", 0.9 },     { "-1", "[-1]", 1 },     { "+1", "[+1]", 1 },   { "-.", "[-.]", 1 },
    { "-^2", "[-2]", 1 }, { "--1", "[1]", 0.8 },   { "-x1", "[1]", 0.9 }, { "1", "[1]", 1 },
    { "-+2", "[2]", 1 },  { "-11", "[-1][1]", 1 },
  };
  CanvasFixture fixture;
  EtpHistory *history;
  g_autoptr (GString) typed = g_string_new (NULL);

  canvas_fixture_show (&fixture, create_journey ("ben"), 1000, 700);
  history = etp_journey_get_history (fixture.journey);
  g_signal_connect (fixture.canvas, "emotion-requested", G_CALLBACK (on_requested), typed);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.canvas));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint64 serial = etp_journey_get_serial (fixture.journey);

      canvas_fixture_select (&fixture, ETP_ITEM_POINT, "first", "ben");
      etp_history_end_coalescing (history);
      g_string_truncate (typed, 0);
      press (&fixture, cases[i].keys);
      g_assert_cmpstr (typed->str, ==, cases[i].typed);
      g_assert_cmpfloat_with_epsilon (get_level (&fixture, "first"), cases[i].level, 1e-9);
      canvas_fixture_settle (&fixture);
      canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "first", "ben");
      while (etp_journey_get_serial (fixture.journey) != serial)
        g_assert_true (etp_history_undo (history));
    }
  press (&fixture, "-");
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "last", "ben");
  g_string_truncate (typed, 0);
  press (&fixture, "1");
  g_assert_cmpstr (typed->str, ==, "[1]");
  g_assert_cmpfloat_with_epsilon (get_level (&fixture, "first"), 0.9, 1e-9);
  canvas_fixture_tear_down (&fixture);
}

/* Where a nudge changes nothing, the sign is one all the same. */
static void
test_sign_at_end (void)
{
  CanvasFixture fixture;
  g_autoptr (GString) typed = g_string_new (NULL);

  canvas_fixture_show (&fixture, create_journey ("ben"), 1000, 700);
  give_point (fixture.journey, "first", "ben", -2);
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "first", "ben");
  g_signal_connect (fixture.canvas, "emotion-requested", G_CALLBACK (on_requested), typed);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.canvas));
  press (&fixture, "-1");
  g_assert_cmpstr (typed->str, ==, "[-1]");
  g_assert_cmpfloat (get_level (&fixture, "first"), ==, -2);
  canvas_fixture_tear_down (&fixture);
}

static double
get_left (CanvasFixture *fixture)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;

  g_object_get (fixture->canvas, "hadjustment", &adjustment, NULL);
  return gtk_adjustment_get_value (adjustment);
}

/* Points that are on the map with either persona stay selected together, and the map where it is. */
static void
test_choose_persona_for_several (void)
{
  CanvasFixture fixture;
  double left;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 600, 500);
  etp_canvas_set_persona (fixture.canvas, "max");
  etp_canvas_set_zoom (fixture.canvas, 2);
  canvas_fixture_select (&fixture, ETP_ITEM_POINT, "order", "max");
  choose_point (&fixture, "advert", "max");
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 2);
  canvas_fixture_settle (&fixture);
  left = get_left (&fixture);
  etp_canvas_scroll_by (fixture.canvas, 500, 0, 0);
  canvas_fixture_settle (&fixture);
  g_assert_cmpfloat (get_left (&fixture), >, left);
  left = get_left (&fixture);
  etp_canvas_set_persona (fixture.canvas, "eva");
  canvas_fixture_settle (&fixture);
  g_assert_cmpuint (etp_canvas_get_n_chosen (fixture.canvas), ==, 2);
  canvas_fixture_assert_selected (&fixture, ETP_ITEM_POINT, "advert", "max");
  g_assert_cmpfloat (get_left (&fixture), ==, left);
  canvas_fixture_tear_down (&fixture);
}

static void
assert_first_curve (CanvasFixture *fixture, const char *persona, guint n_searches)
{
  for (guint i = 0; i < 3; i++)
    g_assert_true (etp_canvas_get_curve_persona (fixture->canvas,
                                                 canvas_fixture_get_node (fixture, "curve"), NULL)
                   == canvas_fixture_get_node (fixture, persona));
  g_assert_cmpuint (fixture->canvas->curve.found.n_searches, ==, n_searches);
}

/* Whose curve it is is searched once, not with each movement of the pointer, until the journey or the
 * curve is another one. */
static void
test_first_curve (void)
{
  g_autoptr (EtpJourney) other = create_journey ("ben");
  CanvasFixture fixture;
  guint n;

  canvas_fixture_show (&fixture, create_journey ("ben"), 1000, 700);
  n = fixture.canvas->curve.found.n_searches;
  etp_canvas_set_edits_to_be (fixture.canvas, TRUE);
  canvas_fixture_settle (&fixture);
  assert_first_curve (&fixture, "ben", n + 1);
  etp_canvas_set_edits_to_be (fixture.canvas, FALSE);
  assert_first_curve (&fixture, "ben", n + 2);
  give_point (fixture.journey, "blank", "anna", 1);
  assert_first_curve (&fixture, "anna", n + 3);
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture.journey)));
  assert_first_curve (&fixture, "ben", n + 4);
  etp_canvas_set_journey (fixture.canvas, other);
  g_assert_true (etp_canvas_get_curve_persona (fixture.canvas, NULL, NULL)
                 == etp_journey_get_node (other, "ben"));
  g_assert_cmpuint (fixture.canvas->curve.found.n_searches, ==, n + 5);
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/curve/edited", test_edited_curve);
  g_test_add_func ("/canvas/curve/click-line", test_click_line);
  g_test_add_func ("/canvas/curve/read-only", test_read_only);
  g_test_add_func ("/canvas/curve/bound-lanes", test_bound_lanes);
  g_test_add_func ("/canvas/curve/several-points", test_several_points);
  g_test_add_func ("/canvas/curve/several-points-kept", test_several_points_kept);
  g_test_add_func ("/canvas/curve/sign", test_sign);
  g_test_add_func ("/canvas/curve/sign-at-end", test_sign_at_end);
  g_test_add_func ("/canvas/curve/choose-persona", test_choose_persona);
  g_test_add_func ("/canvas/curve/choose-persona-for-several", test_choose_persona_for_several);
  g_test_add_func ("/canvas/curve/first-curve", test_first_curve);
  return g_test_run ();
}
