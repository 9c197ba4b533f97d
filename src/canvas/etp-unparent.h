/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes a widget off its parent some time after now, or with the parent: a popover that tells that it
 * was closed is still at work. Nor does it go while a button of the pointer is down. A press just
 * after the closing may still have gone to what is in it, and GTK 4.8 holds on to what was pressed,
 * gone or not, until the release. Does nothing if it has no parent by then. */
void etp_unparent_later (GtkWidget *widget);

G_END_DECLS
