/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "floor.h"

#include <string.h>

/* What a map costs at least with cairo and Pango: each text is broken into lines once and drawn
 * once, in a rounded box. No measuring pass, no styles, no icons, no curve; but no cache of words
 * either: a program that is quicker than this has been clever. */

#define PADDING 12.0
#define TEXT_INDENT 48.0 /* in a card, where the editor shows the channel's icon */

/* Cuts the line in place into the box's fields. */
static gboolean
parse_box (char *line, FloorBox *box)
{
  char *fields[6];

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      fields[i] = strsep (&line, "\t");
      if (fields[i] == NULL)
        return FALSE;
    }
  box->kind = (FloorKind) fields[0][0];
  box->x = g_ascii_strtod (fields[1], NULL);
  box->y = g_ascii_strtod (fields[2], NULL);
  box->width = g_ascii_strtod (fields[3], NULL);
  box->title = fields[4];
  box->text = fields[5];
  return TRUE;
}

gboolean
floor_map_load (FloorMap *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) boxes = g_array_new (FALSE, TRUE, sizeof (FloorBox));
  char *rest;
  char *line;

  *self = (FloorMap){ 0 };
  if (!g_file_get_contents (path, &self->data, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }

  rest = self->data;
  line = strsep (&rest, "\n");
  self->width = g_ascii_strtod (line, &line);
  self->height = g_ascii_strtod (line, NULL);
  while ((line = strsep (&rest, "\n")) != NULL && *line != '\0')
    {
      FloorBox box = { 0 };

      if (!parse_box (line, &box))
        {
          g_printerr ("%s: not a list of boxes\n", path);
          floor_map_clear (self);
          return FALSE;
        }
      g_array_append_val (boxes, box);
    }
  self->n_boxes = boxes->len;
  self->boxes = (FloorBox *) (gpointer) g_array_free (g_steal_pointer (&boxes), FALSE);
  return TRUE;
}

void
floor_map_clear (FloorMap *self)
{
  g_clear_pointer (&self->data, g_free);
  g_clear_pointer (&self->boxes, g_free);
  self->n_boxes = 0;
}

static PangoLayout *
new_layout (PangoContext *context, const char *font)
{
  PangoFontDescription *description = pango_font_description_from_string (font);
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (description);
  return layout;
}

void
floor_fonts_init (FloorFonts *self, PangoContext *context)
{
  self->head_title = new_layout (context, "Inter Bold 18px");
  self->card_title = new_layout (context, "Inter Semi-Bold 14px");
  self->text = new_layout (context, "Inter 13px");
  self->label = new_layout (context, "Inter 12px");
  g_object_unref (context);
}

void
floor_fonts_clear (FloorFonts *self)
{
  g_clear_object (&self->head_title);
  g_clear_object (&self->card_title);
  g_clear_object (&self->text);
  g_clear_object (&self->label);
}

static double
set_layout (PangoLayout *layout, const char *text, double width)
{
  int height;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

void
floor_set_box (const FloorFonts *fonts, FloorBox *box, FloorSetting *setting)
{
  double indent = box->kind == FLOOR_CARD ? TEXT_INDENT : PADDING;
  double title_height;

  *setting = (FloorSetting){ .radius = 10 };
  switch (box->kind)
    {
    case FLOOR_HEAD:
      setting->title = fonts->head_title;
      setting->radius = 14;
      break;
    case FLOOR_LABEL:
      setting->title = fonts->label;
      setting->radius = -1;
      indent = 0;
      break;
    case FLOOR_PILL:
      setting->title = fonts->label;
      break;
    case FLOOR_CARD:
    case FLOOR_NOTE:
    default:
      setting->title = fonts->card_title;
      break;
    }

  setting->title_x = setting->text_x = box->x + indent;
  setting->title_y = box->y + (setting->radius < 0 ? 0 : PADDING / 2);
  title_height = set_layout (setting->title, box->title, box->width - indent - PADDING);
  box->height = title_height + PADDING;
  if (*box->text == '\0')
    return;

  setting->text = fonts->text;
  setting->text_y = setting->title_y + title_height;
  box->height += set_layout (fonts->text, box->text, box->width - indent - PADDING);
}

static void
rounded_box (cairo_t *cr, const FloorBox *box, double radius)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
floor_draw_box (cairo_t *cr, const FloorBox *box, const FloorSetting *setting)
{
  if (setting->radius >= 0)
    {
      rounded_box (cr, box, MIN (setting->radius, box->height / 2));
      cairo_set_source_rgb (cr, 0.94, 0.96, 0.99);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0.82, 0.82, 0.86);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  cairo_set_source_rgb (cr, 0.11, 0.11, 0.13);
  cairo_move_to (cr, setting->title_x, setting->title_y);
  pango_cairo_show_layout (cr, setting->title);
  if (setting->text == NULL)
    return;
  cairo_set_source_rgb (cr, 0.39, 0.39, 0.42);
  cairo_move_to (cr, setting->text_x, setting->text_y);
  pango_cairo_show_layout (cr, setting->text);
}
