/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-presentation-private.h"

/* The map goes to a monitor that the editor is not on, the notes to one that the map is not on: the editor's,
 * until the two change places. Left alone, desktops open the notes where the pointer is, which may be
 * in the middle of the map. */

static GListModel *
get_monitors (EtpPresentation *self)
{
  return gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
}

/* The monitors that an editor's window touches, if only with its shadow. GDK alone tells but the one
 * that it touched last. */
#define TOUCHED "etp-touched-monitors"

static void
on_enter_monitor (GdkSurface *surface, GdkMonitor *monitor, GtkWindow *editor)
{
  g_ptr_array_add (g_object_get_data (G_OBJECT (editor), TOUCHED), g_object_ref (monitor));
}

static void
on_leave_monitor (GdkSurface *surface, GdkMonitor *monitor, GtkWindow *editor)
{
  g_ptr_array_remove (g_object_get_data (G_OBJECT (editor), TOUCHED), monitor);
}

static void
on_realize (GtkWindow *editor)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (editor));

  g_object_set_data_full (G_OBJECT (editor), TOUCHED,
                          g_ptr_array_new_with_free_func (g_object_unref),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (surface, "enter-monitor", G_CALLBACK (on_enter_monitor), editor, 0);
  g_signal_connect_object (surface, "leave-monitor", G_CALLBACK (on_leave_monitor), editor, 0);
}

void
etp_presentation_watch_editor (GtkWindow *editor)
{
  g_signal_connect_after (editor, "realize", G_CALLBACK (on_realize), NULL);
}

gboolean
etp_presentation_is_built_in (const char *connector)
{
  static const char *const kinds[] = { "eDP", "LVDS", "DSI" };

  for (gsize i = 0; connector != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (connector, kinds[i]))
      return TRUE;
  return FALSE;
}

/* A window at the edge between two: the laptop's own screen is the one that the audience does not see. */
static GdkMonitor *
find_built_in (GtkWindow *window)
{
  GPtrArray *touched = g_object_get_data (G_OBJECT (window), TOUCHED);

  for (guint i = 0; touched != NULL && touched->len > 1 && i < touched->len; i++)
    if (etp_presentation_is_built_in (gdk_monitor_get_connector (touched->pdata[i])))
      return touched->pdata[i];
  return NULL;
}

/* On which a window is; G_MAXUINT if it is not known. */
static guint
find_monitor (EtpPresentation *self, GtkWindow *window)
{
  GListModel *monitors = get_monitors (self);
  GdkSurface *surface = window != NULL ? gtk_native_get_surface (GTK_NATIVE (window)) : NULL;
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (
                        gdk_surface_get_display (surface), surface)
                                    : NULL;

  if (window != NULL && find_built_in (window) != NULL)
    own = find_built_in (window);
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
on_monitors_changed (EtpPresentation *self)
{
  GAction *swap = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "swap-screens");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (swap), etp_presentation_has_screens (self));
}

void
etp_presentation_watch_screens (EtpPresentation *self)
{
  g_signal_connect_object (get_monitors (self), "items-changed", G_CALLBACK (on_monitors_changed),
                           self, G_CONNECT_SWAPPED);
  on_monitors_changed (self);
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
                                                  find_monitor (self, self->editor)));
}

guint
etp_presentation_choose_notes_monitor (guint n, guint own, guint map)
{
  if (n < 2)
    return 0;
  if (own < n && own != map)
    return own;
  return map == 0 ? 1 : 0;
}

void
etp_presentation_place_notes (EtpPresentation *self, GtkWindow *notes)
{
  const guint n = g_list_model_get_n_items (get_monitors (self));
  const guint index = etp_presentation_choose_notes_monitor (n, find_monitor (self, self->editor),
                                                             self->monitor);
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (get_monitors (self), index);

  if (n < 2 || monitor == NULL || find_monitor (self, notes) == index)
    return;
  /* A window of Wayland cannot say where it wants to be; but one that was full screen on a monitor
   * stays on it. */
  gtk_window_fullscreen_on_monitor (notes, monitor);
  gtk_window_unfullscreen (notes);
}

void
etp_presentation_swap_screens (EtpPresentation *self)
{
  const guint n = g_list_model_get_n_items (get_monitors (self));

  if (n < 2)
    return;
  go_to_monitor (self, (self->monitor + 1) % n);
  etp_presentation_move_notes (self);
}
