/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-geometry.h"

#include <math.h>

/* Rectangles and colours. Rectangles are half-open: a point on the right or bottom edge is outside,
 * so that two that touch do not share a point. */

gboolean
etp_rect_intersects (const EtpRect *a, const EtpRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

gboolean
etp_rect_contains (const EtpRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

EtpRect
etp_rect_union (const EtpRect *a, const EtpRect *b)
{
  double x0 = MIN (a->x, b->x);
  double y0 = MIN (a->y, b->y);
  double x1 = MAX (a->x + a->width, b->x + b->width);
  double y1 = MAX (a->y + a->height, b->y + b->height);

  if (a->width <= 0 && a->height <= 0)
    return *b;
  if (b->width <= 0 && b->height <= 0)
    return *a;
  return (EtpRect){ x0, y0, x1 - x0, y1 - y0 };
}

EtpRgba
etp_rgba_parse (const char *text)
{
  guint32 rgb = 0;

  if (text == NULL || text[0] != '#')
    return 0;
  for (guint i = 1; i <= 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return 0;
      rgb = rgb << 4 | (guint32) digit;
    }
  return text[7] == '\0' ? rgb << 8 | 0xff : 0;
}

static guint
mix_channel (EtpRgba over, EtpRgba under, guint shift, double share)
{
  double a = over >> shift & 0xff;
  double b = under >> shift & 0xff;

  return (guint) lround (a * share + b * (1 - share));
}

EtpRgba
etp_rgba_mix (EtpRgba over, EtpRgba under, double share)
{
  share = CLAMP (share, 0.0, 1.0);
  return mix_channel (over, under, 24, share) << 24 | mix_channel (over, under, 16, share) << 16
         | mix_channel (over, under, 8, share) << 8 | 0xff;
}

EtpRgba
etp_rgba_with_alpha (EtpRgba color, double alpha)
{
  return (color & 0xffffff00u) | (guint32) lround (CLAMP (alpha, 0.0, 1.0) * 255);
}

static double
linear_channel (EtpRgba color, guint shift)
{
  double value = (color >> shift & 0xff) / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance, WCAG 2.1. */
static double
get_luminance (EtpRgba color)
{
  return 0.2126 * linear_channel (color, 24) + 0.7152 * linear_channel (color, 16)
         + 0.0722 * linear_channel (color, 8);
}

double
etp_rgba_contrast (EtpRgba a, EtpRgba b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

EtpRgba
etp_rgba_ink_on (EtpRgba color)
{
  const EtpRgba black = 0x000000ff;
  const EtpRgba white = 0xffffffff;

  return etp_rgba_contrast (white, color) >= etp_rgba_contrast (black, color) ? white : black;
}
