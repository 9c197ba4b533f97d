/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-drop-site.h"

/* GTK 4.8 holds on to a drop, also to one that was finished, until something else is dragged into the
 * window; only then all below the pointer's last place are told that it has left. When what was there has
 * been hidden or has gone meanwhile, that place is another one, and those above the old one are not told:
 * they would take the next drop for the old one, and refuse it. So there is a new target for each drag
 * that comes into the window, which hears of it first. */

typedef struct
{
  GtkWidget *widget; /* the owner */
  const EtpDropSite *site; /* borrowed */
  GdkContentFormats *formats; /* owned */
  GdkDragAction actions;
  GtkEventController *target; /* borrowed from widget */
  GtkEventController *watch; /* weak; of the window, while widget is realized */
} Place;

static void
connect (GtkEventController *target, const char *signal, GCallback handler, GtkWidget *widget)
{
  if (handler != NULL)
    g_signal_connect (target, signal, handler, widget);
}

static void
add_target (Place *self)
{
  GtkDropTargetAsync *target;

  target = gtk_drop_target_async_new (gdk_content_formats_ref (self->formats), self->actions);
  self->target = GTK_EVENT_CONTROLLER (target);
  connect (self->target, "accept", self->site->accept, self->widget);
  connect (self->target, "drag-enter", self->site->drag_motion, self->widget);
  connect (self->target, "drag-motion", self->site->drag_motion, self->widget);
  connect (self->target, "drag-leave", self->site->drag_leave, self->widget);
  connect (self->target, "drop", self->site->drop, self->widget);
  gtk_widget_add_controller (self->widget, self->target);
}

static void
on_enter (GtkDropControllerMotion *watch, double x, double y, Place *self)
{
  gtk_widget_remove_controller (self->widget, self->target);
  gtk_widget_unset_state_flags (self->widget, GTK_STATE_FLAG_DROP_ACTIVE);
  add_target (self);
}

static void
on_realize (GtkWidget *widget, Place *self)
{
  GtkEventController *watch = gtk_drop_controller_motion_new ();

  g_signal_connect (watch, "enter", G_CALLBACK (on_enter), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), watch);
  g_set_weak_pointer (&self->watch, watch);
}

static void
on_unrealize (GtkWidget *widget, Place *self)
{
  GtkWidget *window = self->watch != NULL ? gtk_event_controller_get_widget (self->watch) : NULL;

  if (window != NULL)
    gtk_widget_remove_controller (window, self->watch);
  g_clear_weak_pointer (&self->watch);
}

static void
free_place (gpointer place)
{
  Place *self = place;

  g_clear_weak_pointer (&self->watch);
  gdk_content_formats_unref (self->formats);
  g_free (self);
}

void
etp_drop_site_add (GtkWidget *widget,
                   GdkContentFormats *formats,
                   GdkDragAction actions,
                   const EtpDropSite *site)
{
  Place *self;

  g_return_if_fail (GTK_IS_WIDGET (widget) && !gtk_widget_get_realized (widget));
  g_return_if_fail (formats != NULL);
  g_return_if_fail (site != NULL);

  self = g_new0 (Place, 1);
  self->widget = widget;
  self->site = site;
  self->formats = formats;
  self->actions = actions;
  add_target (self);
  g_signal_connect (widget, "realize", G_CALLBACK (on_realize), self);
  g_signal_connect (widget, "unrealize", G_CALLBACK (on_unrealize), self);
  g_object_set_data_full (G_OBJECT (widget), "etp-drop-site", self, free_place);
}
