/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-early.h"

/* What is measured early, and what is left alone. */

static EtpText *
try_early (const char *argument, int argc)
{
  char *argv[] = { (char *) "etappe", (char *) argument, (char *) argument, NULL };

  etp_early_start (argc, argv);
  return etp_early_take_text ();
}

static void
test_file (void)
{
  g_autofree char *file = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "data", "examples",
                                            "webshop.de.journey", NULL);
  g_autoptr (EtpText) text = NULL;

  if (g_get_num_processors () < 2)
    {
      g_test_skip ("one processor");
      return;
    }
  text = try_early (file, 2);
  g_assert_nonnull (text);
  /* Once only. */
  g_assert_null (etp_early_take_text ());
  g_assert_null (try_early (file, 3));
  g_assert_null (try_early (file, 1));
}

static void
test_others (void)
{
  g_autofree char *broken = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "tests", "data",
                                              "broken", "truncated.journey", NULL);

  g_assert_null (try_early ("--version", 2));
  g_assert_null (try_early ("/nowhere/at-all.journey", 2));
  g_assert_null (try_early (g_get_tmp_dir (), 2));
  g_assert_null (try_early (broken, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/early/file", test_file);
  g_test_add_func ("/early/others", test_others);
  return g_test_run ();
}
