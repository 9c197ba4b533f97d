/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the emotion lane's curves, made once for each build and read by its cells. */
#pragma once

#include "etp-curve.h"
#include "etp-map.h"

G_BEGIN_DECLS

/* More curves than anybody can tell apart are not drawn; the focused persona's always is. */
#define ETP_EMOTION_MAX_CURVES 12
/* Steps closer than this many radii of a point are thinned out. */
#define ETP_EMOTION_CROWD 2.2

/* What one step says about one persona. */
typedef struct
{
  const EtpPlace *place; /* borrowed; NULL: the mean of a collapsed phase, without a sign */
  EtpValue *emotion; /* borrowed */
  double x; /* on the map */
  double value, target; /* −2 … +2, NAN if absent */
  double ghost; /* the value of the state that it is compared with, NAN if absent */
  double low, high; /* spread of the ratings, NAN if there are fewer than two */
  guint column; /* index into the map's columns */
  guint8 evidence; /* EtpEvidence */
  guint8 turn; /* EtpTurn of the as-is curve */
  guint8 shown; /* has a sign of its own: not thinned out */
} EtpEmotionPoint;

/* A line through points: as it is, as it shall be or as it was. */
typedef struct
{
  EtpCurvePoint *knots; /* map x, y in the lane */
  double *slopes;
  guint8 *broken; /* no line between this knot and the next */
  guint n;
} EtpEmotionLine;

typedef struct
{
  const char *id; /* of the persona, as the steps name it; borrowed */
  EtpNode *persona; /* NULL: unknown or none */
  const char *name;
  EtpRgba color;
  guint shape; /* 0 circle, 1 square, 2 diamond, 3 triangle */
  gboolean faded; /* another persona has the focus */
  GArray *points; /* EtpEmotionPoint, from left to right */
  EtpEmotionLine as_is, to_be, ghost;
  guint ghost_point; /* where the earlier state's name stands, of points; G_MAXUINT: nowhere */
  guint64 stamp; /* of look and name */
} EtpEmotionCurve;

typedef struct
{
  GPtrArray *curves; /* EtpEmotionCurve; the strongest first */
  double height;
  guint64 stamp;
} EtpEmotionLane;

EtpEmotionLane *etp_emotion_lane_new (EtpMap *map, EtpRow *row);
void etp_emotion_lane_free (EtpEmotionLane *self);
/* What the state that is compared with says of a persona at a step: −2 … +2; NAN: nothing. */
double etp_emotion_read_ghost (EtpMap *map, EtpNode *card, const char *persona);
/* That state has one name for all curves: it stands where one of them has changed most, for there
 * today's curve and what is written at its points are far away. */
void etp_emotion_name_ghost (EtpEmotionLane *lane);
/* Range of the points that stand in a column. */
void
etp_emotion_curve_get_range (const EtpEmotionCurve *self, guint column, guint *first, guint *end);
/* The band of a room's ratings, x on the map; for a point that has one. */
EtpRect etp_emotion_point_get_spread (const EtpEmotionPoint *self, double height);
/* A column's piece of every curve: the column and half of the gap at both sides. */
void etp_map_get_piece (EtpMap *map, const EtpColumn *column, double *x0, double *x1);
/* etp-emotion-line.c */
typedef enum
{
  ETP_EMOTION_AS_IS,
  ETP_EMOTION_TO_BE,
  ETP_EMOTION_GHOST,
} EtpEmotionLineKind;

/* The mean of what the points say of that line, NAN if none says anything. */
double
etp_emotion_points_get_mean (const EtpEmotionPoint *points, guint n, EtpEmotionLineKind kind);
/* Lays an empty line through the points (EtpEmotionPoint, from left to right) of a lane. */
void etp_emotion_line_make (EtpEmotionLine *self,
                            GArray *points,
                            double height,
                            EtpEmotionLineKind kind);
void etp_emotion_line_clear (EtpEmotionLine *self);
/* Strokes the part of a line over x0 … x1 (map units) into the draft, whose origin is at x0. */
void etp_emotion_line_trace (const EtpEmotionLine *self, double x0, double x1, EtpDraft *draft);
/* Adds the points of a column with numbers, feelings and stars, each an item, and the names at
 * the ends of the curves. */
void etp_emotion_build_points (EtpMap *map,
                               const EtpEmotionLane *lane,
                               const EtpColumn *column,
                               EtpCellDraft *cell);
/* Adds the points of the to-be curves that are not faint, in the column: what one takes hold of. */
void etp_emotion_build_targets (EtpMap *map,
                                const EtpEmotionLane *lane,
                                const EtpColumn *column,
                                EtpCellDraft *cell);

G_END_DECLS
