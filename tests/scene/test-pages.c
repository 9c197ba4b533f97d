/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene/etp-pages.h"

#define MM (72.0 / 25.4)

static void
test_parse (void)
{
  static const struct
  {
    const char *name;
    double width_mm, height_mm; /* 0: no such sheet */
  } rows[] = {
    { "A4", 297, 210 },
    { "a4", 297, 210 },
    { "A4-portrait", 210, 297 },
    { "A4-landscape", 297, 210 },
    { "A3", 420, 297 },
    { "A2-Portrait", 420, 594 },
    { "A1", 841, 594 },
    { "A0", 1189, 841 },
    { "letter", 279.4, 215.9 },
    { "Letter-portrait", 215.9, 279.4 },
    { "legal", 355.6, 215.9 },
    { "tabloid-portrait", 279.4, 431.8 },
    { "A5", 0, 0 },
    { "A44", 0, 0 },
    { "A4-", 0, 0 },
    { "A4-upside-down", 0, 0 },
    { "", 0, 0 },
    { "letterhead", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpPage page = { 0 };

      g_assert_cmpint (etp_page_parse (rows[i].name, &page), ==, rows[i].width_mm > 0);
      if (rows[i].width_mm <= 0)
        continue;
      g_assert_cmpfloat_with_epsilon (page.width_pt, rows[i].width_mm * MM, 0.001);
      g_assert_cmpfloat_with_epsilon (page.height_pt, rows[i].height_mm * MM, 0.001);
      g_assert_cmpfloat (page.margin_pt, >, 0);
    }
}

static void
test_names (void)
{
  const char *const *names = etp_page_get_names ();
  guint n = 0;

  for (; names[n] != NULL; n++)
    {
      EtpPage page;

      g_assert_true (etp_page_parse (names[n], &page));
    }
  g_assert_cmpuint (n, ==, 8);
}

/* The map lies inside the margins, in the middle, and touches two of them. */
static void
test_fit (void)
{
  static const double sizes[][2] = { { 1864, 2000 }, { 8000, 400 }, { 100, 100 }, { 5, 9000 } };
  const char *const *names = etp_page_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        EtpPage page;
        double scale, x, y, width, height;

        g_assert_true (etp_page_parse (names[i], &page));
        etp_page_fit (&page, sizes[j][0], sizes[j][1], &scale, &x, &y);
        width = sizes[j][0] * scale;
        height = sizes[j][1] * scale;
        g_assert_cmpfloat (x, >=, page.margin_pt - 0.001);
        g_assert_cmpfloat (y, >=, page.margin_pt - 0.001);
        g_assert_cmpfloat_with_epsilon (2 * x + width, page.width_pt, 0.001);
        g_assert_cmpfloat_with_epsilon (2 * y + height, page.height_pt, 0.001);
        g_assert_cmpfloat_with_epsilon (MIN (x, y), page.margin_pt, 0.001);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pages/parse", test_parse);
  g_test_add_func ("/scene/pages/names", test_names);
  g_test_add_func ("/scene/pages/fit", test_fit);
  return g_test_run ();
}
