/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/etp-limits.h"
#include "etp-json-private.h"

/* Single values of a document by the rows of the tables. Types are checked here; ranges, forms and
 * lengths by etp_datum_check(), which the verbs ask too. */

gboolean
etp_reader_fail (EtpReader *self, EtpFileError code, guint token, const char *reason)
{
  const EtpJsonToken *t = &self->json->tokens[token];
  gboolean is_quoted = t->kind == ETP_JSON_STRING || t->kind == ETP_JSON_KEY;
  guint line, column;

  etp_json_get_place (self->json, is_quoted ? t->from - 1 : t->from, &line, &column);
  etp_file_error_set (self->error, code, NULL, line, column, "%s", reason);
  return FALSE;
}

int
etp_reader_find_field (const EtpReader *self, const EtpTable *table, guint key, guint *next)
{
  const EtpJsonToken *t = &self->json->tokens[key];
  const char *name = self->json->text + t->from;
  gsize length = t->to - t->from;
  g_autofree char *decoded = NULL;

  if (t->is_escaped)
    {
      decoded = etp_json_dup_string (self->json, key);
      name = decoded;
      length = strlen (decoded);
    }
  for (guint n = 0, i = *next; n < table->n_fields; n++, i++)
    {
      const char *member;

      if (i >= table->n_fields)
        i = 0;
      member = table->fields[i].member;
      if (member[0] == name[0] && strncmp (member, name, length) == 0 && member[length] == '\0')
        {
          *next = i + 1;
          return (int) i;
        }
    }
  return -1;
}

static const char *
describe_expected (const EtpField *field)
{
  switch (field->type)
    {
    case ETP_FIELD_BOOLEAN:
      return _ ("true or false");
    case ETP_FIELD_INTEGER:
      return _ ("a whole number");
    case ETP_FIELD_NUMBER:
      return _ ("a number");
    case ETP_FIELD_DATE:
      return _ ("a date in quotes, as in \"2026-03-31\"");
    case ETP_FIELD_DURATION:
      return _ ("a duration in quotes, as in \"PT20M\" or \"P3D\"");
    case ETP_FIELD_REF:
      return _ ("the id of another object, in quotes");
    case ETP_FIELD_REFS:
      return _ ("a list of ids");
    case ETP_FIELD_TEXTS:
      return _ ("a list of texts");
    case ETP_FIELD_NUMBERS:
      return _ ("a list of numbers");
    case ETP_FIELD_VALUES:
      return _ ("a list of objects");
    case ETP_FIELD_VALUE:
    case ETP_FIELD_JSON:
      return _ ("an object");
    case ETP_FIELD_DATA:
      return _ ("a text in Base64");
    case ETP_FIELD_TEXT:
    case ETP_FIELD_ENUM:
    case ETP_FIELD_COLOR:
    case ETP_FIELD_ICON:
    default:
      return _ ("a text in quotes");
    }
}

static gboolean
fail_type (EtpReader *self, const EtpField *field, guint token)
{
  g_autofree char *found = etp_json_describe (self->json, token);
  g_autofree char *reason = NULL;

  /* Translators: the name of a member in a file, what it must be (“a whole number”), and what
   * stands there instead (“the text “abc””). */
  reason = g_strdup_printf (_ ("“%s” must be %s, but here stands %s."), field->member,
                            describe_expected (field), found);
  return etp_reader_fail (self, ETP_FILE_ERROR_INVALID, token, reason);
}

/* What etp_datum_check() says, and for numbers what stands there. */
static gboolean
fail_check (EtpReader *self, guint token, const GError *refusal)
{
  g_autofree char *found = NULL, *reason = NULL;
  guint8 kind = self->json->tokens[token].kind;

  if (kind != ETP_JSON_INTEGER && kind != ETP_JSON_NUMBER)
    return etp_reader_fail (self, ETP_FILE_ERROR_INVALID, token, refusal->message);
  found = etp_json_describe (self->json, token);
  /* Translators: a whole sentence (“Severity” must be a whole number from 1 to 5.), then the
   * number that was found. */
  reason = g_strdup_printf (_ ("%s Here stands %s."), refusal->message, found);
  return etp_reader_fail (self, ETP_FILE_ERROR_INVALID, token, reason);
}

static gboolean
check (EtpReader *self, const EtpField *field, guint token, const EtpDatum *datum)
{
  g_autoptr (GError) refusal = NULL;

  return etp_datum_check (datum, field, &refusal) || fail_check (self, token, refusal);
}

/* A GRefString, NULL for the empty text. */
static char *
read_text (EtpReader *self, guint token)
{
  const EtpJsonToken *t = &self->json->tokens[token];
  g_autofree char *decoded = NULL;

  if (t->to == t->from)
    return NULL;
  if (!t->is_escaped)
    return g_ref_string_new_len (self->json->text + t->from, t->to - t->from);
  decoded = etp_json_dup_string (self->json, token);
  return g_ref_string_new (decoded);
}

static gboolean
is_whole (double number)
{
  return fabs (number) <= ETP_LIMIT_INTEGER && !(trunc (number) < number)
         && !(trunc (number) > number);
}

gboolean
etp_reader_get_integer (EtpReader *self, guint token, gint64 *integer)
{
  guint8 kind = self->json->tokens[token].kind;
  double number;

  if (kind == ETP_JSON_INTEGER)
    {
      *integer = etp_json_get_integer (self->json, token);
      /* The one value that means "absent" is out of every range. */
      *integer = MAX (*integer, -G_MAXINT64);
      return TRUE;
    }
  if (kind != ETP_JSON_NUMBER)
    return FALSE;
  number = etp_json_get_number (self->json, token);
  if (!is_whole (number))
    return FALSE;
  *integer = (gint64) number;
  return TRUE;
}

static gboolean
is_number (EtpReader *self, guint token)
{
  return self->json->tokens[token].kind == ETP_JSON_INTEGER
         || self->json->tokens[token].kind == ETP_JSON_NUMBER;
}

/* Adding zero makes 0 of -0, which would be written as 0. */
static double
read_number (EtpReader *self, guint token)
{
  return etp_json_get_number (self->json, token) + 0.0;
}

/* Which item it is that the check refuses: each alone, only after a list was refused. */
static gboolean
fail_items (EtpReader *self, const EtpField *field, guint list, const GError *refusal)
{
  guint end = self->json->tokens[list].next;

  for (guint item = list + 1; item < end; item = self->json->tokens[item].next)
    {
      g_auto (EtpDatum) alone = { .type = field->type };
      g_autoptr (GError) reason = NULL;

      if (field->type == ETP_FIELD_NUMBERS)
        {
          double number = read_number (self, item);

          alone.u.numbers = g_array_append_val (g_array_new (FALSE, FALSE, sizeof number), number);
        }
      else
        {
          char *text = read_text (self, item);

          alone.u.items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
          g_ptr_array_add (alone.u.items, text != NULL ? text : g_ref_string_new (""));
        }
      if (!etp_datum_check (&alone, field, &reason))
        return fail_check (self, item, reason);
    }
  return fail_check (self, list, refusal);
}

static gboolean
read_texts (EtpReader *self, const EtpField *field, guint list, EtpDatum *datum)
{
  GPtrArray *items = g_ptr_array_new ();
  guint end = self->json->tokens[list].next;
  guint item;
  g_autoptr (GError) refusal = NULL;

  for (item = list + 1; item < end && self->json->tokens[item].kind == ETP_JSON_STRING; item++)
    {
      char *text = read_text (self, item);

      g_ptr_array_add (items, text != NULL ? text : g_ref_string_new (""));
    }
  *datum = etp_datum_take_items (field, items);
  if (item < end)
    return fail_type (self, field, item);
  return etp_datum_check (datum, field, &refusal) || fail_items (self, field, list, refusal);
}

static gboolean
read_numbers (EtpReader *self, const EtpField *field, guint list, EtpDatum *datum)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));
  guint end = self->json->tokens[list].next;
  guint item;
  g_autoptr (GError) refusal = NULL;

  for (item = list + 1; item < end && is_number (self, item); item++)
    {
      double number = read_number (self, item);

      g_array_append_val (numbers, number);
    }
  *datum = etp_datum_take_numbers (numbers);
  if (item < end)
    return fail_type (self, field, item);
  return etp_datum_check (datum, field, &refusal) || fail_items (self, field, list, refusal);
}

static void
keep_unknown (EtpReader *self, guint key, EtpValue *value)
{
  g_autofree char *name = etp_json_dup_string (self->json, key);
  g_autoptr (GString) json = g_string_new (NULL);

  etp_json_append_compact (self->json, key + 1, json);
  etp_value_init_unknown (value, name, json->str);
}

/* NULL with error. The nesting of values is that of the tables, two at most. */
static EtpValue *
read_value (EtpReader *self, const EtpField *field, guint object)
{
  g_autoptr (EtpValue) value = etp_value_new (field->columns);
  guint end = self->json->tokens[object].next;
  guint next = 0;

  for (guint key = object + 1; key < end; key = self->json->tokens[key + 1].next)
    {
      int column = etp_reader_find_field (self, field->columns, key, &next);
      g_auto (EtpDatum) datum = { 0 };

      if (column < 0)
        {
          keep_unknown (self, key, value);
          continue;
        }
      if (!etp_reader_read_datum (self, &field->columns->fields[column], key + 1, &datum))
        return NULL;
      etp_value_init_datum (value, (guint) column, &datum);
    }
  return g_steal_pointer (&value);
}

static gboolean
read_values (EtpReader *self, const EtpField *field, guint list, EtpDatum *datum)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_value_unref);
  guint end = self->json->tokens[list].next;
  g_autofree char *reason = NULL;

  for (guint item = list + 1; item < end; item = self->json->tokens[item].next)
    {
      EtpValue *value = NULL;

      if (self->json->tokens[item].kind != ETP_JSON_OBJECT)
        fail_type (self, field, item);
      else if (items->len < ETP_LIMIT_ITEMS)
        value = read_value (self, field, item);
      else
        {
          /* Translators: the name of a member in a file. */
          reason = g_strdup_printf (_ ("“%s” has more than 100,000 items."), field->member);
          etp_reader_fail (self, ETP_FILE_ERROR_TOO_LARGE, list, reason);
        }
      if (value == NULL)
        {
          g_ptr_array_unref (items);
          return FALSE;
        }
      g_ptr_array_add (items, value);
    }
  *datum = etp_datum_take_items (field, items);
  return TRUE;
}

/* Strict: the alphabet of RFC 4648, whole groups of four, = only at the end. */
static gboolean
is_base64 (const char *text, gsize length)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  static gsize known = 0;
  static gboolean is_digit[256];
  gsize digits = length;

  if (g_once_init_enter (&known))
    {
      for (const char *c = alphabet; *c != '\0'; c++)
        is_digit[(guchar) *c] = TRUE;
      g_once_init_leave (&known, 1);
    }
  if (length % 4 != 0)
    return FALSE;
  while (digits > 0 && length - digits < 2 && text[digits - 1] == '=')
    digits--;
  for (gsize i = 0; i < digits; i++)
    if (!is_digit[(guchar) text[i]])
      return FALSE;
  return TRUE;
}

static gboolean
read_data (EtpReader *self, const EtpField *field, guint token, EtpDatum *datum)
{
  const EtpJsonToken *t = &self->json->tokens[token];
  const char *text = self->json->text + t->from;
  gsize length = t->to - t->from;
  g_autofree char *decoded = NULL;
  guchar *bytes;
  int state = 0;
  guint save = 0;

  if (self->read_bytes != NULL)
    {
      datum->u.bytes = self->read_bytes (self, token, self->user_data);
      return datum->u.bytes != NULL || fail_type (self, field, token);
    }
  if (t->is_escaped)
    {
      decoded = etp_json_dup_string (self->json, token);
      text = decoded;
      length = strlen (decoded);
    }
  if (!is_base64 (text, length))
    return fail_type (self, field, token);
  if (length == 0)
    return TRUE;
  bytes = g_malloc (length / 4 * 3 + 3);
  length = g_base64_decode_step (text, length, bytes, &state, &save);
  datum->u.bytes = g_bytes_new_take (bytes, length);
  return TRUE;
}

static gboolean
read_container (EtpReader *self, const EtpField *field, guint token, EtpDatum *datum)
{
  guint8 kind = self->json->tokens[token].kind;

  if (field->type == ETP_FIELD_VALUE || field->type == ETP_FIELD_JSON)
    {
      g_autoptr (GString) json = NULL;

      if (kind != ETP_JSON_OBJECT)
        return fail_type (self, field, token);
      if (field->type == ETP_FIELD_VALUE)
        {
          datum->u.value = read_value (self, field, token);
          return datum->u.value != NULL;
        }
      json = g_string_new (NULL);
      etp_json_append_compact (self->json, token, json);
      datum->u.text = g_ref_string_new_len (json->str, (gssize) json->len);
      return check (self, field, token, datum);
    }
  if (kind != ETP_JSON_ARRAY)
    return fail_type (self, field, token);
  if (field->type == ETP_FIELD_VALUES)
    return read_values (self, field, token, datum);
  if (field->type == ETP_FIELD_NUMBERS)
    return read_numbers (self, field, token, datum);
  return read_texts (self, field, token, datum);
}

gboolean
etp_reader_read_datum (EtpReader *self, const EtpField *field, guint token, EtpDatum *datum)
{
  guint8 kind = self->json->tokens[token].kind;

  memset (datum, 0, sizeof *datum);
  datum->type = field->type;
  switch (field->type)
    {
    case ETP_FIELD_BOOLEAN:
      datum->u.boolean = kind == ETP_JSON_TRUE;
      return kind == ETP_JSON_TRUE || kind == ETP_JSON_FALSE || fail_type (self, field, token);
    case ETP_FIELD_INTEGER:
      if (!etp_reader_get_integer (self, token, &datum->u.integer))
        return fail_type (self, field, token);
      return check (self, field, token, datum);
    case ETP_FIELD_NUMBER:
      if (!is_number (self, token))
        return fail_type (self, field, token);
      datum->u.number = read_number (self, token);
      return check (self, field, token, datum);
    case ETP_FIELD_DATA:
      return kind == ETP_JSON_STRING ? read_data (self, field, token, datum)
                                     : fail_type (self, field, token);
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_NUMBERS:
    case ETP_FIELD_VALUE:
    case ETP_FIELD_VALUES:
    case ETP_FIELD_JSON:
      return read_container (self, field, token, datum);
    case ETP_FIELD_TEXT:
    case ETP_FIELD_ENUM:
    case ETP_FIELD_DATE:
    case ETP_FIELD_DURATION:
    case ETP_FIELD_COLOR:
    case ETP_FIELD_ICON:
    case ETP_FIELD_REF:
    default:
      if (kind != ETP_JSON_STRING)
        return fail_type (self, field, token);
      datum->u.text = read_text (self, token);
      return check (self, field, token, datum);
    }
}
