/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-presentation-private.h"

/* The map goes to a monitor that the editor is not on, the notes stay where the editor is. */

static GListModel *
get_monitors (EtpPresentation *self)
{
  return gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
}

/* G_MAXUINT if it is not known. */
static guint
find_editors_monitor (EtpPresentation *self)
{
  GListModel *monitors = get_monitors (self);
  GdkSurface *surface = self->editor != NULL ? gtk_native_get_surface (GTK_NATIVE (self->editor))
                                             : NULL;
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (
                        gdk_surface_get_display (surface), surface)
                                    : NULL;

  for (guint i = 0; own != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor == own)
        return i;
    }
  return G_MAXUINT;
}

gboolean
etp_presentation_has_screens (EtpPresentation *self)
{
  return g_list_model_get_n_items (get_monitors (self)) > 1;
}

static void
go_to_monitor (EtpPresentation *self, guint index)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (get_monitors (self), index);
  GdkRectangle place;

  if (monitor == NULL)
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
      return;
    }
  self->monitor = index;
  /* Where nobody manages windows this is all that makes it large. */
  gdk_monitor_get_geometry (monitor, &place);
  gtk_window_set_default_size (GTK_WINDOW (self), place.width, place.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
}

guint
etp_presentation_choose_monitor (guint n, guint own)
{
  if (n < 2)
    return 0;
  /* Not known: the first is most often where people work. */
  return own == 0 || own >= n ? 1 : 0;
}

void
etp_presentation_fill_screen (EtpPresentation *self)
{
  go_to_monitor (self,
                 etp_presentation_choose_monitor (g_list_model_get_n_items (get_monitors (self)),
                                                  find_editors_monitor (self)));
}

void
etp_presentation_swap_screens (EtpPresentation *self)
{
  const guint n = g_list_model_get_n_items (get_monitors (self));

  if (n > 1)
    go_to_monitor (self, (self->monitor + 1) % n);
}
