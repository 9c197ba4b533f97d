/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-merge.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "etp-edit-emotion.h"
#include "etp-edit-private.h"
#include "etp-heirs.h"
#include "etp-limits.h"
#include "etp-references.h"
#include "etp-tables.h"

/* First the entry that stays takes what it lacks, of lists what is missing there, then all that names the other one names it, then
 * the other one goes, which nobody names any more. */

typedef struct
{
  EtpJourney *journey;
  EtpNode *keep;
  const char *keep_id, *drop_id;
} Merge;

gboolean
etp_list_can_merge (EtpListKind list)
{
  return (guint) list <= ETP_LIST_TOUCHPOINTS;
}

static EtpVerb
get_verb (EtpListKind list)
{
  G_STATIC_ASSERT (ETP_LIST_UNITS == 0);
  G_STATIC_ASSERT (ETP_VERB_TOUCHPOINT_MERGE - ETP_VERB_UNIT_MERGE == ETP_LIST_TOUCHPOINTS);

  return (EtpVerb) (ETP_VERB_UNIT_MERGE + (guint) list);
}

/* Words of a list and switches have no empty state that another one could fill. */
static gboolean
can_take (EtpFieldType type)
{
  return type != ETP_FIELD_ENUM && type != ETP_FIELD_BOOLEAN;
}

static gboolean
takes (const EtpRecord *keep, const EtpRecord *drop, guint field)
{
  return can_take (keep->table->fields[field].type) && etp_record_is_default (keep, field)
         && !etp_record_is_default (drop, field);
}

static gboolean
has_text (GPtrArray *items, const char *text)
{
  for (guint i = 0; i < items->len; i++)
    if (strcmp (items->pdata[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* The column whose text says whom a value is about, each once; -1: values are no such thing. */
static int
find_key (const EtpTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == ETP_FIELD_REF && table->fields[i].gone == ETP_GONE_REMOVE)
      return (int) i;
  return -1;
}

/* Whether a list says of somebody what the value says, or, of values about nobody, the same. */
static gboolean
has_value (GPtrArray *values, EtpValue *value)
{
  const int key = find_key (etp_value_record (value)->table);

  for (guint i = 0; i < values->len; i++)
    if (key >= 0 ? strcmp (etp_value_get_text (values->pdata[i], (guint) key),
                           etp_value_get_text (value, (guint) key))
                       == 0
                 : etp_value_equal (values->pdata[i], value))
      return TRUE;
  return FALSE;
}

static void
add_item (GPtrArray *items, gpointer item, gboolean is_value)
{
  g_ptr_array_add (items, is_value ? (gpointer) etp_value_ref (item) : g_ref_string_acquire (item));
}

/* Takes the list of the one that stays and adds what only the other one's has, as far as a list may go:
 * neither is empty. */
static EtpDatum
join_lists (const EtpRecord *keep, const EtpRecord *drop, guint field)
{
  const EtpField *row = &keep->table->fields[field];
  const gboolean is_values = row->type == ETP_FIELD_VALUES;
  g_auto (EtpDatum) kept = { 0 };
  g_auto (EtpDatum) other = { 0 };
  GPtrArray *items = g_ptr_array_new ();

  etp_record_dup_datum (keep, field, &kept);
  etp_record_dup_datum (drop, field, &other);
  for (guint i = 0; i < kept.u.items->len; i++)
    add_item (items, kept.u.items->pdata[i], is_values);
  for (guint i = 0; i < other.u.items->len && items->len < ETP_LIMIT_ITEMS; i++)
    if (!(is_values ? has_value (items, other.u.items->pdata[i])
                    : has_text (items, other.u.items->pdata[i])))
      add_item (items, other.u.items->pdata[i], is_values);
  return etp_datum_take_items (row, items);
}

static gboolean
joins (const EtpRecord *keep, const EtpRecord *drop, guint field)
{
  const EtpFieldType type = keep->table->fields[field].type;

  return (type == ETP_FIELD_TEXTS || type == ETP_FIELD_REFS || type == ETP_FIELD_VALUES)
         && !etp_record_is_default (keep, field) && !etp_record_is_default (drop, field);
}

static void
take_fields (const Merge *self, EtpNode *drop)
{
  const EtpRecord *record = etp_node_record (self->keep);
  const EtpRecord *other = etp_node_record (drop);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      EtpDatum datum = { 0 };

      if (joins (record, other, i))
        datum = join_lists (record, other, i);
      else if (takes (record, other, i))
        etp_record_dup_datum (other, i, &datum);
      else
        continue;
      etp_change_set (self->journey, self->keep, i, &datum);
    }
}

/* A level that is known stays as it is: what belongs to another one (the ratings whose mean it is, its
 * word, what it rests on) would be wrong of it. A note is of the persona and the step. */
static gboolean
is_settled (EtpValue *keep, guint field)
{
  return etp_value_record (keep)->table == &etp_emotion_table && field != ETP_EMOTION_TARGET
         && field != ETP_EMOTION_NOTE && !isnan (etp_emotion_get_level (keep));
}

/* Takes keep. */
static EtpValue *
fill_value (EtpValue *keep, EtpValue *drop)
{
  EtpValue *filled = etp_value_ref (keep);

  for (guint i = 0; i < etp_value_record (keep)->table->n_fields; i++)
    {
      EtpDatum datum = { 0 };
      EtpValue *next;

      if (!takes (etp_value_record (keep), etp_value_record (drop), i) || is_settled (keep, i))
        continue;
      etp_record_dup_datum (etp_value_record (drop), i, &datum);
      next = etp_value_with (filled, i, &datum);
      etp_value_unref (filled);
      filled = next;
    }
  etp_value_unref (keep);
  return filled;
}

/* In the place of the first of the two; names_itself: the list is that of the entry that stays. */
static EtpDatum
redirect_ids (const Merge *self, const EtpRecord *record, guint field, gboolean names_itself)
{
  const guint length = etp_record_get_length (record, field);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < length; i++)
    {
      const char *id = etp_record_get_text_at (record, field, i);
      const gboolean is_one = strcmp (id, self->drop_id) == 0 || strcmp (id, self->keep_id) == 0;

      if (is_one && (names_itself || has_text (ids, self->keep_id)))
        continue;
      g_ptr_array_add (ids, g_ref_string_new (is_one ? self->keep_id : id));
    }
  return etp_datum_take_items (&record->table->fields[field], ids);
}

static EtpValue *
redirect_value (const Merge *self, EtpValue *value)
{
  EtpValue *result = etp_value_ref (value);

  for (guint i = 0; i < etp_value_record (value)->table->n_fields; i++)
    {
      const EtpRecord *record = etp_value_record (result);
      const EtpField *row = &record->table->fields[i];
      EtpDatum datum = { 0 };
      EtpValue *next;

      if (row->type == ETP_FIELD_REF
          && strcmp (etp_record_get_text (record, i), self->drop_id) == 0)
        datum = etp_datum_text (row, self->keep_id);
      else if (row->type == ETP_FIELD_REFS)
        datum = redirect_ids (self, record, i, FALSE);
      else
        continue;
      next = etp_value_with (result, i, &datum);
      etp_value_unref (result);
      result = next;
    }
  return result;
}

static EtpDatum
redirect_values (const Merge *self, const EtpRecord *record, guint field)
{
  const EtpField *row = &record->table->fields[field];
  const guint length = etp_record_get_length (record, field);
  const int key = find_key (row->columns);
  const int kept = key >= 0 ? etp_values_find (record, field, (guint) key, self->keep_id) : -1;
  const int dropped = key >= 0 ? etp_values_find (record, field, (guint) key, self->drop_id) : -1;
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < length; i++)
    {
      EtpValue *value = redirect_value (self, etp_record_get_value_at (record, field, i));

      if (kept >= 0 && (int) i == dropped)
        etp_value_unref (value);
      else if (dropped >= 0 && (int) i == kept)
        g_ptr_array_add (
            values, fill_value (value, etp_record_get_value_at (record, field, (guint) dropped)));
      else
        g_ptr_array_add (values, value);
    }
  return etp_datum_take_items (row, values);
}

static gboolean
names_drop (const EtpReference *reference, gpointer user_data)
{
  const Merge *self = user_data;

  return strcmp (reference->id, self->drop_id) != 0;
}

static void
redirect_field (const Merge *self, EtpNode *node, guint field)
{
  const EtpRecord *record = etp_node_record (node);
  const EtpField *row = &record->table->fields[field];
  EtpDatum datum = { 0 };

  if (etp_record_is_default (record, field))
    return;
  switch (row->type)
    {
    case ETP_FIELD_REF:
      if (strcmp (etp_record_get_text (record, field), self->drop_id) != 0)
        return;
      datum = etp_datum_text (row, node == self->keep ? "" : self->keep_id);
      break;
    case ETP_FIELD_REFS:
      datum = redirect_ids (self, record, field, node == self->keep);
      break;
    case ETP_FIELD_VALUE:
      datum = etp_datum_take_value (redirect_value (self, etp_record_get_value (record, field)));
      break;
    case ETP_FIELD_VALUES:
      datum = redirect_values (self, record, field);
      break;
    default:
      return;
    }
  etp_change_set (self->journey, node, field, &datum); /* records nothing if it is as it was */
}

static void
redirect_node (Merge *self, EtpNode *node)
{
  const EtpRecord *record = etp_node_record (node);

  /* What stays may have taken a list in which it stands itself. */
  if (node != self->keep && etp_record_foreach_reference (record, names_drop, self))
    return;
  for (guint i = 0; i < record->table->n_fields; i++)
    redirect_field (self, node, i);
}

static void
redirect_all (Merge *self, EtpNode *drop)
{
  redirect_node (self, ETP_NODE (self->journey));
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (self->journey, (EtpListKind) list);
      EtpNode *node;

      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        if (node != drop)
          redirect_node (self, node);
    }
}

gboolean
etp_edit_merge (EtpJourney *journey, EtpNode *keep, EtpNode *drop, GError **error)
{
  const EtpListKind list = etp_node_get_list (keep);
  Merge self = { journey, keep, etp_node_get_id (keep), etp_node_get_id (drop) };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *gone = g_strdup (self.drop_id);
  EtpEdit edit;

  g_return_val_if_fail (etp_list_can_merge (list), FALSE);

  if (!etp_edit_check_node (journey, keep, list, error)
      || !etp_edit_check_node (journey, drop, list, error))
    return FALSE;
  if (keep == drop)
    return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                            _ ("An entry cannot be merged with itself."));
  if (!etp_edit_begin (&edit, journey, get_verb (list), NULL, error))
    return FALSE;
  take_fields (&self, drop);
  redirect_all (&self, drop);
  g_hash_table_add (ids, (gpointer) self.drop_id);
  etp_edit_drop (&edit, ids);
  if (!etp_edit_commit (&edit, error))
    return FALSE;
  etp_heirs_note (journey, ETP_HEIR_ENTRY, gone, self.keep_id, TRUE);
  return TRUE;
}
