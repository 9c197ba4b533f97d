/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-table-rows.h"

/* Who and what a map speaks about: departments, personas, key moments of a life, offers, sources. */

const char *const etp_persona_kind_words[] = { "consumer", "business", "employee", "other", NULL };
ETP_WORDS_MATCH (persona_kind, ETP_N_PERSONA_KINDS);
const char *const etp_relation_words[] = { "prospect", "new", "regular", "lost", NULL };
ETP_WORDS_MATCH (relation, ETP_N_RELATIONS);
const char *const etp_source_kind_words[] = { "survey",    "interview", "observation",
                                              "analytics", "crm",       "erp",
                                              "workshop",  "other",     NULL };
ETP_WORDS_MATCH (source_kind, ETP_N_SOURCE_KINDS);
const char *const etp_evidence_words[] = { "assumed", "observed", "measured", NULL };
ETP_WORDS_MATCH (evidence, ETP_N_EVIDENCES);

static const EtpField unit_fields[] = {
  [ETP_UNIT_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_UNIT_LEAD] = ETP_OWNER ("lead", "lead", N_ ("Head of department")),
};
ETP_DEFINE_TABLE (unit, "unit", ETP_N_UNIT_FIELDS);

static const EtpField trait_fields[] = {
  [ETP_TRAIT_NAME] = ETP_TEXT ("name", "name", N_ ("Trait")),
  [ETP_TRAIT_LOW] = ETP_TEXT ("low", "low", N_ ("Low end")),
  [ETP_TRAIT_HIGH] = ETP_TEXT ("high", "high", N_ ("High end")),
  [ETP_TRAIT_VALUE] = ETP_NUMBER ("value", "value", 0, 100, N_ ("Value")),
};
ETP_DEFINE_TABLE (trait, "trait", ETP_N_TRAIT_FIELDS);

static const EtpField lifetime_fields[] = {
  [ETP_LIFETIME_ORDER_VALUE] = ETP_MONEY ("order-value", "orderValue", N_ ("Value of an order")),
  [ETP_LIFETIME_ORDERS_PER_YEAR] = ETP_NUMBER (
      "orders-per-year", "ordersPerYear", 0, 1e9, N_ ("Orders per year")),
  [ETP_LIFETIME_YEARS] = ETP_NUMBER ("years", "years", 0, 1000, N_ ("Years as a customer")),
  [ETP_LIFETIME_MARGIN] = ETP_SHARE ("margin", "margin", N_ ("Margin")),
  [ETP_LIFETIME_DISCOUNT_RATE] = ETP_SHARE ("discount-rate", "discountRate", N_ ("Discount rate")),
  [ETP_LIFETIME_ACQUISITION_COST] = ETP_MONEY (
      "acquisition-cost", "acquisitionCost", N_ ("Acquisition cost")),
};
ETP_DEFINE_TABLE (lifetime, "lifetime value", ETP_N_LIFETIME_FIELDS);

static const EtpField section_fields[] = {
  [ETP_SECTION_TITLE] = ETP_TEXT ("title", "title", N_ ("Title")),
  [ETP_SECTION_TEXT] = ETP_LONG_TEXT ("text", "text", N_ ("Text")),
};
ETP_DEFINE_TABLE (section, "section", ETP_N_SECTION_FIELDS);

static const EtpField persona_fields[] = {
  [ETP_PERSONA_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_PERSONA_KIND] = ETP_ENUM ("kind", "kind", etp_persona_kind_words, N_ ("Kind")),
  [ETP_PERSONA_ROLE] = ETP_TEXT ("role", "role", N_ ("Role")),
  [ETP_PERSONA_SEGMENT] = ETP_TEXT ("segment", "segment", N_ ("Segment")),
  [ETP_PERSONA_SHARE] = ETP_SHARE ("share", "share", N_ ("Share of customers")),
  [ETP_PERSONA_RELATION] = ETP_ENUM ("relation", "relation", etp_relation_words, N_ ("Relation")),
  [ETP_PERSONA_COLOR] = ETP_PLAIN ("color", "color", ETP_FIELD_COLOR, N_ ("Colour")),
  [ETP_PERSONA_PORTRAIT] = ETP_REF (
      "portrait", "portrait", ETP_IN (ASSETS), ETP_GONE_CLEAR, N_ ("Portrait")),
  [ETP_PERSONA_QUOTE] = ETP_LONG_TEXT ("quote", "quote", N_ ("Quote")),
  [ETP_PERSONA_AGE] = ETP_TEXT ("age", "age", N_ ("Age")),
  [ETP_PERSONA_GENDER] = ETP_TEXT ("gender", "gender", N_ ("Gender")),
  [ETP_PERSONA_LOCATION] = ETP_TEXT ("location", "location", N_ ("Location")),
  [ETP_PERSONA_LIFE_STAGE] = ETP_TEXT ("life-stage", "lifeStage", N_ ("Stage of life")),
  [ETP_PERSONA_SUMMARY] = ETP_LONG_TEXT ("summary", "summary", N_ ("Summary")),
  [ETP_PERSONA_INTERESTS] = ETP_TEXTS ("interests", "interests", N_ ("Interests")),
  [ETP_PERSONA_GOALS] = ETP_TEXTS ("goals", "goals", N_ ("Goals")),
  [ETP_PERSONA_NEEDS] = ETP_TEXTS ("needs", "needs", N_ ("Needs")),
  [ETP_PERSONA_CHALLENGES] = ETP_TEXTS ("challenges", "challenges", N_ ("Challenges")),
  [ETP_PERSONA_MOTIVATIONS] = ETP_TEXTS ("motivations", "motivations", N_ ("Motivations")),
  [ETP_PERSONA_EXPECTATIONS] = ETP_TEXTS ("expectations", "expectations", N_ ("Expectations")),
  [ETP_PERSONA_DAILY_ROUTINE] = ETP_LONG_TEXT (
      "daily-routine", "dailyRoutine", N_ ("Daily routine")),
  [ETP_PERSONA_KNOWLEDGE] = ETP_LONG_TEXT ("knowledge", "knowledge", N_ ("Level of knowledge")),
  [ETP_PERSONA_TECH_BACKGROUND] = ETP_LONG_TEXT (
      "tech-background", "techBackground", N_ ("Technical background")),
  [ETP_PERSONA_DIGITAL_DEMANDS] = ETP_LONG_TEXT (
      "digital-demands", "digitalDemands", N_ ("Digital demands")),
  [ETP_PERSONA_BUYING_BEHAVIOUR] = ETP_LONG_TEXT (
      "buying-behaviour", "buyingBehaviour", N_ ("Buying behaviour")),
  [ETP_PERSONA_INDUSTRY] = ETP_TEXT ("industry", "industry", N_ ("Industry")),
  [ETP_PERSONA_INDUSTRY_NEEDS] = ETP_TEXTS (
      "industry-needs", "industryNeeds", N_ ("Needs of the industry")),
  [ETP_PERSONA_DECISION_PROCESS] = ETP_LONG_TEXT (
      "decision-process", "decisionProcess", N_ ("Decision process")),
  [ETP_PERSONA_CHANNELS] = ETP_REFS ("channels", "channels", ETP_IN (CHANNELS), N_ ("Channels")),
  [ETP_PERSONA_TRAITS] = ETP_VALUES_OF ("traits", "traits", &etp_trait_table, N_ ("Traits")),
  [ETP_PERSONA_VALUE] = ETP_VALUE_OF (
      "value", "value", &etp_lifetime_table, N_ ("Customer lifetime value")),
  [ETP_PERSONA_SECTIONS] = ETP_VALUES_OF (
      "sections", "sections", &etp_section_table, N_ ("Sections")),
  [ETP_PERSONA_EVIDENCE] = ETP_ENUM ("evidence", "evidence", etp_evidence_words, N_ ("Evidence")),
  [ETP_PERSONA_SOURCES] = ETP_REFS ("sources", "sources", ETP_IN (SOURCES), N_ ("Sources")),
};
ETP_DEFINE_TABLE (persona, "persona", ETP_N_PERSONA_FIELDS);

static const EtpField key_moment_fields[] = {
  [ETP_KEY_MOMENT_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_KEY_MOMENT_AGE] = ETP_NUMBER ("age", "age", 0, 200, N_ ("Age")),
  [ETP_KEY_MOMENT_YEAR] = ETP_YEAR ("year", "year", N_ ("Year")),
  [ETP_KEY_MOMENT_PERSONA] = ETP_REF (
      "persona", "persona", ETP_IN (PERSONAS), ETP_GONE_CLEAR, N_ ("Persona")),
  [ETP_KEY_MOMENT_PHASE] = ETP_REF (
      "phase", "phase", ETP_IN (PHASES), ETP_GONE_CLEAR, N_ ("Phase")),
  [ETP_KEY_MOMENT_NOTE] = ETP_LONG_TEXT ("note", "note", N_ ("Note")),
};
ETP_DEFINE_TABLE (key_moment, "key moment", ETP_N_KEY_MOMENT_FIELDS);

static const EtpField offer_fields[] = {
  [ETP_OFFER_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_OFFER_DESCRIPTION] = ETP_LONG_TEXT ("description", "description", N_ ("Description")),
  [ETP_OFFER_DEMAND] = ETP_LONG_TEXT ("demand", "demand", N_ ("Demand")),
  [ETP_OFFER_PERSONAS] = ETP_REFS ("personas", "personas", ETP_IN (PERSONAS), N_ ("Personas")),
};
ETP_DEFINE_TABLE (offer, "offer", ETP_N_OFFER_FIELDS);

static const EtpField source_fields[] = {
  [ETP_SOURCE_TITLE] = ETP_TEXT ("title", "title", N_ ("Title")),
  [ETP_SOURCE_KIND] = ETP_ENUM ("kind", "kind", etp_source_kind_words, N_ ("Kind")),
  [ETP_SOURCE_DATE] = ETP_PLAIN ("date", "date", ETP_FIELD_DATE, N_ ("Date")),
  [ETP_SOURCE_SAMPLE] = ETP_INTEGER ("sample", "sample", 0, 1e9, N_ ("Sample size")),
  [ETP_SOURCE_LINK] = ETP_URI ("link", "link", N_ ("Web address")),
  [ETP_SOURCE_NOTE] = ETP_LONG_TEXT ("note", "note", N_ ("Note")),
};
ETP_DEFINE_TABLE (source, "source", ETP_N_SOURCE_FIELDS);
