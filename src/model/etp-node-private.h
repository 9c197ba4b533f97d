/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For etp-node*.c, etp-journey*.c and etp-types.c only: everybody else changes nodes by changes. */
#pragma once

#include "etp-change.h"
#include "etp-record-private.h"

G_BEGIN_DECLS

/* A subclass is EtpNode followed by its slots, so that a node is one block of memory. To be called
 * from the subclass's init with the address of the slots. */
void etp_node_bind (EtpNode *self, EtpSlot *slots);

void etp_node_set_id (EtpNode *self, const char *id); /* once; takes a new reference */
void etp_node_set_datum (EtpNode *self, guint field, EtpDatum *datum); /* takes; notifies */
void etp_node_set_journey (EtpNode *self, EtpJourney *journey);
guint etp_node_get_index_hint (EtpNode *self);
void etp_node_set_index_hint (EtpNode *self, guint index);

EtpNodeList *etp_node_list_new (EtpListKind kind);
void etp_node_list_insert (EtpNodeList *self, EtpNode *node, guint position); /* refs */
void etp_node_list_remove (EtpNodeList *self, guint position);
void etp_node_list_move (EtpNodeList *self, guint from, guint to);

G_END_DECLS
