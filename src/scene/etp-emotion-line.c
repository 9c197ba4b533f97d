/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-emotion.h"

#include <math.h>

/* The line through the points of one curve: its knots, and its piece of a column. */

/* Knots within a bucket this wide are reduced to their extremes: a phase of thousands of steps
 * stays a path of some hundred pieces that shows the whole range. */
#define BUCKET 3.0

void
etp_emotion_line_clear (EtpEmotionLine *self)
{
  g_free (self->knots);
  g_free (self->slopes);
  g_free (self->broken);
}

static double
get_level (const EtpEmotionPoint *point, EtpEmotionLineKind kind)
{
  if (kind == ETP_EMOTION_GHOST)
    return point->ghost;
  return kind == ETP_EMOTION_TO_BE ? point->target : point->value;
}

double
etp_emotion_points_get_mean (const EtpEmotionPoint *points, guint n, EtpEmotionLineKind kind)
{
  double sum = 0;
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      double value = get_level (&points[i], kind);

      if (isnan (value))
        continue;
      sum += value;
      count++;
    }
  return count > 0 ? sum / count : (double) NAN;
}

/* Appends a knot; of those that share a bucket only the lowest and the highest remain. */
static void
add_knot (EtpEmotionLine *line, double x, double y, gboolean broken_before)
{
  EtpCurvePoint *knots = line->knots;
  guint n = line->n;
  gboolean crowded = n >= 2 && floor (x / BUCKET) == floor (knots[n - 2].x / BUCKET)
                     && !broken_before;

  if (n > 0 && x <= knots[n - 1].x)
    x = knots[n - 1].x + 1.0 / 64;
  if (crowded)
    {
      double low = MIN (knots[n - 2].y, knots[n - 1].y);
      double high = MAX (knots[n - 2].y, knots[n - 1].y);

      if (y < low || y > high)
        {
          /* The new extreme takes the place of the older one of its kind. */
          if ((y < low) == (knots[n - 2].y < knots[n - 1].y))
            knots[n - 2].y = knots[n - 1].y;
          knots[n - 1].y = y;
        }
      return;
    }
  if (n > 0)
    line->broken[n - 1] = broken_before;
  knots[n] = (EtpCurvePoint){ x, y };
  line->broken[n] = FALSE;
  line->n++;
}

/* The as-is line goes on over steps that say nothing; the to-be line is there only where there is
 * a target. */
void
etp_emotion_line_make (EtpEmotionLine *line, GArray *points, double height, EtpEmotionLineKind kind)
{
  gboolean gap = FALSE;

  line->knots = g_new (EtpCurvePoint, points->len);
  line->slopes = g_new (double, points->len);
  line->broken = g_new (guint8, points->len);
  for (guint i = 0; i < points->len; i++)
    {
      const EtpEmotionPoint *point = &g_array_index (points, EtpEmotionPoint, i);
      double value = get_level (point, kind);

      if (isnan (value))
        {
          gap = kind == ETP_EMOTION_TO_BE;
          continue;
        }
      add_knot (line, point->x, etp_curve_value_to_y (value, height), gap);
      gap = FALSE;
    }
  etp_curve_get_slopes (line->knots, line->n, line->slopes);
}

void
etp_emotion_line_trace (const EtpEmotionLine *self, double x0, double x1, EtpDraft *draft)
{
  guint i = etp_curve_find_first (self->knots, self->n, x0);
  gboolean is_open = FALSE;

  if (i > 0)
    i--;
  for (; i + 1 < self->n && self->knots[i].x < x1; i++)
    {
      EtpBezier piece;

      if (self->broken[i] || self->knots[i + 1].x <= x0)
        {
          is_open = FALSE;
          continue;
        }
      piece = etp_curve_get_segment (self->knots, self->slopes, i);
      piece = etp_bezier_split (&piece, x0, x1);
      if (!is_open)
        etp_draft_move_to (draft, piece.p[0].x - x0, piece.p[0].y);
      etp_draft_curve_to (draft, piece.p[1].x - x0, piece.p[1].y, piece.p[2].x - x0, piece.p[2].y,
                          piece.p[3].x - x0, piece.p[3].y);
      is_open = TRUE;
    }
}
