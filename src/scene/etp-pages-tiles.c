/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-tiles-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "etp-map-private.h"
#include "etp-scene-private.h"

/* The map on several sheets at a size at which it can be read. Each sheet has the heads of its
 * phases and lanes, so that it can be read by itself; cut along the marks, all of them make one
 * poster, whose title stands on the first sheet and whose foot on the last of the first column.
 * Columns get a width of which whole ones fill a sheet. */

#define MARGIN 42.0 /* of a sheet: what printers cannot reach, and the marks */
#define OVERLAP 38.0 /* for the glue: 10 mm */
#define LANE_GAP 12.0 /* between lane heads and the grid: labels of the curve reach into it */
#define HEAD_ROOM 2.0 /* above phase heads: their edges are smooth */
#define TITLE_SPACE 22.0
#define FOOT_SPACE 24.0
#define PLAN_GAP 36.0
#define LEAST_CONTENT 120.0 /* of a sheet, in map units */
#define WIDEST_SHARE 1.35

#define FRAME_WEIGHT 12.0 /* of a lane or column, against that of a card */
#define ITEM_WEIGHT 3.0
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

static EtpViewOptions
get_view_options (const EtpTiles *self)
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
find_share (const EtpTiles *self, double room)
{
  EtpViewOptions options = get_view_options (self);
  double gap = etp_style_get_metrics (self->job->style)->phase_gap, own, share;
  guint n_columns, n;

  own = etp_map_measure_columns (self->job->journey, &options, self->job->style, &n_columns);
  if (n_columns == 0)
    return 0;
  own /= n_columns;
  n = (guint) CLAMP (round (room / (own + gap)), 1, n_columns);
  share = ((room + gap) / n - gap) / own;
  /* Too narrow for so many: then one less, and wider. */
  if (share * own < 240 && n > 1)
    share = ((room + gap) / (n - 1) - gap) / own;
  return MIN (share, WIDEST_SHARE);
}

static void
find_grid (EtpTiles *self)
{
  const EtpMetrics *metrics = etp_style_get_metrics (self->job->style);
  double width = etp_scene_get_width (self->body), height = etp_scene_get_height (self->body);

  self->lane_width = metrics->lane_head_width + LANE_GAP;
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
add_items (const EtpTiles *self, GArray *across, GArray *down)
{
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
          add_span (across, rect.x, rect.x + item->ink.width, ITEM_WEIGHT, CARD_PAD, FALSE);
          add_span (down, rect.y, rect.y + item->ink.height, ITEM_WEIGHT, CARD_PAD, FALSE);
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
                        y + (l + 1) * (double) mark->line_height, ITEM_WEIGHT, 0, FALSE);
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
  EtpViewOptions options = get_view_options (self);
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
  double height = self->frame.inner.height / self->scale - self->head_height - HEAD_ROOM, first;
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
  self->rows = etp_tile_cut (spans, bottom, first, height, OVERLAP, ETP_PAGES_MOST);
  if (self->rows == NULL || self->rows->len * self->columns->len > ETP_PAGES_MOST)
    return fail_many (self, error);
  return TRUE;
}

/* Builds what is shown and decides where it is cut. */
static gboolean
cut (EtpTiles *self, GError **error)
{
  EtpPagesJob *job = self->job;
  EtpViewOptions options = get_view_options (self);
  double width = self->frame.inner.width / self->scale;
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (EtpTileSpan));
  g_autoptr (GArray) down = g_array_new (FALSE, FALSE, sizeof (EtpTileSpan));
  double room = width - etp_style_get_metrics (job->style)->lane_head_width - LANE_GAP;
  double bottom;

  if (room < LEAST_CONTENT)
    return fail_small (self, error);
  options.column_share = find_share (self, room - OVERLAP);
  self->body = etp_view_build (etp_view_get (NULL), job->journey, &options, job->style,
                               job->measurer, NULL);
  self->foot = etp_map_build_foot_scene (job->journey, &options, job->style, job->measurer, width);
  find_grid (self);
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

/* The heads of the phases that the sheet shows; of one that is cut, from its beginning. */
static void
add_phase_heads (const EtpTiles *self, const EtpTile *tile, EtpPage *page)
{
  double left = self->grid.x + tile->across->start, right = self->grid.x + tile->across->end;

  for (guint i = 0; i < etp_scene_get_n_groups (self->body); i++)
    {
      const EtpGroup *group = etp_scene_get_group (self->body, i);
      double start = MAX (group->rect.x, left);
      double end = MIN (group->rect.x + group->rect.width, right);
      EtpRect source = { group->rect.x, self->grid.y - self->head_height - HEAD_ROOM, end - start,
                         self->head_height + HEAD_ROOM };

      if (etp_group_is_phase (group) && end - start > 1)
        etp_page_add_part (page, self->body, &source,
                           tile->content.x + (start - left) * self->scale,
                           tile->content.y - source.height * self->scale, self->scale);
    }
}

/* How far down the head's name and signs reach; its bounds are those of the lane. */
static double
get_marks_end (const EtpItem *item)
{
  double end = 0;

  for (guint i = 0; i < item->n_marks; i++)
    end = MAX (end, item->marks[i].rect.y + item->marks[i].rect.height);
  return end;
}

/* The lane's part of its strip; where its name would be above the sheet, it comes down. */
static void
add_lane_head (
    const EtpTiles *self, const EtpTile *tile, EtpPage *page, EtpItemRef ref, double lane_end)
{
  const EtpItem *item = etp_scene_get_item (self->body, ref);
  EtpRect rect = etp_scene_get_own_rect (self->body, ref);
  double space = etp_style_get_metrics (self->job->style)->lane_space;
  double top = self->grid.y + tile->down->start, bottom = self->grid.y + tile->down->end;
  double start = MAX (rect.y - space / 2, top), end = MIN (lane_end + space / 2, bottom);
  double ink = get_marks_end (item);
  EtpRect source = { rect.x - 2, start, self->lane_width - LANE_GAP + 2, end - start };
  double y = start - top;

  if (end - start < 2)
    return;
  if (rect.y < top - 1 && ink <= end - start)
    source = (EtpRect){ source.x, rect.y, source.width, ink };
  etp_page_add_part (page, self->body, &source,
                     tile->content.x - (self->lane_width + 2) * self->scale,
                     tile->content.y + y * self->scale, self->scale);
}

static void
add_lane_heads (const EtpTiles *self, const EtpTile *tile, EtpPage *page)
{
  double space = etp_style_get_metrics (self->job->style)->lane_space;
  double end = self->grid.y + self->grid.height;

  for (guint i = self->body->slots->len; i-- > 0;)
    {
      const EtpSceneSlot *slot = &g_array_index (self->body->slots, EtpSceneSlot, i);
      EtpItemRef ref;

      if (slot->phase_id != NULL || slot->lane_id == NULL)
        continue;
      ref = etp_scene_find_node (self->body, slot->lane_id, ETP_ITEM_LANE_HEAD);
      if (!etp_item_ref_is_none (ref))
        add_lane_head (self, tile, page, ref, end);
      end = slot->y - space;
    }
}

static void
add_grid (const EtpTiles *self, const EtpTile *tile, EtpPage *page)
{
  double end = MIN (tile->down->end, self->grid.height);
  double before = tile->column == 0 ? LANE_GAP : 0;
  EtpRect source = { self->grid.x + tile->across->start - before, self->grid.y + tile->down->start,
                     tile->across->end - tile->across->start + before, end - tile->down->start };

  if (source.height <= 0)
    return;
  etp_page_add_part (page, self->body, &source, tile->content.x - before * self->scale,
                     tile->content.y, self->scale);
  add_phase_heads (self, tile, page);
  add_lane_heads (self, tile, page);
}

static void
add_title (const EtpTiles *self, EtpPage *page)
{
  const EtpRect *inner = &self->frame.inner;
  EtpViewOptions options = get_view_options (self);
  g_autoptr (EtpScene) beside = NULL;

  if (self->has_cover || self->columns->len * self->rows->len > 1)
    {
      beside = etp_tile_build_plan (self);
      etp_page_add_part (page, self->title, NULL, inner->x, inner->y, self->title_scale);
      etp_page_add_part (page, beside, NULL, inner->x + inner->width - etp_scene_get_width (beside),
                         inner->y, 1);
      return;
    }
  beside = etp_map_build_title_scene (self->job->journey, &options, self->job->style,
                                      self->job->measurer, inner->width / self->title_scale);
  etp_page_add_part (page, beside, NULL, inner->x, inner->y, self->title_scale);
}

static gboolean
shows_foot (const EtpTiles *self, const EtpTile *tile)
{
  return tile->column == 0 && tile->down->end > self->foot_y;
}

static void
add_foot_part (const EtpTiles *self, const EtpTile *tile, EtpPage *page)
{
  double start = MAX (tile->down->start, self->foot_y);
  double end = MIN (tile->down->end, self->foot_y + etp_scene_get_height (self->foot));
  EtpRect source = { 0, start - self->foot_y, etp_scene_get_width (self->foot), end - start };

  etp_page_add_part (page, self->foot, &source, self->frame.inner.x,
                     tile->content.y + (start - tile->down->start) * self->scale, self->scale);
}

/* A sheet on which nothing would be is not made. */
static gboolean
is_needed (const EtpTiles *self, const EtpTile *tile)
{
  return shows_foot (self, tile) || tile->down->start < self->grid.height;
}

static void
init_tile (const EtpTiles *self, guint column, guint row, EtpTile *tile)
{
  const EtpRect *inner = &self->frame.inner;
  double top = (self->head_height + HEAD_ROOM) * self->scale + (row == 0 ? self->title_height : 0);

  *tile = (EtpTile){ .column = column,
                     .row = row,
                     .across = &g_array_index (self->columns, EtpTilePiece, column),
                     .down = &g_array_index (self->rows, EtpTilePiece, row) };
  tile->content.x = inner->x + self->lane_width * self->scale;
  tile->content.y = inner->y + (tile->down->start < self->grid.height ? top : 0);
  tile->content.width = (tile->across->end - tile->across->start) * self->scale;
  tile->content.height = (MIN (tile->down->end, self->grid.height) - tile->down->start)
                         * self->scale;
  tile->bottom = tile->content.y + (tile->down->end - tile->down->start) * self->scale;
}

static void
add_tile (const EtpTiles *self, const EtpTile *tile)
{
  EtpPagesJob *job = self->job;
  g_autofree char *label = etp_tile_dup_label (tile->column, tile->row);
  g_autofree char *title = tile->n > 1 ? g_strdup_printf ("%s – %s",
                                                          etp_pages_get_title (job->journey), label)
                                       : g_strdup (etp_pages_get_title (job->journey));
  g_autofree char *place = g_strdup_printf ("%s · %u / %u", label, tile->number, tile->n);
  EtpPage *page = etp_pages_add (job->pages, ETP_PAGE_TILE, self->frame.width, self->frame.height,
                                 title);

  if (tile->n > 1)
    page->label = g_strdup (label);
  if (tile->column == 0 && tile->row == 0 && !self->has_cover)
    add_title (self, page);
  add_grid (self, tile, page);
  if (shows_foot (self, tile))
    add_foot_part (self, tile, page);
  if (tile->n > 1)
    etp_tile_add_marks (self, tile, page);
  etp_pages_frame_add (&self->frame, job, page, tile->n > 1 ? place : NULL);
}

static void
add_cover (const EtpTiles *self, guint n)
{
  g_autofree char *place = g_strdup_printf ("1 / %u", n);
  EtpPage *page = etp_pages_add (self->job->pages, ETP_PAGE_TILE, self->frame.width,
                                 self->frame.height, etp_pages_get_title (self->job->journey));

  add_title (self, page);
  etp_pages_frame_add (&self->frame, self->job, page, place);
}

static void
add_tiles (const EtpTiles *self)
{
  guint n = self->has_cover ? 1 : 0, number = n;
  EtpTile tile;

  for (guint pass = 0; pass < 2; pass++)
    for (guint r = 0; r < self->rows->len; r++)
      for (guint c = 0; c < self->columns->len; c++)
        {
          init_tile (self, c, r, &tile);
          if (!is_needed (self, &tile))
            continue;
          if (pass == 0)
            {
              n++;
              continue;
            }
          if (self->has_cover && number == 1)
            add_cover (self, n);
          tile.n = n;
          tile.number = ++number;
          add_tile (self, &tile);
        }
}

static void
tiles_clear (EtpTiles *self)
{
  g_clear_object (&self->body);
  g_clear_object (&self->title);
  g_clear_object (&self->foot);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
}

gboolean
etp_pages_add_tiles (EtpPagesJob *job, gboolean titles, GError **error)
{
  EtpTiles self = { .job = job, .titles = titles, .scale = MAX (job->options->scale, 1) };
  gboolean done;

  etp_pages_frame_init (&self.frame, job, job->paper.width, job->paper.height, MARGIN, TRUE);
  done = cut (&self, error);
  if (done)
    add_tiles (&self);
  tiles_clear (&self);
  return done;
}

gboolean
etp_pages_build_tiles (EtpPagesJob *job, GError **error)
{
  return etp_pages_add_tiles (job, job->options->detail == ETP_PAGES_TITLES, error);
}
