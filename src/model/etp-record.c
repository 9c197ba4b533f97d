/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-record-private.h"

#include <math.h>
#include <string.h>

/* Slots by table. A map of 10,000 cards has 410,000 of them, nearly all default: see the encoding
 * in etp-record-private.h. */

G_STATIC_ASSERT (sizeof (EtpSlot) == 8 || sizeof (gpointer) != 8);

#define NAN_BITS G_GUINT64_CONSTANT (0x7ff8000000000000)
#define ABSENT_BITS ((guint64) ETP_ABSENT_INTEGER)

typedef union
{
  double number;
  guint64 bits;
} NumberBits;

static double
slot_get_number (const EtpSlot *slot)
{
  NumberBits number = { .bits = slot->bits ^ NAN_BITS };

  return number.number;
}

static const EtpField *
get_field (const EtpRecord *self, guint field)
{
  g_assert (field < self->table->n_fields);
  return &self->table->fields[field];
}

gboolean
etp_field_is_text (EtpFieldType type)
{
  switch (type)
    {
    case ETP_FIELD_TEXT:
    case ETP_FIELD_ENUM:
    case ETP_FIELD_DATE:
    case ETP_FIELD_DURATION:
    case ETP_FIELD_COLOR:
    case ETP_FIELD_ICON:
    case ETP_FIELD_REF:
    case ETP_FIELD_JSON:
      return TRUE;
    case ETP_FIELD_BOOLEAN:
    case ETP_FIELD_INTEGER:
    case ETP_FIELD_NUMBER:
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_NUMBERS:
    case ETP_FIELD_VALUE:
    case ETP_FIELD_VALUES:
    case ETP_FIELD_DATA:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
slot_take_word (EtpSlot *slot, const EtpField *field, EtpDatum *datum)
{
  guint64 index;

  for (index = 0; field->words[index] != NULL; index++)
    if (strcmp (field->words[index], datum->u.text) == 0)
      break;

  if (field->words[index] == NULL)
    {
      slot->text = g_steal_pointer (&datum->u.text);
      return;
    }
  slot->bits = index == 0 ? 0 : 2 * index + 1;
  etp_datum_clear (datum);
}

void
etp_slot_take (EtpSlot *slot, const EtpField *field, EtpDatum *datum)
{
  NumberBits number;

  slot->bits = 0;
  if (etp_datum_is_default (datum, field))
    {
      etp_datum_clear (datum);
      return;
    }

  g_assert (datum->type == field->type);
  switch (field->type)
    {
    case ETP_FIELD_ENUM:
      slot_take_word (slot, field, datum);
      return;
    case ETP_FIELD_BOOLEAN:
      slot->boolean = TRUE;
      break;
    case ETP_FIELD_INTEGER:
      slot->bits = (guint64) datum->u.integer ^ ABSENT_BITS;
      break;
    case ETP_FIELD_NUMBER:
      number.number = datum->u.number;
      slot->bits = number.bits ^ NAN_BITS;
      break;
    default:
      slot->pointer = datum->u.text; /* every other member of the union is a pointer, too */
      break;
    }
  memset (datum, 0, sizeof *datum);
}

void
etp_slot_clear (EtpSlot *slot, const EtpField *field)
{
  if (slot->bits == 0)
    return;

  switch (field->type)
    {
    case ETP_FIELD_BOOLEAN:
    case ETP_FIELD_INTEGER:
    case ETP_FIELD_NUMBER:
      break;
    case ETP_FIELD_ENUM:
      if ((slot->bits & 1) == 0)
        g_ref_string_release (slot->text);
      break;
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_VALUES:
      g_ptr_array_unref (slot->items);
      break;
    case ETP_FIELD_NUMBERS:
      g_array_unref (slot->numbers);
      break;
    case ETP_FIELD_VALUE:
      etp_value_unref (slot->value);
      break;
    case ETP_FIELD_DATA:
      g_bytes_unref (slot->bytes);
      break;
    default:
      g_ref_string_release (slot->text);
      break;
    }
  slot->bits = 0;
}

static void
member_free (gpointer data)
{
  EtpMember *member = data;

  g_free (member->name);
  g_free (member->json);
  g_free (member);
}

void
etp_record_clear (EtpRecord *self)
{
  for (guint i = 0; i < self->table->n_fields; i++)
    etp_slot_clear (&self->slots[i], &self->table->fields[i]);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
}

void
etp_record_set (EtpRecord *self, guint field, EtpDatum *datum)
{
  const EtpField *row = get_field (self, field);
  EtpSlot old = self->slots[field];

  etp_slot_take (&self->slots[field], row, datum);
  etp_slot_clear (&old, row);
}

void
etp_record_add_unknown (EtpRecord *self, const char *name, const char *json)
{
  EtpMember *member = g_new (EtpMember, 1);

  member->name = g_strdup (name);
  member->json = g_strdup (json);
  if (self->unknown == NULL)
    self->unknown = g_ptr_array_new_with_free_func (member_free);
  g_ptr_array_add (self->unknown, member);
}

const char *
etp_record_get_text (const EtpRecord *self, guint field)
{
  const EtpField *row = get_field (self, field);

  if (row->type == ETP_FIELD_ENUM)
    return etp_record_get_word (self, field);

  g_return_val_if_fail (etp_field_is_text (row->type), "");
  return self->slots[field].text != NULL ? self->slots[field].text : "";
}

gboolean
etp_record_get_boolean (const EtpRecord *self, guint field)
{
  g_return_val_if_fail (get_field (self, field)->type == ETP_FIELD_BOOLEAN, FALSE);
  return self->slots[field].boolean;
}

int
etp_record_get_enum (const EtpRecord *self, guint field)
{
  guint64 bits = self->slots[field].bits;

  g_return_val_if_fail (get_field (self, field)->type == ETP_FIELD_ENUM, -1);
  if (bits == 0)
    return 0;
  return (bits & 1) != 0 ? (int) (bits / 2) : -1;
}

const char *
etp_record_get_word (const EtpRecord *self, guint field)
{
  int index = etp_record_get_enum (self, field);

  return index >= 0 ? get_field (self, field)->words[index] : self->slots[field].text;
}

gint64
etp_record_get_integer (const EtpRecord *self, guint field)
{
  g_return_val_if_fail (get_field (self, field)->type == ETP_FIELD_INTEGER, ETP_ABSENT_INTEGER);
  return (gint64) (self->slots[field].bits ^ ABSENT_BITS);
}

double
etp_record_get_number (const EtpRecord *self, guint field)
{
  g_return_val_if_fail (get_field (self, field)->type == ETP_FIELD_NUMBER, NAN);
  return slot_get_number (&self->slots[field]);
}

guint
etp_record_get_length (const EtpRecord *self, guint field)
{
  const EtpSlot *slot = &self->slots[field];

  switch (get_field (self, field)->type)
    {
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_VALUES:
      return slot->items != NULL ? slot->items->len : 0;
    case ETP_FIELD_NUMBERS:
      return slot->numbers != NULL ? slot->numbers->len : 0;
    default:
      g_return_val_if_reached (0);
    }
}

const char *
etp_record_get_text_at (const EtpRecord *self, guint field, guint index)
{
  EtpFieldType type = get_field (self, field)->type;

  g_return_val_if_fail (type == ETP_FIELD_REFS || type == ETP_FIELD_TEXTS, "");
  g_return_val_if_fail (index < etp_record_get_length (self, field), "");
  return self->slots[field].items->pdata[index];
}

double
etp_record_get_number_at (const EtpRecord *self, guint field, guint index)
{
  g_return_val_if_fail (get_field (self, field)->type == ETP_FIELD_NUMBERS, NAN);
  g_return_val_if_fail (index < etp_record_get_length (self, field), NAN);
  return g_array_index (self->slots[field].numbers, double, index);
}

EtpValue *
etp_record_get_value_at (const EtpRecord *self, guint field, guint index)
{
  g_return_val_if_fail (get_field (self, field)->type == ETP_FIELD_VALUES, NULL);
  g_return_val_if_fail (index < etp_record_get_length (self, field), NULL);
  return self->slots[field].items->pdata[index];
}

EtpValue *
etp_record_get_value (const EtpRecord *self, guint field)
{
  g_return_val_if_fail (get_field (self, field)->type == ETP_FIELD_VALUE, NULL);
  return self->slots[field].value;
}

GBytes *
etp_record_get_bytes (const EtpRecord *self, guint field)
{
  g_return_val_if_fail (get_field (self, field)->type == ETP_FIELD_DATA, NULL);
  return self->slots[field].bytes;
}

gboolean
etp_record_is_default (const EtpRecord *self, guint field)
{
  g_assert (field < self->table->n_fields);
  return self->slots[field].bits == 0;
}

void
etp_record_dup_datum (const EtpRecord *self, guint field, EtpDatum *datum)
{
  const EtpField *row = get_field (self, field);
  const EtpSlot *slot = &self->slots[field];
  EtpDatum borrowed = { .type = row->type };
  int index;

  switch (row->type)
    {
    case ETP_FIELD_ENUM:
      index = etp_record_get_enum (self, field);
      borrowed.u.text = index < 0 ? slot->text : NULL;
      if (index > 0)
        {
          *datum = etp_datum_text (row, row->words[index]);
          return;
        }
      break;
    case ETP_FIELD_BOOLEAN:
      borrowed.u.boolean = slot->boolean;
      break;
    case ETP_FIELD_INTEGER:
      borrowed.u.integer = (gint64) (slot->bits ^ ABSENT_BITS);
      break;
    case ETP_FIELD_NUMBER:
      borrowed.u.number = slot_get_number (slot);
      break;
    default:
      borrowed.u.text = slot->text; /* every other member of the union is a pointer, too */
      break;
    }
  etp_datum_copy (&borrowed, datum);
}

int
etp_table_find_member (const EtpTable *table, const char *member)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (strcmp (table->fields[i].member, member) == 0)
      return (int) i;

  return -1;
}

int
etp_table_find_name (const EtpTable *table, const char *name)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (strcmp (table->fields[i].name, name) == 0)
      return (int) i;

  return -1;
}
