/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-tooltip.h"

#define SEEN "etp-tooltip-seen"

static void
on_realized (GtkWidget *window)
{
  cairo_region_t *nothing = cairo_region_create ();

  gdk_surface_set_input_region (gtk_native_get_surface (GTK_NATIVE (window)), nothing);
  cairo_region_destroy (nothing);
}

/* The toolkit has one window for all tooltips, which it lends to the window or popover that the pointer
 * is in, and makes a surface for it after somebody was asked for a tooltip. */
static gboolean
on_query (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkNative *native = gtk_widget_get_native (g_value_get_object (&values[0]));
  GtkWidget *child = native != NULL ? gtk_widget_get_last_child (GTK_WIDGET (native)) : NULL;

  while (child != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkTooltipWindow"))
    child = gtk_widget_get_prev_sibling (child);
  if (child == NULL || g_object_get_data (G_OBJECT (child), SEEN) != NULL)
    return TRUE;
  g_object_set_data (G_OBJECT (child), SEEN, child);
  g_signal_connect_after (child, "realize", G_CALLBACK (on_realized), NULL);
  if (gtk_widget_get_realized (child))
    on_realized (child);
  return TRUE;
}

void
etp_compat_tooltip_init (void)
{
  gpointer widgets = g_type_class_ref (GTK_TYPE_WIDGET); /* which makes their signals */

  g_signal_add_emission_hook (g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET), 0, on_query, NULL,
                              NULL);
  g_type_class_unref (widgets);
}
