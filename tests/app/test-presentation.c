/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "app/etp-presentation.h"

/* The window itself is driven in e2e/. */

static void
test_monitors (void)
{
  static const struct
  {
    guint n, own, chosen;
  } rows[] = {
    { 0, G_MAXUINT, 0 }, { 1, 0, 0 }, { 1, G_MAXUINT, 0 }, { 2, 0, 1 },
    { 2, 1, 0 },         { 3, 2, 0 }, { 2, G_MAXUINT, 1 }, { 2, 7, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (etp_presentation_choose_monitor (rows[i].n, rows[i].own), ==, rows[i].chosen);
}

static void
test_notes_monitor (void)
{
  static const struct
  {
    guint n, own, map, chosen;
  } rows[] = {
    { 0, G_MAXUINT, 0, 0 }, { 1, 0, 0, 0 }, { 2, 0, 1, 0 },         { 2, 1, 0, 1 },
    { 2, 0, 0, 1 },         { 2, 1, 1, 0 }, { 2, G_MAXUINT, 1, 0 }, { 2, G_MAXUINT, 0, 1 },
    { 3, 2, 0, 2 },         { 3, 2, 2, 0 }, { 3, 1, 2, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (etp_presentation_choose_notes_monitor (rows[i].n, rows[i].own, rows[i].map),
                      ==, rows[i].chosen);
}

static void
test_built_in (void)
{
  g_assert_true (etp_presentation_is_built_in ("eDP-1"));
  g_assert_true (etp_presentation_is_built_in ("LVDS1"));
  g_assert_true (etp_presentation_is_built_in ("DSI-1"));
  g_assert_false (etp_presentation_is_built_in ("DP-1"));
  g_assert_false (etp_presentation_is_built_in ("HDMI-A-1"));
  g_assert_false (etp_presentation_is_built_in (NULL));
}

/* What clickers send: each key means one thing, and is known by its name. */
static void
test_keys (void)
{
  static const char *const clicker[] = { "Page_Up", "Page_Down", "period", "b", "Escape" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const EtpShortcut *row = etp_presentation_shortcuts; row->title != NULL; row++)
    {
      g_auto (GStrv) keys = g_strsplit (row->keys, " ", -1);

      for (guint i = 0; keys[i] != NULL; i++)
        {
          g_assert_cmpuint (gdk_keyval_from_name (keys[i]), !=, GDK_KEY_VoidSymbol);
          g_assert_true (g_hash_table_add (seen, g_strdup (keys[i])));
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (clicker); i++)
    g_assert_true (g_hash_table_contains (seen, clicker[i]));
}

/* A key means what it is in the layout that writes; where that is nothing, what it is in another one. */
static void
test_layouts (void)
{
  static const struct
  {
    guint layout, layout_0, shifted_0, layout_1;
    const char *command;
  } rows[] = {
    { 1, GDK_KEY_b, GDK_KEY_B, GDK_KEY_Cyrillic_i, "black" },
    { 1, GDK_KEY_n, GDK_KEY_N, GDK_KEY_Greek_nu, "notes" },
    { 1, GDK_KEY_period, GDK_KEY_greater, GDK_KEY_colon, "black" },
    { 0, GDK_KEY_Cyrillic_i, GDK_KEY_Cyrillic_I, GDK_KEY_b, "black" },
    { 0, GDK_KEY_comma, GDK_KEY_less, GDK_KEY_comma, NULL }, /* "<" is meant, in both */
    { 0, GDK_KEY_comma, GDK_KEY_semicolon, GDK_KEY_Cyrillic_be, NULL },
    { 1, GDK_KEY_KP_Page_Up, GDK_KEY_KP_9, GDK_KEY_KP_Page_Up, NULL }, /* a digit is meant */
    { 1, GDK_KEY_q, GDK_KEY_Q, GDK_KEY_Cyrillic_shorti, NULL },
    { 0, GDK_KEY_z, GDK_KEY_Z, GDK_KEY_w, NULL }, /* French, and what the key is in English */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GdkKeymapKey keys[] = { { 0, 0, 0 }, { 0, 0, 1 }, { 0, 1, 0 } };
      const guint values[] = { rows[i].layout_0, rows[i].shifted_0, rows[i].layout_1 };

      g_assert_cmpstr (etp_presentation_find_command_of (keys, values, 3, rows[i].layout), ==,
                       rows[i].command);
    }
  g_assert_cmpstr (etp_presentation_find_command (GDK_KEY_B), ==, "black");
  g_assert_cmpstr (etp_presentation_find_command (GDK_KEY_KP_Page_Up), ==, "previous");
  g_assert_null (etp_presentation_find_command (GDK_KEY_Cyrillic_i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/presentation/monitors", test_monitors);
  g_test_add_func ("/app/presentation/built-in", test_built_in);
  g_test_add_func ("/app/presentation/notes-monitor", test_notes_monitor);
  g_test_add_func ("/app/presentation/keys", test_keys);
  g_test_add_func ("/app/presentation/layouts", test_layouts);
  return g_test_run ();
}
