/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-drag.h"
#include "canvas/etp-canvas-editor-private.h"
#include "etp-test-build.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

/* What is dragged between windows and programs. */

/* A drag of the toolkit's that nobody holds. */
static GdkDrag *
create_drag (CanvasFixture *fixture)
{
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (G_TYPE_STRING, "");
  GTypeQuery query;
  GType type = g_type_from_name ("CanvasTestDrag");
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->window));

  g_type_query (GDK_TYPE_DRAG, &query);
  if (type == G_TYPE_INVALID)
    type = g_type_register_static_simple (GDK_TYPE_DRAG, "CanvasTestDrag", query.class_size, NULL,
                                          query.instance_size, NULL, 0);
  return g_object_new (
      type, "surface", surface, "device",
      gdk_seat_get_pointer (gdk_display_get_default_seat (gdk_surface_get_display (surface))),
      "content", content, NULL);
}

/* What is dragged is the journey's: when another one is shown meanwhile, nothing is left of it. */
static void
test_journey_goes_while_dragged (void)
{
  for (int is_replaced = 0; is_replaced < 2; is_replaced++)
    {
      g_autoptr (GPtrArray) cards = g_ptr_array_new ();
      g_autoptr (EtpJourney) other = etp_test_journey_new_sample ();
      g_autoptr (GdkDrag) drag = NULL;
      CanvasFixture fixture;

      canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
      drag = create_drag (&fixture);
      g_ptr_array_add (cards, etp_journey_get_node (fixture.journey, "parked"));
      etp_canvas_carry (fixture.canvas, drag, cards);
      g_assert_nonnull (etp_canvas_get_load (fixture.canvas));
      if (is_replaced)
        etp_canvas_replace_journey (fixture.canvas, other);
      else
        etp_canvas_set_journey (fixture.canvas, other);
      g_assert_null (etp_canvas_get_load (fixture.canvas));
      etp_canvas_carry (fixture.canvas, drag, NULL);
      canvas_fixture_tear_down (&fixture);
    }
}

/* A slow program may end a drag when the next has begun: that one goes on. */
static void
test_older_drag_ends (gconstpointer is_own)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GdkDrag) drag = NULL;
  GdkDrag *older; /* weak */
  CanvasFixture fixture;
  EtpItemRef ref;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  drag = create_drag (&fixture);
  older = create_drag (&fixture);
  g_ptr_array_add (cards, canvas_fixture_get_node (&fixture, "parked"));
  g_object_add_weak_pointer (G_OBJECT (older), (gpointer *) &older);
  if (is_own != NULL)
    {
      ref = canvas_fixture_find (&fixture, "advert", ETP_ITEM_CARD);
      etp_canvas_hold_drag (fixture.canvas, older, etp_canvas_load_new (fixture.canvas, ref, 0, 0));
    }
  else
    etp_canvas_carry (fixture.canvas, older, cards);
  etp_canvas_carry (fixture.canvas, drag, cards);
  if (is_own != NULL)
    g_signal_emit_by_name (older, "dnd-finished");
  else
    {
      etp_canvas_carry (fixture.canvas, older, NULL);
      g_object_unref (older);
    }
  g_assert_null (older);
  g_assert_nonnull (etp_canvas_get_load (fixture.canvas));
  g_assert_true (etp_canvas_get_load (fixture.canvas)->pressed == cards->pdata[0]);
  etp_canvas_carry (fixture.canvas, drag, NULL);
  g_assert_null (etp_canvas_get_load (fixture.canvas));
  canvas_fixture_tear_down (&fixture);
}

/* With Ctrl a measure stays where it is and a copy goes into the phase, in one step; the mark is all of
 * the cell, as measures lie in the order of their list. */
static void
test_copy_measure (void)
{
  EtpNodeList *measures;
  g_autoptr (EtpCanvasLoad) load = NULL;
  const EtpDropPlace *place;
  CanvasFixture fixture;
  double x, y, there, nowhere;
  EtpNode *measure;
  EtpItemRef ref;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_fit_map (fixture.canvas);
  canvas_fixture_settle (&fixture);
  measures = etp_journey_get_list (fixture.journey, ETP_LIST_MEASURES);
  measure = canvas_fixture_get_node (&fixture, "compress");
  ref = canvas_fixture_find (&fixture, "compress", ETP_ITEM_MEASURE);
  canvas_fixture_get_middle (&fixture, ref, &x, &y);
  canvas_fixture_get_middle (&fixture, canvas_fixture_find (&fixture, "aware", ETP_ITEM_PHASE_HEAD),
                             &there, &nowhere);
  load = etp_canvas_load_new (fixture.canvas, ref, x, y);
  g_assert_nonnull (load);
  place = etp_canvas_load_show (fixture.canvas, load, there, y, TRUE);
  g_assert_nonnull (place);
  g_assert_cmpstr (place->phase_id, ==, "aware");
  g_assert_cmpfloat (place->mark.y, ==, place->cell.y);
  g_assert_cmpfloat (place->mark.height, ==, place->cell.height);

  etp_canvas_load_drop (fixture.canvas, load, there, y, TRUE);
  g_assert_cmpuint (etp_node_list_get_length (measures), ==, 2);
  g_assert_cmpstr (etp_node_get_text (measure, ETP_MEASURE_PHASE), ==, "consider");
  g_assert_true (etp_canvas_get_selected_node (fixture.canvas) != measure);
  g_assert_cmpstr (
      etp_node_get_text (etp_canvas_get_selected_node (fixture.canvas), ETP_MEASURE_PHASE), ==,
      "aware");
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture.journey)));
  g_assert_cmpuint (etp_node_list_get_length (measures), ==, 1);
  canvas_fixture_tear_down (&fixture);
}

/* A drop of the toolkit's that came from another program. */
static GdkDrop *
create_drop (CanvasFixture *fixture)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_new_for_gtype (G_TYPE_STRING);
  GTypeQuery query;
  GType type = g_type_from_name ("CanvasTestDrop");
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->window));

  g_type_query (GDK_TYPE_DROP, &query);
  if (type == G_TYPE_INVALID)
    type = g_type_register_static_simple (GDK_TYPE_DROP, "CanvasTestDrop", query.class_size, NULL,
                                          query.instance_size, NULL, 0);
  return g_object_new (
      type, "surface", surface, "device",
      gdk_seat_get_pointer (gdk_display_get_default_seat (gdk_surface_get_display (surface))),
      "formats", formats, NULL);
}

static GdkContentProvider *
provide_nothing (EtpCanvas *canvas, GPtrArray *nodes, gpointer user_data)
{
  return NULL;
}

static GdkContentFormats *
dup_text_formats (void)
{
  return gdk_content_formats_new_for_gtype (G_TYPE_STRING);
}

static gboolean
note_target (EtpCanvas *canvas, GdkDrop *drop, const EtpCanvasTarget *target, gpointer user_data)
{
  *(EtpCanvasTarget *) user_data = *target;
  return TRUE;
}

static void
drop_at (CanvasFixture *fixture, double x, double y)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (canvas);
  g_autoptr (GdkDrop) drop = create_drop (fixture);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET_ASYNC (controller))
        g_signal_emit_by_name (controller, "drop", drop, x, y, &is_taken);
    }
  g_assert_true (is_taken);
}

/* Things can be dropped; that is said before the canvas is shown. */
static void
take_drops (CanvasFixture *fixture, EtpCanvasTarget *target)
{
  static const EtpCanvasDelegate delegate = { .provide = provide_nothing,
                                              .dup_formats = dup_text_formats,
                                              .drop = note_target };
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (
      gtk_window_get_child (GTK_WINDOW (fixture->window)));
  g_autoptr (GtkWidget) canvas = g_object_ref (GTK_WIDGET (fixture->canvas));

  gtk_scrolled_window_set_child (scroller, NULL);
  etp_canvas_set_delegate (fixture->canvas, &delegate, target);
  gtk_scrolled_window_set_child (scroller, canvas);
  canvas_fixture_settle (fixture);
}

/* What comes from outside while a new card is blank takes that card's place, which has gone by then. */
static void
test_drop_while_typing (void)
{
  EtpCanvasTarget target = { .index = G_MAXUINT };
  CanvasFixture fixture;
  EtpItemRef ref;
  double x, y;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  take_drops (&fixture, &target);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "advert", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.add", NULL);
  g_assert_true (etp_canvas_is_typing_blank_card (fixture.canvas));
  ref = canvas_fixture_find (
      &fixture, etp_node_get_id (etp_canvas_get_selected_node (fixture.canvas)), ETP_ITEM_CARD);
  canvas_fixture_get_middle (&fixture, ref, &x, &y);
  drop_at (&fixture, x, y + etp_canvas_get_item_bounds (fixture.canvas, ref).height / 4);
  g_assert_false (etp_canvas_is_editing (fixture.canvas));
  g_assert_true (target.lane == canvas_fixture_get_node (&fixture, "touchpoints"));
  g_assert_true (target.phase == canvas_fixture_get_node (&fixture, "aware"));
  g_assert_cmpuint (target.index, ==, 1);
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/drag/journey-goes", test_journey_goes_while_dragged);
  g_test_add_data_func ("/canvas/drag/older-drag-ends", NULL, test_older_drag_ends);
  g_test_add_data_func ("/canvas/drag/older-own-drag-ends", "own", test_older_drag_ends);
  g_test_add_func ("/canvas/drag/copy-measure", test_copy_measure);
  g_test_add_func ("/canvas/drag/drop-while-typing", test_drop_while_typing);
  return g_test_run ();
}
