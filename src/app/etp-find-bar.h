/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds things on the map and steps through them. What is found and not on the map (the parking
 * lot, sources, personas …) is listed. */
#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

#define ETP_TYPE_FIND_BAR (etp_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (EtpFindBar, etp_find_bar, ETP, FIND_BAR, GtkWidget)

GtkWidget *etp_find_bar_new (EtpCanvas *canvas); /* borrowed: the same window holds both */
/* Shows the bar with the text selected, so that the next key begins anew. */
void etp_find_bar_open (EtpFindBar *self);
/* Hides it and its marks; the keyboard goes back to the map. */
void etp_find_bar_close (EtpFindBar *self);
/* 1: the next match, -1: the one before; nobody has seen the first one yet after the bar was opened, so
 * that is the next then. Opens the bar if it is closed or has nothing to step through. */
void etp_find_bar_step (EtpFindBar *self, int step);

G_END_DECLS
