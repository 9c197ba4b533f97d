/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas/etp-bitmap-cache.h"

static const EtpBitmapLook look_1 = { 1.0, 1, ETP_DETAIL_FULL, 0, 0 };

typedef struct
{
  guint n_calls;
} Painter;

static void
paint_red (cairo_t *cr, const EtpBitmap *bitmap, gpointer user_data)
{
  Painter *painter = user_data;

  painter->n_calls++;
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
}

static void
get_tiles (EtpBitmapCache *cache, EtpBitmap *bitmap, Painter *painter)
{
  for (guint row = 0; row < bitmap->n_rows; row++)
    for (guint column = 0; column < bitmap->n_columns; column++)
      g_assert_nonnull (etp_bitmap_cache_get_tile (cache, bitmap, column, row, paint_red, painter));
}

static EtpBitmap *
put (EtpBitmapCache *cache, guintptr thing, double width, double height, Painter *painter)
{
  const EtpBitmapKey key = { (gpointer) thing, ETP_BITMAP_ITEM, 0 };
  const EtpRect ink = { 0, 0, width, height };
  EtpBitmap *bitmap = etp_bitmap_cache_replace (cache, &key, NULL, &look_1, &ink);

  get_tiles (cache, bitmap, painter);
  return bitmap;
}

static gboolean
is_kept (EtpBitmapCache *cache, guintptr thing)
{
  const EtpBitmapKey key = { (gpointer) thing, ETP_BITMAP_ITEM, 0 };

  return etp_bitmap_cache_lookup (cache, &key) != NULL;
}

/* A bitmap of 100 × 100 pixels takes 40,000 bytes. */
static void
test_least_recent_goes (void)
{
  g_autoptr (EtpBitmapCache) cache = etp_bitmap_cache_new (100000);
  Painter painter = { 0 };

  for (guintptr thing = 1; thing <= 2; thing++)
    {
      etp_bitmap_cache_begin_frame (cache);
      put (cache, thing, 100, 100, &painter);
      etp_bitmap_cache_end_frame (cache);
    }
  etp_bitmap_cache_begin_frame (cache);
  g_assert_true (is_kept (cache, 1));
  etp_bitmap_cache_end_frame (cache);

  etp_bitmap_cache_begin_frame (cache);
  put (cache, 3, 100, 100, &painter);
  etp_bitmap_cache_end_frame (cache);

  g_assert_cmpuint (etp_bitmap_cache_get_bytes (cache), ==, 80000);
  g_assert_false (is_kept (cache, 2));
  g_assert_true (is_kept (cache, 1));
  g_assert_true (is_kept (cache, 3));
}

static void
test_a_frame_is_never_dropped (void)
{
  g_autoptr (EtpBitmapCache) cache = etp_bitmap_cache_new (1000);
  Painter painter = { 0 };

  etp_bitmap_cache_begin_frame (cache);
  for (guintptr thing = 1; thing <= 5; thing++)
    put (cache, thing, 100, 100, &painter);
  etp_bitmap_cache_end_frame (cache);

  g_assert_cmpuint (etp_bitmap_cache_get_length (cache), ==, 5);
  etp_bitmap_cache_begin_frame (cache);
  etp_bitmap_cache_end_frame (cache);
  g_assert_cmpuint (etp_bitmap_cache_get_length (cache), ==, 0);
  g_assert_cmpuint (etp_bitmap_cache_get_bytes (cache), ==, 0);
}

static void
test_tiles (void)
{
  static const struct
  {
    double width, height, zoom;
    int scale_factor;
    guint n_columns, n_rows;
  } cases[] = {
    { 100, 100, 1, 1, 1, 1 },   { 1024, 1024, 1, 1, 1, 1 }, { 1025, 1024, 1, 1, 2, 1 },
    { 1024, 2049, 1, 1, 1, 3 }, { 1024, 1024, 1, 2, 2, 2 }, { 512, 100, 4, 1, 2, 1 },
    { 0, 0, 1, 1, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EtpBitmapCache) cache = etp_bitmap_cache_new (1 << 26);
      const EtpBitmapLook look = { cases[i].zoom, cases[i].scale_factor, ETP_DETAIL_FULL, 0, 0 };
      const EtpBitmapKey key = { cases, ETP_BITMAP_ITEM, 0 };
      const EtpRect ink = { 0, 0, cases[i].width, cases[i].height };
      EtpBitmap *bitmap = etp_bitmap_cache_replace (cache, &key, NULL, &look, &ink);
      cairo_rectangle_int_t last;
      Painter painter = { 0 };

      g_assert_cmpuint (bitmap->n_columns, ==, cases[i].n_columns);
      g_assert_cmpuint (bitmap->n_rows, ==, cases[i].n_rows);
      last = etp_bitmap_get_tile_box (bitmap, bitmap->n_columns - 1, bitmap->n_rows - 1);
      g_assert_cmpint (last.x + last.width, ==, bitmap->box.x + bitmap->box.width);
      g_assert_cmpint (last.y + last.height, ==, bitmap->box.y + bitmap->box.height);
      g_assert_cmpint (last.width * cases[i].scale_factor, <=, ETP_TILE_SIZE);
      get_tiles (cache, bitmap, &painter);
      get_tiles (cache, bitmap, &painter);
      g_assert_cmpuint (painter.n_calls, ==, cases[i].n_columns * cases[i].n_rows);
    }
}

static void
test_one_for_each_key (void)
{
  g_autoptr (EtpBitmapCache) cache = etp_bitmap_cache_new (1 << 26);
  const EtpBitmapLook look_2 = { 2.0, 1, ETP_DETAIL_FULL, 0, 0 };
  const EtpBitmapKey plain = { cache, ETP_BITMAP_ITEM, 0 }, hovered = { cache, ETP_BITMAP_ITEM, 1 };
  const EtpRect ink = { 0, 0, 10, 10 };

  etp_bitmap_cache_replace (cache, &plain, NULL, &look_1, &ink);
  etp_bitmap_cache_replace (cache, &hovered, NULL, &look_1, &ink);
  g_assert_cmpuint (etp_bitmap_cache_get_length (cache), ==, 2);
  etp_bitmap_cache_replace (cache, &plain, NULL, &look_2, &ink);
  g_assert_cmpuint (etp_bitmap_cache_get_length (cache), ==, 2);
  g_assert_cmpfloat (etp_bitmap_cache_lookup (cache, &plain)->look.zoom, ==, 2.0);
  g_assert_cmpfloat (etp_bitmap_cache_lookup (cache, &hovered)->look.zoom, ==, 1.0);
  g_assert_cmpuint (etp_bitmap_cache_get_n_bakes (cache), ==, 3);
}

/* The bitmap covers the ink, which may begin left of and above the origin, wherever within its
 * pixel the origin lies. */
static void
test_box_covers_ink (void)
{
  static const float shifts[] = { 0.0f, 0.25f, 0.75f };
  const EtpRect ink = { -3.4, -2.6, 20.2, 10.3 };
  const EtpBitmapKey key = { shifts, ETP_BITMAP_ITEM, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autoptr (EtpBitmapCache) cache = etp_bitmap_cache_new (1 << 26);
      const EtpBitmapLook look = { 1.5, 1, ETP_DETAIL_FULL, shifts[i], shifts[i] };
      const EtpBitmap *bitmap = etp_bitmap_cache_replace (cache, &key, NULL, &look, &ink);
      const double shift = (double) shifts[i];

      g_assert_cmpfloat (bitmap->box.x, <=, ink.x * 1.5 + shift);
      g_assert_cmpfloat (bitmap->box.y, <=, ink.y * 1.5 + shift);
      g_assert_cmpfloat (bitmap->box.x + bitmap->box.width, >=, (ink.x + ink.width) * 1.5 + shift);
      g_assert_cmpfloat (bitmap->box.y + bitmap->box.height, >=,
                         (ink.y + ink.height) * 1.5 + shift);
    }
}

static gboolean
is_thing (const EtpBitmap *bitmap, gconstpointer user_data)
{
  return bitmap->key.thing == user_data;
}

/* In all states; the others stay. */
static void
test_forget (void)
{
  g_autoptr (EtpBitmapCache) cache = etp_bitmap_cache_new (1 << 26);
  const EtpBitmapKey hovered = { (gpointer) 2, ETP_BITMAP_ITEM, 1 };
  const EtpRect ink = { 0, 0, 100, 100 };
  Painter painter = { 0 };

  for (guintptr thing = 1; thing <= 3; thing++)
    put (cache, thing, 100, 100, &painter);
  get_tiles (cache, etp_bitmap_cache_replace (cache, &hovered, NULL, &look_1, &ink), &painter);
  g_assert_cmpuint (etp_bitmap_cache_get_bytes (cache), ==, 160000);
  etp_bitmap_cache_forget (cache, is_thing, (gpointer) 2);
  g_assert_cmpuint (etp_bitmap_cache_get_length (cache), ==, 2);
  g_assert_cmpuint (etp_bitmap_cache_get_bytes (cache), ==, 80000);
  g_assert_true (is_kept (cache, 1));
  g_assert_false (is_kept (cache, 2));
  g_assert_true (is_kept (cache, 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Without gtk_init() nobody else registers the types of nodes. */
  g_type_ensure (gsk_cairo_node_get_type ());
  g_test_add_func ("/canvas/bitmap-cache/least-recent-goes", test_least_recent_goes);
  g_test_add_func ("/canvas/bitmap-cache/a-frame-is-never-dropped", test_a_frame_is_never_dropped);
  g_test_add_func ("/canvas/bitmap-cache/tiles", test_tiles);
  g_test_add_func ("/canvas/bitmap-cache/one-for-each-key", test_one_for_each_key);
  g_test_add_func ("/canvas/bitmap-cache/box-covers-ink", test_box_covers_ink);
  g_test_add_func ("/canvas/bitmap-cache/forget", test_forget);
  return g_test_run ();
}
