/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"

#include <string.h>

#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "model/etp-fields.h"

/* Whether there is a tooltip at a place of the map; what it says is tested with the scene. */

static gboolean
asks_for_tip (CanvasFixture *fixture, double x, double y, gboolean by_keyboard)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_shown = FALSE;

  g_signal_emit_by_name (fixture->canvas, "query-tooltip", (int) x, (int) y, by_keyboard, tooltip,
                         &is_shown);
  return is_shown;
}

static gboolean
on_long_rested (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* While the pointer rests there for longer than somebody who passes by. */
static gboolean
has_tip (CanvasFixture *fixture, double x, double y, gboolean by_keyboard)
{
  gboolean has_rested = FALSE;

  if (asks_for_tip (fixture, x, y, by_keyboard))
    return TRUE;
  g_timeout_add (700, on_long_rested, &has_rested);
  while (!has_rested)
    g_main_context_iteration (NULL, TRUE);
  return asks_for_tip (fixture, x, y, by_keyboard);
}

/* The middle of the first mark of a kind on a card. */
static void
find_mark (CanvasFixture *fixture, EtpItemRef ref, EtpMarkType type, double *x, double *y)
{
  const EtpItem *item = etp_scene_get_item (etp_canvas_get_scene (fixture->canvas), ref);
  const EtpRect bounds = etp_canvas_get_item_bounds (fixture->canvas, ref);
  const double zoom = bounds.width / item->width;

  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == type)
      {
        const EtpRect *rect = &item->marks[i].rect;

        *x = bounds.x + (rect->x + MIN (rect->width, 8) / 2) * zoom;
        *y = bounds.y + (rect->y + MIN (rect->height, 8) / 2) * zoom;
        return;
      }
  g_assert_not_reached ();
}

static void
test_tips (void)
{
  CanvasFixture fixture;
  EtpNodeList *cards;
  EtpItemRef ref = ETP_ITEM_REF_NONE;
  double x, y;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  gtk_widget_set_has_tooltip (GTK_WIDGET (fixture.canvas),
                              FALSE); /* the real pointer asks nothing */
  etp_canvas_set_zoom (fixture.canvas, 1);
  canvas_fixture_settle (&fixture);
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  for (guint i = 0; etp_item_ref_is_none (ref); i++)
    ref = etp_scene_find_node (etp_canvas_get_scene (fixture.canvas),
                               etp_node_get_id (etp_node_list_get (cards, i)), ETP_ITEM_CARD);
  etp_canvas_select (fixture.canvas, ref);
  canvas_fixture_settle (&fixture);

  find_mark (&fixture, ref, ETP_MARK_ICON, &x, &y);
  g_assert_false (asks_for_tip (&fixture, x, y, FALSE)); /* not at once, over what one reads */
  g_assert_true (has_tip (&fixture, x, y, FALSE));
  find_mark (&fixture, ref, ETP_MARK_TEXT, &x, &y);
  g_assert_false (has_tip (&fixture, x, y, FALSE)); /* one can read it */
  g_assert_true (asks_for_tip (&fixture, x, y, TRUE)); /* of the selected card, all of it */
  g_assert_false (has_tip (&fixture, 1190, 790, FALSE));

  etp_canvas_edit (fixture.canvas, etp_canvas_get_selected_node (fixture.canvas), -1);
  find_mark (&fixture, ref, ETP_MARK_ICON, &x, &y);
  g_assert_false (has_tip (&fixture, x, y, FALSE)); /* not while somebody types */
  canvas_fixture_tear_down (&fixture);
}

static GtkWidget *
find_popover (CanvasFixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));

  while (child != NULL && !(GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
count_told (EtpCanvas *canvas, const char *text, gboolean can_undo, guint *n)
{
  (*n)++;
}

/* By a key it is said where the keyboard is; that goes back to the map. */
static void
test_explain (void)
{
  CanvasFixture fixture;
  GtkWidget *popover, *focus;
  guint n_told = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  g_signal_connect (fixture.canvas, "told", G_CALLBACK (count_told), &n_told);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.canvas));
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.explain", NULL);
  g_assert_null (find_popover (&fixture)); /* nothing is selected, which is told */
  g_assert_cmpuint (n_told, ==, 1);
  canvas_fixture_select (&fixture, ETP_ITEM_CARD, "visit", NULL);
  canvas_fixture_settle (&fixture);
  for (guint i = 0; i < 2; i++) /* once more changes nothing */
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.explain", NULL);
      while ((popover = find_popover (&fixture)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture.window));
      g_assert_true (GTK_IS_LABEL (focus) && gtk_widget_is_ancestor (focus, popover));
      g_assert_false (gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL));
    }
  g_assert_nonnull (
      strstr (gtk_label_get_text (GTK_LABEL (focus)),
              etp_node_get_text (etp_canvas_get_selected_node (fixture.canvas), ETP_CARD_TITLE)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  while (find_popover (&fixture) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_popover (&fixture));
  g_assert_true (etp_canvas_has_focus (fixture.canvas));
  g_assert_cmpuint (n_told, ==, 1);
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/tips/tips", test_tips);
  g_test_add_func ("/canvas/tips/explain", test_explain);
  return g_test_run ();
}
