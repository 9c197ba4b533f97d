/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of enumerated fields by number, in the order of their tables (etp-tables.h): what
 * etp_record_get_enum() returns. A word that is not known is -1. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of lane.kind; an unknown word (-1) is shown as text; the first is the default. */
typedef enum
{
  ETP_LANE_KIND_TOUCHPOINTS,
  ETP_LANE_KIND_EMOTION,
  ETP_LANE_KIND_ACTIONS,
  ETP_LANE_KIND_THOUGHTS,
  ETP_LANE_KIND_NEEDS,
  ETP_LANE_KIND_QUESTIONS,
  ETP_LANE_KIND_QUOTES,
  ETP_LANE_KIND_GAINS,
  ETP_LANE_KIND_PAINS,
  ETP_LANE_KIND_OPPORTUNITIES,
  ETP_LANE_KIND_IDEAS,
  ETP_LANE_KIND_MEASURES,
  ETP_LANE_KIND_IMAGES,
  ETP_LANE_KIND_CHANNELS,
  ETP_LANE_KIND_METRICS,
  ETP_LANE_KIND_MESSAGES,
  ETP_LANE_KIND_EVIDENCE,
  ETP_LANE_KIND_FRONTSTAGE,
  ETP_LANE_KIND_BACKSTAGE,
  ETP_LANE_KIND_SUPPORT,
  ETP_LANE_KIND_DEPARTMENTS,
  ETP_LANE_KIND_LINE,
  ETP_LANE_KIND_TEXT,
  ETP_N_LANE_KINDS
} EtpLaneKind;

/* Words of evidence of a persona, a card or an emotion; the first is the default. */
typedef enum
{
  ETP_EVIDENCE_ASSUMED,
  ETP_EVIDENCE_OBSERVED,
  ETP_EVIDENCE_MEASURED,
  ETP_N_EVIDENCES
} EtpEvidence;

/* Words of journey.state; the first is the default. */
typedef enum
{
  ETP_STATE_AS_IS,
  ETP_STATE_TO_BE,
  ETP_N_STATES
} EtpState;

/* Words of journey.status; the first is the default. */
typedef enum
{
  ETP_STATUS_DRAFT,
  ETP_STATUS_REVIEW,
  ETP_STATUS_APPROVED,
  ETP_STATUS_RETIRED,
  ETP_N_STATUSES
} EtpStatus;

/* Words of journey.arrangement; the first is the default. */
typedef enum
{
  ETP_ARRANGEMENT_STACKED,
  ETP_ARRANGEMENT_SIDE_BY_SIDE,
  ETP_N_ARRANGEMENTS
} EtpArrangement;

/* Words of persona.kind; the first is the default. */
typedef enum
{
  ETP_PERSONA_KIND_CONSUMER,
  ETP_PERSONA_KIND_BUSINESS,
  ETP_PERSONA_KIND_EMPLOYEE,
  ETP_PERSONA_KIND_OTHER,
  ETP_N_PERSONA_KINDS
} EtpPersonaKind;

/* Words of persona.relation; the first is the default. */
typedef enum
{
  ETP_RELATION_PROSPECT,
  ETP_RELATION_NEW,
  ETP_RELATION_REGULAR,
  ETP_RELATION_LOST,
  ETP_N_RELATIONS
} EtpRelation;

/* Words of channel.kind; the first is the default. */
typedef enum
{
  ETP_CHANNEL_KIND_ONLINE,
  ETP_CHANNEL_KIND_OFFLINE,
  ETP_N_CHANNEL_KINDS
} EtpChannelKind;

/* Words of system.kind; the first is the default. */
typedef enum
{
  ETP_SYSTEM_KIND_ERP,
  ETP_SYSTEM_KIND_CRM,
  ETP_SYSTEM_KIND_SHOP,
  ETP_SYSTEM_KIND_MARKETING,
  ETP_SYSTEM_KIND_SERVICE,
  ETP_SYSTEM_KIND_OTHER,
  ETP_N_SYSTEM_KINDS
} EtpSystemKind;

/* Words of source.kind; the first is the default. */
typedef enum
{
  ETP_SOURCE_KIND_SURVEY,
  ETP_SOURCE_KIND_INTERVIEW,
  ETP_SOURCE_KIND_OBSERVATION,
  ETP_SOURCE_KIND_ANALYTICS,
  ETP_SOURCE_KIND_CRM,
  ETP_SOURCE_KIND_ERP,
  ETP_SOURCE_KIND_WORKSHOP,
  ETP_SOURCE_KIND_OTHER,
  ETP_N_SOURCE_KINDS
} EtpSourceKind;

/* Words of touchpoint.contact; the first is the default. */
typedef enum
{
  ETP_CONTACT_DIRECT,
  ETP_CONTACT_INDIRECT,
  ETP_N_CONTACTS
} EtpContactKind;

/* Words of touchpoint.operator; the first is the default. */
typedef enum
{
  ETP_OPERATOR_OWN,
  ETP_OPERATOR_PARTNER,
  ETP_OPERATOR_INDEPENDENT,
  ETP_N_OPERATORS
} EtpOperator;

/* Words of touchpoint.presence; the first is the default. */
typedef enum
{
  ETP_PRESENCE_EXISTING,
  ETP_PRESENCE_PLANNED,
  ETP_PRESENCE_MISSING,
  ETP_N_PRESENCES
} EtpPresence;

/* Words of link.kind; the first is the default. */
typedef enum
{
  ETP_LINK_KIND_FLOW,
  ETP_LINK_KIND_HANDOFF,
  ETP_LINK_KIND_LOOP,
  ETP_LINK_KIND_ANSWERS,
  ETP_N_LINK_KINDS
} EtpLinkKind;

/* Words of link.continuity; the first is the default. */
typedef enum
{
  ETP_LINK_CONTINUITY_SEAMLESS,
  ETP_LINK_CONTINUITY_FRICTION,
  ETP_LINK_CONTINUITY_BROKEN,
  ETP_N_LINK_CONTINUITIES
} EtpLinkContinuity;

/* Words of measure.kind; the first is the default. */
typedef enum
{
  ETP_MEASURE_KIND_PROCESS,
  ETP_MEASURE_KIND_TECHNOLOGY,
  ETP_MEASURE_KIND_CONTENT,
  ETP_MEASURE_KIND_TRAINING,
  ETP_MEASURE_KIND_OTHER,
  ETP_N_MEASURE_KINDS
} EtpMeasureKind;

/* Words of measure.status; the first is the default. */
typedef enum
{
  ETP_MEASURE_STATUS_IDEA,
  ETP_MEASURE_STATUS_PLANNED,
  ETP_MEASURE_STATUS_DOING,
  ETP_MEASURE_STATUS_DONE,
  ETP_MEASURE_STATUS_DROPPED,
  ETP_N_MEASURE_STATUSES
} EtpMeasureStatus;

/* Words of measure.feasibility; the first is the default. */
typedef enum
{
  ETP_FEASIBILITY_EXISTING,
  ETP_FEASIBILITY_EXTEND,
  ETP_FEASIBILITY_BUY,
  ETP_N_FEASIBILITIES
} EtpFeasibility;

/* Words of metric.period; the first is the default. */
typedef enum
{
  ETP_PERIOD_DAY,
  ETP_PERIOD_WEEK,
  ETP_PERIOD_MONTH,
  ETP_PERIOD_QUARTER,
  ETP_PERIOD_YEAR,
  ETP_N_PERIODS
} EtpPeriod;

/* Words of metric.better; the first is the default. */
typedef enum
{
  ETP_BETTER_HIGHER,
  ETP_BETTER_LOWER,
  ETP_N_BETTERS
} EtpBetter;

G_END_DECLS
