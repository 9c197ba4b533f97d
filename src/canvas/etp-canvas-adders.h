/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: the two buttons with a "+", behind the last phase head and below the last lane.
 * They are on the screen only, and only where something may be changed; that for phases not while the
 * name of one is typed. */
#pragma once

#include "etp-canvas.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *phase, *lane; /* children of the canvas; NULL until there was a journey */
} EtpCanvasAdders;

void etp_canvas_create_adders (EtpCanvas *self); /* there is a journey; never during a layout */
void etp_canvas_place_adders (EtpCanvas *self); /* the map is elsewhere, or another one */
void etp_canvas_snapshot_adders (EtpCanvas *self, GtkSnapshot *snapshot);
void etp_canvas_dispose_adders (EtpCanvas *self);

G_END_DECLS
