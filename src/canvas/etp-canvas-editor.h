/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: typing on the map. One text widget is laid over the text of an item; what is
 * typed is recorded while the person pauses, and all of it is one step for undo. */
#pragma once

#include "etp-canvas.h"
#include "model/etp-history.h"

G_BEGIN_DECLS

typedef struct _EtpCanvasEditor EtpCanvasEditor;

gboolean etp_canvas_is_editing (EtpCanvas *self);
/* Before a node is added that is typed into at once: other typing ends, and the keyboard comes from
 * wherever it is, which may write what was typed there; then a run of the history begins. */
EtpHistory *etp_canvas_begin_adding (EtpCanvas *self);
/* Begins with a node that was just added in that run: if nothing is typed, the node goes again, and what
 * was selected before is selected again. */
void etp_canvas_edit_new (EtpCanvas *self, EtpNode *node);
/* The same for a phase or a lane, which stays: Escape, or no name at all, leaves the one that it was
 * added with. */
void etp_canvas_edit_new_head (EtpCanvas *self, EtpNode *node);
/* All of the text is selected, so that typing replaces it; nothing if nothing is being typed. */
void etp_canvas_select_typed (EtpCanvas *self);
/* Records what was typed and puts the widget away; cancel: takes it back instead. */
void etp_canvas_end_editing (EtpCanvas *self, gboolean cancel);
/* TRUE if a point of the widget is on the text widget. */
gboolean etp_canvas_is_on_editor (EtpCanvas *self, double x, double y);

/* For the canvas' layout, painting and end. */
void etp_canvas_allocate_editor (EtpCanvas *self);
void etp_canvas_snapshot_editor (EtpCanvas *self, GtkSnapshot *snapshot);
void etp_canvas_update_editor (EtpCanvas *self); /* the journey was committed to */
void etp_canvas_dispose_editor (EtpCanvas *self);

/* etp-canvas-editor-place.c: where the text of a field stands on an item, and how it looks. */
typedef struct
{
  EtpRect rect; /* in the item: of the text; its height is that of what is there, at least a line */
  EtpFont font;
  double line_height;
  EtpRgba ink, surface;
} EtpTextSpot;

/* position: of the field among those of the item, 0 for its title. value: what the field holds. */
void etp_text_spot_find (
    const EtpItem *item, EtpStyle *style, guint position, const char *value, EtpTextSpot *spot);

G_END_DECLS
