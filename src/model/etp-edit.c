/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-node.h"
#include "etp-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-journey-private.h"
#include "etp-limits.h"
#include "etp-references.h"

/* The frame of every verb: one transaction, all or nothing, and nothing that could be saved but not
 * opened again. */

gboolean
etp_edit_refuse (GError **error, EtpModelError code, const char *message)
{
  g_set_error_literal (error, ETP_MODEL_ERROR, (int) code, message);
  return FALSE;
}

gboolean
etp_edit_check_node (EtpJourney *journey, EtpNode *node, EtpListKind list, GError **error)
{
  g_return_val_if_fail (ETP_IS_NODE (node), FALSE);
  g_return_val_if_fail (list == ETP_N_LISTS || etp_node_get_list (node) == list, FALSE);

  if (etp_node_get_journey (node) == journey)
    return TRUE;

  return etp_edit_refuse (error, ETP_MODEL_ERROR_NOT_FOUND,
                          _ ("What should be changed is no longer part of the journey."));
}

gboolean
etp_edit_check_writable (EtpJourney *journey, GError **error)
{
  g_return_val_if_fail (ETP_IS_JOURNEY (journey), FALSE);

  if (etp_journey_get_read_only (journey))
    return etp_edit_refuse (error, ETP_MODEL_ERROR_READ_ONLY,
                            _ ("This journey is read-only. Save a copy to change it."));
  return TRUE;
}

gboolean
etp_edit_begin_titled (
    EtpEdit *self, EtpJourney *journey, const char *title, const char *key, GError **error)
{
  if (!etp_edit_check_writable (journey, error))
    return FALSE;

  self->journey = journey;
  self->before = *etp_journey_get_size (journey);
  etp_history_begin (etp_journey_get_history (journey), title, key);
  return TRUE;
}

gboolean
etp_edit_begin (EtpEdit *self, EtpJourney *journey, EtpVerb verb, const char *key, GError **error)
{
  return etp_edit_begin_titled (self, journey, _ (etp_verb_get_row (verb)->title), key, error);
}

gboolean
etp_edit_cancel (EtpEdit *self)
{
  etp_history_rollback (etp_journey_get_history (self->journey));
  return FALSE;
}

static gint64
count_file_bytes (const EtpSize *size)
{
  return size->text_bytes + size->assets_bytes;
}

static const char *
find_exceeded_limit (const EtpSize *before, const EtpSize *after)
{
  if (after->values > ETP_LIMIT_VALUES && after->values > before->values)
    return _ ("The journey would have more than 1,000,000 values. Remove something first.");
  if (after->text_bytes > ETP_LIMIT_TEXT_BYTES && after->text_bytes > before->text_bytes)
    return _ ("The journey’s texts would be larger than 16 MiB. Remove something first.");
  if (after->images_bytes > ETP_LIMIT_ASSETS_BYTES && after->images_bytes > before->images_bytes)
    return _ ("The journey’s images would be larger than 40 MiB. Remove some first.");
  /* In the file images take a third more room than as bytes, so that the limits of texts and images
   * together are more than that of the file. */
  if (count_file_bytes (after) > ETP_LIMIT_FILE_BYTES
      && count_file_bytes (after) > count_file_bytes (before))
    return _ ("The map’s file would be larger than 64 MiB. Remove something first.");

  return NULL;
}

gboolean
etp_edit_commit (EtpEdit *self, GError **error)
{
  const char *message = find_exceeded_limit (&self->before, etp_journey_get_size (self->journey));

  if (message != NULL)
    {
      etp_edit_refuse (error, ETP_MODEL_ERROR_LIMIT, message);
      return etp_edit_cancel (self);
    }

  etp_history_commit (etp_journey_get_history (self->journey));
  return TRUE;
}

typedef struct
{
  EtpJourney *journey;
  const EtpRecord *old;
  guint field;
  GError **error;
} TargetCheck;

typedef struct
{
  guint field;
  const char *id;
} Search;

static gboolean
is_other_reference (const EtpReference *reference, gpointer user_data)
{
  Search *search = user_data;

  return reference->field != search->field || strcmp (reference->id, search->id) != 0;
}

static gboolean
check_target (const EtpReference *reference, gpointer user_data)
{
  TargetCheck *check = user_data;
  EtpNode *target = etp_journey_get_node (check->journey, reference->id);
  Search search = { check->field, reference->id };

  if (target != NULL && (reference->row->lists & (1u << etp_node_get_list (target))) != 0)
    return TRUE;
  /* A name that was dangling when the file was opened may stay. */
  if (check->old != NULL && !etp_record_foreach_reference (check->old, is_other_reference, &search))
    return TRUE;

  g_set_error (check->error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND,
               /* Translators: a field's name, then an id */
               _ ("“%s” names “%s”, which is not there or is something else."),
               _ (reference->row->label), reference->id);
  return FALSE;
}

static gboolean
check_word (
    const EtpField *row, const EtpDatum *datum, const EtpRecord *old, guint field, GError **error)
{
  if (datum->u.text == NULL || g_strv_contains (row->words, datum->u.text)
      || (old != NULL && strcmp (etp_record_get_word (old, field), datum->u.text) == 0))
    return TRUE;

  g_set_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_VALUE,
               /* Translators: a field's name, then the word that is not known */
               _ ("“%s” cannot be “%s”."), _ (row->label), datum->u.text);
  return FALSE;
}

gboolean
etp_edit_check_datum (EtpJourney *journey,
                      const EtpRecord *old,
                      guint field,
                      const EtpField *row,
                      const EtpDatum *datum,
                      GError **error)
{
  TargetCheck check = { journey, old, field, error };
  EtpTable table = { "datum", row, 1 };
  EtpValue *value;
  EtpDatum copy;
  gboolean fine;

  if (!etp_datum_check (datum, row, error))
    return FALSE;
  if (datum->type == ETP_FIELD_ENUM && !check_word (row, datum, old, field, error))
    return FALSE;

  /* Walk over the datum as a record of one field. */
  value = etp_value_new (&table);
  etp_datum_copy (datum, &copy);
  etp_value_init_datum (value, 0, &copy);
  fine = etp_record_foreach_reference (etp_value_record (value), check_target, &check);
  etp_value_unref (value);
  return fine;
}

gboolean
etp_edit_write (EtpEdit *self, EtpNode *node, guint field, EtpDatum *datum, GError **error)
{
  const EtpRecord *record = etp_node_record (node);

  if (!etp_edit_check_datum (self->journey, record, field, &record->table->fields[field], datum,
                             error))
    {
      etp_datum_clear (datum);
      return FALSE;
    }

  etp_change_set (self->journey, node, field, datum);
  return TRUE;
}

gboolean
etp_edit_write_text (EtpEdit *self, EtpNode *node, guint field, const char *text, GError **error)
{
  EtpDatum datum = etp_datum_text (&etp_node_record (node)->table->fields[field], text);

  return etp_edit_write (self, node, field, &datum, error);
}

/* old: the record that holds what may stay as it is, or NULL. */
static gboolean
put (EtpEdit *self, EtpNode *node, const EtpRecord *old, guint position, GError **error)
{
  const EtpRecord *record = etp_node_record (node);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      g_auto (EtpDatum) datum = { 0 };

      if (etp_record_is_default (record, i))
        continue;
      etp_record_dup_datum (record, i, &datum);
      if (!etp_edit_check_datum (self->journey, old, i, &record->table->fields[i], &datum, error))
        return FALSE;
    }

  etp_change_insert (self->journey, node, position);
  return TRUE;
}

gboolean
etp_edit_put (EtpEdit *self, EtpNode *node, guint position, GError **error)
{
  return put (self, node, NULL, position, error);
}

gboolean
etp_edit_put_copy (EtpEdit *self, EtpNode *copy, EtpNode *original, guint position, GError **error)
{
  return put (self, copy, etp_node_record (original), position, error);
}
