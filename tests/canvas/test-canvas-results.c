/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

/* Measures and metrics are put in order, and brought to other phases, by keyboard. */

static void
select_two (CanvasFixture *fixture, const char *a, const char *b)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, canvas_fixture_get_node (fixture, a));
  if (b != NULL)
    g_ptr_array_add (nodes, canvas_fixture_get_node (fixture, b));
  etp_canvas_select_nodes (fixture->canvas, nodes);
}

static void
run (CanvasFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
  canvas_fixture_settle (fixture);
}

/* The ids in a list, in its order, parted by spaces. */
static void
assert_order (CanvasFixture *fixture, EtpListKind kind, const char *ids)
{
  EtpNodeList *list = etp_journey_get_list (fixture->journey, kind);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < etp_node_list_get_length (list); i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            etp_node_get_id (etp_node_list_get (list, i)));
  g_assert_cmpstr (found->str, ==, ids);
}

/* In the phase "consider" a, c and d; in "buy" b. */
static EtpJourney *
new_journey (EtpListKind kind)
{
  static const char *const rows[][2] = {
    { "a", "consider" }, { "b", "buy" }, { "c", "consider" }, { "d", "consider" }
  };
  EtpJourney *journey = etp_test_journey_new_sample ();

  etp_test_add (journey, ETP_LIST_LANES, "results", ETP_LANE_KIND,
                kind == ETP_LIST_MEASURES ? "measures" : "metrics", ETP_TEST_END);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (kind == ETP_LIST_MEASURES)
      etp_test_add (journey, kind, rows[i][0], ETP_MEASURE_TITLE, rows[i][0], ETP_MEASURE_PHASE,
                    rows[i][1], ETP_TEST_END);
    else
      etp_test_add (journey, kind, rows[i][0], ETP_METRIC_NAME, rows[i][0], ETP_METRIC_AT,
                    rows[i][1], ETP_TEST_END);
  return journey;
}

/* Up and down pass the next one of the same cell, whatever lies between in the list, in one step; at the end
 * nothing moves, also where several are selected. */
static void
test_order (void)
{
  static const struct
  {
    EtpListKind kind;
    const char *first; /* what the sample has */
  } kinds[] = { { ETP_LIST_MEASURES, "compress" }, { ETP_LIST_METRICS, "conversion" } };
  static const struct
  {
    const char *a, *b, *action, *order;
  } rows[] = {
    { "a", NULL, "canvas.move-down", "b c a d" }, { "a", NULL, "canvas.move-down", "b c d a" },
    { "a", NULL, "canvas.move-down", "b c d a" }, { "a", NULL, "canvas.move-up", "b c a d" },
    { "b", NULL, "canvas.move-up", "b c a d" },   { "a", "d", "canvas.move-up", "b a d c" },
    { "a", "d", "canvas.move-up", "b a d c" },    { "a", "d", "canvas.move-down", "b c a d" },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      EtpJourney *journey = new_journey (kinds[k].kind);
      EtpNode *sample = etp_journey_get_node (journey, kinds[k].first);
      EtpHistory *history = etp_journey_get_history (journey);
      g_autofree char *before = g_strdup_printf ("%s a b c d", kinds[k].first);
      CanvasFixture fixture;
      guint n_steps = 0;

      if (kinds[k].kind == ETP_LIST_MEASURES) /* out of the way */
        g_assert_true (etp_edit_set_text (journey, sample, ETP_MEASURE_PHASE, "aware", NULL));
      else
        g_assert_true (etp_edit_set_text (journey, sample, ETP_METRIC_AT, "aware", NULL));
      canvas_fixture_show (&fixture, journey, 1000, 700);
      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          g_autofree char *order = g_strdup_printf ("%s %s", kinds[k].first, rows[i].order);
          const guint64 serial = etp_journey_get_serial (journey);

          g_test_message ("%s %s", rows[i].action, order);
          select_two (&fixture, rows[i].a, rows[i].b);
          run (&fixture, rows[i].action);
          assert_order (&fixture, kinds[k].kind, order);
          n_steps += etp_journey_get_serial (journey) != serial;
        }
      for (guint i = 0; i < n_steps; i++)
        g_assert_true (etp_history_undo (history));
      assert_order (&fixture, kinds[k].kind, before);
      canvas_fixture_tear_down (&fixture);
    }
}

static const char *
get_phase (CanvasFixture *fixture, const char *id)
{
  EtpNode *node = canvas_fixture_get_node (fixture, id);

  return etp_node_get_text (node, etp_node_get_list (node) == ETP_LIST_MEASURES
                                      ? (guint) ETP_MEASURE_PHASE
                                      : (guint) ETP_METRIC_AT);
}

static void
on_failed (EtpCanvas *canvas, const GError *error, guint *n_failed)
{
  ++*n_failed;
}

/* Left and right lead to the next phase; one step. What is measured at a card stands where that lies: it does
 * not move, and it is said why. */
static void
test_phases (void)
{
  static const EtpListKind kinds[] = { ETP_LIST_MEASURES, ETP_LIST_METRICS };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      EtpJourney *journey = new_journey (kinds[k]);
      EtpHistory *history = etp_journey_get_history (journey);
      CanvasFixture fixture;
      guint n_failed = 0;

      canvas_fixture_show (&fixture, journey, 1000, 700);
      g_signal_connect (fixture.canvas, "failed", G_CALLBACK (on_failed), &n_failed);
      select_two (&fixture, "a", "c");
      run (&fixture, "canvas.move-right");
      g_assert_cmpstr (get_phase (&fixture, "a"), ==, "buy");
      g_assert_cmpstr (get_phase (&fixture, "c"), ==, "buy");
      g_assert_true (etp_history_undo (history));
      g_assert_cmpstr (get_phase (&fixture, "a"), ==, "consider");
      g_assert_cmpstr (get_phase (&fixture, "c"), ==, "consider");
      canvas_fixture_settle (&fixture);
      select_two (&fixture, "a", NULL);
      for (guint i = 0; i < 3; i++) /* to the first phase, and no further */
        run (&fixture, "canvas.move-left");
      g_assert_cmpstr (get_phase (&fixture, "a"), ==, "aware");
      g_assert_cmpuint (n_failed, ==, 0);

      if (kinds[k] == ETP_LIST_METRICS)
        {
          g_assert_true (etp_edit_set_text (journey, canvas_fixture_get_node (&fixture, "c"),
                                            ETP_METRIC_AT, "visit", NULL));
          canvas_fixture_settle (&fixture);
          select_two (&fixture, "c", NULL);
          run (&fixture, "canvas.move-left");
          g_assert_cmpstr (get_phase (&fixture, "c"), ==, "visit");
          g_assert_cmpuint (n_failed, ==, 1);
        }
      canvas_fixture_tear_down (&fixture);
    }
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/results/order", test_order);
  g_test_add_func ("/canvas/results/phases", test_phases);
  return g_test_run ();
}
