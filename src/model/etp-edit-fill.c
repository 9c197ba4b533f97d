/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-fill-private.h"

#include "etp-edit-map.h"
#include "etp-tables.h"

void
etp_fill_init_text (EtpNode *node, guint field, const char *text)
{
  EtpDatum datum = etp_datum_text (&etp_node_record (node)->table->fields[field],
                                   text != NULL ? text : "");

  etp_node_init_datum (node, field, &datum);
}

/* What is said of steps may make some. */
static gboolean
takes_steps (EtpFill *fill, EtpNode *node)
{
  return fill->table->n_steps > 0 && etp_node_get_list (node) == ETP_LIST_LANES
         && etp_node_get_enum (node, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS;
}

/* What came with a table can be seen. */
static gboolean
show_head (EtpFill *fill, const EtpFillHead *head, GError **error)
{
  const guint field = etp_map_field_get (etp_node_get_list (head->node), ETP_MAP_FIELD_HIDDEN);
  EtpDatum no = etp_datum_boolean (FALSE);

  return (head->is_empty && !takes_steps (fill, head->node))
         || !etp_node_get_boolean (head->node, field)
         || etp_edit_write (&fill->edit, head->node, field, &no, error);
}

/* The phases or lanes, those that are there and new ones; NULL with an error. Borrowed nodes. */
static GPtrArray *
put_heads (EtpFill *fill, EtpListKind list, const EtpFillHead *heads, guint n_heads, GError **error)
{
  EtpEdit *edit = &fill->edit;
  const guint name = list == ETP_LIST_PHASES ? (guint) ETP_PHASE_NAME : (guint) ETP_LANE_NAME;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < n_heads; i++)
    {
      g_autoptr (EtpNode) node = NULL;

      if (heads[i].node != NULL)
        {
          g_ptr_array_add (nodes, heads[i].node);
          if (!show_head (fill, &heads[i], error)
              || (heads[i].is_renamed
                  && !etp_edit_write_text (edit, heads[i].node, name, heads[i].name, error)))
            return NULL;
          continue;
        }
      node = etp_node_new (list, NULL);
      etp_fill_init_text (node, name, heads[i].name);
      if (list == ETP_LIST_LANES)
        etp_fill_init_text (node, ETP_LANE_KIND, etp_lane_kind_words[heads[i].kind]);
      if (!etp_edit_put (edit, node, G_MAXUINT, error))
        return NULL;
      g_ptr_array_add (nodes, node);
    }
  return g_steal_pointer (&nodes);
}

static gboolean
check_heads (
    EtpJourney *journey, EtpListKind list, const EtpFillHead *heads, guint n_heads, GError **error)
{
  for (guint i = 0; i < n_heads; i++)
    if (heads[i].node != NULL && !etp_edit_check_node (journey, heads[i].node, list, error))
      return FALSE;
  return TRUE;
}

EtpNode *
etp_fill_put_card (EtpEdit *edit, EtpNode *lane, EtpNode *phase, const char *title, GError **error)
{
  g_autoptr (EtpNode) card = etp_node_new (ETP_LIST_CARDS, NULL);

  etp_fill_init_text (card, ETP_CARD_LANE, etp_node_get_id (lane));
  etp_fill_init_text (card, ETP_CARD_PHASE, etp_node_get_id (phase));
  etp_fill_init_text (card, ETP_CARD_TITLE, title);
  return etp_edit_put (edit, card, G_MAXUINT, error) ? card : NULL; /* the journey holds it */
}

/* The phases may lie in another order on the map than in the table. */
static gboolean
stretch_card (EtpEdit *edit, EtpNode *card, EtpNode *phase, EtpNode *until, GError **error)
{
  EtpNodeList *phases = etp_journey_get_list (edit->journey, ETP_LIST_PHASES);

  return etp_node_list_get_index (phases, until) <= etp_node_list_get_index (phases, phase)
         || etp_edit_write_text (edit, card, ETP_CARD_UNTIL, etp_node_get_id (until), error);
}

static gboolean
put_cards (EtpFill *fill, GError **error)
{
  for (guint i = 0; i < fill->table->n_cards; i++)
    {
      const EtpFillCard *row = &fill->table->cards[i];
      EtpNode *card;

      g_return_val_if_fail (row->lane < fill->lanes->len && row->phase < fill->phases->len, FALSE);

      card = etp_fill_put_card (&fill->edit, fill->lanes->pdata[row->lane],
                                fill->phases->pdata[row->phase], row->title, error);
      if (card == NULL)
        return FALSE;
      g_ptr_array_add (fill->cards, card);
      if (row->until > row->phase && row->until < fill->phases->len
          && !stretch_card (&fill->edit, card, fill->phases->pdata[row->phase],
                            fill->phases->pdata[row->until], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_map (EtpFill *fill, GError **error)
{
  const EtpFillTable *table = fill->table;

  fill->phases = put_heads (fill, ETP_LIST_PHASES, table->phases, table->n_phases, error);
  if (fill->phases == NULL)
    return FALSE;
  fill->lanes = put_heads (fill, ETP_LIST_LANES, table->lanes, table->n_lanes, error);
  if (fill->lanes == NULL)
    return FALSE;
  return put_cards (fill, error) && etp_fill_put_results (fill, error)
         && etp_fill_put_steps (fill, error);
}

gboolean
etp_edit_fill_map (EtpJourney *journey, const EtpFillTable *table, GPtrArray *cards, GError **error)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  EtpFill fill = { .table = table, .cards = news };
  gboolean is_done;

  if (!check_heads (journey, ETP_LIST_PHASES, table->phases, table->n_phases, error)
      || !check_heads (journey, ETP_LIST_LANES, table->lanes, table->n_lanes, error)
      || (table->persona != NULL
          && !etp_edit_check_node (journey, table->persona, ETP_LIST_PERSONAS, error))
      || !etp_edit_begin (&fill.edit, journey, ETP_VERB_MAP_FILL, NULL, error))
    return FALSE;
  is_done = fill_map (&fill, error);
  g_clear_pointer (&fill.phases, g_ptr_array_unref);
  g_clear_pointer (&fill.lanes, g_ptr_array_unref);
  if (!is_done)
    return etp_edit_cancel (&fill.edit);
  if (!etp_edit_commit (&fill.edit, error))
    return FALSE;
  for (guint i = 0; cards != NULL && i < news->len; i++)
    g_ptr_array_add (cards, news->pdata[i]);
  return TRUE;
}
