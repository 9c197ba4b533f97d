/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "app/compat/etp-compat-split.h"

#include <adwaita.h>

#define PANEL_WIDTH 300

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if ((level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL)) != 0)
    g_error ("%s", g_log_writer_format_fields (level, fields, n_fields, FALSE));
  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* A panel that is made when it is wanted slides in at once, as most people see it: with animations.
 * Warnings of the toolkit end the test. */
static void
test_first_slide (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *split = etp_compat_split_new (gtk_label_new ("content"), PANEL_WIDTH, 400);
  GtkWidget *panel = gtk_label_new ("panel");
  guint n_steps = 0;
  int before = 0, width;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  adw_window_set_content (ADW_WINDOW (window), split);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 400);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (split) == 0)
    g_main_context_iteration (NULL, TRUE);

  etp_compat_split_set_panel (ETP_COMPAT_SPLIT (split), panel);
  etp_compat_split_set_show_panel (ETP_COMPAT_SPLIT (split), TRUE);
  g_assert_true (etp_compat_split_get_show_panel (ETP_COMPAT_SPLIT (split)));
  width = gtk_widget_get_width (split);
  for (int x = width; x != width - PANEL_WIDTH; before = x)
    {
      graphene_point_t corner;

      g_main_context_iteration (NULL, TRUE);
      if (!gtk_widget_is_drawable (panel) || gtk_widget_get_width (panel) == 0
          || !gtk_widget_compute_point (panel, split, &GRAPHENE_POINT_INIT (0, 0), &corner))
        continue;
      x = (int) corner.x;
      g_assert_cmpint (x, >=, width - PANEL_WIDTH);
      g_assert_cmpint (x, <=, width + 1);
      n_steps += x != before;
    }
  g_assert_cmpuint (n_steps, >, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  const char *x11 = g_getenv ("DISPLAY"), *wayland = g_getenv ("WAYLAND_DISPLAY");

  if ((x11 == NULL || x11[0] == '\0') && (wayland == NULL || wayland[0] == '\0'))
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  adw_init ();
  g_test_add_func ("/app/split/first-slide", test_first_slide);
  return g_test_run ();
}
