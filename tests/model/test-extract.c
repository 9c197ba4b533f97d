/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>
#include <string.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-edit-node.h"
#include "model/etp-error.h"
#include "model/etp-extract.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "model/etp-references.h"
#include "model/etp-tables.h"

static EtpJourney *
extract (EtpJourney *journey,
         const char *lanes,
         const char *phases,
         const char *personas,
         gboolean external,
         EtpExtractCounts *counts)
{
  g_auto (GStrv) lane_ids = NULL;
  g_auto (GStrv) phase_ids = NULL;
  g_auto (GStrv) persona_ids = NULL;
  g_autoptr (GError) error = NULL;
  EtpExtractOptions options = { .external = external };

  if (lanes != NULL)
    options.lanes = (const char *const *) (lane_ids = etp_extract_choose (journey, ETP_LIST_LANES,
                                                                          lanes, &error));
  g_assert_no_error (error);
  if (phases != NULL)
    options.phases = (const char *const *) (phase_ids = etp_extract_choose (
                                                journey, ETP_LIST_PHASES, phases, &error));
  g_assert_no_error (error);
  if (personas != NULL)
    options.personas = (const char *const *) (persona_ids = etp_extract_choose (
                                                  journey, ETP_LIST_PERSONAS, personas, &error));
  g_assert_no_error (error);
  return etp_extract_new (journey, &options, counts);
}

/* "aware buy": ids of a list, in order. */
static void
assert_ids (EtpJourney *journey, EtpListKind list, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (etp_journey_get_list (journey, list), i)) != NULL;
       i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", etp_node_get_id (node));
  g_assert_cmpstr (ids->str, ==, expected);
}

static gboolean
check_reference (const EtpReference *reference, gpointer journey)
{
  g_test_message ("%s", reference->id);
  g_assert_nonnull (etp_journey_get_node (journey, reference->id));
  return TRUE;
}

/* Nothing names what is not there. */
static void
assert_whole (EtpJourney *journey)
{
  EtpNode *node;

  etp_record_foreach_reference (etp_node_record (ETP_NODE (journey)), check_reference, journey);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    for (guint i = 0; (node = etp_node_list_get (etp_journey_get_list (journey, list), i)) != NULL;
         i++)
      etp_record_foreach_reference (etp_node_record (node), check_reference, journey);
}

static void
assert_same (const EtpRecord *a, const EtpRecord *b)
{
  g_assert_true (etp_record_has_same_unknown (a, b));
  for (guint field = 0; field < a->table->n_fields; field++)
    g_assert_true (etp_record_is_same (a, b, field));
}

/* Without a choice everything is the same but for snapshots. */
static void
test_all (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autofree char *before = etp_test_dump (journey);
  g_autofree char *after = NULL;
  EtpExtractCounts counts;
  g_autoptr (EtpJourney) copy = etp_extract_new (journey, &(EtpExtractOptions){ NULL }, &counts);
  g_autoptr (GPtrArray) staying = etp_extract_list_staying (&counts);
  guint n = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_SNAPSHOTS));

  after = etp_test_dump (journey);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (counts.left[ETP_LIST_SNAPSHOTS], ==, n);
  g_assert_cmpuint (staying->len, ==, 0);
  assert_same (etp_node_record (ETP_NODE (journey)), etp_node_record (ETP_NODE (copy)));
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *from = etp_journey_get_list (journey, list);
      EtpNodeList *to = etp_journey_get_list (copy, list);

      if (list == ETP_LIST_SNAPSHOTS)
        continue;
      g_assert_cmpuint (counts.left[list], ==, 0);
      g_assert_cmpuint (counts.kept[list], ==, etp_node_list_get_length (from));
      for (guint i = 0; i < counts.kept[list]; i++)
        assert_same (etp_node_record (etp_node_list_get (from, i)),
                     etp_node_record (etp_node_list_get (to, i)));
    }
}

static void
test_external (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpExtractCounts counts;
  g_autoptr (EtpJourney) copy = extract (journey, NULL, NULL, NULL, TRUE, &counts);
  EtpNode *node = etp_journey_get_node (copy, "visit");
  EtpValue *emotion = etp_node_get_value_at (node, ETP_CARD_EMOTIONS, 1);

  assert_whole (copy);
  assert_ids (copy, ETP_LIST_COMMENTS, "");
  assert_ids (copy, ETP_LIST_VOTE_ROUNDS, "");
  assert_ids (copy, ETP_LIST_SNAPSHOTS, "");
  g_assert_null (etp_journey_get_node (copy, "backstage"));
  g_assert_null (etp_journey_get_node (copy, "campaign"));
  g_assert_cmpstr (etp_node_get_text (copy, ETP_JOURNEY_OWNER), ==, "");
  g_assert_cmpstr (etp_node_get_text (copy, ETP_JOURNEY_CONTACT), ==,
                   etp_node_get_text (journey, ETP_JOURNEY_CONTACT));
  node = etp_journey_get_node (copy, "order");
  g_assert_true (isnan (etp_node_get_number (node, ETP_CARD_COST)));
  g_assert_cmpuint (etp_node_get_length (node, ETP_CARD_VOTES), ==, 0);
  g_assert_cmpstr (etp_node_get_text (node, ETP_CARD_TITLE), ==, "Orders by phone");
  g_assert_cmpstr (etp_node_get_text (etp_journey_get_node (copy, "sales"), ETP_UNIT_LEAD), ==, "");
  /* (-1 + 0 + 1.5) / 3 */
  g_assert_cmpuint (etp_value_get_length (emotion, ETP_EMOTION_RATINGS), ==, 0);
  g_assert_cmpfloat_with_epsilon (etp_value_get_number (emotion, ETP_EMOTION_VALUE), 0.2, 1e-9);
  /* What a customer is worth, shares and counts with it. */
  g_assert_nonnull (etp_node_get_value (etp_journey_get_node (journey, "max"), ETP_PERSONA_VALUE));
  g_assert_null (etp_node_get_value (etp_journey_get_node (copy, "max"), ETP_PERSONA_VALUE));
  g_assert_cmpuint (etp_node_get_length (ETP_NODE (journey), ETP_JOURNEY_CONTRIBUTORS), >, 0);
  g_assert_cmpuint (etp_node_get_length (ETP_NODE (copy), ETP_JOURNEY_CONTRIBUTORS), ==, 0);
  g_assert_cmpuint (counts.n_internal, >=, 2);
  g_assert_cmpuint (counts.n_money, >=, 2);
  g_assert_cmpuint (counts.n_owners, >=, 2);
  g_assert_cmpuint (counts.n_votes, >=, 2);
}

/* Whatever is typed into fields that are not for people outside is in no field of the copy. */
static void
test_nothing_leaks (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpJourney) copy = NULL;
  g_autofree char *dump = NULL;
  EtpExtractCounts counts;

  etp_test_set_root (journey, ETP_JOURNEY_OWNER, "SECRET", ETP_JOURNEY_CURRENCY, "EUR",
                     ETP_JOURNEY_TITLE, "Open", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_ASSETS, "SECRETpicture", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "p1", ETP_PHASE_NAME, "SECRET", ETP_PHASE_HIDDEN, TRUE,
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "p2", ETP_PHASE_NAME, "Open", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "SECRETp3", ETP_PHASE_NAME, "SECRET", ETP_PHASE_HIDDEN,
                TRUE, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "SECRETlane", ETP_LANE_KIND, "touchpoints",
                ETP_LANE_INTERNAL, TRUE, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "SECRETnotes", ETP_LANE_KIND, "thoughts", ETP_LANE_HIDDEN,
                TRUE, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "SECRETcard", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p2",
                ETP_CARD_INTERNAL, TRUE, ETP_CARD_IMAGE, "SECRETpicture", ETP_CARD_TITLE, "SECRET",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "SECRETstep", ETP_CARD_LANE, "SECRETlane", ETP_CARD_PHASE,
                "p2", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "SECRETearly", ETP_CARD_LANE, "steps", ETP_CARD_PHASE,
                "p1", ETP_CARD_TITLE, "SECRET", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "open", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p2",
                ETP_CARD_TITLE, "Open", ETP_CARD_REVENUE, 31337.0, ETP_CARD_STEP, "SECRETstep",
                ETP_CARD_JOURNEY, "../intern/SECRET.journey", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LINKS, "SECRETlink", ETP_LINK_FROM, "open", ETP_LINK_TO,
                "SECRETcard", ETP_LINK_NOTE, "SECRET", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_MEASURES, "m1", ETP_MEASURE_TITLE, "Open", ETP_MEASURE_OWNER,
                "SECRET", ETP_MEASURE_COST, 31337.0, ETP_MEASURE_CARDS, "SECRETcard|open",
                ETP_MEASURE_METRIC, "SECRETmetric", ETP_MEASURE_EXPECTED, 31337.0, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_MEASURES, "SECRETm2", ETP_MEASURE_INTERNAL, TRUE, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_METRICS, "SECRETmetric", ETP_METRIC_UNIT, "T€", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_METRICS, "SECRETsales", ETP_METRIC_UNIT, "Mio. eur",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_METRICS, "SECRETat", ETP_METRIC_AT, "SECRETcard", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_METRICS, "nps", ETP_METRIC_UNIT, "points", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_COMMENTS, "SECRETcomment", ETP_COMMENT_ON, "open",
                ETP_COMMENT_TEXT, "SECRET", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_SYSTEMS, "crm", ETP_SYSTEM_NAME, "CRM", ETP_SYSTEM_OWNER,
                "SECRET", ETP_TEST_END);

  copy = extract (journey, NULL, NULL, NULL, TRUE, &counts);
  dump = etp_test_dump (copy);
  g_assert_null (strstr (dump, "SECRET"));
  g_assert_null (strstr (dump, "31337"));
  assert_whole (copy);
  assert_ids (copy, ETP_LIST_PHASES, "p1 p2");
  assert_ids (copy, ETP_LIST_CARDS, "open");
  assert_ids (copy, ETP_LIST_MEASURES, "m1");
  assert_ids (copy, ETP_LIST_METRICS, "nps");
  g_assert_true (etp_node_get_boolean (etp_journey_get_node (copy, "p1"), ETP_PHASE_HIDDEN));
  g_assert_cmpuint (counts.n_internal, ==, 4); /* lane with its card, card, measure */
  g_assert_cmpuint (counts.kept[ETP_LIST_PHASES], ==, 1);
  g_assert_cmpuint (counts.left[ETP_LIST_PHASES], ==, 2);
  g_assert_cmpuint (counts.n_money, ==, 5);
  g_assert_cmpuint (counts.n_owners, ==, 3);
}

/* What is money is known without a currency too. */
static void
test_money (void)
{
  static const struct
  {
    const char *unit;
    gboolean is_money;
  } rows[] = { { "EUR", TRUE },       { "eur", TRUE },   { "Euro", TRUE },
               { "Tsd. Euro", TRUE }, { "TEUR", TRUE },  { "EUR/Tag", TRUE },
               { "kUSD", TRUE },      { "CHF", TRUE },   { "Mio.\u00a0EUR", TRUE },
               { "€", TRUE },         { "sek", FALSE },  { "Amateure", FALSE },
               { "per cent", FALSE }, { "%", FALSE },    { "", FALSE },
               { "Größe", FALSE },    { "Trend", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autoptr (EtpJourney) copy = NULL;
      EtpExtractCounts counts;
      EtpNode *measure;

      etp_test_add (journey, ETP_LIST_METRICS, "metric", ETP_METRIC_UNIT, rows[i].unit,
                    ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_MEASURES, "m", ETP_MEASURE_METRIC, "metric",
                    ETP_MEASURE_EXPECTED, 7.0, ETP_TEST_END);
      copy = extract (journey, NULL, NULL, NULL, TRUE, &counts);
      measure = etp_journey_get_node (copy, "m");
      g_test_message ("%s", rows[i].unit);
      g_assert_cmpint (etp_journey_get_node (copy, "metric") == NULL, ==, rows[i].is_money);
      g_assert_cmpint (isnan (etp_node_get_number (measure, ETP_MEASURE_EXPECTED)) != 0, ==,
                       rows[i].is_money);
      g_assert_cmpuint (counts.n_money, ==, rows[i].is_money ? 2 : 0);
    }
}

/* What is expected of a metric that was not chosen is not told, and not counted as money. */
static void
test_expected (void)
{
  for (guint hidden = 0; hidden < 2; hidden++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      g_autoptr (EtpJourney) all = extract (journey, NULL, NULL, NULL, FALSE, NULL);
      g_autoptr (EtpJourney) copy = NULL;
      EtpNode *metrics = etp_journey_get_node (journey, "metrics");
      EtpExtractCounts counts, before;

      g_object_unref (extract (journey, NULL, NULL, NULL, TRUE, &before));
      if (hidden > 0)
        {
          EtpDatum datum = etp_datum_boolean (TRUE);

          g_assert_true (etp_edit_set (journey, metrics, ETP_LANE_HIDDEN, &datum, NULL));
        }
      copy = extract (journey, hidden > 0 ? NULL : "touchpoints, measures", NULL, NULL, hidden > 0,
                      &counts);
      g_assert_false (isnan (
          etp_node_get_number (etp_journey_get_node (all, "compress"), ETP_MEASURE_EXPECTED)));
      g_assert_true (isnan (
          etp_node_get_number (etp_journey_get_node (copy, "compress"), ETP_MEASURE_EXPECTED)));
      g_assert_cmpuint (counts.n_money, ==, hidden > 0 ? before.n_money : 0);
    }
}

/* A journey as it was, or as it is: since then what is called SECRET is not for people outside. */
static EtpJourney *
new_state (gboolean is_now)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_PHASES, "p1", ETP_PHASE_NAME, "SECRET", ETP_PHASE_HIDDEN, is_now,
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "p2", ETP_PHASE_NAME, "Open", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "inner", ETP_LANE_KIND, "thoughts", ETP_LANE_NAME,
                "SECRET", ETP_LANE_INTERNAL, is_now, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "away", ETP_LANE_KIND, "needs", ETP_LANE_NAME, "SECRET",
                ETP_LANE_HIDDEN, is_now, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "marked", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p2",
                ETP_CARD_TITLE, "SECRET", ETP_CARD_INTERNAL, is_now, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "moved", ETP_CARD_LANE, is_now ? "inner" : "steps",
                ETP_CARD_PHASE, "p2", ETP_CARD_TITLE, "SECRET", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_MEASURES, "m", ETP_MEASURE_TITLE, "SECRET", ETP_MEASURE_INTERNAL,
                is_now, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_METRICS, "metric", ETP_METRIC_NAME, "SECRET", ETP_METRIC_UNIT,
                is_now ? "€" : "", ETP_TEST_END);
  if (is_now)
    return journey;
  /* Deleted since then; what they lay in is not for people outside by now. */
  etp_test_add (journey, ETP_LIST_CARDS, "early", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p1",
                ETP_CARD_TITLE, "SECRET", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "thought", ETP_CARD_LANE, "inner", ETP_CARD_PHASE, "p2",
                ETP_CARD_TITLE, "SECRET", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "need", ETP_CARD_LANE, "away", ETP_CARD_PHASE, "p2",
                ETP_CARD_TITLE, "SECRET", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "open", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p2",
                ETP_CARD_TITLE, "Open", ETP_TEST_END);
  return journey;
}

/* An earlier state says nothing of what has been hidden or marked as internal since then. */
static void
test_now (void)
{
  g_autoptr (EtpJourney) before = new_state (FALSE);
  g_autoptr (EtpJourney) now = new_state (TRUE);
  const EtpExtractOptions options = { .external = TRUE, .now = now };
  g_autoptr (EtpJourney) copy = etp_extract_new (before, &options, NULL);
  g_autofree char *dump = etp_test_dump (copy);

  g_assert_null (strstr (dump, "SECRET"));
  assert_whole (copy);
  assert_ids (copy, ETP_LIST_PHASES, "p1 p2");
  assert_ids (copy, ETP_LIST_LANES, "steps");
  assert_ids (copy, ETP_LIST_CARDS, "open");
  assert_ids (copy, ETP_LIST_MEASURES, "");
  assert_ids (copy, ETP_LIST_METRICS, "");
  g_assert_true (etp_node_get_boolean (etp_journey_get_node (copy, "p1"), ETP_PHASE_HIDDEN));
}

static void
test_phases (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) copy = extract (journey, NULL, "2", NULL, FALSE, NULL);
  EtpNode *campaign = etp_journey_get_node (copy, "campaign");

  assert_whole (copy);
  /* The first stays as a bare column, so that the second is still the second. */
  assert_ids (copy, ETP_LIST_PHASES, "aware consider");
  g_assert_true (etp_node_get_boolean (etp_journey_get_node (copy, "aware"), ETP_PHASE_HIDDEN));
  g_assert_cmpstr (etp_node_get_text (etp_journey_get_node (copy, "aware"), ETP_PHASE_NAME), ==,
                   "");
  g_assert_nonnull (etp_outline_get_step (etp_journey_get_outline (copy), 2, 1));
  /* Spans the first two. */
  g_assert_cmpstr (etp_node_get_text (campaign, ETP_CARD_PHASE), ==, "consider");
  g_assert_cmpstr (etp_node_get_text (campaign, ETP_CARD_UNTIL), ==, "");
  g_assert_null (etp_journey_get_node (copy, "advert"));
  g_assert_null (etp_journey_get_node (copy, "order"));
  g_assert_null (etp_journey_get_node (copy, "parked"));
  g_assert_null (etp_journey_get_node (copy, "handover"));
  g_assert_null (etp_journey_get_node (copy, "child"));
  g_assert_nonnull (etp_journey_get_node (copy, "compress"));
}

static void
test_lanes (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) copy = extract (journey, "emotion, pains", NULL, NULL, FALSE, NULL);
  EtpNode *step = etp_journey_get_node (copy, "visit");

  assert_whole (copy);
  assert_ids (copy, ETP_LIST_LANES, "touchpoints emotion pains");
  g_assert_true (
      etp_node_get_boolean (etp_journey_get_node (copy, "touchpoints"), ETP_LANE_HIDDEN));
  /* Steps are bare: what the curve needs. */
  g_assert_cmpuint (etp_node_get_length (step, ETP_CARD_EMOTIONS), ==, 2);
  g_assert_cmpstr (etp_node_get_text (step, ETP_CARD_TITLE), ==, "Visits the shop");
  g_assert_cmpuint (etp_node_get_length (step, ETP_CARD_TAGS), ==, 0);
  g_assert_cmpstr (etp_node_get_text (etp_journey_get_node (copy, "slow"), ETP_CARD_STEP), ==,
                   "visit");
  g_assert_null (etp_journey_get_node (copy, "thought"));
  g_assert_null (etp_journey_get_node (copy, "handover"));
  assert_ids (copy, ETP_LIST_MEASURES, "");
  assert_ids (copy, ETP_LIST_METRICS, "");
}

static void
test_personas (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) copy = extract (journey, NULL, NULL, "max", FALSE, NULL);

  assert_whole (copy);
  assert_ids (copy, ETP_LIST_PERSONAS, "max");
  /* Hers alone; it must not become everybody's. */
  g_assert_null (etp_journey_get_node (copy, "thought"));
  g_assert_cmpuint (etp_node_get_length (etp_journey_get_node (copy, "visit"), ETP_CARD_EMOTIONS),
                    ==, 1);
  g_assert_cmpuint (
      etp_node_get_length (etp_journey_get_node (copy, "search"), ETP_TOUCHPOINT_USAGE), ==, 1);
  g_assert_nonnull (etp_journey_get_node (copy, "boots"));
}

/* What nobody sees or hears is no text: each format says what it says of things without a name. */
static void
test_nothing_said (void)
{
  static const char *const blanks[] = { " ",      "\n\t \n", "\x01\x1f", "\u200b\u200d",
                                        "\u2028", "\ufeff",  "\uffff" };
  static const char *const said[] = { "0", ".", "\U0001f600", " x ", "\ue000" };
  static const char *const goals[] = { " ", "x", "\u200b", NULL };
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNode *persona = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_PERSONAS), 0);
  EtpNode *phase = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_PHASES), 0);
  const EtpField *row = &etp_node_record (persona)->table->fields[ETP_PERSONA_GOALS];
  EtpDatum datum = etp_datum_texts (row, goals);
  g_autoptr (EtpJourney) copy = NULL;

  g_assert_false (etp_extract_has_blanks (journey));
  g_assert_true (etp_edit_set (journey, persona, ETP_PERSONA_GOALS, &datum, NULL));
  g_assert_true (etp_extract_has_blanks (journey));
  copy = etp_extract_new (journey, &(EtpExtractOptions){ NULL }, NULL);
  persona = etp_journey_get_node (copy, etp_node_get_id (persona));
  g_assert_cmpuint (etp_node_get_length (persona, ETP_PERSONA_GOALS), ==, 1);
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  for (gsize i = 0; i < G_N_ELEMENTS (blanks) + G_N_ELEMENTS (said); i++)
    {
      const gboolean is_said = i >= G_N_ELEMENTS (blanks);
      const char *text = is_said ? said[i - G_N_ELEMENTS (blanks)] : blanks[i];
      g_autoptr (EtpJourney) other = NULL;

      g_assert_true (etp_edit_set_text (journey, phase, ETP_PHASE_NAME, text, NULL));
      g_assert_cmpint (etp_extract_has_blanks (journey), ==, !is_said);
      other = etp_extract_new (journey, &(EtpExtractOptions){ NULL }, NULL);
      g_assert_cmpstr (
          etp_node_get_text (etp_journey_get_node (other, etp_node_get_id (phase)), ETP_PHASE_NAME),
          ==, is_said ? text : "");
    }
}

/* The frame of a canvas, and rows for more. */
static void
test_blank (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpExtractOptions options = { .blank = TRUE, .n_free_lanes = 2 };
  g_autoptr (EtpJourney) copy = etp_extract_new (journey, &options, NULL);
  guint n = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_LANES));

  assert_whole (copy);
  assert_ids (copy, ETP_LIST_PHASES, "aware consider buy");
  assert_ids (copy, ETP_LIST_CARDS, "");
  assert_ids (copy, ETP_LIST_LINKS, "");
  assert_ids (copy, ETP_LIST_MEASURES, "");
  assert_ids (copy, ETP_LIST_METRICS, "");
  g_assert_cmpuint (etp_node_get_length (copy, ETP_JOURNEY_INSIGHTS), ==, 0);
  g_assert_cmpuint (etp_node_list_get_length (etp_journey_get_list (copy, ETP_LIST_LANES)), ==,
                    n + 2);
}

static void
test_choose (void)
{
  static const struct
  {
    EtpListKind list;
    const char *text, *ids; /* NULL: unknown */
  } rows[] = {
    { ETP_LIST_PHASES, "2", "consider" },
    { ETP_LIST_PHASES, "3,1", "aware buy" },
    { ETP_LIST_PHASES, "1-2", "aware consider" },
    { ETP_LIST_PHASES, "2–3", "consider buy" },
    { ETP_LIST_PHASES, " purchase ", "buy" },
    { ETP_LIST_PHASES, "PUR, awareness", "aware buy" },
    { ETP_LIST_PHASES, "buy,buy,3", "buy" },
    { ETP_LIST_PHASES, "0", NULL },
    { ETP_LIST_PHASES, "4", NULL },
    { ETP_LIST_PHASES, "3-2", NULL },
    { ETP_LIST_PHASES, "2-", NULL },
    { ETP_LIST_PHASES, "99999999999", NULL },
    { ETP_LIST_PHASES, "", NULL },
    { ETP_LIST_PHASES, "1,,2", NULL },
    { ETP_LIST_PHASES, "max", NULL }, /* no phase */
    { ETP_LIST_PHASES, "Retention", NULL },
    { ETP_LIST_LANES, "a", "touchpoints" },
    { ETP_LIST_LANES, "B", "actions" }, /* the second that takes notes */
    { ETP_LIST_LANES, "2", "emotion" },
    { ETP_LIST_LANES, "Pains", "pains" },
    { ETP_LIST_LANES, "line of visibility", "line" },
    { ETP_LIST_LANES, "m", "messages" }, /* a letter, though two names begin with it */
    { ETP_LIST_LANES, "me", NULL }, /* two begin with it */
    { ETP_LIST_PERSONAS, "eva mueller", NULL },
    { ETP_LIST_PERSONAS, "EVA MULLER", "eva" },
    { ETP_LIST_PERSONAS, "eva", "eva" },
    { ETP_LIST_PERSONAS, "1,2", "max eva" },
  };
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) ids = etp_extract_choose (journey, rows[i].list, rows[i].text, &error);
      g_autofree char *joined = ids != NULL ? g_strjoinv (" ", ids) : NULL;

      g_test_message ("%s: %s", rows[i].text, error != NULL ? error->message : joined);
      g_assert_cmpstr (joined, ==, rows[i].ids);
      if (rows[i].ids == NULL)
        g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND);
    }
}

static void
test_choose_comma (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) none = NULL;

  etp_test_add (journey, ETP_LIST_PHASES, "x", ETP_PHASE_NAME, "Look, compare", ETP_TEST_END);
  ids = etp_extract_choose (journey, ETP_LIST_PHASES, "look, compare", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ids[0], ==, "x");
  none = etp_extract_choose (journey, ETP_LIST_LANES, "a", &error);
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND);
}

static void
test_words (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpExtractCounts counts;
  g_autoptr (EtpJourney) copy = extract (journey, NULL, NULL, NULL, TRUE, &counts);
  g_autofree char *going = etp_extract_dup_going (&counts);
  g_autoptr (GPtrArray) staying = etp_extract_list_staying (&counts);

  g_assert_true (g_str_has_prefix (going, "3 phases, 22 lanes, "));
  g_assert_cmpuint (staying->len, >=, 4);
  for (guint i = 0; i < staying->len; i++)
    g_test_message ("%s", (char *) staying->pdata[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/extract/all", test_all);
  g_test_add_func ("/model/extract/external", test_external);
  g_test_add_func ("/model/extract/nothing-leaks", test_nothing_leaks);
  g_test_add_func ("/model/extract/money", test_money);
  g_test_add_func ("/model/extract/expected", test_expected);
  g_test_add_func ("/model/extract/now", test_now);
  g_test_add_func ("/model/extract/phases", test_phases);
  g_test_add_func ("/model/extract/lanes", test_lanes);
  g_test_add_func ("/model/extract/personas", test_personas);
  g_test_add_func ("/model/extract/blank", test_blank);
  g_test_add_func ("/model/extract/nothing-said", test_nothing_said);
  g_test_add_func ("/model/extract/choose", test_choose);
  g_test_add_func ("/model/extract/choose-comma", test_choose_comma);
  g_test_add_func ("/model/extract/words", test_words);
  return g_test_run ();
}
