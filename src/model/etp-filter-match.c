/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-filter-private.h"

#include <string.h>

#include "etp-outline.h"

/* Whether a node is what is looked for. Everything is found by following references from the node
 * itself, but for the measures of a card, which are collected once for each question about all
 * nodes. */

typedef struct
{
  const EtpFilter *filter;
  EtpJourney *journey;
  GHashTable *owned; /* ids of cards that a measure of a wanted owner is for; borrowed strings */
} Matcher;

static gboolean
wants (const EtpFilter *self, EtpFilterKind kind)
{
  return self->values[kind]->len > 0;
}

static gboolean
has_any (const EtpFilter *self, EtpFilterKind kind, EtpNode *node, guint field)
{
  for (guint i = 0; i < etp_node_get_length (node, field); i++)
    if (etp_filter_has (self, kind, etp_node_get_text_at (node, field, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_fact (int evidence)
{
  return evidence == ETP_EVIDENCE_OBSERVED || evidence == ETP_EVIDENCE_MEASURED;
}

static EtpNode *
get_target (Matcher *self, EtpNode *node, guint field, EtpListKind list)
{
  const char *id = etp_node_get_text (node, field);
  EtpNode *target = id[0] != '\0' ? etp_journey_get_node (self->journey, id) : NULL;

  return target != NULL && etp_node_get_list (target) == list ? target : NULL;
}

/* A measure answers a card also by a link of this kind alone, whichever way that was drawn. FALSE: the
 * link is another one. */
static gboolean
get_answer (Matcher *self, EtpNode *link, EtpNode **measure, EtpNode **card)
{
  EtpNode *from = etp_journey_get_node (self->journey, etp_node_get_text (link, ETP_LINK_FROM));
  EtpNode *to = etp_journey_get_node (self->journey, etp_node_get_text (link, ETP_LINK_TO));

  if (etp_node_get_enum (link, ETP_LINK_KIND) != ETP_LINK_KIND_ANSWERS || from == NULL
      || to == NULL)
    return FALSE;
  *measure = etp_node_get_list (from) == ETP_LIST_MEASURES ? from : to;
  *card = *measure == from ? to : from;
  return etp_node_get_list (*measure) == ETP_LIST_MEASURES
         && etp_node_get_list (*card) == ETP_LIST_CARDS;
}

static void
collect_owned (Matcher *self)
{
  EtpNodeList *measures = etp_journey_get_list (self->journey, ETP_LIST_MEASURES);
  EtpNodeList *links = etp_journey_get_list (self->journey, ETP_LIST_LINKS);
  EtpNode *measure, *card, *link;

  self->owned = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; (measure = etp_node_list_get (measures, i)) != NULL; i++)
    if (etp_filter_has (self->filter, ETP_FILTER_OWNER,
                        etp_node_get_text (measure, ETP_MEASURE_OWNER)))
      for (guint j = 0; j < etp_node_get_length (measure, ETP_MEASURE_CARDS); j++)
        g_hash_table_add (self->owned,
                          (gpointer) etp_node_get_text_at (measure, ETP_MEASURE_CARDS, j));
  for (guint i = 0; (link = etp_node_list_get (links, i)) != NULL; i++)
    if (get_answer (self, link, &measure, &card)
        && etp_filter_has (self->filter, ETP_FILTER_OWNER,
                           etp_node_get_text (measure, ETP_MEASURE_OWNER)))
      g_hash_table_add (self->owned, (gpointer) etp_node_get_id (card));
}

static gboolean
has_lead (Matcher *self, EtpNode *node, guint field)
{
  for (guint i = 0; i < etp_node_get_length (node, field); i++)
    {
      EtpNode *unit = etp_journey_get_node (self->journey, etp_node_get_text_at (node, field, i));

      if (unit != NULL && etp_node_get_list (unit) == ETP_LIST_UNITS
          && etp_filter_has (self->filter, ETP_FILTER_OWNER,
                             etp_node_get_text (unit, ETP_UNIT_LEAD)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_owned (Matcher *self, EtpNode *card)
{
  if (self->owned == NULL)
    collect_owned (self);
  return g_hash_table_contains (self->owned, etp_node_get_id (card))
         || has_lead (self, card, ETP_CARD_UNITS);
}

static gboolean
match_card_persona (Matcher *self, EtpNode *card)
{
  EtpNode *step;

  if (etp_node_get_length (card, ETP_CARD_PERSONAS) > 0)
    return has_any (self->filter, ETP_FILTER_PERSONA, card, ETP_CARD_PERSONAS);
  step = get_target (self, card, ETP_CARD_STEP, ETP_LIST_CARDS);
  return step == NULL || etp_node_get_length (step, ETP_CARD_PERSONAS) == 0
         || has_any (self->filter, ETP_FILTER_PERSONA, step, ETP_CARD_PERSONAS);
}

/* -1: it names no channel. */
static int
match_own_channel (Matcher *self, EtpNode *card)
{
  EtpNode *touchpoint = get_target (self, card, ETP_CARD_TOUCHPOINT, ETP_LIST_TOUCHPOINTS);
  const char *channel = touchpoint != NULL ? etp_node_get_text (touchpoint, ETP_TOUCHPOINT_CHANNEL)
                                           : "";

  if (has_any (self->filter, ETP_FILTER_CHANNEL, card, ETP_CARD_CHANNELS)
      || (channel[0] != '\0' && etp_filter_has (self->filter, ETP_FILTER_CHANNEL, channel)))
    return TRUE;
  return channel[0] == '\0' && etp_node_get_length (card, ETP_CARD_CHANNELS) == 0 ? -1 : FALSE;
}

static gboolean
match_card_channel (Matcher *self, EtpNode *card)
{
  int answer = match_own_channel (self, card);
  EtpNode *step;

  if (answer >= 0)
    return answer;
  step = get_target (self, card, ETP_CARD_STEP, ETP_LIST_CARDS);
  return step != NULL && match_own_channel (self, step) == TRUE;
}

static gboolean
is_card_fact (EtpNode *card)
{
  if (is_fact (etp_node_get_enum (card, ETP_CARD_EVIDENCE)))
    return TRUE;
  for (guint i = 0; i < etp_node_get_length (card, ETP_CARD_EMOTIONS); i++)
    {
      EtpValue *emotion = etp_node_get_value_at (card, ETP_CARD_EMOTIONS, i);

      if (is_fact (etp_value_get_enum (emotion, ETP_EMOTION_EVIDENCE)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
match_card (Matcher *self, EtpNode *card)
{
  const EtpFilter *filter = self->filter;

  return (!wants (filter, ETP_FILTER_PERSONA) || match_card_persona (self, card))
         && (!wants (filter, ETP_FILTER_CHANNEL) || match_card_channel (self, card))
         && (!wants (filter, ETP_FILTER_TAG)
             || has_any (filter, ETP_FILTER_TAG, card, ETP_CARD_TAGS))
         && (!wants (filter, ETP_FILTER_OWNER) || is_owned (self, card))
         && (!filter->facts_only || is_card_fact (card));
}

typedef gboolean (*CardQuestion) (Matcher *self, EtpNode *card);

/* The cards that a measure is for, whether it names them or is joined with them. */
static GPtrArray *
dup_cards (Matcher *self, EtpNode *measure)
{
  EtpNodeList *links = etp_journey_get_list (self->journey, ETP_LIST_LINKS);
  GPtrArray *cards = g_ptr_array_new ();
  EtpNode *link, *joined, *card;

  for (guint i = 0; i < etp_node_get_length (measure, ETP_MEASURE_CARDS); i++)
    {
      card = etp_journey_get_node (self->journey,
                                   etp_node_get_text_at (measure, ETP_MEASURE_CARDS, i));
      if (card != NULL && etp_node_get_list (card) == ETP_LIST_CARDS)
        g_ptr_array_add (cards, card);
    }
  for (guint i = 0; (link = etp_node_list_get (links, i)) != NULL; i++)
    if (get_answer (self, link, &joined, &card) && joined == measure)
      g_ptr_array_add (cards, card);
  return cards;
}

static gboolean
any_card (Matcher *self, GPtrArray *cards, CardQuestion question)
{
  for (guint i = 0; i < cards->len; i++)
    if (question (self, cards->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
match_measure (Matcher *self, EtpNode *measure)
{
  const EtpFilter *filter = self->filter;
  g_autoptr (GPtrArray) cards = dup_cards (self, measure);

  /* A measure is no claim, so it is as good as a fact. */
  return (!wants (filter, ETP_FILTER_PERSONA) || cards->len == 0
          || any_card (self, cards, match_card_persona))
         && (!wants (filter, ETP_FILTER_CHANNEL) || any_card (self, cards, match_card_channel))
         && (!wants (filter, ETP_FILTER_TAG)
             || has_any (filter, ETP_FILTER_TAG, measure, ETP_MEASURE_TAGS))
         && (!wants (filter, ETP_FILTER_OWNER)
             || etp_filter_has (filter, ETP_FILTER_OWNER,
                                etp_node_get_text (measure, ETP_MEASURE_OWNER)));
}

/* A number belongs to what it is measured at. */
static gboolean
match_metric (Matcher *self, EtpNode *metric)
{
  const EtpFilter *filter = self->filter;
  const char *persona = etp_node_get_text (metric, ETP_METRIC_PERSONA);
  const char *id = etp_node_get_text (metric, ETP_METRIC_AT);
  EtpNode *at = id[0] != '\0' ? etp_journey_get_node (self->journey, id) : NULL;
  const EtpListKind list = at != NULL ? etp_node_get_list (at) : ETP_N_LISTS;

  if (persona[0] != '\0' && !etp_filter_matches_persona (filter, persona))
    return FALSE;
  if (list == ETP_LIST_CARDS)
    {
      Matcher plain = *self;
      g_autoptr (EtpFilter) without_facts = etp_filter_copy (filter);
      gboolean answer;

      without_facts->facts_only = FALSE; /* what was measured is one, whatever it is measured at */
      plain.filter = without_facts;
      plain.owned = NULL;
      answer = match_card (&plain, at);
      g_clear_pointer (&plain.owned, g_hash_table_unref);
      return answer;
    }
  if (wants (filter, ETP_FILTER_TAG) || wants (filter, ETP_FILTER_OWNER))
    return FALSE;
  if (!wants (filter, ETP_FILTER_CHANNEL))
    return TRUE;
  if (list == ETP_LIST_TOUCHPOINTS)
    id = etp_node_get_text (at, ETP_TOUCHPOINT_CHANNEL);
  return etp_filter_has (filter, ETP_FILTER_CHANNEL, id);
}

static gboolean match (Matcher *self, EtpNode *node);

static gboolean
match_end (Matcher *self, EtpNode *link, guint field)
{
  EtpNode *end = etp_journey_get_node (self->journey, etp_node_get_text (link, field));

  /* Between cards and measures only: no link ends at another one. */
  return end == NULL || etp_node_get_list (end) == ETP_LIST_LINKS || match (self, end);
}

static gboolean
match_link (Matcher *self, EtpNode *link)
{
  if (wants (self->filter, ETP_FILTER_PERSONA) && etp_node_get_length (link, ETP_LINK_PERSONAS) > 0
      && !has_any (self->filter, ETP_FILTER_PERSONA, link, ETP_LINK_PERSONAS))
    return FALSE;
  return match_end (self, link, ETP_LINK_FROM) && match_end (self, link, ETP_LINK_TO);
}

static gboolean
match (Matcher *self, EtpNode *node)
{
  switch ((int) etp_node_get_list (node))
    {
    case ETP_LIST_CARDS:
      return match_card (self, node);
    case ETP_LIST_MEASURES:
      return match_measure (self, node);
    case ETP_LIST_METRICS:
      return match_metric (self, node);
    case ETP_LIST_LINKS:
      return match_link (self, node);
    case ETP_LIST_PERSONAS:
      return etp_filter_matches_persona (self->filter, etp_node_get_id (node));
    case ETP_LIST_CHANNELS:
      return !wants (self->filter, ETP_FILTER_CHANNEL)
             || etp_filter_has (self->filter, ETP_FILTER_CHANNEL, etp_node_get_id (node));
    default:
      return TRUE;
    }
}

gboolean
etp_filter_matches (const EtpFilter *self, EtpNode *node)
{
  Matcher matcher = { self, etp_node_get_journey (node), NULL };
  gboolean answer;

  g_return_val_if_fail (matcher.journey != NULL, TRUE);

  answer = match (&matcher, node);
  g_clear_pointer (&matcher.owned, g_hash_table_unref);
  return answer;
}

gboolean
etp_filter_matches_persona (const EtpFilter *self, const char *persona_id)
{
  return !wants (self, ETP_FILTER_PERSONA) || persona_id == NULL || persona_id[0] == '\0'
         || etp_filter_has (self, ETP_FILTER_PERSONA, persona_id);
}

gboolean
etp_filter_matches_emotion (const EtpFilter *self, EtpNode *card, const char *persona_id)
{
  if (!etp_filter_matches_persona (self, persona_id) || !etp_filter_matches (self, card))
    return FALSE;
  if (!self->facts_only)
    return TRUE;
  for (guint i = 0; i < etp_node_get_length (card, ETP_CARD_EMOTIONS); i++)
    {
      EtpValue *emotion = etp_node_get_value_at (card, ETP_CARD_EMOTIONS, i);

      if (strcmp (etp_value_get_text (emotion, ETP_EMOTION_PERSONA),
                  persona_id != NULL ? persona_id : "")
          == 0)
        return is_fact (etp_value_get_enum (emotion, ETP_EMOTION_EVIDENCE));
    }
  return FALSE;
}

GHashTable *
etp_filter_find_others (const EtpFilter *self, EtpJourney *journey)
{
  static const EtpListKind judged[] = { ETP_LIST_PERSONAS, ETP_LIST_CHANNELS, ETP_LIST_CARDS,
                                        ETP_LIST_LINKS,    ETP_LIST_MEASURES, ETP_LIST_METRICS };
  GHashTable *others = g_hash_table_new_full (g_str_hash, g_str_equal,
                                              (GDestroyNotify) g_ref_string_release, NULL);
  Matcher matcher = { self, journey, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (judged) && !etp_filter_is_empty (self); i++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, judged[i]);
      EtpNode *node;

      for (guint j = 0; (node = etp_node_list_get (nodes, j)) != NULL; j++)
        if (!match (&matcher, node))
          g_hash_table_add (others, g_ref_string_acquire ((char *) etp_node_get_id (node)));
    }
  g_clear_pointer (&matcher.owned, g_hash_table_unref);
  return others;
}

static gboolean
is_hidden (EtpJourney *journey, EtpListKind list, guint index, guint field)
{
  return etp_node_get_boolean (etp_node_list_get (etp_journey_get_list (journey, list), index),
                               field);
}

guint
etp_filter_count_cards (const EtpFilter *self, EtpJourney *journey, guint *n_all)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  Matcher matcher = { self, journey, NULL };
  guint n = 0;

  *n_all = 0;
  for (guint i = 0; i < etp_outline_get_n_places (outline); i++)
    {
      const EtpPlace *place = etp_outline_get_place (outline, i);

      if (is_hidden (journey, ETP_LIST_PHASES, place->phase, ETP_PHASE_HIDDEN)
          || is_hidden (journey, ETP_LIST_LANES, place->lane, ETP_LANE_HIDDEN))
        continue;
      ++*n_all;
      n += match (&matcher, place->card);
    }
  g_clear_pointer (&matcher.owned, g_hash_table_unref);
  return n;
}
