/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-size.h"

#include <math.h>
#include <string.h>

/* The canonical writing: two spaces a level, one item per line, member names in quotes. */

#define LINE_BYTES(depth) (2 * (depth) + 2) /* indentation, comma, line feed */
#define BRACKET_BYTES 4

/* People's numbers have up to three decimals and are counted by their digits; for any other, the
 * longest shortest form of a double, sign and exponent included. */
static gint64
number_bytes (double number)
{
  gint64 bytes = 1 + (number < 0);

  /* Division rounds correctly, so equality means that the short form reads back the same. */
  if (!(fabs (number) < 1e12) || round (number * 1000) / 1000 != number)
    return 25;

  for (double rest = fabs (number); rest >= 10; rest /= 10)
    bytes++;
  return floor (number) != number ? bytes + 4 : bytes;
}

static gint64
text_bytes (const char *text)
{
  gint64 bytes = 2;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p < 0x20 || *p == 0x7f)
        bytes += 6;
      else if (*p == '"' || *p == '\\')
        bytes += 2;
      else
        bytes++;
    }

  return bytes;
}

void
etp_size_add (EtpSize *self, const EtpSize *other, int sign)
{
  self->values += sign * other->values;
  self->text_bytes += sign * other->text_bytes;
  self->assets_bytes += sign * other->assets_bytes;
  self->images_bytes += sign * other->images_bytes;
}

static void
add_items (EtpSize *size, const EtpRecord *record, guint field, guint depth)
{
  guint length = etp_record_get_length (record, field);
  EtpFieldType type = record->table->fields[field].type;

  for (guint i = 0; i < length; i++)
    {
      size->text_bytes += LINE_BYTES (depth + 1);
      if (type == ETP_FIELD_VALUES)
        {
          etp_size_add_record (size, etp_value_record (etp_record_get_value_at (record, field, i)),
                               depth + 2, 1);
          continue;
        }
      size->values++;
      size->text_bytes += type == ETP_FIELD_NUMBERS
                              ? number_bytes (etp_record_get_number_at (record, field, i))
                              : text_bytes (etp_record_get_text_at (record, field, i));
    }
  size->text_bytes += LINE_BYTES (depth) + BRACKET_BYTES;
}

/* The values in a piece of JSON, at most: each but the first follows a comma, colon or bracket. */
static gint64
count_json_values (const char *json)
{
  gint64 values = 1;

  for (const char *p = json; *p != '\0'; p++)
    values += *p == ',' || *p == '[' || *p == ':' || *p == '{';

  return values;
}

static void
add_json (EtpSize *size, const char *json, guint depth)
{
  gint64 values = count_json_values (json);

  /* Kept without white space, written on lines of its own. */
  size->values += values;
  size->text_bytes += (gint64) strlen (json) + values * LINE_BYTES (depth + 4);
}

static void
add_field (EtpSize *size, const EtpRecord *record, guint field, guint depth)
{
  const EtpField *row = &record->table->fields[field];
  EtpValue *value;
  GBytes *bytes;

  size->values++;
  size->text_bytes += LINE_BYTES (depth) + (gint64) strlen (row->member) + 4;
  switch (row->type)
    {
    case ETP_FIELD_BOOLEAN:
      size->text_bytes += 4;
      break;
    case ETP_FIELD_INTEGER:
      size->text_bytes += number_bytes ((double) etp_record_get_integer (record, field));
      break;
    case ETP_FIELD_NUMBER:
      size->text_bytes += number_bytes (etp_record_get_number (record, field));
      break;
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_NUMBERS:
    case ETP_FIELD_VALUES:
      add_items (size, record, field, depth);
      break;
    case ETP_FIELD_VALUE:
      value = etp_record_get_value (record, field);
      etp_size_add_record (size, etp_value_record (value), depth + 1, 1);
      break;
    case ETP_FIELD_DATA:
      bytes = etp_record_get_bytes (record, field);
      size->images_bytes += (gint64) g_bytes_get_size (bytes);
      size->assets_bytes += (gint64) (g_bytes_get_size (bytes) / 3 + 1) * 4 + 2;
      break;
    case ETP_FIELD_JSON:
      add_json (size, etp_record_get_text (record, field), depth);
      break;
    default:
      size->text_bytes += text_bytes (etp_record_get_text (record, field));
      break;
    }
}

void
etp_size_add_field (EtpSize *self, const EtpRecord *record, guint field, guint depth, int sign)
{
  EtpSize size = { 0 };

  if (etp_record_is_default (record, field))
    return;
  add_field (&size, record, field, depth);
  etp_size_add (self, &size, sign);
}

void
etp_size_add_record (EtpSize *self, const EtpRecord *record, guint depth, int sign)
{
  EtpSize size = { .values = 1, .text_bytes = LINE_BYTES (depth) + BRACKET_BYTES };

  for (guint i = 0; i < record->table->n_fields; i++)
    if (!etp_record_is_default (record, i))
      add_field (&size, record, i, depth);
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len; i++)
    {
      const EtpMember *member = record->unknown->pdata[i];

      size.text_bytes += LINE_BYTES (depth) + text_bytes (member->name) + 2;
      add_json (&size, member->json, depth);
    }

  etp_size_add (self, &size, sign);
}
