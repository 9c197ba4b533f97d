/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-emotion.h"

#include <math.h>

#include "model/etp-edit-emotion.h"

/* What the state that the journey is compared with says about its curves. */

#define NAME_LEAST 0.25 /* levels: where lines are closer, a name would not say whose it is */

double
etp_emotion_read_ghost (EtpMap *map, EtpNode *card, const char *persona)
{
  EtpJourney *ghost = map->options->ghost;
  EtpNode *old = ghost != NULL ? etp_journey_get_node (ghost, etp_node_get_id (card)) : NULL;
  EtpValue *emotion = NULL;
  double level;

  if (old != NULL && etp_node_get_list (old) == ETP_LIST_CARDS)
    emotion = etp_card_get_emotion (old, persona);
  level = emotion != NULL ? etp_emotion_get_level (emotion) : (double) NAN;
  return isnan (level) ? level : CLAMP (level, -2, 2);
}

void
etp_emotion_name_ghost (EtpEmotionLane *lane)
{
  EtpEmotionCurve *named = NULL;
  double most = NAME_LEAST;

  for (guint i = 0; i < lane->curves->len; i++)
    {
      EtpEmotionCurve *curve = g_ptr_array_index (lane->curves, i);

      for (guint k = 0; k < curve->points->len && !curve->faded; k++)
        {
          const EtpEmotionPoint *point = &g_array_index (curve->points, EtpEmotionPoint, k);
          double distance = fabs (point->ghost - point->value);

          if (isnan (distance) || distance <= most)
            continue;
          most = distance;
          if (named != NULL)
            named->ghost_point = G_MAXUINT;
          named = curve;
          named->ghost_point = k;
        }
    }
}
