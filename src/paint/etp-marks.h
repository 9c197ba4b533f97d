/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paint-internal: drawing single marks. */
#pragma once

#include "etp-paint.h"
#include "etp-pictures.h"

G_BEGIN_DECLS

/* What the marks need besides the cairo_t; owned by the painter. */
typedef struct
{
  EtpText *text;
  EtpJourney *journey; /* weak; NULL */
  EtpPictures *pictures;
  EtpPath *icons; /* 2 for each EtpIcon: strokes, fills; verbs NULL: not parsed yet */
} EtpMarkTools;

EtpPath *etp_icon_paths_new (void);
void etp_icon_paths_free (EtpPath *icons);

void etp_mark_set_source (cairo_t *cr, EtpRgba color);
/* Appends a rectangle with rounded corners to the path; radius is cut to what fits. */
void etp_mark_add_box (cairo_t *cr, EtpRect rect, double radius);
/* A mark and where its item's origin lies. */
typedef struct
{
  const EtpMark *mark;
  double x, y;
} EtpMarkAt;

/* TRUE if both can be drawn with one path: boxes or icons of the same look. */
gboolean etp_mark_can_join (const EtpMark *a, const EtpMark *b);
/* Draws marks that can all join the first one, at full detail. */
void etp_mark_paint_joined (
    const EtpMarkTools *tools, cairo_t *cr, const EtpMarkAt *marks, guint n, EtpStyle *style);
/* Draws a mark in its item's coordinates; of a text only the lines that meet clip (NULL: all). */
void etp_mark_paint (const EtpMarkTools *tools,
                     cairo_t *cr,
                     const EtpMark *mark,
                     EtpStyle *style,
                     EtpDetail detail,
                     const EtpRect *clip);

G_END_DECLS
