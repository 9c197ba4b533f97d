/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "app/etp-manager-detail.h"
#include "app/inspector/etp-editor.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "model/etp-tables.h"
#include "find-widget.h"

/* What is typed in the inspector's fields: it stays with the thing that it was typed for, and
 * what was taken back writes nothing. */

static const char *const costs[] = { "100", "200", "300" };
static const char *const days[] = { "2027-03-05", "2027-04-06", "2027-05-07" };
static const char *const durations[] = { "P3W", "P4D", "PT5H" };
static const char *const titles[] = { "One", "Two", "Three" };

typedef struct
{
  EtpJourney *journey;
  guint field;
  GPtrArray *nodes; /* of EtpNode, borrowed: three */
  GtkWidget *window;
  EtpEditor *editor;
  GtkWidget *text; /* of the editor: a GtkText or a GtkTextView */
} Fixture;

/* Of one node, or of all for -1. nodes: is filled. */
static EtpSpot
make_spot (Fixture *self, int node, GPtrArray *nodes)
{
  for (int i = 0; i < 3; i++)
    if (node < 0 || node == i)
      g_ptr_array_add (nodes, self->nodes->pdata[i]);
  return (EtpSpot){
    .journey = self->journey, .nodes = nodes, .field = self->field, .column = -1, .item = -1
  };
}

static const EtpField *
get_row (Fixture *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpSpot spot = make_spot (self, 0, nodes);

  return etp_spot_get_row (&spot);
}

static void
write_datum (Fixture *self, int node, EtpDatum datum)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EtpSpot spot = make_spot (self, node, nodes);

  etp_spot_write (&spot, &datum, &error);
  g_assert_no_error (error);
}

static const char *
get_text (Fixture *self, guint node)
{
  return etp_node_get_text (self->nodes->pdata[node], self->field);
}

static double
get_number (Fixture *self, guint node)
{
  return etp_node_get_number (self->nodes->pdata[node], self->field);
}

/* A window with the editor of a field; values: of the three nodes, or NULL. */
static void
set_up (Fixture *self, EtpListKind list, guint field, const char *const *values)
{
  self->journey = etp_test_journey_new_large (3, 1);
  self->field = field;
  self->nodes = g_ptr_array_new ();
  if (list == ETP_LIST_MEASURES)
    for (guint i = 0; i < 3; i++)
      etp_test_add (self->journey, list, titles[i], ETP_TEST_END);
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (self->nodes,
                     etp_node_list_get (etp_journey_get_list (self->journey, list), i));
  for (int i = 0; values != NULL && i < 3; i++)
    write_datum (self, i, etp_test_datum (get_row (self), values[i]));
  self->window = adw_window_new ();
  self->editor = etp_editor_new (get_row (self));
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->editor));
  gtk_window_present (GTK_WINDOW (self->window));
  self->text = find_of_type (GTK_WIDGET (self->editor), GTK_TYPE_TEXT);
  if (self->text == NULL)
    self->text = find_of_type (GTK_WIDGET (self->editor), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (self->text);
}

static void
tear_down (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_ptr_array_unref (self->nodes);
  g_object_unref (self->journey);
}

static void
show (Fixture *self, int node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpSpot spot = make_spot (self, node, nodes);

  etp_editor_set_spot (self->editor, &spot);
}

static void
type (Fixture *self, const char *text)
{
  int position = 0;

  gtk_editable_delete_text (GTK_EDITABLE (self->text), 0, -1);
  gtk_editable_insert_text (GTK_EDITABLE (self->text), text, -1, &position);
}

/* Nothing was typed here: there is nothing to take back. */
static void
undo_typing (GtkWidget *text)
{
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (text)));

  for (guint i = 0; i < 5; i++)
    {
      gtk_widget_activate_action (text, "text.undo", NULL);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, before);
    }
}

/* ---- undo ends at the thing that is shown ---- */

static void
test_undo_number (void)
{
  Fixture self;

  set_up (&self, ETP_LIST_CARDS, ETP_CARD_COST, costs);
  show (&self, 0);
  show (&self, 1);
  undo_typing (self.text);
  etp_editor_flush (self.editor);
  g_assert_cmpfloat (get_number (&self, 1), ==, 200);
  /* What was written for one and is the same for the next, too. */
  type (&self, "300");
  etp_editor_flush (self.editor);
  show (&self, 2);
  undo_typing (self.text);
  etp_editor_flush (self.editor);
  g_assert_cmpfloat (get_number (&self, 1), ==, 300);
  g_assert_cmpfloat (get_number (&self, 2), ==, 300);
  tear_down (&self);
}

static void
test_undo_words (EtpListKind list, guint field, const char *const *values)
{
  Fixture self;

  set_up (&self, list, field, values);
  show (&self, 0);
  show (&self, 1);
  undo_typing (self.text);
  etp_editor_flush (self.editor);
  g_assert_cmpstr (get_text (&self, 1), ==, values[1]);
  tear_down (&self);
}

static void
test_undo_date (void)
{
  test_undo_words (ETP_LIST_MEASURES, ETP_MEASURE_DUE, days);
}

static void
test_undo_duration (void)
{
  test_undo_words (ETP_LIST_CARDS, ETP_CARD_DURATION, durations);
}

static guint
count_tags (Fixture *self, int node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_auto (EtpDatum) datum = { 0 };
  EtpSpot spot = make_spot (self, node, nodes);

  etp_spot_dup_datum (&spot, &datum);
  return datum.u.items != NULL ? datum.u.items->len : 0;
}

/* Also a tag that was typed and taken back; and a comma takes one in when its letter is done. */
static void
test_undo_tags (void)
{
  Fixture self;

  set_up (&self, ETP_LIST_CARDS, ETP_CARD_TAGS, NULL);
  show (&self, 0);
  type (&self, "urgent");
  etp_editor_flush (self.editor);
  g_assert_cmpuint (count_tags (&self, 0), ==, 1);
  show (&self, 1);
  undo_typing (self.text);
  etp_editor_flush (self.editor);
  g_assert_cmpuint (count_tags (&self, 1), ==, 0);
  type (&self, "late");
  type (&self, "");
  show (&self, 2);
  undo_typing (self.text);
  etp_editor_flush (self.editor);
  g_assert_cmpuint (count_tags (&self, 2), ==, 0);
  type (&self, "soon,");
  run_idle ();
  g_assert_cmpuint (count_tags (&self, 2), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self.text)), ==, "");
  tear_down (&self);
}

static void
on_renamed (EtpManagerDetail *detail, const char *from, const char *to, guint *n)
{
  (*n)++;
}

static void
test_undo_tag_name (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *detail = etp_manager_detail_new ();
  GtkWidget *text;
  guint n = 0;

  adw_window_set_content (ADW_WINDOW (window), detail);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (detail, "tag-renamed", G_CALLBACK (on_renamed), &n);
  etp_manager_detail_set_tag (ETP_MANAGER_DETAIL (detail), journey, "A");
  etp_manager_detail_set_tag (ETP_MANAGER_DETAIL (detail), journey, "B");
  text = find_of_type (detail, GTK_TYPE_TEXT);
  undo_typing (text);
  etp_manager_detail_flush (ETP_MANAGER_DETAIL (detail));
  g_assert_cmpuint (n, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A tag that is looked at stays as another program wrote it: with blanks around it, or longer than
 * what an entry holds. */
static void
test_tag_as_it_is (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autofree char *long_tag = g_strnfill (70000, 'x');
  const char *const tags[] = { " Price", "Price ", "\tPrice", " ", long_tag };
  GtkWidget *window = adw_window_new ();
  EtpManagerDetail *detail = ETP_MANAGER_DETAIL (etp_manager_detail_new ());
  GtkEditable *entry;
  guint n = 0;

  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (detail));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (detail, "tag-renamed", G_CALLBACK (on_renamed), &n);
  entry = GTK_EDITABLE (find_of_type (GTK_WIDGET (detail), GTK_TYPE_ENTRY));
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      etp_manager_detail_set_tag (detail, journey, tags[i]);
      g_assert_cmpint (gtk_editable_get_editable (entry), ==, tags[i] != long_tag);
      etp_manager_detail_flush (detail);
      g_assert_cmpuint (n, ==, 0);
    }
  /* What is typed is written. */
  etp_manager_detail_set_tag (detail, journey, " Price");
  gtk_editable_set_text (entry, " Prices");
  etp_manager_detail_flush (detail);
  g_assert_cmpuint (n, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- what was typed and taken back ---- */

static void
test_take_back (void)
{
  g_autofree char *shown = NULL;
  Fixture self;

  set_up (&self, ETP_LIST_CARDS, ETP_CARD_COST, costs);
  show (&self, -1);
  type (&self, "5");
  type (&self, "");
  etp_editor_flush (self.editor);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (get_number (&self, i), ==, 100 * (i + 1));
  /* Of one card it is what was typed. */
  show (&self, 0);
  type (&self, "");
  etp_editor_flush (self.editor);
  g_assert_true (isnan (get_number (&self, 0)));
  /* Digits that are not shown are not lost. */
  write_datum (&self, 1, etp_datum_number (100.0 / 3));
  show (&self, 1);
  shown = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self.text)));
  type (&self, shown);
  etp_editor_flush (self.editor);
  g_assert_cmpfloat (get_number (&self, 1), ==, 100.0 / 3);
  tear_down (&self);
}

static void
test_take_back_words (EtpListKind list, guint field, const char *const *values)
{
  Fixture self;

  set_up (&self, list, field, values);
  show (&self, -1);
  if (GTK_IS_TEXT (self.text))
    {
      type (&self, "5");
      type (&self, "");
    }
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self.text));

      gtk_text_buffer_set_text (buffer, "5", -1);
      gtk_text_buffer_set_text (buffer, "", -1);
    }
  etp_editor_flush (self.editor);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (get_text (&self, i), ==, values[i]);
  tear_down (&self);
}

static void
test_take_back_date (void)
{
  test_take_back_words (ETP_LIST_MEASURES, ETP_MEASURE_DUE, days);
}

static void
test_take_back_duration (void)
{
  test_take_back_words (ETP_LIST_CARDS, ETP_CARD_DURATION, durations);
}

static void
test_take_back_text (void)
{
  test_take_back_words (ETP_LIST_CARDS, ETP_CARD_TITLE, titles);
}

/* ---- a duration of several units: a number alone is not in the unit of what was shown before ---- */

static void
test_compound_duration (void)
{
  static const char *const values[] = { "P3W", "P1M3D", "P2Y4W" };
  Fixture self;

  set_up (&self, ETP_LIST_CARDS, ETP_CARD_DURATION, values);
  for (int i = 1; i < 3; i++)
    {
      show (&self, 0);
      show (&self, i);
      type (&self, "45");
      etp_editor_flush (self.editor);
    }
  g_assert_cmpstr (get_text (&self, 1), ==, "P45D");
  g_assert_cmpstr (get_text (&self, 2), ==, "P45W");
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
  g_test_add_func ("/app/typed/undo-number", test_undo_number);
  g_test_add_func ("/app/typed/undo-date", test_undo_date);
  g_test_add_func ("/app/typed/undo-duration", test_undo_duration);
  g_test_add_func ("/app/typed/undo-tags", test_undo_tags);
  g_test_add_func ("/app/typed/undo-tag-name", test_undo_tag_name);
  g_test_add_func ("/app/typed/tag-as-it-is", test_tag_as_it_is);
  g_test_add_func ("/app/typed/take-back", test_take_back);
  g_test_add_func ("/app/typed/take-back-date", test_take_back_date);
  g_test_add_func ("/app/typed/take-back-duration", test_take_back_duration);
  g_test_add_func ("/app/typed/take-back-text", test_take_back_text);
  g_test_add_func ("/app/typed/compound-duration", test_compound_duration);
  return g_test_run ();
}
