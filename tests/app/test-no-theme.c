/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-no-theme.h"

#include <gtk/gtk.h>
#include <string.h>

#define SHEET "/org/gtk/libgtk/theme/Default/gtk.css"

/* Whether GTK would find a sheet with rules or an import in it. */
static gboolean
has_rules (void)
{
  g_autoptr (GBytes) sheet = g_resources_lookup_data (SHEET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = 0;
  const char *text = sheet != NULL ? g_bytes_get_data (sheet, &size) : NULL;

  return text != NULL && (memchr (text, '{', size) != NULL || memchr (text, '@', size) != NULL);
}

static void
test_stands_in_front (void)
{
  g_unsetenv ("GTK_THEME");
  g_assert_true (has_rules ());
  etp_no_theme_begin ();
  g_assert_false (has_rules ());
  etp_no_theme_end ();
  g_assert_true (has_rules ());
  etp_no_theme_end (); /* nothing is left to be put away */
  g_assert_true (has_rules ());
}

static void
test_chosen_theme_stands (void)
{
  g_setenv ("GTK_THEME", "Adwaita:dark", TRUE);
  etp_no_theme_begin ();
  g_assert_true (has_rules ());
  etp_no_theme_end ();
  g_assert_true (has_rules ());
  g_unsetenv ("GTK_THEME");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check (); /* brings GTK's sheets, with a display or without */
  g_test_add_func ("/app/no-theme/stands-in-front", test_stands_in_front);
  g_test_add_func ("/app/no-theme/chosen-theme-stands", test_chosen_theme_stands);
  return g_test_run ();
}
