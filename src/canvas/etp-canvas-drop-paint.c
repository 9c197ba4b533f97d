/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-drop-private.h"

#include <math.h>

#include "etp-cell-plan.h"

/* Where a drop would go: the cell's tint, the mark, and a veil over what is elsewhere now. */

#define VEIL_ALPHA 0.7f
#define AROUND 5.0 /* map units */

static graphene_rect_t
get_bounds (EtpCanvas *self, const EtpRect *rect)
{
  double x, y;

  etp_canvas_from_map (self, rect->x, rect->y, &x, &y);
  return GRAPHENE_RECT_INIT ((float) round (x), (float) round (y),
                             (float) round (rect->width * self->zoom),
                             (float) round (rect->height * self->zoom));
}

static void
add_box (EtpCanvas *self,
         GtkSnapshot *snapshot,
         const EtpRect *rect,
         double radius,
         double alpha,
         double border)
{
  GdkRGBA rgba = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  const float widths[4] = { (float) border, (float) border, (float) border, (float) border };
  const graphene_rect_t bounds = get_bounds (self, rect);
  GskRoundedRect outline;

  rgba.alpha = (float) alpha;
  gsk_rounded_rect_init_from_rect (
      &outline, &bounds, (float) MIN (radius, MIN (bounds.size.width, bounds.size.height) / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
  rgba.alpha = 1;
  if (border > 0)
    gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[4]){ rgba, rgba, rgba, rgba });
}

/* Further out the cards of a cell are one bitmap: a veil lies over those that are elsewhere now. */
static void
veil_faded (EtpCanvas *self, GtkSnapshot *snapshot)
{
  GdkRGBA veil = etp_canvas_get_rgba (self, ETP_COLOR_PAPER);
  GHashTableIter iter;
  gpointer id;

  veil.alpha = VEIL_ALPHA;
  g_hash_table_iter_init (&iter, self->drop->faded);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const EtpItemRef ref = etp_scene_find_node (self->scene, id, ETP_ITEM_CARD);
      const EtpItem *item = etp_item_ref_is_none (ref) ? NULL
                                                       : etp_scene_get_item (self->scene, ref);
      EtpRect rect;
      graphene_rect_t bounds;

      if (item == NULL || !etp_cell_plan_merges (item))
        continue;
      rect = etp_scene_item_rect (self->scene, ref, NULL);
      bounds = get_bounds (self, &rect);
      gtk_snapshot_append_color (snapshot, &veil, &bounds);
    }
}

void
etp_canvas_snapshot_drop (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const struct _EtpDropView *view = self->drop;
  double left, top;

  if (view == NULL || self->scene == NULL)
    return;
  if (view->faded != NULL && etp_detail_for_zoom (self->zoom) > ETP_DETAIL_TITLES)
    veil_faded (self, snapshot);
  if (!view->has_place)
    return;
  etp_canvas_get_strips (self, &left, &top);
  gtk_snapshot_push_clip (
      snapshot,
      &GRAPHENE_RECT_INIT ((float) left, (float) top,
                           (float) gtk_widget_get_width (GTK_WIDGET (self)) - (float) left,
                           (float) gtk_widget_get_height (GTK_WIDGET (self)) - (float) top));
  add_box (self, snapshot, &view->place.cell, 8, 0.07, 0);
  if (view->place.head_id != NULL || view->place.onto_id != NULL)
    {
      const EtpRect mark = view->place.mark;

      /* Around it, so that what is held over it does not hide it. */
      add_box (self, snapshot,
               &(EtpRect){ mark.x - AROUND, mark.y - AROUND, mark.width + 2 * AROUND,
                           mark.height + 2 * AROUND },
               9 + AROUND, 0.10, 3);
    }
  else
    add_box (self, snapshot, &view->place.mark, 9, 0.22, 2);
  gtk_snapshot_pop (snapshot);
}
