/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-about.h"

#include <adwaita.h>

#if ADW_CHECK_VERSION(1, 5, 0)
#define ABOUT_TYPE ADW_TYPE_ABOUT_DIALOG
#else
#define ABOUT_TYPE ADW_TYPE_ABOUT_WINDOW
#define WIDE 300 /* px */

/* The window asks for as much as a narrow screen has, to which its borders come, and for the buttons of a
 * page that is not shown: what to tell when something does not work. */
static void
make_narrow (GtkWidget *widget)
{
  int width, height;

  gtk_widget_get_size_request (widget, &width, &height);
  if (width >= WIDE)
    gtk_widget_set_size_request (widget, -1, height);
  if (GTK_IS_ACTION_BAR (widget))
    gtk_widget_set_visible (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    make_narrow (child);
}
#endif

void
etp_compat_show_about (GtkWindow *parent, const EtpAbout *about)
{
  /* Both have the same properties. */
  GObject *shell = g_object_new (ABOUT_TYPE, "application-name", about->name, "application-icon",
                                 about->icon_name, "version", about->version, "comments",
                                 about->comments, "developer-name", about->developer, "copyright",
                                 about->copyright, "license-type", GTK_LICENSE_GPL_3_0,
                                 "translator-credits", about->translators, NULL);

#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (shell), GTK_WIDGET (parent));
#else
  make_narrow (GTK_WIDGET (shell));
  gtk_window_set_transient_for (GTK_WINDOW (shell), parent);
  gtk_window_set_modal (GTK_WINDOW (shell), TRUE);
  gtk_window_present (GTK_WINDOW (shell));
#endif
}
