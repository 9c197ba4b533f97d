/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "etp-test-build.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-limits.h"
#include "model/etp-tables.h"

/* Verbs on measures, metrics, links, insights, comments and images. */

typedef struct
{
  EtpJourney *journey;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  etp_journey_assert_valid (fixture->journey);
  g_assert_true (etp_check (fixture->journey, NULL));
  g_object_unref (fixture->journey);
}

static EtpNode *
get (Fixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

static void
test_measure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  EtpNode *measure;

  g_ptr_array_add (cards, get (fixture, "slow"));
  g_ptr_array_add (cards, get (fixture, "unclear"));
  measure = etp_edit_add_measure_for_cards (fixture->journey, cards, "Mend it", NULL);
  g_assert_cmpstr (etp_node_get_text (measure, ETP_MEASURE_TITLE), ==, "Mend it");
  g_assert_cmpstr (etp_node_get_text (measure, ETP_MEASURE_PHASE), ==, "consider");
  g_assert_cmpuint (etp_node_get_length (measure, ETP_MEASURE_CARDS), ==, 2);

  g_ptr_array_add (cards, get (fixture, "order"));
  measure = etp_edit_add_measure_for_cards (fixture->journey, cards, "Mend it", NULL);
  g_assert_cmpstr (etp_node_get_text (measure, ETP_MEASURE_PHASE), ==, "");
}

/* Copies stand behind their originals, in one step, and without the dots that people put there. */
static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *measures = etp_journey_get_list (fixture->journey, ETP_LIST_MEASURES);
  EtpNodeList *metrics = etp_journey_get_list (fixture->journey, ETP_LIST_METRICS);
  const guint n_measures = etp_node_list_get_length (measures);
  const guint n_metrics = etp_node_list_get_length (metrics);
  EtpNode *voted = etp_test_add (
      fixture->journey, ETP_LIST_MEASURES, "voted", ETP_MEASURE_TITLE, "Voted", ETP_MEASURE_VOTES,
      etp_test_value (&etp_vote_table, ETP_VOTE_COUNT, 3, ETP_TEST_END), NULL, ETP_TEST_END);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();

  g_ptr_array_add (nodes, get (fixture, "compress"));
  g_ptr_array_add (nodes, voted);
  g_ptr_array_add (nodes, get (fixture, "conversion"));
  g_assert_true (etp_edit_duplicate_results (fixture->journey, nodes, copies, NULL));
  g_assert_cmpuint (copies->len, ==, 3);
  g_assert_cmpstr (etp_node_get_text (copies->pdata[1], ETP_MEASURE_TITLE), ==, "Voted");
  g_assert_cmpuint (etp_node_get_length (copies->pdata[1], ETP_MEASURE_VOTES), ==, 0);
  g_assert_cmpuint (etp_node_get_length (voted, ETP_MEASURE_VOTES), ==, 1);
  g_assert_cmpuint (etp_node_list_get_index (measures, copies->pdata[1]), ==,
                    etp_node_list_get_index (measures, voted) + 1);
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_cmpuint (etp_node_list_get_length (measures), ==, n_measures + 1);
  g_assert_cmpuint (etp_node_list_get_length (metrics), ==, n_metrics);
}

/* Into another phase, in one step; the originals stay. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *list = etp_journey_get_list (fixture->journey, ETP_LIST_MEASURES);
  const guint n = etp_node_list_get_length (list);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();

  g_ptr_array_add (measures, get (fixture, "compress"));
  g_assert_true (
      etp_edit_copy_measures (fixture->journey, measures, get (fixture, "buy"), copies, NULL));
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpstr (etp_node_get_text (copies->pdata[0], ETP_MEASURE_PHASE), ==, "buy");
  g_assert_cmpstr (etp_node_get_text (copies->pdata[0], ETP_MEASURE_TITLE), ==, "Compress images");
  g_assert_cmpstr (etp_node_get_text (measures->pdata[0], ETP_MEASURE_PHASE), ==, "consider");
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_cmpuint (etp_node_list_get_length (list), ==, n);
}

/* One that is moved is not one of several that were edited. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  EtpNode *second = etp_test_add (fixture->journey, ETP_LIST_MEASURES, "second", ETP_MEASURE_TITLE,
                                  "Second", ETP_TEST_END);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  g_ptr_array_add (measures, get (fixture, "compress"));
  g_assert_true (etp_edit_move_measures (fixture->journey, measures, get (fixture, "buy"), NULL));
  g_assert_cmpstr (etp_node_get_text (measures->pdata[0], ETP_MEASURE_PHASE), ==, "buy");
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Move Measure");
  g_ptr_array_add (measures, second);
  g_assert_true (etp_edit_move_measures (fixture->journey, measures, get (fixture, "aware"), NULL));
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Move 2 Measures");
}

static void
test_rate (Fixture *fixture, gconstpointer data)
{
  EtpNode *measure = get (fixture, "compress");
  EtpNode *max = get (fixture, "max");
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_edit_rate_measure (fixture->journey, measure, NULL, 4, NULL));
  g_assert_cmpint (etp_node_get_integer (measure, ETP_MEASURE_BUSINESS_VALUE), ==, 4);
  g_assert_true (etp_edit_rate_measure (fixture->journey, measure, max, 1, NULL));
  g_assert_cmpuint (etp_node_get_length (measure, ETP_MEASURE_CUSTOMER_VALUES), ==, 1);
  g_assert_true (etp_edit_rate_measure (fixture->journey, measure, max, ETP_ABSENT_INTEGER, NULL));
  g_assert_cmpuint (etp_node_get_length (measure, ETP_MEASURE_CUSTOMER_VALUES), ==, 0);
  g_assert_false (etp_edit_rate_measure (fixture->journey, measure, max, 6, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE);
}

static char *
read_dates (EtpNode *metric)
{
  GString *dates = g_string_new (NULL);

  for (guint i = 0; i < etp_node_get_length (metric, ETP_METRIC_VALUES); i++)
    {
      EtpValue *reading = etp_node_get_value_at (metric, ETP_METRIC_VALUES, i);

      g_string_append_printf (dates, "%s=%g ", etp_value_get_text (reading, ETP_READING_DATE),
                              etp_value_get_number (reading, ETP_READING_VALUE));
    }
  return g_string_free (dates, FALSE);
}

static void
test_metric (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2026-02-10", "2025-12-31", "2026-03-31", "2026-01-31" };
  EtpNode *metric = get (fixture, "conversion");
  g_autoptr (GError) error = NULL;
  g_autofree char *dates = NULL;
  EtpValue *last;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_true (etp_edit_record_metric (fixture->journey, metric, days[i], i + 1, NULL, NULL));
  dates = read_dates (metric);
  g_assert_cmpstr (dates, ==,
                   "2025-12-31=2 2026-01-31=4 2026-02-10=1 2026-02-28=2.4 2026-03-31=3 ");

  g_assert_true (etp_edit_record_metric (fixture->journey, metric, "2026-03-31", 5,
                                         get (fixture, "survey"), NULL));
  last = etp_node_get_value_at (metric, ETP_METRIC_VALUES, 4);
  g_assert_cmpstr (etp_value_get_text (last, ETP_READING_SOURCE), ==, "survey");

  g_assert_false (etp_edit_record_metric (fixture->journey, metric, "31.3.2026", 1, NULL, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (etp_edit_forget_metric (fixture->journey, metric, "2026-03-31", NULL));
  g_assert_false (etp_edit_forget_metric (fixture->journey, metric, "2026-03-31", &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND);
}

static void
test_connect (Fixture *fixture, gconstpointer data)
{
  EtpNode *from = get (fixture, "smaller"), *to = get (fixture, "compress");
  g_autoptr (GError) error = NULL;
  EtpNode *link = etp_edit_connect (fixture->journey, from, to, ETP_LINK_KIND_ANSWERS, NULL);

  g_assert_cmpstr (etp_node_get_text (link, ETP_LINK_TO), ==, "compress");
  g_assert_true (etp_edit_connect (fixture->journey, from, to, ETP_LINK_KIND_ANSWERS, NULL)
                 == link);
  g_assert_true (etp_edit_connect (fixture->journey, from, to, ETP_LINK_KIND_FLOW, NULL) != link);

  g_assert_null (etp_edit_connect (fixture->journey, from, from, ETP_LINK_KIND_FLOW, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (
      etp_edit_connect (fixture->journey, from, get (fixture, "buy"), ETP_LINK_KIND_FLOW, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND);
}

static void
test_insights (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "Slow pages cost every tenth order", "Second", NULL };
  EtpNode *root = ETP_NODE (fixture->journey);

  g_assert_true (etp_edit_set_insights (fixture->journey, texts, NULL));
  g_assert_cmpuint (etp_node_get_length (root, ETP_JOURNEY_INSIGHTS), ==, 2);
  g_assert_cmpuint (etp_value_get_length (etp_node_get_value_at (root, ETP_JOURNEY_INSIGHTS, 0),
                                          ETP_INSIGHT_CARDS),
                    ==, 2);
  g_assert_true (etp_edit_set_insights (fixture->journey, texts + 2, NULL));
  g_assert_cmpuint (etp_node_get_length (root, ETP_JOURNEY_INSIGHTS), ==, 0);
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  EtpNode *counter = get (fixture, "counter");

  g_assert_true (etp_edit_set_usage (fixture->journey, counter, get (fixture, "max"), 0, NULL));
  g_assert_cmpint (etp_value_get_integer (etp_node_get_value_at (counter, ETP_TOUCHPOINT_USAGE, 0),
                                          ETP_USAGE_LEVEL),
                   ==, 0);
  g_assert_false (etp_edit_set_usage (fixture->journey, counter, get (fixture, "max"), 6, NULL));
}

static void
test_comment (Fixture *fixture, gconstpointer data)
{
  EtpNode *comment = etp_edit_add_comment (fixture->journey, get (fixture, "buy"), "Why?", "Ada",
                                           "2026-03-03", NULL);

  g_assert_cmpstr (etp_node_get_text (comment, ETP_COMMENT_ON), ==, "buy");
  g_assert_null (etp_edit_add_comment (fixture->journey, get (fixture, "buy"), "Why?", "Ada",
                                       "yesterday", NULL));
}

static GBytes *
create_bytes (gsize size, guint8 first)
{
  guint8 *data = g_malloc0 (size);

  data[0] = first;
  return g_bytes_new_take (data, size);
}

static void
test_assets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) large = create_bytes (ETP_LIMIT_ASSET_BYTES + 1, 0);
  g_autoptr (GBytes) same = create_bytes (100, 0);
  g_autoptr (GError) error = NULL;
  EtpNode *asset = etp_edit_import_asset (fixture->journey, "image/png", same, NULL);
  guint n;

  g_assert_true (etp_edit_import_asset (fixture->journey, "image/png", same, NULL) == asset);
  g_assert_null (etp_edit_import_asset (fixture->journey, "image/png", large, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_LIMIT);
  g_clear_error (&error);

  /* 40 MiB together, some of it taken already. */
  for (n = 0; n < 50; n++)
    {
      g_autoptr (GBytes) bytes = create_bytes (ETP_LIMIT_ASSET_BYTES, (guint8) n);

      if (etp_edit_import_asset (fixture->journey, "image/png", bytes, &error) == NULL)
        break;
    }
  g_assert_cmpuint (n, ==, 39);
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_LIMIT);
}

/* 39 MiB of images are 52 MiB in the file, so that there is less room left for texts than they may
 * have: what is saved has to open again. */
static void
test_file_limit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (ETP_LIMIT_ONE_TEXT_BYTES, 'a');
  g_autoptr (GBytes) small = create_bytes (1000, 99);
  g_autoptr (GError) error = NULL;
  EtpNode *card = NULL;
  guint n = 0;

  for (guint i = 0; i < 39; i++)
    {
      g_autoptr (GBytes) bytes = create_bytes (ETP_LIMIT_ASSET_BYTES, (guint8) i);

      g_assert_nonnull (etp_edit_import_asset (fixture->journey, "image/png", bytes, NULL));
    }
  while ((card = etp_edit_add_card (fixture->journey, NULL, NULL, 0, "Long", &error)) != NULL
         && etp_edit_set_text (fixture->journey, card, ETP_CARD_TEXT, text, &error))
    n++;
  g_assert_cmpuint (n, ==, 64 - 52 - 1);
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
  /* What is small fits in still. */
  g_assert_true (etp_edit_set_text (fixture->journey, card, ETP_CARD_TEXT, "short", NULL));
  g_assert_nonnull (etp_edit_import_asset (fixture->journey, "image/png", small, NULL));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/model/edit-result/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("measure", test_measure);
  ADD ("duplicate", test_duplicate);
  ADD ("copy", test_copy);
  ADD ("move", test_move);
  ADD ("rate", test_rate);
  ADD ("metric", test_metric);
  ADD ("connect", test_connect);
  ADD ("insights", test_insights);
  ADD ("usage", test_usage);
  ADD ("comment", test_comment);
  ADD ("assets", test_assets);
  ADD ("file-limit", test_file_limit);

  return g_test_run ();
}
