/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-extract-private.h"

/* Texts that say nothing: they stay in the document, and no export has them. */

gboolean
etp_extract_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const GUnicodeType type = g_unichar_type (c);

      if (!g_unichar_isspace (c) && type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT
          && type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR
          && (c & 0xfffe) != 0xfffe)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_blanks (const EtpRecord *record)
{
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const guint8 type = (guint8) record->table->fields[i].type;
      const guint n = type == ETP_FIELD_TEXTS || type == ETP_FIELD_VALUES
                          ? etp_record_get_length (record, i)
                          : 0;
      EtpValue *value = type == ETP_FIELD_VALUE ? etp_record_get_value (record, i) : NULL;

      if (type == ETP_FIELD_TEXT && etp_record_get_text (record, i)[0] != '\0'
          && etp_extract_is_blank (etp_record_get_text (record, i)))
        return TRUE;
      if (value != NULL && has_blanks (etp_value_record (value)))
        return TRUE;
      for (guint k = 0; k < n; k++)
        if (type == ETP_FIELD_TEXTS
                ? etp_extract_is_blank (etp_record_get_text_at (record, i, k))
                : has_blanks (etp_value_record (etp_record_get_value_at (record, i, k))))
          return TRUE;
    }
  return FALSE;
}

gboolean
etp_extract_has_blanks (EtpJourney *journey)
{
  if (has_blanks (etp_node_record (ETP_NODE (journey))))
    return TRUE;
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, list);

      for (guint i = 0; i < etp_node_list_get_length (nodes); i++)
        if (has_blanks (etp_node_record (etp_node_list_get (nodes, i))))
          return TRUE;
    }
  return FALSE;
}
