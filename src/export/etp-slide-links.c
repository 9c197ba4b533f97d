/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-slide-shapes.h"

#include <math.h>
#include <string.h>

#include "model/etp-fields.h"

/* Lines between cards as connectors. A scene draws such a line leg by leg, each an item with a bend
 * at its end, the last one with an arrow; here the legs become one way with corners, which sticks
 * to the cards at its ends. A line whose ends are not both on the page stays a drawing. */

#define NEAR 1.0 /* scene units: legs meet */
#define MOST_LEGS 5 /* what connectors of presentations can take */

/* A straight stretch of a line, page units. */
typedef struct
{
  double x0, y0, x1, y1;
  double end_x, end_y; /* behind the bend */
  const EtpMark *mark;
} Leg;

typedef struct
{
  Leg legs[MOST_LEGS];
  guint n;
  gboolean is_broken; /* it is not what is expected */
  double tip_x, tip_y; /* of the arrow */
  gboolean has_tip;
} Way;

/* The open path that a leg is: M L, then C for the bend. */
static gboolean
is_leg (const EtpMark *mark)
{
  return mark->type == ETP_MARK_PATH && mark->stroke_color != 0 && mark->fill_color == 0
         && (strcmp (mark->path->verbs, "ML") == 0 || strcmp (mark->path->verbs, "MLC") == 0);
}

static gboolean
is_arrow (const EtpMark *mark)
{
  return mark->type == ETP_MARK_PATH && mark->fill_color != 0
         && strcmp (mark->path->verbs, "MLLZ") == 0;
}

/* Reads the leg that an item begins with, and its arrow; says which marks they are. */
static guint64
read_leg (const EtpItem *item, double x, double y, double scale, Way *way)
{
  const EtpMark *mark = &item->marks[0];
  const float *p;
  Leg *leg;
  guint n;

  if (item->n_marks == 0 || !is_leg (mark) || way->n == MOST_LEGS)
    {
      way->is_broken = TRUE;
      return 0;
    }
  p = mark->path->points;
  n = mark->path->n_points;
  leg = &way->legs[way->n++];
  *leg = (Leg){ x + (double) p[0] * scale,
                y + (double) p[1] * scale,
                x + (double) p[2] * scale,
                y + (double) p[3] * scale,
                x + (double) p[n - 2] * scale,
                y + (double) p[n - 1] * scale,
                mark };
  if (item->n_marks < 2 || !is_arrow (&item->marks[1]))
    return 1;
  way->tip_x = x + (double) item->marks[1].path->points[0] * scale;
  way->tip_y = y + (double) item->marks[1].path->points[1] * scale;
  way->has_tip = TRUE;
  return 3;
}

/* Puts the legs into the order of the way: each begins where the one before it ends. */
static gboolean
sort_legs (Way *way, double scale)
{
  Leg sorted[MOST_LEGS];
  gboolean is_used[MOST_LEGS] = { FALSE };
  const double near_by = NEAR * scale;

  if (way->is_broken || way->n == 0 || !way->has_tip)
    return FALSE;
  /* Backwards from the leg at the arrow's foot, which is the only one that ends nowhere. */
  for (guint k = way->n; k-- > 0;)
    {
      guint found = MOST_LEGS;

      for (guint i = 0; i < way->n && found == MOST_LEGS; i++)
        {
          const Leg *leg = &way->legs[i];
          const double x = k + 1 == way->n ? way->tip_x : sorted[k + 1].x0;
          const double y = k + 1 == way->n ? way->tip_y : sorted[k + 1].y0;
          const double reach = k + 1 == way->n ? near_by + 8 * scale : near_by;

          if (!is_used[i] && hypot (leg->end_x - x, leg->end_y - y) <= reach)
            found = i;
        }
      if (found == MOST_LEGS)
        return FALSE;
      is_used[found] = TRUE;
      sorted[k] = way->legs[found];
    }
  memcpy (way->legs, sorted, sizeof sorted);
  return TRUE;
}

static gboolean
is_level (const Leg *leg)
{
  return fabs (leg->x1 - leg->x0) >= fabs (leg->y1 - leg->y0);
}

static void
fill_route (const Way *way, EtpShapeRoute *route)
{
  route->n = way->n + 1;
  route->x[0] = way->legs[0].x0;
  route->y[0] = way->legs[0].y0;
  for (guint i = 1; i < way->n; i++)
    {
      const Leg *before = &way->legs[i - 1], *after = &way->legs[i];

      route->x[i] = is_level (before) ? after->x0 : before->x0;
      route->y[i] = is_level (before) ? before->y0 : after->y0;
    }
  route->x[way->n] = way->tip_x;
  route->y[way->n] = way->tip_y;
}

/* The side of a box that a point lies at. */
static guint8
find_side (const EtpRect *rect, double x, double y)
{
  const double distances[] = { fabs (y - rect->y), fabs (x - rect->x),
                               fabs (y - rect->y - rect->height),
                               fabs (x - rect->x - rect->width) };
  guint8 side = 0;

  for (guint8 i = 1; i < G_N_ELEMENTS (distances); i++)
    if (distances[i] < distances[side])
      side = i;
  return side;
}

static const EtpShapeEnd *
find_end (EtpShapeList *self, const EtpItem *item, guint field)
{
  EtpNode *link = etp_journey_get_node (self->journey, item->node_id);

  if (link == NULL || etp_node_get_list (link) != ETP_LIST_LINKS)
    return NULL;
  return g_hash_table_lookup (self->ends, etp_node_get_text (link, field));
}

/* The whole link is named by the leg that can be selected. */
static const EtpItem *
find_named (const EtpPagePart *part, const EtpItemRef *refs, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const EtpItem *item = etp_scene_get_item (part->scene, refs[i]);

      if (item->name != NULL && item->name[0] != '\0')
        return item;
    }
  return etp_scene_get_item (part->scene, refs[0]);
}

static void
add_connector (EtpShapeList *self,
               const Way *way,
               const EtpItem *item,
               const EtpShapeEnd *from,
               const EtpShapeEnd *to,
               double scale)
{
  EtpShape *shape = etp_shape_list_add (self, ETP_SHAPE_CONNECTOR, item);
  EtpShapeRoute *route = g_new0 (EtpShapeRoute, 1);
  double x0, y0, x1, y1;

  fill_route (way, route);
  route->from = from->id;
  route->to = to->id;
  route->from_side = find_side (&from->rect, route->x[0], route->y[0]);
  route->to_side = find_side (&to->rect, way->tip_x, way->tip_y);
  shape->mark = way->legs[0].mark;
  shape->scale = scale;
  shape->route = route;
  x0 = x1 = route->x[0];
  y0 = y1 = route->y[0];
  for (guint i = 1; i < route->n; i++)
    {
      x0 = MIN (x0, route->x[i]);
      x1 = MAX (x1, route->x[i]);
      y0 = MIN (y0, route->y[i]);
      y1 = MAX (y1, route->y[i]);
    }
  shape->rect = (EtpRect){ x0, y0, x1 - x0, y1 - y0 };
}

void
etp_shape_list_add_link (EtpShapeList *self,
                         const EtpPagePart *part,
                         const EtpItemRef *refs,
                         guint n,
                         const EtpRect *clip)
{
  const EtpItem *named = find_named (part, refs, n);
  const EtpShapeEnd *from = find_end (self, named, ETP_LINK_FROM);
  const EtpShapeEnd *to = find_end (self, named, ETP_LINK_TO);
  g_autofree guint64 *skip = g_new0 (guint64, n);
  Way way = { .is_broken = from == NULL || to == NULL };

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n; i++)
        {
          const EtpItem *item = etp_scene_get_item (part->scene, refs[i]);
          const EtpRect rect = etp_scene_item_rect (part->scene, refs[i], NULL);
          const double x = part->x + (rect.x - part->source.x) * part->scale;
          const double y = part->y + (rect.y - part->source.y) * part->scale;

          if (pass == 0)
            skip[i] = read_leg (item, x, y, part->scale, &way);
          else
            etp_shape_list_add_marks (self, item, x, y, part->scale, clip, skip[i]);
        }
      if (pass == 1)
        break;
      if (sort_legs (&way, part->scale))
        add_connector (self, &way, named, from, to, part->scale);
      else
        memset (skip, 0, n * sizeof *skip);
    }
}
