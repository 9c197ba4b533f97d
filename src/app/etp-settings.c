/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-settings.h"

#define GROUP "Saving"
#define AUTOSAVE "autosave"

static GKeyFile *settings; /* NULL: not read yet */

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "etappe", "settings.ini", NULL);
}

static GKeyFile *
get_settings (void)
{
  g_autofree char *path = NULL;

  if (settings != NULL)
    return settings;
  path = dup_path ();
  settings = g_key_file_new ();
  /* Without the file all is as it is at first. Comments of people who edit it stay. */
  g_key_file_load_from_file (settings, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return settings;
}

gboolean
etp_settings_get_autosave (void)
{
  return g_key_file_get_boolean (get_settings (), GROUP, AUTOSAVE, NULL);
}

gboolean
etp_settings_set_autosave (gboolean autosave, GError **error)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_key_file_set_boolean (get_settings (), GROUP, AUTOSAVE, autosave);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (get_settings (), path, error);
}
