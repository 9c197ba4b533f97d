/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-result.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-edit-node.h"
#include "etp-edit-private.h"
#include "etp-limits.h"
#include "etp-tables.h"

/* What people conclude from a map. */

static EtpNode *
insert (EtpJourney *journey, EtpVerb verb, EtpNode *node, GError **error)
{
  EtpEdit edit;

  if (!etp_edit_begin (&edit, journey, verb, NULL, error))
    return NULL;
  if (!etp_edit_put (&edit, node, G_MAXUINT, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? node : NULL;
}

/* One field set as a transaction of a verb; takes the datum. */
static gboolean
write_field (
    EtpJourney *journey, EtpVerb verb, EtpNode *node, guint field, EtpDatum *datum, GError **error)
{
  EtpEdit edit;

  if (!etp_edit_begin (&edit, journey, verb, NULL, error))
    {
      etp_datum_clear (datum);
      return FALSE;
    }
  if (!etp_edit_write (&edit, node, field, datum, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

static void
init_text (EtpNode *node, guint field, const char *text)
{
  EtpDatum datum = etp_datum_text (&etp_node_record (node)->table->fields[field], text);

  etp_node_init_datum (node, field, &datum);
}

/* NULL: the cards share none, or lie in none. */
static EtpNode *
find_common_phase (EtpJourney *journey, GPtrArray *cards)
{
  EtpNode *common = cards->len > 0 ? etp_edit_find_phase_in_sight (journey, cards->pdata[0]) : NULL;

  for (guint i = 1; i < cards->len; i++)
    if (etp_edit_find_phase_in_sight (journey, cards->pdata[i]) != common)
      return NULL;

  return common;
}

EtpNode *
etp_edit_add_measure_for_cards (EtpJourney *journey,
                                GPtrArray *cards,
                                const char *title,
                                GError **error)
{
  g_autoptr (EtpNode) measure = etp_node_new (ETP_LIST_MEASURES, NULL);
  GPtrArray *ids = g_ptr_array_new ();
  EtpNode *phase;
  EtpDatum datum;

  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (ids, g_ref_string_acquire ((char *) etp_node_get_id (cards->pdata[i])));
  datum = etp_datum_take_items (&etp_measure_table.fields[ETP_MEASURE_CARDS], ids);
  etp_node_init_datum (measure, ETP_MEASURE_CARDS, &datum);
  init_text (measure, ETP_MEASURE_TITLE, title);

  for (guint i = 0; i < cards->len; i++)
    if (!etp_edit_check_node (journey, cards->pdata[i], ETP_LIST_CARDS, error))
      return NULL;
  phase = find_common_phase (journey, cards);
  if (phase != NULL)
    init_text (measure, ETP_MEASURE_PHASE, etp_node_get_id (phase));

  return insert (journey, ETP_VERB_MEASURE_ADD_FROM_CARDS, measure, error);
}

gboolean
etp_edit_move_measures (EtpJourney *journey, GPtrArray *measures, EtpNode *phase, GError **error)
{
  g_autofree char *title = NULL;
  EtpEdit edit;

  if (!etp_edit_check_node (journey, phase, ETP_LIST_PHASES, error))
    return FALSE;
  for (guint i = 0; i < measures->len; i++)
    if (!etp_edit_check_node (journey, measures->pdata[i], ETP_LIST_MEASURES, error))
      return FALSE;
  if (measures->len > 1)
    /* Translators: what undo is called; %u is the number of measures that were moved. */
    title = g_strdup_printf (ngettext ("Move %u Measure", "Move %u Measures", measures->len),
                             measures->len);
  if (title != NULL ? !etp_edit_begin_titled (&edit, journey, title, NULL, error)
                    : !etp_edit_begin (&edit, journey, ETP_VERB_MEASURE_MOVE_TO, NULL, error))
    return FALSE;
  for (guint i = 0; i < measures->len; i++)
    if (!etp_edit_write_text (&edit, measures->pdata[i], ETP_MEASURE_PHASE, etp_node_get_id (phase),
                              error))
      return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

/* The dots that people put onto it stay where they put them. */
static EtpNode *
copy_without_votes (EtpNode *node)
{
  EtpNode *copy = etp_node_copy (node);
  EtpDatum none = { 0 };

  if (etp_node_get_list (node) == ETP_LIST_MEASURES)
    etp_node_init_datum (copy, ETP_MEASURE_VOTES, &none);
  return copy;
}

/* phase: of the copies, which are measures; NULL: that of the originals. */
static gboolean
duplicate (EtpJourney *journey, GPtrArray *nodes, EtpNode *phase, GPtrArray *copies, GError **error)
{
  EtpEdit edit;

  if (!etp_edit_begin (&edit, journey, ETP_VERB_RESULT_DUPLICATE, NULL, error))
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    {
      EtpNodeList *list = etp_journey_get_list (journey, etp_node_get_list (nodes->pdata[i]));
      g_autoptr (EtpNode) copy = copy_without_votes (nodes->pdata[i]);

      if (phase != NULL)
        init_text (copy, ETP_MEASURE_PHASE, etp_node_get_id (phase));
      if (!etp_edit_put_copy (&edit, copy, nodes->pdata[i],
                              etp_node_list_get_index (list, nodes->pdata[i]) + 1, error))
        {
          g_ptr_array_set_size (copies, 0);
          return etp_edit_cancel (&edit);
        }
      g_ptr_array_add (copies, copy);
    }
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_duplicate_results (EtpJourney *journey,
                            GPtrArray *nodes,
                            GPtrArray *copies,
                            GError **error)
{
  for (guint i = 0; i < nodes->len; i++)
    if (!etp_edit_check_node (journey, nodes->pdata[i], ETP_N_LISTS, error))
      return FALSE;
  return duplicate (journey, nodes, NULL, copies, error);
}

gboolean
etp_edit_copy_measures (
    EtpJourney *journey, GPtrArray *measures, EtpNode *phase, GPtrArray *copies, GError **error)
{
  if (!etp_edit_check_node (journey, phase, ETP_LIST_PHASES, error))
    return FALSE;
  for (guint i = 0; i < measures->len; i++)
    if (!etp_edit_check_node (journey, measures->pdata[i], ETP_LIST_MEASURES, error))
      return FALSE;
  return duplicate (journey, measures, phase, copies, error);
}

/* The entry of a persona in a nested list with one number in it, set or (absent) taken away. */
static gboolean
write_number_of_persona (EtpJourney *journey,
                         EtpVerb verb,
                         EtpNode *node,
                         guint field,
                         guint key_column,
                         EtpNode *persona,
                         guint column,
                         gint64 number,
                         GError **error)
{
  const EtpRecord *record = etp_node_record (node);
  const char *id = etp_node_get_id (persona);
  int index = etp_values_find (record, field, key_column, id);
  EtpDatum datum = etp_datum_integer (number);
  EtpValue *value = NULL;

  if (number != ETP_ABSENT_INTEGER)
    value = etp_values_make (record, field, key_column, id, column, &datum);
  datum = etp_values_replace (record, field, index, value);
  return write_field (journey, verb, node, field, &datum, error);
}

gboolean
etp_edit_rate_measure (
    EtpJourney *journey, EtpNode *measure, EtpNode *persona, gint64 value, GError **error)
{
  EtpDatum datum = etp_datum_integer (value);

  if (!etp_edit_check_node (journey, measure, ETP_LIST_MEASURES, error))
    return FALSE;
  if (persona == NULL)
    return write_field (journey, ETP_VERB_MEASURE_RATE, measure, ETP_MEASURE_BUSINESS_VALUE, &datum,
                        error);

  return etp_edit_check_node (journey, persona, ETP_LIST_PERSONAS, error)
         && write_number_of_persona (journey, ETP_VERB_MEASURE_RATE, measure,
                                     ETP_MEASURE_CUSTOMER_VALUES, ETP_CUSTOMER_VALUE_PERSONA,
                                     persona, ETP_CUSTOMER_VALUE_VALUE, value, error);
}

gboolean
etp_edit_set_usage (
    EtpJourney *journey, EtpNode *touchpoint, EtpNode *persona, gint64 level, GError **error)
{
  return etp_edit_check_node (journey, touchpoint, ETP_LIST_TOUCHPOINTS, error)
         && etp_edit_check_node (journey, persona, ETP_LIST_PERSONAS, error)
         && write_number_of_persona (journey, ETP_VERB_TOUCHPOINT_SET_USAGE, touchpoint,
                                     ETP_TOUCHPOINT_USAGE, ETP_USAGE_PERSONA, persona,
                                     ETP_USAGE_LEVEL, level, error);
}

/* The readings with a new one of a date that has none yet, before the first later one. */
static EtpDatum
insert_reading (const EtpRecord *record, EtpValue *reading)
{
  const char *date = etp_value_get_text (reading, ETP_READING_DATE);
  guint length = etp_record_get_length (record, ETP_METRIC_VALUES);
  GPtrArray *readings = g_ptr_array_new ();

  for (guint i = 0; i < length; i++)
    {
      EtpValue *other = etp_record_get_value_at (record, ETP_METRIC_VALUES, i);

      if (reading != NULL && strcmp (etp_value_get_text (other, ETP_READING_DATE), date) > 0)
        g_ptr_array_add (readings, g_steal_pointer (&reading));
      g_ptr_array_add (readings, etp_value_ref (other));
    }
  if (reading != NULL)
    g_ptr_array_add (readings, reading);

  return etp_datum_take_items (&record->table->fields[ETP_METRIC_VALUES], readings);
}

gboolean
etp_edit_record_metric (EtpJourney *journey,
                        EtpNode *metric,
                        const char *date,
                        double value,
                        EtpNode *source,
                        GError **error)
{
  const EtpRecord *record = etp_node_record (metric);
  EtpDatum number = etp_datum_number (value);
  EtpDatum datum;
  EtpValue *reading;
  int index;

  if (!etp_edit_check_node (journey, metric, ETP_LIST_METRICS, error)
      || (source != NULL && !etp_edit_check_node (journey, source, ETP_LIST_SOURCES, error)))
    return FALSE;
  if (date[0] == '\0')
    return etp_edit_refuse (error, ETP_MODEL_ERROR_VALUE, _ ("A metric’s value needs a date."));

  index = etp_values_find (record, ETP_METRIC_VALUES, ETP_READING_DATE, date);
  reading = etp_values_make (record, ETP_METRIC_VALUES, ETP_READING_DATE, date, ETP_READING_VALUE,
                             &number);
  if (source != NULL)
    {
      EtpValue *sourced;

      datum = etp_datum_text (&etp_reading_table.fields[ETP_READING_SOURCE],
                              etp_node_get_id (source));
      sourced = etp_value_with (reading, ETP_READING_SOURCE, &datum);
      etp_value_unref (reading);
      reading = sourced;
    }

  datum = index >= 0 ? etp_values_replace (record, ETP_METRIC_VALUES, index, reading)
                     : insert_reading (record, reading);
  return write_field (journey, ETP_VERB_METRIC_RECORD, metric, ETP_METRIC_VALUES, &datum, error);
}

gboolean
etp_edit_forget_metric (EtpJourney *journey, EtpNode *metric, const char *date, GError **error)
{
  const EtpRecord *record = etp_node_record (metric);
  EtpDatum datum;
  int index;

  if (!etp_edit_check_node (journey, metric, ETP_LIST_METRICS, error))
    return FALSE;

  index = etp_values_find (record, ETP_METRIC_VALUES, ETP_READING_DATE, date);
  if (index < 0)
    return etp_edit_refuse (error, ETP_MODEL_ERROR_NOT_FOUND,
                            _ ("The metric has no value on that day."));
  datum = etp_values_replace (record, ETP_METRIC_VALUES, index, NULL);
  return write_field (journey, ETP_VERB_METRIC_FORGET, metric, ETP_METRIC_VALUES, &datum, error);
}

static EtpNode *
find_link (EtpJourney *journey, EtpNode *from, EtpNode *to, EtpLinkKind kind)
{
  EtpNodeList *links = etp_journey_get_list (journey, ETP_LIST_LINKS);
  EtpNode *link;

  for (guint i = 0; (link = etp_node_list_get (links, i)) != NULL; i++)
    if (strcmp (etp_node_get_text (link, ETP_LINK_FROM), etp_node_get_id (from)) == 0
        && strcmp (etp_node_get_text (link, ETP_LINK_TO), etp_node_get_id (to)) == 0
        && etp_node_get_enum (link, ETP_LINK_KIND) == (int) kind)
      return link;

  return NULL;
}

EtpNode *
etp_edit_connect (EtpJourney *journey, EtpNode *from, EtpNode *to, EtpLinkKind kind, GError **error)
{
  g_autoptr (EtpNode) link = NULL;
  EtpNode *known;

  g_return_val_if_fail ((guint) kind < ETP_N_LINK_KINDS, NULL);

  if (!etp_edit_check_node (journey, from, ETP_N_LISTS, error)
      || !etp_edit_check_node (journey, to, ETP_N_LISTS, error))
    return NULL;
  if (from == to)
    {
      etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                       _ ("A link leads from one card to another."));
      return NULL;
    }
  known = find_link (journey, from, to, kind);
  if (known != NULL)
    return known;

  link = etp_node_new (ETP_LIST_LINKS, NULL);
  init_text (link, ETP_LINK_FROM, etp_node_get_id (from));
  init_text (link, ETP_LINK_TO, etp_node_get_id (to));
  init_text (link, ETP_LINK_KIND, etp_link_kind_words[kind]);
  return insert (journey, ETP_VERB_LINK_CONNECT, link, error);
}

gboolean
etp_edit_set_insights (EtpJourney *journey, const char *const *texts, GError **error)
{
  EtpNode *root = ETP_NODE (journey);
  guint n_old = etp_node_get_length (root, ETP_JOURNEY_INSIGHTS);
  GPtrArray *insights = g_ptr_array_new ();
  EtpDatum datum;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      EtpDatum text = etp_datum_text (&etp_insight_table.fields[ETP_INSIGHT_TEXT], texts[i]);
      EtpValue *insight;

      if (i < n_old)
        insight = etp_value_with (etp_node_get_value_at (root, ETP_JOURNEY_INSIGHTS, i),
                                  ETP_INSIGHT_TEXT, &text);
      else
        {
          insight = etp_value_new (&etp_insight_table);
          etp_value_init_datum (insight, ETP_INSIGHT_TEXT, &text);
        }
      g_ptr_array_add (insights, insight);
    }

  datum = etp_datum_take_items (&etp_journey_table.fields[ETP_JOURNEY_INSIGHTS], insights);
  return write_field (journey, ETP_VERB_INSIGHTS_SET, root, ETP_JOURNEY_INSIGHTS, &datum, error);
}

EtpNode *
etp_edit_add_comment (EtpJourney *journey,
                      EtpNode *on,
                      const char *text,
                      const char *author,
                      const char *date,
                      GError **error)
{
  g_autoptr (EtpNode) comment = etp_node_new (ETP_LIST_COMMENTS, NULL);

  if (!etp_edit_check_node (journey, on, ETP_N_LISTS, error))
    return NULL;

  init_text (comment, ETP_COMMENT_ON, etp_node_get_id (on));
  init_text (comment, ETP_COMMENT_TEXT, text);
  init_text (comment, ETP_COMMENT_AUTHOR, author);
  init_text (comment, ETP_COMMENT_DATE, date);
  return insert (journey, etp_verb_for_list (ETP_LIST_COMMENTS, ETP_VERB_ACTION_ADD), comment,
                 error);
}

EtpNode *
etp_edit_import_asset (EtpJourney *journey, const char *type, GBytes *bytes, GError **error)
{
  EtpNodeList *assets = etp_journey_get_list (journey, ETP_LIST_ASSETS);
  g_autoptr (EtpNode) asset = NULL;
  EtpNode *known;
  EtpDatum datum;

  for (guint i = 0; (known = etp_node_list_get (assets, i)) != NULL; i++)
    {
      GBytes *data = etp_node_get_bytes (known, ETP_ASSET_DATA);

      if (data != NULL && g_bytes_equal (data, bytes)
          && strcmp (etp_node_get_text (known, ETP_ASSET_TYPE), type) == 0)
        return known;
    }
  if (g_bytes_get_size (bytes) > ETP_LIMIT_ASSET_BYTES)
    {
      etp_edit_refuse (error, ETP_MODEL_ERROR_LIMIT, _ ("An image may be at most 1 MiB large."));
      return NULL;
    }

  asset = etp_node_new (ETP_LIST_ASSETS, NULL);
  init_text (asset, ETP_ASSET_TYPE, type);
  datum = etp_datum_bytes (bytes);
  etp_node_init_datum (asset, ETP_ASSET_DATA, &datum);
  return insert (journey, ETP_VERB_ASSET_IMPORT, asset, error);
}
