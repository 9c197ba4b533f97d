/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-recovery-dialog.h"

#include "app/etp-window-private.h"
#include "file/etp-recovery.h"
#include "window-fixture.h"

/* What the list says of maps that a program left behind; it is looked for once, so one test goes through
 * all of it. */

static EtpApplication *application; /* owned by the fixture */

static GtkWidget *
wait_for_label (const char *text)
{
  GtkWidget *label;

  while ((label = window_fixture_find_label (text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return label;
}

static gboolean
is_label_with_end (GtkWidget *widget, gconstpointer end)
{
  return GTK_IS_LABEL (widget) && g_str_has_suffix (gtk_label_get_text (GTK_LABEL (widget)), end);
}

/* A map whose file is deleted while nothing was done in it, and whose program ends without a word. */
static void
leave_behind (void)
{
  WindowFixture fixture = { 0 };

  window_fixture_set_up (&fixture, NULL);
  g_assert_true (g_file_delete (fixture.file, NULL, NULL));
  etp_document_check_disk (fixture.window->document);
  while (etp_document_get_disk_state (fixture.window->document) != ETP_MONITOR_GONE)
    g_main_context_iteration (NULL, TRUE);
  etp_window_destroy (fixture.window, FALSE);
  window_fixture_tear_down (&fixture, NULL);
}

/* It is all that there is of the map, and not one change of it. */
static void
check_only_copy (GtkWidget *dialog)
{
  g_assert_null (find_widget (dialog, is_label_with_end, "1 change"));
  window_fixture_click ("Discard");
  wait_for_label ("What may be the only copy of a map will be gone for good.");
  window_fixture_click ("Cancel");
  while (window_fixture_find_label ("Cancel") != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* While a map is restored its row says so and takes no click, and nothing can be done with all of
 * them. */
static void
check_restoring (void)
{
  GtkWidget *row, *label;

  window_fixture_click ("Restore");
  label = window_fixture_find_label ("Restoring…");
  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  g_assert_false (gtk_widget_is_sensitive (row));
  label = window_fixture_find_label ("Discard All");
  g_assert_nonnull (label);
  g_assert_false (gtk_widget_is_sensitive (label));
}

static guint
count_maps (void)
{
  guint n = 0;

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (application)); link != NULL;
       link = link->next)
    n += ETP_IS_WINDOW (link->data) && etp_window_get_journey (link->data) != NULL;
  return n;
}

static void
wait_for_maps (guint n)
{
  while (count_maps () < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
destroy_windows (void)
{
  g_autoptr (GList)
      windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));

  for (GList *link = windows; link != NULL; link = link->next)
    if (ETP_IS_WINDOW (link->data))
      etp_window_destroy (link->data, TRUE);
}

/* Three maps: the first is restored while the list is open, and the list goes on; the second comes
 * though the list is closed meanwhile; the third is not touched. */
static void
test_list (void)
{
  g_autoptr (GPtrArray) left = NULL;
  EtpWindow *window;
  GtkWidget *dialog;

  for (guint i = 0; i < 3; i++)
    leave_behind ();
  window = etp_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  etp_recovery_dialog_look (application);
  dialog = GTK_WIDGET (gtk_widget_get_root (
      wait_for_label ("The file was moved or deleted. This may be the only copy of the map.")));
  check_only_copy (dialog);

  check_restoring ();
  g_assert_null (etp_window_get_journey (window));
  wait_for_maps (1);
  g_assert_nonnull (etp_window_get_journey (window));
  g_assert_null (window_fixture_find_label ("Restoring…"));
  g_assert_true (gtk_widget_is_sensitive (wait_for_label ("Discard All")));

  check_restoring ();
  gtk_window_close (GTK_WINDOW (dialog));
  wait_for_maps (2);
  g_assert_null (window_fixture_find_label ("Discard All"));
  left = etp_recovery_list ();
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (etp_recovery_discard (left->pdata[0], NULL));
  destroy_windows ();
}

int
main (int argc, char **argv)
{
  application = window_fixture_start (&argc, &argv);
  if (application == NULL)
    return 0;
  g_test_add_func ("/app/recovery-dialog/list", test_list);
  return window_fixture_end ();
}
