/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-frame.h"

#include "etp-canvas-drop.h"

#include <math.h>

/* Items and merged cells as nodes of a frame: flat rectangles as colours, everything else as
 * bitmaps of the cache. */

/* How much is seen of what is being dragged, in its old place. */
#define FADED 0.35f
/* So many items of a merged cell cost as much as one at full detail. */
#define MERGED_SHARE 10

static GdkRGBA
get_rgba (EtpRgba color)
{
  return (GdkRGBA){
    (float) (color >> 24) / 255.0f,
    (float) (color >> 16 & 0xff) / 255.0f,
    (float) (color >> 8 & 0xff) / 255.0f,
    (float) (color & 0xff) / 255.0f,
  };
}

void
etp_frame_add_color (
    EtpFrame *frame, EtpRgba color, double x, double y, double width, double height)
{
  const GdkRGBA rgba = get_rgba (color);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                                                     (float) height);

  if ((color & 0xff) != 0 && width > 0 && height > 0)
    g_ptr_array_add (frame->canvas->nodes, gsk_color_node_new (&rgba, &bounds));
}

/* The pixels from start to end, of which there is always one: a hairline is seen at every zoom. */
static void
snap_edges (double start, double length, double origin, double room, double *from, double *to)
{
  *from = origin + round (start);
  *to = MAX (*from + 1, origin + round (start + length));
  *from = CLAMP (*from, 0, room);
  *to = CLAMP (*to, 0, room);
}

/* A rectangle of the map as a flat colour; edges on whole pixels, so that neighbours meet. Cut to
 * the window: floats are too coarse for the far end of a long map. */
static void
add_flat (EtpFrame *frame, EtpRgba color, const EtpRect *rect)
{
  EtpCanvas *self = frame->canvas;
  const double zoom = frame->look.zoom;
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  double left, top, right, bottom;

  snap_edges (rect->x * zoom, rect->width * zoom, self->origin_x, width, &left, &right);
  snap_edges (rect->y * zoom, rect->height * zoom, self->origin_y, height, &top, &bottom);
  etp_frame_add_color (frame, color, left, top, right - left, bottom - top);
}

static void
add_fill_item (EtpFrame *frame, const EtpItem *item, const EtpRect *place)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      EtpRect rect = item->marks[i].rect;

      rect.x += place->x;
      rect.y += place->y;
      add_flat (frame, item->marks[i].fill_color, &rect);
    }
}

static void
paint_one_item (cairo_t *cr, const EtpBitmap *bitmap, gpointer user_data)
{
  EtpFrame *frame = user_data;
  const EtpPaintState state = {
    .detail = bitmap->look.detail,
    .hover = (bitmap->key.state & STATE_HOVER) != 0,
    .selected = (bitmap->key.state & STATE_SELECTED) != 0,
    .focused = (bitmap->key.state & STATE_FOCUSED) != 0,
    .related = (bitmap->key.state & STATE_RELATED) != 0,
  };

  etp_paint_item (frame->canvas->painter, cr, bitmap->item, frame->canvas->style, &state);
}

static void
paint_cell_layer (cairo_t *cr, const EtpBitmap *bitmap, gpointer user_data)
{
  EtpFrame *frame = user_data;
  const EtpCell *cell = bitmap->key.thing;
  const EtpPaintState state = { .detail = bitmap->look.detail };

  for (guint i = 0; i < cell->n_items; i++)
    {
      EtpItem *item = cell->items[i].item;

      if (item->layer != bitmap->key.layer || !etp_cell_plan_merges (item))
        continue;
      cairo_save (cr);
      cairo_translate (cr, cell->items[i].x, cell->items[i].y);
      etp_paint_item (frame->canvas->painter, cr, item, frame->canvas->style, &state);
      cairo_restore (cr);
    }
}

/* Adds the bitmap's tiles that are in the window, the origin at (x_px, y_px). */
static void
add_bitmap (
    EtpFrame *frame, EtpBitmap *bitmap, int x_px, int y_px, gboolean is_faded, EtpBitmapPaint paint)
{
  EtpCanvas *self = frame->canvas;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const double ratio = frame->look.zoom / bitmap->look.zoom;
  const graphene_point_t origin = GRAPHENE_POINT_INIT ((float) x_px, (float) y_px);
  GskTransform *transform = gsk_transform_translate (NULL, &origin); /* NULL: none is needed */

  if (bitmap->look.zoom != frame->look.zoom)
    transform = gsk_transform_scale (transform, (float) ratio, (float) ratio);
  for (guint row = 0; row < bitmap->n_rows; row++)
    for (guint column = 0; column < bitmap->n_columns; column++)
      {
        const cairo_rectangle_int_t box = etp_bitmap_get_tile_box (bitmap, column, row);
        GskRenderNode *tile, *faded = NULL;

        if (x_px + (box.x + box.width) * ratio <= 0 || x_px + box.x * ratio >= width
            || y_px + (box.y + box.height) * ratio <= 0 || y_px + box.y * ratio >= height)
          continue;
        tile = etp_bitmap_cache_get_tile (self->bitmaps, bitmap, column, row, paint, frame);
        if (is_faded)
          tile = faded = gsk_opacity_node_new (tile, FADED);
        g_ptr_array_add (self->nodes, transform != NULL ? gsk_transform_node_new (tile, transform)
                                                        : gsk_render_node_ref (tile));
        g_clear_pointer (&faded, gsk_render_node_unref);
      }
  gsk_transform_unref (transform);
}

/* The bitmap to show: the right one, an older one for now, or a new one. NULL: nothing yet. */
static EtpBitmap *
choose_bitmap (EtpFrame *frame,
               const EtpBitmapKey *key,
               EtpItem *item,
               const EtpBitmapLook *look,
               const EtpRect *ink,
               int cost)
{
  EtpCanvas *self = frame->canvas;
  EtpBitmap *bitmap = etp_bitmap_cache_lookup (self->bitmaps, key);
  int *left = bitmap != NULL ? &frame->stale_left : &frame->missing_left;

  if (bitmap != NULL && etp_bitmap_look_equal (&bitmap->look, look))
    return bitmap;
  if (*left <= 0 && (bitmap != NULL || self->is_zooming))
    {
      self->is_incomplete = TRUE;
      return bitmap;
    }
  *left -= cost;
  return etp_bitmap_cache_replace (self->bitmaps, key, item, look, ink);
}

/* Pieces of one line lie in several items and must meet, so they keep their place within a pixel;
 * everything else begins at a whole pixel and stays crisp and shareable when it moves. */
static void
place_origin (const EtpFrame *frame,
              gboolean is_exact,
              double x,
              double y,
              EtpBitmapLook *look,
              int *x_px,
              int *y_px)
{
  const double exact_x = x * look->zoom, exact_y = y * look->zoom;

  *look = frame->look;
  *x_px = (int) (is_exact ? floor (exact_x) : lround (exact_x));
  *y_px = (int) (is_exact ? floor (exact_y) : lround (exact_y));
  look->shift_x = is_exact ? (float) (exact_x - *x_px) : 0.0f;
  look->shift_y = is_exact ? (float) (exact_y - *y_px) : 0.0f;
  *x_px += frame->canvas->origin_x;
  *y_px += frame->canvas->origin_y;
}

static void
add_placeholder (EtpFrame *frame, const EtpItem *item, const EtpRect *place)
{
  if (item->n_marks > 0 && item->marks[0].type == ETP_MARK_BOX && item->kind != ETP_ITEM_CURVE)
    add_flat (frame, item->marks[0].fill_color, place);
}

static guint8
get_state (const EtpFrame *frame, EtpItemRef ref)
{
  const EtpCanvas *self = frame->canvas;
  guint8 state = 0;

  if (etp_item_ref_equal (ref, self->hover) && !self->tools.is_dragging)
    state |= STATE_HOVER;
  if (etp_item_ref_equal (ref, self->selection))
    state |= frame->shows_focus ? STATE_SELECTED | STATE_FOCUSED : STATE_SELECTED;
  else if (frame->has_choice
           && etp_canvas_is_chosen (frame->canvas, etp_scene_get_item (frame->scene, ref)))
    state |= STATE_SELECTED;
  if (etp_canvas_is_related (frame->canvas, ref, etp_scene_get_item (frame->scene, ref)))
    state |= STATE_RELATED;
  return state;
}

/* What was added since the first of them, with less opacity. */
static void
fade_nodes (GPtrArray *nodes, guint first, float opacity)
{
  for (guint i = first; opacity < 1.0f && i < nodes->len; i++)
    {
      GskRenderNode *node = nodes->pdata[i];

      nodes->pdata[i] = gsk_opacity_node_new (node, opacity);
      gsk_render_node_unref (node);
    }
}

void
etp_frame_add_item (EtpFrame *frame, EtpItemRef ref)
{
  EtpItem *item = etp_scene_get_item (frame->scene, ref);
  EtpRect place = etp_scene_item_rect (frame->scene, ref, &frame->pins);
  const EtpBitmapKey key = { item, ETP_BITMAP_ITEM, get_state (frame, ref) };
  GPtrArray *nodes = frame->canvas->nodes;
  const guint first = nodes->len;
  EtpBitmapLook look = frame->look;
  EtpRect ink = item->ink;
  EtpBitmap *bitmap;
  int x_px, y_px;

  if (item->kind == ETP_ITEM_CELL && key.state == 0) /* nothing to see */
    return;
  if (etp_canvas_is_covered (frame->canvas, ref, item))
    return;
  if (item->kind == ETP_ITEM_FILL)
    {
      add_fill_item (frame, item, &place);
      return;
    }
  if (key.state != 0) /* rings and shadows reach a little beyond */
    ink = (EtpRect){ ink.x - 6, ink.y - 6, ink.width + 12, ink.height + 12 };
  if (frame->has_offsets)
    etp_canvas_add_offset (frame->canvas, ref, item, &place);
  place_origin (frame, item->kind == ETP_ITEM_CURVE, place.x, place.y, &look, &x_px, &y_px);
  bitmap = choose_bitmap (frame, &key, item, &look, &ink, 1);
  if (bitmap != NULL)
    add_bitmap (frame, bitmap, x_px, y_px, etp_canvas_is_faded (frame->canvas, item),
                paint_one_item);
  else
    add_placeholder (frame, item, &place);
  if (!etp_canvas_has_marks (frame->canvas))
    return;
  fade_nodes (nodes, first, etp_canvas_get_opacity (frame->canvas, item));
  etp_canvas_add_marks (frame->canvas, item, &place, nodes);
}

void
etp_frame_add_cell_layer (EtpFrame *frame, guint index, EtpLayer layer)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (frame->scene, index);
  const EtpCellPlan *plan = etp_cell_plans_get (frame->canvas->plans, index);
  const EtpBitmapKey key = { placed->cell, (guint8) layer, 0 };
  EtpBitmapLook look = frame->look;
  EtpBitmap *bitmap;
  int x_px, y_px;

  if (!plan->has_layer[layer])
    return;
  place_origin (frame, TRUE, placed->x, placed->y, &look, &x_px, &y_px);
  bitmap = choose_bitmap (frame, &key, NULL, &look, &plan->ink[layer],
                          1 + (int) plan->n_merged / MERGED_SHARE);
  if (bitmap != NULL)
    add_bitmap (frame, bitmap, x_px, y_px, FALSE, paint_cell_layer);
}
