/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-recovery-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-dialog.h"
#include "app/compat/etp-compat-question.h"
#include "etp-document.h"
#include "etp-recovery-row.h"
#include "etp-window-private.h"
#include "app/compat/etp-compat-mnemonic.h"

/* The list of what dead programs left behind. Closing it decides nothing: what is neither restored
 * nor discarded is offered again at the next start. Maps are restored in a worker, one after the other
 * in the order in which that was asked for; what was asked for comes also when the list was closed. */

typedef struct
{
  EtpApplication *application; /* owned */
  GPtrArray *found; /* owned; of EtpRecoverable */
  GtkWidget *dialog; /* borrowed */
  AdwPreferencesGroup *group; /* borrowed */
  GtkLabel *failure; /* borrowed */
  GtkWidget *all; /* borrowed: the buttons for all maps; NULL: there is one only */
  GPtrArray *rows; /* owned; of GtkWidget, owned: those that are not decided */
  GQueue asked; /* of GtkWidget in rows: to be restored; the first one is under way */
} Recovery;

static void
recovery_free (Recovery *recovery)
{
  g_object_unref (recovery->application);
  g_queue_clear (&recovery->asked);
  g_ptr_array_unref (recovery->found);
  g_ptr_array_unref (recovery->rows);
  g_free (recovery);
}

static Recovery *
get_recovery (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "recovery");
}

static void
finish_row (Recovery *recovery, GtkWidget *row)
{
  adw_preferences_group_remove (recovery->group, row);
  g_ptr_array_remove (recovery->rows, row);
  if (recovery->rows->len == 0)
    etp_compat_dialog_close (recovery->dialog);
}

static void
tell_failure (Recovery *recovery, const GError *error)
{
  gtk_label_set_label (recovery->failure, etp_file_error_get_reason (error));
  gtk_widget_set_visible (GTK_WIDGET (recovery->failure), TRUE);
}

/* Two windows must not write the same file: the other one keeps it, and what is restored becomes a
 * map without one. Its journal goes on under the old file until it is saved. */
static gboolean
leave_file (Recovery *recovery, EtpLoaded *loaded)
{
  EtpWindow *window = loaded->file != NULL
                          ? etp_application_find_window (recovery->application, loaded->file)
                          : NULL;

  if (window == NULL || etp_window_may_replace (window))
    return FALSE;
  g_clear_object (&loaded->file);
  g_clear_pointer (&loaded->etag, g_free);
  return TRUE;
}

/* Takes the journal. */
static void
show_restored (Recovery *recovery, EtpLoaded *loaded, EtpJournal *journal)
{
  const gboolean has_left = leave_file (recovery, loaded);
  g_autoptr (EtpDocument) document = etp_document_new_recovered (loaded, journal);
  EtpWindow *window = etp_application_show_document (recovery->application, document);

  if (has_left)
    etp_window_tell (window,
                     _ ("The file of this map is open in another window, with changes. Save what "
                        "is restored here under another name."),
                     NULL, NULL);
}

static void
set_busy (GtkWidget *row, gboolean is_busy)
{
  gtk_stack_set_visible_child_name (g_object_get_data (G_OBJECT (row), "foot"),
                                    is_busy ? "busy" : "buttons");
  gtk_widget_set_sensitive (row, !is_busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_BUSY, is_busy, -1);
}

/* It stays in the list; without that it is offered again at the next start. */
static void
end_failed (Recovery *recovery, GtkWidget *row, const GError *error)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (recovery->application));

  if (gtk_widget_get_mapped (row))
    {
      tell_failure (recovery, error);
      set_busy (row, FALSE);
      if (gtk_root_get_focus (gtk_widget_get_root (row)) == NULL)
        gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }
  else if (ETP_IS_WINDOW (window))
    etp_window_tell_error (ETP_WINDOW (window), error);
}

static void restore_next (Recovery *recovery);

/* The last row that goes closes the dialog. Where the last window was closed meanwhile the program ends,
 * and the journal stays behind. */
static void
on_recovered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) dialog = user_data; /* and with it the recovery, even if it was closed */
  Recovery *recovery = g_object_get_data (G_OBJECT (dialog), "recovery");
  GtkWidget *row = g_queue_pop_head (&recovery->asked);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpJournal) journal = NULL;
  g_autoptr (EtpLoaded) loaded = etp_recovery_recover_finish (result, &journal, &error);

  if (loaded == NULL)
    end_failed (recovery, row, error);
  else if (gtk_application_get_windows (GTK_APPLICATION (recovery->application)) != NULL)
    {
      show_restored (recovery, loaded, g_steal_pointer (&journal));
      if (gtk_widget_get_mapped (row))
        finish_row (recovery, row);
    }
  restore_next (recovery);
}

static void
restore_next (Recovery *recovery)
{
  GtkWidget *row = g_queue_peek_head (&recovery->asked);

  if (recovery->all != NULL && gtk_widget_get_mapped (recovery->dialog))
    gtk_widget_set_sensitive (recovery->all, row == NULL);
  if (row != NULL)
    etp_recovery_recover_async (g_object_get_data (G_OBJECT (row), "recoverable"), on_recovered,
                                g_object_ref (recovery->dialog));
}

static void
bring_back (Recovery *recovery, GtkWidget *row)
{
  const EtpRecoverable *recoverable = g_object_get_data (G_OBJECT (row), "recoverable");

  if (recoverable->is_unreadable)
    return;
  set_busy (row, TRUE);
  g_queue_push_tail (&recovery->asked, row);
  if (g_queue_get_length (&recovery->asked) == 1)
    restore_next (recovery);
}

static gboolean
throw_away (Recovery *recovery, GtkWidget *row)
{
  const EtpRecoverable *recoverable = g_object_get_data (G_OBJECT (row), "recoverable");
  g_autoptr (GError) error = NULL;

  if (etp_recovery_discard (recoverable, &error))
    return TRUE;
  tell_failure (recovery, error);
  return FALSE;
}

static void
on_restore (GtkWidget *row)
{
  bring_back (get_recovery (row), row);
}

static GPtrArray *
list_rows (Recovery *recovery)
{
  return g_ptr_array_copy (recovery->rows, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
}

static void
on_restore_all (GtkWidget *button, Recovery *recovery)
{
  for (guint i = 0; i < recovery->rows->len; i++)
    if (g_queue_find (&recovery->asked, recovery->rows->pdata[i]) == NULL)
      bring_back (recovery, recovery->rows->pdata[i]);
}

/* What is to be discarded, while the person is asked. */
typedef struct
{
  GtkWidget *dialog; /* owned, and with it the recovery */
  GPtrArray *rows; /* owned; of GtkWidget, owned */
} Discarding;

static void
on_discard_answered (const char *answer, gpointer user_data)
{
  Discarding *discarding = user_data;
  Recovery *recovery = g_object_get_data (G_OBJECT (discarding->dialog), "recovery");
  GPtrArray *rows = discarding->rows;

  for (guint i = 0; i < rows->len && g_str_equal (answer, "discard"); i++)
    /* The list may have been closed meanwhile, or the map is being restored. */
    if (gtk_widget_get_mapped (rows->pdata[i]) && gtk_widget_get_sensitive (rows->pdata[i])
        && throw_away (recovery, rows->pdata[i]))
      finish_row (recovery, rows->pdata[i]);
  g_ptr_array_unref (discarding->rows);
  g_object_unref (discarding->dialog);
  g_free (discarding);
}

static char *
dup_loss (GPtrArray *rows)
{
  guint n = 0, n_only = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const EtpRecoverable *recoverable = g_object_get_data (rows->pdata[i], "recoverable");

      n += recoverable->n_commits;
      n_only += etp_recovery_row_is_only_copy (recoverable);
    }
  if (n_only > 0)
    return g_strdup (_ ("What may be the only copy of a map will be gone for good."));
  if (n == 0)
    return g_strdup (_ ("The recovery data will be gone for good."));
  return g_strdup_printf (ngettext ("%u change that was never saved will be gone for good.",
                                    "%u changes that were never saved will be gone for good.", n),
                          n);
}

/* Nothing brings it back. Takes rows. */
static void
ask_to_discard (Recovery *recovery, const char *heading, GPtrArray *rows)
{
  static const EtpAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
    { "discard", N_ ("_Discard"), ETP_ANSWER_DESTRUCTIVE },
    { NULL },
  };
  Discarding *discarding = g_new (Discarding, 1);
  g_autofree char *body = dup_loss (rows);

  discarding->dialog = g_object_ref (recovery->dialog);
  discarding->rows = rows;
  etp_compat_ask (GTK_WINDOW (gtk_widget_get_root (recovery->dialog)), heading, body, NULL, answers,
                  on_discard_answered, discarding);
}

static void
on_discard (GtkWidget *row)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = etp_recovery_row_dup_title (
      g_object_get_data (G_OBJECT (row), "recoverable"));
  /* Translators: %s is the title of a map. */
  g_autofree char *heading = g_strdup_printf (_ ("Discard “%s”?"), title);

  g_ptr_array_add (rows, g_object_ref (row));
  ask_to_discard (get_recovery (row), heading, rows);
}

static void
on_discard_all (GtkWidget *button, Recovery *recovery)
{
  GPtrArray *rows = list_rows (recovery);
  g_autofree char *heading = g_strdup_printf (
      ngettext ("Discard %u Map?", "Discard %u Maps?", rows->len), rows->len);

  ask_to_discard (recovery, heading, rows);
}

static void
add_button (GtkBox *box, const char *label, const char *name, GCallback callback, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", callback, row);
  gtk_box_append (box, button);
}

static GtkWidget *
create_buttons (GtkWidget *row, const EtpRecoverable *recoverable, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: %s is the title of a map. */
  g_autofree char *restore_name = g_strdup_printf (_ ("Restore “%s”"), title);
  /* Translators: %s is the title of a map. */
  g_autofree char *discard_name = g_strdup_printf (_ ("Discard “%s”"), title);

  gtk_widget_set_margin_top (box, 6);
  if (!recoverable->is_unreadable)
    {
      add_button (GTK_BOX (box), _ ("Restore"), restore_name, G_CALLBACK (on_restore), row);
      gtk_widget_add_css_class (gtk_widget_get_first_child (box), "suggested-action");
    }
  add_button (GTK_BOX (box), _ ("Discard"), discard_name, G_CALLBACK (on_discard), row);
  return box;
}

/* Instead of the buttons as long as the map is being restored. */
static GtkWidget *
create_busy (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Restoring…")));
  gtk_widget_set_margin_start (box, 6);
  return box;
}

/* Lines above each other: paths are long, and so are words in some languages. */
static GtkWidget *
create_row (Recovery *recovery, EtpRecoverable *recoverable)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *foot = gtk_stack_new ();
  g_autofree char *title = etp_recovery_row_dup_title (recoverable);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (box, "recovery");
  etp_recovery_row_add_lines (GTK_BOX (box), recoverable);
  gtk_stack_add_named (GTK_STACK (foot), create_buttons (row, recoverable, title), "buttons");
  gtk_stack_add_named (GTK_STACK (foot), create_busy (), "busy");
  gtk_box_append (GTK_BOX (box), foot);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "recovery", recovery);
  g_object_set_data (G_OBJECT (row), "recoverable", recoverable);
  g_object_set_data (G_OBJECT (row), "foot", foot);
  return row;
}

static GtkWidget *
create_all_buttons (Recovery *recovery)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *discard_all = etp_compat_mnemonic_button_new (_ ("_Discard All"));
  GtkWidget *restore_all = etp_compat_mnemonic_button_new (_ ("_Restore All"));

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  g_signal_connect (discard_all, "clicked", G_CALLBACK (on_discard_all), recovery);
  g_signal_connect (restore_all, "clicked", G_CALLBACK (on_restore_all), recovery);
  gtk_box_append (GTK_BOX (box), discard_all);
  gtk_box_append (GTK_BOX (box), restore_all);
  return box;
}

/* Before they are shown: the keyboard begins with the first, not with what discards them all. */
static void
add_rows (Recovery *recovery)
{
  for (guint i = 0; i < recovery->found->len; i++)
    {
      GtkWidget *row = create_row (recovery, recovery->found->pdata[i]);

      g_ptr_array_add (recovery->rows, g_object_ref (row));
      adw_preferences_group_add (recovery->group, row);
    }
}

static GtkWidget *
create_page (Recovery *recovery)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *foot = adw_preferences_group_new ();
  GtkWidget *failure = gtk_label_new (NULL);

  recovery->group = ADW_PREFERENCES_GROUP (group);
  recovery->failure = GTK_LABEL (failure);
  adw_preferences_group_set_description (
      recovery->group, _ ("Etappe ended before these changes were saved. What is restored opens as "
                          "it was last; no file is changed before you save."));
  add_rows (recovery);
  gtk_label_set_wrap (recovery->failure, TRUE);
  gtk_widget_add_css_class (failure, "error");
  gtk_widget_set_visible (failure, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (foot), failure);
  if (recovery->found->len > 1)
    {
      recovery->all = create_all_buttons (recovery);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (foot), recovery->all);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), recovery->group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (foot));
  return page;
}

static void
show (EtpApplication *application, GPtrArray *found)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (application));
  Recovery *recovery = g_new0 (Recovery, 1);

  recovery->application = g_object_ref (application);
  recovery->found = g_ptr_array_ref (found);
  recovery->rows = g_ptr_array_new_with_free_func (g_object_unref);
  recovery->dialog = etp_compat_dialog_show (parent, _ ("Restore Changes?"), create_page (recovery),
                                             NULL, NULL, 620, 420);
  g_object_set_data_full (G_OBJECT (recovery->dialog), "recovery", recovery,
                          (GDestroyNotify) recovery_free);
}

static void
look_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, etp_recovery_list (), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (found != NULL && found->len > 0
      && gtk_application_get_active_window (GTK_APPLICATION (source)) != NULL)
    show (ETP_APPLICATION (source), found);
}

void
etp_recovery_dialog_look (EtpApplication *application)
{
  static gboolean has_looked;
  g_autoptr (GTask) task = NULL;

  if (has_looked)
    return;
  has_looked = TRUE;
  task = g_task_new (application, NULL, on_looked, NULL);
  g_task_run_in_thread (task, look_in_worker);
}
