/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-window.h"

#include "app/etp-drops.h"

void
etp_compat_window_init (GtkWindow *window)
{
  g_object_set (window, "accessible-role", GTK_ACCESSIBLE_ROLE_WINDOW, NULL);
  etp_drops_refuse_loose (window);
}
