/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-fragment-private.h"

#include "model/etp-edit-drop.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-references.h"
#include "etp-writer-private.h"

typedef struct
{
  EtpJourney *journey;
  GHashTable *nodes; /* set of EtpNode: chosen and needed */
  GPtrArray *open; /* of EtpNode: whose references are to be followed */
} Collection;

static gboolean
note_reference (const EtpReference *reference, gpointer user_data)
{
  Collection *collection = user_data;
  EtpNode *target = etp_journey_get_node (collection->journey, reference->id);

  if (target != NULL && target != ETP_NODE (collection->journey)
      && etp_fragment_is_needed_list (etp_node_get_list (target))
      && g_hash_table_add (collection->nodes, target))
    g_ptr_array_add (collection->open, target);
  return TRUE;
}

static void
add_named (EtpJourney *journey, GPtrArray *nodes, EtpNode *node, guint field)
{
  const char *id = etp_node_get_text (node, field);
  EtpNode *named = *id != '\0' ? etp_journey_get_node (journey, id) : NULL;

  if (named != NULL)
    g_ptr_array_add (nodes, named);
}

/* Cards that come along with their phase say also in which lane they lie, and those of a lane in
 * which phases: another journey may have one that is called so. These need nothing themselves. */
static void
add_places (EtpJourney *journey, EtpNode *const *nodes, guint n_nodes, GHashTable *wanted)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < n_nodes; i++)
    {
      EtpNode *lane, *phase;

      if (etp_node_get_list (nodes[i]) != ETP_LIST_CARDS)
        continue;
      lane = etp_journey_get_node (journey, etp_node_get_text (nodes[i], ETP_CARD_LANE));
      phase = etp_journey_get_node (journey, etp_node_get_text (nodes[i], ETP_CARD_PHASE));
      if (g_hash_table_contains (wanted, phase))
        add_named (journey, places, nodes[i], ETP_CARD_LANE);
      else if (g_hash_table_contains (wanted, lane))
        {
          add_named (journey, places, nodes[i], ETP_CARD_PHASE);
          add_named (journey, places, nodes[i], ETP_CARD_UNTIL);
        }
    }
  for (guint i = 0; i < places->len; i++)
    g_hash_table_add (wanted, places->pdata[i]);
}

static gboolean
names (EtpJourney *journey, EtpNode *node, guint field, GHashTable *nodes)
{
  const char *id = etp_node_get_text (node, field);

  return *id != '\0' && g_hash_table_contains (nodes, etp_journey_get_node (journey, id));
}

static gboolean
names_some (EtpJourney *journey, const EtpRecord *record, guint field, GHashTable *nodes)
{
  for (guint i = 0; i < etp_record_get_length (record, field); i++)
    if (g_hash_table_contains (
            nodes, etp_journey_get_node (journey, etp_record_get_text_at (record, field, i))))
      return TRUE;
  return FALSE;
}

/* TRUE if a link has one end at one of the nodes, or a measure is about one of them. */
static gboolean
is_about (EtpJourney *journey, EtpNode *node, GHashTable *nodes)
{
  if (etp_node_get_list (node) == ETP_LIST_LINKS)
    return names (journey, node, ETP_LINK_FROM, nodes) || names (journey, node, ETP_LINK_TO, nodes);
  return names_some (journey, etp_node_record (node), ETP_MEASURE_CARDS, nodes)
         || names (journey, node, ETP_MEASURE_METRIC, nodes);
}

/* Links that lead out of what is chosen, and measures that name some of it, though they are not chosen:
 * cutting takes that away, and who pastes it into the same journey finds it again. These need nothing
 * themselves. */
static void
add_ties (EtpJourney *journey, GHashTable *wanted)
{
  static const EtpListKind lists[] = { ETP_LIST_LINKS, ETP_LIST_MEASURES };
  g_autoptr (GPtrArray) ties = g_ptr_array_new ();
  EtpNode *node;

  for (gsize l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0;
         (node = etp_node_list_get (etp_journey_get_list (journey, lists[l]), i)) != NULL; i++)
      if (is_about (journey, node, wanted))
        g_ptr_array_add (ties, node);
  for (guint i = 0; i < ties->len; i++)
    g_hash_table_add (wanted, ties->pdata[i]);
}

/* The chosen nodes and all that they need, directly or by others. */
static GHashTable *
collect (EtpJourney *journey, EtpNode *const *nodes, guint n_nodes)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Collection collection = { .journey = journey, .open = open };

  collection.nodes = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_nodes; i++)
    if (g_hash_table_add (collection.nodes, nodes[i]))
      g_ptr_array_add (open, nodes[i]);
  for (guint i = 0; i < open->len; i++)
    etp_record_foreach_reference (etp_node_record (open->pdata[i]), note_reference, &collection);
  add_places (journey, nodes, n_nodes, collection.nodes);
  add_ties (journey, collection.nodes);
  return collection.nodes;
}

static void
write_list (EtpWriter *writer, EtpJourney *journey, EtpListKind kind, GHashTable *wanted)
{
  EtpNodeList *list = etp_journey_get_list (journey, kind);
  guint length = etp_node_list_get_length (list);
  gboolean is_open = FALSE;

  for (guint i = 0; i < length; i++)
    {
      EtpNode *node = etp_node_list_get (list, i);

      if (!g_hash_table_contains (wanted, node))
        continue;
      if (!is_open)
        {
          etp_writer_member (writer, etp_list_get_member (kind));
          etp_writer_begin_list (writer);
          is_open = TRUE;
        }
      etp_writer_item (writer);
      etp_writer_node (writer, node);
    }
  if (is_open)
    etp_writer_end_list (writer);
}

static void
write_chosen (EtpWriter *writer, EtpNode *const *nodes, guint n_nodes)
{
  etp_writer_member (writer, "chosen");
  etp_writer_begin_list (writer);
  for (guint i = 0; i < n_nodes; i++)
    {
      etp_writer_item (writer);
      etp_writer_text (writer, etp_node_get_id (nodes[i]));
    }
  etp_writer_end_list (writer);
}

/* All phases of the journey, in their order, if a card spans several: how many that are could not be
 * told from the ends of its span. */
static void
write_phases (EtpWriter *writer, EtpJourney *journey, EtpNode *const *nodes, guint n_nodes)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  gboolean spans = FALSE;
  EtpNode *phase;

  for (guint i = 0; i < n_nodes; i++)
    spans |= etp_node_get_list (nodes[i]) == ETP_LIST_CARDS
             && *etp_node_get_text (nodes[i], ETP_CARD_UNTIL) != '\0';
  if (!spans)
    return;
  etp_writer_member (writer, "order");
  etp_writer_begin_list (writer);
  for (guint i = 0; (phase = etp_node_list_get (phases, i)) != NULL; i++)
    {
      etp_writer_item (writer);
      etp_writer_text (writer, etp_node_get_id (phase));
    }
  etp_writer_end_list (writer);
}

/* Notes that stay where they are, each with the chosen step that it stands under: cut, that leaves them
 * under none. Those of a group come along with its head. */
static void
write_notes (EtpWriter *writer, EtpJourney *journey, GHashTable *wanted)
{
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  gboolean is_open = FALSE;
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    {
      if (g_hash_table_contains (wanted, card) || !names (journey, card, ETP_CARD_STEP, wanted))
        continue;
      if (!is_open)
        {
          etp_writer_member (writer, "notes");
          etp_writer_begin_list (writer);
          is_open = TRUE;
        }
      etp_writer_item (writer);
      etp_writer_text (writer, etp_node_get_id (card));
      etp_writer_item (writer);
      etp_writer_text (writer, etp_node_get_text (card, ETP_CARD_STEP));
    }
  if (is_open)
    etp_writer_end_list (writer);
}

typedef struct
{
  EtpJourney *journey;
  GPtrArray *ids; /* of char *, borrowed */
  GHashTable *seen; /* set of the same */
} Dangling;

static gboolean
note_dangling (const EtpReference *reference, gpointer user_data)
{
  Dangling *dangling = user_data;

  if (etp_journey_get_node (dangling->journey, reference->id) == NULL
      && g_hash_table_add (dangling->seen, (gpointer) reference->id))
    g_ptr_array_add (dangling->ids, (gpointer) reference->id);
  return TRUE;
}

/* Names of what is not there come from files. Who pastes into the same journey must tell them from those
 * of what has gone since. */
static void
write_dangling (EtpWriter *writer, EtpJourney *journey, EtpNode *const *nodes, guint n_nodes)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Dangling dangling = { journey, ids, seen };

  for (guint i = 0; i < n_nodes; i++)
    etp_record_foreach_reference (etp_node_record (nodes[i]), note_dangling, &dangling);
  if (ids->len == 0)
    return;
  etp_writer_member (writer, "dangling");
  etp_writer_begin_list (writer);
  for (guint i = 0; i < ids->len; i++)
    {
      etp_writer_item (writer);
      etp_writer_text (writer, ids->pdata[i]);
    }
  etp_writer_end_list (writer);
}

/* The insights that some of the cards show. */
static void
write_insights (EtpWriter *writer, EtpJourney *journey, GHashTable *wanted)
{
  EtpNode *root = ETP_NODE (journey);
  const EtpField *field = &etp_node_record (root)->table->fields[ETP_JOURNEY_INSIGHTS];
  GPtrArray *insights = g_ptr_array_new ();
  g_auto (EtpDatum) datum = { 0 };
  guint n_insights;

  for (guint i = 0; i < etp_node_get_length (root, ETP_JOURNEY_INSIGHTS); i++)
    {
      EtpValue *insight = etp_node_get_value_at (root, ETP_JOURNEY_INSIGHTS, i);

      if (names_some (journey, etp_value_record (insight), ETP_INSIGHT_CARDS, wanted))
        g_ptr_array_add (insights, etp_value_ref (insight));
    }
  n_insights = insights->len;
  datum = etp_datum_take_items (field, insights);
  if (n_insights == 0)
    return;
  etp_writer_member (writer, field->member);
  etp_writer_datum (writer, &datum);
}

char *
etp_fragment_write_plain (EtpNode *const *nodes, guint n_nodes)
{
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < n_nodes; i++)
    {
      EtpListKind list = etp_node_get_list (nodes[i]);
      int field = etp_list_get_name_field (list);
      const char *name = field >= 0 ? etp_node_get_text (nodes[i], (guint) field) : "";
      const char *text = list == ETP_LIST_CARDS ? etp_node_get_text (nodes[i], ETP_CARD_TEXT) : "";

      if (plain->len > 0 && (*name != '\0' || *text != '\0'))
        g_string_append (plain, "\n\n");
      g_string_append (plain, name);
      if (*name != '\0' && *text != '\0')
        g_string_append_c (plain, '\n');
      g_string_append (plain, text);
    }
  return g_string_free (plain, FALSE);
}

GBytes *
etp_fragment_write (EtpJourney *journey, EtpNode *const *nodes, guint n_nodes, char **plain)
{
  g_autoptr (GHashTable) wanted = collect (journey, nodes, n_nodes);
  GString *out = g_string_new (NULL);
  EtpWriter writer;

  etp_writer_init (&writer, out);
  etp_writer_begin_object (&writer);
  etp_writer_member (&writer, "format");
  etp_writer_text (&writer, ETP_FRAGMENT_FORMAT);
  etp_writer_member (&writer, "version");
  etp_writer_integer (&writer, ETP_FRAGMENT_VERSION);
  etp_writer_member (&writer, "journey");
  etp_writer_text (&writer, etp_journey_get_token (journey));
  write_chosen (&writer, nodes, n_nodes);
  write_phases (&writer, journey, nodes, n_nodes);
  write_notes (&writer, journey, wanted);
  write_dangling (&writer, journey, nodes, n_nodes);
  write_insights (&writer, journey, wanted);
  for (guint kind = 0; kind < ETP_N_LISTS; kind++)
    write_list (&writer, journey, (EtpListKind) kind, wanted);
  etp_writer_end_object (&writer);
  g_string_append_c (out, '\n');
  if (plain != NULL)
    *plain = etp_fragment_write_plain (nodes, n_nodes);
  return g_string_free_to_bytes (out);
}

/* Adds what names one of the nodes in one of two fields, or (is_both) in both. */
static void
add_naming (EtpJourney *journey,
            GPtrArray *nodes,
            EtpListKind kind,
            guint one,
            guint other,
            gboolean is_both)
{
  EtpNodeList *list = etp_journey_get_list (journey, kind);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  EtpNode *node;

  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_add (ids, (gpointer) etp_node_get_id (nodes->pdata[i]));
  for (guint i = 0; (node = etp_node_list_get (list, i)) != NULL; i++)
    {
      const gboolean is_one = g_hash_table_contains (ids, etp_node_get_text (node, one));
      const gboolean is_other = g_hash_table_contains (ids, etp_node_get_text (node, other));

      if (!g_hash_table_contains (ids, etp_node_get_id (node))
          && (is_both ? is_one && is_other : is_one || is_other))
        g_ptr_array_add (nodes, node);
    }
}

GPtrArray *
etp_fragment_gather (EtpJourney *journey, GPtrArray *nodes, guint *n_named)
{
  GPtrArray *all = etp_card_bring_groups (nodes);

  add_naming (journey, all, ETP_LIST_CARDS, ETP_CARD_PHASE, ETP_CARD_LANE, FALSE);
  *n_named = all->len;
  add_naming (journey, all, ETP_LIST_MEASURES, ETP_MEASURE_PHASE, ETP_MEASURE_PHASE, FALSE);
  add_naming (journey, all, ETP_LIST_METRICS, ETP_METRIC_AT, ETP_METRIC_AT, FALSE);
  add_naming (journey, all, ETP_LIST_LINKS, ETP_LINK_FROM, ETP_LINK_TO, TRUE);
  add_naming (journey, all, ETP_LIST_COMMENTS, ETP_COMMENT_ON, ETP_COMMENT_ON, FALSE);
  return all;
}
