/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

/* What commands do to what is selected, and what is selected afterwards. */

static void
run (CanvasFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

static EtpNode *
get_node (CanvasFixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

static void
set (CanvasFixture *fixture, const char *id, guint field, gboolean value)
{
  EtpDatum datum = etp_datum_boolean (value);

  g_assert_true (etp_edit_set (fixture->journey, get_node (fixture, id), field, &datum, NULL));
}

static void
select_item (CanvasFixture *fixture, EtpItemKind kind, const char *id, const char *sub)
{
  const EtpItem wanted = { .kind = kind, .node_id = (char *) id, .sub = (char *) sub };
  const EtpItemRef ref = etp_canvas_find_item (fixture->canvas, &wanted);

  g_assert_false (etp_item_ref_is_none (ref));
  etp_canvas_select (fixture->canvas, ref);
}

static void
assert_selected (CanvasFixture *fixture, EtpItemKind kind, const char *id, const char *sub)
{
  const EtpItemRef ref = etp_canvas_get_selection (fixture->canvas);
  const EtpItem *item;

  g_assert_false (etp_item_ref_is_none (ref));
  item = etp_scene_get_item (etp_canvas_get_scene (fixture->canvas), ref);
  g_assert_cmpint (item->kind, ==, kind);
  g_assert_cmpstr (item->node_id, ==, id);
  g_assert_cmpstr (item->sub, ==, sub);
}

/* The step of a curve's first point is added to by keyboard. Where its lane is collapsed that unfolds, as
 * part of the same step of the history, and where it is hidden nothing happens. */
static void
test_add_behind_point (void)
{
  CanvasFixture fixture;
  EtpNodeList *cards;
  EtpHistory *history;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_set_persona (fixture.canvas, "max");
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  history = etp_journey_get_history (fixture.journey);
  n = etp_node_list_get_length (cards);
  set (&fixture, "touchpoints", ETP_LANE_COLLAPSED, TRUE);
  before = etp_test_dump (fixture.journey);
  select_item (&fixture, ETP_ITEM_POINT, "advert", "max");
  run (&fixture, "canvas.add");
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n + 1);
  g_assert_false (etp_node_get_boolean (get_node (&fixture, "touchpoints"), ETP_LANE_COLLAPSED));
  etp_canvas_end_editing (fixture.canvas, TRUE);
  after = etp_test_dump (fixture.journey);
  etp_test_assert_same_dump (before, after);
  g_assert_null (etp_history_get_redo_title (history));
  assert_selected (&fixture, ETP_ITEM_POINT, "advert", "max");

  set (&fixture, "touchpoints", ETP_LANE_HIDDEN, TRUE);
  select_item (&fixture, ETP_ITEM_POINT, "advert", "max");
  run (&fixture, "canvas.add");
  g_assert_false (etp_canvas_is_editing (fixture.canvas));
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n);
  assert_selected (&fixture, ETP_ITEM_POINT, "advert", "max");
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/verbs/add-behind-point", test_add_behind_point);
  return g_test_run ();
}
