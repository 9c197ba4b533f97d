/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-edit-drop.h"
#include "etp-edit-private.h"
#include "etp-outline.h"
#include "etp-usage.h"

/* Groups as people make and dissolve them: the heading is a card of its own, so that it can have a
 * name and no note loses its wording for it. */

static gboolean
is_step (EtpJourney *journey, EtpNode *card)
{
  EtpNode *lane = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_LANE));

  return lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
         && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS;
}

static gboolean
check_notes (EtpJourney *journey, GPtrArray *cards, GError **error)
{
  for (guint i = 0; i < cards->len; i++)
    {
      if (!etp_edit_check_node (journey, cards->pdata[i], ETP_LIST_CARDS, error))
        return FALSE;
      if (is_step (journey, cards->pdata[i]))
        return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                                _ ("The steps of the journey cannot be grouped, only notes."));
    }
  if (cards->len == 0)
    return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED, _ ("Select notes to group them."));
  return TRUE;
}

/* The one card among them that heads a group; NULL if there is none, or several. */
static EtpNode *
find_only_head (EtpJourney *journey, GPtrArray *cards)
{
  g_autoptr (GHashTable) groups = etp_card_index_groups (journey);
  EtpNode *head = NULL;

  for (guint i = 0; i < cards->len; i++)
    {
      if (!g_hash_table_contains (groups, etp_node_get_id (cards->pdata[i])))
        continue;
      if (head != NULL)
        return NULL;
      head = cards->pdata[i];
    }
  return head;
}

/* A new card directly before the first, in its cell. It does not name what is not there. */
static EtpNode *
put_head (EtpEdit *edit, EtpNode *first, const char *title, GError **error)
{
  static const guint shared[] = { ETP_CARD_LANE, ETP_CARD_PHASE, ETP_CARD_STEP };
  EtpNodeList *list = etp_journey_get_list (edit->journey, ETP_LIST_CARDS);
  const EtpTable *table = etp_list_get_table (ETP_LIST_CARDS);
  g_autoptr (EtpNode) head = etp_node_new (ETP_LIST_CARDS, NULL);
  EtpDatum datum = etp_datum_text (&table->fields[ETP_CARD_TITLE], title);

  etp_node_init_datum (head, ETP_CARD_TITLE, &datum);
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      datum = etp_datum_text (&table->fields[shared[i]], etp_edit_get_place_id (first, shared[i]));
      etp_node_init_datum (head, shared[i], &datum);
    }
  return etp_edit_put (edit, head, etp_node_list_get_index (list, first), error) ? head : NULL;
}

static gboolean
gather (EtpEdit *edit, GPtrArray *cards, EtpNode *head, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) groups = NULL;

  if (!etp_edit_write_text (edit, head, ETP_CARD_CLUSTER, "", error))
    return FALSE;
  groups = etp_card_index_groups (edit->journey);
  for (guint i = 0; i < cards->len; i++)
    if (cards->pdata[i] != head
        && !etp_edit_join_cluster (edit, cards->pdata[i], head, groups, ids, error))
      return FALSE;
  etp_edit_tidy (edit, ids);
  return TRUE;
}

/* head: of the cards, or NULL: a new one. Returns it; NULL: the edit is cancelled. */
static EtpNode *
make_group (EtpEdit *edit, GPtrArray *cards, EtpNode *head, const char *title, GError **error)
{
  if (head == NULL)
    head = put_head (edit, cards->pdata[0], title, error);
  if (head != NULL && gather (edit, cards, head, error))
    return head;
  etp_edit_cancel (edit);
  return NULL;
}

EtpNode *
etp_edit_group_cards (EtpJourney *journey, GPtrArray *cards, const char *title, GError **error)
{
  EtpNode *head = NULL;
  EtpEdit edit;

  if (!check_notes (journey, cards, error)
      || !etp_edit_begin (&edit, journey, ETP_VERB_CARD_GROUP, NULL, error))
    return NULL;
  if (cards->len > 1)
    head = find_only_head (journey, cards);
  head = make_group (&edit, cards, head, title, error);
  return head != NULL && etp_edit_commit (&edit, error) ? head : NULL;
}

/* The place of a card in its cell, not counting those of `moved`; G_MAXUINT in the parking lot. */
static guint
find_index (EtpJourney *journey, EtpNode *card, GPtrArray *moved)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  const EtpPlace *own = etp_outline_find (outline, card);
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);
  const EtpPlace *const *places;
  guint n, index = 0;

  if (own == NULL)
    return G_MAXUINT;
  for (guint i = 0; i < moved->len; i++)
    g_hash_table_add (others, moved->pdata[i]);
  places = etp_outline_get_cell (outline, own->phase, own->lane, &n);
  for (guint i = 0; i < n && places[i]->card != card; i++)
    index += !g_hash_table_contains (others, places[i]->card);
  return index;
}

/* A heading with its notes goes to where a note lies, before it. */
static gboolean
bring_head (EtpEdit *edit, EtpNode *head, EtpNode *note, GError **error)
{
  EtpJourney *journey = edit->journey;
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (journey), note);
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;
  EtpNode *lane = NULL, *phase = NULL;

  if (place != NULL)
    {
      lane = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_LANES), place->lane);
      phase = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_PHASES), place->phase);
    }
  g_ptr_array_add (heads, head);
  all = etp_card_bring_groups (heads);
  for (guint i = 0; i < all->len; i++)
    if (all->pdata[i] != note
        && !etp_edit_write_text (edit, all->pdata[i], ETP_CARD_STEP,
                                 etp_edit_get_place_id (note, ETP_CARD_STEP), error))
      return FALSE;
  return etp_edit_place_cards (edit, all, lane, phase, find_index (journey, note, all), error);
}

EtpNode *
etp_edit_group_onto (
    EtpJourney *journey, EtpNode *note, GPtrArray *cards, const char *title, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  EtpNode *head;
  EtpEdit edit;

  g_ptr_array_add (all, note);
  for (guint i = 0; i < cards->len; i++)
    if (cards->pdata[i] != note)
      g_ptr_array_add (all, cards->pdata[i]);
  if (!check_notes (journey, all, error)
      || !etp_edit_begin (&edit, journey, ETP_VERB_CARD_GROUP, NULL, error))
    return NULL;
  head = all->len > 1 ? find_only_head (journey, all) : NULL;
  if (head != NULL && head != note && !bring_head (&edit, head, note, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  head = make_group (&edit, all, head, title, error);
  return head != NULL && etp_edit_commit (&edit, error) ? head : NULL;
}

/* TRUE if a heading says nothing but the title that it had from the start. */
static gboolean
is_bare (EtpNode *head, const char *title)
{
  const EtpRecord *record = etp_node_record (head);
  const char *own = etp_node_get_text (head, ETP_CARD_TITLE);

  if (own[0] != '\0' && strcmp (own, title) != 0)
    return FALSE;
  for (guint i = 0; i < record->table->n_fields; i++)
    if (i != ETP_CARD_TITLE && i != ETP_CARD_LANE && i != ETP_CARD_PHASE && i != ETP_CARD_STEP
        && !etp_record_is_default (record, i))
      return FALSE;
  return record->unknown == NULL || record->unknown->len == 0;
}

static gboolean
leave (EtpEdit *edit, EtpNode *card, GError **error)
{
  return etp_edit_write_text (edit, card, ETP_CARD_CLUSTER, "", error);
}

/* Of the headings those that something else names stay: a comment on it, or a link, would go too. */
static void
drop_unnamed (EtpEdit *edit, GPtrArray *heads)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) named = NULL;

  if (heads->len == 0)
    return;
  named = etp_usage_count (edit->journey);
  for (guint i = 0; i < heads->len; i++)
    if (!g_hash_table_contains (named, etp_node_get_id (heads->pdata[i])))
      g_hash_table_add (ids, (gpointer) etp_node_get_id (heads->pdata[i]));
  if (g_hash_table_size (ids) > 0)
    etp_edit_drop (edit, ids);
}

gboolean
etp_edit_ungroup_cards (EtpJourney *journey, GPtrArray *cards, const char *title, GError **error)
{
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) bare = g_ptr_array_new ();
  EtpEdit edit;

  for (guint i = 0; i < cards->len; i++)
    if (!etp_edit_check_node (journey, cards->pdata[i], ETP_LIST_CARDS, error))
      return FALSE;
  if (!etp_edit_begin (&edit, journey, ETP_VERB_CARD_UNGROUP, NULL, error))
    return FALSE;
  groups = etp_card_index_groups (journey);
  for (guint i = 0; i < cards->len; i++)
    {
      EtpNode *card = cards->pdata[i];
      GPtrArray *members = g_hash_table_lookup (groups, etp_node_get_id (card));

      for (guint j = 0; members != NULL && j < members->len; j++)
        if (!leave (&edit, members->pdata[j], error))
          return etp_edit_cancel (&edit);
      if (!leave (&edit, card, error))
        return etp_edit_cancel (&edit);
      if (members != NULL && is_bare (card, title))
        g_ptr_array_add (bare, card);
    }
  drop_unnamed (&edit, bare);
  return etp_edit_commit (&edit, error);
}
