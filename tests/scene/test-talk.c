/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "lane-test.h"
#include "scene/etp-talk.h"

/* Three phases: steps and thoughts in p0, thoughts in p1, nothing in p2. */
static EtpJourney *
create_journey (void)
{
  static const struct
  {
    const char *id, *lane, *phase;
  } cards[] = { { "one", "steps", "p0" }, { "two", "notes", "p0" }, { "three", "notes", "p1" } };
  EtpJourney *journey = lane_test_journey_new (3, "en");

  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "thoughts", ETP_LANE_NAME,
                "Thoughts", ETP_TEST_END);
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    etp_test_add (journey, ETP_LIST_CARDS, cards[i].id, ETP_CARD_LANE, cards[i].lane,
                  ETP_CARD_PHASE, cards[i].phase, ETP_CARD_TITLE, cards[i].id, ETP_TEST_END);
  return journey;
}

static void
test_moves (void)
{
  static const struct
  {
    EtpTalkPlace from;
    EtpTalkMove move;
    EtpTalkPlace to;
  } rows[] = {
    { { 0, 0 }, ETP_TALK_NEXT, { 1, 0 } },
    { { 1, 2 }, ETP_TALK_NEXT, { 2, 0 } },
    { { 3, 0 }, ETP_TALK_NEXT, { 3, 0 } },
    { { 1, 0 }, ETP_TALK_PREVIOUS, { 0, 0 } },
    { { 2, 1 }, ETP_TALK_PREVIOUS, { 2, 0 } },
    { { 0, 0 }, ETP_TALK_PREVIOUS, { 0, 0 } },
    { { 0, 0 }, ETP_TALK_DOWN, { 0, 0 } },
    { { 1, 0 }, ETP_TALK_DOWN, { 1, 1 } },
    { { 1, 2 }, ETP_TALK_DOWN, { 1, 2 } },
    { { 1, 1 }, ETP_TALK_UP, { 1, 0 } },
    { { 1, 0 }, ETP_TALK_UP, { 1, 0 } },
    { { 3, 0 }, ETP_TALK_DOWN, { 3, 0 } },
    { { 0, 0 }, ETP_TALK_NEXT_STEP, { 1, 0 } },
    { { 1, 0 }, ETP_TALK_NEXT_STEP, { 1, 1 } },
    { { 1, 2 }, ETP_TALK_NEXT_STEP, { 2, 0 } },
    { { 2, 1 }, ETP_TALK_NEXT_STEP, { 3, 0 } },
    { { 3, 0 }, ETP_TALK_NEXT_STEP, { 3, 0 } },
    { { 3, 0 }, ETP_TALK_PREVIOUS_STEP, { 2, 1 } },
    { { 1, 0 }, ETP_TALK_PREVIOUS_STEP, { 0, 0 } },
    { { 0, 0 }, ETP_TALK_PREVIOUS_STEP, { 0, 0 } },
    { { 2, 1 }, ETP_TALK_FIRST, { 0, 0 } },
    { { 1, 1 }, ETP_TALK_LAST, { 3, 0 } },
  };
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpTalk) talk = etp_talk_new (scene);

  g_assert_cmpuint (etp_talk_get_n_phases (talk), ==, 3);
  g_assert_cmpuint (etp_talk_get_n_lanes (talk, 1), ==, 2);
  g_assert_cmpuint (etp_talk_get_n_lanes (talk, 2), ==, 1);
  g_assert_cmpuint (etp_talk_get_n_lanes (talk, 3), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const EtpTalkPlace to = etp_talk_go (talk, rows[i].from, rows[i].move);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (to.phase, ==, rows[i].to.phase);
      g_assert_cmpuint (to.lane, ==, rows[i].to.lane);
    }
}

static void
test_names (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpTalk) talk = etp_talk_new (scene);
  EtpTalkPlace place;

  g_assert_null (etp_talk_get_phase_id (talk, (EtpTalkPlace){ 0, 0 }));
  g_assert_null (etp_talk_get_lane_id (talk, (EtpTalkPlace){ 1, 0 }));
  g_assert_cmpstr (etp_talk_get_phase_id (talk, (EtpTalkPlace){ 2, 0 }), ==, "p1");
  g_assert_true (
      g_str_has_prefix (etp_talk_get_phase_name (talk, (EtpTalkPlace){ 2, 0 }), "Phase 2"));
  g_assert_cmpstr (etp_talk_get_lane_id (talk, (EtpTalkPlace){ 2, 1 }), ==, "notes");
  g_assert_cmpstr (etp_talk_get_lane_name (talk, (EtpTalkPlace){ 2, 1 }), ==, "Thoughts");
  place = etp_talk_find (talk, "p0", "notes");
  g_assert_cmpuint (place.phase, ==, 1);
  g_assert_cmpuint (place.lane, ==, 2);
  place = etp_talk_find (talk, "p1", "steps"); /* nothing lies there */
  g_assert_cmpuint (place.phase, ==, 2);
  g_assert_cmpuint (place.lane, ==, 0);
  place = etp_talk_find (talk, "gone", "notes");
  g_assert_cmpuint (place.phase + place.lane, ==, 0);
}

/* Whatever the window's size: what is talked about is in it, beside and below the heads. */
static void
test_views (void)
{
  static const double sizes[][2] = { { 1920, 1080 }, { 1400, 900 }, { 1024, 768 }, { 3840, 2160 } };
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpTalk) talk = etp_talk_new (scene);
  const double left = etp_scene_get_pin_left (scene), top = etp_scene_get_pin_top (scene);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint phase = 0; phase <= 3; phase++)
      for (guint lane = 0; lane <= etp_talk_get_n_lanes (talk, phase); lane++)
        {
          const EtpTalkPlace place = { phase, lane };
          const EtpRect lit = etp_talk_get_lit (talk, place);
          double zoom, x, y;

          etp_talk_get_view (talk, place, sizes[i][0], sizes[i][1], &zoom, &x, &y);
          g_assert_cmpfloat (zoom, >, 0);
          g_assert_cmpfloat (zoom, <=, 4);
          g_assert_cmpfloat (lit.x + 1e-6, >=, x + (phase > 0 ? left : 0));
          g_assert_cmpfloat (lit.x + lit.width, <=, x + sizes[i][0] / zoom + 1e-6);
          if (phase > 0 && lane == 0)
            g_assert_cmpfloat (lit.y, ==, y);
          if (lane > 0)
            {
              g_assert_cmpfloat (lit.y + 1e-6, >=, y + top);
              g_assert_cmpfloat (lit.y + lit.height, <=, y + sizes[i][1] / zoom + 1e-6);
            }
          if (phase == 0)
            g_assert_cmpfloat (lit.height, <=, sizes[i][1] / zoom + 1e-6);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/talk/moves", test_moves);
  g_test_add_func ("/scene/talk/names", test_names);
  g_test_add_func ("/scene/talk/views", test_views);
  return g_test_run ();
}
