/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: what is known of a persona, as boxes for slides and sheets. */
#pragma once

#include "etp-deck-private.h"

G_BEGIN_DECLS

/* Portrait, name and what they are; index: the persona's place among all. New. */
EtpBox *etp_deck_new_persona_panel (EtpDeck *self, EtpNode *persona, guint index);
/* What they want, and how they live and buy: new arrays of boxes, which are the caller's. */
GPtrArray *etp_deck_list_persona_wishes (EtpDeck *self, EtpNode *persona);
GPtrArray *etp_deck_list_persona_habits (EtpDeck *self, EtpNode *persona, EtpRgba color);
/* "Max, 34, runs twice a week"; new. */
char *etp_deck_dup_persona_title (EtpDeck *self, EtpNode *persona);

G_END_DECLS
