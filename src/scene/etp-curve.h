/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The emotion curve as pure mathematics: a monotone cubic through points whose x grows. It never
 * overshoots the values that people have set, lies flat at peaks and valleys, and each slope
 * depends on the neighbouring points only, so that an edit changes a few columns of a map. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* y grows downwards, as on the map: a peak is a small y. */
typedef struct
{
  double x, y;
} EtpCurvePoint;

/* A cubic whose x grows evenly with its parameter (control points a third apart), so splitting it
 * at a given x needs no root. */
typedef struct
{
  EtpCurvePoint p[4];
} EtpBezier;

typedef enum
{
  ETP_TURN_NONE, /* on a slope, or between two neighbours of the same height */
  ETP_TURN_PEAK, /* no neighbour is higher, one is lower; an end has one neighbour */
  ETP_TURN_VALLEY,
} EtpTurn;

/* Slopes dy/dx at each of n points with strictly growing x, by the weighted harmonic mean of
 * F. N. Fritsch and J. Butland, "A Method for Constructing Local Monotone Piecewise Cubic
 * Interpolants", SIAM J. Sci. Stat. Comput. 5 (1984), which stays inside the region of F. N. Fritsch
 * and R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17 (1980).
 * Slope i depends on the points i - 1 … i + 1; at the two ends on the three outermost ones. */
void etp_curve_get_slopes (const EtpCurvePoint *points, guint n, double *slopes);
/* The piece between points i and i + 1. */
EtpBezier etp_curve_get_segment (const EtpCurvePoint *points, const double *slopes, guint i);
/* y at x; left of the first and right of the last point the y of that point. n >= 1. O(log n). */
double etp_curve_get_y (const EtpCurvePoint *points, const double *slopes, guint n, double x);
/* Index of the point whose x is nearest; n >= 1. O(log n). */
guint etp_curve_find_nearest (const EtpCurvePoint *points, guint n, double x);
/* Index of the first point with x >= the given one; n if there is none. O(log n). */
guint etp_curve_find_first (const EtpCurvePoint *points, guint n, double x);
/* Looks at the two neighbours only. */
EtpTurn etp_curve_get_turn (const EtpCurvePoint *points, guint n, guint i);

/* The part of a piece over [x0, x1], clamped to the piece; exact (de Casteljau). */
EtpBezier etp_bezier_split (const EtpBezier *self, double x0, double x1);
double etp_bezier_get_y (const EtpBezier *self, double x);
/* Where a monotone piece crosses y strictly between its ends; FALSE if it does not. */
gboolean etp_bezier_find_x (const EtpBezier *self, double y, double *x);

/* An emotion of −2 … +2 in a lane whose content is height high, and back. Values beyond the scale
 * lie at its end. Above +2 and below −2 remains room for a point with its pill. */
#define ETP_CURVE_ROOM 42.0
double etp_curve_value_to_y (double value, double height);
double etp_curve_y_to_value (double y, double height); /* in steps of 0.1 */

G_END_DECLS
