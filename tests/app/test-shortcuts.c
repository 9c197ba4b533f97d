/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "app/compat/etp-compat-shortcuts.h"
#include "app/etp-commands.h"
#include "app/etp-shortcuts.h"

/* Every row can be shown, every key means something, none means two things in the same place. */
static void
test_table (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) presenting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) commands = etp_commands_list ();
  guint n_bound = 0;

  for (guint i = 0; i < commands->len; i++)
    {
      const EtpCommand *command = &g_array_index (commands, EtpCommand, i);
      g_auto (GStrv) each = g_strsplit (command->keys, " ", -1);
      /* A presentation has windows of its own. */
      const gboolean is_presenting = command->action != NULL
                                     && g_str_has_prefix (command->action, "present.");

      g_test_message ("%s: %s", command->title, command->keys);
      g_assert_nonnull (command->section);
      g_assert_true (command->action != NULL || each[0] != NULL);
      /* The palette finds a command by its title. */
      g_assert_true (g_hash_table_add (titles, (gpointer) command->title));
      for (guint j = 0; each[j] != NULL; j++)
        {
          g_autofree char *label = etp_compat_shortcuts_dup_label (each[j]);
          GdkModifierType modifiers = 0;
          guint key = 0;

          g_assert_nonnull (label);
          if (command->told != NULL && strstr (command->told, each[j]) != NULL)
            continue; /* another thing in another place */
          g_assert_true (gtk_accelerator_parse (each[j], &key, &modifiers));
          g_assert_true (g_hash_table_add (is_presenting ? presenting : keys,
                                           gtk_accelerator_name (key, modifiers)));
        }
      if (command->action == NULL)
        continue;
      n_bound++;
      g_assert_true (g_str_has_prefix (command->action, "win.")
                     || g_str_has_prefix (command->action, "app.")
                     || g_str_has_prefix (command->action, "window.")
                     || g_str_has_prefix (command->action, "canvas.") || is_presenting);
    }
  g_assert_cmpuint (n_bound, >, 30);
}

/* Sections stand together: the window of shortcuts makes one group of each. */
static void
test_sections (void)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) commands = etp_commands_list ();
  const char *last = NULL;

  for (guint i = 0; i < commands->len; i++)
    {
      const char *section = g_array_index (commands, EtpCommand, i).section;

      if (g_strcmp0 (section, last) != 0)
        g_assert_true (g_hash_table_add (sections, (gpointer) section));
      last = section;
    }
  g_assert_cmpuint (g_hash_table_size (sections), >=, 4);
}

/* What the map can do is offered by name: once, and the window's own word for it first. */
static void
test_map (void)
{
  g_autoptr (GArray) commands = etp_commands_list ();
  guint n_zoom = 0, n_next = 0;

  for (guint i = 0; i < commands->len; i++)
    {
      const EtpCommand *command = &g_array_index (commands, EtpCommand, i);

      n_zoom += g_str_equal (command->title, "Zoom in");
      if (g_strcmp0 (command->action, "canvas.next") == 0)
        {
          g_assert_cmpstr (command->keys, ==, "n");
          n_next++;
        }
    }
  g_assert_cmpuint (n_zoom, ==, 1);
  g_assert_cmpuint (n_next, ==, 1);
}

/* Keys that work only where something fits is selected are told as well. */
static void
test_told (void)
{
  static const struct
  {
    const char *action, *keys;
  } told[] = {
    { "canvas.set-votes", "0...9" },
    { "canvas.move-step-left", "<Alt>Left" },
    { "canvas.move-step-right", "<Alt>Right" },
    { "canvas.remove-emotion", "Delete BackSpace" },
    { "canvas.raise-emotion", "plus <Alt>Up" },
    { "canvas.lower-emotion", "minus <Alt>Down" },
  };
  g_autoptr (GArray) commands = etp_commands_list ();

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    for (guint j = 0; j < commands->len; j++)
      if (g_strcmp0 (g_array_index (commands, EtpCommand, j).action, told[i].action) == 0)
        g_assert_cmpstr (g_array_index (commands, EtpCommand, j).keys, ==, told[i].keys);
}

/* What the map's keys zoom, they zoom as well while the keyboard is elsewhere in the window; what is
 * told stays first. */
static void
test_zoom_keys (void)
{
  static const struct
  {
    const char *action, *first, *others; /* parted by spaces */
  } rows[] = {
    { "zoom-in", "<Control>plus", "<Control>equal <Control>KP_Add ZoomIn" },
    { "zoom-out", "<Control>minus", "<Control>KP_Subtract ZoomOut" },
    { "zoom-original", "<Control>0", "<Control>KP_0" },
    { "fit-map", "<Control>1", "<Control>KP_1" },
    { "fit-phase", "<Control>2", "<Control>KP_2" },
    { "fit-width", "<Control>3", "<Control>KP_3" },
  };
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  etp_shortcuts_bind (application);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *action = g_strconcat ("win.", rows[i].action, NULL);
      g_auto (GStrv) bound = gtk_application_get_accels_for_action (application, action);
      g_auto (GStrv) others = g_strsplit (rows[i].others, " ", -1);

      g_test_message ("%s", action);
      g_assert_cmpstr (bound[0], ==, rows[i].first);
      g_assert_cmpuint (g_strv_length (bound), ==, g_strv_length (others) + 1);
      for (guint j = 0; others[j] != NULL; j++)
        g_assert_true (g_strv_contains ((const char *const *) bound, others[j]));
    }
}

/* For help/update-keys.py: title, section and keys of each command. */
static void
list_commands (void)
{
  g_autoptr (GArray) commands = etp_commands_list ();

  for (guint i = 0; i < commands->len; i++)
    {
      const EtpCommand *command = &g_array_index (commands, EtpCommand, i);

      g_print ("%s\t%s\t%s\n", command->title, command->section, command->keys);
    }
}

int
main (int argc, char **argv)
{
  if (g_getenv ("ETP_LIST_COMMANDS") != NULL)
    {
      setlocale (LC_ALL, ""); /* the titles are not ASCII */
      list_commands ();
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/shortcuts/table", test_table);
  g_test_add_func ("/app/shortcuts/sections", test_sections);
  g_test_add_func ("/app/shortcuts/map", test_map);
  g_test_add_func ("/app/shortcuts/told", test_told);
  g_test_add_func ("/app/shortcuts/zoom-keys", test_zoom_keys);
  return g_test_run ();
}
