/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the channels lane's network, laid out once for each build and read by its
 * cells. x is on the map, y in the lane. */
#pragma once

#include "etp-map.h"
#include "etp-placer.h"

G_BEGIN_DECLS

/* More ways side by side than this cannot be followed with the eye. */
#define ETP_CHANNELS_MAX_PATHS 6

typedef struct
{
  EtpNode *channel; /* borrowed */
  gboolean is_offline;
  double y;
} EtpTrack;

typedef struct
{
  const EtpPlace *place; /* borrowed */
  guint column; /* index into the map's columns */
  double x;
  guint first, n; /* its tracks, in EtpChannelsLane::stops; none for a step without channel */
  guint paths; /* bit mask of the paths that come by */
} EtpChannelStep;

/* From one stop to the next: along the old track, up or down at x_switch, along the new one. */
typedef struct
{
  guint from, to; /* steps */
  double x0, y0, x1, y1;
  double x_switch, radius; /* of the corners; unused where the track stays the same */
} EtpLeg;

typedef struct
{
  const char *persona; /* id; NULL: everybody's path */
  const char *name; /* of the persona; NULL: everybody's */
  EtpRgba color;
  gboolean faded;
  double shift; /* beside its fellows, in x and y */
  GArray *legs; /* EtpLeg */
} EtpChannelPath;

/* A hand-over that breaks or rubs, with words. */
typedef struct
{
  EtpNode *link; /* borrowed */
  gboolean is_broken;
  char *text;
  guint column; /* whose cell shows it */
  double x, y; /* of the sign */
  EtpRect label;
  gboolean has_leader; /* the words stand apart, below the tracks */
  double leader_y; /* where the thin line to them begins: below the leg */
} EtpHandover;

typedef struct
{
  GArray *tracks; /* EtpTrack, from top to bottom */
  GArray *steps; /* EtpChannelStep, from left to right */
  GArray *stops; /* guint: track numbers */
  GPtrArray *paths; /* EtpChannelPath */
  GPtrArray *handovers; /* EtpHandover */
  gboolean is_grouped; /* online and offline are both there */
  double height;
  guint64 stamp; /* of tracks and paths' looks */
} EtpChannelsLane;

#define ETP_CHANNELS_STOP_RADIUS 6.5
#define ETP_CHANNELS_SIGN_RADIUS 9.0
#define ETP_CHANNELS_LABEL_PADDING 6.0
#define ETP_CHANNELS_NAME_WIDTH 128.0 /* of a channel's name in the lane's head */
#define ETP_CHANNELS_CAPTION 18.0 /* height of "Online" and "Offline" */

EtpChannelsLane *etp_channels_lane_new (EtpMap *map, EtpRow *row);
void etp_channels_lane_free (EtpChannelsLane *self);
const EtpTrack *
etp_channels_lane_get_stop (const EtpChannelsLane *self, const EtpChannelStep *step, guint index);
/* Range of the steps that stand in a column. */
void
etp_channels_lane_get_range (const EtpChannelsLane *self, guint column, guint *first, guint *end);
/* Highest and lowest point of a step's stops. */
void etp_channels_lane_get_extent (const EtpChannelsLane *self,
                                   const EtpChannelStep *step,
                                   double *top,
                                   double *bottom);
/* Where a step's number stands; width 0 where steps are too close for numbers. */
EtpRect etp_channels_lane_get_number (
    EtpMap *map, const EtpChannelsLane *self, guint step, char *text, gsize size);
/* First leg of a path that reaches beyond x; its legs' number if there is none. */
guint etp_channel_path_find_leg (const EtpChannelPath *self, double x);
/* Adds the part of a path over x0 … x1 to the draft, whose origin is at x0. */
void etp_channel_path_trace (const EtpChannelPath *self, double x0, double x1, EtpDraft *draft);
/* Tells a placer what stands in a column: stops, numbers and paths. */
void etp_channels_lane_add_obstacles (EtpMap *map,
                                      const EtpChannelsLane *self,
                                      guint column,
                                      EtpPlacer *placer);
/* Finds the hand-overs and a place for their words; the lane grows if need be. */
void etp_channels_lane_add_handovers (EtpMap *map, EtpChannelsLane *self);

/* Names where the tracks and paths end, in the last column. */
void etp_channels_lane_add_end_names (EtpMap *map,
                                      const EtpChannelsLane *self,
                                      EtpColumn *column,
                                      EtpCellDraft *cell);
/* EtpLaneClass.build_head. */
double etp_channels_lane_build_head (EtpMap *map, EtpRow *row, EtpDraft *head, double y);

G_END_DECLS
