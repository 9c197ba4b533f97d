/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-json-guard.h"

#include "file-test.h"

static const char text[] = "\xef\xbb\xbf{\n"
                           "  \"cards\": [\n"
                           "    { \"id\": \"a\" },\n"
                           "    { \"id\": \"ä\", \"emotions\": [{ \"value\": -1.5 }, 7] }\n"
                           "  ],\n"
                           "  \"a/b\": 1, \"m~n\": [true], \"esc\\u0061pe\": {\"\": null}\n"
                           "}\n";

static const struct
{
  const char *path;
  guint line, column; /* 0: not there */
} cases[] = {
  { "", 1, 1 },
  { "/cards", 2, 12 },
  { "/cards/0", 3, 5 },
  { "/cards/0/id", 3, 13 },
  { "/cards/1/emotions", 4, 30 },
  { "/cards/1/emotions/0/value", 4, 42 },
  { "/cards/1/emotions/1", 4, 50 },
  { "/cards/1/emotions/2", 0, 0 },
  { "/cards/2", 0, 0 },
  { "/cards/-1", 0, 0 },
  { "/cards/x", 0, 0 },
  { "/cards/0/id/0", 0, 0 },
  { "/a~1b", 6, 10 },
  { "/m~0n/0", 6, 21 },
  { "/escape/", 6, 48 },
  { "/nothing", 0, 0 },
  { "cards", 0, 0 },
};

static void
test_paths (void)
{
  g_autoptr (GBytes) bytes = file_test_bytes (text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint line = 0, column = 0;
      gboolean is_found = etp_json_locate (bytes, cases[i].path, &line, &column);

      g_test_message ("%s", cases[i].path);
      g_assert_cmpint (is_found, ==, cases[i].line != 0);
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

static void
test_unsound (void)
{
  g_autoptr (GBytes) bytes = file_test_bytes ("{\"a\": 1");
  guint line, column;

  g_assert_false (etp_json_locate (bytes, "/a", &line, &column));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-locate/paths", test_paths);
  g_test_add_func ("/json-locate/unsound", test_unsound);
  return g_test_run ();
}
