/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The fixed words that stand on a map itself. They follow the language of the journey, not that of
 * the interface: a German map printed by a colleague with an English desktop stays German. There
 * are two: "de…" is German, any other is English; empty or NULL means the interface's language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  /* etp_lane_kind_words, in their order */
  ETP_WORD_LANE_TOUCHPOINTS,
  ETP_WORD_LANE_EMOTION,
  ETP_WORD_LANE_ACTIONS,
  ETP_WORD_LANE_THOUGHTS,
  ETP_WORD_LANE_NEEDS,
  ETP_WORD_LANE_QUESTIONS,
  ETP_WORD_LANE_QUOTES,
  ETP_WORD_LANE_GAINS,
  ETP_WORD_LANE_PAINS,
  ETP_WORD_LANE_OPPORTUNITIES,
  ETP_WORD_LANE_IDEAS,
  ETP_WORD_LANE_MEASURES,
  ETP_WORD_LANE_IMAGES,
  ETP_WORD_LANE_CHANNELS,
  ETP_WORD_LANE_METRICS,
  ETP_WORD_LANE_MESSAGES,
  ETP_WORD_LANE_EVIDENCE,
  ETP_WORD_LANE_FRONTSTAGE,
  ETP_WORD_LANE_BACKSTAGE,
  ETP_WORD_LANE_SUPPORT,
  ETP_WORD_LANE_DEPARTMENTS,
  ETP_WORD_LANE_LINE,
  ETP_WORD_LANE_TEXT,
  /* etp_evidence_words, in their order */
  ETP_WORD_EVIDENCE_ASSUMED,
  ETP_WORD_EVIDENCE_OBSERVED,
  ETP_WORD_EVIDENCE_MEASURED,
  /* etp_state_words, in their order */
  ETP_WORD_STATE_AS_IS,
  ETP_WORD_STATE_TO_BE,
  /* etp_status_words, in their order */
  ETP_WORD_STATUS_DRAFT,
  ETP_WORD_STATUS_REVIEW,
  ETP_WORD_STATUS_APPROVED,
  ETP_WORD_STATUS_RETIRED,
  /* etp_arrangement_words, in their order */
  ETP_WORD_ARRANGEMENT_STACKED,
  ETP_WORD_ARRANGEMENT_SIDE_BY_SIDE,
  /* etp_persona_kind_words, in their order */
  ETP_WORD_PERSONA_CONSUMER,
  ETP_WORD_PERSONA_BUSINESS,
  ETP_WORD_PERSONA_EMPLOYEE,
  ETP_WORD_PERSONA_OTHER,
  /* etp_relation_words, in their order */
  ETP_WORD_RELATION_PROSPECT,
  ETP_WORD_RELATION_NEW,
  ETP_WORD_RELATION_REGULAR,
  ETP_WORD_RELATION_LOST,
  /* etp_channel_kind_words, in their order */
  ETP_WORD_CHANNEL_ONLINE,
  ETP_WORD_CHANNEL_OFFLINE,
  /* etp_system_kind_words, in their order */
  ETP_WORD_SYSTEM_ERP,
  ETP_WORD_SYSTEM_CRM,
  ETP_WORD_SYSTEM_SHOP,
  ETP_WORD_SYSTEM_MARKETING,
  ETP_WORD_SYSTEM_SERVICE,
  ETP_WORD_SYSTEM_OTHER,
  /* etp_source_kind_words, in their order */
  ETP_WORD_SOURCE_SURVEY,
  ETP_WORD_SOURCE_INTERVIEW,
  ETP_WORD_SOURCE_OBSERVATION,
  ETP_WORD_SOURCE_ANALYTICS,
  ETP_WORD_SOURCE_CRM,
  ETP_WORD_SOURCE_ERP,
  ETP_WORD_SOURCE_WORKSHOP,
  ETP_WORD_SOURCE_OTHER,
  /* etp_contact_words, in their order */
  ETP_WORD_CONTACT_DIRECT,
  ETP_WORD_CONTACT_INDIRECT,
  /* etp_operator_words, in their order */
  ETP_WORD_OPERATOR_OWN,
  ETP_WORD_OPERATOR_PARTNER,
  ETP_WORD_OPERATOR_INDEPENDENT,
  /* etp_presence_words, in their order */
  ETP_WORD_PRESENCE_EXISTING,
  ETP_WORD_PRESENCE_PLANNED,
  ETP_WORD_PRESENCE_MISSING,
  /* etp_link_kind_words, in their order */
  ETP_WORD_LINK_FLOW,
  ETP_WORD_LINK_HANDOFF,
  ETP_WORD_LINK_LOOP,
  ETP_WORD_LINK_ANSWERS,
  /* etp_link_continuity_words, in their order */
  ETP_WORD_CONTINUITY_SEAMLESS,
  ETP_WORD_CONTINUITY_FRICTION,
  ETP_WORD_CONTINUITY_BROKEN,
  /* etp_measure_kind_words, in their order */
  ETP_WORD_MEASURE_PROCESS,
  ETP_WORD_MEASURE_TECHNOLOGY,
  ETP_WORD_MEASURE_CONTENT,
  ETP_WORD_MEASURE_TRAINING,
  ETP_WORD_MEASURE_OTHER,
  /* etp_measure_status_words, in their order */
  ETP_WORD_MEASURE_STATUS_IDEA,
  ETP_WORD_MEASURE_STATUS_PLANNED,
  ETP_WORD_MEASURE_STATUS_DOING,
  ETP_WORD_MEASURE_STATUS_DONE,
  ETP_WORD_MEASURE_STATUS_DROPPED,
  /* etp_feasibility_words, in their order */
  ETP_WORD_FEASIBILITY_EXISTING,
  ETP_WORD_FEASIBILITY_EXTEND,
  ETP_WORD_FEASIBILITY_BUY,
  /* etp_period_words, in their order */
  ETP_WORD_PERIOD_DAY,
  ETP_WORD_PERIOD_WEEK,
  ETP_WORD_PERIOD_MONTH,
  ETP_WORD_PERIOD_QUARTER,
  ETP_WORD_PERIOD_YEAR,
  /* etp_better_words, in their order */
  ETP_WORD_BETTER_HIGHER,
  ETP_WORD_BETTER_LOWER,
  /* Words of the map */
  ETP_WORD_LINE_OF_INTERACTION,
  ETP_WORD_LINE_OF_VISIBILITY,
  ETP_WORD_LINE_OF_INTERNAL_INTERACTION,
  ETP_WORD_PER_DAY,
  ETP_WORD_PER_WEEK,
  ETP_WORD_PER_MONTH,
  ETP_WORD_PER_QUARTER,
  ETP_WORD_PER_YEAR,
  ETP_WORD_QUOTE_OPEN,
  ETP_WORD_QUOTE_CLOSE,
  ETP_WORD_CUSTOMER_JOURNEY,
  ETP_WORD_UNTITLED,
  ETP_WORD_PHASE,
  ETP_WORD_LANE,
  ETP_WORD_STEP,
  ETP_WORD_TOUCHPOINT,
  ETP_WORD_CHANNEL,
  ETP_WORD_PERSONA,
  ETP_WORD_PERSONAS,
  ETP_WORD_MEASURE,
  ETP_WORD_METRIC,
  ETP_WORD_PARKING_LOT,
  ETP_WORD_SCENARIO,
  ETP_WORD_GOAL,
  ETP_WORD_EXPECTATIONS,
  ETP_WORD_TRIGGER,
  ETP_WORD_BEGINS,
  ETP_WORD_ENDS,
  ETP_WORD_POINT_OF_VIEW,
  ETP_WORD_OWNER,
  ETP_WORD_DURATION,
  ETP_WORD_WAIT_TIME,
  ETP_WORD_INSIGHTS,
  ETP_WORD_LEGEND,
  ETP_WORD_TARGET,
  ETP_WORD_TARGET_MET,
  ETP_WORD_TARGET_MISSED,
  ETP_WORD_BASELINE,
  ETP_WORD_TREND,
  ETP_WORD_FROM,
  ETP_WORD_UNTIL,
  ETP_WORD_OF,
  ETP_WORD_DUE,
  ETP_WORD_FINISHED,
  ETP_WORD_MOMENT_OF_TRUTH,
  ETP_WORD_PAIN_POINT,
  ETP_WORD_HOW_MIGHT_WE,
  ETP_WORD_OPPORTUNITY,
  ETP_WORD_FAIL_POINT,
  ETP_WORD_WAIT_POINT,
  ETP_WORD_STEP_NUMBER,
  ETP_WORD_EMOTION,
  ETP_WORD_EMOTION_CURVE,
  ETP_WORD_SPREAD_OF_RATINGS,
  ETP_WORD_BROKEN_HANDOVER,
  ETP_WORD_LOSES,
  ETP_WORD_VOTES,
  ETP_WORD_EVIDENCE,
  ETP_WORD_VERY_GOOD,
  ETP_WORD_GOOD,
  ETP_WORD_NEUTRAL,
  ETP_WORD_BAD,
  ETP_WORD_VERY_BAD,
  ETP_WORD_CONTRIBUTORS,
  ETP_WORD_DATA_BASIS,
  ETP_WORD_DATA_PERIOD,
  ETP_WORD_EVIDENCE_SHARE,
  ETP_WORD_SAMPLE,
  ETP_WORD_WORKSHOP,
  ETP_WORD_LAST_REVIEW,
  ETP_WORD_NEXT_REVIEW,
  ETP_WORD_CONTACT,
  ETP_WORD_INTERNAL,
  ETP_WORD_PAGE,
  ETP_WORD_SHEETS,
  ETP_WORD_SHEETS_HOW,
  ETP_WORD_AGE,
  ETP_WORD_QUOTE,
  ETP_WORD_SEVERITY,
  ETP_WORD_SUB_JOURNEY,
  ETP_WORD_IMAGE,
  ETP_N_WORDS
} EtpWord;

/* All strings are static. */
const char *etp_words_get (const char *language, EtpWord word);
/* What people read for a word of an enumerated field: words is the field row's list (or one of
 * etp-tables.h), index what etp_record_get_enum() gave. "" for an index that is none (-1). */
const char *etp_words_get_choice (const char *language, const char *const *words, int index);
/* The name of a lane's kind; an unknown kind (-1) is named as text. */
const char *etp_words_get_lane_kind (const char *language, int kind);
/* TRUE if texts for this language are German; NULL or "" asks the interface's language. */
gboolean etp_words_is_german (const char *language);
/* What files of other formats may say of the language: its beginning as language, script and region
 * of BCP 47 ("de", "zh-Hant-TW"); where a map has no language or none of that form, that of the
 * fixed words. Readers are strict: a wrong tag makes some show nothing at all. */
char *etp_words_dup_tag (const char *language);

G_END_DECLS
