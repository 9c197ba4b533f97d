/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-curve.h"

#include <math.h>

/* Everything here works on borrowed arrays of points; typical 15 to 40, tested 10,000. */

static double
get_secant (const EtpCurvePoint *points, guint i)
{
  return (points[i + 1].y - points[i].y) / (points[i + 1].x - points[i].x);
}

/* One-sided three-point formula, limited so that the end stays monotone. h0, d0: width and secant
 * of the outermost piece; h1, d1: of the one beside it. */
static double
get_end_slope (double h0, double h1, double d0, double d1)
{
  double slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);

  if (slope * d0 <= 0)
    return 0;
  if (d0 * d1 <= 0 && fabs (slope) > 3 * fabs (d0))
    return 3 * d0;
  return slope;
}

static double
get_inner_slope (double h0, double h1, double d0, double d1)
{
  double w0 = 2 * h1 + h0, w1 = h1 + 2 * h0;

  if (d0 * d1 <= 0)
    return 0;
  return (w0 + w1) / (w0 / d0 + w1 / d1);
}

void
etp_curve_get_slopes (const EtpCurvePoint *points, guint n, double *slopes)
{
  double h0, h1, d0, d1;

  if (n == 0)
    return;
  if (n == 1)
    {
      slopes[0] = 0;
      return;
    }
  if (n == 2)
    {
      slopes[0] = slopes[1] = get_secant (points, 0);
      return;
    }

  h0 = points[1].x - points[0].x;
  d0 = get_secant (points, 0);
  for (guint i = 1; i + 1 < n; i++)
    {
      h1 = points[i + 1].x - points[i].x;
      d1 = get_secant (points, i);
      if (i == 1)
        slopes[0] = get_end_slope (h0, h1, d0, d1);
      slopes[i] = get_inner_slope (h0, h1, d0, d1);
      if (i + 2 == n)
        slopes[n - 1] = get_end_slope (h1, h0, d1, d0);
      h0 = h1;
      d0 = d1;
    }
}

EtpBezier
etp_curve_get_segment (const EtpCurvePoint *points, const double *slopes, guint i)
{
  EtpCurvePoint a = points[i], b = points[i + 1];
  double third = (b.x - a.x) / 3;

  return (EtpBezier){
    { a, { a.x + third, a.y + slopes[i] * third }, { b.x - third, b.y - slopes[i + 1] * third }, b }
  };
}

guint
etp_curve_find_first (const EtpCurvePoint *points, guint n, double x)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (points[middle].x < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

double
etp_curve_get_y (const EtpCurvePoint *points, const double *slopes, guint n, double x)
{
  guint i = etp_curve_find_first (points, n, x);
  EtpBezier segment;

  if (i == 0)
    return points[0].y;
  if (i == n)
    return points[n - 1].y;

  segment = etp_curve_get_segment (points, slopes, i - 1);
  return etp_bezier_get_y (&segment, x);
}

guint
etp_curve_find_nearest (const EtpCurvePoint *points, guint n, double x)
{
  guint i = etp_curve_find_first (points, n, x);

  if (i == 0)
    return 0;
  if (i == n || x - points[i - 1].x <= points[i].x - x)
    return i - 1;
  return i;
}

EtpTurn
etp_curve_get_turn (const EtpCurvePoint *points, guint n, guint i)
{
  double before = i > 0 ? points[i - 1].y - points[i].y : 0;
  double after = i + 1 < n ? points[i + 1].y - points[i].y : 0;

  if (before == 0 && after == 0)
    return ETP_TURN_NONE;
  if (before >= 0 && after >= 0)
    return ETP_TURN_PEAK;
  if (before <= 0 && after <= 0)
    return ETP_TURN_VALLEY;
  return ETP_TURN_NONE;
}

static EtpCurvePoint
mix (EtpCurvePoint a, EtpCurvePoint b, double t)
{
  return (EtpCurvePoint){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* Blossom of the cubic: its polar form at the parameters u, v, w. */
static EtpCurvePoint
blossom (const EtpBezier *self, double u, double v, double w)
{
  EtpCurvePoint a = mix (self->p[0], self->p[1], u);
  EtpCurvePoint b = mix (self->p[1], self->p[2], u);
  EtpCurvePoint c = mix (self->p[2], self->p[3], u);

  a = mix (a, b, v);
  b = mix (b, c, v);
  return mix (a, b, w);
}

static double
get_parameter (const EtpBezier *self, double x)
{
  return CLAMP ((x - self->p[0].x) / (self->p[3].x - self->p[0].x), 0, 1);
}

EtpBezier
etp_bezier_split (const EtpBezier *self, double x0, double x1)
{
  double u = get_parameter (self, x0), v = get_parameter (self, x1);
  EtpBezier part = { { blossom (self, u, u, u), blossom (self, u, u, v), blossom (self, u, v, v),
                       blossom (self, v, v, v) } };

  /* The ends themselves are not computed, so that neighbouring pieces meet to the last bit. */
  if (u <= 0)
    part.p[0] = self->p[0];
  if (v >= 1)
    part.p[3] = self->p[3];
  return part;
}

double
etp_bezier_get_y (const EtpBezier *self, double x)
{
  double t = get_parameter (self, x);

  return blossom (self, t, t, t).y;
}

gboolean
etp_bezier_find_x (const EtpBezier *self, double y, double *x)
{
  double low = 0, high = 1;
  double start = self->p[0].y - y, end = self->p[3].y - y;

  if (start * end >= 0)
    return FALSE;

  /* Monotone, so halving the interval cannot miss; 48 halvings are exact to 1e-12 of the width. */
  for (guint i = 0; i < 48; i++)
    {
      double middle = (low + high) / 2;
      double here = blossom (self, middle, middle, middle).y - y;

      if ((here < 0) == (start < 0))
        low = middle;
      else
        high = middle;
    }
  *x = self->p[0].x + (self->p[3].x - self->p[0].x) * (low + high) / 2;
  return TRUE;
}

double
etp_curve_value_to_y (double value, double height)
{
  double half = height / 2 - ETP_CURVE_ROOM;

  return height / 2 - CLAMP (value, -2, 2) / 2 * half;
}

double
etp_curve_y_to_value (double y, double height)
{
  double half = height / 2 - ETP_CURVE_ROOM;
  double value = half > 0 ? (height / 2 - y) / half * 2 : 0;

  return CLAMP (round (value * 10) / 10, -2, 2) + 0.0;
}
