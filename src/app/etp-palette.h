/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command palette: every command of the program by its name in the user's language, with its
 * keys. What can be done now comes first, and what was done last before that. Enter does it to what
 * is selected. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* focus: the widget whose actions are offered and run (the map, or what stands in its place). */
void etp_palette_show (GtkWindow *parent, GtkWidget *focus);

G_END_DECLS
