/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-placer.h"

#include <math.h>

/* A column holds at most a few dozen boxes and some hundred short segments, so every candidate is
 * simply held against all of them. */

#define HALF_LINE 2.0 /* segments are the middles of lines about this wide to each side */

typedef struct
{
  double x0, y0, x1, y1; /* x0 <= x1 */
  double cost;
  guint line;
} Segment;

void
etp_placer_init (EtpPlacer *self, EtpRect area, double clearance)
{
  self->area = area;
  self->clearance = clearance;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (EtpRect));
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self->line = 1;
}

void
etp_placer_clear (EtpPlacer *self)
{
  g_clear_pointer (&self->boxes, g_array_unref);
  g_clear_pointer (&self->segments, g_array_unref);
}

void
etp_placer_add_box (EtpPlacer *self, EtpRect box)
{
  g_array_append_val (self->boxes, box);
}

void
etp_placer_begin_line (EtpPlacer *self)
{
  self->line++;
}

void
etp_placer_add_segment (EtpPlacer *self, double x0, double y0, double x1, double y1, double cost)
{
  Segment segment = { x0, y0, x1, y1, cost, self->line };

  if (x0 > x1)
    segment = (Segment){ x1, y1, x0, y0, cost, self->line };
  g_array_append_val (self->segments, segment);
}

/* Narrows the part of a segment, as parameters, to where start + t * delta lies in low … high. */
static gboolean
clip (double start, double delta, double low, double high, double *t0, double *t1)
{
  double a, b;

  if (fabs (delta) < 1e-9)
    return start >= low && start <= high;

  a = (low - start) / delta;
  b = (high - start) / delta;
  *t0 = MAX (*t0, MIN (a, b));
  *t1 = MIN (*t1, MAX (a, b));
  return *t0 <= *t1;
}

static gboolean
segment_meets (const Segment *segment, const EtpRect *rect)
{
  double t0 = 0, t1 = 1;

  if (segment->x1 < rect->x || segment->x0 > rect->x + rect->width)
    return FALSE;
  return clip (segment->x0, segment->x1 - segment->x0, rect->x, rect->x + rect->width, &t0, &t1)
         && clip (segment->y0, segment->y1 - segment->y0, rect->y, rect->y + rect->height, &t0,
                  &t1);
}

static double
get_cost (EtpPlacer *self, EtpRect label, double cost, double limit)
{
  double room = self->clearance;
  EtpRect rect = { label.x - room, label.y - room, label.width + 2 * room,
                   label.height + 2 * room };
  double wide = room + HALF_LINE;
  EtpRect around = { label.x - wide, label.y - wide, label.width + 2 * wide,
                     label.height + 2 * wide };
  guint counted = 0; /* line */

  for (guint i = 0; i < self->boxes->len && cost < limit; i++)
    {
      const EtpRect *box = &g_array_index (self->boxes, EtpRect, i);

      if (box->x < rect.x + rect.width && rect.x < box->x + box->width
          && box->y < rect.y + rect.height && rect.y < box->y + box->height)
        cost += ETP_PLACER_BOX;
    }
  for (guint i = 0; i < self->segments->len && cost < limit; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);

      if (segment->line == counted || !segment_meets (segment, &around))
        continue;
      cost += segment->cost;
      counted = segment->line;
    }
  return cost;
}

double
etp_placer_choose (EtpPlacer *self,
                   double width,
                   double height,
                   const EtpCandidate *candidates,
                   guint n,
                   EtpRect *label)
{
  double right = self->area.x + self->area.width - width;
  double bottom = self->area.y + self->area.height - height;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      double x = candidates[i].x - width / 2, y = candidates[i].y - height / 2;
      EtpRect rect = { MAX (MIN (x, right), self->area.x), MAX (MIN (y, bottom), self->area.y),
                       width, height };
      double moved = fabs (rect.x - x) * 0.2 + fabs (rect.y - y);
      double cost = get_cost (self, rect, candidates[i].cost + moved, best);

      if (cost < best)
        {
          best = cost;
          *label = rect;
        }
    }
  return best;
}
