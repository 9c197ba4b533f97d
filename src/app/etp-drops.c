/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-drops.h"

/* The toolkit asks what lies under the pointer when it moves, and sends the drop to what lies there when
 * the button is released. In between a form may have made room for another one, or a dialog may have
 * opened. When the one that said yes has gone, the toolkit answers nothing. */
static gboolean
on_event (GtkEventController *controller, GdkEvent *event, gpointer user_data)
{
  if (gdk_event_get_event_type (event) != GDK_DROP_START)
    return GDK_EVENT_PROPAGATE;
  gdk_drop_finish (gdk_dnd_event_get_drop (event), 0);
  return GDK_EVENT_STOP;
}

void
etp_drops_refuse_loose (GtkWindow *window)
{
  GtkEventController *last;

  g_return_if_fail (GTK_IS_WINDOW (window));

  last = gtk_event_controller_legacy_new ();
  /* Controllers of a widget are asked in reverse. */
  g_signal_connect (last, "event", G_CALLBACK (on_event), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), last);
}
