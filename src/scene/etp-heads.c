/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-heads.h"

#include <math.h>

static int
compare_heads (gconstpointer a, gconstpointer b)
{
  const EtpHead *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static void
add_heads_of_cell (EtpScene *scene, guint index, EtpItemKind kind, GArray *heads)
{
  const EtpCell *cell = etp_scene_get_cell (scene, index)->cell;

  for (guint i = 0; i < cell->n_items; i++)
    {
      const EtpItem *item = cell->items[i].item;
      const EtpItemRef ref = { index, i };
      EtpRect rect;
      EtpHead head;

      if (item->kind != kind || item->node_id == NULL)
        continue;
      rect = etp_scene_item_rect (scene, ref, NULL);
      head = kind == ETP_ITEM_PHASE_HEAD
                 ? (EtpHead){ item->node_id, ref, rect.x, rect.x + rect.width }
                 : (EtpHead){ item->node_id, ref, rect.y, rect.y + rect.height };
      g_array_append_val (heads, head);
    }
}

GArray *
etp_heads_list (EtpScene *scene, EtpListKind list)
{
  const EtpItemKind kind = list == ETP_LIST_PHASES ? ETP_ITEM_PHASE_HEAD : ETP_ITEM_LANE_HEAD;
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (EtpHead));

  g_return_val_if_fail (list == ETP_LIST_PHASES || list == ETP_LIST_LANES, heads);

  /* Heads of lanes are in the frame, those of phases in cells that belong to no lane. */
  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (scene, i)->cell;

      if (list == ETP_LIST_PHASES ? cell->lane_id == NULL && cell->phase_id != NULL
                                  : cell->lane_id != NULL && cell->phase_id == NULL)
        add_heads_of_cell (scene, i, kind, heads);
    }
  g_array_sort (heads, compare_heads);
  return heads;
}

guint
etp_heads_find (GArray *heads, const char *node_id)
{
  for (guint i = 0; i < heads->len; i++)
    if (g_strcmp0 (g_array_index (heads, EtpHead, i).node_id, node_id) == 0)
      return i;
  return G_MAXUINT;
}

guint
etp_heads_find_gap (GArray *heads, double at)
{
  guint gap = 0;

  for (; gap < heads->len; gap++)
    {
      const EtpHead *head = &g_array_index (heads, EtpHead, gap);

      if (at < (head->start + head->end) / 2)
        break;
    }
  return gap;
}

gboolean
etp_heads_is_own_gap (guint index, guint gap)
{
  return gap == index || gap == index + 1;
}

double
etp_heads_get_gap_place (GArray *heads, guint gap, double air)
{
  const EtpHead *before = gap > 0 ? &g_array_index (heads, EtpHead, gap - 1) : NULL;
  const EtpHead *after = gap < heads->len ? &g_array_index (heads, EtpHead, gap) : NULL;

  if (before != NULL && after != NULL)
    return (before->end + after->start) / 2;
  if (heads->len > 1)
    {
      const EtpHead *first = &g_array_index (heads, EtpHead, 0);

      air = first[1].start - first[0].end;
    }
  if (before != NULL)
    return before->end + air / 2;
  return after != NULL ? after->start - air / 2 : 0;
}

guint
etp_heads_get_position (GArray *heads, EtpNodeList *nodes, EtpNode *node, guint gap)
{
  const guint own = etp_node_list_get_index (nodes, node);
  const gboolean is_last = gap >= heads->len;
  const char *neighbour_id = NULL;
  guint position = 0;

  if (heads->len == 0)
    return own;
  neighbour_id = g_array_index (heads, EtpHead, is_last ? heads->len - 1 : gap).node_id;
  for (; position < etp_node_list_get_length (nodes); position++)
    if (g_str_equal (etp_node_get_id (etp_node_list_get (nodes, position)), neighbour_id))
      break;
  if (position == own)
    return own;
  if (is_last)
    position++;
  /* Counted without the node itself, which leaves its place first. */
  return own < position ? position - 1 : position;
}

guint
etp_heads_find_edge (GArray *heads, double at, double tolerance)
{
  guint found = G_MAXUINT;
  double nearest = tolerance;

  for (guint i = 0; i < heads->len; i++)
    {
      const double distance = fabs (g_array_index (heads, EtpHead, i).end - at);

      if (distance > nearest)
        continue;
      nearest = distance;
      found = i;
    }
  return found;
}

double
etp_heads_get_own_size (EtpListKind list, double shown, double scale)
{
  return list == ETP_LIST_PHASES ? shown / scale : shown;
}

double
etp_heads_fit_size (EtpListKind list, double size, double own, double snap)
{
  if (!isnan (own) && fabs (size - own) <= snap)
    return (double) NAN;
  return list == ETP_LIST_PHASES ? round (CLAMP (size, ETP_PHASE_NARROWEST, ETP_PHASE_WIDEST))
                                 : round (CLAMP (size, ETP_LANE_LOWEST, ETP_LANE_HIGHEST));
}
