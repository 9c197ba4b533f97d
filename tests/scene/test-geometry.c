/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene/etp-geometry.h"

static void
test_intersects (void)
{
  static const struct
  {
    EtpRect a, b;
    gboolean meets;
  } rows[] = {
    { { 0, 0, 10, 10 }, { 5, 5, 10, 10 }, TRUE },
    { { 0, 0, 10, 10 }, { 10, 0, 10, 10 }, FALSE },
    { { 0, 0, 10, 10 }, { 0, 10, 10, 1 }, FALSE },
    { { 0, 0, 10, 10 }, { 2, 2, 1, 1 }, TRUE },
    { { 0, 0, 10, 10 }, { -5, -5, 5.5, 5.5 }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (etp_rect_intersects (&rows[i].a, &rows[i].b), ==, rows[i].meets);
      g_assert_cmpint (etp_rect_intersects (&rows[i].b, &rows[i].a), ==, rows[i].meets);
    }
}

static void
test_contains (void)
{
  EtpRect rect = { 10, 20, 30, 40 };

  g_assert_true (etp_rect_contains (&rect, 10, 20));
  g_assert_true (etp_rect_contains (&rect, 39.9, 59.9));
  g_assert_false (etp_rect_contains (&rect, 40, 30));
  g_assert_false (etp_rect_contains (&rect, 20, 60));
  g_assert_false (etp_rect_contains (&rect, 9.9, 30));
}

static void
test_union (void)
{
  EtpRect a = { 0, 0, 10, 10 }, b = { 20, -5, 10, 5 }, none = { 100, 100, 0, 0 };
  EtpRect both = etp_rect_union (&a, &b);
  EtpRect same = etp_rect_union (&a, &none);

  g_assert_cmpfloat (both.x, ==, 0);
  g_assert_cmpfloat (both.y, ==, -5);
  g_assert_cmpfloat (both.width, ==, 30);
  g_assert_cmpfloat (both.height, ==, 15);
  g_assert_cmpfloat (same.width, ==, 10);
  g_assert_cmpfloat (same.height, ==, 10);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    EtpRgba color;
  } rows[] = {
    { "#1c6fd1", 0x1c6fd1ff },
    { "#FFFFFF", 0xffffffff },
    { "#000000", 0x000000ff },
    { "#12345", 0 },
    { "#1234567", 0 },
    { "1c6fd1", 0 },
    { "#1c6fdg", 0 },
    { "", 0 },
    { "#", 0 },
    { NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmphex (etp_rgba_parse (rows[i].text), ==, rows[i].color);
}

static void
test_mix (void)
{
  g_assert_cmphex (etp_rgba_mix (0x000000ff, 0xffffffff, 0.5), ==, 0x808080ff);
  g_assert_cmphex (etp_rgba_mix (0x1c6fd1ff, 0xffffffff, 0), ==, 0xffffffff);
  g_assert_cmphex (etp_rgba_mix (0x1c6fd1ff, 0xffffffff, 1), ==, 0x1c6fd1ff);
  g_assert_cmphex (etp_rgba_mix (0x1c6fd180, 0xffffff00, 2), ==, 0x1c6fd1ff);
  g_assert_cmphex (etp_rgba_with_alpha (0x1c6fd1ff, 0), ==, 0x1c6fd100);
  g_assert_cmphex (etp_rgba_with_alpha (0x1c6fd100, 0.5), ==, 0x1c6fd180);
}

/* Numbers of the WCAG's own examples. */
static void
test_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (etp_rgba_contrast (0x000000ff, 0xffffffff), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (etp_rgba_contrast (0xffffffff, 0xffffffff), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (etp_rgba_contrast (0x777777ff, 0xffffffff), 4.48, 0.01);
  g_assert_cmpfloat_with_epsilon (etp_rgba_contrast (0xffffffff, 0x777777ff), 4.48, 0.01);
  g_assert_cmphex (etp_rgba_ink_on (0x1c6fd1ff), ==, 0xffffffff);
  g_assert_cmphex (etp_rgba_ink_on (0xf6d32dff), ==, 0x000000ff);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/geometry/intersects", test_intersects);
  g_test_add_func ("/scene/geometry/contains", test_contains);
  g_test_add_func ("/scene/geometry/union", test_union);
  g_test_add_func ("/scene/geometry/parse", test_parse);
  g_test_add_func ("/scene/geometry/mix", test_mix);
  g_test_add_func ("/scene/geometry/contrast", test_contrast);
  return g_test_run ();
}
