/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-renderer.h"

#include <glib/gstdio.h>

static void
test_devices (void)
{
  static const struct
  {
    const char *name;
    gboolean can_render;
  } cases[] = { { "card0", FALSE }, { "by-path", FALSE }, { "renderD128", TRUE } };
  g_autofree char *folder = g_dir_make_tmp ("etappe-renderer-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);

  g_assert_false (etp_renderer_has_device (missing));
  g_assert_false (etp_renderer_has_device (folder));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *device = g_build_filename (folder, cases[i].name, NULL);

      g_assert_true (g_file_set_contents (device, "", 0, NULL));
      g_assert_cmpint (etp_renderer_has_device (folder), ==, cases[i].can_render);
      g_assert_cmpint (g_remove (device), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_environment_stands (void)
{
  g_autofree char *folder = g_dir_make_tmp ("etappe-renderer-XXXXXX", NULL);
  g_autofree char *device = g_build_filename (folder, "renderD128", NULL);

  g_unsetenv ("GSK_RENDERER");
  g_assert_true (g_file_set_contents (device, "", 0, NULL));
  etp_renderer_choose (folder);
  g_assert_null (g_getenv ("GSK_RENDERER"));

  g_assert_cmpint (g_remove (device), ==, 0);
  etp_renderer_choose (folder);
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");

  g_setenv ("GSK_RENDERER", "gl", TRUE);
  etp_renderer_choose (folder);
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "gl");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/renderer/devices", test_devices);
  g_test_add_func ("/app/renderer/environment-stands", test_environment_stands);
  return g_test_run ();
}
