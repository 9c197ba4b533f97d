/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-writer-private.h"

#include "etp-json-write.h"

/* The parts of a written document: where line breaks and blanks go, and how each type of field is
 * written. What stands in a table is written by it; there is no code for single members. */

void
etp_writer_init (EtpWriter *self, GString *out)
{
  *self = (EtpWriter){ .out = out, .is_empty = TRUE };
}

void
etp_writer_init_on_line (EtpWriter *self, GString *out)
{
  *self = (EtpWriter){ .out = out, .depth = ETP_JSON_SPREAD, .is_empty = TRUE };
}

static void
begin (EtpWriter *self, char bracket)
{
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->is_empty = TRUE;
}

void
etp_writer_begin_object (EtpWriter *self)
{
  begin (self, '{');
}

void
etp_writer_begin_list (EtpWriter *self)
{
  begin (self, '[');
}

/* Before an item or a member. */
static void
separate (EtpWriter *self, gboolean is_member)
{
  if (!self->is_empty)
    g_string_append_c (self->out, ',');
  if (self->depth <= ETP_JSON_SPREAD)
    etp_json_append_break (self->out, 2 * self->depth);
  else if (is_member || !self->is_empty)
    g_string_append_c (self->out, ' ');
  self->is_empty = FALSE;
}

static void
end (EtpWriter *self, char bracket)
{
  self->depth--;
  if (!self->is_empty && self->depth < ETP_JSON_SPREAD)
    etp_json_append_break (self->out, 2 * self->depth);
  else if (!self->is_empty && bracket == '}')
    g_string_append_c (self->out, ' ');
  g_string_append_c (self->out, bracket);
  self->is_empty = FALSE;
}

void
etp_writer_end_object (EtpWriter *self)
{
  end (self, '}');
}

void
etp_writer_end_list (EtpWriter *self)
{
  end (self, ']');
}

void
etp_writer_member (EtpWriter *self, const char *name)
{
  separate (self, TRUE);
  etp_json_append_string (self->out, name);
  g_string_append_len (self->out, ": ", 2);
}

void
etp_writer_item (EtpWriter *self)
{
  separate (self, FALSE);
}

void
etp_writer_text (EtpWriter *self, const char *text)
{
  etp_json_append_string (self->out, text != NULL ? text : "");
}

void
etp_writer_integer (EtpWriter *self, gint64 integer)
{
  char buffer[24];
  char *c = buffer + sizeof buffer;
  guint64 left = integer < 0 ? 0 - (guint64) integer : (guint64) integer;

  do
    *--c = (char) ('0' + left % 10);
  while ((left /= 10) != 0);
  if (integer < 0)
    *--c = '-';
  g_string_append_len (self->out, c, buffer + sizeof buffer - c);
}

/* Base64 in place: a picture of a megabyte is not copied once more. */
static void
append_base64 (EtpWriter *self, GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  gsize start = self->out->len + 1;
  int state = 0, save = 0;
  gsize written;

  g_string_append_c (self->out, '"');
  g_string_set_size (self->out, start + (length / 3 + 1) * 4 + 4);
  written = g_base64_encode_step (data, length, FALSE, self->out->str + start, &state, &save);
  written += g_base64_encode_close (FALSE, self->out->str + start + written, &state, &save);
  g_string_truncate (self->out, start + written);
  g_string_append_c (self->out, '"');
}

static void
append_value (EtpWriter *self, const EtpValue *value)
{
  etp_writer_begin_object (self);
  etp_writer_fields (self, etp_value_record (value));
  etp_writer_unknown (self, etp_value_record (value));
  etp_writer_end_object (self);
}

static void
append_items (EtpWriter *self, const EtpDatum *datum)
{
  etp_writer_begin_list (self);
  for (guint i = 0; datum->u.items != NULL && i < datum->u.items->len; i++)
    {
      etp_writer_item (self);
      if (datum->type == ETP_FIELD_VALUES)
        append_value (self, datum->u.items->pdata[i]);
      else
        etp_json_append_string (self->out, datum->u.items->pdata[i]);
    }
  etp_writer_end_list (self);
}

static void
append_numbers (EtpWriter *self, const GArray *numbers)
{
  etp_writer_begin_list (self);
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      etp_writer_item (self);
      etp_json_append_number (self->out, g_array_index (numbers, double, i));
    }
  etp_writer_end_list (self);
}

/* A document of its own: its depth counts anew, so that it is laid out as if it stood alone. */
static void
append_document (EtpWriter *self, const char *json)
{
  gboolean is_on_line = self->depth > ETP_JSON_SPREAD;

  etp_json_append_laid_out (self->out, json, is_on_line ? ETP_JSON_SPREAD : 0, 2 * self->depth);
}

void
etp_writer_datum (EtpWriter *self, const EtpDatum *datum)
{
  switch (datum->type)
    {
    case ETP_FIELD_BOOLEAN:
      g_string_append (self->out, datum->u.boolean ? "true" : "false");
      break;
    case ETP_FIELD_INTEGER:
      etp_writer_integer (self, datum->u.integer);
      break;
    case ETP_FIELD_NUMBER:
      etp_json_append_number (self->out, datum->u.number);
      break;
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_VALUES:
      append_items (self, datum);
      break;
    case ETP_FIELD_NUMBERS:
      append_numbers (self, datum->u.numbers);
      break;
    case ETP_FIELD_VALUE:
      append_value (self, datum->u.value);
      break;
    case ETP_FIELD_DATA:
      if (self->write_bytes != NULL)
        self->write_bytes (self, datum->u.bytes, self->user_data);
      else
        append_base64 (self, datum->u.bytes);
      break;
    case ETP_FIELD_JSON:
      append_document (self, datum->u.text);
      break;
    case ETP_FIELD_TEXT:
    case ETP_FIELD_ENUM:
    case ETP_FIELD_DATE:
    case ETP_FIELD_DURATION:
    case ETP_FIELD_COLOR:
    case ETP_FIELD_ICON:
    case ETP_FIELD_REF:
    default:
      etp_writer_text (self, datum->u.text);
    }
}

/* Short of etp_writer_datum() only for speed: these need no copy of the value. */
static void
append_field (EtpWriter *self, const EtpRecord *record, guint field)
{
  EtpFieldType type = record->table->fields[field].type;
  g_auto (EtpDatum) datum = { 0 };

  if (type == ETP_FIELD_TEXT || type == ETP_FIELD_REF)
    etp_json_append_string (self->out, etp_record_get_text (record, field));
  else if (type == ETP_FIELD_ENUM)
    etp_json_append_string (self->out, etp_record_get_word (record, field));
  else
    {
      etp_record_dup_datum (record, field, &datum);
      etp_writer_datum (self, &datum);
    }
}

void
etp_writer_fields (EtpWriter *self, const EtpRecord *record)
{
  for (guint i = 0; i < record->table->n_fields; i++)
    if (!etp_record_is_default (record, i))
      {
        etp_writer_member (self, record->table->fields[i].member);
        append_field (self, record, i);
      }
}

void
etp_writer_unknown (EtpWriter *self, const EtpRecord *record)
{
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len; i++)
    {
      const EtpMember *member = record->unknown->pdata[i];

      etp_writer_member (self, member->name);
      etp_json_append_laid_out (self->out, member->json, self->depth, 2 * self->depth);
    }
}

void
etp_writer_node (EtpWriter *self, EtpNode *node)
{
  const EtpRecord *record = etp_node_record (node);

  etp_writer_begin_object (self);
  if (etp_node_get_list (node) != ETP_N_LISTS)
    {
      etp_writer_member (self, "id");
      etp_json_append_string (self->out, etp_node_get_id (node));
    }
  etp_writer_fields (self, record);
  etp_writer_unknown (self, record);
  etp_writer_end_object (self);
}
