/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "app/inspector/etp-form.h"
#include "app/inspector/etp-inspector.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"
#include "find-widget.h"

/* The inspector without its window: every kind of thing has a form, showing changes nothing, and
 * another selection is there at once. */

#define N_SELECTIONS 200

/* All fields of all things of a journey in which everything is in use: no warning, no change. */
static void
test_every_form (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autofree char *before = etp_test_dump (journey);
  g_autofree char *after = NULL;
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  for (int list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, list);
      EtpNode *node;

      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        {
          g_autoptr (GPtrArray) one = g_ptr_array_new ();
          GtkWidget *form = etp_form_new (etp_form_order_for (node));

          g_ptr_array_add (one, node);
          gtk_box_append (GTK_BOX (box), form);
          etp_form_set_nodes (ETP_FORM (form), journey, one);
          open_everything (form);
          open_everything (form);
          etp_form_refresh (ETP_FORM (form));
          etp_form_flush (ETP_FORM (form));
          run_idle ();
          gtk_box_remove (GTK_BOX (box), form);
        }
    }
  after = etp_test_dump (journey);
  etp_test_assert_same_dump (before, after);
  g_assert_null (etp_history_get_undo_title (etp_journey_get_history (journey)));
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  EtpJourney *journey; /* owned */
  GtkWidget *window, *form;
} Shown;

static void
show_form (Shown *self, EtpJourney *journey, EtpNode *node)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  self->journey = journey;
  self->window = adw_window_new ();
  self->form = etp_form_new (etp_form_order_for (node));
  adw_window_set_content (ADW_WINDOW (self->window), self->form);
  gtk_window_present (GTK_WINDOW (self->window));
  g_ptr_array_add (one, node);
  etp_form_set_nodes (ETP_FORM (self->form), journey, one);
  open_everything (self->form);
  run_idle ();
}

static void
end_form (Shown *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  run_idle ();
  g_object_unref (self->journey);
}

/* For find_widget (): what assistive technology calls it. */
static gboolean
is_called (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, (const char *) data);

  return problem == NULL;
}

static GtkWidget *
find_called (Shown *self, const char *name)
{
  GtkWidget *found = find_widget (self->form, is_called, name);

  if (found == NULL)
    g_error ("Nothing is called “%s”", name);
  return found;
}

static EtpValue *
new_insight (const char *text)
{
  return etp_test_value (&etp_insight_table, ETP_INSIGHT_TEXT, text, ETP_TEST_END);
}

static const char *
get_insight (Shown *self, guint index)
{
  const EtpRecord *root = etp_node_record (ETP_NODE (self->journey));

  return etp_record_get_text (
      etp_value_record (etp_record_get_value_at (root, ETP_JOURNEY_INSIGHTS, index)),
      ETP_INSIGHT_TEXT);
}

/* Who moves an entry up again and again gets it to the top: the keyboard goes along. */
static void
test_move_up (void)
{
  EtpJourney *journey = etp_journey_new ();
  Shown shown;
  GtkWidget *focus;

  etp_test_set_root (journey, ETP_JOURNEY_INSIGHTS, new_insight ("one"), new_insight ("two"),
                     new_insight ("three"), NULL, ETP_TEST_END);
  show_form (&shown, journey, ETP_NODE (journey));
  focus = find_called (&shown, "Move entry 3 up");
  gtk_widget_grab_focus (focus);
  g_signal_emit_by_name (focus, "clicked");
  g_assert_cmpstr (get_insight (&shown, 1), ==, "three");
  focus = gtk_window_get_focus (GTK_WINDOW (shown.window));
  g_assert_true (focus == find_called (&shown, "Move entry 2 up"));
  g_signal_emit_by_name (focus, "clicked");
  g_assert_cmpstr (get_insight (&shown, 0), ==, "three");
  g_assert_cmpstr (get_insight (&shown, 1), ==, "one");
  gtk_test_accessible_assert_role (find_called (&shown, "Insights, entry 1"),
                                   GTK_ACCESSIBLE_ROLE_GROUP);
  end_form (&shown);
}

/* Fields of several personas are told apart without seeing where they stand. */
static void
test_groups (void)
{
  EtpJourney *journey = etp_journey_new ();
  Shown shown;
  EtpNode *step;

  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "eva", ETP_PERSONA_NAME, "Eva", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "aware", ETP_PHASE_NAME, "Aware", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  step = etp_test_add (journey, ETP_LIST_CARDS, "step", ETP_CARD_LANE, "steps", ETP_CARD_PHASE,
                       "aware", ETP_TEST_END);
  show_form (&shown, journey, step);
  gtk_test_accessible_assert_role (find_called (&shown, "Emotion · Max"),
                                   GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (find_called (&shown, "Emotion · Eva"),
                                   GTK_ACCESSIBLE_ROLE_GROUP);
  end_form (&shown);
}

/* The curve of a persona who is not there is on the map, so its points are in the form, under the id. */
static void
test_stranger (void)
{
  EtpJourney *journey = etp_journey_new ();
  Shown shown;
  EtpNode *step;
  GtkWidget *group, *clear;

  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "aware", ETP_PHASE_NAME, "Aware", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  step = etp_test_add (journey, ETP_LIST_CARDS, "step", ETP_CARD_LANE, "steps", ETP_CARD_PHASE,
                       "aware", ETP_CARD_EMOTIONS,
                       etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "gone",
                                       ETP_EMOTION_VALUE, -1.5, ETP_TEST_END),
                       NULL, ETP_TEST_END);
  show_form (&shown, journey, step);
  group = find_called (&shown, "Emotion · gone");
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_GROUP);
  clear = find_widget (group, is_called, "Take Away");
  g_assert_nonnull (clear);
  g_signal_emit_by_name (clear, "clicked");
  g_assert_cmpuint (etp_node_get_length (step, ETP_CARD_EMOTIONS), ==, 0);
  end_form (&shown);
}

/* As if something were dragged from outside and let go over a text of the form. Borrowed. */
static GtkWidget *
let_go_over_text (GtkWidget *inspector)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (inspector);
  GtkWidget *text = find_widget (inspector, is_text, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "enter", 1.0, 1.0);
    }
  gtk_widget_set_state_flags (text, GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
  return text;
}

static void
select_one (GtkWidget *canvas, EtpNode *node)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, node);
  etp_canvas_select_nodes (ETP_CANVAS (canvas), one);
  run_idle ();
}

/* The button is up before what is dropped has arrived: the form stays until then, but not for good. */
static void
test_drop (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (10, 2);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *canvas = etp_canvas_new ();
  GtkWidget *inspector = etp_inspector_new (ETP_CANVAS (canvas));
  GtkStack *forms = GTK_STACK (find_of_type (inspector, GTK_TYPE_STACK));
  GtkWidget *form, *text;

  etp_canvas_set_journey (ETP_CANVAS (canvas), journey);
  gtk_box_append (GTK_BOX (box), canvas);
  gtk_box_append (GTK_BOX (box), inspector);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  g_object_set (inspector, "active", TRUE, NULL);
  form = gtk_stack_get_visible_child (forms);
  text = let_go_over_text (inspector);
  select_one (canvas, etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_CARDS), 0));
  g_assert_true (gtk_stack_get_visible_child (forms) == form);
  gtk_widget_unset_state_flags (text, GTK_STATE_FLAG_DROP_ACTIVE);
  while (gtk_stack_get_visible_child (forms) == form)
    g_main_context_iteration (NULL, TRUE);
  form = gtk_stack_get_visible_child (forms);
  let_go_over_text (inspector);
  select_one (canvas, etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_LANES), 0));
  g_assert_true (gtk_stack_get_visible_child (forms) == form);
  while (gtk_stack_get_visible_child (forms) == form)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
compare_times (const void *a, const void *b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* From card to card, steps and notes in turn. */
static void
test_speed (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (1000, 5);
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *canvas = etp_canvas_new ();
  GtkWidget *inspector = etp_inspector_new (ETP_CANVAS (canvas));
  gint64 times[N_SELECTIONS];

  etp_canvas_set_journey (ETP_CANVAS (canvas), journey);
  gtk_widget_set_hexpand (canvas, TRUE);
  gtk_box_append (GTK_BOX (box), canvas);
  gtk_box_append (GTK_BOX (box), inspector);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_object_set (inspector, "active", TRUE, NULL);
  for (guint i = 0; i < N_SELECTIONS; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      gint64 start;

      g_ptr_array_add (one, etp_node_list_get (cards, (i * 37) % 1000));
      etp_canvas_select_nodes (ETP_CANVAS (canvas), one);
      start = g_get_monotonic_time ();
      etp_inspector_update (ETP_INSPECTOR (inspector));
      times[i] = g_get_monotonic_time () - start;
      run_idle ();
    }
  qsort (times, N_SELECTIONS, sizeof *times, compare_times);
  g_test_message ("another selection: median %.2f ms, 95%% %.2f ms",
                  (double) times[N_SELECTIONS / 2] / 1000,
                  (double) times[N_SELECTIONS * 95 / 100] / 1000);
  g_assert_cmpint (times[N_SELECTIONS / 2], <, 10000);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
  g_test_add_func ("/app/inspector/every-form", test_every_form);
  g_test_add_func ("/app/inspector/move-up", test_move_up);
  g_test_add_func ("/app/inspector/groups", test_groups);
  g_test_add_func ("/app/inspector/stranger", test_stranger);
  g_test_add_func ("/app/inspector/drop", test_drop);
  g_test_add_func ("/app/inspector/speed", test_speed);
  return g_test_run ();
}
