/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>
#include <string.h>

#include "etp-test-build.h"
#include "etp-test-random.h"
#include "model/etp-change.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

/* The outline, against what is known of the sample and against a slow second opinion. */

static const EtpPlace *
find (EtpJourney *journey, const char *id)
{
  return etp_outline_find (etp_journey_get_outline (journey), etp_journey_get_node (journey, id));
}

typedef struct
{
  const char *id;
  gboolean placed;
  guint phase, until;
  guint step_phase, step_index;
  gboolean pain;
  const char *step;
} SampleCase;

static const SampleCase sample_cases[] = {
  { "advert", TRUE, 0, 0, 1, 1, FALSE, NULL },
  { "visit", TRUE, 1, 1, 2, 1, TRUE, NULL }, /* three problems, and a pain under it */
  { "compare", TRUE, 1, 1, 2, 2, TRUE, NULL }, /* a pain under it */
  { "order", TRUE, 2, 2, 3, 1, FALSE, NULL },
  { "slow", TRUE, 1, 1, 2, 1, FALSE, "visit" },
  { "unclear", TRUE, 1, 1, 2, 2, FALSE, "compare" },
  { "smaller", TRUE, 1, 1, 0, 0, FALSE, NULL },
  { "campaign", TRUE, 0, 1, 0, 0, FALSE, NULL },
  { "parked", FALSE, 0, 0, 0, 0, FALSE, NULL },
};

static void
test_sample (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpOutline *outline = etp_journey_get_outline (journey);
  EtpNode *const *parked;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (sample_cases); i++)
    {
      const SampleCase *c = &sample_cases[i];
      const EtpPlace *place = find (journey, c->id);

      g_test_message ("%s", c->id);
      g_assert_cmpint (place != NULL, ==, c->placed);
      if (place == NULL)
        continue;
      g_assert_cmpuint (place->phase, ==, c->phase);
      g_assert_cmpuint (place->until, ==, c->until);
      g_assert_cmpuint (place->step_phase, ==, c->step_phase);
      g_assert_cmpuint (place->step_index, ==, c->step_index);
      g_assert_cmpint (place->pain, ==, c->pain);
      if (c->step != NULL)
        g_assert_cmpstr (etp_node_get_id (etp_outline_get_place (outline, place->step)->card), ==,
                         c->step);
      else
        g_assert_cmpuint (place->step, ==, G_MAXUINT);
    }

  parked = etp_outline_get_parked (outline, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (etp_node_get_id (parked[0]), ==, "parked");
  g_assert_cmpstr (etp_node_get_id (etp_outline_get_step (outline, 2, 2)), ==, "compare");
  g_assert_null (etp_outline_get_step (outline, 2, 3));
  g_assert_null (etp_outline_get_step (outline, 0, 1));
  g_assert_null (etp_outline_get_step (outline, 4, 1));
  g_assert_cmpuint (etp_outline_get_n_phases (outline), ==, 3);
  g_assert_cmpuint (etp_outline_get_n_lanes (outline), ==, ETP_N_LANE_KINDS);
}

/* Names of nothing put a card in the parking lot, or are passed over. */
static void
test_dangling (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  guint n;

  etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "q", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "l", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "m", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "no-lane", ETP_CARD_LANE, "x", ETP_CARD_PHASE, "p",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "no-phase", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "x",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "swapped", ETP_CARD_LANE, "p", ETP_CARD_PHASE, "l",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "half", ETP_CARD_LANE, "l", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "until-nothing", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "q",
                ETP_CARD_UNTIL, "x", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "until-before", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "q",
                ETP_CARD_UNTIL, "p", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "under-itself", ETP_CARD_LANE, "m", ETP_CARD_PHASE, "q",
                ETP_CARD_STEP, "under-itself", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "elsewhere", ETP_CARD_LANE, "m", ETP_CARD_PHASE, "p",
                ETP_CARD_STEP, "until-before", ETP_TEST_END);

  etp_outline_get_parked (etp_journey_get_outline (journey), &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (find (journey, "until-nothing")->until, ==, 1);
  g_assert_cmpuint (find (journey, "until-before")->until, ==, 1);
  g_assert_cmpuint (find (journey, "until-before")->step_index, ==, 2);
  g_assert_cmpuint (find (journey, "under-itself")->step, ==, G_MAXUINT);
  g_assert_cmpuint (find (journey, "elsewhere")->step, ==, G_MAXUINT);
  g_assert_false (find (journey, "until-before")->pain);
}

static void
test_empty (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  EtpOutline *outline = etp_journey_get_outline (journey);
  guint n;

  g_assert_cmpuint (etp_outline_get_n_places (outline), ==, 0);
  g_assert_null (etp_outline_get_steps (outline, &n));
  g_assert_cmpuint (n, ==, 0);
  etp_outline_get_parked (outline, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (isnan (etp_outline_get_evidence_share (outline)));
}

static gboolean
is_in_list (EtpJourney *journey, const char *id, EtpListKind list, guint *index)
{
  EtpNode *node = id[0] != '\0' ? etp_journey_get_node (journey, id) : NULL;

  if (node == NULL || etp_node_get_list (node) != list)
    return FALSE;
  *index = etp_node_list_get_index (etp_journey_get_list (journey, list), node);
  return TRUE;
}

/* The cell and the number of a card, by looking at all cards each time. */
static void
check_card (EtpJourney *journey, EtpNode *card)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  const EtpPlace *place = etp_outline_find (outline, card);
  const EtpPlace *const *cell;
  EtpNode *other;
  guint lane = 0, phase = 0, number = 0, position = 0, n;

  if (!is_in_list (journey, etp_node_get_text (card, ETP_CARD_LANE), ETP_LIST_LANES, &lane)
      || !is_in_list (journey, etp_node_get_text (card, ETP_CARD_PHASE), ETP_LIST_PHASES, &phase))
    {
      g_assert_null (place);
      return;
    }

  g_assert_nonnull (place);
  g_assert_cmpuint (place->lane, ==, lane);
  g_assert_cmpuint (place->phase, ==, phase);
  for (guint i = 0; (other = etp_node_list_get (cards, i)) != NULL; i++)
    {
      const EtpPlace *other_place = etp_outline_find (outline, other);

      if (other_place != NULL && other_place->phase == phase)
        {
          position += other_place->lane == lane;
          number += etp_node_get_enum (etp_node_list_get (lanes, other_place->lane), ETP_LANE_KIND)
                    == ETP_LANE_KIND_TOUCHPOINTS;
        }
      if (other == card)
        break;
    }
  cell = etp_outline_get_cell (outline, phase, lane, &n);
  g_assert_cmpuint (position, <=, n);
  g_assert_true (cell[position - 1] == place);
  if (etp_node_get_enum (etp_node_list_get (lanes, lane), ETP_LANE_KIND)
      == ETP_LANE_KIND_TOUCHPOINTS)
    {
      g_assert_cmpuint (place->step_index, ==, number);
      g_assert_true (etp_outline_get_step (outline, phase + 1, number) == card);
    }
}

static void
test_random (void)
{
  guint32 seed = (guint32) g_test_rand_int_range (0, G_MAXINT32);
  GRand *random = g_rand_new_with_seed (seed);
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 200; i++)
    {
      EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
      EtpNode *card;

      etp_test_random_edits (journey, random, 3);
      for (guint j = 0; (card = etp_node_list_get (cards, j)) != NULL; j++)
        check_card (journey, card);
    }
  g_rand_free (random);
}

/* What cannot matter does not cost a rebuild. */
static void
test_kept (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpOutline *outline = etp_journey_get_outline (journey);
  EtpNode *visit = etp_journey_get_node (journey, "visit");
  EtpDatum datum = etp_datum_integer (0);

  g_assert_true (etp_edit_set_text (journey, visit, ETP_CARD_TITLE, "x", NULL));
  g_assert_true (
      etp_edit_set_emotion_value (journey, visit, etp_journey_get_node (journey, "max"), 1, NULL));
  g_assert_true (etp_edit_set_text (journey, etp_journey_get_node (journey, "aware"),
                                    ETP_PHASE_NAME, "x", NULL));
  g_assert_true (etp_journey_get_outline (journey) == outline);

  /* The pain under it still shows, then no more. */
  g_assert_true (etp_edit_set (journey, visit, ETP_CARD_PROBLEMS, &datum, NULL));
  g_assert_true (find (journey, "visit")->pain);
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "slow"), NULL));
  g_assert_false (find (journey, "visit")->pain);
  etp_history_undo (etp_journey_get_history (journey));
  g_assert_true (find (journey, "visit")->pain);
}

/* Each thing that matters does cost one: alone, not with others that would do it, too. */
static void
test_renewed (void)
{
  static const struct
  {
    const char *id;
    guint field;
    const char *value;
  } cases[] = {
    { "visit", ETP_CARD_PHASE, "buy" },          { "visit", ETP_CARD_LANE, "actions" },
    { "smaller", ETP_CARD_UNTIL, "buy" },        { "smaller", ETP_CARD_STEP, "compare" },
    { "advert", ETP_CARD_FAIL_POINT, "true" },   { "advert", ETP_CARD_PROBLEMS, "1" },
    { "actions", ETP_LANE_KIND, "touchpoints" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      EtpHistory *history = etp_journey_get_history (journey);
      EtpNode *node = etp_journey_get_node (journey, cases[i].id);
      const EtpField *row = &etp_node_record (node)->table->fields[cases[i].field];
      EtpDatum datum = etp_test_datum (row, cases[i].value);
      EtpOutline *before = etp_journey_get_outline (journey);

      g_test_message ("%s.%s", cases[i].id, row->member);
      etp_history_begin (history, "Change", NULL);
      etp_change_set (journey, node, cases[i].field, &datum);
      g_assert_true (etp_journey_get_outline (journey) != before);
      etp_history_commit (history);
    }
}

static void
test_renewed_by_order (void)
{
  static const char *const ids[] = { "advert", "aware", "touchpoints" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      EtpHistory *history = etp_journey_get_history (journey);
      EtpNode *node = etp_journey_get_node (journey, ids[i]);
      EtpOutline *before = etp_journey_get_outline (journey);

      etp_history_begin (history, "Change", NULL);
      etp_change_move (journey, node, 2);
      g_assert_true (etp_journey_get_outline (journey) != before);
      etp_history_commit (history);
    }
}

/* An outline that someone holds survives a verb that refuses. */
static void
test_held_over_refusal (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpOutline *outline = etp_journey_get_outline (journey);
  const EtpPlace *place = find (journey, "order");

  g_assert_false (etp_edit_align_card (journey, etp_journey_get_node (journey, "smaller"),
                                       etp_journey_get_node (journey, "slow"), NULL));
  g_assert_cmpuint (etp_outline_get_n_phases (outline), ==, 3);
  g_assert_cmpuint (place->phase, ==, 2);
}

static void
test_evidence (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  EtpNode *a = etp_test_add (
      journey, ETP_LIST_CARDS, "a", ETP_CARD_EMOTIONS,
      etp_test_value (&etp_emotion_table, ETP_EMOTION_EVIDENCE, "measured", ETP_TEST_END), NULL,
      ETP_TEST_END);

  etp_test_add (journey, ETP_LIST_CARDS, "b", ETP_CARD_EVIDENCE, "observed", ETP_TEST_END);
  g_assert_cmpfloat_with_epsilon (
      etp_outline_get_evidence_share (etp_journey_get_outline (journey)), 2.0 / 3, 1e-9);
  g_assert_true (etp_edit_set_text (journey, a, ETP_CARD_EVIDENCE, "observed", NULL));
  g_assert_cmpfloat_with_epsilon (
      etp_outline_get_evidence_share (etp_journey_get_outline (journey)), 1, 1e-9);
}

/* 50,000 phases and as many lanes: no table of cells. */
static void
test_wide (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  guint n;

  for (guint i = 0; i < 50000; i++)
    {
      etp_test_add (journey, ETP_LIST_PHASES, NULL, ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_LANES, NULL, ETP_TEST_END);
    }
  etp_test_add (
      journey, ETP_LIST_CARDS, "a", ETP_CARD_LANE,
      etp_node_get_id (etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_LANES), 49999)),
      ETP_CARD_PHASE,
      etp_node_get_id (etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_PHASES), 30000)),
      ETP_TEST_END);
  g_assert_nonnull (etp_outline_get_cell (etp_journey_get_outline (journey), 30000, 49999, &n));
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (etp_outline_get_cell (etp_journey_get_outline (journey), 30000, 49998, &n));
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/outline/sample", test_sample);
  g_test_add_func ("/model/outline/dangling", test_dangling);
  g_test_add_func ("/model/outline/empty", test_empty);
  g_test_add_func ("/model/outline/random", test_random);
  g_test_add_func ("/model/outline/kept", test_kept);
  g_test_add_func ("/model/outline/renewed", test_renewed);
  g_test_add_func ("/model/outline/renewed-by-order", test_renewed_by_order);
  g_test_add_func ("/model/outline/held-over-refusal", test_held_over_refusal);
  g_test_add_func ("/model/outline/evidence", test_evidence);
  g_test_add_func ("/model/outline/wide", test_wide);

  return g_test_run ();
}
