/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-buttons.h"

#define BUTTONS                                                                                    \
  (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK | GDK_BUTTON4_MASK | GDK_BUTTON5_MASK)

gboolean
etp_buttons_are_down (GtkWidget *widget)
{
  GtkNative *native;
  GdkSurface *surface;
  GdkSeat *seat;
  GdkDevice *pointer;
  GdkModifierType held = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  native = gtk_widget_get_native (widget);
  surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  if (surface == NULL || pointer == NULL)
    return FALSE;
  /* The modifiers that a pointer tells of itself are none in GTK 4.8, whatever is held. */
  gdk_surface_get_device_position (surface, pointer, NULL, NULL, &held);
  return (held & BUTTONS) != 0;
}
