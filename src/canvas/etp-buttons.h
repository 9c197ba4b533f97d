/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether a button of the pointer is held, on widget's display: what is pressed or dragged, or dragged
 * over, must not go yet. FALSE if widget is in no window that is shown. */
gboolean etp_buttons_are_down (GtkWidget *widget);

typedef void (*EtpButtonsFunc) (GtkWidget *widget, gpointer data);

/* Calls function at once or, while a button is held, when it is up and what comes of that is done. A
 * popover that opens before takes the press from what is below it, and GTK 4.8 ends that twice: what
 * was pressed would count as less than not pressed. Not called if widget is in no window by then.
 * destroy (data) follows the call, or comes instead of it. */
void etp_buttons_call_when_up (GtkWidget *widget,
                               EtpButtonsFunc function,
                               gpointer data,
                               GDestroyNotify destroy);

G_END_DECLS
