/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-fragment-private.h"

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

/* What a text editor gets: name, and what a card says, in a block for each. */
static char *
write_plain (EtpNode *const *nodes, guint n_nodes)
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
  for (guint kind = 0; kind < ETP_N_LISTS; kind++)
    write_list (&writer, journey, (EtpListKind) kind, wanted);
  etp_writer_end_object (&writer);
  g_string_append_c (out, '\n');
  if (plain != NULL)
    *plain = write_plain (nodes, n_nodes);
  return g_string_free_to_bytes (out);
}
