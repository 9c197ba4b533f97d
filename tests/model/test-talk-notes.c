/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-talk-notes.h"
#include "model/etp-tables.h"

static EtpJourney *
create_journey (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_set_root (
      journey, ETP_JOURNEY_GOAL, "Find out", ETP_JOURNEY_INSIGHTS,
      etp_test_value (&etp_insight_table, ETP_INSIGHT_TEXT, "Waiting hurts", ETP_TEST_END), NULL,
      ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "use", ETP_PHASE_NAME, "Use", ETP_PHASE_GOAL, "Be quick",
                ETP_PHASE_DURATION, "P3D", ETP_PHASE_DESCRIPTION, "Say it slowly", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "bare", ETP_PHASE_NAME, "Bare", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "curve", ETP_LANE_KIND, "emotion", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "wait", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "use",
                ETP_CARD_TITLE, "Waits", ETP_CARD_EMOTIONS,
                etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max", ETP_EMOTION_VALUE,
                                -1.0, ETP_EMOTION_NOTE, "Looks at the clock", ETP_TEST_END),
                NULL, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "long", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "use",
                ETP_CARD_TITLE, "Long queue", ETP_CARD_QUOTE, "I left.", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_COMMENTS, "c1", ETP_COMMENT_ON, "long", ETP_COMMENT_AUTHOR, "Ada",
                ETP_COMMENT_TEXT, "True on Mondays", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_COMMENTS, "c2", ETP_COMMENT_ON, "use", ETP_COMMENT_TEXT,
                "Settled", ETP_COMMENT_RESOLVED, TRUE, ETP_TEST_END);
  return journey;
}

static void
check (EtpJourney *journey, const char *phase, const char *lane, const char *expected)
{
  static const char *const kinds[] = { "goal",    "duration", "description",
                                       "insight", "card",     "comment" };
  g_autoptr (GPtrArray) notes = etp_talk_notes_list (journey, phase, lane, "en");
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const EtpTalkNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (told, "%s [%s] %s\n", kinds[note->kind], note->subject, note->text);
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_list (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();

  check (journey, NULL, NULL, "goal [] Find out\ninsight [] Waiting hurts\n");
  check (journey, "use", NULL,
         "goal [] Be quick\nduration [] 3\u00a0days\ndescription [] Say it slowly\n"
         "card [1.1 Waits] Looks at the clock\ncard [Long queue] I left.\n"
         "comment [Ada] True on Mondays\n");
  check (journey, "use", "curve", "card [1.1 Waits] Looks at the clock\n");
  check (journey, "use", "pains", "card [Long queue] I left.\ncomment [Ada] True on Mondays\n");
  check (journey, "bare", NULL, "");
  check (journey, "gone", NULL, "");
  check (journey, "wait", NULL, ""); /* no phase */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/talk-notes/list", test_list);
  return g_test_run ();
}
