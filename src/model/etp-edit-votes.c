/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-votes.h"

#include <glib/gi18n-lib.h>

#include "etp-edit-drop.h"
#include "etp-edit-private.h"
#include "etp-outline.h"

static guint
get_votes_field (EtpNode *node)
{
  return etp_node_get_list (node) == ETP_LIST_MEASURES ? (guint) ETP_MEASURE_VOTES
                                                       : (guint) ETP_CARD_VOTES;
}

guint
etp_votes_count (EtpNode *node)
{
  const guint field = get_votes_field (node);
  gint64 count = 0;

  for (guint i = 0; i < etp_node_get_length (node, field); i++)
    count += CLAMP (etp_value_get_integer (etp_node_get_value_at (node, field, i), ETP_VOTE_COUNT),
                    0, G_MAXINT32);
  return (guint) MIN (count, G_MAXINT32);
}

guint
etp_votes_count_in_round (EtpNode *node, EtpNode *round)
{
  const guint field = get_votes_field (node);
  const int index = round != NULL ? etp_values_find (etp_node_record (node), field, ETP_VOTE_ROUND,
                                                     etp_node_get_id (round))
                                  : -1;

  if (index < 0)
    return 0;
  return (guint) CLAMP (
      etp_value_get_integer (etp_node_get_value_at (node, field, (guint) index), ETP_VOTE_COUNT), 0,
      G_MAXUINT);
}

EtpNode *
etp_votes_get_round (EtpJourney *journey)
{
  EtpNodeList *rounds = etp_journey_get_list (journey, ETP_LIST_VOTE_ROUNDS);

  for (guint i = etp_node_list_get_length (rounds); i-- > 0;)
    if (!etp_node_get_boolean (etp_node_list_get (rounds, i), ETP_VOTE_ROUND_CLOSED))
      return etp_node_list_get (rounds, i);
  return NULL;
}

char *
etp_votes_dup_next_title (EtpJourney *journey)
{
  const guint n = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_VOTE_ROUNDS));

  if (etp_votes_get_round (journey) != NULL)
    return NULL;
  /* Translators: the name of a round of votes; %u is its number. */
  return n > 0 ? g_strdup_printf (_ ("Round %u"), n + 1)
               /* Translators: what a round of votes is called that nobody gave a name. */
               : g_strdup (_ ("Votes"));
}

static EtpNode *
put_round (EtpEdit *edit, const char *title, GError **error)
{
  g_autoptr (EtpNode) round = etp_node_new (ETP_LIST_VOTE_ROUNDS, NULL);
  EtpDatum datum = etp_datum_text (&etp_node_record (round)->table->fields[ETP_VOTE_ROUND_TITLE],
                                   title != NULL ? title : "");

  etp_node_init_datum (round, ETP_VOTE_ROUND_TITLE, &datum);
  return etp_edit_put (edit, round, G_MAXUINT, error) ? round : NULL;
}

static gboolean
write_votes (EtpEdit *edit, EtpNode *node, EtpNode *round, guint count, GError **error)
{
  const guint field = get_votes_field (node);
  const EtpRecord *record = etp_node_record (node);
  const char *id = etp_node_get_id (round);
  const int index = etp_values_find (record, field, ETP_VOTE_ROUND, id);
  EtpDatum datum = etp_datum_integer (count);

  if (count == 0)
    datum = etp_values_replace (record, field, index, NULL);
  else
    datum = etp_values_replace (
        record, field, index,
        etp_values_make (record, field, ETP_VOTE_ROUND, id, ETP_VOTE_COUNT, &datum));
  return etp_edit_write (edit, node, field, &datum, error);
}

static gboolean
check_nodes (EtpJourney *journey, GPtrArray *nodes, GError **error)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      EtpNode *node = g_ptr_array_index (nodes, i);

      g_return_val_if_fail (etp_node_get_list (node) == ETP_LIST_CARDS
                                || etp_node_get_list (node) == ETP_LIST_MEASURES,
                            FALSE);
      if (!etp_edit_check_node (journey, node, ETP_N_LISTS, error))
        return FALSE;
    }
  return TRUE;
}

/* round: in, the one that is meant or NULL; out, the one that is voted in, NULL: there is none yet. */
static gboolean
find_round (EtpJourney *journey, GPtrArray *nodes, EtpNode **round, GError **error)
{
  if (!check_nodes (journey, nodes, error)
      || (*round != NULL && !etp_edit_check_node (journey, *round, ETP_LIST_VOTE_ROUNDS, error)))
    return FALSE;
  if (*round == NULL)
    *round = etp_votes_get_round (journey);
  if (*round != NULL && etp_node_get_boolean (*round, ETP_VOTE_ROUND_CLOSED))
    return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED, _ ("This round of votes is closed."));
  return TRUE;
}

/* Votes of this round (NULL: there is none) can be taken back from one of the nodes at least, or there
 * are none at all, so that nothing is expected to happen. */
static gboolean
check_take_back (GPtrArray *nodes, EtpNode *round, GError **error)
{
  gboolean has_votes = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    {
      if (etp_votes_count_in_round (nodes->pdata[i], round) > 0)
        return TRUE;
      has_votes |= etp_votes_count (nodes->pdata[i]) > 0;
    }
  return !has_votes
         || etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                             _ ("These votes are of another round and cannot be taken back."));
}

gboolean
etp_edit_vote (EtpJourney *journey,
               GPtrArray *nodes,
               EtpNode *round,
               const char *title,
               int delta,
               GError **error)
{
  EtpEdit edit;

  if (!find_round (journey, nodes, &round, error)
      || (delta < 0 && !check_take_back (nodes, round, error)))
    return FALSE;
  if (round == NULL && delta <= 0)
    return TRUE; /* there are no votes to be taken away */
  if (!etp_edit_begin (&edit, journey, ETP_VERB_CARD_VOTE, NULL, error))
    return FALSE;

  if (round == NULL && (round = put_round (&edit, title, error)) == NULL)
    return etp_edit_cancel (&edit);
  for (guint i = 0; i < nodes->len; i++)
    {
      const gint64 count = (gint64) etp_votes_count_in_round (nodes->pdata[i], round) + delta;

      if (!write_votes (&edit, nodes->pdata[i], round, (guint) CLAMP (count, 0, G_MAXUINT), error))
        return etp_edit_cancel (&edit);
    }
  return etp_edit_commit (&edit, error);
}

gboolean
etp_edit_set_votes (EtpJourney *journey,
                    GPtrArray *nodes,
                    EtpNode *round,
                    const char *title,
                    guint count,
                    GError **error)
{
  EtpEdit edit;

  if (!find_round (journey, nodes, &round, error)
      || (count == 0 && !check_take_back (nodes, round, error)))
    return FALSE;
  if (round == NULL && count == 0)
    return TRUE; /* no votes are no reason to begin a round */
  if (!etp_edit_begin (&edit, journey, ETP_VERB_VOTES_SET, NULL, error))
    return FALSE;

  if (round == NULL && (round = put_round (&edit, title, error)) == NULL)
    return etp_edit_cancel (&edit);
  for (guint i = 0; i < nodes->len; i++)
    if (!write_votes (&edit, g_ptr_array_index (nodes, i), round, count, error))
      return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

/* FALSE: failed; *n: how many there were. */
static gboolean
close_rounds (EtpEdit *edit, guint *n, GError **error)
{
  EtpNode *round;

  for (*n = 0; (round = etp_votes_get_round (edit->journey)) != NULL; (*n)++)
    {
      EtpDatum closed = etp_datum_boolean (TRUE);

      if (!etp_edit_write (edit, round, ETP_VOTE_ROUND_CLOSED, &closed, error))
        return FALSE;
    }
  return TRUE;
}

EtpNode *
etp_edit_begin_votes (EtpJourney *journey, const char *title, GError **error)
{
  EtpNode *round;
  EtpEdit edit;
  guint n;

  if (!etp_edit_begin (&edit, journey, ETP_VERB_VOTES_BEGIN, NULL, error))
    return NULL;
  if (!close_rounds (&edit, &n, error) || (round = put_round (&edit, title, error)) == NULL)
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? round : NULL;
}

gboolean
etp_edit_close_votes (EtpJourney *journey, GError **error)
{
  EtpEdit edit;
  guint n;

  if (etp_votes_get_round (journey) == NULL)
    return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED, _ ("No round of votes is open."));
  if (!etp_edit_begin (&edit, journey, ETP_VERB_VOTES_CLOSE, NULL, error))
    return FALSE;
  if (!close_rounds (&edit, &n, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

/* What is sorted: under each step by itself, as cells are drawn, stable by votes, then by its place until
 * now. */
typedef struct
{
  EtpNode *node;
  guint64 step; /* of its group; notes under none are the last */
  guint64 votes; /* of its group */
  guint group; /* place of the group's head, which keeps its members together */
  guint place; /* in the list */
  guint drawn; /* place as it is seen */
} Entry;

static int
compare_drawn (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->step != other->step)
    return one->step < other->step ? -1 : 1;
  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  if ((one->place == one->group) != (other->place == other->group))
    return one->place == one->group ? -1 : 1;
  return one->place < other->place ? -1 : one->place > other->place;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->step == other->step && one->votes != other->votes)
    return one->votes < other->votes ? 1 : -1;
  return compare_drawn (a, b);
}

static guint64
get_step (EtpNode *node)
{
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (etp_node_get_journey (node)),
                                            node);

  return place != NULL && place->step_phase > 0
             ? (guint64) place->step_phase << 32 | place->step_index
             : G_MAXUINT64;
}

static GArray *
list_entries (GPtrArray *nodes)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autofree guint64 *votes = g_new0 (guint64, nodes->len + 1);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_insert (places, nodes->pdata[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < nodes->len; i++)
    {
      EtpNode *node = nodes->pdata[i];
      EtpNode *head = etp_node_get_list (node) == ETP_LIST_CARDS ? etp_card_get_heading (node)
                                                                 : NULL;
      const guint group = head != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (places, head)) : i;
      const Entry entry = {
        .node = node, .step = get_step (nodes->pdata[group]), .group = group, .place = i
      };

      votes[group] += etp_votes_count (node);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_drawn);
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      entry->votes = votes[entry->group];
      entry->drawn = i;
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* The nodes come to stand one behind the other from where the first of them stood; all others keep
 * their order. TRUE: there was something to do. *is_held becomes TRUE where steps stand in the way of the
 * order of votes. */
static gboolean
sort_nodes (EtpJourney *journey, GPtrArray *nodes, gboolean *is_held)
{
  g_autoptr (GArray) entries = list_entries (nodes);
  EtpNodeList *list;
  gboolean is_sorted = TRUE;
  guint last;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      is_sorted = is_sorted && entry->drawn == i;
      *is_held = *is_held || (i > 0 && entry[-1].votes < entry->votes);
    }
  if (is_sorted)
    return FALSE;

  list = etp_journey_get_list (journey, etp_node_get_list (nodes->pdata[0]));
  last = etp_node_list_get_index (list, nodes->pdata[0]);
  for (guint i = 0; i < entries->len; i++)
    {
      EtpNode *node = g_array_index (entries, Entry, i).node;
      const guint from = etp_node_list_get_index (list, node);

      if (i > 0)
        last = etp_node_list_get_index (list, g_array_index (entries, Entry, i - 1).node) + 1;
      if (from < last)
        last--; /* the node itself leaves its place */
      if (from != last)
        etp_change_move (journey, node, last);
    }
  return TRUE;
}

static gboolean
sort_measures (EtpJourney *journey, gboolean *is_held)
{
  EtpNodeList *list = etp_journey_get_list (journey, ETP_LIST_MEASURES);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (list, i)) != NULL; i++)
    g_ptr_array_add (nodes, node);
  return nodes->len > 0 && sort_nodes (journey, nodes, is_held);
}

static gboolean
sort_cell (EtpJourney *journey, guint phase, guint lane, gboolean *is_held)
{
  guint n = 0;
  const EtpPlace *const *places = etp_outline_get_cell (etp_journey_get_outline (journey), phase,
                                                        lane, &n);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (nodes, places[i]->card);
  return nodes->len > 0 && sort_nodes (journey, nodes, is_held);
}

gboolean
etp_edit_sort_lane_by_votes (EtpJourney *journey, EtpNode *lane, GError **error)
{
  gboolean is_changed = FALSE, is_held = FALSE;
  guint index;
  int kind;
  EtpEdit edit;

  if (!etp_edit_check_node (journey, lane, ETP_LIST_LANES, error))
    return FALSE;
  kind = etp_node_get_enum (lane, ETP_LANE_KIND);
  if (kind == ETP_LANE_KIND_TOUCHPOINTS)
    return etp_edit_refuse (
        error, ETP_MODEL_ERROR_REFUSED,
        _ ("Steps keep the order of the journey and cannot be sorted by votes."));
  if (!etp_edit_begin (&edit, journey, ETP_VERB_LANE_SORT_BY_VOTES, NULL, error))
    return FALSE;

  index = etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_LANES), lane);
  if (kind == ETP_LANE_KIND_MEASURES)
    is_changed = sort_measures (journey, &is_held);
  else
    for (guint i = 0; i < etp_outline_get_n_phases (etp_journey_get_outline (journey)); i++)
      is_changed = sort_cell (journey, i, index, &is_held) || is_changed;
  if (!is_changed)
    {
      etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                       is_held ? _ ("Notes under steps keep the order of the steps.")
                               : _ ("The lane is in the order of its votes already."));
      return etp_edit_cancel (&edit);
    }
  return etp_edit_commit (&edit, error);
}
