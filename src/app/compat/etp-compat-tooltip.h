/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tooltips that the pointer goes through. In GTK 4.8 one can be pressed in the moment before it goes, and
 * the toolkit holds on to what was pressed, gone or not, until the release, and falls over it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To be called once, when the program starts: holds for every tooltip from then on. */
void etp_compat_tooltip_init (void);

G_END_DECLS
