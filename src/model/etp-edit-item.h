/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on the values of a nested list: an insight, a contributor, a trait. For the rules of all
 * verbs see etp-edit-node.h. item is an index in the list of field. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* One column of one value; takes the datum. Typing and nudging are coalesced. */
gboolean etp_edit_set_item (EtpJourney *journey,
                            EtpNode *node,
                            guint field,
                            guint item,
                            guint column,
                            EtpDatum *datum,
                            GError **error);
/* An empty value before the position-th, G_MAXUINT for the end. */
gboolean
etp_edit_add_item (EtpJourney *journey, EtpNode *node, guint field, guint position, GError **error);
gboolean
etp_edit_remove_item (EtpJourney *journey, EtpNode *node, guint field, guint item, GError **error);
/* position: the index after the move, clamped. */
gboolean etp_edit_move_item (
    EtpJourney *journey, EtpNode *node, guint field, guint item, guint position, GError **error);

G_END_DECLS
