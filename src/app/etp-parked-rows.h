/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* The rows of the parking lot's list: what each shows of its card, its menu and its drag, and which
 * cards are meant by them. */

/* Borrowed; NULL: the card is gone, or row or journey is NULL. */
EtpNode *etp_parked_rows_get_card (GtkListBoxRow *row, EtpJourney *journey);
/* The first that is selected, or the first of all; NULL if there are none. */
GtkListBoxRow *etp_parked_rows_get_first (GtkListBox *list);
/* What is meant by a row: all that is selected if it is selected too, else its card alone. row NULL:
 * all that is selected, or the first card. New; of EtpNode, borrowed. */
GPtrArray *etp_parked_rows_dup_cards (GtkListBox *list, GtkListBoxRow *row, EtpJourney *journey);
/* What is done with one of several that are selected is done with all of them; a row that is none of
 * them becomes the only selected one. */
void etp_parked_rows_choose (GtkListBox *list, GtkListBoxRow *row);
/* Opens the row's menu, once no button is held any more; the row is chosen as above. */
void etp_parked_rows_show_menu (GtkListBoxRow *row);
/* A row that says what the card says as it is now. canvas: of the same window; what is dragged is
 * dragged from there. The menu is made of the actions of the parking lot around the row. */
GtkWidget *etp_parked_rows_create (EtpCanvas *canvas, EtpNode *card);

G_END_DECLS
