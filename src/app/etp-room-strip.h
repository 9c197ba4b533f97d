/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Above the map in the room's style: whose journey it is, and the curve of all of it with the
 * phases that are in the window. */
#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

GtkWidget *etp_room_strip_new (EtpCanvas *canvas); /* borrowed: the same window holds both */

G_END_DECLS
