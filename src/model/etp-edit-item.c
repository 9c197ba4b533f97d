/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-edit-private.h"

/* Values are immutable: an edit writes a new list of mostly the same values. */

static EtpVerb
get_verb (EtpNode *node)
{
  EtpListKind list = etp_node_get_list (node);

  return list == ETP_N_LISTS ? ETP_VERB_JOURNEY_EDIT
                             : etp_verb_for_list (list, ETP_VERB_ACTION_EDIT);
}

static GPtrArray *
copy_items (EtpNode *node, guint field)
{
  const EtpRecord *record = etp_node_record (node);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < etp_record_get_length (record, field); i++)
    g_ptr_array_add (items, etp_value_ref (etp_record_get_value_at (record, field, i)));
  return items;
}

/* Takes items; key: for coalescing, or NULL. */
static gboolean
write_items (EtpJourney *journey,
             EtpNode *node,
             guint field,
             GPtrArray *items,
             const char *key,
             GError **error)
{
  EtpDatum datum = etp_datum_take_items (&etp_node_record (node)->table->fields[field], items);
  EtpEdit edit;

  if (!etp_edit_check_node (journey, node, ETP_N_LISTS, error)
      || !etp_edit_begin (&edit, journey, get_verb (node), key, error))
    {
      etp_datum_clear (&datum);
      return FALSE;
    }
  if (!etp_edit_write (&edit, node, field, &datum, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

static gboolean
has_item (EtpNode *node, guint field, guint item, GError **error)
{
  const EtpTable *table = etp_node_record (node)->table;

  g_return_val_if_fail (field < table->n_fields, FALSE);
  g_return_val_if_fail (table->fields[field].type == ETP_FIELD_VALUES, FALSE);
  if (item < etp_record_get_length (etp_node_record (node), field))
    return TRUE;
  return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED, _ ("This entry is not there any more."));
}

gboolean
etp_edit_set_item (EtpJourney *journey,
                   EtpNode *node,
                   guint field,
                   guint item,
                   guint column,
                   EtpDatum *datum,
                   GError **error)
{
  g_auto (EtpDatum) taken = *datum;
  g_autofree char *key = NULL;
  EtpFieldType type;
  EtpValue *old;
  GPtrArray *items;

  memset (datum, 0, sizeof *datum);
  if (!has_item (node, field, item, error))
    return FALSE;
  type = etp_node_record (node)->table->fields[field].columns->fields[column].type;
  if (type == ETP_FIELD_TEXT || type == ETP_FIELD_NUMBER || type == ETP_FIELD_INTEGER)
    key = g_strdup_printf ("set %s %u %u %u", etp_node_get_id (node), field, item, column);
  items = copy_items (node, field);
  old = items->pdata[item];
  items->pdata[item] = etp_value_with (old, column, &taken);
  etp_value_unref (old);
  memset (&taken, 0, sizeof taken);
  return write_items (journey, node, field, items, key, error);
}

gboolean
etp_edit_add_item (EtpJourney *journey, EtpNode *node, guint field, guint position, GError **error)
{
  const EtpField *row = &etp_node_record (node)->table->fields[field];
  GPtrArray *items;

  g_return_val_if_fail (row->type == ETP_FIELD_VALUES, FALSE);

  items = copy_items (node, field);
  g_ptr_array_insert (items, (int) MIN (position, items->len), etp_value_new (row->columns));
  return write_items (journey, node, field, items, NULL, error);
}

gboolean
etp_edit_remove_item (EtpJourney *journey, EtpNode *node, guint field, guint item, GError **error)
{
  GPtrArray *items;

  if (!has_item (node, field, item, error))
    return FALSE;
  items = copy_items (node, field);
  etp_value_unref (g_ptr_array_remove_index (items, item));
  return write_items (journey, node, field, items, NULL, error);
}

gboolean
etp_edit_move_item (
    EtpJourney *journey, EtpNode *node, guint field, guint item, guint position, GError **error)
{
  GPtrArray *items;
  EtpValue *value;

  if (!has_item (node, field, item, error))
    return FALSE;
  items = copy_items (node, field);
  value = g_ptr_array_remove_index (items, item);
  g_ptr_array_insert (items, (int) MIN (position, items->len), value);
  return write_items (journey, node, field, items, NULL, error);
}
