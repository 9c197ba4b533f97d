/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "file/etp-json-private.h"
#include "file-test.h"

/* The public suite of JSON texts and the texts that json-glib 1.6 reads wrongly: each ends with the
 * right answer within a second. y_ must pass, n_ must be refused; the exceptions to the first and
 * the answers to i_ and to the other files stand here. */

#define LONGEST_MICROSECONDS G_USEC_PER_SEC

/* Sound by the standard, but refused on purpose: NUL in a text, and names that stand twice. */
static const char *const refused_on_purpose[] = {
  "y_object_duplicated_key.json",
  "y_object_duplicated_key_and_value.json",
  "y_object_escaped_null_in_key.json",
  "y_string_null_escape.json",
  NULL,
};

/* i_ that pass; every other i_ is refused (what a double or int64 cannot hold, lone surrogates,
 * what is not UTF-8, and more than 64 levels). */
static const char *const i_that_pass[] = {
  "i_number_double_huge_neg_exp.json",
  "i_number_real_underflow.json",
  "i_structure_UTF-8_BOM_empty_object.json",
  NULL,
};

/* Of json-glib-edge those that are sound JSON; every other is refused. */
static const char *const edge_that_pass[] = {
  "0.1",         "0.30000000000000004",
  "1.0",         "123456789.123",
  "1E+3",        "1e-400",
  "1e-7",        "1e15",
  "1e17",        "1e22",
  "1e3",         "1e300",
  "3.14",        "5e-324",
  "bom",         "ctrl_escapes",
  "del",         "emoji_zwj",
  "empty_key",   "int_max",
  "int_min",     "lsep",
  "neg_zero",    "neg_zero_f",
  "nfd",         "nonchar",
  "null_root",   "num_root",
  "pair",        "slash_esc",
  "string_root", "true_root",
  NULL,
};

/* The text is what the guard says it is: json-glib, which reads leniently but well what is sound,
 * must see the same values. */
static void
compare_values (const EtpJson *json, guint *token, JsonNode *node)
{
  guint self = (*token)++;
  const EtpJsonToken *t = &json->tokens[self];
  g_autofree char *text = NULL;

  switch (t->kind)
    {
    case ETP_JSON_OBJECT:
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      while (*token < t->next)
        {
          g_autofree char *name = etp_json_dup_string (json, (*token)++);

          g_assert_true (json_object_has_member (json_node_get_object (node), name));
          compare_values (json, token, json_object_get_member (json_node_get_object (node), name));
        }
      break;
    case ETP_JSON_ARRAY:
      g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
      for (guint i = 0; *token < t->next; i++)
        compare_values (json, token, json_array_get_element (json_node_get_array (node), i));
      break;
    case ETP_JSON_STRING:
      text = etp_json_dup_string (json, self);
      g_assert_cmpstr (text, ==, json_node_get_string (node));
      break;
    case ETP_JSON_INTEGER:
      g_assert_cmpint (etp_json_get_integer (json, self), ==, json_node_get_int (node));
      break;
    case ETP_JSON_NUMBER:
      g_assert_cmpfloat (etp_json_get_number (json, self), ==, json_node_get_double (node));
      break;
    case ETP_JSON_NULL:
      g_assert_true (JSON_NODE_HOLDS_NULL (node));
      break;
    default:
      g_assert_cmpint (json_node_get_boolean (node), ==, t->kind == ETP_JSON_TRUE);
    }
}

static void
check_with_json_glib (const EtpJson *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  guint token = 0;

  json_parser_load_from_data (parser, json->text, (gssize) json->length, &error);
  g_assert_no_error (error);
  compare_values (json, &token, json_parser_get_root (parser));
  g_assert_cmpuint (token, ==, json->n_tokens);
}

/* What passes is no journey, and is told so. */
static void
check_no_journey (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_bytes (bytes, name, &error);

  g_assert_null (loaded);
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_A_JOURNEY);
  g_assert_true (g_str_has_prefix (error->message, name));
}

static void
check_file (const char *folder, const char *name, gboolean must_pass)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpJson) json = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_nonnull (bytes);
  g_test_message ("%s", name);
  json = etp_json_scan (bytes, &error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, LONGEST_MICROSECONDS);
  g_assert_cmpint (json != NULL, ==, must_pass);
  if (json != NULL)
    {
      check_with_json_glib (json);
      check_no_journey (bytes, name);
      return;
    }
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (etp_file_error_get_reason (error)), >, 10);
  g_assert_cmpint (error->code, !=, ETP_FILE_ERROR_NOT_A_JOURNEY);
}

static gboolean
must_pass (const char *name)
{
  if (g_str_has_prefix (name, "y_"))
    return !g_strv_contains (refused_on_purpose, name);
  return g_strv_contains (i_that_pass, name);
}

static void
test_suite (void)
{
  g_autofree char *folder = file_test_shared ("jsontestsuite/test_parsing");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  if (folder == NULL)
    return;
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      check_file (folder, name, must_pass (name));
      n++;
    }
  g_assert_cmpuint (n, >=, 318);
}

/* Numbers, names and texts that readers disagree about; those that pass mean the same as in
 * json-glib. */
static void
test_transform (void)
{
  static const char *const refused[] = {
    "number_-9223372036854775809.json",
    "number_10000000000000000999.json",
    "number_9223372036854775808.json",
    "object_same_key_different_values.json",
    "object_same_key_same_value.json",
    "object_same_key_unclear_values.json",
    "string_1_escaped_invalid_codepoint.json",
    "string_1_invalid_codepoint.json",
    "string_2_escaped_invalid_codepoints.json",
    "string_2_invalid_codepoints.json",
    "string_3_escaped_invalid_codepoints.json",
    "string_3_invalid_codepoints.json",
    "string_with_escaped_NULL.json",
    NULL,
  };
  g_autofree char *folder = file_test_shared ("jsontestsuite/test_transform");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  if (folder == NULL)
    return;
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      check_file (folder, name, !g_strv_contains (refused, name));
      n++;
    }
  g_assert_cmpuint (n, >=, 22);
}

static void
test_edge (void)
{
  g_autofree char *folder = file_test_shared ("jsontestsuite/json-glib-edge");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  if (folder == NULL)
    return;
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      check_file (folder, name, g_strv_contains (edge_that_pass, name));
      n++;
    }
  g_assert_cmpuint (n, >=, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-suite/parsing", test_suite);
  g_test_add_func ("/json-suite/transform", test_transform);
  g_test_add_func ("/json-suite/json-glib-edge", test_edge);
  return g_test_run ();
}
