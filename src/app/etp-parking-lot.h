/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* The parking lot: the cards that have no place on the map, in a tray beside it. They are dragged to
 * the map and back, sent to the cell of what is selected there, edited and deleted.
 *
 * Signals:
 *   failed (GError *): a verb refused.
 *   send-requested (GPtrArray *): of EtpNode; these cards are to go to the map.
 *
 * Actions of the class: parking.send, parking.delete, of all selected cards; parking.edit, of the first.
 */
#define ETP_TYPE_PARKING_LOT (etp_parking_lot_get_type ())
G_DECLARE_FINAL_TYPE (EtpParkingLot, etp_parking_lot, ETP, PARKING_LOT, GtkWidget)

GtkWidget *etp_parking_lot_new (EtpCanvas *canvas); /* of the same window */
void etp_parking_lot_update (EtpParkingLot *self); /* the journey was edited, or is another one */
/* The selected cards, borrowed; the first one where none is selected. New. */
GPtrArray *etp_parking_lot_dup_cards (EtpParkingLot *self);
/* The keyboard goes to the selected card, or the first one. */
void etp_parking_lot_focus (EtpParkingLot *self);
/* The card that has the keyboard is the selected one from now on, unless it is one of several that are.
 * FALSE: none has it. */
gboolean etp_parking_lot_choose_focused (EtpParkingLot *self);

G_END_DECLS
