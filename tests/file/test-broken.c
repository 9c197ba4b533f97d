/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "file-test.h"

/* tests/data/broken: every file names its error, its place, what stands there and what is expected.
 * A file that is not in this table fails the test. */

static const struct
{
  const char *name;
  EtpFileError code;
  guint line, column;
  const char *part;
} answers[] = {
  { "asset-not-base64", ETP_FILE_ERROR_INVALID, 8, 15, "Base64, but here stands the text “iVB" },
  { "bad-id", ETP_FILE_ERROR_INVALID, 19, 13, "but here stands the text “see this”" },
  { "boolean-text", ETP_FILE_ERROR_INVALID, 7, 24, "must be true or false" },
  { "color", ETP_FILE_ERROR_INVALID, 7, 16, "#12345" },
  { "date", ETP_FILE_ERROR_INVALID, 4, 19, "2026-02-30" },
  { "duplicate-id", ETP_FILE_ERROR_INVALID, 13, 13, "“aware” is taken: it stands in line 7" },
  { "duration", ETP_FILE_ERROR_INVALID, 7, 19, "20 minutes" },
  { "emotion-list", ETP_FILE_ERROR_INVALID, 7, 19, "must be a list of objects" },
  { "emotion-range", ETP_FILE_ERROR_INVALID, 8, 38, "from -2 to 2. Here stands 3." },
  { "empty", ETP_FILE_ERROR_EMPTY, 0, 0, "is empty" },
  { "id-number", ETP_FILE_ERROR_INVALID, 19, 13, "but here stands 7" },
  { "integer-fraction", ETP_FILE_ERROR_INVALID, 7, 19, "a whole number, but here stands 2.5" },
  { "integer-range", ETP_FILE_ERROR_INVALID, 7, 19, "from 1 to 5. Here stands 6." },
  { "integer-text", ETP_FILE_ERROR_INVALID, 7, 19, "here stands the text “high”" },
  { "latin-1", ETP_FILE_ERROR_SYNTAX, 22, 20, "not UTF-8" },
  { "list", ETP_FILE_ERROR_NOT_A_JOURNEY, 1, 1, "a journey is an object" },
  { "list-item-text", ETP_FILE_ERROR_INVALID, 5, 5, "in it stands the text “see”" },
  { "list-object", ETP_FILE_ERROR_INVALID, 4, 12, "“cards” must be a list of objects" },
  { "merge-conflict", ETP_FILE_ERROR_SYNTAX, 22, 1, "conflict was not resolved" },
  { "newer-and-unreadable", ETP_FILE_ERROR_NEWER_VERSION, 4, 12, "version 7" },
  { "no-format", ETP_FILE_ERROR_NOT_A_JOURNEY, 1, 1, "“format” is missing" },
  { "no-version", ETP_FILE_ERROR_INVALID, 1, 1, "“version” is missing" },
  { "not-json", ETP_FILE_ERROR_NOT_JSON, 1, 1, "no JSON" },
  { "nul", ETP_FILE_ERROR_SYNTAX, 22, 22, "NUL" },
  { "number-huge", ETP_FILE_ERROR_INVALID, 7, 18, "Here stands 1e300." },
  { "other-format", ETP_FILE_ERROR_NOT_A_JOURNEY, 2, 13, "is not “etappe-journey”" },
  { "rating-range", ETP_FILE_ERROR_INVALID, 8, 44, "Here stands 2.5." },
  { "ratings-text", ETP_FILE_ERROR_INVALID, 8, 44, "a list of numbers, but here stands the text" },
  { "reference-form", ETP_FILE_ERROR_INVALID, 9, 9, "max muster" },
  { "reference-number", ETP_FILE_ERROR_INVALID, 7, 15, "the id of another object" },
  { "repeated-member", ETP_FILE_ERROR_SYNTAX, 23, 7, "“lane” stands twice" },
  { "snapshot-text", ETP_FILE_ERROR_INVALID, 7, 18, "“journey” must be an object" },
  { "text-null", ETP_FILE_ERROR_INVALID, 7, 16, "but here stands null" },
  { "text-number", ETP_FILE_ERROR_INVALID, 7, 16, "a text in quotes, but here stands 12" },
  { "texts-number", ETP_FILE_ERROR_INVALID, 9, 9, "a list of texts, but here stands 2" },
  { "trailing-comma", ETP_FILE_ERROR_SYNTAX, 23, 5, "After the comma" },
  { "truncated", ETP_FILE_ERROR_TRUNCATED, 22, 1, "ends too early" },
  { "utf-16", ETP_FILE_ERROR_NOT_JSON, 1, 1, "no JSON" },
  { "value-text", ETP_FILE_ERROR_INVALID, 4, 12, "must be an object, but here stands the text" },
  { "version-text", ETP_FILE_ERROR_INVALID, 3, 14, "“version” must be a whole number" },
  { "version-zero", ETP_FILE_ERROR_INVALID, 3, 14, "“version” must be a whole number" },
};

static void
check_file (const char *folder, const char *file_name, gsize i)
{
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file (file, file_name, NULL, &error);
  guint line, column;

  g_test_message ("%s", file_name);
  g_assert_null (loaded);
  file_test_assert_error (error, answers[i].code, answers[i].part);
  g_assert_true (g_str_has_prefix (error->message, file_name));
  etp_file_error_get_place (error, &line, &column);
  g_assert_cmpuint (line, ==, answers[i].line);
  g_assert_cmpuint (column, ==, answers[i].column);
}

static void
test_answers (void)
{
  g_autofree char *folder = file_test_source ("tests/data/broken");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gsize n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      gsize i = 0;

      while (i < G_N_ELEMENTS (answers)
             && (!g_str_has_prefix (name, answers[i].name)
                 || strcmp (name + strlen (answers[i].name), ".journey") != 0))
        i++;
      if (i == G_N_ELEMENTS (answers))
        g_error ("%s has no answer in the table", name);
      check_file (folder, name, i);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (answers));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/broken/answers", test_answers);
  return g_test_run ();
}
