/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-scroll.h"

/* A touchpad's way in pixels that does as much as one click of a wheel. */
#define CLICK_PX 40.0
/* What GtkScrolledWindow makes of it: there is no way to ask. */
#define FINGER_FACTOR 2.5

double
etp_scroll_get_clicks (GdkScrollUnit unit, double amount)
{
  return unit == GDK_SCROLL_UNIT_WHEEL ? amount : amount / CLICK_PX;
}

double
etp_scroll_get_px (GdkScrollUnit unit, double amount, double click_px)
{
  return amount * (unit == GDK_SCROLL_UNIT_WHEEL ? click_px : FINGER_FACTOR);
}
