/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Buttons with a mnemonic. GTK up to 4.8 names them twice for assistive technology, first with the
 * underscore: "Add _Phase Add Phase". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button that is named by what can be read on it. */
GtkWidget *etp_compat_mnemonic_button_new (const char *label);
/* The same for all buttons in a widget that somebody else made. */
void etp_compat_name_buttons (GtkWidget *widget);

G_END_DECLS
