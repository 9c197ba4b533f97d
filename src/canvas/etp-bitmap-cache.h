/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: painted items, kept as bitmaps. */
#pragma once

#include <gtk/gtk.h>

#include "scene/etp-scene.h"

G_BEGIN_DECLS

/* A bitmap is what was painted of an item (in one state), or of one layer of a cell, at one zoom.
 * There is at most one for each key: painting at another zoom replaces it, and until then the old
 * one is shown scaled. It is cut into tiles of at most ETP_TILE_SIZE device pixels a side, painted
 * when first needed; a tile is a small cairo render node whose bounds are in pixels from the
 * item's origin. */
#define ETP_TILE_SIZE 1024

typedef struct
{
  gconstpointer thing; /* EtpItem or EtpCell */
  guint8 layer; /* of the cell; ETP_BITMAP_ITEM for an item */
  guint8 state; /* bits of the item's state */
} EtpBitmapKey;

#define ETP_BITMAP_ITEM 0xff

typedef struct
{
  double zoom;
  int scale_factor;
  EtpDetail detail;
  float shift_x, shift_y; /* of the origin within its pixel, 0…1 */
} EtpBitmapLook;

typedef struct
{
  EtpBitmapKey key;
  EtpBitmapLook look;
  EtpItem *item; /* owned; keeps key.thing alive; NULL for a cell */
  cairo_rectangle_int_t box; /* pixels of the widget, from the origin */
  guint n_columns, n_rows;
  GskRenderNode **tiles; /* row by row; NULL where nothing was painted yet */
  gsize bytes;
  guint64 frame; /* in which it was shown last */
  GList link;
} EtpBitmap;

/* Paints what the bitmap is of: the origin of the item or cell is at (0, 0), in map units. */
typedef void (*EtpBitmapPaint) (cairo_t *cr, const EtpBitmap *bitmap, gpointer user_data);

typedef struct _EtpBitmapCache EtpBitmapCache;

EtpBitmapCache *etp_bitmap_cache_new (gsize max_bytes);
void etp_bitmap_cache_free (EtpBitmapCache *self);

/* Between begin and end nothing is thrown away. End throws away what was shown the longest ago,
 * until max_bytes are kept, but never what this frame showed. */
void etp_bitmap_cache_begin_frame (EtpBitmapCache *self);
void etp_bitmap_cache_end_frame (EtpBitmapCache *self);

/* NULL if there is none. Counts as shown in this frame. */
EtpBitmap *etp_bitmap_cache_lookup (EtpBitmapCache *self, const EtpBitmapKey *key);
/* An empty bitmap instead of the one before. ink: what its marks cover, in map units. */
EtpBitmap *etp_bitmap_cache_replace (EtpBitmapCache *self,
                                     const EtpBitmapKey *key,
                                     EtpItem *item,
                                     const EtpBitmapLook *look,
                                     const EtpRect *ink);
/* The tile's node, painted now if it never was; borrowed. */
GskRenderNode *etp_bitmap_cache_get_tile (EtpBitmapCache *self,
                                          EtpBitmap *bitmap,
                                          guint column,
                                          guint row,
                                          EtpBitmapPaint paint,
                                          gpointer user_data);
/* The tile's box in pixels from the origin. */
cairo_rectangle_int_t etp_bitmap_get_tile_box (const EtpBitmap *bitmap, guint column, guint row);
gboolean etp_bitmap_look_equal (const EtpBitmapLook *a, const EtpBitmapLook *b);

/* Forgets the bitmaps for which test is TRUE. */
typedef gboolean (*EtpBitmapTest) (const EtpBitmap *bitmap, gconstpointer user_data);
void etp_bitmap_cache_forget (EtpBitmapCache *self, EtpBitmapTest test, gconstpointer user_data);
/* Forgets every bitmap of a cell that is about to go. */
void etp_bitmap_cache_forget_cell (EtpBitmapCache *self, const EtpCell *cell);
void etp_bitmap_cache_clear (EtpBitmapCache *self);

gsize etp_bitmap_cache_get_bytes (EtpBitmapCache *self);
guint etp_bitmap_cache_get_length (EtpBitmapCache *self);
guint64 etp_bitmap_cache_get_n_bakes (EtpBitmapCache *self); /* bitmaps that were begun, ever */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpBitmapCache, etp_bitmap_cache_free)

G_END_DECLS
