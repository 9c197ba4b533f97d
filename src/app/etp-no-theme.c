/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "etp-no-theme.h"

#include <gio/gio.h>

#include "etp-no-theme-resources.h"

static gboolean is_in_front;

void
etp_no_theme_begin (void)
{
  if (g_getenv ("GTK_THEME") != NULL)
    return;
  /* What libraries bring is registered at the first look, and what came last is in front. */
  g_resources_get_info ("/org/gtk/libgtk/theme/Default/gtk.css", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL,
                        NULL, NULL);
  etp_no_theme_register_resource ();
  is_in_front = TRUE;
}

void
etp_no_theme_end (void)
{
  if (is_in_front)
    etp_no_theme_unregister_resource ();
  is_in_front = FALSE;
}
