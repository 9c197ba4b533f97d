/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: cards of the map as boxes of a slide. */
#pragma once

#include "etp-deck-private.h"

G_BEGIN_DECLS

/* A step, with all that its card on the map says, and, with_feelings, those that do not stand at its
 * points on the slide that is being filled. New. */
EtpBox *etp_deck_new_step (EtpDeck *self,
                           const EtpColumn *column,
                           const EtpPlace *place,
                           gboolean with_feelings);
/* Any other card, in the colours of its lane's kind. New. */
EtpBox *etp_deck_new_note (EtpDeck *self,
                           const EtpColumn *column,
                           const EtpRow *row,
                           const EtpPlace *place);
/* A hand-over that rubs or is broken. New. */
EtpBox *etp_deck_new_handover (EtpDeck *self, EtpNode *link);

G_END_DECLS
