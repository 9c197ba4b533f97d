/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

/* The map is moved by keyboard, whatever is selected. */

#define SCROLL_SHARE 0.15 /* of the window, for one press of Ctrl and an arrow */

static void
pan (EtpCanvas *self, double columns, double rows)
{
  GtkWidget *widget = GTK_WIDGET (self);

  etp_canvas_scroll_by (self, columns * SCROLL_SHARE * gtk_widget_get_width (widget),
                        rows * SCROLL_SHARE * gtk_widget_get_height (widget), ETP_CANVAS_MOTION_MS);
}

void
etp_canvas_pan_left (EtpCanvas *self)
{
  pan (self, -1, 0);
}

void
etp_canvas_pan_right (EtpCanvas *self)
{
  pan (self, 1, 0);
}

void
etp_canvas_pan_up (EtpCanvas *self)
{
  pan (self, 0, -1);
}

void
etp_canvas_pan_down (EtpCanvas *self)
{
  pan (self, 0, 1);
}

void
etp_canvas_page_up (EtpCanvas *self)
{
  pan (self, 0, -0.9 / SCROLL_SHARE);
}

void
etp_canvas_page_down (EtpCanvas *self)
{
  pan (self, 0, 0.9 / SCROLL_SHARE);
}
