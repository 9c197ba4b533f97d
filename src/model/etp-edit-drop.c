/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-drop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-edit-private.h"
#include "etp-outline.h"

/* Cards that are put somewhere by hand. What belongs to a card is brought along before anything is
 * moved, so that the order among all of them is the one that was seen. */

/* Whether a card that names another one as its heading gathers under it: as both are drawn, or in the
 * parking lot, where a group stays together until it is put onto the map. */
static gboolean
is_in_group (EtpNode *card, EtpNode *heading)
{
  EtpOutline *outline;

  if (etp_card_get_heading (card) == heading)
    return TRUE;
  outline = etp_journey_get_outline (etp_node_get_journey (card));
  return heading != card && etp_node_get_list (heading) == ETP_LIST_CARDS
         && etp_node_get_text (heading, ETP_CARD_CLUSTER)[0] == '\0'
         && etp_outline_find (outline, card) == NULL && etp_outline_find (outline, heading) == NULL;
}

static gboolean
check_place (EtpJourney *journey, GPtrArray *cards, const EtpCardPlace *place, GError **error)
{
  for (guint i = 0; i < cards->len; i++)
    if (!etp_edit_check_node (journey, cards->pdata[i], ETP_LIST_CARDS, error))
      return FALSE;
  return etp_edit_check_cell (journey, place->lane, place->phase, error)
         && (place->head == NULL
             || etp_edit_check_node (journey, place->head, ETP_LIST_CARDS, error))
         && (place->step == NULL
             || etp_edit_check_node (journey, place->step, ETP_LIST_CARDS, error));
}

EtpNode *
etp_card_get_heading (EtpNode *card)
{
  EtpJourney *journey = etp_node_get_journey (card);
  const char *id = etp_node_get_text (card, ETP_CARD_CLUSTER);
  EtpNode *heading = journey != NULL && id[0] != '\0' ? etp_journey_get_node (journey, id) : NULL;
  const EtpPlace *place, *own;

  if (heading == NULL || heading == card || etp_node_get_list (heading) != ETP_LIST_CARDS
      || etp_node_get_text (heading, ETP_CARD_CLUSTER)[0] != '\0')
    return NULL;
  own = etp_outline_find (etp_journey_get_outline (journey), card);
  place = etp_outline_find (etp_journey_get_outline (journey), heading);
  if (own == NULL || place == NULL || place->phase != own->phase || place->lane != own->lane
      || (own->step_phase > 0 && own->step == G_MAXUINT))
    return NULL;
  return heading;
}

GHashTable *
etp_card_index_groups (EtpJourney *journey)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    {
      const char *id = etp_node_get_text (card, ETP_CARD_CLUSTER);
      EtpNode *heading = id[0] != '\0' ? etp_journey_get_node (journey, id) : NULL;
      GPtrArray *members;

      if (heading == NULL || !is_in_group (card, heading))
        continue;
      members = g_hash_table_lookup (groups, id);
      if (members == NULL)
        g_hash_table_insert (groups, g_strdup (id), members = g_ptr_array_new ());
      g_ptr_array_add (members, card);
    }
  return groups;
}

gboolean
etp_cards_have_group (GPtrArray *nodes)
{
  EtpJourney *journey = nodes->len > 0 ? etp_node_get_journey (nodes->pdata[0]) : NULL;
  g_autoptr (GHashTable) groups = journey != NULL ? etp_card_index_groups (journey) : NULL;

  for (guint i = 0; groups != NULL && i < nodes->len; i++)
    if (etp_node_get_list (nodes->pdata[i]) == ETP_LIST_CARDS
        && (etp_node_get_text (nodes->pdata[i], ETP_CARD_CLUSTER)[0] != '\0'
            || g_hash_table_contains (groups, etp_node_get_id (nodes->pdata[i]))))
      return TRUE;
  return FALSE;
}

GPtrArray *
etp_card_bring_groups (GPtrArray *nodes)
{
  EtpJourney *journey = nodes->len > 0 ? etp_node_get_journey (nodes->pdata[0]) : NULL;
  g_autoptr (GHashTable) groups = journey != NULL ? etp_card_index_groups (journey) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_add (seen, nodes->pdata[i]);
  for (guint i = 0; i < nodes->len; i++)
    {
      EtpNode *node = nodes->pdata[i];
      const gboolean may_head = groups != NULL && etp_node_get_list (node) == ETP_LIST_CARDS;
      GPtrArray *members = may_head ? g_hash_table_lookup (groups, etp_node_get_id (node)) : NULL;

      g_ptr_array_add (all, node);
      for (guint j = 0; members != NULL && j < members->len; j++)
        if (g_hash_table_add (seen, members->pdata[j]))
          g_ptr_array_add (all, members->pdata[j]);
    }
  return all;
}

/* Into the group of the place; else out of a group whose heading is not moved too. */
static gboolean
set_groups (EtpEdit *edit, GPtrArray *cards, const EtpCardPlace *place, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (ids, (gpointer) etp_node_get_id (cards->pdata[i]));
  for (guint i = 0; i < cards->len; i++)
    {
      EtpNode *card = cards->pdata[i];
      const char *old = etp_node_get_text (card, ETP_CARD_CLUSTER);
      const char *id = "";

      if (place->head != NULL && card != place->head)
        id = etp_node_get_id (place->head);
      else if (old[0] != '\0' && g_hash_table_contains (ids, old))
        continue;
      if (!etp_edit_write_text (edit, card, ETP_CARD_CLUSTER, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_steps (EtpEdit *edit, GPtrArray *cards, const EtpCardPlace *place, GError **error)
{
  if (place->step == NULL)
    return TRUE;
  for (guint i = 0; i < cards->len; i++)
    if (cards->pdata[i] != place->step
        && !etp_edit_write_text (edit, cards->pdata[i], ETP_CARD_STEP,
                                 etp_node_get_id (place->step), error))
      return FALSE;
  return TRUE;
}

static gboolean
put (EtpEdit *edit, GPtrArray *cards, const EtpCardPlace *place, GError **error)
{
  return set_groups (edit, cards, place, error) && set_steps (edit, cards, place, error)
         && etp_edit_place_cards (edit, cards, place->lane, place->phase, place->index, error);
}

char *
etp_edit_dup_move_title (guint n_cards)
{
  return n_cards == 1
             ? g_strdup (_ ("Move Card"))
             /* Translators: what undo is called; %u is the number of cards that were moved. */
             : g_strdup_printf (ngettext ("Move %u Card", "Move %u Cards", n_cards), n_cards);
}

gboolean
etp_edit_drop_cards (EtpJourney *journey,
                     GPtrArray *cards,
                     const EtpCardPlace *place,
                     GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *title = NULL;
  EtpEdit edit;

  if (!check_place (journey, cards, place, error))
    return FALSE;
  title = etp_edit_dup_move_title (cards->len);
  if (!etp_edit_begin_titled (&edit, journey, title, NULL, error))
    return FALSE;
  all = etp_card_bring_groups (cards);
  if (!put (&edit, all, place, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_copy_cards (EtpJourney *journey,
                     GPtrArray *cards,
                     const EtpCardPlace *place,
                     GPtrArray *copies,
                     GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  g_autofree char *title = NULL;
  EtpEdit edit;

  if (!check_place (journey, cards, place, error))
    return FALSE;
  title = cards->len == 1
              ? g_strdup (_ ("Copy Card"))
              /* Translators: what undo is called; %u is the number of cards that were copied. */
              : g_strdup_printf (ngettext ("Copy %u Card", "Copy %u Cards", cards->len),
                                 cards->len);
  if (!etp_edit_begin_titled (&edit, journey, title, NULL, error))
    return FALSE;
  all = etp_card_bring_groups (cards);
  if (!etp_edit_put_copies (&edit, all, by_id, error))
    return etp_edit_cancel (&edit);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (news, g_hash_table_lookup (by_id, etp_node_get_id (all->pdata[i])));
  if (!put (&edit, news, place, error))
    return etp_edit_cancel (&edit);
  for (guint i = 0; copies != NULL && i < cards->len; i++)
    g_ptr_array_add (copies, g_hash_table_lookup (by_id, etp_node_get_id (cards->pdata[i])));
  return etp_edit_commit (&edit, error);
}
