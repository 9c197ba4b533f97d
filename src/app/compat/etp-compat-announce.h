/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Telling a screen reader what a command brought about. Before GTK 4.14 there are no announcements, but
 * it reads what describes the widget with the keyboard when that changes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says the text once; "" takes back a description. FALSE: it cannot be said, as the keyboard is not in
 * the widget: what has it has to describe itself so. */
gboolean etp_compat_announce (GtkWidget *widget, const char *text);
/* TRUE if the messages over a window are announced by themselves. */
gboolean etp_compat_announces_messages (void);

G_END_DECLS
