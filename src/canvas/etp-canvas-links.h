/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: drawing links from card to card, by pointer (a tool) and by keyboard (a mode). */
#pragma once

#include "etp-canvas-tools.h"

G_BEGIN_DECLS

extern const EtpCanvasTool etp_canvas_tool_link;

/* Begins to choose where a link from the selected card leads: whatever is selected next is the
 * target, activating it connects, Escape gives up. */
void etp_canvas_begin_link (EtpCanvas *self);
/* Connects what was begun with the selected item; FALSE if nothing was begun. */
gboolean etp_canvas_finish_link (EtpCanvas *self);
/* FALSE if nothing was begun. */
gboolean etp_canvas_cancel_link (EtpCanvas *self);
/* The journey has changed: gives up if what the link begins at is gone. */
void etp_canvas_check_link (EtpCanvas *self);
/* The handle at the selected card, and the line to the target while one is chosen. */
void etp_canvas_snapshot_links (EtpCanvas *self, GtkSnapshot *snapshot);

/* TRUE where the handle of the selected card is: a press there means the link, not what lies below. */
gboolean etp_canvas_is_on_link_handle (EtpCanvas *self, double x, double y);

/* TRUE for what hangs together with the selected pain, chance, measure or link. */
gboolean etp_canvas_is_in_chain (EtpCanvas *self, const EtpItem *item);

G_END_DECLS
