/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-frame.h"

#include <adwaita.h>

GtkWidget *
etp_compat_frame_new (GtkWidget *top, GtkWidget *content, GtkWidget *bottom)
{
#if ADW_CHECK_VERSION(1, 4, 0)
  GtkWidget *frame = adw_toolbar_view_new ();

  if (top != NULL)
    {
      adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (frame), top);
      adw_toolbar_view_set_top_bar_style (ADW_TOOLBAR_VIEW (frame), ADW_TOOLBAR_RAISED_BORDER);
    }
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (frame), content);
  if (bottom != NULL)
    {
      adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (frame), bottom);
      adw_toolbar_view_set_bottom_bar_style (ADW_TOOLBAR_VIEW (frame), ADW_TOOLBAR_RAISED_BORDER);
    }
#else
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (top != NULL)
    gtk_box_append (GTK_BOX (frame), top);
  gtk_box_append (GTK_BOX (frame), content);
  gtk_widget_set_vexpand (content, TRUE);
  if (bottom != NULL)
    {
      gtk_widget_add_css_class (bottom, "bottom-bar");
      gtk_box_append (GTK_BOX (frame), bottom);
    }
#endif
  return frame;
}
