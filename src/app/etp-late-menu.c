/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-late-menu.h"

#include "etp-menu-fit.h"

/* Called each time that the menu opens. */
static void
create (GtkMenuButton *button, gpointer user_data)
{
  GMenuModel *model = user_data;

  if (gtk_menu_button_get_menu_model (button) != model)
    gtk_menu_button_set_menu_model (button, model);
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
