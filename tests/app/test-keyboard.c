/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "app/etp-capture-bar.h"
#include "app/etp-filter-bar.h"
#include "app/etp-find-bar.h"
#include "app/etp-parking-lot.h"
#include "app/etp-window-private.h"
#include "model/etp-fields.h"
#include "window-fixture.h"

/* A window with a map: what the keyboard is at is meant, and it is somewhere when that has gone. */

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_open (fixture, NULL);
}

static GtkWidget *
find (WindowFixture *fixture, GType type)
{
  GtkWidget *widget = find_of_type (GTK_WIDGET (fixture->window), type);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
has_focus (WindowFixture *fixture, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Of several pains the one is answered on which Enter was pressed, not the first on the map. */
static void
test_answer (WindowFixture *fixture, gconstpointer data)
{
  static const char *const ids[][2] = { { "unclear", "slow" }, { "slow", "unclear" } };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
      EtpNodeList *links = etp_journey_get_list (fixture->journey, ETP_LIST_LINKS);
      const guint n = etp_node_list_get_length (links);

      g_ptr_array_add (nodes, window_fixture_get (fixture, ids[i][0]));
      g_ptr_array_add (nodes, window_fixture_get (fixture, ids[i][1]));
      etp_canvas_select_nodes (fixture->window->canvas, nodes);
      window_fixture_run (fixture, "how-might-we");
      etp_canvas_end_typing (fixture->window->canvas);
      g_assert_cmpuint (etp_node_list_get_length (links), ==, n + 1);
      g_assert_cmpstr (etp_node_get_text (etp_node_list_get (links, n), ETP_LINK_TO), ==,
                       ids[i][0]);
    }
}

/* Opened once more for the same words, the bar shows the first match first, by Enter and by F3. */
static void
test_find_again (WindowFixture *fixture, gconstpointer data)
{
  EtpCanvas *canvas = fixture->window->canvas;
  GtkWidget *bar, *entry;
  EtpNode *first;

  window_fixture_run (fixture, "find");
  bar = find (fixture, ETP_TYPE_FIND_BAR);
  entry = find_of_type (bar, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "o");
  first = etp_canvas_get_selected_node (canvas);
  g_assert_nonnull (first);
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (etp_canvas_get_selected_node (canvas) != first);

  for (guint i = 0; i < 2; i++)
    {
      etp_find_bar_close (ETP_FIND_BAR (bar));
      etp_canvas_select (canvas, ETP_ITEM_REF_NONE);
      if (i == 0)
        {
          window_fixture_run (fixture, "find");
          g_assert_null (etp_canvas_get_selected_node (canvas));
          g_signal_emit_by_name (entry, "activate");
        }
      else
        window_fixture_run (fixture, "find-next");
      g_assert_true (gtk_widget_get_visible (bar));
      g_assert_true (etp_canvas_get_selected_node (canvas) == first);
      g_signal_emit_by_name (entry, "activate");
      g_assert_true (etp_canvas_get_selected_node (canvas) != first);
    }
}

static gboolean
is_pill (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "filter-pill");
}

/* A pill that is taken away hands the keyboard on to the next one, the last to the map. */
static void
test_pills (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *bar, *pill;

  window_fixture_run (fixture, "facts-only");
  bar = find (fixture, ETP_TYPE_FILTER_BAR);
  etp_filter_bar_set (ETP_FILTER_BAR (bar), ETP_FILTER_PERSONA, "max", TRUE);
  etp_filter_bar_set (ETP_FILTER_BAR (bar), ETP_FILTER_TAG, "mobile", TRUE);
  run_idle ();
  pill = find_widget (bar, is_pill, NULL);
  for (guint n = 2; n > 0; n--)
    {
      g_assert_true (gtk_widget_grab_focus (pill));
      g_signal_emit_by_name (pill, "clicked");
      pill = find_widget (bar, is_pill, NULL);
      g_assert_true (has_focus (fixture, pill));
    }
  pill = find_widget (bar, is_pill, NULL);
  g_signal_emit_by_name (pill, "clicked");
  g_assert_true (has_focus (fixture, fixture->window->canvas));
}

/* The last parked card that is deleted or sent hands the keyboard on to the map. */
static void
test_last_parked (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *lot;

  window_fixture_run (fixture, "show-parking-lot");
  lot = find (fixture, ETP_TYPE_PARKING_LOT);
  run_idle ();
  g_assert_true (gtk_widget_child_focus (find_of_type (lot, GTK_TYPE_LIST_BOX), GTK_DIR_DOWN));
  g_assert_true (has_focus (fixture, find_of_type (lot, GTK_TYPE_LIST_BOX)));
  gtk_widget_activate_action (lot, "parking.delete", NULL);
  g_assert_null (etp_journey_get_node (fixture->journey, "parked"));
  while (find_of_type (lot, GTK_TYPE_LIST_BOX_ROW) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_focus (fixture, fixture->window->canvas));
}

/* What a person is asked to do is asked no more when it is done or given up. */
static void
test_link_request (WindowFixture *fixture, gconstpointer data)
{
  static const char request[] = "Select where the link leads and press Enter; Escape gives up.";
  static const char *const ends[] = { "canvas.clear-selection", "canvas.activate" };
  GtkWidget *canvas = GTK_WIDGET (fixture->window->canvas);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const gint64 begin = g_get_monotonic_time ();

      etp_window_select_node (fixture->window, window_fixture_get (fixture, "visit"));
      gtk_widget_activate_action (canvas, "canvas.link", NULL);
      while (window_fixture_find_label (request) == NULL)
        g_main_context_iteration (NULL, TRUE);
      etp_window_select_node (fixture->window, window_fixture_get (fixture, "slow"));
      gtk_widget_activate_action (canvas, ends[i], NULL);
      while (window_fixture_find_label (request) != NULL)
        {
          /* By itself it would go after 5 seconds. */
          g_assert_cmpint (g_get_monotonic_time () - begin, <, 4 * G_TIME_SPAN_SECOND);
          g_main_context_iteration (NULL, FALSE);
        }
    }
}

static char *
dup_said (GtkWidget *widget)
{
  char *said = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "nothing like it");

  g_assert_nonnull (said);
  return said;
}

/* The line, where the keyboard stays, tells what was found and where, on the map and elsewhere. */
static void
test_find_is_said (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *said[3];
  } rows[] = {
    { "load slowly", { "1 of 1: 2.1 Pages load slowly, ", "Consideration", NULL } },
    { "loyalty", { "1 of 1: Parking lot: Loyalty card", NULL } },
    { "nothing of the kind", { "Nothing found", NULL } },
  };
  GtkWidget *entry;

  window_fixture_run (fixture, "find");
  entry = find_of_type (find (fixture, ETP_TYPE_FIND_BAR), GTK_TYPE_SEARCH_ENTRY);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry), rows[i].typed);
      said = dup_said (entry);
      g_test_message ("%s: %s", rows[i].typed, said);
      for (guint j = 0; rows[i].said[j] != NULL; j++)
        g_assert_nonnull (strstr (said, rows[i].said[j]));
    }
}

/* That a note is on the map is heard, each time in other words, until the next one is typed. */
static void
test_note_is_said (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *again = NULL;
  GtkWidget *entry;

  if (gtk_get_minor_version () >= 14)
    {
      g_test_skip ("announced");
      return;
    }
  etp_window_select_node (fixture->window, window_fixture_get (fixture, "slow"));
  window_fixture_run (fixture, "capture");
  entry = find_of_type (find (fixture, ETP_TYPE_CAPTURE_BAR), GTK_TYPE_ENTRY);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *begin = g_strdup_printf ("Note %u added to Consideration › ", i);
      g_autofree char *typed = NULL;
      g_autofree char *said = NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry), "too slow");
      typed = dup_said (entry);
      g_assert_null (strstr (typed, "added"));
      g_assert_nonnull (strstr (typed, "Consideration › "));
      g_signal_emit_by_name (entry, "activate");
      run_idle ();
      said = dup_said (entry);
      g_test_message ("%s", said);
      g_assert_nonnull (strstr (said, begin));
    }
  etp_capture_bar_open (ETP_CAPTURE_BAR (find (fixture, ETP_TYPE_CAPTURE_BAR)));
  again = dup_said (entry);
  g_assert_null (strstr (again, "added"));
}

int
main (int argc, char **argv)
{
  if (window_fixture_start (&argc, &argv) == NULL)
    return 0;
#define ADD(path, func)                                                                            \
  g_test_add (path, WindowFixture, NULL, set_up, func, window_fixture_tear_down)
  ADD ("/app/keyboard/answer", test_answer);
  ADD ("/app/keyboard/find-again", test_find_again);
  ADD ("/app/keyboard/find-is-said", test_find_is_said);
  ADD ("/app/keyboard/note-is-said", test_note_is_said);
  ADD ("/app/keyboard/pills", test_pills);
  ADD ("/app/keyboard/last-parked", test_last_parked);
  ADD ("/app/keyboard/link-request", test_link_request);
#undef ADD
  return window_fixture_end ();
}
