/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Lengths are map units (1/96 inch) unless a name says otherwise (_px, _pt). y grows downwards. */
typedef struct
{
  double x, y, width, height;
} EtpRect;

/* 0xRRGGBBAA, not premultiplied; 0 is "nothing is drawn". */
typedef guint32 EtpRgba;

gboolean etp_rect_intersects (const EtpRect *a, const EtpRect *b);
gboolean etp_rect_contains (const EtpRect *rect, double x, double y);
EtpRect etp_rect_union (const EtpRect *a, const EtpRect *b);

EtpRgba etp_rgba_parse (const char *text); /* "#rrggbb"; 0 if it is not one */
EtpRgba
etp_rgba_mix (EtpRgba over, EtpRgba under, double share); /* opaque result; share of over, 0…1 */
EtpRgba etp_rgba_with_alpha (EtpRgba color, double alpha);
/* WCAG 2.1 contrast ratio, 1…21, of two opaque colours. */
double etp_rgba_contrast (EtpRgba a, EtpRgba b);
/* Black or white, whichever has more contrast on color. */
EtpRgba etp_rgba_ink_on (EtpRgba color);

G_END_DECLS
