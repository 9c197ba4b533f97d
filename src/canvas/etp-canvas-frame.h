/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files that put a frame together. */
#pragma once

#include "etp-canvas-private.h"

G_BEGIN_DECLS

enum
{
  STATE_HOVER = 1 << 0,
  STATE_SELECTED = 1 << 1,
  STATE_FOCUSED = 1 << 2,
  STATE_RELATED = 1 << 3, /* of the same step as what is selected or under the pointer */
};

typedef struct
{
  EtpCanvas *canvas;
  EtpScene *scene;
  EtpRect viewport, pins; /* what is visible, and where pinned items stay in it */
  EtpBitmapLook look;
  gboolean has_offsets; /* something is out of its place */
  int stale_left, missing_left; /* what may still be painted in this frame */
  gboolean shows_focus;
  gboolean has_choice; /* several items are selected */
} EtpFrame;

/* etp-canvas-frame.c: each appends nodes to those of the canvas. Pixels of the widget. */
void etp_frame_add_color (
    EtpFrame *frame, EtpRgba color, double x, double y, double width, double height);
void etp_frame_add_item (EtpFrame *frame, EtpItemRef ref);
/* The items of one layer of a cell as one bitmap. */
void etp_frame_add_cell_layer (EtpFrame *frame, guint index, EtpLayer layer);

G_END_DECLS
