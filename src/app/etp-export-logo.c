/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "app/inspector/etp-crop-dialog.h"
#include "model/etp-fields.h"

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
on_taken (const EtpImage *image, gpointer owner)
{
  EtpExportDialog *self = g_object_get_data (owner, "dialog");
  GtkWidget *row = self != NULL && self->dialog != NULL
                       ? gtk_widget_get_ancestor (self->logo, ADW_TYPE_ACTION_ROW)
                       : NULL;

  if (row == NULL)
    return;
  g_clear_pointer (&self->choice->logo_bytes, g_bytes_unref);
  self->choice->logo_bytes = g_bytes_ref (image->bytes);
  self->choice->logo_type = image->type;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("The chosen picture"));
  gtk_widget_set_sensitive (self->logo, TRUE);
  gtk_switch_set_active (GTK_SWITCH (self->logo), TRUE);
  etp_export_dialog_changed (self);
}

static void
on_choose (GtkButton *button, EtpExportDialog *self)
{
  etp_crop_choose (self->dialog, &etp_crop_logo, on_taken, G_OBJECT (self->content));
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
