/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-example.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-words.h"

static const struct
{
  const char *name, *title;
} titles[] = {
  { "webshop", N_ ("Web shop") },
  { "omnichannel", N_ ("Online and in the shop") },
  { "b2b", N_ ("Business customers") },
};

const char *
etp_example_get_language (void)
{
  return etp_words_is_german (NULL) ? "de" : "en";
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *other = g_file_get_basename (*(GFile *const *) b);

  return strcmp (one, other);
}

GPtrArray *
etp_example_list (const char *folder, const char *language)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  g_autofree char *ending = g_strdup_printf (".%s.journey", language);
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    if (g_str_has_suffix (name, ending))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_ptr_array_add (examples, g_file_new_for_path (path));
      }
  if (examples->len == 0 && strcmp (language, "en") != 0)
    {
      g_ptr_array_unref (examples);
      return etp_example_list (folder, "en");
    }
  g_ptr_array_sort (examples, compare_names);
  return examples;
}

char *
etp_example_dup_title (GFile *example)
{
  g_autofree char *name = g_file_get_basename (example);
  char *dot = strchr (name, '.');

  if (dot != NULL)
    *dot = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (name, titles[i].name) == 0)
      return g_strdup (_ (titles[i].title));
  return g_steal_pointer (&name);
}
