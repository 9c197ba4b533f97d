/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dialog with a header bar: AdwDialog from libadwaita 1.5 on, a modal AdwWindow before. Escape
 * closes both. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows content below a header bar; the dialog lives until it is closed. start and end: controls of
 * the header bar, or NULL. height -1: as high as the content. Returns the dialog. */
GtkWidget *etp_compat_dialog_show (GtkWindow *parent,
                                   const char *title,
                                   GtkWidget *content,
                                   GtkWidget *start,
                                   GtkWidget *end,
                                   int width,
                                   int height);
void etp_compat_dialog_close (GtkWidget *dialog);

G_END_DECLS
