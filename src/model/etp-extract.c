/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-extract-private.h"

#include <math.h>
#include <string.h>

#include "etp-change.h"
#include "etp-tables.h"

/* No id of a document has a dot. */
static const char logo_id[] = "logo.given";

/* First it is decided which nodes stay behind (etp-extract-marks.c), then the others are copied, and
 * what they say about those that are gone is cleaned as the rows of the tables say. */

typedef enum
{
  COPIED,
  LEFT_OUT,
  HOLDER_GONE, /* the value that holds the field goes with what it names */
} Outcome;

static gboolean
is_gone (const EtpExtract *self, const EtpField *row, const char *id)
{
  if (id[0] == '\0')
    return FALSE;
  if (g_hash_table_contains (self->gone, id))
    return TRUE;
  return g_hash_table_contains (self->bare, id) && row != &etp_card_table.fields[ETP_CARD_STEP];
}

/* Who worked on the map: owners would be named there again. */
static gboolean
is_of_people (const EtpField *row)
{
  return row->columns == &etp_contributor_table || row == &etp_review_table.fields[ETP_REVIEW_BY];
}

/* Where files lie in the house and what they are called there. */
static gboolean
is_of_files (const EtpField *row)
{
  return row == &etp_card_table.fields[ETP_CARD_JOURNEY];
}

/* What a customer is worth is money as a whole: its shares and counts tell of it too. */
static gboolean
is_money (const EtpField *row)
{
  return (row->flags & ETP_FIELD_MONEY) != 0 || row->columns == &etp_lifetime_table;
}

/* What is left out of every copy for people outside, whatever node it stands in. */
static gboolean
is_withheld (const EtpExtract *self, const EtpField *row)
{
  return self->options->external
         && (is_money (row) || (row->flags & ETP_FIELD_OWNER) != 0
             || row->columns == &etp_vote_table || is_of_people (row) || is_of_files (row));
}

static void
count_withheld (EtpExtract *self, const EtpField *row)
{
  if (is_of_people (row) || is_of_files (row))
    return;
  if (is_money (row))
    self->counts->n_money++;
  else if ((row->flags & ETP_FIELD_OWNER) != 0)
    self->counts->n_owners++;
  else
    self->counts->n_votes++;
}

static GPtrArray *
list_kept_references (const EtpExtract *self, const EtpRecord *record, guint field)
{
  const EtpField *row = &record->table->fields[field];
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  for (guint i = 0; i < etp_record_get_length (record, field); i++)
    {
      const char *id = etp_record_get_text_at (record, field, i);

      if (!is_gone (self, row, id))
        g_ptr_array_add (kept, g_ref_string_new (id));
    }
  return kept;
}

static GPtrArray *
list_said_texts (const EtpRecord *record, guint field)
{
  GPtrArray *said = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  for (guint i = 0; i < etp_record_get_length (record, field); i++)
    {
      const char *text = etp_record_get_text_at (record, field, i);

      if (!etp_extract_is_blank (text))
        g_ptr_array_add (said, g_ref_string_new (text));
    }
  return said;
}

static EtpValue *copy_value (EtpExtract *self, EtpValue *value);

static GPtrArray *
list_kept_values (EtpExtract *self, const EtpRecord *record, guint field)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_value_unref);

  for (guint i = 0; i < etp_record_get_length (record, field); i++)
    {
      EtpValue *value = copy_value (self, etp_record_get_value_at (record, field, i));

      if (value != NULL)
        g_ptr_array_add (kept, value);
    }
  return kept;
}

/* datum is filled only if the field is copied. */
static Outcome
copy_field (EtpExtract *self, const EtpRecord *record, guint field, EtpDatum *datum)
{
  const EtpField *row = &record->table->fields[field];
  EtpValue *value;

  if (is_withheld (self, row))
    {
      count_withheld (self, row);
      return LEFT_OUT;
    }
  switch (row->type)
    {
    case ETP_FIELD_REF:
      if (is_gone (self, row, etp_record_get_text (record, field)))
        return row->gone == ETP_GONE_REMOVE ? HOLDER_GONE : LEFT_OUT;
      etp_record_dup_datum (record, field, datum);
      return COPIED;
    case ETP_FIELD_REFS:
      *datum = etp_datum_take_items (row, list_kept_references (self, record, field));
      return COPIED;
    case ETP_FIELD_VALUES:
      *datum = etp_datum_take_items (row, list_kept_values (self, record, field));
      return COPIED;
    case ETP_FIELD_VALUE:
      value = copy_value (self, etp_record_get_value (record, field));
      if (value == NULL)
        return LEFT_OUT;
      *datum = etp_datum_take_value (value);
      return COPIED;
    case ETP_FIELD_TEXT:
      if (etp_extract_is_blank (etp_record_get_text (record, field)))
        return LEFT_OUT;
      etp_record_dup_datum (record, field, datum);
      return COPIED;
    case ETP_FIELD_TEXTS:
      /* Labels of a scale stand for their places. */
      if (record->table == &etp_emotion_scale_table)
        etp_record_dup_datum (record, field, datum);
      else
        *datum = etp_datum_take_items (row, list_said_texts (record, field));
      return COPIED;
    default:
      etp_record_dup_datum (record, field, datum);
      return COPIED;
    }
}

/* A room's ratings are votes: what is left of them is their mean. */
static gboolean
replace_ratings (EtpExtract *self, const EtpRecord *record, EtpValue *copy)
{
  EtpDatum datum;
  double sum = 0;
  guint n;

  if (record->table != &etp_emotion_table || !self->options->external)
    return FALSE;
  n = etp_record_get_length (record, ETP_EMOTION_RATINGS);
  if (n == 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    sum += etp_record_get_number_at (record, ETP_EMOTION_RATINGS, i);
  datum = etp_datum_number (round (sum / n * 10) / 10);
  etp_value_init_datum (copy, ETP_EMOTION_VALUE, &datum);
  self->counts->n_votes++;
  return TRUE;
}

/* NULL: it goes with what it names. */
static EtpValue *
copy_value (EtpExtract *self, EtpValue *value)
{
  const EtpRecord *record = etp_value_record (value);
  g_autoptr (EtpValue) copy = etp_value_new (record->table);
  gboolean has_mean = replace_ratings (self, record, copy);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      EtpDatum datum;
      Outcome outcome;

      if (etp_record_is_default (record, i)
          || (has_mean && (i == ETP_EMOTION_VALUE || i == ETP_EMOTION_RATINGS)))
        continue;
      outcome = copy_field (self, record, i, &datum);
      if (outcome == HOLDER_GONE)
        return NULL;
      if (outcome == COPIED)
        etp_value_init_datum (copy, i, &datum);
    }
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len && !self->options->external;
       i++)
    {
      const EtpMember *member = record->unknown->pdata[i];

      etp_value_init_unknown (copy, member->name, member->json);
    }
  return g_steal_pointer (&copy);
}

static void
set_hidden (EtpNode *node, guint field, gboolean hidden)
{
  EtpDatum datum = etp_datum_boolean (hidden);

  etp_node_init_datum (node, field, &datum);
}

static void
copy_text (EtpNode *copy, const EtpRecord *record, guint field, const char *text)
{
  EtpDatum datum = etp_datum_text (&record->table->fields[field], text);

  etp_node_init_datum (copy, field, &datum);
}

/* The place of a card, whose phases may be gone in part. */
static void
copy_place (EtpExtract *self, EtpNode *card, EtpNode *copy)
{
  const EtpRecord *record = etp_node_record (card);
  EtpExtractSpan span;

  copy_text (copy, record, ETP_CARD_LANE, etp_record_get_text (record, ETP_CARD_LANE));
  if (!etp_extract_find_span (self, card, &span))
    {
      copy_text (copy, record, ETP_CARD_PHASE, etp_record_get_text (record, ETP_CARD_PHASE));
      copy_text (copy, record, ETP_CARD_UNTIL, etp_record_get_text (record, ETP_CARD_UNTIL));
      return;
    }
  copy_text (copy, record, ETP_CARD_PHASE, span.first);
  copy_text (copy, record, ETP_CARD_UNTIL, span.last != span.first ? span.last : "");
}

static gboolean
is_place (EtpListKind list, guint field)
{
  return list == ETP_LIST_CARDS
         && (field == ETP_CARD_LANE || field == ETP_CARD_PHASE || field == ETP_CARD_UNTIL);
}

/* All that a bare step says. */
static gboolean
is_kept_of_bare (EtpListKind list, guint field)
{
  if (list == ETP_LIST_LANES)
    return field == ETP_LANE_KIND;
  return list == ETP_LIST_CARDS
         && (field == ETP_CARD_TITLE || field == ETP_CARD_TOUCHPOINT || field == ETP_CARD_CHANNELS
             || field == ETP_CARD_EMOTIONS || field == ETP_CARD_MOMENT_OF_TRUTH
             || field == ETP_CARD_PERSONAS);
}

static void
copy_unknown (EtpExtract *self, const EtpRecord *record, EtpNode *copy)
{
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len && !self->options->external;
       i++)
    {
      const EtpMember *member = record->unknown->pdata[i];

      etp_node_init_unknown (copy, member->name, member->json);
    }
}

/* What is expected of a metric is one of its values: it stays with the metric. */
static gboolean
is_of_gone_metric (EtpExtract *self, EtpNode *node, guint field)
{
  EtpNode *metric;

  if (etp_node_get_list (node) != ETP_LIST_MEASURES || field != ETP_MEASURE_EXPECTED)
    return FALSE;
  metric = etp_journey_get_node (self->journey, etp_node_get_text (node, ETP_MEASURE_METRIC));
  if (metric == NULL || !g_hash_table_contains (self->gone, etp_node_get_id (metric)))
    return FALSE;
  if (self->options->external && etp_extract_is_in_money (self, metric))
    self->counts->n_money++;
  return TRUE;
}

static EtpNode *
copy_node (EtpExtract *self, EtpNode *node)
{
  const EtpRecord *record = etp_node_record (node);
  EtpListKind list = etp_node_get_list (node);
  const char *id = etp_node_get_id (node);
  gboolean is_bare = g_hash_table_contains (self->bare, id);
  EtpNode *copy = etp_node_new (list, id);

  if (list == ETP_LIST_CARDS)
    copy_place (self, node, copy);
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      EtpDatum datum;

      if (etp_record_is_default (record, i) || is_place (list, i)
          || (is_bare && !is_kept_of_bare (list, i)) || is_of_gone_metric (self, node, i))
        continue;
      if (copy_field (self, record, i, &datum) == COPIED)
        etp_node_init_datum (copy, i, &datum);
    }
  if (list == ETP_LIST_PHASES && (is_bare || etp_extract_is_chosen (self->options->phases, id)))
    set_hidden (copy, ETP_PHASE_HIDDEN, is_bare);
  if (list == ETP_LIST_LANES && (is_bare || etp_extract_is_chosen (self->options->lanes, id)))
    set_hidden (copy, ETP_LANE_HIDDEN, is_bare);
  if (!is_bare)
    copy_unknown (self, record, copy);
  return copy;
}

static void
copy_root (EtpExtract *self, EtpJourney *copy)
{
  const EtpRecord *record = etp_node_record (ETP_NODE (self->journey));

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      EtpDatum datum;

      if (self->options->blank && i == ETP_JOURNEY_INSIGHTS)
        continue;
      if (!etp_record_is_default (record, i) && copy_field (self, record, i, &datum) == COPIED)
        etp_node_init_datum (ETP_NODE (copy), i, &datum);
    }
  copy_unknown (self, record, ETP_NODE (copy));
}

static gboolean
note_asset (const EtpReference *reference, gpointer user_data)
{
  if (reference->row->lists == 1u << ETP_LIST_ASSETS)
    g_hash_table_add (user_data, g_ref_string_new (reference->id));
  return TRUE;
}

static void
count_node (EtpExtract *self, EtpNode *node, gboolean is_kept)
{
  EtpListKind list = etp_node_get_list (node);

  if (is_kept && !g_hash_table_contains (self->bare, etp_node_get_id (node)))
    self->counts->kept[list]++;
  else
    self->counts->left[list]++;
}

static void
copy_lists (EtpExtract *self, EtpJourney *copy)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (
      g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release, NULL);
  EtpNode *node;

  etp_record_foreach_reference (etp_node_record (ETP_NODE (copy)), note_asset, shown);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    for (guint i = 0;
         (node = etp_node_list_get (etp_journey_get_list (self->journey, list), i)) != NULL; i++)
      {
        g_autoptr (EtpNode) twin = NULL;
        const char *id = etp_node_get_id (node);
        gboolean is_kept = list == ETP_LIST_ASSETS ? g_hash_table_contains (shown, id)
                                                   : !g_hash_table_contains (self->gone, id);

        count_node (self, node, is_kept);
        if (!is_kept)
          continue;
        twin = copy_node (self, node);
        etp_record_foreach_reference (etp_node_record (twin), note_asset, shown);
        etp_journey_build_add (copy, twin);
      }
}

/* A picture from outside becomes the logo; the one before goes unless something else shows it. */
static void
set_logo (EtpExtract *self, EtpJourney *copy)
{
  const EtpRecord *theme = NULL;
  g_autoptr (EtpNode) asset = NULL;
  EtpValue *value = etp_node_get_value (copy, ETP_JOURNEY_THEME);
  EtpValue *with_logo = etp_value_new (&etp_theme_table);
  EtpDatum datum;

  if (value != NULL)
    {
      theme = etp_value_record (value);
      etp_record_dup_datum (theme, ETP_THEME_ACCENT, &datum);
      etp_value_init_datum (with_logo, ETP_THEME_ACCENT, &datum);
    }
  asset = etp_node_new (ETP_LIST_ASSETS, logo_id);
  datum = etp_datum_text (&etp_asset_table.fields[ETP_ASSET_TYPE], self->options->logo_type);
  etp_node_init_datum (asset, ETP_ASSET_TYPE, &datum);
  datum = etp_datum_bytes (self->options->logo_bytes);
  etp_node_init_datum (asset, ETP_ASSET_DATA, &datum);
  etp_journey_build_add (copy, asset);
  datum = etp_datum_text (&etp_theme_table.fields[ETP_THEME_LOGO], logo_id);
  etp_value_init_datum (with_logo, ETP_THEME_LOGO, &datum);
  datum = etp_datum_take_value (with_logo);
  etp_node_init_datum (ETP_NODE (copy), ETP_JOURNEY_THEME, &datum);
}

static void
add_free_lanes (EtpExtract *self, EtpJourney *copy)
{
  for (guint i = 0; i < self->options->n_free_lanes; i++)
    {
      g_autofree char *id = g_strdup_printf ("free.%u", i + 1); /* no id of a document has a dot */
      g_autoptr (EtpNode) lane = etp_node_new (ETP_LIST_LANES, id);
      EtpDatum datum = etp_datum_text (&etp_lane_table.fields[ETP_LANE_KIND],
                                       etp_lane_kind_words[ETP_LANE_KIND_TEXT]);

      etp_node_init_datum (lane, ETP_LANE_KIND, &datum);
      etp_journey_build_add (copy, lane);
    }
}

EtpJourney *
etp_extract_new (EtpJourney *journey, const EtpExtractOptions *options, EtpExtractCounts *counts)
{
  EtpExtractCounts not_asked = { 0 };
  EtpExtract self = {
    .journey = journey,
    .options = options,
    .gone = g_hash_table_new (g_str_hash, g_str_equal),
    .bare = g_hash_table_new (g_str_hash, g_str_equal),
    .counts = counts != NULL ? counts : &not_asked,
  };
  EtpJourney *copy = etp_journey_new ();

  memset (self.counts, 0, sizeof *self.counts);
  etp_extract_mark (&self);
  copy_root (&self, copy);
  if (options->logo_bytes != NULL)
    set_logo (&self, copy);
  copy_lists (&self, copy);
  add_free_lanes (&self, copy);
  g_hash_table_unref (self.gone);
  g_hash_table_unref (self.bare);
  return copy;
}
