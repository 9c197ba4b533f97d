/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-channels.h"
#include "etp-emotion.h"

/* The way of a path as a drawing, one piece a column, and as something that words keep off. */

#define OBSTACLE_TRACK 3.0 /* what covering a faint track costs */

guint
etp_channel_path_find_leg (const EtpChannelPath *self, double x)
{
  guint low = 0, high = self->legs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->legs, EtpLeg, middle).x1 < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A path in the making within x0 … x1: goes on from where it is, or starts anew. */
typedef struct
{
  EtpDraft *draft;
  double x0, x1; /* of the piece */
  double x, y;
  gboolean is_down;
} Pen;

static void
pen_go (Pen *self, double x, double y)
{
  if (!self->is_down || self->x != x || self->y != y)
    etp_draft_move_to (self->draft, x - self->x0, y);
  self->is_down = TRUE;
  self->x = x;
  self->y = y;
}

static void
pen_run (Pen *self, double from, double to, double y)
{
  from = MAX (from, self->x0);
  to = MIN (to, self->x1);
  if (from >= to)
    return;
  pen_go (self, from, y);
  etp_draft_line_to (self->draft, to - self->x0, y);
  self->x = to;
}

/* A switch belongs to the piece that holds its middle; on the border, to the left one. */
static void
pen_switch (Pen *self, const EtpLeg *leg)
{
  const double k = 0.5522847498;
  double x = leg->x_switch - self->x0, r = leg->radius, sign = leg->y1 > leg->y0 ? 1 : -1;
  double c = r * (1 - k);

  if (leg->x_switch <= self->x0 || leg->x_switch > self->x1)
    return;
  pen_go (self, leg->x_switch - r, leg->y0);
  etp_draft_curve_to (self->draft, x - c, leg->y0, x, leg->y0 + sign * c, x, leg->y0 + sign * r);
  etp_draft_line_to (self->draft, x, leg->y1 - sign * r);
  etp_draft_curve_to (self->draft, x, leg->y1 - sign * c, x + c, leg->y1, x + r, leg->y1);
  self->x = leg->x_switch + r;
  self->y = leg->y1;
}

void
etp_channel_path_trace (const EtpChannelPath *self, double x0, double x1, EtpDraft *draft)
{
  Pen pen = { .draft = draft, .x0 = x0, .x1 = x1 };

  for (guint i = etp_channel_path_find_leg (self, x0); i < self->legs->len; i++)
    {
      const EtpLeg *leg = &g_array_index (self->legs, EtpLeg, i);

      if (leg->x0 >= x1)
        break;
      if (leg->y0 == leg->y1)
        {
          pen_run (&pen, leg->x0, leg->x1, leg->y0);
          continue;
        }
      pen_run (&pen, leg->x0, leg->x_switch - leg->radius, leg->y0);
      pen_switch (&pen, leg);
      pen_run (&pen, leg->x_switch + leg->radius, leg->x1, leg->y1);
    }
}

static void
add_leg (EtpPlacer *placer, const EtpLeg *leg, double x0, double x1, double cost)
{
  gboolean switches = leg->y0 != leg->y1;
  double middle = switches ? leg->x_switch : leg->x1;
  double from = MAX (leg->x0, x0), to = MIN (middle, x1);

  if (from < to)
    etp_placer_add_segment (placer, from, leg->y0, to, leg->y0, cost);
  if (!switches)
    return;
  if (leg->x_switch >= x0 && leg->x_switch <= x1)
    etp_placer_add_segment (placer, leg->x_switch, leg->y0, leg->x_switch, leg->y1, cost);
  from = MAX (leg->x_switch, x0);
  to = MIN (leg->x1, x1);
  if (from < to)
    etp_placer_add_segment (placer, from, leg->y1, to, leg->y1, cost);
}

void
etp_channels_lane_add_obstacles (EtpMap *map,
                                 const EtpChannelsLane *self,
                                 guint column,
                                 EtpPlacer *placer)
{
  double r = ETP_CHANNELS_STOP_RADIUS, x0, x1, top, bottom;
  guint first, end;
  char number[24];

  etp_map_get_piece (map, &map->columns[column], &x0, &x1);
  for (guint i = 0; i < self->tracks->len; i++)
    {
      double y = g_array_index (self->tracks, EtpTrack, i).y;

      etp_placer_begin_line (placer);
      etp_placer_add_segment (placer, x0, y, x1, y, OBSTACLE_TRACK);
    }
  for (guint p = 0; p < self->paths->len; p++)
    {
      const EtpChannelPath *path = g_ptr_array_index (self->paths, p);

      etp_placer_begin_line (placer);
      for (guint i = etp_channel_path_find_leg (path, x0); i < path->legs->len; i++)
        {
          const EtpLeg *leg = &g_array_index (path->legs, EtpLeg, i);

          if (leg->x0 >= x1)
            break;
          add_leg (placer, leg, x0, x1, ETP_PLACER_LINE);
        }
    }
  etp_channels_lane_get_range (self, column, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const EtpChannelStep *step = &g_array_index (self->steps, EtpChannelStep, i);
      EtpRect at = etp_channels_lane_get_number (map, self, i, number, sizeof number);

      if (step->n == 0)
        continue;
      etp_channels_lane_get_extent (self, step, &top, &bottom);
      etp_placer_add_box (placer, (EtpRect){ step->x - r, top, 2 * r, bottom - top });
      if (at.width > 0)
        etp_placer_add_box (placer, at);
    }
}
