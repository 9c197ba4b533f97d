/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Walking the map with the keyboard, and saying where one is. The grid is found in the places of
 * the items themselves: right is the nearest item of the same lane that begins further right, so
 * it works for stacked cards, for cards side by side and for points of a curve alike. */

/* Two items whose middles are nearer than this stand below each other. Points stand on their own. */
#define BESIDE 24.0

typedef struct
{
  EtpItemRef ref;
  const EtpItem *item;
  const EtpCell *cell;
  guint group;
  EtpRect rect;
  double x, y; /* the middle */
} Stop;

static gboolean
is_focusable (const EtpItem *item)
{
  return (item->can & ETP_CAN_FOCUS) != 0;
}

/* The list passes over cells in which nothing lies. */
static gboolean
is_thing (const EtpItem *item)
{
  return is_focusable (item) && item->kind != ETP_ITEM_CELL;
}

static gboolean
is_point (const EtpItem *item)
{
  return item->kind == ETP_ITEM_POINT || item->kind == ETP_ITEM_STOP;
}

static void
fill_stop (EtpScene *self, EtpItemRef ref, Stop *stop)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (self, ref.cell);

  stop->ref = ref;
  stop->cell = placed->cell;
  stop->group = placed->group;
  stop->item = placed->cell->items[ref.index].item;
  stop->rect = etp_scene_get_own_rect (self, ref);
  stop->x = stop->rect.x + stop->rect.width / 2;
  stop->y = stop->rect.y + stop->rect.height / 2;
}

static gboolean
is_none_or_gone (EtpScene *self, EtpItemRef ref)
{
  return etp_item_ref_is_none (ref) || etp_scene_get_item (self, ref) == NULL;
}

/* One item on or back in the order of the scene, focusable or not. */
static gboolean
move_on (EtpScene *self, EtpItemRef *ref, gboolean forward)
{
  while (TRUE)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (self, ref->cell);

      if (placed == NULL)
        return FALSE;
      if (forward && ref->index + 1 < placed->cell->n_items)
        {
          ref->index++;
          return TRUE;
        }
      if (!forward && ref->index > 0)
        {
          ref->index--;
          return TRUE;
        }
      if (!forward && ref->cell == 0)
        return FALSE;
      ref->cell += forward ? 1 : G_MAXUINT;
      placed = etp_scene_get_cell (self, ref->cell);
      if (placed == NULL)
        return FALSE;
      /* Just outside the next cell, so that the next round steps in. */
      ref->index = forward ? G_MAXUINT : placed->cell->n_items;
    }
}

EtpItemRef
etp_scene_next (EtpScene *self, EtpItemRef from, gint step)
{
  gboolean forward = step >= 0;
  guint n = (guint) ABS (step);
  EtpItemRef ref = from;

  if (is_none_or_gone (self, from))
    {
      guint last = etp_scene_get_n_cells (self);

      if (last == 0 || step == 0)
        return ETP_ITEM_REF_NONE;
      ref.cell = forward ? 0 : last - 1;
      ref.index = forward ? G_MAXUINT : etp_scene_get_cell (self, last - 1)->cell->n_items;
    }
  while (n > 0)
    {
      if (!move_on (self, &ref, forward))
        return ETP_ITEM_REF_NONE;
      if (is_thing (etp_scene_get_item (self, ref)))
        n--;
    }
  return ref;
}

/* Rows of the grid: the title, the phase heads, then the lanes, then the foot, then the links. */
enum
{
  ROW_TITLE,
  ROW_HEADS,
  ROW_LANES
};

static guint
get_row (EtpScene *self, const EtpCell *cell)
{
  for (guint i = 0; cell->lane_id != NULL && i < self->lanes->len; i++)
    if (strcmp (g_array_index (self->lanes, EtpSceneLane, i).lane_id, cell->lane_id) == 0)
      return ROW_LANES + i;
  /* Links lie all over the map and are no neighbours of what they pass. */
  if (g_strcmp0 (cell->phase_id, ETP_GROUP_LINKS) == 0)
    return ROW_LANES + self->lanes->len + 1;
  if (cell->phase_id != NULL)
    return ROW_HEADS;
  return cell->n_items > 0 && cell->items[0].item->kind == ETP_ITEM_FOOT
             ? ROW_LANES + self->lanes->len
             : ROW_TITLE;
}

typedef double (*Judge) (const Stop *from, const Stop *to, double direction);

/* Whether it lies in a phase: as one of its own, or as a card of an earlier one that spans over where one
 * is. Such a card is below or above all of the phases that it spans over, however far its middle is. */
static gboolean
is_in_column (const Stop *from, Stop *to, guint group)
{
  const gboolean covers = to->rect.x <= from->x && from->x <= to->rect.x + to->rect.width;

  if (covers)
    to->x = from->x;
  return covers || to->group == group;
}

/* The item with the smallest cost in this row (G_MAXUINT: in any) of a phase, by its group (G_MAXUINT: of
 * all); a negative cost is no candidate. */
static EtpItemRef
find_best (EtpScene *self, const Stop *from, guint row, guint group, double direction, Judge judge)
{
  EtpItemRef best = ETP_ITEM_REF_NONE;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const EtpPlacedCell *placed = &g_array_index (self->cells, EtpPlacedCell, i);

      if (row != G_MAXUINT && get_row (self, placed->cell) != row)
        continue;
      for (guint j = 0; j < placed->cell->n_items; j++)
        {
          Stop to;
          double cost;

          if (!is_focusable (placed->cell->items[j].item))
            continue;
          fill_stop (self, (EtpItemRef){ i, j }, &to);
          if (group != G_MAXUINT && !is_in_column (from, &to, group))
            continue;
          cost = judge (from, &to, direction);
          if (cost < 0 || cost >= least)
            continue;
          least = cost;
          best = to.ref;
        }
    }
  return best;
}

/* Beside it in the same row: near in x counts most, then near in y. */
static double
judge_beside (const Stop *from, const Stop *to, double direction)
{
  double dx = (to->x - from->x) * direction;
  double least = is_point (from->item) && is_point (to->item) ? 1 : BESIDE;

  return dx < least ? -1 : dx * 4 + fabs (to->y - from->y);
}

/* Above or below it in the same cell. */
static double
judge_in_cell (const Stop *from, const Stop *to, double direction)
{
  double dy = (to->y - from->y) * direction;
  double most = is_point (from->item) ? 1 : MAX (from->rect.width, to->rect.width) / 2;

  return dy <= 0 || fabs (to->x - from->x) > most ? -1 : dy;
}

/* From a link, which stands in no row: the nearest on that side, other links too. */
static double
judge_near_x (const Stop *from, const Stop *to, double direction)
{
  double dx = (to->x - from->x) * direction;

  return dx < 1 ? -1 : dx + 2 * fabs (to->y - from->y);
}

static double
judge_near_y (const Stop *from, const Stop *to, double direction)
{
  double dy = (to->y - from->y) * direction;

  return dy < 1 ? -1 : dy + 2 * fabs (to->x - from->x);
}

/* In another row, on the side where one comes in. */
static double
judge_row (const Stop *from, const Stop *to, double direction)
{
  return 1e6 + to->y * direction + fabs (to->x - from->x) * 4;
}

/* Title and foot belong to all phases. */
static gboolean
is_shared_row (EtpScene *self, guint row)
{
  return row == ROW_TITLE || row == ROW_LANES + self->lanes->len;
}

/* What spans over several phases is left from the one that it is of. */
static void
stand_in_column (EtpScene *self, Stop *stop)
{
  const EtpRect *column = &etp_scene_get_group (self, stop->group)->rect;

  if (stop->x < column->x || stop->x > column->x + column->width)
    stop->x = column->x + column->width / 2;
}

static EtpItemRef
go_along (EtpScene *self, const Stop *from, double direction)
{
  guint row = get_row (self, from->cell);
  gboolean anywhere = is_shared_row (self, row);
  EtpItemRef best = find_best (self, from, row, from->group, direction, judge_in_cell);

  while (etp_item_ref_is_none (best))
    {
      if (direction < 0 ? row == ROW_TITLE : row >= ROW_LANES + self->lanes->len)
        break;
      row += direction < 0 ? G_MAXUINT : 1;
      best = find_best (self, from, row,
                        anywhere || is_shared_row (self, row) ? G_MAXUINT : from->group, direction,
                        judge_row);
    }
  return best;
}

EtpItemRef
etp_scene_go (EtpScene *self, EtpItemRef from, EtpGo direction)
{
  EtpItemRef best;
  Stop stop;

  if (is_none_or_gone (self, from))
    return etp_scene_next (self, ETP_ITEM_REF_NONE, 1);
  fill_stop (self, from, &stop);
  if (stop.item->kind == ETP_ITEM_LINK)
    best = find_best (self, &stop, G_MAXUINT, G_MAXUINT,
                      direction == ETP_GO_RIGHT || direction == ETP_GO_DOWN ? 1 : -1,
                      direction == ETP_GO_LEFT || direction == ETP_GO_RIGHT ? judge_near_x
                                                                            : judge_near_y);
  else if (direction == ETP_GO_LEFT || direction == ETP_GO_RIGHT)
    best = find_best (self, &stop, get_row (self, stop.cell), G_MAXUINT,
                      direction == ETP_GO_RIGHT ? 1 : -1, judge_beside);
  else
    {
      stand_in_column (self, &stop);
      best = go_along (self, &stop, direction == ETP_GO_DOWN ? 1 : -1);
    }
  return etp_item_ref_is_none (best) ? from : best;
}

/* Which of the focusable items of its phase and lane it is. */
static void
count_in_cell (EtpScene *self, const Stop *stop, guint *position, guint *total)
{
  const EtpGroup *group = etp_scene_get_group (self, stop->group);

  *position = 0;
  *total = 0;
  for (guint i = 0; i < group->n_cells; i++)
    {
      const EtpCell *cell = etp_scene_get_cell (self, group->first_cell + i)->cell;

      if (g_strcmp0 (cell->lane_id, stop->cell->lane_id) != 0)
        continue;
      for (guint j = 0; j < cell->n_items; j++)
        {
          if (!is_focusable (cell->items[j].item))
            continue;
          ++*total;
          if (cell->items[j].item == stop->item)
            *position = *total;
        }
    }
}

static const char *
get_lane_name (EtpScene *self, const char *lane_id)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const EtpSceneLane *lane = &g_array_index (self->lanes, EtpSceneLane, i);

      if (strcmp (lane->lane_id, lane_id) == 0)
        return lane->name;
    }
  return "";
}

char *
etp_scene_dup_description (EtpScene *self, EtpItemRef ref)
{
  const char *lane, *note;
  guint position, total;
  Stop stop;

  if (is_none_or_gone (self, ref))
    return g_strdup ("");
  fill_stop (self, ref, &stop);
  note = stop.item->note;
  if (stop.cell->lane_id == NULL || stop.item->kind == ETP_ITEM_LANE_HEAD)
    return g_strdup (note != NULL ? note : "");
  lane = get_lane_name (self, stop.cell->lane_id);
  if (stop.item->kind == ETP_ITEM_CELL)
    /* Translators: where the keyboard is on the map, for a screen reader: the phase ("Phase 2
     * Consideration") and the lane's name; no card lies there. */
    return g_strdup_printf (_ ("%s, lane %s, empty"), etp_scene_get_group (self, stop.group)->name,
                            lane);
  count_in_cell (self, &stop, &position, &total);
  if (note != NULL && note[0] != '\0')
    /* Translators: where an item of the map is, for a screen reader: the phase ("Phase 2
     * Consideration"), the lane's name, its position, the number of items in that cell, and more
     * about it ("delighted"). */
    return g_strdup_printf (_ ("%s, lane %s, %u of %u, %s"),
                            etp_scene_get_group (self, stop.group)->name, lane, position, total,
                            note);
  /* Translators: where an item of the map is, for a screen reader: the phase ("Phase 2
   * Consideration"), the lane's name, its position and the number of items in that cell. */
  return g_strdup_printf (_ ("%s, lane %s, %u of %u"), etp_scene_get_group (self, stop.group)->name,
                          lane, position, total);
}
