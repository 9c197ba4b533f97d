/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-dump.h"

#include <string.h>

#include "model/etp-change.h"

/* One line a value, with its place; nothing that stands at its default. */

static void dump_record (GString *text, const char *place, const EtpRecord *record);

static void
dump_double (GString *text, const char *place, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "%s = %s\n", place, g_ascii_dtostr (buffer, sizeof buffer, number));
}

static void
dump_item (GString *text, const char *place, const EtpRecord *record, guint field, guint index)
{
  g_autofree char *item_place = g_strdup_printf ("%s[%u]", place, index);

  switch (record->table->fields[field].type)
    {
    case ETP_FIELD_VALUES:
      dump_record (text, item_place,
                   etp_value_record (etp_record_get_value_at (record, field, index)));
      break;
    case ETP_FIELD_NUMBERS:
      dump_double (text, item_place, etp_record_get_number_at (record, field, index));
      break;
    default:
      g_string_append_printf (text, "%s = %s\n", item_place,
                              etp_record_get_text_at (record, field, index));
      break;
    }
}

static void
dump_bytes (GString *text, const char *place, GBytes *bytes)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_string_append_printf (text, "%s = %s\n", place, sum);
}

static void
dump_field (GString *text, const char *place, const EtpRecord *record, guint field)
{
  switch (record->table->fields[field].type)
    {
    case ETP_FIELD_BOOLEAN:
      g_string_append_printf (text, "%s = true\n", place);
      break;
    case ETP_FIELD_INTEGER:
      g_string_append_printf (text, "%s = %" G_GINT64_FORMAT "\n", place,
                              etp_record_get_integer (record, field));
      break;
    case ETP_FIELD_NUMBER:
      dump_double (text, place, etp_record_get_number (record, field));
      break;
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_NUMBERS:
    case ETP_FIELD_VALUES:
      for (guint i = 0; i < etp_record_get_length (record, field); i++)
        dump_item (text, place, record, field, i);
      break;
    case ETP_FIELD_VALUE:
      dump_record (text, place, etp_value_record (etp_record_get_value (record, field)));
      break;
    case ETP_FIELD_DATA:
      dump_bytes (text, place, etp_record_get_bytes (record, field));
      break;
    default:
      g_string_append_printf (text, "%s = %s\n", place, etp_record_get_text (record, field));
      break;
    }
}

static void
dump_record (GString *text, const char *place, const EtpRecord *record)
{
  g_string_append_printf (text, "%s\n", place);
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      g_autofree char *field_place = g_strdup_printf ("%s.%s", place,
                                                      record->table->fields[i].member);

      if (!etp_record_is_default (record, i))
        dump_field (text, field_place, record, i);
    }
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len; i++)
    {
      const EtpMember *member = record->unknown->pdata[i];

      g_string_append_printf (text, "%s.%s : %s\n", place, member->name, member->json);
    }
}

char *
etp_test_dump (EtpJourney *journey)
{
  GString *text = g_string_new (NULL);

  dump_record (text, "journey", etp_node_record (ETP_NODE (journey)));
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, (EtpListKind) list);
      EtpNode *node;

      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        {
          g_autofree char *place = g_strdup_printf (
              "%s[%u] %s", etp_list_get_member ((EtpListKind) list), i, etp_node_get_id (node));

          dump_record (text, place, etp_node_record (node));
        }
    }

  return g_string_free (text, FALSE);
}

void
etp_test_assert_same_dump (const char *a, const char *b)
{
  g_auto (GStrv) lines_a = g_strsplit (a, "\n", -1);
  g_auto (GStrv) lines_b = g_strsplit (b, "\n", -1);

  for (guint i = 0; lines_a[i] != NULL && lines_b[i] != NULL; i++)
    g_assert_cmpstr (lines_a[i], ==, lines_b[i]);
  g_assert_cmpuint (strlen (a), ==, strlen (b));
}
