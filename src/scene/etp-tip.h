/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of something on the map when the pointer rests there: what is shortened, or shown by a
 * sign alone. What stands there in words is not said again. */
#pragma once

#include "etp-scene.h"

G_BEGIN_DECLS

/* Where on an item (x and y from its origin) and how much of it is drawn. Returns the text in the
 * interface's language, lines ending with \n, or NULL: nothing is to be said; area gets the part of
 * the item that it is about. */
char *etp_tip_dup (
    EtpJourney *journey, const EtpItem *item, double x, double y, EtpDetail detail, EtpRect *area);
/* All that there is to say of an item, wherever the pointer is; NULL: nothing. */
char *etp_tip_dup_all (EtpJourney *journey, const EtpItem *item);

G_END_DECLS
