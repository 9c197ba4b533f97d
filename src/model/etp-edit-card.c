/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-edit-drop.h"
#include "etp-edit-node.h"
#include "etp-edit-private.h"
#include "etp-outline.h"

/* How cards relate to each other: under a step, in a group, over several phases, in copies. */

static gboolean
check_cards (EtpJourney *journey, GPtrArray *cards, GError **error)
{
  for (guint i = 0; i < cards->len; i++)
    if (!etp_edit_check_node (journey, cards->pdata[i], ETP_LIST_CARDS, error))
      return FALSE;

  return TRUE;
}

static void
tidy_one (EtpEdit *edit, EtpNode *card)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (ids, (gpointer) etp_node_get_id (card));
  etp_edit_tidy (edit, ids);
}

static EtpNode *
find_phase (EtpJourney *journey, EtpNode *card)
{
  EtpNode *phase = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_PHASE));

  return phase != NULL && etp_node_get_list (phase) == ETP_LIST_PHASES ? phase : NULL;
}

static const char *
get_id_in (EtpNode *card, guint field, EtpListKind list)
{
  const char *id = etp_node_get_text (card, field);
  EtpNode *node = id[0] != '\0' ? etp_journey_get_node (etp_node_get_journey (card), id) : NULL;

  return node != NULL && etp_node_get_list (node) == list ? id : "";
}

const char *
etp_edit_get_place_id (EtpNode *card, guint field)
{
  const char *lane, *phase;

  if (field == ETP_CARD_STEP)
    return get_id_in (card, field, ETP_LIST_CARDS);
  lane = get_id_in (card, ETP_CARD_LANE, ETP_LIST_LANES);
  phase = get_id_in (card, ETP_CARD_PHASE, ETP_LIST_PHASES);
  if (lane[0] == '\0' || phase[0] == '\0')
    return "";
  return field == ETP_CARD_LANE ? lane : phase;
}

/* Into the cell of another card, or to the parking lot with it: who lies there already goes on naming
 * what is not there. */
static gboolean
follow_head (EtpEdit *edit, EtpNode *card, EtpNode *head, GError **error)
{
  const char *lane = etp_edit_get_place_id (head, ETP_CARD_LANE);
  const char *phase = etp_edit_get_place_id (head, ETP_CARD_PHASE);

  if (lane[0] == '\0' && *etp_edit_get_place_id (card, ETP_CARD_LANE) == '\0')
    return TRUE;
  return etp_edit_write_text (edit, card, ETP_CARD_LANE, lane, error)
         && etp_edit_write_text (edit, card, ETP_CARD_PHASE, phase, error);
}

EtpNode *
etp_edit_find_phase_in_sight (EtpJourney *journey, EtpNode *card)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (journey), card);

  for (guint i = place != NULL ? place->phase : 0; place != NULL && i <= place->until; i++)
    {
      EtpNode *phase = etp_node_list_get (phases, i);

      if (!etp_node_get_boolean (phase, ETP_PHASE_HIDDEN)
          && !etp_node_get_boolean (phase, ETP_PHASE_COLLAPSED))
        return phase;
    }
  return find_phase (journey, card);
}

gboolean
etp_edit_align_card (EtpJourney *journey, EtpNode *note, EtpNode *step, GError **error)
{
  const char *id = step != NULL ? etp_node_get_id (step) : "";
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  EtpEdit edit;

  if (!etp_edit_check_node (journey, note, ETP_LIST_CARDS, error)
      || (step != NULL && !etp_edit_check_node (journey, step, ETP_LIST_CARDS, error))
      || !etp_edit_begin (&edit, journey, ETP_VERB_CARD_ALIGN, NULL, error))
    return FALSE;

  g_ptr_array_add (notes, note);
  if (!etp_edit_write_text (&edit, note, ETP_CARD_STEP, id, error)
      || (step != NULL && !etp_edit_shift_spans (&edit, notes, find_phase (journey, step), error))
      || (step != NULL
          && !etp_edit_write_text (&edit, note, ETP_CARD_PHASE,
                                   etp_node_get_text (step, ETP_CARD_PHASE), error)))
    return etp_edit_cancel (&edit);

  tidy_one (&edit, note);
  if (step != NULL && etp_record_is_default (etp_node_record (note), ETP_CARD_STEP))
    {
      etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                       _ ("Only a note in a lane can stand under a step of the journey."));
      return etp_edit_cancel (&edit);
    }
  return etp_edit_commit (&edit, error);
}

/* Who followed a card that is now itself in a group follows the new head. */
static gboolean
hand_over_group (
    EtpEdit *edit, GPtrArray *followers, EtpNode *head, GPtrArray *members, GError **error)
{
  for (guint i = 0; i < followers->len; i++)
    {
      EtpNode *member = followers->pdata[i];

      if (member == head)
        continue;
      if (!etp_edit_write_text (edit, member, ETP_CARD_CLUSTER, etp_node_get_id (head), error))
        return FALSE;
      g_ptr_array_add (members, member);
    }

  return TRUE;
}

gboolean
etp_edit_join_cluster (EtpEdit *edit,
                       EtpNode *card,
                       EtpNode *head,
                       GHashTable *groups,
                       GHashTable *moved,
                       GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  GPtrArray *followers = g_hash_table_lookup (groups, etp_node_get_id (card));

  g_ptr_array_add (members, card);
  if ((followers != NULL && !hand_over_group (edit, followers, head, members, error))
      || !etp_edit_write_text (edit, card, ETP_CARD_CLUSTER, etp_node_get_id (head), error)
      || !etp_edit_shift_spans (edit, members, find_phase (edit->journey, head), error))
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      EtpNode *member = members->pdata[i];

      if (!follow_head (edit, member, head, error))
        return FALSE;
      g_hash_table_add (moved, (gpointer) etp_node_get_id (member));
    }

  return TRUE;
}

gboolean
etp_edit_cluster_cards (EtpJourney *journey, GPtrArray *cards, EtpNode *head, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) groups = NULL;
  EtpEdit edit;

  if (!check_cards (journey, cards, error)
      || (head != NULL && !etp_edit_check_node (journey, head, ETP_LIST_CARDS, error))
      || !etp_edit_begin (&edit, journey, ETP_VERB_CARD_CLUSTER, NULL, error))
    return FALSE;

  /* Groups do not nest: a head leaves its own group. */
  if (head != NULL && !etp_edit_write_text (&edit, head, ETP_CARD_CLUSTER, "", error))
    return etp_edit_cancel (&edit);
  groups = etp_card_index_groups (journey);
  for (guint i = 0; i < cards->len; i++)
    {
      EtpNode *card = cards->pdata[i];
      gboolean fine;

      if (card == head)
        continue;
      fine = head != NULL ? etp_edit_join_cluster (&edit, card, head, groups, ids, error)
                          : etp_edit_write_text (&edit, card, ETP_CARD_CLUSTER, "", error);
      if (!fine)
        return etp_edit_cancel (&edit);
    }

  etp_edit_tidy (&edit, ids);
  return etp_edit_commit (&edit, error);
}

/* until: NULL or the card's own phase: no span. */
static gboolean
check_span (EtpJourney *journey, EtpOutline *outline, EtpNode *card, EtpNode *until, GError **error)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  const EtpPlace *place;

  if (!etp_edit_check_node (journey, card, ETP_LIST_CARDS, error)
      || (until != NULL && !etp_edit_check_node (journey, until, ETP_LIST_PHASES, error)))
    return FALSE;
  place = etp_outline_find (outline, card);
  if (until != NULL && (place == NULL || etp_node_list_get_index (phases, until) < place->phase))
    return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                            _ ("A card ends in its own phase or in a later one."));
  return TRUE;
}

gboolean
etp_edit_extend_cards (EtpJourney *journey, GPtrArray *cards, GPtrArray *untils, GError **error)
{
  /* One for all: the first change makes it old, but where the cards begin stays as it is. */
  EtpOutline *outline = etp_journey_get_outline (journey);
  EtpEdit edit;

  g_return_val_if_fail (cards->len == untils->len, FALSE);

  for (guint i = 0; i < cards->len; i++)
    if (!check_span (journey, outline, cards->pdata[i], untils->pdata[i], error))
      return FALSE;
  if (!etp_edit_begin (&edit, journey, ETP_VERB_CARD_EXTEND, NULL, error))
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    {
      EtpNode *card = cards->pdata[i], *until = untils->pdata[i];
      const char *own = etp_node_get_text (card, ETP_CARD_PHASE);
      const char *id = until != NULL ? etp_node_get_id (until) : "";

      if (!etp_edit_write_text (&edit, card, ETP_CARD_UNTIL, strcmp (id, own) != 0 ? id : "",
                                error))
        return etp_edit_cancel (&edit);
    }
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_extend_card (EtpJourney *journey, EtpNode *card, EtpNode *until, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GPtrArray) untils = g_ptr_array_new ();

  g_ptr_array_add (cards, card);
  g_ptr_array_add (untils, until);
  return etp_edit_extend_cards (journey, cards, untils, error);
}

/* Copies that named an original of the same set name its copy. */
static gboolean
redirect (EtpEdit *edit, EtpNode *copy, guint field, GHashTable *copies, GError **error)
{
  EtpNode *other = g_hash_table_lookup (copies, etp_node_get_text (copy, field));

  return other == NULL || etp_edit_write_text (edit, copy, field, etp_node_get_id (other), error);
}

gboolean
etp_edit_put_copies (EtpEdit *edit, GPtrArray *cards, GHashTable *copies, GError **error)
{
  EtpNodeList *list = etp_journey_get_list (edit->journey, ETP_LIST_CARDS);

  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (EtpNode) copy = etp_node_copy (cards->pdata[i]);
      EtpDatum none = { 0 };

      etp_node_init_datum (copy, ETP_CARD_VOTES, &none);
      if (!etp_edit_put_copy (edit, copy, cards->pdata[i],
                              etp_node_list_get_index (list, cards->pdata[i]) + 1, error))
        return FALSE;
      g_hash_table_insert (copies, (gpointer) etp_node_get_id (cards->pdata[i]), copy);
    }

  for (guint i = 0; i < cards->len; i++)
    {
      EtpNode *copy = g_hash_table_lookup (copies, etp_node_get_id (cards->pdata[i]));

      if (!redirect (edit, copy, ETP_CARD_STEP, copies, error)
          || !redirect (edit, copy, ETP_CARD_CLUSTER, copies, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
etp_edit_duplicate_cards (EtpJourney *journey,
                          GPtrArray *cards,
                          GPtrArray *new_cards,
                          GError **error)
{
  g_autoptr (GHashTable) copies = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = NULL;
  EtpEdit edit;

  if (!check_cards (journey, cards, error)
      || !etp_edit_begin (&edit, journey, ETP_VERB_CARD_DUPLICATE, NULL, error))
    return FALSE;
  all = etp_card_bring_groups (cards);
  if (!etp_edit_put_copies (&edit, all, copies, error))
    return etp_edit_cancel (&edit);
  if (!etp_edit_commit (&edit, error))
    return FALSE;

  for (guint i = 0; new_cards != NULL && i < cards->len; i++)
    g_ptr_array_add (new_cards, g_hash_table_lookup (copies, etp_node_get_id (cards->pdata[i])));
  return TRUE;
}
