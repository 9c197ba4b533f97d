/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The types of the objects in the root's lists: EtpNode with a table each, and no more. */
#pragma once

#include "etp-node.h"

G_BEGIN_DECLS

#define ETP_TYPE_UNIT (etp_unit_get_type ())
G_DECLARE_FINAL_TYPE (EtpUnit, etp_unit, ETP, UNIT, EtpNode)
#define ETP_TYPE_SYSTEM (etp_system_get_type ())
G_DECLARE_FINAL_TYPE (EtpSystem, etp_system, ETP, SYSTEM, EtpNode)
#define ETP_TYPE_SOURCE (etp_source_get_type ())
G_DECLARE_FINAL_TYPE (EtpSource, etp_source, ETP, SOURCE, EtpNode)
#define ETP_TYPE_OFFER (etp_offer_get_type ())
G_DECLARE_FINAL_TYPE (EtpOffer, etp_offer, ETP, OFFER, EtpNode)
#define ETP_TYPE_PERSONA (etp_persona_get_type ())
G_DECLARE_FINAL_TYPE (EtpPersona, etp_persona, ETP, PERSONA, EtpNode)
#define ETP_TYPE_CHANNEL (etp_channel_get_type ())
G_DECLARE_FINAL_TYPE (EtpChannel, etp_channel, ETP, CHANNEL, EtpNode)
#define ETP_TYPE_TOUCHPOINT (etp_touchpoint_get_type ())
G_DECLARE_FINAL_TYPE (EtpTouchpoint, etp_touchpoint, ETP, TOUCHPOINT, EtpNode)
#define ETP_TYPE_PHASE (etp_phase_get_type ())
G_DECLARE_FINAL_TYPE (EtpPhase, etp_phase, ETP, PHASE, EtpNode)
#define ETP_TYPE_KEY_MOMENT (etp_key_moment_get_type ())
G_DECLARE_FINAL_TYPE (EtpKeyMoment, etp_key_moment, ETP, KEY_MOMENT, EtpNode)
#define ETP_TYPE_LANE (etp_lane_get_type ())
G_DECLARE_FINAL_TYPE (EtpLane, etp_lane, ETP, LANE, EtpNode)
#define ETP_TYPE_CARD (etp_card_get_type ())
G_DECLARE_FINAL_TYPE (EtpCard, etp_card, ETP, CARD, EtpNode)
#define ETP_TYPE_LINK (etp_link_get_type ())
G_DECLARE_FINAL_TYPE (EtpLink, etp_link, ETP, LINK, EtpNode)
#define ETP_TYPE_MEASURE (etp_measure_get_type ())
G_DECLARE_FINAL_TYPE (EtpMeasure, etp_measure, ETP, MEASURE, EtpNode)
#define ETP_TYPE_METRIC (etp_metric_get_type ())
G_DECLARE_FINAL_TYPE (EtpMetric, etp_metric, ETP, METRIC, EtpNode)
#define ETP_TYPE_VOTE_ROUND (etp_vote_round_get_type ())
/* Its cast is ETP_VOTING (): ETP_VOTE_ROUND is the field "round" of a vote. */
G_DECLARE_FINAL_TYPE (EtpVoteRound, etp_vote_round, ETP, VOTING, EtpNode)
#define ETP_TYPE_SNAPSHOT (etp_snapshot_get_type ())
G_DECLARE_FINAL_TYPE (EtpSnapshot, etp_snapshot, ETP, SNAPSHOT, EtpNode)
#define ETP_TYPE_COMMENT (etp_comment_get_type ())
G_DECLARE_FINAL_TYPE (EtpComment, etp_comment, ETP, COMMENT, EtpNode)
#define ETP_TYPE_ASSET (etp_asset_get_type ())
G_DECLARE_FINAL_TYPE (EtpAsset, etp_asset, ETP, ASSET, EtpNode)

G_END_DECLS
