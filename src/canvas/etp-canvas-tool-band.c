/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <math.h>

/* A rubber band: a press beside everything that can be selected, dragged over what shall be. With
 * Shift or Ctrl it adds to what was selected. The last tool: whoever else wants the press has it. */

/* Before the press selects anything. */
static gboolean
take (EtpCanvas *canvas, const EtpCanvasDrag *drag)
{
  if (!etp_item_ref_is_none (drag->item)
      && etp_scene_get_item (canvas->scene, drag->item)->kind != ETP_ITEM_CELL)
    return FALSE;
  g_clear_pointer (&canvas->band_base, g_ptr_array_unref);
  canvas->band_base = etp_canvas_dup_chosen_items (canvas);
  return TRUE;
}

static EtpRect
get_area (const EtpCanvasDrag *drag)
{
  return (EtpRect){ MIN (drag->x0_map, drag->x_map), MIN (drag->y0_map, drag->y_map),
                    MAX (0.01, fabs (drag->x_map - drag->x0_map)),
                    MAX (0.01, fabs (drag->y_map - drag->y0_map)) };
}

static void
update (EtpCanvas *canvas, const EtpCanvasDrag *drag)
{
  const EtpRect area = get_area (drag);

  etp_canvas_choose_area (
      canvas, &area,
      (drag->modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 ? canvas->band_base : NULL);
}

static void
finish (EtpCanvas *canvas, const EtpCanvasDrag *drag)
{
  update (canvas, drag);
  g_clear_pointer (&canvas->band_base, g_ptr_array_unref);
}

/* What was selected is selected again. */
static void
cancel (EtpCanvas *canvas)
{
  const EtpRect nowhere = { -1e6, -1e6, 0.01, 0.01 };

  if (canvas->band_base != NULL && canvas->scene != NULL)
    etp_canvas_choose_area (canvas, &nowhere, canvas->band_base);
  g_clear_pointer (&canvas->band_base, g_ptr_array_unref);
}

static void
snapshot (EtpCanvas *canvas, GtkSnapshot *snapshot_to)
{
  const EtpRect area = get_area (&canvas->tools.drag);
  const EtpRgba blue = etp_style_get_color (canvas->style, ETP_COLOR_SELECTION);
  GdkRGBA color = { (float) (blue >> 24) / 255.0f, (float) (blue >> 16 & 0xff) / 255.0f,
                    (float) (blue >> 8 & 0xff) / 255.0f, 1 };
  const float widths[4] = { 1, 1, 1, 1 };
  GskRoundedRect outline;
  double x, y;

  etp_canvas_from_map (canvas, area.x, area.y, &x, &y);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) floor (x), (float) floor (y),
                                                        (float) ceil (area.width * canvas->zoom),
                                                        (float) ceil (area.height * canvas->zoom)),
                                   0);
  gtk_snapshot_append_border (snapshot_to, &outline, widths,
                              (GdkRGBA[4]){ color, color, color, color });
  color.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot_to, &color, &outline.bounds);
}

const EtpCanvasTool etp_canvas_tool_band = {
  .name = "band",
  .take = take,
  .update = update,
  .finish = finish,
  .cancel = cancel,
  .snapshot = snapshot,
};
