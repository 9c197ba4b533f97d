/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-snapshots-dialog.h"
#include "app/etp-window-private.h"
#include "canvas/etp-canvas-private.h"
#include "canvas-fixture.h"
#include "file/etp-snapshot.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "window-fixture.h"

/* Snapshots in their window, and what is offered after one was restored: to take back that, and nothing else. */

static const char *
get_title (WindowFixture *fixture)
{
  return etp_node_get_text (ETP_NODE (fixture->journey), ETP_JOURNEY_TITLE);
}

static guint
count_snapshots (WindowFixture *fixture)
{
  return etp_node_list_get_length (etp_journey_get_list (fixture->journey, ETP_LIST_SNAPSHOTS));
}

/* A snapshot of the map as it is; borrowed. */
static EtpNode *
take (WindowFixture *fixture)
{
  g_autofree char *json = etp_snapshot_write (fixture->journey);
  EtpNode *snapshot = etp_edit_take_snapshot (fixture->journey, "Now", "2026-03-01", "", json,
                                              NULL);

  g_assert_nonnull (snapshot);
  return snapshot;
}

static void
restore (WindowFixture *fixture, EtpNode *snapshot)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "restore-snapshot",
                                  g_variant_new_string (etp_node_get_id (snapshot)));
}

static void
wait_for (const char *text)
{
  while (window_fixture_find_label (text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
dup_said (GtkWidget *widget)
{
  char *said;

  g_assert_nonnull (widget);
  said = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_nonnull (said);
  return said;
}

static gboolean
is_end_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                       "win.end-comparison")
                == 0;
}

/* Whoever compares without seeing it hears with what has the keyboard what has changed, and later on with
 * the button that ends the comparison. */
static void
test_compare_is_said (WindowFixture *fixture, gconstpointer data)
{
  EtpCanvas *canvas = fixture->window->canvas;
  EtpNode *snapshot = take (fixture);
  const EtpItem card = { .kind = ETP_ITEM_CARD, .node_id = (char *) "visit" };
  g_autofree char *said = NULL;
  g_autofree char *later = NULL;
  GtkWidget *end;

  window_fixture_set_title (fixture, "Later");
  etp_canvas_select (canvas, etp_canvas_find_item (canvas, &card));
  etp_canvas_update_accessible (canvas);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "compare-snapshot",
                                  g_variant_new_string (etp_node_get_id (snapshot)));
  if (gtk_get_minor_version () < 14) /* else it is announced */
    {
      said = dup_said (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
      g_assert_nonnull (g_strstr_len (said, -1, "Compared with “Now”: "));
    }
  end = find_widget (GTK_WIDGET (fixture->window), is_end_button, NULL);
  later = dup_said (end);
  g_assert_nonnull (g_strstr_len (later, -1, "Compared with “Now”: "));
}

static void
test_restore_same (WindowFixture *fixture, gconstpointer data)
{
  const guint n = count_snapshots (fixture);
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  EtpNode *snapshot = take (fixture);
  g_autofree char *step = g_strdup (etp_history_get_undo_title (history));

  restore (fixture, snapshot);
  wait_for ("Nothing has changed since then.");
  g_assert_null (window_fixture_find_label ("Undo"));
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, step);
  g_assert_cmpuint (count_snapshots (fixture), ==, n + 1);
}

static void
test_restore_other (WindowFixture *fixture, gconstpointer data)
{
  const guint n = count_snapshots (fixture);
  g_autofree char *title = g_strdup (get_title (fixture));
  EtpNode *snapshot = take (fixture);

  window_fixture_set_title (fixture, "Later");
  restore (fixture, snapshot);
  g_assert_cmpstr (get_title (fixture), ==, title);
  wait_for ("The map is as it was in “Now”");
  window_fixture_click ("Undo");
  g_assert_cmpstr (get_title (fixture), ==, "Later");
  g_assert_cmpuint (count_snapshots (fixture), ==, n + 1);
}

static gboolean
is_comparison (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget)
         && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), "Compared with “Now”");
}

static gboolean
set_true (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A large map takes its time to be compared, so that waits until nothing changes any more: it is not done
 * after each change, and not while they come. */
static void
test_compare_at_rest (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *snapshot = take (fixture);
  g_autofree char *same = NULL;
  gboolean is_over = FALSE;
  GtkLabel *label;
  gint64 start;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "compare-snapshot",
                                  g_variant_new_string (etp_node_get_id (snapshot)));
  label = GTK_LABEL (find_widget (GTK_WIDGET (fixture->window), is_comparison, NULL));
  g_assert_nonnull (label);
  same = g_strdup (gtk_label_get_text (label));
  start = g_get_monotonic_time ();
  window_fixture_set_title (fixture, "Later");
  g_timeout_add (100, set_true, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  if (g_str_equal (gtk_label_get_text (label), same)) /* a slow machine may have come too far */
    start = g_get_monotonic_time ();
  window_fixture_set_title (fixture, "Later still");
  while (g_str_equal (gtk_label_get_text (label), same))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 299 * G_TIME_SPAN_MILLISECOND);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Snapshots") == 0)
        return GTK_WIDGET (window);
    }
  g_assert_not_reached ();
}

static gboolean
begins (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static void
wait_for_words (GtkWidget *list, guint row, const char *words)
{
  GtkListBoxRow *widget = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) row);

  while (find_widget (GTK_WIDGET (widget), begins, words) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The window is there at once; what has changed is said as the snapshots are read. Rows stay for as long as
 * their snapshots, and say something else only where something else has changed. */
static void
test_window (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *title = g_strdup (get_title (fixture));
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  g_autofree char *said = NULL;
  EtpNode *newest;
  GtkWidget *dialog, *list;
  GtkListBoxRow *second;

  take (fixture);
  newest = take (fixture);
  window_fixture_set_title (fixture, "Later");
  etp_snapshots_dialog_show (GTK_WINDOW (fixture->window), fixture->journey);
  dialog = find_dialog ();
  list = find_of_type (dialog, GTK_TYPE_LIST_BOX);
  g_assert_nonnull (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) count_snapshots (fixture) - 1));
  g_assert_null (find_widget (list, begins, "Since then"));
  wait_for_words (list, 0, "Since then");
  wait_for_words (list, 1, "Since then");

  second = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1);
  /* The first button says it as well. */
  said = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (find_of_type (GTK_WIDGET (second), GTK_TYPE_BUTTON)),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_true (g_str_has_prefix (said, "Since then"));

  g_assert_true (etp_edit_remove (fixture->journey, newest, NULL));
  g_assert_true (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == second);
  g_assert_nonnull (find_widget (GTK_WIDGET (second), begins, "Since then"));
  g_assert_true (etp_history_undo (history));
  g_assert_true (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1) == second);
  wait_for_words (list, 0, "Since then");

  window_fixture_set_title (fixture, title);
  wait_for_words (list, 0, "Nothing has changed");
  wait_for_words (list, 1, "Nothing has changed");
  g_assert_true (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1) == second);

  /* It may go while it reads. */
  window_fixture_set_title (fixture, "Later");
  gtk_window_destroy (GTK_WINDOW (dialog));
  run_idle ();
}

int
main (int argc, char **argv)
{
  if (window_fixture_start (&argc, &argv) == NULL)
    return 0;
#define ADD(path, func)                                                                            \
  g_test_add ("/app/snapshots/" path, WindowFixture, NULL, window_fixture_set_up, func,            \
              window_fixture_tear_down)
  ADD ("compare-is-said", test_compare_is_said);
  ADD ("restore-same", test_restore_same);
  ADD ("restore-other", test_restore_other);
  ADD ("compare-at-rest", test_compare_at_rest);
  ADD ("window", test_window);
#undef ADD
  return window_fixture_end ();
}
