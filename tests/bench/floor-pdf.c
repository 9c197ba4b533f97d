/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "floor.h"

#include <cairo-pdf.h>

/* The floor of a PDF: one page, the texts and boxes of a map. Usage: floor-pdf BOXES OUT */

int
main (int argc, char **argv)
{
  FloorMap map;
  FloorFonts fonts;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  if (argc != 3 || !floor_map_load (&map, argv[1]))
    return 2;

  surface = cairo_pdf_surface_create (argv[2], map.width * 0.75, map.height * 0.75);
  cr = cairo_create (surface);
  /* The page's ground. Without it cairo joins the boxes' areas one by one into a region, in time
   * that grows with their square: 20 s for 10,000 cards in place of 2. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 0.75, 0.75);
  floor_fonts_init (&fonts, pango_cairo_create_context (cr));
  for (guint i = 0; i < map.n_boxes; i++)
    {
      FloorSetting setting;

      floor_set_box (&fonts, &map.boxes[i], &setting);
      floor_draw_box (cr, &map.boxes[i], &setting);
    }

  floor_fonts_clear (&fonts);
  floor_map_clear (&map);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s: %s\n", argv[2], cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
