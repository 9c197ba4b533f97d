/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-fragment.h"

#include "etp-test-build.h"
#include "model/etp-check.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"
#include "file-test.h"

/* Cards that name what is not there, because their file does, cut or copied. */

static EtpJourney *
create_source (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "one", ETP_PHASE_NAME, "One", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "two", ETP_PHASE_NAME, "Two", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (
      journey, ETP_LIST_CARDS, "step", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "one",
      ETP_CARD_TITLE, "Step", ETP_CARD_PERSONAS, "gone|max", ETP_CARD_TOUCHPOINT, "lost",
      ETP_CARD_EMOTIONS,
      etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "gone", ETP_EMOTION_VALUE, -1.5,
                      ETP_EMOTION_NOTE, "Waits", ETP_EMOTION_SOURCES, "lost", ETP_TEST_END),
      etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max", ETP_EMOTION_VALUE, 1.0,
                      ETP_TEST_END),
      NULL, ETP_CARD_VOTES,
      etp_test_value (&etp_vote_table, ETP_VOTE_ROUND, "gone", ETP_VOTE_COUNT, 3, ETP_TEST_END),
      NULL, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "note", ETP_CARD_LANE, "notes", ETP_CARD_PHASE, "one",
                ETP_CARD_TITLE, "Note", ETP_CARD_STEP, "gone", ETP_CARD_CLUSTER, "lost",
                ETP_TEST_END);
  etp_journey_seed_ids (journey, 1);
  return journey;
}

static EtpFragment *
take (EtpJourney *journey, const char *id)
{
  EtpNode *node = etp_journey_get_node (journey, id);
  g_autoptr (GBytes) bytes = etp_fragment_write (journey, &node, 1, NULL);
  g_autoptr (GError) error = NULL;
  EtpFragment *fragment = etp_fragment_read (bytes, &error);

  g_assert_no_error (error);
  return fragment;
}

/* Into the second phase, if there is one. */
static EtpNode *
insert (const EtpFragment *fragment, EtpJourney *journey, const char *lane)
{
  const EtpFragmentPlace place = { .lane = etp_journey_get_node (journey, lane),
                                   .phase = etp_journey_get_node (journey, "two"),
                                   .index = G_MAXUINT,
                                   .position = G_MAXUINT };
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  etp_fragment_insert (fragment, journey, &place, "Paste", nodes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nodes->len, ==, 1);
  return nodes->pdata[0];
}

static void
remove_node (EtpJourney *journey, const char *id)
{
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, id), NULL));
}

/* In the journey itself nothing is lost, whether it was cut or copied; votes stay with the original. */
static void
test_same_journey (void)
{
  for (int is_cut = 0; is_cut < 2; is_cut++)
    {
      g_autoptr (EtpJourney) journey = create_source ();
      g_autoptr (EtpFragment) step = take (journey, "step");
      g_autoptr (EtpFragment) note = take (journey, "note");
      EtpValue *emotion;
      EtpNode *card;

      if (is_cut)
        {
          remove_node (journey, "step");
          remove_node (journey, "note");
        }
      card = insert (step, journey, "steps");
      g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, "two");
      g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TOUCHPOINT), ==, "lost");
      g_assert_cmpuint (etp_node_get_length (card, ETP_CARD_PERSONAS), ==, 2);
      g_assert_cmpstr (etp_node_get_text_at (card, ETP_CARD_PERSONAS, 0), ==, "gone");
      g_assert_cmpuint (etp_node_get_length (card, ETP_CARD_EMOTIONS), ==, 2);
      emotion = etp_card_get_emotion (card, "gone");
      g_assert_nonnull (emotion);
      g_assert_cmpfloat (etp_value_get_number (emotion, ETP_EMOTION_VALUE), ==, -1.5);
      g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_NOTE), ==, "Waits");
      g_assert_cmpuint (etp_value_get_length (emotion, ETP_EMOTION_SOURCES), ==, 1);
      g_assert_cmpuint (etp_node_get_length (card, ETP_CARD_VOTES), ==, is_cut ? 1 : 0);
      card = insert (note, journey, "notes");
      g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_STEP), ==, "gone");
      g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_CLUSTER), ==, "lost");
      etp_journey_assert_valid (journey);
    }
}

/* What was there when it was copied and has gone since is not named. */
static void
test_gone_since (void)
{
  g_autoptr (EtpJourney) journey = create_source ();
  g_autoptr (EtpFragment) step = take (journey, "step");
  EtpNode *card;

  remove_node (journey, "step");
  remove_node (journey, "two");
  card = insert (step, journey, "none");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TOUCHPOINT), ==, "lost");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_LANE), ==, "steps");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, "one");
  remove_node (journey, "one");
  card = insert (step, journey, "none");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_LANE), ==, "");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, "");
}

/* Another journey has something else under such a name, or will have. */
static void
test_other_journey (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpJourney) target = create_source ();
  g_autoptr (EtpFragment) step = take (source, "step");
  EtpNode *card = insert (step, target, "steps");

  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TOUCHPOINT), ==, "");
  g_assert_cmpuint (etp_node_get_length (card, ETP_CARD_PERSONAS), ==, 1);
  g_assert_cmpuint (etp_node_get_length (card, ETP_CARD_EMOTIONS), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/fragment-dangling/same-journey", test_same_journey);
  g_test_add_func ("/file/fragment-dangling/gone-since", test_gone_since);
  g_test_add_func ("/file/fragment-dangling/other-journey", test_other_journey);
  return g_test_run ();
}
