/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Showing a file in the file manager: GtkFileLauncher from GTK 4.10 on, which asks the portal in a
 * sandbox; before, the file manager itself over D-Bus, else its folder is opened. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* parent may be NULL. */
void etp_compat_show_file (GtkWindow *parent, GFile *file);

G_END_DECLS
