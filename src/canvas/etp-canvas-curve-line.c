/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <math.h>

#include "scene/etp-curve.h"

/* Whether the pointer is on the line of the curve that is edited, to put a step there. The line is
 * found as it was drawn, through the points of the scene. */

#define NEAR_LINE 6.0 /* px from the middle of the line */

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const EtpCurvePoint *first = a, *second = b;

  return (first->x > second->x) - (first->x < second->x);
}

static void
add_knots (EtpCanvas *self, const EtpEmotionSpot *spot, EtpNode *persona, guint cell, GArray *knots)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, cell);

  if (g_strcmp0 (placed->cell->lane_id, etp_node_get_id (spot->lane)) != 0)
    return;
  for (guint i = 0; i < placed->cell->n_items; i++)
    {
      const EtpPlaced *at = &placed->cell->items[i];
      const EtpCurvePoint knot = { placed->x + at->x + at->item->width / 2,
                                   placed->y + at->y + at->item->height / 2 };
      EtpEmotionHandle handle;

      if (etp_emotion_get_handle (at->item, self->journey, &handle) && handle.persona == persona
          && handle.is_target == self->curve.edits_to_be)
        g_array_append_val (knots, knot);
    }
}

/* Points that lie in one place count once: slopes want growing x. */
static void
drop_doubles (GArray *knots)
{
  for (guint i = knots->len; i > 1; i--)
    if (g_array_index (knots, EtpCurvePoint, i - 1).x
            - g_array_index (knots, EtpCurvePoint, i - 2).x
        < 0.5)
      g_array_remove_index (knots, i - 1);
}

gboolean
etp_canvas_find_line (
    EtpCanvas *self, const EtpEmotionSpot *spot, double x_map, double y_map, double *y)
{
  g_autoptr (GArray) knots = g_array_new (FALSE, FALSE, sizeof (EtpCurvePoint));
  EtpNode *persona = etp_canvas_get_curve_persona (self, spot->lane, NULL);
  g_autofree double *slopes = NULL;
  EtpCurvePoint *points;
  double rise;

  for (guint i = 0; i < etp_scene_get_n_cells (self->scene); i++)
    add_knots (self, spot, persona, i, knots);
  g_array_sort (knots, compare_x);
  drop_doubles (knots);
  points = (EtpCurvePoint *) (void *) knots->data;
  if (knots->len < 2 || x_map <= points[0].x || x_map >= points[knots->len - 1].x)
    return FALSE;
  slopes = g_new (double, knots->len);
  etp_curve_get_slopes (points, knots->len, slopes);
  *y = etp_curve_get_y (points, slopes, knots->len, x_map);
  rise = (etp_curve_get_y (points, slopes, knots->len, x_map + 1)
          - etp_curve_get_y (points, slopes, knots->len, x_map - 1))
         / 2;
  return fabs (*y - y_map) / sqrt (1 + rise * rise) * self->zoom <= NEAR_LINE;
}
