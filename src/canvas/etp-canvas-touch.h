/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fingers on the map: one pans, two zoom, a tap selects, a long press opens the menu, and one that
 * begins on something selected moves that. */
#pragma once

#include "etp-canvas.h"

G_BEGIN_DECLS

/* The scrolled window that holds the canvas and outlives it. */
void etp_canvas_attach_touch (EtpCanvas *self, GtkScrolledWindow *scroller);

/* TRUE if a finger that comes down at a point of the widget moves what is there, not the map. */
gboolean etp_canvas_takes_touch (EtpCanvas *self, double x, double y);
/* A finger comes down, at a point of the canvas; and goes. */
void etp_canvas_begin_touch (EtpCanvas *self, GtkScrolledWindow *scroller, double x, double y);
void etp_canvas_end_touch (EtpCanvas *self, GtkScrolledWindow *scroller);

/* What a press of the pointer does at once a finger does when it is lifted, for it may be about to move
 * the map, and then it does nothing: etp_canvas_put_finger when it comes down, etp_canvas_lift_finger
 * when it goes; FALSE: it was no tap. etp_canvas_keep_finger if it drags what is under it. state: keys that
 * are held when it comes down. */
void etp_canvas_put_finger (EtpCanvas *self, GdkModifierType state, double x, double y);
gboolean etp_canvas_lift_finger (EtpCanvas *self, int n_press, double x, double y);
void etp_canvas_keep_finger (EtpCanvas *self);

G_END_DECLS
