/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-template.h"

#include "etp-example.h"
#include "etp-place.h"
#include "file/etp-load.h"
#include "model/etp-limits.h"

GBytes *
etp_template_load (const char *name, GError **error)
{
  g_autofree char *base = g_strdup_printf ("%s.%s.journey", name, etp_example_get_language ());
  g_autofree char *path = g_build_filename (etp_place_get_data_folder (), "templates", base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return etp_load_contents (file, path, ETP_LIMIT_FILE_BYTES, NULL, NULL, error);
}
