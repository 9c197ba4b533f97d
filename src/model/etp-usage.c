/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-usage.h"

#include <string.h>

#include "etp-collate.h"
#include "etp-fields.h"
#include "etp-references.h"

typedef void (*NodeFunc) (EtpNode *node, gpointer user_data);

static void
foreach_node (EtpJourney *journey, NodeFunc func, gpointer user_data)
{
  func (ETP_NODE (journey), user_data);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, (EtpListKind) list);
      EtpNode *node;

      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        func (node, user_data);
    }
}

static void
add_one (GHashTable *counts, const char *key)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, (gpointer) key, GUINT_TO_POINTER (n + 1));
}

/* ---- references ---- */

static gboolean
collect_id (const EtpReference *reference, gpointer user_data)
{
  g_hash_table_add (user_data, (gpointer) reference->id);
  return TRUE;
}

typedef struct
{
  GHashTable *counts; /* id → count */
  GHashTable *own; /* set of the ids that one node names */
} Count;

static void
count_node (EtpNode *node, gpointer user_data)
{
  Count *self = user_data;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_remove_all (self->own);
  etp_record_foreach_reference (etp_node_record (node), collect_id, self->own);
  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      EtpNode *named = etp_journey_get_node (etp_node_get_journey (node), id);

      if (named != NULL)
        add_one (self->counts, etp_node_get_id (named));
    }
}

GHashTable *
etp_usage_count (EtpJourney *journey)
{
  Count self = { g_hash_table_new (g_str_hash, g_str_equal),
                 g_hash_table_new (g_str_hash, g_str_equal) };

  foreach_node (journey, count_node, &self);
  g_hash_table_unref (self.own);
  return self.counts;
}

typedef struct
{
  const char *text; /* an id or a tag */
  GPtrArray *nodes;
} Find;

static gboolean
is_another (const EtpReference *reference, gpointer user_data)
{
  const Find *self = user_data;

  return strcmp (reference->id, self->text) != 0;
}

static void
find_id (EtpNode *node, gpointer user_data)
{
  Find *self = user_data;

  if (!etp_record_foreach_reference (etp_node_record (node), is_another, self))
    g_ptr_array_add (self->nodes, node);
}

GPtrArray *
etp_usage_dup (EtpJourney *journey, const char *id)
{
  Find self = { id, g_ptr_array_new () };

  foreach_node (journey, find_id, &self);
  return self.nodes;
}

/* ---- tags ---- */

int
etp_tags_get_field (EtpNode *node)
{
  switch (etp_node_get_list (node))
    {
    case ETP_LIST_CARDS:
      return ETP_CARD_TAGS;
    case ETP_LIST_MEASURES:
      return ETP_MEASURE_TAGS;
    case ETP_N_LISTS:
      return ETP_JOURNEY_TAGS;
    default:
      return -1;
    }
}

static void
count_tags (EtpNode *node, gpointer user_data)
{
  const int field = etp_tags_get_field (node);

  if (field < 0)
    return;
  for (guint i = 0; i < etp_node_get_length (node, (guint) field); i++)
    add_one (user_data, etp_node_get_text_at (node, (guint) field, i));
}

GHashTable *
etp_tags_count (EtpJourney *journey)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  foreach_node (journey, count_tags, counts);
  return counts;
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return etp_collate_names (*(const char *const *) a, *(const char *const *) b);
}

char **
etp_tags_dup_sorted (EtpJourney *journey)
{
  g_autoptr (GHashTable) counts = etp_tags_count (journey);
  GPtrArray *tags = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer tag;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &tag, NULL))
    g_ptr_array_add (tags, g_strdup (tag));
  g_ptr_array_sort (tags, compare_tags);
  g_ptr_array_add (tags, NULL);
  return (char **) g_ptr_array_free (tags, FALSE);
}

static void
find_tag (EtpNode *node, gpointer user_data)
{
  Find *self = user_data;
  const int field = etp_tags_get_field (node);

  for (guint i = 0; field >= 0 && i < etp_node_get_length (node, (guint) field); i++)
    if (strcmp (etp_node_get_text_at (node, (guint) field, i), self->text) == 0)
      {
        g_ptr_array_add (self->nodes, node);
        return;
      }
}

GPtrArray *
etp_tags_dup_nodes (EtpJourney *journey, const char *tag)
{
  Find self = { tag, g_ptr_array_new () };

  foreach_node (journey, find_tag, &self);
  return self.nodes;
}
