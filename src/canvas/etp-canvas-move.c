/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include "model/etp-edit-drop.h"
#include "model/etp-edit-map.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"

/* Alt and arrows. Up and down move cards within their cell and then into the next lane that holds
 * cards; left and right into the next phase, past what is hidden. Heads move in their list.
 *
 * A cell is drawn in runs: notes under one step, then those under the next, those under none last, and
 * the notes of a group within that. In the file the runs may be mixed, so a card passes the next one of
 * its own run: any other would move nothing that can be seen. */

typedef struct
{
  guint phase, lane;
  EtpNode *heading, *step; /* borrowed; of a run; NULL: none, or these are not of one run */
  GPtrArray *cards; /* borrowed, in the order of the cell */
} CardGroup;

static EtpNodeList *
get_list (EtpCanvas *self, EtpListKind kind)
{
  return etp_journey_get_list (self->journey, kind);
}

guint
etp_canvas_find_neighbour (
    EtpCanvas *self, EtpListKind kind, guint from, int step, gboolean for_cards)
{
  EtpNodeList *list = get_list (self, kind);
  EtpNode *node;

  for (guint i = from + (guint) step; (node = etp_node_list_get (list, i)) != NULL;
       i += (guint) step)
    {
      if (kind == ETP_LIST_PHASES && !etp_node_get_boolean (node, ETP_PHASE_HIDDEN)
          && (!for_cards || !etp_node_get_boolean (node, ETP_PHASE_COLLAPSED)))
        return i;
      if (kind == ETP_LIST_LANES && !etp_node_get_boolean (node, ETP_LANE_HIDDEN)
          && (!for_cards
              || (etp_lane_kind_shows_cards (etp_node_get_enum (node, ETP_LANE_KIND))
                  && !etp_node_get_boolean (node, ETP_LANE_COLLAPSED))))
        return i;
    }
  return G_MAXUINT;
}

static void
free_group (gpointer data)
{
  CardGroup *group = data;

  g_ptr_array_unref (group->cards);
  g_free (group);
}

/* The selected cards, each heading with those that it gathers, as the pointer takes them. */
static GPtrArray *
dup_moved_cards (EtpCanvas *self)
{
  g_autoptr (GPtrArray) selected = etp_canvas_dup_selected_nodes (self);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  for (guint i = 0; i < selected->len; i++)
    if (etp_node_get_list (selected->pdata[i]) == ETP_LIST_CARDS)
      g_ptr_array_add (cards, selected->pdata[i]);
  return etp_card_bring_groups (cards);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer list)
{
  const guint i = etp_node_list_get_index (list, *(EtpNode *const *) a);
  const guint j = etp_node_list_get_index (list, *(EtpNode *const *) b);

  return i < j ? -1 : i > j;
}

/* The moved cards by the cells in which they lie. Those of a cell come one after the other, so its group
 * is looked for from the last one on. */
static GPtrArray *
group_cards (EtpCanvas *self)
{
  g_autoptr (GPtrArray) cards = dup_moved_cards (self);
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);

  for (guint i = 0; i < cards->len; i++)
    {
      const EtpPlace *place = etp_outline_find (outline, cards->pdata[i]);
      CardGroup *group = NULL;

      if (place == NULL)
        continue;
      for (guint j = groups->len; j > 0 && group == NULL; j--)
        {
          CardGroup *other = g_ptr_array_index (groups, j - 1);

          if (other->phase == place->phase && other->lane == place->lane)
            group = other;
        }
      if (group == NULL)
        {
          group = g_new0 (CardGroup, 1);
          *group = (CardGroup){ place->phase, place->lane, NULL, NULL, g_ptr_array_new () };
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->cards, cards->pdata[i]);
    }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_sort_with_data (((CardGroup *) groups->pdata[i])->cards, compare_places,
                                get_list (self, ETP_LIST_CARDS));
  return groups;
}

static GHashTable *
new_set (const GPtrArray *cards)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (set, cards->pdata[i]);
  return set;
}

/* The card goes on in a phase that is shown, so it is drawn across and not as a heading. */
static gboolean
is_across (EtpCanvas *self, const EtpPlace *place)
{
  for (guint i = place->phase + 1; i <= place->until; i++)
    if (!etp_node_get_boolean (etp_node_list_get (get_list (self, ETP_LIST_PHASES), i),
                               ETP_PHASE_HIDDEN))
      return TRUE;
  return FALSE;
}

/* The run of a card. */
static void
find_run (EtpCanvas *self, EtpNode *card, EtpNode **heading, EtpNode **step)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  const EtpPlace *place = etp_outline_find (outline, card);

  *heading = etp_card_get_heading (card);
  if (*heading != NULL && is_across (self, etp_outline_find (outline, *heading)))
    *heading = NULL;
  *step = place->step != G_MAXUINT ? etp_outline_get_place (outline, place->step)->card : NULL;
}

static gboolean
is_in_run (EtpCanvas *self, const CardGroup *run, EtpNode *card)
{
  EtpNode *heading, *step;

  find_run (self, card, &heading, &step);
  return heading == run->heading && step == run->step;
}

/* The run's moved cards; notes whose heading is moved are in its run. */
static GPtrArray *
split_runs (EtpCanvas *self, const CardGroup *group)
{
  g_autoptr (GHashTable) moved = new_set (group->cards);
  GPtrArray *runs = g_ptr_array_new_with_free_func (free_group);

  for (guint i = 0; i < group->cards->len; i++)
    {
      EtpNode *card = group->cards->pdata[i], *heading, *step;
      CardGroup *run = NULL;

      find_run (self, card, &heading, &step);
      if (heading != NULL && g_hash_table_contains (moved, heading))
        find_run (self, heading, &heading, &step);
      for (guint j = runs->len; j > 0 && run == NULL; j--)
        {
          CardGroup *other = g_ptr_array_index (runs, j - 1);

          if (other->heading == heading && other->step == step)
            run = other;
        }
      if (run == NULL)
        {
          run = g_new0 (CardGroup, 1);
          *run = (CardGroup){ group->phase, group->lane, heading, step, g_ptr_array_new () };
          g_ptr_array_add (runs, run);
        }
      g_ptr_array_add (run->cards, card);
    }
  return runs;
}

/* Where the moved cards of a run go within it: the index among the cell's cards that are not in moved;
 * FALSE at its end. */
static gboolean
find_index (EtpCanvas *self, const CardGroup *run, int step, GHashTable *moved, guint *index)
{
  guint n = 0, n_others = 0, before = G_MAXUINT, after = G_MAXUINT;
  gboolean is_behind = FALSE; /* the first of those that are moved */
  const EtpPlace *const *places = etp_outline_get_cell (etp_journey_get_outline (self->journey),
                                                        run->phase, run->lane, &n);

  for (guint i = 0; i < n; i++)
    {
      const gboolean is_moved = g_hash_table_contains (moved, places[i]->card);

      if (is_in_run (self, run, places[i]->card))
        {
          if (is_moved)
            {
              is_behind = TRUE;
              after = G_MAXUINT;
            }
          else if (!is_behind)
            before = n_others;
          else if (after == G_MAXUINT)
            after = n_others;
        }
      n_others += !is_moved;
    }
  *index = step < 0 ? before : after + 1;
  return (step < 0 ? before : after) != G_MAXUINT;
}

static void
clear_move (gpointer data)
{
  g_ptr_array_unref (((EtpCardMove *) data)->cards);
}

/* The cards of a group or run come into a cell, which may be their own. */
static void
add_move (EtpCanvas *self, GPtrArray *cards, guint lane, guint phase, guint index, GArray *moves)
{
  const EtpCardMove move = { g_ptr_array_ref (cards),
                             etp_node_list_get (get_list (self, ETP_LIST_LANES), lane),
                             etp_node_list_get (get_list (self, ETP_LIST_PHASES), phase), index };

  g_array_append_val (moves, move);
}

/* Each run moves by itself, if it can; the number of cards that do. */
static guint
add_moves_within (EtpCanvas *self, GPtrArray *runs, int step, GArray *moves)
{
  g_autoptr (GPtrArray) moving = g_ptr_array_new ();
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  guint index;

  for (guint i = 0; i < runs->len; i++)
    {
      const CardGroup *run = runs->pdata[i];
      g_autoptr (GHashTable) own = new_set (run->cards);

      if (!find_index (self, run, step, own, &index))
        continue;
      g_ptr_array_add (moving, runs->pdata[i]);
      for (guint j = 0; j < run->cards->len; j++)
        g_hash_table_add (moved, run->cards->pdata[j]);
    }
  for (guint i = 0; i < moving->len; i++)
    {
      const CardGroup *run = moving->pdata[i];

      find_index (self, run, step, moved, &index);
      add_move (self, run->cards, run->lane, run->phase, index, moves);
    }
  return g_hash_table_size (moved);
}

/* Those that may leave the cell: notes whose heading stays do not leave it in this way. */
static GPtrArray *
list_leaving (EtpCanvas *self, GPtrArray *runs)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < runs->len; i++)
    {
      const CardGroup *run = runs->pdata[i];

      if (run->heading == NULL)
        g_ptr_array_extend (cards, run->cards, NULL, NULL);
    }
  g_ptr_array_sort_with_data (cards, compare_places, get_list (self, ETP_LIST_CARDS));
  return cards;
}

/* Adds how the cards of a cell move; nothing where they have nowhere to go. Only where none can move
 * within the cell do they leave it. */
static void
add_moves (EtpCanvas *self, const CardGroup *group, EtpGo direction, GArray *moves)
{
  const int step = direction == ETP_GO_LEFT || direction == ETP_GO_UP ? -1 : 1;
  const gboolean is_sideways = direction == ETP_GO_LEFT || direction == ETP_GO_RIGHT;
  EtpNode *lane_node = etp_node_list_get (get_list (self, ETP_LIST_LANES), group->lane);
  const gboolean is_row = etp_node_get_enum (ETP_NODE (self->journey), ETP_JOURNEY_ARRANGEMENT)
                              == ETP_ARRANGEMENT_SIDE_BY_SIDE
                          && etp_node_get_enum (lane_node, ETP_LANE_KIND)
                                 == ETP_LANE_KIND_TOUCHPOINTS;
  g_autoptr (GPtrArray) leaving = g_ptr_array_ref (group->cards);
  guint phase = group->phase, lane = group->lane, index;

  if (is_sideways == is_row)
    {
      g_autoptr (GPtrArray) runs = split_runs (self, group);

      if (add_moves_within (self, runs, step, moves) > 0)
        return;
      g_ptr_array_unref (leaving);
      leaving = list_leaving (self, runs);
    }
  if (is_sideways)
    {
      phase = etp_canvas_find_neighbour (self, ETP_LIST_PHASES, phase, step, TRUE);
      index = step < 0 || !is_row ? G_MAXUINT : 0;
    }
  else
    {
      lane = etp_canvas_find_neighbour (self, ETP_LIST_LANES, lane, step, TRUE);
      index = step < 0 ? G_MAXUINT : 0;
    }
  if (phase != G_MAXUINT && lane != G_MAXUINT && leaving->len > 0)
    add_move (self, leaving, lane, phase, index, moves);
}

/* All in one step, which is named after how many cards move: some of them may have nowhere to go. */
static gboolean
move_cards (EtpCanvas *self, EtpGo direction, GError **error)
{
  g_autoptr (GPtrArray) groups = group_cards (self);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (EtpCardMove));

  g_array_set_clear_func (moves, clear_move);
  for (guint i = 0; i < groups->len; i++)
    add_moves (self, g_ptr_array_index (groups, i), direction, moves);
  return moves->len > 0
         && etp_edit_move_to_cells (self->journey, (const EtpCardMove *) (gpointer) moves->data,
                                    moves->len, error);
}

/* Heads go together. The one in front goes first; where it cannot, none of them goes. */
static gboolean
move_heads (EtpCanvas *self, EtpListKind kind, int step, GError **error)
{
  EtpNodeList *list = get_list (self, kind);
  g_autoptr (GPtrArray) heads = etp_canvas_dup_things (self, (int) kind);
  EtpHistory *history = etp_journey_get_history (self->journey);
  guint n_moved = 0;

  g_ptr_array_sort_with_data (heads, compare_places, list);
  etp_history_begin_run (history);
  for (; n_moved < heads->len && *error == NULL; n_moved++)
    {
      EtpNode *head = heads->pdata[step < 0 ? n_moved : heads->len - 1 - n_moved];
      const guint to = etp_canvas_find_neighbour (self, kind, etp_node_list_get_index (list, head),
                                                  step, FALSE);

      if (to == G_MAXUINT || !etp_edit_move (self->journey, head, to, error))
        break;
    }
  etp_history_end_run (history);
  return n_moved > 0;
}

static gboolean
move (EtpCanvas *self, EtpGo direction, GError **error)
{
  EtpNode *node = etp_canvas_get_selected_node (self);
  const gboolean is_sideways = direction == ETP_GO_LEFT || direction == ETP_GO_RIGHT;
  const int step = direction == ETP_GO_LEFT || direction == ETP_GO_UP ? -1 : 1;

  if (node == NULL)
    return FALSE;
  switch (etp_node_get_list (node))
    {
    case ETP_LIST_CARDS:
      return move_cards (self, direction, error);
    case ETP_LIST_MEASURES:
    case ETP_LIST_METRICS:
      return etp_canvas_move_results (self, etp_node_get_list (node), direction, error);
    case ETP_LIST_PHASES:
      return is_sideways && move_heads (self, ETP_LIST_PHASES, step, error);
    case ETP_LIST_LANES:
      return !is_sideways && move_heads (self, ETP_LIST_LANES, step, error);
    default:
      return FALSE;
    }
}

void
etp_canvas_move_selection (EtpCanvas *self, EtpGo direction)
{
  g_autoptr (GError) error = NULL;
  const gboolean has_moved = self->journey != NULL && move (self, direction, &error);

  if (error != NULL)
    etp_canvas_tell_error (self, error);
  else if (!has_moved)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    etp_canvas_show_selection (self);
}
