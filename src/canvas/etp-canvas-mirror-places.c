/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-mirror.h"

/* Where the proxies are in the window. Places lag on purpose: they are laid out again when scrolling
 * and zooming rest, because at 10,000 cards that takes 10 ms. */

#define REST_MS 250

static gboolean
on_rest (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->mirror->rest_id = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
etp_canvas_queue_mirror_places (EtpCanvas *self)
{
  if (self->mirror == NULL)
    return;
  g_clear_handle_id (&self->mirror->rest_id, g_source_remove);
  self->mirror->rest_id = g_timeout_add (REST_MS, on_rest, self);
}

/* Pinned proxies lie where their items are shown now. */
static void
place_pinned (EtpCanvas *self)
{
  const EtpRect pins = etp_canvas_get_pins (self);
  EtpMirror *mirror = self->mirror;
  guint n_cells = 0;
  const guint *cells = etp_cell_plans_get_pinned (self->plans, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, cells[i]);
      GtkWidget *cell = cells[i] < mirror->cells->len ? g_ptr_array_index (mirror->cells, cells[i])
                                                      : NULL;
      EtpItemRef ref = { cells[i], 0 };

      if (cell == NULL)
        continue;
      gtk_widget_queue_allocate (cell);
      for (GtkWidget *child = gtk_widget_get_first_child (cell); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          const EtpItem *item = etp_proxy_get_item (ETP_PROXY (child));
          EtpRect place;

          while (ref.index < placed->cell->n_items && placed->cell->items[ref.index].item != item)
            ref.index++;
          if (ref.index >= placed->cell->n_items)
            break;
          place = etp_scene_item_rect (self->scene, ref, &pins);
          place.x -= placed->x;
          place.y -= placed->y;
          etp_proxy_set_place (ETP_PROXY (child), &place);
        }
    }
}

void
etp_canvas_allocate_mirror (EtpCanvas *self)
{
  EtpMirror *mirror = self->mirror;
  const gboolean is_new_zoom = mirror != NULL && mirror->zoom != self->zoom;

  if (mirror == NULL || self->scene == NULL)
    return;
  if (mirror->scene == self->scene && mirror->next == NULL)
    place_pinned (self);
  mirror->zoom = self->zoom;
  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    {
      if (!ETP_IS_PROXY_GROUP (group)) /* what is typed into, a menu */
        continue;
      if (is_new_zoom)
        for (GtkWidget *cell = gtk_widget_get_first_child (group); cell != NULL;
             cell = gtk_widget_get_next_sibling (cell))
          gtk_widget_queue_allocate (cell);
      etp_proxy_allocate (group, self->zoom, self->origin_x, self->origin_y);
    }
}
