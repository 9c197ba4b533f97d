/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"

#include <stdarg.h>
#include <string.h>

#include "model/etp-change.h"

static GPtrArray *
split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (items, g_ref_string_new (parts[i]));
  return items;
}

static GArray *
split_numbers (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      double number = g_ascii_strtod (parts[i], NULL);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

EtpDatum
etp_test_datum (const EtpField *row, const char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  switch (row->type)
    {
    case ETP_FIELD_BOOLEAN:
      return etp_datum_boolean (g_str_equal (text, "true"));
    case ETP_FIELD_INTEGER:
      return etp_datum_integer (g_ascii_strtoll (text, NULL, 10));
    case ETP_FIELD_NUMBER:
      return etp_datum_number (g_ascii_strtod (text, NULL));
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
      return etp_datum_take_items (row, split (text));
    case ETP_FIELD_NUMBERS:
      return etp_datum_take_numbers (split_numbers (text));
    case ETP_FIELD_DATA:
      bytes = g_bytes_new (text, strlen (text));
      return etp_datum_bytes (bytes);
    default:
      return etp_datum_text (row, text);
    }
}

static EtpDatum
read_argument (const EtpField *row, va_list *arguments)
{
  GPtrArray *values;
  EtpValue *value;

  switch (row->type)
    {
    case ETP_FIELD_BOOLEAN:
      return etp_datum_boolean (va_arg (*arguments, int));
    case ETP_FIELD_INTEGER:
      return etp_datum_integer (va_arg (*arguments, int));
    case ETP_FIELD_NUMBER:
      return etp_datum_number (va_arg (*arguments, double));
    case ETP_FIELD_VALUE:
      return etp_datum_take_value (va_arg (*arguments, EtpValue *));
    case ETP_FIELD_VALUES:
      values = g_ptr_array_new ();
      while ((value = va_arg (*arguments, EtpValue *)) != NULL)
        g_ptr_array_add (values, value);
      return etp_datum_take_items (row, values);
    default:
      return etp_test_datum (row, va_arg (*arguments, const char *));
    }
}

EtpNode *
etp_test_add (EtpJourney *journey, EtpListKind list, const char *id, ...)
{
  g_autoptr (EtpNode) node = etp_node_new (list, id);
  va_list arguments;
  int field;

  va_start (arguments, id);
  while ((field = va_arg (arguments, int)) != ETP_TEST_END)
    {
      EtpDatum datum = read_argument (&etp_list_get_table (list)->fields[field], &arguments);

      etp_node_init_datum (node, (guint) field, &datum);
    }
  va_end (arguments);
  g_assert_true (etp_journey_build_add (journey, node));
  return node;
}

void
etp_test_set_root (EtpJourney *journey, ...)
{
  const EtpTable *table = etp_node_record (ETP_NODE (journey))->table;
  va_list arguments;
  int field;

  va_start (arguments, journey);
  while ((field = va_arg (arguments, int)) != ETP_TEST_END)
    {
      EtpDatum datum = read_argument (&table->fields[field], &arguments);

      etp_node_init_datum (ETP_NODE (journey), (guint) field, &datum);
    }
  va_end (arguments);
}

EtpValue *
etp_test_value (const EtpTable *table, ...)
{
  EtpValue *value = etp_value_new (table);
  va_list arguments;
  int column;

  va_start (arguments, table);
  while ((column = va_arg (arguments, int)) != ETP_TEST_END)
    {
      EtpDatum datum = read_argument (&table->fields[column], &arguments);

      etp_value_init_datum (value, (guint) column, &datum);
    }
  va_end (arguments);
  return value;
}
