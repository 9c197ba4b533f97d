/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-private.h"
#include "etp-stack.h"

/* Which file draws which kind of lane, what a lane is called, and where its steps stand. */

static const EtpLaneClass *const classes[ETP_N_LANE_KINDS] = {
  [ETP_LANE_KIND_TOUCHPOINTS] = &etp_lane_touchpoints,
  [ETP_LANE_KIND_EMOTION] = &etp_lane_emotion,
  [ETP_LANE_KIND_MEASURES] = &etp_lane_measures,
  [ETP_LANE_KIND_IMAGES] = &etp_lane_images,
  [ETP_LANE_KIND_CHANNELS] = &etp_lane_channels,
  [ETP_LANE_KIND_METRICS] = &etp_lane_metrics,
  [ETP_LANE_KIND_LINE] = &etp_lane_line,
};

const EtpLaneClass *
etp_lane_class_get (EtpLaneKind kind)
{
  if (kind >= ETP_N_LANE_KINDS || classes[kind] == NULL)
    return &etp_lane_notes;
  return classes[kind];
}

/* Lines of a blueprint without a name are what they are by their order. */
static const char *
get_line_name (EtpMap *map, const EtpRow *row)
{
  guint n = 0;

  for (const EtpRow *before = map->rows; before < row; before++)
    n += before->kind == ETP_LANE_KIND_LINE;
  return etp_words_get (map->language, (EtpWord) (ETP_WORD_LINE_OF_INTERACTION + MIN (n, 2)));
}

const char *
etp_map_get_lane_name (EtpMap *map, const EtpRow *row)
{
  const char *name = etp_node_get_text (row->lane, ETP_LANE_NAME);

  if (name[0] != '\0')
    return name;
  if (row->kind == ETP_LANE_KIND_LINE)
    return get_line_name (map, row);
  return etp_words_get_lane_kind (map->language, (int) row->kind);
}

double
etp_map_get_step_x (EtpMap *map, const EtpColumn *column, const EtpPlace *step)
{
  guint n = 0;

  etp_outline_get_phase_steps (map->outline, column->index, &n);
  if (n == 0 || step->step_index == 0)
    return column->width / 2;
  if (map->side_by_side && !column->collapsed)
    {
      EtpStepSlot slot = etp_map_get_step_slot (map, column, step->step_index);

      return slot.x + slot.width / 2;
    }
  return column->width * (step->step_index - 0.5) / n;
}
