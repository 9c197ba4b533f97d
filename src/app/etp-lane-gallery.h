/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window in which one chooses a kind of lane: every kind with its picture, name and purpose. */
#pragma once

#include <adwaita.h>

#include "model/etp-fields.h"

G_BEGIN_DECLS

typedef gboolean (*EtpLaneFilter) (EtpLaneKind kind, gpointer user_data);
typedef void (*EtpLaneChosen) (EtpLaneKind kind, gpointer user_data);

/* filter (or NULL): which kinds are offered. chosen is called once, before the window goes, or never;
 * owner is given to both and kept alive as long. */
void etp_lane_gallery_show (GtkWindow *parent,
                            const char *title,
                            EtpLaneFilter filter,
                            EtpLaneChosen chosen,
                            GObject *owner);

G_END_DECLS
