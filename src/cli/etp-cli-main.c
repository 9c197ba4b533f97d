/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli.h"

/* The headless program. It opens local files only: without this, GIO would load modules for remote
 * ones, which takes longer than drawing a map. */

int
main (int argc, char **argv)
{
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  return etp_cli_main (argc, argv);
}
