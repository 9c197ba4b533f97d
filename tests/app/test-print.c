/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/etp-print.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"

/* Printed into a file, as the dialog's own printer of files does. */

/* How often the bytes are in the data; overlaps do not occur. */
static guint
count (const char *data, gsize length, const char *bytes)
{
  guint n = 0;

  for (const char *at = data;
       (at = memmem (at, length - (gsize) (at - data), bytes, strlen (bytes))) != NULL; at++)
    n++;
  return n;
}

static guint
count_pages (const char *pdf, gsize length)
{
  return count (pdf, length, "/Type /Page") - count (pdf, length, "/Type /Pages");
}

static char *
print (EtpJourney *journey,
       const EtpExportChoice *choice,
       GtkPrintOperationResult expected,
       gsize *length)
{
  g_autoptr (GtkPrintOperation) operation = etp_print_operation_new (journey, choice);
  g_autofree char *folder = g_dir_make_tmp ("etappe-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  char *content = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
      expected);
  g_assert_true ((expected == GTK_PRINT_OPERATION_RESULT_APPLY)
                 == (etp_print_operation_get_error (operation) == NULL));
  if (expected == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_assert_true (g_file_get_contents (path, &content, length, NULL));
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return content;
}

static void
test_poster (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (TRUE);
  gsize length;
  g_autofree char *pdf = print (journey, choice, GTK_PRINT_OPERATION_RESULT_APPLY, &length);

  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  /* A3, lying: 420 × 297 mm in points. Newer versions of cairo pack what says so. */
  if (count (pdf, length, "/MediaBox") == 0)
    return;
  g_assert_cmpuint (count_pages (pdf, length), >=, 1);
  g_assert_cmpuint (count (pdf, length, "/MediaBox [ 0 0 1190.55"), ==, count_pages (pdf, length));
}

/* The sheet that was chosen with the pages is the one that the printer's dialog begins with. */
static void
test_paper (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (100, 6);
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (TRUE);
  g_autofree char *pdf = NULL;
  gsize length;

  etp_export_choice_set_page (choice, "A4-portrait");
  pdf = print (journey, choice, GTK_PRINT_OPERATION_RESULT_APPLY, &length);
  if (count (pdf, length, "/MediaBox") > 0)
    g_assert_cmpuint (count (pdf, length, "/MediaBox [ 0 0 595.2"), ==, count_pages (pdf, length));
}

/* Nothing is printed, and it is said why. */
static void
test_error (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (TRUE);

  choice->lanes = g_strdup ("no such lane");
  print (journey, choice, GTK_PRINT_OPERATION_RESULT_CANCEL, NULL);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/app/print/poster", test_poster);
  g_test_add_func ("/app/print/paper", test_paper);
  g_test_add_func ("/app/print/error", test_error);
  return g_test_run ();
}
