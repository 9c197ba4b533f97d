/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-private.h"

#include <string.h>

/* Nested lists with one entry for each persona, round or date. Values are immutable, so an edit
 * makes a new list of mostly the same values. A repeated key is the document's own business (the
 * check reports it): the first one counts, the others stay. */

int
etp_values_find (const EtpRecord *record, guint field, guint column, const char *key)
{
  guint length = etp_record_get_length (record, field);

  for (guint i = 0; i < length; i++)
    if (strcmp (etp_value_get_text (etp_record_get_value_at (record, field, i), column), key) == 0)
      return (int) i;

  return -1;
}

EtpDatum
etp_values_replace (const EtpRecord *record, guint field, int index, EtpValue *value)
{
  GPtrArray *values = g_ptr_array_new ();
  guint length = etp_record_get_length (record, field);

  for (guint i = 0; i < length; i++)
    if ((int) i != index)
      g_ptr_array_add (values, etp_value_ref (etp_record_get_value_at (record, field, i)));
  if (value != NULL)
    g_ptr_array_insert (values, index, value);

  return etp_datum_take_items (&record->table->fields[field], values);
}

EtpValue *
etp_values_make (const EtpRecord *record,
                 guint field,
                 guint key_column,
                 const char *key,
                 guint column,
                 EtpDatum *datum)
{
  const EtpTable *table = record->table->fields[field].columns;
  int index = etp_values_find (record, field, key_column, key);
  EtpDatum key_datum;
  EtpValue *value;

  if (index >= 0)
    return etp_value_with (etp_record_get_value_at (record, field, (guint) index), column, datum);

  value = etp_value_new (table);
  key_datum = etp_datum_text (&table->fields[key_column], key);
  etp_value_init_datum (value, key_column, &key_datum);
  etp_value_init_datum (value, column, datum);
  return value;
}
