/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a link in the program that is meant for it: GtkUriLauncher from GTK 4.10 on, gtk_show_uri ()
 * before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* parent may be NULL. The caller has looked at the scheme. */
void etp_compat_launch_uri (GtkWindow *parent, const char *uri);

G_END_DECLS
