/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menu of a button, whose widgets are made when it is opened first: a menu of thirty entries
 * takes as long as the rest of a window's frame. model: NULL for none. */
void etp_late_menu_set (GtkMenuButton *button, GMenuModel *model);

G_END_DECLS
