/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-start-page.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/etp-map-tile.h"
#include "app/etp-recent.h"
#include "app/etp-resources.h"
#include "app/etp-template.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "file-test.h"
#include "file/etp-snapshot.h"
#include "file/etp-writer.h"
#include "find-widget.h"
#include "model/etp-fields.h"

/* A label on the page that is about a review. */
static const char *
find_review (GtkWidget *widget)
{
  const char *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), "eview ") != NULL)
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_review (child);
  return found;
}

static gboolean
is_label_of (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static void
wait_for_review (GtkWidget *page, const char *start)
{
  const char *text;

  while ((text = find_review (page)) == NULL || !g_str_has_prefix (text, start))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_tile_of (GtkWidget *widget, gconstpointer title)
{
  return ETP_IS_MAP_TILE (widget) && find_widget (widget, is_label_of, title) != NULL;
}

/* A map in the list of recent ones that is to be looked at on that day. */
static GFile *
add_map (const char *day)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a.journey", NULL);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;
  GFile *file = g_file_new_for_path (path);

  etp_test_set_root (journey, ETP_JOURNEY_REVIEW_DUE, day, ETP_TEST_END);
  bytes = etp_write_journey (journey);
  data = g_bytes_get_data (bytes, &length);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  etp_recent_add (gtk_recent_manager_get_default (), file);
  return file;
}

/* The page stays open over night, and the review is overdue in the morning. */
static void
test_another_day (void)
{
  g_autoptr (GFile) file = add_map ("2099-12-31");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = etp_start_page_new ();

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_review (page, "Next review ");
  etp_start_page_set_day (ETP_START_PAGE (page), "2099-12-31");
  wait_for_review (page, "Next review ");
  etp_start_page_set_day (ETP_START_PAGE (page), "2100-01-01");
  wait_for_review (page, "Review overdue since ");
  etp_start_page_set_day (ETP_START_PAGE (page), NULL);
  wait_for_review (page, "Next review ");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In a window with the actions of the tiles: without them they take no keyboard. */
static GtkWidget *
present_page (GtkWidget **page)
{
  static const GActionEntry actions[] = {
    { .name = "open-uri", .parameter_type = "s" },
    { .name = "new-from", .parameter_type = "s" },
    { .name = "forget-recent", .parameter_type = "s" },
    { .name = "remove-template", .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *window = gtk_window_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  *page = etp_start_page_new ();
  gtk_window_set_child (GTK_WINDOW (window), *page);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
is_picture (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_PICTURE (widget);
}

static gboolean
is_tile_with_review (GtkWidget *widget, gconstpointer data)
{
  return ETP_IS_MAP_TILE (widget) && find_review (widget) != NULL;
}

/* A map that is saved while the page is open, again and again, keeps its picture, its place and what is
 * told of it until there is something new to tell. */
static void
test_saved_again (void)
{
  g_autoptr (GFile) file = add_map ("2099-12-31");
  g_autoptr (GFile) gone = g_file_new_build_filename (g_get_user_data_dir (), "b.journey", NULL);
  g_autofree char *uri = g_file_get_uri (gone);
  GtkWidget *page, *window, *tile;
  GtkFlowBoxChild *child;
  GtkPicture *picture;
  int place;

  etp_recent_add (gtk_recent_manager_get_default (), gone);
  window = present_page (&page);
  wait_for_review (page, "Next review ");
  while (find_widget (page, is_label_of, "Moved or deleted") == NULL)
    g_main_context_iteration (NULL, TRUE);
  tile = find_widget (page, is_tile_with_review, NULL);
  picture = GTK_PICTURE (find_widget (tile, is_picture, NULL));
  child = GTK_FLOW_BOX_CHILD (gtk_widget_get_parent (tile));
  place = gtk_flow_box_child_get_index (child);

  g_object_unref (add_map ("2000-01-01"));
  for (guint i = 0; i < 3; i++)
    etp_start_page_look_again (ETP_START_PAGE (page), file);
  g_assert_true (find_widget (page, is_tile_with_review, NULL) == tile);
  while (g_str_has_prefix (find_review (page), "Next review "))
    {
      g_assert_nonnull (gtk_picture_get_paintable (picture));
      g_assert_cmpint (gtk_flow_box_child_get_index (child), ==, place);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (g_str_has_prefix (find_review (page), "Review overdue since "));
  g_assert_true (find_widget (page, is_tile_with_review, NULL) == tile);
  g_assert_nonnull (gtk_picture_get_paintable (picture));

  g_assert_true (g_file_delete (file, NULL, NULL));
  etp_start_page_look_again (ETP_START_PAGE (page), file);
  while (find_review (page) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (gtk_picture_get_paintable (picture));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL));
}

static gboolean
is_on_tile (GtkWidget *focus)
{
  return focus != NULL && gtk_widget_get_ancestor (focus, ETP_TYPE_MAP_TILE) != NULL;
}

/* Where one recent map goes and another one, for which there was no room, comes, the keyboard stays in
 * the list; of a map that is only looked at again, it stays on that. */
static void
test_forget_one_of_many (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *page, *window, *tile;

  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *name = g_strdup_printf ("gone %u.journey", i);

      g_ptr_array_add (files, g_file_new_build_filename (g_get_user_data_dir (), name, NULL));
      etp_recent_add (manager, files->pdata[i]);
    }
  window = present_page (&page);
  tile = find_widget (page, is_tile_of, "gone 8.journey");
  etp_map_tile_take_focus (ETP_MAP_TILE (tile));
  etp_start_page_look_again (ETP_START_PAGE (page), files->pdata[8]);
  g_assert_true (find_widget (page, is_tile_of, "gone 8.journey") == tile);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), tile));

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);
      g_autofree char *name = g_file_get_basename (files->pdata[i]);

      g_assert_true (gtk_recent_manager_remove_item (manager, uri, NULL));
      if (i != 8)
        continue;
      while (find_widget (page, is_tile_of, name) != NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (is_on_tile (gtk_window_get_focus (GTK_WINDOW (window))));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A template that is removed leaves the keyboard to another one. */
static void
test_remove_template (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GBytes) map = etp_write_journey_without_snapshots (journey);
  g_autoptr (GFile) first = etp_template_save_own (map, "Ours 1", TRUE, NULL);
  g_autoptr (GFile) second = etp_template_save_own (map, "Ours 2", TRUE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  GtkWidget *page, *window = present_page (&page);

  etp_map_tile_take_focus (ETP_MAP_TILE (find_widget (page, is_tile_of, "Ours 2")));
  bytes = etp_template_remove_own (second, NULL);
  g_assert_nonnull (bytes);
  etp_start_page_refresh_templates (ETP_START_PAGE (page));
  g_assert_null (find_widget (page, is_tile_of, "Ours 2"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         find_widget (page, is_tile_of, "Ours 1")));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = file_test_make_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  if (!canvas_fixture_start (&argc, &argv))
    {
      file_test_remove (folder);
      return 0;
    }
  g_resources_register (etp_get_resource ());
  adw_init ();
  g_test_add_func ("/app/start-page/forget-one-of-many", test_forget_one_of_many);
  g_test_add_func ("/app/start-page/remove-template", test_remove_template);
  g_test_add_func ("/app/start-page/saved-again", test_saved_again);
  g_test_add_func ("/app/start-page/another-day", test_another_day);
  status = g_test_run ();
  file_test_remove (folder);
  return status;
}
