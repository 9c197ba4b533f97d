/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours of and by the toolkit, whose ways to them changed in GTK 4.10. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colour of a widget's text. */
void etp_compat_get_color (GtkWidget *widget, GdkRGBA *color);

/* Only called when a colour was chosen. */
typedef void (*EtpColorFunc) (const GdkRGBA *color, gpointer user_data);

/* Asks for any colour: GtkColorDialog from GTK 4.10 on, GtkColorChooserDialog before. owner is given
 * to func and kept alive until the dialog is closed. */
void etp_compat_choose_color (
    GtkWindow *parent, const char *title, const GdkRGBA *color, EtpColorFunc func, GObject *owner);

G_END_DECLS
