/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>
#include <string.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-change.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-limits.h"
#include "model/etp-tables.h"

/* The verbs of all objects, phases and lanes: what they do, what follows, what they refuse. Those
 * of cards are in test-edit-card.c, those of results in test-edit-result.c. */

typedef struct
{
  EtpJourney *journey;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
  fixture->before = etp_test_dump (fixture->journey);
  g_assert_true (etp_check (fixture->journey, NULL));
}

/* Whatever a test did: undone, all is as it was. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *undone = NULL;

  etp_journey_assert_valid (fixture->journey);
  while (etp_history_undo (etp_journey_get_history (fixture->journey)))
    ;
  undone = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (fixture->before, undone);
  g_free (fixture->before);
  g_object_unref (fixture->journey);
}

static EtpNode *
get (Fixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

static gboolean
has (Fixture *fixture, const char *id)
{
  return etp_journey_get_node (fixture->journey, id) != NULL;
}

static const char *
undo_title (Fixture *fixture)
{
  return etp_history_get_undo_title (etp_journey_get_history (fixture->journey));
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  EtpNode *card = get (fixture, "visit");

  g_assert_true (
      etp_edit_set_text (fixture->journey, card, ETP_CARD_TITLE, "Besucht den Laden", NULL));
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, "Besucht den Laden");
  g_assert_cmpstr (undo_title (fixture), ==, "Edit Card");

  g_assert_true (etp_edit_set_text (fixture->journey, ETP_NODE (fixture->journey),
                                    ETP_JOURNEY_TITLE, "Boots", NULL));
  g_assert_cmpstr (undo_title (fixture), ==, "Edit Journey");
}

typedef struct
{
  const char *id;
  guint field;
  const char *text;
  EtpModelError code;
} Refusal;

static const Refusal refusals[] = {
  { "visit", ETP_CARD_LANE, "nowhere", ETP_MODEL_ERROR_NOT_FOUND },
  { "visit", ETP_CARD_LANE, "buy", ETP_MODEL_ERROR_NOT_FOUND }, /* a phase is no lane */
  { "visit", ETP_CARD_LANE, "no id", ETP_MODEL_ERROR_VALUE },
  { "visit", ETP_CARD_PERSONAS, "max|nobody", ETP_MODEL_ERROR_NOT_FOUND },
  { "visit", ETP_CARD_SEVERITY, "6", ETP_MODEL_ERROR_VALUE },
  { "visit", ETP_CARD_WAIT_TIME, "long", ETP_MODEL_ERROR_VALUE },
  { "visit", ETP_CARD_COLOR, "mauve", ETP_MODEL_ERROR_VALUE },
  { "visit", ETP_CARD_EVIDENCE, "guessed", ETP_MODEL_ERROR_VALUE },
  { "slow", ETP_CARD_STEP, "order", ETP_MODEL_ERROR_REFUSED }, /* in another phase */
  { "slow", ETP_CARD_STEP, "smaller", ETP_MODEL_ERROR_REFUSED }, /* no step */
  { "visit", ETP_CARD_STEP, "compare", ETP_MODEL_ERROR_REFUSED }, /* a step itself */
  { "slow", ETP_CARD_CLUSTER, "slow", ETP_MODEL_ERROR_REFUSED },
  { "slow", ETP_CARD_CLUSTER, "visit", ETP_MODEL_ERROR_REFUSED }, /* in another cell */
  { "order", ETP_CARD_UNTIL, "aware", ETP_MODEL_ERROR_REFUSED },
  { "pains", ETP_LANE_KIND, "smells", ETP_MODEL_ERROR_VALUE },
  { "slow", ETP_CARD_LANE, "emotion", ETP_MODEL_ERROR_REFUSED }, /* shows no cards */
  { "handover", ETP_LINK_TO, "", ETP_MODEL_ERROR_REFUSED },
  { "handover", ETP_LINK_TO, "compare", ETP_MODEL_ERROR_REFUSED }, /* where it begins */
  { "handover", ETP_LINK_FROM, "order", ETP_MODEL_ERROR_REFUSED },
};

static void
test_set_refuses (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      EtpNode *node = get (fixture, refusals[i].id);
      const EtpField *row = &etp_node_record (node)->table->fields[refusals[i].field];
      EtpDatum datum = etp_test_datum (row, refusals[i].text);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s.%s = %s", refusals[i].id, row->member, refusals[i].text);
      g_assert_false (etp_edit_set (fixture->journey, node, refusals[i].field, &datum, &error));
      g_assert_error (error, ETP_MODEL_ERROR, (int) refusals[i].code);
      after = etp_test_dump (fixture->journey);
      etp_test_assert_same_dump (fixture->before, after);
      g_assert_null (undo_title (fixture));
    }
}

/* A name that was dangling when the file was opened may stay while others are edited. */
static void
test_set_keeps_dangling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  EtpNode *card = etp_test_add (journey, ETP_LIST_CARDS, "a", ETP_CARD_PERSONAS, "gone",
                                ETP_TEST_END);
  EtpDatum datum;

  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_TEST_END);
  datum = etp_test_datum (&etp_card_table.fields[ETP_CARD_PERSONAS], "gone|max");
  g_assert_true (etp_edit_set (journey, card, ETP_CARD_PERSONAS, &datum, NULL));
  datum = etp_test_datum (&etp_card_table.fields[ETP_CARD_PERSONAS], "gone|lost");
  g_assert_false (etp_edit_set (journey, card, ETP_CARD_PERSONAS, &datum, NULL));
  g_assert_cmpuint (etp_node_get_length (card, ETP_CARD_PERSONAS), ==, 2);
}

static void
test_set_typing (Fixture *fixture, gconstpointer data)
{
  EtpNode *card = get (fixture, "visit");
  EtpHistory *history = etp_journey_get_history (fixture->journey);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strnfill (i + 1, 'a');

      g_assert_true (etp_edit_set_text (fixture->journey, card, ETP_CARD_TITLE, text, NULL));
    }
  g_assert_true (etp_history_undo (history));
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, "Visits the shop");

  /* A switch is never merged. */
  for (guint i = 0; i < 2; i++)
    {
      EtpDatum datum = etp_datum_boolean (i == 0);

      g_assert_true (etp_edit_set (fixture->journey, card, ETP_CARD_FAIL_POINT, &datum, NULL));
    }
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_node_get_boolean (card, ETP_CARD_FAIL_POINT));
}

static void
test_set_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  const EtpField *row = &etp_card_table.fields[ETP_CARD_COLOR];
  EtpDatum datum = etp_datum_text (row, "green");

  g_ptr_array_add (cards, get (fixture, "visit"));
  g_ptr_array_add (cards, get (fixture, "slow"));
  g_assert_true (etp_edit_set_several (fixture->journey, cards, ETP_CARD_COLOR, &datum, NULL));
  g_assert_cmpstr (etp_node_get_text (cards->pdata[0], ETP_CARD_COLOR), ==, "green");
  g_assert_cmpstr (etp_node_get_text (cards->pdata[1], ETP_CARD_COLOR), ==, "green");

  datum = etp_datum_text (row, "no colour");
  g_assert_false (etp_edit_set_several (fixture->journey, cards, ETP_CARD_COLOR, &datum, NULL));
  g_assert_cmpstr (etp_node_get_text (cards->pdata[0], ETP_CARD_COLOR), ==, "green");
}

/* What is set together is looked at when all of it is: a group stays one where all of it goes, and one
 * card for which it makes no sense refuses it for all. */
static void
test_set_several_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EtpDatum datum = etp_datum_text (&etp_card_table.fields[ETP_CARD_LANE], "pains");
  guint64 serial;

  g_ptr_array_add (cards, get (fixture, "talk"));
  g_ptr_array_add (cards, get (fixture, "listen"));
  g_assert_true (etp_edit_set_several (fixture->journey, cards, ETP_CARD_LANE, &datum, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (etp_node_get_text (cards->pdata[1], ETP_CARD_LANE), ==, "pains");
  g_assert_cmpstr (etp_node_get_text (cards->pdata[1], ETP_CARD_CLUSTER), ==, "talk");

  g_ptr_array_set_size (cards, 0);
  g_ptr_array_add (cards, get (fixture, "smaller"));
  g_ptr_array_add (cards, get (fixture, "slow"));
  datum = etp_datum_text (&etp_card_table.fields[ETP_CARD_STEP], "compare");
  g_assert_true (etp_edit_set_several (fixture->journey, cards, ETP_CARD_STEP, &datum, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (etp_node_get_text (cards->pdata[0], ETP_CARD_STEP), ==, "compare");
  g_assert_cmpstr (etp_node_get_text (cards->pdata[1], ETP_CARD_STEP), ==, "compare");

  serial = etp_journey_get_serial (fixture->journey);
  g_ptr_array_insert (cards, 1, get (fixture, "thought"));
  datum = etp_datum_text (&etp_card_table.fields[ETP_CARD_STEP], "visit");
  g_assert_false (etp_edit_set_several (fixture->journey, cards, ETP_CARD_STEP, &datum, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_assert_cmpuint (etp_journey_get_serial (fixture->journey), ==, serial);
  g_assert_cmpstr (etp_node_get_text (cards->pdata[0], ETP_CARD_STEP), ==, "compare");
}

static void
test_set_nested (Fixture *fixture, gconstpointer data)
{
  EtpNode *root = ETP_NODE (fixture->journey);
  EtpDatum datum = etp_datum_text (&etp_brief_table.fields[ETP_BRIEF_FOCUS], "Ordering");
  EtpValue *brief;

  g_assert_true (etp_edit_set_nested (fixture->journey, root, ETP_JOURNEY_BRIEF, ETP_BRIEF_FOCUS,
                                      &datum, NULL));
  brief = etp_node_get_value (root, ETP_JOURNEY_BRIEF);
  g_assert_cmpstr (etp_value_get_text (brief, ETP_BRIEF_FOCUS), ==, "Ordering");

  memset (&datum, 0, sizeof datum);
  g_assert_true (etp_edit_set_nested (fixture->journey, root, ETP_JOURNEY_BRIEF, ETP_BRIEF_FOCUS,
                                      &datum, NULL));
  g_assert_null (etp_node_get_value (root, ETP_JOURNEY_BRIEF));

  datum = etp_datum_text (&etp_theme_table.fields[ETP_THEME_ACCENT], "red");
  g_assert_true (etp_edit_set_nested (fixture->journey, root, ETP_JOURNEY_THEME, ETP_THEME_ACCENT,
                                      &datum, NULL));
  g_assert_cmpstr (
      etp_value_get_text (etp_node_get_value (root, ETP_JOURNEY_THEME), ETP_THEME_LOGO), ==,
      "face");
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (fixture->journey, (EtpListKind) list);
      EtpNode *node = etp_edit_add (fixture->journey, (EtpListKind) list, "Neu", 0, NULL);
      int field = etp_list_get_name_field ((EtpListKind) list);

      g_assert_true (etp_node_list_get (nodes, 0) == node);
      if (field >= 0)
        g_assert_cmpstr (etp_node_get_text (node, (guint) field), ==, "Neu");
      g_assert_cmpstr (
          undo_title (fixture), ==,
          etp_verb_get_row (etp_verb_for_list ((EtpListKind) list, ETP_VERB_ACTION_ADD))->title);
    }
}

static void
test_phases (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *phases = etp_journey_get_list (fixture->journey, ETP_LIST_PHASES);
  EtpNode *phase = etp_edit_insert_phase (fixture->journey, 1, "Search", NULL);

  g_assert_true (etp_node_list_get (phases, 1) == phase);
  g_assert_cmpstr (undo_title (fixture), ==, "Insert Phase");
  g_assert_true (etp_edit_move (fixture->journey, phase, 3, NULL));
  g_assert_true (etp_node_list_get (phases, 3) == phase);
  g_assert_cmpstr (undo_title (fixture), ==, "Move Phase");
}

/* A card that spans would end before it begins: it ends where it begins then. */
static void
test_move_phase_with_span (Fixture *fixture, gconstpointer data)
{
  EtpNode *campaign = get (fixture, "campaign");

  g_assert_true (etp_edit_move (fixture->journey, get (fixture, "consider"), 0, NULL));
  g_assert_cmpstr (etp_node_get_text (campaign, ETP_CARD_UNTIL), ==, "");
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_cmpstr (etp_node_get_text (campaign, ETP_CARD_UNTIL), ==, "consider");
}

static void
test_remove_phase (Fixture *fixture, gconstpointer data)
{
  EtpNode *insight;

  g_assert_true (etp_edit_remove (fixture->journey, get (fixture, "consider"), NULL));
  g_assert_cmpstr (undo_title (fixture), ==, "Remove Phase");

  /* Its cards go, with what hangs on them. */
  g_assert_false (has (fixture, "consider"));
  g_assert_false (has (fixture, "visit"));
  g_assert_false (has (fixture, "slow"));
  g_assert_false (has (fixture, "remark"));
  g_assert_false (has (fixture, "handover"));
  g_assert_false (has (fixture, "answer"));
  /* The rest stays and forgets them. */
  g_assert_cmpstr (etp_node_get_text (get (fixture, "campaign"), ETP_CARD_UNTIL), ==, "");
  g_assert_cmpuint (etp_node_get_length (get (fixture, "compress"), ETP_MEASURE_CARDS), ==, 0);
  g_assert_cmpstr (etp_node_get_text (get (fixture, "compress"), ETP_MEASURE_PHASE), ==, "");
  insight = ETP_NODE (fixture->journey);
  g_assert_cmpuint (etp_value_get_length (etp_node_get_value_at (insight, ETP_JOURNEY_INSIGHTS, 0),
                                          ETP_INSIGHT_CARDS),
                    ==, 0);
  g_assert_true (etp_check (fixture->journey, NULL));
}

/* What undo is called says how many cards go; other things are not counted together. */
static void
test_remove_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, get (fixture, "visit"));
  g_ptr_array_add (nodes, get (fixture, "campaign"));
  g_assert_true (etp_edit_remove_several (fixture->journey, nodes, NULL));
  g_assert_cmpstr (undo_title (fixture), ==, "Remove 2 Cards");
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_ptr_array_add (nodes, get (fixture, "consider"));
  g_assert_true (etp_edit_remove_several (fixture->journey, nodes, NULL));
  g_assert_cmpstr (undo_title (fixture), ==, "Remove Several");
}

static void
test_until_shifts (Fixture *fixture, gconstpointer data)
{
  EtpNode *campaign = get (fixture, "campaign");

  g_assert_true (etp_edit_extend_card (fixture->journey, campaign, get (fixture, "buy"), NULL));
  g_assert_true (etp_edit_remove (fixture->journey, get (fixture, "buy"), NULL));
  g_assert_cmpstr (etp_node_get_text (campaign, ETP_CARD_UNTIL), ==, "consider");
  g_assert_false (has (fixture, "conversion")); /* a metric measured there */
  g_assert_cmpstr (etp_node_get_text (get (fixture, "compress"), ETP_MEASURE_METRIC), ==, "");
}

static void
test_remove_persona (Fixture *fixture, gconstpointer data)
{
  EtpNode *visit = get (fixture, "visit");

  g_assert_true (etp_edit_remove (fixture->journey, get (fixture, "max"), NULL));
  /* What was said for this persona goes; what was said for others stays. */
  g_assert_null (etp_card_get_emotion (visit, "max"));
  g_assert_nonnull (etp_card_get_emotion (visit, "eva"));
  g_assert_cmpuint (etp_node_get_length (get (fixture, "search"), ETP_TOUCHPOINT_USAGE), ==, 1);
  g_assert_cmpuint (etp_node_get_length (get (fixture, "compress"), ETP_MEASURE_CUSTOMER_VALUES),
                    ==, 0);
  g_assert_cmpuint (etp_node_get_length (get (fixture, "boots"), ETP_OFFER_PERSONAS), ==, 1);
  g_assert_cmpstr (etp_node_get_text (get (fixture, "child"), ETP_KEY_MOMENT_PERSONA), ==, "");
  g_assert_true (etp_check (fixture->journey, NULL));
}

/* A picture goes with the last that shows it, in the same step. */
static void
test_remove_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("photo", 5);
  g_autofree char *id = NULL, *state = NULL;
  EtpNode *snapshot;

  id = g_strdup (
      etp_node_get_id (etp_edit_import_asset (fixture->journey, "image/png", bytes, NULL)));
  g_assert_true (
      etp_edit_set_text (fixture->journey, get (fixture, "picture"), ETP_CARD_IMAGE, id, NULL));
  g_assert_true (
      etp_edit_set_text (fixture->journey, get (fixture, "max"), ETP_PERSONA_PORTRAIT, id, NULL));

  g_assert_true (etp_edit_remove (fixture->journey, get (fixture, "images"), NULL));
  g_assert_false (has (fixture, "picture"));
  g_assert_true (has (fixture, id));
  g_assert_true (etp_edit_remove (fixture->journey, get (fixture, "max"), NULL));
  g_assert_cmpstr (undo_title (fixture), ==, "Remove Persona");
  g_assert_false (has (fixture, id));
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_true (has (fixture, "max"));
  g_assert_true (has (fixture, id));

  /* An earlier state shows it, until it goes itself. */
  state = g_strdup_printf ("{\"cards\":[{\"image\":\"%s\"}]}", id);
  snapshot = etp_edit_take_snapshot (fixture->journey, "Then", "", "", state, NULL);
  g_assert_nonnull (snapshot);
  g_assert_true (etp_edit_remove (fixture->journey, get (fixture, "max"), NULL));
  g_assert_true (has (fixture, id));
  g_assert_true (etp_edit_remove (fixture->journey, snapshot, NULL));
  g_assert_false (has (fixture, id));
}

/* Each object of the sample, alone: afterwards nothing names it. */
static void
test_remove_each (Fixture *fixture, gconstpointer data)
{
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (fixture->journey, (EtpListKind) list);
      guint n = etp_node_list_get_length (nodes);

      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GPtrArray) findings = NULL;
          g_autofree char *undone = NULL;

          g_test_message ("%s", etp_node_get_id (etp_node_list_get (nodes, i)));
          g_assert_true (etp_edit_remove (fixture->journey, etp_node_list_get (nodes, i), NULL));
          if (!etp_check (fixture->journey, &findings))
            g_error ("%s", ((EtpFinding *) findings->pdata[0])->message);
          g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
          undone = etp_test_dump (fixture->journey);
          etp_test_assert_same_dump (fixture->before, undone);
        }
    }
}

/* A comment on a comment on a card goes with the card, wherever it stands in its list. */
static void
test_remove_chain (Fixture *fixture, gconstpointer data)
{
  EtpNode *comment = etp_edit_add_comment (fixture->journey, get (fixture, "remark"), "No.", "Eva",
                                           "2026-03-03", NULL);
  g_autofree char *id = g_strdup (etp_node_get_id (comment));

  g_assert_true (etp_edit_move (fixture->journey, comment, 0, NULL));
  g_assert_true (etp_edit_remove (fixture->journey, get (fixture, "visit"), NULL));
  g_assert_false (has (fixture, id));
  g_assert_true (etp_check (fixture->journey, NULL));
}

static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *lanes = etp_journey_get_list (fixture->journey, ETP_LIST_LANES);
  EtpNode *lane = etp_edit_insert_lane (fixture->journey, 1, ETP_LANE_KIND_PAINS, "More pains",
                                        NULL);
  EtpDatum datum = etp_datum_text (&etp_lane_table.fields[ETP_LANE_KIND], "actions");

  g_assert_true (etp_node_list_get (lanes, 1) == lane);
  g_assert_cmpint (etp_node_get_enum (lane, ETP_LANE_KIND), ==, ETP_LANE_KIND_PAINS);

  /* Steps that are steps no more lose the notes aligned under them. */
  g_assert_true (
      etp_edit_set (fixture->journey, get (fixture, "touchpoints"), ETP_LANE_KIND, &datum, NULL));
  g_assert_cmpstr (etp_node_get_text (get (fixture, "slow"), ETP_CARD_STEP), ==, "");
}

static void
test_gone_node (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EtpNode) card = g_object_ref (get (fixture, "parked"));
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_edit_remove (fixture->journey, card, NULL));
  g_assert_false (etp_edit_set_text (fixture->journey, card, ETP_CARD_TITLE, "x", &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND);
}

/* The texts of a journey: up to 16 MiB together, a little less for what is counted generously. */
static void
test_limit_of_texts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (ETP_LIMIT_ONE_TEXT_BYTES, 'a');
  g_autoptr (GError) error = NULL;
  g_autofree char *full = NULL;
  g_autofree char *refused = NULL;
  EtpNode *card;
  guint n = 0;

  while ((card = etp_edit_add_card (fixture->journey, NULL, NULL, 0, "Long", &error)) != NULL
         && etp_edit_set_text (fixture->journey, card, ETP_CARD_TEXT, text, &error))
    n++;
  g_assert_cmpuint (n, ==, 15);
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_LIMIT);
  g_clear_error (&error);

  /* Full: smaller things still fit, and getting smaller is never refused. */
  full = etp_test_dump (fixture->journey);
  g_assert_false (etp_edit_set_text (fixture->journey, card, ETP_CARD_TEXT, text, &error));
  refused = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (full, refused);
  g_assert_true (etp_edit_set_text (fixture->journey, card, ETP_CARD_TEXT, "short", NULL));
  g_assert_true (etp_edit_remove (fixture->journey, card, NULL));
}

static void
test_limit_of_values (Fixture *fixture, gconstpointer data)
{
  const EtpField *row = &etp_persona_table.fields[ETP_PERSONA_GOALS];
  g_autoptr (GError) error = NULL;
  EtpNode *persona = NULL;
  guint n = 0;

  for (;; n++)
    {
      GPtrArray *items = g_ptr_array_new ();
      EtpDatum datum;

      for (guint i = 0; i < ETP_LIMIT_ITEMS; i++)
        g_ptr_array_add (items, g_ref_string_new ("a"));
      datum = etp_datum_take_items (row, items);
      persona = etp_edit_add (fixture->journey, ETP_LIST_PERSONAS, "P", G_MAXUINT, &error);
      g_assert_no_error (error);
      if (!etp_edit_set (fixture->journey, persona, ETP_PERSONA_GOALS, &datum, &error))
        break;
    }
  g_assert_cmpuint (n, ==, ETP_LIMIT_VALUES / ETP_LIMIT_ITEMS - 1);
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_LIMIT);
}

#define ADD(name, func) g_test_add ("/model/edit/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("set", test_set);
  ADD ("set-refuses", test_set_refuses);
  ADD ("set-keeps-dangling", test_set_keeps_dangling);
  ADD ("set-typing", test_set_typing);
  ADD ("set-several", test_set_several);
  ADD ("set-several-places", test_set_several_places);
  ADD ("set-nested", test_set_nested);
  ADD ("add", test_add);
  ADD ("phases", test_phases);
  ADD ("move-phase-with-span", test_move_phase_with_span);
  ADD ("remove-phase", test_remove_phase);
  ADD ("remove-several", test_remove_several);
  ADD ("until-shifts", test_until_shifts);
  ADD ("remove-persona", test_remove_persona);
  ADD ("remove-picture", test_remove_picture);
  ADD ("remove-each", test_remove_each);
  ADD ("remove-chain", test_remove_chain);
  ADD ("lanes", test_lanes);
  ADD ("gone-node", test_gone_node);
  ADD ("limit-of-texts", test_limit_of_texts);
  ADD ("limit-of-values", test_limit_of_values);

  return g_test_run ();
}
