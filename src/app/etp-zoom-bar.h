/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* EtpZoomBar: the bar below the map: what is selected, and the zoom. Its buttons are the window's
 * actions.
 *
 * Properties:
 *   shows-undo (boolean): there are buttons to undo and redo, too. */
#define ETP_TYPE_ZOOM_BAR (etp_zoom_bar_get_type ())
G_DECLARE_FINAL_TYPE (EtpZoomBar, etp_zoom_bar, ETP, ZOOM_BAR, GtkWidget)

void etp_zoom_bar_set_canvas (EtpZoomBar *self, EtpCanvas *canvas);
/* What the button would take back, or do again. */
void etp_zoom_bar_name_undo (EtpZoomBar *self, gboolean is_redo, const char *text);
/* How many cards lie in the parking lot; with none there is no button for it. */
void etp_zoom_bar_set_parked (EtpZoomBar *self, guint n);

G_END_DECLS
