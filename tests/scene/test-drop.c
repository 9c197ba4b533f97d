/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene/etp-drop.h"

#include "etp-test-build.h"
#include "model/etp-edit.h"
#include "model/etp-outline.h"
#include "scene-test.h"

#include <string.h>

/* Where cards would go at points that are given by what is drawn there. */

typedef struct
{
  EtpJourney *journey;
  EtpScene *scene;
  EtpNode *steps, *notes, *curve; /* lanes */
  EtpNode *one, *two; /* phases */
  GPtrArray *cards;
} Fixture;

static EtpNode *
add_card (Fixture *self, EtpNode *lane, EtpNode *phase, const char *title)
{
  return etp_edit_add_card (self->journey, lane, phase, G_MAXUINT, title, NULL);
}

static void
rebuild (Fixture *self, GHashTable *folded)
{
  const EtpViewOptions options = { .folded = folded };

  g_clear_object (&self->scene);
  self->scene = etp_test_scene_new (self->journey, &options, NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->journey = etp_journey_new ();
  etp_journey_seed_ids (self->journey, 1);
  self->one = etp_edit_insert_phase (self->journey, 0, "One", NULL);
  self->two = etp_edit_insert_phase (self->journey, 1, "Two", NULL);
  self->steps = etp_edit_insert_lane (self->journey, 0, ETP_LANE_KIND_TOUCHPOINTS, "", NULL);
  self->curve = etp_edit_insert_lane (self->journey, 1, ETP_LANE_KIND_EMOTION, "", NULL);
  self->notes = etp_edit_insert_lane (self->journey, 2, ETP_LANE_KIND_ACTIONS, "", NULL);
  self->cards = g_ptr_array_new ();
  g_ptr_array_add (self->cards, add_card (self, self->notes, self->one, "A"));
  g_ptr_array_add (self->cards, add_card (self, self->notes, self->one, "B"));
  g_ptr_array_add (self->cards, add_card (self, self->notes, self->one, "C"));
  g_ptr_array_add (self->cards, add_card (self, self->steps, self->one, "S"));
  rebuild (self, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->scene);
  g_ptr_array_unref (self->cards);
  g_object_unref (self->journey);
}

static EtpNode *
card (Fixture *self, guint index)
{
  return self->cards->pdata[index];
}

static EtpRect
get_rect (Fixture *self, EtpNode *node)
{
  EtpItemRef ref = etp_scene_find_node (self->scene, etp_node_get_id (node), ETP_ITEM_CARD);

  g_assert_false (etp_item_ref_is_none (ref));
  return etp_scene_item_rect (self->scene, ref, NULL);
}

static EtpDropPlace
find (Fixture *self, EtpNode *moved, gboolean can_group, double x, double y)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  const EtpDrop drop = {
    .journey = self->journey, .moved = ids, .card = moved, .height = 40, .can_group = can_group
  };
  EtpDropPlace place;

  if (moved != NULL)
    g_hash_table_add (ids, (gpointer) etp_node_get_id (moved));
  g_assert_true (etp_drop_find (&drop, self->scene, x, y, &place));
  return place;
}

/* Above and below the middle of each of three notes. */
static void
test_between (Fixture *self, gconstpointer data)
{
  static const guint below[] = { 1, 2, G_MAXUINT };

  for (guint i = 0; i < 3; i++)
    {
      EtpRect rect = get_rect (self, card (self, i));
      EtpDropPlace place = find (self, NULL, FALSE, rect.x + 5, rect.y + rect.height / 2 - 1);

      g_assert_cmpuint (place.index, ==, i);
      g_assert_cmpstr (place.lane_id, ==, etp_node_get_id (self->notes));
      g_assert_cmpstr (place.phase_id, ==, etp_node_get_id (self->one));
      g_assert_cmpfloat (place.below, ==, rect.y);
      g_assert_cmpfloat (place.room, >, 0);
      place = find (self, NULL, FALSE, rect.x + 5, rect.y + rect.height / 2 + 1);
      if (below[i] == G_MAXUINT)
        g_assert_cmpuint (place.index, >=, 3);
      else
        g_assert_cmpuint (place.index, ==, below[i]);
    }
}

/* A card that is moved counts as gone; its own place is before the one that follows it. */
static void
test_moved (Fixture *self, gconstpointer data)
{
  EtpRect rect = get_rect (self, card (self, 2));
  EtpDropPlace place = find (self, card (self, 0), FALSE, rect.x + 5, rect.y + 1);

  g_assert_cmpuint (place.index, ==, 1);
  rect = get_rect (self, card (self, 0));
  place = find (self, card (self, 0), FALSE, rect.x + 5, rect.y + 1);
  g_assert_cmpuint (place.index, ==, 0);
}

static void
test_empty_cell (Fixture *self, gconstpointer data)
{
  EtpRect rect = get_rect (self, card (self, 1));
  const EtpGroup *group = etp_scene_get_group (self->scene, 2);
  EtpDropPlace place = find (self, NULL, TRUE, group->rect.x + 40, rect.y);

  g_assert_cmpstr (place.phase_id, ==, etp_node_get_id (self->two));
  g_assert_cmpuint (place.index, ==, G_MAXUINT);
  g_assert_cmpfloat (place.mark.height, >, 0);
  g_assert_cmpfloat (place.mark.x, >, group->rect.x);
}

/* Beside the map it is the nearest column; above it the first lane; the curve takes no cards. */
static void
test_nearest (Fixture *self, gconstpointer data)
{
  const EtpDrop drop = { .journey = self->journey, .height = 40 };
  EtpRect step = get_rect (self, card (self, 3)), note = get_rect (self, card (self, 0));
  EtpDropPlace place = find (self, NULL, FALSE, -500, step.y);

  g_assert_cmpstr (place.phase_id, ==, etp_node_get_id (self->one));
  place = find (self, NULL, FALSE, 1e5, step.y);
  g_assert_cmpstr (place.phase_id, ==, etp_node_get_id (self->two));
  place = find (self, NULL, FALSE, step.x, 0);
  g_assert_cmpstr (place.lane_id, ==, etp_node_get_id (self->steps));
  place = find (self, NULL, FALSE, step.x, 1e5);
  g_assert_cmpstr (place.lane_id, ==, etp_node_get_id (self->notes));
  g_assert_false (
      etp_drop_find (&drop, self->scene, step.x, (step.y + step.height + note.y) / 2, &place));
}

/* Onto the middle of a note, and into a group; steps are never grouped. */
static void
test_groups (Fixture *self, gconstpointer data)
{
  EtpRect rect = get_rect (self, card (self, 1));
  EtpDropPlace place = find (self, card (self, 0), TRUE, rect.x + 50, rect.y + rect.height / 2);
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  EtpNode *head;

  g_assert_cmpstr (place.onto_id, ==, etp_node_get_id (card (self, 1)));
  place = find (self, card (self, 0), FALSE, rect.x + 50, rect.y + rect.height / 2);
  g_assert_null (place.onto_id);
  rect = get_rect (self, card (self, 3));
  place = find (self, card (self, 0), TRUE, rect.x + 50, rect.y + rect.height / 2);
  g_assert_null (place.onto_id);

  g_ptr_array_add (two, card (self, 1));
  g_ptr_array_add (two, card (self, 2));
  head = etp_edit_group_cards (self->journey, two, "Group", NULL);
  rebuild (self, NULL);
  rect = get_rect (self, card (self, 2));
  place = find (self, card (self, 0), TRUE, rect.x + 50, rect.y + rect.height / 2);
  g_assert_cmpstr (place.head_id, ==, etp_node_get_id (head));
  /* Out of it again, above. */
  rect = get_rect (self, card (self, 0));
  place = find (self, card (self, 2), TRUE, rect.x + 50, rect.y);
  g_assert_null (place.head_id);
  g_assert_cmpuint (place.index, ==, 0);
}

/* A note under a step stays among those of its step. */
static void
test_step_order (Fixture *self, gconstpointer data)
{
  EtpNode *under = card (self, 2);
  EtpRect rect;
  EtpDropPlace place;

  g_assert_true (etp_edit_align_card (self->journey, under, card (self, 3), NULL));
  rebuild (self, NULL);
  /* It is drawn first now, and another can only come behind it. */
  rect = get_rect (self, under);
  place = find (self, card (self, 0), FALSE, rect.x + 5, rect.y);
  g_assert_cmpfloat (place.below, >, rect.y);
  rect = get_rect (self, card (self, 1));
  place = find (self, under, FALSE, rect.x + 5, rect.y + rect.height);
  g_assert_cmpfloat (place.below, <=, get_rect (self, card (self, 0)).y);
}

/* Side by side a note comes under the step of its slot, a step between others. */
static void
test_side_by_side (Fixture *self, gconstpointer data)
{
  const EtpField *row =
      &etp_node_record (ETP_NODE (self->journey))->table->fields[ETP_JOURNEY_ARRANGEMENT];
  EtpDatum datum = etp_datum_text (row, "side-by-side");
  EtpNode *second = add_card (self, self->steps, self->one, "T");
  EtpRect left, right, note;
  EtpDropPlace place;

  g_assert_true (etp_edit_set (self->journey, ETP_NODE (self->journey), ETP_JOURNEY_ARRANGEMENT,
                               &datum, NULL));
  rebuild (self, NULL);
  left = get_rect (self, card (self, 3));
  right = get_rect (self, second);
  note = get_rect (self, card (self, 0));
  g_assert_cmpfloat (right.x, >, left.x + left.width - 1);
  place = find (self, card (self, 0), FALSE, right.x + 20, note.y);
  g_assert_cmpstr (place.step_id, ==, etp_node_get_id (second));
  g_assert_true (etp_drop_find_step (self->scene, self->notes, self->one, &place.cell, right.x + 20)
                 == second);
  g_assert_true (etp_drop_find_step (self->scene, self->notes, self->one, &place.cell, left.x + 20)
                 == card (self, 3));
  g_assert_null (
      etp_drop_find_step (self->scene, self->steps, self->one, &place.cell, right.x + 20));
  place = find (self, NULL, FALSE, right.x + 5, right.y);
  g_assert_cmpuint (place.index, ==, 1);
  g_assert_cmpfloat (place.mark.width, <, place.mark.height);
}

static void
test_folded (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  EtpNode *head;
  EtpItemRef ref;
  EtpRect sign;

  g_ptr_array_add (two, card (self, 0));
  g_ptr_array_add (two, card (self, 1));
  head = etp_edit_group_cards (self->journey, two, "Group", NULL);
  g_hash_table_add (folded, (gpointer) etp_node_get_id (head));
  rebuild (self, folded);
  for (guint i = 0; i < 2; i++)
    {
      ref = etp_scene_find_node (self->scene, etp_node_get_id (card (self, i)), ETP_ITEM_CARD);
      g_assert_true (etp_item_ref_is_none (ref));
    }
  ref = etp_scene_find_node (self->scene, etp_node_get_id (head), ETP_ITEM_CARD);
  g_assert_true (etp_item_find_fold_sign (etp_scene_get_item (self->scene, ref), &sign));
  g_assert_nonnull (strstr (etp_scene_get_item (self->scene, ref)->note, "folded"));
  rebuild (self, NULL);
  get_rect (self, card (self, 0));
  ref = etp_scene_find_node (self->scene, etp_node_get_id (card (self, 2)), ETP_ITEM_CARD);
  g_assert_false (etp_item_find_fold_sign (etp_scene_get_item (self->scene, ref), &sign));
}

#define ADD(name, func) g_test_add ("/scene/drop/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("between", test_between);
  ADD ("moved", test_moved);
  ADD ("empty-cell", test_empty_cell);
  ADD ("nearest", test_nearest);
  ADD ("groups", test_groups);
  ADD ("step-order", test_step_order);
  ADD ("side-by-side", test_side_by_side);
  ADD ("folded", test_folded);
  return g_test_run ();
}
