/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: phase heads and lane heads under the pointer. One of them is dragged to another
 * place (etp-canvas-tool-heads.c) or by its far edge to another size (etp-canvas-tool-edges.c). */
#pragma once

#include "etp-canvas.h"
#include "scene/etp-heads.h"

G_BEGIN_DECLS

/* What is being dragged; list is ETP_N_LISTS while nothing is. */
typedef struct
{
  EtpListKind list; /* ETP_LIST_PHASES or ETP_LIST_LANES */
  char *node_id; /* owned */
  double grab_x, grab_y; /* where in the head it was pressed, in pixels */
  guint gap; /* where it would come to lie; see etp-heads.h */
  double size; /* that the document would say, in map units of the usual style; NAN: none */
} EtpCanvasHeadDrag;

/* Begins with the item that was pressed; FALSE if that is no head, or nothing may be changed. */
gboolean etp_canvas_head_drag_begin (EtpCanvas *self, EtpItemRef item, double x, double y);
void etp_canvas_head_drag_end (EtpCanvas *self);
/* The node that is dragged, or NULL if it is there no more; borrowed. */
EtpNode *etp_canvas_head_drag_get_node (EtpCanvas *self);

/* The node whose far edge lies at a point of the widget, or NULL; borrowed. */
EtpNode *etp_canvas_find_head_edge (EtpCanvas *self, double x, double y);
/* A double click: the edge's column or row gets its own size again. FALSE: there is no edge. */
gboolean etp_canvas_reset_head_edge (EtpCanvas *self, double x, double y);

/* Commands of heads: the window's of the phase or lane whose head is selected. FALSE: none is. */
gboolean etp_canvas_add_beside_head (EtpCanvas *self); /* a phase after, a lane below */
gboolean etp_canvas_duplicate_head (EtpCanvas *self);
/* The same; the bell rings where no head is selected. */
void etp_canvas_grow_head (EtpCanvas *self);
void etp_canvas_shrink_head (EtpCanvas *self);
void etp_canvas_collapse_head (EtpCanvas *self);
void etp_canvas_hide_head (EtpCanvas *self);
void etp_canvas_color_head (EtpCanvas *self);

G_END_DECLS
