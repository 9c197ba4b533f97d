/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The journey map: phases are columns, lanes are rows. Two passes: every slot (phase, lane) is
 * built or shared with the scene before, which gives its height; then rows and columns get their
 * places by prefix sums and the slots are put there. One edited card touches one slot; the stamps
 * of all others are compared, which costs a few machine words for each card. */

/* Between the things above and below each other, in map units. */
#define TITLE_SPACE 26.0
#define HEAD_SPACE 18.0 /* below the phase heads */
#define END_SPACE 22.0 /* below the last lane, inside the bands */
#define FOOT_SPACE 24.0
/* What stays free at the left of pinned lane heads. */
#define PIN_INSET 16.0
#define EMPTY_WIDTH 640.0 /* of a map without phases */

/* The cells of all slots lie in one array, those of one slot behind each other. */
typedef struct
{
  guint64 stamp;
  double height;
  guint first_cell, n_cells;
} Slot;

typedef struct
{
  EtpMap map;
  Slot *slots; /* column by column, n_rows each */
  Slot *heads; /* lane heads, one for each row */
  Slot *frames; /* phase heads with their bands, one for each column */
  GArray *cells; /* of EtpBuiltCell, until they are in the scene */
  double head_height; /* of the phases */
  double title_height, top, bottom; /* top and bottom of the bands */
  double width;
} Builder;

/* Lanes that show something even where a phase is collapsed: what runs through all phases. */
static gboolean
runs_through (const EtpRow *row)
{
  return row->kind == ETP_LANE_KIND_EMOTION || row->kind == ETP_LANE_KIND_CHANNELS
         || row->kind == ETP_LANE_KIND_LINE;
}

static guint64
get_slot_stamp (EtpMap *map, EtpRow *row, EtpColumn *column)
{
  guint64 stamp = etp_stamp_mix (map->stamp, row->stamp);

  stamp = etp_stamp_mix (stamp, (guint64) column->color << 32 | column->number);
  stamp = etp_stamp_number (stamp, column->width);
  stamp = etp_stamp_mix (stamp, column->collapsed);
  if (row->collapsed)
    return etp_stamp_mix (stamp, etp_map_count_cell (map, row, column));
  if (column->collapsed && !runs_through (row))
    return stamp;
  return etp_stamp_mix (stamp, etp_lane_class_get (row->kind)->stamp (map, row, column));
}

/* The cells of the scene before, unchanged. */
static void
share_slot (Builder *self, Slot *slot, const EtpSceneSlot *before)
{
  slot->height = before->height;
  slot->first_cell = self->cells->len;
  slot->n_cells = before->n_cells;
  for (guint i = 0; i < before->n_cells; i++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (self->map.old, before->first_cell + i);
      EtpBuiltCell built = { etp_cell_ref (placed->cell), placed->y - before->y };

      g_array_append_val (self->cells, built);
    }
}

/* Frees the draft; its cells become the slot's. Returns the height of its content. */
static double
finish_slot (Builder *self, Slot *slot, EtpCellDraft *draft)
{
  double height;

  slot->first_cell = self->cells->len;
  height = etp_cell_draft_finish (draft, self->cells);
  slot->n_cells = self->cells->len - slot->first_cell;
  return height;
}

static void
build_slot (Builder *self, EtpRow *row, EtpColumn *column, Slot *slot, guint index)
{
  EtpMap *map = &self->map;
  const char *phase_id = etp_node_get_id (column->phase);
  const char *lane_id = etp_node_get_id (row->lane);
  const EtpSceneSlot *before = NULL;
  EtpCellDraft *draft;

  slot->stamp = get_slot_stamp (map, row, column);
  if (map->old != NULL)
    before = etp_scene_find_slot (map->old, phase_id, lane_id, index);
  if (before != NULL && before->stamp == slot->stamp)
    {
      share_slot (self, slot, before);
      return;
    }
  draft = etp_cell_draft_new (map->old, phase_id, lane_id, index, column->width);
  if (row->collapsed)
    etp_map_build_count (map, row, column, draft);
  else if (!column->collapsed || runs_through (row))
    {
      etp_lane_class_get (row->kind)->build (map, row, column, draft);
      if (!column->collapsed)
        etp_map_build_empty (map, row, column, draft);
    }
  slot->height = ceil (finish_slot (self, slot, draft));
  if (row->kind != ETP_LANE_KIND_LINE)
    slot->height += map->options->free_strip;
}

guint
etp_map_get_slot_index (const EtpMap *map, guint column, guint row)
{
  return map->n_rows + (map->options->paper ? 2 : 1) + column * (map->n_rows + 1) + 1 + row;
}

static void
build_slots (Builder *self)
{
  EtpMap *map = &self->map;

  for (guint r = 0; r < map->n_rows; r++)
    {
      EtpRow *row = &map->rows[r];
      const EtpLaneClass *klass = etp_lane_class_get (row->kind);

      if ((!row->collapsed || klass->count != NULL) && klass->prepare != NULL)
        klass->prepare (map, row);
      for (guint c = 0; c < map->n_columns; c++)
        {
          Slot *slot = &self->slots[c * map->n_rows + r];

          build_slot (self, row, &map->columns[c], slot, etp_map_get_slot_index (map, c, r));
          row->height = MAX (row->height, slot->height);
        }
    }
}

static void
build_lane_head (Builder *self, guint index)
{
  EtpMap *map = &self->map;
  EtpRow *row = &map->rows[index];
  Slot *slot = &self->heads[index];
  const char *lane_id = etp_node_get_id (row->lane);
  double width = map->metrics->lane_head_width;
  const EtpSceneSlot *before = NULL;
  EtpCellDraft *draft;
  gboolean has_line = index > 0 && row->kind != ETP_LANE_KIND_LINE
                      && map->rows[index - 1].kind != ETP_LANE_KIND_LINE;

  slot->stamp = etp_stamp_mix (etp_stamp_mix (map->stamp, row->stamp), has_line);
  slot->stamp = etp_stamp_number (slot->stamp, row->height);
  slot->stamp = etp_stamp_text (slot->stamp, etp_map_get_lane_name (map, row));
  slot->stamp = etp_stamp_mix (slot->stamp, map->inventory_stamp);
  slot->stamp = etp_stamp_mix (slot->stamp,
                               etp_node_get_stamp (ETP_NODE (map->journey))); /* scale labels */
  if (row->collapsed)
    for (guint c = 0; c < map->n_columns; c++)
      slot->stamp = etp_stamp_mix (slot->stamp, etp_map_count_cell (map, row, &map->columns[c]));
  if (map->old != NULL)
    before = etp_scene_find_slot (map->old, NULL, lane_id, index + 1);
  if (before != NULL && before->stamp == slot->stamp)
    {
      share_slot (self, slot, before);
      return;
    }
  draft = etp_cell_draft_new (map->old, NULL, lane_id, index + 1, width);
  if (has_line)
    etp_map_build_hairline (map, 0, -map->metrics->lane_space / 2, width, draft);
  etp_cell_draft_grow (draft, etp_map_build_lane_head (map, row, draft, slot->stamp));
  slot->height = ceil (finish_slot (self, slot, draft));
}

/* What a phase's frame shows, without what all frames have in common. */
static guint64
get_frame_stamp (const Builder *self, guint c)
{
  EtpMap *map = (EtpMap *) &self->map;

  return etp_stamp_mix (etp_map_get_phase_head_stamp (map, &map->columns[c], 0),
                        c + 1 < map->n_columns);
}

/* All heads are as high as the highest needs. A frame's slot keeps what its own head needs, because
 * measuring the words of a hundred heads takes longer than all the rest of an edit. */
static void
measure_phase_heads (Builder *self)
{
  EtpMap *map = &self->map;

  for (guint c = 0; c < map->n_columns; c++)
    {
      Slot *frame = &self->frames[c];
      const EtpSceneSlot *before = NULL;

      frame->stamp = get_frame_stamp (self, c);
      if (map->old != NULL)
        before = etp_scene_find_slot (map->old, etp_node_get_id (map->columns[c].phase), NULL,
                                      etp_map_get_slot_index (map, c, 0) - 1);
      frame->height = before != NULL && before->stamp == frame->stamp
                          ? before->height
                          : etp_map_get_phase_head_height (map, &map->columns[c]);
      self->head_height = MAX (self->head_height, frame->height);
    }
}

static void
place_rows (Builder *self)
{
  EtpMap *map = &self->map;
  double y;

  measure_phase_heads (self);
  y = self->top + self->head_height + HEAD_SPACE;
  for (guint r = 0; r < map->n_rows; r++)
    {
      EtpRow *row = &map->rows[r];

      build_lane_head (self, r);
      row->height = MAX (row->height, self->heads[r].height);
      row->y = y;
      y += row->height + map->metrics->lane_space;
    }
  self->bottom = y + END_SPACE - (map->n_rows > 0 ? map->metrics->lane_space : 0);
}

/* Puts a slot's cells into the scene, which owns them from then on. */
static void
emit_slot (Builder *self,
           EtpScene *scene,
           const Slot *slot,
           const char *phase_id,
           const char *lane_id,
           double x,
           double y)
{
  etp_scene_begin_slot (scene, phase_id, lane_id, slot->stamp, x, y, slot->height);
  for (guint i = 0; i < slot->n_cells; i++)
    {
      EtpBuiltCell *built = &g_array_index (self->cells, EtpBuiltCell, slot->first_cell + i);

      etp_scene_add_cell (scene, g_steal_pointer (&built->cell), built->y);
    }
}

/* The title block: its height is needed before anything else can be placed. */
static void
build_title (Builder *self, Slot *slot)
{
  EtpMap *map = &self->map;
  double width = self->width - 2 * map->metrics->margin;
  const EtpSceneSlot *before = NULL;
  EtpCellDraft *draft;

  if (map->options->hide_title)
    return;
  slot->stamp = etp_map_get_title_stamp (map, width);
  if (map->old != NULL)
    before = etp_scene_find_slot (map->old, NULL, NULL, 0);
  if (before != NULL && before->stamp == slot->stamp)
    {
      share_slot (self, slot, before);
      return;
    }
  draft = etp_cell_draft_new (map->old, NULL, NULL, 0, width);
  etp_map_build_title (map, width, draft, slot->stamp);
  slot->height = ceil (finish_slot (self, slot, draft));
}

static double
emit_foot (Builder *self, EtpScene *scene)
{
  EtpMap *map = &self->map;
  double width = self->width - 2 * map->metrics->margin;
  EtpCellDraft *draft;
  Slot slot = { 0 };

  if (!map->options->paper || map->options->hide_foot)
    return 0;
  draft = etp_cell_draft_new (NULL, NULL, NULL, 0, width);
  etp_map_build_foot (map, width, draft);
  slot.height = ceil (finish_slot (self, &slot, draft));
  emit_slot (self, scene, &slot, NULL, NULL, map->metrics->margin, self->bottom + FOOT_SPACE);
  return slot.height + FOOT_SPACE;
}

/* What all frames have in common: the height of their heads and bands, and the hairlines. */
static guint64
get_frames_stamp (const Builder *self, GArray *lines)
{
  guint64 stamp = etp_stamp_number (0, self->head_height);

  stamp = etp_stamp_number (stamp, self->bottom - self->top);
  for (guint i = 0; i < lines->len; i++)
    stamp = etp_stamp_number (stamp, g_array_index (lines, double, i));
  return stamp;
}

static void
emit_phase_frame (Builder *self, EtpScene *scene, guint c, GArray *lines)
{
  EtpMap *map = &self->map;
  const EtpColumn *column = &map->columns[c];
  const char *phase_id = etp_node_get_id (column->phase);
  double gap = c + 1 < map->n_columns ? map->metrics->phase_gap : 0;
  guint index = etp_map_get_slot_index (map, c, 0) - 1;
  const EtpSceneSlot *before = NULL;
  Slot *frame = &self->frames[c];

  if (map->old != NULL && map->old->frames_stamp == scene->frames_stamp)
    before = etp_scene_find_slot (map->old, phase_id, NULL, index);
  if (before != NULL && before->stamp == frame->stamp)
    share_slot (self, frame, before);
  else
    {
      EtpCellDraft *draft = etp_cell_draft_new (map->old, phase_id, NULL, index, column->width);

      etp_map_build_band (map, column, self->head_height, self->bottom - self->top, lines, gap,
                          draft);
      etp_map_build_phase_head (map, column, self->head_height, draft,
                                etp_map_get_phase_head_stamp (map, column, self->head_height));
      finish_slot (self, frame, draft);
    }
  emit_slot (self, scene, frame, phase_id, NULL, column->x, self->top);
}

static void
emit_phases (Builder *self, EtpScene *scene)
{
  EtpMap *map = &self->map;
  g_autoptr (GArray) lines = etp_map_list_hairlines (map, self->top);

  scene->frames_stamp = get_frames_stamp (self, lines);
  for (guint c = 0; c < map->n_columns; c++)
    {
      const EtpColumn *column = &map->columns[c];
      const char *phase_id = etp_node_get_id (column->phase);
      EtpRect rect = { column->x, self->top, column->width, self->bottom - self->top };
      g_autofree char *name = etp_map_dup_phase_label (column);

      etp_scene_begin_group (scene, phase_id, name, rect);
      emit_phase_frame (self, scene, c, lines);
      for (guint r = 0; r < map->n_rows; r++)
        emit_slot (self, scene, &self->slots[c * map->n_rows + r], phase_id,
                   etp_node_get_id (map->rows[r].lane), column->x, map->rows[r].y);
    }
}

/* The group says how many there are besides. */
static char *
dup_links_name (guint n_more)
{
  if (n_more == 0)
    return g_strdup (_ ("Links"));
  /* Translators: the links of a map for a screen reader; %u is how many of them are too many. */
  return g_strdup_printf (
      ngettext ("Links; %u more is not drawn", "Links; %u more are not drawn", n_more), n_more);
}

/* The last group; there is none without links. */
static void
emit_links (Builder *self, EtpScene *scene)
{
  EtpMap *map = &self->map;
  const EtpRect rect = { 0, 0, self->width, self->bottom };
  const guint index = etp_map_get_slot_index (map, map->n_columns, 0) - 1;
  g_autofree char *name = NULL;
  EtpCellDraft *draft;
  Slot slot = { 0 };

  if (etp_node_list_get_length (etp_journey_get_list (map->journey, ETP_LIST_LINKS)) == 0)
    return;
  draft = etp_cell_draft_new (map->old, ETP_GROUP_LINKS, NULL, index, self->width);
  name = dup_links_name (etp_map_build_links (map, scene, draft));
  finish_slot (self, &slot, draft);
  if (slot.n_cells == 0)
    return;
  etp_scene_begin_group (scene, ETP_GROUP_LINKS, name, rect);
  emit_slot (self, scene, &slot, ETP_GROUP_LINKS, NULL, 0, 0);
}

static void
emit_frame (Builder *self, EtpScene *scene, Slot *title)
{
  EtpMap *map = &self->map;
  double margin = map->metrics->margin;
  EtpRect rect = { 0, 0, self->width, self->bottom };
  double foot;

  etp_scene_begin_group (scene, NULL, _ ("Title and Lanes"), rect);
  emit_slot (self, scene, title, NULL, NULL, margin, margin);
  for (guint r = 0; r < map->n_rows; r++)
    {
      const EtpRow *row = &map->rows[r];

      etp_scene_add_lane (scene, etp_node_get_id (row->lane), etp_map_get_lane_name (map, row));
      emit_slot (self, scene, &self->heads[r], NULL, etp_node_get_id (row->lane), margin, row->y);
    }
  foot = emit_foot (self, scene);
  etp_scene_set_size (scene, self->width, self->bottom + foot + margin);
}

static void
clear_builder (Builder *self)
{
  EtpMap *map = &self->map;

  for (guint r = 0; r < map->n_rows; r++)
    {
      if (map->rows[r].data_free != NULL && map->rows[r].data != NULL)
        map->rows[r].data_free (map->rows[r].data);
    }
  g_array_unref (self->cells);
  g_free (self->slots);
  g_free (self->heads);
  g_free (self->frames);
  g_free (map->rows);
  g_free (map->columns);
}

EtpScene *
etp_map_build (EtpJourney *journey,
               const EtpViewOptions *options,
               EtpStyle *style,
               EtpMeasurer *measurer,
               EtpScene *old)
{
  Builder self = { .map = { .journey = journey,
                            .options = options,
                            .style = style,
                            .measurer = measurer,
                            .old = old } };
  EtpMap *map = &self.map;
  EtpScene *scene;
  double margin;
  Slot title = { 0 };

  etp_map_begin (map);
  self.slots = g_new0 (Slot, map->n_columns * map->n_rows);
  self.heads = g_new0 (Slot, map->n_rows);
  self.frames = g_new0 (Slot, map->n_columns);
  self.cells = g_array_sized_new (FALSE, FALSE, sizeof (EtpBuiltCell),
                                  (map->n_columns + 1) * (map->n_rows + 1));

  margin = map->metrics->margin;
  self.width = EMPTY_WIDTH;
  if (map->n_columns > 0)
    self.width = map->columns[map->n_columns - 1].x + map->columns[map->n_columns - 1].width
                 + margin;
  build_slots (&self);
  build_title (&self, &title);
  self.top = margin + (title.height > 0 ? title.height + TITLE_SPACE : 0);
  place_rows (&self);

  scene = etp_scene_new (style, map->language);
  emit_frame (&self, scene, &title);
  emit_phases (&self, scene);
  emit_links (&self, scene);
  if (!options->paper)
    etp_scene_set_pins (scene, self.head_height, PIN_INSET + map->metrics->lane_head_width,
                        PIN_INSET);
  clear_builder (&self);
  return scene;
}
