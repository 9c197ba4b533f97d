/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-fill.h"

#include "etp-edit-private.h"
#include "etp-tables.h"

static void
init_text (EtpNode *node, guint field, const char *text)
{
  EtpDatum datum = etp_datum_text (&etp_node_record (node)->table->fields[field], text);

  etp_node_init_datum (node, field, &datum);
}

/* The phases or lanes, those that are there and new ones; NULL with an error. Borrowed nodes. */
static GPtrArray *
put_heads (EtpEdit *edit, EtpListKind list, const EtpFillHead *heads, guint n_heads, GError **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < n_heads; i++)
    {
      g_autoptr (EtpNode) node = NULL;

      if (heads[i].node != NULL)
        {
          g_ptr_array_add (nodes, heads[i].node);
          continue;
        }
      node = etp_node_new (list, NULL);
      init_text (node, list == ETP_LIST_PHASES ? (guint) ETP_PHASE_NAME : (guint) ETP_LANE_NAME,
                 heads[i].name);
      if (list == ETP_LIST_LANES)
        init_text (node, ETP_LANE_KIND, etp_lane_kind_words[heads[i].kind]);
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

static EtpNode *
put_card (EtpEdit *edit, EtpNode *lane, EtpNode *phase, const char *title, GError **error)
{
  g_autoptr (EtpNode) card = etp_node_new (ETP_LIST_CARDS, NULL);

  init_text (card, ETP_CARD_LANE, etp_node_get_id (lane));
  init_text (card, ETP_CARD_PHASE, etp_node_get_id (phase));
  init_text (card, ETP_CARD_TITLE, title);
  return etp_edit_put (edit, card, G_MAXUINT, error) ? card : NULL; /* the journey holds it */
}

static gboolean
fill_map (EtpEdit *edit, const EtpFillTable *fill, GPtrArray *cards, GError **error)
{
  g_autoptr (GPtrArray)
      phases = put_heads (edit, ETP_LIST_PHASES, fill->phases, fill->n_phases, error);
  g_autoptr (GPtrArray) lanes = NULL;

  if (phases == NULL)
    return FALSE;
  lanes = put_heads (edit, ETP_LIST_LANES, fill->lanes, fill->n_lanes, error);
  if (lanes == NULL)
    return FALSE;
  for (guint i = 0; i < fill->n_cards; i++)
    {
      const EtpFillCard *row = &fill->cards[i];
      EtpNode *card;

      g_return_val_if_fail (row->lane < lanes->len && row->phase < phases->len, FALSE);

      card = put_card (edit, lanes->pdata[row->lane], phases->pdata[row->phase], row->title, error);
      if (card == NULL)
        return FALSE;
      g_ptr_array_add (cards, card);
    }
  return TRUE;
}

gboolean
etp_edit_fill_map (EtpJourney *journey, const EtpFillTable *fill, GPtrArray *cards, GError **error)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  EtpEdit edit;

  if (!check_heads (journey, ETP_LIST_PHASES, fill->phases, fill->n_phases, error)
      || !check_heads (journey, ETP_LIST_LANES, fill->lanes, fill->n_lanes, error)
      || !etp_edit_begin (&edit, journey, ETP_VERB_MAP_FILL, NULL, error))
    return FALSE;
  if (!fill_map (&edit, fill, news, error))
    return etp_edit_cancel (&edit);
  if (!etp_edit_commit (&edit, error))
    return FALSE;
  for (guint i = 0; cards != NULL && i < news->len; i++)
    g_ptr_array_add (cards, news->pdata[i]);
  return TRUE;
}
