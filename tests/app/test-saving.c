/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "app/etp-window-private.h"
#include "etp-test-build.h"
#include "file/etp-writer.h"
#include "model/etp-edit.h"
#include "window-fixture.h"

/* A map that is saved, by itself or by hand, read again or left: what was done in it meanwhile is lost
 * neither to that nor to what somebody else does with the file. */

static EtpApplication *application; /* owned by the fixture */

static gboolean
file_has (WindowFixture *fixture, const char *text)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_load_contents (fixture->file, NULL, &content, NULL, NULL, NULL));
  return strstr (content, text) != NULL;
}

/* What is done while the last save is under way is saved as well. */
static void
test_close_while_saving (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_title (fixture, "the first change");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (etp_document_is_saving (fixture->window->document));
  window_fixture_set_title (fixture, "the second change");
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (file_has (fixture, "the second change"));
}

/* Nothing is saved by itself that the person may be about to give up; kept, it is. */
static void
test_asked_to_discard (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_title (fixture, "perhaps not");
  g_assert_true (etp_window_saves_itself (fixture->window));
  etp_window_reload (fixture->window);
  while (window_fixture_find_label ("Discard Your Changes?") == NULL)
    {
      g_assert_false (etp_window_saves_itself (fixture->window));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_false (etp_window_saves_itself (fixture->window));
  window_fixture_click ("Cancel");
  while (!file_has (fixture, "perhaps not"))
    g_main_context_iteration (NULL, TRUE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (etp_document_save_finish (ETP_DOCUMENT (source), result, NULL));
}

/* What is saved while the file is read again is not taken for what somebody else wrote. */
static void
test_read_while_saving (WindowFixture *fixture, gconstpointer is_first)
{
  EtpWindow *window = fixture->window;

  window_fixture_set_title (fixture, "just saved");
  if (is_first != NULL)
    etp_document_save_async (window->document, NULL, ETP_SAVE_NONE, on_saved, NULL);
  etp_window_reload (window);
  if (is_first == NULL)
    etp_document_save_async (window->document, NULL, ETP_SAVE_NONE, on_saved, NULL);
  while (etp_document_is_saving (window->document) || window->loading != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (etp_window_get_journey (window) == fixture->journey);
  g_assert_null (window_fixture_find_label ("Discard Your Changes?"));
  g_assert_false (etp_window_has_changes (window));
  g_assert_true (file_has (fixture, "just saved"));
}

static gboolean
is_label_with_start (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), data);
}

/* Somebody else does it, without the window being told. */
static void
write_otherwise (WindowFixture *fixture)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GBytes) bytes = NULL;

  etp_test_set_root (journey, ETP_JOURNEY_TITLE, "by somebody else", ETP_TEST_END);
  bytes = etp_write_journey (journey);
  g_assert_true (g_file_replace_contents (fixture->file, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE,
                                          NULL, NULL, NULL));
}

/* The time to save by itself has come. */
static void
let_save (WindowFixture *fixture)
{
  g_assert_cmpuint (fixture->window->autosave_id, !=, 0);
  g_source_set_ready_time (g_main_context_find_source_by_id (NULL, fixture->window->autosave_id),
                           0);
  while (fixture->window->autosave_id != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_disk (WindowFixture *fixture, EtpMonitorState state)
{
  while (etp_document_get_disk_state (fixture->window->document) != state)
    g_main_context_iteration (NULL, TRUE);
}

/* Who stays after all has his map saved by itself as before. */
static void
test_stay (WindowFixture *fixture, gconstpointer data)
{
  etp_window_set_trouble (fixture->window, "a disk without room", TRUE);
  window_fixture_set_title (fixture, "kept after all");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (fixture->window->is_asking_to_leave);
  let_save (fixture);
  window_fixture_click ("Cancel");
  while (fixture->window->is_asking_to_leave)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->window->autosave_id, !=, 0);
}

/* A file that was away is written again by itself once it is back as it was. */
static void
test_back_again (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) away = g_file_new_build_filename (fixture->folder, "away.journey", NULL);

  g_assert_true (g_file_move (fixture->file, away, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  etp_document_check_disk (fixture->window->document);
  wait_for_disk (fixture, ETP_MONITOR_GONE);
  window_fixture_set_title (fixture, "while it was away");
  g_assert_cmpuint (fixture->window->autosave_id, ==, 0);
  g_assert_true (g_file_move (away, fixture->file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  etp_document_check_disk (fixture->window->document);
  wait_for_disk (fixture, ETP_MONITOR_SAME);
  g_assert_cmpuint (fixture->window->autosave_id, !=, 0);
}

/* To read a file again that is back as it was gives up nothing, whether that is known yet or not. */
static void
test_read_back_again (WindowFixture *fixture, gconstpointer data)
{
  EtpWindow *window = fixture->window;
  g_autoptr (GFile) away = g_file_new_build_filename (fixture->folder, "away.journey", NULL);

  g_assert_true (g_file_move (fixture->file, away, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  etp_document_check_disk (window->document);
  wait_for_disk (fixture, ETP_MONITOR_GONE);
  g_assert_true (g_file_move (away, fixture->file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  etp_window_reload (window);
  g_assert_nonnull (window->loading);
  while (etp_window_get_journey (window) == fixture->journey)
    {
      g_assert_false (window->is_asking_to_discard);
      g_main_context_iteration (NULL, TRUE);
    }
  fixture->journey = etp_window_get_journey (window);
  g_assert_false (etp_window_has_changes (window));
}

/* A map whose file was deleted is not closed without a question, though nothing was done in it. To save it
 * then needs no further one, and what is given up is given up. */
static void
test_leave_deleted (WindowFixture *fixture, gconstpointer answer)
{
  const gboolean saves = g_str_equal (answer, "Save");

  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  etp_document_check_disk (fixture->window->document);
  wait_for_disk (fixture, ETP_MONITOR_GONE);
  g_assert_true (g_str_has_suffix (gtk_window_get_title (GTK_WINDOW (fixture->window)), " •"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (fixture->window->is_asking_to_leave);
  while (window_fixture_find_label ("Save “a.journey” Again?") == NULL)
    g_main_context_iteration (NULL, TRUE);
  window_fixture_click (answer);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_file_query_exists (fixture->file, NULL), ==, saves);
}

static void
wait_for_label (const char *start)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean is_shown = FALSE;

  while (!is_shown)
    {
      g_main_context_iteration (NULL, TRUE);
      for (guint i = 0; i < g_list_model_get_n_items (windows) && !is_shown; i++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

          is_shown = find_widget (window, is_label_with_start, start) != NULL;
        }
    }
}

/* Whoever also changed the map is told that the changes are lost, not that something may be. */
static void
test_leave_deleted_and_edited (WindowFixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  etp_document_check_disk (fixture->window->document);
  wait_for_disk (fixture, ETP_MONITOR_GONE);
  g_assert_false (etp_document_is_edited (fixture->window->document));
  window_fixture_set_title (fixture, "edited");
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_for_label ("The file of “edited” was moved or deleted, and there are changes that are not "
                  "saved.");
  window_fixture_click ("Discard");
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What cannot be saved when the window is closed is asked about once: who stays has his map, and who must
 * leave can. */
static void
test_leave_unsaved (WindowFixture *fixture, gconstpointer answer)
{
  const gboolean stays = g_str_equal (answer, "Cancel");

  window_fixture_set_title (fixture, "cannot be saved");
  g_assert_true (etp_window_saves_itself (fixture->window));
  write_otherwise (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  window_fixture_click (answer);
  while (stays ? fixture->window->is_asking_to_leave : fixture->window != NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_null (window_fixture_find_label ("Save Changes?"));
    }
  g_assert_false (file_has (fixture, "cannot be saved"));
}

/* What somebody else did in the file is said with what can be done about it, whoever finds it first. Before,
 * there is nothing to keep. */
static void
test_changed_before_saving (WindowFixture *fixture, gconstpointer data)
{
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "keep-mine"));
  window_fixture_set_title (fixture, "mine");
  write_otherwise (fixture);
  g_assert_true (etp_document_get_disk_state (fixture->window->document) == ETP_MONITOR_SAME);
  let_save (fixture);
  while (find_widget (GTK_WIDGET (fixture->window->notice), is_label_with_start,
                      "Someone else changed this file: ")
         == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fixture->window->trouble);
  g_assert_nonnull (window_fixture_find_label ("Keep Mine"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "keep-mine"));
}

/* Somebody else saves what is in the file with a newer version of the program. */
static void
write_newer (WindowFixture *fixture)
{
  g_autofree char *content = NULL;
  char *version;

  g_assert_true (g_file_load_contents (fixture->file, NULL, &content, NULL, NULL, NULL));
  version = strstr (content, "\"version\": 1");
  g_assert_nonnull (version);
  version[strlen ("\"version\": ")] = '2';
  g_assert_true (g_file_replace_contents (fixture->file, content, strlen (content), NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
}

static void
wait_for_newer (WindowFixture *fixture)
{
  while (find_widget (GTK_WIDGET (fixture->window->notice), is_label_with_start,
                      "Someone else changed this file with a newer version of Etappe")
         == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWindow *
find_window (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (window))
          && g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }
  return NULL;
}

/* What a newer version made of the file meanwhile is not written over, though it says the same: not by
 * keeping what is open, not by itself and not by hand. */
static void
test_newer_meanwhile (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  write_newer (fixture);
  etp_document_check_disk (fixture->window->document);
  wait_for_newer (fixture);
  g_assert_null (window_fixture_find_label ("Keep Mine"));
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "keep-mine"));
  window_fixture_run (fixture, "keep-mine");
  g_assert_true (etp_document_get_disk_state (fixture->window->document) == ETP_MONITOR_CHANGED);
  window_fixture_set_title (fixture, "of the older version");
  g_assert_false (etp_window_saves_itself (fixture->window));
  window_fixture_run (fixture, "save");
  while ((dialog = find_window ("Save the Map")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (dialog);
  while (find_window ("Save the Map") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (file_has (fixture, "\"version\": 2"));
}

/* Nor by whoever agrees to overwrite what somebody else changed, and does not know yet with what; whether
 * the window has looked at it by then or not. */
static void
test_newer_not_overwritten (WindowFixture *fixture, gconstpointer is_known)
{
  window_fixture_set_title (fixture, "of the older version");
  write_newer (fixture);
  window_fixture_run (fixture, "save");
  if (is_known != NULL)
    wait_for_newer (fixture);
  window_fixture_click ("Overwrite");
  while (window_fixture_find_label ("“a.journey” Could Not Be Saved") == NULL)
    {
      g_assert_true (file_has (fixture, "\"version\": 2"));
      g_main_context_iteration (NULL, TRUE);
    }
  window_fixture_click ("Cancel");
  g_assert_true (file_has (fixture, "\"version\": 2"));
}

/* A change of somebody else that the look at the file did not find is over once it is saved by hand: the
 * next one is looked for again. */
static void
test_look_again (WindowFixture *fixture, gconstpointer data)
{
  fixture->window->is_looking_again = TRUE;
  window_fixture_set_title (fixture, "by hand");
  window_fixture_run (fixture, "save");
  while (fixture->window->is_looking_again)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (file_has (fixture, "by hand"));
}

/* Another window's start page tells of a map what was saved last. */
static void
test_start_tells_saved (WindowFixture *fixture, gconstpointer data)
{
  EtpWindow *other = etp_window_new (GTK_APPLICATION (application));

  etp_window_show_start (other);
  gtk_window_present (GTK_WINDOW (other));
  for (guint i = 0; i < 2; i++)
    {
      const char *title = i == 0 ? "saved by hand" : "saved by itself";

      window_fixture_set_title (fixture, title);
      g_assert_null (find_widget (GTK_WIDGET (other), window_fixture_is_label, title));
      if (i == 0)
        window_fixture_run (fixture, "save");
      else
        let_save (fixture);
      while (find_widget (GTK_WIDGET (other), window_fixture_is_label, title) == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  etp_window_destroy (other, FALSE);
}

/* The start page is about no file, also where one could not be opened before. */
static void
test_start_over_error (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) broken = g_file_new_build_filename (fixture->folder, "broken.journey", NULL);
  EtpWindow *window = etp_window_new (GTK_APPLICATION (application));

  g_assert_true (
      g_file_replace_contents (broken, "{", 1, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  gtk_window_present (GTK_WINDOW (window));
  etp_window_open (window, broken);
  while (etp_window_get_page (window) != ETP_WINDOW_PAGE_ERROR)
    g_main_context_iteration (NULL, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-start", NULL);
  g_assert_cmpint (etp_window_get_page (window), ==, ETP_WINDOW_PAGE_START);
  g_assert_null (etp_window_get_file (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Etappe");
  etp_window_destroy (window, FALSE);
}

int
main (int argc, char **argv)
{
  application = window_fixture_start (&argc, &argv);
  if (application == NULL)
    return 0;
#define ADD(path, func, data)                                                                      \
  g_test_add (path, WindowFixture, data, window_fixture_set_up, func, window_fixture_tear_down)
  ADD ("/app/saving/close-while-saving", test_close_while_saving, "by itself");
  ADD ("/app/saving/asked-to-discard", test_asked_to_discard, "by itself");
  ADD ("/app/saving/stay", test_stay, "by itself");
  ADD ("/app/saving/back-again", test_back_again, "by itself");
  ADD ("/app/saving/read-back-again", test_read_back_again, NULL);
  ADD ("/app/saving/save-deleted", test_leave_deleted, "Save");
  ADD ("/app/saving/discard-deleted", test_leave_deleted, "Discard");
  ADD ("/app/saving/leave-deleted-and-edited", test_leave_deleted_and_edited, NULL);
  ADD ("/app/saving/stay-unsaved", test_leave_unsaved, "Cancel");
  ADD ("/app/saving/discard-unsaved", test_leave_unsaved, "Discard Changes");
  ADD ("/app/saving/changed-before-saving", test_changed_before_saving, "by itself");
  ADD ("/app/saving/newer-meanwhile", test_newer_meanwhile, "by itself");
  ADD ("/app/saving/newer-not-overwritten", test_newer_not_overwritten, "known");
  ADD ("/app/saving/newer-not-overwritten-unknown", test_newer_not_overwritten, NULL);
  ADD ("/app/saving/look-again", test_look_again, NULL);
  ADD ("/app/saving/start-tells-saved", test_start_tells_saved, "by itself");
  ADD ("/app/saving/start-over-error", test_start_over_error, NULL);
  ADD ("/app/saving/save-while-reading", test_read_while_saving, NULL);
  ADD ("/app/saving/read-while-saving", test_read_while_saving, "first");
#undef ADD
  return window_fixture_end ();
}
