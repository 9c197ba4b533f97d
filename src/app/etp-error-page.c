/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-error-page.h"

#include <glib/gi18n-lib.h>

#include "file/etp-file-error.h"
#include "app/compat/etp-compat-mnemonic.h"

struct _EtpErrorPage
{
  GtkWidget parent;

  /* template children */
  GtkWidget *content;
  GtkLabel *name, *place, *reason;

  /* owned */
  char *message; /* what is copied: file, place and reason on one line */
};

G_DEFINE_FINAL_TYPE (EtpErrorPage, etp_error_page, GTK_TYPE_WIDGET)

static void
copy_message (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), ETP_ERROR_PAGE (widget)->message);
}

static void
etp_error_page_dispose (GObject *object)
{
  EtpErrorPage *self = ETP_ERROR_PAGE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->message, g_free);
  G_OBJECT_CLASS (etp_error_page_parent_class)->dispose (object);
}

static void
etp_error_page_class_init (EtpErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_error_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ETP_RESOURCE_PATH "/ui/error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EtpErrorPage, content);
  gtk_widget_class_bind_template_child (widget_class, EtpErrorPage, name);
  gtk_widget_class_bind_template_child (widget_class, EtpErrorPage, place);
  gtk_widget_class_bind_template_child (widget_class, EtpErrorPage, reason);
  gtk_widget_class_install_action (widget_class, "error.copy", NULL, copy_message);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
etp_error_page_init (EtpErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  etp_compat_name_buttons (GTK_WIDGET (self));
}

GtkWidget *
etp_error_page_new (void)
{
  return g_object_new (ETP_TYPE_ERROR_PAGE, NULL);
}

char *
etp_error_page_dup_place (const GError *error)
{
  guint line = 0, column = 0;

  etp_file_error_get_place (error, &line, &column);
  if (line == 0)
    return NULL;
  /* Translators: where a file is broken; both %u count from 1. */
  return g_strdup_printf (_ ("Line %u, column %u"), line, column);
}

void
etp_error_page_set_error (EtpErrorPage *self, const char *name, const GError *error)
{
  g_autofree char *place = etp_error_page_dup_place (error);

  g_return_if_fail (ETP_IS_ERROR_PAGE (self));

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->place, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL);
  gtk_label_set_label (self->reason, etp_file_error_get_reason (error));
  g_free (self->message);
  self->message = g_strdup (error->message);
}
