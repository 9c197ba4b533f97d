/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-example.h"

static GPtrArray *
list (const char *language)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "data", "examples",
                                              NULL);

  return etp_example_list (folder, language);
}

static void
test_languages (void)
{
  g_autoptr (GPtrArray) german = list ("de");
  g_autoptr (GPtrArray) english = list ("en");
  g_autoptr (GPtrArray) french = list ("fr");

  g_assert_cmpuint (german->len, >=, 3);
  g_assert_cmpuint (german->len, ==, english->len);
  g_assert_cmpuint (french->len, ==, english->len);
  for (guint i = 0; i < german->len; i++)
    {
      g_autofree char *name = g_file_get_basename (g_ptr_array_index (german, i));
      g_autofree char *french_name = g_file_get_basename (g_ptr_array_index (french, i));

      g_assert_true (g_str_has_suffix (name, ".de.journey"));
      g_assert_true (g_str_has_suffix (french_name, ".en.journey"));
    }
}

static void
test_titles (void)
{
  static const struct
  {
    const char *path, *title;
  } cases[] = {
    { "/examples/webshop.de.journey", "Web shop" },
    { "/examples/b2b.en.journey", "Business customers" },
    { "/examples/my own.en.journey", "my own" },
    { "/examples/plain", "plain" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autofree char *title = etp_example_dup_title (file);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static void
test_no_folder (void)
{
  g_autoptr (GPtrArray) none = etp_example_list ("/nowhere/at/all", "de");

  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/example/languages", test_languages);
  g_test_add_func ("/app/example/titles", test_titles);
  g_test_add_func ("/app/example/no-folder", test_no_folder);
  return g_test_run ();
}
