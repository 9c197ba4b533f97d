/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-record-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "etp-error.h"
#include "etp-id.h"
#include "etp-iso.h"
#include "etp-limits.h"

/* What may stand in a field: the same answer for the reader, the verbs and the check. */

static const char *const palette[] = { "blue",  "teal", "purple", "pink", "amber",
                                       "green", "red",  "slate",  NULL };

/* A palette name or #rrggbb. */
static gboolean
color_is_valid (const char *text)
{
  if (g_strv_contains (palette, text))
    return TRUE;
  if (text[0] != '#' || strlen (text) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;

  return TRUE;
}

static gboolean
icon_is_valid (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length <= ETP_LIMIT_ID_LENGTH && text[length] == '\0';
}

static gboolean
check_text (const char *text, const EtpField *field, GError **error)
{
  gsize length = strlen (text);
  gsize limit = field->type == ETP_FIELD_JSON ? ETP_LIMIT_TEXT_BYTES : ETP_LIMIT_ONE_TEXT_BYTES;

  if (length > limit)
    {
      g_set_error (
          error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE,
          /* Translators: the first %s is a field's name, the second a size as in "1 MiB" */
          _ ("“%s” is longer than %s."), _ (field->label),
          field->type == ETP_FIELD_JSON ? "16 MiB" : "1 MiB");
      return FALSE;
    }
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE,
                   /* Translators: %s is a field's name */
                   _ ("“%s” is not valid UTF-8 text."), _ (field->label));
      return FALSE;
    }

  return TRUE;
}

/* The start of a text that is shown in a message. */
static char *
shorten (const char *text)
{
  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 80));
}

static char *
describe_wrong_form (const char *text, const EtpField *field)
{
  g_autofree char *shown = shorten (text);

  switch (field->type)
    {
    case ETP_FIELD_DATE:
      /* Translators: the first %s is a field's name, the second what stands there */
      return g_strdup_printf (_ ("“%s” is not a date of the form YYYY-MM-DD: “%s”."),
                              _ (field->label), shown);
    case ETP_FIELD_DURATION:
      /* Translators: the first %s is a field's name, the second what stands there */
      return g_strdup_printf (_ ("“%s” is not a duration of the form P3D or PT20M: “%s”."),
                              _ (field->label), shown);
    case ETP_FIELD_COLOR:
      /* Translators: the first %s is a field's name, the second what stands there */
      return g_strdup_printf (_ ("“%s” is neither a colour’s name nor of the form #rrggbb: “%s”."),
                              _ (field->label), shown);
    case ETP_FIELD_ICON:
      /* Translators: the first %s is a field's name, the second what stands there */
      return g_strdup_printf (_ ("“%s” is not the name of an icon: “%s”."), _ (field->label),
                              shown);
    default:
      return g_strdup_printf (
          /* Translators: the first %s is a field's name, the second what stands there */
          _ ("“%s” is not an id of 1 to 64 letters, digits, hyphens and underscores: “%s”."),
          _ (field->label), shown);
    }
}

static gboolean
check_form (const char *text, const EtpField *field, GError **error)
{
  gboolean valid = TRUE;

  if (field->type == ETP_FIELD_DATE)
    valid = etp_iso_parse_date (text, NULL, NULL, NULL);
  else if (field->type == ETP_FIELD_DURATION)
    valid = etp_iso_parse_duration (text, NULL);
  else if (field->type == ETP_FIELD_COLOR)
    valid = color_is_valid (text);
  else if (field->type == ETP_FIELD_ICON)
    valid = icon_is_valid (text);
  else if (field->type == ETP_FIELD_REF || field->type == ETP_FIELD_REFS)
    valid = etp_id_is_valid (text);

  if (!valid)
    {
      g_autofree char *message = describe_wrong_form (text, field);

      g_set_error_literal (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE, message);
    }
  return valid;
}

static gboolean
check_number (double number, const EtpField *field, GError **error)
{
  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];

  if (isfinite (number) && number >= field->minimum && number <= field->maximum)
    return TRUE;

  g_ascii_formatd (low, sizeof low, "%.15g", field->minimum);
  g_ascii_formatd (high, sizeof high, "%.15g", field->maximum);
  g_set_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE,
               /* Translators: a field's name, the smallest and the greatest number */
               _ ("“%s” must be a number from %s to %s."), _ (field->label), low, high);
  return FALSE;
}

static gboolean
check_integer (gint64 integer, const EtpField *field, GError **error)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  /* The range of every row lies within ±2^53, where a double is exact. */
  if (integer >= (gint64) field->minimum && integer <= (gint64) field->maximum)
    return TRUE;

  low = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) field->minimum);
  high = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) field->maximum);
  g_set_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE,
               /* Translators: a field's name, the smallest and the greatest number */
               _ ("“%s” must be a whole number from %s to %s."), _ (field->label), low, high);
  return FALSE;
}

static gboolean
check_length (guint length, const EtpField *field, GError **error)
{
  guint limit = field->type == ETP_FIELD_TEXTS && field->maximum > 0 ? (guint) field->maximum
                                                                     : ETP_LIMIT_ITEMS;

  if (length <= limit)
    return TRUE;

  g_set_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE,
               /* Translators: a field's name and the greatest number of items */
               _ ("“%s” has more than %u items."), _ (field->label), limit);
  return FALSE;
}

static gboolean
check_value (const EtpValue *value, const EtpField *field, GError **error)
{
  const EtpRecord *record = etp_value_record (value);

  g_return_val_if_fail (record->table == field->columns, FALSE);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      g_auto (EtpDatum) datum = { 0 };

      if (etp_record_is_default (record, i))
        continue;
      etp_record_dup_datum (record, i, &datum);
      if (!etp_datum_check (&datum, &record->table->fields[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_items (const GPtrArray *items, const EtpField *field, GError **error)
{
  if (!check_length (items->len, field, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      if (field->type == ETP_FIELD_VALUES)
        {
          if (!check_value (items->pdata[i], field, error))
            return FALSE;
        }
      else if (!check_text (items->pdata[i], field, error)
               || !check_form (items->pdata[i], field, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
etp_datum_check (const EtpDatum *datum, const EtpField *field, GError **error)
{
  if (datum->type == ETP_FIELD_TEXT && datum->u.text == NULL)
    return TRUE;

  g_return_val_if_fail (datum->type == field->type, FALSE);
  if (etp_datum_is_default (datum, field))
    return TRUE;

  switch (datum->type)
    {
    case ETP_FIELD_BOOLEAN:
      return TRUE;
    case ETP_FIELD_INTEGER:
      return check_integer (datum->u.integer, field, error);
    case ETP_FIELD_NUMBER:
      return check_number (datum->u.number, field, error);
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
    case ETP_FIELD_VALUES:
      return check_items (datum->u.items, field, error);
    case ETP_FIELD_NUMBERS:
      for (guint i = 0; i < datum->u.numbers->len; i++)
        if (!check_number (g_array_index (datum->u.numbers, double, i), field, error))
          return FALSE;
      return check_length (datum->u.numbers->len, field, error);
    case ETP_FIELD_VALUE:
      return check_value (datum->u.value, field, error);
    case ETP_FIELD_DATA:
      if (g_bytes_get_size (datum->u.bytes) <= ETP_LIMIT_FILE_BYTES / 4 * 3)
        return TRUE;
      g_set_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE,
                   /* Translators: %s is a field's name */
                   _ ("“%s” is larger than a document may be."), _ (field->label));
      return FALSE;
    default:
      return check_text (datum->u.text, field, error) && check_form (datum->u.text, field, error);
    }
}
