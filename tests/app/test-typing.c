/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "app/etp-entries.h"
#include "app/etp-measures.h"
#include "app/etp-typing.h"
#include "app/inspector/etp-editor.h"
#include "app/inspector/etp-form.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "find-widget.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"

/* What is typed goes where it belongs, and what is about to be clicked is still there when the keyboard
 * leaves a field. */

typedef struct
{
  EtpJourney *journey; /* owned */
  GtkWidget *window; /* owned by GTK until the fixture is torn down */
  GtkWidget *box, *other; /* another widget that can have the keyboard */
  GtkWidget *form; /* of a card */
} Fixture;

static EtpNode *
get_node (Fixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

static void
show_node (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (one, g_object_ref (get_node (fixture, id)));
  etp_form_set_nodes (ETP_FORM (fixture->form), fixture->journey, one);
}

static void
set_up (Fixture *fixture, gconstpointer id)
{
  fixture->journey = etp_test_journey_new_sample ();
  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->other = gtk_button_new_with_label ("other");
  gtk_box_append (GTK_BOX (fixture->box), fixture->other);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  if (id == NULL)
    return;
  fixture->form = etp_form_new (etp_form_order_for (get_node (fixture, id)));
  gtk_box_append (GTK_BOX (fixture->box), fixture->form);
  show_node (fixture, id);
}

static void
tear_down (Fixture *fixture, gconstpointer id)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->journey);
}

static gboolean
is_editor_called (GtkWidget *widget, gconstpointer data)
{
  return ETP_IS_EDITOR (widget) && strcmp (etp_editor_get_label (ETP_EDITOR (widget)), data) == 0;
}

static GtkWidget *
get_editor (Fixture *fixture, const char *label)
{
  GtkWidget *editor = find_widget (fixture->form, is_editor_called, label);

  g_assert_nonnull (editor);
  return editor;
}

/* Puts the keyboard into the text of a field. */
static GtkWidget *
go_to (Fixture *fixture, const char *label)
{
  GtkWidget *text = find_widget (get_editor (fixture, label), is_text, NULL);

  g_assert_nonnull (text);
  g_object_set (gtk_widget_get_parent (text), "visible", TRUE, NULL);
  g_assert_true (gtk_widget_grab_focus (text));
  return text;
}

static gboolean
is_message (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error")
         && gtk_widget_get_visible (widget);
}

static void
check_invalid (Fixture *fixture, const char *label)
{
  GtkEditable *text = GTK_EDITABLE (go_to (fixture, label));
  g_autofree char *before = g_strdup (gtk_editable_get_text (text));

  gtk_editable_set_text (text, "12 and what");
  g_assert_null (find_widget (get_editor (fixture, label), is_message, NULL));
  gtk_widget_grab_focus (fixture->other);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, before);
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (GTK_WIDGET (text)), "error"));
  g_assert_nonnull (find_widget (get_editor (fixture, label), is_message, NULL));
}

/* What is no number, duration or date gives way to what is there, and it is said why. */
static void
test_invalid (Fixture *fixture, gconstpointer id)
{
  open_everything (fixture->form);
  open_everything (fixture->form);
  run_idle ();
  if (strcmp (id, "visit") == 0)
    {
      check_invalid (fixture, "Cost");
      check_invalid (fixture, "Waiting time");
    }
  else
    check_invalid (fixture, "Due");
  g_assert_null (etp_history_get_undo_title (etp_journey_get_history (fixture->journey)));
}

static void
type (GtkWidget *text, const char *letters)
{
  if (GTK_IS_TEXT_VIEW (text))
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), letters, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (text), letters);
}

/* What was typed about a card that was taken away is not written onto another one. */
static void
test_of_what_is_gone (Fixture *fixture, gconstpointer id)
{
  EtpNode *other = get_node (fixture, "compare");
  g_autofree char *title = g_strdup (etp_node_get_text (other, ETP_CARD_TITLE));

  open_everything (fixture->form);
  open_everything (fixture->form);
  type (go_to (fixture, "Title"), "lost");
  type (go_to (fixture, "Cost"), "77");
  type (go_to (fixture, "Tags"), "lost");
  type (go_to (fixture, "Title"), "lost");
  g_assert_true (etp_edit_remove (fixture->journey, get_node (fixture, id), NULL));
  show_node (fixture, "compare");
  etp_form_flush (ETP_FORM (fixture->form));
  gtk_widget_grab_focus (fixture->other);
  g_assert_cmpstr (etp_node_get_text (other, ETP_CARD_TITLE), ==, title);
  g_assert_true (isnan (etp_record_get_number (etp_node_record (other), ETP_CARD_COST)));
  g_assert_cmpuint (etp_record_get_length (etp_node_record (other), ETP_CARD_TAGS), ==, 0);
}

static gboolean
is_chip_of (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "chip")
         && g_strcmp0 (g_object_get_data (G_OBJECT (widget), "text"), data) == 0;
}

static void
assert_tags (Fixture *fixture, const char *tags)
{
  const EtpRecord *record = etp_node_record (get_node (fixture, "visit"));
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *chip;
  guint n_chips = 0;

  for (guint i = 0; i < etp_record_get_length (record, ETP_CARD_TAGS); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            etp_record_get_text_at (record, ETP_CARD_TAGS, i));
  g_assert_cmpstr (text->str, ==, tags);
  g_string_set_size (text, 0);
  chip = find_widget (get_editor (fixture, "Tags"), is_chip_of,
                      etp_record_get_text_at (record, ETP_CARD_TAGS, 0));
  for (; chip != NULL && gtk_widget_has_css_class (chip, "chip");
       chip = gtk_widget_get_next_sibling (chip))
    g_string_append_printf (text, "%s%s", n_chips++ > 0 ? "|" : "",
                            (char *) g_object_get_data (G_OBJECT (chip), "text"));
  g_assert_cmpstr (text->str, ==, tags);
}

/* With text in the entry the first click on the cross of a tag counts. */
static void
test_chips (Fixture *fixture, gconstpointer id)
{
  GtkWidget *chip, *button;

  open_everything (fixture->form);
  open_everything (fixture->form);
  run_idle ();
  assert_tags (fixture, "slow|mobile");
  type (go_to (fixture, "Tags"), "new");
  chip = find_widget (get_editor (fixture, "Tags"), is_chip_of, "slow");
  button = find_of_type (chip, GTK_TYPE_BUTTON);
  g_object_ref (button);
  g_assert_true (gtk_widget_grab_focus (button));
  assert_tags (fixture, "slow|mobile|new");
  g_assert_nonnull (gtk_widget_get_root (button));
  g_signal_emit_by_name (button, "clicked");
  g_object_unref (button);
  assert_tags (fixture, "mobile|new");
  etp_history_undo (etp_journey_get_history (fixture->journey));
  etp_form_refresh (ETP_FORM (fixture->form));
  assert_tags (fixture, "slow|mobile|new");
}

static void
fill (EtpEntries *entries, const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (etp_entry_free);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (array, etp_entry_new (words[i], words[i], 0));
  etp_entries_fill (entries, array);
}

/* A row that is about to be clicked is still that of its entry when others come, go and move. */
static void
test_rows (Fixture *fixture, gconstpointer id)
{
  GtkWidget *entries = etp_entries_new ();
  GtkListBox *list;
  GtkListBoxRow *b;

  gtk_box_append (GTK_BOX (fixture->box), entries);
  list = GTK_LIST_BOX (find_of_type (entries, GTK_TYPE_LIST_BOX));
  fill (ETP_ENTRIES (entries), "a b c");
  b = gtk_list_box_get_row_at_index (list, 1);
  etp_entries_select (ETP_ENTRIES (entries), "b", TRUE);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (b)));
  fill (ETP_ENTRIES (entries), "b c z");
  g_assert_true (gtk_list_box_get_row_at_index (list, 0) == b);
  g_assert_true (gtk_list_box_get_selected_row (list) == b);
  fill (ETP_ENTRIES (entries), "a z b");
  g_assert_cmpstr (etp_entries_get_selected (ETP_ENTRIES (entries)), ==, "b");
  g_assert_cmpuint (etp_entries_get_position (ETP_ENTRIES (entries)), ==, 2);
  /* The keyboard stays in its place when what has it goes. */
  fill (ETP_ENTRIES (entries), "a z");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1))));
  fill (ETP_ENTRIES (entries), "");
}

static void
set_status (Fixture *fixture, EtpNode *measure, const char *status)
{
  EtpDatum datum = etp_test_datum (&etp_node_record (measure)->table->fields[ETP_MEASURE_STATUS],
                                   status);

  g_assert_true (etp_edit_set (fixture->journey, measure, ETP_MEASURE_STATUS, &datum, NULL));
  run_idle ();
}

/* A measure that is finished while only open ones are shown stays until another one is selected. */
static void
test_measures (Fixture *fixture, gconstpointer id)
{
  EtpNode *first = get_node (fixture, "compress");
  EtpNode *second = etp_test_add (fixture->journey, ETP_LIST_MEASURES, "second", ETP_MEASURE_TITLE,
                                  "Second", ETP_MEASURE_STATUS, "doing", ETP_TEST_END);
  GtkWidget *measures = etp_measures_new (fixture->other, fixture->journey, "2026-01-01");
  GtkSingleSelection *selection;

  gtk_box_append (GTK_BOX (fixture->box), measures);
  run_idle ();
  selection = GTK_SINGLE_SELECTION (
      gtk_column_view_get_model (GTK_COLUMN_VIEW (find_of_type (measures, GTK_TYPE_COLUMN_VIEW))));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_of_type (measures, GTK_TYPE_DROP_DOWN)), 1);
  run_idle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 2);
  if (gtk_single_selection_get_selected_item (selection) != first)
    gtk_single_selection_set_selected (selection,
                                       1 - gtk_single_selection_get_selected (selection));
  set_status (fixture, first, "done");
  g_assert_true (gtk_single_selection_get_selected_item (selection) == first);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 2);
  gtk_single_selection_set_selected (selection, 1 - gtk_single_selection_get_selected (selection));
  run_idle ();
  g_assert_true (gtk_single_selection_get_selected_item (selection) == second);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 1);
  /* With the choice of another filter, too. */
  set_status (fixture, second, "done");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_of_type (measures, GTK_TYPE_DROP_DOWN)), 2);
  run_idle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 0);
}

/* An entry cuts what is very long: that is not another text until somebody types. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = g_strnfill (100000, 'x');

  gtk_box_append (GTK_BOX (fixture->box), entry);
  etp_typing_set_text (GTK_EDITABLE (entry), text);
  g_assert_false (etp_typing_is_other (GTK_EDITABLE (entry)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "y");
  g_assert_true (etp_typing_is_other (GTK_EDITABLE (entry)));
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
#define ADD(path, func, id) g_test_add (path, Fixture, id, set_up, func, tear_down)
  ADD ("/app/typing/invalid-numbers", test_invalid, "visit");
  ADD ("/app/typing/invalid-dates", test_invalid, "compress");
  ADD ("/app/typing/of-what-is-gone", test_of_what_is_gone, "visit");
  ADD ("/app/typing/chips", test_chips, "visit");
  ADD ("/app/typing/rows", test_rows, NULL);
  ADD ("/app/typing/measures", test_measures, NULL);
  ADD ("/app/typing/cut", test_cut, NULL);
  return g_test_run ();
}
