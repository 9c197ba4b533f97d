/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-assets.h"

#include <string.h>

#include "etp-fields.h"
#include "etp-limits.h"
#include "etp-references.h"
#include "etp-tables.h"

/* Earlier states and members that this version does not know are text. A text in it that reads like
 * the id of a picture counts as naming it: rather one picture too many than one lost. Each text is
 * gone through once, however many pictures are asked for. */

#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"

typedef struct
{
  GHashTable *ids;
  EtpJourney *journey; /* NULL: names are taken out */
} Walk;

GHashTable *
etp_assets_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
note (Walk *walk, const char *id)
{
  EtpNode *node;

  if (walk->journey == NULL)
    {
      g_hash_table_remove (walk->ids, id);
      return;
    }
  node = etp_journey_get_node (walk->journey, id);
  if (node != NULL && etp_node_get_list (node) == ETP_LIST_ASSETS)
    g_hash_table_add (walk->ids, g_strdup (id));
}

static gboolean
note_reference (const EtpReference *reference, gpointer user_data)
{
  note (user_data, reference->id);
  return TRUE;
}

static void
note_json (Walk *walk, const char *json)
{
  char id[ETP_LIMIT_ID_LENGTH + 1];

  while ((json = strchr (json, '"')) != NULL)
    {
      const gsize length = strspn (++json, ID_CHARACTERS);

      if (length == 0 || length > ETP_LIMIT_ID_LENGTH || json[length] != '"')
        continue;
      memcpy (id, json, length);
      id[length] = '\0';
      note (walk, id);
    }
}

static void
note_unknown (Walk *walk, const EtpRecord *record)
{
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len; i++)
    note_json (walk, ((EtpMember *) record->unknown->pdata[i])->json);
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const EtpFieldType type = record->table->fields[i].type;

      if (etp_record_is_default (record, i))
        continue;
      if (type == ETP_FIELD_VALUE)
        note_unknown (walk, etp_value_record (etp_record_get_value (record, i)));
      for (guint k = 0; type == ETP_FIELD_VALUES && k < etp_record_get_length (record, i); k++)
        note_unknown (walk, etp_value_record (etp_record_get_value_at (record, i, k)));
    }
}

static void
note_node (Walk *walk, EtpNode *node)
{
  const EtpRecord *record = etp_node_record (node);

  etp_record_foreach_reference (record, note_reference, walk);
  note_unknown (walk, record);
  if (record->table == &etp_snapshot_table)
    note_json (walk, etp_node_get_text (node, ETP_SNAPSHOT_JOURNEY));
}

void
etp_assets_add_named (GHashTable *self, EtpJourney *journey, EtpNode *node)
{
  Walk walk = { self, journey };

  note_node (&walk, node);
}

void
etp_assets_add_all (GHashTable *self, EtpJourney *journey)
{
  EtpNodeList *assets = etp_journey_get_list (journey, ETP_LIST_ASSETS);
  EtpNode *asset;

  for (guint i = 0; (asset = etp_node_list_get (assets, i)) != NULL; i++)
    g_hash_table_add (self, g_strdup (etp_node_get_id (asset)));
}

void
etp_assets_take_out_named (GHashTable *self, EtpJourney *journey, guint without)
{
  Walk walk = { self, NULL };
  EtpNode *node;

  note_node (&walk, ETP_NODE (journey));
  for (guint list = 0; list < ETP_N_LISTS && g_hash_table_size (self) > 0; list++)
    for (guint i = 0;
         (without & 1u << list) == 0
         && (node = etp_node_list_get (etp_journey_get_list (journey, (EtpListKind) list), i))
                != NULL;
         i++)
      note_node (&walk, node);
}
