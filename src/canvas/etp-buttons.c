/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-buttons.h"

#define WAIT_MS 50

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

  /* A popover that is closed may have no surface of its own. */
  native = GTK_NATIVE (gtk_widget_get_root (widget));
  surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  if (surface == NULL || pointer == NULL)
    return FALSE;
  /* The modifiers that a pointer tells of itself are none in GTK 4.8, whatever is held. */
  gdk_surface_get_device_position (surface, pointer, NULL, NULL, &held);
  return (held & BUTTONS) != 0;
}

typedef struct
{
  GtkWidget *widget; /* owned */
  EtpButtonsFunc function;
  gpointer data; /* owned, as destroy says */
  GDestroyNotify destroy;
} Call;

static void
call_clear (gpointer user_data)
{
  Call *call = user_data;

  if (call->destroy != NULL && call->data != NULL)
    call->destroy (call->data);
  g_object_unref (call->widget);
}

static void
call_release (gpointer user_data)
{
  g_rc_box_release_full (user_data, call_clear);
}

static gboolean
on_up (gpointer user_data)
{
  Call *call = user_data;

  if (gtk_widget_get_root (call->widget) != NULL)
    etp_buttons_call_when_up (call->widget, call->function, g_steal_pointer (&call->data),
                              call->destroy);
  return G_SOURCE_REMOVE;
}

/* The button may be up without anybody having heard of it: what comes of that goes first. */
static gboolean
on_waited (gpointer user_data)
{
  Call *call = user_data;

  if (etp_buttons_are_down (call->widget))
    return G_SOURCE_CONTINUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_up, g_rc_box_acquire (call), call_release);
  return G_SOURCE_REMOVE;
}

void
etp_buttons_call_when_up (GtkWidget *widget,
                          EtpButtonsFunc function,
                          gpointer data,
                          GDestroyNotify destroy)
{
  Call *call;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!etp_buttons_are_down (widget))
    {
      function (widget, data);
      if (destroy != NULL)
        destroy (data);
      return;
    }
  call = g_rc_box_new (Call);
  *call = (Call){ g_object_ref (widget), function, data, destroy };
  g_timeout_add_full (G_PRIORITY_DEFAULT, WAIT_MS, on_waited, call, call_release);
}
