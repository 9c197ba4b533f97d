/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-geometry.h"

G_BEGIN_DECLS

/* Where things lie on slides whose look is somebody else's: a company's master has the title, the
 * foot and all ornament, a deck fills the room that is left. Map units, 1/96 inch. */
typedef struct
{
  double width, height; /* of a slide */
  EtpRect title, content;
  EtpRect cover_title, cover; /* the same on the first slide */
} EtpSlideFrame;

/* Takes away what an obstacle covers, so that as much as possible is left of a room that is still a
 * rectangle. */
void etp_slide_frame_avoid (EtpRect *room, const EtpRect *obstacle);

G_END_DECLS
