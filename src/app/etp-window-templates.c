/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-question.h"
#include "etp-application.h"
#include "etp-start-page.h"
#include "etp-template.h"
#include "file/etp-snapshot.h"
#include "model/etp-fields.h"

/* The start page's commands, and saving a map as a template. A template may be as large as a map, and lie
 * on a slow disk: what is done with its file is done in a worker, and told when it is done. */

typedef struct
{
  EtpWindow *window; /* owned */
  GtkEditable *name; /* owned */
  GtkCheckButton *cards; /* owned */
} Question;

/* What a worker does. */
typedef struct
{
  GFile *file; /* owned; the template; NULL: it gets one */
  GBytes *bytes; /* owned; what it is made of; NULL: it is removed */
  char *name; /* owned; of a new one */
  gboolean with_cards;
} Job;

/* For whom it does that. */
typedef struct
{
  EtpWindow *window; /* owned; it may be closed meanwhile */
  GtkApplication *application; /* owned, and held: the program does not end before it is done */
} Errand;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->name);
  g_free (job);
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->window);
  g_application_release (G_APPLICATION (errand->application));
  g_object_unref (errand->application);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* callback gets an Errand, which is its own. Takes the job. */
static void
begin_errand (EtpWindow *self, Job *job, GTaskThreadFunc work, GAsyncReadyCallback callback)
{
  Errand *errand = g_new (Errand, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, errand);

  errand->window = g_object_ref (self);
  errand->application = g_object_ref (gtk_window_get_application (GTK_WINDOW (self)));
  g_application_hold (G_APPLICATION (errand->application));
  g_task_set_source_tag (task, begin_errand);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

/* Who is told what became of it; NULL: there is no window any more. */
static EtpWindow *
get_listener (const Errand *errand)
{
  GtkWindow *window = GTK_WINDOW (errand->window);

  if (gtk_window_get_application (window) == NULL) /* closed meanwhile */
    window = gtk_application_get_active_window (errand->application);
  return ETP_IS_WINDOW (window) ? ETP_WINDOW (window) : NULL;
}

/* saved: a map that was; NULL: the templates are others. */
static void
refresh_start_pages (GtkApplication *application, GFile *saved)
{
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *link = windows; link != NULL; link = link->next)
    {
      GtkWidget *page = ETP_IS_WINDOW (link->data)
                            ? gtk_stack_get_child_by_name (ETP_WINDOW (link->data)->stack, "start")
                            : NULL;

      if (page != NULL && saved != NULL)
        etp_start_page_look_again (ETP_START_PAGE (page), saved);
      else if (page != NULL)
        etp_start_page_refresh_templates (ETP_START_PAGE (page));
    }
}

void
etp_window_tell_saved (EtpWindow *self, GFile *file)
{
  refresh_start_pages (gtk_window_get_application (GTK_WINDOW (self)), file);
}

static void
on_template_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpWindow) self = user_data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (application == NULL) /* closed meanwhile */
    return;
  if (bytes == NULL || !etp_application_begin (ETP_APPLICATION (application), bytes, self, &error))
    etp_window_tell_error (self, error);
}

static void
on_new_from (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_file_load_bytes_async (file, NULL, on_template_read, g_object_ref (user_data));
}

static void
on_show_start (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;

  if (!etp_window_is_free (self))
    self = etp_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  etp_window_show_start (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
on_forget_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* The page hears it from the manager. */
  if (!gtk_recent_manager_remove_item (gtk_recent_manager_get_default (),
                                       g_variant_get_string (parameter, NULL), &error))
    etp_window_tell_error (user_data, error);
}

static void
keep_removed (EtpWindow *self, GFile *file, GBytes *bytes)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_object_set_data_full (G_OBJECT (self), uri, g_bytes_ref (bytes),
                          (GDestroyNotify) g_bytes_unref);
}

static void
remove_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  GBytes *bytes = etp_template_remove_own (job->file, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_template_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  EtpWindow *listener = get_listener (errand);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *uri = g_file_get_uri (job->file);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (uri));
  g_autofree char *restore = g_action_print_detailed_name ("win.restore-template", target);

  refresh_start_pages (errand->application, NULL);
  if (listener == NULL)
    return;
  if (bytes != NULL)
    {
      keep_removed (listener, job->file, bytes);
      etp_window_tell (listener, _ ("The template is removed"), _ ("Undo"), restore);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) /* asked for twice */
    etp_window_tell_error (listener, error);
}

static void
on_remove_template (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  begin_errand (user_data, job, remove_in_worker, on_template_removed);
}

static void
restore_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  if (etp_template_restore_own (job->file, job->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_template_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  EtpWindow *listener = get_listener (errand);
  g_autoptr (GError) error = NULL;
  const gboolean is_restored = g_task_propagate_boolean (G_TASK (result), &error);

  refresh_start_pages (errand->application, NULL);
  if (is_restored || listener == NULL)
    return;
  keep_removed (listener, job->file, job->bytes);
  etp_window_tell_error (listener, error);
}

/* What was removed is kept by the window, under its URI. */
static void
on_restore_template (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *uri = g_variant_get_string (parameter, NULL);
  GBytes *bytes = g_object_steal_data (user_data, uri);
  Job *job;

  if (bytes == NULL)
    return;
  job = g_new0 (Job, 1);
  job->file = g_file_new_for_uri (uri);
  job->bytes = bytes;
  begin_errand (user_data, job, restore_in_worker, on_template_restored);
}

static void
save_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  GFile *file = etp_template_save_own (job->bytes, job->name, job->with_cards, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_template_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  EtpWindow *listener = get_listener (errand);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *title = NULL, *text = NULL;

  refresh_start_pages (errand->application, NULL);
  if (listener == NULL)
    return;
  if (file == NULL)
    {
      etp_window_tell_error (listener, error);
      return;
    }
  title = etp_template_dup_own_title (file);
  /* Translators: %s is what the person called the template. */
  text = g_strdup_printf (_ ("“%s” stands on the start page now"), title);
  etp_window_tell (listener, text, NULL, NULL);
}

static void
save_template (const Question *question)
{
  EtpJourney *journey = etp_window_get_journey (question->window);
  Job *job;

  if (journey == NULL || gtk_window_get_application (GTK_WINDOW (question->window)) == NULL)
    return;
  job = g_new0 (Job, 1);
  job->bytes = etp_write_journey_without_snapshots (journey);
  job->name = g_strdup (gtk_editable_get_text (question->name));
  job->with_cards = gtk_check_button_get_active (question->cards);
  begin_errand (question->window, job, save_in_worker, on_template_saved);
}

static void
on_name_answered (const char *answer, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (answer, "save"))
    save_template (question);
  g_object_unref (question->window);
  g_object_unref (question->name);
  g_object_unref (question->cards);
  g_free (question);
}

static void
on_save_template (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const EtpAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
    { "save", N_ ("_Save"), ETP_ANSWER_SUGGESTED },
    { NULL },
  };
  EtpWindow *self = user_data;
  EtpJourney *journey = etp_window_get_journey (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *name = gtk_entry_new ();
  GtkWidget *cards = gtk_check_button_new_with_label (_ ("Keep the cards"));
  Question *question = g_new (Question, 1);

  gtk_editable_set_text (GTK_EDITABLE (name), etp_node_get_text (journey, ETP_JOURNEY_TITLE));
  gtk_entry_set_activates_default (GTK_ENTRY (name), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the template"), -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (cards), TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), cards);
  question->window = g_object_ref (self);
  question->name = GTK_EDITABLE (g_object_ref (name));
  question->cards = GTK_CHECK_BUTTON (g_object_ref (cards));
  etp_compat_ask (GTK_WINDOW (self), _ ("Save as a Template"),
                  _ ("New maps can begin with the phases, lanes, personas and channels of this "
                     "one. Give the template a name."),
                  box, answers, on_name_answered, question);
}

void
etp_window_add_templates (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "new-from", .activate = on_new_from, .parameter_type = "s" },
    { .name = "show-start", .activate = on_show_start },
    { .name = "forget-recent", .activate = on_forget_recent, .parameter_type = "s" },
    { .name = "remove-template", .activate = on_remove_template, .parameter_type = "s" },
    { .name = "restore-template", .activate = on_restore_template, .parameter_type = "s" },
    { .name = "save-template", .activate = on_save_template },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
