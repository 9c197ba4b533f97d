/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "floor.h"

#include <stdio.h>

/* The floor of an SVG with real text: Pango breaks the lines, a <text> for each of them is printed.
 * Usage: floor-svg BOXES OUT */

static void
print_layout (FILE *file, PangoLayout *layout, double x, double y, const char *attributes)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      g_autofree char *words = g_markup_escape_text (text + line->start_index, line->length);

      fprintf (file, "<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>\n", x,
               y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE, attributes, words);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
print_box (FILE *file, const FloorBox *box, const FloorSetting *setting)
{
  const char *title = "font-size=\"14\" font-weight=\"600\" fill=\"#1d1d20\"";

  if (box->kind == FLOOR_HEAD)
    title = "font-size=\"18\" font-weight=\"700\" fill=\"#1d1d20\"";
  else if (box->kind == FLOOR_LABEL || box->kind == FLOOR_PILL)
    title = "font-size=\"12\" fill=\"#1d1d20\"";

  if (setting->radius >= 0)
    fprintf (file,
             "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\""
             " fill=\"#f0f5fc\" stroke=\"#d1d1db\"/>\n",
             box->x, box->y, box->width, box->height, MIN (setting->radius, box->height / 2));
  print_layout (file, setting->title, setting->title_x, setting->title_y, title);
  if (setting->text != NULL)
    print_layout (file, setting->text, setting->text_x, setting->text_y,
                  "font-size=\"13\" fill=\"#63636b\"");
}

int
main (int argc, char **argv)
{
  FloorMap map;
  FloorFonts fonts;
  FILE *file;
  gboolean failed;

  if (argc != 3 || !floor_map_load (&map, argv[1]))
    return 2;
  file = fopen (argv[2], "w");
  if (file == NULL)
    {
      perror (argv[2]);
      return 1;
    }

  floor_fonts_init (&fonts, pango_font_map_create_context (pango_cairo_font_map_get_default ()));
  fprintf (file,
           "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\""
           " font-family=\"Inter\">\n",
           map.width, map.height);
  for (guint i = 0; i < map.n_boxes; i++)
    {
      FloorSetting setting;

      floor_set_box (&fonts, &map.boxes[i], &setting);
      print_box (file, &map.boxes[i], &setting);
    }
  fprintf (file, "</svg>\n");

  floor_fonts_clear (&fonts);
  floor_map_clear (&map);
  failed = ferror (file) != 0;
  failed = fclose (file) != 0 || failed;
  if (failed)
    g_printerr ("%s: not written\n", argv[2]);
  return failed ? 1 : 0;
}
