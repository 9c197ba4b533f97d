/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window's content between its bars: AdwToolbarView from libadwaita 1.4 on, a box before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* top and bottom may be NULL. */
GtkWidget *etp_compat_frame_new (GtkWidget *top, GtkWidget *content, GtkWidget *bottom);

G_END_DECLS
