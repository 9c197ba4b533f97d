/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command palette: every command of the program by its name in the user's language, with its
 * keys. What fits what is typed best comes first, of that what can be done now, and what was done last
 * before that. Enter does it to what is selected. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* focus: the widget whose actions are offered and run (the map, or what stands in its place). May the map
 * not be edited, commands that would only say so are as those that cannot be done. */
void etp_palette_show (GtkWindow *parent, GtkWidget *focus, gboolean may_edit);

G_END_DECLS
