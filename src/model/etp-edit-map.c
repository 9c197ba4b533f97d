/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-map.h"

#include <string.h>

#include "etp-edit-node.h"
#include "etp-edit-private.h"
#include "etp-tables.h"

/* New columns and rows. */

guint
etp_map_field_get (EtpListKind list, EtpMapField field)
{
  static const guint fields[ETP_N_MAP_FIELDS][2] = {
    [ETP_MAP_FIELD_NAME] = { ETP_PHASE_NAME, ETP_LANE_NAME },
    [ETP_MAP_FIELD_COLOR] = { ETP_PHASE_COLOR, ETP_LANE_COLOR },
    [ETP_MAP_FIELD_SIZE] = { ETP_PHASE_WIDTH, ETP_LANE_HEIGHT },
    [ETP_MAP_FIELD_COLLAPSED] = { ETP_PHASE_COLLAPSED, ETP_LANE_COLLAPSED },
    [ETP_MAP_FIELD_HIDDEN] = { ETP_PHASE_HIDDEN, ETP_LANE_HIDDEN },
  };

  g_return_val_if_fail (list == ETP_LIST_PHASES || list == ETP_LIST_LANES, 0);
  g_return_val_if_fail ((guint) field < ETP_N_MAP_FIELDS, 0);
  return fields[field][list == ETP_LIST_LANES];
}

static EtpNode *
insert (EtpJourney *journey, EtpVerb verb, EtpNode *node, guint position, GError **error)
{
  EtpEdit edit;

  if (!etp_edit_begin (&edit, journey, verb, NULL, error))
    return NULL;
  if (!etp_edit_put (&edit, node, position, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? node : NULL;
}

EtpNode *
etp_edit_insert_phase (EtpJourney *journey, guint position, const char *name, GError **error)
{
  g_autoptr (EtpNode) phase = etp_node_new (ETP_LIST_PHASES, NULL);
  EtpDatum datum = etp_datum_text (&etp_phase_table.fields[ETP_PHASE_NAME], name);

  etp_node_init_datum (phase, ETP_PHASE_NAME, &datum);
  return insert (journey, ETP_VERB_PHASE_INSERT, phase, position, error);
}

EtpNode *
etp_edit_insert_lane (
    EtpJourney *journey, guint position, EtpLaneKind kind, const char *name, GError **error)
{
  g_autoptr (EtpNode) lane = etp_node_new (ETP_LIST_LANES, NULL);
  EtpDatum datum = { 0 };

  g_return_val_if_fail ((guint) kind < ETP_N_LANE_KINDS, NULL);

  datum = etp_datum_text (&etp_lane_table.fields[ETP_LANE_KIND], etp_lane_kind_words[kind]);
  etp_node_init_datum (lane, ETP_LANE_KIND, &datum);
  datum = etp_datum_text (&etp_lane_table.fields[ETP_LANE_NAME], name);
  etp_node_init_datum (lane, ETP_LANE_NAME, &datum);
  return insert (journey, ETP_VERB_LANE_INSERT, lane, position, error);
}

/* The cards whose field names the node. */
static GPtrArray *
find_cards (EtpJourney *journey, guint field, EtpNode *node)
{
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  GPtrArray *found = g_ptr_array_new ();
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    if (strcmp (etp_node_get_text (card, field), etp_node_get_id (node)) == 0)
      g_ptr_array_add (found, card);
  return found;
}

gboolean
etp_lane_kind_takes_cards (int kind)
{
  return kind != ETP_LANE_KIND_EMOTION && kind != ETP_LANE_KIND_CHANNELS
         && kind != ETP_LANE_KIND_LINE;
}

gboolean
etp_lane_kind_shows_cards (int kind)
{
  return etp_lane_kind_takes_cards (kind) && kind != ETP_LANE_KIND_MEASURES
         && kind != ETP_LANE_KIND_METRICS;
}

gboolean
etp_lane_may_become (EtpJourney *journey, EtpNode *lane, EtpLaneKind kind)
{
  g_autoptr (GPtrArray) cards = find_cards (journey, ETP_CARD_LANE, lane);
  const int own = etp_node_get_enum (lane, ETP_LANE_KIND);

  if ((int) kind == own)
    return FALSE;
  /* Steps have emotions and numbers, which notes have not, and the other way round. */
  return cards->len == 0
         || (etp_lane_kind_shows_cards ((int) kind) && kind != ETP_LANE_KIND_TOUCHPOINTS
             && own != ETP_LANE_KIND_TOUCHPOINTS);
}

/* Puts copies of a node's cards into its copy; field is how cards name it. */
static gboolean
copy_cards (EtpEdit *edit, EtpNode *node, EtpNode *copy, guint field, GError **error)
{
  g_autoptr (GPtrArray) cards = find_cards (edit->journey, field, node);
  g_autoptr (GHashTable) copies = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (!etp_edit_put_copies (edit, cards, copies, error))
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    {
      EtpNode *card = g_hash_table_lookup (copies, etp_node_get_id (cards->pdata[i]));

      if (!etp_edit_write_text (edit, card, field, etp_node_get_id (copy), error))
        return FALSE;
      g_hash_table_add (ids, (gpointer) etp_node_get_id (card));
    }
  etp_edit_tidy (edit, ids);
  return TRUE;
}

static EtpNode *
duplicate (
    EtpJourney *journey, EtpVerb verb, EtpListKind list, EtpNode *node, guint field, GError **error)
{
  g_autoptr (EtpNode) copy = NULL;
  EtpEdit edit;

  if (!etp_edit_check_node (journey, node, list, error)
      || !etp_edit_begin (&edit, journey, verb, NULL, error))
    return NULL;
  copy = etp_node_copy (node);
  if (!etp_edit_put_copy (&edit, copy, node,
                          etp_node_list_get_index (etp_journey_get_list (journey, list), node) + 1,
                          error)
      || !copy_cards (&edit, node, copy, field, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? copy : NULL;
}

EtpNode *
etp_edit_duplicate_phase (EtpJourney *journey, EtpNode *phase, GError **error)
{
  return duplicate (journey, ETP_VERB_PHASE_DUPLICATE, ETP_LIST_PHASES, phase, ETP_CARD_PHASE,
                    error);
}

EtpNode *
etp_edit_duplicate_lane (EtpJourney *journey, EtpNode *lane, GError **error)
{
  return duplicate (journey, ETP_VERB_LANE_DUPLICATE, ETP_LIST_LANES, lane, ETP_CARD_LANE, error);
}

static gboolean
show_list (EtpEdit *edit, EtpListKind list, guint field, GError **error)
{
  EtpNodeList *nodes = etp_journey_get_list (edit->journey, list);
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
    {
      EtpDatum shown = { 0 };

      if (etp_node_get_boolean (node, field) && !etp_edit_write (edit, node, field, &shown, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
etp_edit_show_all (EtpJourney *journey, GError **error)
{
  EtpEdit edit;

  if (!etp_edit_begin (&edit, journey, ETP_VERB_MAP_SHOW_ALL, NULL, error))
    return FALSE;
  if (!show_list (&edit, ETP_LIST_PHASES, ETP_PHASE_HIDDEN, error)
      || !show_list (&edit, ETP_LIST_LANES, ETP_LANE_HIDDEN, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}
