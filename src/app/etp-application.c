/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-application.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-about.h"
#include "app/compat/etp-compat-alert.h"
#include "app/compat/etp-compat-tooltip.h"
#include "etp-no-theme.h"
#include "etp-preferences.h"
#include "etp-quit.h"
#include "etp-recovery-dialog.h"
#include "etp-resources.h"
#include "etp-shortcuts.h"
#include "file/etp-same-file.h"

#define REGISTER_TRIES 20
#define REGISTER_PAUSE 100000 /* µs */

struct _EtpApplication
{
  AdwApplication parent;
};

G_DEFINE_FINAL_TYPE (EtpApplication, etp_application, ADW_TYPE_APPLICATION)

static EtpWindow *
add_window (EtpApplication *self)
{
  return etp_window_new (GTK_APPLICATION (self));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const EtpAbout about = {
    .name = _ ("Etappe"),
    .icon_name = ETP_APPLICATION_ID,
    .version = ETP_VERSION,
    .comments = _ ("Draw customer journey maps."),
    .developer = _ ("The Etappe authors"),
    .copyright = _ ("© The Etappe authors"),
    /* Translators: your name and perhaps your address, one translator on each line; shown in the
     * About window. */
    .translators = _ ("translator-credits"),
  };

  etp_compat_show_about (gtk_application_get_active_window (user_data), &about);
}

static void
on_help_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  const char *reason;

  if (g_app_info_launch_default_for_uri_finish (result, &error) || window == NULL)
    return;
  reason = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED)
               ? _ ("No program that shows help pages is installed. GNOME’s is called Yelp.")
               : error->message;
  etp_compat_alert (window, _ ("The Help Could Not Be Shown"), reason);
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_app_info_launch_default_for_uri_async ("help:etappe", NULL, NULL, on_help_shown,
                                           g_object_ref (user_data));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (ETP_IS_WINDOW (window))
    etp_preferences_show (ETP_WINDOW (window));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_quit (user_data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = on_about },
  { .name = "help", .activate = on_help },
  { .name = "preferences", .activate = on_preferences },
  { .name = "quit", .activate = on_quit },
};

static void
etp_application_startup (GApplication *application)
{
  /* Libadwaita looks for the style sheet in the resources while it starts. */
  g_resources_register (etp_get_resource ());
  gtk_init ();
  etp_no_theme_begin ();
  G_APPLICATION_CLASS (etp_application_parent_class)->startup (application);
  etp_no_theme_end ();
  etp_compat_tooltip_init ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  etp_shortcuts_bind (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (ETP_APPLICATION_ID);
}

static void
etp_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (add_window (ETP_APPLICATION (application)));
      etp_window_show_start (ETP_WINDOW (window));
    }
  gtk_window_present (window);
  etp_recovery_dialog_look (ETP_APPLICATION (application));
}

static void
etp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    etp_application_open_file (ETP_APPLICATION (application), files[i], NULL);
  etp_recovery_dialog_look (ETP_APPLICATION (application));
}

/* TRUE: whoever has the program's name on the bus did not live to answer. */
static gboolean
has_died (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_DISCONNECTED)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER);
}

/* A program that was just killed keeps its name for some milliseconds. Without registration, which
 * says why itself, the program does not start. */
static void
register_patiently (GApplication *application)
{
  for (guint try = 0; try < REGISTER_TRIES; try++)
    {
      g_autoptr (GError) error = NULL;

      if (g_application_register (application, NULL, &error) || !has_died (error))
        return;
      g_usleep (REGISTER_PAUSE);
    }
}

static int
etp_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    {
      register_patiently (application);
      return -1;
    }
  g_print ("etappe %s\n", ETP_VERSION);
  return 0;
}

static void
etp_application_class_init (EtpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = etp_application_startup;
  application_class->activate = etp_application_activate;
  application_class->open = etp_application_open;
  application_class->handle_local_options = etp_application_handle_local_options;
}

static void
etp_application_init (EtpApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Draw customer journey maps."));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

EtpApplication *
etp_application_new (void)
{
  return g_object_new (ETP_TYPE_APPLICATION, "application-id", ETP_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

EtpWindow *
etp_application_find_window (EtpApplication *self, GFile *file)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    {
      GFile *own = ETP_IS_WINDOW (link->data) ? etp_window_get_file (link->data) : NULL;

      if (own != NULL && etp_same_file (own, file))
        return link->data;
    }
  return NULL;
}

static EtpWindow *
find_free_window (EtpApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (ETP_IS_WINDOW (link->data) && etp_window_is_free (link->data))
      return link->data;
  return NULL;
}

void
etp_application_open_file (EtpApplication *self, GFile *file, EtpWindow *preferred)
{
  EtpWindow *window;

  g_return_if_fail (ETP_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = etp_application_find_window (self, file);
  if (window == NULL)
    {
      if (preferred != NULL && etp_window_is_free (preferred))
        window = preferred;
      if (window == NULL)
        window = find_free_window (self);
      if (window == NULL)
        window = add_window (self);
      etp_window_open (window, file);
    }
  else if (etp_window_is_free (window)) /* it could not be read then, and may be by now */
    etp_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

gboolean
etp_application_begin (EtpApplication *self, GBytes *bytes, EtpWindow *preferred, GError **error)
{
  EtpWindow *window = preferred;

  g_return_val_if_fail (ETP_IS_APPLICATION (self), FALSE);

  if (window == NULL || !etp_window_is_free (window))
    window = add_window (self);
  if (!etp_window_begin (window, bytes, error))
    {
      if (window != preferred)
        gtk_window_destroy (GTK_WINDOW (window));
      return FALSE;
    }
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

EtpWindow *
etp_application_show_document (EtpApplication *self, EtpDocument *document)
{
  GFile *file;
  EtpWindow *window;

  g_return_val_if_fail (ETP_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (ETP_IS_DOCUMENT (document), NULL);

  file = etp_document_get_file (document);
  window = file != NULL ? etp_application_find_window (self, file) : NULL;
  if (window == NULL || !etp_window_may_replace (window))
    window = find_free_window (self);
  if (window == NULL)
    window = add_window (self);
  etp_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}
