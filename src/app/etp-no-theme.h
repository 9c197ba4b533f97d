/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* GTK reads its own style sheet, which takes it a tenth of the time to the first window, before
 * Libadwaita puts that sheet away for its own. Between the two calls an empty one stands in front of
 * it, unless the environment asks for a theme, which Libadwaita then leaves alone. Begin after
 * gtk_init(), which brings GTK's own, and before Libadwaita starts. */
void etp_no_theme_begin (void);
void etp_no_theme_end (void); /* GTK's own is found again */
