/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-edit-map.h"
#include "etp-edit-private.h"
#include "etp-prompts.h"
#include "etp-words.h"

/* The verbs that need nothing but the tables. */

int
etp_list_get_name_field (EtpListKind list)
{
  const EtpTable *table = etp_list_get_table (list);
  int field = etp_table_find_member (table, "name");

  return field >= 0 ? field : etp_table_find_member (table, "title");
}

static EtpVerb
get_edit_verb (EtpNode *node)
{
  EtpListKind list = etp_node_get_list (node);

  return list == ETP_N_LISTS ? ETP_VERB_JOURNEY_EDIT
                             : etp_verb_for_list (list, ETP_VERB_ACTION_EDIT);
}

/* What people call a change of one field of a phase or lane; off: of a switch that is put out. */
static const struct
{
  EtpListKind list;
  guint field;
  EtpVerb on, off;
} field_verbs[] = {
  { ETP_LIST_PHASES, ETP_PHASE_NAME, ETP_VERB_PHASE_RENAME, ETP_VERB_PHASE_RENAME },
  { ETP_LIST_PHASES, ETP_PHASE_WIDTH, ETP_VERB_PHASE_RESIZE, ETP_VERB_PHASE_RESIZE },
  { ETP_LIST_PHASES, ETP_PHASE_COLOR, ETP_VERB_PHASE_COLOR, ETP_VERB_PHASE_COLOR },
  { ETP_LIST_PHASES, ETP_PHASE_COLLAPSED, ETP_VERB_PHASE_COLLAPSE, ETP_VERB_PHASE_EXPAND },
  { ETP_LIST_PHASES, ETP_PHASE_HIDDEN, ETP_VERB_PHASE_HIDE, ETP_VERB_PHASE_SHOW },
  { ETP_LIST_LANES, ETP_LANE_NAME, ETP_VERB_LANE_RENAME, ETP_VERB_LANE_RENAME },
  { ETP_LIST_LANES, ETP_LANE_KIND, ETP_VERB_LANE_SET_KIND, ETP_VERB_LANE_SET_KIND },
  { ETP_LIST_LANES, ETP_LANE_HEIGHT, ETP_VERB_LANE_RESIZE, ETP_VERB_LANE_RESIZE },
  { ETP_LIST_LANES, ETP_LANE_COLOR, ETP_VERB_LANE_COLOR, ETP_VERB_LANE_COLOR },
  { ETP_LIST_LANES, ETP_LANE_COLLAPSED, ETP_VERB_LANE_COLLAPSE, ETP_VERB_LANE_EXPAND },
  { ETP_LIST_LANES, ETP_LANE_HIDDEN, ETP_VERB_LANE_HIDE, ETP_VERB_LANE_SHOW },
};

static EtpVerb
get_set_verb (EtpNode *node, guint field, const EtpDatum *datum)
{
  EtpListKind list = etp_node_get_list (node);

  for (gsize i = 0; i < G_N_ELEMENTS (field_verbs); i++)
    if (field_verbs[i].list == list && field_verbs[i].field == field)
      return etp_datum_is_default (datum, &etp_list_get_table (list)->fields[field])
                 ? field_verbs[i].off
                 : field_verbs[i].on;
  return get_edit_verb (node);
}

/* Texts and numbers are changed in runs, by typing or nudging; a switch, a choice or a list never is. */
static char *
create_coalescing_key (EtpNode *node, guint field, int column)
{
  const EtpField *row = &etp_node_record (node)->table->fields[field];

  if (column >= 0)
    row = &row->columns->fields[column];
  if (row->type != ETP_FIELD_TEXT && row->type != ETP_FIELD_NUMBER
      && row->type != ETP_FIELD_INTEGER)
    return NULL;

  return g_strdup_printf ("set %s %u %d", etp_node_get_id (node), field, column);
}

static void
add_cards_of_lane (EtpJourney *journey, EtpNode *lane, GHashTable *ids)
{
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    if (strcmp (etp_node_get_text (card, ETP_CARD_LANE), etp_node_get_id (lane)) == 0)
      g_hash_table_add (ids, (gpointer) etp_node_get_id (card));
}

static gboolean
check_lane (EtpJourney *journey, EtpNode *card, GError **error)
{
  const char *id = etp_node_get_text (card, ETP_CARD_LANE);
  EtpNode *lane = id[0] != '\0' ? etp_journey_get_node (journey, id) : NULL;

  if (lane == NULL || etp_node_get_list (lane) != ETP_LIST_LANES
      || etp_lane_kind_takes_cards (etp_node_get_enum (lane, ETP_LANE_KIND)))
    return TRUE;
  return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                          _ ("This lane shows no cards. Choose another place."));
}

/* A link without an end, or with twice the same, would be drawn nowhere, and only its file knew of it. */
static gboolean
check_ends (EtpNode *link, guint field, GError **error)
{
  if (etp_node_get_text (link, field)[0] != '\0'
      && strcmp (etp_node_get_text (link, ETP_LINK_FROM), etp_node_get_text (link, ETP_LINK_TO))
             != 0)
    return TRUE;
  return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                          _ ("A link leads from one card to another."));
}

/* What no other node has a say in. */
static gboolean
check_written (EtpEdit *edit, EtpNode *node, guint field, GError **error)
{
  const EtpListKind list = etp_node_get_list (node);

  if (list == ETP_LIST_LINKS && (field == ETP_LINK_FROM || field == ETP_LINK_TO))
    return check_ends (node, field, error);
  return list != ETP_LIST_CARDS || field != ETP_CARD_LANE
         || check_lane (edit->journey, node, error);
}

/* Where cards lie has consequences: see etp_edit_tidy (). What this takes back at once was refused. Once
 * for all nodes, of one list: each time is a walk over all cards, and what they have in common must
 * not be torn while only some are written. */
static gboolean
follow_up (EtpEdit *edit, EtpNode *const *nodes, guint n, guint field, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean was_set = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const EtpListKind list = etp_node_get_list (nodes[i]);

      if (list == ETP_LIST_LANES && field == ETP_LANE_KIND)
        add_cards_of_lane (edit->journey, nodes[i], ids);
      else if (list == ETP_LIST_CARDS && field <= ETP_CARD_CLUSTER)
        g_hash_table_add (ids, (gpointer) etp_node_get_id (nodes[i]));
      was_set = !etp_record_is_default (etp_node_record (nodes[i]), field); /* all are alike now */
    }
  if (g_hash_table_size (ids) == 0)
    return TRUE;

  etp_edit_tidy (edit, ids);
  for (guint i = 0; was_set && i < n; i++)
    if (etp_record_is_default (etp_node_record (nodes[i]), field))
      return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                              _ ("The card lies where this makes no sense."));
  return TRUE;
}

/* Name and question of a template's lane are those of its kind: they go with it, or a lane of
 * questions would be called "Thoughts". A name of one's own stays, and the question with it; so does
 * a question of one's own. */
static gboolean
drop_words_of_kind (EtpEdit *edit, EtpNode *lane, int kind, GError **error)
{
  const char *language = etp_node_get_text (ETP_NODE (edit->journey), ETP_JOURNEY_LANGUAGE);
  const char *name = etp_node_get_text (lane, ETP_LANE_NAME);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *word = g_utf8_casefold (etp_words_get_lane_kind (language, kind), -1);

  if (etp_node_get_enum (lane, ETP_LANE_KIND) == kind || strcmp (folded, word) != 0)
    return TRUE;
  return etp_edit_write_text (edit, lane, ETP_LANE_NAME, "", error)
         && (!etp_prompts_contain (kind, etp_node_get_text (lane, ETP_LANE_PROMPT))
             || etp_edit_write_text (edit, lane, ETP_LANE_PROMPT, "", error));
}

/* Without what follows from where cards lie. */
static gboolean
write_field (EtpEdit *edit, EtpNode *node, guint field, EtpDatum *datum, GError **error)
{
  const gboolean is_kind = etp_node_get_list (node) == ETP_LIST_LANES && field == ETP_LANE_KIND;
  const int kind = is_kind ? etp_node_get_enum (node, ETP_LANE_KIND) : -1;

  return etp_edit_write (edit, node, field, datum, error)
         && (!is_kind || drop_words_of_kind (edit, node, kind, error))
         && check_written (edit, node, field, error);
}

gboolean
etp_edit_set (EtpJourney *journey, EtpNode *node, guint field, EtpDatum *datum, GError **error)
{
  g_auto (EtpDatum) taken = *datum;
  g_autofree char *key = NULL;
  EtpEdit edit;

  memset (datum, 0, sizeof *datum);
  if (!etp_edit_check_node (journey, node, ETP_N_LISTS, error))
    return FALSE;
  g_return_val_if_fail (field < etp_node_record (node)->table->n_fields, FALSE);

  key = create_coalescing_key (node, field, -1);
  if (!etp_edit_begin (&edit, journey, get_set_verb (node, field, &taken), key, error))
    return FALSE;
  if (!write_field (&edit, node, field, &taken, error)
      || !follow_up (&edit, &node, 1, field, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_set_text (
    EtpJourney *journey, EtpNode *node, guint field, const char *text, GError **error)
{
  EtpDatum datum = etp_datum_text (&etp_node_record (node)->table->fields[field], text);

  return etp_edit_set (journey, node, field, &datum, error);
}

gboolean
etp_edit_set_several (
    EtpJourney *journey, GPtrArray *nodes, guint field, EtpDatum *datum, GError **error)
{
  g_auto (EtpDatum) taken = *datum;
  g_autofree char *key = NULL;
  EtpEdit edit;

  memset (datum, 0, sizeof *datum);
  for (guint i = 0; i < nodes->len; i++)
    {
      if (!etp_edit_check_node (journey, nodes->pdata[i], ETP_N_LISTS, error))
        return FALSE;
      g_return_val_if_fail (
          etp_node_get_list (nodes->pdata[i]) == etp_node_get_list (nodes->pdata[0]), FALSE);
    }

  if (nodes->len > 0)
    key = create_coalescing_key (nodes->pdata[0], field, -(int) nodes->len);
  if (!etp_edit_begin (&edit, journey, ETP_VERB_SEVERAL_EDIT, key, error))
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    {
      EtpDatum copy;

      etp_datum_copy (&taken, &copy);
      if (!write_field (&edit, nodes->pdata[i], field, &copy, error))
        return etp_edit_cancel (&edit);
    }
  if (!follow_up (&edit, (EtpNode *const *) nodes->pdata, nodes->len, field, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

/* A value of defaults and nothing unknown need not be there. */
static gboolean
is_empty (const EtpRecord *record)
{
  for (guint i = 0; i < record->table->n_fields; i++)
    if (!etp_record_is_default (record, i))
      return FALSE;

  return record->unknown == NULL;
}

gboolean
etp_edit_set_nested (
    EtpJourney *journey, EtpNode *node, guint field, guint column, EtpDatum *datum, GError **error)
{
  const EtpRecord *record = etp_node_record (node);
  const EtpField *row = &record->table->fields[field];
  EtpValue *old = etp_record_get_value (record, field);
  EtpValue *value;
  EtpDatum whole;
  g_autofree char *key = NULL;
  EtpEdit edit;

  g_return_val_if_fail (row->type == ETP_FIELD_VALUE && column < row->columns->n_fields, FALSE);

  value = old != NULL ? etp_value_with (old, column, datum) : etp_value_new (row->columns);
  if (old == NULL)
    etp_value_init_datum (value, column, datum);
  if (is_empty (etp_value_record (value)))
    g_clear_pointer (&value, etp_value_unref);
  whole = etp_datum_take_value (value);

  key = create_coalescing_key (node, field, (int) column);
  if (!etp_edit_check_node (journey, node, ETP_N_LISTS, error)
      || !etp_edit_begin (&edit, journey, get_edit_verb (node), key, error))
    {
      etp_datum_clear (&whole);
      return FALSE;
    }
  if (!etp_edit_write (&edit, node, field, &whole, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

EtpNode *
etp_edit_add (
    EtpJourney *journey, EtpListKind list, const char *name, guint position, GError **error)
{
  g_autoptr (EtpNode) node = etp_node_new (list, NULL);
  int field = etp_list_get_name_field (list);

  if (field >= 0 && name != NULL)
    {
      EtpDatum datum = etp_datum_text (&etp_list_get_table (list)->fields[field], name);

      etp_node_init_datum (node, (guint) field, &datum);
    }

  return etp_edit_insert (journey, node, position, error) ? node : NULL;
}

gboolean
etp_edit_insert (EtpJourney *journey, EtpNode *node, guint position, GError **error)
{
  EtpVerb verb = etp_verb_for_list (etp_node_get_list (node), ETP_VERB_ACTION_ADD);
  EtpEdit edit;

  g_return_val_if_fail (etp_node_get_journey (node) == NULL, FALSE);

  if (!etp_edit_begin (&edit, journey, verb, NULL, error))
    return FALSE;
  if (!etp_edit_put (&edit, node, position, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

/* Cards that span phases may end before they begin, now that the phases' order is another. */
static void
tidy_spans (EtpEdit *edit)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  EtpNodeList *cards = etp_journey_get_list (edit->journey, ETP_LIST_CARDS);
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    if (!etp_record_is_default (etp_node_record (card), ETP_CARD_UNTIL))
      g_hash_table_add (ids, (gpointer) etp_node_get_id (card));
  if (g_hash_table_size (ids) > 0)
    etp_edit_tidy (edit, ids);
}

gboolean
etp_edit_move (EtpJourney *journey, EtpNode *node, guint position, GError **error)
{
  EtpListKind list = etp_node_get_list (node);
  EtpEdit edit;

  g_return_val_if_fail (list != ETP_N_LISTS, FALSE);

  if (!etp_edit_check_node (journey, node, ETP_N_LISTS, error)
      || !etp_edit_begin (&edit, journey, etp_verb_for_list (list, ETP_VERB_ACTION_MOVE), NULL,
                          error))
    return FALSE;
  etp_change_move (journey, node, position);
  if (list == ETP_LIST_PHASES)
    tidy_spans (&edit);
  return etp_edit_commit (&edit, error);
}

EtpNode *
etp_node_copy (EtpNode *node)
{
  const EtpRecord *record = etp_node_record (node);
  EtpNode *copy;

  g_return_val_if_fail (etp_node_get_list (node) != ETP_N_LISTS, NULL);

  copy = etp_node_new (etp_node_get_list (node), NULL);
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      EtpDatum datum;

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
