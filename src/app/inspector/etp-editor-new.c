/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include "model/etp-tables.h"

/* Which editor is for which field. */

EtpEditor *
etp_editor_new (const EtpField *row)
{
  switch (row->type)
    {
    case ETP_FIELD_TEXT:
      return etp_editor_text_new (row);
    case ETP_FIELD_BOOLEAN:
      return etp_editor_switch_new (row);
    case ETP_FIELD_ENUM:
      return etp_editor_choice_new (row);
    case ETP_FIELD_INTEGER:
      if (row->minimum >= 0 && row->maximum <= 5)
        return etp_editor_score_new (row);
      return etp_editor_number_new (row);
    case ETP_FIELD_NUMBER:
      if (row->minimum >= -2 && row->maximum <= 2 && row->minimum < 0)
        return etp_editor_level_new (row);
      return etp_editor_number_new (row);
    case ETP_FIELD_DATE:
      return etp_editor_date_new (row);
    case ETP_FIELD_DURATION:
      return etp_editor_duration_new (row);
    case ETP_FIELD_REF:
      return row->lists == 1u << ETP_LIST_ASSETS ? etp_editor_image_new (row)
                                                 : etp_editor_refs_new (row);
    case ETP_FIELD_REFS:
      return etp_editor_refs_new (row);
    case ETP_FIELD_TEXTS:
      return etp_editor_texts_new (row);
    case ETP_FIELD_COLOR:
      return etp_editor_color_new (row);
    case ETP_FIELD_ICON:
      return etp_editor_icon_new (row);
    case ETP_FIELD_NUMBERS:
      return etp_editor_ratings_new (row);
    case ETP_FIELD_VALUES:
      if (row->columns == &etp_emotion_table)
        return etp_editor_emotions_new (row);
      if (row->columns == &etp_usage_table || row->columns == &etp_customer_value_table
          || row->columns == &etp_vote_table)
        return etp_editor_keyed_new (row);
      return etp_editor_values_new (row);
    /* A single nested value is shown column by column; bytes and JSON are not for people. */
    case ETP_FIELD_VALUE:
    case ETP_FIELD_DATA:
    case ETP_FIELD_JSON:
    default:
      g_return_val_if_reached (NULL);
    }
}
