/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "app/inspector/etp-picker.h"
#include "canvas-fixture.h"
#include "find-widget.h"

/* A list to choose from: its search takes what was meant. */

#define MANY 10000

typedef struct
{
  EtpPickerListFunc list; /* NULL: some names */
  GtkWidget *window, *button, *picker, *search;
  const char *chosen; /* that is chosen in the list */
  gboolean can_create;
  char *picked; /* its id; "+" and the name of what shall be created; NULL: nothing */
} Fixture;

static void
list_names (EtpPicker *picker, gpointer user_data)
{
  static const char *const names[] = { "Joanna", "Annabelle", "Annika", "Ben",  "Cem",
                                       "Dora",   "Eva",       "Finn",   "Gina", "Hans" };
  Fixture *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    etp_picker_add (picker, names[i], names[i], NULL, g_strcmp0 (names[i], self->chosen) == 0);
  if (self->can_create)
    etp_picker_set_create (picker, "New Persona…");
}

static void
on_picked (EtpPicker *picker, const char *id, gpointer user_data)
{
  Fixture *self = user_data;

  g_free (self->picked);
  self->picked = id != NULL ? g_strdup (id)
                            : g_strconcat ("+", etp_picker_get_new_name (picker), NULL);
}

static void
open_picker (Fixture *self, const char *typed)
{
  self->window = adw_window_new ();
  self->button = etp_picker_button_new (self->list != NULL ? self->list : list_names, on_picked,
                                        self);
  adw_window_set_content (ADW_WINDOW (self->window), self->button);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_emit_by_name (self->button, "clicked");
  self->picker = find_of_type (self->button, ETP_TYPE_PICKER);
  self->search = find_of_type (self->picker, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (self->search), typed);
}

static void
close_picker (Fixture *self)
{
  run_idle ();
  g_clear_pointer (&self->picked, g_free);
  gtk_window_destroy (GTK_WINDOW (self->window));
  run_idle ();
}

static void
test_enter_in_search (void)
{
  static const struct
  {
    const char *chosen, *typed;
    gboolean can_create;
    const char *picked;
  } rows[] = {
    { NULL, "", FALSE, NULL },
    { NULL, "  ", TRUE, NULL },
    { "Eva", "", TRUE, NULL },
    { NULL, "anna", FALSE, "Annabelle" },
    { NULL, "nn", FALSE, "Joanna" },
    { NULL, "annika", TRUE, "Annika" },
    { "Annabelle", "Ann", TRUE, "Annika" },
    { "Annabelle", "Annabelle", TRUE, NULL },
    { "Annabelle", "Annab", TRUE, "+Annab" },
    { "Annabelle", "Annab", FALSE, NULL },
    { NULL, "Zoe", TRUE, "+Zoe" },
    { NULL, "Zoe", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture self = { .chosen = rows[i].chosen, .can_create = rows[i].can_create };

      open_picker (&self, rows[i].typed);
      g_signal_emit_by_name (self.search, "activate");
      g_assert_cmpstr (self.picked, ==, rows[i].picked);
      close_picker (&self);
    }
}

/* The row for something new stays until there is a name. */
static void
test_new_without_name (void)
{
  Fixture self = { .can_create = TRUE };
  GtkWidget *list, *last;

  open_picker (&self, "");
  list = find_of_type (self.picker, GTK_TYPE_LIST_BOX);
  last = gtk_widget_get_last_child (list);
  g_signal_emit_by_name (list, "row-activated", last);
  g_assert_null (self.picked);
  g_assert_true (gtk_widget_get_visible (self.picker));
  gtk_editable_set_text (GTK_EDITABLE (self.search), "Anna");
  g_signal_emit_by_name (list, "row-activated", last);
  g_assert_cmpstr (self.picked, ==, "+Anna");
  g_assert_false (gtk_widget_get_visible (self.picker));
  close_picker (&self);
}

static void
list_many (EtpPicker *picker, gpointer user_data)
{
  Fixture *self = user_data;

  etp_picker_add (picker, "", "None", NULL, FALSE);
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Card %u", i);

      etp_picker_add (picker, name, name, NULL, g_strcmp0 (name, self->chosen) == 0);
    }
}

/* Rows that can be seen, in their order; n_rows: all that were made. */
static char *
dup_shown (GtkWidget *list, guint *n_shown, guint *n_rows)
{
  GString *names = g_string_new (NULL);

  *n_shown = *n_rows = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *label = find_of_type (row, GTK_TYPE_LABEL);

      *n_rows += 1;
      if (!gtk_widget_get_child_visible (row))
        continue;
      *n_shown += 1;
      g_string_append_printf (names, "%s;", gtk_label_get_label (GTK_LABEL (label)));
    }
  return g_string_free (names, FALSE);
}

/* Of a map's ten thousand cards the first have rows, and what is chosen; the search finds all. */
static void
test_many (void)
{
  Fixture self = { .chosen = "Card 5000" };
  g_autofree char *first = NULL, *found = NULL, *again = NULL;
  guint n_shown, n_rows;
  GtkWidget *list;

  self.list = list_many;
  open_picker (&self, "");
  list = find_of_type (self.picker, GTK_TYPE_LIST_BOX);
  first = dup_shown (list, &n_shown, &n_rows);
  g_assert_cmpuint (n_shown, ==, n_rows);
  g_assert_cmpuint (n_rows, <, 300);
  g_assert_true (g_str_has_prefix (first, "None;Card 0;Card 1;"));
  g_assert_true (g_str_has_suffix (first, "Card 198;Card 5000;"));

  gtk_editable_set_text (GTK_EDITABLE (self.search), "card 777");
  found = dup_shown (list, &n_shown, &n_rows);
  g_assert_cmpstr (found, ==,
                   "Card 777;Card 7770;Card 7771;Card 7772;Card 7773;Card 7774;Card 7775;"
                   "Card 7776;Card 7777;Card 7778;Card 7779;");
  gtk_editable_set_text (GTK_EDITABLE (self.search), "");
  again = dup_shown (list, &n_shown, &n_rows);
  g_assert_cmpstr (again, ==, first);

  gtk_editable_set_text (GTK_EDITABLE (self.search), "card 9");
  gtk_editable_set_text (GTK_EDITABLE (self.search), "card 9999");
  g_signal_emit_by_name (self.search, "activate");
  g_assert_cmpstr (self.picked, ==, "Card 9999");
  close_picker (&self);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
  g_test_add_func ("/app/picker/enter-in-search", test_enter_in_search);
  g_test_add_func ("/app/picker/new-without-name", test_new_without_name);
  g_test_add_func ("/app/picker/many", test_many);
  return g_test_run ();
}
