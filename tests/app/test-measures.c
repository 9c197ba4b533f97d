/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "app/etp-measures.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "find-widget.h"
#include "model/etp-fields.h"

/* The order of the list of measures, without its headings, which no key reaches in older toolkits. */

static gboolean
is_reverse (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Reverse the Order") == 0;
}

/* For find_widget (). */
static gboolean
is_sort_chooser (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_DROP_DOWN (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "By what the measures are sorted")
                == 0;
}

static void
assert_rows (GtkWidget *table, const char *ids)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (EtpNode) node = g_list_model_get_item (model, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", etp_node_get_id (node));
    }
  g_assert_cmpstr (found->str, ==, ids);
}

/* By whatever they are sorted, the button turns the order round and back again; what says nothing stays
 * last. */
static void
test_reverse (void)
{
  static const struct
  {
    guint column; /* of the choice */
    const char *order, *reversed;
  } rows[] = {
    { 0, "a b c", "c b a" }, /* by title */
    { 1, "c a b", "a c b" }, /* by owner; b has none */
    { 3, "b c a", "c b a" }, /* by day; a has none */
  };
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *measures, *table, *chooser, *reverse;

  etp_test_add (journey, ETP_LIST_MEASURES, "b", ETP_MEASURE_TITLE, "B", ETP_MEASURE_DUE,
                "2026-01-01", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_MEASURES, "a", ETP_MEASURE_TITLE, "A", ETP_MEASURE_OWNER, "Zoe",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_MEASURES, "c", ETP_MEASURE_TITLE, "C", ETP_MEASURE_OWNER, "Ada",
                ETP_MEASURE_DUE, "2026-03-01", ETP_TEST_END);
  measures = etp_measures_new (window, journey, "2026-02-01");
  gtk_window_set_child (GTK_WINDOW (window), measures);
  gtk_window_present (GTK_WINDOW (window));
  table = find_of_type (measures, GTK_TYPE_COLUMN_VIEW);
  chooser = find_widget (measures, is_sort_chooser, NULL);
  reverse = find_widget (measures, is_reverse, NULL);
  g_assert_nonnull (reverse);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), rows[i].column);
      assert_rows (table, rows[i].order);
      g_signal_emit_by_name (reverse, "clicked");
      assert_rows (table, rows[i].reversed);
      g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser)), ==, rows[i].column);
      g_signal_emit_by_name (reverse, "clicked");
      assert_rows (table, rows[i].order);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
  g_test_add_func ("/app/measures/reverse", test_reverse);
  return g_test_run ();
}
