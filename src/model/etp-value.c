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

static gboolean
unknown_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint length = a != NULL ? a->len : 0;

  if (length != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      const EtpMember *x = a->pdata[i];
      const EtpMember *y = b->pdata[i];

      if (strcmp (x->name, y->name) != 0 || strcmp (x->json, y->json) != 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
etp_value_equal (const EtpValue *a, const EtpValue *b)
{
  if (a == b)
    return TRUE;
  if (a->record.table != b->record.table)
    return FALSE;

  for (guint i = 0; i < a->record.table->n_fields; i++)
    {
      g_auto (EtpDatum) x = { 0 };
      g_auto (EtpDatum) y = { 0 };

      if (a->slots[i].bits == b->slots[i].bits)
        continue;
      etp_record_dup_datum (&a->record, i, &x);
      etp_record_dup_datum (&b->record, i, &y);
      if (!etp_datum_equal (&x, &y))
        return FALSE;
    }

  return unknown_equal (a->record.unknown, b->record.unknown);
}

const EtpRecord *
etp_value_record (const EtpValue *self)
{
  return &self->record;
}
