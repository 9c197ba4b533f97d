/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-test"

#include "config.h"

#include "scene/etp-curve.h"

#include <math.h>

/* The curve never overshoots, has no jump and no kink, and its pieces meet exactly. */

#define MOST 400

typedef struct
{
  const char *name;
  guint n;
  EtpCurvePoint points[8];
} Shape;

static const Shape shapes[] = {
  { "one point", 1, { { 10, 20 } } },
  { "a straight line", 2, { { 0, 0 }, { 100, 50 } } },
  { "level", 4, { { 0, 30 }, { 50, 30 }, { 120, 30 }, { 130, 30 } } },
  { "peak and valley", 5, { { 0, 60 }, { 60, 10 }, { 100, 90 }, { 180, 40 }, { 200, 80 } } },
  { "a step", 6, { { 0, 10 }, { 10, 10 }, { 20, 10 }, { 21, 90 }, { 40, 90 }, { 60, 90 } } },
  { "very uneven widths", 5, { { 0, 0 }, { 1, 99 }, { 300, 100 }, { 301, 1 }, { 700, 0 } } },
  { "plateau on a slope", 5, { { 0, 0 }, { 40, 50 }, { 80, 50 }, { 120, 90 }, { 160, 100 } } },
};

static void
check_piece (const EtpCurvePoint *points, const double *slopes, guint i)
{
  EtpBezier piece = etp_curve_get_segment (points, slopes, i);
  double low = MIN (points[i].y, points[i + 1].y), high = MAX (points[i].y, points[i + 1].y);
  double before = piece.p[0].y;

  g_assert_cmpfloat (piece.p[0].x, ==, points[i].x);
  g_assert_cmpfloat (piece.p[0].y, ==, points[i].y);
  g_assert_cmpfloat (piece.p[3].x, ==, points[i + 1].x);
  g_assert_cmpfloat (piece.p[3].y, ==, points[i + 1].y);
  for (guint k = 0; k <= 64; k++)
    {
      double x = points[i].x + (points[i + 1].x - points[i].x) * k / 64;
      double y = etp_bezier_get_y (&piece, x);

      g_assert_cmpfloat (y, >=, low - 1e-9);
      g_assert_cmpfloat (y, <=, high + 1e-9);
      /* Monotone: never back. */
      g_assert_cmpfloat ((y - before) * (points[i + 1].y - points[i].y), >=, -1e-7);
      before = y;
    }
}

static void
check_curve (const EtpCurvePoint *points, guint n)
{
  double slopes[MOST];

  g_assert_cmpuint (n, <=, MOST);
  etp_curve_get_slopes (points, n, slopes);
  for (guint i = 0; i + 1 < n; i++)
    check_piece (points, slopes, i);
  /* No kink: both pieces at a point arrive with its one slope. */
  for (guint i = 1; i + 1 < n; i++)
    {
      EtpBezier left = etp_curve_get_segment (points, slopes, i - 1);
      EtpBezier right = etp_curve_get_segment (points, slopes, i);
      double arriving = (left.p[3].y - left.p[2].y) / (left.p[3].x - left.p[2].x);
      double leaving = (right.p[1].y - right.p[0].y) / (right.p[1].x - right.p[0].x);

      g_assert_cmpfloat_with_epsilon (arriving, leaving, 1e-6 + 1e-9 * fabs (slopes[i]));
    }
}

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_test_message ("%s", shapes[i].name);
      check_curve (shapes[i].points, shapes[i].n);
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      EtpCurvePoint points[MOST];
      guint n = (guint) g_test_rand_int_range (2, MOST);
      double x = 0;

      for (guint i = 0; i < n; i++)
        {
          x += g_test_rand_double_range (0.1, 90);
          points[i] = (EtpCurvePoint){ x, round % 2 == 0 ? g_test_rand_double_range (0, 250)
                                                         : 10 * g_test_rand_int_range (0, 4) };
        }
      check_curve (points, n);
    }
}

/* An edit of one point changes the slopes of its neighbours and no others. */
static void
test_local (void)
{
  EtpCurvePoint points[20];
  double before[20], after[20];

  for (guint i = 0; i < 20; i++)
    points[i] = (EtpCurvePoint){ i * 30.0, g_test_rand_double_range (0, 250) };
  etp_curve_get_slopes (points, 20, before);
  points[10].y += 40;
  etp_curve_get_slopes (points, 20, after);
  for (guint i = 0; i < 20; i++)
    if (i < 9 || i > 11)
      g_assert_cmpfloat (before[i], ==, after[i]);
}

/* The parts of a piece are the piece, and meet to the last bit at its own ends. */
static void
test_split (void)
{
  static const double cuts[] = { 0, 0.1, 1.0 / 3, 0.5, 0.9, 1 };
  double slopes[8];

  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    {
      const Shape *shape = &shapes[s];

      etp_curve_get_slopes (shape->points, shape->n, slopes);
      for (guint i = 0; i + 1 < shape->n; i++)
        {
          EtpBezier whole = etp_curve_get_segment (shape->points, slopes, i);
          double x = whole.p[0].x, width = whole.p[3].x - x, last_y = whole.p[0].y;

          for (guint c = 0; c + 1 < G_N_ELEMENTS (cuts); c++)
            {
              double x0 = x + width * cuts[c], x1 = x + width * cuts[c + 1];
              EtpBezier part = etp_bezier_split (&whole, x0, x1);

              g_assert_cmpfloat_with_epsilon (part.p[0].x, x0, 1e-9);
              g_assert_cmpfloat_with_epsilon (part.p[0].y, last_y, 1e-9);
              last_y = part.p[3].y;
              for (guint k = 0; k <= 8; k++)
                g_assert_cmpfloat_with_epsilon (etp_bezier_get_y (&part, x0 + (x1 - x0) * k / 8),
                                                etp_bezier_get_y (&whole, x0 + (x1 - x0) * k / 8),
                                                1e-9);
            }
          g_assert_cmpfloat (last_y, ==, whole.p[3].y);
          /* Beyond its ends a piece is itself. */
          {
            EtpBezier all = etp_bezier_split (&whole, x - 50, x + width + 50);

            for (guint k = 0; k < 4; k++)
              g_assert_cmpfloat_with_epsilon (all.p[k].y, whole.p[k].y, 1e-9);
          }
        }
    }
}

static void
test_crossing (void)
{
  EtpCurvePoint points[] = { { 0, 60 }, { 60, 10 }, { 100, 90 } };
  double slopes[3], x = -1;
  EtpBezier piece;

  etp_curve_get_slopes (points, 3, slopes);
  piece = etp_curve_get_segment (points, slopes, 1);
  g_assert_true (etp_bezier_find_x (&piece, 50, &x));
  g_assert_cmpfloat (x, >, 60);
  g_assert_cmpfloat (x, <, 100);
  g_assert_cmpfloat_with_epsilon (etp_bezier_get_y (&piece, x), 50, 1e-9);
  g_assert_false (etp_bezier_find_x (&piece, 5, &x));
  g_assert_false (etp_bezier_find_x (&piece, 95, &x));
  g_assert_false (etp_bezier_find_x (&piece, 10, &x));
}

static void
test_find (void)
{
  EtpCurvePoint points[] = { { 10, 5 }, { 20, 6 }, { 40, 9 }, { 80, 1 } };
  static const struct
  {
    double x;
    guint nearest, first;
  } rows[] = { { -5, 0, 0 }, { 10, 0, 0 }, { 14.9, 0, 1 }, { 15.1, 1, 1 },
               { 31, 2, 2 }, { 40, 2, 2 }, { 79, 3, 3 },   { 500, 3, 4 } };
  double slopes[4];

  etp_curve_get_slopes (points, 4, slopes);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (etp_curve_find_nearest (points, 4, rows[i].x), ==, rows[i].nearest);
      g_assert_cmpuint (etp_curve_find_first (points, 4, rows[i].x), ==, rows[i].first);
    }
  g_assert_cmpfloat (etp_curve_get_y (points, slopes, 4, -50), ==, 5);
  g_assert_cmpfloat (etp_curve_get_y (points, slopes, 4, 500), ==, 1);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (etp_curve_get_y (points, slopes, 4, points[i].x), ==, points[i].y);
}

static void
test_turns (void)
{
  /* y grows downwards: the smallest is the peak. */
  EtpCurvePoint points[] = { { 0, 40 }, { 1, 10 }, { 2, 60 }, { 3, 50 },
                             { 4, 30 }, { 5, 30 }, { 6, 30 }, { 7, 80 } };
  static const EtpTurn expected[] = { ETP_TURN_VALLEY, ETP_TURN_PEAK,  ETP_TURN_VALLEY,
                                      ETP_TURN_NONE,   ETP_TURN_PEAK,  ETP_TURN_NONE,
                                      ETP_TURN_PEAK,   ETP_TURN_VALLEY };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    g_assert_cmpint (etp_curve_get_turn (points, G_N_ELEMENTS (points), i), ==, expected[i]);
  g_assert_cmpint (etp_curve_get_turn (points, 1, 0), ==, ETP_TURN_NONE);
}

static void
test_values (void)
{
  double height = 250;

  g_assert_cmpfloat (etp_curve_value_to_y (0, height), ==, height / 2);
  g_assert_cmpfloat (etp_curve_value_to_y (2, height), ==, ETP_CURVE_ROOM);
  g_assert_cmpfloat (etp_curve_value_to_y (-2, height), ==, height - ETP_CURVE_ROOM);
  g_assert_cmpfloat (etp_curve_value_to_y (9, height), ==, ETP_CURVE_ROOM);
  for (int tenth = -20; tenth <= 20; tenth++)
    {
      double value = tenth / 10.0;

      g_assert_cmpfloat_with_epsilon (
          etp_curve_y_to_value (etp_curve_value_to_y (value, height), height), value, 1e-12);
    }
  g_assert_cmpfloat (etp_curve_y_to_value (-1000, height), ==, 2);
  g_assert_cmpfloat (etp_curve_y_to_value (1000, height), ==, -2);
  g_assert_false (signbit (etp_curve_y_to_value (height / 2 + 0.1, height)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/curve/shapes", test_shapes);
  g_test_add_func ("/scene/curve/random", test_random);
  g_test_add_func ("/scene/curve/local", test_local);
  g_test_add_func ("/scene/curve/split", test_split);
  g_test_add_func ("/scene/curve/crossing", test_crossing);
  g_test_add_func ("/scene/curve/find", test_find);
  g_test_add_func ("/scene/curve/turns", test_turns);
  g_test_add_func ("/scene/curve/values", test_values);
  return g_test_run ();
}
