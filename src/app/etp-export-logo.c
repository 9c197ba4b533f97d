/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-file-dialog.h"
#include "model/etp-fields.h"
#include "paint/etp-image-import.h"

/* A logo on each page: the map's own, or a picture that is chosen for this time. */

static gboolean
has_own_logo (EtpJourney *journey)
{
  EtpValue *theme = etp_node_get_value (journey, ETP_JOURNEY_THEME);

  return theme != NULL && etp_record_get_text (etp_value_record (theme), ETP_THEME_LOGO)[0] != '\0';
}

static void
on_logo_changed (GtkSwitch *button, GParamSpec *pspec, EtpExportDialog *self)
{
  self->choice->has_logo = gtk_switch_get_active (button);
  etp_export_dialog_changed (self);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpExportDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImage) image = etp_image_import_finish (result, &error);
  GtkWidget *row = self->dialog != NULL ? gtk_widget_get_ancestor (self->logo, ADW_TYPE_ACTION_ROW)
                                        : NULL;

  if (row != NULL && image == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), error->message);
  if (row != NULL && image != NULL)
    {
      g_clear_pointer (&self->choice->logo_bytes, g_bytes_unref);
      self->choice->logo_bytes = g_bytes_ref (image->bytes);
      self->choice->logo_type = image->type;
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("The chosen picture"));
      gtk_widget_set_sensitive (self->logo, TRUE);
      gtk_switch_set_active (GTK_SWITCH (self->logo), TRUE);
      etp_export_dialog_changed (self);
    }
  etp_export_dialog_unref (self);
}

static void
on_files_chosen (GListModel *files, gpointer user_data)
{
  EtpExportDialog *self = g_object_get_data (user_data, "dialog");
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (self != NULL && self->dialog != NULL)
    etp_image_import_file_async (file, NULL, on_imported, etp_export_dialog_ref (self));
}

static void
on_choose (GtkButton *button, EtpExportDialog *self)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) images = gtk_file_filter_new ();

  gtk_file_filter_set_name (images, _ ("Images"));
  gtk_file_filter_add_mime_type (images, "image/*");
  g_list_store_append (filters, images);
  etp_compat_open_files (GTK_WINDOW (gtk_widget_get_root (self->dialog)), _ ("Choose an Image"),
                         G_LIST_MODEL (filters), NULL, on_files_chosen, G_OBJECT (self->content));
}

void
etp_export_dialog_add_logo (EtpExportDialog *self, GtkWidget *group)
{
  const gboolean has_own = has_own_logo (self->journey);
  GtkWidget *choose = gtk_button_new_from_icon_name ("document-open-symbolic");
  GtkWidget *row;

  self->choice->has_logo &= has_own;
  self->logo = etp_export_dialog_add_switch (
      self, group, _ ("Logo"), has_own ? _ ("The map’s own") : _ ("Choose a picture first."),
      self->choice->has_logo, G_CALLBACK (on_logo_changed));
  gtk_widget_set_sensitive (self->logo, has_own);
  row = gtk_widget_get_ancestor (self->logo, ADW_TYPE_ACTION_ROW);
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choose, "flat");
  gtk_widget_set_tooltip_text (choose, _ ("Choose a Logo…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choose), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Logo…"), -1);
  g_signal_connect (choose, "clicked", G_CALLBACK (on_choose), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choose);
}
