/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include <string.h>

#include "app/etp-settings.h"
#include "app/etp-window-private.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "file/etp-writer.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"

static char *root; /* of all that the program remembers; owned */
static EtpApplication *application; /* owned */

EtpApplication *
window_fixture_start (int *argc, char ***argv)
{
  static const char *const folders[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME",
                                         "XDG_CACHE_HOME" };

  root = g_dir_make_tmp ("etappe-window-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (root, folders[i], NULL);

      g_setenv (folders[i], path, TRUE);
    }
  if (!canvas_fixture_start (argc, argv))
    return NULL;
  application = etp_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  return application;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_SYMLINK) || !g_file_test (child, G_FILE_TEST_IS_DIR))
        remove (child);
      else
        remove_tree (child);
    }
  remove (path);
}

int
window_fixture_end (void)
{
  int status = g_test_run ();

  g_clear_object (&application);
  remove_tree (root);
  g_clear_pointer (&root, g_free);
  return status;
}

void
window_fixture_open (WindowFixture *self, const char *version)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  static guint n_folders = 0;
  char folder[32];
  g_autoptr (GBytes) bytes = etp_write_journey (journey);
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL),
                                    (gssize) g_bytes_get_size (bytes));

  if (version != NULL)
    g_assert_cmpuint (g_string_replace (text, "\"version\": 1", version, 1), ==, 1);
  /* A file that comes where another one was would be looked at by whoever watches that one. */
  g_snprintf (folder, sizeof folder, "maps-%u", n_folders++);
  self->folder = g_build_filename (root, folder, NULL);
  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0700), ==, 0);
  self->file = g_file_new_build_filename (self->folder, "a.journey", NULL);
  g_assert_true (g_file_replace_contents (self->file, text->str, text->len, NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
  g_string_free (text, TRUE);
  g_set_weak_pointer (&self->window, etp_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (self->window));
  etp_window_open (self->window, self->file);
  while (etp_window_get_journey (self->window) == NULL
         || etp_canvas_get_scene (self->window->canvas) == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->journey = etp_window_get_journey (self->window);
}

void
window_fixture_set_up (WindowFixture *self, gconstpointer saves_itself)
{
  window_fixture_open (self, NULL);
  g_assert_true (etp_settings_set_autosave (saves_itself != NULL, NULL));
}

void
window_fixture_tear_down (WindowFixture *self, gconstpointer data)
{
  if (self->window != NULL)
    etp_window_destroy (self->window, TRUE);
  while (self->window != NULL) /* until all that is under way has let go of it */
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->file);
  g_clear_pointer (&self->folder, g_free);
}

EtpNode *
window_fixture_get (WindowFixture *self, const char *id)
{
  EtpNode *node = etp_journey_get_node (self->journey, id);

  g_assert_nonnull (node);
  return node;
}

gboolean
window_fixture_is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

GtkWidget *
window_fixture_find_label (const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *label = NULL;

  for (guint i = 0; label == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      label = find_widget (window, window_fixture_is_label, text);
    }
  return label;
}

void
window_fixture_click (const char *text)
{
  GtkWidget *label;

  while ((label = window_fixture_find_label (text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

void
window_fixture_set_title (WindowFixture *self, const char *title)
{
  EtpNode *map = ETP_NODE (self->journey);

  etp_history_end_coalescing (etp_journey_get_history (self->journey));
  g_assert_true (etp_edit_set_text (self->journey, map, ETP_JOURNEY_TITLE, title, NULL));
}

void
window_fixture_run (WindowFixture *self, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, NULL);
}
