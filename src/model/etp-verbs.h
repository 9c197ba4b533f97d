/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of verbs: everything that a person can do to a journey, by a name that menus, keys, the
 * palette, the command line and the tests share. Each is a function of an etp-edit-*.h header. */
#pragma once

#include "etp-node.h"

G_BEGIN_DECLS

/* The verbs that every list has: etp_verb_for_list (). */
typedef enum
{
  ETP_VERB_ACTION_ADD,
  ETP_VERB_ACTION_EDIT,
  ETP_VERB_ACTION_REMOVE,
  ETP_VERB_ACTION_MOVE,
  ETP_N_VERB_ACTIONS
} EtpVerbAction;

typedef enum
{
  ETP_VERB_FIRST_OF_LISTS, /* then ETP_N_VERB_ACTIONS for each list, in the lists' order */
  ETP_VERB_FIRST_SPECIAL = ETP_N_LISTS * ETP_N_VERB_ACTIONS,
  ETP_VERB_JOURNEY_EDIT = ETP_VERB_FIRST_SPECIAL,
  ETP_VERB_INSIGHTS_SET,
  ETP_VERB_PHASE_INSERT,
  ETP_VERB_LANE_INSERT,
  ETP_VERB_PHASE_DUPLICATE,
  ETP_VERB_LANE_DUPLICATE,
  ETP_VERB_PHASE_RENAME, /* from here on what etp_edit_set () is called for these fields */
  ETP_VERB_PHASE_RESIZE,
  ETP_VERB_PHASE_COLOR,
  ETP_VERB_PHASE_COLLAPSE,
  ETP_VERB_PHASE_EXPAND,
  ETP_VERB_PHASE_HIDE,
  ETP_VERB_PHASE_SHOW,
  ETP_VERB_LANE_RENAME,
  ETP_VERB_LANE_SET_KIND,
  ETP_VERB_LANE_RESIZE,
  ETP_VERB_LANE_COLOR,
  ETP_VERB_LANE_COLLAPSE,
  ETP_VERB_LANE_EXPAND,
  ETP_VERB_LANE_HIDE,
  ETP_VERB_LANE_SHOW, /* up to here */
  ETP_VERB_MAP_SHOW_ALL,
  ETP_VERB_MAP_FILL,
  ETP_VERB_CARD_PARK,
  ETP_VERB_CARD_ALIGN,
  ETP_VERB_CARD_CLUSTER,
  ETP_VERB_CARD_ADD_SEVERAL,
  ETP_VERB_CARD_DROP,
  ETP_VERB_CARD_COPY,
  ETP_VERB_CARD_GROUP,
  ETP_VERB_CARD_UNGROUP,
  ETP_VERB_CARD_EXTEND,
  ETP_VERB_CARD_DUPLICATE,
  ETP_VERB_CARD_VOTE,
  ETP_VERB_NOTE_ADD,
  ETP_VERB_VOTES_SET,
  ETP_VERB_VOTES_BEGIN,
  ETP_VERB_VOTES_CLOSE,
  ETP_VERB_LANE_SORT_BY_VOTES,
  ETP_VERB_CARD_ANSWER,
  ETP_VERB_EMOTION_SET_VALUE,
  ETP_VERB_EMOTION_SET_TARGET,
  ETP_VERB_EMOTION_SET_FEELING,
  ETP_VERB_EMOTION_RATE,
  ETP_VERB_EMOTION_REMOVE,
  ETP_VERB_STEP_ADD,
  ETP_VERB_LINK_CONNECT,
  ETP_VERB_LINK_TURN,
  ETP_VERB_MEASURE_ADD_FROM_CARDS,
  ETP_VERB_MEASURE_PLAN,
  ETP_VERB_MEASURE_RATE,
  ETP_VERB_MEASURE_MOVE_TO,
  ETP_VERB_RESULT_DUPLICATE,
  ETP_VERB_METRIC_RECORD,
  ETP_VERB_METRIC_FORGET,
  ETP_VERB_TOUCHPOINT_SET_USAGE,
  ETP_VERB_ASSET_IMPORT,
  ETP_VERB_SNAPSHOT_TAKE,
  ETP_VERB_SNAPSHOT_RESTORE,
  ETP_VERB_UNIT_MERGE, /* from here on etp_edit_merge () in the lists' order */
  ETP_VERB_SYSTEM_MERGE,
  ETP_VERB_SOURCE_MERGE,
  ETP_VERB_OFFER_MERGE,
  ETP_VERB_PERSONA_MERGE,
  ETP_VERB_CHANNEL_MERGE,
  ETP_VERB_TOUCHPOINT_MERGE, /* up to here */
  ETP_VERB_TAG_ADD,
  ETP_VERB_TAG_RENAME,
  ETP_VERB_TAG_MERGE,
  ETP_VERB_TAG_REMOVE,
  ETP_VERB_SEVERAL_EDIT,
  ETP_VERB_SEVERAL_REMOVE,
  ETP_N_VERBS
} EtpVerb;

typedef struct
{
  const char *name; /* "card.move" */
  const char *title; /* N_(): what undo is called, "Move Card" */
  EtpListKind list; /* what it acts on; ETP_N_LISTS: the journey, or anything */
} EtpVerbRow;

const EtpVerbRow *etp_verb_get_row (EtpVerb verb);
EtpVerb etp_verb_for_list (EtpListKind list, EtpVerbAction action);
int etp_verb_find (const char *name); /* an EtpVerb, or -1 */

G_END_DECLS
