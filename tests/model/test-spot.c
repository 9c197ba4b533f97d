/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-edit-snapshot.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-spot.h"
#include "model/etp-tables.h"

/* Where a datum stands, and which verb writes it there. */

typedef struct
{
  EtpJourney *journey;
  GPtrArray *nodes;
  EtpNode *step, *other;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_journey_new ();
  etp_test_set_root (fixture->journey, ETP_JOURNEY_TITLE, "Journey", ETP_TEST_END);
  etp_test_add (fixture->journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_TEST_END);
  etp_test_add (fixture->journey, ETP_LIST_PERSONAS, "eva", ETP_PERSONA_NAME, "Eva", ETP_TEST_END);
  etp_test_add (fixture->journey, ETP_LIST_PHASES, "aware", ETP_PHASE_NAME, "Aware", ETP_TEST_END);
  etp_test_add (fixture->journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints",
                ETP_TEST_END);
  fixture->step = etp_test_add (fixture->journey, ETP_LIST_CARDS, "one", ETP_CARD_LANE, "steps",
                                ETP_CARD_PHASE, "aware", ETP_CARD_TITLE, "One", ETP_TEST_END);
  fixture->other = etp_test_add (fixture->journey, ETP_LIST_CARDS, "two", ETP_CARD_LANE, "steps",
                                 ETP_CARD_PHASE, "aware", ETP_CARD_TITLE, "Two", ETP_TEST_END);
  fixture->nodes = g_ptr_array_new ();
  g_ptr_array_add (fixture->nodes, fixture->step);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->nodes);
  g_object_unref (fixture->journey);
}

static EtpSpot
get_spot (Fixture *fixture, guint field, int column, int item, const char *key)
{
  return (EtpSpot){ .journey = fixture->journey,
                    .nodes = fixture->nodes,
                    .field = field,
                    .column = column,
                    .item = item,
                    .key = key };
}

static void
write_text (const EtpSpot *spot, const char *text)
{
  EtpDatum datum = etp_datum_text (etp_spot_get_row (spot), text);
  g_autoptr (GError) error = NULL;
  gboolean done = etp_spot_write (spot, &datum, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
assert_text (const EtpSpot *spot, const char *text)
{
  g_auto (EtpDatum) datum = { 0 };

  g_assert_true (etp_spot_dup_datum (spot, &datum));
  g_assert_cmpstr (datum.u.text != NULL ? datum.u.text : "", ==, text);
}

static void
test_field (Fixture *fixture, gconstpointer data)
{
  const EtpSpot spot = get_spot (fixture, ETP_CARD_TITLE, -1, -1, NULL);

  g_assert_true (etp_spot_get_row (&spot) == &etp_card_table.fields[ETP_CARD_TITLE]);
  assert_text (&spot, "One");
  write_text (&spot, "Eins");
  assert_text (&spot, "Eins");
  g_assert_cmpstr (etp_node_get_text (fixture->step, ETP_CARD_TITLE), ==, "Eins");
}

/* Different ones are absent and say so; writing makes them the same, in one step. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  const EtpSpot spot = get_spot (fixture, ETP_CARD_TITLE, -1, -1, NULL);
  g_auto (EtpDatum) mixed = { 0 };

  g_ptr_array_add (fixture->nodes, fixture->other);
  g_assert_false (etp_spot_dup_datum (&spot, &mixed));
  g_assert_true (etp_datum_is_default (&mixed, etp_spot_get_row (&spot)));
  write_text (&spot, "Both");
  assert_text (&spot, "Both");
  g_assert_cmpstr (etp_node_get_text (fixture->other, ETP_CARD_TITLE), ==, "Both");
  g_assert_true (etp_history_undo (history));
  g_assert_cmpstr (etp_node_get_text (fixture->other, ETP_CARD_TITLE), ==, "Two");
  g_assert_false (etp_history_undo (history));
}

/* A column of the brief is there as soon as it is written, and goes with its last column. */
static void
test_nested (Fixture *fixture, gconstpointer data)
{
  const EtpSpot spot = get_spot (fixture, ETP_JOURNEY_BRIEF, ETP_BRIEF_FOCUS, -1, NULL);

  fixture->nodes->pdata[0] = fixture->journey;
  assert_text (&spot, "");
  write_text (&spot, "Focus");
  assert_text (&spot, "Focus");
  write_text (&spot, "");
  g_assert_null (etp_node_get_value (fixture->journey, ETP_JOURNEY_BRIEF));
}

/* Entries of a list are added, written, moved and removed; what is not there is absent and refused. */
static void
test_items (Fixture *fixture, gconstpointer data)
{
  const EtpSpot first = get_spot (fixture, ETP_JOURNEY_INSIGHTS, ETP_INSIGHT_TEXT, 0, NULL);
  const EtpSpot second = get_spot (fixture, ETP_JOURNEY_INSIGHTS, ETP_INSIGHT_TEXT, 1, NULL);
  EtpNode *root = ETP_NODE (fixture->journey);
  EtpDatum datum;
  g_autoptr (GError) error = NULL;

  fixture->nodes->pdata[0] = fixture->journey;
  assert_text (&first, "");
  datum = etp_datum_text (etp_spot_get_row (&first), "Lost");
  g_assert_false (etp_spot_write (&first, &datum, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  for (int i = 0; i < 2; i++)
    g_assert_true (
        etp_edit_add_item (fixture->journey, root, ETP_JOURNEY_INSIGHTS, G_MAXUINT, NULL));
  write_text (&first, "A");
  write_text (&second, "B");
  g_assert_true (etp_edit_move_item (fixture->journey, root, ETP_JOURNEY_INSIGHTS, 1, 0, NULL));
  assert_text (&first, "B");
  assert_text (&second, "A");
  g_assert_true (etp_edit_remove_item (fixture->journey, root, ETP_JOURNEY_INSIGHTS, 0, NULL));
  assert_text (&first, "A");
  assert_text (&second, "");
}

/* Typing in one entry is one step. */
static void
test_items_coalesce (Fixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  const EtpSpot spot = get_spot (fixture, ETP_JOURNEY_INSIGHTS, ETP_INSIGHT_TEXT, 0, NULL);
  EtpNode *root = ETP_NODE (fixture->journey);

  fixture->nodes->pdata[0] = fixture->journey;
  g_assert_true (etp_edit_add_item (fixture->journey, root, ETP_JOURNEY_INSIGHTS, 0, NULL));
  write_text (&spot, "A");
  write_text (&spot, "AB");
  write_text (&spot, "ABC");
  g_assert_true (etp_history_undo (history));
  assert_text (&spot, "");
  g_assert_true (etp_history_undo (history));
  g_assert_false (etp_history_undo (history));
}

/* The emotion of a persona is made by writing it. */
static void
test_emotion (Fixture *fixture, gconstpointer data)
{
  const EtpSpot value = get_spot (fixture, ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, -1, "max");
  const EtpSpot feeling = get_spot (fixture, ETP_CARD_EMOTIONS, ETP_EMOTION_FEELING, -1, "max");
  const EtpSpot note = get_spot (fixture, ETP_CARD_EMOTIONS, ETP_EMOTION_NOTE, -1, "eva");
  EtpDatum datum = etp_datum_number (-1.5);
  g_auto (EtpDatum) read = { 0 };

  g_assert_true (etp_spot_dup_datum (&value, &read));
  g_assert_true (isnan (read.u.number));
  g_assert_true (etp_spot_write (&value, &datum, NULL));
  etp_datum_clear (&read);
  etp_spot_dup_datum (&value, &read);
  g_assert_cmpfloat (read.u.number, ==, -1.5);
  write_text (&feeling, "angry");
  assert_text (&feeling, "angry");
  write_text (&note, "calm");
  g_assert_cmpuint (etp_node_get_length (fixture->step, ETP_CARD_EMOTIONS), ==, 2);
}

static void
write_number (const EtpSpot *spot, double number)
{
  EtpDatum datum = etp_datum_number (number);
  g_autoptr (GError) error = NULL;
  gboolean done = etp_spot_write (spot, &datum, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* A word that does not go with the new number gives way; a free one stays, and so does any word while
 * the room's ratings say where the point lies, or where there is none. */
static void
test_feeling_follows (Fixture *fixture, gconstpointer data)
{
  static const double ratings[] = { -2, -2 };
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  const EtpSpot value = get_spot (fixture, ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, -1, "max");
  const EtpSpot feeling = get_spot (fixture, ETP_CARD_EMOTIONS, ETP_EMOTION_FEELING, -1, "max");
  EtpDatum much = etp_datum_number (5);
  g_autoptr (GError) error = NULL;

  etp_test_set_root (fixture->journey, ETP_JOURNEY_LANGUAGE, "de", ETP_TEST_END);
  write_number (&value, -1.6);
  assert_text (&feeling, "");
  write_text (&feeling, "frustriert");
  write_number (&value, -2);
  assert_text (&feeling, "frustriert");
  etp_history_end_coalescing (history);
  write_number (&value, 2);
  assert_text (&feeling, "begeistert");
  g_assert_true (etp_history_undo (history));
  assert_text (&feeling, "frustriert");

  g_assert_false (etp_spot_write (&value, &much, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE);
  assert_text (&feeling, "frustriert");
  g_assert_true (etp_edit_set_emotion_ratings (fixture->journey, fixture->step,
                                               etp_journey_get_node (fixture->journey, "max"),
                                               ratings, G_N_ELEMENTS (ratings), NULL));
  write_number (&value, 1);
  assert_text (&feeling, "frustriert");
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_history_undo (history));

  write_number (&value, (double) NAN);
  assert_text (&feeling, "frustriert");
  write_text (&feeling, "mit Kloß im Hals");
  write_number (&value, 2);
  assert_text (&feeling, "mit Kloß im Hals");
}

/* A persona's emotion in several steps: different ones are told, one step writes all of them, each
 * keeps what else it says, and sliding is one step. */
static void
test_emotion_of_several (Fixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  const EtpSpot value = get_spot (fixture, ETP_CARD_EMOTIONS, ETP_EMOTION_VALUE, -1, "max");
  const EtpSpot feeling = get_spot (fixture, ETP_CARD_EMOTIONS, ETP_EMOTION_FEELING, -1, "max");
  g_auto (EtpDatum) read = { 0 };

  write_number (&value, -1.5);
  write_text (&feeling, "angry");
  g_ptr_array_add (fixture->nodes, fixture->other);
  g_assert_false (etp_spot_dup_datum (&value, &read));
  g_assert_true (isnan (read.u.number));
  etp_datum_clear (&read);
  g_assert_false (etp_spot_dup_datum (&feeling, &read));
  g_assert_true (etp_datum_is_default (&read, etp_spot_get_row (&feeling)));
  write_number (&value, 0.5);
  write_number (&value, 0.6);
  etp_datum_clear (&read);
  g_assert_true (etp_spot_dup_datum (&value, &read));
  g_assert_cmpfloat (read.u.number, ==, 0.6);
  g_assert_false (etp_spot_dup_datum (&feeling, &read));
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Set Emotion");
  g_assert_true (etp_history_undo (history));
  g_assert_false (etp_spot_dup_datum (&value, &read));
  g_assert_cmpuint (etp_node_get_length (fixture->other, ETP_CARD_EMOTIONS), ==, 0);
  write_text (&feeling, "calm");
  assert_text (&feeling, "calm");
  write_text (&feeling, "");
  g_assert_cmpuint (etp_node_get_length (fixture->other, ETP_CARD_EMOTIONS), ==, 0);
  g_assert_cmpuint (etp_node_get_length (fixture->step, ETP_CARD_EMOTIONS), ==, 1);
}

/* So are the votes of a round; a closed one refuses, and nothing of it stays. */
static void
test_votes_of_several (Fixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  EtpNode *round = etp_test_add (fixture->journey, ETP_LIST_VOTE_ROUNDS, "round", ETP_TEST_END);
  const EtpSpot votes = get_spot (fixture, ETP_CARD_VOTES, ETP_VOTE_COUNT, -1, "round");
  EtpDatum three = etp_datum_integer (3), five = etp_datum_integer (5);
  EtpDatum none = etp_datum_integer (ETP_ABSENT_INTEGER), closed = etp_datum_boolean (TRUE);
  g_autoptr (GError) error = NULL;
  g_auto (EtpDatum) read = { 0 };

  g_assert_true (etp_spot_write (&votes, &three, NULL));
  g_ptr_array_add (fixture->nodes, fixture->other);
  g_assert_false (etp_spot_dup_datum (&votes, &read));
  g_assert_true (etp_spot_write (&votes, &five, NULL));
  g_assert_true (etp_spot_dup_datum (&votes, &read));
  g_assert_cmpint (read.u.integer, ==, 5);
  g_assert_true (etp_history_undo (history));
  g_assert_false (etp_spot_dup_datum (&votes, &read));
  g_assert_true (etp_spot_write (&votes, &none, NULL));
  g_assert_cmpuint (etp_node_get_length (fixture->step, ETP_CARD_VOTES), ==, 0);
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_edit_set (fixture->journey, round, ETP_VOTE_ROUND_CLOSED, &closed, NULL));
  five = etp_datum_integer (5);
  g_assert_false (etp_spot_write (&votes, &five, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_assert_cmpuint (etp_node_get_length (fixture->other, ETP_CARD_VOTES), ==, 0);
}

/* Something new, named at once: one step takes back both. */
static void
test_create (Fixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  EtpNodeList *channels = etp_journey_get_list (fixture->journey, ETP_LIST_CHANNELS);
  const EtpSpot spot = get_spot (fixture, ETP_CARD_CHANNELS, -1, -1, NULL);

  g_assert_true (etp_spot_create (&spot, ETP_LIST_CHANNELS, "Shop", NULL));
  g_assert_true (etp_spot_create (&spot, ETP_LIST_CHANNELS, "Phone", NULL));
  g_assert_cmpuint (etp_node_list_get_length (channels), ==, 2);
  g_assert_cmpuint (etp_node_get_length (fixture->step, ETP_CARD_CHANNELS), ==, 2);
  g_assert_true (etp_history_undo (history));
  g_assert_cmpuint (etp_node_list_get_length (channels), ==, 1);
  g_assert_cmpuint (etp_node_get_length (fixture->step, ETP_CARD_CHANNELS), ==, 1);
}

/* An image comes into the journey and is named there, in one step. */
static void
test_image (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *assets = etp_journey_get_list (fixture->journey, ETP_LIST_ASSETS);
  const EtpSpot spot = get_spot (fixture, ETP_CARD_IMAGE, -1, -1, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("picture", 7);

  g_assert_true (etp_spot_set_image (&spot, "image/png", bytes, NULL));
  g_assert_cmpuint (etp_node_list_get_length (assets), ==, 1);
  g_assert_cmpstr (etp_node_get_text (fixture->step, ETP_CARD_IMAGE), ==,
                   etp_node_get_id (etp_node_list_get (assets, 0)));
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_cmpuint (etp_node_list_get_length (assets), ==, 0);
  g_assert_cmpstr (etp_node_get_text (fixture->step, ETP_CARD_IMAGE), ==, "");
}

/* What is replaced or taken away goes, unless something else shows it; one step brings it back. */
static void
test_image_replaced (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *assets = etp_journey_get_list (fixture->journey, ETP_LIST_ASSETS);
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  const EtpSpot spot = get_spot (fixture, ETP_CARD_IMAGE, -1, -1, NULL);
  g_autoptr (GBytes) whole = g_bytes_new_static ("whole", 5);
  g_autoptr (GBytes) part = g_bytes_new_static ("part", 4);
  g_autofree char *first = NULL;
  g_autofree char *state = NULL;

  g_assert_true (etp_spot_set_image (&spot, "image/png", whole, NULL));
  first = g_strdup (etp_node_get_text (fixture->step, ETP_CARD_IMAGE));
  g_assert_true (etp_spot_set_image (&spot, "image/png", part, NULL));
  g_assert_cmpuint (etp_node_list_get_length (assets), ==, 1);
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Edit Image");
  g_assert_true (etp_history_undo (history));
  g_assert_cmpstr (etp_node_get_text (fixture->step, ETP_CARD_IMAGE), ==, first);
  g_assert_cmpuint (etp_node_list_get_length (assets), ==, 1);
  /* The same again is no loss. */
  g_assert_true (etp_spot_set_image (&spot, "image/png", whole, NULL));
  g_assert_cmpuint (etp_node_list_get_length (assets), ==, 1);
  /* Another card shows it as well. */
  g_assert_true (etp_edit_set_text (fixture->journey, fixture->other, ETP_CARD_IMAGE, first, NULL));
  g_assert_true (etp_spot_set_image (&spot, "image/png", part, NULL));
  g_assert_cmpuint (etp_node_list_get_length (assets), ==, 2);
  g_assert_true (etp_spot_set_image (&spot, NULL, NULL, NULL));
  g_assert_cmpuint (etp_node_list_get_length (assets), ==, 1);
  g_assert_cmpstr (etp_node_get_text (fixture->step, ETP_CARD_IMAGE), ==, "");
  g_assert_cmpstr (etp_node_get_text (fixture->other, ETP_CARD_IMAGE), ==, first);
  /* An earlier state does. */
  state = g_strdup_printf ("{\"image\": \"%s\"}", first);
  g_assert_nonnull (
      etp_edit_take_snapshot (fixture->journey, "Before", "2026-03-01", "", state, NULL));
  g_ptr_array_index (fixture->nodes, 0) = fixture->other;
  g_assert_true (etp_spot_set_image (&spot, NULL, NULL, NULL));
  g_assert_cmpuint (etp_node_list_get_length (assets), ==, 1);
}

static void
assert_tags (EtpNode *card, const char *joined)
{
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < etp_node_get_length (card, ETP_CARD_TAGS); i++)
    g_string_append_printf (tags, "%s%s", i > 0 ? " " : "",
                            etp_node_get_text_at (card, ETP_CARD_TAGS, i));
  g_assert_cmpstr (tags->str, ==, joined);
}

/* What is added to a list is a step, however soon another one follows. */
static void
test_items_one_by_one (Fixture *fixture, gconstpointer data)
{
  static const char *const first[] = { "a", NULL };
  static const char *const second[] = { "b", NULL };
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  const EtpSpot spot = get_spot (fixture, ETP_CARD_TAGS, -1, -1, NULL);

  g_assert_true (etp_spot_change_items (&spot, NULL, first, NULL));
  g_assert_true (etp_spot_change_items (&spot, NULL, second, NULL));
  assert_tags (fixture->step, "a b");
  g_assert_true (etp_history_undo (history));
  assert_tags (fixture->step, "a");
  g_assert_true (etp_history_undo (history));
  assert_tags (fixture->step, "");
}

/* Of lists what is common is shown, and each card keeps what else it has. */
static void
test_items_of_several (Fixture *fixture, gconstpointer data)
{
  static const char *const first[] = { "a", "b", "c", NULL };
  static const char *const second[] = { "c", "d", "a", NULL };
  static const char *const more[] = { "e", "a", NULL };
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  const EtpSpot spot = get_spot (fixture, ETP_CARD_TAGS, -1, -1, NULL);
  g_auto (EtpDatum) common = { 0 };

  g_assert_true (etp_spot_change_items (&spot, NULL, first, NULL));
  fixture->nodes->pdata[0] = fixture->other;
  g_assert_true (etp_spot_change_items (&spot, NULL, second, NULL));
  fixture->nodes->pdata[0] = fixture->step;
  g_ptr_array_add (fixture->nodes, fixture->other);
  g_assert_false (etp_spot_dup_datum (&spot, &common));
  g_assert_cmpuint (common.u.items->len, ==, 2);
  g_assert_cmpstr (common.u.items->pdata[0], ==, "a");
  g_assert_cmpstr (common.u.items->pdata[1], ==, "c");
  g_assert_true (etp_spot_change_items (&spot, NULL, more, NULL));
  assert_tags (fixture->step, "a b c e");
  assert_tags (fixture->other, "c d a e");
  g_assert_true (etp_spot_change_items (&spot, "c", NULL, NULL));
  assert_tags (fixture->step, "a b e");
  assert_tags (fixture->other, "d a e");
  g_assert_true (etp_history_undo (history));
  assert_tags (fixture->other, "c d a e");
  g_assert_true (etp_history_undo (history));
  assert_tags (fixture->step, "a b c");
}

/* What is created while several are selected is named by all of them, beside what they name. */
static void
test_create_for_several (Fixture *fixture, gconstpointer data)
{
  static const char *const max[] = { "max", NULL };
  const EtpSpot spot = get_spot (fixture, ETP_CARD_PERSONAS, -1, -1, NULL);

  g_assert_true (etp_spot_change_items (&spot, NULL, max, NULL));
  g_ptr_array_add (fixture->nodes, fixture->other);
  g_assert_true (etp_spot_create (&spot, ETP_LIST_PERSONAS, "Kim", NULL));
  g_assert_cmpuint (etp_node_get_length (fixture->step, ETP_CARD_PERSONAS), ==, 2);
  g_assert_cmpuint (etp_node_get_length (fixture->other, ETP_CARD_PERSONAS), ==, 1);
  g_assert_cmpstr (etp_node_get_text_at (fixture->step, ETP_CARD_PERSONAS, 0), ==, "max");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  const EtpSpot spot = get_spot (fixture, ETP_CARD_CHANNELS, -1, -1, NULL);
  g_autoptr (GError) error = NULL;

  etp_journey_set_read_only (fixture->journey, TRUE);
  g_assert_false (etp_spot_create (&spot, ETP_LIST_CHANNELS, "Shop", &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/model/spot/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("field", test_field);
  ADD ("several", test_several);
  ADD ("nested", test_nested);
  ADD ("items", test_items);
  ADD ("items-coalesce", test_items_coalesce);
  ADD ("emotion", test_emotion);
  ADD ("feeling-follows", test_feeling_follows);
  ADD ("emotion-of-several", test_emotion_of_several);
  ADD ("votes-of-several", test_votes_of_several);
  ADD ("create", test_create);
  ADD ("image", test_image);
  ADD ("image-replaced", test_image_replaced);
  ADD ("items-one-by-one", test_items_one_by_one);
  ADD ("items-of-several", test_items_of_several);
  ADD ("create-for-several", test_create_for_several);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
