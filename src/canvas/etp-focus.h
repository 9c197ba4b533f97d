/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* TRUE if the keyboard is in a menu or popover that hangs at the widget or at something in it: its
 * keys come by at the widget, but are not meant for it. */
gboolean etp_focus_is_in_popup (GtkWidget *widget);

G_END_DECLS
