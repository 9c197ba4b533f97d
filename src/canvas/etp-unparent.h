/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes a widget off its parent in the next idle moment: a popover that tells that it was closed is
 * still at work. Does nothing if it has none by then. */
void etp_unparent_later (GtkWidget *widget);

G_END_DECLS
