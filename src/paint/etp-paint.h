/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-text.h"
#include "scene/etp-scene.h"
#include "model/etp-journey.h"

G_BEGIN_DECLS

/* What the pointer and the keyboard do to an item; all zero on paper. */
typedef struct
{
  EtpDetail detail;
  gboolean hover, selected, focused, drop_target, faded;
  gboolean related; /* lights up with something that is selected or hovered over */
} EtpPaintState;

/* EtpPainter: the one painter, for screen, print, PDF and PNG: text, decoded pictures and the
 * style that states are drawn in. One for each thread. */
#define ETP_TYPE_PAINTER (etp_painter_get_type ())
G_DECLARE_FINAL_TYPE (EtpPainter, etp_painter, ETP, PAINTER, GObject)

/* journey (or NULL) is where pictures are looked up; borrowed weakly. */
EtpPainter *etp_painter_new (EtpText *text, EtpJourney *journey);
EtpText *etp_painter_get_text (EtpPainter *self);
/* From then on for a screen, where nothing may block; without it every picture is there at once, and
 * as exact as in a file. A worker decodes pictures, about as large as they are shown. Until one is
 * there a place for it is painted, or it with fewer pixels; then the signal "picture-ready" with the
 * asset's id (const char *) asks to paint anew what shows it. */
void etp_painter_decode_later (EtpPainter *self);
/* TRUE: a picture that was painted is still to come. */
gboolean etp_painter_is_decoding (EtpPainter *self);
EtpDetail etp_detail_for_zoom (double zoom);

/* How far the rings of a state reach beyond the item's bounds: what the screen has to bake and to
 * redraw around them, in map units. */
#define ETP_PAINT_STATE_MARGIN 5.0

/* Paints the item with its origin at (0, 0) of the user space, in map units. state NULL: paper. */
void etp_paint_item (
    EtpPainter *self, cairo_t *cr, EtpItem *item, EtpStyle *style, const EtpPaintState *state);
/* On paper, for formats that wrap each text in something: first everything but texts of a layer of
 * a cell that meets area (NULL: all), shapes of the same look of cards beside each other in one
 * path; then the texts of each item, those among the marks [first, first + n) with the item's origin
 * at (0, 0), which is that of area then. */
void etp_paint_decoration (EtpPainter *self,
                           cairo_t *cr,
                           EtpScene *scene,
                           guint cell,
                           EtpLayer layer,
                           const EtpRect *area);
void etp_paint_texts (EtpPainter *self,
                      cairo_t *cr,
                      EtpItem *item,
                      EtpStyle *style,
                      guint first,
                      guint n,
                      const EtpRect *area);
/* Paints all of the scene that meets area (NULL: all), no state, nothing pinned. */
void etp_paint_scene (
    EtpPainter *self, cairo_t *cr, EtpScene *scene, const EtpRect *area, EtpDetail detail);

/* How strokes and hatches look, for the painter and for writers of other formats. Fills dashes
 * with on and off lengths and returns their number: 0 or 2. */
guint etp_stroke_get_dashes (EtpStroke stroke, double width, double dashes[2]);
gboolean etp_stroke_is_round (EtpStroke stroke, double width); /* ends and corners */
#define ETP_HATCH_PERIOD 8.0 /* of the 45° lines, along x */
#define ETP_HATCH_WIDTH 1.1

G_END_DECLS
