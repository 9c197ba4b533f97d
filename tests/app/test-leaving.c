/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/inspector/etp-crop-area.h"
#include "app/etp-parked-rows.h"
#include "app/etp-quit.h"
#include "app/etp-window-private.h"
#include "etp-test-build.h"
#include "file/etp-writer.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-spot.h"
#include "window-fixture.h"

/* What goes on, or must not, when windows are left or show another map. */

static EtpApplication *application; /* owned by the fixture */

static EtpWindow *
open_copy (WindowFixture *fixture)
{
  g_autoptr (GFile) copy = g_file_new_build_filename (fixture->folder, "copy.journey", NULL);
  EtpWindow *window = etp_window_new (GTK_APPLICATION (application));

  g_assert_true (g_file_copy (fixture->file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  gtk_window_present (GTK_WINDOW (window));
  etp_window_open (window, copy);
  while (etp_window_get_journey (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
change (EtpWindow *window)
{
  EtpJourney *journey = etp_window_get_journey (window);

  g_assert_true (
      etp_edit_set_text (journey, ETP_NODE (journey), ETP_JOURNEY_TITLE, "changed", NULL));
}

static void
cancel_leaving (EtpWindow *window)
{
  window_fixture_click ("Cancel");
  while (window->is_asking_to_leave)
    g_main_context_iteration (NULL, TRUE);
}

/* A window that is closed while quitting saves another one asks by itself: the program goes on, and to quit
 * can be asked for again. */
static void
test_close_while_quitting (WindowFixture *fixture, gconstpointer data)
{
  EtpWindow *other = open_copy (fixture);
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));
  EtpWindow *first = ETP_WINDOW (windows->data);
  EtpWindow *second = first == other ? fixture->window : other;

  change (first);
  change (second);
  etp_window_set_trouble (second, "a disk without room", TRUE); /* it asks */
  etp_quit (GTK_APPLICATION (application));
  g_assert_true (etp_document_is_saving (first->document));
  gtk_window_close (GTK_WINDOW (second));
  g_assert_true (second->is_asking_to_leave);
  while (first->is_asking_to_leave || etp_window_has_changes (first))
    g_main_context_iteration (NULL, TRUE);
  cancel_leaving (second);
  etp_quit (GTK_APPLICATION (application));
  g_assert_true (second->is_asking_to_leave);
  cancel_leaving (second);
  etp_window_destroy (other, TRUE);
}

/* A slow program takes what was dragged there from a window that is closed by then. */
static void
test_drag_ends_late (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *canvas = g_object_ref_sink (etp_canvas_new ());
  GtkWidget *row = g_object_ref_sink (
      etp_parked_rows_create (ETP_CANVAS (canvas), window_fixture_get (fixture, "parked")));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);
  g_autoptr (GtkEventController) source = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        g_set_object (&source, controller);
    }
  g_assert_nonnull (source);
  g_object_add_weak_pointer (G_OBJECT (canvas), (gpointer *) &canvas);
  g_object_unref (canvas);
  g_assert_null (canvas);
  g_object_unref (row);
  g_signal_emit_by_name (source, "drag-end", NULL, FALSE);
}

/* The window shows another map: the sample again, or an empty one. */
static void
replace_map (WindowFixture *fixture, gboolean is_empty)
{
  g_autoptr (EtpJourney) journey = is_empty ? etp_journey_new () : etp_test_journey_new_sample ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (EtpDocument) document = NULL;

  bytes = etp_write_journey (journey);
  loaded = etp_load_bytes (bytes, NULL, NULL);
  document = etp_document_new (loaded);
  etp_window_set_document (fixture->window, document);
  fixture->journey = etp_window_get_journey (fixture->window);
}

/* What is said of an emotion is said of the map that is shown, not of one that was. */
static void
test_emotion_of_replaced (WindowFixture *fixture, gconstpointer data)
{
  EtpWindow *window = fixture->window;

  etp_window_select_node (window, window_fixture_get (fixture, "advert"));
  gtk_widget_activate_action (GTK_WIDGET (window->canvas), "canvas.edit-emotion", NULL);
  while (window->emotion_popover == NULL || !gtk_widget_get_mapped (window->emotion_popover))
    g_main_context_iteration (NULL, TRUE);
  replace_map (fixture, FALSE);
  g_assert_false (gtk_widget_get_visible (window->emotion_popover));
}

static void
give_image (WindowFixture *fixture, const char *id)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 80, 60);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  const EtpSpot spot = { fixture->journey, nodes, ETP_CARD_IMAGE, -1, -1, NULL };
  char *data;
  gsize length;

  g_ptr_array_add (nodes, window_fixture_get (fixture, id));
  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));
  bytes = g_bytes_new_take (data, length);
  g_assert_true (etp_spot_set_image (&spot, "image/png", bytes, NULL));
}

/* Borrowed; NULL: no picture is being cropped. */
static EtpCropArea *
find_crop_area (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *area = NULL;

  for (guint i = 0; area == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      area = find_of_type (window, ETP_TYPE_CROP_AREA);
    }
  return (EtpCropArea *) area;
}

/* A picture is cropped for a card of the map that was, and goes with it. */
static void
test_crop_for_replaced (WindowFixture *fixture, gconstpointer data)
{
  EtpCropArea *area;

  give_image (fixture, "advert");
  etp_window_select_node (fixture->window, window_fixture_get (fixture, "advert"));
  etp_window_show_field (fixture->window, ETP_CARD_TITLE);
  open_everything (etp_window_get_inspector (fixture->window));
  window_fixture_click ("Crop…");
  while ((area = find_crop_area ()) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (area)))
    g_main_context_iteration (NULL, TRUE);
  etp_crop_area_set_ratio (area, 3.0 / 4);
  replace_map (fixture, TRUE);
  while (g_main_context_iteration (NULL, FALSE)) /* the inspector follows */
    continue;
  window_fixture_click ("Use");
  while (find_crop_area () != NULL) /* it is cut in a worker */
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (etp_window_has_changes (fixture->window));
}

/* What was given up with its window is not saved later, by whatever that window is kept. */
static void
test_given_up (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (EtpWindow) window = g_object_ref (fixture->window);

  etp_window_set_trouble (window, "a disk without room", TRUE);
  window_fixture_set_title (fixture, "given up");
  g_assert_cmpuint (window->autosave_id, !=, 0);
  etp_window_destroy (window, TRUE);
  g_source_set_ready_time (g_main_context_find_source_by_id (NULL, window->autosave_id), 0);
  while (window->autosave_id != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (etp_document_is_saving (window->document));
  etp_window_schedule_save (window);
  g_assert_cmpuint (window->autosave_id, ==, 0);
}

int
main (int argc, char **argv)
{
  application = window_fixture_start (&argc, &argv);
  if (application == NULL)
    return 0;
#define ADD(path, func, data)                                                                      \
  g_test_add (path, WindowFixture, data, window_fixture_set_up, func, window_fixture_tear_down)
  ADD ("/app/leaving/close-while-quitting", test_close_while_quitting, "by itself");
  ADD ("/app/leaving/drag-ends-late", test_drag_ends_late, NULL);
  ADD ("/app/leaving/emotion-of-replaced", test_emotion_of_replaced, NULL);
  ADD ("/app/leaving/crop-for-replaced", test_crop_for_replaced, NULL);
  ADD ("/app/leaving/given-up", test_given_up, "by itself");
#undef ADD
  return window_fixture_end ();
}
