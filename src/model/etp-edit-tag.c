/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-edit-merge.h"
#include "etp-edit-private.h"
#include "etp-heirs.h"
#include "etp-usage.h"

static gboolean
has_text (GPtrArray *items, const char *text)
{
  for (guint i = 0; i < items->len; i++)
    if (strcmp (items->pdata[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* The node's tags with one of them replaced, or without it (to NULL); each once. */
static EtpDatum
replace_tag (const EtpRecord *record, guint field, const char *from, const char *to)
{
  const guint length = etp_record_get_length (record, field);
  GPtrArray *tags = g_ptr_array_new ();

  for (guint i = 0; i < length; i++)
    {
      const char *tag = etp_record_get_text_at (record, field, i);

      if (strcmp (tag, from) == 0)
        tag = to;
      if (tag != NULL && !has_text (tags, tag))
        g_ptr_array_add (tags, g_ref_string_new (tag));
    }
  return etp_datum_take_items (&record->table->fields[field], tags);
}

/* to NULL: the tag goes. */
static gboolean
write_tags (EtpJourney *journey, EtpVerb verb, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) nodes = etp_tags_dup_nodes (journey, from);
  EtpEdit edit;

  if (nodes->len == 0)
    return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED, _ ("This tag is not there any more."));
  if (!etp_edit_begin (&edit, journey, verb, NULL, error))
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    {
      EtpNode *node = nodes->pdata[i];
      const guint field = (guint) etp_tags_get_field (node);
      EtpDatum datum = replace_tag (etp_node_record (node), field, from, to);

      if (!etp_edit_write (&edit, node, field, &datum, error))
        return etp_edit_cancel (&edit);
    }
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_add_tag (EtpJourney *journey, const char *tag, GError **error)
{
  EtpNode *root = ETP_NODE (journey);
  const EtpField *row = &etp_node_record (root)->table->fields[ETP_JOURNEY_TAGS];
  g_autofree char *name = g_strstrip (g_strdup (tag));
  GPtrArray *tags;
  EtpDatum datum;
  EtpEdit edit;

  if (name[0] == '\0')
    return etp_edit_refuse (error, ETP_MODEL_ERROR_VALUE, _ ("A tag needs a name."));
  if (!etp_edit_begin (&edit, journey, ETP_VERB_TAG_ADD, NULL, error))
    return FALSE;
  tags = g_ptr_array_new ();
  for (guint i = 0; i < etp_node_get_length (root, ETP_JOURNEY_TAGS); i++)
    g_ptr_array_add (tags, g_ref_string_new (etp_node_get_text_at (root, ETP_JOURNEY_TAGS, i)));
  if (!has_text (tags, name))
    g_ptr_array_add (tags, g_ref_string_new (name));
  datum = etp_datum_take_items (row, tags);
  if (!etp_edit_write (&edit, root, ETP_JOURNEY_TAGS, &datum, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_rename_tag (EtpJourney *journey, const char *from, const char *to, GError **error)
{
  g_autofree char *old = g_strdup (from); /* may be the text that goes */
  g_autofree char *name = g_strstrip (g_strdup (to));
  g_autoptr (GHashTable) counts = etp_tags_count (journey);
  const gboolean is_there = g_hash_table_contains (counts, name);

  if (name[0] == '\0')
    return etp_edit_refuse (error, ETP_MODEL_ERROR_VALUE, _ ("A tag needs a name."));
  if (!write_tags (journey, is_there ? ETP_VERB_TAG_MERGE : ETP_VERB_TAG_RENAME, old, name, error))
    return FALSE;
  etp_heirs_note (journey, ETP_HEIR_TAG, old, name, is_there);
  return TRUE;
}

gboolean
etp_edit_remove_tag (EtpJourney *journey, const char *tag, GError **error)
{
  g_autofree char *old = g_strdup (tag);

  if (!write_tags (journey, ETP_VERB_TAG_REMOVE, old, NULL, error))
    return FALSE;
  etp_heirs_forget (journey, ETP_HEIR_TAG, old);
  return TRUE;
}
