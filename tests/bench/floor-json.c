/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include <json-glib/json-glib.h>

/* The floor of opening a journey: json-glib's bare parse of the file. Usage: floor-json FILE */

int
main (int argc, char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    return 2;
  if (json_parser_load_from_file (parser, argv[1], &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
