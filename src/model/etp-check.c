/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-change.h"
#include "etp-fields.h"
#include "etp-id.h"
#include "etp-limits.h"

/* What is wrong with a document, for people who can mend it. Runs at each opening, so what is fine
 * is passed quickly and nothing is built for it. The rules of single fields come from the rows; the
 * rules between objects are in etp-check-rules.c. */

static void
finding_free (gpointer data)
{
  EtpFinding *finding = data;

  g_free (finding->id);
  g_free (finding->path);
  g_free (finding->message);
  g_free (finding);
}

static char *
create_path (EtpCheck *self, EtpCheckSpot spot)
{
  const EtpTable *table = etp_node_record (self->node)->table;
  GString *path = g_string_new (NULL);

  if (etp_node_get_list (self->node) != ETP_N_LISTS)
    g_string_append_printf (path, "/%s/%u", etp_list_get_member (etp_node_get_list (self->node)),
                            self->position);
  if (spot.field >= 0)
    g_string_append_printf (path, "/%s", table->fields[spot.field].member);
  if (spot.item >= 0)
    g_string_append_printf (path, "/%d", spot.item);
  if (spot.column >= 0)
    g_string_append_printf (path, "/%s",
                            table->fields[spot.field].columns->fields[spot.column].member);
  if (spot.index >= 0)
    g_string_append_printf (path, "/%d", spot.index);

  return g_string_free (path, FALSE);
}

void
etp_check_report (EtpCheck *self, EtpSeverity severity, EtpCheckSpot spot, char *message)
{
  EtpFinding *finding;

  if (self->findings->len >= ETP_CHECK_MAX_FINDINGS)
    {
      g_free (message);
      return;
    }

  finding = g_new (EtpFinding, 1);
  finding->id = g_strdup (etp_node_get_id (self->node));
  finding->path = create_path (self, spot);
  finding->severity = severity;
  finding->message = message;
  g_ptr_array_add (self->findings, finding);
}

static void
report_text (EtpCheck *self, EtpSeverity severity, EtpCheckSpot spot, const char *message)
{
  etp_check_report (self, severity, spot, g_strdup (message));
}

static void
check_form (EtpCheck *self, const EtpRecord *record, guint field, EtpCheckSpot spot)
{
  const EtpField *row = &record->table->fields[field];
  g_auto (EtpDatum) datum = { 0 };
  g_autoptr (GError) error = NULL;

  etp_record_dup_datum (record, field, &datum);
  if (!etp_datum_check (&datum, row, &error))
    report_text (self, ETP_SEVERITY_ERROR, spot, error->message);
}

static void
check_word (EtpCheck *self, const EtpRecord *record, guint field, EtpCheckSpot spot)
{
  if (etp_record_get_enum (record, field) >= 0)
    return;

  etp_check_report (self, ETP_SEVERITY_WARNING, spot,
                    /* Translators: a field's name, then the word that is not known */
                    g_strdup_printf (_ ("“%s” is “%s”, which this version does not know."),
                                     _ (record->table->fields[field].label),
                                     etp_record_get_word (record, field)));
}

static void check_record (EtpCheck *self, const EtpRecord *record, EtpCheckSpot spot);

static void
check_values (EtpCheck *self, const EtpRecord *record, guint field)
{
  guint length = etp_record_get_length (record, field);

  if (length > ETP_LIMIT_ITEMS)
    check_form (self, record, field, ETP_SPOT (field));
  for (guint i = 0; i < length; i++)
    {
      EtpCheckSpot spot = { (int) field, (int) i, -1, -1 };

      check_record (self, etp_value_record (etp_record_get_value_at (record, field, i)), spot);
    }
}

static void
check_field (EtpCheck *self, const EtpRecord *record, guint field, EtpCheckSpot spot)
{
  switch (record->table->fields[field].type)
    {
    case ETP_FIELD_BOOLEAN:
      break;
    case ETP_FIELD_TEXT:
      /* Valid UTF-8 since it was read; only its length may be wrong. */
      if (strlen (etp_record_get_text (record, field)) > ETP_LIMIT_ONE_TEXT_BYTES)
        check_form (self, record, field, spot);
      break;
    case ETP_FIELD_ENUM:
      check_word (self, record, field, spot);
      break;
    case ETP_FIELD_VALUE:
      check_record (self, etp_value_record (etp_record_get_value (record, field)), spot);
      break;
    case ETP_FIELD_VALUES:
      check_values (self, record, field);
      break;
    default:
      check_form (self, record, field, spot);
      break;
    }
}

/* spot: where the record is; for a node itself its field is -1. */
static void
check_record (EtpCheck *self, const EtpRecord *record, EtpCheckSpot spot)
{
  gboolean nested = spot.field >= 0;

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      if (etp_record_is_default (record, i))
        continue;
      if (nested)
        spot.column = (int) i;
      else
        spot.field = (int) i;
      check_field (self, record, i, spot);
    }
}

static gboolean
check_target (const EtpReference *reference, gpointer user_data)
{
  EtpCheck *self = user_data;
  EtpNode *target = etp_journey_get_node (self->journey, reference->id);
  EtpCheckSpot spot = { (int) reference->field, reference->item, reference->column,
                        reference->index };

  if (target != NULL && (reference->row->lists & (1u << etp_node_get_list (target))) != 0)
    return TRUE;

  if (target == NULL)
    etp_check_report (self, ETP_SEVERITY_ERROR, spot,
                      /* Translators: a field's name, then an id that no object has */
                      g_strdup_printf (_ ("“%s” names “%s”, which is not in the journey."),
                                       _ (reference->row->label), reference->id));
  else
    etp_check_report (self, ETP_SEVERITY_ERROR, spot,
                      /* Translators: a field's name, then the id of an object of a wrong kind */
                      g_strdup_printf (_ ("“%s” names “%s”, which cannot stand there."),
                                       _ (reference->row->label), reference->id));
  return TRUE;
}

/* Nested lists that have one entry for each key. */
static const struct
{
  EtpListKind list;
  guint field, column;
} keyed_lists[] = {
  { ETP_LIST_CARDS, ETP_CARD_EMOTIONS, ETP_EMOTION_PERSONA },
  { ETP_LIST_CARDS, ETP_CARD_VOTES, ETP_VOTE_ROUND },
  { ETP_LIST_TOUCHPOINTS, ETP_TOUCHPOINT_USAGE, ETP_USAGE_PERSONA },
  { ETP_LIST_MEASURES, ETP_MEASURE_CUSTOMER_VALUES, ETP_CUSTOMER_VALUE_PERSONA },
  { ETP_LIST_MEASURES, ETP_MEASURE_VOTES, ETP_VOTE_ROUND },
  { ETP_LIST_METRICS, ETP_METRIC_VALUES, ETP_READING_DATE },
};

static void
check_keys (EtpCheck *self, guint field, guint column)
{
  const EtpRecord *record = etp_node_record (self->node);
  guint length = etp_record_get_length (record, field);
  g_autoptr (GHashTable) seen = NULL;

  if (length < 2)
    return;

  seen = g_hash_table_new (etp_id_hash, g_str_equal);
  for (guint i = 0; i < length; i++)
    {
      const char *key = etp_value_get_text (etp_record_get_value_at (record, field, i), column);
      EtpCheckSpot spot = { (int) field, (int) i, (int) column, -1 };

      if (!g_hash_table_add (seen, (gpointer) key))
        etp_check_report (self, ETP_SEVERITY_WARNING, spot,
                          /* Translators: the name of a list, then what occurs in it twice */
                          g_strdup_printf (_ ("“%s” has more than one entry for “%s”."),
                                           _ (record->table->fields[field].label), key));
    }
}

static void
check_repeated_ids (EtpCheck *self, guint field)
{
  const EtpRecord *record = etp_node_record (self->node);
  guint length = etp_record_get_length (record, field);
  g_autoptr (GHashTable) seen = NULL;

  if (length < 2)
    return;

  seen = g_hash_table_new (etp_id_hash, g_str_equal);
  for (guint i = 0; i < length; i++)
    {
      const char *id = etp_record_get_text_at (record, field, i);
      EtpCheckSpot spot = { (int) field, -1, -1, (int) i };

      if (!g_hash_table_add (seen, (gpointer) id))
        etp_check_report (self, ETP_SEVERITY_HINT, spot,
                          /* Translators: the name of a list, then what stands in it twice */
                          g_strdup_printf (_ ("“%s” names “%s” twice."),
                                           _ (record->table->fields[field].label), id));
    }
}

static void
check_node (EtpCheck *self, EtpNode *node, guint position)
{
  const EtpRecord *record = etp_node_record (node);
  EtpListKind list = etp_node_get_list (node);

  self->node = node;
  self->position = position;
  check_record (self, record, ETP_SPOT (-1));
  etp_record_foreach_reference (record, check_target, self);
  for (guint i = 0; i < G_N_ELEMENTS (keyed_lists); i++)
    if (keyed_lists[i].list == list)
      check_keys (self, keyed_lists[i].field, keyed_lists[i].column);
  for (guint i = 0; i < record->table->n_fields; i++)
    if (record->table->fields[i].type == ETP_FIELD_REFS)
      check_repeated_ids (self, i);

  if (list == ETP_LIST_CARDS)
    etp_check_card (self);
  else
    etp_check_other (self);
}

gboolean
etp_check (EtpJourney *journey, GPtrArray **findings)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (finding_free);
  EtpCheck self = { .journey = journey, .findings = found };
  gboolean sound;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), FALSE);

  check_node (&self, ETP_NODE (journey), 0);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, (EtpListKind) list);
      EtpNode *node;

      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        check_node (&self, node, i);
    }

  sound = found->len == 0;
  if (findings != NULL)
    *findings = g_steal_pointer (&found);
  return sound;
}
