/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways for lines between the boxes of a grid: out of a side, along the free strips between columns
 * and rows, into a side. Pure geometry in map units; knows no journey. Typical: 30 lines in a grid
 * of 6 × 13 strips. */
#pragma once

#include "etp-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_SIDE_RIGHT, /* the first is preferred where all are as good */
  ETP_SIDE_LEFT,
  ETP_SIDE_TOP,
  ETP_SIDE_BOTTOM,
  ETP_N_SIDES
} EtpSide;

/* A box that a line leaves or reaches. */
typedef struct
{
  EtpRect box;
  guint column, row; /* the grid cell that it lies in */
  guint last_column; /* it may span; = column for most */
  gboolean is_open[ETP_N_SIDES]; /* nothing lies between this side and the strip next to it */
  guint n_lines[ETP_N_SIDES]; /* that use a side already; etp_router_find () counts */
} EtpRouteEnd;

#define ETP_ROUTE_MAX 6

/* Corners from the first box to the second, every leg horizontal or vertical. */
typedef struct
{
  guint n;
  double x[ETP_ROUTE_MAX], y[ETP_ROUTE_MAX];
} EtpRoute;

typedef struct _EtpRouter EtpRouter;

/* x: the middles of the strips left of each column and right of the last (n_columns + 1), y: above
 * each row and below the last (n_rows + 1). blocks: boxes that lie across strips between columns.
 * half_x, half_y: how far from the middle of a strip lines may run. All are copied. */
EtpRouter *etp_router_new (const double *x,
                           guint n_x,
                           const double *y,
                           guint n_y,
                           double half_x,
                           double half_y,
                           const EtpRect *blocks,
                           guint n_blocks);
void etp_router_free (EtpRouter *self);

/* The shortest way with the fewest corners; lines found before keep their distance. FALSE if there
 * is none: every side of a box is closed. */
gboolean etp_router_find (EtpRouter *self, EtpRouteEnd *from, EtpRouteEnd *to, EtpRoute *route);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpRouter, etp_router_free)

G_END_DECLS
