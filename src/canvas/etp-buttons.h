/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether a button of the pointer is held, on widget's display: what is pressed or dragged, or dragged
 * over, must not go yet. FALSE if widget is in no window that is shown. */
gboolean etp_buttons_are_down (GtkWidget *widget);

G_END_DECLS
