/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "etp-assets.h"
#include "etp-edit-node.h"
#include "etp-edit-private.h"
#include "etp-references.h"

/* Removing: first everything that goes along is found (a phase takes its cards, these take their
 * links and comments), then what stays forgets what goes, then all of it goes, and with it the
 * pictures that nothing else shows. The rows say what a reference does (EtpGone). Whole passes over
 * the journey, never one a node. */

typedef struct
{
  GHashTable *ids; /* set of const char *, of nodes that go */
  gboolean found;
} Search;

static gboolean
must_go_along (const EtpReference *reference, gpointer user_data)
{
  Search *search = user_data;

  /* In a nested value, the value goes instead, not the node. */
  search->found = reference->column < 0 && reference->row->gone == ETP_GONE_REMOVE
                  && g_hash_table_contains (search->ids, reference->id);
  return !search->found;
}

static gboolean
names_what_goes (const EtpReference *reference, gpointer user_data)
{
  Search *search = user_data;

  search->found = g_hash_table_contains (search->ids, reference->id);
  return !search->found;
}

static gboolean
record_has (const EtpRecord *record, EtpReferenceFunc func, GHashTable *ids)
{
  Search search = { ids, FALSE };

  etp_record_foreach_reference (record, func, &search);
  return search.found;
}

static void
collect_followers (EtpJourney *journey, GHashTable *ids)
{
  gboolean grew;

  do
    {
      grew = FALSE;
      for (guint list = 0; list < ETP_N_LISTS; list++)
        {
          EtpNodeList *nodes = etp_journey_get_list (journey, (EtpListKind) list);
          EtpNode *node;

          for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
            if (!g_hash_table_contains (ids, etp_node_get_id (node))
                && record_has (etp_node_record (node), must_go_along, ids))
              {
                g_hash_table_add (ids, (gpointer) etp_node_get_id (node));
                grew = TRUE;
              }
        }
    }
  while (grew);
}

/* The last phase before the one that goes, back to the card's own; "" if none is left between. */
static const char *
find_shifted_until (EtpJourney *journey, const EtpRecord *record, GHashTable *ids)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  const char *own = etp_record_get_text (record, ETP_CARD_PHASE);
  EtpNode *node = etp_journey_get_node (journey, etp_record_get_text (record, ETP_CARD_UNTIL));
  guint index = node != NULL ? etp_node_list_get_index (phases, node) : 0;

  for (; index > 0 && index != G_MAXUINT; index--)
    {
      const char *id = etp_node_get_id (etp_node_list_get (phases, index - 1));

      if (g_str_equal (id, own))
        return "";
      if (!g_hash_table_contains (ids, id))
        return id;
    }

  return "";
}

static EtpDatum
without_ids (const EtpRecord *record, guint field, GHashTable *ids)
{
  GPtrArray *kept = g_ptr_array_new ();
  guint length = etp_record_get_length (record, field);

  for (guint i = 0; i < length; i++)
    {
      const char *id = etp_record_get_text_at (record, field, i);

      if (!g_hash_table_contains (ids, id))
        g_ptr_array_add (kept, g_ref_string_acquire ((char *) id));
    }

  return etp_datum_take_items (&record->table->fields[field], kept);
}

/* The value without what goes, or NULL if it goes itself. */
static EtpValue *
clean_value (EtpValue *value, GHashTable *ids)
{
  EtpValue *clean = etp_value_ref (value);

  for (guint i = 0; i < etp_value_record (value)->table->n_fields; i++)
    {
      const EtpRecord *record = etp_value_record (clean);
      const EtpField *row = &record->table->fields[i];
      EtpDatum datum = { 0 };
      EtpValue *next;

      if (row->type == ETP_FIELD_REF)
        {
          if (!g_hash_table_contains (ids, etp_record_get_text (record, i)))
            continue;
          if (row->gone == ETP_GONE_REMOVE)
            {
              etp_value_unref (clean);
              return NULL;
            }
        }
      else if (row->type == ETP_FIELD_REFS)
        datum = without_ids (record, i, ids);
      else
        continue;

      next = etp_value_with (clean, i, &datum);
      etp_value_unref (clean);
      clean = next;
    }

  return clean;
}

static EtpDatum
clean_values (const EtpRecord *record, guint field, GHashTable *ids)
{
  GPtrArray *kept = g_ptr_array_new ();
  guint length = etp_record_get_length (record, field);

  for (guint i = 0; i < length; i++)
    {
      EtpValue *value = clean_value (etp_record_get_value_at (record, field, i), ids);

      if (value != NULL)
        g_ptr_array_add (kept, value);
    }

  return etp_datum_take_items (&record->table->fields[field], kept);
}

static void
forget_in_field (EtpJourney *journey, EtpNode *node, guint field, GHashTable *ids)
{
  const EtpRecord *record = etp_node_record (node);
  const EtpField *row = &record->table->fields[field];
  EtpDatum datum = { 0 };

  if (etp_record_is_default (record, field))
    return;

  switch (row->type)
    {
    case ETP_FIELD_REF:
      if (!g_hash_table_contains (ids, etp_record_get_text (record, field)))
        return;
      if (row->gone == ETP_GONE_SHIFT)
        datum = etp_datum_text (row, find_shifted_until (journey, record, ids));
      break;
    case ETP_FIELD_REFS:
      datum = without_ids (record, field, ids);
      break;
    case ETP_FIELD_VALUE:
      datum = etp_datum_take_value (clean_value (etp_record_get_value (record, field), ids));
      break;
    case ETP_FIELD_VALUES:
      datum = clean_values (record, field, ids);
      break;
    default:
      return;
    }
  etp_change_set (journey, node, field, &datum); /* records nothing if it is as it was */
}

static void
forget_in_node (EtpJourney *journey, EtpNode *node, GHashTable *ids)
{
  if (!record_has (etp_node_record (node), names_what_goes, ids))
    return;

  for (guint i = 0; i < etp_node_record (node)->table->n_fields; i++)
    forget_in_field (journey, node, i, ids);
}

/* A list goes from behind, so that what comes back has its place again. */
static void
remove_all (EtpJourney *journey, EtpListKind list, GHashTable *ids, GHashTable *pictures)
{
  EtpNodeList *nodes = etp_journey_get_list (journey, list);

  for (guint i = etp_node_list_get_length (nodes); i-- > 0;)
    {
      EtpNode *node = etp_node_list_get (nodes, i);

      if (!g_hash_table_contains (ids, etp_node_get_id (node)))
        continue;
      if (pictures != NULL)
        etp_assets_add_named (pictures, journey, node);
      etp_change_remove (journey, node);
    }
}

void
etp_edit_drop_unnamed (EtpEdit *self, GHashTable *pictures)
{
  if (g_hash_table_size (pictures) == 0)
    return;
  etp_assets_take_out_named (pictures, self->journey, 0);
  if (g_hash_table_size (pictures) > 0)
    remove_all (self->journey, ETP_LIST_ASSETS, pictures, NULL);
}

void
etp_edit_drop (EtpEdit *self, GHashTable *ids)
{
  g_autoptr (GHashTable) pictures = etp_assets_new ();
  EtpJourney *journey = self->journey;

  collect_followers (journey, ids);
  forget_in_node (journey, ETP_NODE (journey), ids);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, (EtpListKind) list);
      EtpNode *node;

      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        if (!g_hash_table_contains (ids, etp_node_get_id (node)))
          forget_in_node (journey, node, ids);
    }

  for (guint list = 0; list < ETP_N_LISTS; list++)
    remove_all (journey, (EtpListKind) list, ids, pictures);
  etp_edit_drop_unnamed (self, pictures);
}

gboolean
etp_edit_remove (EtpJourney *journey, EtpNode *node, GError **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, node);
  return etp_edit_remove_several (journey, nodes, error);
}

/* What undo is called, without a count where things of several kinds are removed. */
static char *
dup_title (GPtrArray *nodes)
{
  EtpVerb verb = ETP_VERB_SEVERAL_REMOVE;
  guint n_cards = 0;

  for (guint i = 0; i < nodes->len; i++)
    n_cards += etp_node_get_list (nodes->pdata[i]) == ETP_LIST_CARDS;
  if (n_cards > 1 && n_cards == nodes->len)
    /* Translators: what undo is called; %u is the number of cards that were removed. */
    return g_strdup_printf (ngettext ("Remove %u Card", "Remove %u Cards", n_cards), n_cards);
  if (nodes->len == 1)
    verb = etp_verb_for_list (etp_node_get_list (nodes->pdata[0]), ETP_VERB_ACTION_REMOVE);
  return g_strdup (_ (etp_verb_get_row (verb)->title));
}

gboolean
etp_edit_remove_several (EtpJourney *journey, GPtrArray *nodes, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *title = NULL;
  EtpEdit edit;

  for (guint i = 0; i < nodes->len; i++)
    {
      EtpNode *node = nodes->pdata[i];

      g_return_val_if_fail (node != (gpointer) journey, FALSE);
      if (!etp_edit_check_node (journey, node, ETP_N_LISTS, error))
        return FALSE;
      g_hash_table_add (ids, (gpointer) etp_node_get_id (node));
    }

  title = dup_title (nodes);
  if (!etp_edit_begin_titled (&edit, journey, title, NULL, error))
    return FALSE;
  etp_edit_drop (&edit, ids);
  return etp_edit_commit (&edit, error);
}
