/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-same-file.h"

static char *
dup_id (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;

  if (!g_file_is_native (file))
    return NULL;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE))
                      : NULL;
}

gboolean
etp_same_file (GFile *one, GFile *other)
{
  g_autofree char *id = NULL, *other_id = NULL;

  g_return_val_if_fail (G_IS_FILE (one), FALSE);
  g_return_val_if_fail (G_IS_FILE (other), FALSE);

  if (g_file_equal (one, other))
    return TRUE;
  id = dup_id (one);
  other_id = id != NULL ? dup_id (other) : NULL;
  return other_id != NULL && g_str_equal (id, other_id);
}
