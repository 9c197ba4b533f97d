/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-drop.h"
#include "etp-canvas-frame.h"
#include "etp-canvas-links.h"

#include <math.h>
#include <string.h>

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
              etp_frame_add_item (frame, ref);
          }
        etp_frame_add_cell_layer (frame, i, layer);
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
        etp_frame_add_item (frame, ref);
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
      etp_frame_add_color (frame, paper, 0, 0, left, height);
      etp_frame_add_color (frame, line, left, 0, 1, height);
    }
  add_pinned_of (frame, refs, ETP_PIN_LEFT);
  if (top > 0)
    {
      etp_frame_add_color (frame, paper, 0, 0, width, top);
      etp_frame_add_color (frame, line, 0, top, width, 1);
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
      etp_frame_add_color (frame, paper, 0, 0, left, corner);
    }
  add_pinned_of (frame, refs, ETP_PIN_BOTH);
}

static void
add_plain_ring (EtpFrame *frame, EtpItemRef ref)
{
  EtpCanvas *self = frame->canvas;
  const GdkRGBA rgba = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
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
            etp_frame_add_item (frame, ref);
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
  etp_frame_add_color (&frame, etp_style_get_color (self->style, ETP_COLOR_PAPER), 0, 0,
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

static gboolean
has_picture (const EtpItem *item, const char *asset_id)
{
  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_IMAGE && strcmp (item->marks[i].text, asset_id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
shows_picture (const EtpBitmap *bitmap, gconstpointer asset_id)
{
  const EtpCell *cell = bitmap->key.thing;

  if (bitmap->key.layer == ETP_BITMAP_ITEM)
    return has_picture (bitmap->item, asset_id);
  for (guint i = 0; i < cell->n_items; i++)
    if (has_picture (cell->items[i].item, asset_id))
      return TRUE;
  return FALSE;
}

void
etp_canvas_repaint_picture (EtpCanvas *self, const char *asset_id)
{
  etp_bitmap_cache_forget (self->bitmaps, shows_picture, asset_id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
