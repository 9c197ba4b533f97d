/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli.h"

#include <stdlib.h>
#include <string.h>

/* In a Flatpak sandbox the home folder and /tmp are private: a file written there is gone when the
 * command ends, without any error. What is shared stands in the sandbox's own description. */

static gboolean
is_inside (const char *path, const char *folder)
{
  gsize length = folder != NULL ? strlen (folder) : 0;

  while (length > 1 && folder[length - 1] == '/')
    length--;
  return length > 0 && strncmp (path, folder, length) == 0
         && (path[length] == '/' || path[length] == '\0' || folder[length - 1] == '/');
}

/* The folder that a word of "filesystems" names; free. NULL: none that is known. */
static char *
resolve_share (const char *word)
{
  static const struct
  {
    const char *name;
    GUserDirectory directory;
  } named[] = {
    { "xdg-desktop", G_USER_DIRECTORY_DESKTOP },
    { "xdg-documents", G_USER_DIRECTORY_DOCUMENTS },
    { "xdg-download", G_USER_DIRECTORY_DOWNLOAD },
    { "xdg-music", G_USER_DIRECTORY_MUSIC },
    { "xdg-pictures", G_USER_DIRECTORY_PICTURES },
    { "xdg-public-share", G_USER_DIRECTORY_PUBLIC_SHARE },
    { "xdg-templates", G_USER_DIRECTORY_TEMPLATES },
    { "xdg-videos", G_USER_DIRECTORY_VIDEOS },
  };
  const char *rest = strchr (word, '/');
  gsize length = rest != NULL ? (gsize) (rest - word) : strlen (word);

  if (word[0] == '/')
    return g_strdup (word);
  if (g_str_equal (word, "host"))
    return g_strdup ("/");
  if (g_str_equal (word, "home") || g_str_equal (word, "~"))
    return g_strdup (g_get_home_dir ());
  if (g_str_has_prefix (word, "~/"))
    return g_build_filename (g_get_home_dir (), word + 2, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (strlen (named[i].name) == length && strncmp (word, named[i].name, length) == 0)
      {
        const char *folder = g_get_user_special_dir (named[i].directory);

        return folder != NULL ? g_build_filename (folder, rest, NULL) : NULL;
      }
  return NULL;
}

static gboolean
is_shared (GKeyFile *info, const char *path)
{
  g_auto (GStrv) words = g_key_file_get_string_list (info, "Context", "filesystems", NULL, NULL);
  gboolean shared = FALSE;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      char *colon = strrchr (words[i], ':');
      g_autofree char *folder = NULL;

      if (colon != NULL && g_str_equal (colon, ":ro"))
        continue;
      if (colon != NULL)
        *colon = '\0';
      if (words[i][0] == '!')
        continue;
      folder = resolve_share (words[i]);
      /* "host" does not share /tmp and the like, which belong to the sandbox. */
      if (folder != NULL && g_str_equal (folder, "/"))
        shared |= !is_inside (path, "/tmp") && !is_inside (path, "/var/tmp");
      else if (folder != NULL)
        shared |= is_inside (path, folder);
    }
  return shared;
}

/* The folder of path with symbolic links resolved, and the name in it. */
static char *
resolve (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  char *result = g_build_filename (real != NULL ? real : folder, name, NULL);

  free (real);
  return result;
}

gboolean
etp_cli_sandbox_hides (const char *info_path, const char *path)
{
  const char *own[] = { g_get_user_data_dir (), g_get_user_config_dir (), g_get_user_cache_dir (),
                        g_get_user_state_dir (), "/run/flatpak/doc" };
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  g_autofree char *real = NULL;

  if (!g_key_file_load_from_file (info, info_path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  real = resolve (path);
  if (g_str_has_prefix (real, "/dev/") || is_inside (real, documents))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (is_inside (real, own[i]))
      return FALSE;
  return !is_shared (info, real);
}
