/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "scene/etp-scene-place.h"

/* What can be done with the selection besides moving it: edit, add, duplicate, delete. */

/* TRUE: may be removed as what it is, not only mentioned there. */
static gboolean
is_thing (const EtpItem *item)
{
  return etp_item_is_tile (item) || item->kind == ETP_ITEM_PHASE_HEAD
         || item->kind == ETP_ITEM_LANE_HEAD || item->kind == ETP_ITEM_LINK;
}

GPtrArray *
etp_canvas_dup_things (EtpCanvas *self, int list)
{
  g_autoptr (GPtrArray) items = etp_canvas_dup_chosen_items (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const EtpItem *item = g_ptr_array_index (items, i);
      EtpNode *node = item->node_id != NULL ? etp_journey_get_node (self->journey, item->node_id)
                                            : NULL;

      if (node != NULL && is_thing (item) && (list < 0 || (int) etp_node_get_list (node) == list)
          && g_hash_table_add (seen, node))
        g_ptr_array_add (nodes, node);
    }
  return nodes;
}

/* What a persona is, and what has been learnt, is not typed on the map. */
static gboolean
is_typed_elsewhere (EtpCanvas *self, EtpNode *node)
{
  return etp_node_get_list (node) == ETP_LIST_PERSONAS
         || (node == ETP_NODE (self->journey)
             && etp_canvas_get_selected_field (self) == ETP_JOURNEY_INSIGHTS);
}

void
etp_canvas_edit_selection (EtpCanvas *self)
{
  EtpNode *node = etp_canvas_get_selected_node (self);
  EtpCanvasPlace place;

  if (node != NULL && is_typed_elsewhere (self, node))
    etp_canvas_emit_item_activated (self);
  else if (node != NULL)
    etp_canvas_edit (self, node, -1);
  else if (!etp_canvas_get_selected_place (self, &place) || !etp_canvas_add (self, &place))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

gboolean
etp_canvas_can_add (EtpCanvas *self, EtpNode *lane)
{
  const int kind = etp_node_get_enum (lane, ETP_LANE_KIND);

  return !etp_journey_get_read_only (self->journey) && kind != ETP_LANE_KIND_EMOTION
         && kind != ETP_LANE_KIND_CHANNELS && kind != ETP_LANE_KIND_LINE;
}

void
etp_canvas_tell_no_cards (EtpCanvas *self, EtpNode *lane)
{
  if (etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_CHANNELS
      && !etp_journey_get_read_only (self->journey))
    etp_canvas_tell (self,
                     _ ("Channels belong to the steps: select a card and choose its channels in "
                        "the inspector."),
                     FALSE);
}

/* A measure or a metric of the phase. */
static EtpNode *
add_to_phase (EtpCanvas *self, EtpListKind list, guint field, EtpNode *phase, GError **error)
{
  EtpNode *node = etp_edit_add (self->journey, list, "", G_MAXUINT, error);

  if (node == NULL
      || !etp_edit_set_text (self->journey, node, field, etp_node_get_id (phase), error))
    return NULL;
  return node;
}

static EtpNode *
add_card (EtpCanvas *self, const EtpCanvasPlace *place, GError **error)
{
  const EtpCardPlace target = {
    .lane = place->lane, .phase = place->phase, .index = place->index, .step = place->step
  };
  const EtpNewCard row = { .title = "" };
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  return etp_edit_add_cards (self->journey, &target, &row, 1, cards, error) ? cards->pdata[0]
                                                                            : NULL;
}

void
etp_canvas_unfold_head (EtpCanvas *self, EtpNode *head)
{
  const guint field = etp_map_field_get (etp_node_get_list (head), ETP_MAP_FIELD_COLLAPSED);
  EtpDatum open = etp_datum_boolean (FALSE);

  if (etp_node_get_boolean (head, field))
    etp_edit_set (self->journey, head, field, &open, NULL);
}

gboolean
etp_canvas_add (EtpCanvas *self, const EtpCanvasPlace *place)
{
  EtpHistory *history;
  g_autoptr (GError) error = NULL;
  EtpNode *node;

  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  etp_canvas_end_editing (self, FALSE);
  if (!etp_canvas_can_add (self, place->lane))
    return FALSE;
  history = etp_canvas_begin_adding (self);
  switch (etp_node_get_enum (place->lane, ETP_LANE_KIND))
    {
    case ETP_LANE_KIND_MEASURES:
      node = add_to_phase (self, ETP_LIST_MEASURES, ETP_MEASURE_PHASE, place->phase, &error);
      break;
    case ETP_LANE_KIND_METRICS:
      node = add_to_phase (self, ETP_LIST_METRICS, ETP_METRIC_AT, place->phase, &error);
      break;
    default:
      node = add_card (self, place, &error);
    }
  if (node == NULL)
    {
      etp_history_cancel_run (history);
      etp_canvas_tell_error (self, error);
      return FALSE;
    }
  etp_canvas_unfold_head (self, place->phase);
  etp_canvas_unfold_head (self, place->lane);
  etp_canvas_edit_new (self, node);
  return TRUE;
}

/* The first lane of a phase to which something can be added. */
static gboolean
find_place_in_phase (EtpCanvas *self, EtpNode *phase, EtpCanvasPlace *place)
{
  EtpNodeList *lanes = etp_journey_get_list (self->journey, ETP_LIST_LANES);

  for (guint i = 0; i < etp_node_list_get_length (lanes); i++)
    {
      EtpNode *lane = etp_node_list_get (lanes, i);

      if (etp_node_get_boolean (lane, ETP_LANE_HIDDEN) || !etp_canvas_can_add (self, lane))
        continue;
      *place = (EtpCanvasPlace){ .lane = lane, .phase = phase, .index = G_MAXUINT };
      return TRUE;
    }
  return FALSE;
}

/* Where nothing says another place: the first cell to which something can be added. */
static gboolean
find_first_place (EtpCanvas *self, EtpCanvasPlace *place)
{
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  EtpNode *phase;

  for (guint i = 0; (phase = etp_node_list_get (phases, i)) != NULL; i++)
    if (!etp_node_get_boolean (phase, ETP_PHASE_HIDDEN))
      return find_place_in_phase (self, phase, place);
  return FALSE;
}

/* Behind a card, in its own cell. */
static gboolean
find_place_of_card (EtpCanvas *self, EtpNode *card, EtpCanvasPlace *place)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  const EtpPlace *found = etp_outline_find (outline, card);
  const EtpPlace *const *places;
  guint n = 0;

  if (found == NULL)
    return FALSE;
  *place = (EtpCanvasPlace){
    .lane = etp_node_list_get (etp_journey_get_list (self->journey, ETP_LIST_LANES), found->lane),
    .phase = etp_node_list_get (etp_journey_get_list (self->journey, ETP_LIST_PHASES),
                                found->phase),
  };
  places = etp_outline_get_cell (outline, found->phase, found->lane, &n);
  while (place->index < n && places[place->index]->card != card)
    place->index++;
  place->index++;
  return etp_canvas_can_add (self, place->lane);
}

/* An empty cell whose menu was asked for with the pointer: that says which step is meant as well. */
static gboolean
is_menu_of_empty_cell (EtpCanvas *self)
{
  const EtpItemRef ref = etp_canvas_get_selection (self);

  return self->has_menu_place && !etp_item_ref_is_none (ref)
         && etp_scene_get_item (self->scene, ref)->kind == ETP_ITEM_CELL;
}

static gboolean
find_place (EtpCanvas *self, EtpCanvasPlace *place)
{
  EtpNode *node = etp_canvas_get_selected_node (self);

  if (self->journey == NULL)
    return FALSE;
  if (is_menu_of_empty_cell (self))
    return etp_canvas_get_menu_place (self, place) && etp_canvas_can_add (self, place->lane);
  if (etp_canvas_get_selected_place (self, place) && etp_canvas_can_add (self, place->lane))
    return TRUE;
  if (node == NULL && !self->has_menu_place && etp_item_ref_is_none (self->selection))
    return find_first_place (self, place);
  if (node == NULL)
    return etp_canvas_get_menu_place (self, place) && etp_canvas_can_add (self, place->lane);
  if (etp_node_get_list (node) == ETP_LIST_CARDS)
    return find_place_of_card (self, node, place);
  return etp_node_get_list (node) == ETP_LIST_PHASES && find_place_in_phase (self, node, place);
}

void
etp_canvas_add_here (EtpCanvas *self)
{
  EtpCanvasPlace place;

  if (!find_place (self, &place) || !etp_canvas_add (self, &place))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* What a person should know about: more than a card, which is seen to go. */
static void
tell_removed (EtpCanvas *self, guint n, gboolean is_phase, gboolean is_lane)
{
  g_autofree char *text = NULL;

  if (n == 1 && !is_phase && !is_lane)
    return;
  if (n == 1 && is_phase)
    text = g_strdup (_ ("Phase deleted"));
  else if (n == 1)
    text = g_strdup (_ ("Lane deleted"));
  else
    /* Translators: cards, phases, lanes, measures. */
    text = g_strdup_printf (ngettext ("%u thing deleted", "%u things deleted", n), n);
  etp_canvas_tell (self, text, TRUE);
}

/* title: what undo is called. */
static gboolean
remove_as (EtpCanvas *self, GPtrArray *nodes, const char *title, GError **error)
{
  EtpHistory *history = etp_journey_get_history (self->journey);

  etp_history_begin (history, title, NULL);
  if (etp_edit_remove_several (self->journey, nodes, error))
    {
      etp_history_commit (history);
      return TRUE;
    }
  etp_history_rollback (history);
  return FALSE;
}

/* title: what undo is called; NULL: the verb's own. */
static void
remove_things (EtpCanvas *self, GPtrArray *nodes, const char *title)
{
  g_autoptr (EtpCanvasHeirs) heirs = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_phase, is_lane;

  heirs = etp_canvas_list_heirs (self);
  is_phase = etp_node_get_list (g_ptr_array_index (nodes, 0)) == ETP_LIST_PHASES;
  is_lane = etp_node_get_list (g_ptr_array_index (nodes, 0)) == ETP_LIST_LANES;
  if (title != NULL ? !remove_as (self, nodes, title, &error)
                    : !etp_edit_remove_several (self->journey, nodes, &error))
    {
      etp_canvas_tell_error (self, error);
      return;
    }
  etp_canvas_select_heir (self, heirs);
  tell_removed (self, nodes->len, is_phase, is_lane);
}

void
etp_canvas_delete_selection (EtpCanvas *self)
{
  g_autoptr (GPtrArray) nodes = etp_canvas_dup_things (self, -1);

  if (nodes->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    remove_things (self, nodes, NULL);
}

/* The clipboard is the window's. Nothing goes that is not there: a link is only copied together with the
 * cards at its ends, and goes with them. */
void
etp_canvas_cut_selection (EtpCanvas *self)
{
  g_autoptr (GPtrArray) nodes = etp_canvas_dup_things (self, -1);
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = nodes->len; i > 0; i--)
    if (etp_node_get_list (nodes->pdata[i - 1]) == ETP_LIST_LINKS)
      g_ptr_array_remove_index (nodes, i - 1);
  all = etp_card_bring_groups (nodes);
  if (all->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL))
    /* Translators: what undo is called. */
    remove_things (self, all, _ ("Cut"));
}

/* Measures and metrics among what is selected. */
static GPtrArray *
dup_results (EtpCanvas *self)
{
  GPtrArray *nodes = etp_canvas_dup_things (self, -1);

  for (guint i = nodes->len; i > 0; i--)
    if (etp_node_get_list (nodes->pdata[i - 1]) != ETP_LIST_MEASURES
        && etp_node_get_list (nodes->pdata[i - 1]) != ETP_LIST_METRICS)
      g_ptr_array_remove_index (nodes, i - 1);
  return nodes;
}

void
etp_canvas_duplicate_selection (EtpCanvas *self)
{
  g_autoptr (GPtrArray) cards = etp_canvas_dup_things (self, ETP_LIST_CARDS);
  g_autoptr (GPtrArray) results = dup_results (self);
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (cards->len > 0)
    etp_edit_duplicate_cards (self->journey, cards, copies, &error);
  else if (results->len > 0)
    etp_edit_duplicate_results (self->journey, results, copies, &error);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  if (error != NULL)
    etp_canvas_tell_error (self, error);
  else if (copies->len > 0)
    etp_canvas_select_nodes (self, copies);
}
