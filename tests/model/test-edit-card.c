/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>

#include "etp-test-build.h"
#include "model/etp-change.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-journey-private.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

/* Verbs on cards and on their emotions. */

typedef struct
{
  EtpJourney *journey;
  EtpHistory *history;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
  fixture->history = etp_journey_get_history (fixture->journey);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;

  etp_journey_assert_valid (fixture->journey);
  if (!etp_check (fixture->journey, &findings))
    g_error ("%s", ((EtpFinding *) findings->pdata[0])->message);
  g_object_unref (fixture->journey);
}

static EtpNode *
get (Fixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

static GPtrArray *
get_several (Fixture *fixture, const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (nodes, get (fixture, parts[i]));
  return nodes;
}

/* The ids in a cell, in order. */
static char *
read_cell (Fixture *fixture, const char *lane, const char *phase)
{
  EtpNodeList *lanes = etp_journey_get_list (fixture->journey, ETP_LIST_LANES);
  EtpNodeList *phases = etp_journey_get_list (fixture->journey, ETP_LIST_PHASES);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const EtpPlace *const *places;
  guint n;

  places = etp_outline_get_cell (etp_journey_get_outline (fixture->journey),
                                 etp_node_list_get_index (phases, get (fixture, phase)),
                                 etp_node_list_get_index (lanes, get (fixture, lane)), &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, (gpointer) etp_node_get_id (places[i]->card));
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

typedef struct
{
  const char *cards, *lane, *phase;
  guint index;
  const char *expected;
} MoveCase;

static const MoveCase moves[] = {
  { "advert", "touchpoints", "consider", 0, "advert visit compare" },
  { "advert", "touchpoints", "consider", 1, "visit advert compare" },
  { "advert", "touchpoints", "consider", 2, "visit compare advert" },
  { "advert", "touchpoints", "consider", 99, "visit compare advert" },
  { "order", "touchpoints", "consider", 1, "visit order compare" },
  { "order advert", "touchpoints", "consider", 1, "visit order advert compare" },
  { "visit", "touchpoints", "consider", 1, "compare visit" },
  { "compare", "touchpoints", "consider", 0, "compare visit" },
  { "compare", "touchpoints", "consider", 1, "visit compare" },
  { "compare visit", "touchpoints", "consider", 0, "compare visit" },
  { "parked", "touchpoints", "aware", 0, "parked advert" },
  { "parked", "needs", "buy", 0, "parked" },
  { "smaller order parked", "needs", "buy", 5, "smaller order parked" },
};

static void
test_move (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GPtrArray) cards = get_several (fixture, moves[i].cards);
      g_autofree char *cell = NULL;
      guint64 serial = etp_journey_get_serial (fixture->journey);

      g_test_message ("%s to %s, %s, %u", moves[i].cards, moves[i].lane, moves[i].phase,
                      moves[i].index);
      g_assert_true (etp_edit_move_cards (fixture->journey, cards, get (fixture, moves[i].lane),
                                          get (fixture, moves[i].phase), moves[i].index, NULL));
      cell = read_cell (fixture, moves[i].lane, moves[i].phase);
      g_assert_cmpstr (cell, ==, moves[i].expected);
      if (etp_journey_get_serial (fixture->journey) != serial)
        g_assert_true (etp_history_undo (fixture->history));
    }
}

/* Nobody would see a card in a lane of emotions. Below the measures of a lane cards are seen. */
static void
test_move_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (fixture, "parked smaller");
  EtpCardPlace place = { .lane = get (fixture, "emotion"), .phase = get (fixture, "buy") };
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  const guint64 serial = etp_journey_get_serial (fixture->journey);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          i == 0 ? etp_edit_move_cards (fixture->journey, cards, place.lane, place.phase, 0, &error)
          : i == 1 ? etp_edit_drop_cards (fixture->journey, cards, &place, &error)
          : i == 2 ? etp_edit_copy_cards (fixture->journey, cards, &place, copies, &error)
                   : etp_edit_add_card (fixture->journey, place.lane, place.phase, 0, "x", &error)
                         != NULL);
      g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
    }
  g_assert_cmpuint (etp_journey_get_serial (fixture->journey), ==, serial);
  place.lane = get (fixture, "measures");
  g_assert_true (etp_edit_drop_cards (fixture->journey, cards, &place, NULL));
}

/* To the top of the cell. */
static gboolean
move_first (EtpJourney *journey, EtpNode *card, EtpNode *lane, EtpNode *phase)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  g_ptr_array_add (cards, card);
  return etp_edit_move_cards (journey, cards, lane, phase, 0, NULL);
}

static void
test_move_aligned (Fixture *fixture, gconstpointer data)
{
  EtpNode *visit = get (fixture, "visit");
  EtpNode *slow = get (fixture, "slow");

  /* Notes follow their step to another phase … */
  g_assert_true (
      move_first (fixture->journey, visit, get (fixture, "touchpoints"), get (fixture, "aware")));
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_PHASE), ==, "aware");
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_STEP), ==, "visit");
  g_assert_cmpstr (etp_node_get_text (get (fixture, "unclear"), ETP_CARD_PHASE), ==, "consider");

  /* … but not into a lane where it is no step, … */
  g_assert_true (
      move_first (fixture->journey, visit, get (fixture, "actions"), get (fixture, "aware")));
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_STEP), ==, "");
  g_assert_true (etp_history_undo (fixture->history));

  /* … and a note that goes alone leaves it. */
  g_assert_true (move_first (fixture->journey, slow, get (fixture, "pains"), get (fixture, "buy")));
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_STEP), ==, "");
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  EtpNode *card = etp_edit_add_card (fixture->journey, get (fixture, "touchpoints"),
                                     get (fixture, "consider"), 1, "Asks a friend", NULL);
  g_autofree char *cell = read_cell (fixture, "touchpoints", "consider");
  g_autofree char *expected = g_strdup_printf ("visit %s compare", etp_node_get_id (card));
  const EtpPlace *place;

  g_assert_cmpstr (cell, ==, expected);
  g_assert_cmpstr (etp_history_get_undo_title (fixture->history), ==, "Add Card");
  place = etp_outline_find (etp_journey_get_outline (fixture->journey), card);
  g_assert_cmpuint (place->step_phase, ==, 2);
  g_assert_cmpuint (place->step_index, ==, 2);
}

static void
test_park (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (fixture, "visit campaign");
  guint n_before, n;

  etp_outline_get_parked (etp_journey_get_outline (fixture->journey), &n_before);
  g_assert_true (etp_edit_park_cards (fixture->journey, cards, NULL));
  etp_outline_get_parked (etp_journey_get_outline (fixture->journey), &n);
  g_assert_cmpuint (n, ==, n_before + 2);
  g_assert_cmpstr (etp_node_get_text (cards->pdata[1], ETP_CARD_UNTIL), ==, "");
  g_assert_cmpstr (etp_node_get_text (get (fixture, "slow"), ETP_CARD_STEP), ==, "");
}

static void
test_align (Fixture *fixture, gconstpointer data)
{
  EtpNode *smaller = get (fixture, "smaller");
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_edit_align_card (fixture->journey, smaller, get (fixture, "order"), NULL));
  g_assert_cmpstr (etp_node_get_text (smaller, ETP_CARD_STEP), ==, "order");
  g_assert_cmpstr (etp_node_get_text (smaller, ETP_CARD_PHASE), ==, "buy");
  g_assert_true (etp_edit_align_card (fixture->journey, smaller, NULL, NULL));
  g_assert_cmpstr (etp_node_get_text (smaller, ETP_CARD_STEP), ==, "");

  g_assert_false (etp_edit_align_card (fixture->journey, smaller, get (fixture, "slow"), &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (etp_edit_align_card (fixture->journey, get (fixture, "visit"),
                                       get (fixture, "order"), &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (etp_edit_align_card (fixture->journey, get (fixture, "parked"),
                                       get (fixture, "order"), &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
}

static void
test_cluster (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (fixture, "talk parked");
  EtpNode *slow = get (fixture, "slow");
  EtpNode *listen = get (fixture, "listen");

  /* Who followed "talk" follows the new head, and all come into its cell. */
  g_assert_true (etp_edit_cluster_cards (fixture->journey, cards, slow, NULL));
  g_assert_cmpstr (etp_node_get_text (listen, ETP_CARD_CLUSTER), ==, "slow");
  g_assert_cmpstr (etp_node_get_text (listen, ETP_CARD_LANE), ==, "pains");
  g_assert_cmpstr (etp_node_get_text (get (fixture, "parked"), ETP_CARD_PHASE), ==, "consider");

  /* A head that joins another group takes its own along. */
  g_ptr_array_set_size (cards, 0);
  g_ptr_array_add (cards, slow);
  g_assert_true (etp_edit_cluster_cards (fixture->journey, cards, get (fixture, "unclear"), NULL));
  g_assert_cmpstr (etp_node_get_text (listen, ETP_CARD_CLUSTER), ==, "unclear");

  /* A member that becomes a head leaves the group. */
  g_assert_true (etp_edit_cluster_cards (fixture->journey, cards, listen, NULL));
  g_assert_cmpstr (etp_node_get_text (listen, ETP_CARD_CLUSTER), ==, "");
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_CLUSTER), ==, "listen");

  g_assert_true (etp_edit_cluster_cards (fixture->journey, cards, NULL, NULL));
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_CLUSTER), ==, "");
}

/* A heading is copied with its group, which gathers under the copy. */
static void
test_duplicate_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (fixture, "talk");
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  g_autoptr (GHashTable) groups = NULL;
  const GPtrArray *members;

  g_assert_true (etp_edit_duplicate_cards (fixture->journey, cards, copies, NULL));
  g_assert_cmpuint (copies->len, ==, 1);
  groups = etp_card_index_groups (fixture->journey);
  members = g_hash_table_lookup (groups, etp_node_get_id (copies->pdata[0]));
  g_assert_nonnull (members);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpstr (etp_node_get_text (members->pdata[0], ETP_CARD_TITLE), ==, "Listens");
}

/* As a file that another program has written may have it. */
static void
test_cluster_of_others (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = { "pains", "consider", "max" };
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (EtpNode) card = etp_node_new (ETP_LIST_CARDS, NULL);
      EtpDatum datum = etp_datum_text (&etp_card_table.fields[ETP_CARD_CLUSTER], others[i]);

      etp_node_init_datum (card, ETP_CARD_CLUSTER, &datum);
      g_assert_true (etp_journey_build_add (fixture->journey, card));
      g_ptr_array_add (cards, card);
    }
  g_assert_true (etp_edit_move_cards (fixture->journey, cards, get (fixture, "pains"),
                                      get (fixture, "buy"), G_MAXUINT, NULL));
  for (guint i = 0; i < cards->len; i++)
    g_assert_cmpstr (etp_node_get_text (cards->pdata[i], ETP_CARD_CLUSTER), ==, "");
}

static void
test_extend (Fixture *fixture, gconstpointer data)
{
  EtpNode *card = get (fixture, "smaller");
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_edit_extend_card (fixture->journey, card, get (fixture, "buy"), NULL));
  g_assert_cmpuint (etp_outline_find (etp_journey_get_outline (fixture->journey), card)->until, ==,
                    2);
  g_assert_true (etp_edit_extend_card (fixture->journey, card, get (fixture, "consider"), NULL));
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_UNTIL), ==, "");
  g_assert_false (etp_edit_extend_card (fixture->journey, card, get (fixture, "aware"), &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
}

/* Many in one step, all or none. Where cards lie is asked once and not for each. */
static void
test_extend_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (fixture, "advert smaller campaign");
  g_autoptr (GPtrArray) untils = get_several (fixture, "buy buy aware");
  g_autoptr (GError) error = NULL;
  const EtpJourneyCaches *caches = etp_journey_get_caches (fixture->journey);
  guint n_retired;

  etp_journey_get_outline (fixture->journey);
  n_retired = caches->retired != NULL ? caches->retired->len : 0;
  etp_history_begin (fixture->history, "Several", NULL);
  g_assert_true (etp_edit_extend_cards (fixture->journey, cards, untils, &error));
  g_assert_no_error (error);
  etp_journey_get_outline (fixture->journey);
  g_assert_nonnull (caches->retired);
  g_assert_cmpuint (caches->retired->len, ==, n_retired + 1);
  etp_history_commit (fixture->history);
  g_assert_cmpstr (etp_node_get_text (get (fixture, "advert"), ETP_CARD_UNTIL), ==, "buy");
  g_assert_cmpstr (etp_node_get_text (get (fixture, "smaller"), ETP_CARD_UNTIL), ==, "buy");
  g_assert_cmpstr (etp_node_get_text (get (fixture, "campaign"), ETP_CARD_UNTIL), ==, "");

  untils->pdata[0] = NULL;
  untils->pdata[1] = get (fixture, "aware"); /* before its own */
  g_assert_false (etp_edit_extend_cards (fixture->journey, cards, untils, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_assert_cmpstr (etp_node_get_text (get (fixture, "advert"), ETP_CARD_UNTIL), ==, "buy");
  g_assert_true (etp_history_undo (fixture->history));
  g_assert_cmpstr (etp_node_get_text (get (fixture, "advert"), ETP_CARD_UNTIL), ==, "");
  g_assert_cmpstr (etp_node_get_text (get (fixture, "campaign"), ETP_CARD_UNTIL), ==, "consider");
}

/* Whichever way a card goes into another phase, it covers as many from there on. */
static void
test_extended_moves (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (fixture, "campaign");
  EtpNode *campaign = get (fixture, "campaign"), *slow = get (fixture, "slow");

  g_assert_true (etp_edit_move_cards (fixture->journey, cards, get (fixture, "backstage"),
                                      get (fixture, "consider"), 0, NULL));
  g_assert_cmpstr (etp_node_get_text (campaign, ETP_CARD_UNTIL), ==, "buy");
  g_assert_true (etp_edit_move_cards (fixture->journey, cards, get (fixture, "backstage"),
                                      get (fixture, "aware"), 0, NULL));
  g_assert_cmpstr (etp_node_get_text (campaign, ETP_CARD_UNTIL), ==, "consider");

  /* Into a group, … */
  g_assert_true (etp_edit_cluster_cards (fixture->journey, cards, slow, NULL));
  g_assert_cmpstr (etp_node_get_text (campaign, ETP_CARD_PHASE), ==, "consider");
  g_assert_cmpstr (etp_node_get_text (campaign, ETP_CARD_UNTIL), ==, "buy");

  /* … behind its step, and under another one. */
  g_assert_true (etp_edit_extend_card (fixture->journey, slow, get (fixture, "buy"), NULL));
  g_assert_true (move_first (fixture->journey, get (fixture, "visit"), get (fixture, "touchpoints"),
                             get (fixture, "aware")));
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_PHASE), ==, "aware");
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_UNTIL), ==, "consider");
  g_assert_true (etp_edit_align_card (fixture->journey, slow, get (fixture, "compare"), NULL));
  g_assert_cmpstr (etp_node_get_text (slow, ETP_CARD_UNTIL), ==, "buy");
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (fixture, "order visit slow");
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  g_autofree char *cell = NULL;
  g_autofree char *expected = NULL;

  g_assert_true (etp_edit_duplicate_cards (fixture->journey, cards, copies, NULL));
  g_assert_cmpuint (copies->len, ==, 3);
  /* The copy of the note is aligned under the copy of the step. */
  g_assert_cmpstr (etp_node_get_text (copies->pdata[2], ETP_CARD_STEP), ==,
                   etp_node_get_id (copies->pdata[1]));
  g_assert_cmpuint (etp_node_get_length (get (fixture, "order"), ETP_CARD_VOTES), ==, 1);
  g_assert_cmpuint (etp_node_get_length (copies->pdata[0], ETP_CARD_VOTES), ==, 0);
  g_assert_cmpuint (etp_node_get_length (copies->pdata[0], ETP_CARD_EMOTIONS), ==, 1);

  cell = read_cell (fixture, "touchpoints", "consider");
  expected = g_strdup_printf ("visit %s compare", etp_node_get_id (copies->pdata[1]));
  g_assert_cmpstr (cell, ==, expected);
}

static void
test_emotion (Fixture *fixture, gconstpointer data)
{
  EtpNode *compare = get (fixture, "compare");
  EtpNode *max = get (fixture, "max");
  g_autoptr (GError) error = NULL;
  EtpValue *emotion;

  g_assert_null (etp_card_get_emotion (compare, "max"));
  g_assert_true (etp_edit_set_emotion_value (fixture->journey, compare, max, 0.1 + 0.2, NULL));
  g_assert_true (etp_edit_set_emotion_target (fixture->journey, compare, max, -0.04, NULL));
  g_assert_true (etp_edit_set_emotion_feeling (fixture->journey, compare, max, "neugierig", NULL));
  emotion = etp_card_get_emotion (compare, "max");
  g_assert_cmpfloat (etp_value_get_number (emotion, ETP_EMOTION_VALUE), ==, 0.3);
  g_assert_cmpfloat (etp_value_get_number (emotion, ETP_EMOTION_TARGET), ==, 0);
  g_assert_false (signbit (etp_value_get_number (emotion, ETP_EMOTION_TARGET)));
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_FEELING), ==, "neugierig");

  g_assert_false (etp_edit_set_emotion_value (fixture->journey, compare, max, 2.1, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE);

  /* Nothing left: no entry. */
  g_assert_true (etp_edit_set_emotion_value (fixture->journey, compare, max, NAN, NULL));
  g_assert_true (etp_edit_set_emotion_target (fixture->journey, compare, max, NAN, NULL));
  g_assert_nonnull (etp_card_get_emotion (compare, "max"));
  g_assert_true (etp_edit_set_emotion_feeling (fixture->journey, compare, max, "", NULL));
  g_assert_null (etp_card_get_emotion (compare, "max"));
}

static void
test_emotion_of_others (Fixture *fixture, gconstpointer data)
{
  EtpNode *visit = get (fixture, "visit");
  const double ratings[] = { -2, 0.04, 1 };
  EtpValue *eva;

  g_assert_true (
      etp_edit_set_emotion_value (fixture->journey, visit, get (fixture, "max"), 1, NULL));
  eva = etp_card_get_emotion (visit, "eva");
  g_assert_cmpfloat_with_epsilon (etp_emotion_get_level (eva), 0.5 / 3, 1e-9);
  g_assert_true (etp_edit_set_emotion_ratings (fixture->journey, visit, get (fixture, "eva"),
                                               ratings, 3, NULL));
  eva = etp_card_get_emotion (visit, "eva");
  g_assert_cmpfloat_with_epsilon (etp_emotion_get_level (eva), -1.0 / 3, 1e-9);
  g_assert_true (etp_edit_remove_emotion (fixture->journey, visit, get (fixture, "eva"), NULL));
  g_assert_null (etp_card_get_emotion (visit, "eva"));
  g_assert_cmpfloat (etp_emotion_get_level (etp_card_get_emotion (visit, "max")), ==, 1);
}

static void
test_emotion_fields (Fixture *fixture, gconstpointer data)
{
  EtpNode *visit = get (fixture, "visit");
  const char *const sources[] = { "survey", NULL };
  EtpDatum datum = etp_datum_texts (&etp_emotion_table.fields[ETP_EMOTION_SOURCES], sources);
  EtpValue *eva;

  g_assert_true (etp_edit_set_emotion_field (fixture->journey, visit, get (fixture, "eva"),
                                             ETP_EMOTION_SOURCES, &datum, NULL));
  eva = etp_card_get_emotion (visit, "eva");
  g_assert_cmpuint (etp_value_get_length (eva, ETP_EMOTION_SOURCES), ==, 1);
  g_assert_cmpstr (etp_record_get_text_at (etp_value_record (eva), ETP_EMOTION_SOURCES, 0), ==,
                   "survey");
  g_assert_true (etp_history_undo (fixture->history));
  eva = etp_card_get_emotion (visit, "eva");
  g_assert_cmpuint (etp_value_get_length (eva, ETP_EMOTION_SOURCES), ==, 0);
}

static void
test_nudging (Fixture *fixture, gconstpointer data)
{
  EtpNode *visit = get (fixture, "visit");

  for (guint i = 0; i < 5; i++)
    g_assert_true (
        etp_edit_set_emotion_value (fixture->journey, visit, get (fixture, "max"), i * 0.1, NULL));
  g_assert_true (etp_history_undo (fixture->history));
  g_assert_cmpfloat (etp_emotion_get_level (etp_card_get_emotion (visit, "max")), ==, -1.2);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/model/edit-card/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("move", test_move);
  ADD ("move-nowhere", test_move_nowhere);
  ADD ("move-aligned", test_move_aligned);
  ADD ("add", test_add);
  ADD ("park", test_park);
  ADD ("align", test_align);
  ADD ("cluster", test_cluster);
  ADD ("cluster-of-others", test_cluster_of_others);
  ADD ("extend", test_extend);
  ADD ("extend-several", test_extend_several);
  ADD ("extended-moves", test_extended_moves);
  ADD ("duplicate", test_duplicate);
  ADD ("duplicate-group", test_duplicate_group);
  ADD ("emotion", test_emotion);
  ADD ("emotion-of-others", test_emotion_of_others);
  ADD ("emotion-fields", test_emotion_fields);
  ADD ("nudging", test_nudging);

  return g_test_run ();
}
