/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-shortcuts.h"

/* Every row can be shown, every key means something, none means two things in the same place. */
static void
test_table (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_lists = 0, n_bound = 0;
  const EtpShortcutList *lists = etp_shortcuts_get (&n_lists);

  g_assert_cmpuint (n_lists, >=, 3);
  for (guint i = 0; i < n_lists; i++)
    for (const EtpShortcut *shortcut = lists[i].shortcuts; shortcut->title != NULL; shortcut++)
      {
        g_auto (GStrv) each = g_strsplit (shortcut->keys, " ", -1);

        g_assert_cmpuint (g_strv_length (each), >, 0);
        for (guint j = 0; each[j] != NULL; j++)
          {
            GdkModifierType modifiers = 0;
            guint key = 0;

            g_test_message ("%s: %s", shortcut->title, each[j]);
            g_assert_true (gtk_accelerator_parse (each[j], &key, &modifiers));
            g_assert_true (g_hash_table_add (keys, gtk_accelerator_name (key, modifiers)));
          }
        if (shortcut->action == NULL)
          continue;
        n_bound++;
        g_assert_true (g_str_has_prefix (shortcut->action, "win.")
                       || g_str_has_prefix (shortcut->action, "app.")
                       || g_str_has_prefix (shortcut->action, "window."));
      }
  g_assert_cmpuint (n_bound, >, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/shortcuts/table", test_table);
  return g_test_run ();
}
