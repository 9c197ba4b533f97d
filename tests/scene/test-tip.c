/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-fields.h"
#include "scene-test.h"
#include "scene/etp-tip.h"

#include <string.h>

/* What is told of signs and of what is shortened, and that nothing is told of what one can read. */

static EtpJourney *
create_journey (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_SOURCES, "study", ETP_SOURCE_TITLE, "Interviews", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "web", ETP_CHANNEL_NAME, "Web <b>&", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "Buy", ETP_PHASE_GOAL, "Feel safe",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "q", ETP_PHASE_NAME, "Use", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "l", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "e", ETP_LANE_KIND, "emotion", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "one", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p",
                ETP_CARD_TITLE, "Search", ETP_CARD_TEXT, "For a long time", ETP_CARD_CHANNELS,
                "web", ETP_CARD_MOMENT_OF_TRUTH, TRUE, ETP_CARD_EVIDENCE, "observed",
                ETP_CARD_SOURCES, "study", ETP_CARD_SEVERITY, 4, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "two", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "q",
                ETP_CARD_TITLE, "Unpack", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LINKS, "line", ETP_LINK_FROM, "one", ETP_LINK_TO, "two",
                ETP_LINK_KIND, "handoff", ETP_LINK_CONTINUITY, "broken", ETP_LINK_CARRIES, "Order",
                ETP_LINK_LOSES, "Address", ETP_TEST_END);
  return journey;
}

static const EtpItem *
get_item (EtpScene *scene, const char *id, EtpItemKind kind)
{
  const EtpItemRef ref = kind == ETP_ITEM_LINK ? etp_scene_find_link (scene, id)
                                               : etp_scene_find_node (scene, id, kind);

  g_assert_false (etp_item_ref_is_none (ref));
  return etp_scene_get_item (scene, ref);
}

/* The middle of the first mark of a kind. */
static void
find_mark (const EtpItem *item, EtpMarkType type, EtpIcon icon, double *x, double *y)
{
  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == type && (type != ETP_MARK_ICON || item->marks[i].icon == icon))
      {
        *x = item->marks[i].rect.x + item->marks[i].rect.width / 2;
        *y = item->marks[i].rect.y + item->marks[i].rect.height / 2;
        return;
      }
  g_assert_not_reached ();
}

#define CARD                                                                                       \
  "Channel: Web <b>&\nMoment of truth\nSeverity 4 of 5\nEvidence: observed\nSources: Interviews"

static void
test_card (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  const EtpItem *item = get_item (scene, "one", ETP_ITEM_CARD);
  g_autofree char *at_sign = NULL;
  g_autofree char *at_text = NULL;
  g_autofree char *small = NULL;
  g_autofree char *all = NULL;
  EtpRect area;
  double x, y;

  find_mark (item, ETP_MARK_ICON, ETP_ICON_TOUCHPOINT, &x, &y);
  at_sign = etp_tip_dup (journey, item, x, y, ETP_DETAIL_FULL, &area);
  g_test_message ("%s", at_sign);
  g_assert_cmpstr (at_sign, ==, CARD);
  g_assert_cmpfloat (area.width, <, 40); /* elsewhere on the card it is another matter */
  g_assert_cmpfloat (area.x, <=, x);
  g_assert_cmpfloat (area.x + area.width, >=, x);
  find_mark (item, ETP_MARK_TEXT, 0, &x, &y);
  at_text = etp_tip_dup (journey, item, x, y, ETP_DETAIL_FULL, &area);
  g_assert_null (at_text);
  small = etp_tip_dup (journey, item, x, y, ETP_DETAIL_BARS, &area);
  g_assert_cmpstr (small, ==, "1.1 Search\nFor a long time\n" CARD);
  all = etp_tip_dup_all (journey, item);
  g_assert_cmpstr (all, ==, small);
}

static void
test_link (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  const EtpItem *item = get_item (scene, "line", ETP_ITEM_LINK);
  g_autofree char *tip = NULL;
  g_autofree char *answer = NULL;
  EtpRect area;

  tip = etp_tip_dup (journey, item, 1, 1, ETP_DETAIL_FULL, &area);
  g_assert_cmpstr (
      tip, ==,
      "1.1 Search → 2.1 Unpack\nHand-over · Broken hand-over\nCarries: Order\nLoses: Address");
  etp_test_set (journey, "line", ETP_LINK_KIND, "answers");
  answer = etp_tip_dup_all (journey, item);
  g_assert_nonnull (strstr (answer, "\nAnswers\n")); /* which is neither seamless nor broken */
}

/* What is folded together says its name. */
static void
test_folded (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpScene) open = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpScene) folded = NULL;
  g_autofree char *none = NULL;
  g_autofree char *tip = NULL;
  EtpRect area;

  none = etp_tip_dup (journey, get_item (open, "p", ETP_ITEM_PHASE_HEAD), 150, 60, ETP_DETAIL_FULL,
                      &area);
  g_assert_null (none);
  etp_test_set (journey, "p", ETP_PHASE_COLLAPSED, "true");
  folded = etp_test_scene_new (journey, NULL, NULL);
  tip = etp_tip_dup (journey, get_item (folded, "p", ETP_ITEM_PHASE_HEAD), 1, 1, ETP_DETAIL_FULL,
                     &area);
  g_assert_cmpstr (tip, ==, "Phase 1 Buy\nFeel safe");
}

/* Whatever is on a map, a tip is text of some length, and one is there for every sign. */
static void
test_sample (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  guint n_points = 0;

  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (scene, i)->cell;

      for (guint j = 0; j < cell->n_items; j++)
        {
          const EtpItem *item = cell->items[j].item;
          g_autofree char *tip = NULL;
          EtpRect area;

          tip = etp_tip_dup (journey, item, item->width / 2, item->height / 2, ETP_DETAIL_FULL,
                             &area);
          g_assert_true (tip == NULL || *tip != '\0');
          if (item->kind != ETP_ITEM_POINT)
            continue;
          g_assert_nonnull (tip);
          n_points++;
        }
    }
  g_assert_cmpuint (n_points, >, 0);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/tip/card", test_card);
  g_test_add_func ("/scene/tip/link", test_link);
  g_test_add_func ("/scene/tip/folded", test_folded);
  g_test_add_func ("/scene/tip/sample", test_sample);

  return g_test_run ();
}
