/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "etp-application.h"
#include "etp-early.h"
#include "etp-place.h"
#include "etp-renderer.h"

/* The desktop editor. */

int
main (int argc, char **argv)
{
  g_autoptr (EtpApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, etp_place_get_locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Etappe"));
  etp_early_start (argc, argv);
  etp_renderer_choose ("/dev/dri");

  application = etp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
