/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas/etp-scroll.h"

/* Twenty pixels under two fingers are no twenty clicks of a wheel. */
static void
test_units (void)
{
  static const struct
  {
    GdkScrollUnit unit;
    double amount;
    double clicks, px; /* px: with 80 a click */
  } rows[] = {
    { GDK_SCROLL_UNIT_WHEEL, 1, 1, 80 },        { GDK_SCROLL_UNIT_WHEEL, -2, -2, -160 },
    { GDK_SCROLL_UNIT_WHEEL, 0.25, 0.25, 20 },  { GDK_SCROLL_UNIT_SURFACE, 20, 0.5, 50 },
    { GDK_SCROLL_UNIT_SURFACE, -4, -0.1, -10 }, { GDK_SCROLL_UNIT_SURFACE, 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpfloat_with_epsilon (etp_scroll_get_clicks (rows[i].unit, rows[i].amount),
                                      rows[i].clicks, 1e-9);
      g_assert_cmpfloat_with_epsilon (etp_scroll_get_px (rows[i].unit, rows[i].amount, 80),
                                      rows[i].px, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/scroll/units", test_units);
  return g_test_run ();
}
