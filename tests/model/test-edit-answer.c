/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-chain.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"

/* From a pain to a measure: the verbs and the chain. */

typedef struct
{
  EtpJourney *journey;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  etp_journey_assert_valid (fixture->journey);
  g_assert_true (etp_check (fixture->journey, NULL));
  g_object_unref (fixture->journey);
}

static EtpNode *
get (Fixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

static guint
count (Fixture *fixture, EtpListKind list)
{
  return etp_node_list_get_length (etp_journey_get_list (fixture->journey, list));
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  EtpNode *pain = get (fixture, "slow");
  const guint n_cards = count (fixture, ETP_LIST_CARDS), n_links = count (fixture, ETP_LIST_LINKS);
  const guint n_lanes = count (fixture, ETP_LIST_LANES);
  EtpNode *chance = etp_edit_answer_card (fixture->journey, pain, NULL, NULL);
  EtpNode *link, *lane;

  g_assert_nonnull (chance);
  g_assert_cmpstr (etp_node_get_text (chance, ETP_CARD_TITLE), ==, "How might we …?");
  g_assert_cmpstr (etp_node_get_text (chance, ETP_CARD_PHASE), ==,
                   etp_node_get_text (pain, ETP_CARD_PHASE));
  g_assert_cmpstr (etp_node_get_text (chance, ETP_CARD_STEP), ==,
                   etp_node_get_text (pain, ETP_CARD_STEP));
  lane = get (fixture, etp_node_get_text (chance, ETP_CARD_LANE));
  g_assert_cmpint (etp_node_get_enum (lane, ETP_LANE_KIND), ==, ETP_LANE_KIND_OPPORTUNITIES);
  g_assert_cmpuint (count (fixture, ETP_LIST_LINKS), ==, n_links + 1);
  link = etp_node_list_get (etp_journey_get_list (fixture->journey, ETP_LIST_LINKS), n_links);
  g_assert_cmpstr (etp_node_get_text (link, ETP_LINK_FROM), ==, etp_node_get_id (chance));
  g_assert_cmpstr (etp_node_get_text (link, ETP_LINK_TO), ==, "slow");
  g_assert_cmpint (etp_node_get_enum (link, ETP_LINK_KIND), ==, ETP_LINK_KIND_ANSWERS);

  /* One step, with its own name. */
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (fixture->journey)), ==,
                   "Add Opportunity");
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_cmpuint (count (fixture, ETP_LIST_CARDS), ==, n_cards);
  g_assert_cmpuint (count (fixture, ETP_LIST_LINKS), ==, n_links);
  g_assert_cmpuint (count (fixture, ETP_LIST_LANES), ==, n_lanes);
}

static void
remove_lanes_of_kind (Fixture *fixture, EtpLaneKind kind)
{
  EtpNodeList *lanes = etp_journey_get_list (fixture->journey, ETP_LIST_LANES);

  for (guint i = etp_node_list_get_length (lanes); i > 0; i--)
    if (etp_node_get_enum (etp_node_list_get (lanes, i - 1), ETP_LANE_KIND) == (int) kind)
      g_assert_true (etp_edit_remove (fixture->journey, etp_node_list_get (lanes, i - 1), NULL));
}

static void
test_answer_without_lane (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *lanes = etp_journey_get_list (fixture->journey, ETP_LIST_LANES);
  EtpNode *pain = get (fixture, "slow");
  EtpNode *chance, *lane, *pains;

  remove_lanes_of_kind (fixture, ETP_LANE_KIND_OPPORTUNITIES);
  chance = etp_edit_answer_card (fixture->journey, pain, "A smaller page", NULL);
  g_assert_cmpstr (etp_node_get_text (chance, ETP_CARD_TITLE), ==, "A smaller page");
  lane = get (fixture, etp_node_get_text (chance, ETP_CARD_LANE));
  pains = get (fixture, etp_node_get_text (pain, ETP_CARD_LANE));
  g_assert_cmpint (etp_node_get_enum (lane, ETP_LANE_KIND), ==, ETP_LANE_KIND_OPPORTUNITIES);
  g_assert_cmpuint (etp_node_list_get_index (lanes, lane), ==,
                    etp_node_list_get_index (lanes, pains) + 1);
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  const EtpMeasurePlan plan = { "Compress the pictures", "Jana", "2027-02-28",
                                ETP_MEASURE_STATUS_DOING };
  const EtpMeasurePlan bad = { "Compress", "Jana", "next week", ETP_MEASURE_STATUS_IDEA };
  g_autoptr (GError) error = NULL;
  guint n_lanes;
  EtpNode *measure;

  remove_lanes_of_kind (fixture, ETP_LANE_KIND_MEASURES);
  n_lanes = count (fixture, ETP_LIST_LANES);
  g_ptr_array_add (cards, get (fixture, "slow"));

  /* What is refused leaves no lane behind. */
  g_assert_null (etp_edit_plan_measure (fixture->journey, cards, &bad, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count (fixture, ETP_LIST_LANES), ==, n_lanes);

  measure = etp_edit_plan_measure (fixture->journey, cards, &plan, NULL);
  g_assert_nonnull (measure);
  g_assert_cmpstr (etp_node_get_text (measure, ETP_MEASURE_OWNER), ==, "Jana");
  g_assert_cmpstr (etp_node_get_text (measure, ETP_MEASURE_DUE), ==, "2027-02-28");
  g_assert_cmpint (etp_node_get_enum (measure, ETP_MEASURE_STATUS), ==, ETP_MEASURE_STATUS_DOING);
  g_assert_cmpstr (etp_node_get_text (measure, ETP_MEASURE_PHASE), ==, "consider");
  g_assert_cmpuint (count (fixture, ETP_LIST_LANES), ==, n_lanes + 1);
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_cmpuint (count (fixture, ETP_LIST_LANES), ==, n_lanes);
}

static EtpNode *
find_lane (Fixture *fixture, EtpLaneKind kind)
{
  EtpNodeList *lanes = etp_journey_get_list (fixture->journey, ETP_LIST_LANES);
  EtpNode *lane;

  for (guint i = 0; (lane = etp_node_list_get (lanes, i)) != NULL; i++)
    if (etp_node_get_enum (lane, ETP_LANE_KIND) == (int) kind)
      return lane;
  g_assert_not_reached ();
}

static void
hide (Fixture *fixture, EtpNode *lane, guint field)
{
  EtpDatum yes = etp_datum_boolean (TRUE);

  g_assert_true (etp_edit_set (fixture->journey, lane, field, &yes, NULL));
}

/* What is made can be seen: rather in a lane that is shown, else its lane is shown from then on, in the
 * same step. */
static void
test_in_sight (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  const EtpMeasurePlan plan = { "Compress", "", "", ETP_MEASURE_STATUS_IDEA };
  EtpNode *lane = find_lane (fixture, ETP_LANE_KIND_MEASURES), *other, *chance;

  g_ptr_array_add (cards, get (fixture, "slow"));
  hide (fixture, lane, ETP_LANE_HIDDEN);
  hide (fixture, lane, ETP_LANE_COLLAPSED);
  g_assert_nonnull (etp_edit_plan_measure (fixture->journey, cards, &plan, NULL));
  g_assert_false (etp_node_get_boolean (lane, ETP_LANE_HIDDEN));
  g_assert_false (etp_node_get_boolean (lane, ETP_LANE_COLLAPSED));
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_true (etp_node_get_boolean (lane, ETP_LANE_HIDDEN));

  lane = find_lane (fixture, ETP_LANE_KIND_OPPORTUNITIES);
  hide (fixture, lane, ETP_LANE_HIDDEN);
  other = etp_edit_insert_lane (fixture->journey, G_MAXUINT, ETP_LANE_KIND_OPPORTUNITIES, NULL,
                                NULL);
  chance = etp_edit_answer_card (fixture->journey, get (fixture, "slow"), NULL, NULL);
  g_assert_cmpstr (etp_node_get_text (chance, ETP_CARD_LANE), ==, etp_node_get_id (other));
  g_assert_true (etp_node_get_boolean (lane, ETP_LANE_HIDDEN));
}

/* Of a card that spans phases, what is made lies in the first that can be seen; if none can, in the
 * card's first one. */
static void
test_span (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  const EtpMeasurePlan plan = { "Compress", "", "", ETP_MEASURE_STATUS_IDEA };
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  EtpNode *pain = get (fixture, "slow");
  EtpNode *made;

  g_ptr_array_add (cards, pain);
  g_assert_true (etp_edit_set_text (fixture->journey, pain, ETP_CARD_UNTIL, "buy", NULL));
  for (int is_hidden = 0; is_hidden < 2; is_hidden++)
    {
      hide (fixture, get (fixture, "consider"), is_hidden ? ETP_PHASE_HIDDEN : ETP_PHASE_COLLAPSED);
      made = etp_edit_answer_card (fixture->journey, pain, NULL, NULL);
      g_assert_cmpstr (etp_node_get_text (made, ETP_CARD_PHASE), ==, "buy");
      made = etp_edit_plan_measure (fixture->journey, cards, &plan, NULL);
      g_assert_cmpstr (etp_node_get_text (made, ETP_MEASURE_PHASE), ==, "buy");
      for (guint i = 0; i < 3; i++)
        g_assert_true (etp_history_undo (history));
    }
  hide (fixture, get (fixture, "consider"), ETP_PHASE_HIDDEN);
  hide (fixture, get (fixture, "buy"), ETP_PHASE_HIDDEN);
  made = etp_edit_plan_measure (fixture->journey, cards, &plan, NULL);
  g_assert_cmpstr (etp_node_get_text (made, ETP_MEASURE_PHASE), ==, "consider");
}

static gboolean
has (GPtrArray *chain, EtpNode *node)
{
  return g_ptr_array_find (chain, node, NULL);
}

static void
test_chain (Fixture *fixture, gconstpointer data)
{
  EtpNode *pain = get (fixture, "slow"), *chance = get (fixture, "smaller");
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GPtrArray) from_pain = NULL;
  g_autoptr (GPtrArray) from_measure = NULL;
  g_autoptr (GPtrArray) none = NULL;
  EtpNode *measure;

  g_ptr_array_add (cards, chance);
  measure = etp_edit_plan_measure (
      fixture->journey, cards, &(EtpMeasurePlan){ "Do it", "", "", ETP_MEASURE_STATUS_IDEA }, NULL);
  from_pain = etp_chain_dup (fixture->journey, pain);
  g_assert_true (has (from_pain, chance) && has (from_pain, measure) && !has (from_pain, pain));
  g_assert_true (has (from_pain, get (fixture, "answer")));
  from_measure = etp_chain_dup (fixture->journey, measure);
  g_assert_true (has (from_measure, chance) && has (from_measure, pain));
  none = etp_chain_dup (fixture->journey, get (fixture, "order"));
  g_assert_false (has (none, pain));
}

/* A link that answers nothing shows what it joins. */
static void
test_chain_of_link (Fixture *fixture, gconstpointer data)
{
  EtpNode *link = get (fixture, "handover");
  g_autoptr (GPtrArray) chain = etp_chain_dup (fixture->journey, link);

  g_assert_true (has (chain, get (fixture, "compare")) && has (chain, get (fixture, "order")));
  g_assert_false (has (chain, link));
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from, *to, *first;
    EtpLinkKind kind;
  } rows[] = {
    { "slow", "smaller", "smaller", ETP_LINK_KIND_ANSWERS },
    { "smaller", "slow", "smaller", ETP_LINK_KIND_ANSWERS },
    { "compare", "order", "compare", ETP_LINK_KIND_HANDOFF },
    { "order", "compare", "order", ETP_LINK_KIND_LOOP },
    { "slow", "order", "slow", ETP_LINK_KIND_FLOW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpNode *link = etp_edit_join (fixture->journey, get (fixture, rows[i].from),
                                     get (fixture, rows[i].to), NULL);

      g_assert_nonnull (link);
      g_assert_cmpint (etp_node_get_enum (link, ETP_LINK_KIND), ==, (int) rows[i].kind);
      g_assert_cmpstr (etp_node_get_text (link, ETP_LINK_FROM), ==, rows[i].first);
    }
}

static void
test_turn (Fixture *fixture, gconstpointer data)
{
  EtpNode *link = get (fixture, "handover");

  g_assert_true (etp_edit_turn_link (fixture->journey, link, NULL));
  g_assert_cmpstr (etp_node_get_text (link, ETP_LINK_FROM), ==, "order");
  g_assert_cmpstr (etp_node_get_text (link, ETP_LINK_TO), ==, "compare");
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_cmpstr (etp_node_get_text (link, ETP_LINK_FROM), ==, "compare");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/model/answer/card", test_answer);
  ADD ("/model/answer/without-lane", test_answer_without_lane);
  ADD ("/model/answer/plan", test_plan);
  ADD ("/model/answer/in-sight", test_in_sight);
  ADD ("/model/answer/span", test_span);
  ADD ("/model/answer/chain", test_chain);
  ADD ("/model/answer/chain-of-link", test_chain_of_link);
  ADD ("/model/answer/join", test_join);
  ADD ("/model/answer/turn", test_turn);
  return g_test_run ();
}
