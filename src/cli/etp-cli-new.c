/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-limits.h"
#include "model/etp-words.h"

/* etappe-cli new: a template as a new document. Templates are part of the program
 * (data/templates); the example journeys can be begun with too, where they are installed. */

#define RESOURCES "/etappe/templates"
#define EXAMPLES ETP_DATADIR "/examples"
#define ENDING ".journey"

/* Adds the names of "name.language.journey" for this language. */
static void
add_names (GPtrArray *names, const char *const *files, const char *language)
{
  g_autofree char *ending = g_strconcat (".", language, ENDING, NULL);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ending))
      g_ptr_array_add (names, g_strndup (files[i], strlen (files[i]) - strlen (ending)));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "b2b, empty, five-phases" */
static char *
list_templates (const char *language)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv)
      resources = g_resources_enumerate_children (RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (EXAMPLES, 0, NULL);

  for (const char *name = folder != NULL ? g_dir_read_name (folder) : NULL; name != NULL;
       name = g_dir_read_name (folder))
    g_ptr_array_add (files, g_strdup (name));
  g_ptr_array_add (files, NULL);
  add_names (names, (const char *const *) resources, language);
  add_names (names, (const char *const *) files->pdata, language);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* NULL: there is no such template. */
static GBytes *
load_template (const char *name, const char *language)
{
  g_autofree char *file = g_strconcat (name, ".", language, ENDING, NULL);
  g_autofree char *resource = g_build_path ("/", RESOURCES, file, NULL);
  g_autofree char *path = g_build_filename (EXAMPLES, file, NULL);
  g_autoptr (GFile) example = g_file_new_for_path (path);
  GBytes *bytes;

  if (name[0] == '\0' || strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (name))
    return NULL;
  bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    bytes = etp_load_contents (example, NULL, ETP_LIMIT_FILE_BYTES, NULL, NULL, NULL);
  return bytes;
}

int
etp_cli_new (int argc, char **argv)
{
  g_autofree char *template = NULL;
  g_autofree char *language = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template,
      N_ ("What to begin with: empty, five-phases, online-shop …"), N_ ("NAME") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the map: de or en"),
      N_ ("LANGUAGE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Where to write; standard output if not given"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!etp_cli_parse (argc, argv, entries, &status))
    return status;
  if (rest != NULL)
    return etp_cli_fail_usage (_ ("The name of the new file belongs after “-o”."));
  status = etp_cli_check_names (NULL, output);
  if (status != ETP_CLI_OK)
    return status;
  if (language == NULL)
    language = g_strdup (etp_words_is_german (NULL) ? "de" : "en");
  if (strcmp (language, "de") != 0 && strcmp (language, "en") != 0)
    /* Translators: %s is what was typed; de and en are to be typed as they are. */
    return etp_cli_fail_usage (_ ("There is no language “%s”; there are de and en."), language);
  bytes = load_template (template != NULL ? template : "five-phases", language);
  if (bytes == NULL)
    {
      g_autofree char *names = list_templates (language);

      /* Translators: the first %s is what was typed, the second a list of names. */
      return etp_cli_fail_usage (_ ("There is no template “%s”; there are %s."), template, names);
    }
  if (!etp_cli_save_bytes (output != NULL ? output : "-", bytes, NULL, TRUE, &error))
    {
      etp_cli_warn (NULL, "%s", error->message);
      return ETP_CLI_FAILED;
    }
  return ETP_CLI_OK;
}
