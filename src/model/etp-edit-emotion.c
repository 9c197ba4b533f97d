/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-emotion.h"

#include <math.h>
#include <string.h>

#include "etp-edit-private.h"
#include "etp-feelings.h"
#include "etp-tables.h"

/* A card's emotions are a list of immutable values: each verb makes one new list. */

EtpValue *
etp_card_get_emotion (EtpNode *card, const char *persona_id)
{
  const EtpRecord *record = etp_node_record (card);
  int index = etp_values_find (record, ETP_CARD_EMOTIONS, ETP_EMOTION_PERSONA,
                               persona_id != NULL ? persona_id : "");

  return index >= 0 ? etp_record_get_value_at (record, ETP_CARD_EMOTIONS, (guint) index) : NULL;
}

double
etp_emotion_get_level (EtpValue *emotion)
{
  const EtpRecord *record = etp_value_record (emotion);
  guint n_ratings = etp_record_get_length (record, ETP_EMOTION_RATINGS);
  double sum = 0;

  if (n_ratings == 0)
    return etp_record_get_number (record, ETP_EMOTION_VALUE);

  for (guint i = 0; i < n_ratings; i++)
    sum += etp_record_get_number_at (record, ETP_EMOTION_RATINGS, i);
  return sum / n_ratings;
}

/* An entry that names a persona and says nothing about it need not be there. */
static gboolean
says_nothing (EtpValue *emotion)
{
  const EtpRecord *record = etp_value_record (emotion);

  for (guint i = 0; i < record->table->n_fields; i++)
    if (i != ETP_EMOTION_PERSONA && !etp_record_is_default (record, i))
      return FALSE;

  return record->unknown == NULL;
}

/* Writes the entry of a persona, which is taken, in a step of its own. */
static gboolean
write_emotion (EtpJourney *journey,
               EtpNode *step,
               EtpNode *persona,
               EtpVerb verb,
               const char *key,
               EtpValue *emotion,
               GError **error)
{
  const EtpRecord *record = etp_node_record (step);
  const char *persona_id = persona != NULL ? etp_node_get_id (persona) : "";
  EtpDatum list;
  EtpEdit edit;
  int index = etp_values_find (record, ETP_CARD_EMOTIONS, ETP_EMOTION_PERSONA, persona_id);

  if (says_nothing (emotion))
    g_clear_pointer (&emotion, etp_value_unref);
  list = etp_values_replace (record, ETP_CARD_EMOTIONS, index, emotion);

  if (!etp_edit_begin (&edit, journey, verb, key, error))
    {
      etp_datum_clear (&list);
      return FALSE;
    }
  if (!etp_edit_write (&edit, step, ETP_CARD_EMOTIONS, &list, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

static char *
dup_key (EtpNode *step, EtpNode *persona, guint column)
{
  return g_strdup_printf ("emotion %s %s %u", etp_node_get_id (step),
                          persona != NULL ? etp_node_get_id (persona) : "", column);
}

static gboolean
set_column (EtpJourney *journey,
            EtpNode *step,
            EtpNode *persona,
            EtpVerb verb,
            guint column,
            EtpDatum *datum,
            GError **error)
{
  const EtpField *row = &etp_emotion_table.fields[column];
  g_auto (EtpDatum) taken = *datum;
  g_autofree char *key = NULL;

  memset (datum, 0, sizeof *datum);
  if (!etp_edit_check_node (journey, step, ETP_LIST_CARDS, error)
      || (persona != NULL && !etp_edit_check_node (journey, persona, ETP_LIST_PERSONAS, error))
      || !etp_datum_check (&taken, row, error))
    return FALSE;

  if (row->type == ETP_FIELD_NUMBER || row->type == ETP_FIELD_TEXT)
    key = dup_key (step, persona, column);
  return write_emotion (
      journey, step, persona, verb, key,
      etp_values_make (etp_node_record (step), ETP_CARD_EMOTIONS, ETP_EMOTION_PERSONA,
                       persona != NULL ? etp_node_get_id (persona) : "", column, &taken),
      error);
}

/* Steps of 0.1, without 0.30000000000000004 or -0. */
static double
round_level (double level)
{
  double rounded = round (level * 10);

  return rounded == 0 ? 0 : rounded / 10;
}

gboolean
etp_edit_set_emotion_value (
    EtpJourney *journey, EtpNode *step, EtpNode *persona, double value, GError **error)
{
  EtpDatum datum = etp_datum_number (round_level (value));

  return set_column (journey, step, persona, ETP_VERB_EMOTION_SET_VALUE, ETP_EMOTION_VALUE, &datum,
                     error);
}

gboolean
etp_edit_set_emotion_target (
    EtpJourney *journey, EtpNode *step, EtpNode *persona, double target, GError **error)
{
  EtpDatum datum = etp_datum_number (round_level (target));

  return set_column (journey, step, persona, ETP_VERB_EMOTION_SET_TARGET, ETP_EMOTION_TARGET,
                     &datum, error);
}

EtpValue *
etp_card_make_emotion (
    EtpNode *card, const char *persona_id, gboolean is_target, double level, const char *feeling)
{
  EtpDatum number = etp_datum_number (round_level (CLAMP (level, -2, 2)));
  EtpValue *emotion = etp_values_make (etp_node_record (card), ETP_CARD_EMOTIONS,
                                       ETP_EMOTION_PERSONA, persona_id,
                                       is_target ? ETP_EMOTION_TARGET : ETP_EMOTION_VALUE, &number);
  EtpValue *felt;
  EtpDatum word;

  if (feeling == NULL)
    return emotion;
  word = etp_datum_text (&etp_emotion_table.fields[ETP_EMOTION_FEELING], feeling);
  felt = etp_value_with (emotion, ETP_EMOTION_FEELING, &word);
  etp_value_unref (emotion);
  return felt;
}

gboolean
etp_edit_set_emotion_level (EtpJourney *journey,
                            EtpNode *step,
                            EtpNode *persona,
                            gboolean is_target,
                            double level,
                            const char *feeling,
                            GError **error)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (!isnan (level), FALSE);

  if (!etp_edit_check_node (journey, step, ETP_LIST_CARDS, error)
      || (persona != NULL && !etp_edit_check_node (journey, persona, ETP_LIST_PERSONAS, error)))
    return FALSE;
  key = dup_key (step, persona, is_target ? ETP_EMOTION_TARGET : ETP_EMOTION_VALUE);
  return write_emotion (journey, step, persona,
                        is_target ? ETP_VERB_EMOTION_SET_TARGET : ETP_VERB_EMOTION_SET_VALUE, key,
                        etp_card_make_emotion (step,
                                               persona != NULL ? etp_node_get_id (persona) : "",
                                               is_target, level, feeling),
                        error);
}

/* The word of the entry before the step for undo that goes on, or as it is now; NULL: there is no entry, or
 * its ratings decide. */
static const char *
get_word_before (EtpJourney *journey, EtpNode *step, const char *persona_id)
{
  const EtpDatum *before = etp_history_get_before (etp_journey_get_history (journey), step,
                                                   ETP_CARD_EMOTIONS);
  EtpValue *emotion = etp_card_get_emotion (step, persona_id);

  if (emotion == NULL || etp_value_get_length (emotion, ETP_EMOTION_RATINGS) > 0)
    return NULL;
  for (guint i = 0; before != NULL && before->u.items != NULL && i < before->u.items->len; i++)
    {
      EtpValue *old = before->u.items->pdata[i];

      if (g_str_equal (etp_value_get_text (old, ETP_EMOTION_PERSONA), persona_id))
        return etp_value_get_text (old, ETP_EMOTION_FEELING);
    }
  return etp_value_get_text (emotion, ETP_EMOTION_FEELING);
}

gboolean
etp_edit_slide_emotion (EtpJourney *journey,
                        EtpNode *step,
                        EtpNode *persona,
                        gboolean is_target,
                        double level,
                        GError **error)
{
  const EtpVerb verb = is_target ? ETP_VERB_EMOTION_SET_TARGET : ETP_VERB_EMOTION_SET_VALUE;
  const char *persona_id = persona != NULL ? etp_node_get_id (persona) : "";
  const char *feeling = NULL;
  g_autofree char *key = dup_key (step, persona,
                                  is_target ? ETP_EMOTION_TARGET : ETP_EMOTION_VALUE);
  EtpEdit edit;

  if (!etp_edit_check_node (journey, step, ETP_LIST_CARDS, error)
      || !etp_edit_begin (&edit, journey, verb, key, error))
    return FALSE;
  if (!is_target)
    feeling = get_word_before (journey, step, persona_id);
  if (feeling != NULL)
    feeling = etp_feelings_follow (etp_node_get_text (ETP_NODE (journey), ETP_JOURNEY_LANGUAGE),
                                   feeling, level);
  if (!etp_edit_set_emotion_level (journey, step, persona, is_target, level, feeling, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_set_emotion_feeling (
    EtpJourney *journey, EtpNode *step, EtpNode *persona, const char *feeling, GError **error)
{
  EtpDatum datum = etp_datum_text (&etp_emotion_table.fields[ETP_EMOTION_FEELING], feeling);

  return set_column (journey, step, persona, ETP_VERB_EMOTION_SET_FEELING, ETP_EMOTION_FEELING,
                     &datum, error);
}

gboolean
etp_edit_set_emotion_ratings (EtpJourney *journey,
                              EtpNode *step,
                              EtpNode *persona,
                              const double *ratings,
                              guint n_ratings,
                              GError **error)
{
  GArray *numbers = g_array_sized_new (FALSE, FALSE, sizeof (double), n_ratings);
  EtpDatum datum;

  for (guint i = 0; i < n_ratings; i++)
    {
      double level = round_level (ratings[i]);

      g_array_append_val (numbers, level);
    }
  datum = etp_datum_take_numbers (numbers);
  return set_column (journey, step, persona, ETP_VERB_EMOTION_RATE, ETP_EMOTION_RATINGS, &datum,
                     error);
}

gboolean
etp_edit_set_emotion_field (EtpJourney *journey,
                            EtpNode *step,
                            EtpNode *persona,
                            guint column,
                            EtpDatum *datum,
                            GError **error)
{
  g_return_val_if_fail (column < ETP_N_EMOTION_FIELDS && column != ETP_EMOTION_PERSONA, FALSE);

  return set_column (journey, step, persona,
                     etp_verb_for_list (ETP_LIST_CARDS, ETP_VERB_ACTION_EDIT), column, datum,
                     error);
}

/* The entry with a column at its default; takes the value. */
static EtpValue *
take_without (EtpValue *emotion, guint column)
{
  const EtpField *row = &etp_emotion_table.fields[column];
  EtpDatum none = row->type == ETP_FIELD_NUMBER ? etp_datum_number ((double) NAN) : (EtpDatum){ 0 };
  EtpValue *rest = etp_value_with (emotion, column, &none);

  etp_value_unref (emotion);
  return rest;
}

gboolean
etp_edit_remove_emotion_point (
    EtpJourney *journey, EtpNode *step, EtpNode *persona, gboolean is_target, GError **error)
{
  static const guint columns[] = { ETP_EMOTION_VALUE,   ETP_EMOTION_FEELING,  ETP_EMOTION_NOTE,
                                   ETP_EMOTION_RATINGS, ETP_EMOTION_EVIDENCE, ETP_EMOTION_SOURCES };
  const char *persona_id = persona != NULL ? etp_node_get_id (persona) : "";
  EtpValue *emotion;

  if (!etp_edit_check_node (journey, step, ETP_LIST_CARDS, error)
      || (persona != NULL && !etp_edit_check_node (journey, persona, ETP_LIST_PERSONAS, error)))
    return FALSE;
  emotion = etp_card_get_emotion (step, persona_id);
  if (emotion == NULL)
    return etp_edit_remove_emotion (journey, step, persona, error);

  /* What is left is a point of the other curve, or what a newer version wrote; else the entry goes. */
  emotion = take_without (etp_value_ref (emotion), is_target ? ETP_EMOTION_TARGET : columns[0]);
  for (guint i = 1; !is_target && i < G_N_ELEMENTS (columns); i++)
    emotion = take_without (emotion, columns[i]);
  return write_emotion (journey, step, persona, ETP_VERB_EMOTION_REMOVE, NULL, emotion, error);
}

gboolean
etp_edit_remove_emotion (EtpJourney *journey, EtpNode *step, EtpNode *persona, GError **error)
{
  const EtpRecord *record = etp_node_record (step);
  EtpDatum list;
  EtpEdit edit;
  int index;

  if (!etp_edit_check_node (journey, step, ETP_LIST_CARDS, error)
      || (persona != NULL && !etp_edit_check_node (journey, persona, ETP_LIST_PERSONAS, error))
      || !etp_edit_begin (&edit, journey, ETP_VERB_EMOTION_REMOVE, NULL, error))
    return FALSE;

  index = etp_values_find (record, ETP_CARD_EMOTIONS, ETP_EMOTION_PERSONA,
                           persona != NULL ? etp_node_get_id (persona) : "");
  if (index < 0)
    return etp_edit_commit (&edit, error);
  list = etp_values_replace (record, ETP_CARD_EMOTIONS, index, NULL);
  if (!etp_edit_write (&edit, step, ETP_CARD_EMOTIONS, &list, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

static EtpVerb
get_column_verb (guint column)
{
  switch (column)
    {
    case ETP_EMOTION_VALUE:
      return ETP_VERB_EMOTION_SET_VALUE;
    case ETP_EMOTION_TARGET:
      return ETP_VERB_EMOTION_SET_TARGET;
    case ETP_EMOTION_FEELING:
      return ETP_VERB_EMOTION_SET_FEELING;
    case ETP_EMOTION_RATINGS:
      return ETP_VERB_EMOTION_RATE;
    default:
      return etp_verb_for_list (ETP_LIST_CARDS, ETP_VERB_ACTION_EDIT);
    }
}

gboolean
etp_edit_set_emotion_of_id (EtpJourney *journey,
                            EtpNode *step,
                            const char *persona_id,
                            guint column,
                            EtpDatum *datum,
                            GError **error)
{
  const EtpRecord *record = etp_node_record (step);
  const EtpField *row = &etp_emotion_table.fields[column];
  g_auto (EtpDatum) taken = *datum;
  g_autofree char *key = NULL;
  EtpValue *emotion;
  EtpDatum list;
  EtpEdit edit;

  memset (datum, 0, sizeof *datum);
  if (!etp_edit_check_node (journey, step, ETP_LIST_CARDS, error)
      || !etp_datum_check (&taken, row, error))
    return FALSE;
  if (row->type == ETP_FIELD_NUMBER && !isnan (taken.u.number))
    taken.u.number = round_level (taken.u.number);
  if (row->type == ETP_FIELD_NUMBER || row->type == ETP_FIELD_TEXT)
    key = g_strdup_printf ("emotion %s %s %u", etp_node_get_id (step), persona_id, column);
  if (!etp_edit_begin (&edit, journey, get_column_verb (column), key, error))
    return FALSE;
  emotion = etp_values_make (record, ETP_CARD_EMOTIONS, ETP_EMOTION_PERSONA, persona_id, column,
                             &taken);
  if (says_nothing (emotion))
    g_clear_pointer (&emotion, etp_value_unref);
  list = etp_values_replace (
      record, ETP_CARD_EMOTIONS,
      etp_values_find (record, ETP_CARD_EMOTIONS, ETP_EMOTION_PERSONA, persona_id), emotion);
  if (!etp_edit_write (&edit, step, ETP_CARD_EMOTIONS, &list, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}
