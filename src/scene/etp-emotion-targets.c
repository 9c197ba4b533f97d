/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include <math.h>

#include "etp-emotion-spot.h"
#include "etp-emotion.h"
#include "model/etp-curve-text.h"

/* The points of the to-be curve: only there while it is edited, because on the map itself dots say
 * all. Hollow and dotted, a little smaller than those of the curve. */

#define REACH 12.0 /* half the bounds, as of any point */
#define SHRINK 1.5
#define RING 2.0

static guint64
get_stamp (EtpMap *map,
           const EtpEmotionLane *lane,
           const EtpEmotionCurve *curve,
           const EtpEmotionPoint *point)
{
  guint64 stamp = etp_stamp_mix (map->stamp, curve->stamp);

  stamp = etp_stamp_mix (stamp, lane->curves->len > 1); /* whether it says whose it is */
  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (point->place->card));
  stamp = etp_stamp_number (stamp, point->target);
  return etp_stamp_mix (stamp, (guint64) point->place->step_phase << 32 | point->place->step_index);
}

static void
name_target (EtpMap *map,
             const EtpEmotionLane *lane,
             const EtpEmotionCurve *curve,
             const EtpEmotionPoint *point,
             const char *sub,
             EtpDraft *draft)
{
  const char *title = etp_node_get_text (point->place->card, ETP_CARD_TITLE);
  g_autofree char *value = etp_emotion_format (point->target, map->language);
  g_autofree char *name = g_strdup_printf (
      "%s %s", etp_words_get (map->language, ETP_WORD_STATE_TO_BE),
      title[0] != '\0' ? title : etp_words_get (map->language, ETP_WORD_STEP));
  g_autofree char *note = lane->curves->len > 1 ? g_strdup_printf ("%s: %s", curve->name, value)
                                                : g_strdup (value);

  etp_draft_set_node (draft, etp_node_get_id (point->place->card), ETP_CARD_EMOTIONS, sub);
  etp_draft_set_place (draft, ETP_LAYER_FRONT, ETP_PIN_NONE,
                       ETP_CAN_FOCUS | ETP_CAN_EDIT | ETP_CAN_MOVE);
  etp_draft_set_name (draft, name);
  etp_draft_set_note (draft, note);
}

static void
add_target (EtpMap *map,
            const EtpEmotionLane *lane,
            const EtpColumn *column,
            const EtpEmotionCurve *curve,
            const EtpEmotionPoint *point,
            EtpCellDraft *cell)
{
  const char *id = etp_node_get_id (point->place->card);
  g_autofree char *sub = etp_emotion_dup_target_sub (curve->id);
  const guint64 stamp = get_stamp (map, lane, curve, point);
  const double r = map->metrics->point_radius - SHRINK;
  EtpItem *item = etp_cell_draft_reuse (cell, ETP_ITEM_POINT, id, sub, stamp);

  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_POINT, map->style, map->measurer);

      name_target (map, lane, curve, point, sub, draft);
      etp_draft_circle (draft, REACH, REACH, r, etp_style_get_color (map->style, ETP_COLOR_CARD), 0,
                        0);
      etp_draft_circle (draft, REACH, REACH, r, 0, curve->color, RING);
      etp_draft_circle (draft, REACH, REACH, RING, curve->color, 0, 0);
      item = etp_draft_finish (draft, 2 * REACH, 2 * REACH, stamp);
    }
  etp_cell_draft_add (cell, item, point->x - column->x - REACH,
                      etp_curve_value_to_y (point->target, lane->height) - REACH);
}

void
etp_emotion_build_targets (EtpMap *map,
                           const EtpEmotionLane *lane,
                           const EtpColumn *column,
                           EtpCellDraft *cell)
{
  for (guint i = lane->curves->len; i-- > 0;)
    {
      const EtpEmotionCurve *curve = g_ptr_array_index (lane->curves, i);
      double last = -G_MAXDOUBLE;
      guint first, end;

      if (curve->faded)
        continue;
      etp_emotion_curve_get_range (curve, (guint) (column - map->columns), &first, &end);
      for (; first < end; first++)
        {
          const EtpEmotionPoint *point = &g_array_index (curve->points, EtpEmotionPoint, first);

          if (point->place == NULL || isnan (point->target)
              || point->x - last < ETP_EMOTION_CROWD * map->metrics->point_radius)
            continue;
          add_target (map, lane, column, curve, point, cell);
          last = point->x;
        }
    }
}
