/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-hyphen.h"
#include "etp-scene-private.h"

#include <string.h>

/* The picture of a journey. Views fill it once; then nothing changes, so that a worker may paint
 * one scene while the next is built. Cells are shared between scenes; what is looked for in an
 * area costs the cells of the scene and the items of those that meet it. */

#define PIN_SPACE 12.0 /* between the phase heads and a lane head that follows the view */

G_DEFINE_FINAL_TYPE (EtpScene, etp_scene, G_TYPE_OBJECT)

static char *
dup_ref_string (const char *text)
{
  return text != NULL ? g_ref_string_new (text) : NULL;
}

static void
clear_group (gpointer data)
{
  EtpGroup *group = data;

  g_clear_pointer (&group->node_id, g_ref_string_release);
  g_clear_pointer (&group->name, g_ref_string_release);
}

static void
clear_slot (gpointer data)
{
  EtpSceneSlot *slot = data;

  g_clear_pointer (&slot->phase_id, g_ref_string_release);
  g_clear_pointer (&slot->lane_id, g_ref_string_release);
}

static void
clear_placed_cell (gpointer data)
{
  EtpPlacedCell *placed = data;

  etp_cell_unref (placed->cell);
}

static void
clear_lane (gpointer data)
{
  EtpSceneLane *lane = data;

  g_ref_string_release (lane->lane_id);
  g_ref_string_release (lane->name);
}

static void
etp_scene_finalize (GObject *object)
{
  EtpScene *self = ETP_SCENE (object);

  g_array_unref (self->groups);
  g_array_unref (self->slots);
  g_array_unref (self->cells);
  g_array_unref (self->lanes);
  g_clear_object (&self->style);
  g_clear_pointer (&self->language, g_ref_string_release);

  G_OBJECT_CLASS (etp_scene_parent_class)->finalize (object);
}

static void
etp_scene_class_init (EtpSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_scene_finalize;
}

static GArray *
new_array (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

static void
etp_scene_init (EtpScene *self)
{
  self->groups = new_array (sizeof (EtpGroup), clear_group);
  self->slots = new_array (sizeof (EtpSceneSlot), clear_slot);
  self->cells = new_array (sizeof (EtpPlacedCell), clear_placed_cell);
  self->lanes = new_array (sizeof (EtpSceneLane), clear_lane);
}

EtpScene *
etp_scene_new (EtpStyle *style, const char *language)
{
  EtpScene *self = g_object_new (ETP_TYPE_SCENE, NULL);

  self->style = g_object_ref (style);
  self->language = dup_ref_string (language != NULL ? language : "");
  return self;
}

void
etp_scene_set_size (EtpScene *self, double width, double height)
{
  self->width = width;
  self->height = height;
}

void
etp_scene_set_pins (EtpScene *self, double top, double left, double inset)
{
  self->pin_top = top;
  self->pin_left = left;
  self->pin_inset = inset;
}

void
etp_scene_add_lane (EtpScene *self, const char *lane_id, const char *name)
{
  g_autofree char *spoken = etp_hyphen_strip (name);
  EtpSceneLane lane = { dup_ref_string (lane_id), dup_ref_string (spoken) };

  g_array_append_val (self->lanes, lane);
}

void
etp_scene_begin_group (EtpScene *self, const char *node_id, const char *name, EtpRect rect)
{
  EtpGroup group = { dup_ref_string (node_id), dup_ref_string (name), rect, self->cells->len, 0 };

  g_array_append_val (self->groups, group);
}

void
etp_scene_begin_slot (EtpScene *self,
                      const char *phase_id,
                      const char *lane_id,
                      guint64 stamp,
                      double x,
                      double y,
                      double height)
{
  EtpSceneSlot slot = {
    .phase_id = dup_ref_string (phase_id),
    .lane_id = dup_ref_string (lane_id),
    .stamp = stamp,
    .x = x,
    .y = y,
    .height = height,
    .first_cell = self->cells->len,
  };

  g_array_append_val (self->slots, slot);
}

void
etp_scene_add_cell (EtpScene *self, EtpCell *cell, double y)
{
  EtpGroup *group = &g_array_index (self->groups, EtpGroup, self->groups->len - 1);
  EtpSceneSlot *slot = &g_array_index (self->slots, EtpSceneSlot, self->slots->len - 1);
  EtpPlacedCell placed = { cell, slot->x, slot->y + y, self->groups->len - 1 };

  g_array_append_val (self->cells, placed);
  group->n_cells++;
  slot->n_cells++;
}

const EtpSceneSlot *
etp_scene_find_slot (EtpScene *self, const char *phase_id, const char *lane_id, guint index)
{
  guint n = self->slots->len;

  /* Mostly it is where it was; otherwise not far from there, on either side. */
  for (guint i = 0; i < n; i++)
    {
      guint distance = (i + 1) / 2;
      guint at = (i % 2 == 0 ? index + distance : index + n - distance % n) % n;
      const EtpSceneSlot *slot = &g_array_index (self->slots, EtpSceneSlot, at);

      if (g_strcmp0 (slot->lane_id, lane_id) == 0 && g_strcmp0 (slot->phase_id, phase_id) == 0)
        return slot;
    }
  return NULL;
}

EtpCell *
etp_cell_new (const char *phase_id,
              const char *lane_id,
              guint part,
              EtpPlaced *items,
              guint n,
              double width,
              double height)
{
  EtpCell *self = g_new0 (EtpCell, 1);

  self->ref_count = 1;
  self->phase_id = dup_ref_string (phase_id);
  self->lane_id = dup_ref_string (lane_id);
  self->part = part;
  self->items = items;
  self->n_items = n;
  self->width = width;
  self->height = height;
  for (guint i = 0; i < n; i++)
    {
      const EtpItem *item = items[i].item;
      EtpRect ink = item->ink;

      ink.x += items[i].x;
      ink.y += items[i].y;
      self->ink = etp_rect_union (&self->ink, &ink);
      self->layers |= (guint8) (1 << item->layer);
      self->has_pins |= item->pin != ETP_PIN_NONE;
      self->stamp = self->stamp * 31 + item->stamp;
    }
  return self;
}

EtpCell *
etp_cell_ref (EtpCell *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
etp_cell_unref (EtpCell *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_items; i++)
    etp_item_unref (self->items[i].item);
  g_free (self->items);
  g_clear_pointer (&self->phase_id, g_ref_string_release);
  g_clear_pointer (&self->lane_id, g_ref_string_release);
  g_free (self);
}

double
etp_scene_get_width (EtpScene *self)
{
  return self->width;
}

double
etp_scene_get_height (EtpScene *self)
{
  return self->height;
}

EtpStyle *
etp_scene_get_style (EtpScene *self)
{
  return self->style;
}

const char *
etp_scene_get_language (EtpScene *self)
{
  return self->language;
}

double
etp_scene_get_pin_top (EtpScene *self)
{
  return self->pin_top;
}

double
etp_scene_get_pin_left (EtpScene *self)
{
  return self->pin_left;
}

guint
etp_scene_get_n_groups (EtpScene *self)
{
  return self->groups->len;
}

const EtpGroup *
etp_scene_get_group (EtpScene *self, guint index)
{
  return index < self->groups->len ? &g_array_index (self->groups, EtpGroup, index) : NULL;
}

guint
etp_scene_get_n_cells (EtpScene *self)
{
  return self->cells->len;
}

const EtpPlacedCell *
etp_scene_get_cell (EtpScene *self, guint index)
{
  return index < self->cells->len ? &g_array_index (self->cells, EtpPlacedCell, index) : NULL;
}

gboolean
etp_group_is_phase (const EtpGroup *self)
{
  return self->node_id != NULL && self->node_id[0] != '/';
}

gboolean
etp_item_ref_is_none (EtpItemRef ref)
{
  return ref.cell == G_MAXUINT;
}

static const EtpPlaced *
get_placed (EtpScene *self, EtpItemRef ref)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (self, ref.cell);

  if (placed == NULL || ref.index >= placed->cell->n_items)
    return NULL;
  return &placed->cell->items[ref.index];
}

EtpItem *
etp_scene_get_item (EtpScene *self, EtpItemRef ref)
{
  const EtpPlaced *placed = get_placed (self, ref);

  return placed != NULL ? placed->item : NULL;
}

EtpRect
etp_scene_get_own_rect (EtpScene *self, EtpItemRef ref)
{
  const EtpPlaced *placed = get_placed (self, ref);
  const EtpPlacedCell *cell = etp_scene_get_cell (self, ref.cell);

  if (placed == NULL || cell == NULL)
    return (EtpRect){ 0, 0, 0, 0 };
  return (EtpRect){ cell->x + placed->x, cell->y + placed->y, placed->item->width,
                    placed->item->height };
}

/* In a lane taller than the window its head goes down with the view, below the phase heads, as far
 * as the lane reaches. */
static void
follow_in_lane (EtpScene *self, const EtpItem *item, const EtpRect *viewport, EtpRect *rect)
{
  double dy = viewport->y + self->pin_top + PIN_SPACE - rect->y;
  double room = rect->height;

  for (guint i = 0; i < item->n_marks; i++)
    room = MIN (room, rect->height - item->marks[i].rect.y - item->marks[i].rect.height);
  if (dy <= 0 || room <= 0)
    return;
  dy = MIN (dy, room);
  rect->y += dy;
  rect->height -= dy;
}

EtpRect
etp_scene_item_rect (EtpScene *self, EtpItemRef ref, const EtpRect *viewport)
{
  EtpRect rect = etp_scene_get_own_rect (self, ref);
  const EtpItem *item = etp_scene_get_item (self, ref);

  if (viewport == NULL || item == NULL)
    return rect;
  if ((item->pin & ETP_PIN_TOP) != 0)
    rect.y = MAX (rect.y, viewport->y);
  if ((item->pin & ETP_PIN_LEFT) != 0)
    rect.x = MAX (rect.x, viewport->x + self->pin_inset);
  if (item->pin == ETP_PIN_LEFT)
    follow_in_lane (self, item, viewport, &rect);
  return rect;
}
