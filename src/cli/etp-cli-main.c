/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli.h"

#include <signal.h>

/* The headless program. It opens local files only: without this, GIO would load modules for remote
 * ones, which takes longer than drawing a map. A file that gets larger than is allowed (ulimit -f) is
 * an error like a full disk, not the end of the program. */

int
main (int argc, char **argv)
{
  signal (SIGXFSZ, SIG_IGN);
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  return etp_cli_main (argc, argv);
}
