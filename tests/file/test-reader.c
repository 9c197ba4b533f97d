/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-reader.h"

#include <math.h>
#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-limits.h"
#include "file/etp-upgrade.h"
#include "file/etp-writer.h"
#include "file-test.h"

static EtpNode *
get (const EtpLoaded *loaded, const char *id)
{
  EtpNode *node = etp_journey_get_node (loaded->journey, id);

  g_assert_nonnull (node);
  return node;
}

static EtpLoaded *
load (const char *members)
{
  g_autoptr (GBytes) bytes = file_test_document (members);

  return file_test_load (bytes);
}

static void
assert_refused (const char *members, EtpFileError code, const char *part)
{
  g_autoptr (GBytes) bytes = file_test_document (members);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_bytes (bytes, NULL, &error);

  g_assert_null (loaded);
  file_test_assert_error (error, code, part);
}

/* A value of every type arrives as what it is. */
static void
test_types (void)
{
  g_autoptr (EtpLoaded) loaded = load (
      "\"title\": \"Webshop \\u00fc\", \"state\": \"to-be\", \"tags\": [\"a\", \"\"],"
      "\"workshopDate\": \"2026-03-31\", \"theme\": {\"accent\": \"#12abEF\"},"
      "\"cards\": [{\"id\": \"c\", \"duration\": \"PT20M\", \"severity\": 3.0,"
      "\"momentOfTruth\": true, \"revenue\": -0, \"personas\": [\"p\"], \"lane\": \"l\","
      "\"emotions\": [{\"persona\": \"p\", \"value\": -1.2, \"ratings\": [1, -2]}, {}]}],"
      "\"assets\": [{\"id\": \"a\", \"type\": \"image/png\", \"data\": \"AAEC/w==\"}],"
      "\"snapshots\": [{\"id\": \"s\", \"journey\": {\"cards\": [1.0]}}]");
  EtpNode *root = ETP_NODE (loaded->journey), *card = get (loaded, "c");
  EtpValue *emotion = etp_node_get_value_at (card, ETP_CARD_EMOTIONS, 0);
  GBytes *data = etp_node_get_bytes (get (loaded, "a"), ETP_ASSET_DATA);

  g_assert_cmpstr (etp_node_get_text (root, ETP_JOURNEY_TITLE), ==, "Webshop ü");
  g_assert_cmpint (etp_node_get_enum (root, ETP_JOURNEY_STATE), ==, ETP_STATE_TO_BE);
  g_assert_cmpuint (etp_node_get_length (root, ETP_JOURNEY_TAGS), ==, 2);
  g_assert_cmpstr (etp_node_get_text_at (root, ETP_JOURNEY_TAGS, 1), ==, "");
  g_assert_cmpstr (etp_node_get_text (root, ETP_JOURNEY_WORKSHOP_DATE), ==, "2026-03-31");
  g_assert_cmpstr (
      etp_value_get_text (etp_node_get_value (root, ETP_JOURNEY_THEME), ETP_THEME_ACCENT), ==,
      "#12abEF");
  g_assert_cmpint (etp_node_get_integer (card, ETP_CARD_SEVERITY), ==, 3);
  g_assert_true (etp_node_get_boolean (card, ETP_CARD_MOMENT_OF_TRUTH));
  g_assert_false (signbit (etp_node_get_number (card, ETP_CARD_REVENUE)));
  g_assert_true (isnan (etp_node_get_number (card, ETP_CARD_COST)));
  g_assert_cmpuint (etp_node_get_length (card, ETP_CARD_EMOTIONS), ==, 2);
  g_assert_cmpfloat (etp_value_get_number (emotion, ETP_EMOTION_VALUE), ==, -1.2);
  g_assert_cmpfloat (etp_record_get_number_at (etp_value_record (emotion), ETP_EMOTION_RATINGS, 1),
                     ==, -2);
  g_assert_cmpmem (g_bytes_get_data (data, NULL), g_bytes_get_size (data), "\0\1\2\377", 4);
  g_assert_cmpstr (etp_node_get_text (get (loaded, "s"), ETP_SNAPSHOT_JOURNEY), ==,
                   "{\"cards\":[1.0]}");
}

/* A member that this version does not know is kept where it was, a number with its digits; so is
 * an unknown word, an unknown lane kind and a reference to nothing. */
static void
test_unknown (void)
{
  g_autoptr (EtpLoaded) loaded = load (
      "\"x-root\": [1E+3, {\"b\": 0.10, \"a\": \"\\u00e4\\/\"}], \"lanes\": [{\"id\": \"l\","
      "\"kind\": \"hologram\", \"x-lane\": 12345678901234567}], \"cards\": [{\"id\": \"c\","
      "\"lane\": \"nowhere\", \"emotions\": [{\"x-e\": null, \"value\": 1}]}]");
  g_autoptr (GBytes) written = etp_write_journey (loaded->journey);
  g_autoptr (EtpLoaded) again = file_test_load (written);
  const char *text = g_bytes_get_data (written, NULL);

  g_assert_cmpint (etp_node_get_enum (get (loaded, "l"), ETP_LANE_KIND), ==, -1);
  g_assert_cmpstr (etp_node_get_word (get (loaded, "l"), ETP_LANE_KIND), ==, "hologram");
  g_assert_cmpstr (etp_node_get_text (get (again, "c"), ETP_CARD_LANE), ==, "nowhere");
  g_assert_nonnull (strstr (text, "\"x-lane\": 12345678901234567"));
  g_assert_nonnull (strstr (text, "{ \"value\": 1, \"x-e\": null }"));
  g_assert_nonnull (strstr (text, "  \"x-root\": [\n    1E+3,\n    {\n      \"b\": 0.10,\n"
                                  "      \"a\": \"ä/\"\n    }\n  ]\n}\n"));
}

static void
test_derived_ids (void)
{
  g_autoptr (EtpLoaded) loaded = load (
      "\"cards\": [{}, {\"id\": \"card-3\"}, {}, {\"id\": \"x\"}], \"keyMoments\": [{}]");
  EtpNodeList *cards = etp_journey_get_list (loaded->journey, ETP_LIST_CARDS);

  g_assert_cmpstr (etp_node_get_id (etp_node_list_get (cards, 0)), ==, "card-1");
  g_assert_cmpstr (etp_node_get_id (etp_node_list_get (cards, 2)), ==, "card-3-2");
  get (loaded, "key-moment-1");
}

static void
test_ids (void)
{
  g_autofree char *longest = g_strnfill (ETP_LIMIT_ID_LENGTH, 'x');
  g_autofree char *at = g_strdup_printf ("\"cards\": [{\"id\": \"%s\"}]", longest);
  g_autofree char *past = g_strdup_printf ("\"cards\": [{\"id\": \"%sx\"}]", longest);
  g_autoptr (EtpLoaded) loaded = load (at);

  get (loaded, longest);
  assert_refused (past, ETP_FILE_ERROR_INVALID, "An id must be");
  assert_refused ("\"cards\": [{\"id\": \"\"}]", ETP_FILE_ERROR_INVALID, "An id must be");
  assert_refused ("\"cards\": [{\"id\": \"ä\"}]", ETP_FILE_ERROR_INVALID, "An id must be");
  /* Ids are unique in the whole document. */
  assert_refused ("\"cards\": [{\"id\": \"a\"}], \"lanes\": [{\"id\": \"a\"}]",
                  ETP_FILE_ERROR_INVALID, "“a” is taken");
}

static void
test_newer (void)
{
  g_autoptr (GBytes) bytes = file_test_bytes (
      "{\"format\": \"etappe-journey\", \"version\": 2, \"title\": \"T\", \"hovers\": {}}");
  g_autoptr (EtpLoaded) loaded = file_test_load (bytes);
  g_autoptr (EtpLoaded) present = load ("");

  g_assert_true (loaded->is_newer);
  g_assert_cmpuint (loaded->version, ==, 2);
  g_assert_true (etp_journey_get_read_only (loaded->journey));
  g_assert_cmpstr (etp_node_get_text (loaded->journey, ETP_JOURNEY_TITLE), ==, "T");
  g_assert_false (present->is_newer);
  g_assert_false (etp_journey_get_read_only (present->journey));
}

/* As for all whole numbers, and as the schema says: 1.0 is 1, and there is no largest one. */
static void
test_versions (void)
{
  static const struct
  {
    const char *text;
    guint version; /* 0: refused */
  } rows[] = { { "1.0", 1 },  { "1e0", 1 },  { "2.0", 2 }, { "99999999999", G_MAXINT },
               { "1.5", 0 },  { "0", 0 },    { "-1", 0 },  { "\"1\"", 0 },
               { "true", 0 }, { "null", 0 }, { "0.0", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\": \"etappe-journey\", \"version\": %s}",
                                               rows[i].text);
      g_autoptr (GBytes) bytes = file_test_bytes (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpLoaded) loaded = etp_load_bytes (bytes, "a", &error);

      if (rows[i].version == 0)
        file_test_assert_error (error, ETP_FILE_ERROR_INVALID, "“version” must be");
      else
        {
          g_assert_no_error (error);
          g_assert_cmpuint (loaded->version, ==, rows[i].version);
        }
    }
}

static GBytes *
to_b (GBytes *document, GError **error)
{
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (document, NULL),
                                               (gssize) g_bytes_get_size (document));

  g_string_append_c (text, 'b');
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static GBytes *
to_c (GBytes *document, GError **error)
{
  etp_file_error_set (error, ETP_FILE_ERROR_INVALID, NULL, 0, 0, "no way");
  return NULL;
}

/* Steps run from the document's version to the last, and the first that fails ends it. */
static void
test_upgrade (void)
{
  static const EtpUpgradeStep steps[] = { NULL, to_b, to_b, to_c, NULL };
  g_autoptr (GBytes) document = file_test_bytes ("a");
  g_autoptr (GBytes) same = etp_upgrade (document, 3, 3, steps, NULL);
  g_autoptr (GBytes) two = etp_upgrade (document, 1, 3, steps, NULL);
  g_autoptr (GBytes) one = etp_upgrade (document, 2, 3, steps, NULL);
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (same == document);
  g_assert_cmpmem (g_bytes_get_data (two, NULL), g_bytes_get_size (two), "abb", 3);
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one), "ab", 2);
  none = etp_upgrade (document, 1, 4, steps, &error);
  g_assert_null (none);
  file_test_assert_error (error, ETP_FILE_ERROR_INVALID, "no way");
}

static GString *
repeat (const char *unit, gsize times)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < times; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", unit);
  return text;
}

static void
check_list_limit (const char *format_before, const char *unit, const char *after)
{
  g_autoptr (GString) at = repeat (unit, ETP_LIMIT_ITEMS);
  g_autoptr (GString) past = repeat (unit, ETP_LIMIT_ITEMS + 1);
  g_autofree char *good = g_strconcat (format_before, at->str, after, NULL);
  g_autofree char *bad = g_strconcat (format_before, past->str, after, NULL);
  g_autoptr (EtpLoaded) loaded = load (good);
  g_autoptr (GBytes) bytes = file_test_document (bad);
  g_autoptr (GError) error = NULL;

  g_assert_null (etp_load_bytes (bytes, NULL, &error));
  g_assert_nonnull (strstr (error->message, "items"));
}

static void
test_item_limits (void)
{
  check_list_limit ("\"cards\": [{\"id\": \"c\", \"tags\": [", "\"a\"", "]}]");
  check_list_limit ("\"cards\": [{\"id\": \"c\", \"emotions\": [", "{}", "]}]");
  check_list_limit ("\"cards\": [{\"id\": \"c\", \"emotions\": [{\"ratings\": [", "1", "]}]}]");
}

static void
test_text_limit (void)
{
  g_autofree char *text = g_strnfill (ETP_LIMIT_ONE_TEXT_BYTES, 'x');
  g_autofree char *at = g_strdup_printf ("\"title\": \"%s\"", text);
  g_autofree char *past = g_strdup_printf ("\"title\": \"%sx\"", text);
  g_autoptr (EtpLoaded) loaded = load (at);

  g_assert_nonnull (loaded);
  assert_refused (past, ETP_FILE_ERROR_INVALID, "longer than");
}

/* What could be opened now, but not any more after it was saved, is refused: more objects than can
 * be written in 16 MiB, and an object that has no room for its id. */
static void
test_written_limits (void)
{
  g_autoptr (GString) bare = repeat ("{}", 700000);
  g_autofree char *nodes = g_strdup_printf ("\"cards\": [%s]", bare->str);
  g_autoptr (GString) full = g_string_new ("\"cards\": [{\"m\":0");
  g_autoptr (EtpLoaded) loaded = NULL;

  assert_refused (nodes, ETP_FILE_ERROR_TOO_LARGE, "16 MiB");
  for (guint i = 1; i < ETP_LIMIT_MEMBERS; i++)
    g_string_append_printf (full, ",\"m%u\":0", i);
  g_string_append (full, "}]");
  assert_refused (full->str, ETP_FILE_ERROR_TOO_LARGE, "256 members, its id");
  g_string_replace (full, "\"m\":0", "\"id\":\"c\"", 1);
  loaded = load (full->str);
  g_assert_nonnull (loaded);
}

/* 330,000 cards of 3 values each fit, but not with 330,000 ids; and a text that fits grows past
 * 16 MiB by its line breaks. */
static void
test_derived_limits (void)
{
  g_autoptr (GString) cards = repeat ("{\"tags\":[\"a\"]}", 330000);
  g_autoptr (GString)
      values = repeat ("{\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\":[0]}", 300000);
  g_autofree char *many = g_strdup_printf ("\"cards\": [%s]", cards->str);
  g_autofree char *deep = g_strdup_printf ("\"x-deep\": [%s]", values->str);

  assert_refused (many, ETP_FILE_ERROR_TOO_LARGE, "an id for each object");
  assert_refused (deep, ETP_FILE_ERROR_TOO_LARGE, "16 MiB without its pictures");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/versions", test_versions);
  g_test_add_func ("/reader/types", test_types);
  g_test_add_func ("/reader/unknown", test_unknown);
  g_test_add_func ("/reader/derived-ids", test_derived_ids);
  g_test_add_func ("/reader/ids", test_ids);
  g_test_add_func ("/reader/newer", test_newer);
  g_test_add_func ("/reader/upgrade", test_upgrade);
  g_test_add_func ("/reader/limit/items", test_item_limits);
  g_test_add_func ("/reader/limit/text", test_text_limit);
  g_test_add_func ("/reader/limit/written", test_written_limits);
  g_test_add_func ("/reader/limit/derived", test_derived_limits);
  return g_test_run ();
}
