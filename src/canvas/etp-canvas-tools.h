/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: what can be done with the pressed primary button (or a finger). One gesture
 * listens; the first tool of the table in etp-canvas-tools.c that takes the press gets all that
 * follows. A tool previews while it is dragged and calls one verb when it is finished; a cancelled
 * one leaves no trace. Cards that leave the canvas are the drag source's, which is no tool. */
#pragma once

#include "etp-canvas.h"

G_BEGIN_DECLS

typedef struct
{
  double x0, y0; /* where it was pressed, in pixels of the widget */
  double x, y; /* where the pointer is */
  double x0_map, y0_map; /* the same two on the map, whatever was scrolled since */
  double x_map, y_map;
  GdkModifierType modifiers; /* as of now */
  GdkDevice *device; /* that drags; borrowed */
  EtpItemRef item; /* the focusable item that was pressed; good until the next commit */
} EtpCanvasDrag;

typedef struct
{
  const char *name; /* for messages and tests */
  /* TRUE: this tool wants the drag that begins with this press. Changes nothing yet. */
  gboolean (*take) (EtpCanvas *canvas, const EtpCanvasDrag *drag);
  /* The pointer has moved by more than the drag threshold, or again; may be NULL. */
  void (*update) (EtpCanvas *canvas, const EtpCanvasDrag *drag);
  /* Released. Only after update was called at least once; else the press was a click. */
  void (*finish) (EtpCanvas *canvas, const EtpCanvasDrag *drag);
  /* Escape, a lost grab, or another journey: put the preview away. */
  void (*cancel) (EtpCanvas *canvas);
  /* What is shown above the map meanwhile, in pixels of the widget; may be NULL. */
  void (*snapshot) (EtpCanvas *canvas, GtkSnapshot *snapshot);
  /* TRUE: the map does not scroll along at the edges now; may be NULL: it does. */
  gboolean (*stays) (EtpCanvas *canvas);
  const char *cursor; /* while dragging; NULL: the usual one */
  /* The cursor's name where a press would begin something that cannot be seen otherwise (the edge
   * of a column), else NULL. Called when the pointer moves; may be NULL. */
  const char *(*hover) (EtpCanvas *canvas, double x, double y);
} EtpCanvasTool;

/* Defined one a file: etp-canvas-tool-<name>.c */
extern const EtpCanvasTool etp_canvas_tool_band, etp_canvas_tool_cards, etp_canvas_tool_edges,
    etp_canvas_tool_heads, etp_canvas_tool_point, etp_canvas_tool_span;

void etp_canvas_add_tools (EtpCanvas *self); /* the gesture */
/* Puts away what is being dragged; FALSE if nothing is. */
gboolean etp_canvas_cancel_tool (EtpCanvas *self);
/* The journey has changed by other means, such as a key, while the pointer holds a part of it, which
 * may be gone: it is put away. What the press itself brings about, such as that a text loses the
 * keyboard and is written, does not count. */
void etp_canvas_release_changed (EtpCanvas *self);
const EtpCanvasTool *etp_canvas_get_tool (EtpCanvas *self); /* that is dragging; NULL */
void etp_canvas_snapshot_tool (EtpCanvas *self, GtkSnapshot *snapshot);

/* The cursor of the first tool that has one for this place; NULL: none. */
const char *etp_canvas_get_hover_cursor (EtpCanvas *self, double x, double y);

/* How many pixels a frame the map scrolls while something is held at this place: 0 away from the
 * edges. */
void etp_canvas_get_edge_scroll (EtpCanvas *self, double x, double y, double *dx, double *dy);

/* A point of the widget on the map, and back. */
void etp_canvas_to_map (EtpCanvas *self, double x, double y, double *x_map, double *y_map);
void etp_canvas_from_map (EtpCanvas *self, double x_map, double y_map, double *x, double *y);

G_END_DECLS
