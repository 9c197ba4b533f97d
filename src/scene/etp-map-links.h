/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: what the files about links between cards share. */
#pragma once

#include "etp-map-private.h"
#include "etp-route.h"

G_BEGIN_DECLS

typedef struct
{
  EtpMap *map;
  EtpScene *scene;
  EtpCellDraft *cell;
  EtpRouter *router;
  GHashTable *ends; /* node id, borrowed → EtpRouteEnd, owned; NULL: not on the map */
} EtpLinker;

/* Where a link begins or ends; borrowed; NULL if that is not on the map. Of a card in a folded group:
 * the heading. */
EtpRouteEnd *etp_linker_find_end (EtpLinker *self, const char *id);
void etp_linker_make_router (EtpLinker *self);

G_END_DECLS
