/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-late-menu.h"

#include "etp-menu-fit.h"

static gboolean
give_back_keyboard (gpointer user_data)
{
  GtkWidget *button = user_data;
  GtkRoot *root = gtk_widget_get_root (button);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_grab_focus (button);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8: a menu that closes on the page of a submenu leaves the keyboard nowhere, and then no key
 * does anything. Not at once: what the menu's entry does comes first. */
static void
on_closed (GtkMenuButton *button)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, give_back_keyboard, g_object_ref (button),
                   g_object_unref);
}

/* Called each time that the menu opens. */
static void
create (GtkMenuButton *button, gpointer user_data)
{
  GMenuModel *model = user_data;

  if (gtk_menu_button_get_menu_model (button) != model)
    {
      gtk_menu_button_set_menu_model (button, model);
      g_signal_connect_object (gtk_menu_button_get_popover (button), "closed",
                               G_CALLBACK (on_closed), button, G_CONNECT_SWAPPED);
    }
  etp_menu_fit (gtk_menu_button_get_popover (button), GTK_WIDGET (button));
}

void
etp_late_menu_set (GtkMenuButton *button, GMenuModel *model)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_menu_button_set_menu_model (button, NULL);
  if (model != NULL)
    gtk_menu_button_set_create_popup_func (button, create, g_object_ref (model), g_object_unref);
  else
    gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}
