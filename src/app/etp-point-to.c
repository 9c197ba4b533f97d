/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-point-to.h"

/* The part of a stretch from start, length long, that lies within the room; a pixel at least. */
static void
clamp (double start, double length, double room, double *shown_start, double *shown_length)
{
  *shown_start = CLAMP (start, 0, MAX (0, room - 1));
  *shown_length = MAX (1, CLAMP (start + length, 0, room) - *shown_start);
}

void
etp_point_to_selection (GtkPopover *popover, EtpCanvas *canvas)
{
  EtpRect bounds, shown;
  GtkWidget *parent;
  graphene_point_t at;

  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (ETP_IS_CANVAS (canvas));

  bounds = etp_canvas_get_item_bounds (canvas, etp_canvas_get_selection (canvas));
  parent = gtk_widget_get_parent (GTK_WIDGET (popover));
  clamp (bounds.x, bounds.width, gtk_widget_get_width (GTK_WIDGET (canvas)), &shown.x,
         &shown.width);
  clamp (bounds.y, bounds.height, gtk_widget_get_height (GTK_WIDGET (canvas)), &shown.y,
         &shown.height);
  if (gtk_widget_compute_point (GTK_WIDGET (canvas), parent,
                                &GRAPHENE_POINT_INIT ((float) shown.x, (float) shown.y), &at))
    gtk_popover_set_pointing_to (
        popover, &(GdkRectangle){ (int) at.x, (int) at.y, (int) shown.width, (int) shown.height });
}
