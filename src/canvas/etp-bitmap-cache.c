/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-bitmap-cache.h"

#include <math.h>

/* Painted items, least recently shown first out. A typical card at 100 % takes 60 KiB; a window
 * shows 20 to 400 items, or some hundred cells with many cards each when zoomed out.
 *
 * Bitmaps are wrapped in cairo nodes because GTK 4.8's cairo renderer draws those four times as
 * fast as texture nodes, and its GL renderer uploads each node once as long as the pointer stays.
 */

struct _EtpBitmapCache
{
  GHashTable *bitmaps; /* EtpBitmapKey in the EtpBitmap → EtpBitmap, owned */
  GQueue order; /* EtpBitmap links, the one shown longest ago first */
  gsize max_bytes;
  gsize bytes;
  guint64 frame;
  guint64 n_bakes;
};

static guint
hash_key (gconstpointer data)
{
  const EtpBitmapKey *key = data;

  return g_direct_hash (key->thing) * 31 + key->layer * 7 + key->state;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const EtpBitmapKey *one = a, *other = b;

  return one->thing == other->thing && one->layer == other->layer && one->state == other->state;
}

static void
free_bitmap (gpointer data)
{
  EtpBitmap *bitmap = data;

  for (guint i = 0; i < bitmap->n_columns * bitmap->n_rows; i++)
    g_clear_pointer (&bitmap->tiles[i], gsk_render_node_unref);
  g_free (bitmap->tiles);
  g_clear_pointer (&bitmap->item, etp_item_unref);
  g_free (bitmap);
}

EtpBitmapCache *
etp_bitmap_cache_new (gsize max_bytes)
{
  EtpBitmapCache *self = g_new0 (EtpBitmapCache, 1);

  self->bitmaps = g_hash_table_new_full (hash_key, equal_keys, NULL, free_bitmap);
  self->max_bytes = max_bytes;
  return self;
}

void
etp_bitmap_cache_free (EtpBitmapCache *self)
{
  g_hash_table_unref (self->bitmaps);
  g_free (self);
}

static void
remove_bitmap (EtpBitmapCache *self, EtpBitmap *bitmap)
{
  self->bytes -= bitmap->bytes;
  g_queue_unlink (&self->order, &bitmap->link);
  g_hash_table_remove (self->bitmaps, &bitmap->key);
}

void
etp_bitmap_cache_begin_frame (EtpBitmapCache *self)
{
  self->frame++;
}

void
etp_bitmap_cache_end_frame (EtpBitmapCache *self)
{
  while (self->bytes > self->max_bytes)
    {
      GList *link = g_queue_peek_head_link (&self->order);
      EtpBitmap *bitmap = link != NULL ? link->data : NULL;

      if (bitmap == NULL || bitmap->frame == self->frame)
        return;
      remove_bitmap (self, bitmap);
    }
}

static void
touch_bitmap (EtpBitmapCache *self, EtpBitmap *bitmap)
{
  if (bitmap->frame == self->frame)
    return;
  bitmap->frame = self->frame;
  g_queue_unlink (&self->order, &bitmap->link);
  g_queue_push_tail_link (&self->order, &bitmap->link);
}

EtpBitmap *
etp_bitmap_cache_lookup (EtpBitmapCache *self, const EtpBitmapKey *key)
{
  EtpBitmap *bitmap = g_hash_table_lookup (self->bitmaps, key);

  if (bitmap != NULL)
    touch_bitmap (self, bitmap);
  return bitmap;
}

gboolean
etp_bitmap_look_equal (const EtpBitmapLook *a, const EtpBitmapLook *b)
{
  return fabs (a->zoom - b->zoom) < 1e-9 && a->scale_factor == b->scale_factor
         && a->detail == b->detail && fabsf (a->shift_x - b->shift_x) < 0.1f
         && fabsf (a->shift_y - b->shift_y) < 0.1f;
}

EtpBitmap *
etp_bitmap_cache_replace (EtpBitmapCache *self,
                          const EtpBitmapKey *key,
                          EtpItem *item,
                          const EtpBitmapLook *look,
                          const EtpRect *ink)
{
  EtpBitmap *old = g_hash_table_lookup (self->bitmaps, key);
  EtpBitmap *bitmap = g_new0 (EtpBitmap, 1);
  const int side = ETP_TILE_SIZE / look->scale_factor;
  const double left = floor (ink->x * look->zoom + (double) look->shift_x);
  const double top = floor (ink->y * look->zoom + (double) look->shift_y);
  const double right = ceil ((ink->x + ink->width) * look->zoom + (double) look->shift_x);
  const double bottom = ceil ((ink->y + ink->height) * look->zoom + (double) look->shift_y);

  bitmap->key = *key;
  bitmap->look = *look;
  bitmap->item = item != NULL ? etp_item_ref (item) : NULL;
  bitmap->box.x = (int) left;
  bitmap->box.y = (int) top;
  bitmap->box.width = MAX (1, (int) (right - left));
  bitmap->box.height = MAX (1, (int) (bottom - top));
  bitmap->n_columns = (guint) ((bitmap->box.width + side - 1) / side);
  bitmap->n_rows = (guint) ((bitmap->box.height + side - 1) / side);
  bitmap->tiles = g_new0 (GskRenderNode *, bitmap->n_columns * bitmap->n_rows);
  bitmap->frame = self->frame;
  bitmap->link.data = bitmap;
  if (old != NULL)
    remove_bitmap (self, old);
  g_hash_table_replace (self->bitmaps, &bitmap->key, bitmap);
  g_queue_push_tail_link (&self->order, &bitmap->link);
  self->n_bakes++;
  return bitmap;
}

cairo_rectangle_int_t
etp_bitmap_get_tile_box (const EtpBitmap *bitmap, guint column, guint row)
{
  const int side = ETP_TILE_SIZE / bitmap->look.scale_factor;
  const int x = (int) column * side, y = (int) row * side;

  return (cairo_rectangle_int_t){
    bitmap->box.x + x,
    bitmap->box.y + y,
    MIN (side, bitmap->box.width - x),
    MIN (side, bitmap->box.height - y),
  };
}

static GskRenderNode *
wrap_surface (cairo_surface_t *surface, const cairo_rectangle_int_t *box)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width,
                                               (float) box->height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, box->x, box->y);
  /* Only looked at while the bitmap is shown scaled. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
  cairo_destroy (cr);
  return node;
}

GskRenderNode *
etp_bitmap_cache_get_tile (EtpBitmapCache *self,
                           EtpBitmap *bitmap,
                           guint column,
                           guint row,
                           EtpBitmapPaint paint,
                           gpointer user_data)
{
  GskRenderNode **tile = &bitmap->tiles[row * bitmap->n_columns + column];
  const EtpBitmapLook *look = &bitmap->look;
  cairo_rectangle_int_t box;
  cairo_surface_t *surface;
  cairo_t *cr;
  gsize bytes;

  if (*tile != NULL)
    return *tile;

  box = etp_bitmap_get_tile_box (bitmap, column, row);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, box.width * look->scale_factor,
                                        box.height * look->scale_factor);
  cairo_surface_set_device_scale (surface, look->scale_factor, look->scale_factor);
  cr = cairo_create (surface);
  cairo_translate (cr, (double) look->shift_x - box.x, (double) look->shift_y - box.y);
  cairo_scale (cr, look->zoom, look->zoom);
  paint (cr, bitmap, user_data);
  cairo_destroy (cr);

  *tile = wrap_surface (surface, &box);
  bytes = (gsize) cairo_image_surface_get_stride (surface)
          * (gsize) cairo_image_surface_get_height (surface);
  bitmap->bytes += bytes;
  self->bytes += bytes;
  cairo_surface_destroy (surface);
  return *tile;
}

void
etp_bitmap_cache_forget (EtpBitmapCache *self, EtpBitmapTest test, gconstpointer user_data)
{
  for (GList *link = g_queue_peek_head_link (&self->order), *next; link != NULL; link = next)
    {
      EtpBitmap *bitmap = link->data;

      next = link->next;
      if (test (bitmap, user_data))
        remove_bitmap (self, bitmap);
    }
}

void
etp_bitmap_cache_forget_cell (EtpBitmapCache *self, const EtpCell *cell)
{
  for (guint8 layer = ETP_LAYER_BACK; layer <= ETP_LAYER_FRONT; layer++)
    {
      const EtpBitmapKey key = { cell, layer, 0 };
      EtpBitmap *bitmap = g_hash_table_lookup (self->bitmaps, &key);

      if (bitmap != NULL)
        remove_bitmap (self, bitmap);
    }
}

void
etp_bitmap_cache_clear (EtpBitmapCache *self)
{
  g_hash_table_remove_all (self->bitmaps);
  g_queue_init (&self->order);
  self->bytes = 0;
}

gsize
etp_bitmap_cache_get_bytes (EtpBitmapCache *self)
{
  return self->bytes;
}

guint
etp_bitmap_cache_get_length (EtpBitmapCache *self)
{
  return g_hash_table_size (self->bitmaps);
}

guint64
etp_bitmap_cache_get_n_bakes (EtpBitmapCache *self)
{
  return self->n_bakes;
}
