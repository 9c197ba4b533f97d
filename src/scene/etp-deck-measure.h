/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: what slides about measures and about decisions share. */
#pragma once

#include "etp-deck-private.h"

G_BEGIN_DECLS

/* What is to be done, and for which steps. New. */
EtpBox *etp_deck_new_measure (EtpDeck *self, EtpNode *measure);
/* What it brings and costs. New. */
EtpBox *etp_deck_new_effect (EtpDeck *self, EtpNode *measure);

G_END_DECLS
