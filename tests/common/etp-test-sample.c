/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"

#include "model/etp-change.h"
#include "model/etp-tables.h"

/* Journeys made in code. The sample is small enough to be thought through and has something of
 * everything; the large one has the shape of a big map and is for measuring. */

#define END ETP_TEST_END

static void
add_people (EtpJourney *journey)
{
  etp_test_add (journey, ETP_LIST_UNITS, "sales", ETP_UNIT_NAME, "Sales", ETP_UNIT_LEAD, "Ada",
                END);
  etp_test_add (journey, ETP_LIST_UNITS, "service", ETP_UNIT_NAME, "Customer service", END);
  etp_test_add (journey, ETP_LIST_SYSTEMS, "crm", ETP_SYSTEM_NAME, "CRM", ETP_SYSTEM_KIND, "crm",
                ETP_SYSTEM_PERSONAL_DATA, TRUE, END);
  etp_test_add (journey, ETP_LIST_SYSTEMS, "shop", ETP_SYSTEM_NAME, "Web shop", ETP_SYSTEM_KIND,
                "shop", ETP_SYSTEM_FEEDS, "crm", END);
  etp_test_add (journey, ETP_LIST_SOURCES, "survey", ETP_SOURCE_TITLE, "Survey 2026",
                ETP_SOURCE_DATE, "2026-02-01", ETP_SOURCE_SAMPLE, 412, ETP_SOURCE_LINK,
                "https://example.org/survey", END);
  etp_test_add (journey, ETP_LIST_OFFERS, "boots", ETP_OFFER_NAME, "Hiking boots",
                ETP_OFFER_PERSONAS, "max|eva", END);
  etp_test_add (
      journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_PERSONA_SHARE, 0.4,
      ETP_PERSONA_COLOR, "teal", ETP_PERSONA_PORTRAIT, "face", ETP_PERSONA_GOALS,
      "Find boots that fit|Pay once", ETP_PERSONA_CHANNELS, "web|store", ETP_PERSONA_TRAITS,
      etp_test_value (&etp_trait_table, ETP_TRAIT_NAME, "Patience", ETP_TRAIT_VALUE, 30.0, END),
      NULL, ETP_PERSONA_VALUE,
      etp_test_value (&etp_lifetime_table, ETP_LIFETIME_ORDER_VALUE, 89.5, ETP_LIFETIME_YEARS, 4.0,
                      END),
      ETP_PERSONA_EVIDENCE, "measured", ETP_PERSONA_SOURCES, "survey", END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "eva", ETP_PERSONA_NAME, "Eva Müller",
                ETP_PERSONA_COLOR, "#b83c78", END);
  etp_test_add (journey, ETP_LIST_KEY_MOMENTS, "child", ETP_KEY_MOMENT_NAME, "First child",
                ETP_KEY_MOMENT_AGE, 31.0, ETP_KEY_MOMENT_PERSONA, "max", ETP_KEY_MOMENT_PHASE,
                "aware", END);
}

static void
add_paths (EtpJourney *journey)
{
  etp_test_add (journey, ETP_LIST_CHANNELS, "web", ETP_CHANNEL_NAME, "Website", ETP_CHANNEL_SYSTEMS,
                "shop", END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "store", ETP_CHANNEL_NAME, "Store", ETP_CHANNEL_KIND,
                "offline", ETP_CHANNEL_UNIT, "sales", END);
  etp_test_add (
      journey, ETP_LIST_TOUCHPOINTS, "search", ETP_TOUCHPOINT_NAME, "Search page",
      ETP_TOUCHPOINT_CHANNEL, "web", ETP_TOUCHPOINT_USAGE,
      etp_test_value (&etp_usage_table, ETP_USAGE_PERSONA, "max", ETP_USAGE_LEVEL, 4, END),
      etp_test_value (&etp_usage_table, ETP_USAGE_PERSONA, "eva", ETP_USAGE_LEVEL, 0, END), NULL,
      END);
  etp_test_add (journey, ETP_LIST_TOUCHPOINTS, "counter", ETP_TOUCHPOINT_NAME, "Counter",
                ETP_TOUCHPOINT_CHANNEL, "store", ETP_TOUCHPOINT_CONTACT, "direct", END);
}

static void
add_grid (EtpJourney *journey)
{
  etp_test_add (journey, ETP_LIST_PHASES, "aware", ETP_PHASE_NAME, "Awareness", ETP_PHASE_GOAL,
                "Notice the need", ETP_PHASE_DURATION, "P3D", END);
  etp_test_add (journey, ETP_LIST_PHASES, "consider", ETP_PHASE_NAME, "Consideration",
                ETP_PHASE_COLOR, "purple", END);
  etp_test_add (journey, ETP_LIST_PHASES, "buy", ETP_PHASE_NAME, "Purchase", ETP_PHASE_DURATION,
                "PT20M", END);

  for (guint kind = 0; kind < ETP_N_LANE_KINDS; kind++)
    etp_test_add (journey, ETP_LIST_LANES, etp_lane_kind_words[kind], ETP_LANE_KIND,
                  etp_lane_kind_words[kind], ETP_LANE_NAME,
                  kind == ETP_LANE_KIND_LINE ? "Line of visibility" : "", ETP_LANE_INTERNAL,
                  kind == ETP_LANE_KIND_BACKSTAGE, END);
}

static EtpValue *
create_emotion (const char *persona, double value, double target, const char *feeling)
{
  return etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, persona, ETP_EMOTION_VALUE, value,
                         ETP_EMOTION_TARGET, target, ETP_EMOTION_FEELING, feeling, END);
}

static void
add_steps (EtpJourney *journey)
{
  etp_test_add (journey, ETP_LIST_CARDS, "advert", ETP_CARD_LANE, "touchpoints", ETP_CARD_PHASE,
                "aware", ETP_CARD_TITLE, "Sees an advert", ETP_CARD_TEXT,
                "On the way to work.\nShe remembers it.", ETP_CARD_EMOTIONS,
                create_emotion ("max", 0.5, 1.0, "curious"), create_emotion ("eva", 0.0, 0.5, ""),
                NULL, ETP_CARD_CHANNELS, "store", ETP_CARD_EVIDENCE, "observed", ETP_CARD_SOURCES,
                "survey", END);
  etp_test_add (journey, ETP_LIST_CARDS, "visit", ETP_CARD_LANE, "touchpoints", ETP_CARD_PHASE,
                "consider", ETP_CARD_TITLE, "Visits the shop", ETP_CARD_TOUCHPOINT, "search",
                ETP_CARD_CHANNELS, "web", ETP_CARD_EMOTIONS,
                create_emotion ("max", -1.2, 0.8, "frustriert"),
                etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "eva", ETP_EMOTION_RATINGS,
                                "-1|0|1.5", ETP_EMOTION_EVIDENCE, "measured", END),
                NULL, ETP_CARD_PROBLEMS, 3, ETP_CARD_WAIT_TIME, "PT40S", ETP_CARD_TAGS,
                "slow|mobile", ETP_CARD_SYSTEMS, "shop", END);
  etp_test_add (journey, ETP_LIST_CARDS, "compare", ETP_CARD_LANE, "touchpoints", ETP_CARD_PHASE,
                "consider", ETP_CARD_TITLE, "Compares offers", ETP_CARD_MOMENT_OF_TRUTH, TRUE,
                ETP_CARD_OFFERS, "boots", END);
  etp_test_add (journey, ETP_LIST_CARDS, "order", ETP_CARD_LANE, "touchpoints", ETP_CARD_PHASE,
                "buy", ETP_CARD_TITLE, "Orders by phone", ETP_CARD_TOUCHPOINT, "counter",
                ETP_CARD_EMOTIONS, create_emotion ("max", 1.8, 2.0, "begeistert"), NULL,
                ETP_CARD_COST, 12.5, ETP_CARD_VOTES,
                etp_test_value (&etp_vote_table, ETP_VOTE_ROUND, "dots", ETP_VOTE_COUNT, 5, END),
                NULL, ETP_CARD_UNITS, "service", END);
}

static void
add_notes (EtpJourney *journey)
{
  etp_test_add (journey, ETP_LIST_CARDS, "slow", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "consider",
                ETP_CARD_STEP, "visit", ETP_CARD_TITLE, "Pages load slowly", ETP_CARD_SEVERITY, 4,
                END);
  etp_test_add (journey, ETP_LIST_CARDS, "unclear", ETP_CARD_LANE, "pains", ETP_CARD_PHASE,
                "consider", ETP_CARD_STEP, "compare", ETP_CARD_TITLE, "Größe unklar", END);
  etp_test_add (journey, ETP_LIST_CARDS, "smaller", ETP_CARD_LANE, "opportunities", ETP_CARD_PHASE,
                "consider", ETP_CARD_TITLE, "Smaller images", END);
  etp_test_add (journey, ETP_LIST_CARDS, "thought", ETP_CARD_LANE, "thoughts", ETP_CARD_PHASE,
                "aware", ETP_CARD_TEXT, "Will they fit?", ETP_CARD_PERSONAS, "eva", END);
  etp_test_add (journey, ETP_LIST_CARDS, "campaign", ETP_CARD_LANE, "backstage", ETP_CARD_PHASE,
                "aware", ETP_CARD_UNTIL, "consider", ETP_CARD_TITLE, "Campaign", END);
  etp_test_add (journey, ETP_LIST_CARDS, "talk", ETP_CARD_LANE, "actions", ETP_CARD_PHASE, "aware",
                ETP_CARD_TITLE, "Talks to friends", END);
  etp_test_add (journey, ETP_LIST_CARDS, "listen", ETP_CARD_LANE, "actions", ETP_CARD_PHASE,
                "aware", ETP_CARD_CLUSTER, "talk", ETP_CARD_TITLE, "Listens", END);
  etp_test_add (journey, ETP_LIST_CARDS, "picture", ETP_CARD_LANE, "images", ETP_CARD_PHASE, "buy",
                ETP_CARD_IMAGE, "face", END);
  etp_test_add (journey, ETP_LIST_CARDS, "parked", ETP_CARD_TITLE, "Loyalty card", END);
}

static void
add_results (EtpJourney *journey)
{
  etp_test_add (journey, ETP_LIST_LINKS, "handover", ETP_LINK_FROM, "compare", ETP_LINK_TO, "order",
                ETP_LINK_KIND, "handoff", ETP_LINK_CONTINUITY, "broken", ETP_LINK_LOSES,
                "the address", ETP_LINK_SHARE, 0.25, END);
  etp_test_add (journey, ETP_LIST_LINKS, "answer", ETP_LINK_FROM, "smaller", ETP_LINK_TO, "slow",
                ETP_LINK_KIND, "answers", END);
  etp_test_add (journey, ETP_LIST_MEASURES, "compress", ETP_MEASURE_TITLE, "Compress images",
                ETP_MEASURE_CARDS, "slow|smaller", ETP_MEASURE_PHASE, "consider",
                ETP_MEASURE_STATUS, "doing", ETP_MEASURE_OWNER, "Ada", ETP_MEASURE_UNIT, "sales",
                ETP_MEASURE_DUE, "2026-09-30", ETP_MEASURE_EFFORT, 2, ETP_MEASURE_CUSTOMER_VALUES,
                etp_test_value (&etp_customer_value_table, ETP_CUSTOMER_VALUE_PERSONA, "max",
                                ETP_CUSTOMER_VALUE_VALUE, 5, END),
                NULL, ETP_MEASURE_METRIC, "conversion", ETP_MEASURE_EXPECTED, 3.5, END);
  etp_test_add (journey, ETP_LIST_METRICS, "conversion", ETP_METRIC_NAME, "Conversion rate",
                ETP_METRIC_UNIT, "%", ETP_METRIC_PERIOD, "month", ETP_METRIC_TARGET, 3.0,
                ETP_METRIC_AT, "buy", ETP_METRIC_VALUES,
                etp_test_value (&etp_reading_table, ETP_READING_DATE, "2026-01-31",
                                ETP_READING_VALUE, 2.1, END),
                etp_test_value (&etp_reading_table, ETP_READING_DATE, "2026-02-28",
                                ETP_READING_VALUE, 2.4, ETP_READING_SOURCE, "survey", END),
                NULL, END);
  etp_test_add (journey, ETP_LIST_VOTE_ROUNDS, "dots", ETP_VOTE_ROUND_TITLE, "Where to begin",
                ETP_VOTE_ROUND_DOTS, 3, END);
  etp_test_add (journey, ETP_LIST_SNAPSHOTS, "before", ETP_SNAPSHOT_NAME, "Before the workshop",
                ETP_SNAPSHOT_DATE, "2026-03-01", ETP_SNAPSHOT_JOURNEY,
                "{\"format\":\"etappe-journey\",\"version\":1,\"title\":\"Boots\"}", END);
  etp_test_add (journey, ETP_LIST_COMMENTS, "remark", ETP_COMMENT_ON, "visit", ETP_COMMENT_TEXT,
                "Really?", ETP_COMMENT_AUTHOR, "Ada", ETP_COMMENT_DATE, "2026-03-02", END);
  etp_test_add (journey, ETP_LIST_ASSETS, "face", ETP_ASSET_TYPE, "image/png", ETP_ASSET_DATA,
                "not really a picture", END);
}

EtpJourney *
etp_test_journey_new_sample (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_journey_seed_ids (journey, 1);
  etp_test_set_root (
      journey, ETP_JOURNEY_LANGUAGE, "en", ETP_JOURNEY_TITLE, "Buying hiking boots",
      ETP_JOURNEY_REVIEW_DUE, "2026-12-01", ETP_JOURNEY_REVIEWS,
      etp_test_value (&etp_review_table, ETP_REVIEW_DATE, "2026-03-05", ETP_REVIEW_BY, "Ada", END),
      NULL, ETP_JOURNEY_CONTRIBUTORS,
      etp_test_value (&etp_contributor_table, ETP_CONTRIBUTOR_NAME, "Ada", ETP_CONTRIBUTOR_UNIT,
                      "sales", END),
      NULL, ETP_JOURNEY_TAGS, "shoes|retail", ETP_JOURNEY_CURRENCY, "EUR", ETP_JOURNEY_DATA_PERIOD,
      etp_test_value (&etp_data_period_table, ETP_DATA_PERIOD_FROM, "2025-01-01",
                      ETP_DATA_PERIOD_TO, "2026-01-31", END),
      ETP_JOURNEY_SCENARIO, "A first mountain tour", ETP_JOURNEY_INSIGHTS,
      etp_test_value (&etp_insight_table, ETP_INSIGHT_TEXT, "Slow pages cost orders",
                      ETP_INSIGHT_CARDS, "slow|visit", END),
      NULL, ETP_JOURNEY_EMOTION_SCALE,
      etp_test_value (&etp_emotion_scale_table, ETP_EMOTION_SCALE_LABELS,
                      "top|good|so so|bad|awful", END),
      ETP_JOURNEY_THEME,
      etp_test_value (&etp_theme_table, ETP_THEME_ACCENT, "blue", ETP_THEME_LOGO, "face", END),
      END);
  etp_node_init_unknown (ETP_NODE (journey), "x-vendor", "{\"kept\":true}");

  add_people (journey);
  add_paths (journey);
  add_grid (journey);
  add_steps (journey);
  add_notes (journey);
  add_results (journey);
  return journey;
}

static void
add_large_card (EtpJourney *journey, const char *lane, const char *phase, const char *title)
{
  static const char text[] =
      "Sucht in drei Läden nach der passenden Größe und fragt eine Freundin um Rat.";

  if (g_str_equal (lane, "touchpoints"))
    etp_test_add (journey, ETP_LIST_CARDS, NULL, ETP_CARD_LANE, lane, ETP_CARD_PHASE, phase,
                  ETP_CARD_TITLE, title, ETP_CARD_TEXT, text, ETP_CARD_EMOTIONS,
                  create_emotion ("max", 0.5, 1.0, "neugierig"), NULL, END);
  else
    etp_test_add (journey, ETP_LIST_CARDS, NULL, ETP_CARD_LANE, lane, ETP_CARD_PHASE, phase,
                  ETP_CARD_TITLE, title, ETP_CARD_TEXT, text, END);
}

EtpJourney *
etp_test_journey_new_large (guint n_cards, guint n_phases)
{
  static const char *const lanes[] = { "touchpoints", "emotion", "pains", "opportunities" };
  EtpJourney *journey = etp_journey_new ();

  etp_journey_seed_ids (journey, 1);
  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", END);
  for (guint i = 0; i < n_phases; i++)
    {
      g_autofree char *id = g_strdup_printf ("phase%u", i);

      etp_test_add (journey, ETP_LIST_PHASES, id, ETP_PHASE_NAME, id, END);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    etp_test_add (journey, ETP_LIST_LANES, lanes[i], ETP_LANE_KIND, lanes[i], END);

  for (guint i = 0; i < n_cards; i++)
    {
      /* Half of them steps; phase by phase, so cards of a cell stand together. */
      guint lane = i % 4 < 2 ? 0 : i % 4;
      guint phase = (guint) ((guint64) i * n_phases / n_cards);
      g_autofree char *phase_id = g_strdup_printf ("phase%u", phase);
      g_autofree char *title = g_strdup_printf ("Vergleicht Angebot %u", i);

      add_large_card (journey, lanes[lane], phase_id, title);
    }
  return journey;
}
