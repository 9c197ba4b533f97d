/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on phases and lanes beyond those that every object has (etp-edit-node.h): there one moves,
 * renames, colours and removes them. New nodes are returned borrowed. */
#pragma once

#include "etp-fields.h"
#include "etp-journey.h"

G_BEGIN_DECLS

/* The fields that phases and lanes have in common, for what is done to both alike. */
typedef enum
{
  ETP_MAP_FIELD_NAME,
  ETP_MAP_FIELD_COLOR,
  ETP_MAP_FIELD_SIZE, /* width or height */
  ETP_MAP_FIELD_COLLAPSED,
  ETP_MAP_FIELD_HIDDEN,
  ETP_N_MAP_FIELDS
} EtpMapField;

/* The field in the table of ETP_LIST_PHASES or ETP_LIST_LANES. */
guint etp_map_field_get (EtpListKind list, EtpMapField field);

/* position: index in the list, G_MAXUINT for the end; before a phase: its index, after: + 1. */
EtpNode *
etp_edit_insert_phase (EtpJourney *journey, guint position, const char *name, GError **error);
/* name NULL or "": a lane is named by its kind. */
EtpNode *etp_edit_insert_lane (
    EtpJourney *journey, guint position, EtpLaneKind kind, const char *name, GError **error);

/* TRUE if lanes of this kind (an EtpLaneKind; -1, unknown, is shown as text) show cards. */
gboolean etp_lane_kind_shows_cards (int kind);
/* TRUE if cards that lie in them can be seen: of lanes of measures and metrics, too, which are made for
 * something else and which nobody is led to with a card. */
gboolean etp_lane_kind_takes_cards (int kind);

/* TRUE if a lane may be changed to a kind (etp_edit_set () of its kind) without hiding what lies in
 * it: a lane with cards to one that shows cards, an empty one to any. */
gboolean etp_lane_may_become (EtpJourney *journey, EtpNode *lane, EtpLaneKind kind);

/* A copy of a phase or lane behind it, with copies of its cards (without their votes). */
EtpNode *etp_edit_duplicate_phase (EtpJourney *journey, EtpNode *phase, GError **error);
EtpNode *etp_edit_duplicate_lane (EtpJourney *journey, EtpNode *lane, GError **error);

/* No phase and no lane is hidden any more. */
gboolean etp_edit_show_all (EtpJourney *journey, GError **error);

G_END_DECLS
