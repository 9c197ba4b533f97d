/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of a picture is taken, and how that part is moved and drawn larger or smaller. All
 * lengths are pixels of the picture. A cut always lies within its picture. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} EtpImageCut;

typedef enum
{
  ETP_IMAGE_EDGE_LEFT = 1 << 0,
  ETP_IMAGE_EDGE_RIGHT = 1 << 1,
  ETP_IMAGE_EDGE_TOP = 1 << 2,
  ETP_IMAGE_EDGE_BOTTOM = 1 << 3,
} EtpImageEdge;

/* No side of a cut gets shorter, unless the picture is. */
#define ETP_IMAGE_CUT_SHORTEST 16.0

/* The picture that is cut, and what its parts look like. */
typedef struct
{
  double width, height; /* > 0 */
  double ratio; /* width / height of every cut; 0: any */
} EtpImageFrame;

/* The largest cut, in the middle. */
EtpImageCut etp_image_cut_largest (const EtpImageFrame *frame);
/* The cut, moved as far as the picture goes. */
EtpImageCut
etp_image_cut_moved (const EtpImageCut *self, const EtpImageFrame *frame, double dx, double dy);
/* The cut with edges (EtpImageEdge, one or two that meet) drawn by a distance; the opposite ones
 * stay. One edge alone keeps the other side's middle where the ratio is fixed. */
EtpImageCut etp_image_cut_drawn (
    const EtpImageCut *self, const EtpImageFrame *frame, guint edges, double dx, double dy);
/* The cut around its middle, with both sides times factor, as far as the picture goes. */
EtpImageCut
etp_image_cut_scaled (const EtpImageCut *self, const EtpImageFrame *frame, double factor);
/* A cut of that ratio about where the cut is, as large as that allows. */
EtpImageCut etp_image_cut_fitted (const EtpImageCut *self, const EtpImageFrame *frame);

G_END_DECLS
