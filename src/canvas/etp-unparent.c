/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-unparent.h"

#include "etp-buttons.h"

#define WAIT_MS 250

static void
unparent (GtkWidget *widget)
{
  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_unparent (widget);
}

static gboolean
on_waited (gpointer user_data)
{
  GtkWidget *widget = user_data;

  if (gtk_widget_get_parent (widget) != NULL && etp_buttons_are_down (widget))
    return G_SOURCE_CONTINUE;
  unparent (widget);
  return G_SOURCE_REMOVE;
}

void
etp_unparent_later (GtkWidget *widget)
{
  GtkWidget *parent;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  parent = gtk_widget_get_parent (widget);
  if (parent == NULL)
    return;
  g_signal_connect_object (parent, "destroy", G_CALLBACK (unparent), widget, G_CONNECT_SWAPPED);
  g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, WAIT_MS, on_waited, g_object_ref (widget),
                      g_object_unref);
}
