/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/etp-collate.h"

static void
test_names (void)
{
  static const char *const names[] = { "",         "10",      "Apfel",    "Apfel 2",
                                       "Apfel 2b", "Apfel 9", "Apfel 10", "Apfel 100" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        const int order = etp_collate_names (names[i], names[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/collate/names", test_names);
  return g_test_run ();
}
