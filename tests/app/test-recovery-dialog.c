/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-recovery-dialog.h"

#include "app/etp-window-private.h"
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
test_only_copy (void)
{
  EtpWindow *window;
  GtkWindow *dialog;

  leave_behind ();
  window = etp_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  etp_recovery_dialog_look (application);
  dialog = GTK_WINDOW (gtk_widget_get_root (
      wait_for_label ("The file was moved or deleted. This may be the only copy of the map.")));
  g_assert_null (find_widget (GTK_WIDGET (dialog), is_label_with_end, "1 change"));
  window_fixture_click ("Discard");
  wait_for_label ("What may be the only copy of a map will be gone for good.");
  window_fixture_click ("Cancel");
  while (window_fixture_find_label ("Cancel") != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (dialog);
  etp_window_destroy (window, FALSE);
}

int
main (int argc, char **argv)
{
  application = window_fixture_start (&argc, &argv);
  if (application == NULL)
    return 0;
  g_test_add_func ("/app/recovery-dialog/only-copy", test_only_copy);
  return window_fixture_end ();
}
