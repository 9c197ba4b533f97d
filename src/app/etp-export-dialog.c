/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-alert.h"
#include "app/compat/etp-compat-dialog.h"
#include "app/compat/etp-compat-file-dialog.h"
#include "app/compat/etp-compat-question.h"
#include "etp-application.h"
#include "etp-export-run.h"
#include "etp-pair.h"
#include "etp-print.h"
#include "etp-window-private.h"
#include "file/etp-writer.h"
#include "app/compat/etp-compat-mnemonic.h"

/* Made anew for each showing. What it needs lives until the dialog and the last answer that it waits
 * for are gone: the toolkit's part is NULL as soon as it is closed. */

#define WIDTH 940 /* px */
#define HEIGHT 680
#define WIDE_FROM 720
#define ROWS_WIDTH 360
#define ROWS_SHARE 0.56
#define PROGRESS_MS 500 /* shorter work needs none */
#define PULSE_MS 80

EtpExportDialog *
etp_export_dialog_ref (EtpExportDialog *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EtpExportDialog *self = data;

  g_clear_object (&self->journey);
  g_clear_pointer (&self->choice, etp_export_choice_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
}

void
etp_export_dialog_unref (EtpExportDialog *self)
{
  g_rc_box_release_full (self, clear);
}

static void
stop_progress (EtpExportDialog *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->dialog == NULL)
    return;
  gtk_widget_set_visible (self->progress_box, FALSE);
  gtk_widget_set_sensitive (self->content, TRUE);
  gtk_widget_set_sensitive (self->go, TRUE);
}

/* Closed: whatever is being written is not wanted any more. */
static void
on_destroyed (gpointer data)
{
  EtpExportDialog *self = data;

  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  self->dialog = NULL;
  etp_export_dialog_unref (self);
}

/* What goes out */

static void
show_words (EtpExportDialog *self, const EtpMade *made)
{
  g_autoptr (GString) staying = g_string_new (NULL);

  gtk_widget_set_sensitive (self->go, made != NULL);
  if (made == NULL)
    return;
  for (guint i = 0; i < made->staying->len; i++)
    g_string_append_printf (staying, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (made->staying, i));
  gtk_label_set_label (self->going, made->going);
  if (staying->len > 0)
    {
      /* Translators: %s is a list such as “12 comments, votes on 3 cards”. */
      g_autofree char *text = g_strdup_printf (_ ("Stays here: %s"), staying->str);

      gtk_label_set_label (self->staying, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->staying), staying->len > 0);
}

/* The pages may be ready only after the dialog has gone. */
static void
on_made (EtpPageView *view, EtpExportDialog *self)
{
  if (self->dialog != NULL)
    show_words (self, etp_page_view_get_made (view));
}

static void
release (gpointer self, GClosure *closure)
{
  etp_export_dialog_unref (self);
}

void
etp_export_dialog_changed (EtpExportDialog *self)
{
  if (self->view == NULL) /* still being made */
    return;
  self->is_filling = TRUE;
  etp_export_dialog_update_rows (self);
  self->is_filling = FALSE;
  etp_page_view_set_choice (self->view, self->choice);
}

/* Writing */

static void ask_name (EtpExportDialog *self);
static void try_write (EtpExportDialog *self);

static GtkWindow *
get_window (EtpExportDialog *self)
{
  return GTK_WINDOW (gtk_widget_get_root (self->dialog));
}

static char *
dup_base_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static void
on_failure_answered (const char *answer, gpointer user_data)
{
  EtpExportDialog *self = user_data;

  /* Nothing is replaced without having been asked for: that answer is another one than a new try. */
  if (g_str_equal (answer, "over"))
    self->is_new = FALSE;
  if (self->dialog != NULL && (g_str_equal (answer, "again") || g_str_equal (answer, "over")))
    try_write (self);
  else if (self->dialog != NULL && g_str_equal (answer, "as"))
    ask_name (self);
  etp_export_dialog_unref (self);
}

/* The name that was completed is that of another file, about which nobody was asked. */
static void
ask_to_overwrite (EtpExportDialog *self, const GError *error)
{
  static const EtpAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
    { "as", N_ ("Save _As…"), ETP_ANSWER_PLAIN },
    { "over", N_ ("_Overwrite"), ETP_ANSWER_DESTRUCTIVE },
    { NULL },
  };
  g_autofree char *name = dup_base_name (self->file);
  /* Translators: %s is the name of a file. */
  g_autofree char *heading = g_strdup_printf (_ ("Overwrite “%s”?"), name);

  etp_compat_ask (get_window (self), heading, etp_file_error_get_reason (error), NULL, answers,
                  on_failure_answered, etp_export_dialog_ref (self));
}

static void
ask_about_failure (EtpExportDialog *self, const GError *error)
{
  static const EtpAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
    { "again", N_ ("_Try Again"), ETP_ANSWER_PLAIN },
    { "as", N_ ("Save _As…"), ETP_ANSWER_SUGGESTED },
    { NULL },
  };
  g_autofree char *name = dup_base_name (self->file);
  /* Translators: %s is the name of a file. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Could Not Be Written"), name);
  /* Translators: %s is a whole sentence that says why. */
  g_autofree char *body = g_strdup_printf (_ ("%s\n\nWhatever was in that place is as it was."),
                                           etp_file_error_get_reason (error));

  etp_compat_ask (get_window (self), heading, body, NULL, answers, on_failure_answered,
                  etp_export_dialog_ref (self));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpExportDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean is_written = etp_export_run_finish (result, &error);

  g_clear_object (&self->cancellable);
  stop_progress (self);
  if (self->dialog != NULL && is_written)
    {
      etp_export_choice_save (self->choice, FALSE);
      etp_window_tell_exported (self->window, self->file);
      etp_compat_dialog_close (self->dialog);
    }
  else if (self->dialog != NULL
           && g_error_matches (error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK))
    ask_to_overwrite (self, error);
  else if (self->dialog != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ask_about_failure (self, error);
  etp_export_dialog_unref (self);
}

/* How much is done, as far as anybody knows. */
static gboolean
on_pulse (gpointer user_data)
{
  EtpExportDialog *self = user_data;
  const int thousandths = g_atomic_int_get (&self->thousandths);

  if (thousandths < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, thousandths / 1000.0);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_slow (gpointer user_data)
{
  EtpExportDialog *self = user_data;
  g_autofree char *name = dup_base_name (self->file);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("Writing “%s”…"), name);

  gtk_label_set_label (self->progress_label, text);
  gtk_widget_set_visible (self->progress_box, TRUE);
  self->progress_id = g_timeout_add (PULSE_MS, on_pulse, self);
  return G_SOURCE_REMOVE;
}

/* The worker looks up from what it does soon, and writes nothing then. */
static void
on_cancel (GtkButton *button, EtpExportDialog *self)
{
  if (self->cancellable == NULL)
    return;
  gtk_label_set_label (self->progress_label, _ ("Cancelling…"));
  gtk_widget_set_sensitive (self->stop, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
write_file (EtpExportDialog *self)
{
  gtk_widget_set_sensitive (self->content, FALSE);
  gtk_widget_set_sensitive (self->go, FALSE);
  gtk_widget_set_sensitive (self->stop, TRUE);
  g_atomic_int_set (&self->thousandths, -1);
  self->progress_id = g_timeout_add (PROGRESS_MS, on_slow, self);
  self->cancellable = g_cancellable_new ();
  etp_export_run_async (self->bytes, self->choice, self->file, self->is_new, &self->thousandths,
                        self->cancellable, on_written, etp_export_dialog_ref (self));
}

/* Not over a map that is open. */
static gboolean
is_open_map (EtpExportDialog *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  return application != NULL
         && etp_application_find_window (ETP_APPLICATION (application), self->file) != NULL;
}

/* Looked at anew for each try. */
static void
try_write (EtpExportDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!is_open_map (self))
    {
      write_file (self);
      return;
    }
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS,
                               _ ("The result would replace a map that is open."));
  ask_about_failure (self, error);
}

static void
on_named (GFile *file, gpointer user_data)
{
  EtpExportDialog *self = user_data;

  if (file != NULL && self->dialog != NULL && self->cancellable == NULL)
    {
      g_clear_object (&self->file);
      self->file = etp_export_complete_name (file, self->choice->format, &self->is_new);
      try_write (self);
    }
  etp_export_dialog_unref (self);
}

static void
ask_name (EtpExportDialog *self)
{
  const EtpExporter *format = self->choice->format;
  g_autofree char *base = etp_window_dup_base_name (self->window);
  g_autofree char *name = etp_exporter_dup_file_name (format, base);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) folder = NULL;

  gtk_file_filter_set_name (filter, _ (format->label));
  gtk_file_filter_add_suffix (filter, etp_exporter_get_ending (format));
  gtk_file_filter_add_mime_type (filter, format->mime_type);
  g_list_store_append (filters, filter);
  if (self->window->file != NULL)
    folder = g_file_get_parent (self->window->file);
  etp_compat_save_file (get_window (self), _ ("Export the Map"), G_LIST_MODEL (filters), folder,
                        name, on_named, etp_export_dialog_ref (self));
}

/* Printing */

static void
on_printed (gboolean is_printed, const GError *error, gpointer user_data)
{
  EtpExportDialog *self = user_data;

  if (self->dialog != NULL && error != NULL)
    etp_compat_alert (get_window (self), _ ("The Map Could Not Be Printed"), error->message);
  if (self->dialog != NULL && is_printed)
    {
      etp_export_choice_save (self->choice, TRUE);
      etp_compat_dialog_close (self->dialog);
    }
  etp_export_dialog_unref (self);
}

static void
on_go (GtkButton *button, EtpExportDialog *self)
{
  if (self->target == ETP_EXPORT_TO_FILE)
    ask_name (self);
  else
    etp_print (get_window (self), self->journey, self->choice, on_printed,
               etp_export_dialog_ref (self));
}

/* The dialog */

static GtkWidget *
create_progress (EtpExportDialog *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->stop = etp_compat_mnemonic_button_new (_ ("_Cancel"));
  self->progress_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->progress_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->progress_label, 0);
  gtk_label_set_ellipsize (self->progress_label, PANGO_ELLIPSIZE_MIDDLE);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->progress_label));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->progress));
  gtk_widget_set_valign (self->stop, GTK_ALIGN_CENTER);
  g_signal_connect (self->stop, "clicked", G_CALLBACK (on_cancel), self);
  gtk_box_append (GTK_BOX (self->progress_box), words);
  gtk_box_append (GTK_BOX (self->progress_box), self->stop);
  gtk_widget_add_css_class (self->progress_box, "export-progress");
  gtk_widget_set_visible (self->progress_box, FALSE);
  return self->progress_box;
}

static GtkWidget *
create_content (EtpExportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *rows = adw_preferences_page_new ();
  GtkWidget *result = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (EtpPageMaker) maker = etp_page_maker_new (self->bytes);

  etp_export_dialog_add_rows (self, ADW_PREFERENCES_PAGE (rows));
  etp_export_dialog_add_parts (self, ADW_PREFERENCES_PAGE (rows));
  etp_export_dialog_add_edges (self, ADW_PREFERENCES_PAGE (rows));
  self->view = ETP_PAGE_VIEW (etp_page_view_new (maker));
  g_signal_connect_data (self->view, "made", G_CALLBACK (on_made), etp_export_dialog_ref (self),
                         release, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (GTK_BOX (result), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (result), etp_export_dialog_create_words (self));
  gtk_widget_add_css_class (result, "export-result");
  self->content = etp_pair_new (rows, result, WIDE_FROM, ROWS_WIDTH, ROWS_SHARE);
  gtk_widget_set_vexpand (self->content, TRUE);
  gtk_box_append (GTK_BOX (box), self->content);
  gtk_box_append (GTK_BOX (box), create_progress (self));
  return box;
}

void
etp_export_dialog_show (EtpWindow *window, EtpExportTarget target)
{
  etp_export_dialog_show_about (window, target, NULL);
}

void
etp_export_dialog_show_about (EtpWindow *window, EtpExportTarget target, EtpNode *about)
{
  const gboolean is_print = target == ETP_EXPORT_TO_PRINTER;
  EtpExportDialog *self = g_rc_box_new0 (EtpExportDialog);
  GtkWidget *content;

  g_return_if_fail (etp_window_get_journey (window) != NULL);

  self->window = window;
  self->target = target;
  self->journey = g_object_ref (etp_window_get_journey (window));
  self->bytes = etp_write_journey (self->journey);
  self->choice = etp_export_choice_load (is_print);
  if (about != NULL)
    etp_export_dialog_choose_about (self->choice, about);
  content = create_content (self);
  self->go = etp_compat_mnemonic_button_new (is_print ? _ ("_Print…") : _ ("_Export…"));
  gtk_widget_add_css_class (self->go, "suggested-action");
  g_signal_connect (self->go, "clicked", G_CALLBACK (on_go), self);
  self->dialog = etp_compat_dialog_show (GTK_WINDOW (window), is_print ? _ ("Print") : _ ("Export"),
                                         content, NULL, self->go, WIDTH, HEIGHT);
  g_object_set_data_full (G_OBJECT (self->content), "dialog", self, on_destroyed);
  etp_export_dialog_changed (self);
}
