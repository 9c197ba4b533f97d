/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "etp-test-build.h"
#include "etp-test-random.h"
#include "file/etp-load.h"
#include "file/etp-snapshot.h"
#include "file/etp-writer.h"
#include "model/etp-change.h"
#include "model/etp-check.h"
#include "model/etp-compare.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-limits.h"

/* Taking a state, coming back to it, and coming back from that. */

static EtpNode *
take (EtpJourney *journey, const char *name)
{
  g_autofree char *json = etp_snapshot_write (journey);
  g_autoptr (GError) error = NULL;
  EtpNode *snapshot = etp_edit_take_snapshot (journey, name, "2026-03-02", "Ada", json, &error);

  g_assert_no_error (error);
  g_assert_nonnull (snapshot);
  return snapshot;
}

static void
assert_same_bytes (GBytes *one, GBytes *other)
{
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one),
                   g_bytes_get_data (other, NULL), g_bytes_get_size (other));
}

static void
test_take (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNode *snapshot = take (journey, "after the workshop");
  g_autoptr (EtpJourney) state = etp_snapshot_read (snapshot, NULL);
  g_autoptr (EtpComparison) comparison = NULL;

  g_assert_nonnull (state);
  g_assert_cmpstr (etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME), ==, "after the workshop");
  g_assert_cmpstr (etp_node_get_text (snapshot, ETP_SNAPSHOT_AUTHOR), ==, "Ada");
  g_assert_cmpuint (etp_node_list_get_length (etp_journey_get_list (state, ETP_LIST_ASSETS)), ==,
                    0);
  g_assert_cmpuint (etp_node_list_get_length (etp_journey_get_list (state, ETP_LIST_SNAPSHOTS)), ==,
                    0);
  comparison = etp_compare (state, journey, ETP_COMPARE_CONTENT);
  g_assert_true (etp_comparison_is_empty (comparison));
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (journey)), ==,
                   "Take Snapshot");
}

/* The document with it is read back as it was written. */
static void
test_travels (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GBytes) bytes = NULL, again = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;

  take (journey, "one");
  bytes = etp_write_journey (journey);
  loaded = etp_load_bytes (bytes, NULL, NULL);
  g_assert_nonnull (loaded);
  again = etp_write_journey (loaded->journey);
  assert_same_bytes (bytes, again);
}

/* Whatever was done since: restoring gives the state's bytes, undo those before it. */
static void
test_restore (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (EtpJourney) state = NULL;
      g_autoptr (GBytes) edited = NULL, undone = NULL;
      g_autoptr (GError) error = NULL;
      guint64 serial;

      state = etp_snapshot_read (take (journey, "then"), NULL);
      before = etp_snapshot_write (journey);
      for (guint i = 0; i < 40; i++)
        {
          EtpVerb verb = (EtpVerb) g_rand_int_range (random, 0, ETP_N_VERBS);

          /* Images that go are another test; one goes with the last state that shows it. */
          if (verb != etp_verb_for_list (ETP_LIST_ASSETS, ETP_VERB_ACTION_REMOVE)
              && verb != etp_verb_for_list (ETP_LIST_SNAPSHOTS, ETP_VERB_ACTION_REMOVE)
              && verb != ETP_VERB_SEVERAL_REMOVE)
            etp_test_random_verb (journey, random, verb);
        }
      edited = etp_write_journey (journey);
      serial = etp_journey_get_serial (journey);
      g_assert_true (etp_edit_restore (journey, state, &error));
      g_assert_no_error (error);
      etp_journey_assert_valid (journey);
      after = etp_snapshot_write (journey);
      g_assert_cmpstr (before, ==, after);
      if (etp_journey_get_serial (journey) == serial) /* the last verb had restored it */
        continue;
      g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (journey)), ==,
                       "Restore Snapshot");
      g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
      undone = etp_write_journey (journey);
      assert_same_bytes (edited, undone);
    }
}

static void
count_moves (EtpJourney *journey, GPtrArray *changes, gpointer user_data)
{
  for (guint i = 0; i < changes->len; i++)
    *(guint *) user_data += ((EtpChange *) changes->pdata[i])->kind == ETP_CHANGE_MOVE;
}

/* What was dragged from one end to the other since goes back; all else stays where it is. */
static void
test_restore_order (void)
{
  static const struct
  {
    guint from, to; /* G_MAXUINT: the last place */
  } moves[] = { { 0, G_MAXUINT }, { G_MAXUINT, 0 }, { 1, 4 }, { 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      g_autoptr (EtpJourney) state = etp_snapshot_read (take (journey, "then"), NULL);
      EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
      EtpNodeList *wanted = etp_journey_get_list (state, ETP_LIST_CARDS);
      const guint last = etp_node_list_get_length (cards) - 1;
      EtpNode *card = etp_node_list_get (cards, MIN (moves[i].from, last));
      guint n = 0;

      g_assert_cmpuint (etp_node_list_get_index (cards, card), ==, MIN (moves[i].from, last));
      g_assert_true (etp_edit_move (journey, card, MIN (moves[i].to, last), NULL));
      g_assert_cmpuint (etp_node_list_get_index (cards, card), ==, MIN (moves[i].to, last));
      etp_journey_set_recorder (journey, count_moves, &n);
      g_assert_true (etp_edit_restore (journey, state, NULL));
      etp_journey_set_recorder (journey, NULL, NULL);
      g_assert_cmpuint (n, ==, 1);
      for (guint j = 0; j <= last; j++)
        {
          EtpNode *node = etp_node_list_get (cards, j);

          g_assert_cmpstr (etp_node_get_id (node), ==,
                           etp_node_get_id (etp_node_list_get (wanted, j)));
          g_assert_cmpuint (etp_node_list_get_index (cards, node), ==, j);
        }
    }
}

/* Restoring what is there already is no step. */
static void
test_restore_nothing (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) state = etp_snapshot_read (take (journey, "now"), NULL);
  guint64 serial = etp_journey_get_serial (journey);

  g_assert_true (etp_edit_restore (journey, state, NULL));
  g_assert_cmpuint (etp_journey_get_serial (journey), ==, serial);
}

static void
test_missing_image (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) state = etp_snapshot_read (take (journey, "then"), NULL);
  EtpNode *image = etp_journey_get_node (journey, "face");

  g_assert_true (etp_edit_remove (journey, image, NULL));
  g_assert_true (etp_edit_restore (journey, state, NULL));
  g_assert_cmpstr (etp_node_get_text (etp_journey_get_node (journey, "picture"), ETP_CARD_IMAGE),
                   ==, "");
  g_assert_true (etp_check (journey, NULL));
}

static void
test_missing_subject (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) state = NULL;
  EtpNode *comment;

  etp_test_add (journey, ETP_LIST_COMMENTS, "said", ETP_COMMENT_ON, "before", ETP_COMMENT_TEXT,
                "Long ago", ETP_TEST_END);
  state = etp_snapshot_read (take (journey, "then"), NULL);
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "before"), NULL));
  g_assert_null (etp_journey_get_node (journey, "said"));
  g_assert_true (etp_edit_restore (journey, state, NULL));
  comment = etp_journey_get_node (journey, "said");
  g_assert_cmpstr (etp_node_get_text (comment, ETP_COMMENT_TEXT), ==, "Long ago");
  g_assert_cmpstr (etp_node_get_text (comment, ETP_COMMENT_ON), ==, "");
  g_assert_true (etp_check (journey, NULL));
}

static void
test_refusals (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) state = etp_snapshot_read (take (journey, "then"), NULL);
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *large = g_strnfill (ETP_LIMIT_TEXT_BYTES + 1, ' ');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ETP_LIMIT_DEPTH - 3; i++)
    g_string_append (deep, "[");
  etp_edit_take_snapshot (journey, "", "", "", deep->str, &error);
  g_assert_no_error (error);
  g_string_append (deep, "[");
  g_assert_null (etp_edit_take_snapshot (journey, "", "", "", deep->str, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (etp_edit_take_snapshot (journey, "", "", "", large, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (etp_edit_take_snapshot (journey, "", "today", "", "{}", &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE);
  g_clear_error (&error);
  etp_journey_set_read_only (journey, TRUE);
  g_assert_false (etp_edit_restore (journey, state, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_READ_ONLY);
}

static void
test_without (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (EtpComparison) comparison = NULL;

  take (journey, "one");
  bytes = etp_write_journey_without_snapshots (journey);
  loaded = etp_load_bytes (bytes, NULL, NULL);
  g_assert_nonnull (loaded);
  comparison = etp_compare (journey, loaded->journey, ETP_COMPARE_ALL);
  g_assert_cmpuint (comparison->differences->len, ==, 2);
  g_assert_cmpuint (etp_comparison_count (comparison, ETP_LIST_SNAPSHOTS, ETP_DIFFERENCE_REMOVED),
                    ==, 2);
}

/* A picture of its own for a card. */
static EtpJourney *
create_with_photo (void)
{
  EtpJourney *journey = etp_test_journey_new_sample ();

  etp_test_add (journey, ETP_LIST_ASSETS, "photo", ETP_ASSET_TYPE, "image/png", ETP_ASSET_DATA,
                "a photo", ETP_TEST_END);
  return journey;
}

static void
show_photo (EtpJourney *journey)
{
  g_assert_true (etp_edit_set_text (journey, etp_journey_get_node (journey, "picture"),
                                    ETP_CARD_IMAGE, "photo", NULL));
}

static gboolean
has_photo (GBytes *bytes)
{
  g_autoptr (EtpLoaded) loaded = etp_load_bytes (bytes, NULL, NULL);

  g_assert_nonnull (loaded);
  return etp_journey_get_node (loaded->journey, "photo") != NULL;
}

/* What only earlier states show stays behind with them. */
static void
test_without_pictures (void)
{
  g_autoptr (EtpJourney) journey = create_with_photo ();
  g_autoptr (GBytes) shown = NULL, whole = NULL, bare = NULL;

  show_photo (journey);
  take (journey, "with a picture");
  shown = etp_write_journey_without_snapshots (journey);
  g_assert_true (has_photo (shown));
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "picture"), NULL));
  whole = etp_write_journey (journey);
  g_assert_true (has_photo (whole));
  bare = etp_write_journey_without_snapshots (journey);
  g_assert_false (has_photo (bare));
}

/* What a later version names stays, even if this one does not know how. */
static void
test_without_unknown (void)
{
  static const char text[] =
      "{\"format\":\"etappe-journey\",\"version\":1,\"x-cover\":{\"image\":\"photo\"},"
      "\"assets\":[{\"id\":\"photo\",\"type\":\"image/png\",\"data\":\"YQ==\"},"
      "{\"id\":\"other\",\"type\":\"image/png\",\"data\":\"YQ==\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (EtpLoaded) loaded = etp_load_bytes (bytes, NULL, NULL);
  g_autoptr (GBytes) copy = NULL;

  g_assert_nonnull (loaded);
  copy = etp_write_journey_without_snapshots (loaded->journey);
  g_assert_true (has_photo (copy));
  g_assert_null (strstr (g_bytes_get_data (copy, NULL), "\"other\""));
}

/* Nobody finds a picture that only the state showed from which a restoring led away. */
static void
test_restore_drops (void)
{
  g_autoptr (EtpJourney) journey = create_with_photo ();
  g_autoptr (EtpJourney) state = etp_snapshot_read (take (journey, "then"), NULL);

  show_photo (journey);
  g_assert_true (etp_edit_restore (journey, state, NULL));
  g_assert_null (etp_journey_get_node (journey, "photo"));
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_nonnull (etp_journey_get_node (journey, "photo"));
}

/* A snapshot that somebody has written by hand says what is wrong with it. */
static void
test_broken (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNode *snapshot = etp_edit_take_snapshot (journey, "odd", "", "", "{\"format\":1}", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (etp_snapshot_read (snapshot, &error));
  g_assert_nonnull (strstr (error->message, "odd"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/snapshot/take", test_take);
  g_test_add_func ("/snapshot/travels", test_travels);
  g_test_add_func ("/snapshot/restore", test_restore);
  g_test_add_func ("/snapshot/restore-order", test_restore_order);
  g_test_add_func ("/snapshot/restore-nothing", test_restore_nothing);
  g_test_add_func ("/snapshot/missing-image", test_missing_image);
  g_test_add_func ("/snapshot/missing-subject", test_missing_subject);
  g_test_add_func ("/snapshot/refusals", test_refusals);
  g_test_add_func ("/snapshot/without", test_without);
  g_test_add_func ("/snapshot/without-pictures", test_without_pictures);
  g_test_add_func ("/snapshot/without-unknown", test_without_unknown);
  g_test_add_func ("/snapshot/restore-drops", test_restore_drops);
  g_test_add_func ("/snapshot/broken", test_broken);
  return g_test_run ();
}
