/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-fragment-private.h"

#include <string.h>

#include "model/etp-change.h"
#include "model/etp-edit-map.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "etp-json-private.h"

/* From the fragment's own journey into another one, all in one transaction:
 *
 *  1. needed nodes that the journey has already are found by name (pictures by content, lanes also
 *     by kind);
 *  2. all others are inserted as copies, list by list, with the references that lead to something
 *     that is there by then;
 *  3. the other references (from a card to a later one) and unknown words are set, and in the journey
 *     that it comes from those that named nothing there either: such a name is never dropped silently;
 *  4. the new cards are moved to their cell, measures and metrics to its phase; cards that spanned
 *     several phases span as many there.
 *
 * Steps 2 and 4 are the model's own verbs, which refuse what must not be. */

const char *
etp_fragment_map_id (EtpFragmentInsertion *self, const char *id)
{
  const char *mapped = g_hash_table_lookup (self->ids, id);
  gpointer dangling = NULL;
  EtpNode *node = NULL;

  if (mapped == NULL && self->is_same && *id != '\0'
      && etp_journey_get_node (self->fragment->journey, id) == NULL)
    node = etp_journey_get_node (self->journey, id);
  if (mapped != NULL || node != NULL)
    return mapped != NULL ? mapped : etp_node_get_id (node);
  if (self->keeps_dangling)
    g_hash_table_lookup_extended (self->fragment->dangling, id, &dangling, NULL);
  return dangling;
}

static GPtrArray *
map_ids (EtpFragmentInsertion *self, const GPtrArray *ids)
{
  GPtrArray *mapped = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = etp_fragment_map_id (self, ids->pdata[i]);

      if (id != NULL)
        g_ptr_array_add (mapped, g_ref_string_new (id));
    }
  return mapped;
}

static gboolean map_datum (EtpFragmentInsertion *self, const EtpField *field, EtpDatum *datum);

/* NULL: what the value is about is not there, so it makes no sense. */
static EtpValue *
map_value (EtpFragmentInsertion *self, EtpValue *value)
{
  const EtpTable *table = etp_value_record (value)->table;
  EtpValue *mapped = etp_value_ref (value);

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_auto (EtpDatum) datum = { 0 };
      EtpValue *next;

      if (etp_record_is_default (etp_value_record (value), i))
        continue;
      etp_record_dup_datum (etp_value_record (value), i, &datum);
      if (!map_datum (self, &table->fields[i], &datum))
        {
          etp_value_unref (mapped);
          return NULL;
        }
      next = etp_value_with (mapped, i, &datum);
      etp_value_unref (mapped);
      mapped = next;
    }
  return mapped;
}

static void
map_values (EtpFragmentInsertion *self, const EtpField *field, EtpDatum *datum)
{
  GPtrArray *mapped = g_ptr_array_new ();

  for (guint i = 0; datum->u.items != NULL && i < datum->u.items->len; i++)
    {
      EtpValue *value = map_value (self, datum->u.items->pdata[i]);

      if (value != NULL)
        g_ptr_array_add (mapped, value);
    }
  etp_datum_clear (datum);
  *datum = etp_datum_take_items (field, mapped);
}

/* A card names the lane and the phase that it lies in; without these it lies in the parking lot. */
static gboolean
is_place (const EtpField *field)
{
  return (field->lists & ~(1u << ETP_LIST_LANES | 1u << ETP_LIST_PHASES)) == 0;
}

/* Exchanges the ids in a datum. FALSE: its holder makes no sense without what it names. */
static gboolean
map_datum (EtpFragmentInsertion *self, const EtpField *field, EtpDatum *datum)
{
  EtpValue *value;
  GPtrArray *ids;
  const char *id;

  switch (field->type)
    {
    case ETP_FIELD_REF:
      id = etp_fragment_map_id (self, datum->u.text);
      etp_datum_clear (datum);
      *datum = etp_datum_text (field, id);
      return id != NULL || field->gone != ETP_GONE_REMOVE || is_place (field);
    case ETP_FIELD_REFS:
      ids = map_ids (self, datum->u.items);
      etp_datum_clear (datum);
      *datum = etp_datum_take_items (field, ids);
      return TRUE;
    case ETP_FIELD_VALUE:
      value = map_value (self, datum->u.value);
      etp_datum_clear (datum);
      *datum = etp_datum_take_value (value);
      return TRUE;
    case ETP_FIELD_VALUES:
      map_values (self, field, datum);
      return TRUE;
    default:
      return TRUE;
    }
}

/* References, and words that this version does not know: these a verb would refuse in a new node,
 * but what came from a file is kept. They are set when the node is there. */
static gboolean
is_set_later (const EtpRecord *record, guint i)
{
  const EtpField *field = &record->table->fields[i];

  if (field->type == ETP_FIELD_ENUM)
    return etp_record_get_enum (record, i) < 0;
  return field->type == ETP_FIELD_REF || field->type == ETP_FIELD_REFS
         || field->type == ETP_FIELD_VALUE || field->type == ETP_FIELD_VALUES;
}

/* A card lies in a cell or in the parking lot, nowhere between. */
static void
tidy_place (EtpNode *card)
{
  static const guint fields[] = { ETP_CARD_LANE, ETP_CARD_PHASE, ETP_CARD_UNTIL };

  if (*etp_node_get_text (card, ETP_CARD_LANE) != '\0'
      && *etp_node_get_text (card, ETP_CARD_PHASE) != '\0')
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_auto (EtpDatum) none = { 0 };

      etp_node_init_datum (card, fields[i], &none);
    }
}

/* What a metric is measured at is not there: it is put at the phase of the place, or else at the whole
 * journey. FALSE: it is something else. */
static gboolean
place_metric (EtpFragmentInsertion *self, EtpNode *original, guint field, EtpDatum *datum)
{
  EtpNode *phase = self->place->phase;

  if (etp_node_get_list (original) != ETP_LIST_METRICS || field != ETP_METRIC_AT)
    return FALSE;
  etp_datum_clear (datum);
  *datum = etp_datum_text (&etp_list_get_table (ETP_LIST_METRICS)->fields[field],
                           phase != NULL ? etp_node_get_id (phase) : NULL);
  return TRUE;
}

/* A copy with the references that are known by now; NULL: it makes no sense here. */
static EtpNode *
copy_node (EtpFragmentInsertion *self, EtpNode *original)
{
  g_autoptr (EtpNode) copy = etp_node_copy (original);
  const EtpRecord *record = etp_node_record (original);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      g_auto (EtpDatum) datum = { 0 };

      if (etp_record_is_default (record, i) || !is_set_later (record, i))
        continue;
      if (record->table->fields[i].type != ETP_FIELD_ENUM
          && !etp_fragment_is_left_out (self, original, i))
        etp_record_dup_datum (record, i, &datum);
      if (!map_datum (self, &record->table->fields[i], &datum)
          && !place_metric (self, original, i, &datum))
        return NULL;
      etp_node_init_datum (copy, i, &datum);
    }
  if (etp_node_get_list (original) == ETP_LIST_CARDS)
    tidy_place (copy);
  return g_steal_pointer (&copy);
}

static gboolean
is_place_list (EtpListKind list)
{
  return list == ETP_LIST_LANES || list == ETP_LIST_PHASES;
}

static gboolean
is_same_asset (EtpNode *a, EtpNode *b)
{
  GBytes *x = etp_node_get_bytes (a, ETP_ASSET_DATA), *y = etp_node_get_bytes (b, ETP_ASSET_DATA);

  return x != NULL && y != NULL && g_bytes_equal (x, y);
}

static gboolean
has_same_name (EtpNode *a, EtpNode *b)
{
  int field = etp_list_get_name_field (etp_node_get_list (a));
  const char *name = field >= 0 ? etp_node_get_text (a, (guint) field) : "";

  return *name != '\0' && strcmp (name, etp_node_get_text (b, (guint) field)) == 0;
}

/* A lane without a name is called as its kind is. Into what is hidden nothing goes unseen that was seen. */
static gboolean
is_same_place (EtpNode *needed, EtpNode *node)
{
  const EtpListKind list = etp_node_get_list (needed);
  const guint hidden = etp_map_field_get (list, ETP_MAP_FIELD_HIDDEN);

  if (etp_node_get_boolean (node, hidden) && !etp_node_get_boolean (needed, hidden))
    return FALSE;
  if (list == ETP_LIST_PHASES)
    return has_same_name (needed, node);
  return strcmp (etp_node_get_word (needed, ETP_LANE_KIND), etp_node_get_word (node, ETP_LANE_KIND))
             == 0
         && strcmp (etp_node_get_text (needed, ETP_LANE_NAME),
                    etp_node_get_text (node, ETP_LANE_NAME))
                == 0;
}

/* Two that are called the same in the fragment stay two. */
static gboolean
is_shared (EtpFragmentInsertion *self, EtpNode *needed, EtpNode *node)
{
  if (is_place_list (etp_node_get_list (needed)))
    return is_same_place (needed, node) && !g_hash_table_contains (self->taken, node);
  if (etp_node_get_list (needed) == ETP_LIST_ASSETS)
    return is_same_asset (needed, node);
  return has_same_name (needed, node) && !g_hash_table_contains (self->taken, node);
}

/* What the journey has in place of a needed node; NULL: nothing. */
static EtpNode *
find_shared (EtpFragmentInsertion *self, EtpNode *needed)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, etp_node_get_list (needed));
  EtpNode *same = etp_journey_get_node (self->journey, etp_node_get_id (needed));
  guint length = etp_node_list_get_length (list);

  if (self->is_same && same != NULL && etp_node_get_list (same) == etp_node_get_list (needed))
    return same;
  for (guint i = 0; i < length; i++)
    {
      EtpNode *node = etp_node_list_get (list, i);

      if (is_shared (self, needed, node))
        return node;
    }
  return NULL;
}

static gboolean
insert_node (EtpFragmentInsertion *self, EtpNode *original, guint *position, GError **error)
{
  gboolean is_chosen = g_hash_table_contains (self->fragment->chosen_set, original);
  EtpNode *left = etp_fragment_find_left_behind (self, original);
  g_autoptr (EtpNode) copy = NULL;
  EtpNode *shared;
  guint at = G_MAXUINT;

  if (left != NULL)
    {
      g_hash_table_insert (self->ids, (gpointer) etp_node_get_id (original),
                           (gpointer) etp_node_get_id (left));
      g_ptr_array_add (self->left_behind, original);
      return TRUE;
    }
  if (!is_chosen && etp_node_get_list (original) == ETP_LIST_MEASURES)
    return TRUE; /* it only says which of the chosen ones it names */
  shared = is_chosen ? NULL : find_shared (self, original);
  if (shared != NULL)
    {
      g_hash_table_insert (self->ids, (gpointer) etp_node_get_id (original),
                           (gpointer) etp_node_get_id (shared));
      g_hash_table_add (self->taken, shared);
      return TRUE;
    }
  if (!is_chosen && etp_node_get_list (original) == ETP_LIST_PHASES)
    return TRUE; /* a lane of a phase that came alone is made anew, but no phases for a lane */
  copy = etp_fragment_is_kept_by_original (self, original) ? NULL : copy_node (self, original);
  if (copy == NULL)
    return TRUE;
  if (is_chosen && *position != G_MAXUINT)
    at = (*position)++;
  if (!etp_edit_insert (self->journey, copy, at, error))
    return FALSE;
  g_hash_table_insert (self->ids, (gpointer) etp_node_get_id (original),
                       (gpointer) etp_node_get_id (copy));
  g_hash_table_add (self->taken, copy);
  g_ptr_array_add (self->copies, copy);
  g_ptr_array_add (self->originals, original);
  return TRUE;
}

static gboolean
insert_list (EtpFragmentInsertion *self, EtpListKind kind, GError **error)
{
  EtpNodeList *list = etp_journey_get_list (self->fragment->journey, kind);
  guint length = etp_node_list_get_length (list);
  guint position = kind == ETP_LIST_CARDS ? G_MAXUINT : self->place->position;

  for (guint i = 0; i < length; i++)
    if (!insert_node (self, etp_node_list_get (list, i), &position, error))
      return FALSE;
  return TRUE;
}

/* In the document's order, but links behind the measures that they may lead to. */
static gboolean
insert_nodes (EtpFragmentInsertion *self, GError **error)
{
  for (guint kind = 0; kind < ETP_N_LISTS; kind++)
    if ((kind != ETP_LIST_LINKS && !insert_list (self, (EtpListKind) kind, error))
        || (kind == ETP_LIST_MEASURES && !insert_list (self, ETP_LIST_LINKS, error)))
      return FALSE;
  return TRUE;
}

/* What copy_node() left out. Now that every id is known, one that is not has no target. */
static void
complete_nodes (EtpFragmentInsertion *self)
{
  self->keeps_dangling = self->is_same; /* no verb looks at them here */
  for (guint n = 0; n < self->copies->len; n++)
    {
      EtpNode *copy = self->copies->pdata[n];
      const EtpRecord *record = etp_node_record (self->originals->pdata[n]);

      for (guint i = 0; i < record->table->n_fields; i++)
        {
          g_auto (EtpDatum) datum = { 0 };

          if (etp_record_is_default (record, i) || !is_set_later (record, i)
              || etp_fragment_is_left_out (self, self->originals->pdata[n], i)
              || (record->table->fields[i].type == ETP_FIELD_REF
                  && is_place (&record->table->fields[i])))
            continue;
          etp_record_dup_datum (record, i, &datum);
          if (map_datum (self, &record->table->fields[i], &datum))
            etp_change_set (self->journey, copy, i, &datum);
        }
    }
  self->keeps_dangling = FALSE;
}

/* The new nodes of the chosen ones, in their order. */
static void
tell_nodes (EtpFragmentInsertion *self, GPtrArray *nodes)
{
  g_autoptr (GHashTable) left_behind = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->left_behind->len; i++)
    g_hash_table_add (left_behind, self->left_behind->pdata[i]);
  for (guint i = 0; i < self->fragment->chosen->len; i++)
    {
      EtpNode *original = self->fragment->chosen->pdata[i];
      const char *id = g_hash_table_lookup (self->ids, etp_node_get_id (original));

      if (id != NULL && !g_hash_table_contains (left_behind, original))
        g_ptr_array_add (nodes, etp_journey_get_node (self->journey, id));
    }
}

gboolean
etp_fragment_insert (const EtpFragment *self,
                     EtpJourney *journey,
                     const EtpFragmentPlace *place,
                     const char *title,
                     GPtrArray *nodes,
                     GError **error)
{
  EtpHistory *history = etp_journey_get_history (journey);
  g_autoptr (GHashTable) ids = g_hash_table_new (etp_json_hash_text, g_str_equal);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();
  g_autoptr (GPtrArray) left_behind = g_ptr_array_new ();
  EtpFragmentInsertion insertion = { .fragment = self,
                                     .journey = journey,
                                     .ids = ids,
                                     .taken = taken,
                                     .is_same = etp_fragment_is_from (self, journey),
                                     .place = place,
                                     .copies = copies,
                                     .originals = originals,
                                     .left_behind = left_behind };

  etp_history_begin (history, title, NULL);
  if (!insert_nodes (&insertion, error))
    {
      etp_history_rollback (history);
      return FALSE;
    }
  complete_nodes (&insertion);
  for (guint i = 0; i < left_behind->len; i++)
    etp_fragment_take_up (&insertion, left_behind->pdata[i]);
  if (!etp_fragment_place (&insertion, error))
    {
      etp_history_rollback (history);
      return FALSE;
    }
  etp_fragment_take_up_rest (&insertion);
  etp_fragment_note_heirs (&insertion);
  etp_history_commit (history);
  if (nodes != NULL)
    tell_nodes (&insertion, nodes);
  return TRUE;
}
