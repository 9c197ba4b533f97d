/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-drag.h"
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
      etp_canvas_carry (fixture.canvas, NULL, NULL);
      canvas_fixture_tear_down (&fixture);
    }
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

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/drag/journey-goes", test_journey_goes_while_dragged);
  g_test_add_func ("/canvas/drag/copy-measure", test_copy_measure);
  return g_test_run ();
}
