/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-private.h"
#include "canvas/etp-proxy.h"
#include "etp-test-build.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "scene/etp-scene-place.h"

/* What a rubber band chooses, and what is told of it while it is dragged. */

static const EtpCanvasTool *const band = &etp_canvas_tool_band;

static EtpNode *
get_card (CanvasFixture *fixture, guint index)
{
  return etp_node_list_get (etp_journey_get_list (fixture->journey, ETP_LIST_CARDS), index);
}

/* Without an item under the pointer, from the map's corner. */
static EtpCanvasDrag
begin (CanvasFixture *fixture)
{
  EtpCanvasDrag drag = { .item = ETP_ITEM_REF_NONE };

  g_assert_true (band->take (fixture->canvas, &drag));
  return drag;
}

static void
drag_to (CanvasFixture *fixture, EtpCanvasDrag *drag, double x_map, double y_map)
{
  drag->x_map = x_map;
  drag->y_map = y_map;
  band->update (fixture->canvas, drag);
}

static gboolean
says_selected (GtkWidget *proxy)
{
  g_autofree char *difference = gtk_test_accessible_check_state (
      GTK_ACCESSIBLE (proxy), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  return difference == NULL;
}

/* Each thing says that it is selected if it is. */
static void
assert_mirror (EtpCanvas *canvas, GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ETP_IS_PROXY (child))
      g_assert_cmpint (says_selected (child), ==,
                       etp_canvas_is_chosen (canvas, etp_proxy_get_item (ETP_PROXY (child))));
    else
      assert_mirror (canvas, child);
}

static void
count_signal (EtpCanvas *canvas, guint *n)
{
  ++*n;
}

/* Motions that meet nothing new are not told to anybody: whoever hears that the selection has changed
 * looks at all of it. */
static void
test_nothing_new (void)
{
  CanvasFixture fixture;
  EtpCanvas *canvas;
  EtpCanvasDrag drag;
  EtpRect rect;
  guint n = 0, n_chosen;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  canvas = fixture.canvas;
  etp_canvas_update_accessible (canvas);
  g_signal_connect (canvas, "selection-changed", G_CALLBACK (count_signal), &n);
  rect = etp_scene_item_rect (
      etp_canvas_get_scene (canvas),
      canvas_fixture_find (&fixture, etp_node_get_id (get_card (&fixture, 30)), ETP_ITEM_CARD),
      NULL);
  drag = begin (&fixture);
  for (guint i = 0; i < 5; i++)
    drag_to (&fixture, &drag, rect.x + 10 + 0.1 * i, rect.y + 10);
  g_assert_cmpuint (n, ==, 1);
  n_chosen = etp_canvas_get_n_chosen (canvas);
  g_assert_cmpuint (n_chosen, >, 0);
  g_assert_cmpuint (n_chosen, <, 120);
  assert_mirror (canvas, GTK_WIDGET (canvas));

  drag_to (&fixture, &drag, 1e6, 1e6);
  drag_to (&fixture, &drag, 1e6, 2e6);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (etp_canvas_get_n_chosen (canvas), ==, 120);
  assert_mirror (canvas, GTK_WIDGET (canvas));

  /* Somebody else has chosen something meanwhile: what lies in the band is chosen again. */
  etp_canvas_select (canvas, ETP_ITEM_REF_NONE);
  drag_to (&fixture, &drag, 1e6, 1e6);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (etp_canvas_get_n_chosen (canvas), ==, 120);
  band->finish (canvas, &drag);
  g_assert_cmpuint (n, ==, 4);
  assert_mirror (canvas, GTK_WIDGET (canvas));
  canvas_fixture_tear_down (&fixture);
}

/* The tiles that the band meets are chosen, and if it adds those that were, as far as they are there. */
static void
assert_chosen (CanvasFixture *fixture, const EtpCanvasDrag *drag, GHashTable *base)
{
  EtpScene *scene = etp_canvas_get_scene (fixture->canvas);
  const EtpRect area = { MIN (drag->x0_map, drag->x_map), MIN (drag->y0_map, drag->y_map),
                         MAX (0.01, ABS (drag->x_map - drag->x0_map)),
                         MAX (0.01, ABS (drag->y_map - drag->y0_map)) };

  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    for (guint j = 0; j < etp_scene_get_cell (scene, i)->cell->n_items; j++)
      {
        const EtpItemRef ref = { i, j };
        const EtpItem *item = etp_scene_get_item (scene, ref);
        const EtpRect rect = etp_scene_item_rect (scene, ref, NULL);
        const gboolean is_met = etp_item_is_tile (item)
                                && (etp_rect_intersects (&rect, &area)
                                    || (drag->modifiers != 0
                                        && g_hash_table_contains (base, item->node_id)));

        g_assert_cmpint (etp_canvas_is_selected (fixture->canvas, ref), ==, is_met);
      }
}

/* What else may happen while the band is dragged; most of the time nothing does. */
static void
disturb (CanvasFixture *fixture, GRand *random)
{
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);
  const guint n = etp_node_list_get_length (cards);
  EtpNode *card = get_card (fixture, (guint) g_rand_int_range (random, 0, (gint32) n));

  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      g_assert_true (etp_edit_set_text (fixture->journey, card, ETP_CARD_TITLE, "New", NULL));
      break;
    case 1:
      g_assert_true (etp_edit_remove (fixture->journey, card, NULL));
      break;
    case 2:
      etp_canvas_select (fixture->canvas, ETP_ITEM_REF_NONE);
      break;
    case 3:
      etp_canvas_select_all (fixture->canvas);
      break;
    default:
      break;
    }
}

static void
select_some (CanvasFixture *fixture, GRand *random, GHashTable *base)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < 5; i++)
    {
      EtpNode *card = get_card (fixture, (guint) g_rand_int_range (random, 0, 60));

      g_ptr_array_add (nodes, card);
      g_hash_table_add (base, g_strdup (etp_node_get_id (card)));
    }
  etp_canvas_select_nodes (fixture->canvas, nodes);
}

/* To and fro, with and without Ctrl, and with all that may come between. */
static void
test_any_way (void)
{
  const guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  CanvasFixture fixture;

  g_test_message ("seed %u", seed);
  canvas_fixture_show (&fixture, etp_test_journey_new_large (120, 4), 1000, 700);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GHashTable) base = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      EtpScene *scene = etp_canvas_get_scene (fixture.canvas);
      EtpCanvasDrag drag;

      select_some (&fixture, random, base);
      drag = begin (&fixture);
      drag.x0_map = g_rand_double_range (random, 0, etp_scene_get_width (scene));
      drag.y0_map = g_rand_double_range (random, 0, etp_scene_get_height (scene));
      for (guint j = 0; j < 12; j++)
        {
          scene = etp_canvas_get_scene (fixture.canvas);
          drag.modifiers = g_rand_int_range (random, 0, 4) == 0 ? GDK_CONTROL_MASK : 0;
          drag_to (&fixture, &drag, g_rand_double_range (random, 0, etp_scene_get_width (scene)),
                   g_rand_double_range (random, 0, etp_scene_get_height (scene)));
          assert_chosen (&fixture, &drag, base);
          if (g_rand_boolean (random))
            etp_canvas_update_accessible (fixture.canvas);
          disturb (&fixture, random);
        }
      band->finish (fixture.canvas, &drag);
      assert_chosen (&fixture, &drag, base);
      etp_canvas_update_accessible (fixture.canvas);
      assert_mirror (fixture.canvas, GTK_WIDGET (fixture.canvas));
    }
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/band/nothing-new", test_nothing_new);
  g_test_add_func ("/canvas/band/any-way", test_any_way);
  return g_test_run ();
}
