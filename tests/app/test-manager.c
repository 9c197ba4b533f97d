/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "app/etp-entries.h"
#include "app/etp-manager-kinds.h"
#include "app/etp-manager.h"
#include "app/etp-panes.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "model/etp-history.h"
#include "model/etp-usage.h"
#include "window-fixture.h"

/* The dialog of the lists: what its commands do is done to what can be seen. */

typedef struct
{
  EtpJourney *journey; /* owned */
  GtkWidget *window;
  EtpEntries *entries;
  GtkEditable *search;
} Fixture;

static guint
find_kind (EtpListKind list)
{
  guint n_kinds, kind = 0;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);

  while (kinds[kind].list != list)
    kind++;
  return kind;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "Alter Bericht", "Neue Umfrage", "Alte Umfrage" };
  GtkWidget *manager;

  self->journey = etp_journey_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char id[] = { (char) ('a' + i), '\0' };

      etp_test_add (self->journey, ETP_LIST_SOURCES, id, ETP_SOURCE_TITLE, names[i], ETP_TEST_END);
    }
  self->window = adw_window_new ();
  manager = etp_manager_new (self->window, self->journey, find_kind (ETP_LIST_SOURCES));
  adw_window_set_content (ADW_WINDOW (self->window), manager);
  gtk_window_present (GTK_WINDOW (self->window));
  run_idle ();
  self->entries = ETP_ENTRIES (find_of_type (manager, ETP_TYPE_ENTRIES));
  self->search = GTK_EDITABLE (find_of_type (GTK_WIDGET (self->entries), GTK_TYPE_SEARCH_ENTRY));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  run_idle ();
  g_clear_object (&self->journey);
}

/* Without the rest that typing gets. */
static void
search (Fixture *self, const char *text)
{
  gtk_editable_set_text (self->search, text);
  g_signal_emit_by_name (self->search, "search-changed");
}

static void
run (Fixture *self, EtpEntriesCommand command)
{
  g_signal_emit_by_name (self->entries, "command", command);
  run_idle ();
}

/* The ids of the list, in order, without a space. */
static char *
dup_ids (Fixture *self)
{
  EtpNodeList *sources = etp_journey_get_list (self->journey, ETP_LIST_SOURCES);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < etp_node_list_get_length (sources); i++)
    g_string_append (ids, etp_node_get_id (etp_node_list_get (sources, i)));
  return g_string_free (ids, FALSE);
}

static void
assert_ids (Fixture *self, const char *expected)
{
  g_autofree char *ids = dup_ids (self);

  g_assert_cmpstr (ids, ==, expected);
}

/* For find_widget (): an entry with that text in it. */
static gboolean
is_entry_of (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_ENTRY (widget) && strcmp (gtk_editable_get_text (GTK_EDITABLE (widget)), text) == 0;
}

static GtkEditable *
find_entry (Fixture *self, const char *text)
{
  return GTK_EDITABLE (find_widget (self->window, is_entry_of, text));
}

/* Delete again and again takes what is found and nothing else. */
static void
test_delete_found (Fixture *self, gconstpointer data)
{
  search (self, "alt");
  run (self, ETP_ENTRIES_REMOVE);
  assert_ids (self, "bc");
  g_assert_cmpstr (etp_entries_get_selected (self->entries), ==, "c");
  run (self, ETP_ENTRIES_REMOVE);
  assert_ids (self, "b");
  g_assert_null (etp_entries_get_selected (self->entries));
  run (self, ETP_ENTRIES_REMOVE);
  assert_ids (self, "b");
  search (self, "");
  g_assert_cmpstr (etp_entries_get_selected (self->entries), ==, "b");
}

/* What the search does not find is selected no more; what comes from elsewhere ends the search. */
static void
test_selection (Fixture *self, gconstpointer data)
{
  etp_entries_select (self->entries, "b", FALSE);
  search (self, "alt");
  g_assert_cmpstr (etp_entries_get_selected (self->entries), ==, "c");
  etp_entries_select (self->entries, "b", TRUE);
  g_assert_cmpstr (gtk_editable_get_text (self->search), ==, "");
  g_assert_cmpstr (etp_entries_get_selected (self->entries), ==, "b");
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (self->window))));
}

/* Past those that are not seen. */
static void
test_move_among_found (Fixture *self, gconstpointer data)
{
  search (self, "alt");
  g_assert_cmpstr (etp_entries_get_selected (self->entries), ==, "a");
  run (self, ETP_ENTRIES_DOWN);
  assert_ids (self, "bca");
  run (self, ETP_ENTRIES_DOWN);
  assert_ids (self, "bca");
  run (self, ETP_ENTRIES_UP);
  assert_ids (self, "bac");
  run (self, ETP_ENTRIES_UP);
  assert_ids (self, "bac");
}

/* Another list begins without a search. */
static void
test_other_list (Fixture *self, gconstpointer data)
{
  GtkWidget *chooser = find_of_type (self->window, GTK_TYPE_DROP_DOWN);

  search (self, "alt");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), find_kind (ETP_LIST_CHANNELS));
  g_assert_cmpstr (gtk_editable_get_text (self->search), ==, "");
}

/* What is deleted is the tag of the name that is still being typed. */
static void
test_delete_renamed_tag (Fixture *self, gconstpointer data)
{
  GtkWidget *chooser = find_of_type (self->window, GTK_TYPE_DROP_DOWN);
  g_auto (GStrv) left = NULL;

  etp_test_set_root (self->journey, ETP_JOURNEY_TAGS, "mobile|shop", ETP_TEST_END);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), find_kind (ETP_N_LISTS));
  etp_entries_select (self->entries, "mobile", FALSE);
  gtk_editable_set_text (find_entry (self, "mobile"), "on the way");
  run (self, ETP_ENTRIES_REMOVE);
  while (window_fixture_find_label ("Delete “on the way”?") == NULL)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_click ("Delete");
  while (window_fixture_find_label ("Delete “on the way”?") != NULL)
    g_main_context_iteration (NULL, TRUE);
  run_idle ();
  left = etp_tags_dup_sorted (self->journey);
  g_assert_cmpstr (left[0], ==, "shop");
  g_assert_null (left[1]);
}

/* Each new tag is a step of that name. */
static void
test_add_tags (Fixture *self, gconstpointer data)
{
  GtkWidget *chooser = find_of_type (self->window, GTK_TYPE_DROP_DOWN);
  EtpHistory *history = etp_journey_get_history (self->journey);
  EtpNode *root = ETP_NODE (self->journey);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), find_kind (ETP_N_LISTS));
  run (self, ETP_ENTRIES_ADD);
  run (self, ETP_ENTRIES_ADD);
  g_assert_cmpuint (etp_node_get_length (root, ETP_JOURNEY_TAGS), ==, 2);
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Add Tag");
  g_assert_true (etp_history_undo (history));
  g_assert_cmpuint (etp_node_get_length (root, ETP_JOURNEY_TAGS), ==, 1);
}

/* What has the keyboard and is selected in it. */
static char *
dup_selected_text (Fixture *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkTextIter from, to;
  GtkTextBuffer *buffer;
  int start, end;

  if (GTK_IS_EDITABLE (focus))
    return gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end)
               ? gtk_editable_get_chars (GTK_EDITABLE (focus), start, end)
               : NULL;
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  return gtk_text_buffer_get_selection_bounds (buffer, &from, &to)
             ? gtk_text_buffer_get_text (buffer, &from, &to, TRUE)
             : NULL;
}

/* The name that a new entry has until it gets one is selected, so that typing replaces it. */
static void
test_add_selects_name (Fixture *self, gconstpointer data)
{
  GtkWidget *chooser = find_of_type (self->window, GTK_TYPE_DROP_DOWN);
  guint n_kinds;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *text = NULL;

      gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), i);
      run (self, ETP_ENTRIES_ADD);
      text = dup_selected_text (self);
      g_assert_cmpstr (text, ==, kinds[i].create);
    }
}

static GtkWidget *
create_pane (int width)
{
  GtkWidget *pane = gtk_label_new (NULL);

  gtk_widget_set_size_request (pane, width, 100);
  return pane;
}

/* With large text a list needs more than its width: what is beside it begins behind it, and where there
 * is no room for both, one of them is seen. */
static void
test_wide_panes (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *list = create_pane (330), *detail = create_pane (300);
  GtkWidget *panes = etp_panes_new (list, detail, 260, 400, "Back");
  graphene_rect_t left, right;
  int width;

  adw_window_set_content (ADW_WINDOW (window), panes);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 300);
  gtk_window_present (GTK_WINDOW (window));
  while ((width = gtk_widget_get_width (panes)) == 0)
    g_main_context_iteration (NULL, TRUE);
  run_idle ();
  g_assert_false (etp_panes_is_narrow (ETP_PANES (panes)));
  g_assert_true (gtk_widget_compute_bounds (list, panes, &left));
  g_assert_true (gtk_widget_compute_bounds (detail, panes, &right));
  g_assert_cmpfloat (left.origin.x + left.size.width, <=, right.origin.x);
  g_assert_cmpfloat (right.origin.x + right.size.width, <=, width);
  gtk_widget_set_size_request (list, width - 200, 100);
  while (!etp_panes_is_narrow (ETP_PANES (panes)))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_set_size_request (list, 100, 100);
  while (etp_panes_is_narrow (ETP_PANES (panes)))
    g_main_context_iteration (NULL, TRUE);
  /* Beside a list that needs less than it gets. */
  gtk_widget_set_size_request (detail, width - 220, 100);
  while (!etp_panes_is_narrow (ETP_PANES (panes)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_child_visible (list));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
  g_test_add ("/app/manager/delete-found", Fixture, NULL, set_up, test_delete_found, tear_down);
  g_test_add ("/app/manager/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/app/manager/move-among-found", Fixture, NULL, set_up, test_move_among_found,
              tear_down);
  g_test_add ("/app/manager/other-list", Fixture, NULL, set_up, test_other_list, tear_down);
  g_test_add ("/app/manager/add-tags", Fixture, NULL, set_up, test_add_tags, tear_down);
  g_test_add ("/app/manager/add-selects-name", Fixture, NULL, set_up, test_add_selects_name,
              tear_down);
  g_test_add_func ("/app/manager/wide-panes", test_wide_panes);
  g_test_add ("/app/manager/delete-renamed-tag", Fixture, NULL, set_up, test_delete_renamed_tag,
              tear_down);
  return g_test_run ();
}
