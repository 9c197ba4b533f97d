/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-json-write.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "file/etp-json-private.h"
#include "file-test.h"

static const struct
{
  double number;
  const char *text;
} numbers[] = {
  { 0, "0" },
  { -0.0, "0" },
  { 1, "1" },
  { -1.2, "-1.2" },
  { 0.1, "0.1" },
  { 0.30000000000000004, "0.30000000000000004" },
  { 3.14, "3.14" },
  { 1e-7, "1e-7" },
  { 1.5e-7, "1.5e-7" },
  { 1e-6, "0.000001" },
  { 123456789.123, "123456789.123" },
  { 1e15, "1000000000000000" },
  { 1e17, "100000000000000000" },
  { 1.5e17, "150000000000000000" },
  { 1e18, "1e+18" },
  { 1e21, "1e+21" },
  { 1e22, "1e+22" },
  { -1.25e300, "-1.25e+300" },
  { 9007199254740993.0, "9007199254740992" },
  { 5e-324, "5e-324" },
  { DBL_MIN, "2.2250738585072014e-308" },
  { DBL_MAX, "1.7976931348623157e+308" },
  { 0.0005, "0.0005" },
  { 1.0 / 3.0, "0.3333333333333333" },
  { 100.125, "100.125" },
};

static char *
write_number (double number)
{
  GString *out = g_string_new (NULL);

  etp_json_append_number (out, number);
  return g_string_free (out, FALSE);
}

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = write_number (numbers[i].number);

      g_assert_cmpstr (text, ==, numbers[i].text);
    }
}

static double
make_number (GRand *random, guint i)
{
  union
  {
    guint64 bits;
    double number;
  } any;

  if (i % 2 == 0)
    return (double) g_rand_int_range (random, -200000, 200000) / 1000;
  do
    any.bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
  while (!isfinite (any.number));
  return any.number;
}

/* Any double reads back as itself, by our own reader too. */
static void
test_round_trip (void)
{
  guint32 seed = g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  double drawn[1000];

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) list = g_string_new ("[");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (EtpJson) json = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
        {
          g_autofree char *text = NULL;

          drawn[i] = make_number (random, i);
          text = write_number (drawn[i]);
          g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, drawn[i]);
          g_string_append_printf (list, "%s%s", i > 0 ? "," : "", text);
        }
      g_string_append_c (list, ']');
      bytes = file_test_bytes (list->str);
      json = etp_json_scan (bytes, NULL);
      g_assert_nonnull (json);
      for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
        g_assert_cmpfloat (etp_json_get_number (json, i + 1), ==, drawn[i]);
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
  test_numbers ();
  setlocale (LC_ALL, "C");
}

static void
test_strings (void)
{
  static const struct
  {
    const char *text, *json;
  } strings[] = {
    { "", "\"\"" },
    { "Käufer", "\"Käufer\"" },
    { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"" },
    { "\xe2\x80\xa8😀", "\"\xe2\x80\xa8😀\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      etp_json_append_string (out, strings[i].text);
      g_assert_cmpstr (out->str, ==, strings[i].json);
    }
}

static void
check_layout (const char *json, guint depth, guint indent, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  etp_json_append_laid_out (out, json, depth, indent);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_layout (void)
{
  check_layout ("12", 1, 2, "12");
  check_layout ("\"a,{\\\"\"", 1, 2, "\"a,{\\\"\"");
  check_layout ("{}", 1, 2, "{}");
  check_layout ("[]", 4, 8, "[]");
  check_layout ("[{},[]]", 4, 8, "[{}, []]");
  check_layout ("{\"a\":1,\"b\":[1E+3,\"x\"]}", 4, 8, "{ \"a\": 1, \"b\": [1E+3, \"x\"] }");
  check_layout ("{\"a\":[1,{\"b\":[2,3]}]}", 1, 2,
                "{\n    \"a\": [\n      1,\n      {\n        \"b\": [2, 3]\n      }\n    ]\n  }");
  check_layout ("[{\"a\":1},2]", 3, 6, "[\n        { \"a\": 1 },\n        2\n      ]");
}

/* The compact text of what was read differs in white space and escapes only. */
static void
test_compact (void)
{
  static const char source[] =
      "{ \"b\" : [ 1.50 , 1E+3 , -0 , { } , [ ] ] ,\n \"\\u0061\" : { \"x\" : \"\\/ \\u00e4\" } }";
  g_autoptr (GBytes) bytes = file_test_bytes (source);
  g_autoptr (EtpJson) json = etp_json_scan (bytes, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  etp_json_append_compact (json, 0, out);
  g_assert_cmpstr (out->str, ==, "{\"b\":[1.50,1E+3,-0,{},[]],\"a\":{\"x\":\"/ ä\"}}");
  g_string_truncate (out, 0);
  etp_json_append_compact (json, 2, out);
  g_assert_cmpstr (out->str, ==, "[1.50,1E+3,-0,{},[]]");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-write/numbers", test_numbers);
  g_test_add_func ("/json-write/round-trip", test_round_trip);
  g_test_add_func ("/json-write/locale", test_locale);
  g_test_add_func ("/json-write/strings", test_strings);
  g_test_add_func ("/json-write/layout", test_layout);
  g_test_add_func ("/json-write/compact", test_compact);
  return g_test_run ();
}
