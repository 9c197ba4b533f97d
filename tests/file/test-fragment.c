/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-fragment.h"

#include <string.h>

#include "etp-test-build.h"
#include "model/etp-check.h"
#include "model/etp-edit-card.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-edit-node.h"
#include "model/etp-error.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"
#include "file/etp-writer.h"
#include "file-test.h"

/* A small journey whose cards name a bit of everything. */
static EtpJourney *
create_source (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_UNITS, "sales", ETP_UNIT_NAME, "Sales", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_PERSONA_PORTRAIT,
                "face", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "eva", ETP_PERSONA_NAME, "Eva", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "web", ETP_CHANNEL_NAME, "Website", ETP_CHANNEL_UNIT,
                "sales", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_TOUCHPOINTS, "shop", ETP_TOUCHPOINT_NAME, "Shop",
                ETP_TOUCHPOINT_CHANNEL, "web", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "aware", ETP_PHASE_NAME, "Awareness", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_NAME, "Steps", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "note", ETP_CARD_LANE, "notes", ETP_CARD_PHASE, "aware",
                ETP_CARD_STEP, "see", ETP_CARD_TITLE, "Slow", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "see", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "aware",
                ETP_CARD_TITLE, "Sees an ad", ETP_CARD_TEXT, "On the bus", ETP_CARD_TOUCHPOINT,
                "shop", ETP_CARD_EMOTIONS,
                etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max", ETP_EMOTION_VALUE,
                                1.5, ETP_TEST_END),
                NULL, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_ASSETS, "face", ETP_ASSET_TYPE, "image/png", ETP_TEST_END);
  return journey;
}

static EtpFragment *
take (EtpJourney *journey, const char *const *ids, char **plain)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  EtpFragment *fragment;

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (nodes, etp_journey_get_node (journey, ids[i]));
  bytes = etp_fragment_write (journey, (EtpNode *const *) nodes->pdata, nodes->len, plain);
  fragment = etp_fragment_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (etp_fragment_get_length (fragment), ==, nodes->len);
  return fragment;
}

static guint
count (EtpJourney *journey, EtpListKind kind)
{
  return etp_node_list_get_length (etp_journey_get_list (journey, kind));
}

static const char *
get_name (EtpJourney *journey, EtpNode *node, guint field, guint name)
{
  return etp_node_get_text (etp_journey_get_node (journey, etp_node_get_text (node, field)), name);
}

static const EtpFragmentPlace anywhere = { NULL, NULL, G_MAXUINT, G_MAXUINT };

/* What a card needs comes along, directly and by what it names; nothing else does. */
static void
test_closure (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autofree char *plain = NULL;
  g_autoptr (EtpFragment) fragment = take (source, (const char *[]){ "see", NULL }, &plain);
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EtpNode *card, *persona;
  EtpValue *emotion;

  g_assert_cmpstr (plain, ==, "Sees an ad\nOn the bus");
  g_assert_true (etp_fragment_is_from (fragment, source));
  g_assert_false (etp_fragment_is_from (fragment, target));
  g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", nodes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (nodes->len, ==, 1);
  card = nodes->pdata[0];
  g_assert_cmpstr (etp_node_get_id (card), !=, "see");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, "Sees an ad");
  /* The journey has neither lane nor phase of it: it lies in the parking lot. */
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_LANE), ==, "");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, "");
  g_assert_cmpstr (get_name (target, card, ETP_CARD_TOUCHPOINT, ETP_TOUCHPOINT_NAME), ==, "Shop");
  g_assert_cmpuint (count (target, ETP_LIST_CHANNELS), ==, 1);
  g_assert_cmpuint (count (target, ETP_LIST_UNITS), ==, 1);
  g_assert_cmpuint (count (target, ETP_LIST_PERSONAS), ==, 1);
  g_assert_cmpuint (count (target, ETP_LIST_ASSETS), ==, 1);
  g_assert_cmpuint (count (target, ETP_LIST_PHASES), ==, 0);
  g_assert_cmpuint (count (target, ETP_LIST_CARDS), ==, 1);
  emotion = etp_node_get_value_at (card, ETP_CARD_EMOTIONS, 0);
  persona = etp_node_list_get (etp_journey_get_list (target, ETP_LIST_PERSONAS), 0);
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_PERSONA), ==,
                   etp_node_get_id (persona));
  /* A reference to what came only later. */
  g_assert_cmpstr (
      etp_node_get_text (persona, ETP_PERSONA_PORTRAIT), ==,
      etp_node_get_id (etp_node_list_get (etp_journey_get_list (target, ETP_LIST_ASSETS), 0)));
  /* One step. */
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (target)), ==, "Paste");
  g_assert_true (etp_history_undo (etp_journey_get_history (target)));
  g_assert_cmpuint (count (target, ETP_LIST_CARDS), ==, 0);
  g_assert_cmpuint (count (target, ETP_LIST_UNITS), ==, 0);
  g_assert_null (etp_history_get_undo_title (etp_journey_get_history (target)));
}

/* What is there by name is shared. */
static void
test_shared (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpFragment) fragment = take (source, (const char *[]){ "see", NULL }, NULL);
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  etp_test_add (target, ETP_LIST_TOUCHPOINTS, "our-shop", ETP_TOUCHPOINT_NAME, "Shop",
                ETP_TEST_END);
  g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpuint (count (target, ETP_LIST_TOUCHPOINTS), ==, 1);
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_CARD_TOUCHPOINT), ==, "our-shop");
  /* Once more: everything is there by now. */
  g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpuint (count (target, ETP_LIST_CARDS), ==, 2);
  g_assert_cmpuint (count (target, ETP_LIST_CHANNELS), ==, 1);
  g_assert_cmpuint (count (target, ETP_LIST_PERSONAS), ==, 1);
}

/* Two personas of one name stay two, also the second time, and each keeps its feeling. */
static void
test_namesakes (void)
{
  g_autoptr (EtpJourney) source = etp_journey_new ();
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (EtpFragment) fragment = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  etp_test_add (source, ETP_LIST_PERSONAS, "one", ETP_PERSONA_NAME, "Anna", ETP_TEST_END);
  etp_test_add (source, ETP_LIST_PERSONAS, "two", ETP_PERSONA_NAME, "Anna", ETP_PERSONA_ROLE,
                "Buyer", ETP_TEST_END);
  etp_test_add (source, ETP_LIST_CARDS, "see", ETP_CARD_TITLE, "See", ETP_CARD_EMOTIONS,
                etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "one", ETP_EMOTION_VALUE,
                                1.0, ETP_TEST_END),
                etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "two", ETP_EMOTION_VALUE,
                                -1.0, ETP_TEST_END),
                NULL, ETP_TEST_END);
  etp_test_add (target, ETP_LIST_PERSONAS, "ours", ETP_PERSONA_NAME, "Anna", ETP_TEST_END);
  fragment = take (source, (const char *[]){ "see", NULL }, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", nodes, NULL));
      etp_journey_assert_valid (target);
      g_assert_cmpuint (count (target, ETP_LIST_PERSONAS), ==, 2);
      g_assert_cmpuint (etp_node_get_length (nodes->pdata[i], ETP_CARD_EMOTIONS), ==, 2);
      g_assert_cmpfloat (etp_emotion_get_level (etp_card_get_emotion (nodes->pdata[i], "ours")), ==,
                         1);
    }
}

/* Chosen nodes keep their references to each other, also to later ones; with their phase and lane
 * they stay where they are. */
static void
test_among_each_other (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpFragment) fragment = take (
      source, (const char *[]){ "note", "see", "aware", "steps", "notes", NULL }, NULL);
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpFragmentPlace first = { NULL, NULL, G_MAXUINT, 0 };

  etp_test_add (target, ETP_LIST_PHASES, "old", ETP_PHASE_NAME, "Awareness", ETP_TEST_END);
  g_assert_true (etp_fragment_insert (fragment, target, &first, "Paste", nodes, NULL));
  g_assert_cmpuint (nodes->len, ==, 5);
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_CARD_STEP), ==,
                   etp_node_get_id (nodes->pdata[1]));
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[1], ETP_CARD_PHASE), ==,
                   etp_node_get_id (nodes->pdata[2]));
  /* A chosen node is new, even when there is one of its name; and it goes where it should. */
  g_assert_cmpuint (count (target, ETP_LIST_PHASES), ==, 2);
  g_assert_true (etp_node_list_get (etp_journey_get_list (target, ETP_LIST_PHASES), 0)
                 == nodes->pdata[2]);
}

/* Into a cell, before another card. */
static void
test_place (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpFragment) fragment = take (source, (const char *[]){ "see", NULL }, NULL);
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EtpNode *phase = etp_test_add (target, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "P", ETP_TEST_END);
  EtpNode *lane = etp_test_add (target, ETP_LIST_LANES, "l", ETP_LANE_NAME, "L", ETP_TEST_END);
  EtpFragmentPlace place = { .lane = lane, .phase = phase, .index = 0, .position = G_MAXUINT };
  EtpNodeList *cards = etp_journey_get_list (target, ETP_LIST_CARDS);

  etp_test_add (target, ETP_LIST_CARDS, "there", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p",
                ETP_TEST_END);
  g_assert_true (etp_fragment_insert (fragment, target, &place, "Paste", nodes, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_CARD_LANE), ==, "l");
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_CARD_PHASE), ==, "p");
  g_assert_true (etp_node_list_get (cards, 0) == nodes->pdata[0]);
  g_assert_true (etp_history_undo (etp_journey_get_history (target)));
  g_assert_cmpuint (count (target, ETP_LIST_CARDS), ==, 1);
}

/* Under a step of the cell's phase. */
static void
test_place_under_step (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpFragment) fragment = take (source, (const char *[]){ "see", NULL }, NULL);
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpNode *phase = etp_test_add (target, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "P", ETP_TEST_END);
  EtpNode *lane = etp_test_add (target, ETP_LIST_LANES, "l", ETP_LANE_KIND, "pains", ETP_TEST_END);
  EtpFragmentPlace place = { .lane = lane, .phase = phase, .position = G_MAXUINT };

  etp_test_add (target, ETP_LIST_LANES, "s", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  place.step = etp_test_add (target, ETP_LIST_CARDS, "step", ETP_CARD_LANE, "s", ETP_CARD_PHASE,
                             "p", ETP_TEST_END);
  g_assert_true (etp_fragment_insert (fragment, target, &place, "Paste", nodes, NULL));
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_CARD_STEP), ==, "step");
  g_assert_true (etp_history_undo (etp_journey_get_history (target)));
  g_assert_cmpuint (count (target, ETP_LIST_CARDS), ==, 1);
}

/* Pasted where it was copied: a copy that shares all that it names, in the same cell. */
static void
test_same_journey (void)
{
  g_autoptr (EtpJourney) journey = create_source ();
  g_autoptr (EtpFragment) fragment = take (journey, (const char *[]){ "see", NULL }, NULL);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpNode *copy;

  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", nodes, NULL));
  copy = nodes->pdata[0];
  g_assert_cmpstr (etp_node_get_text (copy, ETP_CARD_LANE), ==, "steps");
  g_assert_cmpstr (etp_node_get_text (copy, ETP_CARD_PHASE), ==, "aware");
  g_assert_cmpstr (etp_node_get_text (copy, ETP_CARD_TOUCHPOINT), ==, "shop");
  g_assert_cmpuint (count (journey, ETP_LIST_PERSONAS), ==, 2);
  g_assert_cmpuint (count (journey, ETP_LIST_ASSETS), ==, 1);
  g_assert_cmpuint (count (journey, ETP_LIST_CARDS), ==, 3);
}

/* Pasted under another step of its phase, a note is not under the one that it was copied from. */
static void
test_same_phase (void)
{
  g_autoptr (EtpJourney) journey = create_source ();
  g_autoptr (EtpFragment) fragment = take (journey, (const char *[]){ "note", NULL }, NULL);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpFragmentPlace place = { .lane = etp_journey_get_node (journey, "notes"),
                             .phase = etp_journey_get_node (journey, "aware"),
                             .index = G_MAXUINT,
                             .position = G_MAXUINT };

  place.step = etp_test_add (journey, ETP_LIST_CARDS, "ask", ETP_CARD_LANE, "steps", ETP_CARD_PHASE,
                             "aware", ETP_TEST_END);
  place.step_is_pointed = TRUE;
  g_assert_true (etp_fragment_insert (fragment, journey, &place, "Paste", nodes, NULL));
  etp_journey_assert_valid (journey);
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_CARD_STEP), ==, "ask");
  /* Where no step is pointed at it stays under its own. */
  place.step = NULL;
  g_assert_true (etp_fragment_insert (fragment, journey, &place, "Paste", nodes, NULL));
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[1], ETP_CARD_STEP), ==, "see");
}

/* Notes that are pasted beside one of them keep their steps, as nobody has pointed at one; those whose
 * step is of another phase come under that of the note beside them. */
static void
test_near_step (void)
{
  g_autoptr (EtpJourney) journey = create_source ();
  g_autoptr (EtpFragment) fragment = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpFragmentPlace place = { .lane = etp_journey_get_node (journey, "notes"),
                             .phase = etp_journey_get_node (journey, "aware"),
                             .index = G_MAXUINT,
                             .position = G_MAXUINT,
                             .step = etp_journey_get_node (journey, "see") };

  etp_test_add (journey, ETP_LIST_PHASES, "buy", ETP_PHASE_NAME, "Buy", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "ask", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "aware",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "pay", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "buy",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "vague", ETP_CARD_LANE, "notes", ETP_CARD_PHASE, "aware",
                ETP_CARD_STEP, "ask", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "costly", ETP_CARD_LANE, "notes", ETP_CARD_PHASE, "buy",
                ETP_CARD_STEP, "pay", ETP_TEST_END);
  fragment = take (journey, (const char *[]){ "note", "vague", "costly", NULL }, NULL);
  g_assert_true (etp_fragment_insert (fragment, journey, &place, "Paste", nodes, NULL));
  etp_journey_assert_valid (journey);
  g_assert_cmpuint (nodes->len, ==, 3);
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_CARD_STEP), ==, "see");
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[1], ETP_CARD_STEP), ==, "ask");
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[2], ETP_CARD_STEP), ==, "see");
}

static void
test_move (void)
{
  g_autoptr (EtpJourney) journey = create_source ();
  g_autoptr (EtpFragment) fragment = take (journey, (const char *[]){ "see", NULL }, NULL);
  EtpNode *phase = etp_test_add (journey, ETP_LIST_PHASES, "buy", ETP_PHASE_NAME, "Buy",
                                 ETP_TEST_END);
  EtpNode *lane = etp_journey_get_node (journey, "steps");
  EtpFragmentPlace place = { .lane = lane, .phase = phase, .index = 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_fragment_move (fragment, journey, &place, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (journey, ETP_LIST_CARDS), ==, 2);
  g_assert_cmpstr (etp_node_get_text (etp_journey_get_node (journey, "see"), ETP_CARD_PHASE), ==,
                   "buy");
}

/* Unknown members and words survive. */
static void
test_unknown (void)
{
  g_autoptr (GBytes) bytes = file_test_document (
      "\"lanes\": [{\"id\": \"l\", \"kind\": \"hologram\", \"x-a\": [1.50]}]");
  g_autoptr (EtpLoaded) loaded = file_test_load (bytes);
  g_autoptr (EtpFragment) fragment = take (loaded->journey, (const char *[]){ "l", NULL }, NULL);
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GBytes) written = NULL;

  g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpstr (etp_node_get_word (nodes->pdata[0], ETP_LANE_KIND), ==, "hologram");
  written = etp_write_journey (target);
  g_assert_nonnull (memmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                            "\"x-a\": [\n        1.50", strlen ("\"x-a\": [\n        1.50")));
}

/* A journey that may not be changed stays as it is, without half a step in its history. */
static void
test_read_only (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpFragment) fragment = take (source, (const char *[]){ "see", NULL }, NULL);
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (GError) error = NULL;

  etp_journey_set_read_only (target, TRUE);
  g_assert_false (etp_fragment_insert (fragment, target, &anywhere, "Paste", NULL, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_READ_ONLY);
  g_assert_false (etp_history_is_open (etp_journey_get_history (target)));
  g_assert_cmpuint (count (target, ETP_LIST_CARDS), ==, 0);
}

static const struct
{
  const char *text;
  EtpFileError code;
} refused[] = {
  { "", ETP_FILE_ERROR_EMPTY },
  { "Some text", ETP_FILE_ERROR_NOT_JSON },
  { "[", ETP_FILE_ERROR_TRUNCATED },
  { "[]", ETP_FILE_ERROR_NOT_A_JOURNEY },
  { "{\"format\": \"etappe-journey\", \"version\": 1}", ETP_FILE_ERROR_NOT_A_JOURNEY },
  { "{\"format\": \"etappe-fragment\", \"version\": 2, \"chosen\": []}",
    ETP_FILE_ERROR_NEWER_VERSION },
  { "{\"format\": \"etappe-fragment\", \"version\": 1}", ETP_FILE_ERROR_INVALID },
  { "{\"format\": \"etappe-fragment\", \"version\": 1, \"chosen\": [\"a\"]}",
    ETP_FILE_ERROR_INVALID },
  { "{\"format\": \"etappe-fragment\", \"version\": 1, \"chosen\": [\"\"]}",
    ETP_FILE_ERROR_INVALID },
  { "{\"format\": \"etappe-fragment\", \"version\": 1, \"chosen\": [], \"cards\": [1]}",
    ETP_FILE_ERROR_INVALID },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = file_test_bytes (refused[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (etp_fragment_read (bytes, &error));
      g_assert_error (error, ETP_FILE_ERROR, (int) refused[i].code);
    }
}

/* A link without its ends, a comment on what is not there: such things are left out. */
static void
test_senseless (void)
{
  g_autoptr (GBytes) bytes = file_test_bytes (
      "{\"format\": \"etappe-fragment\", \"version\": 1, \"chosen\": [\"k\", \"c\"],"
      "\"cards\": [{\"id\": \"c\", \"emotions\": [{\"persona\": \"gone\", \"value\": 1}],"
      "\"personas\": [\"gone\"]}], \"links\": [{\"id\": \"k\", \"from\": \"c\", \"to\": "
      "\"gone\"}]}");
  g_autoptr (EtpFragment) fragment = etp_fragment_read (bytes, NULL);
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", nodes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (target, ETP_LIST_LINKS), ==, 0);
  g_assert_cmpuint (nodes->len, ==, 1);
  g_assert_cmpuint (etp_node_get_length (nodes->pdata[0], ETP_CARD_EMOTIONS), ==, 0);
  g_assert_cmpuint (etp_node_get_length (nodes->pdata[0], ETP_CARD_PERSONAS), ==, 0);
}

/* A link between a card and a measure comes along, whichever of the two comes later. */
static void
test_links (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpJourney) target = etp_journey_new ();
  g_autoptr (EtpFragment) fragment = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  etp_test_add (source, ETP_LIST_MEASURES, "fix", ETP_MEASURE_TITLE, "Fix", ETP_TEST_END);
  etp_test_add (source, ETP_LIST_LINKS, "to", ETP_LINK_FROM, "note", ETP_LINK_TO, "fix",
                ETP_TEST_END);
  etp_test_add (source, ETP_LIST_LINKS, "back", ETP_LINK_FROM, "fix", ETP_LINK_TO, "note",
                ETP_TEST_END);
  fragment = take (source, (const char *[]){ "note", "fix", "to", "back", NULL }, NULL);
  g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpuint (nodes->len, ==, 4);
  g_assert_cmpuint (count (target, ETP_LIST_LINKS), ==, 2);
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[2], ETP_LINK_FROM), ==,
                   etp_node_get_id (nodes->pdata[0]));
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[2], ETP_LINK_TO), ==,
                   etp_node_get_id (nodes->pdata[1]));
}

/* A metric whose phase or card is not there comes all the same. */
static void
test_metrics (void)
{
  static const char *const at[] = { "aware", "see", "shop" };

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    {
      g_autoptr (EtpJourney) source = create_source ();
      g_autoptr (EtpJourney) target = etp_journey_new ();
      g_autoptr (EtpFragment) fragment = NULL;
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
      EtpFragmentPlace place = anywhere;

      etp_test_add (source, ETP_LIST_METRICS, "nps", ETP_METRIC_NAME, "NPS", ETP_METRIC_AT, at[i],
                    ETP_TEST_END);
      fragment = take (source, (const char *[]){ "nps", NULL }, NULL);
      place.phase = etp_test_add (target, ETP_LIST_PHASES, "p", ETP_TEST_END);
      place.lane = etp_test_add (target, ETP_LIST_LANES, "l", ETP_TEST_END);
      g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", nodes, NULL));
      g_assert_true (etp_fragment_insert (fragment, target, &place, "Paste", nodes, NULL));
      g_assert_cmpuint (nodes->len, ==, 2);
      if (strcmp (at[i], "shop") == 0)
        g_assert_cmpstr (get_name (target, nodes->pdata[1], ETP_METRIC_AT, ETP_TOUCHPOINT_NAME), ==,
                         "Shop");
      else
        {
          g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_METRIC_AT), ==, "");
          g_assert_cmpstr (etp_node_get_text (nodes->pdata[1], ETP_METRIC_AT), ==, "p");
        }
      /* Where it comes from it stays where it was. */
      g_assert_true (etp_fragment_insert (fragment, source, &anywhere, "Paste", nodes, NULL));
      g_assert_cmpstr (etp_node_get_text (nodes->pdata[2], ETP_METRIC_AT), ==, at[i]);
    }
}

/* Dots that were given once do not count twice; what was cut has them still. */
static void
test_votes (void)
{
  g_autoptr (EtpJourney) journey = create_source ();
  g_autoptr (EtpFragment) fragment = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  etp_test_add (journey, ETP_LIST_VOTE_ROUNDS, "round", ETP_TEST_END);
  etp_test_add (
      journey, ETP_LIST_CARDS, "chance", ETP_CARD_TITLE, "Chance", ETP_CARD_VOTES,
      etp_test_value (&etp_vote_table, ETP_VOTE_ROUND, "round", ETP_VOTE_COUNT, 3, ETP_TEST_END),
      NULL, ETP_TEST_END);
  etp_test_add (
      journey, ETP_LIST_MEASURES, "fix", ETP_MEASURE_TITLE, "Fix", ETP_MEASURE_VOTES,
      etp_test_value (&etp_vote_table, ETP_VOTE_ROUND, "round", ETP_VOTE_COUNT, 2, ETP_TEST_END),
      NULL, ETP_TEST_END);
  fragment = take (journey, (const char *[]){ "chance", "fix", NULL }, NULL);
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpuint (etp_node_get_length (nodes->pdata[0], ETP_CARD_VOTES), ==, 0);
  g_assert_cmpuint (etp_node_get_length (nodes->pdata[1], ETP_MEASURE_VOTES), ==, 0);
  g_ptr_array_set_size (nodes, 0);
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "chance"), &error));
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "fix"), &error));
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpuint (etp_node_get_length (nodes->pdata[0], ETP_CARD_VOTES), ==, 1);
  g_assert_cmpuint (etp_node_get_length (nodes->pdata[1], ETP_MEASURE_VOTES), ==, 1);
  /* Only once; but again when that is taken back. */
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpuint (etp_node_get_length (nodes->pdata[2], ETP_CARD_VOTES), ==, 0);
  g_assert_cmpuint (etp_node_get_length (nodes->pdata[3], ETP_MEASURE_VOTES), ==, 0);
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpuint (etp_node_get_length (nodes->pdata[4], ETP_CARD_VOTES), ==, 1);
}

/* A card of a phase that was copied alone does not end before it begins. */
static void
test_spans (void)
{
  g_autoptr (EtpJourney) journey = create_source ();
  g_autoptr (EtpFragment) fragment = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  const EtpFragmentPlace first = { NULL, NULL, G_MAXUINT, 0 };

  etp_test_add (journey, ETP_LIST_PHASES, "buy", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "wide", ETP_CARD_LANE, "notes", ETP_CARD_PHASE, "aware",
                ETP_CARD_UNTIL, "buy", ETP_TEST_END);
  fragment = take (journey, (const char *[]){ "aware", "wide", NULL }, NULL);
  g_assert_true (etp_fragment_insert (fragment, journey, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[1], ETP_CARD_UNTIL), ==, "");
  etp_journey_assert_valid (journey);
  /* Before the end that it had it keeps it. */
  g_assert_true (etp_fragment_insert (fragment, journey, &first, "Paste", nodes, NULL));
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[3], ETP_CARD_UNTIL), ==, "buy");
}

static EtpJourney *
create_phases (const char *const *ids)
{
  EtpJourney *journey = etp_journey_new ();

  for (; *ids != NULL; ids++)
    etp_test_add (journey, ETP_LIST_PHASES, *ids, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "lane", ETP_LANE_KIND, "pains", ETP_TEST_END);
  return journey;
}

/* In another map a card spans as many phases as where it comes from, as far as there are so many. */
static void
test_spans_elsewhere (void)
{
  static const struct
  {
    const char *phase, *until; /* where it is pasted, and where it ends then */
  } places[] = { { "one", "three" }, { "two", "four" }, { "three", "four" }, { "four", "" } };
  g_autoptr (EtpJourney) source = create_phases ((const char *[]){ "a", "b", "c", "d", NULL });
  g_autoptr (EtpJourney)
      target = create_phases ((const char *[]){ "one", "two", "three", "four", NULL });
  g_autoptr (EtpFragment) fragment = NULL;
  g_autoptr (GError) error = NULL;

  etp_test_add (source, ETP_LIST_CARDS, "wide", ETP_CARD_LANE, "lane", ETP_CARD_PHASE, "b",
                ETP_CARD_UNTIL, "d", ETP_TEST_END);
  etp_test_add (source, ETP_LIST_CARDS, "thin", ETP_CARD_LANE, "lane", ETP_CARD_PHASE, "b",
                ETP_TEST_END);
  fragment = take (source, (const char *[]){ "wide", "thin", NULL }, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const EtpFragmentPlace place = { etp_journey_get_node (target, "lane"),
                                       etp_journey_get_node (target, places[i].phase), G_MAXUINT,
                                       G_MAXUINT };
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

      g_assert_true (etp_fragment_insert (fragment, target, &place, "Paste", nodes, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_CARD_UNTIL), ==, places[i].until);
      g_assert_cmpstr (etp_node_get_text (nodes->pdata[1], ETP_CARD_UNTIL), ==, "");
    }
  etp_journey_assert_valid (target);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_true (etp_history_undo (etp_journey_get_history (target)));
  g_assert_cmpuint (count (target, ETP_LIST_CARDS), ==, 0);
}

/* Several of different lengths, in one step of undo. */
static void
test_spans_of_several (void)
{
  g_autoptr (EtpJourney) source = create_phases ((const char *[]){ "a", "b", "c", "d", NULL });
  g_autoptr (EtpJourney) target = create_phases ((const char *[]){ "one", "two", "three", NULL });
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (EtpFragment) fragment = NULL;
  const EtpFragmentPlace place = { etp_journey_get_node (target, "lane"),
                                   etp_journey_get_node (target, "one"), G_MAXUINT, G_MAXUINT };

  etp_test_add (source, ETP_LIST_CARDS, "wide", ETP_CARD_LANE, "lane", ETP_CARD_PHASE, "a",
                ETP_CARD_UNTIL, "d", ETP_TEST_END);
  etp_test_add (source, ETP_LIST_CARDS, "thin", ETP_CARD_LANE, "lane", ETP_CARD_PHASE, "b",
                ETP_TEST_END);
  etp_test_add (source, ETP_LIST_CARDS, "short", ETP_CARD_LANE, "lane", ETP_CARD_PHASE, "c",
                ETP_CARD_UNTIL, "d", ETP_TEST_END);
  fragment = take (source, (const char *[]){ "wide", "thin", "short", NULL }, NULL);
  g_assert_true (etp_fragment_insert (fragment, target, &place, "Paste", nodes, NULL));
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[0], ETP_CARD_UNTIL), ==, "three");
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[1], ETP_CARD_UNTIL), ==, "");
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[2], ETP_CARD_UNTIL), ==, "two");
  etp_journey_assert_valid (target);
  g_assert_true (etp_history_undo (etp_journey_get_history (target)));
  g_assert_cmpuint (count (target, ETP_LIST_CARDS), ==, 0);
  g_assert_false (etp_history_undo (etp_journey_get_history (target)));
}

/* With its phases it spans those of them that came along, and none that it finds there. */
static void
test_spans_with_phases (void)
{
  g_autoptr (EtpJourney) source = create_phases ((const char *[]){ "a", "b", "c", "d", NULL });
  g_autoptr (EtpJourney) target = create_phases ((const char *[]){ "one", "two", NULL });
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (EtpFragment) fragment = NULL;
  const EtpFragmentPlace first = { NULL, NULL, G_MAXUINT, 0 };

  etp_test_add (source, ETP_LIST_CARDS, "wide", ETP_CARD_LANE, "lane", ETP_CARD_PHASE, "b",
                ETP_CARD_UNTIL, "d", ETP_TEST_END);
  fragment = take (source, (const char *[]){ "b", "c", "lane", "wide", NULL }, NULL);
  g_assert_true (etp_fragment_insert (fragment, target, &first, "Paste", nodes, NULL));
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[3], ETP_CARD_UNTIL), ==,
                   etp_node_get_id (nodes->pdata[1]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragment/closure", test_closure);
  g_test_add_func ("/fragment/shared", test_shared);
  g_test_add_func ("/fragment/namesakes", test_namesakes);
  g_test_add_func ("/fragment/among-each-other", test_among_each_other);
  g_test_add_func ("/fragment/place", test_place);
  g_test_add_func ("/fragment/place-under-step", test_place_under_step);
  g_test_add_func ("/fragment/same-journey", test_same_journey);
  g_test_add_func ("/fragment/same-phase", test_same_phase);
  g_test_add_func ("/fragment/near-step", test_near_step);
  g_test_add_func ("/fragment/move", test_move);
  g_test_add_func ("/fragment/unknown", test_unknown);
  g_test_add_func ("/fragment/read-only", test_read_only);
  g_test_add_func ("/fragment/refused", test_refused);
  g_test_add_func ("/fragment/senseless", test_senseless);
  g_test_add_func ("/fragment/links", test_links);
  g_test_add_func ("/fragment/metrics", test_metrics);
  g_test_add_func ("/fragment/votes", test_votes);
  g_test_add_func ("/fragment/spans", test_spans);
  g_test_add_func ("/fragment/spans-elsewhere", test_spans_elsewhere);
  g_test_add_func ("/fragment/spans-of-several", test_spans_of_several);
  g_test_add_func ("/fragment/spans-with-phases", test_spans_with_phases);
  return g_test_run ();
}
