/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of every object and nested value, each row a member of the document, and the words of
 * the enumerated ones. The table of a list is etp_list_get_table(). */
#pragma once

#include "etp-record.h"

G_BEGIN_DECLS

extern const EtpTable etp_journey_table;
/* The objects of the root's lists. */
extern const EtpTable etp_unit_table;
extern const EtpTable etp_system_table;
extern const EtpTable etp_source_table;
extern const EtpTable etp_offer_table;
extern const EtpTable etp_persona_table;
extern const EtpTable etp_channel_table;
extern const EtpTable etp_touchpoint_table;
extern const EtpTable etp_phase_table;
extern const EtpTable etp_key_moment_table;
extern const EtpTable etp_lane_table;
extern const EtpTable etp_card_table;
extern const EtpTable etp_link_table;
extern const EtpTable etp_measure_table;
extern const EtpTable etp_metric_table;
extern const EtpTable etp_vote_round_table;
extern const EtpTable etp_snapshot_table;
extern const EtpTable etp_comment_table;
extern const EtpTable etp_asset_table;
/* Values nested in them. */
extern const EtpTable etp_review_table;
extern const EtpTable etp_contributor_table;
extern const EtpTable etp_data_period_table;
extern const EtpTable etp_brief_table;
extern const EtpTable etp_insight_table;
extern const EtpTable etp_emotion_scale_table;
extern const EtpTable etp_theme_table;
extern const EtpTable etp_trait_table;
extern const EtpTable etp_lifetime_table;
extern const EtpTable etp_section_table;
extern const EtpTable etp_usage_table;
extern const EtpTable etp_emotion_table;
extern const EtpTable etp_vote_table;
extern const EtpTable etp_customer_value_table;
extern const EtpTable etp_reading_table;

/* NULL-terminated, the default first; the numbers are in etp-enums.h. */
extern const char *const etp_lane_kind_words[];
extern const char *const etp_evidence_words[];
extern const char *const etp_state_words[];
extern const char *const etp_status_words[];
extern const char *const etp_arrangement_words[];
extern const char *const etp_persona_kind_words[];
extern const char *const etp_relation_words[];
extern const char *const etp_channel_kind_words[];
extern const char *const etp_system_kind_words[];
extern const char *const etp_source_kind_words[];
extern const char *const etp_contact_words[];
extern const char *const etp_operator_words[];
extern const char *const etp_presence_words[];
extern const char *const etp_link_kind_words[];
extern const char *const etp_link_continuity_words[];
extern const char *const etp_measure_kind_words[];
extern const char *const etp_measure_status_words[];
extern const char *const etp_feasibility_words[];
extern const char *const etp_period_words[];
extern const char *const etp_better_words[];

G_END_DECLS
