/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-edit-emotion.h"
#include "scene-test.h"

#include <math.h>

/* Finding, picking and walking in a scene, against what a plain look at all its items says. */

typedef struct
{
  EtpJourney *journey;
  EtpScene *scene;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
  fixture->scene = etp_test_scene_new (fixture->journey, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->scene);
  g_clear_object (&fixture->journey);
}

static EtpItemRef
find (Fixture *fixture, const char *id, EtpItemKind kind)
{
  EtpItemRef ref = etp_scene_find_node (fixture->scene, id, kind);

  if (etp_item_ref_is_none (ref))
    g_test_message ("no item for %s", id);
  g_assert_false (etp_item_ref_is_none (ref));
  return ref;
}

static const char *
get_id (Fixture *fixture, EtpItemRef ref)
{
  return etp_scene_get_item (fixture->scene, ref)->node_id;
}

static gboolean
has_ref (GArray *refs, EtpItemRef ref)
{
  for (guint i = 0; i < refs->len; i++)
    {
      EtpItemRef other = g_array_index (refs, EtpItemRef, i);

      if (other.cell == ref.cell && other.index == ref.index)
        return TRUE;
    }
  return FALSE;
}

static guint
get_depth (const EtpItem *item)
{
  return item->pin != ETP_PIN_NONE ? 3 : item->layer;
}

/* What find () says is exactly what meets the area, and from back to front. */
static void
check_area (EtpScene *scene, const EtpRect *area, const EtpRect *viewport)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));
  guint met = 0, depth = 0;

  etp_scene_find (scene, area, viewport, refs);
  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    for (guint j = 0; j < etp_scene_get_cell (scene, i)->cell->n_items; j++)
      {
        EtpItemRef ref = { i, j };
        const EtpItem *item = etp_scene_get_item (scene, ref);
        EtpRect ink = etp_scene_item_rect (scene, ref, viewport);

        ink = (EtpRect){ ink.x + item->ink.x, ink.y + item->ink.y, item->ink.width,
                         item->ink.height };
        g_assert_cmpint (has_ref (refs, ref), ==, etp_rect_intersects (&ink, area));
        met += etp_rect_intersects (&ink, area) != FALSE;
      }
  g_assert_cmpuint (met, ==, refs->len);
  for (guint i = 0; i < refs->len; i++)
    {
      guint next = get_depth (etp_scene_get_item (scene, g_array_index (refs, EtpItemRef, i)));

      g_assert_cmpuint (next, >=, depth);
      depth = next;
    }
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  double width = etp_scene_get_width (fixture->scene);
  double height = etp_scene_get_height (fixture->scene);

  for (guint i = 0; i < 40; i++)
    {
      EtpRect area = { g_rand_double_range (random, -100, width),
                       g_rand_double_range (random, -100, height),
                       g_rand_double_range (random, 1, 900), g_rand_double_range (random, 1, 700) };

      check_area (fixture->scene, &area, NULL);
      check_area (fixture->scene, &area, &area);
    }
}

static void
test_pins (Fixture *fixture, gconstpointer data)
{
  EtpRect viewport = { 700, 900, 600, 400 };
  EtpItemRef head = find (fixture, "consider", ETP_ITEM_PHASE_HEAD);
  EtpItemRef lane = find (fixture, "emotion", ETP_ITEM_LANE_HEAD);
  EtpRect own = etp_scene_item_rect (fixture->scene, head, NULL);
  EtpRect shown = etp_scene_item_rect (fixture->scene, head, &viewport);

  g_assert_cmpfloat (shown.y, ==, 900);
  g_assert_cmpfloat (shown.x, ==, own.x);
  viewport.y = 0;
  g_assert_cmpfloat (etp_scene_item_rect (fixture->scene, head, &viewport).y, ==, own.y);
  own = etp_scene_item_rect (fixture->scene, lane, NULL);
  shown = etp_scene_item_rect (fixture->scene, lane, &viewport);
  g_assert_cmpfloat (shown.x, >=, 700);
  g_assert_cmpfloat (shown.x + shown.width, <=, 700 + etp_scene_get_pin_left (fixture->scene));
  g_assert_cmpfloat (shown.y, ==, own.y);
  viewport.x = 0;
  g_assert_cmpfloat (etp_scene_item_rect (fixture->scene, lane, &viewport).x, ==, own.x);
}

/* The head of a lane taller than what is seen of it goes along, and stays in its lane. */
static void
test_tall_lane (Fixture *fixture, gconstpointer data)
{
  EtpItemRef lane = find (fixture, "touchpoints", ETP_ITEM_LANE_HEAD);
  const EtpItem *item = etp_scene_get_item (fixture->scene, lane);
  EtpRect own = etp_scene_item_rect (fixture->scene, lane, NULL);
  double bottom = 0;
  EtpRect viewport = { 0, own.y - etp_scene_get_pin_top (fixture->scene) + 10, 900, 500 };
  EtpRect shown = etp_scene_item_rect (fixture->scene, lane, &viewport);

  for (guint i = 0; i < item->n_marks; i++)
    bottom = MAX (bottom, item->marks[i].rect.y + item->marks[i].rect.height);
  g_assert_cmpfloat (own.height, >, bottom + 40);
  g_assert_cmpfloat (shown.y, >=, viewport.y + etp_scene_get_pin_top (fixture->scene));
  g_assert_cmpfloat_with_epsilon (shown.y + shown.height, own.y + own.height, 1e-6);
  viewport.y = own.y + own.height;
  shown = etp_scene_item_rect (fixture->scene, lane, &viewport);
  g_assert_cmpfloat_with_epsilon (shown.y + bottom, own.y + own.height, 1e-6);
}

/* Nothing is pinned on paper, and there is a foot. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  EtpViewOptions options = { .paper = TRUE };
  g_autoptr (EtpScene) paper = etp_test_scene_new (fixture->journey, &options, NULL);

  for (guint i = 0; i < etp_scene_get_n_cells (paper); i++)
    g_assert_false (etp_scene_get_cell (paper, i)->cell->has_pins);
  g_assert_cmpfloat (etp_scene_get_pin_top (paper), ==, 0);
  g_assert_false (etp_item_ref_is_none (etp_scene_find_node (paper, "", ETP_ITEM_FOOT)));
  g_assert_true (etp_item_ref_is_none (etp_scene_find_node (fixture->scene, "", ETP_ITEM_FOOT)));
  g_assert_cmpfloat (etp_scene_get_height (paper), >, etp_scene_get_height (fixture->scene));
}

/* The middle of every focusable item picks it, or one that lies over it. */
static void
test_pick (Fixture *fixture, gconstpointer data)
{
  EtpItemRef ref = etp_scene_next (fixture->scene, ETP_ITEM_REF_NONE, 1);
  guint same = 0, n = 0;

  for (; !etp_item_ref_is_none (ref); ref = etp_scene_next (fixture->scene, ref, 1))
    {
      EtpRect rect = etp_scene_item_rect (fixture->scene, ref, NULL);
      double x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
      EtpItemRef picked = etp_scene_pick (fixture->scene, x, y, NULL);

      g_assert_false (etp_item_ref_is_none (picked));
      g_assert_cmpuint (get_depth (etp_scene_get_item (fixture->scene, picked)), >=,
                        get_depth (etp_scene_get_item (fixture->scene, ref)));
      same += picked.cell == ref.cell && picked.index == ref.index;
      n++;
    }
  g_assert_cmpuint (n, >, 30);
  g_assert_cmpuint (same, >, n * 8 / 10);
  g_assert_true (etp_item_ref_is_none (etp_scene_pick (fixture->scene, -50, -50, NULL)));
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  EtpItemRef ref = etp_scene_next (fixture->scene, ETP_ITEM_REF_NONE, 1), last = ref;
  guint n = 0;

  for (; !etp_item_ref_is_none (ref); ref = etp_scene_next (fixture->scene, ref, 1))
    {
      EtpItem *item = etp_scene_get_item (fixture->scene, ref);

      g_assert_true (item->can & ETP_CAN_FOCUS);
      g_assert_nonnull (item->name);
      last = ref;
      n++;
    }
  ref = etp_scene_next (fixture->scene, ETP_ITEM_REF_NONE, -1);
  g_assert_cmpuint (ref.cell, ==, last.cell);
  g_assert_cmpuint (ref.index, ==, last.index);
  for (; n > 1; n--)
    ref = etp_scene_next (fixture->scene, ref, -1);
  g_assert_cmpstr (get_id (fixture, ref), ==, "");
  g_assert_true (etp_item_ref_is_none (etp_scene_next (fixture->scene, ref, -1)));
  g_assert_true (etp_item_ref_is_none (etp_scene_next (fixture->scene, last, 1)));
}

/* From every item, each way leads to another one in that direction, or stays. */
static void
test_go_everywhere (Fixture *fixture, gconstpointer data)
{
  EtpItemRef ref = etp_scene_next (fixture->scene, ETP_ITEM_REF_NONE, 1);

  for (; !etp_item_ref_is_none (ref); ref = etp_scene_next (fixture->scene, ref, 1))
    for (guint way = ETP_GO_LEFT; way <= ETP_GO_DOWN; way++)
      {
        EtpItemRef to = etp_scene_go (fixture->scene, ref, (EtpGo) way);
        EtpRect a = etp_scene_item_rect (fixture->scene, ref, NULL);
        EtpRect b = etp_scene_item_rect (fixture->scene, to, NULL);

        g_assert_true (etp_scene_get_item (fixture->scene, to)->can & ETP_CAN_FOCUS);
        if (to.cell == ref.cell && to.index == ref.index)
          continue;
        if (way == ETP_GO_LEFT)
          g_assert_cmpfloat (b.x + b.width / 2, <, a.x + a.width / 2);
        if (way == ETP_GO_RIGHT)
          g_assert_cmpfloat (b.x + b.width / 2, >, a.x + a.width / 2);
        if (way == ETP_GO_UP)
          g_assert_cmpfloat (b.y, <, a.y + a.height);
        if (way == ETP_GO_DOWN)
          g_assert_cmpfloat (b.y + b.height, >, a.y);
      }
}

static EtpJourney *
new_grid (void)
{
  EtpJourney *journey = etp_journey_new ();

  for (guint p = 0; p < 3; p++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", p);

      etp_test_add (journey, ETP_LIST_PHASES, id, ETP_PHASE_NAME, id, ETP_TEST_END);
    }
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_NAME, "Steps", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "ideas", ETP_LANE_KIND, "ideas", ETP_TEST_END);
  return journey;
}

static void
add_card (EtpJourney *journey, const char *id, const char *lane, const char *phase)
{
  etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, lane, ETP_CARD_PHASE, phase,
                ETP_CARD_TITLE, id, ETP_TEST_END);
}

/* Two steps in the first phase, one in the others; no pain in the second. */
static void
test_go (void)
{
  Fixture fixture = { new_grid (), NULL };
  static const struct
  {
    const char *from;
    EtpItemKind kind;
    EtpGo way;
    const char *to;
  } rows[] = {
    { "a1", ETP_ITEM_CARD, ETP_GO_DOWN, "a2" },
    { "a2", ETP_ITEM_CARD, ETP_GO_UP, "a1" },
    { "a2", ETP_ITEM_CARD, ETP_GO_DOWN, "x" },
    { "x", ETP_ITEM_CARD, ETP_GO_UP, "a2" },
    { "a1", ETP_ITEM_CARD, ETP_GO_RIGHT, "b1" },
    { "a2", ETP_ITEM_CARD, ETP_GO_RIGHT, "b1" },
    { "b1", ETP_ITEM_CARD, ETP_GO_LEFT, "a1" },
    { "b1", ETP_ITEM_CARD, ETP_GO_DOWN, "pains" }, /* an empty cell */
    { "pains", ETP_ITEM_CELL, ETP_GO_DOWN, "i" },
    { "pains", ETP_ITEM_CELL, ETP_GO_RIGHT, "z" },
    { "x", ETP_ITEM_CARD, ETP_GO_RIGHT, "pains" },
    { "i", ETP_ITEM_CARD, ETP_GO_LEFT, "ideas" },
    { "x", ETP_ITEM_CARD, ETP_GO_LEFT, "pains" },
    { "pains", ETP_ITEM_LANE_HEAD, ETP_GO_RIGHT, "x" },
    { "pains", ETP_ITEM_LANE_HEAD, ETP_GO_UP, "steps" },
    { "a1", ETP_ITEM_CARD, ETP_GO_UP, "p0" },
    { "p0", ETP_ITEM_PHASE_HEAD, ETP_GO_RIGHT, "p1" },
    { "p0", ETP_ITEM_PHASE_HEAD, ETP_GO_DOWN, "a1" },
    { "p2", ETP_ITEM_PHASE_HEAD, ETP_GO_UP, "" },
    { "steps", ETP_ITEM_LANE_HEAD, ETP_GO_UP, "" },
    { "z", ETP_ITEM_CARD, ETP_GO_RIGHT, "z" },
    { "z", ETP_ITEM_CARD, ETP_GO_DOWN, "ideas" },
    { "p1", ETP_ITEM_PHASE_HEAD, ETP_GO_RIGHT, "p2" }, /* and not to a link that lies on the way */
    { "p1", ETP_ITEM_PHASE_HEAD, ETP_GO_LEFT, "p0" },
    { "p2", ETP_ITEM_PHASE_HEAD, ETP_GO_DOWN, "c1" },
  };

  add_card (fixture.journey, "a1", "steps", "p0");
  add_card (fixture.journey, "a2", "steps", "p0");
  add_card (fixture.journey, "b1", "steps", "p1");
  add_card (fixture.journey, "c1", "steps", "p2");
  add_card (fixture.journey, "x", "pains", "p0");
  add_card (fixture.journey, "z", "pains", "p2");
  add_card (fixture.journey, "i", "ideas", "p1");
  etp_test_add (fixture.journey, ETP_LIST_LINKS, "l1", ETP_LINK_FROM, "x", ETP_LINK_TO, "i",
                ETP_TEST_END);
  etp_test_add (fixture.journey, ETP_LIST_LINKS, "l2", ETP_LINK_FROM, "i", ETP_LINK_TO, "z",
                ETP_TEST_END);
  fixture.scene = etp_test_scene_new (fixture.journey, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpItemRef from = find (&fixture, rows[i].from, rows[i].kind);
      const char *to = get_id (&fixture, etp_scene_go (fixture.scene, from, rows[i].way));

      if (g_strcmp0 (to, rows[i].to) != 0)
        g_test_message ("from %s way %d: %s", rows[i].from, rows[i].way, to);
      g_assert_cmpstr (to, ==, rows[i].to);
    }
  tear_down (&fixture, NULL);
}

/* A card that spans over a phase is below its head and above what comes next in it, like one of its own. */
static void
test_go_spanning (void)
{
  Fixture fixture = { new_grid (), NULL };
  static const struct
  {
    const char *from;
    EtpItemKind kind;
    EtpGo way;
    const char *to;
  } rows[] = {
    { "p0", ETP_ITEM_PHASE_HEAD, ETP_GO_DOWN, "b" },
    { "p1", ETP_ITEM_PHASE_HEAD, ETP_GO_DOWN, "b" },
    { "p2", ETP_ITEM_PHASE_HEAD, ETP_GO_DOWN, "b" },
    { "x", ETP_ITEM_CARD, ETP_GO_UP, "b" },
    { "i", ETP_ITEM_CARD, ETP_GO_UP, "d" },
    { "d", ETP_ITEM_CARD, ETP_GO_UP, "b" },
    { "b", ETP_ITEM_CARD, ETP_GO_UP, "p0" }, /* its own */
    { "b", ETP_ITEM_CARD, ETP_GO_DOWN, "x" },
    { "d", ETP_ITEM_CARD, ETP_GO_DOWN, "i" },
    { "k", ETP_ITEM_CARD, ETP_GO_DOWN, "ideas" },
    { "k", ETP_ITEM_CARD, ETP_GO_UP, "d" },
  };

  add_card (fixture.journey, "b", "steps", "p0");
  add_card (fixture.journey, "x", "pains", "p0");
  add_card (fixture.journey, "d", "pains", "p1");
  add_card (fixture.journey, "k", "pains", "p2");
  add_card (fixture.journey, "i", "ideas", "p1");
  etp_test_set (fixture.journey, "b", ETP_CARD_UNTIL, "p2");
  etp_test_set (fixture.journey, "d", ETP_CARD_UNTIL, "p2");
  fixture.scene = etp_test_scene_new (fixture.journey, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpItemRef from = find (&fixture, rows[i].from, rows[i].kind);
      const char *to = get_id (&fixture, etp_scene_go (fixture.scene, from, rows[i].way));

      if (g_strcmp0 (to, rows[i].to) != 0)
        g_test_message ("from %s way %d: %s", rows[i].from, rows[i].way, to);
      g_assert_cmpstr (to, ==, rows[i].to);
    }
  tear_down (&fixture, NULL);
}

static void
check_description (Fixture *fixture, const char *id, EtpItemKind kind, const char *expected)
{
  g_autofree char *text = etp_scene_dup_description (fixture->scene, find (fixture, id, kind));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_descriptions (void)
{
  Fixture fixture = { new_grid (), NULL };
  EtpNode *b1;

  add_card (fixture.journey, "a1", "steps", "p0");
  etp_test_add (fixture.journey, ETP_LIST_CARDS, "a2", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p0",
                ETP_CARD_TITLE, "Call", ETP_CARD_MOMENT_OF_TRUTH, TRUE, ETP_CARD_PROBLEMS, 2,
                ETP_CARD_EVIDENCE, "measured", ETP_TEST_END);
  add_card (fixture.journey, "x", "pains", "p2");
  b1 = etp_test_add (fixture.journey, ETP_LIST_CARDS, "b1", ETP_CARD_LANE, "steps", ETP_CARD_PHASE,
                     "p1", ETP_CARD_TITLE, "Mail", ETP_TEST_END);
  g_assert_true (etp_edit_set_emotion_value (fixture.journey, b1, NULL, -1.5, NULL));
  fixture.scene = etp_test_scene_new (fixture.journey, NULL, NULL);
  check_description (&fixture, "b1", ETP_ITEM_CARD, "Phase 2 p1, lane Steps, 1 of 1, emotion −1.5");
  check_description (&fixture, "a1", ETP_ITEM_CARD, "Phase 1 p0, lane Steps, 1 of 2");
  check_description (&fixture, "a2", ETP_ITEM_CARD,
                     "Phase 1 p0, lane Steps, 2 of 2, Moment of truth, Pain point, measured");
  check_description (&fixture, "x", ETP_ITEM_CARD, "Phase 3 p2, lane Pain Points, 1 of 1");
  g_assert_cmpstr (etp_scene_get_item (fixture.scene, find (&fixture, "a2", ETP_ITEM_CARD))->name,
                   ==, "1.2 Call");
  g_assert_cmpstr (
      etp_scene_get_item (fixture.scene, find (&fixture, "p1", ETP_ITEM_PHASE_HEAD))->name, ==,
      "Phase 2 p1");
  tear_down (&fixture, NULL);
}

/* What is folded together says so and can be told apart from what is not; a card says how far it goes. */
static void
test_folded (void)
{
  Fixture fixture = { new_grid (), NULL };
  const EtpItem *head;

  add_card (fixture.journey, "a1", "steps", "p0");
  add_card (fixture.journey, "b1", "steps", "p1");
  add_card (fixture.journey, "x", "pains", "p0");
  etp_test_set (fixture.journey, "a1", ETP_CARD_UNTIL, "p2");
  etp_test_set (fixture.journey, "p1", ETP_PHASE_COLLAPSED, "true");
  etp_test_set (fixture.journey, "p1", ETP_PHASE_GOAL, "Choose");
  etp_test_set (fixture.journey, "p2", ETP_PHASE_NAME, "");
  etp_test_set (fixture.journey, "pains", ETP_LANE_COLLAPSED, "true");
  fixture.scene = etp_test_scene_new (fixture.journey, NULL, NULL);
  check_description (&fixture, "p1", ETP_ITEM_PHASE_HEAD, "collapsed, 1 step, Choose");
  check_description (&fixture, "p0", ETP_ITEM_PHASE_HEAD, "");
  check_description (&fixture, "pains", ETP_ITEM_LANE_HEAD, "collapsed, 1 card");
  check_description (&fixture, "a1", ETP_ITEM_CARD,
                     "Phase 1 p0, lane Steps, 1 of 1, through phase 3");
  head = etp_scene_get_item (fixture.scene, find (&fixture, "p1", ETP_ITEM_PHASE_HEAD));
  g_assert_cmpint (head->can & (ETP_CAN_FOLD | ETP_IS_FOLDED), ==, ETP_CAN_FOLD | ETP_IS_FOLDED);
  head = etp_scene_get_item (fixture.scene, find (&fixture, "p2", ETP_ITEM_PHASE_HEAD));
  g_assert_cmpint (head->can & (ETP_CAN_FOLD | ETP_IS_FOLDED), ==, ETP_CAN_FOLD);
  g_assert_cmpstr (head->name, ==, "Phase 3");
  g_assert_cmpstr (etp_scene_get_group (fixture.scene, 3)->name, ==, "Phase 3");
  tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/scene/scene/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("find", test_find);
  ADD ("pins", test_pins);
  ADD ("tall-lane", test_tall_lane);
  ADD ("paper", test_paper);
  ADD ("pick", test_pick);
  ADD ("next", test_next);
  ADD ("go-everywhere", test_go_everywhere);
  g_test_add_func ("/scene/scene/go", test_go);
  g_test_add_func ("/scene/scene/go-spanning", test_go_spanning);
  g_test_add_func ("/scene/scene/descriptions", test_descriptions);
  g_test_add_func ("/scene/scene/folded", test_folded);
  return g_test_run ();
}
