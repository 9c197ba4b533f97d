/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the signs of one column of the emotion lane and where their labels stand. */
#pragma once

#include "etp-emotion.h"
#include "etp-placer.h"

G_BEGIN_DECLS

#define ETP_EMOTION_PILL_PADDING 10.0 /* at the sides of what a pill says */
/* Of a pill with a feeling of one line: 22, more where texts are larger. */
double etp_signs_get_pill_height (EtpMap *map);

typedef struct
{
  const EtpEmotionCurve *curve;
  const EtpEmotionPoint *point;
  double x, y; /* in the cell */
  double top, bottom; /* of the point, with the spread of its ratings */
  char number[24];
  gboolean is_starred;
  gboolean is_backed; /* the number stands on something and needs a ground of its own */
  EtpRect star_at, number_at, pill_at; /* width 0: none */
} EtpEmotionSign;

typedef struct
{
  EtpMap *map;
  const EtpEmotionLane *lane;
  const EtpColumn *column;
  EtpPlacer placer;
  GArray *signs; /* EtpEmotionSign */
  EtpRect names[ETP_EMOTION_MAX_CURVES]; /* at the ends of the curves; width 0: none */
} EtpEmotionBoard;

/* The column's shown points with their labels placed; the strongest curve's come first. */
void etp_emotion_board_init (EtpEmotionBoard *self,
                             EtpMap *map,
                             const EtpEmotionLane *lane,
                             const EtpColumn *column);
void etp_emotion_board_clear (EtpEmotionBoard *self);

G_END_DECLS
