/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-run.h"

#include "etp-file-name.h"
#include "file/etp-load.h"
#include "file/etp-save.h"

typedef struct
{
  GBytes *bytes; /* owned */
  EtpExportChoice *choice; /* owned */
  GFile *file; /* owned */
  gboolean is_new;
  int *progress; /* borrowed, or NULL */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  etp_export_choice_free (job->choice);
  g_object_unref (job->file);
  g_free (job);
}

static gboolean
run (const Job *job, GCancellable *cancellable, GError **error)
{
  /* Whoever chose this file in the dialog knows whose it is. */
  const EtpSaveFlags flags = ETP_SAVE_HARD_LINKS | ETP_SAVE_FOREIGN_OWNER
                             | (job->is_new ? ETP_SAVE_NEW : 0);
  g_autoptr (EtpLoaded) loaded = etp_load_bytes (job->bytes, NULL, error);
  g_autoptr (GInputStream) content = NULL;
  g_autoptr (EtpJourney) before = NULL;
  g_autoptr (GError) own_error = NULL;
  g_autofree char *page = NULL;
  g_autofree char *date = NULL;
  EtpExportOptions options;

  if (loaded == NULL)
    return FALSE;
  etp_export_choice_get_options (job->choice, NULL, &page, &date, &options);
  before = etp_export_choice_read_before (job->choice, loaded->journey, &options.before_name,
                                          &own_error);
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  options.before = before;
  options.progress = job->progress;
  content = etp_exporter_open (job->choice->format, loaded->journey, &options, cancellable, error);
  return content != NULL
         && etp_save_stream (job->file, content, NULL, flags, NULL, cancellable, error);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
etp_export_run_async (GBytes *bytes,
                      const EtpExportChoice *choice,
                      GFile *file,
                      gboolean is_new,
                      int *progress,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  *job = (Job){ g_bytes_ref (bytes), etp_export_choice_copy (choice), g_object_ref (file), is_new,
                progress };
  g_task_set_source_tag (task, etp_export_run_async);
  /* Too late is too late: what is written is not told as cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

gboolean
etp_export_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

GFile *
etp_export_complete_name (GFile *file, const EtpExporter *format, gboolean *is_new)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *ending = g_strconcat (".", etp_exporter_get_ending (format), NULL);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *completed = NULL;

  *is_new = path != NULL && !etp_file_name_is_of_portal (path) && !etp_file_name_has_ending (name);
  if (!*is_new)
    return g_object_ref (file);
  completed = g_strconcat (path, ending, NULL);
  return g_file_new_for_path (completed);
}
