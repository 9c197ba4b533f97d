/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which pictures a journey still shows. Nobody finds one that nothing names any more, but whoever
 * gets the file has it. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* Sets of ids of assets. Free them with g_hash_table_unref(). */
GHashTable *etp_assets_new (void);
/* Adds those that the node names, a snapshot also in the state that lies in it. */
void etp_assets_add_named (GHashTable *self, EtpJourney *journey, EtpNode *node);
/* Adds all that the journey has. */
void etp_assets_add_all (GHashTable *self, EtpJourney *journey);
/* Takes out those that anything names: a member, known or not, of a node or of the journey. without:
 * a mask of 1 << EtpListKind of lists that do not count. */
void etp_assets_take_out_named (GHashTable *self, EtpJourney *journey, guint without);

G_END_DECLS
