/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

typedef void (*EtpParkedTextFailed) (const GError *error, gpointer user_data);

/* Lets the title of a parked card be typed in a small window over its row; what was typed counts
 * unless Escape is pressed. failed: the verb refused, or the text is
 * longer than the line can hold and is not opened; user_data is a GObject that outlives the row. */
void etp_parked_text_edit (GtkWidget *row,
                           EtpCanvas *canvas,
                           EtpNode *card,
                           EtpParkedTextFailed failed,
                           gpointer user_data);

G_END_DECLS
