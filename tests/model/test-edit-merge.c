/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"
#include "model/etp-usage.h"

/* Two entries or two tags become one, and where they are used. */

typedef struct
{
  EtpJourney *journey;
  char *before;
  guint64 serial; /* before */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
  fixture->before = etp_test_dump (fixture->journey);
}

/* Whatever was done, all of it is one step. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  g_autofree char *after = NULL;

  etp_journey_assert_valid (fixture->journey);
  g_assert_true (etp_check (fixture->journey, NULL));
  if (etp_journey_get_serial (fixture->journey) != fixture->serial)
    g_assert_true (etp_history_undo (history));
  after = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (fixture->before, after);
  g_object_unref (fixture->journey);
  g_free (fixture->before);
}

static EtpNode *
get (Fixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

static void
merge (Fixture *fixture, const char *keep, const char *drop, const char *title)
{
  g_autoptr (GError) error = NULL;

  etp_edit_merge (fixture->journey, get (fixture, keep), get (fixture, drop), &error);
  g_assert_no_error (error);
  g_assert_null (etp_journey_get_node (fixture->journey, drop));
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (fixture->journey)), ==,
                   title);
}

static void
test_personas (Fixture *fixture, gconstpointer data)
{
  EtpNode *node;

  merge (fixture, "eva", "max", "Merge Personas");

  node = get (fixture, "eva");
  g_assert_cmpstr (etp_node_get_text (node, ETP_PERSONA_NAME), ==, "Eva Müller");
  g_assert_cmpstr (etp_node_get_text (node, ETP_PERSONA_COLOR), ==, "#b83c78");
  g_assert_cmpfloat (etp_node_get_number (node, ETP_PERSONA_SHARE), ==, 0.4); /* it had none */

  /* Lists name it once. */
  node = get (fixture, "boots");
  g_assert_cmpuint (etp_node_get_length (node, ETP_OFFER_PERSONAS), ==, 1);
  g_assert_cmpstr (etp_node_get_text_at (node, ETP_OFFER_PERSONAS, 0), ==, "eva");

  /* Both felt something here: what the kept one felt counts. */
  node = get (fixture, "advert");
  g_assert_cmpuint (etp_node_get_length (node, ETP_CARD_EMOTIONS), ==, 1);
  g_assert_cmpstr (
      etp_value_get_text (etp_node_get_value_at (node, ETP_CARD_EMOTIONS, 0), ETP_EMOTION_PERSONA),
      ==, "eva");
  g_assert_cmpfloat (
      etp_value_get_number (etp_node_get_value_at (node, ETP_CARD_EMOTIONS, 0), ETP_EMOTION_VALUE),
      ==, 0.0);
  g_assert_cmpstr (
      etp_value_get_text (etp_node_get_value_at (node, ETP_CARD_EMOTIONS, 0), ETP_EMOTION_FEELING),
      ==, "");

  /* Only the other one did here. */
  node = get (fixture, "order");
  g_assert_cmpuint (etp_node_get_length (node, ETP_CARD_EMOTIONS), ==, 1);
  g_assert_cmpstr (
      etp_value_get_text (etp_node_get_value_at (node, ETP_CARD_EMOTIONS, 0), ETP_EMOTION_PERSONA),
      ==, "eva");

  g_assert_cmpstr (etp_node_get_text (get (fixture, "child"), ETP_KEY_MOMENT_PERSONA), ==, "eva");
}

/* The level of the one that stays is not that of the other one's ratings, nor has it their word. */
static void
test_ratings (Fixture *fixture, gconstpointer data)
{
  EtpValue *kept;

  merge (fixture, "max", "eva", "Merge Personas");
  kept = etp_card_get_emotion (get (fixture, "visit"), "max");
  g_assert_cmpfloat (etp_emotion_get_level (kept), ==, -1.2);
  g_assert_cmpuint (etp_value_get_length (kept, ETP_EMOTION_RATINGS), ==, 0);
  g_assert_cmpfloat (etp_value_get_number (kept, ETP_EMOTION_TARGET), ==, 0.8);
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));

  merge (fixture, "eva", "max", "Merge Personas");
  kept = etp_card_get_emotion (get (fixture, "visit"), "eva");
  g_assert_cmpuint (etp_value_get_length (kept, ETP_EMOTION_RATINGS), ==, 3);
  g_assert_cmpstr (etp_value_get_text (kept, ETP_EMOTION_FEELING), ==, "");
  /* Where it should be was not known. */
  g_assert_cmpfloat (etp_value_get_number (kept, ETP_EMOTION_TARGET), ==, 0.8);
}

static void
test_channels (Fixture *fixture, gconstpointer data)
{
  EtpNode *node;

  merge (fixture, "web", "store", "Merge Channels");

  g_assert_cmpstr (etp_node_get_text (get (fixture, "counter"), ETP_TOUCHPOINT_CHANNEL), ==, "web");
  node = get (fixture, "max");
  g_assert_cmpuint (etp_node_get_length (node, ETP_PERSONA_CHANNELS), ==, 1);
  node = get (fixture, "advert");
  g_assert_cmpstr (etp_node_get_text_at (node, ETP_CARD_CHANNELS, 0), ==, "web");
  g_assert_cmpstr (etp_node_get_text (get (fixture, "web"), ETP_CHANNEL_UNIT), ==, "sales");
}

/* What feeds the other one does not feed itself afterwards. */
static void
test_systems (Fixture *fixture, gconstpointer data)
{
  merge (fixture, "crm", "shop", "Merge Systems");

  g_assert_cmpuint (etp_node_get_length (get (fixture, "crm"), ETP_SYSTEM_FEEDS), ==, 0);
  g_assert_cmpstr (etp_node_get_text_at (get (fixture, "web"), ETP_CHANNEL_SYSTEMS, 0), ==, "crm");
}

static char *
dup_texts (Fixture *fixture, const char *id, guint field)
{
  EtpNode *node = get (fixture, id);
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < etp_node_get_length (node, field); i++)
    g_string_append_printf (texts, "%s|", etp_node_get_text_at (node, field, i));
  return g_string_free (texts, FALSE);
}

static void
assert_texts (Fixture *fixture, const char *id, guint field, const char *expected)
{
  g_autofree char *texts = dup_texts (fixture, id, field);

  g_assert_cmpstr (texts, ==, expected);
}

static void
set (Fixture *fixture, const char *id, guint field, const char *text)
{
  EtpNode *node = get (fixture, id);
  EtpDatum datum = etp_test_datum (&etp_node_record (node)->table->fields[field], text);

  g_assert_true (etp_edit_set (fixture->journey, node, field, &datum, NULL));
}

/* A persona's first trait. */
static void
set_trait (Fixture *fixture, const char *id, const char *name, double value)
{
  EtpDatum name_datum = etp_datum_text (&etp_trait_table.fields[ETP_TRAIT_NAME], name);
  EtpDatum value_datum = etp_datum_number (value);
  EtpNode *node = get (fixture, id);

  if (etp_node_get_length (node, ETP_PERSONA_TRAITS) == 0)
    g_assert_true (etp_edit_add_item (fixture->journey, node, ETP_PERSONA_TRAITS, 0, NULL));
  g_assert_true (etp_edit_set_item (fixture->journey, node, ETP_PERSONA_TRAITS, 0, ETP_TRAIT_NAME,
                                    &name_datum, NULL));
  g_assert_true (etp_edit_set_item (fixture->journey, node, ETP_PERSONA_TRAITS, 0, ETP_TRAIT_VALUE,
                                    &value_datum, NULL));
}

static void
set_up_lists (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
  set (fixture, "eva", ETP_PERSONA_GOALS, "Look good|Pay once");
  set (fixture, "eva", ETP_PERSONA_CHANNELS, "store");
  set_trait (fixture, "eva", "Thrift", 80);
  set (fixture, "store", ETP_CHANNEL_SYSTEMS, "crm|shop");
  g_assert_true (etp_edit_set_usage (fixture->journey, get (fixture, "search"),
                                     get (fixture, "eva"), ETP_ABSENT_INTEGER, NULL));
  g_assert_true (etp_edit_set_usage (fixture->journey, get (fixture, "counter"),
                                     get (fixture, "eva"), 3, NULL));
  g_assert_true (etp_edit_set_usage (fixture->journey, get (fixture, "counter"),
                                     get (fixture, "max"), 2, NULL));
  fixture->serial = etp_journey_get_serial (fixture->journey);
  fixture->before = etp_test_dump (fixture->journey);
}

static void
test_lists_of_personas (Fixture *fixture, gconstpointer data)
{
  merge (fixture, "eva", "max", "Merge Personas");
  assert_texts (fixture, "eva", ETP_PERSONA_GOALS, "Look good|Pay once|Find boots that fit|");
  assert_texts (fixture, "eva", ETP_PERSONA_CHANNELS, "store|web|");
  g_assert_cmpuint (etp_node_get_length (get (fixture, "eva"), ETP_PERSONA_TRAITS), ==, 2);
}

/* What both say of themselves in the same words is said once. */
static void
test_same_traits (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->before);
  set_trait (fixture, "eva", "Patience", 30);
  fixture->serial = etp_journey_get_serial (fixture->journey);
  fixture->before = etp_test_dump (fixture->journey);
  merge (fixture, "max", "eva", "Merge Personas");
  g_assert_cmpuint (etp_node_get_length (get (fixture, "max"), ETP_PERSONA_TRAITS), ==, 1);
  assert_texts (fixture, "max", ETP_PERSONA_GOALS, "Find boots that fit|Pay once|Look good|");
}

static void
test_lists_of_channels (Fixture *fixture, gconstpointer data)
{
  merge (fixture, "web", "store", "Merge Channels");
  assert_texts (fixture, "web", ETP_CHANNEL_SYSTEMS, "shop|crm|");
}

/* How often each persona is there: of whom both say it, what the one that stays says counts. */
static void
test_usages (Fixture *fixture, gconstpointer data)
{
  EtpNode *node = get (fixture, "search");
  EtpValue *first, *second;

  merge (fixture, "search", "counter", "Merge Touchpoints");
  g_assert_cmpuint (etp_node_get_length (node, ETP_TOUCHPOINT_USAGE), ==, 2);
  first = etp_node_get_value_at (node, ETP_TOUCHPOINT_USAGE, 0);
  second = etp_node_get_value_at (node, ETP_TOUCHPOINT_USAGE, 1);
  g_assert_cmpstr (etp_value_get_text (first, ETP_USAGE_PERSONA), ==, "max");
  g_assert_cmpint (etp_value_get_integer (first, ETP_USAGE_LEVEL), ==, 4);
  g_assert_cmpstr (etp_value_get_text (second, ETP_USAGE_PERSONA), ==, "eva");
  g_assert_cmpint (etp_value_get_integer (second, ETP_USAGE_LEVEL), ==, 3);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EtpNode *max = get (fixture, "max");

  g_assert_false (etp_edit_merge (fixture->journey, max, max, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    g_assert_cmpint (etp_list_can_merge ((EtpListKind) list), ==, list <= ETP_LIST_TOUCHPOINTS);
}

static void
set_up_tags (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
  set (fixture, "", ETP_JOURNEY_TAGS, "shop");
  set (fixture, "slow", ETP_CARD_TAGS, "quick|web|shop");
  set (fixture, "visit", ETP_CARD_TAGS, "web");
  set (fixture, "compress", ETP_MEASURE_TAGS, "quick");
  fixture->serial = etp_journey_get_serial (fixture->journey);
  fixture->before = etp_test_dump (fixture->journey);
}

static void
test_rename_tag (Fixture *fixture, gconstpointer data)
{
  g_assert_true (etp_edit_rename_tag (fixture->journey, "quick", "  Quick Win ", NULL));
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (fixture->journey)), ==,
                   "Rename Tag");
  assert_texts (fixture, "slow", ETP_CARD_TAGS, "Quick Win|web|shop|");
  assert_texts (fixture, "compress", ETP_MEASURE_TAGS, "Quick Win|");
  assert_texts (fixture, "visit", ETP_CARD_TAGS, "web|");
}

static void
test_merge_tags (Fixture *fixture, gconstpointer data)
{
  g_assert_true (etp_edit_rename_tag (fixture->journey, "web", "shop", NULL));
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (fixture->journey)), ==,
                   "Merge Tags");
  assert_texts (fixture, "slow", ETP_CARD_TAGS, "quick|shop|");
  assert_texts (fixture, "visit", ETP_CARD_TAGS, "shop|");
  assert_texts (fixture, "", ETP_JOURNEY_TAGS, "shop|");
}

static void
test_remove_tag (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (etp_edit_remove_tag (fixture->journey, "nowhere", &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (etp_edit_rename_tag (fixture->journey, "shop", " ", &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE);

  g_assert_true (etp_edit_remove_tag (fixture->journey, "shop", NULL));
  assert_texts (fixture, "slow", ETP_CARD_TAGS, "quick|web|");
  assert_texts (fixture, "", ETP_JOURNEY_TAGS, "");
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) tags = etp_tags_dup_sorted (fixture->journey);
  g_autoptr (GHashTable) counts = etp_tags_count (fixture->journey);
  g_autoptr (GPtrArray) nodes = etp_tags_dup_nodes (fixture->journey, "shop");
  g_autofree char *joined = g_strjoinv ("|", tags);

  g_assert_cmpstr (joined, ==, "quick|shop|web");
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "quick")), ==, 2);
  g_assert_cmpuint (nodes->len, ==, 2);
  g_assert_true (nodes->pdata[0] == fixture->journey);
  g_assert_true (nodes->pdata[1] == get (fixture, "slow"));
}

/* Each node counts once, however often it names something. */
static void
test_usage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) counts = etp_usage_count (fixture->journey);
  const char *ids[] = { "max", "web", "crm", "survey", "boots", "counter", "slow", "remark" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray) nodes = etp_usage_dup (fixture->journey, ids[i]);

      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, ids[i])), ==, nodes->len);
    }
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "counter")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "remark")), ==, 0);
}

#define ADD(name, set_up, func)                                                                    \
  g_test_add ("/model/edit-merge/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("personas", set_up, test_personas);
  ADD ("ratings", set_up, test_ratings);
  ADD ("channels", set_up, test_channels);
  ADD ("systems", set_up, test_systems);
  ADD ("lists-of-personas", set_up_lists, test_lists_of_personas);
  ADD ("same-traits", set_up_lists, test_same_traits);
  ADD ("lists-of-channels", set_up_lists, test_lists_of_channels);
  ADD ("usages", set_up_lists, test_usages);
  ADD ("refused", set_up, test_refused);
  ADD ("usage", set_up, test_usage);
  ADD ("rename-tag", set_up_tags, test_rename_tag);
  ADD ("merge-tags", set_up_tags, test_merge_tags);
  ADD ("remove-tag", set_up_tags, test_remove_tag);
  ADD ("tags", set_up_tags, test_tags);

  return g_test_run ();
}
