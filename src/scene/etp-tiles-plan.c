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
#include "etp-stack-spans.h"

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
#define SHEET_WEIGHT 12.0 /* of the columns that are to lie on one sheet */
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

/* Of columns, so that as many as are nearest to their own width fill the room, or rather as many as
 * lie on each sheet when they are spread over all evenly. */
static double
find_share (const EtpTiles *self, double room, guint *n_columns, guint *n_sheets)
{
  EtpViewOptions options = etp_tiles_get_view_options (self);
  double gap = etp_style_get_metrics (self->job->style)->phase_gap, own, share;
  guint n;

  own = etp_map_measure_columns (self->job->journey, &options, self->job->style, n_columns);
  *n_sheets = 0;
  if (*n_columns == 0)
    return 0;
  own /= *n_columns;
  n = (guint) CLAMP (round (room / (own + gap)), 1, *n_columns);
  /* From the middle of the gap before the first to that behind the last. Too narrow for so many: then
   * one less, and wider. */
  if (room / n - gap < ETP_PHASE_NARROWEST && n > 1)
    n--;
  *n_sheets = (*n_columns + n - 1) / n;
  n = (*n_columns + *n_sheets - 1) / *n_sheets;
  share = (room / n - gap) / own;
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
add_lane_head (EtpTiles *self, const EtpSceneSlot *slot, double end, GArray *down)
{
  EtpItemRef ref = etp_scene_find_node (self->body, slot->lane_id, ETP_ITEM_LANE_HEAD);
  EtpTileLane lane = { ref, self->grid.y + end };
  double start;

  if (etp_item_ref_is_none (ref))
    return;
  g_array_append_val (self->lanes, lane);
  start = etp_scene_get_own_rect (self->body, ref).y - self->grid.y;
  add_span (down, start, start + etp_tile_get_marks_end (etp_scene_get_item (self->body, ref)),
            HEAD_WEIGHT, CARD_PAD, FALSE);
}

static void
add_lanes (EtpTiles *self, GArray *down)
{
  double space = etp_style_get_metrics (self->job->style)->lane_space, end = self->grid.height;

  for (guint i = self->body->slots->len; i-- > 0;)
    {
      const EtpSceneSlot *slot = &g_array_index (self->body->slots, EtpSceneSlot, i);
      double start = slot->y - self->grid.y;

      if (slot->phase_id != NULL || slot->lane_id == NULL)
        continue;
      add_span (down, start, end, FRAME_WEIGHT, space / 2, TRUE);
      add_lane_head (self, slot, end, down);
      end = start - space;
    }
}

/* Those that are to lie on one sheet are a span of their own. */
static void
add_columns (const EtpTiles *self, guint n_columns, guint n_sheets, GArray *across)
{
  double gap = etp_style_get_metrics (self->job->style)->phase_gap, sheet = 0;
  guint column = 0;

  for (guint i = 0; i < etp_scene_get_n_groups (self->body); i++)
    {
      const EtpGroup *group = etp_scene_get_group (self->body, i);
      double start = group->rect.x - self->grid.x, end = start + group->rect.width;

      if (!etp_group_is_phase (group))
        continue;
      add_span (across, start, end, FRAME_WEIGHT, gap / 2, TRUE);
      if (etp_span_ends_sheet (n_columns, n_sheets, column++))
        {
          add_span (across, sheet, end, SHEET_WEIGHT, gap / 2, TRUE);
          sheet = end + gap;
        }
    }
}

static void
add_items (EtpTiles *self, guint n_columns, GArray *across, GArray *down)
{
  double weight = ITEMS_WEIGHT / MAX (n_columns, 4);

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

/* All lines of text of a scene whose top is at y. */
static void
add_text_lines (EtpScene *scene, double top, GArray *down)
{
  for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, c);
      const EtpCell *cell = placed->cell;

      for (guint i = 0; i < cell->n_items; i++)
        for (guint m = 0; m < cell->items[i].item->n_marks; m++)
          {
            const EtpMark *mark = &cell->items[i].item->marks[m];
            double y = top + placed->y + cell->items[i].y + mark->rect.y;

            for (guint l = 0; mark->type == ETP_MARK_TEXT && l < mark->n_lines; l++)
              add_span (down, y + l * (double) mark->line_height,
                        y + (l + 1) * (double) mark->line_height, 1, 0, FALSE);
          }
    }
}

/* On a small sheet the foot may have to be cut: between its lines then. */
static void
add_foot (const EtpTiles *self, GArray *down, double bottom)
{
  add_span (down, self->foot_y, bottom, FOOT_WEIGHT, FOOT_SPACE / 2, TRUE);
  add_text_lines (self->foot, self->foot_y, down);
}

/* The title, which may be as long as a page of text, on as many sheets as it takes. */
static gboolean
cut_covers (EtpTiles *self)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTileSpan));
  const double room = self->frame.inner.height / self->title_scale;
  const double length = etp_scene_get_height (self->title);

  add_text_lines (self->title, 0, lines);
  self->covers = etp_tile_cut (lines, length, length, room, room, 0, ETP_PAGES_MOST);
  return self->covers != NULL;
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
                  "read. Larger ones are needed."),
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
  if (height - self->title_height / self->scale < LEAST_CONTENT && !cut_covers (self))
    return fail_many (self, error);
  first = self->covers != NULL ? height : height - self->title_height / self->scale;
  self->rows = etp_tile_cut (spans, bottom, self->grid.height, first, rest, OVERLAP,
                             ETP_PAGES_MOST);
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
  guint n_columns;

  if (room < LEAST_CONTENT)
    return fail_small (self, error);
  options.column_share = find_share (self, room - OVERLAP, &n_columns, &options.n_sheets);
  options.span_width = room - OVERLAP;
  self->body = etp_view_build (etp_view_get (NULL), job->journey, &options, job->style,
                               job->measurer, NULL);
  self->foot = etp_map_build_foot_scene (job->journey, &options, job->style, job->measurer, width);
  options.short_heads = TRUE;
  self->heads = etp_map_build_heads_scene (job->journey, &options, job->style, job->measurer);
  find_grid (self);
  self->items = g_array_new (FALSE, FALSE, sizeof (EtpRect));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (EtpTileLane));
  add_lanes (self, down);
  add_columns (self, n_columns, options.n_sheets, across);
  add_items (self, n_columns, across, down);
  self->foot_y = self->grid.height + FOOT_SPACE;
  bottom = self->foot_y + etp_scene_get_height (self->foot);
  add_foot (self, down, bottom);

  self->columns = etp_tile_cut (across, find_right_end (self, across), self->grid.width, room, room,
                                OVERLAP, ETP_PAGES_MOST);
  if (self->columns == NULL)
    return fail_many (self, error);
  return cut_rows (self, down, bottom, error);
}
