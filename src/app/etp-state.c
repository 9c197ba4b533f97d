/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-state.h"

#define GROUP "Window"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "etappe", "window.ini", NULL);
}

/* Read at each question, which are few: two running programs see what the other one remembers. */
GKeyFile *
etp_state_read (void)
{
  g_autofree char *path = dup_path ();
  GKeyFile *state = g_key_file_new ();

  g_key_file_load_from_file (state, path, G_KEY_FILE_NONE, NULL);
  return state;
}

gboolean
etp_state_get_boolean (const char *key, gboolean fallback)
{
  g_autoptr (GKeyFile) state = etp_state_read ();
  g_autoptr (GError) error = NULL;
  const gboolean value = g_key_file_get_boolean (state, GROUP, key, &error);

  return error == NULL ? value : fallback;
}

gboolean
etp_state_has (const char *key)
{
  g_autoptr (GKeyFile) state = etp_state_read ();

  return g_key_file_has_key (state, GROUP, key, NULL);
}

void
etp_state_set_boolean (const char *key, gboolean value)
{
  g_autoptr (GKeyFile) state = etp_state_read ();

  g_key_file_set_boolean (state, GROUP, key, value);
  etp_state_write (state);
}

void
etp_state_write (GKeyFile *state)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (state, path, &error))
    g_debug ("What was chosen is not remembered: %s", error->message);
}
