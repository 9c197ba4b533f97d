/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-paint.h"
#include "scene/etp-pages.h"

G_BEGIN_DECLS

/* Paints a page with its ground, upper left corner at (0, 0) of the user space, in page units
 * (1/96 inch). zoom: device pixels for a page unit, so that a small preview leaves out what nobody
 * could see; 0: paper, where everything is drawn. The painter is that of the pages' journey. */
void etp_paint_page (EtpPainter *self, cairo_t *cr, const EtpPage *page, double zoom);

/* The same step by step, for formats that wrap texts in something, between cairo_save () and
 * cairo_restore (): the ground; into a part, so that the user space becomes that of its scene; and
 * there, what lies outside its source is clipped. */
void etp_paint_page_ground (cairo_t *cr, const EtpPage *page);
void etp_paint_enter_part (cairo_t *cr, const EtpPagePart *part);
void etp_paint_clip_part (cairo_t *cr, const EtpPagePart *part);
/* Whether nothing of the scene is clipped. */
gboolean etp_page_part_is_whole (const EtpPagePart *part);

G_END_DECLS
