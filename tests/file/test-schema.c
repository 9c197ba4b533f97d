/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "model/etp-change.h"
#include "model/etp-limits.h"
#include "model/etp-tables.h"
#include "file-test.h"

/* data/journey.schema.json says what the tables say, member by member and in their order. */

typedef struct
{
  JsonObject *definitions;
  GHashTable *seen; /* of EtpTable */
} Schema;

static const char *
get_reference (JsonObject *object)
{
  const char *reference = json_object_get_string_member_with_default (object, "$ref", "");

  return g_str_has_prefix (reference, "#/$defs/") ? reference + strlen ("#/$defs/") : "";
}

static const char *
get_type (JsonObject *object)
{
  return json_object_get_string_member_with_default (object, "type", "");
}

static void
check_range (JsonObject *object, const EtpField *field)
{
  g_assert_cmpfloat (json_object_get_double_member (object, "minimum"), ==, field->minimum);
  g_assert_cmpfloat (json_object_get_double_member (object, "maximum"), ==, field->maximum);
}

static void
check_words (JsonObject *object, const EtpField *field)
{
  JsonArray *any = json_object_get_array_member (object, "anyOf");
  JsonArray *words = json_object_get_array_member (json_array_get_object_element (any, 0), "enum");

  g_assert_cmpuint (json_array_get_length (words), ==, g_strv_length ((char **) field->words));
  for (guint i = 0; field->words[i] != NULL; i++)
    g_assert_cmpstr (json_array_get_string_element (words, i), ==, field->words[i]);
  g_assert_cmpstr (json_object_get_string_member (object, "default"), ==, field->words[0]);
  g_assert_cmpstr (get_reference (json_array_get_object_element (any, 1)), ==, "unknownWord");
}

static void
check_table (Schema *schema, const EtpTable *table, JsonObject *properties, guint first);

static void
check_nested (Schema *schema, const EtpTable *table, JsonObject *object)
{
  const char *name = get_reference (object);
  JsonObject *definition = json_object_get_object_member (schema->definitions, name);

  g_assert_nonnull (definition);
  g_assert_cmpstr (get_type (definition), ==, "object");
  g_assert_true (json_object_get_boolean_member (definition, "additionalProperties"));
  if (g_hash_table_add (schema->seen, (gpointer) table))
    check_table (schema, table, json_object_get_object_member (definition, "properties"), 0);
}

static void
check_list (Schema *schema, const EtpField *field, JsonObject *object)
{
  JsonObject *items = json_object_get_object_member (object, "items");
  gint64 limit = field->type == ETP_FIELD_TEXTS && field->maximum > 0 ? (gint64) field->maximum
                                                                      : ETP_LIMIT_ITEMS;

  g_assert_cmpstr (get_type (object), ==, "array");
  g_assert_cmpint (json_object_get_int_member (object, "maxItems"), ==, limit);
  if (field->type == ETP_FIELD_VALUES)
    check_nested (schema, field->columns, items);
  else if (field->type == ETP_FIELD_TEXTS)
    g_assert_cmpstr (get_type (items), ==, "string");
  else
    {
      g_assert_cmpstr (get_type (items), ==, "number");
      check_range (items, field);
    }
}

static void
check_field (Schema *schema, const EtpField *field, JsonObject *object)
{
  static const char *const references[] = {
    [ETP_FIELD_DATE] = "date", [ETP_FIELD_DURATION] = "duration", [ETP_FIELD_COLOR] = "color",
    [ETP_FIELD_ICON] = "icon", [ETP_FIELD_REF] = "reference",     [ETP_FIELD_REFS] = "references",
  };

  g_assert_cmpuint (strlen (json_object_get_string_member_with_default (object, "description", "")),
                    >, 3);
  switch (field->type)
    {
    case ETP_FIELD_TEXT:
      g_assert_cmpstr (get_type (object), ==, "string");
      break;
    case ETP_FIELD_BOOLEAN:
      g_assert_cmpstr (get_type (object), ==, "boolean");
      break;
    case ETP_FIELD_ENUM:
      check_words (object, field);
      break;
    case ETP_FIELD_INTEGER:
    case ETP_FIELD_NUMBER:
      g_assert_cmpstr (get_type (object), ==,
                       field->type == ETP_FIELD_INTEGER ? "integer" : "number");
      check_range (object, field);
      break;
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_NUMBERS:
    case ETP_FIELD_VALUES:
      check_list (schema, field, object);
      break;
    case ETP_FIELD_VALUE:
      check_nested (schema, field->columns, object);
      break;
    case ETP_FIELD_DATA:
      g_assert_cmpstr (json_object_get_string_member (object, "contentEncoding"), ==, "base64");
      break;
    case ETP_FIELD_JSON:
      g_assert_cmpstr (get_type (object), ==, "object");
      break;
    default:
      g_assert_cmpstr (get_reference (object), ==, references[field->type]);
    }
}

/* properties: beginning with the first-th they are the table's fields, in order, and no more
 * follow except for the root's lists. */
static void
check_table (Schema *schema, const EtpTable *table, JsonObject *properties, guint first)
{
  g_autoptr (GList) members = json_object_get_members (properties);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const char *name = g_list_nth_data (members, first + i);

      g_test_message ("%s.%s", table->name, table->fields[i].member);
      g_assert_cmpstr (name, ==, table->fields[i].member);
      check_field (schema, &table->fields[i], json_object_get_object_member (properties, name));
    }
  if (table != &etp_journey_table)
    g_assert_cmpuint (g_list_length (members), ==, first + table->n_fields);
}

static void
check_root_list (Schema *schema, JsonObject *properties, EtpListKind list)
{
  const char *member = etp_list_get_member (list);
  JsonObject *property = json_object_get_object_member (properties, member);
  const char *name = get_reference (json_object_get_object_member (property, "items"));
  JsonObject *definition = json_object_get_object_member (schema->definitions, name);
  JsonObject *fields = json_object_get_object_member (definition, "properties");

  g_assert_cmpstr (get_type (property), ==, "array");
  g_assert_true (json_object_get_boolean_member (definition, "additionalProperties"));
  g_assert_cmpstr (get_reference (json_object_get_object_member (fields, "id")), ==, "id");
  check_table (schema, etp_list_get_table (list), fields, 1);
}

static void
test_tables (void)
{
  g_autofree char *path = file_test_source ("data/journey.schema.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Schema schema = { .seen = seen };
  JsonObject *root, *properties;
  g_autoptr (GList) members = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_true (json_object_get_boolean_member (root, "additionalProperties"));
  schema.definitions = json_object_get_object_member (root, "$defs");
  properties = json_object_get_object_member (root, "properties");
  members = json_object_get_members (properties);
  g_assert_cmpstr (g_list_nth_data (members, 0), ==, "format");
  g_assert_cmpstr (g_list_nth_data (members, 1), ==, "version");
  check_table (&schema, &etp_journey_table, properties, 2);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      g_assert_cmpstr (g_list_nth_data (members, 2 + etp_journey_table.n_fields + list), ==,
                       etp_list_get_member ((EtpListKind) list));
      check_root_list (&schema, properties, (EtpListKind) list);
    }
  g_assert_cmpuint (g_list_length (members), ==, 2 + etp_journey_table.n_fields + ETP_N_LISTS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/tables", test_tables);
  return g_test_run ();
}
