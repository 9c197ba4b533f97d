/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>
#include <string.h>

#include "etp-test-build.h"
#include "model/etp-change.h"
#include "model/etp-error.h"
#include "model/etp-limits.h"
#include "model/etp-tables.h"
#include "model/etp-types.h"

/* Tables, records, values and datums. */

typedef void (*TableFunc) (const EtpTable *table);

static void
foreach_table (TableFunc func)
{
  func (&etp_journey_table);
  for (guint i = 0; i < ETP_N_LISTS; i++)
    func (etp_list_get_table ((EtpListKind) i));
}

static char *
camel_to_kebab (const char *member)
{
  GString *name = g_string_new (NULL);

  for (const char *p = member; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p))
        g_string_append_c (name, '-');
      g_string_append_c (name, g_ascii_tolower (*p));
    }
  return g_string_free (name, FALSE);
}

static void
check_table (const EtpTable *table)
{
  g_assert_cmpstr (table->name, !=, "");
  for (guint i = 0; i < table->n_fields; i++)
    {
      const EtpField *row = &table->fields[i];
      g_autofree char *name = camel_to_kebab (row->member);
      gboolean is_reference = row->type == ETP_FIELD_REF || row->type == ETP_FIELD_REFS;
      gboolean is_nested = row->type == ETP_FIELD_VALUE || row->type == ETP_FIELD_VALUES;

      g_test_message ("%s.%s", table->name, row->member);
      g_assert_cmpstr (row->name, ==, name);
      g_assert_cmpint (etp_table_find_member (table, row->member), ==, (int) i);
      g_assert_cmpint (etp_table_find_name (table, row->name), ==, (int) i);
      g_assert_cmpstr (row->label, !=, NULL);
      g_assert_cmpint (row->words != NULL, ==, row->type == ETP_FIELD_ENUM);
      g_assert_cmpint (row->columns != NULL, ==, is_nested);
      g_assert_cmpint (row->lists != 0, ==, is_reference);
      g_assert_cmpint (row->gone != ETP_GONE_KEEP, ==, is_reference);
      if (row->type == ETP_FIELD_INTEGER || row->type == ETP_FIELD_NUMBER)
        g_assert_cmpfloat (row->minimum, <, row->maximum);
      if (is_nested)
        check_table (row->columns);
    }
}

static void
test_tables (void)
{
  foreach_table (check_table);
}

static void
test_defaults (void)
{
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      g_autoptr (EtpNode) node = etp_node_new ((EtpListKind) list, "a");
      const EtpRecord *record = etp_node_record (node);
      g_autofree GParamSpec **properties = NULL;
      guint n_properties;

      g_assert_true (record->table == etp_list_get_table ((EtpListKind) list));
      g_assert_cmpint (etp_node_get_list (node), ==, list);
      for (guint i = 0; i < record->table->n_fields; i++)
        g_assert_true (etp_record_is_default (record, i));

      properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (node), &n_properties);
      g_assert_cmpuint (n_properties, ==, record->table->n_fields);
      for (guint i = 0; i < n_properties; i++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_assert_cmpint (properties[i]->flags & G_PARAM_WRITABLE, ==, 0);
          g_object_get_property (G_OBJECT (node), properties[i]->name, &value);
        }
    }
}

static void
test_properties (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNode *card = etp_journey_get_node (journey, "visit");
  g_autofree char *title = NULL;
  g_auto (GStrv) tags = NULL;
  g_autoptr (GPtrArray) emotions = NULL;
  gint64 problems, severity;
  double cost;
  gboolean fail_point;

  g_assert_true (ETP_IS_CARD (card));
  g_object_get (card, "title", &title, "tags", &tags, "emotions", &emotions, "problems", &problems,
                "severity", &severity, "cost", &cost, "fail-point", &fail_point, NULL);
  g_assert_cmpstr (title, ==, "Visits the shop");
  g_assert_cmpuint (g_strv_length (tags), ==, 2);
  g_assert_cmpstr (tags[1], ==, "mobile");
  g_assert_cmpuint (emotions->len, ==, 2);
  g_assert_cmpint (problems, ==, 3);
  g_assert_true (severity == ETP_ABSENT_INTEGER);
  g_assert_true (isnan (cost));
  g_assert_false (fail_point);
}

static void
test_enums (void)
{
  g_autoptr (EtpNode) lane = etp_node_new (ETP_LIST_LANES, "a");
  const EtpRecord *record = etp_node_record (lane);
  const EtpField *row = &record->table->fields[ETP_LANE_KIND];
  g_auto (EtpDatum) copy = { 0 };
  EtpDatum datum;

  g_assert_cmpint (etp_record_get_enum (record, ETP_LANE_KIND), ==, ETP_LANE_KIND_TOUCHPOINTS);
  for (guint i = 0; i < ETP_N_LANE_KINDS; i++)
    {
      datum = etp_datum_text (row, etp_lane_kind_words[i]);
      etp_node_init_datum (lane, ETP_LANE_KIND, &datum);
      g_assert_cmpint (etp_record_get_enum (record, ETP_LANE_KIND), ==, (int) i);
      g_assert_cmpstr (etp_record_get_word (record, ETP_LANE_KIND), ==, etp_lane_kind_words[i]);
      g_assert_cmpint (etp_record_is_default (record, ETP_LANE_KIND), ==, i == 0);
    }

  /* A word from the future is kept. */
  datum = etp_datum_text (row, "smells");
  etp_node_init_datum (lane, ETP_LANE_KIND, &datum);
  g_assert_cmpint (etp_record_get_enum (record, ETP_LANE_KIND), ==, -1);
  g_assert_cmpstr (etp_record_get_word (record, ETP_LANE_KIND), ==, "smells");
  etp_record_dup_datum (record, ETP_LANE_KIND, &copy);
  g_assert_cmpstr (copy.u.text, ==, "smells");
}

static void
test_numbers (void)
{
  static const double numbers[] = { 0.0, -0.0, 1.5, -2, 1e300, 5e-324 };
  static const gint64 integers[] = { 0, -1, G_MAXINT64, G_MININT64 + 1 };
  g_autoptr (EtpNode) card = etp_node_new (ETP_LIST_CARDS, "a");
  const EtpRecord *record = etp_node_record (card);
  EtpDatum datum;

  g_assert_true (isnan (etp_record_get_number (record, ETP_CARD_COST)));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      double stored;

      datum = etp_datum_number (numbers[i]);
      etp_node_init_datum (card, ETP_CARD_COST, &datum);
      stored = etp_record_get_number (record, ETP_CARD_COST);
      g_assert_cmpmem (&stored, sizeof stored, &numbers[i], sizeof numbers[i]);
      g_assert_false (etp_record_is_default (record, ETP_CARD_COST));
    }
  datum = etp_datum_number (NAN);
  etp_node_init_datum (card, ETP_CARD_COST, &datum);
  g_assert_true (etp_record_is_default (record, ETP_CARD_COST));

  g_assert_true (etp_record_get_integer (record, ETP_CARD_COUNT) == ETP_ABSENT_INTEGER);
  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      datum = etp_datum_integer (integers[i]);
      etp_node_init_datum (card, ETP_CARD_COUNT, &datum);
      g_assert_true (etp_record_get_integer (record, ETP_CARD_COUNT) == integers[i]);
      g_assert_false (etp_record_is_default (record, ETP_CARD_COUNT));
    }
}

static void
test_values (void)
{
  g_autoptr (EtpValue) a = etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max",
                                           ETP_EMOTION_VALUE, 1.0, ETP_TEST_END);
  g_autoptr (EtpValue) b = etp_test_value (&etp_emotion_table, ETP_EMOTION_VALUE, 1.0,
                                           ETP_EMOTION_PERSONA, "max", ETP_TEST_END);
  g_autoptr (EtpValue) c = NULL;
  g_autoptr (EtpValue) d = NULL;
  EtpDatum datum = etp_datum_number (0);

  g_assert_true (etp_value_equal (a, b));
  etp_value_init_unknown (a, "x-a", "1");
  g_assert_false (etp_value_equal (a, b));

  c = etp_value_with (a, ETP_EMOTION_TARGET, &datum);
  g_assert_cmpfloat (etp_value_get_number (c, ETP_EMOTION_TARGET), ==, 0);
  g_assert_true (isnan (etp_value_get_number (a, ETP_EMOTION_TARGET)));
  g_assert_cmpstr (etp_value_get_text (c, ETP_EMOTION_PERSONA), ==, "max");
  g_assert_cmpuint (etp_value_record (c)->unknown->len, ==, 1);
  g_assert_false (etp_value_equal (a, c));

  memset (&datum, 0, sizeof datum);
  d = etp_value_with (c, ETP_EMOTION_TARGET, &datum);
  g_assert_true (etp_value_equal (a, d));
}

typedef struct
{
  const EtpTable *table;
  guint field;
  const char *text;
  gboolean fine;
} FormCase;

static const FormCase forms[] = {
  { &etp_phase_table, ETP_PHASE_NAME, "Größe\n\x01", TRUE },
  { &etp_phase_table, ETP_PHASE_NAME, "\xff", FALSE },
  { &etp_phase_table, ETP_PHASE_DURATION, "P3D", TRUE },
  { &etp_phase_table, ETP_PHASE_DURATION, "P1Y2M3W4DT5H6M7S", TRUE },
  { &etp_phase_table, ETP_PHASE_DURATION, "P", FALSE },
  { &etp_phase_table, ETP_PHASE_DURATION, "PT", FALSE },
  { &etp_phase_table, ETP_PHASE_DURATION, "P3", FALSE },
  { &etp_phase_table, ETP_PHASE_DURATION, "P3D4Y", FALSE },
  { &etp_phase_table, ETP_PHASE_DURATION, "3 days", FALSE },
  { &etp_phase_table, ETP_PHASE_DURATION, "P1.5D", FALSE },
  { &etp_phase_table, ETP_PHASE_DURATION, "P1000000D", FALSE },
  { &etp_phase_table, ETP_PHASE_COLOR, "teal", TRUE },
  { &etp_phase_table, ETP_PHASE_COLOR, "#12aBff", TRUE },
  { &etp_phase_table, ETP_PHASE_COLOR, "#12aBf", FALSE },
  { &etp_phase_table, ETP_PHASE_COLOR, "#12aBfg", FALSE },
  { &etp_phase_table, ETP_PHASE_COLOR, "Teal", FALSE },
  { &etp_phase_table, ETP_PHASE_WIDTH, "0", TRUE },
  { &etp_phase_table, ETP_PHASE_WIDTH, "-1", FALSE },
  { &etp_phase_table, ETP_PHASE_WIDTH, "inf", FALSE },
  { &etp_measure_table, ETP_MEASURE_DUE, "2024-02-29", TRUE },
  { &etp_measure_table, ETP_MEASURE_DUE, "2026-02-29", FALSE },
  { &etp_measure_table, ETP_MEASURE_DUE, "2026-13-01", FALSE },
  { &etp_measure_table, ETP_MEASURE_DUE, "0000-01-01", FALSE },
  { &etp_measure_table, ETP_MEASURE_DUE, "26-01-01", FALSE },
  { &etp_measure_table, ETP_MEASURE_DUE, "2026-1-1", FALSE },
  { &etp_measure_table, ETP_MEASURE_EFFORT, "1", TRUE },
  { &etp_measure_table, ETP_MEASURE_EFFORT, "5", TRUE },
  { &etp_measure_table, ETP_MEASURE_EFFORT, "0", FALSE },
  { &etp_measure_table, ETP_MEASURE_EFFORT, "6", FALSE },
  { &etp_card_table, ETP_CARD_ICON, "shopping-cart", TRUE },
  { &etp_card_table, ETP_CARD_ICON, "../etc", FALSE },
  { &etp_card_table, ETP_CARD_LANE, "Az_-9", TRUE },
  { &etp_card_table, ETP_CARD_LANE, "a b", FALSE },
  { &etp_card_table, ETP_CARD_LANE, "ä", FALSE },
  { &etp_card_table, ETP_CARD_PERSONAS, "max|eva", TRUE },
  { &etp_card_table, ETP_CARD_PERSONAS, "max|", FALSE },
  { &etp_card_table, ETP_CARD_PERSONAS, "max|e va", FALSE },
  { &etp_emotion_table, ETP_EMOTION_VALUE, "-2", TRUE },
  { &etp_emotion_table, ETP_EMOTION_VALUE, "2", TRUE },
  { &etp_emotion_table, ETP_EMOTION_VALUE, "2.01", FALSE },
  { &etp_emotion_table, ETP_EMOTION_RATINGS, "-2|2", TRUE },
  { &etp_emotion_table, ETP_EMOTION_RATINGS, "0|3", FALSE },
  { &etp_emotion_scale_table, ETP_EMOTION_SCALE_LABELS, "1|2|3|4|5", TRUE },
  { &etp_emotion_scale_table, ETP_EMOTION_SCALE_LABELS, "1|2|3|4|5|6", FALSE },
  { &etp_lane_table, ETP_LANE_KIND, "unheard-of", TRUE }, /* kept when read */
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const EtpField *row = &forms[i].table->fields[forms[i].field];
      g_auto (EtpDatum) datum = etp_test_datum (row, forms[i].text);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s.%s", forms[i].table->name, row->member);
      g_assert_cmpint (etp_datum_check (&datum, row, &error), ==, forms[i].fine);
      if (forms[i].fine)
        g_assert_no_error (error);
      else
        g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE);
    }
}

/* The limits of one text and one list: at the limit and past it. */
static void
test_limits (void)
{
  const EtpField *title = &etp_card_table.fields[ETP_CARD_TITLE];
  const EtpField *tags = &etp_card_table.fields[ETP_CARD_TAGS];
  const EtpField *lane = &etp_card_table.fields[ETP_CARD_LANE];
  g_autofree char *text = g_strnfill (ETP_LIMIT_ONE_TEXT_BYTES + 1, 'a');
  g_autofree char *id = g_strnfill (ETP_LIMIT_ID_LENGTH + 1, 'a');

  for (guint past = 0; past < 2; past++)
    {
      GPtrArray *items = g_ptr_array_new ();
      g_auto (EtpDatum) long_text = etp_datum_text (title, text + 1 - past);
      g_auto (EtpDatum) long_id = etp_datum_text (lane, id + 1 - past);
      g_auto (EtpDatum) long_list = { 0 };

      for (guint i = 0; i < ETP_LIMIT_ITEMS + past; i++)
        g_ptr_array_add (items, g_ref_string_new_intern ("a"));
      long_list = etp_datum_take_items (tags, items);
      g_assert_cmpint (etp_datum_check (&long_text, title, NULL), ==, past == 0);
      g_assert_cmpint (etp_datum_check (&long_id, lane, NULL), ==, past == 0);
      g_assert_cmpint (etp_datum_check (&long_list, tags, NULL), ==, past == 0);
    }
}

static void
test_datums (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) same = etp_test_journey_new_sample ();

  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNode *node = etp_node_list_get (etp_journey_get_list (journey, (EtpListKind) list), 0);
      EtpNode *twin = etp_node_list_get (etp_journey_get_list (same, (EtpListKind) list), 0);
      const EtpTable *table = etp_node_record (node)->table;

      for (guint i = 0; i < table->n_fields; i++)
        {
          g_auto (EtpDatum) a = { 0 };
          g_auto (EtpDatum) b = { 0 };
          g_auto (EtpDatum) c = { 0 };

          etp_record_dup_datum (etp_node_record (node), i, &a);
          etp_record_dup_datum (etp_node_record (twin), i, &b);
          etp_datum_copy (&a, &c);
          g_assert_true (etp_datum_equal (&a, &b));
          g_assert_true (etp_datum_equal (&a, &c));
          g_assert_true (etp_datum_check (&a, &table->fields[i], NULL));
          g_assert_cmpint (etp_datum_is_default (&a, &table->fields[i]), ==,
                           etp_record_is_default (etp_node_record (node), i));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/record/tables", test_tables);
  g_test_add_func ("/model/record/defaults", test_defaults);
  g_test_add_func ("/model/record/properties", test_properties);
  g_test_add_func ("/model/record/enums", test_enums);
  g_test_add_func ("/model/record/numbers", test_numbers);
  g_test_add_func ("/model/record/values", test_values);
  g_test_add_func ("/model/record/forms", test_forms);
  g_test_add_func ("/model/record/limits", test_limits);
  g_test_add_func ("/model/record/datums", test_datums);

  return g_test_run ();
}
