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
  g_test_add_func ("/app/inspector/speed", test_speed);
  return g_test_run ();
}
