/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* Makes a menu narrow enough for the window of over, before it is shown: keys beside the entries are
 * left out where the window has no room for them, and words take several lines rather than being cut
 * off. To be called each time, as the window may have another width. */
void etp_menu_fit (GtkPopover *menu, GtkWidget *over);
/* Makes a menu on the canvas that fits, and shows it at a place of the canvas. */
void etp_menu_popup (EtpCanvas *canvas, GMenuModel *model, const GdkRectangle *place);

G_END_DECLS
