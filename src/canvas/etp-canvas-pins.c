/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <math.h>

/* Heads that stay in view. Where they go is the scene's business; the canvas lays a strip of paper
 * below those that have left their own place, and nothing below a strip can be pointed at.
 * Typical: 5 phase heads and 10 lane heads. */

/* The share of the window that heads may take away from the map. */
#define MOST_WIDTH 0.35
#define MOST_HEIGHT 0.35
/* Far to the left of and above any map. */
#define NOWHERE -1e9

typedef void (*PinnedFunc) (EtpCanvas *self, EtpItemRef ref, const EtpItem *item, gpointer data);

static void
for_each_pinned (EtpCanvas *self, PinnedFunc func, gpointer data)
{
  guint n_cells = 0;
  const guint *cells = etp_cell_plans_get_pinned (self->plans, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      const EtpCellPlan *plan = etp_cell_plans_get (self->plans, cells[i]);

      for (guint j = 0; j < plan->n_single; j++)
        {
          const EtpItemRef ref = { cells[i], plan->singles[j] };
          const EtpItem *item = etp_scene_get_item (self->scene, ref);

          if (item->pin != ETP_PIN_NONE)
            func (self, ref, item, data);
        }
    }
}

EtpRect
etp_canvas_get_pins (EtpCanvas *self)
{
  EtpRect pins = etp_canvas_get_viewport (self);

  if (self->scene == NULL)
    return pins;
  if (etp_scene_get_pin_left (self->scene) > pins.width * MOST_WIDTH)
    pins.x = NOWHERE;
  if (etp_scene_get_pin_top (self->scene) > pins.height * MOST_HEIGHT)
    pins.y = NOWHERE;
  return pins;
}

typedef struct
{
  EtpRect viewport, pins;
  GArray *refs;
} Search;

static void
add_if_visible (EtpCanvas *self, EtpItemRef ref, const EtpItem *item, gpointer data)
{
  const Search *search = data;
  EtpRect ink = etp_scene_item_rect (self->scene, ref, &search->pins);

  ink = (EtpRect){ ink.x + item->ink.x, ink.y + item->ink.y, item->ink.width, item->ink.height };
  if (etp_rect_intersects (&ink, &search->viewport))
    g_array_append_val (search->refs, ref);
}

void
etp_canvas_find_pinned (EtpCanvas *self, GArray *refs)
{
  Search search = { etp_canvas_get_viewport (self), etp_canvas_get_pins (self), refs };

  for_each_pinned (self, add_if_visible, &search);
}

typedef struct
{
  EtpRect pins;
  gboolean is_left, is_top; /* something left its place */
} Displacement;

static void
note_displacement (EtpCanvas *self, EtpItemRef ref, const EtpItem *item, gpointer data)
{
  Displacement *found = data;
  const EtpRect own = etp_scene_item_rect (self->scene, ref, NULL);

  found->is_left |= (item->pin & ETP_PIN_LEFT) != 0 && own.x < found->pins.x;
  found->is_top |= (item->pin & ETP_PIN_TOP) != 0 && own.y < found->pins.y;
}

void
etp_canvas_get_strips (EtpCanvas *self, double *left_px, double *top_px)
{
  Displacement found = { .pins = etp_canvas_get_pins (self) };

  for_each_pinned (self, note_displacement, &found);
  *left_px = found.is_left ? ceil (etp_scene_get_pin_left (self->scene) * self->zoom) : 0;
  *top_px = found.is_top ? ceil (etp_scene_get_pin_top (self->scene) * self->zoom) : 0;
}
