/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies where in the emotion lane, for those who let people draw on it: the point that an item
 * stands for, and the step or gap between steps at a place of the map. */
#pragma once

#include "etp-scene.h"

G_BEGIN_DECLS

/* A point of a curve by its item. */
typedef struct
{
  EtpNode *card; /* borrowed */
  EtpNode *persona; /* borrowed; NULL: of nobody in particular */
  const char *persona_id; /* borrowed; "" with it */
  gboolean is_target; /* of the to-be curve */
} EtpEmotionHandle;

/* FALSE: the item is no point, or one of a persona that is not there. */
gboolean
etp_emotion_get_handle (const EtpItem *item, EtpJourney *journey, EtpEmotionHandle *handle);
/* What an item of the to-be curve of a persona has as its sub. */
char *etp_emotion_dup_target_sub (const char *persona_id);

/* A place in the emotion lane. Nodes are borrowed and good until the next commit. */
typedef struct
{
  EtpNode *lane; /* the emotion lane */
  EtpNode *phase;
  EtpRect rect; /* of the lane's content in that column, on the map: what values are measured by */
  double value; /* −2 … +2 in steps of 0.1, at y; 0 on the prompt */
  gboolean is_on_prompt; /* the question of a lane without curves: its height tells no feeling */
  /* The step that is nearest, and where it is; NULL: the phase has none. */
  EtpNode *step;
  double step_x;
  /* The gap between steps: where one that is put here comes to lie. */
  EtpNode *step_lane; /* a touchpoints lane; NULL: the map shows none */
  guint index; /* among the phase's steps in all lanes, the moved one not counted */
  guint number; /* the step's number in the phase then, 1-based */
  double gap_x; /* on the map */
} EtpEmotionSpot;

/* The place at (x, y) of the map; FALSE outside of any column of an open emotion lane. moved: a step
 * that is about to leave its place, or NULL. lane (or NULL): the emotion lane to look at, however
 * far y is from it. Cost: the steps of one phase. */
gboolean etp_emotion_find_spot (EtpScene *scene,
                                EtpJourney *journey,
                                EtpNode *lane,
                                double x,
                                double y,
                                EtpNode *moved,
                                EtpEmotionSpot *spot);

G_END_DECLS
