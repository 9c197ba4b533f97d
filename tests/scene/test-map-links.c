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
  g_test_add_func ("/scene/map-links/circle", test_circle);
  return g_test_run ();
}
