/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks about each window whose map has changes, then closes all of them; none, if the person stays
 * at one of them. */
void etp_quit (GtkApplication *application);

G_END_DECLS
