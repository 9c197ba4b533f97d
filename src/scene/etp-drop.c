/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-drop.h"

#include <string.h>

#include "etp-scene-private.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"

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
#define NO_STEP G_MAXUINT
#define FOLD_ROOM 9.0 /* around the sign that folds a group */

typedef struct
{
  EtpNode *card; /* of a group: its heading */
  double x, width, top, bottom;
  double card_bottom; /* of the heading alone */
  guint step; /* index in the phase of the step that it is under; NO_STEP: none */
  guint index; /* among the cell's cards that are not moved */
  gboolean is_group;
} Unit;

typedef struct
{
  const EtpDrop *drop;
  EtpScene *scene;
  EtpOutline *outline;
  const EtpSceneSlot *slot;
  const EtpGroup *group;
  guint phase, lane; /* indices in the journey */
  EtpLaneKind kind;
  double x, y;
  double bottom; /* of the row's content */
  GArray *units; /* of Unit */
  EtpDropPlace *place;
} Search;

gboolean
etp_drop_lane_takes_cards (int kind)
{
  return kind != ETP_LANE_KIND_EMOTION && kind != ETP_LANE_KIND_CHANNELS
         && kind != ETP_LANE_KIND_LINE;
}

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
get_lane (const Search *self, const EtpSceneSlot *slot)
{
  EtpNode *node = etp_journey_get_node (self->drop->journey, slot->lane_id);

  return node != NULL && etp_node_get_list (node) == ETP_LIST_LANES ? node : NULL;
}

/* The slots of the column come one after the other, from top to bottom. */
static gboolean
find_slot (Search *self)
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
      if (lane == NULL || !etp_drop_lane_takes_cards (etp_node_get_enum (lane, ETP_LANE_KIND))
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

static gboolean
is_moved (const Search *self, EtpNode *card)
{
  return self->drop->moved != NULL
         && g_hash_table_contains (self->drop->moved, etp_node_get_id (card));
}

/* Position of a card among those of the cell that stay; G_MAXUINT if it is none of them. */
static guint
get_index (const Search *self, EtpNode *card)
{
  guint n, index = 0;
  const EtpPlace *const *places = etp_outline_get_cell (self->outline, self->phase, self->lane, &n);

  for (guint i = 0; i < n; i++)
    {
      if (places[i]->card == card)
        return index;
      if (!is_moved (self, places[i]->card))
        index++;
    }
  return G_MAXUINT;
}

static Unit *
find_unit (const Search *self, EtpNode *card)
{
  for (guint i = 0; i < self->units->len; i++)
    if (g_array_index (self->units, Unit, i).card == card)
      return &g_array_index (self->units, Unit, i);
  return NULL;
}

static EtpNode *
get_card (const Search *self, const char *id)
{
  EtpNode *node = id != NULL && id[0] != '\0' ? etp_journey_get_node (self->drop->journey, id)
                                              : NULL;

  return node != NULL && etp_node_get_list (node) == ETP_LIST_CARDS ? node : NULL;
}

static void
add_unit (Search *self, EtpNode *card, const EtpRect *rect)
{
  const EtpPlace *place = etp_outline_find (self->outline, card);
  Unit unit = { card, rect->x, rect->width, rect->y, rect->y + rect->height, 0, NO_STEP, 0, FALSE };

  if (place == NULL || place->phase != self->phase || place->lane != self->lane)
    return;
  unit.card_bottom = unit.bottom;
  unit.index = get_index (self, card);
  if (place->step_phase > 0 && self->kind != ETP_LANE_KIND_TOUCHPOINTS)
    unit.step = place->step_index;
  g_array_append_val (self->units, unit);
}

/* A card in a group is no unit of its own. */
static gboolean
is_member (const Search *self, EtpNode *card)
{
  EtpNode *head = get_card (self, etp_node_get_text (card, ETP_CARD_CLUSTER));

  return head != NULL && find_unit (self, head) != NULL;
}

static gint
compare_units (gconstpointer a, gconstpointer b)
{
  const Unit *one = a, *other = b;

  if (one->top != other->top)
    return one->top < other->top ? -1 : 1;
  return one->x < other->x ? -1 : one->x > other->x;
}

/* Cards first, then the frames that are around some of them. */
static void
collect_units (Search *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint c = 0; c < self->slot->n_cells; c++)
      {
        const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, self->slot->first_cell + c);

        for (guint i = 0; i < placed->cell->n_items; i++)
          {
            const EtpItem *item = placed->cell->items[i].item;
            EtpRect rect = { placed->x + placed->cell->items[i].x,
                             placed->y + placed->cell->items[i].y, item->width, item->height };
            EtpNode *card = get_card (self, pass == 0 ? item->node_id : item->sub);
            Unit *unit;

            if (card == NULL || is_moved (self, card))
              continue;
            if (pass == 0 && item->kind == ETP_ITEM_CARD && !is_member (self, card))
              add_unit (self, card, &rect);
            if (pass == 0 || item->kind != ETP_ITEM_LABEL || item->node_id != NULL)
              continue;
            unit = find_unit (self, card);
            if (unit == NULL)
              continue;
            unit->x = rect.x;
            unit->width = rect.width;
            unit->top = rect.y;
            unit->bottom = rect.y + rect.height;
            unit->is_group = TRUE;
          }
      }
  g_array_sort (self->units, compare_units);
}

/* The step that the moved card stays under in this phase. */
static guint
get_own_step (const Search *self)
{
  const EtpPlace *place = self->drop->card != NULL
                              ? etp_outline_find (self->outline, self->drop->card)
                              : NULL;

  if (place == NULL || place->step == G_MAXUINT || place->phase != self->phase
      || self->kind == ETP_LANE_KIND_TOUCHPOINTS)
    return NO_STEP;
  return place->step_index;
}

static void
set_range (Search *self, double left, double right)
{
  self->place->left = left;
  self->place->right = right;
  self->place->mark.x = left;
  self->place->mark.width = right - left;
}

/* The mark in a column of units: those of the same step. k: before the k-th of all. */
static void
mark_between (Search *self, guint k)
{
  EtpDropPlace *place = self->place;
  const Unit *before = k > 0 ? &g_array_index (self->units, Unit, k - 1) : NULL;
  const Unit *after = k < self->units->len ? &g_array_index (self->units, Unit, k) : NULL;
  double end = self->units->len > 0 ? g_array_index (self->units, Unit, self->units->len - 1).bottom
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
get_limits (const Search *self, guint step, guint *first, guint *last)
{
  *first = *last = self->units->len;
  for (guint i = self->units->len; i > 0; i--)
    {
      const Unit *unit = &g_array_index (self->units, Unit, i - 1);

      if (unit->step > step)
        *last = i - 1;
      if (unit->step >= step)
        *first = i - 1;
    }
}

static void
find_between (Search *self, guint step)
{
  guint k = 0, first, last;

  while (k < self->units->len
         && self->y > (g_array_index (self->units, Unit, k).top
                       + g_array_index (self->units, Unit, k).bottom)
                          / 2)
    k++;
  get_limits (self, step, &first, &last);
  k = CLAMP (k, first, last);
  self->place->index = G_MAXUINT;
  if (k < last)
    self->place->index = g_array_index (self->units, Unit, k).index;
  else if (k > first)
    self->place->index = g_array_index (self->units, Unit, k - 1).index + 1;
  mark_between (self, k);
}

/* Into a group, behind its cards. */
static gboolean
find_in_group (Search *self, const Unit *unit)
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
find_onto (Search *self, const Unit *unit)
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
find_beside (Search *self)
{
  EtpDropPlace *place = self->place;
  guint k = 0;
  double x = self->group->rect.x + GAP;

  while (k < self->units->len
         && self->x > g_array_index (self->units, Unit, k).x
                          + g_array_index (self->units, Unit, k).width / 2)
    k++;
  place->index = k < self->units->len ? g_array_index (self->units, Unit, k).index : G_MAXUINT;
  if (k > 0)
    x = g_array_index (self->units, Unit, k - 1).x + g_array_index (self->units, Unit, k - 1).width
        + 2;
  else if (k < self->units->len)
    x = g_array_index (self->units, Unit, k).x - BAR - 2;
  place->mark = (EtpRect){ x, self->slot->y, BAR, MAX (self->bottom - self->slot->y, BAR) };
  place->below = G_MAXDOUBLE;
}

static gint
compare_x (gconstpointer a, gconstpointer b)
{
  const Unit *one = a, *other = b;

  return one->x < other->x ? -1 : one->x > other->x;
}

/* Notes below steps that stand side by side come under the step of the slot. */
static void
find_in_slots (Search *self)
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
  at = (guint) CLAMP ((self->x - left) / width * n, 0, n - 1);
  self->place->step_id = etp_node_get_id (steps[at]->card);
  set_range (self, left + at * width / n, left + (at + 1) * width / n - GAP);
  for (guint i = self->units->len; i > 0; i--)
    {
      const Unit *unit = &g_array_index (self->units, Unit, i - 1);

      if (unit->x + unit->width <= self->place->left || unit->x >= self->place->right)
        g_array_remove_index (self->units, i - 1);
    }
  for (guint i = 0; i < self->units->len; i++)
    g_array_index (self->units, Unit, i).step = NO_STEP;
  find_between (self, NO_STEP);
}

static gboolean
is_collapsed (const Search *self)
{
  EtpNode *phase = etp_journey_get_node (self->drop->journey, self->group->node_id);
  EtpNode *lane = get_lane (self, self->slot);

  return etp_node_get_boolean (phase, ETP_PHASE_COLLAPSED)
         || etp_node_get_boolean (lane, ETP_LANE_COLLAPSED);
}

static void
find_place (Search *self)
{
  EtpDropPlace *place = self->place;
  double inset = etp_style_get_metrics (self->scene->style)->card_inset;

  set_range (self, self->group->rect.x + inset,
             self->group->rect.x + self->group->rect.width - inset);
  if (is_collapsed (self))
    {
      place->mark = place->cell;
      place->index = G_MAXUINT;
      place->below = G_MAXDOUBLE;
      return;
    }
  collect_units (self);
  for (guint i = 0; i < self->units->len; i++)
    {
      const Unit *unit = &g_array_index (self->units, Unit, i);

      if (find_onto (self, unit) || find_in_group (self, unit))
        return;
    }
  if (etp_node_get_enum (ETP_NODE (self->drop->journey), ETP_JOURNEY_ARRANGEMENT)
      == ETP_ARRANGEMENT_SIDE_BY_SIDE)
    find_in_slots (self);
  else
    find_between (self, get_own_step (self));
}

gboolean
etp_drop_find (const EtpDrop *self, EtpScene *scene, double x, double y, EtpDropPlace *place)
{
  Search search = { .drop = self, .scene = scene, .x = x, .y = y, .place = place };

  memset (place, 0, sizeof *place);
  search.group = find_column (scene, self->journey, x);
  if (search.group == NULL || !find_slot (&search))
    return FALSE;
  search.outline = etp_journey_get_outline (self->journey);
  search.phase = etp_node_list_get_index (
      etp_journey_get_list (self->journey, ETP_LIST_PHASES),
      etp_journey_get_node (self->journey, search.group->node_id));
  search.units = g_array_new (FALSE, FALSE, sizeof (Unit));
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
