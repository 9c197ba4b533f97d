/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-links.h"
#include "etp-canvas-drop.h"
#include "etp-canvas-private.h"

#include <math.h>

/* Puts a frame together: a flat list of nodes, each below a transform of its own, because GTK 4.8
 * repaints everything below a scaling transform at any change. From 35 % on each visible item is a
 * bitmap of the cache; further out the items of a cell are merged into one bitmap a layer, so that
 * a map of 10,000 cards costs hundreds of nodes and not ten thousands. Flat rectangles are colour
 * nodes. Pinned items come last, on strips of the paper's colour.
 */

/* How much is painted anew in a frame while there is something older to show. */
#define STALE_ITEMS 20
/* While zooming, also of what has nothing to show yet; the rest is a plain box for a moment. */
#define MISSING_ITEMS 20
/* How much is seen of what is being dragged, in its old place. */
#define FADED 0.35f
/* So many items of a merged cell cost as much as one at full detail. */
#define MERGED_SHARE 10

enum
{
  STATE_HOVER = 1 << 0,
  STATE_SELECTED = 1 << 1,
  STATE_FOCUSED = 1 << 2,
  STATE_RELATED = 1 << 3, /* of the same step as what is selected or under the pointer */
};

typedef struct
{
  EtpCanvas *canvas;
  EtpScene *scene;
  EtpRect viewport, pins; /* what is visible, and where pinned items stay in it */
  EtpBitmapLook look;
  gboolean has_offsets; /* something is out of its place */
  int stale_left, missing_left; /* what may still be painted in this frame */
  gboolean shows_focus;
  gboolean has_choice; /* several items are selected */
} EtpFrame;

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

static void
add_color (EtpFrame *frame, EtpRgba color, double x, double y, double width, double height)
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
  add_color (frame, color, left, top, right - left, bottom - top);
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

static void
add_item (EtpFrame *frame, EtpItemRef ref)
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

static void
add_cell_layer (EtpFrame *frame, guint index, EtpLayer layer)
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

static gboolean
is_cell_visible (const EtpFrame *frame, guint index)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (frame->scene, index);
  EtpRect ink = placed->cell->ink;

  ink.x += placed->x;
  ink.y += placed->y;
  return etp_rect_intersects (&ink, &frame->viewport);
}

/* What of the scene is visible, below the pinned items, as merged cells. */
static void
add_merged (EtpFrame *frame)
{
  EtpCanvas *self = frame->canvas;
  const guint n_cells = etp_scene_get_n_cells (frame->scene);

  for (guint layer = ETP_LAYER_BACK; layer <= ETP_LAYER_FRONT; layer++)
    for (guint i = 0; i < n_cells; i++)
      {
        const EtpCellPlan *plan = etp_cell_plans_get (self->plans, i);

        if (plan->n_single == 0 && !plan->has_layer[layer])
          continue;
        if (!is_cell_visible (frame, i))
          continue;
        for (guint j = 0; j < plan->n_single; j++)
          {
            const EtpItemRef ref = { i, plan->singles[j] };
            const EtpItem *item = etp_scene_get_item (frame->scene, ref);

            if (item->layer == layer && item->pin == ETP_PIN_NONE)
              add_item (frame, ref);
          }
        add_cell_layer (frame, i, layer);
      }
  if (!etp_canvas_has_marks (self))
    return;
  for (guint i = 0; i < n_cells; i++)
    if (is_cell_visible (frame, i))
      etp_canvas_add_far_marks (self, i, self->nodes);
}

static void
add_pinned_of (EtpFrame *frame, GArray *refs, EtpPin pin)
{
  for (guint i = 0; i < refs->len; i++)
    {
      const EtpItemRef ref = g_array_index (refs, EtpItemRef, i);

      if (etp_scene_get_item (frame->scene, ref)->pin == pin)
        add_item (frame, ref);
    }
}

/* Lane heads on their strip, phase heads on theirs, then the corner in which they meet. */
static void
add_pinned (EtpFrame *frame, GArray *refs)
{
  EtpCanvas *self = frame->canvas;
  const EtpRgba paper = etp_style_get_color (self->style, ETP_COLOR_PAPER);
  const EtpRgba line = etp_style_get_color (self->style, ETP_COLOR_HAIRLINE);
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  double left, top;

  etp_canvas_get_strips (self, &left, &top);
  if (left > 0)
    {
      add_color (frame, paper, 0, 0, left, height);
      add_color (frame, line, left, 0, 1, height);
    }
  add_pinned_of (frame, refs, ETP_PIN_LEFT);
  if (top > 0)
    {
      add_color (frame, paper, 0, 0, width, top);
      add_color (frame, line, 0, top, width, 1);
    }
  add_pinned_of (frame, refs, ETP_PIN_TOP);
  if (left > 0)
    {
      /* Phase heads slide below the lane heads' strip also where they stand in their own place. */
      double corner = top;

      for (guint i = 0; i < refs->len; i++)
        {
          const EtpItemRef ref = g_array_index (refs, EtpItemRef, i);
          const EtpRect place = etp_scene_item_rect (frame->scene, ref, &frame->pins);

          if (etp_scene_get_item (frame->scene, ref)->pin == ETP_PIN_TOP)
            corner = MAX (corner,
                          ceil ((place.y + place.height - frame->viewport.y) * frame->look.zoom));
        }
      add_color (frame, paper, 0, 0, left, corner);
    }
  add_pinned_of (frame, refs, ETP_PIN_BOTH);
}

static void
add_plain_ring (EtpFrame *frame, EtpItemRef ref)
{
  EtpCanvas *self = frame->canvas;
  const GdkRGBA rgba = get_rgba (etp_style_get_color (self->style, ETP_COLOR_SELECTION));
  const GdkRGBA colors[4] = { rgba, rgba, rgba, rgba };
  const float widths[4] = { 2, 2, 2, 2 };
  GskRoundedRect outline;
  EtpRect box;

  if (!etp_cell_plan_merges (etp_scene_get_item (frame->scene, ref)))
    return;
  box = etp_canvas_get_item_bounds (self, ref);
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT ((float) floor (box.x) - 2, (float) floor (box.y) - 2,
                           (float) ceil (box.width) + 4, (float) ceil (box.height) + 4),
      3);
  g_ptr_array_add (self->nodes, gsk_border_node_new (&outline, widths, colors));
}

/* Further out than items are painted one by one, what is selected gets plain rings. */
static void
add_plain_rings (EtpFrame *frame)
{
  EtpCanvas *self = frame->canvas;

  if (!etp_item_ref_is_none (self->selection))
    add_plain_ring (frame, self->selection);
  for (guint i = 0; frame->has_choice && i < etp_scene_get_n_cells (frame->scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (frame->scene, i)->cell;

      if (!is_cell_visible (frame, i))
        continue;
      for (guint j = 0; j < cell->n_items; j++)
        if (etp_canvas_is_chosen (self, cell->items[j].item))
          add_plain_ring (frame, (EtpItemRef){ i, j });
    }
}

static gboolean
on_rebake_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ETP_CANVAS (widget)->rebake_id = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
compose (EtpFrame *frame)
{
  EtpCanvas *self = frame->canvas;

  g_array_set_size (self->refs, 0);
  if (frame->look.detail <= ETP_DETAIL_TITLES)
    {
      guint n_body = 0;

      etp_scene_find (frame->scene, &frame->viewport, &frame->pins, self->refs);
      for (guint i = 0; i < self->refs->len; i++)
        {
          const EtpItemRef ref = g_array_index (self->refs, EtpItemRef, i);

          if (etp_scene_get_item (frame->scene, ref)->pin != ETP_PIN_NONE)
            g_array_index (self->refs, EtpItemRef, n_body++) = ref;
          else
            add_item (frame, ref);
        }
      g_array_set_size (self->refs, n_body);
    }
  else
    {
      add_merged (frame);
      add_plain_rings (frame);
      etp_canvas_find_pinned (self, self->refs);
    }
  add_pinned (frame, self->refs);
}

static gboolean
shows_focus (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget))
         && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
}

void
etp_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EtpCanvas *self = ETP_CANVAS (widget);
  EtpFrame frame = {
    .canvas = self,
    .scene = etp_canvas_get_scene (self),
    .viewport = etp_canvas_get_viewport (self),
    .pins = etp_canvas_get_pins (self),
    .look = { .zoom = self->zoom,
              .scale_factor = gtk_widget_get_scale_factor (widget),
              .detail = etp_detail_for_zoom (self->zoom) },
    .stale_left = self->is_zooming ? 0 : STALE_ITEMS,
    .missing_left = self->is_zooming ? MISSING_ITEMS : G_MAXINT,
    .shows_focus = shows_focus (self),
    .has_choice = etp_canvas_get_n_chosen (self) > 1,
    .has_offsets = etp_canvas_has_offsets (self),
  };
  GskRenderNode *node;

  self->is_incomplete = FALSE;
  g_ptr_array_set_size (self->nodes, 0);
  add_color (&frame, etp_style_get_color (self->style, ETP_COLOR_PAPER), 0, 0,
             gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  if (frame.scene != NULL)
    {
      etp_bitmap_cache_begin_frame (self->bitmaps);
      compose (&frame);
      etp_bitmap_cache_end_frame (self->bitmaps);
    }
  node = gsk_container_node_new ((GskRenderNode **) self->nodes->pdata, self->nodes->len);
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
  g_ptr_array_set_size (self->nodes, 0);
  etp_canvas_snapshot_plus (self, snapshot);
  etp_canvas_snapshot_adders (self, snapshot);
  etp_canvas_snapshot_links (self, snapshot);
  etp_canvas_snapshot_drop (self, snapshot);
  etp_canvas_snapshot_capture (self, snapshot);
  etp_canvas_snapshot_tool (self, snapshot);
  etp_canvas_snapshot_adder (self, snapshot);
  etp_canvas_snapshot_editor (self, snapshot);

  if (self->is_incomplete && !self->is_zooming && self->rebake_id == 0)
    self->rebake_id = gtk_widget_add_tick_callback (widget, on_rebake_tick, NULL, NULL);
}
