/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* App-internal: what the window offers to find one's way: the find bar, the filter, the overview,
 * the room's style and the command palette, each made when it is first asked for. */
#pragma once

#include "etp-window.h"

G_BEGIN_DECLS

typedef struct _EtpWindowFind EtpWindowFind;

void etp_window_add_find (EtpWindow *self); /* the actions */
void etp_window_update_find (EtpWindow *self, gboolean has_map); /* whether they can be used */
void etp_window_free_find (EtpWindow *self);

G_END_DECLS
