/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"

#include <string.h>

#include "canvas/etp-canvas-private.h"

/* GTK 4.24 warns of its own account of frames where many are drawn in a short time. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0
        && strstr (fields[i].value, "gdk_frame_timings_submitted") != NULL)
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, user_data);
}

gboolean
canvas_fixture_start (int *argc, char ***argv)
{
  const char *x11 = g_getenv ("DISPLAY"), *wayland = g_getenv ("WAYLAND_DISPLAY");

  if ((x11 == NULL || x11[0] == '\0') && (wayland == NULL || wayland[0] == '\0'))
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }
  g_test_init (argc, argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_init ();
  /* A test waits for what happens, not for time to pass. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  return TRUE;
}

static void
on_after_paint (GdkFrameClock *clock, gboolean *is_painted)
{
  *is_painted = TRUE;
}

void
canvas_fixture_run_frame (CanvasFixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->canvas));
  gboolean is_painted = FALSE;
  const gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint),
                                      &is_painted);

  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

void
canvas_fixture_settle (CanvasFixture *self)
{
  do
    canvas_fixture_run_frame (self);
  while (!etp_canvas_is_settled (self->canvas));
  etp_canvas_update_accessible (self->canvas);
  canvas_fixture_run_frame (self);
}

void
canvas_fixture_show (CanvasFixture *self, EtpJourney *journey, int width, int height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->journey = journey;
  self->window = gtk_window_new ();
  self->canvas = ETP_CANVAS (etp_canvas_new ());
  /* No head bar: the canvas is as large as the window. */
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->canvas));
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  etp_canvas_set_journey (self->canvas, journey);
  gtk_window_present (GTK_WINDOW (self->window));
  canvas_fixture_settle (self);
}

void
canvas_fixture_tear_down (CanvasFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_clear_object (&self->journey);
}

EtpItemRef
canvas_fixture_find (CanvasFixture *self, const char *node_id, EtpItemKind kind)
{
  const EtpItemRef ref = etp_scene_find_node (etp_canvas_get_scene (self->canvas), node_id, kind);

  g_assert_false (etp_item_ref_is_none (ref));
  return ref;
}

EtpNode *
canvas_fixture_get_node (CanvasFixture *self, const char *id)
{
  EtpNode *node = etp_journey_get_node (self->journey, id);

  g_assert_nonnull (node);
  return node;
}

void
canvas_fixture_select (CanvasFixture *self, EtpItemKind kind, const char *node_id, const char *sub)
{
  const EtpItem wanted = { .kind = kind, .node_id = (char *) node_id, .sub = (char *) sub };
  const EtpItemRef ref = etp_canvas_find_item (self->canvas, &wanted);

  g_assert_false (etp_item_ref_is_none (ref));
  etp_canvas_select (self->canvas, ref);
}

void
canvas_fixture_assert_selected (CanvasFixture *self,
                                EtpItemKind kind,
                                const char *node_id,
                                const char *sub)
{
  const EtpItemRef ref = etp_canvas_get_selection (self->canvas);
  const EtpItem *item;

  g_assert_false (etp_item_ref_is_none (ref));
  item = etp_scene_get_item (etp_canvas_get_scene (self->canvas), ref);
  g_assert_cmpint (item->kind, ==, kind);
  g_assert_cmpstr (item->node_id, ==, node_id);
  g_assert_cmpstr (item->sub, ==, sub);
}

void
canvas_fixture_get_middle (CanvasFixture *self, EtpItemRef ref, double *x, double *y)
{
  const EtpRect bounds = etp_canvas_get_item_bounds (self->canvas, ref);

  *x = bounds.x + bounds.width / 2;
  *y = bounds.y + bounds.height / 2;
}

void
canvas_fixture_press_long (CanvasFixture *self, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_LONG_PRESS (controller))
        continue;
      g_signal_emit_by_name (controller, "pressed", x, y);
      return;
    }
  g_assert_not_reached ();
}
