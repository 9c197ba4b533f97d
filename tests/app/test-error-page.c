/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-error-page.h"

#include "file/etp-load.h"

static void
test_place (void)
{
  static const struct
  {
    const char *text, *place;
  } cases[] = {
    { "{\n  \"format\" 1\n}", "Line 2, column 12" },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpLoaded) loaded = etp_load_bytes (bytes, "map.journey", &error);
      g_autofree char *place = NULL;

      g_assert_null (loaded);
      place = etp_error_page_dup_place (error);
      g_assert_cmpstr (place, ==, cases[i].place);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/error-page/place", test_place);
  return g_test_run ();
}
