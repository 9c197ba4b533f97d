/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include <math.h>

#include "etp-canvas-drag.h"
#include "etp-canvas-drop.h"
#include "etp-canvas-private.h"

/* Cards that are moved inside the window: the picture follows the pointer within the frame that
 * shows the map, so that a step costs no more than the two places where the picture was and is. */

#define LEAVE 4.0 /* px outside the widget: the toolkit's drag takes over */
#define PLUS 9.0 /* radius of the sign that says copy */

static gboolean
take (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  EtpCanvasLoad *load;

  if ((drag->modifiers & GDK_SHIFT_MASK) != 0)
    return FALSE;
  load = etp_canvas_load_new (self, drag->item, drag->x0, drag->y0);
  if (load == NULL)
    return FALSE;
  g_clear_pointer (&self->load, etp_canvas_load_free);
  self->load = load;
  return TRUE;
}

static gboolean
is_copy (const EtpCanvasDrag *drag)
{
  return (drag->modifiers & GDK_CONTROL_MASK) != 0;
}

static gboolean
is_outside (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return drag->x < -LEAVE || drag->y < -LEAVE || drag->x > gtk_widget_get_width (widget) + LEAVE
         || drag->y > gtk_widget_get_height (widget) + LEAVE;
}

static void
put_away (EtpCanvas *self)
{
  etp_canvas_hide_drop (self);
  etp_canvas_fade (self, NULL);
  g_clear_pointer (&self->load, etp_canvas_load_free);
}

/* From here on the load is the toolkit's; where it does not take it, the drag has come to nothing. */
static void
hand_over (EtpCanvas *self, GdkDevice *device)
{
  EtpCanvasLoad *load = g_steal_pointer (&self->load);

  etp_canvas_cancel_tool (self);
  if (!etp_canvas_drag_out (self, load, device))
    etp_canvas_load_free (load);
}

static void
update (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  const EtpDropPlace *place;

  if (self->load == NULL)
    return;
  /* Painted when the drag begins and not when a card is pressed. */
  if (self->load->icon == NULL)
    etp_canvas_load_paint (self, self->load);
  if (is_outside (self, drag) && drag->device != NULL)
    {
      hand_over (self, drag->device);
      return;
    }
  etp_canvas_fade (self, is_copy (drag) ? NULL : self->load->ids);
  place = etp_canvas_load_show (self, self->load, drag->x, drag->y, is_copy (drag));
  self->tools.cursor = place == NULL ? "no-drop" : is_copy (drag) ? "copy" : NULL;
  etp_canvas_update_cursor (self);
}

static void
finish (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  g_autoptr (EtpCanvasLoad) load = g_steal_pointer (&self->load);

  if (load != NULL)
    etp_canvas_load_drop (self, load, drag->x, drag->y, is_copy (drag));
}

static void
append_plus (EtpCanvas *self, GtkSnapshot *snapshot, double x, double y)
{
  const graphene_rect_t box = GRAPHENE_RECT_INIT ((float) (x - PLUS), (float) (y - PLUS),
                                                  (float) (2 * PLUS), (float) (2 * PLUS));
  const GdkRGBA fill = etp_canvas_get_rgba (self, ETP_COLOR_GOOD);
  const GdkRGBA ink = etp_style_is_dark (self->style) ? (GdkRGBA){ 0, 0, 0, 1 }
                                                      : (GdkRGBA){ 1, 1, 1, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, (float) PLUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &box);
  gtk_snapshot_append_color (snapshot, &ink,
                             &GRAPHENE_RECT_INIT ((float) x - 5, (float) y - 1, 10, 2));
  gtk_snapshot_append_color (snapshot, &ink,
                             &GRAPHENE_RECT_INIT ((float) x - 1, (float) y - 5, 2, 10));
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_load (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const EtpCanvasDrag *drag = &self->tools.drag;
  const EtpCanvasLoad *load = self->load;

  if (load == NULL || load->icon == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (drag->x - load->grab_x),
                                                          (float) round (drag->y - load->grab_y)));
  gtk_snapshot_append_node (snapshot, load->icon);
  gtk_snapshot_restore (snapshot);
  if (is_copy (drag))
    append_plus (self, snapshot, drag->x + 18, drag->y + 20);
}

const EtpCanvasTool etp_canvas_tool_cards = {
  .name = "cards",
  .take = take,
  .update = update,
  .finish = finish,
  .cancel = put_away,
  .snapshot = snapshot_load,
  .cursor = "grabbing",
};
