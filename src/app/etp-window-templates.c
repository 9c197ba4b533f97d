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
#include "model/etp-fields.h"

/* The start page's commands, and saving a map as a template. */

typedef struct
{
  EtpWindow *window; /* owned */
  GtkEditable *name; /* owned */
  GtkCheckButton *cards; /* owned */
} Question;

/* saved: a map that was; NULL: the templates are others. */
static void
refresh_start_pages (EtpWindow *self, GFile *saved)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
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
  refresh_start_pages (self, file);
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
on_remove_template (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = etp_template_remove_own (file, &error);
  g_autofree char *restore = g_action_print_detailed_name ("win.restore-template", parameter);

  if (bytes != NULL)
    {
      g_object_set_data_full (G_OBJECT (user_data), uri, g_bytes_ref (bytes),
                              (GDestroyNotify) g_bytes_unref);
      etp_window_tell (user_data, _ ("The template is removed"), _ ("Undo"), restore);
    }
  else
    etp_window_tell_error (user_data, error);
  refresh_start_pages (user_data, NULL);
}

/* What was removed is kept by the window, under its URI. */
static void
on_restore_template (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *uri = g_variant_get_string (parameter, NULL);
  GBytes *bytes = g_object_get_data (user_data, uri);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return;
  if (etp_template_restore_own (file, bytes, &error))
    g_object_set_data (user_data, uri, NULL);
  else
    etp_window_tell_error (user_data, error);
  refresh_start_pages (user_data, NULL);
}

static void
save_template (const Question *question)
{
  const char *name = gtk_editable_get_text (question->name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *title = NULL, *text = NULL;
  EtpJourney *journey = etp_window_get_journey (question->window);

  if (journey == NULL)
    return;
  file = etp_template_save_own (journey, name, gtk_check_button_get_active (question->cards),
                                &error);
  if (file == NULL)
    {
      etp_window_tell_error (question->window, error);
      return;
    }
  title = etp_template_dup_own_title (file);
  /* Translators: %s is what the person called the template. */
  text = g_strdup_printf (_ ("“%s” stands on the start page now"), title);
  etp_window_tell (question->window, text, NULL, NULL);
  refresh_start_pages (question->window, NULL);
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
