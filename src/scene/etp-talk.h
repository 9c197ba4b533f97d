/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way through a map that is presented: the whole map, then phase after phase, and within a
 * phase lane after lane. What a window that presents needs to know, without a display. */
#pragma once

#include "etp-scene.h"

G_BEGIN_DECLS

/* Where the talk is. phase 0: the whole map; else the number of a shown phase, from 1. lane 0: the
 * phase as a whole; else the number of a lane that holds something in it, from 1. */
typedef struct
{
  guint phase, lane;
} EtpTalkPlace;

typedef enum
{
  ETP_TALK_NEXT, /* the next phase */
  ETP_TALK_PREVIOUS,
  ETP_TALK_NEXT_STEP, /* the next lane of the phase, then the next phase */
  ETP_TALK_PREVIOUS_STEP,
  ETP_TALK_DOWN, /* the next lane of the phase */
  ETP_TALK_UP,
  ETP_TALK_FIRST, /* the whole map */
  ETP_TALK_LAST, /* the last phase */
} EtpTalkMove;

typedef struct _EtpTalk EtpTalk;

EtpTalk *etp_talk_new (EtpScene *scene);
void etp_talk_free (EtpTalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpTalk, etp_talk_free)

guint etp_talk_get_n_phases (EtpTalk *self);
guint etp_talk_get_n_lanes (EtpTalk *self, guint phase); /* of a phase from 1; 0 has none */
/* Borrowed, good for as long as the talk is. NULL for the whole map, and for a phase as a whole. */
const char *etp_talk_get_phase_id (EtpTalk *self, EtpTalkPlace place);
const char *etp_talk_get_phase_name (EtpTalk *self, EtpTalkPlace place); /* "Phase 2 Use" */
const char *etp_talk_get_lane_id (EtpTalk *self, EtpTalkPlace place);
const char *etp_talk_get_lane_name (EtpTalk *self, EtpTalkPlace place);

/* Where a move leads; the same place where there is nothing in that direction. */
EtpTalkPlace etp_talk_go (EtpTalk *self, EtpTalkPlace from, EtpTalkMove move);
/* The place of that phase and lane in another scene of the same journey; without the lane, the phase;
 * without the phase, the whole map. */
EtpTalkPlace etp_talk_find (EtpTalk *self, const char *phase_id, const char *lane_id);

/* What of the map is talked about, in map units. */
EtpRect etp_talk_get_lit (EtpTalk *self, EtpTalkPlace place);
/* How a window of this size (pixels) shows the place: pixels for a map unit, and the point of the
 * map in the window's upper left corner; it may lie outside of the map. */
void etp_talk_get_view (EtpTalk *self,
                        EtpTalkPlace place,
                        double width_px,
                        double height_px,
                        double *zoom,
                        double *x,
                        double *y);

G_END_DECLS
