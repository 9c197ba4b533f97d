/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-file-name.h"

#include <string.h>

#include "etp-recent.h"
#include "export/etp-export.h"

#define MAX_ENDING 4 /* letters of those that are not known here: "jpeg" */

static const char *
skip (const char *path, const char *start)
{
  return path != NULL && g_str_has_prefix (path, start) ? path + strlen (start) : NULL;
}

/* It is mounted below the folder of the session, whose place programs in a sandbox may be told otherwise. */
gboolean
etp_file_name_is_of_portal (const char *path)
{
  const char *rest = skip (path, g_get_user_runtime_dir ());

  if (rest == NULL)
    rest = skip (path, "/run/flatpak");
  if (rest == NULL && (rest = skip (path, "/run/user/")) != NULL)
    rest += strspn (rest, "0123456789");
  return rest != NULL && g_str_has_prefix (rest, "/doc/");
}

static gboolean
is_exported (const char *ending)
{
  const EtpExporter *exporter;

  for (guint i = 0; (exporter = etp_exporter_get_nth (i)) != NULL; i++)
    if (g_ascii_strcasecmp (etp_exporter_get_ending (exporter), ending) == 0)
      return TRUE;
  return FALSE;
}

gboolean
etp_file_name_has_ending (const char *name)
{
  const char *point = strrchr (name, '.');
  const char *ending = point != NULL ? point + 1 : "";
  const gsize length = strlen (ending);
  guint n_upper = 0, n_lower = 0;

  if (point == name || length == 0)
    return FALSE;
  if (is_exported (ending) || etp_recent_is_map (name))
    return TRUE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (ending[i]))
        return FALSE;
      n_upper += g_ascii_isupper (ending[i]);
      n_lower += g_ascii_islower (ending[i]);
    }
  return length > 1 && length <= MAX_ENDING && g_ascii_isalpha (ending[0])
         && (n_upper == 0 || n_lower == 0);
}
