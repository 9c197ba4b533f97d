/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-table-rows.h"

/* The map: columns, rows and what lies in them. */

const char *const etp_lane_kind_words[] = { "touchpoints", "emotion",       "actions",   "thoughts",
                                            "needs",       "questions",     "quotes",    "gains",
                                            "pains",       "opportunities", "ideas",     "measures",
                                            "images",      "channels",      "metrics",   "messages",
                                            "evidence",    "frontstage",    "backstage", "support",
                                            "departments", "line",          "text",      NULL };
ETP_WORDS_MATCH (lane_kind, ETP_N_LANE_KINDS);

static const EtpField phase_fields[] = {
  [ETP_PHASE_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_PHASE_DESCRIPTION] = ETP_LONG_TEXT ("description", "description", N_ ("Description")),
  [ETP_PHASE_GOAL] = ETP_LONG_TEXT ("goal", "goal", N_ ("Customer’s goal")),
  [ETP_PHASE_DURATION] = ETP_PLAIN ("duration", "duration", ETP_FIELD_DURATION, N_ ("Duration")),
  [ETP_PHASE_COLOR] = ETP_PLAIN ("color", "color", ETP_FIELD_COLOR, N_ ("Colour")),
  [ETP_PHASE_WIDTH] = ETP_NUMBER ("width", "width", 0, 100000, N_ ("Width")),
  [ETP_PHASE_COLLAPSED] = ETP_BOOLEAN ("collapsed", "collapsed", N_ ("Collapsed")),
  [ETP_PHASE_HIDDEN] = ETP_BOOLEAN ("hidden", "hidden", N_ ("Hidden")),
};
ETP_DEFINE_TABLE (phase, "phase", ETP_N_PHASE_FIELDS);

static const EtpField lane_fields[] = {
  [ETP_LANE_KIND] = ETP_ENUM ("kind", "kind", etp_lane_kind_words, N_ ("Kind")),
  [ETP_LANE_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_LANE_PROMPT] = ETP_LONG_TEXT ("prompt", "prompt", N_ ("Prompt")),
  [ETP_LANE_COLOR] = ETP_PLAIN ("color", "color", ETP_FIELD_COLOR, N_ ("Colour")),
  [ETP_LANE_PERSONA] = ETP_REF (
      "persona", "persona", ETP_IN (PERSONAS), ETP_GONE_CLEAR, N_ ("Persona")),
  [ETP_LANE_HEIGHT] = ETP_NUMBER ("height", "height", 0, 100000, N_ ("Height")),
  [ETP_LANE_COLLAPSED] = ETP_BOOLEAN ("collapsed", "collapsed", N_ ("Collapsed")),
  [ETP_LANE_HIDDEN] = ETP_BOOLEAN ("hidden", "hidden", N_ ("Hidden")),
  [ETP_LANE_INTERNAL] = ETP_BOOLEAN ("internal", "internal", N_ ("Internal")),
};
ETP_DEFINE_TABLE (lane, "lane", ETP_N_LANE_FIELDS);

static const EtpField emotion_fields[] = {
  [ETP_EMOTION_PERSONA] = ETP_REF (
      "persona", "persona", ETP_IN (PERSONAS), ETP_GONE_REMOVE, N_ ("Persona")),
  [ETP_EMOTION_VALUE] = ETP_NUMBER ("value", "value", -2, 2, N_ ("Emotion")),
  [ETP_EMOTION_TARGET] = ETP_NUMBER ("target", "target", -2, 2, N_ ("Target")),
  [ETP_EMOTION_FEELING] = ETP_TEXT ("feeling", "feeling", N_ ("Feeling")),
  [ETP_EMOTION_NOTE] = ETP_LONG_TEXT ("note", "note", N_ ("Note")),
  [ETP_EMOTION_RATINGS] = ETP_NUMBERS ("ratings", "ratings", -2, 2, N_ ("Ratings")),
  [ETP_EMOTION_EVIDENCE] = ETP_ENUM ("evidence", "evidence", etp_evidence_words, N_ ("Evidence")),
  [ETP_EMOTION_SOURCES] = ETP_REFS ("sources", "sources", ETP_IN (SOURCES), N_ ("Sources")),
};
ETP_DEFINE_TABLE (emotion, "emotion", ETP_N_EMOTION_FIELDS);

static const EtpField vote_fields[] = {
  [ETP_VOTE_ROUND] = ETP_REF (
      "round", "round", ETP_IN (VOTE_ROUNDS), ETP_GONE_REMOVE, N_ ("Round")),
  [ETP_VOTE_COUNT] = ETP_INTEGER ("count", "count", 0, 1000000, N_ ("Votes")),
};
ETP_DEFINE_TABLE (vote, "vote", ETP_N_VOTE_FIELDS);

static const EtpField card_fields[] = {
  [ETP_CARD_LANE] = ETP_REF ("lane", "lane", ETP_IN (LANES), ETP_GONE_REMOVE, N_ ("Lane")),
  [ETP_CARD_PHASE] = ETP_REF ("phase", "phase", ETP_IN (PHASES), ETP_GONE_REMOVE, N_ ("Phase")),
  [ETP_CARD_UNTIL] = ETP_REF ("until", "until", ETP_IN (PHASES), ETP_GONE_SHIFT, N_ ("Until")),
  [ETP_CARD_STEP] = ETP_REF ("step", "step", ETP_IN (CARDS), ETP_GONE_CLEAR, N_ ("Step")),
  [ETP_CARD_CLUSTER] = ETP_REF (
      "cluster", "cluster", ETP_IN (CARDS), ETP_GONE_CLEAR, N_ ("Cluster")),
  [ETP_CARD_TITLE] = ETP_TEXT ("title", "title", N_ ("Title")),
  [ETP_CARD_TEXT] = ETP_LONG_TEXT ("text", "text", N_ ("Text")),
  [ETP_CARD_ICON] = ETP_PLAIN ("icon", "icon", ETP_FIELD_ICON, N_ ("Icon")),
  [ETP_CARD_IMAGE] = ETP_REF ("image", "image", ETP_IN (ASSETS), ETP_GONE_CLEAR, N_ ("Image")),
  [ETP_CARD_COLOR] = ETP_PLAIN ("color", "color", ETP_FIELD_COLOR, N_ ("Colour")),
  [ETP_CARD_PERSONAS] = ETP_REFS ("personas", "personas", ETP_IN (PERSONAS), N_ ("Personas")),
  [ETP_CARD_TOUCHPOINT] = ETP_REF (
      "touchpoint", "touchpoint", ETP_IN (TOUCHPOINTS), ETP_GONE_CLEAR, N_ ("Touchpoint")),
  [ETP_CARD_CHANNELS] = ETP_REFS ("channels", "channels", ETP_IN (CHANNELS), N_ ("Channels")),
  [ETP_CARD_OFFERS] = ETP_REFS ("offers", "offers", ETP_IN (OFFERS), N_ ("Offers")),
  [ETP_CARD_EMOTIONS] = ETP_VALUES_OF ("emotions", "emotions", &etp_emotion_table, N_ ("Emotions")),
  [ETP_CARD_MOMENT_OF_TRUTH] = ETP_BOOLEAN (
      "moment-of-truth", "momentOfTruth", N_ ("Moment of truth")),
  [ETP_CARD_SEVERITY] = ETP_INTEGER ("severity", "severity", 1, 5, N_ ("Severity")),
  [ETP_CARD_SATISFACTION] = ETP_INTEGER ("satisfaction", "satisfaction", 1, 5, N_ ("Satisfaction")),
  [ETP_CARD_CUSTOMER_IMPORTANCE] = ETP_INTEGER (
      "customer-importance", "customerImportance", 1, 5, N_ ("Importance for the customer")),
  [ETP_CARD_BUSINESS_IMPORTANCE] = ETP_INTEGER (
      "business-importance", "businessImportance", 1, 5, N_ ("Importance for the business")),
  [ETP_CARD_INTENTION] = ETP_LONG_TEXT ("intention", "intention", N_ ("Intention")),
  [ETP_CARD_MESSAGE] = ETP_LONG_TEXT ("message", "message", N_ ("Message")),
  [ETP_CARD_DURATION] = ETP_PLAIN ("duration", "duration", ETP_FIELD_DURATION, N_ ("Duration")),
  [ETP_CARD_WAIT_TIME] = ETP_PLAIN (
      "wait-time", "waitTime", ETP_FIELD_DURATION, N_ ("Waiting time")),
  [ETP_CARD_FAIL_POINT] = ETP_BOOLEAN ("fail-point", "failPoint", N_ ("Fail point")),
  [ETP_CARD_COUNT] = ETP_INTEGER ("count", "count", 0, 1e12, N_ ("Interactions")),
  [ETP_CARD_PROBLEMS] = ETP_INTEGER ("problems", "problems", 0, 1e12, N_ ("Problems")),
  [ETP_CARD_REVENUE] = ETP_MONEY ("revenue", "revenue", N_ ("Revenue")),
  [ETP_CARD_COST] = ETP_MONEY ("cost", "cost", N_ ("Cost")),
  [ETP_CARD_UNITS] = ETP_REFS ("units", "units", ETP_IN (UNITS), N_ ("Departments")),
  [ETP_CARD_SYSTEMS] = ETP_REFS ("systems", "systems", ETP_IN (SYSTEMS), N_ ("Systems")),
  [ETP_CARD_PRIVACY] = ETP_LONG_TEXT ("privacy", "privacy", N_ ("Privacy")),
  [ETP_CARD_EVIDENCE] = ETP_ENUM ("evidence", "evidence", etp_evidence_words, N_ ("Evidence")),
  [ETP_CARD_SOURCES] = ETP_REFS ("sources", "sources", ETP_IN (SOURCES), N_ ("Sources")),
  [ETP_CARD_QUOTE] = ETP_LONG_TEXT ("quote", "quote", N_ ("Quote")),
  [ETP_CARD_TAGS] = ETP_TEXTS ("tags", "tags", N_ ("Tags")),
  [ETP_CARD_VOTES] = ETP_VALUES_OF ("votes", "votes", &etp_vote_table, N_ ("Votes")),
  [ETP_CARD_LINK] = ETP_URI ("link", "link", N_ ("Web address")),
  [ETP_CARD_JOURNEY] = ETP_TEXT ("journey", "journey", N_ ("Sub-journey")),
  [ETP_CARD_INTERNAL] = ETP_BOOLEAN ("internal", "internal", N_ ("Internal")),
};
ETP_DEFINE_TABLE (card, "card", ETP_N_CARD_FIELDS);
