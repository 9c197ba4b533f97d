/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-references.h"

/* Runs over all nodes whenever one is removed: default slots are passed by at once. */

typedef struct
{
  EtpReferenceFunc func;
  gpointer user_data;
  EtpReference reference;
} Walk;

static gboolean
walk_field (Walk *walk, const EtpRecord *record, guint field)
{
  const EtpField *row = &record->table->fields[field];
  guint length;

  walk->reference.row = row;
  walk->reference.index = -1;
  if (row->type == ETP_FIELD_REF)
    {
      walk->reference.id = etp_record_get_text (record, field);
      return walk->func (&walk->reference, walk->user_data);
    }

  length = etp_record_get_length (record, field);
  for (guint i = 0; i < length; i++)
    {
      walk->reference.row = row;
      walk->reference.index = (int) i;
      walk->reference.id = etp_record_get_text_at (record, field, i);
      if (walk->reference.id[0] != '\0' && !walk->func (&walk->reference, walk->user_data))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_reference (EtpFieldType type)
{
  return type == ETP_FIELD_REF || type == ETP_FIELD_REFS;
}

static gboolean
walk_value (Walk *walk, const EtpRecord *value)
{
  for (guint i = 0; i < value->table->n_fields; i++)
    {
      if (!is_reference (value->table->fields[i].type) || etp_record_is_default (value, i))
        continue;
      walk->reference.column = (int) i;
      if (!walk_field (walk, value, i))
        return FALSE;
    }

  return TRUE;
}

static gboolean
walk_values (Walk *walk, const EtpRecord *record, guint field)
{
  guint length = etp_record_get_length (record, field);

  for (guint i = 0; i < length; i++)
    {
      walk->reference.item = (int) i;
      if (!walk_value (walk, etp_value_record (etp_record_get_value_at (record, field, i))))
        return FALSE;
    }

  return TRUE;
}

gboolean
etp_record_foreach_reference (const EtpRecord *record, EtpReferenceFunc func, gpointer user_data)
{
  Walk walk = { .func = func, .user_data = user_data };

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      EtpFieldType type = record->table->fields[i].type;

      if (etp_record_is_default (record, i))
        continue;

      walk.reference.field = i;
      walk.reference.item = -1;
      walk.reference.column = -1;
      if (is_reference (type) && !walk_field (&walk, record, i))
        return FALSE;
      if (type == ETP_FIELD_VALUES && !walk_values (&walk, record, i))
        return FALSE;
      if (type == ETP_FIELD_VALUE
          && !walk_value (&walk, etp_value_record (etp_record_get_value (record, i))))
        return FALSE;
    }

  return TRUE;
}
