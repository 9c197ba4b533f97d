/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* EtpEmotionPopover: what a step's emotion says, at its point of the curve: value, feeling with
 * words to choose from, note and evidence; of the to-be curve the value alone. What is typed is
 * taken over when it is left; Escape takes back what is being typed.
 *
 * Signals:
 *   failed (GError *): a change was refused.
 */
#define ETP_TYPE_EMOTION_POPOVER (etp_emotion_popover_get_type ())
G_DECLARE_FINAL_TYPE (EtpEmotionPopover, etp_emotion_popover, ETP, EMOTION_POPOVER, GtkPopover)

GtkWidget *etp_emotion_popover_new (EtpCanvas *canvas); /* borrowed: the same window holds both */
/* Shows the emotion of the canvas' selection. typed: the beginning of a number that goes on in the
 * entry of the value, or "". */
void etp_emotion_popover_show (EtpEmotionPopover *self, const char *typed);
/* The canvas is about to show another map: closes it; what is being typed is given up with the old one. */
void etp_emotion_popover_drop (EtpEmotionPopover *self);

G_END_DECLS
