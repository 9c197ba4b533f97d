/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of decks share: what must be true of every slide, whoever measures its texts. */
#pragma once

#include "scene/etp-deck.h"

G_BEGIN_DECLS

/* Fails unless all items lie inside their slides, no two texts meet, none is too small, and each
 * slide has one title and its number. */
void deck_test_check_slides (GPtrArray *slides);
/* Fails unless all that the cards in shown lanes say stands in the deck, nothing cut off. */
void deck_test_check_cards (GPtrArray *slides, EtpJourney *journey);
/* TRUE if one text of a slide has these words, line breaks aside. role NULL: any slide. */
gboolean deck_test_has_text (GPtrArray *slides, const char *role, const char *text);
/* How many slides have this role. */
guint deck_test_count (GPtrArray *slides, const char *role);

/* In the light style, with the fake measurer. As etp_deck_build (). */
GPtrArray *deck_test_build (EtpJourney *journey, const EtpDeckOptions *options);
/* The same, and every slide and every card is as it should be. */
GPtrArray *deck_test_build_checked (EtpJourney *journey, const EtpDeckOptions *options);

G_END_DECLS
