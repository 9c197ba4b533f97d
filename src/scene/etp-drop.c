/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-drop.h"

#include <string.h>

#include "etp-drop-private.h"
#include "model/etp-edit-map.h"

/* The place under a point is found in what is drawn: the phase by the columns, the lane by the
 * slots of that column, and in the slot the units below each other, which are single cards and
 * whole groups. A unit counts as above the point when its middle is. What is drawn is not always
 * in the order of the cards: notes under steps come first, in the steps' order. So the place is
 * moved to where a card with this step can come to lie, and the mark does not promise more. */

#define NEAR 26.0 /* lane that shows no cards: so near to its edge it is the neighbour's */
#define ONTO 0.28 /* of a card's height, at either end: beside it and not onto it */
#define LEAST_ROOM 16.0 /* stays within the space between lanes */
#define GAP 8.0
#define BAR 8.0 /* the mark, where there is no room for more */
#define LONE 64.0 /* the mark in an empty cell, at most */
#define FOLD_ROOM 9.0 /* around the sign that folds a group */

static gboolean
is_phase (EtpJourney *journey, const char *id)
{
  EtpNode *node = id != NULL ? etp_journey_get_node (journey, id) : NULL;

  return node != NULL && etp_node_get_list (node) == ETP_LIST_PHASES;
}

/* The nearest one; groups of a scene that are no phases have other ids. */
static const EtpGroup *
find_column (EtpScene *scene, EtpJourney *journey, double x)
{
  const EtpGroup *best = NULL;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < scene->groups->len; i++)
    {
      const EtpGroup *group = &g_array_index (scene->groups, EtpGroup, i);
      double distance = MAX (group->rect.x - x, x - group->rect.x - group->rect.width);

      if (distance < nearest && is_phase (journey, group->node_id))
        {
          nearest = distance;
          best = group;
        }
    }
  return best;
}

static EtpNode *
get_lane (const EtpDropSearch *self, const EtpSceneSlot *slot)
{
  EtpNode *node = etp_journey_get_node (self->drop->journey, slot->lane_id);

  return node != NULL && etp_node_get_list (node) == ETP_LIST_LANES ? node : NULL;
}

/* The slots of the column come one after the other, from top to bottom. */
static gboolean
find_slot (EtpDropSearch *self)
{
  GArray *slots = self->scene->slots;
  double space = etp_style_get_metrics (self->scene->style)->lane_space;
  double nearest = NEAR;
  gboolean is_first = TRUE;

  for (guint i = 0; i < slots->len; i++)
    {
      const EtpSceneSlot *slot = &g_array_index (slots, EtpSceneSlot, i);
      const EtpSceneSlot *next = i + 1 < slots->len ? slot + 1 : NULL;
      double bottom = self->group->rect.y + self->group->rect.height - space, distance;
      EtpNode *lane;

      if (slot->lane_id == NULL || g_strcmp0 (slot->phase_id, self->group->node_id) != 0)
        continue;
      if (next != NULL && (next->lane_id == NULL || next->phase_id == NULL))
        next = NULL;
      if (next != NULL)
        bottom = next->y - space;
      lane = get_lane (self, slot);
      distance = MAX (slot->y - self->y, self->y - bottom);
      /* The first takes what is above the lanes, the last what is below. */
      if ((is_first && self->y < slot->y) || (next == NULL && self->y > bottom))
        distance = 0;
      is_first = FALSE;
      if (lane == NULL || !etp_lane_kind_takes_cards (etp_node_get_enum (lane, ETP_LANE_KIND))
          || distance >= nearest)
        continue;
      nearest = distance;
      self->slot = slot;
      self->bottom = MAX (bottom, slot->y + slot->height);
      self->kind = (EtpLaneKind) MAX (etp_node_get_enum (lane, ETP_LANE_KIND), 0);
      self->lane = etp_node_list_get_index (
          etp_journey_get_list (self->drop->journey, ETP_LIST_LANES), lane);
    }
  return self->slot != NULL;
}

/* The step that the moved card stays under in this phase. */
static guint
get_own_step (const EtpDropSearch *self)
{
  const EtpPlace *place = self->drop->card != NULL
                              ? etp_outline_find (self->outline, self->drop->card)
                              : NULL;

  if (place == NULL || place->step == G_MAXUINT || place->phase != self->phase
      || self->kind == ETP_LANE_KIND_TOUCHPOINTS)
    return ETP_DROP_NO_STEP;
  return place->step_index;
}

static void
set_range (EtpDropSearch *self, double left, double right)
{
  self->place->left = left;
  self->place->right = right;
  self->place->mark.x = left;
  self->place->mark.width = right - left;
}

/* The mark in a column of units: those of the same step. k: before the k-th of all. */
static void
mark_between (EtpDropSearch *self, guint k)
{
  EtpDropPlace *place = self->place;
  const EtpDropUnit *before = k > 0 ? &g_array_index (self->units, EtpDropUnit, k - 1) : NULL;
  const EtpDropUnit *after = k < self->units->len ? &g_array_index (self->units, EtpDropUnit, k)
                                                  : NULL;
  double end = self->units->len > 0
                   ? g_array_index (self->units, EtpDropUnit, self->units->len - 1).bottom
                   : self->slot->y - GAP;
  double free = self->bottom - end - GAP;

  place->room = CLAMP (free, LEAST_ROOM, self->drop->height + GAP);
  place->below = after != NULL ? after->top : before != NULL ? before->bottom + GAP : self->slot->y;
  place->mark.y = place->below;
  if (after != NULL)
    place->mark.height = MAX (place->room - GAP, BAR);
  else
    place->mark.height = CLAMP (free, BAR, before != NULL ? self->drop->height : LONE);
}

/* Where a card with this step may lie among the units: [first, last]. */
static void
get_limits (const EtpDropSearch *self, guint step, guint *first, guint *last)
{
  *first = *last = self->units->len;
  for (guint i = self->units->len; i > 0; i--)
    {
      const EtpDropUnit *unit = &g_array_index (self->units, EtpDropUnit, i - 1);

      if (unit->step > step)
        *last = i - 1;
      if (unit->step >= step)
        *first = i - 1;
    }
}

static void
find_between (EtpDropSearch *self, guint step)
{
  guint k = 0, first, last;

  while (k < self->units->len
         && self->y > (g_array_index (self->units, EtpDropUnit, k).top
                       + g_array_index (self->units, EtpDropUnit, k).bottom)
                          / 2)
    k++;
  get_limits (self, step, &first, &last);
  k = CLAMP (k, first, last);
  self->place->index = G_MAXUINT;
  if (k < last)
    self->place->index = g_array_index (self->units, EtpDropUnit, k).index;
  else if (k > first)
    self->place->index = g_array_index (self->units, EtpDropUnit, k - 1).index + 1;
  mark_between (self, k);
}

/* Into a group, behind its cards. */
static gboolean
find_in_group (EtpDropSearch *self, const EtpDropUnit *unit)
{
  EtpDropPlace *place = self->place;

  if (!unit->is_group || !self->drop->can_group || self->y < unit->card_bottom
      || self->y > unit->bottom || self->x < unit->x || self->x > unit->x + unit->width)
    return FALSE;
  place->head_id = etp_node_get_id (unit->card);
  place->index = G_MAXUINT;
  place->room = 0;
  place->mark = (EtpRect){ unit->x, unit->top, unit->width, unit->bottom - unit->top };
  place->below = place->mark.y + place->mark.height;
  return TRUE;
}

static gboolean
find_onto (EtpDropSearch *self, const EtpDropUnit *unit)
{
  EtpDropPlace *place = self->place;
  double height = unit->card_bottom - unit->top;

  if (!self->drop->can_group || self->kind == ETP_LANE_KIND_TOUCHPOINTS || self->x < unit->x
      || self->x > unit->x + unit->width || self->y < unit->top + ONTO * height
      || self->y > unit->card_bottom - ONTO * height)
    return FALSE;
  if (unit->is_group)
    place->head_id = etp_node_get_id (unit->card);
  else
    place->onto_id = etp_node_get_id (unit->card);
  place->index = G_MAXUINT;
  place->room = 0;
  place->mark = (EtpRect){ unit->x, unit->top, unit->width, unit->bottom - unit->top };
  place->below = place->mark.y + place->mark.height;
  return TRUE;
}

/* Steps side by side: the mark stands upright between two of them. */
static void
find_beside (EtpDropSearch *self)
{
  EtpDropPlace *place = self->place;
  guint k = 0;
  double x = self->group->rect.x + GAP;

  while (k < self->units->len
         && self->x > g_array_index (self->units, EtpDropUnit, k).x
                          + g_array_index (self->units, EtpDropUnit, k).width / 2)
    k++;
  place->index = k < self->units->len ? g_array_index (self->units, EtpDropUnit, k).index
                                      : G_MAXUINT;
  if (k > 0)
    x = g_array_index (self->units, EtpDropUnit, k - 1).x
        + g_array_index (self->units, EtpDropUnit, k - 1).width + 2;
  else if (k < self->units->len)
    x = g_array_index (self->units, EtpDropUnit, k).x - BAR - 2;
  place->mark = (EtpRect){ x, self->slot->y, BAR, MAX (self->bottom - self->slot->y, BAR) };
  place->below = G_MAXDOUBLE;
}

static gint
compare_x (gconstpointer a, gconstpointer b)
{
  const EtpDropUnit *one = a, *other = b;

  return one->x < other->x ? -1 : one->x > other->x;
}

/* Which of n steps that stand side by side between left and left + width is the one at x. */
static guint
get_slot_at (double left, double width, guint n, double x)
{
  return (guint) CLAMP ((x - left) / width * n, 0, n - 1);
}

/* Notes below steps that stand side by side come under the step of the slot. */
static void
find_in_slots (EtpDropSearch *self)
{
  double inset = etp_style_get_metrics (self->scene->style)->card_inset;
  double left = self->group->rect.x + inset, width = self->group->rect.width - 2 * inset;
  const EtpPlace *const *steps;
  guint n, at;

  if (self->kind == ETP_LANE_KIND_TOUCHPOINTS)
    {
      g_array_sort (self->units, compare_x);
      find_beside (self);
      return;
    }
  steps = etp_outline_get_phase_steps (self->outline, self->phase, &n);
  if (n < 2)
    {
      find_between (self, get_own_step (self));
      return;
    }
  at = get_slot_at (left, width, n, self->x);
  self->place->step_id = etp_node_get_id (steps[at]->card);
  set_range (self, left + at * width / n, left + (at + 1) * width / n - GAP);
  for (guint i = self->units->len; i > 0; i--)
    {
      const EtpDropUnit *unit = &g_array_index (self->units, EtpDropUnit, i - 1);

      if (unit->x + unit->width <= self->place->left || unit->x >= self->place->right)
        g_array_remove_index (self->units, i - 1);
    }
  for (guint i = 0; i < self->units->len; i++)
    g_array_index (self->units, EtpDropUnit, i).step = ETP_DROP_NO_STEP;
  find_between (self, ETP_DROP_NO_STEP);
}

static gboolean
is_side_by_side (EtpJourney *journey)
{
  return etp_node_get_enum (ETP_NODE (journey), ETP_JOURNEY_ARRANGEMENT)
         == ETP_ARRANGEMENT_SIDE_BY_SIDE;
}

static gboolean
is_collapsed (EtpNode *lane, EtpNode *phase)
{
  return etp_node_get_boolean (phase, ETP_PHASE_COLLAPSED)
         || etp_node_get_boolean (lane, ETP_LANE_COLLAPSED);
}

EtpNode *
etp_drop_find_slot (
    EtpScene *scene, EtpNode *lane, EtpNode *phase, const EtpRect *cell, double x, EtpRect *slot)
{
  EtpJourney *journey = etp_node_get_journey (lane);
  const int kind = etp_node_get_enum (lane, ETP_LANE_KIND);
  const double inset = etp_style_get_metrics (scene->style)->card_inset;
  const double left = cell->x + inset, width = cell->width - 2 * inset;
  const EtpPlace *const *steps;
  guint n, at;

  if (!is_side_by_side (journey) || !etp_lane_kind_shows_cards (kind)
      || kind == ETP_LANE_KIND_TOUCHPOINTS || is_collapsed (lane, phase))
    return NULL;
  steps = etp_outline_get_phase_steps (
      etp_journey_get_outline (journey),
      etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_PHASES), phase), &n);
  if (n < 2)
    return NULL;
  at = get_slot_at (left, width, n, x);
  *slot = (EtpRect){ left + at * width / n, cell->y, width / n - GAP, cell->height };
  return steps[at]->card;
}

EtpNode *
etp_drop_find_step (EtpScene *scene, EtpNode *lane, EtpNode *phase, const EtpRect *cell, double x)
{
  EtpRect slot;

  return etp_drop_find_slot (scene, lane, phase, cell, x, &slot);
}

static void
find_place (EtpDropSearch *self)
{
  EtpDropPlace *place = self->place;
  double inset = etp_style_get_metrics (self->scene->style)->card_inset;

  set_range (self, self->group->rect.x + inset,
             self->group->rect.x + self->group->rect.width - inset);
  /* Measures lie in the order of their list, wherever they are let go. */
  if (self->kind == ETP_LANE_KIND_MEASURES
      || is_collapsed (get_lane (self, self->slot),
                       etp_journey_get_node (self->drop->journey, self->group->node_id)))
    {
      place->mark = place->cell;
      place->index = G_MAXUINT;
      place->below = G_MAXDOUBLE;
      return;
    }
  etp_drop_collect_units (self);
  for (guint i = 0; i < self->units->len; i++)
    {
      const EtpDropUnit *unit = &g_array_index (self->units, EtpDropUnit, i);

      if (find_onto (self, unit) || find_in_group (self, unit))
        return;
    }
  if (is_side_by_side (self->drop->journey))
    find_in_slots (self);
  else
    find_between (self, get_own_step (self));
}

gboolean
etp_drop_find (const EtpDrop *self, EtpScene *scene, double x, double y, EtpDropPlace *place)
{
  EtpDropSearch search = { .drop = self, .scene = scene, .x = x, .y = y, .place = place };

  memset (place, 0, sizeof *place);
  search.group = find_column (scene, self->journey, x);
  if (search.group == NULL || !find_slot (&search))
    return FALSE;
  search.outline = etp_journey_get_outline (self->journey);
  search.phase = etp_node_list_get_index (
      etp_journey_get_list (self->journey, ETP_LIST_PHASES),
      etp_journey_get_node (self->journey, search.group->node_id));
  search.units = g_array_new (FALSE, FALSE, sizeof (EtpDropUnit));
  place->phase_id = search.slot->phase_id;
  place->lane_id = search.slot->lane_id;
  place->first_cell = search.slot->first_cell;
  place->n_cells = search.slot->n_cells;
  place->cell = (EtpRect){ search.group->rect.x, search.slot->y - GAP, search.group->rect.width,
                           search.bottom - search.slot->y + 2 * GAP };
  find_place (&search);
  g_array_unref (search.units);
  return TRUE;
}

gboolean
etp_drop_place_equal (const EtpDropPlace *a, const EtpDropPlace *b)
{
  return a->index == b->index && a->mark.x == b->mark.x && a->mark.y == b->mark.y
         && a->below == b->below && g_strcmp0 (a->phase_id, b->phase_id) == 0
         && g_strcmp0 (a->lane_id, b->lane_id) == 0 && g_strcmp0 (a->head_id, b->head_id) == 0
         && g_strcmp0 (a->onto_id, b->onto_id) == 0 && g_strcmp0 (a->step_id, b->step_id) == 0;
}

gboolean
etp_item_find_fold_sign (const EtpItem *item, EtpRect *rect)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];

      if (mark->type != ETP_MARK_ICON
          || (mark->icon != ETP_ICON_FOLD && mark->icon != ETP_ICON_UNFOLD))
        continue;
      *rect = (EtpRect){ mark->rect.x - FOLD_ROOM, mark->rect.y - FOLD_ROOM,
                         item->width - mark->rect.x + FOLD_ROOM,
                         mark->rect.height + 2 * FOLD_ROOM };
      return TRUE;
    }
  return FALSE;
}
