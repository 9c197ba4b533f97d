/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-tiles-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "etp-heads.h"
#include "etp-map-private.h"
#include "etp-scene-private.h"

/* How a map is cut for sheets: columns get a width of which whole ones fill a sheet, then cuts are
 * looked for that hit nothing, or little, and never leave a card without a sheet that shows it
 * whole. */

#define OVERLAP 38.0 /* for the glue: 10 mm */
#define TITLE_SPACE 22.0
#define FOOT_SPACE 24.0
#define PLAN_GAP 36.0
#define LEAST_CONTENT 120.0 /* of a sheet, in map units */
#define WIDEST_SHARE 1.35
#define FRAME_WEIGHT 9.0 /* of a lane or column, against all cards that a cut may hit */
#define ITEMS_WEIGHT 6.0
#define HEAD_WEIGHT 2.0 /* of what a lane's head shows */
#define FOOT_WEIGHT 100.0
#define CARD_PAD 4.0

/* What is to be whole on one sheet at least. */
static gboolean
is_solid (const EtpItem *item)
{
  switch (item->kind)
    {
    case ETP_ITEM_CARD:
    case ETP_ITEM_MEASURE:
    case ETP_ITEM_METRIC:
    case ETP_ITEM_POINT:
    case ETP_ITEM_STOP:
    case ETP_ITEM_LABEL:
    case ETP_ITEM_IMAGE:
      return TRUE;
    default:
      return FALSE;
    }
}

EtpViewOptions
etp_tiles_get_view_options (const EtpTiles *self)
{
  return (EtpViewOptions){ .paper = TRUE,
                           .persona = self->job->options->persona,
                           .titles = self->titles,
                           .free_strip = self->job->free_strip,
                           .hide_title = TRUE,
                           .hide_foot = TRUE };
}

/* Of columns, so that as many as are nearest to their own width fill the room. */
static double
find_share (const EtpTiles *self, double room, guint *n_fitting)
{
  EtpViewOptions options = etp_tiles_get_view_options (self);
  double gap = etp_style_get_metrics (self->job->style)->phase_gap, own, share;
  guint n_columns, n;

  own = etp_map_measure_columns (self->job->journey, &options, self->job->style, &n_columns);
  *n_fitting = 0;
  if (n_columns == 0)
    return 0;
  own /= n_columns;
  n = (guint) CLAMP (round (room / (own + gap)), 1, n_columns);
  /* From the middle of the gap before the first to that behind the last. */
  share = (room / n - gap) / own;
  /* Too narrow for so many: then one less, and wider. */
  if (share * own < ETP_PHASE_NARROWEST && n > 1)
    share = (room / --n - gap) / own;
  *n_fitting = n;
  return MIN (share, WIDEST_SHARE);
}

static void
find_grid (EtpTiles *self)
{
  const EtpMetrics *metrics = etp_style_get_metrics (self->job->style);
  double width = etp_scene_get_width (self->body), height = etp_scene_get_height (self->body);

  self->lane_width = metrics->lane_head_width + ETP_TILES_LANE_GAP;
  self->grid.x = metrics->margin + metrics->lane_head_width;
  self->grid.y = metrics->margin;
  for (guint i = 0; i < etp_scene_get_n_groups (self->body); i++)
    {
      const EtpGroup *group = etp_scene_get_group (self->body, i);
      EtpItemRef head;

      if (!etp_group_is_phase (group))
        continue;
      head = etp_scene_find_node (self->body, group->node_id, ETP_ITEM_PHASE_HEAD);
      self->head_height = etp_scene_item_rect (self->body, head, NULL).height;
      break;
    }
  self->short_height = MIN (etp_scene_get_height (self->heads), self->head_height);
  self->grid.y += self->head_height;
  self->grid.width = width - metrics->margin - self->grid.x;
  self->grid.height = height - metrics->margin - self->grid.y;
}

static void
add_span (GArray *spans, double start, double end, double weight, double pad, gboolean is_frame)
{
  EtpTileSpan span = { start, end, weight, pad, is_frame };

  g_array_append_val (spans, span);
}

double
etp_tile_get_marks_end (const EtpItem *item)
{
  double end = 0;

  for (guint i = 0; i < item->n_marks; i++)
    end = MAX (end, item->marks[i].rect.y + item->marks[i].rect.height);
  return end;
}

/* What a lane's head shows, with its axis; its bounds are those of the lane. */
static void
add_lane_head (const EtpTiles *self, const EtpSceneSlot *slot, GArray *down)
{
  EtpItemRef ref = etp_scene_find_node (self->body, slot->lane_id, ETP_ITEM_LANE_HEAD);
  double start;

  if (etp_item_ref_is_none (ref))
    return;
  start = etp_scene_get_own_rect (self->body, ref).y - self->grid.y;
  add_span (down, start, start + etp_tile_get_marks_end (etp_scene_get_item (self->body, ref)),
            HEAD_WEIGHT, CARD_PAD, FALSE);
}

static void
add_lanes (const EtpTiles *self, GArray *down)
{
  double space = etp_style_get_metrics (self->job->style)->lane_space, end = self->grid.height;

  for (guint i = self->body->slots->len; i-- > 0;)
    {
      const EtpSceneSlot *slot = &g_array_index (self->body->slots, EtpSceneSlot, i);
      double start = slot->y - self->grid.y;

      if (slot->phase_id != NULL || slot->lane_id == NULL)
        continue;
      add_span (down, start, end, FRAME_WEIGHT, space / 2, TRUE);
      add_lane_head (self, slot, down);
      end = start - space;
    }
}

static void
add_columns (const EtpTiles *self, GArray *across)
{
  double gap = etp_style_get_metrics (self->job->style)->phase_gap;

  for (guint i = 0; i < etp_scene_get_n_groups (self->body); i++)
    {
      const EtpGroup *group = etp_scene_get_group (self->body, i);
      double start = group->rect.x - self->grid.x;

      if (etp_group_is_phase (group))
        add_span (across, start, start + group->rect.width, FRAME_WEIGHT, gap / 2, TRUE);
    }
}

static void
add_items (EtpTiles *self, GArray *across, GArray *down)
{
  double weight = ITEMS_WEIGHT / MAX (across->len, 4); /* of columns so far */

  for (guint c = 0; c < etp_scene_get_n_cells (self->body); c++)
    {
      const EtpCell *cell = etp_scene_get_cell (self->body, c)->cell;

      for (guint i = 0; i < cell->n_items; i++)
        {
          const EtpItem *item = cell->items[i].item;
          EtpRect rect = etp_scene_get_own_rect (self->body, (EtpItemRef){ c, i });

          if (!is_solid (item))
            continue;
          rect.x += item->ink.x - self->grid.x;
          rect.y += item->ink.y - self->grid.y;
          rect.width = item->ink.width;
          rect.height = item->ink.height;
          g_array_append_val (self->items, rect);
          add_span (across, rect.x, rect.x + item->ink.width, weight, CARD_PAD, FALSE);
          add_span (down, rect.y, rect.y + item->ink.height, weight, CARD_PAD, FALSE);
        }
    }
}

/* On a small sheet the foot may have to be cut: between its lines then. */
static void
add_foot (const EtpTiles *self, GArray *down, double bottom)
{
  add_span (down, self->foot_y, bottom, FOOT_WEIGHT, FOOT_SPACE / 2, TRUE);
  for (guint c = 0; c < etp_scene_get_n_cells (self->foot); c++)
    {
      const EtpCell *cell = etp_scene_get_cell (self->foot, c)->cell;

      for (guint i = 0; i < cell->n_items; i++)
        for (guint m = 0; m < cell->items[i].item->n_marks; m++)
          {
            const EtpMark *mark = &cell->items[i].item->marks[m];
            double y = self->foot_y + cell->items[i].y + mark->rect.y;

            for (guint l = 0; mark->type == ETP_MARK_TEXT && l < mark->n_lines; l++)
              add_span (down, y + l * (double) mark->line_height,
                        y + (l + 1) * (double) mark->line_height, 1, 0, FALSE);
          }
    }
}

/* Labels at the end of the curve reach beyond the last column. */
static double
find_right_end (const EtpTiles *self, GArray *across)
{
  double end = self->grid.width;

  for (guint i = 0; i < across->len; i++)
    end = MAX (end, g_array_index (across, EtpTileSpan, i).end);
  return end;
}

static gboolean
fail_small (EtpTiles *self, GError **error)
{
  g_autofree char *paper = etp_paper_dup_label (&self->job->paper);

  g_set_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_PAPER,
               /* Translators: %s is a size of paper: "60 × 80 mm". */
               _ ("Sheets of %s are too small: there is no room for a part of the map that can be "
                  "read."),
               paper);
  return FALSE;
}

static gboolean
fail_many (EtpTiles *self, GError **error)
{
  g_autofree char *paper = etp_paper_dup_label (&self->job->paper);

  g_set_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_TOO_MANY,
               /* Translators: %s is a size of paper, %d a number. */
               _ ("The map would go on more than %d sheets of %s; larger sheets are needed."),
               ETP_PAGES_MOST, paper);
  return FALSE;
}

/* The title block with room for the plan beside it, which may get so many rows. */
static void
build_title (EtpTiles *self, guint n_rows, double scale)
{
  EtpPagesJob *job = self->job;
  EtpViewOptions options = etp_tiles_get_view_options (self);
  double width, height;

  etp_tile_measure_plan (self, self->columns->len, n_rows, &width, &height);
  width = (self->frame.inner.width - width - PLAN_GAP) / scale;
  g_clear_object (&self->title);
  self->title = etp_map_build_title_scene (job->journey, &options, job->style, job->measurer,
                                           width);
  self->title_scale = scale;
  self->title_height = MAX (etp_scene_get_height (self->title) * scale, height)
                       + TITLE_SPACE * scale;
}

/* Cuts the rows, of which the first has the title above it. */
static gboolean
cut_rows (EtpTiles *self, GArray *spans, double bottom, GError **error)
{
  double rest = self->frame.inner.height / self->scale - self->short_height - ETP_TILES_HEAD_ROOM;
  double height = rest + self->short_height - self->head_height, first;
  guint n_rows = (guint) CLAMP (ceil (bottom / MAX (height * 0.7, 1)) + 1, 1, ETP_PAGES_MOST);

  if (height < LEAST_CONTENT)
    return fail_small (self, error);
  build_title (self, n_rows, self->scale);
  if (height - self->title_height / self->scale < LEAST_CONTENT)
    build_title (self, n_rows, 1);
  self->has_cover = height - self->title_height / self->scale < LEAST_CONTENT;
  if (self->title_height > self->frame.inner.height)
    return fail_small (self, error);
  first = self->has_cover ? height : height - self->title_height / self->scale;
  self->rows = etp_tile_cut (spans, bottom, first, rest, OVERLAP, ETP_PAGES_MOST);
  if (self->rows == NULL || self->rows->len * self->columns->len > ETP_PAGES_MOST)
    return fail_many (self, error);
  return TRUE;
}

/* Builds what is shown and decides where it is cut. */
gboolean
etp_tiles_plan (EtpTiles *self, GError **error)
{
  EtpPagesJob *job = self->job;
  EtpViewOptions options = etp_tiles_get_view_options (self);
  double width = self->frame.inner.width / self->scale;
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (EtpTileSpan));
  g_autoptr (GArray) down = g_array_new (FALSE, FALSE, sizeof (EtpTileSpan));
  double room = width - etp_style_get_metrics (job->style)->lane_head_width - ETP_TILES_LANE_GAP;
  double bottom;

  if (room < LEAST_CONTENT)
    return fail_small (self, error);
  options.column_share = find_share (self, room - OVERLAP, &options.span_columns);
  options.span_width = room - OVERLAP;
  self->body = etp_view_build (etp_view_get (NULL), job->journey, &options, job->style,
                               job->measurer, NULL);
  self->foot = etp_map_build_foot_scene (job->journey, &options, job->style, job->measurer, width);
  options.short_heads = TRUE;
  self->heads = etp_map_build_heads_scene (job->journey, &options, job->style, job->measurer);
  find_grid (self);
  self->items = g_array_new (FALSE, FALSE, sizeof (EtpRect));
  add_lanes (self, down);
  add_columns (self, across);
  add_items (self, across, down);
  self->foot_y = self->grid.height + FOOT_SPACE;
  bottom = self->foot_y + etp_scene_get_height (self->foot);
  add_foot (self, down, bottom);

  self->columns = etp_tile_cut (across, find_right_end (self, across), room, room, OVERLAP,
                                ETP_PAGES_MOST);
  if (self->columns == NULL)
    return fail_many (self, error);
  return cut_rows (self, down, bottom, error);
}
