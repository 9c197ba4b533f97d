/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-table-rows.h"

/* Where customer and company meet: systems, channels, the inventory of touchpoints. */

const char *const etp_system_kind_words[] = { "erp",     "crm",   "shop", "marketing",
                                              "service", "other", NULL };
ETP_WORDS_MATCH (system_kind, ETP_N_SYSTEM_KINDS);
const char *const etp_channel_kind_words[] = { "online", "offline", NULL };
ETP_WORDS_MATCH (channel_kind, ETP_N_CHANNEL_KINDS);
const char *const etp_contact_words[] = { "direct", "indirect", NULL };
ETP_WORDS_MATCH (contact, ETP_N_CONTACTS);
const char *const etp_operator_words[] = { "own", "partner", "independent", NULL };
ETP_WORDS_MATCH (operator, ETP_N_OPERATORS);
const char *const etp_presence_words[] = { "existing", "planned", "missing", NULL };
ETP_WORDS_MATCH (presence, ETP_N_PRESENCES);

static const EtpField system_fields[] = {
  [ETP_SYSTEM_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_SYSTEM_KIND] = ETP_ENUM ("kind", "kind", etp_system_kind_words, N_ ("Kind")),
  [ETP_SYSTEM_OWNER] = ETP_OWNER ("owner", "owner", N_ ("Owner")),
  [ETP_SYSTEM_PERSONAL_DATA] = ETP_BOOLEAN (
      "personal-data", "personalData", N_ ("Holds personal data")),
  [ETP_SYSTEM_FEEDS] = ETP_REFS ("feeds", "feeds", ETP_IN (SYSTEMS), N_ ("Feeds")),
  [ETP_SYSTEM_NOTE] = ETP_LONG_TEXT ("note", "note", N_ ("Note")),
};
ETP_DEFINE_TABLE (system, "system", ETP_N_SYSTEM_FIELDS);

static const EtpField channel_fields[] = {
  [ETP_CHANNEL_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_CHANNEL_KIND] = ETP_ENUM ("kind", "kind", etp_channel_kind_words, N_ ("Kind")),
  [ETP_CHANNEL_ICON] = ETP_PLAIN ("icon", "icon", ETP_FIELD_ICON, N_ ("Icon")),
  [ETP_CHANNEL_COLOR] = ETP_PLAIN ("color", "color", ETP_FIELD_COLOR, N_ ("Colour")),
  [ETP_CHANNEL_PROS] = ETP_LONG_TEXT ("pros", "pros", N_ ("Advantages")),
  [ETP_CHANNEL_CONS] = ETP_LONG_TEXT ("cons", "cons", N_ ("Disadvantages")),
  [ETP_CHANNEL_STRATEGY] = ETP_LONG_TEXT ("strategy", "strategy", N_ ("Strategy")),
  [ETP_CHANNEL_UNIT] = ETP_REF ("unit", "unit", ETP_IN (UNITS), ETP_GONE_CLEAR, N_ ("Department")),
  [ETP_CHANNEL_SYSTEMS] = ETP_REFS ("systems", "systems", ETP_IN (SYSTEMS), N_ ("Systems")),
};
ETP_DEFINE_TABLE (channel, "channel", ETP_N_CHANNEL_FIELDS);

static const EtpField usage_fields[] = {
  [ETP_USAGE_PERSONA] = ETP_REF (
      "persona", "persona", ETP_IN (PERSONAS), ETP_GONE_REMOVE, N_ ("Persona")),
  [ETP_USAGE_LEVEL] = ETP_INTEGER ("level", "level", 0, 5, N_ ("Level of use")),
};
ETP_DEFINE_TABLE (usage, "usage", ETP_N_USAGE_FIELDS);

static const EtpField touchpoint_fields[] = {
  [ETP_TOUCHPOINT_NAME] = ETP_TEXT ("name", "name", N_ ("Name")),
  [ETP_TOUCHPOINT_CHANNEL] = ETP_REF (
      "channel", "channel", ETP_IN (CHANNELS), ETP_GONE_CLEAR, N_ ("Channel")),
  [ETP_TOUCHPOINT_CONTACT] = ETP_ENUM ("contact", "contact", etp_contact_words, N_ ("Contact")),
  [ETP_TOUCHPOINT_OPERATOR] = ETP_ENUM (
      "operator", "operator", etp_operator_words, N_ ("Operator")),
  [ETP_TOUCHPOINT_PRESENCE] = ETP_ENUM (
      "presence", "presence", etp_presence_words, N_ ("Presence")),
  [ETP_TOUCHPOINT_USAGE] = ETP_VALUES_OF ("usage", "usage", &etp_usage_table, N_ ("Usage")),
  [ETP_TOUCHPOINT_UNIT] = ETP_REF (
      "unit", "unit", ETP_IN (UNITS), ETP_GONE_CLEAR, N_ ("Department")),
  [ETP_TOUCHPOINT_SYSTEMS] = ETP_REFS ("systems", "systems", ETP_IN (SYSTEMS), N_ ("Systems")),
  [ETP_TOUCHPOINT_PRIVACY] = ETP_LONG_TEXT ("privacy", "privacy", N_ ("Privacy")),
  [ETP_TOUCHPOINT_NOTE] = ETP_LONG_TEXT ("note", "note", N_ ("Note")),
};
ETP_DEFINE_TABLE (touchpoint, "touchpoint", ETP_N_TOUCHPOINT_FIELDS);
