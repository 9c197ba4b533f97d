/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-map-tile.h"
#include "model/etp-health.h"

G_BEGIN_DECLS

/* How well a map is looked after, as lines of its tile. today: "2026-03-05". */
void etp_tile_health_add (EtpMapTile *tile, const EtpHealth *health, const char *today);

G_END_DECLS
