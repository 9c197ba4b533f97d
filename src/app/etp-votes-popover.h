/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* A small window at the selected card in which a count of votes is typed: Enter sets it for all that
 * is selected, as does a click elsewhere; Escape leaves it as it was.
 *
 * Signals:
 *   failed (GError *): the verb refused.
 */
#define ETP_TYPE_VOTES_POPOVER (etp_votes_popover_get_type ())
G_DECLARE_FINAL_TYPE (EtpVotesPopover, etp_votes_popover, ETP, VOTES_POPOVER, GtkPopover)

/* To be set as a child of something around the canvas, which is borrowed. */
GtkWidget *etp_votes_popover_new (EtpCanvas *canvas);
/* typed: what the person has typed already, or "". */
void etp_votes_popover_show (EtpVotesPopover *self, const char *typed);

G_END_DECLS
