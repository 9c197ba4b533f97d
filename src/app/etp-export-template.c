/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-file-dialog.h"
#include "file/etp-file-error.h"
#include "file/etp-load.h"

/* A company's own presentation, whose masters the slides get. Whether it is one is looked at when
 * the file is written; here it is only read, up to a limit, by a worker. */

#define MOST_BYTES (64 * 1024 * 1024)

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = etp_load_contents (data, NULL, MOST_BYTES, NULL, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpExportDialog *self = user_data;
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *plain = g_markup_escape_text (
      error != NULL ? etp_file_error_get_reason (error) : name, -1);

  if (self->dialog != NULL)
    {
      g_clear_pointer (&self->choice->template_bytes, g_bytes_unref);
      self->choice->template_bytes = g_steal_pointer (&bytes);
      self->choice->template_for = self->choice->format;
      etp_export_dialog_changed (self);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->template_row), plain);
      gtk_widget_set_visible (self->template_off, TRUE);
    }
  etp_export_dialog_unref (self);
}

static void
on_files_chosen (GListModel *files, gpointer user_data)
{
  EtpExportDialog *self = g_object_get_data (user_data, "dialog");
  g_autoptr (GTask) task = NULL;

  if (self == NULL || self->dialog == NULL)
    return;
  task = g_task_new (NULL, NULL, on_read, etp_export_dialog_ref (self));
  g_task_set_task_data (task, g_list_model_get_item (files, 0), g_object_unref);
  g_task_run_in_thread (task, work);
}

static void
on_choose (GtkButton *button, EtpExportDialog *self)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) presentations = gtk_file_filter_new ();

  gtk_file_filter_set_name (presentations, _ ("Presentations and Templates"));
  gtk_file_filter_add_suffix (presentations, "pptx");
  gtk_file_filter_add_suffix (presentations, "potx");
  gtk_file_filter_add_suffix (presentations, "odp");
  gtk_file_filter_add_suffix (presentations, "otp");
  g_list_store_append (filters, presentations);
  etp_compat_open_files (GTK_WINDOW (gtk_widget_get_root (self->dialog)),
                         _ ("Choose a Presentation"), G_LIST_MODEL (filters), NULL, on_files_chosen,
                         G_OBJECT (self->content));
}

static void
forget_template (EtpExportDialog *self)
{
  g_clear_pointer (&self->choice->template_bytes, g_bytes_unref);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->template_row),
                               _ ("The slides get the masters of a presentation that you choose."));
  gtk_widget_set_visible (self->template_off, FALSE);
}

/* The button has had the focus and goes. */
static void
on_forget (GtkButton *button, EtpExportDialog *self)
{
  gtk_widget_child_focus (self->template_row, GTK_DIR_TAB_FORWARD);
  forget_template (self);
  etp_export_dialog_changed (self);
}

/* One that was chosen for another format is as none. */
void
etp_export_dialog_update_template (EtpExportDialog *self)
{
  if (self->choice->template_for != self->choice->format
      && gtk_widget_get_visible (self->template_off))
    forget_template (self);
}

void
etp_export_dialog_add_template (EtpExportDialog *self, GtkWidget *group)
{
  GtkWidget *choose = gtk_button_new_from_icon_name ("document-open-symbolic");

  self->template_off = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_valign (self->template_off, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->template_off, FALSE);
  gtk_widget_add_css_class (self->template_off, "flat");
  gtk_widget_set_tooltip_text (self->template_off, _ ("Without a Look of Your Own"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->template_off),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Without a Look of Your Own"),
                                  -1);
  g_signal_connect (self->template_off, "clicked", G_CALLBACK (on_forget), self);
  self->template_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->template_row), _ ("Look of your own"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->template_row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->template_row),
                               _ ("The slides get the masters of a presentation that you choose."));
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choose, "flat");
  gtk_widget_set_tooltip_text (choose, _ ("Choose a Presentation…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choose), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Presentation…"), -1);
  g_signal_connect (choose, "clicked", G_CALLBACK (on_choose), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->template_row), self->template_off);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->template_row), choose);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->template_row), choose);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->template_row);
}
