/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-drop-private.h"

#include <math.h>

/* Making room is a list of slides: each says which items of one slot go down, and how far they are.
 * While the pointer moves from place to place the old slide closes and the new one opens; items
 * below both are moved by both, so that they stand still. Rarely more than three at a time. */

#define SLIDE_TIME                                                                                 \
  45e3 /* µs in which two thirds of the way are made; at an end after about 180 ms */
#define SETTLE_TIME 180e3 /* µs */
#define DONE 0.4 /* map units: nobody sees the rest */

static struct _EtpDropView *
get_view (EtpCanvas *self)
{
  if (self->drop == NULL)
    {
      self->drop = g_new0 (struct _EtpDropView, 1);
      self->drop->slides = g_array_new (FALSE, FALSE, sizeof (EtpDropSlide));
    }
  return self->drop;
}

static gboolean
is_animated (EtpCanvas *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled,
                NULL);
  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static gboolean
step_slides (struct _EtpDropView *view, double share)
{
  gboolean moves = FALSE;

  for (guint i = view->slides->len; i > 0; i--)
    {
      EtpDropSlide *slide = &g_array_index (view->slides, EtpDropSlide, i - 1);

      slide->amount += (slide->target - slide->amount) * share;
      if (fabs (slide->target - slide->amount) < DONE)
        slide->amount = slide->target;
      else
        moves = TRUE;
      if (slide->amount == 0 && slide->target == 0)
        g_array_remove_index_fast (view->slides, i - 1);
    }
  return moves;
}

static gboolean
step_settle (struct _EtpDropView *view, gint64 now)
{
  double t;

  if (view->offsets == NULL)
    return FALSE;
  if (view->settle_start == 0)
    view->settle_start = now;
  t = MIN (1.0, (double) (now - view->settle_start) / SETTLE_TIME);
  view->progress = 1 - (1 - t) * (1 - t) * (1 - t);
  if (t >= 1)
    g_clear_pointer (&view->offsets, g_hash_table_unref);
  return view->offsets != NULL;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  struct _EtpDropView *view = ETP_CANVAS (widget)->drop;
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double passed = view->last_tick != 0 ? (double) (now - view->last_tick) : 16e3;
  gboolean moves = step_slides (view, 1 - exp (-passed / SLIDE_TIME));

  view->last_tick = now;
  moves |= step_settle (view, now);
  gtk_widget_queue_draw (widget);
  if (moves)
    return G_SOURCE_CONTINUE;
  view->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
animate (EtpCanvas *self)
{
  struct _EtpDropView *view = self->drop;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!is_animated (self))
    {
      step_slides (view, 1);
      g_clear_pointer (&view->offsets, g_hash_table_unref);
      return;
    }
  if (view->tick_id != 0)
    return;
  view->last_tick = 0;
  view->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
close_slides (struct _EtpDropView *view)
{
  for (guint i = 0; i < view->slides->len; i++)
    g_array_index (view->slides, EtpDropSlide, i).target = 0;
}

static void
open_slide (struct _EtpDropView *view, const EtpDropPlace *place)
{
  EtpDropSlide slide = { *place, 0, place->room };

  if (place->room <= 0)
    return;
  for (guint i = 0; i < view->slides->len; i++)
    {
      EtpDropSlide *other = &g_array_index (view->slides, EtpDropSlide, i);

      if (other->place.first_cell == place->first_cell && other->place.below == place->below
          && other->place.left == place->left)
        {
          other->target = place->room;
          return;
        }
    }
  g_array_append_val (view->slides, slide);
}

const EtpDropPlace *
etp_canvas_show_drop (EtpCanvas *self, const EtpDrop *drop, double x, double y)
{
  struct _EtpDropView *view = get_view (self);
  EtpDropPlace place;
  double x_map, y_map;

  etp_canvas_ensure_scene (self);
  etp_canvas_to_map (self, x, y, &x_map, &y_map);
  if (self->scene == NULL || !etp_drop_find (drop, self->scene, x_map, y_map, &place))
    {
      etp_canvas_hide_drop (self);
      return NULL;
    }
  if (!view->has_place || !etp_drop_place_equal (&view->place, &place))
    {
      close_slides (view);
      open_slide (view, &place);
      view->has_place = TRUE;
      view->place = place;
      animate (self);
    }
  return &view->place;
}

void
etp_canvas_hide_drop (EtpCanvas *self)
{
  if (self->drop == NULL || !self->drop->has_place)
    return;
  self->drop->has_place = FALSE;
  close_slides (self->drop);
  animate (self);
}

void
etp_canvas_fade (EtpCanvas *self, GHashTable *ids)
{
  struct _EtpDropView *view = get_view (self);

  g_clear_pointer (&view->faded, g_hash_table_unref);
  if (ids != NULL)
    view->faded = g_hash_table_ref (ids);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Calls for each card of a slot that is shown. */
static void
note_slot (EtpCanvas *self, guint first, guint n)
{
  struct _EtpDropView *view = self->drop;

  for (guint c = first; c < first + n; c++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, c);

      for (guint i = 0; placed != NULL && i < placed->cell->n_items; i++)
        {
          const EtpItem *item = placed->cell->items[i].item;
          EtpRect rect = { placed->x + placed->cell->items[i].x,
                           placed->y + placed->cell->items[i].y, item->width, item->height };
          EtpDropOffset *offset;

          if (item->kind != ETP_ITEM_CARD || item->node_id == NULL)
            continue;
          etp_canvas_add_offset (self, (EtpItemRef){ c, i }, item, &rect);
          offset = g_new (EtpDropOffset, 1);
          *offset = (EtpDropOffset){ rect.x, rect.y };
          g_hash_table_insert (view->offsets, g_ref_string_acquire (item->node_id), offset);
        }
    }
}

static void
free_id (gpointer id)
{
  g_ref_string_release (id);
}

void
etp_canvas_begin_settle (EtpCanvas *self, double x, double y)
{
  struct _EtpDropView *view = get_view (self);
  GHashTable *offsets = g_hash_table_new_full (g_str_hash, g_str_equal, free_id, g_free);

  view->drop = (EtpDropOffset){ x, y };
  if (view->offsets != NULL)
    g_hash_table_unref (view->offsets);
  view->offsets = NULL;
  if (self->scene == NULL)
    {
      g_hash_table_unref (offsets);
      return;
    }
  view->progress = 1; /* nothing of before takes part while it is noted */
  view->offsets = offsets;
  if (view->has_place)
    note_slot (self, view->place.first_cell, view->place.n_cells);
  for (guint c = 0; view->faded != NULL && c < etp_scene_get_n_cells (self->scene); c++)
    {
      const EtpCell *cell = etp_scene_get_cell (self->scene, c)->cell;

      for (guint i = 0; i < cell->n_items; i++)
        if (cell->items[i].item->kind == ETP_ITEM_CARD && cell->items[i].item->node_id != NULL
            && g_hash_table_contains (view->faded, cell->items[i].item->node_id)
            && !g_hash_table_contains (offsets, cell->items[i].item->node_id))
          {
            note_slot (self, c, 1);
            break;
          }
    }
}

static void
note_dropped (struct _EtpDropView *view, GPtrArray *dropped)
{
  for (guint i = 0; i < dropped->len; i++)
    {
      EtpDropOffset *offset = g_new (EtpDropOffset, 1);

      *offset = view->drop;
      g_hash_table_insert (view->offsets,
                           g_ref_string_acquire ((char *) etp_node_get_id (dropped->pdata[i])),
                           offset);
    }
}

void
etp_canvas_end_settle (EtpCanvas *self, GPtrArray *dropped)
{
  struct _EtpDropView *view = get_view (self);
  g_autoptr (GHashTable) before = NULL;

  etp_canvas_fade (self, NULL);
  etp_canvas_hide_drop (self);
  g_array_set_size (view->slides, 0);
  if (view->offsets == NULL)
    return;
  note_dropped (view, dropped);
  before = g_steal_pointer (&view->offsets);
  etp_canvas_ensure_scene (self);
  if (self->scene == NULL || !is_animated (self))
    return;
  view->offsets = g_hash_table_new_full (g_str_hash, g_str_equal, free_id, g_free);
  for (guint c = 0; c < etp_scene_get_n_cells (self->scene); c++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, c);

      for (guint i = 0; i < placed->cell->n_items; i++)
        {
          const EtpItem *item = placed->cell->items[i].item;
          const EtpDropOffset *old = item->kind == ETP_ITEM_CARD && item->node_id != NULL
                                         ? g_hash_table_lookup (before, item->node_id)
                                         : NULL;
          EtpDropOffset *offset;

          if (old == NULL)
            continue;
          offset = g_new (EtpDropOffset, 1);
          offset->x = old->x - placed->x - placed->cell->items[i].x;
          offset->y = old->y - placed->y - placed->cell->items[i].y;
          g_hash_table_insert (view->offsets, g_ref_string_acquire (item->node_id), offset);
        }
    }
  view->progress = 0;
  view->settle_start = 0;
  animate (self);
}

gboolean
etp_canvas_has_offsets (EtpCanvas *self)
{
  return self->drop != NULL && (self->drop->slides->len > 0 || self->drop->offsets != NULL);
}

void
etp_canvas_add_offset (EtpCanvas *self, EtpItemRef ref, const EtpItem *item, EtpRect *place)
{
  const struct _EtpDropView *view = self->drop;
  const double x = place->x, y = place->y;

  if (item->pin != ETP_PIN_NONE || item->kind == ETP_ITEM_FILL)
    return;
  for (guint i = 0; i < view->slides->len; i++)
    {
      const EtpDropSlide *slide = &g_array_index (view->slides, EtpDropSlide, i);

      if (ref.cell >= slide->place.first_cell
          && ref.cell < slide->place.first_cell + slide->place.n_cells
          && y >= slide->place.below - 0.5 && x >= slide->place.left - 0.5
          && x < slide->place.right)
        place->y += slide->amount;
    }
  if (view->offsets != NULL && item->node_id != NULL && item->kind == ETP_ITEM_CARD
      && view->progress < 1)
    {
      const EtpDropOffset *offset = g_hash_table_lookup (view->offsets, item->node_id);

      if (offset != NULL)
        {
          place->x += offset->x * (1 - view->progress);
          place->y += offset->y * (1 - view->progress);
        }
    }
}

gboolean
etp_canvas_is_faded (EtpCanvas *self, const EtpItem *item)
{
  return self->drop != NULL && self->drop->faded != NULL && item->node_id != NULL
         && (item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_MEASURE)
         && g_hash_table_contains (self->drop->faded, item->node_id);
}

gboolean
etp_canvas_is_covered (EtpCanvas *self, EtpItemRef ref, const EtpItem *item)
{
  const struct _EtpDropView *view = self->drop;

  return view != NULL && view->has_place && item->kind == ETP_ITEM_LABEL && item->node_id == NULL
         && g_strcmp0 (item->sub, "prompt") == 0 && ref.cell >= view->place.first_cell
         && ref.cell < view->place.first_cell + view->place.n_cells;
}

void
etp_canvas_forget_drop (EtpCanvas *self)
{
  if (self->drop == NULL)
    return;
  self->drop->has_place = FALSE;
  g_array_set_size (self->drop->slides, 0);
}

void
etp_canvas_free_drop (EtpCanvas *self)
{
  struct _EtpDropView *view = g_steal_pointer (&self->drop);

  if (view == NULL)
    return;
  if (view->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), view->tick_id);
  g_array_unref (view->slides);
  g_clear_pointer (&view->faded, g_hash_table_unref);
  g_clear_pointer (&view->offsets, g_hash_table_unref);
  g_free (view);
}
