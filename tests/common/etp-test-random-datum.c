/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-random.h"

#include <math.h>

#include "etp-test-build.h"

/* Random nodes and values. */

EtpNode *
etp_test_pick (EtpJourney *journey, GRand *random, EtpListKind list)
{
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  guint n = etp_node_list_get_length (nodes);

  return n > 0 ? etp_node_list_get (nodes, (guint) g_rand_int_range (random, 0, (gint32) n)) : NULL;
}

const char *
etp_test_pick_text (GRand *random)
{
  static const char *const texts[] = { "",
                                       "Größe",
                                       "a \"quoted\" \\ text",
                                       "zwei\nZeilen",
                                       "😀 smile",
                                       "\t tab \x01 end",
                                       "Ärger",
                                       "a longer text about nothing at all" };

  return texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];
}

/* A node that a reference of this row may name. */
static const char *
pick_id (EtpJourney *journey, GRand *random, const EtpField *row)
{
  for (guint tries = 0; tries < 50; tries++)
    {
      guint list = (guint) g_rand_int_range (random, 0, ETP_N_LISTS);
      EtpNode *node;

      if ((row->lists & (1u << list)) == 0)
        continue;
      node = etp_test_pick (journey, random, (EtpListKind) list);
      if (node != NULL)
        return etp_node_get_id (node);
    }

  return "";
}

static GPtrArray *
pick_items (EtpJourney *journey, GRand *random, const EtpField *row)
{
  GPtrArray *items = g_ptr_array_new ();
  guint n = (guint) g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      const char *text = row->type == ETP_FIELD_REFS ? pick_id (journey, random, row)
                                                     : etp_test_pick_text (random);

      if (row->type == ETP_FIELD_TEXTS || text[0] != '\0')
        g_ptr_array_add (items, g_ref_string_new (text));
    }
  return items;
}

static EtpValue *
create_value (EtpJourney *journey, GRand *random, const EtpTable *table)
{
  EtpValue *value = etp_value_new (table);

  for (guint i = 0; i < table->n_fields; i++)
    {
      EtpDatum datum;

      if (g_rand_boolean (random))
        continue;
      datum = etp_test_random_datum (journey, random, &table->fields[i]);
      etp_value_init_datum (value, i, &datum);
    }
  return value;
}

static EtpDatum
create_number (GRand *random, const EtpField *row)
{
  double low = MAX (row->minimum, -1e6), high = MIN (row->maximum, 1e6);
  double number = low + (high - low) * g_rand_double (random);

  if (row->type == ETP_FIELD_INTEGER)
    return etp_datum_integer ((gint64) round (number));
  /* Not −0, of which files keep no trace. */
  return etp_datum_number (g_rand_boolean (random) ? round (number) + 0.0 : number);
}

static EtpDatum
create_text (EtpJourney *journey, GRand *random, const EtpField *row)
{
  static const char *const dates[] = { "2026-02-28", "2024-02-29", "1999-12-31" };
  static const char *const durations[] = { "P3D", "PT20M", "P1Y2M", "PT0S" };
  static const char *const colors[] = { "blue", "slate", "#12aBff" };
  guint third = (guint) g_rand_int_range (random, 0, 3);
  guint n_words;

  switch (row->type)
    {
    case ETP_FIELD_DATE:
      return etp_datum_text (row, dates[third]);
    case ETP_FIELD_DURATION:
      return etp_datum_text (row, durations[third]);
    case ETP_FIELD_COLOR:
      return etp_datum_text (row, colors[third]);
    case ETP_FIELD_ICON:
      return etp_datum_text (row, "shopping-cart");
    case ETP_FIELD_ENUM:
      n_words = g_strv_length ((char **) row->words);
      return etp_datum_text (row, row->words[g_rand_int_range (random, 0, (gint32) n_words)]);
    case ETP_FIELD_REF:
      return etp_datum_text (row, pick_id (journey, random, row));
    case ETP_FIELD_JSON:
      return etp_datum_text (row, "{\"format\":\"etappe-journey\",\"version\":1}");
    default:
      return etp_datum_text (row, etp_test_pick_text (random));
    }
}

EtpDatum
etp_test_random_datum (EtpJourney *journey, GRand *random, const EtpField *row)
{
  GPtrArray *items;
  EtpDatum none = { 0 };

  if (g_rand_int_range (random, 0, 4) == 0)
    return none;

  switch (row->type)
    {
    case ETP_FIELD_BOOLEAN:
      return etp_datum_boolean (TRUE);
    case ETP_FIELD_INTEGER:
    case ETP_FIELD_NUMBER:
      return create_number (random, row);
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
      return etp_datum_take_items (row, pick_items (journey, random, row));
    case ETP_FIELD_NUMBERS:
      return etp_test_datum (row, "-1|0|0.5");
    case ETP_FIELD_VALUE:
      return etp_datum_take_value (create_value (journey, random, row->columns));
    case ETP_FIELD_VALUES:
      items = g_ptr_array_new ();
      g_ptr_array_add (items, create_value (journey, random, row->columns));
      return etp_datum_take_items (row, items);
    case ETP_FIELD_DATA:
      return etp_test_datum (row, "other bytes");
    default:
      return create_text (journey, random, row);
    }
}
