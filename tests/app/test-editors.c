/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "app/inspector/etp-editor.h"
#include "app/inspector/etp-picker.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "find-widget.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"

/* The controls of the inspector's fields: what they show is what is in the map. */

#define WIDTH 300 /* of a window in which it matters */

typedef struct
{
  EtpJourney *journey; /* owned */
  GPtrArray *nodes; /* of EtpNode, borrowed */
  GtkWidget *window;
  EtpEditor *editor;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->journey = etp_test_journey_new_sample ();
  self->nodes = g_ptr_array_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  run_idle ();
  g_ptr_array_unref (self->nodes);
  g_object_unref (self->journey);
}

static EtpNode *
get_node (Fixture *self, const char *id)
{
  return etp_journey_get_node (self->journey, id);
}

/* A window with the editor of a field of a node, and of another one unless that is NULL; column and key:
 * as of an EtpSpot. */
static void
show (Fixture *self, const char *id, const char *other, guint field, int column, const char *key)
{
  EtpSpot spot = { .journey = self->journey,
                   .nodes = self->nodes,
                   .field = field,
                   .column = column,
                   .item = -1,
                   .key = key };

  g_ptr_array_add (self->nodes, get_node (self, id));
  if (other != NULL)
    g_ptr_array_add (self->nodes, get_node (self, other));
  self->window = adw_window_new ();
  self->editor = etp_editor_new (etp_spot_get_row (&spot));
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->editor));
  gtk_window_present (GTK_WINDOW (self->window));
  etp_editor_set_spot (self->editor, &spot);
}

static GtkWidget *
find (Fixture *self, GType type)
{
  GtkWidget *found = find_of_type (GTK_WIDGET (self->editor), type);

  g_assert_nonnull (found);
  return found;
}

/* For find_widget (): why something was refused. */
static gboolean
is_error (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error")
         && gtk_widget_get_visible (widget);
}

static void
assert_refused (Fixture *self)
{
  g_assert_nonnull (find_widget (GTK_WIDGET (self->editor), is_error, NULL));
}

/* ---- what was refused does not look as if it were in the map ---- */

static void
test_refused_switch (Fixture *self, gconstpointer data)
{
  GtkSwitch *control;

  etp_journey_set_read_only (self->journey, TRUE);
  show (self, "pains", NULL, ETP_LANE_HIDDEN, -1, NULL);
  control = GTK_SWITCH (find (self, GTK_TYPE_SWITCH));
  for (guint i = 0; i < 2; i++)
    {
      gtk_switch_set_active (control, TRUE);
      run_idle ();
      assert_refused (self);
      g_assert_false (gtk_switch_get_active (control));
      g_assert_false (gtk_switch_get_state (control));
      gtk_test_accessible_assert_state (control, GTK_ACCESSIBLE_STATE_CHECKED, FALSE);
    }
}

static void
test_refused_level (Fixture *self, gconstpointer data)
{
  GtkRange *scale;

  etp_journey_set_read_only (self->journey, TRUE);
  show (self, "advert", NULL, ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, "max");
  scale = GTK_RANGE (find (self, GTK_TYPE_RANGE));
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 0.5);
  gtk_range_set_value (scale, 1.5);
  assert_refused (self);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 0.5);
}

static void
test_refused_number (Fixture *self, gconstpointer data)
{
  EtpDatum closed = etp_datum_boolean (TRUE);
  GtkEditable *text;

  g_assert_true (
      etp_edit_set (self->journey, get_node (self, "dots"), ETP_VOTE_ROUND_CLOSED, &closed, NULL));
  show (self, "order", NULL, ETP_CARD_VOTES, ETP_VOTE_COUNT, "dots");
  text = GTK_EDITABLE (find (self, GTK_TYPE_TEXT));
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "5");
  gtk_editable_set_text (text, "9");
  etp_editor_flush (self->editor);
  assert_refused (self);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "5");
}

/* A year is no amount: nothing parts its thousands, however it was typed. */
static void
test_year (Fixture *self, gconstpointer data)
{
  EtpNode *moment = etp_test_add (self->journey, ETP_LIST_KEY_MOMENTS, "move", ETP_KEY_MOMENT_NAME,
                                  "Moves house", ETP_TEST_END);
  EtpDatum year = etp_datum_integer (2026);
  GtkWidget *error;
  GtkEditable *text;

  g_assert_true (etp_edit_set (self->journey, moment, ETP_KEY_MOMENT_YEAR, &year, NULL));
  show (self, "move", NULL, ETP_KEY_MOMENT_YEAR, -1, NULL);
  text = GTK_EDITABLE (find (self, GTK_TYPE_TEXT));
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "2026");
  gtk_editable_set_text (text, "2,020");
  etp_editor_flush (self->editor);
  g_assert_cmpint (etp_node_get_integer (moment, ETP_KEY_MOMENT_YEAR), ==, 2020);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "2020");
  gtk_editable_set_text (text, "20200");
  etp_editor_flush (self->editor);
  error = find_widget (GTK_WIDGET (self->editor), is_error, NULL);
  g_assert_nonnull (error);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (error)), ==, "It has to be between 0 and 9999.");
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Words may be mended as long as the keyboard is in them. */
static void
test_refused_text (Fixture *self, gconstpointer data)
{
  g_autofree char *typed = NULL, *left = NULL;
  GtkTextBuffer *buffer;
  GtkWidget *view;

  etp_journey_set_read_only (self->journey, TRUE);
  show (self, "visit", NULL, ETP_CARD_TITLE, -1, NULL);
  view = find (self, GTK_TYPE_TEXT_VIEW);
  gtk_widget_grab_focus (view);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, "Leaves the shop", -1);
  etp_editor_flush (self->editor);
  assert_refused (self);
  typed = dup_text (buffer);
  g_assert_cmpstr (typed, ==, "Leaves the shop");
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  assert_refused (self);
  left = dup_text (buffer);
  g_assert_cmpstr (left, ==, "Visits the shop");
}

/* ---- a neutral emotion, which is where the scale stands without one ---- */

static double
get_level (Fixture *self, const char *id)
{
  EtpValue *emotion = etp_card_get_emotion (get_node (self, id), "max");

  return emotion != NULL ? etp_value_get_number (emotion, ETP_EMOTION_VALUE) : (double) NAN;
}

static gboolean
change_level (Fixture *self, double value)
{
  gboolean is_done = FALSE;

  g_signal_emit_by_name (find (self, GTK_TYPE_RANGE), "change-value", GTK_SCROLL_JUMP, value,
                         &is_done);
  return is_done;
}

static void
test_neutral (Fixture *self, gconstpointer data)
{
  show (self, "compare", NULL, ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, "max");
  g_assert_true (isnan (get_level (self, "compare")));
  g_assert_true (change_level (self, 0.03));
  g_assert_cmpfloat (get_level (self, "compare"), ==, 0);
  change_level (self, 0.4);
  g_assert_cmpfloat (get_level (self, "compare"), ==, 0.4);
  change_level (self, 0);
  g_assert_cmpfloat (get_level (self, "compare"), ==, 0);
}

/* Without a value the scale is in the middle: that there is none is said, and whether they differ. */
static void
test_not_set (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *first, *second, *said;
  } rows[] = { { "compare", NULL, "not set" },
               { "advert", "visit", "different values" },
               { "advert", NULL, "+0.5" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problem = NULL;

      show (self, rows[i].first, rows[i].second, ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, "max");
      problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (find (self, GTK_TYPE_RANGE)),
                                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                                    rows[i].said);
      g_assert_cmpstr (problem, ==, NULL);
      if (i + 1 == G_N_ELEMENTS (rows))
        break; /* the last one goes with the test */
      gtk_window_destroy (GTK_WINDOW (self->window));
      g_ptr_array_set_size (self->nodes, 0);
      run_idle ();
    }
}

static void
test_neutral_several (Fixture *self, gconstpointer data)
{
  show (self, "advert", "visit", ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, "max");
  g_assert_true (change_level (self, 0));
  g_assert_cmpfloat (get_level (self, "advert"), ==, 0);
  g_assert_cmpfloat (get_level (self, "visit"), ==, 0);
}

/* Of the scale; borrowed. In the phase of capturing: not those of GTK. */
static gpointer
find_controller (Fixture *self, GType type, GtkPropagationPhase phase)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (find (self, GTK_TYPE_RANGE));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type)
          && gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller))
                 == phase)
        return controller;
    }
  return NULL;
}

static gboolean
press_key (Fixture *self, guint key, GdkModifierType state)
{
  gboolean is_done = FALSE;

  g_signal_emit_by_name (find_controller (self, GTK_TYPE_EVENT_CONTROLLER_KEY, GTK_PHASE_BUBBLE),
                         "key-pressed", key, 0, state, &is_done);
  return is_done;
}

static void
test_neutral_by_key (Fixture *self, gconstpointer data)
{
  show (self, "compare", NULL, ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, "max");
  g_assert_false (press_key (self, GDK_KEY_0, GDK_CONTROL_MASK));
  g_assert_true (isnan (get_level (self, "compare")));
  g_assert_true (press_key (self, GDK_KEY_0, 0));
  g_assert_cmpfloat (get_level (self, "compare"), ==, 0);
  g_assert_true (press_key (self, GDK_KEY_Delete, 0));
  g_assert_true (isnan (get_level (self, "compare")));
  g_assert_true (press_key (self, GDK_KEY_KP_0, 0));
  g_assert_cmpfloat (get_level (self, "compare"), ==, 0);
}

static void
press_at (Fixture *self, double x, double y)
{
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK, GTK_PHASE_CAPTURE),
                         "pressed", 1, x, y);
}

/* For find_widget (): what is slid on a scale. */
static gboolean
is_slider (GtkWidget *widget, gconstpointer data)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "slider");
}

/* GTK says nothing of a click that leaves the slider where it is. */
static void
test_neutral_by_click (Fixture *self, gconstpointer data)
{
  GtkWidget *scale, *slider;
  graphene_rect_t bounds;
  double x, y;

  show (self, "compare", NULL, ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, "max");
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, -1);
  scale = find (self, GTK_TYPE_RANGE);
  slider = find_widget (scale, is_slider, NULL);
  while (gtk_widget_get_width (scale) < WIDTH / 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_compute_bounds (slider, scale, &bounds));
  x = (double) (bounds.origin.x + bounds.size.width / 2);
  y = (double) (bounds.origin.y + bounds.size.height / 2);
  press_at (self, x / 2, y);
  g_assert_true (isnan (get_level (self, "compare")));
  press_at (self, x, y);
  g_assert_true (isnan (get_level (self, "compare"))); /* it may be slid from there yet */
}

/* ---- sliding ---- */

static gint64 now;

static gint64
get_now (void)
{
  return now;
}

static void
assert_feels (Fixture *self, double level, const char *feeling)
{
  EtpValue *emotion = etp_card_get_emotion (get_node (self, "advert"), "max");

  g_assert_cmpfloat (get_level (self, "advert"), ==, level);
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_FEELING), ==, feeling);
}

/* A drag is a step of its own, however long it rests; back over where the feeling goes, it is the one with
 * which the drag began. */
static void
test_slid_and_back (Fixture *self, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (self->journey);
  GtkWidget *scale;

  now = 0;
  etp_history_set_clock (history, get_now);
  show (self, "advert", "visit", ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, "max");
  scale = find (self, GTK_TYPE_RANGE);
  gtk_widget_add_css_class (scale, "dragging"); /* as GTK does */
  gtk_range_set_value (GTK_RANGE (scale), 1.5);
  assert_feels (self, 1.5, "happy");
  now += 5 * G_USEC_PER_SEC;
  gtk_range_set_value (GTK_RANGE (scale), 0.4);
  assert_feels (self, 0.4, "curious");
  gtk_widget_remove_css_class (scale, "dragging");
  gtk_widget_add_css_class (scale, "dragging");
  gtk_range_set_value (GTK_RANGE (scale), -2);
  assert_feels (self, -2, "frustrated");
  g_assert_true (etp_history_undo (history));
  assert_feels (self, 0.4, "curious");
  g_assert_true (etp_history_undo (history));
  assert_feels (self, 0.5, "curious");
  g_assert_cmpfloat (get_level (self, "visit"), ==, -1.2);
}

/* ---- images of several cards ---- */

/* For find_widget (): a button of that label that can be seen. */
static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static GtkWidget *
find_button (Fixture *self, const char *label)
{
  return find_widget (GTK_WIDGET (self->editor), is_button, label);
}

static void
test_images (Fixture *self, gconstpointer data)
{
  EtpNode *picture = get_node (self, "picture"), *slow = get_node (self, "slow");

  etp_test_add (self->journey, ETP_LIST_ASSETS, "other", ETP_ASSET_TYPE, "image/png",
                ETP_ASSET_DATA, "not a picture either", ETP_TEST_END);
  g_assert_true (etp_edit_set_text (self->journey, slow, ETP_CARD_IMAGE, "other", NULL));
  show (self, "picture", "slow", ETP_CARD_IMAGE, -1, NULL);
  g_assert_null (find_button (self, "Crop…"));
  g_signal_emit_by_name (find_button (self, "Remove"), "clicked");
  g_assert_cmpstr (etp_node_get_text (picture, ETP_CARD_IMAGE), ==, "");
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_IMAGE), ==, "");
  g_assert_null (find_button (self, "Remove"));
  /* What others do is seen, too. */
  g_assert_true (etp_edit_set_text (self->journey, picture, ETP_CARD_IMAGE, "face", NULL));
  etp_editor_refresh (self->editor);
  g_assert_nonnull (find_button (self, "Remove"));
}

/* ---- what is chosen from a list, for several cards ---- */

/* Types into the list that the editor opens, and presses Enter. */
static void
choose_by_typing (Fixture *self, const char *typed)
{
  GtkWidget *button = find (self, GTK_TYPE_BUTTON);
  GtkWidget *search;

  g_signal_emit_by_name (button, "clicked");
  search = find_of_type (find_of_type (button, ETP_TYPE_PICKER), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), typed);
  g_signal_emit_by_name (search, "activate");
  run_idle ();
}

/* Where they differ nothing is chosen yet: none is a choice like any other. */
static void
test_none_for_several (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint field;
    const char *first, *second, *typed;
  } rows[] = {
    { ETP_CARD_COLOR, "red", "blue", "default" },
    { ETP_CARD_COLOR, "", "#123456", "default" },
    { ETP_CARD_TOUCHPOINT, "counter", "", "none" },
  };
  EtpNode *cards[] = { get_node (self, "advert"), get_node (self, "compare") };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (
          etp_edit_set_text (self->journey, cards[0], rows[i].field, rows[i].first, NULL));
      g_assert_true (
          etp_edit_set_text (self->journey, cards[1], rows[i].field, rows[i].second, NULL));
      show (self, "advert", "compare", rows[i].field, -1, NULL);
      choose_by_typing (self, rows[i].typed);
      for (guint j = 0; j < G_N_ELEMENTS (cards); j++)
        g_assert_cmpstr (etp_node_get_text (cards[j], rows[i].field), ==, "");
      if (i + 1 == G_N_ELEMENTS (rows))
        break; /* the last one goes with the test */
      gtk_window_destroy (GTK_WINDOW (self->window));
      g_ptr_array_set_size (self->nodes, 0);
      run_idle ();
    }
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
#define ADD(path, func) g_test_add ("/app/editors/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("refused-switch", test_refused_switch);
  ADD ("refused-level", test_refused_level);
  ADD ("refused-number", test_refused_number);
  ADD ("year", test_year);
  ADD ("refused-text", test_refused_text);
  ADD ("neutral", test_neutral);
  ADD ("not-set", test_not_set);
  ADD ("neutral-several", test_neutral_several);
  ADD ("neutral-by-key", test_neutral_by_key);
  ADD ("neutral-by-click", test_neutral_by_click);
  ADD ("slid-and-back", test_slid_and_back);
  ADD ("images", test_images);
  ADD ("none-for-several", test_none_for_several);
#undef ADD
  return g_test_run ();
}
