/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: what the map shows while something is dragged over it, wherever it comes from:
 * the cell is tinted, a mark stands where it would come to lie, what is below makes room, and what
 * is being moved is faint. After the drop everything that has another place slides there. */
#pragma once

#include "etp-canvas.h"
#include "scene/etp-drop.h"

G_BEGIN_DECLS

/* Shows where it would go that is dropped at (x, y) of the widget. NULL: nowhere; else borrowed and
 * good until the next call or commit. */
const EtpDropPlace *etp_canvas_show_drop (EtpCanvas *self, const EtpDrop *drop, double x, double y);
/* The room closes again and the mark goes. */
void etp_canvas_hide_drop (EtpCanvas *self);
/* A set of ids whose cards are faint, because they are elsewhere now; NULL: none. */
void etp_canvas_fade (EtpCanvas *self, GHashTable *ids);

/* Notes where the cards of the drop's cell, and those that are faint, are shown; to be called
 * before the verb. What is dropped comes from the map's point (x, y). */
void etp_canvas_begin_settle (EtpCanvas *self, double x, double y);
/* After the verb: from there they slide to their places. dropped: what was dropped; borrowed. */
void etp_canvas_end_settle (EtpCanvas *self, GPtrArray *dropped);

/* For the painter: whether anything is out of its place, and by how much an item is (map units). */
gboolean etp_canvas_has_offsets (EtpCanvas *self);
void etp_canvas_add_offset (EtpCanvas *self, EtpItemRef ref, const EtpItem *item, EtpRect *place);
gboolean etp_canvas_is_faded (EtpCanvas *self, const EtpItem *item);
/* TRUE of the question of an empty cell while something is held over it. */
gboolean etp_canvas_is_covered (EtpCanvas *self, EtpItemRef ref, const EtpItem *item);
void etp_canvas_snapshot_drop (EtpCanvas *self, GtkSnapshot *snapshot);
/* The scene is another one: places in the one before mean nothing. */
void etp_canvas_forget_drop (EtpCanvas *self);
void etp_canvas_free_drop (EtpCanvas *self);

G_END_DECLS
