/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-report.h"

#include <math.h>
#include <string.h>

#include "etp-names.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"
#include "model/etp-words.h"

/* What the fields of a record say, in words. */

char *
etp_report_dup_uri (const char *text)
{
  static const char *const schemes[] = { "http", "https", "mailto" };
  const char *scheme = g_uri_peek_scheme (text);

  for (guint i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (strcmp (scheme, schemes[i]) == 0)
      return g_uri_escape_string (text, ":/?#[]@!$&()*+,;=%", FALSE);
  return NULL;
}

char *
etp_report_dup_score (const EtpReport *self, gint64 score)
{
  if (score == ETP_ABSENT_INTEGER)
    return g_strdup ("");
  return g_strdup_printf ("%d %s 5", (int) score, etp_words_get (self->language, ETP_WORD_OF));
}

static char *
dup_number (const EtpReport *self, const EtpField *row, double number)
{
  if (isnan (number))
    return g_strdup ("");
  if ((row->flags & ETP_FIELD_MONEY) != 0)
    return etp_format_money (number, etp_node_get_text (self->journey, ETP_JOURNEY_CURRENCY),
                             self->language);
  if ((row->flags & ETP_FIELD_SHARE) != 0)
    return etp_format_percent (number, 1, self->language);
  return etp_format_number (number, 3, self->language);
}

static char *
dup_integer (const EtpReport *self, const EtpField *row, gint64 number)
{
  if (number == ETP_ABSENT_INTEGER)
    return g_strdup ("");
  if (row->minimum == 1 && row->maximum == 5)
    return etp_report_dup_score (self, number);
  if ((row->flags & ETP_FIELD_YEAR) != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return etp_format_number ((double) number, 0, self->language);
}

static char *
dup_list (const EtpRecord *record, guint field)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < etp_record_get_length (record, field); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            etp_record_get_text_at (record, field, i));
  return g_string_free (text, FALSE);
}

static char *
dup_word (const EtpReport *self, const EtpRecord *record, guint field)
{
  int index = etp_record_get_enum (record, field);

  return g_strdup (
      index >= 0 ? etp_words_get_choice (self->language, record->table->fields[field].words, index)
                 : etp_record_get_word (record, field));
}

char *
etp_report_dup_value (const EtpReport *self, const EtpRecord *record, guint field)
{
  const EtpField *row = &record->table->fields[field];
  const char *text = etp_field_is_text (row->type) ? etp_record_get_text (record, field) : "";

  switch (row->type)
    {
    case ETP_FIELD_TEXT:
      return row == &etp_card_table.fields[ETP_CARD_JOURNEY] ? etp_names_dup_sub_journey (record)
                                                             : g_strdup (text);
    case ETP_FIELD_BOOLEAN:
      return g_strdup (
          etp_record_get_boolean (record, field) ? etp_report_word (self->language, "yes") : "");
    case ETP_FIELD_ENUM:
      return dup_word (self, record, field);
    case ETP_FIELD_INTEGER:
      return dup_integer (self, row, etp_record_get_integer (record, field));
    case ETP_FIELD_NUMBER:
      return dup_number (self, row, etp_record_get_number (record, field));
    case ETP_FIELD_DATE:
      return text[0] != '\0' ? etp_format_date (text, self->language) : g_strdup ("");
    case ETP_FIELD_DURATION:
      return text[0] != '\0' ? etp_format_duration (text, self->language) : g_strdup ("");
    case ETP_FIELD_REF:
      return text[0] != '\0' && etp_names_is_told (self->journey, text)
                 ? etp_names_dup_for_id (self->journey, text)
                 : g_strdup ("");
    case ETP_FIELD_REFS:
      return etp_names_dup_list (self->journey, record, field, ", ");
    case ETP_FIELD_TEXTS:
      return dup_list (record, field);
    case ETP_FIELD_COLOR:
    case ETP_FIELD_ICON:
    case ETP_FIELD_NUMBERS:
    case ETP_FIELD_VALUE:
    case ETP_FIELD_VALUES:
    case ETP_FIELD_DATA:
    case ETP_FIELD_JSON:
    default:
      return g_strdup ("");
    }
}

void
etp_report_add_field (EtpReport *self, const EtpRecord *record, guint field)
{
  const EtpField *row = &record->table->fields[field];
  EtpBlock *fact = etp_report_take_fact (self, etp_report_word (self->language, row->label),
                                         etp_report_dup_value (self, record, field));

  if (fact != NULL && (row->flags & ETP_FIELD_URI) != 0)
    fact->uri = etp_report_dup_uri (fact->text);
}

void
etp_report_add_fields (EtpReport *self, const EtpRecord *record, const guint *fields)
{
  for (; *fields != G_MAXUINT; fields++)
    etp_report_add_field (self, record, *fields);
}

char *
etp_report_dup_evidence (const EtpReport *self,
                         const EtpRecord *record,
                         guint evidence,
                         guint sources)
{
  g_autofree char *word = dup_word (self, record, evidence);
  g_autofree char *names = etp_names_dup_list (self->journey, record, sources, ", ");

  if (names[0] == '\0')
    return g_steal_pointer (&word);
  return g_strdup_printf ("%s (%s)", word, names);
}

/* Appends ", more" or "more". */
static void
append (GString *text, const char *separator, const char *more)
{
  if (more[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, more);
}

char *
etp_report_dup_feeling (const EtpReport *self, EtpValue *emotion)
{
  double level = etp_emotion_get_level (emotion);
  double target = etp_value_get_number (emotion, ETP_EMOTION_TARGET);
  guint n_ratings = etp_value_get_length (emotion, ETP_EMOTION_RATINGS);
  GString *text = g_string_new (NULL);

  if (!isnan (level))
    {
      g_autofree char *value = etp_emotion_format (level, self->language);
      g_autofree char *evidence = etp_report_dup_evidence (
          self, etp_value_record (emotion), ETP_EMOTION_EVIDENCE, ETP_EMOTION_SOURCES);

      g_string_append (text, value);
      append (text, " ", etp_value_get_text (emotion, ETP_EMOTION_FEELING));
      append (text, ", ", evidence);
    }
  if (n_ratings > 1)
    g_string_append_printf (text, ", %s %u", etp_words_get (self->language, ETP_WORD_SAMPLE),
                            n_ratings);
  if (!isnan (target))
    {
      g_autofree char *value = etp_emotion_format (target, self->language);
      g_autofree char *whole = g_strdup_printf (
          "%s %s", etp_words_get (self->language, ETP_WORD_STATE_TO_BE), value);

      append (text, "; ", whole);
    }
  append (text, ". ", etp_value_get_text (emotion, ETP_EMOTION_NOTE));
  return g_string_free (text, FALSE);
}
