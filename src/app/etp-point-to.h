/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* Lets popover, whose parent is in canvas's window, point to what is selected on the map, or to where the
 * map's edge is nearest to it: GTK 4.8 has no place for a popover that points to somewhere off every
 * screen. */
void etp_point_to_selection (GtkPopover *popover, EtpCanvas *canvas);

G_END_DECLS
