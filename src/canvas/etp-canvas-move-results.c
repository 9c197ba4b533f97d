/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-edit.h"
#include "model/etp-error.h"
#include "model/etp-history.h"

/* Alt and arrows on measures and metrics. They are not cards: each kind is one list of the journey, and a cell
 * shows those of its phase in the order of that list. Up and down they pass the next one of their cell; left
 * and right they go to the next phase. */

typedef struct
{
  EtpCanvas *canvas;
  EtpNodeList *list;
  GPtrArray *nodes; /* owned: the moved ones, borrowed, in the order of the list */
  GHashTable *
      phases; /* owned: node → the phase below which it stood before, borrowed; of the whole list */
} Move;

static EtpNode *
find_phase (EtpCanvas *self, EtpNode *node)
{
  const EtpItemKind kind = etp_node_get_list (node) == ETP_LIST_MEASURES ? ETP_ITEM_MEASURE
                                                                         : ETP_ITEM_METRIC;
  const EtpItemRef ref = etp_scene_find_node (self->scene, etp_node_get_id (node), kind);
  const char *id = etp_item_ref_is_none (ref)
                       ? NULL
                       : etp_scene_get_cell (self->scene, ref.cell)->cell->phase_id;

  return id != NULL ? etp_journey_get_node (self->journey, id) : NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer list)
{
  const guint i = etp_node_list_get_index (list, *(EtpNode *const *) a);
  const guint j = etp_node_list_get_index (list, *(EtpNode *const *) b);

  return i < j ? -1 : i > j;
}

/* Before the scene is another one. */
static void
init_move (Move *move, EtpCanvas *self, EtpListKind kind)
{
  EtpNode *node;

  move->canvas = self;
  move->list = etp_journey_get_list (self->journey, kind);
  move->nodes = etp_canvas_dup_things (self, (int) kind);
  g_ptr_array_sort_with_data (move->nodes, compare_places, move->list);
  move->phases = g_hash_table_new (NULL, NULL);
  for (guint i = 0; (node = etp_node_list_get (move->list, i)) != NULL; i++)
    g_hash_table_insert (move->phases, node, find_phase (self, node));
}

static void
clear_move (Move *move)
{
  g_ptr_array_unref (move->nodes);
  g_hash_table_unref (move->phases);
}

static EtpNode *
get_phase (const Move *move, EtpNode *node)
{
  return g_hash_table_lookup (move->phases, node);
}

/* The index of the next one of the same cell; G_MAXUINT at its end, or if that one is moved as well and has
 * come to its end before. */
static guint
find_next (const Move *move, EtpNode *node, int step)
{
  EtpNode *phase = get_phase (move, node), *other;

  for (guint i = etp_node_list_get_index (move->list, node) + (guint) step;
       phase != NULL && (other = etp_node_list_get (move->list, i)) != NULL; i += (guint) step)
    if (get_phase (move, other) == phase)
      return g_ptr_array_find (move->nodes, other, NULL) ? G_MAXUINT : i;
  return G_MAXUINT;
}

/* The one in front goes first. */
static gboolean
move_within (const Move *move, int step, GError **error)
{
  gboolean has_moved = FALSE;

  for (guint i = 0; i < move->nodes->len && *error == NULL; i++)
    {
      EtpNode *node = move->nodes->pdata[step < 0 ? i : move->nodes->len - 1 - i];
      const guint to = find_next (move, node, step);

      if (to != G_MAXUINT)
        has_moved |= etp_edit_move (move->canvas->journey, node, to, error);
    }
  return has_moved;
}

/* What a metric is measured at beside a phase says where it stands. */
static gboolean
is_held (EtpJourney *journey, EtpNode *metric)
{
  EtpNode *at = etp_journey_get_node (journey, etp_node_get_text (metric, ETP_METRIC_AT));

  return at != NULL && etp_node_get_list (at) != ETP_LIST_PHASES;
}

static gboolean
put (EtpJourney *journey, EtpNode *node, EtpNode *phase, GError **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (etp_node_get_list (node) == ETP_LIST_METRICS)
    return etp_edit_set_text (journey, node, ETP_METRIC_AT, etp_node_get_id (phase), error);
  g_ptr_array_add (one, node);
  return etp_edit_move_measures (journey, one, phase, error);
}

static gboolean
move_sideways (const Move *move, int step, GError **error)
{
  EtpCanvas *self = move->canvas;
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  gboolean has_moved = FALSE, are_held = FALSE;

  for (guint i = 0; i < move->nodes->len && *error == NULL; i++)
    {
      EtpNode *node = move->nodes->pdata[i], *phase = get_phase (move, node);
      guint to = G_MAXUINT;

      if (etp_node_get_list (node) == ETP_LIST_METRICS && is_held (self->journey, node))
        {
          are_held = TRUE;
          continue;
        }
      if (phase != NULL)
        to = etp_canvas_find_neighbour (self, ETP_LIST_PHASES,
                                        etp_node_list_get_index (phases, phase), step, TRUE);
      if (to != G_MAXUINT)
        has_moved |= put (self->journey, node, etp_node_list_get (phases, to), error);
    }
  if (are_held && !has_moved && *error == NULL)
    g_set_error_literal (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED,
                         _ ("A metric stands where it is measured. Choose in the inspector where "
                            "that is."));
  return has_moved;
}

gboolean
etp_canvas_move_results (EtpCanvas *self, EtpListKind kind, EtpGo direction, GError **error)
{
  const int step = direction == ETP_GO_LEFT || direction == ETP_GO_UP ? -1 : 1;
  EtpHistory *history = etp_journey_get_history (self->journey);
  gboolean has_moved;
  Move move;

  init_move (&move, self, kind);
  etp_history_begin_run (history);
  has_moved = direction == ETP_GO_UP || direction == ETP_GO_DOWN
                  ? move_within (&move, step, error)
                  : move_sideways (&move, step, error);
  etp_history_end_run (history);
  clear_move (&move);
  return has_moved;
}
