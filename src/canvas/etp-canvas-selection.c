/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-links.h"
#include "etp-canvas-private.h"

#include <math.h>

/* What is selected and what is under the pointer. References into the scene are good for one scene
 * only; across commits the selection is the node's id, what it shows of it, and the kind. */

gboolean
etp_item_ref_equal (EtpItemRef a, EtpItemRef b)
{
  return a.cell == b.cell && a.index == b.index;
}

EtpItemRef
etp_canvas_get_selection (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), ETP_ITEM_REF_NONE);

  etp_canvas_ensure_scene (self);
  return self->selection;
}

static char *
acquire (char *string)
{
  return string != NULL ? g_ref_string_acquire (string) : NULL;
}

static void
remember_selection (EtpCanvas *self)
{
  const EtpItem *item = etp_item_ref_is_none (self->selection)
                            ? NULL
                            : etp_scene_get_item (self->scene, self->selection);

  g_clear_pointer (&self->selected_node, g_ref_string_release);
  g_clear_pointer (&self->selected_sub, g_ref_string_release);
  if (item == NULL)
    return;
  self->selected_kind = item->kind;
  self->selected_node = acquire (item->node_id);
  self->selected_sub = acquire (item->sub);
}

typedef struct
{
  const char *node_id, *sub;
  EtpItemKind kind;
} Identity;

static gboolean
is_item (EtpCanvas *self, EtpItemRef ref, const Identity *identity)
{
  const EtpItem *item = etp_scene_get_item (self->scene, ref);

  return item->kind == identity->kind && (item->can & ETP_CAN_FOCUS) != 0
         && g_strcmp0 (item->node_id, identity->node_id) == 0
         && g_strcmp0 (item->sub, identity->sub) == 0;
}

/* Items of one node that differ only in whose curve they belong to are told apart by looking. */
static EtpItemRef
find_identity (EtpCanvas *self, const Identity *identity)
{
  EtpItemRef ref = ETP_ITEM_REF_NONE;

  if (identity->node_id != NULL)
    ref = etp_scene_find_node (self->scene, identity->node_id, identity->kind);
  if (etp_item_ref_is_none (ref) || is_item (self, ref, identity))
    return ref;
  for (; ref.cell < etp_scene_get_n_cells (self->scene); ref.cell++, ref.index = 0)
    for (; ref.index < etp_scene_get_cell (self->scene, ref.cell)->cell->n_items; ref.index++)
      if (is_item (self, ref, identity))
        return ref;
  return ETP_ITEM_REF_NONE;
}

EtpItemRef
etp_canvas_find_item (EtpCanvas *self, const EtpItem *item)
{
  const Identity identity = { item->node_id, item->sub, item->kind };

  etp_canvas_ensure_scene (self);
  return self->scene != NULL ? find_identity (self, &identity) : ETP_ITEM_REF_NONE;
}

EtpItemRef
etp_canvas_grab_focus_at (EtpCanvas *self, EtpItemRef ref)
{
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (EtpItem) item = NULL;

  if (!etp_item_ref_is_none (ref))
    {
      scene = g_object_ref (self->scene);
      item = etp_item_ref (etp_scene_get_item (scene, ref));
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  etp_canvas_ensure_scene (self);
  return item == NULL || self->scene == scene ? ref : etp_canvas_find_item (self, item);
}

void
etp_canvas_relocate_selection (EtpCanvas *self, gboolean is_same_journey)
{
  const gboolean had_selection = self->selected_node != NULL;

  self->hover = ETP_ITEM_REF_NONE;
  self->selection = ETP_ITEM_REF_NONE;
  if (!is_same_journey)
    etp_canvas_forget_menu_place (self);
  if (is_same_journey && self->scene != NULL)
    {
      const Identity identity = { self->selected_node, self->selected_sub, self->selected_kind };

      self->selection = find_identity (self, &identity);
    }
  if (etp_item_ref_is_none (self->selection))
    remember_selection (self);
  etp_canvas_relocate_choice (self, is_same_journey);
  if (self->scene != NULL)
    etp_canvas_update_hover (self);
  if (had_selection && self->curve.preview == NULL)
    etp_canvas_emit_selection_changed (self);
}

void
etp_canvas_put_selection (EtpCanvas *self, EtpItemRef ref)
{
  self->selection = ref;
  etp_canvas_forget_menu_place (self);
  remember_selection (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_selection (EtpCanvas *self, EtpItemRef ref, gboolean take_focus)
{
  if (!etp_item_ref_equal (ref, self->selection) || etp_canvas_get_n_chosen (self) > 1)
    {
      etp_canvas_put_selection (self, ref);
      etp_canvas_reset_choice (self);
      etp_canvas_mirror_selection (self, take_focus);
      etp_canvas_emit_selection_changed (self);
    }
  else if (take_focus)
    etp_canvas_mirror_selection (self, TRUE);
}

gboolean
etp_canvas_has_focus (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

void
etp_canvas_show_selection (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_ensure_scene (self);
  if (!etp_item_ref_is_none (self->selection))
    etp_canvas_show_item (self, self->selection);
}

void
etp_canvas_select_in_place (EtpCanvas *self, EtpItemRef ref)
{
  etp_canvas_ensure_scene (self);
  etp_canvas_forget_menu_place (self); /* also where the same is selected again, or nothing */
  set_selection (self, ref, etp_canvas_has_focus (self));
}

void
etp_canvas_select (EtpCanvas *self, EtpItemRef ref)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_select_in_place (self, ref);
  etp_canvas_show_selection (self);
}

EtpItemRef
etp_canvas_pick (EtpCanvas *self, double x, double y)
{
  double left_px, top_px;
  EtpItemRef ref;
  EtpRect pins;

  etp_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return ETP_ITEM_REF_NONE;
  pins = etp_canvas_get_pins (self);
  ref = etp_scene_pick (self->scene, (x - self->origin_x) / self->zoom,
                        (y - self->origin_y) / self->zoom, &pins);
  if (etp_item_ref_is_none (ref) || etp_scene_get_item (self->scene, ref)->pin != ETP_PIN_NONE)
    return ref;
  /* The strips of the pinned heads cover what lies below them, also between the heads. */
  etp_canvas_get_strips (self, &left_px, &top_px);
  return x < left_px || y < top_px ? ETP_ITEM_REF_NONE : ref;
}

void
etp_canvas_update_hover (EtpCanvas *self)
{
  const EtpItemRef hover = self->pointer.is_inside && !self->pointer.is_panning
                               ? etp_canvas_pick (self, self->pointer.x, self->pointer.y)
                               : ETP_ITEM_REF_NONE;

  if (!etp_item_ref_equal (hover, self->hover))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hover = hover;
  etp_canvas_update_plus (self);
  etp_canvas_update_adder (self);
}

static void
move_to (EtpCanvas *self, EtpItemRef ref)
{
  if (etp_item_ref_is_none (ref))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  etp_canvas_select (self, etp_canvas_grab_focus_at (self, ref));
}

void
etp_canvas_go (EtpCanvas *self, EtpGo direction)
{
  if (etp_canvas_get_scene (self) == NULL)
    return;
  move_to (self, etp_item_ref_is_none (self->selection)
                     ? etp_scene_next (self->scene, ETP_ITEM_REF_NONE, 1)
                     : etp_scene_go (self->scene, self->selection, direction));
}

void
etp_canvas_step (EtpCanvas *self, gint step)
{
  if (etp_canvas_get_scene (self) != NULL)
    move_to (self, etp_scene_next (self->scene, self->selection, step));
}

void
etp_canvas_go_to_end (EtpCanvas *self, gboolean is_last)
{
  if (etp_canvas_get_scene (self) != NULL)
    move_to (self, etp_scene_next (self->scene, ETP_ITEM_REF_NONE, is_last ? -1 : 1));
}

void
etp_canvas_activate_selection (EtpCanvas *self)
{
  const EtpItemRef ref = etp_canvas_get_selection (self);

  if (etp_item_ref_is_none (ref) || etp_canvas_finish_link (self))
    return;
  if (etp_scene_get_item (self->scene, ref)->kind == ETP_ITEM_POINT)
    etp_canvas_edit_emotion (self);
  else if (!etp_canvas_emit_item_activated (self))
    etp_canvas_edit_selection (self);
}

/* The canvas is one stop of the Tab key: whatever of it has the focus, Tab leaves. In a menu that
 * stands on it arrows and Tab go from entry to entry. */
gboolean
etp_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL && GTK_IS_POPOVER (child))
    return gtk_widget_child_focus (child, direction);
  if (etp_canvas_has_focus (ETP_CANVAS (widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* The focus goes to the selected item's proxy where there is one, because assistive technology
 * follows the focus. */
gboolean
etp_canvas_grab_focus (GtkWidget *widget)
{
  EtpCanvas *self = ETP_CANVAS (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return FALSE;
  if (!etp_canvas_has_focus (self))
    gtk_root_set_focus (root, widget);
  etp_canvas_mirror_selection (self, TRUE);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

/* What the item stands for; NULL for a place that holds nothing. */
static EtpNode *
get_node (EtpCanvas *self, const EtpItem *item)
{
  return item->node_id != NULL && item->kind != ETP_ITEM_CELL
             ? etp_journey_get_node (self->journey, item->node_id)
             : NULL;
}

GPtrArray *
etp_canvas_dup_selected_nodes (EtpCanvas *self)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *nodes = g_ptr_array_new ();

  g_return_val_if_fail (ETP_IS_CANVAS (self), nodes);

  items = etp_canvas_dup_chosen_items (self);
  for (guint i = 0; i < items->len; i++)
    {
      EtpNode *node = get_node (self, g_ptr_array_index (items, i));

      if (node != NULL && g_hash_table_add (seen, node))
        g_ptr_array_add (nodes, node);
    }
  return nodes;
}

EtpNode *
etp_canvas_get_selected_node (EtpCanvas *self)
{
  EtpItemRef ref;

  g_return_val_if_fail (ETP_IS_CANVAS (self), NULL);

  ref = etp_canvas_get_selection (self);
  return etp_item_ref_is_none (ref) ? NULL : get_node (self, etp_scene_get_item (self->scene, ref));
}

int
etp_canvas_get_selected_field (EtpCanvas *self)
{
  EtpItemRef ref;

  g_return_val_if_fail (ETP_IS_CANVAS (self), -1);

  ref = etp_canvas_get_selection (self);
  return etp_item_ref_is_none (ref) ? -1 : etp_scene_get_item (self->scene, ref)->field;
}
