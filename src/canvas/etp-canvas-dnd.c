/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include <math.h>

#include "etp-canvas-drag.h"
#include "etp-canvas-drop.h"
#include "etp-canvas-private.h"
#include "etp-drop-site.h"

/* Between windows and programs: what leaves the widget goes on as a drag of the toolkit, and what
 * comes from anywhere is shown and dropped here. What it is made of is the delegate's business; of
 * things that come back to the canvas that they were taken from nothing is read at all. */

#define FOREIGN_HEIGHT 60.0 /* of something whose height is not known, map units */

typedef struct
{
  const EtpCanvasDelegate *delegate; /* borrowed; NULL: nothing goes in or out */
  gpointer user_data;
  GdkDrag *drag; /* owned: of what left this canvas, or is carried; NULL */
  EtpCanvasLoad *load; /* owned, with drag */
  double x, y; /* where something is held over the widget */
  gboolean is_over;
  gboolean is_copy;
  gboolean is_carried; /* drag is somebody else's, who ends it */
  guint edge_id; /* tick callback: the pointer is at an edge, the map scrolls */
} Exchange;

static Exchange *
get_exchange (EtpCanvas *self)
{
  if (self->exchange == NULL)
    self->exchange = g_new0 (Exchange, 1);
  return self->exchange;
}

EtpCanvasLoad *
etp_canvas_get_load (EtpCanvas *self)
{
  return self->exchange != NULL ? ((Exchange *) self->exchange)->load : NULL;
}

static void on_dnd_finished (GdkDrag *drag, EtpCanvas *self);

static void on_dnd_cancel (GdkDrag *drag, GdkDragCancelReason reason, EtpCanvas *self);

static void
end_drag (EtpCanvas *self, gboolean is_dropped)
{
  Exchange *exchange = self->exchange;
  g_autoptr (GdkDrag) drag = g_steal_pointer (&exchange->drag);

  g_signal_handlers_disconnect_by_func (drag, on_dnd_finished, self);
  g_signal_handlers_disconnect_by_func (drag, on_dnd_cancel, self);
  gdk_drag_drop_done (drag, is_dropped);
  g_clear_pointer (&exchange->load, etp_canvas_load_free);
  etp_canvas_hide_drop (self);
  etp_canvas_fade (self, NULL);
}

static void
on_dnd_finished (GdkDrag *drag, EtpCanvas *self)
{
  end_drag (self, TRUE);
}

static void
on_dnd_cancel (GdkDrag *drag, GdkDragCancelReason reason, EtpCanvas *self)
{
  end_drag (self, FALSE);
}

static void on_late_finished (GdkDrag *drag);

static void on_late_cancel (GdkDrag *drag);

static void
end_late (GdkDrag *drag, gboolean is_dropped)
{
  g_signal_handlers_disconnect_by_func (drag, on_late_finished, NULL);
  g_signal_handlers_disconnect_by_func (drag, on_late_cancel, NULL);
  gdk_drag_drop_done (drag, is_dropped);
  g_object_unref (drag);
}

static void
on_late_finished (GdkDrag *drag)
{
  end_late (drag, TRUE);
}

static void
on_late_cancel (GdkDrag *drag)
{
  end_late (drag, FALSE);
}

/* Another drag begins while a slow program still takes what was dropped there: it gets it, but the canvas
 * has no more to do with it. */
static void
let_go (EtpCanvas *self)
{
  GdkDrag *drag = g_steal_pointer (&((Exchange *) self->exchange)->drag);

  g_signal_handlers_disconnect_by_func (drag, on_dnd_finished, self);
  g_signal_handlers_disconnect_by_func (drag, on_dnd_cancel, self);
  g_signal_connect (drag, "dnd-finished", G_CALLBACK (on_late_finished), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_late_cancel), NULL);
}

static void
set_icon (GdkDrag *drag, const EtpCanvasLoad *load)
{
  GtkSnapshot *snapshot;
  g_autoptr (GdkPaintable) paintable = NULL;
  graphene_rect_t bounds;

  if (load->icon == NULL)
    return;
  gsk_render_node_get_bounds (load->icon, &bounds);
  snapshot = gtk_snapshot_new ();
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-bounds.origin.x, -bounds.origin.y));
  gtk_snapshot_append_node (snapshot, load->icon);
  paintable = gtk_snapshot_free_to_paintable (snapshot, &bounds.size);
  gtk_drag_icon_set_from_paintable (drag, paintable,
                                    (int) (load->grab_x - (double) bounds.origin.x),
                                    (int) (load->grab_y - (double) bounds.origin.y));
}

/* Nothing of the widget follows this press any more. */
static void
reset_controllers (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller))
        gtk_event_controller_reset (controller);
    }
}

void
etp_canvas_hold_drag (EtpCanvas *self, GdkDrag *drag, EtpCanvasLoad *load)
{
  Exchange *exchange = get_exchange (self);

  exchange->drag = drag;
  exchange->load = load;
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (on_dnd_finished), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_dnd_cancel), self, 0);
  set_icon (drag, load);
  etp_canvas_fade (self, load->ids);
}

gboolean
etp_canvas_drag_out (EtpCanvas *self, EtpCanvasLoad *load, GdkDevice *device)
{
  Exchange *exchange = get_exchange (self);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  g_autoptr (GdkContentProvider) content = NULL;
  GdkDrag *drag;

  if (exchange->drag != NULL || exchange->delegate == NULL || native == NULL)
    return FALSE;
  content = exchange->delegate->provide (self, load->nodes, exchange->user_data);
  if (content == NULL)
    return FALSE;
  drag = gdk_drag_begin (gtk_native_get_surface (native), device, content,
                         GDK_ACTION_COPY | GDK_ACTION_MOVE, 0, 0);
  if (drag == NULL)
    return FALSE;
  etp_canvas_hold_drag (self, drag, load);
  reset_controllers (GTK_WIDGET (self));
  return TRUE;
}

/* TRUE: it was taken from this canvas, of the journey that is still shown. */
static gboolean
is_own (EtpCanvas *self, GdkDrop *drop)
{
  const Exchange *exchange = self->exchange;

  return exchange->drag != NULL && exchange->load != NULL
         && gdk_drop_get_drag (drop) == exchange->drag;
}

static GdkDragAction
choose_action (EtpCanvas *self, GdkDrop *drop)
{
  Exchange *exchange = self->exchange;
  const GdkDragAction actions = gdk_drop_get_actions (drop);

  exchange->is_copy = TRUE;
  if (is_own (self, drop) && (actions & GDK_ACTION_MOVE) != 0)
    {
      exchange->is_copy = FALSE;
      return GDK_ACTION_MOVE;
    }
  return (actions & GDK_ACTION_COPY) != 0 ? GDK_ACTION_COPY : actions & GDK_ACTION_MOVE;
}

static const EtpDropPlace *
show_drop (EtpCanvas *self, GdkDrop *drop)
{
  Exchange *exchange = self->exchange;
  const EtpDrop foreign = { .journey = self->journey, .height = FOREIGN_HEIGHT };

  if (self->journey == NULL || etp_journey_get_read_only (self->journey))
    return NULL;
  if (!is_own (self, drop))
    return etp_canvas_show_drop (self, &foreign, exchange->x, exchange->y);
  etp_canvas_fade (self, exchange->is_copy ? NULL : exchange->load->ids);
  return etp_canvas_load_show (self, exchange->load, exchange->x, exchange->y, exchange->is_copy);
}

static gboolean
on_edge_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  EtpCanvas *self = ETP_CANVAS (widget);
  Exchange *exchange = self->exchange;
  double dx, dy;

  etp_canvas_get_edge_scroll (self, exchange->x, exchange->y, &dx, &dy);
  if (!exchange->is_over || (dx == 0 && dy == 0))
    {
      exchange->edge_id = 0;
      return G_SOURCE_REMOVE;
    }
  etp_canvas_scroll_by (self, dx, dy, 0);
  return G_SOURCE_CONTINUE;
}

static GdkDragAction
on_drag_motion (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, EtpCanvas *self)
{
  Exchange *exchange = self->exchange;
  const GdkDragAction action = choose_action (self, drop);
  double dx, dy;

  if (self->journey == NULL)
    return 0;
  exchange->x = x;
  exchange->y = y;
  exchange->is_over = TRUE;
  etp_canvas_get_edge_scroll (self, x, y, &dx, &dy);
  if (exchange->edge_id == 0 && (dx != 0 || dy != 0))
    exchange->edge_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_edge_tick, NULL, NULL);
  if (show_drop (self, drop) != NULL)
    return action;
  /* A map among the files can be opened wherever they are dropped. */
  return !is_own (self, drop)
                 && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop),
                                                       GDK_TYPE_FILE_LIST)
             ? action
             : 0;
}

static void
on_drag_leave (GtkDropTargetAsync *target, GdkDrop *drop, EtpCanvas *self)
{
  ((Exchange *) self->exchange)->is_over = FALSE;
  etp_canvas_hide_drop (self);
}

static EtpCanvasTarget
get_target (EtpCanvas *self, const EtpDropPlace *place)
{
  EtpCanvasTarget target = { .index = G_MAXUINT };

  if (place == NULL)
    return target;
  target.lane = etp_journey_get_node (self->journey, place->lane_id);
  target.phase = etp_journey_get_node (self->journey, place->phase_id);
  target.index = place->index;
  if (place->step_id != NULL)
    target.step = etp_journey_get_node (self->journey, place->step_id);
  return target;
}

static gboolean
on_drop (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, EtpCanvas *self)
{
  Exchange *exchange = self->exchange;
  const GdkDragAction action = choose_action (self, drop);
  EtpCanvasTarget place;

  exchange->x = x;
  exchange->y = y;
  exchange->is_over = FALSE;
  if (self->journey == NULL)
    {
      gdk_drop_finish (drop, 0); /* who drags waits for it */
      return TRUE;
    }
  if (is_own (self, drop))
    {
      etp_canvas_load_drop (self, exchange->load, x, y, exchange->is_copy);
      gdk_drop_finish (drop, action);
      return TRUE;
    }
  /* Before a place is looked for: a new card that is blank goes with it, and what was typed in a field
   * elsewhere is written. */
  etp_canvas_end_editing (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  place = get_target (self, show_drop (self, drop));
  etp_canvas_hide_drop (self);
  return exchange->delegate->drop (self, drop, &place, exchange->user_data);
}

void
etp_canvas_carry (EtpCanvas *self, GdkDrag *drag, GPtrArray *cards)
{
  Exchange *exchange;

  g_return_if_fail (ETP_IS_CANVAS (self));
  g_return_if_fail (GDK_IS_DRAG (drag));

  exchange = get_exchange (self);
  /* The end of an older one, which a slow program took until now, is nothing to the next. */
  if (cards == NULL && drag != exchange->drag)
    return;
  if (exchange->drag != NULL && !exchange->is_carried)
    let_go (self);
  g_clear_object (&exchange->drag);
  g_clear_pointer (&exchange->load, etp_canvas_load_free);
  etp_canvas_hide_drop (self);
  etp_canvas_fade (self, NULL);
  exchange->is_carried = cards != NULL;
  if (cards == NULL)
    return;
  exchange->drag = g_object_ref (drag);
  exchange->load = etp_canvas_load_new_for_cards (cards, FOREIGN_HEIGHT);
}

GPtrArray *
etp_canvas_dup_carried (EtpCanvas *self, GdkDrop *drop)
{
  Exchange *exchange;
  GPtrArray *cards;

  g_return_val_if_fail (ETP_IS_CANVAS (self), NULL);

  exchange = get_exchange (self);
  if (!is_own (self, drop) || exchange->load == NULL || exchange->load->nodes->len == 0
      || etp_node_get_list (exchange->load->nodes->pdata[0]) != ETP_LIST_CARDS)
    return NULL;
  cards = g_ptr_array_new ();
  for (guint i = 0; i < exchange->load->nodes->len; i++)
    g_ptr_array_add (cards, exchange->load->nodes->pdata[i]);
  return cards;
}

GdkContentProvider *
etp_canvas_provide (EtpCanvas *self, GPtrArray *nodes)
{
  Exchange *exchange;

  g_return_val_if_fail (ETP_IS_CANVAS (self), NULL);

  exchange = get_exchange (self);
  return exchange->delegate != NULL ? exchange->delegate->provide (self, nodes, exchange->user_data)
                                    : NULL;
}

gboolean
etp_canvas_offer_text (EtpCanvas *self, const char *text, const EtpCanvasTarget *target)
{
  const Exchange *exchange = get_exchange (self);

  return exchange->delegate != NULL && exchange->delegate->paste != NULL
         && exchange->delegate->paste (self, text, target, exchange->user_data);
}

void
etp_canvas_set_delegate (EtpCanvas *self, const EtpCanvasDelegate *delegate, gpointer user_data)
{
  static const EtpDropSite site = {
    .drag_motion = G_CALLBACK (on_drag_motion),
    .drag_leave = G_CALLBACK (on_drag_leave),
    .drop = G_CALLBACK (on_drop),
  };
  Exchange *exchange;
  gboolean is_first;

  g_return_if_fail (ETP_IS_CANVAS (self));
  g_return_if_fail (delegate != NULL);

  exchange = get_exchange (self);
  is_first = exchange->delegate == NULL;
  exchange->delegate = delegate;
  exchange->user_data = user_data;
  if (is_first)
    etp_drop_site_add (GTK_WIDGET (self), delegate->dup_formats (),
                       GDK_ACTION_COPY | GDK_ACTION_MOVE, &site);
}

void
etp_canvas_release_load (EtpCanvas *self)
{
  Exchange *exchange = self->exchange;

  if (exchange == NULL || exchange->load == NULL)
    return;
  g_clear_pointer (&exchange->load, etp_canvas_load_free);
  etp_canvas_hide_drop (self);
  etp_canvas_fade (self, NULL);
}

void
etp_canvas_dispose_drag (EtpCanvas *self)
{
  Exchange *exchange = self->exchange;

  g_clear_pointer (&self->load, etp_canvas_load_free);
  if (exchange == NULL)
    return;
  if (exchange->edge_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), exchange->edge_id);
  if (exchange->is_carried)
    etp_canvas_carry (self, exchange->drag, NULL);
  if (exchange->drag != NULL)
    end_drag (self, FALSE);
  g_clear_pointer (&self->exchange, g_free);
}
