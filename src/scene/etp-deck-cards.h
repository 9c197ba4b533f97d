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

/* What steps and notes share. How long it takes; what else it says in small print, with_owners its
 * departments and systems too; what it is called where it goes on on another slide; its picture; the
 * number of its step before the text. */
void etp_deck_add_times (EtpDeck *self, EtpBox *box, EtpNode *card);
void etp_deck_add_facts (EtpDeck *self, EtpBox *box, const EtpPlace *place, gboolean with_owners);
void etp_deck_set_resume (EtpDeck *self, EtpBox *box, const char *named);
void etp_deck_add_picture (EtpDeck *self, EtpBox *box, EtpNode *card);
void etp_deck_set_number (EtpPara *para, const EtpPlace *place, EtpRgba color);

G_END_DECLS
