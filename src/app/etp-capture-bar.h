/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* The capture line: notes are typed one after the other, with a code before them that says where
 * they go (model/etp-capture.h). Made hidden.
 *
 * Signals:
 *   closed: Escape, or its button.
 *   failed (GError *): a note could not be added; its text stays.
 */
#define ETP_TYPE_CAPTURE_BAR (etp_capture_bar_get_type ())
G_DECLARE_FINAL_TYPE (EtpCaptureBar, etp_capture_bar, ETP, CAPTURE_BAR, GtkWidget)

GtkWidget *etp_capture_bar_new (EtpCanvas *canvas); /* of the same window */
/* Shows it and puts the keyboard there; its target is the cell of what is selected. */
void etp_capture_bar_open (EtpCaptureBar *self);
/* Puts the keyboard there; FALSE: it is closed, the keyboard is there already, or in a menu. */
gboolean etp_capture_bar_take_keyboard (EtpCaptureBar *self);
void etp_capture_bar_close (EtpCaptureBar *self); /* what was typed stays for the next time */
/* The cell that notes go to while it is open; FALSE: it is closed, or they go to the parking lot. */
gboolean etp_capture_bar_get_target (EtpCaptureBar *self, EtpNode **lane, EtpNode **phase);

G_END_DECLS
