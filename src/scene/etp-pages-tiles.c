/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-tiles-private.h"

#include "etp-map-private.h"
#include "etp-scene-private.h"

/* The map on several sheets at a size at which it can be read. Each sheet has the heads of its
 * phases and lanes, so that it can be read by itself; cut along the marks, all of them make one
 * poster, whose title stands on the first sheet and whose foot on the last of the first column. */

#define MARGIN 42.0 /* of a sheet: what printers cannot reach, and the marks */
#define HEAD_BLEED 2.0 /* shown of the gaps beside a head: what lies within needs no clip */
#define STRIP_BLEED 3.0 /* shown beyond a cut, so that no white line is left */

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
      EtpRect source = { group->rect.x - HEAD_BLEED,
                         self->grid.y - self->head_height - ETP_TILES_HEAD_ROOM,
                         end - start + 2 * HEAD_BLEED, self->head_height + ETP_TILES_HEAD_ROOM };
      EtpPagePart *part;

      if (!etp_group_is_phase (group) || end - start <= 1)
        continue;
      if (tile->row > 0)
        {
          source.y = 0;
          source.height = self->short_height;
        }
      if (end < group->rect.x + group->rect.width)
        source.width -= HEAD_BLEED;
      part = etp_page_add_part (page, tile->row > 0 ? self->heads : self->body, &source,
                                tile->content.x + (start - left - HEAD_BLEED) * self->scale,
                                tile->content.y - source.height * self->scale, self->scale);
      /* They are read on the sheets of the first row. */
      part->is_furniture = tile->row > 0;
    }
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
  double ink = etp_tile_get_marks_end (item);
  EtpRect source = { rect.x - 2, start, self->lane_width - ETP_TILES_LANE_GAP + 2, end - start };
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
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const EtpTileLane *lane = &g_array_index (self->lanes, EtpTileLane, i);

      add_lane_head (self, tile, page, lane->head, lane->end);
    }
}

/* How far down a strip of the grid is shown: to the end of what the cut hits there, so that the
 * beginnings of other things, which are whole on the next sheet, are not. */
static double
find_strip_end (const EtpTiles *self, const EtpTile *tile, double left, double right)
{
  double end = tile->down->cut, most = MIN (tile->down->end, self->grid.height);

  for (guint i = 0; i < self->items->len; i++)
    {
      const EtpRect *item = &g_array_index (self->items, EtpRect, i);

      if (item->x < right && item->x + item->width > left && item->y < tile->down->cut
          && item->y + item->height > end && item->y + item->height <= most)
        end = item->y + item->height;
    }
  return MIN (end + STRIP_BLEED, most);
}

static void
add_strip (const EtpTiles *self, const EtpTile *tile, EtpPage *page, double left, double right)
{
  double end = find_strip_end (self, tile, left, right);
  EtpRect source = { self->grid.x + left, self->grid.y + tile->down->start, right - left,
                     end - tile->down->start };

  if (source.width > 0 && source.height > 0)
    etp_page_add_part (page, self->body, &source,
                       tile->content.x + (left - tile->across->start) * self->scale,
                       tile->content.y, self->scale);
}

/* Whether nothing that is to be whole reaches over from one column to the next. */
static gboolean
is_parted (const EtpTiles *self, const EtpTile *tile, double x)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const EtpRect *item = &g_array_index (self->items, EtpRect, i);

      if (item->x < x && item->x + item->width > x && item->y < tile->down->end
          && item->y + item->height > tile->down->start)
        return FALSE;
    }
  return TRUE;
}

/* Column by column, parted in the middle of the gaps. */
static void
add_grid (const EtpTiles *self, const EtpTile *tile, EtpPage *page)
{
  double gap = etp_style_get_metrics (self->job->style)->phase_gap;
  double left = tile->across->start - (tile->column == 0 ? ETP_TILES_LANE_GAP : 0);

  if (tile->down->start >= self->grid.height)
    return;
  for (guint i = 0; i < etp_scene_get_n_groups (self->body); i++)
    {
      const EtpGroup *group = etp_scene_get_group (self->body, i);
      double right = group->rect.x + group->rect.width + gap / 2 - self->grid.x;

      if (!etp_group_is_phase (group) || right <= left || right >= tile->across->end
          || !is_parted (self, tile, right))
        continue;
      add_strip (self, tile, page, left, right);
      left = right;
    }
  add_strip (self, tile, page, left, tile->across->end);
  add_phase_heads (self, tile, page);
  add_lane_heads (self, tile, page);
}

static void
add_title (const EtpTiles *self, EtpPage *page)
{
  const EtpRect *inner = &self->frame.inner;
  EtpViewOptions options = etp_tiles_get_view_options (self);
  g_autoptr (EtpScene) beside = NULL;

  if (self->columns->len * self->rows->len > 1)
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
  double top = (self->head_height + ETP_TILES_HEAD_ROOM) * self->scale
               + (row == 0 && self->covers == NULL ? self->title_height : 0);

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
  if (tile->column == 0 && tile->row == 0 && self->covers == NULL)
    add_title (self, page);
  add_grid (self, tile, page);
  if (shows_foot (self, tile))
    add_foot_part (self, tile, page);
  if (tile->n > 1)
    etp_tile_add_marks (self, tile, page);
  etp_pages_frame_add (&self->frame, job, page, tile->n > 1 ? place : NULL);
}

/* The title by itself; the plan of all sheets stands on the first. */
static void
add_cover (const EtpTiles *self, guint index, guint n)
{
  const EtpTilePiece *piece = &g_array_index (self->covers, EtpTilePiece, index);
  const EtpRect *inner = &self->frame.inner;
  const EtpRect source = { 0, piece->start, etp_scene_get_width (self->title),
                           piece->cut - piece->start };
  g_autofree char *place = g_strdup_printf ("%u / %u", index + 1, n);
  EtpPage *page = etp_pages_add (self->job->pages, ETP_PAGE_TILE, self->frame.width,
                                 self->frame.height, etp_pages_get_title (self->job->journey));

  etp_page_add_part (page, self->title, &source, inner->x, inner->y, self->title_scale);
  if (index == 0)
    {
      g_autoptr (EtpScene) plan = etp_tile_build_plan (self);

      etp_page_add_part (page, plan, NULL, inner->x + inner->width - etp_scene_get_width (plan),
                         inner->y, 1);
    }
  etp_pages_frame_add (&self->frame, self->job, page, place);
}

static guint
count_tiles (const EtpTiles *self)
{
  guint n = 0;
  EtpTile tile;

  for (guint r = 0; r < self->rows->len; r++)
    for (guint c = 0; c < self->columns->len; c++)
      {
        init_tile (self, c, r, &tile);
        n += is_needed (self, &tile);
      }
  return n;
}

static void
add_tiles (const EtpTiles *self)
{
  const guint n_covers = self->covers != NULL ? self->covers->len : 0;
  const guint n = n_covers + count_tiles (self);
  guint number = n_covers;
  EtpTile tile;

  for (guint i = 0; i < n_covers; i++)
    add_cover (self, i, n);
  for (guint r = 0; r < self->rows->len; r++)
    for (guint c = 0; c < self->columns->len; c++)
      {
        init_tile (self, c, r, &tile);
        if (!is_needed (self, &tile))
          continue;
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
  g_clear_object (&self->heads);
  g_clear_pointer (&self->covers, g_array_unref);
  g_clear_pointer (&self->lanes, g_array_unref);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
}

gboolean
etp_pages_add_tiles (EtpPagesJob *job, gboolean titles, GError **error)
{
  EtpTiles self = { .job = job, .titles = titles, .scale = MAX (job->options->scale, 1) };
  gboolean done;

  etp_pages_frame_init (&self.frame, job, job->paper.width, job->paper.height, MARGIN, TRUE);
  done = etp_tiles_plan (&self, error);
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
