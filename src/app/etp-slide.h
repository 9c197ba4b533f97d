/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scales that write to a journey at each motion: one drag is one step for undo, however long the pointer
 * rests on the way, and the next drag is another one. */
#pragma once

#include <gtk/gtk.h>

#include "model/etp-history.h"

G_BEGIN_DECLS

/* Once for a scale, when it is made. */
void etp_slide_watch (GtkWidget *scale);
/* Before each time that its value is written. */
void etp_slide_prepare (GtkWidget *scale, EtpHistory *history);

G_END_DECLS
