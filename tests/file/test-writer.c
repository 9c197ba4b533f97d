/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-writer.h"

#include <locale.h>
#include <string.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "etp-test-random.h"
#include "model/etp-history.h"
#include "file-test.h"

/* The layout, letter by letter. */
static const char canonical[] =
    "{\n"
    "  \"format\": \"etappe-journey\",\n"
    "  \"version\": 1,\n"
    "  \"title\": \"Käufe \\\"online\\\"\",\n"
    "  \"status\": \"review\",\n"
    "  \"reviews\": [\n"
    "    {\n"
    "      \"date\": \"2026-03-31\",\n"
    "      \"by\": \"Eva\"\n"
    "    }\n"
    "  ],\n"
    "  \"tags\": [\n"
    "    \"shop\",\n"
    "    \"\"\n"
    "  ],\n"
    "  \"brief\": {\n"
    "    \"industry\": \"Retail\"\n"
    "  },\n"
    "  \"theme\": {},\n"
    "  \"phases\": [\n"
    "    {\n"
    "      \"id\": \"aware\"\n"
    "    }\n"
    "  ],\n"
    "  \"cards\": [\n"
    "    {\n"
    "      \"id\": \"see\",\n"
    "      \"phase\": \"aware\",\n"
    "      \"text\": \"One\\nTwo\\u0001\",\n"
    "      \"emotions\": [\n"
    "        { \"persona\": \"max\", \"value\": -1.2, \"ratings\": [1, -0.5], \"x-e\": {} },\n"
    "        {}\n"
    "      ],\n"
    "      \"severity\": 3,\n"
    "      \"revenue\": 0,\n"
    "      \"tags\": [\n"
    "        \"a\"\n"
    "      ],\n"
    "      \"x-mine\": {\n"
    "        \"list\": [1.50, { \"k\": [] }]\n"
    "      }\n"
    "    }\n"
    "  ],\n"
    "  \"snapshots\": [\n"
    "    {\n"
    "      \"id\": \"then\",\n"
    "      \"journey\": {\n"
    "        \"cards\": [\n"
    "          {\n"
    "            \"id\": \"see\",\n"
    "            \"tags\": [\n"
    "              { \"a\": 1 }\n"
    "            ]\n"
    "          }\n"
    "        ]\n"
    "      }\n"
    "    }\n"
    "  ],\n"
    "  \"assets\": [\n"
    "    {\n"
    "      \"id\": \"dot\",\n"
    "      \"type\": \"image/png\",\n"
    "      \"data\": \"AAEC/w==\"\n"
    "    }\n"
    "  ],\n"
    "  \"x-last\": null\n"
    "}\n";

static void
assert_written (GBytes *source, const char *expected)
{
  g_autoptr (EtpLoaded) loaded = file_test_load (source);
  g_autoptr (GBytes) written = etp_write_journey (loaded->journey);
  g_autofree char *text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_canonical (void)
{
  g_autoptr (GBytes) bytes = file_test_bytes (canonical);

  assert_written (bytes, canonical);
}

/* Another order, other white space, defaults written out, long numbers: it all becomes the one
 * writing. */
static void
test_rewritten (void)
{
  g_autoptr (GBytes) bytes = file_test_bytes (
      "\xef\xbb\xbf{\"x-last\":null,\"title\":\"K\\u00e4ufe \\\"online\\\"\",\r\n\"owner\":\"\","
      "\"state\":\"as-is\",\"version\":1,\"reviews\":[{\"by\":\"Eva\",\"date\":\"2026-03-31\"}],"
      "\"tags\":[\"shop\",\"\"],\"theme\":{\"accent\":\"\"},\"lanes\":[],"
      "\"brief\":{\"industry\":\"Retail\"},\"status\":\"review\",\"assets\":[{\"data\":"
      "\"AAEC\\/w==\",\"type\":\"image/png\",\"id\":\"dot\"}],\"snapshots\":[{\"journey\":{"
      "\"cards\":[{\"id\":\"see\",\"tags\":[{\"a\":1}]}]},\"id\":\"then\"}],\"phases\":[{\"id\":"
      "\"aware\",\"hidden\":false}],\"cards\":[{\"x-mine\":{\"list\":[1.50,{\"k\":[]}]},\"id\":"
      "\"see\",\"text\":\"One\\nTwo\\u0001\",\"phase\":\"aware\",\"emotions\":[{\"ratings\":"
      "[1.0,-5e-1],\"x-e\":{},\"persona\":\"max\",\"value\":-1.20},{\"note\":\"\"}],"
      "\"severity\":3.0,\"revenue\":-0.0,\"tags\":[\"a\"]}],\"format\":\"etappe-journey\"}");

  assert_written (bytes, canonical);
}

static void
test_empty (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (GBytes) written = etp_write_journey (journey);
  static const char expected[] = "{\n  \"format\": \"etappe-journey\",\n  \"version\": 1\n}\n";

  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), expected,
                   strlen (expected));
}

/* Journeys built in code come back the same, and are written the same again. */
static void
check_journey (EtpJourney *journey)
{
  g_autoptr (GBytes) written = etp_write_journey (journey);
  g_autoptr (EtpLoaded) loaded = file_test_load (written);
  g_autoptr (GBytes) again = etp_write_journey (loaded->journey);
  g_autofree char *before = etp_test_dump (journey);
  g_autofree char *after = etp_test_dump (loaded->journey);

  etp_test_assert_same_dump (before, after);
  g_assert_true (g_bytes_equal (written, again));
}

static void
test_built (void)
{
  g_autoptr (EtpJourney) sample = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) large = etp_test_journey_new_large (2000, 20);

  check_journey (sample);
  check_journey (large);
}

static gboolean
is_written (EtpJourney *journey, GBytes *expected)
{
  g_autoptr (GBytes) written = etp_write_journey (journey);

  return g_bytes_equal (written, expected);
}

/* Every verb there is, many times, then everything undone: not a byte is different. And everything
 * done again: not a byte either. */
static void
test_undo_all (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int rounds = file_test_is_long () ? 200 : 10;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < rounds; i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      EtpHistory *history = etp_journey_get_history (journey);
      g_autoptr (GBytes) before = etp_write_journey (journey);
      g_autoptr (GBytes) after = NULL;

      etp_journey_seed_ids (journey, seed);
      etp_test_random_edits (journey, random, ETP_N_VERBS * 2);
      after = etp_write_journey (journey);
      g_assert_false (g_bytes_equal (before, after));
      check_journey (journey);
      while (etp_history_undo (history))
        continue;
      g_assert_true (is_written (journey, before));
      while (etp_history_redo (history))
        continue;
      g_assert_true (is_written (journey, after));
    }
}

static void
test_locale (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not there");
      return;
    }
  test_canonical ();
  setlocale (LC_ALL, "C");
}

/* The examples that are shipped are canonical: opened and saved, they stay byte for byte. */
static void
test_examples (void)
{
  g_autofree char *folder = file_test_source ("data/examples");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  if (dir == NULL)
    {
      g_test_skip ("data/examples is not there");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpLoaded) loaded = NULL;
      g_autoptr (GBytes) written = NULL;

      if (!g_str_has_suffix (name, ".journey"))
        continue;
      g_test_message ("%s", name);
      loaded = etp_load_file (file, NULL, NULL, &error);
      g_assert_no_error (error);
      written = etp_write_journey (loaded->journey);
      g_assert_true (g_bytes_equal (written, loaded->bytes));
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/canonical", test_canonical);
  g_test_add_func ("/writer/rewritten", test_rewritten);
  g_test_add_func ("/writer/empty", test_empty);
  g_test_add_func ("/writer/built", test_built);
  g_test_add_func ("/writer/undo-all", test_undo_all);
  g_test_add_func ("/writer/locale", test_locale);
  g_test_add_func ("/writer/examples", test_examples);
  return g_test_run ();
}
