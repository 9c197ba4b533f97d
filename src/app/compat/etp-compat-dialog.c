/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-dialog.h"

#include <adwaita.h>

#include "app/etp-shy-title.h"
#include "etp-compat-frame.h"
#include "etp-compat-window.h"

/* The title gives way to the buttons beside it. */
static GtkWidget *
create_frame (const char *title, GtkWidget *content, GtkWidget *start, GtkWidget *end)
{
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_set_title_widget (
      ADW_HEADER_BAR (bar),
      g_object_new (ETP_TYPE_SHY_TITLE, "child", adw_window_title_new (title, NULL), NULL));
  if (start != NULL)
    adw_header_bar_pack_start (ADW_HEADER_BAR (bar), start);
  if (end != NULL)
    adw_header_bar_pack_end (ADW_HEADER_BAR (bar), end);
  return etp_compat_frame_new (bar, content, NULL);
}

#if ADW_CHECK_VERSION(1, 5, 0)

GtkWidget *
etp_compat_dialog_show (GtkWindow *parent,
                        const char *title,
                        GtkWidget *content,
                        GtkWidget *start,
                        GtkWidget *end,
                        int width,
                        int height)
{
  AdwDialog *dialog = adw_dialog_new ();

  adw_dialog_set_title (dialog, title);
  adw_dialog_set_child (dialog, create_frame (title, content, start, end));
  adw_dialog_set_content_width (dialog, width);
  if (height > 0)
    adw_dialog_set_content_height (dialog, height);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
  return GTK_WIDGET (dialog);
}

void
etp_compat_dialog_close (GtkWidget *dialog)
{
  adw_dialog_close (ADW_DIALOG (dialog));
}

#else

GtkWidget *
etp_compat_dialog_show (GtkWindow *parent,
                        const char *title,
                        GtkWidget *content,
                        GtkWidget *start,
                        GtkWidget *end,
                        int width,
                        int height)
{
  GtkWidget *dialog = adw_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  etp_compat_window_init (GTK_WINDOW (dialog));
  gtk_window_set_title (GTK_WINDOW (dialog), title);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), width, height);
  adw_window_set_content (ADW_WINDOW (dialog), create_frame (title, content, start, end));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, keys);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

void
etp_compat_dialog_close (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

#endif
