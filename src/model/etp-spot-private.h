/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-spot.h"

G_BEGIN_DECLS

/* The datum of one of the nodes, a new copy. */
void etp_spot_dup_datum_of (const EtpSpot *self, EtpNode *node, EtpDatum *datum);
/* Whether it is a list of names or of texts. */
gboolean etp_spot_is_list (const EtpSpot *self);
/* datum is what the first node has, a list; it becomes what all of them have. */
void etp_spot_keep_common (const EtpSpot *self, EtpDatum *datum);

/* Whether it is the lane or the phase of cards (etp-spot-place.c). */
gboolean etp_spot_is_place (const EtpSpot *self);
/* Moves them there, or, of nothing, to the parking lot; takes the datum. */
gboolean etp_spot_write_place (const EtpSpot *self, EtpDatum *datum, GError **error);

G_END_DECLS
