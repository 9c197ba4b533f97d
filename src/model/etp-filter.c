/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-filter.h"

#include "etp-filter-private.h"
#include "etp-heirs.h"

/* The filter as a value, and what can be chosen; the judgement is in etp-filter-match.c. */

EtpFilter *
etp_filter_new (void)
{
  EtpFilter *self = g_new0 (EtpFilter, 1);

  for (guint i = 0; i < ETP_N_FILTER_KINDS; i++)
    self->values[i] = g_ptr_array_new_with_free_func (g_free);
  return self;
}

EtpFilter *
etp_filter_copy (const EtpFilter *self)
{
  EtpFilter *copy = etp_filter_new ();

  for (guint i = 0; i < ETP_N_FILTER_KINDS; i++)
    for (guint j = 0; j < self->values[i]->len; j++)
      g_ptr_array_add (copy->values[i], g_strdup (self->values[i]->pdata[j]));
  copy->facts_only = self->facts_only;
  return copy;
}

void
etp_filter_free (EtpFilter *self)
{
  for (guint i = 0; i < ETP_N_FILTER_KINDS; i++)
    g_ptr_array_unref (self->values[i]);
  g_free (self);
}

static gboolean
find_value (const EtpFilter *self, EtpFilterKind kind, const char *value, guint *index)
{
  return g_ptr_array_find_with_equal_func (self->values[kind], value, g_str_equal, index);
}

void
etp_filter_set (EtpFilter *self, EtpFilterKind kind, const char *value, gboolean wanted)
{
  guint index;

  g_return_if_fail (kind < ETP_N_FILTER_KINDS);

  if (find_value (self, kind, value, &index) == (wanted != FALSE))
    return;
  if (wanted)
    g_ptr_array_add (self->values[kind], g_strdup (value));
  else
    g_ptr_array_remove_index (self->values[kind], index);
}

gboolean
etp_filter_has (const EtpFilter *self, EtpFilterKind kind, const char *value)
{
  g_return_val_if_fail (kind < ETP_N_FILTER_KINDS, FALSE);

  return find_value (self, kind, value, NULL);
}

const GPtrArray *
etp_filter_get_values (const EtpFilter *self, EtpFilterKind kind)
{
  g_return_val_if_fail (kind < ETP_N_FILTER_KINDS, NULL);

  return self->values[kind];
}

void
etp_filter_set_facts_only (EtpFilter *self, gboolean facts_only)
{
  self->facts_only = facts_only;
}

gboolean
etp_filter_get_facts_only (const EtpFilter *self)
{
  return self->facts_only;
}

gboolean
etp_filter_is_empty (const EtpFilter *self)
{
  for (guint i = 0; i < ETP_N_FILTER_KINDS; i++)
    if (self->values[i]->len > 0)
      return FALSE;
  return !self->facts_only;
}

void
etp_filter_clear (EtpFilter *self)
{
  for (guint i = 0; i < ETP_N_FILTER_KINDS; i++)
    g_ptr_array_set_size (self->values[i], 0);
  self->facts_only = FALSE;
}

gboolean
etp_filter_equal (const EtpFilter *a, const EtpFilter *b)
{
  if (!a->facts_only != !b->facts_only)
    return FALSE;
  for (guint i = 0; i < ETP_N_FILTER_KINDS; i++)
    {
      if (a->values[i]->len != b->values[i]->len)
        return FALSE;
      for (guint j = 0; j < a->values[i]->len; j++)
        if (!find_value (b, i, a->values[i]->pdata[j], NULL))
          return FALSE;
    }
  return TRUE;
}

/* Each word once. */
typedef struct
{
  GPtrArray *list;
  GHashTable *seen; /* of the list's strings */
} Words;

static void
add_word (Words *words, const char *word)
{
  char *copy;

  if (word[0] == '\0' || g_hash_table_contains (words->seen, word))
    return;
  copy = g_strdup (word);
  g_ptr_array_add (words->list, copy);
  g_hash_table_add (words->seen, copy);
}

static void
add_field (Words *words, EtpJourney *journey, EtpListKind list, guint field)
{
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  const EtpFieldType type = etp_list_get_table (list)->fields[field].type;
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
    {
      if (type != ETP_FIELD_TEXTS)
        add_word (words, etp_node_get_text (node, field));
      else
        for (guint j = 0; j < etp_node_get_length (node, field); j++)
          add_word (words, etp_node_get_text_at (node, field, j));
    }
}

static void
add_ids (Words *words, EtpJourney *journey, EtpListKind list)
{
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
    add_word (words, etp_node_get_id (node));
}

GPtrArray *
etp_filter_list_values (EtpJourney *journey, EtpFilterKind kind)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Words words = { g_ptr_array_new_with_free_func (g_free), seen };

  switch (kind)
    {
    case ETP_FILTER_PERSONA:
      add_ids (&words, journey, ETP_LIST_PERSONAS);
      break;
    case ETP_FILTER_CHANNEL:
      add_ids (&words, journey, ETP_LIST_CHANNELS);
      break;
    case ETP_FILTER_TAG:
      for (guint i = 0; i < etp_node_get_length (ETP_NODE (journey), ETP_JOURNEY_TAGS); i++)
        add_word (&words, etp_node_get_text_at (ETP_NODE (journey), ETP_JOURNEY_TAGS, i));
      add_field (&words, journey, ETP_LIST_CARDS, ETP_CARD_TAGS);
      add_field (&words, journey, ETP_LIST_MEASURES, ETP_MEASURE_TAGS);
      break;
    case ETP_FILTER_OWNER:
      add_field (&words, journey, ETP_LIST_MEASURES, ETP_MEASURE_OWNER);
      add_field (&words, journey, ETP_LIST_UNITS, ETP_UNIT_LEAD);
      break;
    case ETP_N_FILTER_KINDS:
    default:
      g_warn_if_reached ();
    }
  return words.list;
}

/* The value at an index is gone: what stands for it takes its place, unless that is there already. */
static void
replace_gone (EtpFilter *self, EtpFilterKind kind, guint index, const char *heir)
{
  GPtrArray *values = self->values[kind];

  if (heir == NULL || find_value (self, kind, heir, NULL))
    {
      g_ptr_array_remove_index (values, index);
      return;
    }
  g_free (values->pdata[index]);
  values->pdata[index] = g_strdup (heir);
}

/* Owners are called as they are wherever they stand: nothing takes the place of one. */
static const char *
find_heir (EtpJourney *journey, EtpFilterKind kind, const char *value, const GPtrArray *there)
{
  if (kind == ETP_FILTER_OWNER)
    return NULL;
  return etp_heirs_find (journey, kind == ETP_FILTER_TAG ? ETP_HEIR_TAG : ETP_HEIR_ENTRY, value,
                         there);
}

gboolean
etp_filter_prune (EtpFilter *self, EtpJourney *journey)
{
  gboolean is_changed = FALSE;

  for (guint i = 0; i < ETP_N_FILTER_KINDS; i++)
    {
      g_autoptr (GPtrArray) there = NULL;

      if (self->values[i]->len > 0)
        there = etp_filter_list_values (journey, i);
      for (guint j = self->values[i]->len; j-- > 0;)
        if (!g_ptr_array_find_with_equal_func (there, self->values[i]->pdata[j], g_str_equal, NULL))
          {
            replace_gone (self, i, j, find_heir (journey, i, self->values[i]->pdata[j], there));
            is_changed = TRUE;
          }
    }
  return is_changed;
}
