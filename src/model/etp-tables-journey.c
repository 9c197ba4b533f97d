/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-table-rows.h"

/* The document itself and the values in it. */

const char *const etp_state_words[] = { "as-is", "to-be", NULL };
ETP_WORDS_MATCH (state, ETP_N_STATES);
const char *const etp_status_words[] = { "draft", "review", "approved", "retired", NULL };
ETP_WORDS_MATCH (status, ETP_N_STATUSES);
const char *const etp_arrangement_words[] = { "stacked", "side-by-side", NULL };
ETP_WORDS_MATCH (arrangement, ETP_N_ARRANGEMENTS);

static const EtpField review_fields[] = {
  [ETP_REVIEW_DATE] = ETP_PLAIN ("date", "date", ETP_FIELD_DATE, N_ ("Date")),
  [ETP_REVIEW_BY] = ETP_TEXT ("by", "by", N_ ("Reviewed by")),
  [ETP_REVIEW_RESULT] = ETP_LONG_TEXT ("result", "result", N_ ("Result")),
};
ETP_DEFINE_TABLE (review, "review", ETP_N_REVIEW_FIELDS);

static const EtpField contributor_fields[] = {
  [ETP_CONTRIBUTOR_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_CONTRIBUTOR_UNIT] = ETP_REF (
      "unit", "unit", ETP_IN (UNITS), ETP_GONE_CLEAR, N_ ("Department")),
};
ETP_DEFINE_TABLE (contributor, "contributor", ETP_N_CONTRIBUTOR_FIELDS);

static const EtpField data_period_fields[] = {
  [ETP_DATA_PERIOD_FROM] = ETP_PLAIN ("from", "from", ETP_FIELD_DATE, N_ ("First day")),
  [ETP_DATA_PERIOD_TO] = ETP_PLAIN ("to", "to", ETP_FIELD_DATE, N_ ("Last day")),
};
ETP_DEFINE_TABLE (data_period, "data period", ETP_N_DATA_PERIOD_FIELDS);

static const EtpField brief_fields[] = {
  [ETP_BRIEF_INDUSTRY] = ETP_TEXT ("industry", "industry", N_ ("Industry")),
  [ETP_BRIEF_POSITION] = ETP_LONG_TEXT ("position", "position", N_ ("Position in the market")),
  [ETP_BRIEF_OFFER] = ETP_LONG_TEXT ("offer", "offer", N_ ("Offer")),
  [ETP_BRIEF_USP] = ETP_LONG_TEXT ("usp", "usp", N_ ("Unique selling proposition")),
  [ETP_BRIEF_FOCUS] = ETP_LONG_TEXT ("focus", "focus", N_ ("Focus")),
  [ETP_BRIEF_CHALLENGES] = ETP_LONG_TEXT ("challenges", "challenges", N_ ("Challenges")),
  [ETP_BRIEF_OUTLOOK] = ETP_LONG_TEXT ("outlook", "outlook", N_ ("Outlook")),
};
ETP_DEFINE_TABLE (brief, "brief", ETP_N_BRIEF_FIELDS);

static const EtpField insight_fields[] = {
  [ETP_INSIGHT_TEXT] = ETP_LONG_TEXT ("text", "text", N_ ("Insight")),
  [ETP_INSIGHT_CARDS] = ETP_REFS ("cards", "cards", ETP_IN (CARDS), N_ ("Cards")),
};
ETP_DEFINE_TABLE (insight, "insight", ETP_N_INSIGHT_FIELDS);

static const EtpField emotion_scale_fields[] = {
  [ETP_EMOTION_SCALE_LABELS] = { .name = "labels",
                                 .member = "labels",
                                 .type = ETP_FIELD_TEXTS,
                                 .maximum = 5,
                                 .flags = ETP_FIELD_SEARCH,
                                 .label = N_ ("Labels, the worst first") },
};
ETP_DEFINE_TABLE (emotion_scale, "emotion scale", ETP_N_EMOTION_SCALE_FIELDS);

static const EtpField theme_fields[] = {
  [ETP_THEME_ACCENT] = ETP_PLAIN ("accent", "accent", ETP_FIELD_COLOR, N_ ("Accent colour")),
  [ETP_THEME_LOGO] = ETP_REF ("logo", "logo", ETP_IN (ASSETS), ETP_GONE_CLEAR, N_ ("Logo")),
};
ETP_DEFINE_TABLE (theme, "theme", ETP_N_THEME_FIELDS);

static const EtpField journey_fields[] = {
  [ETP_JOURNEY_LANGUAGE] = ETP_CODE ("language", "language", N_ ("Language")),
  [ETP_JOURNEY_TITLE] = ETP_TEXT ("title", "title", N_ ("Title")),
  [ETP_JOURNEY_DESCRIPTION] = ETP_LONG_TEXT ("description", "description", N_ ("Description")),
  [ETP_JOURNEY_STATE] = ETP_ENUM ("state", "state", etp_state_words, N_ ("State")),
  [ETP_JOURNEY_STATUS] = ETP_ENUM ("status", "status", etp_status_words, N_ ("Status")),
  [ETP_JOURNEY_OWNER] = ETP_OWNER ("owner", "owner", N_ ("Owner")),
  [ETP_JOURNEY_WORKSHOP_DATE] = ETP_PLAIN (
      "workshop-date", "workshopDate", ETP_FIELD_DATE, N_ ("Date of the workshop")),
  [ETP_JOURNEY_REVIEW_DUE] = ETP_PLAIN (
      "review-due", "reviewDue", ETP_FIELD_DATE, N_ ("Next review")),
  [ETP_JOURNEY_REVIEWS] = ETP_VALUES_OF ("reviews", "reviews", &etp_review_table, N_ ("Reviews")),
  [ETP_JOURNEY_CONTRIBUTORS] = ETP_VALUES_OF (
      "contributors", "contributors", &etp_contributor_table, N_ ("Contributors")),
  [ETP_JOURNEY_CONTACT] = ETP_TEXT ("contact", "contact", N_ ("Contact")),
  [ETP_JOURNEY_TAGS] = ETP_TEXTS ("tags", "tags", N_ ("Tags")),
  [ETP_JOURNEY_CURRENCY] = ETP_CODE ("currency", "currency", N_ ("Currency")),
  [ETP_JOURNEY_DATA_PERIOD] = ETP_VALUE_OF (
      "data-period", "dataPeriod", &etp_data_period_table, N_ ("Data period")),
  [ETP_JOURNEY_TRIGGER] = ETP_LONG_TEXT ("trigger", "trigger", N_ ("Trigger")),
  [ETP_JOURNEY_BEGINS] = ETP_LONG_TEXT ("begins", "begins", N_ ("Begins")),
  [ETP_JOURNEY_ENDS] = ETP_LONG_TEXT ("ends", "ends", N_ ("Ends")),
  [ETP_JOURNEY_SCENARIO] = ETP_LONG_TEXT ("scenario", "scenario", N_ ("Scenario")),
  [ETP_JOURNEY_GOAL] = ETP_LONG_TEXT ("goal", "goal", N_ ("Goal")),
  [ETP_JOURNEY_EXPECTATIONS] = ETP_LONG_TEXT ("expectations", "expectations", N_ ("Expectations")),
  [ETP_JOURNEY_POINT_OF_VIEW] = ETP_TEXT ("point-of-view", "pointOfView", N_ ("Point of view")),
  [ETP_JOURNEY_BRIEF] = ETP_VALUE_OF ("brief", "brief", &etp_brief_table, N_ ("Brief")),
  [ETP_JOURNEY_INSIGHTS] = ETP_VALUES_OF (
      "insights", "insights", &etp_insight_table, N_ ("Insights")),
  [ETP_JOURNEY_EMOTION_SCALE] = ETP_VALUE_OF (
      "emotion-scale", "emotionScale", &etp_emotion_scale_table, N_ ("Emotion scale")),
  [ETP_JOURNEY_THEME] = ETP_VALUE_OF ("theme", "theme", &etp_theme_table, N_ ("Theme")),
  [ETP_JOURNEY_ARRANGEMENT] = ETP_ENUM (
      "arrangement", "arrangement", etp_arrangement_words, N_ ("Arrangement of steps")),
};
ETP_DEFINE_TABLE (journey, "journey", ETP_N_JOURNEY_FIELDS);
