/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* Lets popover, whose parent is in widget's window, point to what of a place in widget's coordinates can be
 * seen, or to where widget's edge is nearest to it: GTK 4.8 has no place for a popover that points to
 * somewhere off every screen. Of a place with too little room on either side the popover covers some. */
void etp_point_to (GtkPopover *popover, GtkWidget *widget, const EtpRect *place);

/* The same, to what is selected on the map. */
void etp_point_to_selection (GtkPopover *popover, EtpCanvas *canvas);

G_END_DECLS
