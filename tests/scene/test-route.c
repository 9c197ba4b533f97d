/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scene/etp-route.h"

#include <math.h>
#include <string.h>

/* Three columns of 100 with strips of 20 between them, two rows of 80 with strips of 20. */
static const double xs[] = { -10, 110, 230, 350 };
static const double ys[] = { -10, 90, 190 };

static EtpRouteEnd
make_end (guint column, guint row, double y)
{
  EtpRouteEnd end = { .box = { column * 120.0, row * 100.0 + y, 100, 30 },
                      .column = column,
                      .row = row,
                      .last_column = column,
                      .is_open = { TRUE, TRUE, TRUE, TRUE } };

  return end;
}

static EtpRouter *
make_router (const EtpRect *blocks, guint n_blocks)
{
  return etp_router_new (xs, G_N_ELEMENTS (xs), ys, G_N_ELEMENTS (ys), 8, 6, blocks, n_blocks);
}

/* Every leg is straight, and none runs through a box. */
static void
check_route (const EtpRoute *route, const EtpRect *boxes, guint n_boxes)
{
  g_assert_cmpuint (route->n, >=, 2);
  for (guint i = 1; i < route->n; i++)
    {
      const double x0 = MIN (route->x[i - 1], route->x[i]);
      const double x1 = MAX (route->x[i - 1], route->x[i]);
      const double y0 = MIN (route->y[i - 1], route->y[i]);
      const double y1 = MAX (route->y[i - 1], route->y[i]);

      g_assert_true (x0 == x1 || y0 == y1);
      for (guint j = 0; j < n_boxes; j++)
        g_assert_false (x1 > boxes[j].x && x0 < boxes[j].x + boxes[j].width && y1 > boxes[j].y
                        && y0 < boxes[j].y + boxes[j].height);
    }
}

/* From each cell to each other one, with every pair of sides that may be open. */
static void
test_all_pairs (void)
{
  guint n = 0;

  for (guint a = 0; a < 6; a++)
    for (guint b = 0; b < 6; b++)
      for (guint open = 1; open < 16; open++)
        {
          g_autoptr (EtpRouter) router = make_router (NULL, 0);
          EtpRouteEnd from = make_end (a % 3, a / 3, 10), to = make_end (b % 3, b / 3, 45);
          EtpRect boxes[2];
          EtpRoute route;

          for (guint i = 0; i < ETP_N_SIDES; i++)
            from.is_open[i] = (open & 1 << i) != 0;
          /* In one cell the boxes themselves close each other's sides. */
          if (a == b)
            from.is_open[ETP_SIDE_BOTTOM] = to.is_open[ETP_SIDE_TOP] = FALSE;
          boxes[0] = from.box;
          boxes[1] = to.box;
          if (!etp_router_find (router, &from, &to, &route))
            {
              g_assert_true (a == b && open == 1 << ETP_SIDE_BOTTOM);
              continue;
            }
          check_route (&route, boxes, 2);
          n++;
        }
  g_assert_cmpuint (n, ==, 6 * 6 * 15 - 6);
}

static void
test_neighbours (void)
{
  g_autoptr (EtpRouter) router = make_router (NULL, 0);
  EtpRouteEnd from = make_end (0, 0, 10), to = make_end (1, 0, 40);
  EtpRoute route;

  g_assert_true (etp_router_find (router, &from, &to, &route));
  /* Out at the right, along the strip between, in at the left. */
  g_assert_cmpuint (route.n, ==, 4);
  g_assert_cmpfloat (route.x[0], ==, 100);
  g_assert_cmpfloat (route.x[1], ==, 110);
  g_assert_cmpfloat (route.x[2], ==, 110);
  g_assert_cmpfloat (route.x[3], ==, 120);
  g_assert_cmpfloat (route.y[0], ==, 25);
  g_assert_cmpfloat (route.y[3], ==, 55);
}

static void
test_distance (void)
{
  g_autoptr (EtpRouter) router = make_router (NULL, 0);
  EtpRouteEnd a = make_end (0, 0, 0), b = make_end (1, 0, 45), c = make_end (0, 0, 45),
              d = make_end (1, 0, 0);
  EtpRoute first, second;

  g_assert_true (etp_router_find (router, &a, &b, &first));
  g_assert_true (etp_router_find (router, &c, &d, &second));
  g_assert_cmpfloat (fabs (first.x[1] - second.x[1]), >=, 5);
  /* A second line from the same side begins elsewhere. */
  g_assert_true (etp_router_find (router, &a, &d, &second));
  g_assert_cmpfloat (first.y[0], !=, second.y[0]);
}

/* Beside the last column lines lie side by side towards its cards, never beyond. */
static void
test_last_strip (void)
{
  g_autoptr (EtpRouter) router = make_router (NULL, 0);
  const double edge = xs[G_N_ELEMENTS (xs) - 1];
  EtpRouteEnd a = make_end (G_N_ELEMENTS (xs) - 2, 0, 0),
              b = make_end (G_N_ELEMENTS (xs) - 2, 1, 0);
  EtpRoute first, second;

  a.is_open[ETP_SIDE_LEFT] = a.is_open[ETP_SIDE_TOP] = a.is_open[ETP_SIDE_BOTTOM] = FALSE;
  b.is_open[ETP_SIDE_LEFT] = b.is_open[ETP_SIDE_TOP] = b.is_open[ETP_SIDE_BOTTOM] = FALSE;
  g_assert_true (etp_router_find (router, &a, &b, &first));
  g_assert_true (etp_router_find (router, &a, &b, &second));
  g_assert_cmpfloat (first.x[1], ==, edge);
  g_assert_cmpfloat (second.x[1], ==, edge - 5);
}

static void
test_block (void)
{
  /* A card that spans the first two columns in the first row, below the box. */
  const EtpRect block = { 0, 50, 220, 30 };
  g_autoptr (EtpRouter) router = make_router (&block, 1);
  EtpRouteEnd from = make_end (0, 0, 0), to = make_end (1, 1, 0);
  EtpRoute route;

  from.is_open[ETP_SIDE_BOTTOM] = FALSE;
  g_assert_true (etp_router_find (router, &from, &to, &route));
  check_route (&route, &block, 1);
}

static void
test_closed (void)
{
  g_autoptr (EtpRouter) router = make_router (NULL, 0);
  EtpRouteEnd from = make_end (0, 0, 0), to = make_end (1, 1, 0);
  EtpRoute route;

  memset (to.is_open, 0, sizeof to.is_open);
  g_assert_false (etp_router_find (router, &from, &to, &route));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/all-pairs", test_all_pairs);
  g_test_add_func ("/route/neighbours", test_neighbours);
  g_test_add_func ("/route/distance", test_distance);
  g_test_add_func ("/route/last-strip", test_last_strip);
  g_test_add_func ("/route/block", test_block);
  g_test_add_func ("/route/closed", test_closed);
  return g_test_run ();
}
