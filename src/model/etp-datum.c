/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-record-private.h"

#include <math.h>
#include <string.h>

/* A value on its way into or out of a slot. Lists and texts are shared, never copied: neither is
 * written to after it went into a datum. */

static char *
ref_string_or_null (const char *text)
{
  return text != NULL && text[0] != '\0' ? g_ref_string_new (text) : NULL;
}

EtpDatum
etp_datum_text (const EtpField *field, const char *text)
{
  EtpDatum datum = { .type = field->type };

  g_return_val_if_fail (etp_field_is_text (field->type), datum);
  datum.u.text = ref_string_or_null (text);
  return datum;
}

EtpDatum
etp_datum_boolean (gboolean boolean)
{
  EtpDatum datum = { .type = ETP_FIELD_BOOLEAN, .u.boolean = boolean != FALSE };

  return datum;
}

EtpDatum
etp_datum_integer (gint64 integer)
{
  EtpDatum datum = { .type = ETP_FIELD_INTEGER, .u.integer = integer };

  return datum;
}

EtpDatum
etp_datum_number (double number)
{
  EtpDatum datum = { .type = ETP_FIELD_NUMBER, .u.number = number };

  return datum;
}

static gboolean
has_items (EtpFieldType type)
{
  return type == ETP_FIELD_REFS || type == ETP_FIELD_TEXTS || type == ETP_FIELD_VALUES;
}

EtpDatum
etp_datum_take_items (const EtpField *field, GPtrArray *items)
{
  EtpDatum datum = { .type = field->type };

  g_return_val_if_fail (has_items (field->type), datum);
  if (items == NULL)
    return datum;

  g_ptr_array_set_free_func (items, field->type == ETP_FIELD_VALUES
                                        ? (GDestroyNotify) etp_value_unref
                                        : (GDestroyNotify) g_ref_string_release);
  if (items->len == 0)
    g_ptr_array_unref (items);
  else
    datum.u.items = items;
  return datum;
}

EtpDatum
etp_datum_texts (const EtpField *field, const char *const *texts)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    g_ptr_array_add (items, g_ref_string_new (texts[i]));

  return etp_datum_take_items (field, items);
}

EtpDatum
etp_datum_take_numbers (GArray *numbers)
{
  EtpDatum datum = { .type = ETP_FIELD_NUMBERS };

  if (numbers != NULL && numbers->len == 0)
    g_array_unref (numbers);
  else
    datum.u.numbers = numbers;
  return datum;
}

EtpDatum
etp_datum_take_value (EtpValue *value)
{
  EtpDatum datum = { .type = ETP_FIELD_VALUE, .u.value = value };

  return datum;
}

EtpDatum
etp_datum_bytes (GBytes *bytes)
{
  EtpDatum datum = { .type = ETP_FIELD_DATA };

  datum.u.bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  return datum;
}

void
etp_datum_copy (const EtpDatum *source, EtpDatum *target)
{
  *target = *source;
  if (etp_field_is_text (source->type))
    {
      if (source->u.text != NULL)
        target->u.text = g_ref_string_acquire (source->u.text);
    }
  else if (has_items (source->type))
    {
      if (source->u.items != NULL)
        target->u.items = g_ptr_array_ref (source->u.items);
    }
  else if (source->type == ETP_FIELD_NUMBERS)
    {
      if (source->u.numbers != NULL)
        target->u.numbers = g_array_ref (source->u.numbers);
    }
  else if (source->type == ETP_FIELD_VALUE)
    {
      if (source->u.value != NULL)
        target->u.value = etp_value_ref (source->u.value);
    }
  else if (source->type == ETP_FIELD_DATA && source->u.bytes != NULL)
    target->u.bytes = g_bytes_ref (source->u.bytes);
}

void
etp_datum_clear (EtpDatum *datum)
{
  if (etp_field_is_text (datum->type))
    g_clear_pointer (&datum->u.text, g_ref_string_release);
  else if (has_items (datum->type))
    g_clear_pointer (&datum->u.items, g_ptr_array_unref);
  else if (datum->type == ETP_FIELD_NUMBERS)
    g_clear_pointer (&datum->u.numbers, g_array_unref);
  else if (datum->type == ETP_FIELD_VALUE)
    g_clear_pointer (&datum->u.value, etp_value_unref);
  else if (datum->type == ETP_FIELD_DATA)
    g_clear_pointer (&datum->u.bytes, g_bytes_unref);
  memset (datum, 0, sizeof *datum);
}

gboolean
etp_datum_is_default (const EtpDatum *datum, const EtpField *field)
{
  /* The zero datum stands for "absent" whatever the field's type. */
  if (datum->type == ETP_FIELD_TEXT && datum->u.text == NULL)
    return TRUE;

  switch (datum->type)
    {
    case ETP_FIELD_BOOLEAN:
      return !datum->u.boolean;
    case ETP_FIELD_INTEGER:
      return datum->u.integer == ETP_ABSENT_INTEGER;
    case ETP_FIELD_NUMBER:
      return isnan (datum->u.number);
    case ETP_FIELD_ENUM:
      return datum->u.text == NULL || strcmp (datum->u.text, field->words[0]) == 0;
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_VALUES:
      return datum->u.items == NULL || datum->u.items->len == 0;
    case ETP_FIELD_NUMBERS:
      return datum->u.numbers == NULL || datum->u.numbers->len == 0;
    default:
      if (etp_field_is_text (datum->type))
        return datum->u.text == NULL || datum->u.text[0] == '\0';
      return datum->u.bytes == NULL; /* DATA, VALUE */
    }
}

static gboolean
numbers_equal (double a, double b)
{
  /* By bits, so that 0 and -0 differ and nothing is lost in writing. */
  return memcmp (&a, &b, sizeof a) == 0 || (isnan (a) && isnan (b));
}

static gboolean
items_equal (const EtpDatum *a, const EtpDatum *b)
{
  guint length = a->u.items != NULL ? a->u.items->len : 0;

  if (a->u.items == b->u.items)
    return TRUE;
  if (length != (b->u.items != NULL ? b->u.items->len : 0))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      gpointer x = a->u.items->pdata[i], y = b->u.items->pdata[i];

      if (a->type == ETP_FIELD_VALUES ? !etp_value_equal (x, y) : strcmp (x, y) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
number_lists_equal (const GArray *a, const GArray *b)
{
  guint length = a != NULL ? a->len : 0;

  if (length != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!numbers_equal (g_array_index (a, double, i), g_array_index (b, double, i)))
      return FALSE;

  return TRUE;
}

gboolean
etp_datum_equal (const EtpDatum *a, const EtpDatum *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case ETP_FIELD_BOOLEAN:
      return a->u.boolean == b->u.boolean;
    case ETP_FIELD_INTEGER:
      return a->u.integer == b->u.integer;
    case ETP_FIELD_NUMBER:
      return numbers_equal (a->u.number, b->u.number);
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_VALUES:
      return items_equal (a, b);
    case ETP_FIELD_NUMBERS:
      return number_lists_equal (a->u.numbers, b->u.numbers);
    case ETP_FIELD_VALUE:
      if (a->u.value == NULL || b->u.value == NULL)
        return a->u.value == b->u.value;
      return etp_value_equal (a->u.value, b->u.value);
    case ETP_FIELD_DATA:
      if (a->u.bytes == NULL || b->u.bytes == NULL)
        return a->u.bytes == b->u.bytes;
      return g_bytes_equal (a->u.bytes, b->u.bytes);
    default:
      return g_strcmp0 (a->u.text != NULL ? a->u.text : "", b->u.text != NULL ? b->u.text : "")
             == 0;
    }
}
