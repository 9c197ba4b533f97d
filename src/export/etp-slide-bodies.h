/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: the running text of a slide, gathered for the placeholders of its layout. */
#pragma once

#include "etp-slide-shapes.h"
#include "scene/etp-slide-frame.h"

G_BEGIN_DECLS

#define ETP_SLIDE_MOST_BODIES 4

/* Where the bodies of a slide are, from left to right: what its layout has to have. */
typedef struct
{
  guint n;
  EtpRect rects[ETP_SLIDE_MOST_BODIES]; /* page units; all of them have the letters of their first
                                           line at the top, as programs for presentations set it */
} EtpSlideBodies;

/* Whether slides of this kind have running text at all. */
gboolean etp_slide_has_bodies (const EtpPage *page);

/* Makes columns of texts on nothing one ETP_SHAPE_BODY each, where texts are read from top to bottom:
 * findings, scope, personas, decisions, changes, method, and what is below the title of the first
 * slide. Bullets, numbers and signs of evidence become those of paragraphs; cards, charts, tables
 * and figures stay what they are. frame: of somebody else's slides, whose first one is filled in another way, or
 * NULL. */
void etp_slide_bodies_gather (EtpSlideBodies *self, EtpShapeList *list, const EtpSlideFrame *frame);
/* The same places, within what a layout may differ. */
gboolean etp_slide_bodies_equal (const EtpSlideBodies *a, const EtpSlideBodies *b);

G_END_DECLS
