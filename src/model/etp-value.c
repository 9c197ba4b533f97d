/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-record-private.h"

#include <string.h>

/* A nested object of the document: one block with its slots, immutable once it is shared. Emotions
 * are the most frequent ones, one or two a step. */

struct _EtpValue
{
  gatomicrefcount references;
  EtpRecord record;
  EtpSlot slots[];
};

G_DEFINE_BOXED_TYPE (EtpValue, etp_value, etp_value_ref, etp_value_unref)

EtpValue *
etp_value_new (const EtpTable *table)
{
  EtpValue *self = g_malloc0 (sizeof *self + table->n_fields * sizeof (EtpSlot));

  g_atomic_ref_count_init (&self->references);
  self->record.table = table;
  self->record.slots = self->slots;
  return self;
}

EtpValue *
etp_value_ref (EtpValue *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
etp_value_unref (EtpValue *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  etp_record_clear (&self->record);
  g_free (self);
}

void
etp_value_init_datum (EtpValue *self, guint field, EtpDatum *datum)
{
  g_assert (g_atomic_ref_count_compare (&self->references, 1));
  etp_record_set (&self->record, field, datum);
}

void
etp_value_init_unknown (EtpValue *self, const char *name, const char *json)
{
  g_assert (g_atomic_ref_count_compare (&self->references, 1));
  etp_record_add_unknown (&self->record, name, json);
}

EtpValue *
etp_value_with (const EtpValue *self, guint field, EtpDatum *datum)
{
  const EtpRecord *record = &self->record;
  EtpValue *copy = etp_value_new (record->table);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      EtpDatum same = { 0 };

      if (i == field || etp_record_is_default (record, i))
        continue;
      etp_record_dup_datum (record, i, &same);
      etp_record_set (&copy->record, i, &same);
    }
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len; i++)
    {
      EtpMember *member = record->unknown->pdata[i];

      etp_record_add_unknown (&copy->record, member->name, member->json);
    }
  etp_record_set (&copy->record, field, datum);
  return copy;
}

gboolean
etp_record_has_same_unknown (const EtpRecord *a, const EtpRecord *b)
{
  guint length = a->unknown != NULL ? a->unknown->len : 0;

  if (length != (b->unknown != NULL ? b->unknown->len : 0))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      const EtpMember *x = a->unknown->pdata[i];
      const EtpMember *y = b->unknown->pdata[i];

      if (strcmp (x->name, y->name) != 0 || strcmp (x->json, y->json) != 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
etp_record_is_same (const EtpRecord *a, const EtpRecord *b, guint field)
{
  g_auto (EtpDatum) x = { 0 };
  g_auto (EtpDatum) y = { 0 };

  if (a->slots[field].bits == b->slots[field].bits)
    return TRUE;
  etp_record_dup_datum (a, field, &x);
  etp_record_dup_datum (b, field, &y);
  return etp_datum_equal (&x, &y);
}

gboolean
etp_value_equal (const EtpValue *a, const EtpValue *b)
{
  if (a == b)
    return TRUE;
  if (a->record.table != b->record.table)
    return FALSE;

  for (guint i = 0; i < a->record.table->n_fields; i++)
    if (!etp_record_is_same (&a->record, &b->record, i))
      return FALSE;

  return etp_record_has_same_unknown (&a->record, &b->record);
}

const EtpRecord *
etp_value_record (const EtpValue *self)
{
  return &self->record;
}
