/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "app/etp-emotion-popover.h"
#include "app/etp-resources.h"
#include "canvas/etp-canvas-private.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "find-widget.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-tables.h"

/* What is done in the popover of an emotion, and what is selected on the map afterwards. */

typedef struct
{
  CanvasFixture map;
  GtkWidget *popover; /* owned by the window */
  GtkWidget *scale; /* borrowed */
} Fixture;

/* The popover of a point of the sample's. */
static void
set_up (Fixture *self, const char *card, const char *persona)
{
  const EtpItem point = { .kind = ETP_ITEM_POINT,
                          .node_id = (char *) card,
                          .sub = (char *) persona };

  canvas_fixture_show (&self->map, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_select (self->map.canvas, etp_canvas_find_item (self->map.canvas, &point));
  self->popover = etp_emotion_popover_new (self->map.canvas);
  gtk_widget_set_parent (self->popover, gtk_window_get_child (GTK_WINDOW (self->map.window)));
  etp_emotion_popover_show (ETP_EMOTION_POPOVER (self->popover), "");
  self->scale = find_of_type (self->popover, GTK_TYPE_SCALE);
}

static void
tear_down (Fixture *self)
{
  gtk_widget_unparent (self->popover);
  canvas_fixture_tear_down (&self->map);
}

static EtpNode *
get_node (Fixture *self, const char *id)
{
  return etp_journey_get_node (self->map.journey, id);
}

static gboolean
is_button_called (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
click (Fixture *self, const char *label)
{
  GtkWidget *button = find_widget (self->popover, is_button_called, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_step_selected (Fixture *self, const char *id)
{
  const EtpItemRef ref = etp_canvas_get_selection (self->map.canvas);
  const EtpItem *item;

  g_assert_false (etp_item_ref_is_none (ref));
  item = etp_scene_get_item (etp_canvas_get_scene (self->map.canvas), ref);
  g_assert_cmpint (item->kind, ==, ETP_ITEM_CARD);
  g_assert_cmpstr (item->node_id, ==, id);
}

/* What is being typed is not lost where the value changes beside it. */
static void
test_typed (void)
{
  Fixture fixture;
  GtkTextBuffer *note;
  EtpValue *emotion;

  set_up (&fixture, "visit", "max");
  note = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (find_of_type (fixture.popover, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (note, "Waited in vain", -1);
  gtk_range_set_value (GTK_RANGE (fixture.scale), 1.3);
  emotion = etp_card_get_emotion (get_node (&fixture, "visit"), "max");
  g_assert_cmpfloat_with_epsilon (etp_emotion_get_level (emotion), 1.3, 1e-9);
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_NOTE), ==, "Waited in vain");
  tear_down (&fixture);
}

/* The entry cuts long texts, and what is typed loses the blanks at its end: neither happens to what is only
 * looked at, nor can a cut text be typed on. */
static void
test_looked_at (void)
{
  g_autofree char *very_long = g_strnfill (100000, 'x');
  const struct
  {
    const char *feeling;
    gboolean can_be_typed;
  } rows[] = { { very_long, FALSE }, { "froh ", TRUE } };
  Fixture fixture;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpNode *card, *persona;
      GtkWidget *feeling;
      guint64 stamp;

      set_up (&fixture, "visit", "max");
      card = get_node (&fixture, "visit");
      persona = get_node (&fixture, "max");
      g_assert_true (
          etp_edit_set_emotion_feeling (fixture.map.journey, card, persona, rows[i].feeling, NULL));
      feeling = GTK_WIDGET (
          gtk_widget_get_template_child (fixture.popover, ETP_TYPE_EMOTION_POPOVER, "feeling"));
      stamp = etp_node_get_stamp (card);
      gtk_popover_popdown (GTK_POPOVER (fixture.popover));
      run_idle ();
      g_assert_cmpuint (etp_node_get_stamp (card), ==, stamp);
      g_assert_true (
          g_str_equal (etp_value_get_text (etp_card_get_emotion (card, "max"), ETP_EMOTION_FEELING),
                       rows[i].feeling));
      g_assert_cmpint (gtk_editable_get_editable (GTK_EDITABLE (feeling)), ==,
                       rows[i].can_be_typed);
      tear_down (&fixture);
    }
}

/* A feeling that was written is the one that is shown: taken away again, it goes. */
static void
test_typed_and_taken_away (void)
{
  static const char *const texts[] = { "puzzled", "", " glad " };
  static const char *const written[] = { "puzzled", "", "glad" };
  Fixture fixture;
  GtkEditable *feeling;

  set_up (&fixture, "visit", "max");
  feeling = GTK_EDITABLE (
      gtk_widget_get_template_child (fixture.popover, ETP_TYPE_EMOTION_POPOVER, "feeling"));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_widget_grab_focus (GTK_WIDGET (feeling));
      gtk_editable_set_text (feeling, texts[i]);
      gtk_widget_grab_focus (fixture.scale);
      g_assert_cmpstr (
          etp_value_get_text (etp_card_get_emotion (get_node (&fixture, "visit"), "max"),
                              ETP_EMOTION_FEELING),
          ==, written[i]);
    }
  tear_down (&fixture);
}

static gboolean
is_said (GtkWidget *widget, const char *text)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);

  return problem == NULL;
}

/* A point without a value looks and sounds so, and not like a neutral one; no slider is filled from its
 * left end, as what is in the middle is not half of something. */
static void
test_not_set (void)
{
  Fixture fixture;

  set_up (&fixture, "visit", "max");
  g_assert_false (gtk_scale_get_has_origin (GTK_SCALE (fixture.scale)));
  g_assert_cmpfloat (gtk_widget_get_opacity (fixture.scale), ==, 1);
  g_assert_false (is_said (fixture.scale, "not set"));
  gtk_popover_popdown (GTK_POPOVER (fixture.popover));
  run_idle ();
  canvas_fixture_select (&fixture.map, ETP_ITEM_CARD, "compare", NULL);
  etp_emotion_popover_show (ETP_EMOTION_POPOVER (fixture.popover), "");
  g_assert_cmpfloat (gtk_widget_get_opacity (fixture.scale), <, 1);
  g_assert_true (is_said (fixture.scale, "not set"));
  gtk_range_set_value (GTK_RANGE (fixture.scale), 0.7);
  g_assert_cmpfloat (gtk_widget_get_opacity (fixture.scale), ==, 1);
  g_assert_false (is_said (fixture.scale, "not set"));
  tear_down (&fixture);
}

/* TRUE if a turn of the wheel above the scale stays without effect. */
static gboolean
is_wheel_held_back (Fixture *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->scale);
  gboolean is_held_back = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "scroll", 0.0, 1.0, &is_held_back);
    }
  return is_held_back;
}

static void
test_wheel (void)
{
  Fixture fixture;

  set_up (&fixture, "visit", "max");
  g_assert_true (is_wheel_held_back (&fixture));
  gtk_widget_grab_focus (fixture.scale);
  g_assert_false (is_wheel_held_back (&fixture));
  tear_down (&fixture);
}

/* The point goes: its step is selected. */
static void
test_remove (void)
{
  Fixture fixture;

  set_up (&fixture, "order", "max");
  click (&fixture, "_Remove Point");
  g_assert_true (
      isnan (etp_emotion_get_level (etp_card_get_emotion (get_node (&fixture, "order"), "max"))));
  assert_step_selected (&fixture, "order");
  tear_down (&fixture);
}

static void
test_clear_ratings (void)
{
  Fixture fixture;

  set_up (&fixture, "visit", "eva");
  click (&fixture, "Clear Ratings");
  assert_step_selected (&fixture, "visit");
  g_assert_true (gtk_widget_get_visible (fixture.popover));
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_resources_register (etp_get_resource ());
  adw_init ();
  g_test_add_func ("/app/emotion/typed", test_typed);
  g_test_add_func ("/app/emotion/looked-at", test_looked_at);
  g_test_add_func ("/app/emotion/typed-and-taken-away", test_typed_and_taken_away);
  g_test_add_func ("/app/emotion/not-set", test_not_set);
  g_test_add_func ("/app/emotion/wheel", test_wheel);
  g_test_add_func ("/app/emotion/remove", test_remove);
  g_test_add_func ("/app/emotion/clear-ratings", test_clear_ratings);
  return g_test_run ();
}
