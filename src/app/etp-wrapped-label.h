/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label at the start of its line that takes several rather than being cut off, and breaks within words
 * too long for one. text: NULL is none. */
GtkWidget *etp_wrapped_label_new (const char *text);

G_END_DECLS
