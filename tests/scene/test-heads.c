/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>

#include "etp-test-build.h"
#include "model/etp-edit.h"
#include "scene-test.h"
#include "scene/etp-heads.h"

/* Three heads: 100…200, 210…260, 270…470. */
static GArray *
create_heads (void)
{
  static const EtpHead heads[] = { { "a", { 0, 0 }, 100, 200 },
                                   { "b", { 0, 1 }, 210, 260 },
                                   { "c", { 0, 2 }, 270, 470 } };
  GArray *array = g_array_new (FALSE, FALSE, sizeof (EtpHead));

  return g_array_append_vals (array, heads, G_N_ELEMENTS (heads));
}

static void
test_gaps (void)
{
  static const struct
  {
    double at;
    guint gap;
    double place;
  } rows[] = {
    { -1000, 0, 95 }, { 100, 0, 95 },  { 149, 0, 95 },  { 151, 1, 205 }, { 205, 1, 205 },
    { 234, 1, 205 },  { 236, 2, 265 }, { 369, 2, 265 }, { 371, 3, 475 }, { 9999, 3, 475 },
  };
  g_autoptr (GArray) heads = create_heads ();
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (EtpHead));
  g_autoptr (GArray) one = create_heads ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (etp_heads_find_gap (heads, rows[i].at), ==, rows[i].gap);
      g_assert_cmpfloat (etp_heads_get_gap_place (heads, rows[i].gap, 40), ==, rows[i].place);
    }
  g_assert_cmpuint (etp_heads_find_gap (none, 5), ==, 0);
  g_array_set_size (one, 1);
  g_assert_cmpfloat (etp_heads_get_gap_place (one, 0, 40), ==, 80);
  g_assert_cmpfloat (etp_heads_get_gap_place (one, 1, 40), ==, 220);
}

static void
test_own_gaps (void)
{
  g_assert_true (etp_heads_is_own_gap (1, 1));
  g_assert_true (etp_heads_is_own_gap (1, 2));
  g_assert_false (etp_heads_is_own_gap (1, 0));
  g_assert_false (etp_heads_is_own_gap (1, 3));
}

static void
test_edges (void)
{
  static const struct
  {
    double at, tolerance;
    guint index;
  } rows[] = {
    { 200, 5, 0 }, { 204, 5, 0 }, { 194, 5, G_MAXUINT }, { 206, 5, G_MAXUINT },
    { 258, 5, 1 }, { 470, 0, 2 }, { 229, 40, 0 },        { 231, 40, 1 },
  };
  g_autoptr (GArray) heads = create_heads ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (etp_heads_find_edge (heads, rows[i].at, rows[i].tolerance), ==,
                      rows[i].index);
}

static void
test_sizes (void)
{
  static const struct
  {
    EtpListKind list;
    double size, own, snap, fitted;
  } rows[] = {
    { ETP_LIST_PHASES, 400.4, 312, 6, 400 },
    { ETP_LIST_PHASES, 10, 312, 6, ETP_PHASE_NARROWEST },
    { ETP_LIST_PHASES, 9999, 312, 6, ETP_PHASE_WIDEST },
    { ETP_LIST_PHASES, 317, 312, 6, (double) NAN },
    { ETP_LIST_PHASES, 306, 312, 6, (double) NAN },
    { ETP_LIST_PHASES, 305.6, 312, 6, 306 },
    { ETP_LIST_LANES, -50, (double) NAN, 6, ETP_LANE_LOWEST },
    { ETP_LIST_LANES, 222, (double) NAN, 6, 222 },
    { ETP_LIST_LANES, 1e9, (double) NAN, 6, ETP_LANE_HIGHEST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double fitted = etp_heads_fit_size (rows[i].list, rows[i].size, rows[i].own, rows[i].snap);

      g_assert_true (isnan (rows[i].fitted) ? isnan (fitted) : fitted == rows[i].fitted);
    }
}

static const char *
get_id (EtpNodeList *nodes, guint index)
{
  return etp_node_get_id (etp_node_list_get (nodes, index));
}

/* Phases of the sample: aware, consider, buy; one of them may be hidden. */
static void
test_positions (void)
{
  static const struct
  {
    const char *hidden, *moved;
    guint gap;
    const char *order[3];
  } rows[] = {
    { NULL, "aware", 0, { "aware", "consider", "buy" } },
    { NULL, "aware", 1, { "aware", "consider", "buy" } },
    { NULL, "aware", 2, { "consider", "aware", "buy" } },
    { NULL, "aware", 3, { "consider", "buy", "aware" } },
    { NULL, "buy", 0, { "buy", "aware", "consider" } },
    { NULL, "buy", 1, { "aware", "buy", "consider" } },
    { NULL, "buy", 3, { "aware", "consider", "buy" } },
    { "consider", "buy", 0, { "buy", "aware", "consider" } },
    { "consider", "aware", 2, { "consider", "buy", "aware" } },
    { "aware", "buy", 0, { "aware", "buy", "consider" } },
    { "buy", "aware", 2, { "consider", "aware", "buy" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
      EtpNode *node = etp_journey_get_node (journey, rows[i].moved);
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) heads = NULL;
      guint position;

      if (rows[i].hidden != NULL)
        etp_test_set (journey, rows[i].hidden, ETP_PHASE_HIDDEN, "true");
      scene = etp_test_scene_new (journey, NULL, NULL);
      heads = etp_heads_list (scene, ETP_LIST_PHASES);
      position = etp_heads_get_position (heads, phases, node, rows[i].gap);
      g_assert_true (etp_edit_move (journey, node, position, NULL));
      for (guint j = 0; j < 3; j++)
        g_assert_cmpstr (get_id (phases, j), ==, rows[i].order[j]);
    }
}

/* Heads of the scene stand where their columns and rows do, in the journey's order. */
static void
test_list (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (GArray) phases = etp_heads_list (scene, ETP_LIST_PHASES);
  g_autoptr (GArray) lanes = etp_heads_list (scene, ETP_LIST_LANES);
  EtpNodeList *list = etp_journey_get_list (journey, ETP_LIST_LANES);
  const EtpHead *first = &g_array_index (phases, EtpHead, 0);

  g_assert_cmpuint (phases->len, ==, 3);
  g_assert_cmpfloat (first[0].end - first[0].start, ==, 312);
  g_assert_cmpfloat (first[1].start - first[0].end, ==, 14);
  g_assert_cmpuint (etp_heads_find (phases, "buy"), ==, 2);
  g_assert_cmpuint (etp_heads_find (phases, "nowhere"), ==, G_MAXUINT);
  g_assert_cmpuint (lanes->len, ==, etp_node_list_get_length (list));
  for (guint i = 0; i < lanes->len; i++)
    {
      const EtpHead *head = &g_array_index (lanes, EtpHead, i);

      g_assert_cmpstr (head->node_id, ==, get_id (list, i));
      g_assert_cmpfloat (head->end, >, head->start);
      g_assert_true (i == 0 || head->start > head[-1].end);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/heads/gaps", test_gaps);
  g_test_add_func ("/scene/heads/own-gaps", test_own_gaps);
  g_test_add_func ("/scene/heads/edges", test_edges);
  g_test_add_func ("/scene/heads/sizes", test_sizes);
  g_test_add_func ("/scene/heads/positions", test_positions);
  g_test_add_func ("/scene/heads/list", test_list);

  return g_test_run ();
}
