/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* App-internal: what a window offers to keep up with a talking room: the capture line, the parking
 * lot, votes; each made when it is first asked for. */
#pragma once

#include "etp-window.h"

G_BEGIN_DECLS

typedef struct _EtpWindowCapture EtpWindowCapture;

void etp_window_add_capture (EtpWindow *self); /* the actions */
void etp_window_update_capture (EtpWindow *self, gboolean has_map); /* another map, or none */
void etp_window_dispose_capture (EtpWindow *self);
void etp_window_free_capture (EtpWindow *self);

G_END_DECLS
