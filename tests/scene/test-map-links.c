/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "lane-test.h"
#include "model/etp-edit-drop.h"
#include "model/etp-edit-node.h"

/* Links on the map whose ends are not to be seen themselves. */

#define END ETP_TEST_END

static void
add_card (EtpJourney *journey, const char *id, const char *phase, const char *head)
{
  etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "notes", ETP_CARD_PHASE, phase,
                ETP_CARD_TITLE, id, ETP_CARD_CLUSTER, head, END);
}

static void
add_link (EtpJourney *journey, const char *id, const char *from, const char *to)
{
  etp_test_add (journey, ETP_LIST_LINKS, id, ETP_LINK_FROM, from, ETP_LINK_TO, to, END);
}

static gboolean
has_link (EtpScene *scene, const char *id)
{
  return !etp_item_ref_is_none (etp_scene_find_node (scene, id, ETP_ITEM_LINK));
}

/* Links of members of a folded group lead to its heading; those within it are not to be seen, nor are
 * those between the heading and its members. Unfolded, all are there. */
static void
test_folded (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (2, "en");
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  const EtpViewOptions options = { .folded = folded };
  static const char *const all[] = { "out", "in", "within", "heading" };

  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "actions", END);
  add_card (journey, "head", "p0", "");
  add_card (journey, "a", "p0", "head");
  add_card (journey, "b", "p0", "head");
  add_card (journey, "other", "p1", "");
  add_link (journey, "out", "a", "other");
  add_link (journey, "in", "other", "b");
  add_link (journey, "within", "a", "b");
  add_link (journey, "heading", "head", "a");
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (EtpScene) scene = NULL;

      if (round > 0)
        g_hash_table_add (folded, (gpointer) "head");
      scene = etp_test_scene_new (journey, &options, NULL);
      g_assert_true (etp_item_ref_is_none (etp_scene_find_node (scene, "a", ETP_ITEM_CARD))
                     == (round > 0));
      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        g_assert_true (has_link (scene, all[i]) == (round == 0 || i < 2));
    }
}

/* A measure without a phase of its own stands with the first card that it addresses. */
static void
test_measure (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (2, "en");
  g_autoptr (EtpScene) scene = NULL;

  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "actions", END);
  etp_test_add (journey, ETP_LIST_LANES, "measures", ETP_LANE_KIND, "measures", END);
  add_card (journey, "chance", "p1", "");
  etp_test_add (journey, ETP_LIST_MEASURES, "do", ETP_MEASURE_TITLE, "Do", ETP_MEASURE_CARDS,
                "chance", END);
  etp_test_add (journey, ETP_LIST_LINKS, "answer", ETP_LINK_FROM, "do", ETP_LINK_TO, "chance",
                ETP_LINK_KIND, "answers", END);
  scene = etp_test_scene_new (journey, NULL, NULL);
  g_assert_false (etp_item_ref_is_none (etp_scene_find_node (scene, "do", ETP_ITEM_MEASURE)));
  g_assert_true (has_link (scene, "answer"));
}

/* A card over several phases is drawn in the first of them that is open, and linked there. */
static void
test_span (void)
{
  static const guint fields[] = { ETP_PHASE_COLLAPSED, ETP_PHASE_HIDDEN };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (EtpJourney) journey = lane_test_journey_new (4, "en");
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (EtpScene) none = NULL;

      etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "actions", END);
      etp_test_add (journey, ETP_LIST_CARDS, "wide", ETP_CARD_LANE, "notes", ETP_CARD_PHASE, "p0",
                    ETP_CARD_UNTIL, "p2", ETP_CARD_TITLE, "Wide", END);
      add_card (journey, "other", "p3", "");
      add_link (journey, "out", "wide", "other");
      etp_test_set (journey, "p0", fields[i], "true");
      scene = etp_test_scene_new (journey, NULL, NULL);
      g_assert_false (etp_item_ref_is_none (etp_scene_find_node (scene, "wide", ETP_ITEM_CARD)));
      g_assert_true (has_link (scene, "out"));
      etp_test_set (journey, "p1", fields[i], "true");
      etp_test_set (journey, "p2", fields[i], "true");
      none = etp_test_scene_new (journey, NULL, NULL);
      g_assert_false (has_link (none, "out"));
    }
}

/* Links that cannot be drawn take nobody's place. */
static void
test_many (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (2, "en");
  g_autoptr (EtpScene) scene = NULL;

  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "actions", END);
  add_card (journey, "a", "p0", "");
  add_card (journey, "b", "p1", "");
  etp_test_add (journey, ETP_LIST_CARDS, "parked", END);
  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *id = g_strdup_printf ("not-%u", i);

      add_link (journey, id, "a", "parked");
    }
  add_link (journey, "last", "a", "b");
  scene = etp_test_scene_new (journey, NULL, NULL);
  g_assert_true (has_link (scene, "last"));
}

/* More than are drawn are counted, where a screen reader tells of the links. */
static void
test_more (void)
{
  static const char *const names[] = { "Links", "Links; 1 more is not drawn",
                                       "Links; 2 more are not drawn" };

  for (guint more = 0; more < G_N_ELEMENTS (names); more++)
    {
      g_autoptr (EtpJourney) journey = lane_test_journey_new (2, "en");
      g_autoptr (EtpScene) scene = NULL;

      etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "actions", END);
      add_card (journey, "a", "p0", "");
      add_card (journey, "b", "p1", "");
      etp_test_add (journey, ETP_LIST_CARDS, "parked", END);
      for (guint i = 0; i < 600 + more; i++)
        {
          g_autofree char *id = g_strdup_printf ("link-%u", i);

          add_link (journey, id, "a", "b");
        }
      add_link (journey, "not", "a", "parked");
      scene = etp_test_scene_new (journey, NULL, NULL);
      g_assert_cmpstr (etp_scene_get_group (scene, etp_scene_get_n_groups (scene) - 1)->name, ==,
                       names[more]);
      g_assert_true (has_link (scene, "link-599"));
      g_assert_false (has_link (scene, "link-600"));
    }
}

/* Parked cards that head each other stand for nothing. */
static void
test_circle (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (2, "en");
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  const EtpViewOptions options = { .folded = folded };
  g_autoptr (EtpScene) scene = NULL;

  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "actions", END);
  add_card (journey, "other", "p1", "");
  etp_test_add (journey, ETP_LIST_CARDS, "a", ETP_CARD_CLUSTER, "b", END);
  etp_test_add (journey, ETP_LIST_CARDS, "b", ETP_CARD_CLUSTER, "a", END);
  add_link (journey, "out", "a", "other");
  g_hash_table_add (folded, (gpointer) "a");
  g_hash_table_add (folded, (gpointer) "b");
  scene = etp_test_scene_new (journey, &options, NULL);
  g_assert_false (has_link (scene, "out"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/map-links/folded", test_folded);
  g_test_add_func ("/scene/map-links/measure", test_measure);
  g_test_add_func ("/scene/map-links/span", test_span);
  g_test_add_func ("/scene/map-links/many", test_many);
  g_test_add_func ("/scene/map-links/more", test_more);
  g_test_add_func ("/scene/map-links/circle", test_circle);
  return g_test_run ();
}
