/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-color.h"

typedef struct
{
  EtpColorFunc func;
  GObject *owner; /* owned */
} Request;

static void
finish_request (Request *request, const GdkRGBA *color)
{
  if (color != NULL)
    request->func (color, request->owner);
  g_object_unref (request->owner);
  g_free (request);
}

static Request *
new_request (EtpColorFunc func, GObject *owner)
{
  Request *request = g_new (Request, 1);

  request->func = func;
  request->owner = g_object_ref (owner);
  return request;
}

#if GTK_CHECK_VERSION(4, 10, 0)

void
etp_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
  gtk_widget_get_color (widget, color);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GdkRGBA *color = gtk_color_dialog_choose_rgba_finish (GTK_COLOR_DIALOG (source), result, NULL);

  finish_request (user_data, color);
  g_clear_pointer (&color, gdk_rgba_free);
}

void
etp_compat_choose_color (
    GtkWindow *parent, const char *title, const GdkRGBA *color, EtpColorFunc func, GObject *owner)
{
  g_autoptr (GtkColorDialog) dialog = gtk_color_dialog_new ();

  gtk_color_dialog_set_title (dialog, title);
  gtk_color_dialog_set_with_alpha (dialog, FALSE);
  gtk_color_dialog_choose_rgba (dialog, parent, color, NULL, on_chosen, new_request (func, owner));
}

#else

void
etp_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
}

static void
on_response (GtkWindow *dialog, int response, gpointer user_data)
{
  GdkRGBA color;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (dialog), &color);
  finish_request (user_data, response == GTK_RESPONSE_OK ? &color : NULL);
  gtk_window_destroy (dialog);
}

void
etp_compat_choose_color (
    GtkWindow *parent, const char *title, const GdkRGBA *color, EtpColorFunc func, GObject *owner)
{
  GtkWidget *dialog = gtk_color_chooser_dialog_new (title, parent);

  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_color_chooser_set_use_alpha (GTK_COLOR_CHOOSER (dialog), FALSE);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (dialog), color);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), new_request (func, owner));
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif
