/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-types.h"

#include "etp-change.h"
#include "etp-fields.h"
#include "etp-node-private.h"
#include "etp-tables.h"

/* The classes of the root's lists: each is EtpNode, its table and its slots. */

#define DEFINE_NODE(Name, id, LIST, n_fields)                                                      \
  struct _##Name                                                                                   \
  {                                                                                                \
    EtpNode parent_instance;                                                                       \
    EtpSlot slots[n_fields];                                                                       \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (Name, id, ETP_TYPE_NODE)                                                    \
  static void id##_class_init (Name##Class *klass)                                                 \
  {                                                                                                \
    etp_node_class_install (ETP_NODE_CLASS (klass), &id##_table, LIST);                            \
  }                                                                                                \
  static void id##_init (Name *self)                                                               \
  {                                                                                                \
    etp_node_bind (ETP_NODE (self), self->slots);                                                  \
  }

DEFINE_NODE (EtpUnit, etp_unit, ETP_LIST_UNITS, ETP_N_UNIT_FIELDS)
DEFINE_NODE (EtpSystem, etp_system, ETP_LIST_SYSTEMS, ETP_N_SYSTEM_FIELDS)
DEFINE_NODE (EtpSource, etp_source, ETP_LIST_SOURCES, ETP_N_SOURCE_FIELDS)
DEFINE_NODE (EtpOffer, etp_offer, ETP_LIST_OFFERS, ETP_N_OFFER_FIELDS)
DEFINE_NODE (EtpPersona, etp_persona, ETP_LIST_PERSONAS, ETP_N_PERSONA_FIELDS)
DEFINE_NODE (EtpChannel, etp_channel, ETP_LIST_CHANNELS, ETP_N_CHANNEL_FIELDS)
DEFINE_NODE (EtpTouchpoint, etp_touchpoint, ETP_LIST_TOUCHPOINTS, ETP_N_TOUCHPOINT_FIELDS)
DEFINE_NODE (EtpPhase, etp_phase, ETP_LIST_PHASES, ETP_N_PHASE_FIELDS)
DEFINE_NODE (EtpKeyMoment, etp_key_moment, ETP_LIST_KEY_MOMENTS, ETP_N_KEY_MOMENT_FIELDS)
DEFINE_NODE (EtpLane, etp_lane, ETP_LIST_LANES, ETP_N_LANE_FIELDS)
DEFINE_NODE (EtpCard, etp_card, ETP_LIST_CARDS, ETP_N_CARD_FIELDS)
DEFINE_NODE (EtpLink, etp_link, ETP_LIST_LINKS, ETP_N_LINK_FIELDS)
DEFINE_NODE (EtpMeasure, etp_measure, ETP_LIST_MEASURES, ETP_N_MEASURE_FIELDS)
DEFINE_NODE (EtpMetric, etp_metric, ETP_LIST_METRICS, ETP_N_METRIC_FIELDS)
DEFINE_NODE (EtpVoteRound, etp_vote_round, ETP_LIST_VOTE_ROUNDS, ETP_N_VOTE_ROUND_FIELDS)
DEFINE_NODE (EtpSnapshot, etp_snapshot, ETP_LIST_SNAPSHOTS, ETP_N_SNAPSHOT_FIELDS)
DEFINE_NODE (EtpComment, etp_comment, ETP_LIST_COMMENTS, ETP_N_COMMENT_FIELDS)
DEFINE_NODE (EtpAsset, etp_asset, ETP_LIST_ASSETS, ETP_N_ASSET_FIELDS)

typedef struct
{
  const char *member;
  const EtpTable *table;
  GType (*get_type) (void);
} ListRow;

static const ListRow lists[ETP_N_LISTS] = {
  [ETP_LIST_UNITS] = { "units", &etp_unit_table, etp_unit_get_type },
  [ETP_LIST_SYSTEMS] = { "systems", &etp_system_table, etp_system_get_type },
  [ETP_LIST_SOURCES] = { "sources", &etp_source_table, etp_source_get_type },
  [ETP_LIST_OFFERS] = { "offers", &etp_offer_table, etp_offer_get_type },
  [ETP_LIST_PERSONAS] = { "personas", &etp_persona_table, etp_persona_get_type },
  [ETP_LIST_CHANNELS] = { "channels", &etp_channel_table, etp_channel_get_type },
  [ETP_LIST_TOUCHPOINTS] = { "touchpoints", &etp_touchpoint_table, etp_touchpoint_get_type },
  [ETP_LIST_PHASES] = { "phases", &etp_phase_table, etp_phase_get_type },
  [ETP_LIST_KEY_MOMENTS] = { "keyMoments", &etp_key_moment_table, etp_key_moment_get_type },
  [ETP_LIST_LANES] = { "lanes", &etp_lane_table, etp_lane_get_type },
  [ETP_LIST_CARDS] = { "cards", &etp_card_table, etp_card_get_type },
  [ETP_LIST_LINKS] = { "links", &etp_link_table, etp_link_get_type },
  [ETP_LIST_MEASURES] = { "measures", &etp_measure_table, etp_measure_get_type },
  [ETP_LIST_METRICS] = { "metrics", &etp_metric_table, etp_metric_get_type },
  [ETP_LIST_VOTE_ROUNDS] = { "voteRounds", &etp_vote_round_table, etp_vote_round_get_type },
  [ETP_LIST_SNAPSHOTS] = { "snapshots", &etp_snapshot_table, etp_snapshot_get_type },
  [ETP_LIST_COMMENTS] = { "comments", &etp_comment_table, etp_comment_get_type },
  [ETP_LIST_ASSETS] = { "assets", &etp_asset_table, etp_asset_get_type },
};

const EtpTable *
etp_list_get_table (EtpListKind list)
{
  g_return_val_if_fail ((guint) list < ETP_N_LISTS, NULL);
  return lists[list].table;
}

const char *
etp_list_get_member (EtpListKind list)
{
  g_return_val_if_fail ((guint) list < ETP_N_LISTS, NULL);
  return lists[list].member;
}

GType
etp_list_get_type (EtpListKind list)
{
  g_return_val_if_fail ((guint) list < ETP_N_LISTS, G_TYPE_INVALID);
  return lists[list].get_type ();
}
