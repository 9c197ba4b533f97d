/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-links.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "etp-canvas-private.h"
#include "model/etp-edit.h"

/* A card or measure that is selected alone shows a handle at the right of its lower edge: the
 * middle is the adder's, the corner changes over how many phases a card spans. Dragged to another one
 * it draws a link; what kind of link that is follows from what they are (etp_edit_join) and can be
 * changed afterwards. */

#define HANDLE_PX 9.0 /* radius */
#define REACH_PX 13.0 /* a finger is larger than that, but the card below must stay reachable */
#define FROM_RIGHT_PX 34.0 /* its middle, from the card's right edge */
#define LINE_PX 2.0
#define ARROW_PX 9.0

static gboolean
can_link (EtpCanvas *self, EtpItemRef ref)
{
  const EtpItem *item = etp_item_ref_is_none (ref) ? NULL : etp_scene_get_item (self->scene, ref);

  return item != NULL && item->node_id != NULL
         && (item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_MEASURE
             || item->kind == ETP_ITEM_IMAGE);
}

/* Where the handle is; FALSE if there is none. */
static gboolean
get_handle (EtpCanvas *self, double *x, double *y)
{
  g_autoptr (GPtrArray) selected = NULL;
  double left, top;
  EtpRect box;

  if (self->scene == NULL || self->is_scene_old || !can_link (self, self->selection)
      || etp_detail_for_zoom (self->zoom) > ETP_DETAIL_TITLES
      || etp_journey_get_read_only (self->journey) || etp_canvas_is_editing (self))
    return FALSE;
  selected = etp_canvas_dup_selected_nodes (self);
  if (selected->len != 1)
    return FALSE;
  box = etp_canvas_get_item_bounds (self, self->selection);
  *x = box.x + box.width - MIN (FROM_RIGHT_PX, box.width / 4);
  *y = box.y + box.height;
  etp_canvas_get_strips (self, &left, &top);
  return *x > left && *y > top;
}

static EtpNode *
get_node (EtpCanvas *self, EtpItemRef ref)
{
  return etp_journey_get_node (self->journey, etp_scene_get_item (self->scene, ref)->node_id);
}

/* Connects two nodes and selects the new link. */
static void
join (EtpCanvas *self, EtpNode *from, EtpNode *to)
{
  g_autoptr (GError) error = NULL;
  EtpNode *link = etp_edit_join (self->journey, from, to, &error);
  EtpItemRef ref;

  if (link == NULL)
    {
      etp_canvas_tell_error (self, error);
      return;
    }
  etp_canvas_ensure_scene (self);
  ref = etp_scene_find_link (self->scene, etp_node_get_id (link));
  if (!etp_item_ref_is_none (ref))
    etp_canvas_select (self, ref);
}

gboolean
etp_canvas_is_on_link_handle (EtpCanvas *self, double x, double y)
{
  double handle_x, handle_y;

  return get_handle (self, &handle_x, &handle_y) && hypot (x - handle_x, y - handle_y) <= REACH_PX;
}

static gboolean
link_take (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  return etp_canvas_is_on_link_handle (self, drag->x0, drag->y0);
}

/* The map goes on beyond the edges of the widget, but nobody sees what is there. */
static EtpItemRef
find_target (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  const EtpItemRef ref = gtk_widget_contains (GTK_WIDGET (self), drag->x, drag->y)
                             ? etp_canvas_pick (self, drag->x, drag->y)
                             : ETP_ITEM_REF_NONE;

  return can_link (self, ref) && get_node (self, ref) != get_node (self, self->selection)
             ? ref
             : ETP_ITEM_REF_NONE;
}

static void
link_finish (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  const EtpItemRef target = find_target (self, drag);

  etp_canvas_cancel_link (self); /* one that was begun by keyboard: this one stands for it */
  if (!can_link (self, self->selection))
    return;
  if (etp_item_ref_is_none (target))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    join (self, get_node (self, self->selection), get_node (self, target));
}

static void
set_color (cairo_t *cr, EtpCanvas *self, EtpColorRole role)
{
  const EtpRgba color = etp_style_get_color (self->style, role);

  cairo_set_source_rgba (cr, (color >> 24) / 255.0, (color >> 16 & 0xff) / 255.0,
                         (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

static cairo_t *
append_cairo (EtpCanvas *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                     (float) gtk_widget_get_height (widget)));
}

static void
draw_arrow (EtpCanvas *self, cairo_t *cr, double x0, double y0, double x1, double y1)
{
  const double length = hypot (x1 - x0, y1 - y0);

  if (length < 1)
    return;
  set_color (cr, self, ETP_COLOR_SELECTION);
  cairo_set_line_width (cr, LINE_PX);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
  cairo_translate (cr, x1, y1);
  cairo_rotate (cr, atan2 (y1 - y0, x1 - x0));
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -ARROW_PX, ARROW_PX / 2);
  cairo_line_to (cr, -ARROW_PX, -ARROW_PX / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_ring (EtpCanvas *self, cairo_t *cr, EtpItemRef ref)
{
  const EtpRect box = etp_canvas_get_item_bounds (self, ref);

  set_color (cr, self, ETP_COLOR_SELECTION);
  cairo_set_line_width (cr, LINE_PX);
  cairo_rectangle (cr, box.x - 3, box.y - 3, box.width + 6, box.height + 6);
  cairo_stroke (cr);
}

static void
link_snapshot (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const EtpCanvasDrag *drag = &self->tools.drag;
  EtpItemRef target;
  double x, y;
  cairo_t *cr;

  if (!get_handle (self, &x, &y))
    return;
  cr = append_cairo (self, snapshot);
  target = find_target (self, drag);
  if (!etp_item_ref_is_none (target))
    draw_ring (self, cr, target);
  draw_arrow (self, cr, x, y, drag->x, drag->y);
  cairo_destroy (cr);
}

const EtpCanvasTool etp_canvas_tool_link = {
  .name = "link",
  .take = link_take,
  .finish = link_finish,
  .snapshot = link_snapshot,
  .cursor = "crosshair",
};

static void
draw_handle (EtpCanvas *self, cairo_t *cr, double x, double y)
{
  cairo_arc (cr, x, y, HANDLE_PX + 1.5, 0, 2 * G_PI);
  set_color (cr, self, ETP_COLOR_PAPER);
  cairo_fill (cr);
  cairo_arc (cr, x, y, HANDLE_PX, 0, 2 * G_PI);
  set_color (cr, self, ETP_COLOR_SELECTION);
  cairo_fill (cr);
  set_color (cr, self, ETP_COLOR_PAPER);
  cairo_set_line_width (cr, LINE_PX);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - 4.5, y);
  cairo_line_to (cr, x + 4.5, y);
  cairo_move_to (cr, x + 1, y - 3.5);
  cairo_line_to (cr, x + 4.5, y);
  cairo_line_to (cr, x + 1, y + 3.5);
  cairo_stroke (cr);
}

/* The item where the link that is being chosen begins. */
static EtpItemRef
find_source (EtpCanvas *self)
{
  static const EtpItemKind kinds[] = { ETP_ITEM_CARD, ETP_ITEM_MEASURE, ETP_ITEM_IMAGE };
  EtpItemRef ref = ETP_ITEM_REF_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && etp_item_ref_is_none (ref); i++)
    ref = etp_scene_find_node (self->scene, self->link_from, kinds[i]);
  return ref;
}

static void
snapshot_choice (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const EtpItemRef source = find_source (self);
  cairo_t *cr;

  if (etp_item_ref_is_none (source))
    return;
  cr = append_cairo (self, snapshot);
  draw_ring (self, cr, source);
  if (can_link (self, self->selection) && !etp_item_ref_equal (source, self->selection))
    {
      const EtpRect a = etp_canvas_get_item_bounds (self, source);
      const EtpRect b = etp_canvas_get_item_bounds (self, self->selection);

      draw_arrow (self, cr, a.x + a.width / 2, a.y + a.height / 2, b.x + b.width / 2,
                  b.y + b.height / 2);
    }
  cairo_destroy (cr);
}

void
etp_canvas_snapshot_links (EtpCanvas *self, GtkSnapshot *snapshot)
{
  double x, y;
  cairo_t *cr;

  if (self->scene == NULL || etp_canvas_get_tool (self) != NULL)
    return;
  if (self->link_from != NULL)
    {
      snapshot_choice (self, snapshot);
      return;
    }
  if (!get_handle (self, &x, &y))
    return;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) (x - REACH_PX), (float) (y - REACH_PX),
                                     (float) (2 * REACH_PX), (float) (2 * REACH_PX)));
  draw_handle (self, cr, x, y);
  cairo_destroy (cr);
}

static const char *
get_request (void)
{
  return _ ("Select where the link leads and press Enter; Escape gives up.");
}

void
etp_canvas_begin_link (EtpCanvas *self)
{
  if (etp_canvas_tell_read_only (self))
    return;
  if (etp_canvas_get_scene (self) == NULL || !can_link (self, self->selection))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  g_clear_pointer (&self->link_from, g_free);
  self->link_from = g_strdup (etp_scene_get_item (self->scene, self->selection)->node_id);
  etp_canvas_tell (self, get_request (), FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where a link cannot lead, as to what it begins at, it goes on being drawn: Enter would otherwise begin
 * something else there. */
gboolean
etp_canvas_finish_link (EtpCanvas *self)
{
  g_autofree char *id = NULL;
  EtpItemRef to;
  EtpNode *from;

  if (self->link_from == NULL)
    return FALSE;
  to = etp_canvas_get_selection (self);
  if (!can_link (self, to)
      || g_str_equal (etp_scene_get_item (self->scene, to)->node_id, self->link_from))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  id = g_steal_pointer (&self->link_from);
  etp_canvas_take_back (self, get_request ());
  from = etp_journey_get_node (self->journey, id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (from == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    join (self, from, get_node (self, to));
  return TRUE;
}

gboolean
etp_canvas_cancel_link (EtpCanvas *self)
{
  if (self->link_from == NULL)
    return FALSE;
  g_clear_pointer (&self->link_from, g_free);
  etp_canvas_take_back (self, get_request ());
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

void
etp_canvas_check_link (EtpCanvas *self)
{
  if (self->link_from != NULL && etp_journey_get_node (self->journey, self->link_from) == NULL)
    etp_canvas_cancel_link (self);
}
