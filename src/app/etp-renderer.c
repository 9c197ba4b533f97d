/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-renderer.h"

#include <gtk/gtk.h>

gboolean
etp_renderer_has_device (const char *folder)
{
  g_autoptr (GDir) devices = g_dir_open (folder, 0, NULL);
  const char *name;

  while (devices != NULL && (name = g_dir_read_name (devices)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

void
etp_renderer_choose (const char *folder)
{
  if (etp_renderer_has_device (folder))
    return;
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  /* Nor is the emulation loaded, which takes 60 MiB and 100 ms. The name changed in GTK 4.16. */
  if (gtk_get_minor_version () >= 16)
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
  else
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}
