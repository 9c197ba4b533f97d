/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: where somebody else's master leaves room on its slides, for PPTX and ODP alike. */
#pragma once

#include "scene/etp-slide-frame.h"

G_BEGIN_DECLS

/* What a master or layout has on its slides; lengths are slide units (1/96 inch). */
typedef struct
{
  EtpRect title; /* where titles are */
  EtpRect body; /* width 0: it has no place for texts */
  double inset; /* between the edge of the title's box and its letters */
  GArray *feet; /* of EtpRect: date, footer, number */
  GArray *ornaments; /* of EtpRect: logos, bars, pictures */
} EtpSlidePlan;

void etp_slide_plan_init (EtpSlidePlan *self);
void etp_slide_plan_clear (EtpSlidePlan *self);
void etp_slide_plan_copy (const EtpSlidePlan *self, EtpSlidePlan *copy);

/* The room for content on slides of this size: the place for texts if it is of use, else the slide;
 * without the title, the foot, and ornaments that stand in the way. */
EtpRect etp_slide_plan_find_room (const EtpSlidePlan *self, double width, double height);
/* Whether that is enough to show something. */
gboolean etp_slide_room_is_good (const EtpRect *room, double width, double height);

G_END_DECLS
