/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: making items and cells. */
#pragma once

#include "etp-scene.h"

G_BEGIN_DECLS

/* A draft is an item in the making. All coordinates are in the item. Colours 0 draw nothing.
 * Every function that sets text returns the height that the text takes. Strokes lie on the edge,
 * half inside and half outside. */
typedef struct _EtpDraft EtpDraft;

EtpDraft *etp_draft_new (EtpItemKind kind, EtpStyle *style, EtpMeasurer *measurer);
void etp_draft_set_node (EtpDraft *self, const char *node_id, gint field, const char *sub);
void etp_draft_set_name (EtpDraft *self, const char *name);
void etp_draft_set_note (EtpDraft *self, const char *note);
void etp_draft_set_place (EtpDraft *self, EtpLayer layer, EtpPin pin, EtpCan can);
/* Coarsest detail for the marks that follow (default: ETP_DETAIL_BLOCKS for boxes and paths,
 * ETP_DETAIL_TITLES for text and icons) and whether text becomes bars beyond it. */
void etp_draft_set_detail (EtpDraft *self, EtpDetail detail, gboolean bar);
void etp_draft_reset_detail (EtpDraft *self); /* back to the default */

void etp_draft_box (
    EtpDraft *self, EtpRect rect, double radius, EtpRgba fill, EtpRgba stroke, double stroke_width);
void etp_draft_circle (EtpDraft *self,
                       double x,
                       double y,
                       double radius,
                       EtpRgba fill,
                       EtpRgba stroke,
                       double stroke_width);
/* The surface of a card: soft 1 px shadow, fill and hairline ring. */
void etp_draft_card (EtpDraft *self, EtpRect rect, double radius, EtpRgba fill, EtpRgba ring);
/* The height of the surface that was drawn first, once what stands on it is known: all boxes of
 * height 0 at the start get it. */
void etp_draft_set_card_height (EtpDraft *self, double height);
/* Text in a box of this width, broken into lines. Width 0: on one line, and x is where it starts,
 * has its middle or ends, as align says. */
double etp_draft_text (EtpDraft *self,
                       double x,
                       double y,
                       double width,
                       const char *text,
                       EtpType type,
                       EtpRgba ink,
                       EtpAlign align);
/* Width of text on one line in this type. */
double etp_draft_text_width (EtpDraft *self, const char *text, EtpType type);
void etp_draft_icon (EtpDraft *self, EtpIcon icon, EtpRect rect, EtpRgba ink);
void etp_draft_image (EtpDraft *self, const char *asset_id, EtpRect rect, double radius);
void etp_draft_line (EtpDraft *self,
                     double x0,
                     double y0,
                     double x1,
                     double y1,
                     EtpRgba stroke,
                     double width,
                     EtpStroke dash);
/* A pill with text: returns its width; its height is 22. x is its left edge (or centre, end). */
double etp_draft_pill (EtpDraft *self,
                       double x,
                       double y,
                       const char *text,
                       EtpRgba surface,
                       EtpRgba ink,
                       EtpAlign align);

/* Paths: move/line/curve/close, then stroke or fill takes the path so far. */
void etp_draft_move_to (EtpDraft *self, double x, double y);
void etp_draft_line_to (EtpDraft *self, double x, double y);
void etp_draft_curve_to (
    EtpDraft *self, double x1, double y1, double x2, double y2, double x3, double y3);
void etp_draft_close (EtpDraft *self);
void etp_draft_stroke (EtpDraft *self, EtpRgba color, double width, EtpStroke dash);
void etp_draft_fill (EtpDraft *self, EtpRgba color, EtpFill fill);

/* Frees the draft; width and height are the item's bounds. */
EtpItem *etp_draft_finish (EtpDraft *self, double width, double height, guint64 stamp);

/* Mixing what an item depends on into one stamp. */
guint64 etp_stamp_mix (guint64 stamp, guint64 more);
guint64 etp_stamp_text (guint64 stamp, const char *text);
guint64 etp_stamp_number (guint64 stamp, double number);

G_END_DECLS
