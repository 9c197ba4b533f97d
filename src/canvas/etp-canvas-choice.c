/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-choice.h"

#include "scene/etp-scene-place.h"

/* What is selected together. The set holds identities (kind, node, sub), so that it outlives the
 * scene; one of them is the selected item, which has the focus and from which arrows go on. The
 * anchor is where a range began. Typical: 1. Tested: 10,000. */

static guint
hash_identity (gconstpointer key)
{
  const EtpItem *item = key;
  guint hash = item->kind;

  if (item->node_id != NULL)
    hash = hash * 33 + g_str_hash (item->node_id);
  if (item->sub != NULL)
    hash = hash * 33 + g_str_hash (item->sub);
  return hash;
}

static gboolean
is_same_identity (gconstpointer a, gconstpointer b)
{
  const EtpItem *one = a, *other = b;

  return one->kind == other->kind && g_strcmp0 (one->node_id, other->node_id) == 0
         && g_strcmp0 (one->sub, other->sub) == 0;
}

GHashTable *
etp_canvas_new_choice (void)
{
  return g_hash_table_new_full (hash_identity, is_same_identity, (GDestroyNotify) etp_item_unref,
                                NULL);
}

void
etp_canvas_init_choice (EtpCanvas *self)
{
  self->choice = g_new0 (struct _EtpChoice, 1);
  self->choice->items = etp_canvas_new_choice ();
}

void
etp_canvas_free_choice (EtpCanvas *self)
{
  g_hash_table_unref (self->choice->items);
  g_clear_pointer (&self->choice->anchor, etp_item_unref);
  g_clear_pointer (&self->choice->passing, etp_item_unref);
  g_clear_pointer (&self->choice, g_free);
}

guint
etp_canvas_get_n_chosen (EtpCanvas *self)
{
  return g_hash_table_size (self->choice->items);
}

gboolean
etp_canvas_is_chosen (EtpCanvas *self, const EtpItem *item)
{
  return (item->can & ETP_CAN_FOCUS) != 0 && g_hash_table_contains (self->choice->items, item);
}

gboolean
etp_canvas_is_selected (EtpCanvas *self, EtpItemRef ref)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  etp_canvas_ensure_scene (self);
  return !etp_item_ref_is_none (ref)
         && etp_canvas_is_chosen (self, etp_scene_get_item (self->scene, ref));
}

EtpItem *
etp_canvas_get_primary (EtpCanvas *self)
{
  return etp_item_ref_is_none (self->selection) ? NULL
                                                : etp_scene_get_item (self->scene, self->selection);
}

static void
choose (GHashTable *items, EtpItem *item)
{
  g_hash_table_add (items, etp_item_ref (item));
}

void
etp_canvas_reset_choice (EtpCanvas *self)
{
  EtpItem *primary = etp_canvas_get_primary (self);

  g_hash_table_remove_all (self->choice->items);
  g_clear_pointer (&self->choice->anchor, etp_item_unref);
  g_clear_pointer (&self->choice->passing, etp_item_unref);
  if (primary != NULL)
    choose (self->choice->items, primary);
}

void
etp_canvas_visit_items (EtpCanvas *self, EtpCanvasVisit visit, gpointer user_data)
{
  for (guint i = 0; self->scene != NULL && i < etp_scene_get_n_cells (self->scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (self->scene, i)->cell;

      for (guint j = 0; j < cell->n_items; j++)
        if ((cell->items[j].item->can & ETP_CAN_FOCUS) != 0)
          visit (self, (EtpItemRef){ i, j }, cell->items[j].item, user_data);
    }
}

static void
put_choice (EtpCanvas *self, GHashTable *items, EtpItemRef ref)
{
  g_hash_table_unref (self->choice->items);
  self->choice->items = items;
  g_clear_pointer (&self->choice->passing, etp_item_unref);
  etp_canvas_put_selection (self, ref);
  if (etp_canvas_get_primary (self) != NULL)
    choose (items, etp_canvas_get_primary (self));
}

void
etp_canvas_take_choice (EtpCanvas *self, GHashTable *items, EtpItemRef ref, gboolean shows)
{
  put_choice (self, items, ref);
  etp_canvas_mirror_selection (self, etp_canvas_has_focus (self));
  if (shows && !etp_item_ref_is_none (ref))
    etp_canvas_show_item (self, ref);
  etp_canvas_emit_selection_changed (self);
}

void
etp_canvas_take_changed_choice (EtpCanvas *self,
                                GHashTable *items,
                                EtpItemRef ref,
                                const GArray *changed)
{
  put_choice (self, items, ref);
  etp_canvas_mirror_changed (self, changed, etp_canvas_has_focus (self));
  etp_canvas_emit_selection_changed (self);
}

typedef struct
{
  GHashTable *items; /* what is being chosen */
  EtpItemRef first;
  const char *lane_id, *phase_id; /* NULL: any */
  const EtpRect *area; /* NULL: anywhere */
  GHashTable *ids; /* node ids; NULL: any */
  int kind; /* −1: tiles */
} Query;

static void
visit_query (EtpCanvas *self, EtpItemRef ref, EtpItem *item, gpointer user_data)
{
  const EtpCell *cell = etp_scene_get_cell (self->scene, ref.cell)->cell;
  Query *query = user_data;

  if (query->kind < 0 ? !etp_item_is_tile (item) : item->kind != query->kind)
    return;
  if (query->lane_id != NULL && g_strcmp0 (cell->lane_id, query->lane_id) != 0)
    return;
  if (query->phase_id != NULL && g_strcmp0 (cell->phase_id, query->phase_id) != 0)
    return;
  if (query->area != NULL)
    {
      const EtpRect rect = etp_scene_item_rect (self->scene, ref, NULL);

      if (!etp_rect_intersects (&rect, query->area))
        return;
    }
  choose (query->items, item);
  if (etp_item_ref_is_none (query->first))
    query->first = ref;
}

static void
visit_chosen (EtpCanvas *self, EtpItemRef ref, EtpItem *item, gpointer user_data)
{
  Query *query = user_data;

  if (!g_hash_table_contains (self->choice->items, item))
    return;
  choose (query->items, item); /* as it is in this scene */
  if (etp_item_ref_is_none (query->first))
    query->first = ref;
}

/* Nothing passes but what the keyboard is at. */
static void
forget_passed (EtpCanvas *self)
{
  const EtpItem *primary = etp_canvas_get_primary (self);

  if (self->choice->passing != NULL
      && (primary == NULL || !is_same_identity (primary, self->choice->passing)))
    g_clear_pointer (&self->choice->passing, etp_item_unref);
}

void
etp_canvas_relocate_choice (EtpCanvas *self, gboolean is_same_journey)
{
  Query query = { .first = ETP_ITEM_REF_NONE };

  if (!is_same_journey || etp_canvas_get_n_chosen (self) <= 1 || self->scene == NULL)
    {
      etp_canvas_reset_choice (self);
      return;
    }
  query.items = etp_canvas_new_choice ();
  etp_canvas_visit_items (self, visit_chosen, &query);
  g_hash_table_unref (self->choice->items);
  self->choice->items = query.items;
  if (etp_item_ref_is_none (self->selection))
    etp_canvas_put_selection (self, query.first);
  forget_passed (self);
}

void
etp_canvas_leave_cell (EtpCanvas *self)
{
  const EtpItem *primary = etp_canvas_get_primary (self);

  if (primary != NULL && primary->kind == ETP_ITEM_CELL)
    g_hash_table_remove (self->choice->items, primary);
}

void
etp_canvas_toggle_chosen (EtpCanvas *self, EtpItemRef ref)
{
  GHashTable *items;
  EtpItem *item;

  if (etp_item_ref_is_none (ref) || etp_item_ref_is_none (self->selection))
    {
      if (!etp_item_ref_is_none (ref))
        etp_canvas_select (self, ref);
      return;
    }
  item = etp_scene_get_item (self->scene, ref);
  etp_canvas_leave_cell (self);
  items = g_hash_table_ref (self->choice->items);
  g_clear_pointer (&self->choice->anchor, etp_item_unref);
  if (!etp_canvas_is_chosen (self, item))
    {
      self->choice->anchor = etp_item_ref (item);
      etp_canvas_take_choice (self, items, ref, TRUE);
      return;
    }
  g_hash_table_remove (items, item);
  if (!g_hash_table_contains (items, etp_canvas_get_primary (self))) /* another one has the focus */
    {
      Query query = { .first = ETP_ITEM_REF_NONE, .items = etp_canvas_new_choice () };

      etp_canvas_visit_items (self, visit_chosen, &query);
      g_hash_table_unref (query.items);
      ref = query.first;
    }
  else
    ref = self->selection;
  etp_canvas_take_choice (self, items, ref, FALSE);
}

static EtpRect
get_rect (EtpCanvas *self, EtpItemRef ref)
{
  return etp_scene_item_rect (self->scene, ref, NULL);
}

void
etp_canvas_extend_to (EtpCanvas *self, EtpItemRef ref)
{
  EtpItemRef from = self->selection;
  EtpRect area, start, end;
  Query query = { .first = ETP_ITEM_REF_NONE, .area = &area, .kind = -1 };
  EtpItem *item, *anchor;

  if (etp_item_ref_is_none (ref) || etp_item_ref_is_none (from))
    {
      if (!etp_item_ref_is_none (ref))
        etp_canvas_select (self, ref);
      return;
    }
  if (self->choice->anchor != NULL)
    from = etp_canvas_find_item (self, self->choice->anchor);
  if (etp_item_ref_is_none (from))
    from = self->selection;
  item = etp_scene_get_item (self->scene, ref);
  anchor = etp_scene_get_item (self->scene, from);
  if (!etp_canvas_may_end_at (anchor, item))
    {
      etp_canvas_select (self, ref);
      return;
    }
  if (!etp_item_is_tile (item) && item->kind != ETP_ITEM_CELL)
    query.kind = item->kind;
  start = get_rect (self, from);
  end = get_rect (self, ref);
  area = etp_rect_union (&start, &end);
  /* Neighbours only touch. */
  area = (EtpRect){ area.x + 0.5, area.y + 0.5, area.width - 1, area.height - 1 };
  query.items = etp_canvas_new_choice ();
  etp_canvas_visit_items (self, visit_query, &query);
  g_clear_pointer (&self->choice->anchor, etp_item_unref);
  self->choice->anchor = etp_item_ref (anchor);
  if (anchor->kind != ETP_ITEM_CELL) /* an empty cell is no thing */
    choose (query.items, anchor);
  etp_canvas_take_choice (self, query.items, ref, TRUE);
}

void
etp_canvas_choose_items (EtpCanvas *self, GPtrArray *items)
{
  GHashTable *chosen = etp_canvas_new_choice ();
  EtpItemRef first = ETP_ITEM_REF_NONE;

  etp_canvas_ensure_scene (self);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      EtpItem *item = g_ptr_array_index (items, i);
      const EtpItemRef ref = etp_canvas_find_item (self, item);

      if (etp_item_ref_is_none (ref))
        continue;
      choose (chosen, item);
      if (etp_item_ref_is_none (first))
        first = ref;
    }
  g_clear_pointer (&self->choice->anchor, etp_item_unref);
  etp_canvas_take_choice (self, chosen, first, FALSE);
}

static void
visit_list (EtpCanvas *self, EtpItemRef ref, EtpItem *item, gpointer user_data)
{
  if (g_hash_table_contains (self->choice->items, item))
    g_ptr_array_add (user_data, etp_item_ref (item));
}

GPtrArray *
etp_canvas_dup_chosen_items (EtpCanvas *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_item_unref);

  etp_canvas_ensure_scene (self);
  if (etp_canvas_get_n_chosen (self) > 1)
    etp_canvas_visit_items (self, visit_list, items);
  else if (etp_canvas_get_primary (self) != NULL)
    g_ptr_array_add (items, etp_item_ref (etp_canvas_get_primary (self)));
  return items;
}

/* Chooses what the query finds; the selected item keeps the focus if it is one of them. FALSE if
 * nothing is found; if it grows, also if that was chosen already, alone or with more. */
static gboolean
run_query (EtpCanvas *self, Query *query, gboolean grows)
{
  EtpItem *primary = etp_canvas_get_primary (self);
  gboolean is_new;

  query->first = ETP_ITEM_REF_NONE;
  query->items = etp_canvas_new_choice ();
  query->kind = -1;
  etp_canvas_visit_items (self, visit_query, query);
  is_new = g_hash_table_size (query->items) > 0
           && (!grows || g_hash_table_size (query->items) > etp_canvas_get_n_chosen (self)
               || primary == NULL || !g_hash_table_contains (query->items, primary));
  if (!is_new)
    {
      g_hash_table_unref (query->items);
      return FALSE;
    }
  g_clear_pointer (&self->choice->anchor, etp_item_unref);
  etp_canvas_take_choice (self, query->items,
                          primary != NULL && g_hash_table_contains (query->items, primary)
                              ? self->selection
                              : query->first,
                          FALSE);
  return TRUE;
}

/* Where the selection is; without one where the menu was asked for, on the free space of a cell. */
static void
fill_place (EtpCanvas *self, Query *query)
{
  const EtpItemRef ref = etp_canvas_get_selection (self);
  EtpCanvasPlace place;
  const EtpCell *cell;

  *query = (Query){ 0 };
  if (etp_item_ref_is_none (ref))
    {
      if (!etp_canvas_get_menu_place (self, &place))
        return;
      query->lane_id = etp_node_get_id (place.lane);
      query->phase_id = etp_node_get_id (place.phase);
      return;
    }
  cell = etp_scene_get_cell (self->scene, ref.cell)->cell;
  query->lane_id = cell->lane_id;
  query->phase_id = cell->phase_id;
}

void
etp_canvas_select_all (EtpCanvas *self)
{
  Query query;

  etp_canvas_forget_menu_place (self); /* all of the map */
  fill_place (self, &query);
  if (run_query (self, &query, TRUE))
    return;
  query.phase_id = NULL;
  if (query.lane_id != NULL && run_query (self, &query, TRUE))
    return;
  query.lane_id = NULL;
  run_query (self, &query, TRUE);
}

void
etp_canvas_select_lane (EtpCanvas *self)
{
  Query query;

  fill_place (self, &query);
  query.phase_id = NULL;
  if (query.lane_id == NULL || !run_query (self, &query, FALSE))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
etp_canvas_select_phase (EtpCanvas *self)
{
  Query query;

  fill_place (self, &query);
  query.lane_id = NULL;
  if (query.phase_id == NULL || !run_query (self, &query, FALSE))
    gtk_widget_error_bell (GTK_WIDGET (self));
}
