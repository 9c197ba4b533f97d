/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-fill-private.h"

#include <math.h>
#include <string.h>

#include "etp-edit-emotion.h"
#include "etp-fold.h"
#include "etp-tables.h"

/* Feelings and channels of a table's steps. The steps of a phase are listed once for feelings and
 * once for channels, before anything is said of them. */

static gboolean
is_step_lane (EtpNode *lane)
{
  return lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
         && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS;
}

/* Where new steps go: into the table's touchpoints lane, or the map's first, or a new one. */
static EtpNode *
ensure_lane (EtpFill *fill, GError **error)
{
  EtpNodeList *lanes = etp_journey_get_list (fill->edit.journey, ETP_LIST_LANES);
  g_autoptr (EtpNode) news = NULL;
  EtpNode *lane;

  for (guint i = 0; i < fill->lanes->len; i++)
    if (is_step_lane (fill->lanes->pdata[i]))
      return fill->lanes->pdata[i];
  for (guint i = 0; (lane = etp_node_list_get (lanes, i)) != NULL; i++)
    if (is_step_lane (lane))
      return lane;
  news = etp_node_new (ETP_LIST_LANES, NULL);
  etp_fill_init_text (news, ETP_LANE_KIND, etp_lane_kind_words[ETP_LANE_KIND_TOUCHPOINTS]);
  if (!etp_edit_put (&fill->edit, news, 0, error))
    return NULL;
  g_ptr_array_add (fill->lanes, news); /* for the next; the journey holds it */
  return news;
}

static gboolean
is_step (EtpFill *fill, EtpNode *card, EtpNode *phase)
{
  return strcmp (etp_node_get_text (card, ETP_CARD_PHASE), etp_node_get_id (phase)) == 0
         && is_step_lane (
             etp_journey_get_node (fill->edit.journey, etp_node_get_text (card, ETP_CARD_LANE)));
}

static gboolean
is_said (EtpFill *fill, EtpNode *card, gboolean is_channel)
{
  const char *persona = fill->table->persona != NULL ? etp_node_get_id (fill->table->persona) : "";

  return is_channel ? etp_node_get_length (card, ETP_CARD_CHANNELS) > 0
                    : etp_card_get_emotion (card, persona) != NULL;
}

/* The steps of a phase that something can be said of. */
static GPtrArray *
list_steps (EtpFill *fill, EtpNode *phase, gboolean is_channel)
{
  EtpNodeList *cards = etp_journey_get_list (fill->edit.journey, ETP_LIST_CARDS);
  GPtrArray *steps = g_ptr_array_new ();
  EtpNode *card;

  for (guint i = 0; i < fill->cards->len; i++)
    if (is_step (fill, fill->cards->pdata[i], phase))
      g_ptr_array_add (steps, fill->cards->pdata[i]);
  if (steps->len > 0)
    return steps;
  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    if (is_step (fill, card, phase) && !is_said (fill, card, is_channel))
      g_ptr_array_add (steps, card);
  return steps;
}

/* Channels */

static EtpNode *
ensure_channel (EtpFill *fill, const char *name, GError **error)
{
  EtpNodeList *channels = etp_journey_get_list (fill->edit.journey, ETP_LIST_CHANNELS);
  g_autofree char *folded = etp_fold (name);
  g_autoptr (EtpNode) news = NULL;
  EtpNode *channel;

  for (guint i = 0; (channel = etp_node_list_get (channels, i)) != NULL; i++)
    {
      g_autofree char *other = etp_fold (etp_node_get_text (channel, ETP_CHANNEL_NAME));

      if (strcmp (folded, other) == 0)
        return channel;
    }
  news = etp_node_new (ETP_LIST_CHANNELS, NULL);
  etp_fill_init_text (news, ETP_CHANNEL_NAME, name);
  return etp_edit_put (&fill->edit, news, G_MAXUINT, error) ? news : NULL;
}

static gboolean
add_channel (EtpFill *fill, EtpNode *step, EtpNode *channel, GError **error)
{
  const EtpRecord *record = etp_node_record (step);
  const guint n = etp_record_get_length (record, ETP_CARD_CHANNELS);
  GPtrArray *ids = g_ptr_array_new ();
  EtpDatum datum;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, g_ref_string_new (etp_record_get_text_at (record, ETP_CARD_CHANNELS, i)));
  if (!g_ptr_array_find_with_equal_func (ids, etp_node_get_id (channel), g_str_equal, NULL))
    g_ptr_array_add (ids, g_ref_string_new (etp_node_get_id (channel)));
  datum = etp_datum_take_items (&record->table->fields[ETP_CARD_CHANNELS], ids);
  return etp_edit_write (&fill->edit, step, ETP_CARD_CHANNELS, &datum, error);
}

/* Feelings */

static gboolean
set_feeling (EtpFill *fill, EtpNode *step, const EtpFillStep *row, GError **error)
{
  EtpNode *persona = fill->table->persona;
  EtpJourney *journey = fill->edit.journey;
  EtpDatum note = etp_datum_text (&etp_emotion_table.fields[ETP_EMOTION_NOTE],
                                  row->note != NULL ? row->note : "");

  if (!isnan (row->value)
      && !etp_edit_set_emotion_value (journey, step, persona, row->value, error))
    {
      etp_datum_clear (&note);
      return FALSE;
    }
  if (row->feeling != NULL && *row->feeling != '\0'
      && !etp_edit_set_emotion_feeling (journey, step, persona, row->feeling, error))
    {
      etp_datum_clear (&note);
      return FALSE;
    }
  if (row->note != NULL && *row->note != '\0')
    return etp_edit_set_emotion_field (journey, step, persona, ETP_EMOTION_NOTE, &note, error);
  etp_datum_clear (&note);
  return TRUE;
}

static gboolean
say (EtpFill *fill, EtpNode *step, const EtpFillStep *row, EtpNode *channel, GError **error)
{
  return channel != NULL ? add_channel (fill, step, channel, error)
                         : set_feeling (fill, step, row, error);
}

/* The step that a thing is said of. One with more channels than steps uses the rest of them. */
static EtpNode *
ensure_step (EtpFill *fill, GPtrArray *steps, const EtpFillStep *row, GError **error)
{
  EtpNode *lane, *step;

  if (row->channel != NULL && steps->len > 0 && row->number >= steps->len)
    return steps->pdata[steps->len - 1];
  if (row->number < steps->len)
    return steps->pdata[row->number];
  lane = ensure_lane (fill, error);
  if (lane == NULL)
    return NULL;
  step = etp_fill_put_card (&fill->edit, lane, fill->phases->pdata[row->phase],
                            row->channel != NULL ? row->channel : "", error);
  if (step != NULL)
    g_ptr_array_add (steps, step);
  return step;
}

static gboolean
put_step (EtpFill *fill, GPtrArray *steps, const EtpFillStep *row, GError **error)
{
  EtpNode *channel = NULL;
  EtpNode *step;

  if (row->channel != NULL && (channel = ensure_channel (fill, row->channel, error)) == NULL)
    return FALSE;
  step = ensure_step (fill, steps, row, error);
  if (step == NULL || !say (fill, step, row, channel, error))
    return FALSE;
  for (guint i = 1; channel != NULL && row->n == 1 && i < steps->len; i++)
    if (!say (fill, steps->pdata[i], row, channel, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
ensure_steps (EtpFill *fill, GHashTable *lists, EtpNode *phase, gboolean is_channel)
{
  GPtrArray *steps = g_hash_table_lookup (lists, phase);

  if (steps == NULL)
    {
      steps = list_steps (fill, phase, is_channel);
      g_hash_table_insert (lists, phase, steps);
    }
  return steps;
}

static gboolean
put_kind (EtpFill *fill, gboolean is_channel, GError **error)
{
  g_autoptr (GHashTable)
      lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < fill->table->n_steps; i++)
    {
      const EtpFillStep *row = &fill->table->steps[i];
      GPtrArray *steps;
      guint n_steps;

      if ((row->channel != NULL) != is_channel)
        continue;
      g_return_val_if_fail (row->phase < fill->phases->len, FALSE);
      steps = ensure_steps (fill, lists, fill->phases->pdata[row->phase], is_channel);
      n_steps = steps->len;
      if (!put_step (fill, steps, row, error))
        return FALSE;
      for (guint k = n_steps; k < steps->len; k++)
        g_ptr_array_add (fill->cards, steps->pdata[k]);
    }
  return TRUE;
}

/* Channels come first: they may make the steps that feelings belong to. */
gboolean
etp_fill_put_steps (EtpFill *fill, GError **error)
{
  return put_kind (fill, TRUE, error) && put_kind (fill, FALSE, error);
}
