/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-change.h"
#include "model/etp-check.h"
#include "model/etp-tables.h"

/* Every finding, one at a time: the sample with one thing spoiled. */

typedef struct
{
  EtpListKind list; /* ETP_N_LISTS: the journey */
  guint field;
  const char *value; /* as etp_test_datum () reads it */
  const char *path;
  EtpSeverity severity;
} FieldCase;

/* A new node (position as in the sample plus one) with this one field. */
static const FieldCase field_cases[] = {
  { ETP_LIST_PHASES, ETP_PHASE_DURATION, "soon", "/phases/3/duration", ETP_SEVERITY_ERROR },
  { ETP_LIST_PHASES, ETP_PHASE_COLOR, "mauve", "/phases/3/color", ETP_SEVERITY_ERROR },
  { ETP_LIST_PHASES, ETP_PHASE_WIDTH, "-5", "/phases/3/width", ETP_SEVERITY_ERROR },
  { ETP_LIST_LANES, ETP_LANE_KIND, "smells", "/lanes/23/kind", ETP_SEVERITY_WARNING },
  { ETP_LIST_LANES, ETP_LANE_PERSONA, "nobody", "/lanes/23/persona", ETP_SEVERITY_ERROR },
  { ETP_LIST_LANES, ETP_LANE_PERSONA, "visit", "/lanes/23/persona", ETP_SEVERITY_ERROR },
  { ETP_LIST_CARDS, ETP_CARD_PHASE, "buy", "/cards/13/phase", ETP_SEVERITY_WARNING },
  { ETP_LIST_CARDS, ETP_CARD_LANE, "pains", "/cards/13/lane", ETP_SEVERITY_WARNING },
  { ETP_LIST_CARDS, ETP_CARD_PERSONAS, "max|nobody", "/cards/13/personas/1", ETP_SEVERITY_ERROR },
  { ETP_LIST_CARDS, ETP_CARD_PERSONAS, "max|eva|max", "/cards/13/personas/2", ETP_SEVERITY_HINT },
  { ETP_LIST_CARDS, ETP_CARD_SEVERITY, "9", "/cards/13/severity", ETP_SEVERITY_ERROR },
  { ETP_LIST_CARDS, ETP_CARD_UNTIL, "buy", "/cards/13/until", ETP_SEVERITY_HINT },
  { ETP_LIST_CARDS, ETP_CARD_STEP, "visit", "/cards/13/step", ETP_SEVERITY_WARNING },
  { ETP_LIST_CARDS, ETP_CARD_STEP, "smaller", "/cards/13/step", ETP_SEVERITY_WARNING },
  { ETP_LIST_CARDS, ETP_CARD_CLUSTER, "listen", "/cards/13/cluster", ETP_SEVERITY_WARNING },
  { ETP_LIST_CARDS, ETP_CARD_CLUSTER, "new", "/cards/13/cluster", ETP_SEVERITY_WARNING },
  { ETP_LIST_MEASURES, ETP_MEASURE_DUE, "2026-02-30", "/measures/1/due", ETP_SEVERITY_ERROR },
  { ETP_LIST_COMMENTS, ETP_COMMENT_ON, "gone", "/comments/1/on", ETP_SEVERITY_ERROR },
  { ETP_N_LISTS, ETP_JOURNEY_LANGUAGE, "Deutsch bitte", "/language", ETP_SEVERITY_WARNING },
  { ETP_N_LISTS, ETP_JOURNEY_CURRENCY, "Euro", "/currency", ETP_SEVERITY_WARNING },
  { ETP_N_LISTS, ETP_JOURNEY_REVIEW_DUE, "soon", "/reviewDue", ETP_SEVERITY_ERROR },
};

static void
assert_one_finding (EtpJourney *journey, const char *id, const char *path, EtpSeverity severity)
{
  g_autoptr (GPtrArray) findings = NULL;
  const EtpFinding *finding;

  g_assert_false (etp_check (journey, &findings));
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("  %s: %s", ((EtpFinding *) findings->pdata[i])->path,
                    ((EtpFinding *) findings->pdata[i])->message);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->path, ==, path);
  g_assert_cmpstr (finding->id, ==, id);
  g_assert_cmpint (finding->severity, ==, severity);
  g_assert_cmpstr (finding->message, !=, "");
}

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_cases); i++)
    {
      const FieldCase *c = &field_cases[i];
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      g_autoptr (EtpNode) node = NULL;
      gboolean root = c->list == ETP_N_LISTS;
      EtpDatum datum;

      g_test_message ("%s = %s", c->path, c->value);
      node = root ? g_object_ref (ETP_NODE (journey)) : etp_node_new (c->list, "new");
      datum = etp_test_datum (&etp_node_record (node)->table->fields[c->field], c->value);
      etp_node_init_datum (node, c->field, &datum);
      if (!root)
        g_assert_true (etp_journey_build_add (journey, node));
      assert_one_finding (journey, etp_node_get_id (node), c->path, c->severity);
    }
}

static void
test_sound (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) empty = etp_journey_new ();
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true (etp_check (journey, &findings));
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (etp_check (empty, NULL));
}

static EtpValue *
create_emotion (const char *persona, double value, const char *source)
{
  return etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, persona, ETP_EMOTION_VALUE, value,
                         ETP_EMOTION_SOURCES, source, ETP_TEST_END);
}

static void
test_nested (void)
{
  static const struct
  {
    const char *persona;
    double value;
    const char *source;
    const char *path;
    EtpSeverity severity;
  } cases[] = {
    { "nobody", 0, "survey", "/cards/13/emotions/1/persona", ETP_SEVERITY_ERROR },
    { "eva", 2.5, "survey", "/cards/13/emotions/1/value", ETP_SEVERITY_ERROR },
    { "eva", 0.25, "survey", "/cards/13/emotions/1/value", ETP_SEVERITY_HINT },
    { "eva", 0, "survey|gone", "/cards/13/emotions/1/sources/1", ETP_SEVERITY_ERROR },
    { "max", 0, "survey", "/cards/13/emotions/1/persona", ETP_SEVERITY_WARNING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

      g_test_message ("%s", cases[i].path);
      etp_test_add (
          journey, ETP_LIST_CARDS, "new", ETP_CARD_EMOTIONS, create_emotion ("max", 1, "survey"),
          create_emotion (cases[i].persona, cases[i].value, cases[i].source), NULL, ETP_TEST_END);
      assert_one_finding (journey, "new", cases[i].path, cases[i].severity);
    }
}

static void
test_repeated_days (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

  etp_test_add (journey, ETP_LIST_METRICS, "new", ETP_METRIC_VALUES,
                etp_test_value (&etp_reading_table, ETP_READING_DATE, "2026-01-01", ETP_TEST_END),
                etp_test_value (&etp_reading_table, ETP_READING_DATE, "2026-01-01", ETP_TEST_END),
                NULL, ETP_TEST_END);
  assert_one_finding (journey, "new", "/metrics/1/values/1/date", ETP_SEVERITY_WARNING);
}

static void
test_orders (void)
{
  {
    g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

    etp_test_add (journey, ETP_LIST_MEASURES, "new", ETP_MEASURE_STARTED, "2026-02-01",
                  ETP_MEASURE_FINISHED, "2026-01-31", ETP_TEST_END);
    assert_one_finding (journey, "new", "/measures/1/finished", ETP_SEVERITY_WARNING);
  }
  {
    g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

    etp_test_set_root (journey, ETP_JOURNEY_DATA_PERIOD,
                       etp_test_value (&etp_data_period_table, ETP_DATA_PERIOD_FROM, "2026-02-01",
                                       ETP_DATA_PERIOD_TO, "2026-01-31", ETP_TEST_END),
                       ETP_TEST_END);
    assert_one_finding (journey, "", "/dataPeriod", ETP_SEVERITY_WARNING);
  }
  {
    g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

    etp_test_add (journey, ETP_LIST_CARDS, "new", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "buy",
                  ETP_CARD_UNTIL, "aware", ETP_TEST_END);
    assert_one_finding (journey, "new", "/cards/13/until", ETP_SEVERITY_WARNING);
  }
  {
    g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

    etp_test_add (journey, ETP_LIST_CARDS, "new", ETP_CARD_LANE, "touchpoints", ETP_CARD_PHASE,
                  "consider", ETP_CARD_STEP, "visit", ETP_TEST_END);
    assert_one_finding (journey, "new", "/cards/13/step", ETP_SEVERITY_WARNING);
  }
  {
    g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

    etp_test_add (journey, ETP_LIST_LINKS, "new", ETP_LINK_FROM, "visit", ETP_LINK_TO, "visit",
                  ETP_TEST_END);
    assert_one_finding (journey, "new", "/links/2/to", ETP_SEVERITY_WARNING);
  }
}

/* A hostile document does not fill the memory with findings. */
static void
test_many (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < ETP_CHECK_MAX_FINDINGS + 5; i++)
    etp_test_add (journey, ETP_LIST_CARDS, NULL, ETP_CARD_TOUCHPOINT, "gone", ETP_TEST_END);
  g_assert_false (etp_check (journey, &findings));
  g_assert_cmpuint (findings->len, ==, ETP_CHECK_MAX_FINDINGS);
}

static void
test_link_ends (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autofree char *path = g_strdup_printf (
      "/links/%u/to", etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_LINKS)));

  etp_test_add (journey, ETP_LIST_LINKS, "new", ETP_LINK_FROM, "visit", ETP_TEST_END);
  assert_one_finding (journey, "new", path, ETP_SEVERITY_WARNING);
}

/* Cards in lanes that draw none would be seen nowhere. */
static void
test_lanes_without_cards (void)
{
  static const char *const lanes[] = { "emotion", "channels", "line" };

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

      etp_test_add (journey, ETP_LIST_CARDS, "new", ETP_CARD_LANE, lanes[i], ETP_CARD_PHASE, "buy",
                    ETP_TEST_END);
      assert_one_finding (journey, "new", "/cards/13/lane", ETP_SEVERITY_WARNING);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/check/sound", test_sound);
  g_test_add_func ("/model/check/fields", test_fields);
  g_test_add_func ("/model/check/nested", test_nested);
  g_test_add_func ("/model/check/repeated-days", test_repeated_days);
  g_test_add_func ("/model/check/orders", test_orders);
  g_test_add_func ("/model/check/lanes-without-cards", test_lanes_without_cards);
  g_test_add_func ("/model/check/link-ends", test_link_ends);
  g_test_add_func ("/model/check/many", test_many);

  return g_test_run ();
}
