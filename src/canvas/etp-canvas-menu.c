/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-buttons.h"
#include "etp-canvas-choice.h"
#include "etp-canvas-private.h"
#include "etp-point-to.h"
#include "etp-unparent.h"

/* The canvas says when and where a menu is wanted, and of what: of the selection, which follows the
 * pointer first. What stands in it is the window's business. Popovers are children of the canvas, so
 * that its actions are theirs. */

/* base: what was selected before and can be selected again with it; taken; NULL: nothing. */
static void
request (EtpCanvas *self, double x, double y, GPtrArray *base)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  etp_canvas_forget_menu_place (self);
  etp_canvas_to_map (self, x, y, &self->menu_x, &self->menu_y);
  self->has_menu_place = TRUE;
  self->menu_base = base;
  etp_canvas_emit_menu_requested (self, &place);
}

/* What is selected and of the sort of what is there, which is not; NULL: nothing. */
static GPtrArray *
dup_base (EtpCanvas *self, EtpItemRef ref)
{
  g_autoptr (GPtrArray) items = NULL;
  const EtpItem *item;

  if (etp_item_ref_is_none (ref) || etp_canvas_is_selected (self, ref))
    return NULL;
  item = etp_scene_get_item (self->scene, ref);
  if (item->kind == ETP_ITEM_CELL) /* which is no thing */
    return NULL;
  items = etp_canvas_dup_chosen_items (self);
  for (guint i = items->len; i > 0; i--)
    {
      const EtpItem *other = g_ptr_array_index (items, i - 1);

      if (other->kind == ETP_ITEM_CELL || !etp_canvas_may_end_at (other, item))
        g_ptr_array_remove_index_fast (items, i - 1);
    }
  return items->len > 0 ? g_steal_pointer (&items) : NULL;
}

/* With the pointer or a finger. */
static void
request_at (EtpCanvas *self, double x, double y, gboolean by_finger)
{
  g_autoptr (GPtrArray) base = NULL;
  EtpCanvasPlace place;
  EtpItemRef ref;

  if (self->journey == NULL || etp_canvas_is_on_editor (self, x, y))
    return;
  etp_canvas_end_editing (self, FALSE);
  etp_canvas_cancel_tool (self);
  ref = etp_canvas_pick (self, x, y);
  if (etp_item_ref_is_none (ref) && etp_canvas_get_place (self, x, y, &place))
    ref = etp_canvas_find_empty_cell (self, etp_node_get_id (place.lane),
                                      etp_node_get_id (place.phase));
  ref = etp_canvas_grab_focus_at (self, ref);
  if (by_finger)
    base = dup_base (self, ref);
  if (etp_item_ref_is_none (ref) || !etp_canvas_is_selected (self, ref))
    etp_canvas_select (self, ref);
  else if (!etp_item_ref_equal (ref, self->selection))
    {
      /* What is for one thing alone is for the one of them that was pointed at. */
      etp_canvas_leave_cell (self);
      etp_canvas_take_choice (self, g_hash_table_ref (self->choice->items), ref, FALSE);
    }
  request (self, x, y, g_steal_pointer (&base));
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, EtpCanvas *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  self->is_menu_pressed = event != NULL && gdk_event_triggers_context_menu (event)
                          && !etp_canvas_is_on_editor (self, x, y);
  if (!self->is_menu_pressed)
    return;
  self->menu_press_x = x;
  self->menu_press_y = y;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Where the button went down, but no sooner: GTK 4.8 does not end the press under a popover that opens
 * meanwhile. The map, and all that it is in, would count as pressed from then on. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, EtpCanvas *self)
{
  if (!self->is_menu_pressed)
    return;
  self->is_menu_pressed = FALSE;
  request_at (self, self->menu_press_x, self->menu_press_y, FALSE);
}

static void
on_long_pressed (GtkGestureLongPress *gesture, double x, double y, EtpCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  request_at (self, x, y, TRUE);
}

void
etp_canvas_show_menu (EtpCanvas *self)
{
  const EtpItemRef ref = etp_canvas_get_selection (self);
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  GdkRectangle place;
  EtpRect box;

  if (self->journey == NULL)
    return;
  etp_canvas_forget_menu_place (self);
  if (etp_item_ref_is_none (ref))
    {
      request (self, x, y, NULL);
      return;
    }
  box = etp_canvas_get_item_bounds (self, ref);
  place = (GdkRectangle){ (int) box.x, (int) box.y, (int) box.width, (int) box.height };
  etp_canvas_emit_menu_requested (self, &place);
}

void
etp_canvas_forget_menu_place (EtpCanvas *self)
{
  self->has_menu_place = FALSE;
  g_clear_pointer (&self->menu_base, g_ptr_array_unref);
}

gboolean
etp_canvas_can_select_also (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  return self->menu_base != NULL && !etp_item_ref_is_none (etp_canvas_get_selection (self));
}

void
etp_canvas_select_also (EtpCanvas *self)
{
  g_autoptr (GPtrArray) base = g_steal_pointer (&self->menu_base);
  const EtpItemRef ref = etp_canvas_get_selection (self);
  GHashTable *items;

  if (base == NULL || etp_item_ref_is_none (ref))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  items = etp_canvas_new_choice ();
  for (guint i = 0; i < base->len; i++)
    if (!etp_item_ref_is_none (etp_canvas_find_item (self, g_ptr_array_index (base, i))))
      g_hash_table_add (items, etp_item_ref (g_ptr_array_index (base, i)));
  etp_canvas_take_choice (self, items, ref, FALSE);
}

gboolean
etp_canvas_get_menu_place (EtpCanvas *self, EtpCanvasPlace *place)
{
  double x, y;

  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  if (!self->has_menu_place || self->journey == NULL)
    return etp_canvas_get_selected_place (self, place);
  etp_canvas_from_map (self, self->menu_x, self->menu_y, &x, &y);
  return etp_canvas_get_place (self, x, y, place);
}

static gboolean
has_popover (EtpCanvas *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return TRUE;
  return FALSE;
}

/* Another menu, or what a row has opened, is about its place still. */
static void
on_unparented (GtkWidget *popover, GParamSpec *pspec, EtpCanvas *self)
{
  if (gtk_widget_get_parent (popover) == NULL && !has_popover (self))
    etp_canvas_forget_menu_place (self);
}

/* Not at once: the action of a menu's row runs after the menu has closed. */
static void
on_closed (GtkPopover *popover, EtpCanvas *self)
{
  etp_unparent_later (GTK_WIDGET (popover));
}

static void
popup (GtkWidget *popover, gpointer data)
{
  gtk_popover_popup (GTK_POPOVER (popover));
}

typedef struct
{
  GtkPopover *popover; /* owned */
  EtpRect place;
} Pointing;

static void
pointing_free (gpointer data)
{
  Pointing *pointing = data;

  g_object_unref (pointing->popover);
  g_free (pointing);
}

static gboolean
point_again (gpointer user_data)
{
  Pointing *pointing = user_data;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (pointing->popover));

  if (parent != NULL)
    etp_point_to (pointing->popover, parent, &pointing->place);
  return G_SOURCE_REMOVE;
}

void
etp_canvas_popup (EtpCanvas *self, GtkPopover *popover, const GdkRectangle *place)
{
  Pointing *pointing;

  g_return_if_fail (ETP_IS_CANVAS (self));
  g_return_if_fail (GTK_IS_POPOVER (popover));

  if (gtk_widget_get_parent (GTK_WIDGET (popover)) == NULL)
    gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (self));
  pointing = g_new (Pointing, 1);
  *pointing = (Pointing){ g_object_ref (popover),
                          { place->x, place->y, place->width, place->height } };
  etp_point_to (popover, GTK_WIDGET (self), &pointing->place);
  /* GTK puts the lines between the sections of a menu in before it is drawn, but not at once. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, point_again, pointing, pointing_free);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (popover, "notify::parent", G_CALLBACK (on_unparented), self,
                           G_CONNECT_DEFAULT);
  etp_buttons_call_when_up (GTK_WIDGET (popover), popup, NULL, NULL);
}

void
etp_canvas_dispose_menus (EtpCanvas *self)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
    }
}

void
etp_canvas_add_menu_gestures (EtpCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
