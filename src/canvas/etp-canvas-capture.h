/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: what is shown while notes are captured: letters and numbers in the heads, the
 * target cell, and the note in it before it is there. */
#pragma once

#include "etp-canvas.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_open;
  char *lane, *phase; /* ids of the target cell; NULL: the parking lot */
  char *text; /* as typed until now */
} EtpCanvasCapture;

void etp_canvas_snapshot_capture (EtpCanvas *self, GtkSnapshot *snapshot);
void etp_canvas_free_capture (EtpCanvas *self);

G_END_DECLS
