/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which targets would vanish with a Flatpak sandbox, for descriptions of sandboxes as Flatpak
 * writes them. */

#include "config.h"

#include <glib/gstdio.h>

#include "cli/etp-cli.h"

static void
test_hides (void)
{
  static const struct
  {
    const char *filesystems, *path;
    gboolean hides;
  } rows[] = {
    { "", "/home/nobody/map.pdf", TRUE },
    { "", "/tmp/map.pdf", TRUE },
    { "", "/dev/stdout", FALSE },
    { "", "/run/flatpak/doc/abc/map.pdf", FALSE },
    { "host", "/home/nobody/map.pdf", FALSE },
    { "host", "/tmp/map.pdf", TRUE },
    { "host:ro", "/home/nobody/map.pdf", TRUE },
    { "/home/nobody", "/home/nobody/map.pdf", FALSE },
    { "/home/nobody/", "/home/nobody/a/map.pdf", FALSE },
    { "/home/nobody", "/home/nobody-else/map.pdf", TRUE },
    { "/home/nobody:create", "/home/nobody/map.pdf", FALSE },
    { "/home/nobody:ro", "/home/nobody/map.pdf", TRUE },
    { "!host;/srv:rw", "/srv/map.pdf", FALSE },
    { "!host;/srv:rw", "/home/nobody/map.pdf", TRUE },
    { "xdg-unknown", "/home/nobody/map.pdf", TRUE },
    { "/srv;/tmp", "/tmp/map.pdf", FALSE },
  };
  g_autofree char *info = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("etappe-sandbox-XXXXXX", &info, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("[Application]\nname=x\n\n[Context]\n"
                                               "shared=ipc;\nfilesystems=%s;\n",
                                               rows[i].filesystems);

      g_assert_true (g_file_set_contents (info, text, -1, NULL));
      g_test_message ("%s | %s", rows[i].filesystems, rows[i].path);
      g_assert_cmpint (etp_cli_sandbox_hides (info, rows[i].path), ==, rows[i].hides);
    }
  g_unlink (info);
  /* No sandbox: nothing vanishes. */
  g_assert_false (etp_cli_sandbox_hides (info, "/home/nobody/map.pdf"));
}

/* What belongs to the application stays, and the home folder when it is shared. */
static void
test_own (void)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "map.pdf", NULL);
  g_autofree char *home = g_build_filename (g_get_home_dir (), "map.pdf", NULL);
  g_autofree char *info = NULL;
  int fd = g_file_open_tmp ("etappe-sandbox-XXXXXX", &info, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (info, "[Context]\n", -1, NULL));
  g_assert_false (etp_cli_sandbox_hides (info, own));
  g_assert_true (etp_cli_sandbox_hides (info, home));
  g_assert_true (g_file_set_contents (info, "[Context]\nfilesystems=home;\n", -1, NULL));
  g_assert_false (etp_cli_sandbox_hides (info, home));
  g_assert_true (g_file_set_contents (info, "[Context]\nfilesystems=~/;\n", -1, NULL));
  g_assert_false (etp_cli_sandbox_hides (info, home));
  g_unlink (info);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/hides", test_hides);
  g_test_add_func ("/sandbox/own", test_own);
  return g_test_run ();
}
