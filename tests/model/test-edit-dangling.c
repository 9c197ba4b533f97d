/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-spot.h"
#include "model/etp-tables.h"

/* Ids that name nothing and words of newer versions come from files, and are kept: also in what verbs make
 * of such a thing, and nothing is refused because of them. So are the names of headings that lie elsewhere.
 * After each test everything is undone, and the journey has to be what it was. */

typedef struct
{
  EtpJourney *journey;
  char *before;
} Fixture;

/* Under "head" gathers one card, others name it from elsewhere; under "lonely" none; in the parking lot
 * one under "basket". */
static void
add_groups (EtpJourney *journey)
{
  static const char *const rows[][4] = {
    { "head", "ideas", "two", "" },      { "near", "ideas", "two", "head" },
    { "far", "strange", "two", "head" }, { "pit", "", "", "head" },
    { "afoot", "steps", "two", "head" }, { "lonely", "ideas", "two", "" },
    { "pit-too", "", "", "lonely" },     { "basket", "", "", "" },
    { "fruit", "", "", "basket" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    etp_test_add (journey, ETP_LIST_CARDS, rows[i][0], ETP_CARD_LANE, rows[i][1], ETP_CARD_PHASE,
                  rows[i][2], ETP_CARD_CLUSTER, rows[i][3], ETP_TEST_END);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  EtpValue *emotion = etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max",
                                      ETP_EMOTION_VALUE, 1.0, ETP_EMOTION_FEELING, "glad",
                                      ETP_TEST_END);

  etp_value_init_unknown (emotion, "x-pulse", "90");
  self->journey = etp_journey_new ();
  for (guint i = 0; i < 2; i++)
    etp_test_add (self->journey, ETP_LIST_PHASES, i == 0 ? "one" : "two", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints",
                ETP_LANE_PERSONA, "gone", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_LANES, "ideas", ETP_LANE_KIND, "ideas", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_LANES, "strange", ETP_LANE_KIND, "dreams", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_PERSONAS, "max", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_CARDS, "step", ETP_CARD_LANE, "steps", ETP_CARD_PHASE,
                "one", ETP_CARD_TOUCHPOINT, "gone", ETP_CARD_PERSONAS, "gone|max",
                ETP_CARD_EVIDENCE, "estimated", ETP_CARD_EMOTIONS,
                etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "gone", ETP_EMOTION_VALUE,
                                -1.5, ETP_EMOTION_NOTE, "Waits", ETP_TEST_END),
                NULL, ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_CARDS, "under", ETP_CARD_LANE, "ideas", ETP_CARD_PHASE,
                "one", ETP_CARD_STEP, "gone", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_CARDS, "note", ETP_CARD_LANE, "ideas", ETP_CARD_PHASE,
                "one", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_CARDS, "dream", ETP_CARD_LANE, "strange", ETP_CARD_PHASE,
                "one", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_CARDS, "parked", ETP_CARD_LANE, "gone", ETP_CARD_PHASE,
                "one", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_CARDS, "lost", ETP_CARD_LANE, "lost", ETP_CARD_PHASE,
                "lost", ETP_TEST_END);
  etp_test_add (self->journey, ETP_LIST_CARDS, "felt", ETP_CARD_LANE, "steps", ETP_CARD_PHASE,
                "two", ETP_CARD_EMOTIONS, emotion, NULL, ETP_TEST_END);
  add_groups (self->journey);
  etp_test_add (self->journey, ETP_LIST_MEASURES, "measure", ETP_MEASURE_PHASE, "one",
                ETP_MEASURE_CARDS, "gone|note", ETP_MEASURE_METRIC, "gone", ETP_TEST_END);
  etp_journey_seed_ids (self->journey, 1);
  self->before = etp_test_dump (self->journey);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *undone = NULL;

  etp_journey_assert_valid (self->journey);
  while (etp_history_undo (etp_journey_get_history (self->journey)))
    ;
  undone = etp_test_dump (self->journey);
  etp_test_assert_same_dump (self->before, undone);
  g_free (self->before);
  g_object_unref (self->journey);
}

static EtpNode *
get (Fixture *self, const char *id)
{
  EtpNode *node = etp_journey_get_node (self->journey, id);

  g_assert_nonnull (node);
  return node;
}

static GPtrArray *
get_several (Fixture *self, const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (nodes, get (self, parts[i]));
  return nodes;
}

static void
assert_texts (Fixture *self, const char *ids, guint field, const char *text)
{
  g_autoptr (GPtrArray) nodes = get_several (self, ids);

  for (guint i = 0; i < nodes->len; i++)
    g_assert_cmpstr (etp_node_get_text (nodes->pdata[i], field), ==, text);
}

/* ---- copies ---- */

static void
assert_is_copy_of_step (EtpNode *card)
{
  EtpValue *emotion;

  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TOUCHPOINT), ==, "gone");
  g_assert_cmpuint (etp_node_get_length (card, ETP_CARD_PERSONAS), ==, 2);
  g_assert_cmpstr (etp_node_get_word (card, ETP_CARD_EVIDENCE), ==, "estimated");
  emotion = etp_card_get_emotion (card, "gone");
  g_assert_nonnull (emotion);
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_NOTE), ==, "Waits");
}

static void
test_duplicate (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "step under dream parked lost");
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();

  g_assert_true (etp_edit_duplicate_cards (self->journey, cards, copies, NULL));
  g_assert_cmpuint (copies->len, ==, cards->len);
  assert_is_copy_of_step (copies->pdata[0]);
  g_assert_cmpstr (etp_node_get_text (copies->pdata[1], ETP_CARD_STEP), ==, "gone");
  g_assert_cmpstr (etp_node_get_text (copies->pdata[4], ETP_CARD_PHASE), ==, "lost");
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  const EtpCardPlace place = { .lane = get (self, "steps"), .phase = get (self, "two") };
  g_autoptr (GPtrArray) cards = get_several (self, "step");
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();

  g_assert_true (etp_edit_copy_cards (self->journey, cards, &place, copies, NULL));
  g_assert_cmpuint (copies->len, ==, 1);
  assert_is_copy_of_step (copies->pdata[0]);
}

static void
test_duplicate_phase (Fixture *self, gconstpointer data)
{
  EtpNodeList *cards = etp_journey_get_list (self->journey, ETP_LIST_CARDS);
  const guint n = etp_node_list_get_length (cards);
  EtpNode *copy = etp_edit_duplicate_phase (self->journey, get (self, "one"), NULL);

  g_assert_nonnull (copy);
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n + 5); /* also what is parked names it */
  assert_is_copy_of_step (etp_node_list_get (cards, 1));
}

static void
test_duplicate_lane (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = { "steps", "ideas", "strange" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      EtpNode *lane = get (self, ids[i]);
      EtpNode *copy = etp_edit_duplicate_lane (self->journey, lane, NULL);

      g_assert_nonnull (copy);
      g_assert_cmpstr (etp_node_get_word (copy, ETP_LANE_KIND), ==,
                       etp_node_get_word (lane, ETP_LANE_KIND));
      g_assert_cmpstr (etp_node_get_text (copy, ETP_LANE_PERSONA), ==,
                       etp_node_get_text (lane, ETP_LANE_PERSONA));
    }
}

static void
test_duplicate_results (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = get_several (self, "measure");
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();

  g_assert_true (etp_edit_duplicate_results (self->journey, nodes, copies, NULL));
  g_assert_true (etp_edit_copy_measures (self->journey, nodes, get (self, "two"), copies, NULL));
  g_assert_cmpuint (copies->len, ==, 2);
  for (guint i = 0; i < copies->len; i++)
    {
      g_assert_cmpuint (etp_node_get_length (copies->pdata[i], ETP_MEASURE_CARDS), ==, 2);
      g_assert_cmpstr (etp_node_get_text (copies->pdata[i], ETP_MEASURE_METRIC), ==, "gone");
    }
}

/* ---- groups ---- */

/* The first of the notes stands under a step that is not there: the heading stands under none. */
static void
test_group_step (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "under note");
  EtpNode *head = etp_edit_group_cards (self->journey, cards, "Group", NULL);

  g_assert_nonnull (head);
  g_assert_cmpstr (etp_node_get_text (head, ETP_CARD_LANE), ==, "ideas");
  g_assert_cmpstr (etp_node_get_text (head, ETP_CARD_PHASE), ==, "one");
  g_assert_cmpstr (etp_node_get_text (head, ETP_CARD_STEP), ==, "");
  assert_texts (self, "under note", ETP_CARD_CLUSTER, etp_node_get_id (head));
  assert_texts (self, "under", ETP_CARD_STEP, "gone");
}

/* In the parking lot, whatever each of them names. */
static void
test_group_parked (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "parked lost");
  EtpNode *head = etp_edit_group_cards (self->journey, cards, "Group", NULL);

  g_assert_nonnull (head);
  g_assert_cmpstr (etp_node_get_text (head, ETP_CARD_LANE), ==, "");
  g_assert_cmpstr (etp_node_get_text (head, ETP_CARD_PHASE), ==, "");
  assert_texts (self, "parked lost", ETP_CARD_CLUSTER, etp_node_get_id (head));
  assert_texts (self, "parked", ETP_CARD_LANE, "gone");
  assert_texts (self, "lost", ETP_CARD_LANE, "lost");
}

/* A note comes to a parked one and a parked one to a note, and a heading with its notes to one that names a
 * step that is not there. */
static void
test_group_onto (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) dream = get_several (self, "dream");
  g_autoptr (GPtrArray) lost = get_several (self, "lost");
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  EtpNode *head;

  head = etp_edit_group_onto (self->journey, get (self, "parked"), dream, "Group", NULL);
  g_assert_nonnull (head);
  assert_texts (self, "dream", ETP_CARD_LANE, "");
  assert_texts (self, "parked dream", ETP_CARD_CLUSTER, etp_node_get_id (head));

  head = etp_edit_group_onto (self->journey, get (self, "note"), lost, "Group", NULL);
  g_assert_nonnull (head);
  assert_texts (self, "lost", ETP_CARD_LANE, "ideas");
  assert_texts (self, "lost", ETP_CARD_PHASE, "one");

  g_ptr_array_add (heads, head);
  g_assert_true (etp_edit_group_onto (self->journey, get (self, "under"), heads, "Group", NULL)
                 == head);
  assert_texts (self, "under note lost", ETP_CARD_CLUSTER, etp_node_get_id (head));
  assert_texts (self, "note lost", ETP_CARD_STEP, "");
  assert_texts (self, "under", ETP_CARD_STEP, "gone");
}

static void
assert_ids (GPtrArray *nodes, const char *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    g_string_append_printf (text, i > 0 ? " %s" : "%s", etp_node_get_id (nodes->pdata[i]));
  g_assert_cmpstr (text->str, ==, ids);
}

/* What names a heading from elsewhere stands alone on the map, and stays where it is when the heading is
 * moved or parked. */
static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  const EtpCardPlace place = { .lane = get (self, "ideas"), .phase = get (self, "one") };
  g_autoptr (GPtrArray) heads = get_several (self, "head lonely basket");
  g_autoptr (GPtrArray) head = get_several (self, "head");
  g_autoptr (GPtrArray) all = etp_card_bring_groups (heads);

  assert_ids (all, "head near lonely basket fruit");
  g_assert_true (etp_edit_drop_cards (self->journey, head, &place, NULL));
  assert_texts (self, "head near", ETP_CARD_PHASE, "one");
  assert_texts (self, "near", ETP_CARD_CLUSTER, "head");
  assert_texts (self, "far afoot", ETP_CARD_PHASE, "two");
  assert_texts (self, "far", ETP_CARD_LANE, "strange");
  assert_texts (self, "pit", ETP_CARD_LANE, "");
  g_assert_true (etp_edit_park_cards (self->journey, heads, NULL));
  assert_texts (self, "head near lonely", ETP_CARD_LANE, "");
  assert_texts (self, "far", ETP_CARD_LANE, "strange");
  assert_texts (self, "afoot", ETP_CARD_LANE, "steps");
}

/* ---- emotions of a persona who is not there ---- */

static gboolean
write_emotion (Fixture *self, const char *persona, int column, EtpDatum datum, GError **error)
{
  g_autoptr (GPtrArray) nodes = get_several (self, "step");
  const EtpSpot spot = { .journey = self->journey,
                         .nodes = nodes,
                         .field = ETP_CARD_EMOTIONS,
                         .column = column,
                         .item = -1,
                         .key = persona };

  return etp_spot_write (&spot, &datum, error);
}

/* It is changed in its place, and goes when nothing is left of it; for nobody in particular there is none
 * at any time, and for others who are not there none is made. */
static void
test_emotion (Fixture *self, gconstpointer data)
{
  static const char *const others[] = { "nowhere", "note" };
  EtpHistory *history = etp_journey_get_history (self->journey);
  EtpNode *step = get (self, "step");
  EtpValue *emotion;

  for (guint i = 0; i < 2; i++)
    g_assert_true (
        write_emotion (self, "gone", ETP_EMOTION_VALUE, etp_datum_number (0.52 - i), NULL));
  emotion = etp_card_get_emotion (step, "gone");
  g_assert_cmpfloat (etp_value_get_number (emotion, ETP_EMOTION_VALUE), ==, -0.5);
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_NOTE), ==, "Waits");
  g_assert_true (etp_history_undo (history)); /* sliding is one step */
  g_assert_false (etp_history_undo (history));
  g_assert_true (
      write_emotion (self, "gone", ETP_EMOTION_VALUE, etp_datum_number ((double) NAN), NULL));
  g_assert_nonnull (etp_card_get_emotion (step, "gone"));
  g_assert_true (write_emotion (self, "gone", ETP_EMOTION_NOTE,
                                etp_test_datum (&etp_emotion_table.fields[ETP_EMOTION_NOTE], ""),
                                NULL));
  g_assert_cmpuint (etp_node_get_length (step, ETP_CARD_EMOTIONS), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          write_emotion (self, others[i], ETP_EMOTION_VALUE, etp_datum_number (1), &error));
      g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND);
      g_assert_cmpuint (etp_node_get_length (step, ETP_CARD_EMOTIONS), ==, 0);
    }
}

/* A point that is taken away leaves what a newer version wrote of that feeling. */
static void
test_emotion_unknown (Fixture *self, gconstpointer data)
{
  EtpNode *felt = get (self, "felt");
  EtpValue *emotion;

  for (guint i = 0; i < 2; i++) /* the second time there is no point any more */
    {
      g_assert_true (
          etp_edit_remove_emotion_point (self->journey, felt, get (self, "max"), FALSE, NULL));
      emotion = etp_card_get_emotion (felt, "max");
      g_assert_nonnull (emotion);
      g_assert_true (isnan (etp_value_get_number (emotion, ETP_EMOTION_VALUE)));
      g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_FEELING), ==, "");
      g_assert_cmpuint (etp_value_record (emotion)->unknown->len, ==, 1);
    }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/model/edit-dangling/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("duplicate", test_duplicate);
  ADD ("copy", test_copy);
  ADD ("duplicate-phase", test_duplicate_phase);
  ADD ("duplicate-lane", test_duplicate_lane);
  ADD ("duplicate-results", test_duplicate_results);
  ADD ("group-step", test_group_step);
  ADD ("group-parked", test_group_parked);
  ADD ("group-onto", test_group_onto);
  ADD ("elsewhere", test_elsewhere);
  ADD ("emotion", test_emotion);
  ADD ("emotion-unknown", test_emotion_unknown);
  return g_test_run ();
}
