/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-proxy-group.h"
#include "canvas/etp-proxy.h"
#include "etp-test-build.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

#define MAX_CHILDREN 100

static guint
count_children (GtkWidget *parent)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* The proxy of a node's item; NULL if there is none. */
static GtkWidget *
find_proxy (GtkWidget *parent, const char *node_id, EtpItemKind kind)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (!ETP_IS_PROXY (child))
        found = find_proxy (child, node_id, kind);
      else if (etp_proxy_get_item (ETP_PROXY (child))->kind == kind
               && g_strcmp0 (etp_proxy_get_item (ETP_PROXY (child))->node_id, node_id) == 0)
        found = child;
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is said of an item: the scene's words, and for the emotion lane's head the curve. */
static char *
dup_description (CanvasFixture *fixture, EtpItemRef ref)
{
  EtpScene *scene = etp_canvas_get_scene (fixture->canvas);
  const EtpItem *item = etp_scene_get_item (scene, ref);
  EtpNode *lane = item->kind == ETP_ITEM_LANE_HEAD
                      ? etp_journey_get_node (fixture->journey, item->node_id)
                      : NULL;

  if (lane != NULL && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_EMOTION)
    return etp_curve_describe (fixture->journey, etp_canvas_get_persona (fixture->canvas), NULL);
  return etp_scene_dup_description (scene, ref);
}

/* The tree has the scene's items in the scene's order, with the scene's words. */
static void
assert_mirrors_scene (CanvasFixture *fixture)
{
  EtpScene *scene = etp_canvas_get_scene (fixture->canvas);
  EtpItemRef ref = ETP_ITEM_REF_NONE;
  GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));

  for (; group != NULL; group = gtk_widget_get_next_sibling (group))
    {
      /* Buttons on the map are widgets of their own. */
      if (!ETP_IS_PROXY_GROUP (group))
        continue;
      g_assert_cmpuint (count_children (group), <=, MAX_CHILDREN);
      for (GtkWidget *cell = gtk_widget_get_first_child (group); cell != NULL;
           cell = gtk_widget_get_next_sibling (cell))
        {
          g_assert_cmpuint (count_children (cell), <=, MAX_CHILDREN);
          for (GtkWidget *proxy = gtk_widget_get_first_child (cell); proxy != NULL;
               proxy = gtk_widget_get_next_sibling (proxy))
            {
              g_autofree char *description = NULL;
              EtpItem *item;

              /* The list passes over empty cells, the tree has them. */
              if (etp_proxy_get_item (ETP_PROXY (proxy))->kind == ETP_ITEM_CELL)
                continue;
              ref = etp_scene_next (scene, ref, 1);
              g_assert_false (etp_item_ref_is_none (ref));
              item = etp_scene_get_item (scene, ref);
              description = dup_description (fixture, ref);
              g_assert_true (etp_proxy_get_item (ETP_PROXY (proxy)) == item);
              gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                   item->name);
              gtk_test_accessible_assert_property (proxy, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                   description);
            }
        }
    }
  g_assert_true (etp_item_ref_is_none (etp_scene_next (scene, ref, 1)));
}

static void
test_mirrors_scene (void)
{
  static const struct
  {
    guint n_cards, n_phases;
  } cases[] = { { 0, 0 }, { 60, 3 }, { 1500, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CanvasFixture fixture;

      canvas_fixture_show (&fixture,
                           cases[i].n_cards == 0
                               ? etp_test_journey_new_sample ()
                               : etp_test_journey_new_large (cases[i].n_cards, cases[i].n_phases),
                           800, 600);
      assert_mirrors_scene (&fixture);
      canvas_fixture_tear_down (&fixture);
    }
}

static void
test_groups_are_named (void)
{
  CanvasFixture fixture;
  EtpScene *scene;
  GtkWidget *group;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 3), 800, 600);
  scene = etp_canvas_get_scene (fixture.canvas);
  group = gtk_widget_get_first_child (GTK_WIDGET (fixture.canvas));
  for (guint i = 0; group != NULL; group = gtk_widget_get_next_sibling (group))
    if (ETP_IS_PROXY_GROUP (group))
      gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           etp_scene_get_group (scene, i++)->name);
  canvas_fixture_tear_down (&fixture);
}

/* An edit changes words and leaves the other widgets alone; a removed card takes its own along. */
static void
test_edits_are_followed (void)
{
  CanvasFixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  GtkWidget *proxy, *neighbour;
  EtpNodeList *cards;
  EtpNode *card;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 3), 800, 600);
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  card = etp_node_list_get (cards, 0);
  id = g_strdup (etp_node_get_id (card));
  proxy = find_proxy (GTK_WIDGET (fixture.canvas), id, ETP_ITEM_CARD);
  neighbour = find_proxy (GTK_WIDGET (fixture.canvas),
                          etp_node_get_id (etp_node_list_get (cards, 8)), ETP_ITEM_CARD);
  g_assert_nonnull (proxy);
  g_assert_nonnull (neighbour);

  g_assert_true (etp_edit_set_text (fixture.journey, card, ETP_CARD_TITLE, "Rückruf", &error));
  etp_canvas_update_accessible (fixture.canvas);
  g_assert_true (find_proxy (GTK_WIDGET (fixture.canvas), id, ETP_ITEM_CARD) == proxy);
  g_assert_nonnull (strstr (etp_proxy_get_item (ETP_PROXY (proxy))->name, "Rückruf"));
  assert_mirrors_scene (&fixture);

  g_assert_true (etp_edit_remove (fixture.journey, card, &error));
  etp_canvas_update_accessible (fixture.canvas);
  g_assert_null (find_proxy (GTK_WIDGET (fixture.canvas), id, ETP_ITEM_CARD));
  g_assert_true (find_proxy (GTK_WIDGET (fixture.canvas),
                             etp_proxy_get_item (ETP_PROXY (neighbour))->node_id, ETP_ITEM_CARD)
                 == neighbour);
  assert_mirrors_scene (&fixture);

  /* A phase's new name is in the words of each of its cards. */
  g_assert_true (etp_edit_set_text (
      fixture.journey,
      etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_PHASES), 1),
      ETP_PHASE_NAME, "Überlegung", &error));
  etp_canvas_update_accessible (fixture.canvas);
  assert_mirrors_scene (&fixture);
  canvas_fixture_tear_down (&fixture);
}

/* A long cell lies in several parts; what its last card is says how many there are in all of them. */
static void
test_parts (void)
{
  static const guint ns[] = { 101, 250 };

  for (gsize i = 0; i < G_N_ELEMENTS (ns); i++)
    {
      EtpJourney *journey = etp_journey_new ();
      EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
      CanvasFixture fixture;

      etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "Phase", ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", ETP_TEST_END);
      for (guint j = 0; j < ns[i]; j++)
        {
          g_autofree char *id = g_strdup_printf ("c%u", j);

          etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p",
                        ETP_CARD_TITLE, id, ETP_TEST_END);
        }
      canvas_fixture_show (&fixture, journey, 800, 600);
      assert_mirrors_scene (&fixture);
      g_assert_true (etp_edit_remove (journey, etp_node_list_get (cards, ns[i] - 1), NULL));
      etp_canvas_update_accessible (fixture.canvas);
      assert_mirrors_scene (&fixture);
      g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
      etp_canvas_update_accessible (fixture.canvas);
      assert_mirrors_scene (&fixture);
      canvas_fixture_tear_down (&fixture);
    }
}

/* Where assistive technology looks for an item is where it is shown, pins included. */
static void
test_places (void)
{
  CanvasFixture fixture;
  g_autoptr (GtkAdjustment) horizontal = NULL;
  g_autoptr (GtkAdjustment) vertical = NULL;
  EtpScene *scene;
  guint n_checked = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (300, 6), 1000, 700);
  g_object_get (fixture.canvas, "hadjustment", &horizontal, "vadjustment", &vertical, NULL);
  etp_canvas_set_zoom (fixture.canvas, 0.8);
  gtk_adjustment_set_value (horizontal, 300);
  gtk_adjustment_set_value (vertical, 400);
  gtk_widget_queue_allocate (GTK_WIDGET (fixture.canvas));
  canvas_fixture_settle (&fixture);
  scene = etp_canvas_get_scene (fixture.canvas);
  for (EtpItemRef ref = etp_scene_next (scene, ETP_ITEM_REF_NONE, 1); !etp_item_ref_is_none (ref);
       ref = etp_scene_next (scene, ref, 1))
    {
      const EtpItem *item = etp_scene_get_item (scene, ref);
      const EtpRect shown = etp_canvas_get_item_bounds (fixture.canvas, ref);
      GtkWidget *proxy = item->node_id != NULL
                             ? find_proxy (GTK_WIDGET (fixture.canvas), item->node_id, item->kind)
                             : NULL;
      graphene_rect_t bounds;

      if (proxy == NULL || etp_proxy_get_item (ETP_PROXY (proxy)) != item)
        continue;
      g_assert_true (gtk_widget_compute_bounds (proxy, GTK_WIDGET (fixture.canvas), &bounds));
      g_assert_cmpfloat_with_epsilon ((double) bounds.origin.x, shown.x, 3);
      g_assert_cmpfloat_with_epsilon ((double) bounds.origin.y, shown.y, 3);
      g_assert_cmpfloat_with_epsilon ((double) bounds.size.width, shown.width, 2);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 100);
  canvas_fixture_tear_down (&fixture);
}

static void
note_activation (EtpCanvas *canvas, guint *n)
{
  ++*n;
}

static void
test_actions (void)
{
  CanvasFixture fixture;
  const char *id;
  GtkWidget *proxy;
  guint n_activated = 0;
  EtpItem *selected;

  canvas_fixture_show (&fixture, etp_test_journey_new_large (60, 3), 800, 600);
  g_signal_connect (fixture.canvas, "item-activated", G_CALLBACK (note_activation), &n_activated);
  id = etp_node_get_id (
      etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS), 20));
  proxy = find_proxy (GTK_WIDGET (fixture.canvas), id, ETP_ITEM_CARD);
  g_assert_true (gtk_widget_activate_action (proxy, "card.focus", NULL));
  selected = etp_scene_get_item (etp_canvas_get_scene (fixture.canvas),
                                 etp_canvas_get_selection (fixture.canvas));
  g_assert_cmpstr (selected->node_id, ==, id);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == proxy);
  gtk_test_accessible_assert_state (proxy, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  g_assert_cmpuint (n_activated, ==, 0);
  g_assert_true (gtk_widget_activate_action (proxy, "card.open", NULL));
  g_assert_cmpuint (n_activated, ==, 1);
  etp_canvas_select (fixture.canvas, ETP_ITEM_REF_NONE);
  gtk_test_accessible_assert_state (proxy, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  canvas_fixture_tear_down (&fixture);
}

/* What folds says whether it is open; a lane of one persona's curve speaks of nobody else. What is
 * selected keeps the keyboard also where it goes into another cell. */
static void
test_states (void)
{
  CanvasFixture fixture;
  EtpJourney *journey = etp_journey_new ();
  GtkWidget *canvas, *proxy;
  g_autofree char *curve = NULL;

  for (guint i = 0; i < 2; i++)
    {
      etp_test_add (journey, ETP_LIST_PERSONAS, i == 0 ? "anna" : "ben", ETP_PERSONA_NAME,
                    i == 0 ? "Anna" : "Ben", ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_PHASES, i == 0 ? "p0" : "p1", ETP_PHASE_COLLAPSED, i == 0,
                    ETP_TEST_END);
    }
  etp_test_add (journey, ETP_LIST_PHASES, "p2", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "bens", ETP_LANE_KIND, "emotion", ETP_LANE_PERSONA, "ben",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "head", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                ETP_CARD_TITLE, "Head", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "one", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p1",
                ETP_CARD_TITLE, "One", ETP_CARD_CLUSTER, "head", ETP_TEST_END);
  canvas_fixture_show (&fixture, journey, 800, 600);
  canvas = GTK_WIDGET (fixture.canvas);
  gtk_test_accessible_assert_state (find_proxy (canvas, "p0", ETP_ITEM_PHASE_HEAD),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  gtk_test_accessible_assert_state (find_proxy (canvas, "p1", ETP_ITEM_PHASE_HEAD),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_state (find_proxy (canvas, "pains", ETP_ITEM_LANE_HEAD),
                                    GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_state (find_proxy (canvas, "head", ETP_ITEM_CARD),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  curve = etp_curve_describe (journey, "ben", NULL);
  gtk_test_accessible_assert_property (find_proxy (canvas, "bens", ETP_ITEM_LANE_HEAD),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, curve);

  proxy = find_proxy (canvas, "head", ETP_ITEM_CARD);
  g_assert_true (gtk_widget_activate_action (proxy, "card.focus", NULL));
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.fold", NULL));
  etp_canvas_update_accessible (fixture.canvas);
  gtk_test_accessible_assert_state (find_proxy (canvas, "head", ETP_ITEM_CARD),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.move-right", NULL));
  etp_canvas_update_accessible (fixture.canvas);
  proxy = find_proxy (canvas, "head", ETP_ITEM_CARD);
  g_assert_nonnull (proxy);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == proxy);
  /* The heading took along what it gathers. */
  g_assert_cmpstr (etp_node_get_text (etp_journey_get_node (journey, "one"), ETP_CARD_PHASE), ==,
                   "p2");
  g_assert_cmpstr (etp_node_get_text (etp_journey_get_node (journey, "one"), ETP_CARD_CLUSTER), ==,
                   "head");
  canvas_fixture_tear_down (&fixture);
}

/* The pointer never meets a proxy: hits are the canvas' business. */
static void
test_pointer_passes (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 800, 600);
  for (double x = 10; x < 800; x += 90)
    for (double y = 10; y < 600; y += 70)
      g_assert_true (gtk_widget_pick (GTK_WIDGET (fixture.canvas), x, y, GTK_PICK_DEFAULT)
                     == GTK_WIDGET (fixture.canvas));
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/accessible/mirrors-scene", test_mirrors_scene);
  g_test_add_func ("/canvas/accessible/groups-are-named", test_groups_are_named);
  g_test_add_func ("/canvas/accessible/edits-are-followed", test_edits_are_followed);
  g_test_add_func ("/canvas/accessible/parts", test_parts);
  g_test_add_func ("/canvas/accessible/places", test_places);
  g_test_add_func ("/canvas/accessible/actions", test_actions);
  g_test_add_func ("/canvas/accessible/states", test_states);
  g_test_add_func ("/canvas/accessible/pointer-passes", test_pointer_passes);
  return g_test_run ();
}
