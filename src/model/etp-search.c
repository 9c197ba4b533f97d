/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-search.h"

#include <string.h>

#include "etp-fold.h"

/* One folded string a node, all its texts one after the other, each ended by a byte that no text
 * has; so a search is one memmem() a node. Where a hit lies in the original is computed for hits
 * only, by folding that one text again, once for all that lie in it. A copy is good as long as the
 * node's stamp is the same. */

#define END_OF_TEXT '\n' /* replaced by a blank in the texts themselves: a hit may span lines */
#define IDLE_MICROSECONDS 4000
#define NODES_BETWEEN_CLOCKS 32

typedef struct
{
  gsize start; /* in folded */
  guint field;
  int item, column;
} Part;

typedef struct
{
  guint64 stamp;
  char *folded;
  gsize length;
  guint n_parts;
  Part parts[];
} Copy;

struct _EtpSearch
{
  GObject parent_instance;

  EtpJourney *journey; /* owned */
  GHashTable *copies; /* EtpNode (an address only) → Copy */
  GString *folding; /* scratch */
  GArray *parts; /* scratch, of Part */

  GSource *idle; /* owned, while something may be left to fold */
  guint warm_list, warm_index; /* where warming goes on */
};

G_DEFINE_FINAL_TYPE (EtpSearch, etp_search, G_TYPE_OBJECT)

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->folded);
  g_free (copy);
}

static void
add_text (EtpSearch *self, const char *text, guint field, int item, int column)
{
  Part part = { self->folding->len, field, item, column };

  if (text[0] == '\0')
    return;

  etp_fold_append (self->folding, text);
  for (char *p = self->folding->str + part.start; (p = strchr (p, END_OF_TEXT)) != NULL;)
    *p = ' ';
  g_string_append_c (self->folding, END_OF_TEXT);
  g_array_append_val (self->parts, part);
}

static void
add_field (EtpSearch *self, const EtpRecord *record, guint i, guint field, int item, int column)
{
  guint length;

  if (record->table->fields[i].type == ETP_FIELD_TEXT)
    {
      add_text (self, etp_record_get_text (record, i), field, item, column);
      return;
    }

  length = etp_record_get_length (record, i);
  for (guint j = 0; j < length; j++)
    add_text (self, etp_record_get_text_at (record, i, j), field, (int) j, column);
}

static void
add_value (EtpSearch *self, EtpValue *value, guint field, int item)
{
  const EtpRecord *record = etp_value_record (value);

  for (guint i = 0; i < record->table->n_fields; i++)
    if ((record->table->fields[i].flags & ETP_FIELD_SEARCH) != 0
        && !etp_record_is_default (record, i))
      add_field (self, record, i, field, item, (int) i);
}

static void
add_record (EtpSearch *self, const EtpRecord *record)
{
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const EtpField *row = &record->table->fields[i];

      if (etp_record_is_default (record, i))
        continue;
      if ((row->flags & ETP_FIELD_SEARCH) != 0)
        add_field (self, record, i, i, -1, -1);
      else if (row->type == ETP_FIELD_VALUE)
        add_value (self, etp_record_get_value (record, i), i, -1);
      else if (row->type == ETP_FIELD_VALUES)
        for (guint j = 0; j < etp_record_get_length (record, i); j++)
          add_value (self, etp_record_get_value_at (record, i, j), i, (int) j);
    }
}

static Copy *
copy_new (EtpSearch *self, EtpNode *node)
{
  Copy *copy;

  g_string_truncate (self->folding, 0);
  g_array_set_size (self->parts, 0);
  add_record (self, etp_node_record (node));

  copy = g_malloc (sizeof *copy + self->parts->len * sizeof (Part));
  copy->stamp = etp_node_get_stamp (node);
  copy->length = self->folding->len;
  copy->folded = g_memdup2 (self->folding->str, self->folding->len + 1);
  copy->n_parts = self->parts->len;
  if (copy->n_parts > 0)
    memcpy (copy->parts, self->parts->data, copy->n_parts * sizeof (Part));
  return copy;
}

static const Copy *
get_copy (EtpSearch *self, EtpNode *node)
{
  Copy *copy = g_hash_table_lookup (self->copies, node);

  /* Stamps are unique over all nodes, so another node at the same address is noticed, too. */
  if (copy == NULL || copy->stamp != etp_node_get_stamp (node))
    {
      copy = copy_new (self, node);
      g_hash_table_insert (self->copies, node, copy);
    }

  return copy;
}

gboolean
etp_search_warm (EtpSearch *self, gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;
  guint n = 0;

  g_return_val_if_fail (ETP_IS_SEARCH (self), TRUE);

  for (; self->warm_list < ETP_N_LISTS; self->warm_list++, self->warm_index = 0)
    {
      EtpNodeList *nodes = etp_journey_get_list (self->journey, (EtpListKind) self->warm_list);
      EtpNode *node;

      while ((node = etp_node_list_get (nodes, self->warm_index)) != NULL)
        {
          if (++n % NODES_BETWEEN_CLOCKS == 0 && g_get_monotonic_time () >= end)
            return FALSE;
          get_copy (self, node);
          self->warm_index++;
        }
    }

  return TRUE;
}

static gboolean
on_idle (gpointer user_data)
{
  EtpSearch *self = user_data;

  if (!etp_search_warm (self, IDLE_MICROSECONDS))
    return G_SOURCE_CONTINUE;

  g_clear_pointer (&self->idle, g_source_unref);
  return G_SOURCE_REMOVE;
}

static void
start_warming (EtpSearch *self)
{
  self->warm_list = 0;
  self->warm_index = 0;
  if (self->idle != NULL)
    return;

  self->idle = g_idle_source_new ();
  g_source_set_priority (self->idle, G_PRIORITY_LOW);
  g_source_set_callback (self->idle, on_idle, self, NULL);
  g_source_attach (self->idle, g_main_context_get_thread_default ());
}

static void
on_committed (EtpJourney *journey, GPtrArray *ids, gpointer user_data)
{
  EtpSearch *self = user_data;

  /* Copies of nodes that are gone are few; they go when they outnumber what is there. */
  if (g_hash_table_size (self->copies) > 1000)
    {
      guint n_nodes = 1;

      for (guint i = 0; i < ETP_N_LISTS; i++)
        n_nodes += etp_node_list_get_length (etp_journey_get_list (journey, (EtpListKind) i));
      if (g_hash_table_size (self->copies) > 2 * n_nodes)
        g_hash_table_remove_all (self->copies);
    }
  start_warming (self);
}

static void
etp_search_dispose (GObject *object)
{
  EtpSearch *self = ETP_SEARCH (object);

  if (self->idle != NULL)
    g_source_destroy (self->idle);
  g_clear_pointer (&self->idle, g_source_unref);
  if (self->journey != NULL)
    g_signal_handlers_disconnect_by_data (self->journey, self);
  g_clear_object (&self->journey);

  G_OBJECT_CLASS (etp_search_parent_class)->dispose (object);
}

static void
etp_search_finalize (GObject *object)
{
  EtpSearch *self = ETP_SEARCH (object);

  g_hash_table_unref (self->copies);
  g_string_free (self->folding, TRUE);
  g_array_unref (self->parts);

  G_OBJECT_CLASS (etp_search_parent_class)->finalize (object);
}

static void
etp_search_class_init (EtpSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_search_finalize;
}

static void
etp_search_init (EtpSearch *self)
{
  self->copies = g_hash_table_new_full (NULL, NULL, NULL, copy_free);
  self->folding = g_string_new (NULL);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
}

EtpSearch *
etp_search_new (EtpJourney *journey)
{
  EtpSearch *self = g_object_new (ETP_TYPE_SEARCH, NULL);

  self->journey = g_object_ref (journey);
  g_signal_connect_object (journey, "committed", G_CALLBACK (on_committed), self, 0);
  start_warming (self);
  return self;
}

const char *
etp_hit_get_text (const EtpHit *hit)
{
  const EtpRecord *record = etp_node_record (hit->node);
  guint field = hit->field;
  EtpFieldType type = record->table->fields[field].type;
  int item = hit->item;

  if (hit->column >= 0)
    {
      EtpValue *value;

      if (type == ETP_FIELD_VALUES)
        value = item < (int) etp_record_get_length (record, field)
                    ? etp_record_get_value_at (record, field, (guint) item)
                    : NULL;
      else
        value = etp_record_get_value (record, field);
      if (value == NULL)
        return "";
      record = etp_value_record (value);
      field = (guint) hit->column;
      type = record->table->fields[field].type;
    }

  if (type != ETP_FIELD_TEXTS)
    return etp_record_get_text (record, field);
  return item < (int) etp_record_get_length (record, field)
             ? etp_record_get_text_at (record, field, (guint) item)
             : "";
}

static const Part *
find_part (const Copy *copy, gsize position)
{
  guint first = 0, end = copy->n_parts;

  while (end - first > 1)
    {
      guint middle = first + (end - first) / 2;

      if (copy->parts[middle].start <= position)
        first = middle;
      else
        end = middle;
    }

  return &copy->parts[first];
}

/* The hits of one node, in increasing order. */
typedef struct
{
  const Part *part; /* of the last hit; NULL: none yet */
  EtpFoldWalk walk; /* through its text */
} Places;

static void
append_hit (GArray *hits, EtpNode *node, const Part *part, gsize start, gsize end, Places *places)
{
  EtpHit hit = {
    .node = g_object_ref (node), .field = part->field, .item = part->item, .column = part->column
  };

  if (places->part != part)
    *places = (Places){ .part = part, .walk = { .text = etp_hit_get_text (&hit) } };
  etp_fold_map_back (&places->walk, start - part->start, end - part->start, &hit.start, &hit.end);
  g_array_append_val (hits, hit);
}

/* Looks through one node; hits may be NULL to count only. Returns the number found. */
static guint
search_node (EtpSearch *self, EtpNode *node, const char *query, GArray *hits, guint max)
{
  const Copy *copy = get_copy (self, node);
  gsize query_length = strlen (query);
  const char *end = copy->folded + copy->length;
  const char *from = copy->folded;
  Places places = { 0 };
  guint n = 0;

  while ((max == 0 || n < max)
         && (from = memmem (from, (gsize) (end - from), query, query_length)) != NULL)
    {
      gsize start = (gsize) (from - copy->folded);

      if (hits != NULL)
        append_hit (hits, node, find_part (copy, start), start, start + query_length, &places);
      from += query_length;
      n++;
    }

  return n;
}

static char *
fold_query (const char *query)
{
  char *folded = etp_fold (query);

  return g_strdelimit (folded, "\n", ' ');
}

/* max: of all nodes, each: of one; 0: all. */
static guint
search (EtpSearch *self, const char *query, GArray *hits, guint max, guint each)
{
  g_autofree char *folded = fold_query (query);
  guint n;

  if (folded[0] == '\0')
    return 0;

  n = search_node (self, ETP_NODE (self->journey), folded, hits, each > 0 ? each : max);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (self->journey, (EtpListKind) list);
      EtpNode *node;

      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        {
          if (max > 0 && n >= max)
            return n;
          n += search_node (self, node, folded, hits, each > 0 ? each : max > 0 ? max - n : 0);
        }
    }

  return n;
}

static void
hit_clear (gpointer data)
{
  g_object_unref (((EtpHit *) data)->node);
}

static GArray *
new_hits (void)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (EtpHit));

  g_array_set_clear_func (hits, hit_clear);
  return hits;
}

GArray *
etp_search_find (EtpSearch *self, const char *query, guint max)
{
  GArray *hits = new_hits ();

  g_return_val_if_fail (ETP_IS_SEARCH (self), hits);
  g_return_val_if_fail (query != NULL, hits);

  search (self, query, hits, max, 0);
  return hits;
}

GArray *
etp_search_find_first (EtpSearch *self, const char *query)
{
  GArray *hits = new_hits ();

  g_return_val_if_fail (ETP_IS_SEARCH (self), hits);
  g_return_val_if_fail (query != NULL, hits);

  search (self, query, hits, 0, 1);
  return hits;
}

guint
etp_search_count (EtpSearch *self, const char *query)
{
  g_return_val_if_fail (ETP_IS_SEARCH (self), 0);
  g_return_val_if_fail (query != NULL, 0);

  return search (self, query, NULL, 0, 0);
}
