/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-table-rows.h"

/* What follows from a map: links, measures, metrics, votes, and what is kept beside it. */

const char *const etp_link_kind_words[] = { "flow", "handoff", "loop", "answers", NULL };
ETP_WORDS_MATCH (link_kind, ETP_N_LINK_KINDS);
const char *const etp_link_continuity_words[] = { "seamless", "friction", "broken", NULL };
ETP_WORDS_MATCH (link_continuity, ETP_N_LINK_CONTINUITIES);
const char *const etp_measure_kind_words[] = { "process",  "technology", "content",
                                               "training", "other",      NULL };
ETP_WORDS_MATCH (measure_kind, ETP_N_MEASURE_KINDS);
const char *const etp_measure_status_words[] = {
  "idea", "planned", "doing", "done", "dropped", NULL
};
ETP_WORDS_MATCH (measure_status, ETP_N_MEASURE_STATUSES);
const char *const etp_feasibility_words[] = { "existing", "extend", "buy", NULL };
ETP_WORDS_MATCH (feasibility, ETP_N_FEASIBILITIES);
const char *const etp_period_words[] = { "day", "week", "month", "quarter", "year", NULL };
ETP_WORDS_MATCH (period, ETP_N_PERIODS);
const char *const etp_better_words[] = { "higher", "lower", NULL };
ETP_WORDS_MATCH (better, ETP_N_BETTERS);

static const EtpField link_fields[] = {
  [ETP_LINK_FROM] = ETP_REF (
      "from", "from", ETP_IN (CARDS) | ETP_IN (MEASURES), ETP_GONE_REMOVE, N_ ("From")),
  [ETP_LINK_TO] = ETP_REF (
      "to", "to", ETP_IN (CARDS) | ETP_IN (MEASURES), ETP_GONE_REMOVE, N_ ("To")),
  [ETP_LINK_KIND] = ETP_ENUM ("kind", "kind", etp_link_kind_words, N_ ("Kind")),
  [ETP_LINK_CONTINUITY] = ETP_ENUM (
      "continuity", "continuity", etp_link_continuity_words, N_ ("Continuity")),
  [ETP_LINK_CARRIES] = ETP_TEXT ("carries", "carries", N_ ("Carries")),
  [ETP_LINK_LOSES] = ETP_TEXT ("loses", "loses", N_ ("Loses")),
  [ETP_LINK_CONDITION] = ETP_TEXT ("condition", "condition", N_ ("Condition")),
  [ETP_LINK_COUNT] = ETP_INTEGER ("count", "count", 0, 1e12, N_ ("Count")),
  [ETP_LINK_SHARE] = ETP_SHARE ("share", "share", N_ ("Share")),
  [ETP_LINK_PERSONAS] = ETP_REFS ("personas", "personas", ETP_IN (PERSONAS), N_ ("Personas")),
  [ETP_LINK_UNIT] = ETP_REF ("unit", "unit", ETP_IN (UNITS), ETP_GONE_CLEAR, N_ ("Department")),
  [ETP_LINK_NOTE] = ETP_LONG_TEXT ("note", "note", N_ ("Note")),
};
ETP_DEFINE_TABLE (link, "link", ETP_N_LINK_FIELDS);

static const EtpField customer_value_fields[] = {
  [ETP_CUSTOMER_VALUE_PERSONA] = ETP_REF (
      "persona", "persona", ETP_IN (PERSONAS), ETP_GONE_REMOVE, N_ ("Persona")),
  [ETP_CUSTOMER_VALUE_VALUE] = ETP_INTEGER ("value", "value", 1, 5, N_ ("Value for the persona")),
};
ETP_DEFINE_TABLE (customer_value, "customer value", ETP_N_CUSTOMER_VALUE_FIELDS);

static const EtpField measure_fields[] = {
  [ETP_MEASURE_TITLE] = ETP_TEXT ("title", "title", N_ ("Title")),
  [ETP_MEASURE_DESCRIPTION] = ETP_LONG_TEXT ("description", "description", N_ ("Description")),
  [ETP_MEASURE_CARDS] = ETP_REFS ("cards", "cards", ETP_IN (CARDS), N_ ("Cards")),
  [ETP_MEASURE_PHASE] = ETP_REF ("phase", "phase", ETP_IN (PHASES), ETP_GONE_CLEAR, N_ ("Phase")),
  [ETP_MEASURE_KIND] = ETP_ENUM ("kind", "kind", etp_measure_kind_words, N_ ("Kind")),
  [ETP_MEASURE_STATUS] = ETP_ENUM ("status", "status", etp_measure_status_words, N_ ("Status")),
  [ETP_MEASURE_OWNER] = ETP_OWNER ("owner", "owner", N_ ("Owner")),
  [ETP_MEASURE_UNIT] = ETP_REF ("unit", "unit", ETP_IN (UNITS), ETP_GONE_CLEAR, N_ ("Department")),
  [ETP_MEASURE_DUE] = ETP_PLAIN ("due", "due", ETP_FIELD_DATE, N_ ("Due")),
  [ETP_MEASURE_STARTED] = ETP_PLAIN ("started", "started", ETP_FIELD_DATE, N_ ("Started")),
  [ETP_MEASURE_FINISHED] = ETP_PLAIN ("finished", "finished", ETP_FIELD_DATE, N_ ("Finished")),
  [ETP_MEASURE_EFFORT] = ETP_INTEGER ("effort", "effort", 1, 5, N_ ("Effort")),
  [ETP_MEASURE_CUSTOMER_VALUES] = ETP_VALUES_OF (
      "customer-values", "customerValues", &etp_customer_value_table, N_ ("Value for customers")),
  [ETP_MEASURE_BUSINESS_VALUE] = ETP_INTEGER (
      "business-value", "businessValue", 1, 5, N_ ("Value for the business")),
  [ETP_MEASURE_FEASIBILITY] = ETP_ENUM (
      "feasibility", "feasibility", etp_feasibility_words, N_ ("Feasibility")),
  [ETP_MEASURE_COST] = ETP_MONEY ("cost", "cost", N_ ("Cost")),
  [ETP_MEASURE_BENEFIT] = ETP_MONEY ("benefit", "benefit", N_ ("Benefit")),
  [ETP_MEASURE_METRIC] = ETP_REF (
      "metric", "metric", ETP_IN (METRICS), ETP_GONE_CLEAR, N_ ("Metric")),
  [ETP_MEASURE_EXPECTED] = ETP_NUMBER (
      "expected", "expected", -ETP_LIMIT_NUMBER, ETP_LIMIT_NUMBER, N_ ("Expected value")),
  [ETP_MEASURE_SYSTEMS] = ETP_REFS ("systems", "systems", ETP_IN (SYSTEMS), N_ ("Systems")),
  [ETP_MEASURE_TEAM_NEEDS] = ETP_LONG_TEXT ("team-needs", "teamNeeds", N_ ("Needs of the team")),
  [ETP_MEASURE_PRIVACY] = ETP_LONG_TEXT ("privacy", "privacy", N_ ("Privacy")),
  [ETP_MEASURE_TAGS] = ETP_TEXTS ("tags", "tags", N_ ("Tags")),
  [ETP_MEASURE_VOTES] = ETP_VALUES_OF ("votes", "votes", &etp_vote_table, N_ ("Votes")),
  [ETP_MEASURE_INTERNAL] = ETP_BOOLEAN ("internal", "internal", N_ ("Internal")),
};
ETP_DEFINE_TABLE (measure, "measure", ETP_N_MEASURE_FIELDS);

static const EtpField reading_fields[] = {
  [ETP_READING_DATE] = ETP_PLAIN ("date", "date", ETP_FIELD_DATE, N_ ("Date")),
  [ETP_READING_VALUE] = ETP_NUMBER (
      "value", "value", -ETP_LIMIT_NUMBER, ETP_LIMIT_NUMBER, N_ ("Value")),
  [ETP_READING_SOURCE] = ETP_REF (
      "source", "source", ETP_IN (SOURCES), ETP_GONE_CLEAR, N_ ("Source")),
};
ETP_DEFINE_TABLE (reading, "reading", ETP_N_READING_FIELDS);

static const EtpField metric_fields[] = {
  [ETP_METRIC_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_METRIC_UNIT] = ETP_TEXT ("unit", "unit", N_ ("Unit")),
  [ETP_METRIC_PERIOD] = ETP_ENUM ("period", "period", etp_period_words, N_ ("Period")),
  [ETP_METRIC_BETTER] = ETP_ENUM ("better", "better", etp_better_words, N_ ("Better")),
  [ETP_METRIC_BASELINE] = ETP_NUMBER (
      "baseline", "baseline", -ETP_LIMIT_NUMBER, ETP_LIMIT_NUMBER, N_ ("Baseline")),
  [ETP_METRIC_TARGET] = ETP_NUMBER (
      "target", "target", -ETP_LIMIT_NUMBER, ETP_LIMIT_NUMBER, N_ ("Target")),
  [ETP_METRIC_WARNING] = ETP_NUMBER (
      "warning", "warning", -ETP_LIMIT_NUMBER, ETP_LIMIT_NUMBER, N_ ("Warning value")),
  [ETP_METRIC_AT] = ETP_REF ("at",
                             "at",
                             ETP_IN (PHASES) | ETP_IN (CARDS) | ETP_IN (CHANNELS)
                                 | ETP_IN (TOUCHPOINTS),
                             ETP_GONE_REMOVE,
                             N_ ("Measured at")),
  [ETP_METRIC_PERSONA] = ETP_REF (
      "persona", "persona", ETP_IN (PERSONAS), ETP_GONE_CLEAR, N_ ("Persona")),
  [ETP_METRIC_VALUES] = ETP_VALUES_OF ("values", "values", &etp_reading_table, N_ ("Values")),
};
ETP_DEFINE_TABLE (metric, "metric", ETP_N_METRIC_FIELDS);

static const EtpField vote_round_fields[] = {
  [ETP_VOTE_ROUND_TITLE] = ETP_TEXT ("title", "title", N_ ("Title")),
  [ETP_VOTE_ROUND_QUESTION] = ETP_LONG_TEXT ("question", "question", N_ ("Question")),
  [ETP_VOTE_ROUND_DOTS] = ETP_INTEGER ("dots", "dots", 0, 1000, N_ ("Dots for each person")),
  [ETP_VOTE_ROUND_CLOSED] = ETP_BOOLEAN ("closed", "closed", N_ ("Closed")),
};
ETP_DEFINE_TABLE (vote_round, "vote round", ETP_N_VOTE_ROUND_FIELDS);

static const EtpField snapshot_fields[] = {
  [ETP_SNAPSHOT_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_SNAPSHOT_DATE] = ETP_PLAIN ("date", "date", ETP_FIELD_DATE, N_ ("Date")),
  [ETP_SNAPSHOT_AUTHOR] = ETP_TEXT ("author", "author", N_ ("Author")),
  [ETP_SNAPSHOT_JOURNEY] = ETP_PLAIN ("journey", "journey", ETP_FIELD_JSON, N_ ("Journey")),
};
ETP_DEFINE_TABLE (snapshot, "snapshot", ETP_N_SNAPSHOT_FIELDS);

static const EtpField comment_fields[] = {
  [ETP_COMMENT_ON] = ETP_REF ("on", "on", ETP_ANY_LIST, ETP_GONE_REMOVE, N_ ("About")),
  [ETP_COMMENT_DATE] = ETP_PLAIN ("date", "date", ETP_FIELD_DATE, N_ ("Date")),
  [ETP_COMMENT_AUTHOR] = ETP_TEXT ("author", "author", N_ ("Author")),
  [ETP_COMMENT_TEXT] = ETP_LONG_TEXT ("text", "text", N_ ("Text")),
  [ETP_COMMENT_RESOLVED] = ETP_BOOLEAN ("resolved", "resolved", N_ ("Resolved")),
};
ETP_DEFINE_TABLE (comment, "comment", ETP_N_COMMENT_FIELDS);

static const EtpField asset_fields[] = {
  [ETP_ASSET_TYPE] = ETP_CODE ("type", "type", N_ ("Type")),
  [ETP_ASSET_DATA] = ETP_PLAIN ("data", "data", ETP_FIELD_DATA, N_ ("Data")),
};
ETP_DEFINE_TABLE (asset, "asset", ETP_N_ASSET_FIELDS);
