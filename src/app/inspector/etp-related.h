/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* EtpRelated: the pain points and opportunities that belong to a card, and the measures that address
 * it, by name.
 *
 * Signals:
 *   activated (EtpNode *node): somebody wants to go there.
 */
#define ETP_TYPE_RELATED (etp_related_get_type ())
G_DECLARE_FINAL_TYPE (EtpRelated, etp_related, ETP, RELATED, GtkWidget)

GtkWidget *etp_related_new (void);
/* card NULL: nothing; then, and when nothing belongs to it, the widget hides itself. */
void etp_related_set_card (EtpRelated *self, EtpJourney *journey, EtpNode *card);

G_END_DECLS
