/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-journal-private.h"

#include <errno.h>
#include <string.h>

#include "model/etp-history.h"
#include "model/etp-tables.h"
#include "etp-json-private.h"
#include "etp-reader.h"
#include "etp-writer-private.h"

/* A commit as JSON, one object for each change:
 *
 *   { "set": "c1", "field": "title", "to": "Search" }    null: back to the default
 *   { "insert": "cards", "at": 3, "node": { "id": "c9", … } }
 *   { "remove": "c1" }
 *   { "move": "c1", "to": 4 }
 *
 * Members and values are those of the document. An inserted node is written as it is at the end of
 * its transaction; the SETs that follow it then find nothing to do. The root's id is "". */

typedef struct
{
  EtpJournalAssets *assets;
  int error; /* errno of the first picture that could not be stored, else 0 */
} Storing;

static void
write_bytes (EtpWriter *writer, GBytes *bytes, gpointer user_data)
{
  Storing *storing = user_data;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *hash = etp_journal_assets_store (storing->assets, data, length);

  if (hash == NULL && storing->error == 0)
    storing->error = errno;
  etp_writer_text (writer, hash);
}

static void
write_set (EtpWriter *writer, const EtpChange *change, const EtpTable *table)
{
  const EtpField *field = &table->fields[change->field];

  etp_writer_member (writer, "set");
  etp_writer_text (writer, change->id);
  etp_writer_member (writer, "field");
  etp_writer_text (writer, field->member);
  etp_writer_member (writer, "to");
  if (etp_datum_is_default (&change->to, field))
    g_string_append (writer->out, "null");
  else
    etp_writer_datum (writer, &change->to);
}

static void
write_change (EtpWriter *writer, const EtpChange *change)
{
  const EtpTable *table = change->list == ETP_N_LISTS ? &etp_journey_table
                                                      : etp_list_get_table (change->list);

  etp_writer_begin_object (writer);
  switch (change->kind)
    {
    case ETP_CHANGE_SET:
      write_set (writer, change, table);
      break;
    case ETP_CHANGE_INSERT:
      etp_writer_member (writer, "insert");
      etp_writer_text (writer, etp_list_get_member (change->list));
      etp_writer_member (writer, "at");
      etp_writer_integer (writer, change->to_position);
      etp_writer_member (writer, "node");
      etp_writer_node (writer, change->node);
      break;
    case ETP_CHANGE_REMOVE:
      etp_writer_member (writer, "remove");
      etp_writer_text (writer, change->id);
      break;
    case ETP_CHANGE_MOVE:
      etp_writer_member (writer, "move");
      etp_writer_text (writer, change->id);
      etp_writer_member (writer, "to");
      etp_writer_integer (writer, change->to_position);
      break;
    default:
      g_assert_not_reached ();
    }
  etp_writer_end_object (writer);
}

char *
etp_journal_write_changes (EtpJournalAssets *assets, GPtrArray *changes, gsize *length)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Storing storing = { .assets = assets };
  EtpWriter writer;

  etp_writer_init_on_line (&writer, out);
  writer.write_bytes = write_bytes;
  writer.user_data = &storing;
  etp_writer_begin_list (&writer);
  for (guint i = 0; i < changes->len; i++)
    {
      etp_writer_item (&writer);
      write_change (&writer, changes->pdata[i]);
    }
  etp_writer_end_list (&writer);
  errno = storing.error;
  *length = out->len;
  return storing.error == 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static GBytes *
read_bytes (EtpReader *reader, guint token, gpointer assets)
{
  g_autofree char *hash = etp_json_dup_string (reader->json, token);

  return etp_journal_assets_load (assets, hash);
}

/* The node that a member names; NULL if there is none. */
static EtpNode *
find_node (EtpReader *reader, EtpJourney *journey, guint token)
{
  g_autofree char *id = NULL;

  if (reader->json->tokens[token].kind != ETP_JSON_STRING)
    return NULL;
  id = etp_json_dup_string (reader->json, token);
  return etp_journey_get_node (journey, id);
}

static gboolean
read_position (EtpReader *reader, guint object, const char *member, guint *position)
{
  guint token = etp_json_find_member (reader->json, object, member);
  gint64 number;

  if (token == 0 || reader->json->tokens[token].kind != ETP_JSON_INTEGER)
    return FALSE;
  number = etp_json_get_integer (reader->json, token);
  if (number < 0 || number > G_MAXINT)
    return FALSE;
  *position = (guint) number;
  return TRUE;
}

static gboolean
apply_set (EtpReader *reader, EtpJourney *journey, guint object, EtpNode *node)
{
  guint name = etp_json_find_member (reader->json, object, "field");
  guint to = etp_json_find_member (reader->json, object, "to");
  const EtpTable *table = etp_node_record (node)->table;
  g_auto (EtpDatum) datum = { 0 };
  guint next = 0;
  int field;

  if (name == 0 || to == 0 || reader->json->tokens[name].kind != ETP_JSON_STRING)
    return FALSE;
  field = etp_reader_find_field (reader, table, name, &next);
  if (field < 0
      || (reader->json->tokens[to].kind != ETP_JSON_NULL
          && !etp_reader_read_datum (reader, &table->fields[field], to, &datum)))
    return FALSE;
  etp_change_set (journey, node, (guint) field, &datum);
  return TRUE;
}

static gboolean
apply_insert (EtpReader *reader, EtpJourney *journey, guint object, guint name)
{
  guint token = etp_json_find_member (reader->json, object, "node");
  g_autoptr (EtpNode) node = NULL;
  guint position, list = 0;

  while (list < ETP_N_LISTS
         && !etp_json_is_text (reader->json, name, etp_list_get_member ((EtpListKind) list)))
    list++;
  if (list == ETP_N_LISTS || token == 0 || reader->json->tokens[token].kind != ETP_JSON_OBJECT
      || !read_position (reader, object, "at", &position))
    return FALSE;
  node = etp_reader_read_node (reader, token, (EtpListKind) list);
  if (node == NULL || etp_journey_get_node (journey, etp_node_get_id (node)) != NULL)
    return FALSE;
  etp_change_insert (journey, node, position);
  return TRUE;
}

static gboolean
apply_change (EtpReader *reader, EtpJourney *journey, guint object)
{
  const EtpJson *json = reader->json;
  guint kind = object + 2; /* the value of the first member, which says what it is */
  EtpNode *node;
  guint position;

  if (json->tokens[object].kind != ETP_JSON_OBJECT || json->tokens[object].next <= kind
      || json->tokens[kind].kind != ETP_JSON_STRING)
    return FALSE;
  if (etp_json_is_text (json, object + 1, "insert"))
    return apply_insert (reader, journey, object, kind);
  node = find_node (reader, journey, kind);
  if (node == NULL)
    return FALSE;
  if (etp_json_is_text (json, object + 1, "set"))
    return apply_set (reader, journey, object, node);
  if (node == ETP_NODE (journey))
    return FALSE;
  if (etp_json_is_text (json, object + 1, "remove"))
    etp_change_remove (journey, node);
  else if (etp_json_is_text (json, object + 1, "move")
           && read_position (reader, object, "to", &position))
    etp_change_move (journey, node, position);
  else
    return FALSE;
  return TRUE;
}

gboolean
etp_journal_apply_changes (EtpJourney *journey,
                           EtpJournalAssets *assets,
                           const char *payload,
                           gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (payload, length);
  g_autoptr (EtpJson) json = etp_json_scan (bytes, NULL);
  EtpReader reader = { .json = json, .read_bytes = read_bytes, .user_data = assets };

  if (json == NULL || json->tokens[0].kind != ETP_JSON_ARRAY)
    return FALSE;
  for (guint item = 1; item < json->n_tokens; item = json->tokens[item].next)
    if (!apply_change (&reader, journey, item))
      return FALSE;
  return TRUE;
}
