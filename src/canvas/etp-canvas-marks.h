/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: what a search and a filter do to the picture. Nothing is laid out or painted
 * anew: faded items are their bitmaps with less opacity, found words are colours above them. */
#pragma once

#include "etp-canvas.h"

G_BEGIN_DECLS

typedef struct _EtpCanvasMarks EtpCanvasMarks;

void etp_canvas_free_marks (EtpCanvas *self);
/* There was a commit, or the scene is another one. */
void etp_canvas_forget_marks (EtpCanvas *self);
/* The opacity of an item: 1, or less if it is not what the filter looks for. */
float etp_canvas_get_opacity (EtpCanvas *self, const EtpItem *item);
/* Appends what lies above an item that was found; place is where it is shown, on the map. */
void
etp_canvas_add_marks (EtpCanvas *self, const EtpItem *item, const EtpRect *place, GPtrArray *nodes);
/* The same for all items of a cell that are painted into one bitmap: veils over what fades, rings
 * around what was found. */
void etp_canvas_add_far_marks (EtpCanvas *self, guint cell, GPtrArray *nodes);
gboolean etp_canvas_has_marks (EtpCanvas *self);

G_END_DECLS
