/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-route.h"

#include <math.h>

/* The strips between columns and rows are free of cards everywhere, so there is no maze to search:
 * a line leaves through one of four sides, changes strips at most twice and enters through one of
 * four sides. All these ways are tried (16 pairs of sides times the rows) and the cheapest is
 * taken. Only cards that span phases lie across a strip; ways through them cost a lot, which also
 * finds the least bad one where all are blocked. */

#define CORNER 40.0 /* what a corner costs, as length */
#define BLOCK 10000.0 /* going through a card */
#define SIDE_STEP 9.0 /* between lines at one side of a box */
#define TRACK 5.0 /* between lines in one strip */
#define LEAST 0.5

typedef struct
{
  gboolean is_vertical;
  guint strip;
  double from, to;
  double place; /* where in the strip, from its middle */
} Track;

struct _EtpRouter
{
  double *x, *y; /* owned */
  guint n_x, n_y;
  double half_x, half_y;
  EtpRect *blocks; /* owned */
  guint n_blocks;
  GArray *tracks; /* of Track */
};

/* A way in the making: which strips it uses. */
typedef struct
{
  EtpSide out, in;
  int x0, x1; /* strips between columns at the begin and the end; −1: none */
  int y; /* the strip between rows; −1: none */
} Way;

EtpRouter *
etp_router_new (const double *x,
                guint n_x,
                const double *y,
                guint n_y,
                double half_x,
                double half_y,
                const EtpRect *blocks,
                guint n_blocks)
{
  EtpRouter *self = g_new0 (EtpRouter, 1);

  self->x = g_memdup2 (x, n_x * sizeof *x);
  self->n_x = n_x;
  self->y = g_memdup2 (y, n_y * sizeof *y);
  self->n_y = n_y;
  self->half_x = half_x;
  self->half_y = half_y;
  self->blocks = g_memdup2 (blocks, n_blocks * sizeof *blocks);
  self->n_blocks = n_blocks;
  self->tracks = g_array_new (FALSE, FALSE, sizeof (Track));
  return self;
}

void
etp_router_free (EtpRouter *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->blocks);
  g_array_unref (self->tracks);
  g_free (self);
}

static gboolean
is_sideways (EtpSide side)
{
  return side == ETP_SIDE_LEFT || side == ETP_SIDE_RIGHT;
}

/* The strip next to a side. */
static guint
get_strip (const EtpRouteEnd *end, EtpSide side)
{
  switch (side)
    {
    case ETP_SIDE_LEFT:
      return end->column;
    case ETP_SIDE_RIGHT:
      return end->last_column + 1;
    case ETP_SIDE_TOP:
      return end->row;
    case ETP_SIDE_BOTTOM:
    default:
      return end->row + 1;
    }
}

/* Where the n-th line touches a side: the middle, then on both sides of it. */
static double
get_place (double start, double length, guint n)
{
  const double step = (double) ((n + 1) / 2) * SIDE_STEP * (n % 2 == 1 ? 1 : -1);
  const double room = MAX (0, length / 2 - 8);

  return start + length / 2 + CLAMP (step, -room, room);
}

static void
get_port (const EtpRouteEnd *end, EtpSide side, double *x, double *y)
{
  const EtpRect *box = &end->box;

  if (is_sideways (side))
    {
      *x = side == ETP_SIDE_LEFT ? box->x : box->x + box->width;
      *y = get_place (box->y, box->height, end->n_lines[side]);
      return;
    }
  *x = get_place (box->x, box->width, end->n_lines[side]);
  *y = side == ETP_SIDE_TOP ? box->y : box->y + box->height;
}

static void
add_corner (EtpRoute *route, double x, double y)
{
  if (route->n > 0 && fabs (route->x[route->n - 1] - x) < LEAST
      && fabs (route->y[route->n - 1] - y) < LEAST)
    return;
  g_assert (route->n < ETP_ROUTE_MAX);
  route->x[route->n] = x;
  route->y[route->n++] = y;
}

/* The corners of a way whose strips are used at these places. */
static void
lay_out (const EtpRouteEnd *from,
         const EtpRouteEnd *to,
         const Way *way,
         double x0,
         double x1,
         double y,
         EtpRoute *route)
{
  double ax, ay, bx, by;

  get_port (from, way->out, &ax, &ay);
  get_port (to, way->in, &bx, &by);
  route->n = 0;
  add_corner (route, ax, ay);
  if (way->x0 >= 0)
    add_corner (route, x0, ay);
  if (way->y >= 0)
    {
      add_corner (route, way->x0 >= 0 ? x0 : ax, y);
      add_corner (route, way->x1 >= 0 ? x1 : bx, y);
    }
  if (way->x1 >= 0)
    add_corner (route, x1, by);
  add_corner (route, bx, by);
}

static gboolean
is_through (const EtpRect *block, double x0, double y0, double x1, double y1)
{
  return MAX (x0, x1) > block->x + LEAST && MIN (x0, x1) < block->x + block->width - LEAST
         && MAX (y0, y1) > block->y + LEAST && MIN (y0, y1) < block->y + block->height - LEAST;
}

static double
get_cost (EtpRouter *self, const EtpRoute *route)
{
  double cost = 0;

  for (guint i = 1; i < route->n; i++)
    {
      const double x0 = route->x[i - 1], y0 = route->y[i - 1];
      const double x1 = route->x[i], y1 = route->y[i];

      cost += fabs (x1 - x0) + fabs (y1 - y0) + CORNER;
      for (guint j = 0; j < self->n_blocks; j++)
        if (is_through (&self->blocks[j], x0, y0, x1, y1))
          cost += BLOCK;
    }
  return cost;
}

static void
try_way (EtpRouter *self,
         const EtpRouteEnd *from,
         const EtpRouteEnd *to,
         const Way *way,
         Way *best,
         double *least)
{
  EtpRoute route;
  double cost;

  lay_out (from, to, way, way->x0 >= 0 ? self->x[way->x0] : 0, way->x1 >= 0 ? self->x[way->x1] : 0,
           way->y >= 0 ? self->y[way->y] : 0, &route);
  cost = get_cost (self, &route);
  if (cost >= *least)
    return;
  *least = cost;
  *best = *way;
}

/* All ways through one pair of sides. */
static void
try_sides (EtpRouter *self,
           const EtpRouteEnd *from,
           const EtpRouteEnd *to,
           EtpSide out,
           EtpSide in,
           Way *best,
           double *least)
{
  const int a = (int) get_strip (from, out), b = (int) get_strip (to, in);
  Way way = { out, in, -1, -1, -1 };

  if (is_sideways (out))
    way.x0 = a;
  if (is_sideways (in))
    way.x1 = b;
  if (is_sideways (out) && is_sideways (in))
    {
      if (a == b)
        try_way (self, from, to, &way, best, least);
      else
        for (way.y = 0; way.y < (int) self->n_y; way.y++)
          try_way (self, from, to, &way, best, least);
      return;
    }
  if (!is_sideways (out) && !is_sideways (in) && a != b)
    return;
  way.y = is_sideways (out) ? b : a;
  try_way (self, from, to, &way, best, least);
}

static gboolean
is_taken (EtpRouter *self, gboolean is_vertical, guint strip, double from, double to, double place)
{
  for (guint i = 0; i < self->tracks->len; i++)
    {
      const Track *track = &g_array_index (self->tracks, Track, i);

      if (track->is_vertical == is_vertical && track->strip == strip
          && fabs (track->place - place) < TRACK - LEAST && track->from < to && from < track->to)
        return TRUE;
    }
  return FALSE;
}

/* A place in the strip in which no other line runs along this one; the middle if all are taken. Beyond
 * the middle of the last strip between columns there is nothing. */
static double
take_track (EtpRouter *self, gboolean is_vertical, guint strip, double a, double b)
{
  const double half = is_vertical ? self->half_x : self->half_y;
  Track track = { is_vertical, strip, MIN (a, b) - TRACK, MAX (a, b) + TRACK, 0 };
  double place = 0;

  for (guint i = 0; (double) ((i + 1) / 2) * TRACK <= half; i++)
    {
      place = (double) ((i + 1) / 2) * TRACK * (i % 2 == 1 ? 1 : -1);
      if (is_vertical && strip + 1 == self->n_x && place > 0)
        continue;
      if (!is_taken (self, is_vertical, strip, track.from, track.to, place))
        {
          track.place = place;
          break;
        }
    }
  g_array_append_val (self->tracks, track);
  return (is_vertical ? self->x[strip] : self->y[strip]) + track.place;
}

gboolean
etp_router_find (EtpRouter *self, EtpRouteEnd *from, EtpRouteEnd *to, EtpRoute *route)
{
  double ax, ay, bx, by, least = G_MAXDOUBLE, x0 = 0, x1 = 0, y = 0;
  Way best = { 0 };

  for (guint out = 0; out < ETP_N_SIDES; out++)
    for (guint in = 0; in < ETP_N_SIDES; in++)
      if (from->is_open[out] && to->is_open[in])
        try_sides (self, from, to, out, in, &best, &least);
  if (least == G_MAXDOUBLE)
    return FALSE;

  get_port (from, best.out, &ax, &ay);
  get_port (to, best.in, &bx, &by);
  if (best.y >= 0)
    y = take_track (self, FALSE, (guint) best.y, best.x0 >= 0 ? self->x[best.x0] : ax,
                    best.x1 >= 0 ? self->x[best.x1] : bx);
  if (best.x0 >= 0)
    x0 = take_track (self, TRUE, (guint) best.x0, ay, best.y >= 0 ? y : by);
  x1 = x0;
  if (best.x1 >= 0 && best.x1 != best.x0)
    x1 = take_track (self, TRUE, (guint) best.x1, best.y >= 0 ? y : ay, by);
  lay_out (from, to, &best, x0, x1, y, route);
  from->n_lines[best.out]++;
  to->n_lines[best.in]++;
  return TRUE;
}
