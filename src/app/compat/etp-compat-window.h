/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Windows for assistive technology. GTK 4.8 gives a window its role when it is shown, unless something
 * in it has got the keyboard by then: such a window is told as a mere filler, without saying when it
 * becomes active. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To be called for each new window first, before anything in it gets the keyboard: it is told as a
 * window, and answers for what is dropped onto nothing in it. */
void etp_compat_window_init (GtkWindow *window);

G_END_DECLS
