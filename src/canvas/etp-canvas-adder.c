/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <math.h>

#include "scene/etp-drop.h"
#include "scene/etp-scene-place.h"

/* The "+" that appears below the things of the cell under the pointer, or in the middle of an empty
 * cell (side by side: of its part below a step), and adds there. Only for the pointer: the keyboard has
 * Insert. Not where the map is too small for it, and not while something is dragged or typed. */

#define SIZE_PX 20.0
#define SIGN_PX 9.0
#define STROKE_PX 2.0
#define GAP 3.0 /* below the last thing, on the map */
#define LEAST_ZOOM 0.5

/* TRUE: there is one now, with its box in the widget. */
static gboolean
find_box (EtpCanvas *self, EtpRect *box, EtpCanvasPlace *place)
{
  const EtpRect *last;
  EtpRect slot;
  EtpScenePlace found;
  double x, y, x_map, y_map;

  if (!self->pointer.is_inside || self->pointer.is_panning || self->zoom < LEAST_ZOOM
      || etp_canvas_get_tool (self) != NULL || etp_canvas_is_editing (self)
      || !etp_canvas_get_place (self, self->pointer.x, self->pointer.y, place)
      || !etp_canvas_can_add (self, place->lane))
    return FALSE;
  etp_canvas_to_map (self, self->pointer.x, self->pointer.y, &x_map, &y_map);
  if (!etp_scene_find_place (self->scene, x_map, y_map, NULL, &found))
    return FALSE;
  last = &found.last;
  if (found.near_id == NULL
      && etp_drop_find_slot (self->scene, place->lane, place->phase, &found.cell, x_map, &slot)
             != NULL)
    {
      found.last.x = slot.x;
      found.last.width = slot.width;
    }
  etp_canvas_from_map (self, last->x + last->width / 2, last->y + last->height + GAP, &x, &y);
  if (found.near_id != NULL)
    {
      if (!etp_scene_get_place (self->scene, found.phase_id, found.lane_id, NULL, &found))
        return FALSE;
      place->index = G_MAXUINT;
    }
  else
    y += 1;
  *box = (EtpRect){ round (x - SIZE_PX / 2), round (y), SIZE_PX, SIZE_PX };
  return TRUE;
}

void
etp_canvas_update_adder (EtpCanvas *self)
{
  EtpCanvasPlace place;
  EtpRect box = { 0 };

  if (self->scene == NULL || !find_box (self, &box, &place))
    box = (EtpRect){ 0 };
  if (box.x == self->adder.x && box.y == self->adder.y && box.width == self->adder.width)
    {
      const gboolean is_over = box.width > 0
                               && etp_rect_contains (&box, self->pointer.x, self->pointer.y);

      if (is_over == self->is_over_adder)
        return;
    }
  self->adder = box;
  self->is_over_adder = box.width > 0 && etp_rect_contains (&box, self->pointer.x, self->pointer.y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
etp_canvas_press_adder (EtpCanvas *self, double x, double y)
{
  EtpCanvasPlace place;
  EtpRect box;

  /* A finger has no pointer with which a "+" would come along: it meets only the one that is to be seen
   * where the pointer rests. */
  if (!self->pointer.has_finger)
    {
      self->pointer.x = x;
      self->pointer.y = y;
    }
  return self->scene != NULL && find_box (self, &box, &place) && etp_rect_contains (&box, x, y)
         && etp_canvas_add (self, &place);
}

static GdkRGBA
get_rgba (EtpRgba color, float alpha)
{
  return (GdkRGBA){ (float) (color >> 24) / 255.0f, (float) (color >> 16 & 0xff) / 255.0f,
                    (float) (color >> 8 & 0xff) / 255.0f, alpha };
}

void
etp_canvas_snapshot_adder (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const EtpRect *box = &self->adder;
  const GdkRGBA blue = get_rgba (etp_style_get_color (self->style, ETP_COLOR_SELECTION), 1);
  const GdkRGBA card = get_rgba (etp_style_get_color (self->style, ETP_COLOR_CARD), 1);
  const GdkRGBA dim = get_rgba (etp_style_get_color (self->style, ETP_COLOR_DIM), 1);
  const GdkRGBA *sign = self->is_over_adder ? &card : &dim;
  const GdkRGBA ring = self->is_over_adder ? blue : dim;
  const float widths[4] = { 1, 1, 1, 1 };
  const double x = box->x + box->width / 2, y = box->y + box->height / 2;
  GskRoundedRect circle;

  if (box->width <= 0 || etp_canvas_get_tool (self) != NULL || etp_canvas_is_editing (self))
    return;
  gsk_rounded_rect_init_from_rect (
      &circle,
      &GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width, (float) box->height),
      (float) (SIZE_PX / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, self->is_over_adder ? &blue : &card, &circle.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &circle, widths, (GdkRGBA[4]){ ring, ring, ring, ring });
  gtk_snapshot_append_color (snapshot, sign,
                             &GRAPHENE_RECT_INIT ((float) (x - SIGN_PX / 2),
                                                  (float) (y - STROKE_PX / 2), (float) SIGN_PX,
                                                  (float) STROKE_PX));
  gtk_snapshot_append_color (snapshot, sign,
                             &GRAPHENE_RECT_INIT ((float) (x - STROKE_PX / 2),
                                                  (float) (y - SIGN_PX / 2), (float) STROKE_PX,
                                                  (float) SIGN_PX));
}
