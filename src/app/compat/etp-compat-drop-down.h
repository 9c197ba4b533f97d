/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says what a GtkDropDown chooses. The keyboard is on a button within it, which GTK leaves without a
 * name; a screen reader would say nothing but "button" there. */
void etp_compat_drop_down_set_name (GtkWidget *drop_down, const char *name);

G_END_DECLS
