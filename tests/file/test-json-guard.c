/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-json-guard.h"

#include <string.h>

#include "file-test.h"

typedef struct
{
  const char *name;
  const char *text;
  int code; /* an EtpFileError, or -1: it passes */
  guint line, column;
  const char *part; /* of the reason */
} Case;

static const Case cases[] = {
  { "empty", "", ETP_FILE_ERROR_EMPTY, 0, 0, "empty" },
  { "blanks", " \n\t\r\n", ETP_FILE_ERROR_EMPTY, 0, 0, "empty" },
  { "mark-only", "\xef\xbb\xbf", ETP_FILE_ERROR_EMPTY, 0, 0, "empty" },
  { "mark", "\xef\xbb\xbf{}", -1, 0, 0, "" },
  { "mark-inside", "{}\xef\xbb\xbf", ETP_FILE_ERROR_SYNTAX, 1, 3, "after the end" },
  { "xml", "<?xml version=\"1.0\"?>", ETP_FILE_ERROR_NOT_JSON, 1, 1, "no JSON" },
  { "words", "Dear reader", ETP_FILE_ERROR_NOT_JSON, 1, 1, "no JSON" },
  { "png", "\x89PNG\r\n", ETP_FILE_ERROR_NOT_JSON, 1, 1, "no JSON" },
  { "two-roots", "{}\n {}", ETP_FILE_ERROR_SYNTAX, 2, 2, "after the end" },
  { "cut-object", "{\"a\": 1", ETP_FILE_ERROR_TRUNCATED, 1, 8, "ends too early" },
  { "cut-list", "[1,", ETP_FILE_ERROR_TRUNCATED, 1, 4, "ends too early" },
  { "cut-text", "[\"abc", ETP_FILE_ERROR_TRUNCATED, 1, 6, "ends too early" },
  { "cut-escape", "[\"abc\\", ETP_FILE_ERROR_TRUNCATED, 1, 7, "ends too early" },
  { "cut-unicode", "[\"abc\\u12", ETP_FILE_ERROR_TRUNCATED, 1, 10, "ends too early" },
  { "cut-pair", "[\"\\ud83d\\ude", ETP_FILE_ERROR_TRUNCATED, 1, 13, "ends too early" },
  { "cut-character", "[\"\xc3", ETP_FILE_ERROR_TRUNCATED, 1, 4, "ends too early" },
  { "cut-word", "[tru", ETP_FILE_ERROR_TRUNCATED, 1, 5, "ends too early" },
  { "cut-minus", "[-", ETP_FILE_ERROR_TRUNCATED, 1, 3, "ends too early" },
  { "cut-exponent", "[1e+", ETP_FILE_ERROR_TRUNCATED, 1, 5, "ends too early" },
  { "comma-list", "[1,]", ETP_FILE_ERROR_SYNTAX, 1, 4, "another item" },
  { "comma-object", "{\"a\":1,}", ETP_FILE_ERROR_SYNTAX, 1, 8, "another member" },
  { "no-comma", "[1 2]", ETP_FILE_ERROR_SYNTAX, 1, 4, "comma or the end of the list" },
  { "no-colon", "{\"a\" 1}", ETP_FILE_ERROR_SYNTAX, 1, 6, "colon" },
  { "bare-name", "{a:1}", ETP_FILE_ERROR_SYNTAX, 1, 2, "double quotes" },
  { "wrong-end", "{\"a\":1]", ETP_FILE_ERROR_SYNTAX, 1, 7, "end of the object" },
  { "line-in-text", "{\"a\": \"b\nc\"}", ETP_FILE_ERROR_SYNTAX, 1, 9, "closing quote" },
  { "tab-in-text", "[\"a\tb\"]", ETP_FILE_ERROR_SYNTAX, 1, 4, "control character" },
  { "delete-in-text", "[\"a\x7f\"]", -1, 0, 0, "" },
  { "escape", "[\"\\q\"]", ETP_FILE_ERROR_SYNTAX, 1, 3, "backslash" },
  { "hexadecimal", "[\"\\u12x4\"]", ETP_FILE_ERROR_SYNTAX, 1, 4, "four hexadecimal" },
  { "nul", "[\"\\u0000\"]", ETP_FILE_ERROR_SYNTAX, 1, 4, "NUL" },
  { "nul-name", "{\"\\u0000\":1}", ETP_FILE_ERROR_SYNTAX, 1, 4, "NUL" },
  { "pair", "[\"\\ud83d\\ude00\"]", -1, 0, 0, "" },
  { "high-alone", "[\"\\ud83d\"]", ETP_FILE_ERROR_SYNTAX, 1, 4, "surrogate" },
  { "high-then-text", "[\"\\ud83dabcdef\"]", ETP_FILE_ERROR_SYNTAX, 1, 4, "surrogate" },
  { "high-twice", "[\"\\ud83d\\ud83d\"]", ETP_FILE_ERROR_SYNTAX, 1, 4, "surrogate" },
  { "low-alone", "[\"\\ude00\"]", ETP_FILE_ERROR_SYNTAX, 1, 4, "surrogate" },
  { "latin-1", "[\"Gr\xfc\xdf\"]", ETP_FILE_ERROR_SYNTAX, 1, 5, "UTF-8" },
  { "overlong", "[\"\xc0\xaf\"]", ETP_FILE_ERROR_SYNTAX, 1, 3, "UTF-8" },
  { "surrogate-bytes", "[\"\xed\xa0\x80\"]", ETP_FILE_ERROR_SYNTAX, 1, 3, "UTF-8" },
  { "past-unicode", "[\"\xf4\x90\x80\x80\"]", ETP_FILE_ERROR_SYNTAX, 1, 3, "UTF-8" },
  { "column-counts-characters", "[\"äöü\", x]", ETP_FILE_ERROR_SYNTAX, 1, 9, "A value" },
  { "repeated", "{\"a\":1,\n\"b\":2,\n\"a\":3}", ETP_FILE_ERROR_SYNTAX, 3, 1, "first in line 1" },
  { "repeated-escaped", "{\"a\":1,\"\\u0061\":3}", ETP_FILE_ERROR_SYNTAX, 1, 8, "“a”" },
  { "repeated-empty", "{\"\":1,\"\":3}", ETP_FILE_ERROR_SYNTAX, 1, 7, "twice" },
  { "same-name-elsewhere", "{\"a\":{\"a\":1},\"b\":{\"a\":2}}", -1, 0, 0, "" },
  { "case-differs", "{\"a\":1,\"A\":2}", -1, 0, 0, "" },
  { "int64", "[9223372036854775807,-9223372036854775808]", -1, 0, 0, "" },
  { "past-int64", "[9223372036854775808]", ETP_FILE_ERROR_SYNTAX, 1, 2, "too large" },
  { "past-int64-below", "[-9223372036854775809]", ETP_FILE_ERROR_SYNTAX, 1, 2, "too large" },
  { "past-double", "[1e400]", ETP_FILE_ERROR_SYNTAX, 1, 2, "too large" },
  { "nearly-past-double", "[1.7976931348623157e308, 1e-400]", -1, 0, 0, "" },
  { "leading-zero", "[012]", ETP_FILE_ERROR_SYNTAX, 1, 2, "zero" },
  { "plus", "[+1]", ETP_FILE_ERROR_SYNTAX, 1, 2, "A value" },
  { "bare-point", "[1.]", ETP_FILE_ERROR_SYNTAX, 1, 4, "digit" },
  { "nan", "[NaN]", ETP_FILE_ERROR_SYNTAX, 1, 2, "A value" },
  { "comment", "[1, // one\n2]", ETP_FILE_ERROR_SYNTAX, 1, 5, "A value" },
  { "scalar-root", " 12 ", -1, 0, 0, "" },
};

static void
check_case (GBytes *bytes, const Case *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpJson) json = etp_json_scan (bytes, &error);
  guint line, column;

  if (c->code < 0)
    {
      g_assert_no_error (error);
      g_assert_nonnull (json);
      return;
    }
  g_assert_null (json);
  file_test_assert_error (error, c->code, c->part);
  etp_file_error_get_place (error, &line, &column);
  g_assert_cmpuint (line, ==, c->line);
  g_assert_cmpuint (column, ==, c->column);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = file_test_bytes (c->text);

  check_case (bytes, c);
}

static void
test_raw_nul (void)
{
  static const Case inside = { "", "", ETP_FILE_ERROR_SYNTAX, 1, 4, "NUL" };
  static const Case behind = { "", "", ETP_FILE_ERROR_SYNTAX, 1, 3, "after the end" };
  g_autoptr (GBytes) a = g_bytes_new_static ("[\"a\0b\"]", 7);
  g_autoptr (GBytes) b = g_bytes_new_static ("{}\0", 3);

  check_case (a, &inside);
  check_case (b, &behind);
}

static GBytes *
repeat (const char *before, const char *unit, gsize times, const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < times; i++)
    g_string_append (text, unit);
  g_string_append (text, after);
  return g_string_free_to_bytes (text);
}

static void
check_limit (GBytes *at, GBytes *past, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpJson) passed = etp_json_scan (at, &error);
  g_autoptr (EtpJson) refused = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (passed);
  refused = etp_json_scan (past, &error);
  g_assert_null (refused);
  file_test_assert_error (error, ETP_FILE_ERROR_TOO_LARGE, part);
  g_bytes_unref (at);
  g_bytes_unref (past);
}

static void
test_depth (void)
{
  g_autofree char *closing = g_strnfill (ETP_LIMIT_DEPTH, ']');
  g_autofree char *more = g_strnfill (ETP_LIMIT_DEPTH + 1, ']');

  check_limit (repeat ("", "[", ETP_LIMIT_DEPTH, closing),
               repeat ("", "[", ETP_LIMIT_DEPTH + 1, more), "64 deep");
}

/* The root counts too. */
static void
test_values (void)
{
  check_limit (repeat ("[0", ",0", ETP_LIMIT_VALUES - 2, "]"),
               repeat ("[0", ",0", ETP_LIMIT_VALUES - 1, "]"), "1,000,000 values");
}

static GBytes *
make_members (guint n)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\"m%u\":0", i > 0 ? "," : "", i);
  g_string_append_c (text, '}');
  return g_string_free_to_bytes (text);
}

static void
test_members (void)
{
  check_limit (make_members (ETP_LIMIT_MEMBERS), make_members (ETP_LIMIT_MEMBERS + 1),
               "256 members");
}

static GBytes *
make_text (const char *before, gsize length, const char *after)
{
  gsize ends = strlen (before) + strlen (after);
  char *text = g_malloc (length + 1);

  memset (text, 'x', length);
  memcpy (text, before, strlen (before));
  memcpy (text + strlen (before) + (length - ends), after, strlen (after));
  return g_bytes_new_take (text, length);
}

static void
test_bytes (void)
{
  /* Only what is in "assets" may be more than 16 MiB. */
  check_limit (make_text ("{\"assets\":[{\"data\":\"", ETP_LIMIT_FILE_BYTES, "\"}]}"),
               make_text ("{\"assets\":[{\"data\":\"", ETP_LIMIT_FILE_BYTES + 1, "\"}]}"),
               "64 MiB");
  check_limit (make_text ("{\"text\":\"", ETP_LIMIT_TEXT_BYTES, "\"}"),
               make_text ("{\"text\":\"", ETP_LIMIT_TEXT_BYTES + 1, "\"}"), "16 MiB");
  /* The member must be the root's. */
  check_limit (make_text ("{\"x\":{\"assets\":[\"", ETP_LIMIT_TEXT_BYTES, "\"]}}"),
               make_text ("{\"x\":{\"assets\":[\"", ETP_LIMIT_TEXT_BYTES + 1, "\"]}}"), "16 MiB");
}

/* Every name of every object in one hash bucket of an unseeded hash would take minutes. */
static void
test_colliding_names (void)
{
  GString *text = g_string_new ("[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EtpJson) json = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  for (guint object = 0; object < 2000; object++)
    {
      g_string_append (text, object > 0 ? ",{" : "{");
      for (guint i = 0; i < 256; i++)
        {
          g_string_append (text, i > 0 ? ",\"" : "\"");
          for (guint bit = 0; bit < 8; bit++)
            g_string_append (text, (i >> bit & 1) != 0 ? "ab" : "bA");
          g_string_append (text, "\":0");
        }
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
  bytes = g_string_free_to_bytes (text);
  start = g_get_monotonic_time ();
  json = etp_json_scan (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

/* The index: order, ends and kinds. */
static void
test_tokens (void)
{
  g_autoptr (GBytes)
      bytes = file_test_bytes ("{\"a\": [1, -2.5, \"x\\ny\"], \"b\": {\"c\": null}, \"d\": true}");
  g_autoptr (EtpJson) json = etp_json_scan (bytes, NULL);
  static const guint8 kinds[] = { ETP_JSON_OBJECT,  ETP_JSON_KEY,    ETP_JSON_ARRAY,
                                  ETP_JSON_INTEGER, ETP_JSON_NUMBER, ETP_JSON_STRING,
                                  ETP_JSON_KEY,     ETP_JSON_OBJECT, ETP_JSON_KEY,
                                  ETP_JSON_NULL,    ETP_JSON_KEY,    ETP_JSON_TRUE };
  static const guint next[] = { 12, 2, 6, 4, 5, 6, 7, 10, 9, 10, 11, 12 };
  g_autofree char *text = NULL;

  g_assert_cmpuint (json->n_tokens, ==, G_N_ELEMENTS (kinds));
  g_assert_cmpuint (json->n_values, ==, 8);
  for (guint i = 0; i < json->n_tokens; i++)
    {
      g_assert_cmpuint (json->tokens[i].kind, ==, kinds[i]);
      g_assert_cmpuint (json->tokens[i].next, ==, next[i]);
    }
  text = etp_json_dup_string (json, 5);
  g_assert_cmpstr (text, ==, "x\ny");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json-guard/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/json-guard/raw-nul", test_raw_nul);
  g_test_add_func ("/json-guard/limit/depth", test_depth);
  g_test_add_func ("/json-guard/limit/values", test_values);
  g_test_add_func ("/json-guard/limit/members", test_members);
  g_test_add_func ("/json-guard/limit/bytes", test_bytes);
  g_test_add_func ("/json-guard/colliding-names", test_colliding_names);
  g_test_add_func ("/json-guard/tokens", test_tokens);
  return g_test_run ();
}
