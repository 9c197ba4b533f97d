/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far a wheel, or two fingers on a touchpad, went. amount is what a GtkEventControllerScroll tells,
 * unit what it says that is: clicks of a wheel, or pixels on the touchpad. */

/* In clicks of a wheel, for what goes in steps; a touchpad's are fractions. */
double etp_scroll_get_clicks (GdkScrollUnit unit, double amount);
/* In pixels, for what moves; a click of the wheel is click_px, fingers move it as far as they move what
 * the toolkit scrolls. */
double etp_scroll_get_px (GdkScrollUnit unit, double amount, double click_px);

G_END_DECLS
