/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-snapshot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-assets.h"
#include "etp-edit-private.h"
#include "etp-limits.h"
#include "etp-rising.h"
#include "etp-tables.h"

/* Restoring writes only what differs, in three passes: what the state has not goes, what it has is
 * put in or set, then each list gets its order. References need no care: the state names only what
 * is in it, images aside. */

#define DEPTH_ABOVE 3 /* document, its snapshots, the snapshot */

static gboolean
is_kept (guint list)
{
  return list == ETP_LIST_ASSETS || list == ETP_LIST_SNAPSHOTS;
}

static guint
get_depth (const char *json)
{
  gboolean is_text = FALSE;
  guint depth = 0, deepest = 0;

  for (const char *p = json; *p != '\0'; p++)
    if (is_text && *p == '\\' && p[1] != '\0')
      p++;
    else if (*p == '"')
      is_text = !is_text;
    else if (!is_text && (*p == '{' || *p == '['))
      {
        depth++;
        deepest = MAX (deepest, depth);
      }
    else if (!is_text && (*p == '}' || *p == ']') && depth > 0)
      depth--;

  return deepest;
}

static void
init_text (EtpNode *snapshot, guint field, const char *text)
{
  EtpDatum datum = etp_datum_text (&etp_snapshot_table.fields[field], text);

  etp_node_init_datum (snapshot, field, &datum);
}

EtpNode *
etp_edit_take_snapshot (EtpJourney *journey,
                        const char *name,
                        const char *date,
                        const char *author,
                        const char *json,
                        GError **error)
{
  g_autoptr (EtpNode) snapshot = etp_node_new (ETP_LIST_SNAPSHOTS, NULL);
  EtpEdit edit;

  if (get_depth (json) + DEPTH_ABOVE > ETP_LIMIT_DEPTH)
    {
      etp_edit_refuse (error, ETP_MODEL_ERROR_LIMIT,
                       _ ("The journey is nested too deeply to lie in a snapshot."));
      return NULL;
    }
  init_text (snapshot, ETP_SNAPSHOT_NAME, name);
  init_text (snapshot, ETP_SNAPSHOT_DATE, date);
  init_text (snapshot, ETP_SNAPSHOT_AUTHOR, author);
  init_text (snapshot, ETP_SNAPSHOT_JOURNEY, json);
  if (!etp_edit_begin (&edit, journey, ETP_VERB_SNAPSHOT_TAKE, NULL, error))
    return NULL;
  if (!etp_edit_put (&edit, snapshot, G_MAXUINT, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? snapshot : NULL;
}

/* The node of the journey that becomes the other one by setting fields; NULL: it must be put in. */
static EtpNode *
find_same (EtpJourney *journey, EtpNode *other)
{
  EtpNode *node = etp_journey_get_node (journey, etp_node_get_id (other));

  return node != NULL && etp_node_get_list (node) == etp_node_get_list (other)
                 && etp_record_has_same_unknown (etp_node_record (node), etp_node_record (other))
             ? node
             : NULL;
}

static void
set_fields (EtpJourney *journey, EtpNode *node, EtpNode *other)
{
  const EtpRecord *record = etp_node_record (other);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      EtpDatum datum = { 0 };

      if (etp_record_is_same (etp_node_record (node), record, i))
        continue;
      etp_record_dup_datum (record, i, &datum);
      etp_change_set (journey, node, i, &datum);
    }
}

static EtpNode *
create_copy (EtpNode *other)
{
  const EtpRecord *record = etp_node_record (other);
  EtpNode *copy = etp_node_new (etp_node_get_list (other), etp_node_get_id (other));

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      EtpDatum datum = { 0 };

      if (etp_record_is_default (record, i))
        continue;
      etp_record_dup_datum (record, i, &datum);
      etp_node_init_datum (copy, i, &datum);
    }
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len; i++)
    {
      const EtpMember *member = record->unknown->pdata[i];

      etp_node_init_unknown (copy, member->name, member->json);
    }
  return copy;
}

static void
remove_others (EtpJourney *journey, EtpJourney *state, EtpNodeList *list)
{
  for (guint i = etp_node_list_get_length (list); i-- > 0;)
    {
      EtpNode *node = etp_node_list_get (list, i);
      EtpNode *other = etp_journey_get_node (state, etp_node_get_id (node));

      if (other == NULL || find_same (journey, other) != node)
        etp_change_remove (journey, node);
    }
}

/* FALSE: an image or a snapshot has an id that the state needs. */
static gboolean
put_and_set (EtpJourney *journey, EtpNodeList *wanted)
{
  EtpNode *other;

  for (guint i = 0; (other = etp_node_list_get (wanted, i)) != NULL; i++)
    {
      EtpNode *node = find_same (journey, other);
      g_autoptr (EtpNode) copy = NULL;

      if (node != NULL)
        {
          set_fields (journey, node, other);
          continue;
        }
      if (etp_journey_get_node (journey, etp_node_get_id (other)) != NULL)
        return FALSE;
      copy = create_copy (other);
      etp_change_insert (journey, copy, i);
    }
  return TRUE;
}

/* list has what wanted has by now. As few as possible are moved, each behind the one that is wanted before
 * it. */
static void
sort (EtpJourney *journey, EtpNodeList *list, EtpNodeList *wanted)
{
  const guint n = etp_node_list_get_length (wanted);
  g_autofree EtpNode **nodes = g_new (EtpNode *, n);
  g_autofree guint *places = g_new (guint, n);
  g_autofree gboolean *stays = g_new (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      nodes[i] = etp_journey_get_node (journey, etp_node_get_id (etp_node_list_get (wanted, i)));
      places[i] = etp_node_list_get_index (list, nodes[i]);
    }
  etp_rising_find (places, n, stays);
  for (guint i = 0; i < n; i++)
    {
      if (stays[i])
        continue;
      if (i == 0)
        etp_change_move (journey, nodes[i], 0);
      else
        etp_edit_move_beside (journey, nodes[i], nodes[i - 1], TRUE);
    }
}

static gboolean
is_missing_image (EtpJourney *journey, const EtpField *row, const char *id)
{
  return row->type == ETP_FIELD_REF && row->lists == 1u << ETP_LIST_ASSETS && id[0] != '\0'
         && etp_journey_get_node (journey, id) == NULL;
}

/* Images were not kept with the state; some may have been removed since. */
static void
forget_missing_images (EtpJourney *journey, EtpNode *node)
{
  const EtpRecord *record = etp_node_record (node);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const EtpField *row = &record->table->fields[i];
      EtpValue *value = row->type == ETP_FIELD_VALUE ? etp_record_get_value (record, i) : NULL;
      EtpDatum none = { 0 };

      if (row->type == ETP_FIELD_REF
          && is_missing_image (journey, row, etp_record_get_text (record, i)))
        etp_change_set (journey, node, i, &none);
      for (guint j = 0; value != NULL && j < row->columns->n_fields; j++)
        if (row->columns->fields[j].type == ETP_FIELD_REF
            && is_missing_image (journey, &row->columns->fields[j], etp_value_get_text (value, j)))
          {
            EtpDatum whole = etp_datum_take_value (etp_value_with (value, j, &none));

            etp_change_set (journey, node, i, &whole);
            value = etp_record_get_value (record, i);
          }
    }
}

/* A comment may be about an image or a snapshot, which were not kept either: it stays without. */
static void
forget_missing_subjects (EtpJourney *journey)
{
  EtpNodeList *comments = etp_journey_get_list (journey, ETP_LIST_COMMENTS);
  EtpNode *comment;

  for (guint i = 0; (comment = etp_node_list_get (comments, i)) != NULL; i++)
    {
      const char *id = etp_node_get_text (comment, ETP_COMMENT_ON);
      EtpDatum none = { 0 };

      if (id[0] != '\0' && etp_journey_get_node (journey, id) == NULL)
        etp_change_set (journey, comment, ETP_COMMENT_ON, &none);
    }
}

static gboolean
restore (EtpJourney *journey, EtpJourney *state)
{
  EtpNode *node;

  for (guint list = 0; list < ETP_N_LISTS; list++)
    if (!is_kept (list))
      remove_others (journey, state, etp_journey_get_list (journey, (EtpListKind) list));
  set_fields (journey, ETP_NODE (journey), ETP_NODE (state));
  forget_missing_images (journey, ETP_NODE (journey));
  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, (EtpListKind) list);
      EtpNodeList *wanted = etp_journey_get_list (state, (EtpListKind) list);

      if (is_kept (list))
        continue;
      if (!put_and_set (journey, wanted))
        return FALSE;
      sort (journey, nodes, wanted);
      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        forget_missing_images (journey, node);
    }
  forget_missing_subjects (journey);
  return TRUE;
}

/* What today's state shows. */
static GHashTable *
list_pictures (EtpJourney *journey)
{
  GHashTable *pictures = etp_assets_new ();
  EtpNode *node;

  etp_assets_add_named (pictures, journey, ETP_NODE (journey));
  for (guint list = 0; list < ETP_N_LISTS; list++)
    for (guint i = 0;
         (node = etp_node_list_get (etp_journey_get_list (journey, (EtpListKind) list), i)) != NULL;
         i++)
      if (!is_kept (list))
        etp_assets_add_named (pictures, journey, node);
  return pictures;
}

gboolean
etp_edit_restore (EtpJourney *journey, EtpJourney *state, GError **error)
{
  g_autoptr (GHashTable) pictures = list_pictures (journey);
  EtpEdit edit;

  g_return_val_if_fail (ETP_IS_JOURNEY (state) && state != journey, FALSE);

  if (!etp_edit_begin (&edit, journey, ETP_VERB_SNAPSHOT_RESTORE, NULL, error))
    return FALSE;
  if (!restore (journey, state))
    {
      etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                       _ ("An image or a snapshot has the id of something that would come back."));
      return etp_edit_cancel (&edit);
    }
  etp_edit_drop_unnamed (&edit, pictures);
  return etp_edit_commit (&edit, error);
}
