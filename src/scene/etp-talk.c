/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-talk.h"

/* Phases in their order on the map; of each the lanes in which there is something, from top to
 * bottom. Typical: 5 phases with 8 lanes. */

/* So much of the neighbours is seen beside a phase, in phases. */
#define NEIGHBOURS 1.2
/* A lane too high for the window makes the map smaller, down to this share; then its end is cut. */
#define SMALLEST 0.6
#define LARGEST_ZOOM 4.0
#define AIR 14.0 /* map units around what is lit */

typedef struct
{
  const char *id; /* borrowed from the scene */
  EtpRect rect;
} Lane;

typedef struct
{
  const char *id, *name; /* borrowed from the scene */
  EtpRect rect;
  GArray *lanes; /* of Lane */
} Phase;

struct _EtpTalk
{
  EtpScene *scene; /* owned */
  GArray *phases; /* of Phase */
  GHashTable *lane_names; /* id → accessible name of the head, both borrowed from the scene */
};

static void
clear_phase (gpointer data)
{
  g_array_unref (((Phase *) data)->lanes);
}

/* Empty cells hold only something to stand on. */
static gboolean
has_content (const EtpCell *cell)
{
  for (guint i = 0; i < cell->n_items; i++)
    {
      const EtpItem *item = cell->items[i].item;

      if ((item->can & ETP_CAN_FOCUS) != 0 && item->kind != ETP_ITEM_CELL)
        return TRUE;
    }
  return FALSE;
}

/* A long cell comes in parts. */
static void
add_cell (Phase *phase, const EtpPlacedCell *placed)
{
  const EtpRect rect = { placed->x, placed->y, placed->cell->width, placed->cell->height };
  Lane lane = { placed->cell->lane_id, rect };

  for (guint i = 0; i < phase->lanes->len; i++)
    {
      Lane *other = &g_array_index (phase->lanes, Lane, i);

      if (!g_str_equal (other->id, lane.id))
        continue;
      other->rect = etp_rect_union (&other->rect, &rect);
      return;
    }
  g_array_append_val (phase->lanes, lane);
}

static int
compare_lanes (gconstpointer a, gconstpointer b)
{
  const Lane *one = a, *other = b;

  return (one->rect.y > other->rect.y) - (one->rect.y < other->rect.y);
}

static void
add_phase (EtpTalk *self, const EtpGroup *group)
{
  Phase phase = { group->node_id, group->name, group->rect,
                  g_array_new (FALSE, FALSE, sizeof (Lane)) };

  for (guint i = 0; i < group->n_cells; i++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, group->first_cell + i);

      if (placed->cell->lane_id != NULL && has_content (placed->cell))
        add_cell (&phase, placed);
    }
  g_array_sort (phase.lanes, compare_lanes);
  g_array_append_val (self->phases, phase);
}

static void
find_lane_names (EtpTalk *self)
{
  for (guint i = 0; i < etp_scene_get_n_cells (self->scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (self->scene, i)->cell;

      for (guint j = 0; cell->phase_id == NULL && j < cell->n_items; j++)
        {
          const EtpItem *item = cell->items[j].item;

          if (item->kind == ETP_ITEM_LANE_HEAD && item->node_id != NULL && item->name != NULL)
            g_hash_table_insert (self->lane_names, item->node_id, item->name);
        }
    }
}

EtpTalk *
etp_talk_new (EtpScene *scene)
{
  EtpTalk *self;

  g_return_val_if_fail (ETP_IS_SCENE (scene), NULL);

  self = g_new0 (EtpTalk, 1);
  self->scene = g_object_ref (scene);
  self->phases = g_array_new (FALSE, FALSE, sizeof (Phase));
  g_array_set_clear_func (self->phases, clear_phase);
  self->lane_names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < etp_scene_get_n_groups (scene); i++)
    if (etp_group_is_phase (etp_scene_get_group (scene, i)))
      add_phase (self, etp_scene_get_group (scene, i));
  find_lane_names (self);
  return self;
}

void
etp_talk_free (EtpTalk *self)
{
  g_array_unref (self->phases);
  g_hash_table_unref (self->lane_names);
  g_object_unref (self->scene);
  g_free (self);
}

/* NULL: the whole map. */
static const Phase *
get_phase (EtpTalk *self, guint phase)
{
  return phase > 0 && phase <= self->phases->len ? &g_array_index (self->phases, Phase, phase - 1)
                                                 : NULL;
}

static const Lane *
get_lane (EtpTalk *self, EtpTalkPlace place)
{
  const Phase *phase = get_phase (self, place.phase);

  if (phase == NULL || place.lane == 0 || place.lane > phase->lanes->len)
    return NULL;
  return &g_array_index (phase->lanes, Lane, place.lane - 1);
}

guint
etp_talk_get_n_phases (EtpTalk *self)
{
  return self->phases->len;
}

guint
etp_talk_get_n_lanes (EtpTalk *self, guint phase)
{
  const Phase *found = get_phase (self, phase);

  return found != NULL ? found->lanes->len : 0;
}

const char *
etp_talk_get_phase_id (EtpTalk *self, EtpTalkPlace place)
{
  const Phase *phase = get_phase (self, place.phase);

  return phase != NULL ? phase->id : NULL;
}

const char *
etp_talk_get_phase_name (EtpTalk *self, EtpTalkPlace place)
{
  const Phase *phase = get_phase (self, place.phase);

  return phase != NULL ? phase->name : NULL;
}

const char *
etp_talk_get_lane_id (EtpTalk *self, EtpTalkPlace place)
{
  const Lane *lane = get_lane (self, place);

  return lane != NULL ? lane->id : NULL;
}

const char *
etp_talk_get_lane_name (EtpTalk *self, EtpTalkPlace place)
{
  const Lane *lane = get_lane (self, place);

  return lane != NULL ? g_hash_table_lookup (self->lane_names, lane->id) : NULL;
}

static EtpTalkPlace
go_by_steps (EtpTalk *self, EtpTalkPlace from, gboolean is_forward)
{
  if (is_forward && from.lane < etp_talk_get_n_lanes (self, from.phase))
    return (EtpTalkPlace){ from.phase, from.lane + 1 };
  if (is_forward)
    return from.phase < self->phases->len ? (EtpTalkPlace){ from.phase + 1, 0 } : from;
  if (from.lane > 0)
    return (EtpTalkPlace){ from.phase, from.lane - 1 };
  if (from.phase == 0)
    return from;
  return (EtpTalkPlace){ from.phase - 1, etp_talk_get_n_lanes (self, from.phase - 1) };
}

EtpTalkPlace
etp_talk_go (EtpTalk *self, EtpTalkPlace from, EtpTalkMove move)
{
  switch (move)
    {
    case ETP_TALK_NEXT:
      return from.phase < self->phases->len ? (EtpTalkPlace){ from.phase + 1, 0 } : from;
    case ETP_TALK_PREVIOUS:
      /* From a lane back to its phase first: what was seen before the lanes. */
      if (from.lane > 0)
        return (EtpTalkPlace){ from.phase, 0 };
      return from.phase > 0 ? (EtpTalkPlace){ from.phase - 1, 0 } : from;
    case ETP_TALK_NEXT_STEP:
    case ETP_TALK_PREVIOUS_STEP:
      return go_by_steps (self, from, move == ETP_TALK_NEXT_STEP);
    case ETP_TALK_DOWN:
      if (from.lane < etp_talk_get_n_lanes (self, from.phase))
        from.lane++;
      return from;
    case ETP_TALK_UP:
      if (from.lane > 0)
        from.lane--;
      return from;
    case ETP_TALK_LAST:
      return (EtpTalkPlace){ self->phases->len, 0 };
    case ETP_TALK_FIRST:
    default:
      return (EtpTalkPlace){ 0, 0 };
    }
}

EtpTalkPlace
etp_talk_find (EtpTalk *self, const char *phase_id, const char *lane_id)
{
  EtpTalkPlace place = { 0, 0 };

  for (guint i = 1; phase_id != NULL && i <= self->phases->len; i++)
    if (g_strcmp0 (get_phase (self, i)->id, phase_id) == 0)
      place.phase = i;
  for (guint i = 1; lane_id != NULL && i <= etp_talk_get_n_lanes (self, place.phase); i++)
    if (g_strcmp0 (etp_talk_get_lane_id (self, (EtpTalkPlace){ place.phase, i }), lane_id) == 0)
      place.lane = i;
  return place;
}

EtpRect
etp_talk_get_lit (EtpTalk *self, EtpTalkPlace place)
{
  const Phase *phase = get_phase (self, place.phase);
  const Lane *lane = get_lane (self, place);

  if (phase == NULL)
    return (EtpRect){ 0, 0, etp_scene_get_width (self->scene), etp_scene_get_height (self->scene) };
  if (lane == NULL)
    return phase->rect;
  return (EtpRect){ phase->rect.x, lane->rect.y - AIR / 2, phase->rect.width,
                    lane->rect.height + AIR };
}

/* All of the map in the middle of the window. */
static void
get_whole_view (
    EtpTalk *self, double width_px, double height_px, double *zoom, double *x, double *y)
{
  const double width = MAX (1.0, etp_scene_get_width (self->scene));
  const double height = MAX (1.0, etp_scene_get_height (self->scene));

  *zoom = MIN (LARGEST_ZOOM, MIN (width_px / width, height_px / height));
  *x = (width - width_px / *zoom) / 2;
  *y = (height - height_px / *zoom) / 2;
}

void
etp_talk_get_view (EtpTalk *self,
                   EtpTalkPlace place,
                   double width_px,
                   double height_px,
                   double *zoom,
                   double *x,
                   double *y)
{
  const double left = etp_scene_get_pin_left (self->scene);
  const double top = etp_scene_get_pin_top (self->scene);
  const double column = etp_style_get_metrics (etp_scene_get_style (self->scene))->phase_width;
  const Phase *phase = get_phase (self, place.phase);
  const EtpRect lit = etp_talk_get_lit (self, place);
  double widest, room;

  g_return_if_fail (width_px > 0 && height_px > 0);

  if (phase == NULL)
    {
      get_whole_view (self, width_px, height_px, zoom, x, y);
      return;
    }
  widest = width_px / (left + MAX (lit.width, column) + column * NEIGHBOURS);
  *zoom = MIN (LARGEST_ZOOM, widest);
  if (place.lane > 0)
    *zoom = CLAMP (height_px / (top + lit.height), SMALLEST * *zoom, *zoom);
  /* In the middle of what the heads leave free. */
  room = width_px / *zoom - left;
  *x = lit.x + lit.width / 2 - left - room / 2;
  *y = phase->rect.y;
  room = height_px / *zoom - top;
  if (place.lane > 0)
    *y = MAX (*y, lit.y - top - MAX (0.0, room - lit.height) / 2);
}
