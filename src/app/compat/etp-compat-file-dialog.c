/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-file-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EtpOpenFilesFunc func;
  GObject *owner; /* owned */
} Request;

static Request *
new_request (EtpOpenFilesFunc func, GObject *owner)
{
  Request *request = g_new (Request, 1);

  request->func = func;
  request->owner = g_object_ref (owner);
  return request;
}

static void
finish_request (Request *request, GListModel *files)
{
  if (files != NULL && g_list_model_get_n_items (files) > 0)
    request->func (files, request->owner);
  g_object_unref (request->owner);
  g_free (request);
}

typedef struct
{
  EtpSaveFileFunc func;
  gpointer user_data;
} SaveRequest;

static void
finish_save_request (SaveRequest *request, GFile *file)
{
  request->func (file, request->user_data);
  g_free (request);
}

static SaveRequest *
new_save_request (EtpSaveFileFunc func, gpointer user_data)
{
  SaveRequest *request = g_new (SaveRequest, 1);

  *request = (SaveRequest){ func, user_data };
  return request;
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
on_dialog_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel)
      files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_warning ("The file dialog failed: %s", error->message);
  finish_request (user_data, files);
}

void
etp_compat_open_files (GtkWindow *parent,
                       const char *title,
                       GListModel *filters,
                       GFile *folder,
                       EtpOpenFilesFunc func,
                       GObject *owner)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_open_multiple (dialog, parent, NULL, on_dialog_done, new_request (func, owner));
}

static void
on_save_dialog_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_warning ("The file dialog failed: %s", error->message);
  finish_save_request (user_data, file);
}

void
etp_compat_save_file (GtkWindow *parent,
                      const char *title,
                      GListModel *filters,
                      GFile *folder,
                      const char *name,
                      EtpSaveFileFunc func,
                      gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, on_save_dialog_done,
                        new_save_request (func, user_data));
}

#else

static void
on_chooser_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  finish_request (user_data, files);
  g_object_unref (dialog);
}

static void
fill_chooser (GtkFileChooser *chooser, GListModel *filters, GFile *folder)
{
  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
    }
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

void
etp_compat_open_files (GtkWindow *parent,
                       const char *title,
                       GListModel *filters,
                       GFile *folder,
                       EtpOpenFilesFunc func,
                       GObject *owner)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  fill_chooser (chooser, filters, folder);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_chooser_response),
                    new_request (func, owner));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_save_chooser_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  finish_save_request (user_data, file);
  g_object_unref (dialog);
}

void
etp_compat_save_file (GtkWindow *parent,
                      const char *title,
                      GListModel *filters,
                      GFile *folder,
                      const char *name,
                      EtpSaveFileFunc func,
                      gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  fill_chooser (chooser, filters, folder);
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_save_chooser_response),
                    new_save_request (func, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif
