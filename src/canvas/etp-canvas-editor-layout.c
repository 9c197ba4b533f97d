/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-editor-private.h"

#include <math.h>

/* How the text widget looks and where it stands. It is as wide as the text's place and as high as
 * what is typed, at most as high as the window; then it scrolls in itself. */

#define LEAST_FONT_PX 12.0 /* text that is typed is never smaller on the screen */
#define LEAST_WIDTH_PX 140.0
#define LEAST_BOX_PX 104.0 /* a card that is narrower is too narrow to type in */
#define INSET_PX 2.0 /* from the edges of what is typed into */
#define EDGE_PX 8.0 /* what stays free of the window */

static int
get_text_height (EtpCanvasEditor *editor)
{
  int least = 0, natural = 0;

  gtk_widget_measure (editor->view, GTK_ORIENTATION_VERTICAL, -1, &least, &natural, NULL, NULL);
  return natural;
}

static double
get_scale (EtpCanvas *self)
{
  return MAX (self->zoom, LEAST_FONT_PX * self->text_scale / (double) self->editor->spot.font.size);
}

static gboolean
is_other_look (EtpCanvas *self)
{
  const EtpTextSpot *spot = &self->editor->spot, *look = &self->editor->look;

  return get_scale (self) != self->editor->look_scale || spot->ink != look->ink
         || spot->line_height != look->line_height || spot->font.size != look->font.size
         || spot->font.weight != look->font.weight || spot->font.italic != look->font.italic;
}

/* Font, colours and line spacing of the map's text, at its zoom. */
static void
set_look (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;
  const EtpTextSpot *spot = &editor->spot;
  const double scale = get_scale (self);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  GtkTextView *view = GTK_TEXT_VIEW (editor->view);
  double ascent = 0, descent = 0;
  GdkRGBA ink = { (float) (spot->ink >> 24) / 255.0f, (float) (spot->ink >> 16 & 0xff) / 255.0f,
                  (float) (spot->ink >> 8 & 0xff) / 255.0f, 1 };
  int extra;

  if (!is_other_look (self)) /* a new one lays out all of the text again */
    return;
  editor->look = *spot;
  editor->look_scale = scale;
  pango_font_description_set_family (font, etp_text_get_family (self->text));
  pango_font_description_set_absolute_size (font, (double) spot->font.size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, (PangoWeight) spot->font.weight);
  if (spot->font.italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  g_object_set (editor->tag, "font-desc", font, "foreground-rgba", &ink, NULL);
  etp_measurer_get_metrics (ETP_MEASURER (self->text), spot->font, &ascent, &descent);
  extra = (int) floor (MAX (0.0, spot->line_height - ascent - descent) * scale);
  gtk_text_view_set_pixels_above_lines (view, extra / 2);
  gtk_text_view_set_pixels_below_lines (view, extra - extra / 2);
  gtk_text_view_set_pixels_inside_wrap (view, extra);
}

static void
find_spot (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;
  const EtpItemRef ref = etp_canvas_find_edited (self, editor->node_id);
  EtpNode *node = etp_canvas_get_edited (self);

  if (etp_item_ref_is_none (ref) || node == NULL)
    return;
  etp_text_spot_find (etp_scene_get_item (self->scene, ref), self->style, editor->position,
                      etp_node_get_text (node, etp_canvas_editor_get_field (editor)),
                      &editor->spot);
}

gboolean
etp_canvas_is_on_editor (EtpCanvas *self, double x, double y)
{
  return etp_canvas_is_editing (self) && etp_rect_contains (&self->editor->place, x, y);
}

void
etp_canvas_dress_editor (EtpCanvas *self)
{
  find_spot (self);
  set_look (self);
}

/* Where text is larger than the map's own, it takes all of its card before it covers others. */
static double
get_least_width (EtpCanvas *self)
{
  const EtpItemRef ref = etp_canvas_find_edited (self, self->editor->node_id);
  double box;

  if (etp_item_ref_is_none (ref))
    return LEAST_WIDTH_PX;
  box = etp_canvas_get_item_bounds (self, ref).width;
  if (box < LEAST_BOX_PX)
    return LEAST_WIDTH_PX;
  box -= 2 * (PADDING_PX + INSET_PX);
  return get_scale (self) > self->zoom ? box : MIN (LEAST_WIDTH_PX, box);
}

/* How large the view wants to be. */
static void
get_wanted_size (EtpCanvas *self, double *width, double *height)
{
  const EtpCanvasEditor *editor = self->editor;

  *width = MAX (editor->spot.rect.width * self->zoom, get_least_width (self)) + 2 * PADDING_PX;
  *width = floor (MIN (*width, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * EDGE_PX));
  *width = MAX (*width, 1);
  /* Larger text in a wider field may have fewer lines than what lies below it. */
  *height = MIN (MAX (get_text_height (self->editor),
                      ceil (editor->spot.rect.height * self->zoom) + 2 * PADDING_Y_PX),
                 gtk_widget_get_height (GTK_WIDGET (self)) - 2 * EDGE_PX);
  *height = MAX (*height, 1);
}

/* Over the text, within its card; in a small window, or near its edge, where there is room. */
static void
put_view (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;
  const EtpItemRef ref = etp_canvas_find_edited (self, editor->node_id);
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  EtpRect *place = &editor->place;
  EtpRect box;

  if (!etp_item_ref_is_none (ref))
    {
      box = etp_canvas_get_item_bounds (self, ref);
      place->x = round (box.x + editor->spot.rect.x * self->zoom) - PADDING_PX;
      place->y = round (box.y + editor->spot.rect.y * self->zoom) - PADDING_Y_PX;
      /* Rather over the card's own sign and number than over its neighbour. */
      place->x = MAX (box.x + INSET_PX,
                      MIN (place->x, box.x + box.width - INSET_PX - place->width));
      place->x = MAX (EDGE_PX, MIN (place->x, width - place->width - EDGE_PX));
      place->y = MAX (EDGE_PX, MIN (place->y, height - place->height - EDGE_PX));
    }
  gtk_widget_allocate (
      editor->view, MAX (1, (int) place->width), MAX (1, (int) place->height), -1,
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) place->x, (float) place->y)));
}

/* Gives the view its look and size. Never while the canvas itself is laid out: text that gets
 * another width or font asks for another size, and nobody would hear. */
void
etp_canvas_size_editor (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;
  const int before = editor->height;

  etp_canvas_dress_editor (self);
  /* How high the text is it knows once it has its width. */
  for (int i = 0; i < 2; i++)
    {
      get_wanted_size (self, &editor->place.width, &editor->place.height);
      put_view (self);
    }
  editor->height = get_text_height (editor);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (editor->height == before || editor->record_id == 0)
    return;
  /* Another line: the card grows now, not when the person pauses. */
  etp_canvas_record_soon (self);
}

static gboolean
on_other_size (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->editor->look_id = 0;
  if (etp_canvas_is_editing (self))
    etp_canvas_size_editor (self);
  return G_SOURCE_REMOVE;
}

void
etp_canvas_allocate_editor (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;
  double width, height;

  if (!etp_canvas_is_editing (self) || !gtk_widget_get_visible (editor->view))
    return;
  find_spot (self);
  get_wanted_size (self, &width, &height);
  put_view (self);
  if ((is_other_look (self) || width != editor->place.width || height != editor->place.height)
      && editor->look_id == 0)
    editor->look_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_other_size, self, NULL);
}

void
etp_canvas_snapshot_editor (EtpCanvas *self, GtkSnapshot *snapshot)
{
  EtpCanvasEditor *editor = self->editor;
  const EtpRgba ring = etp_style_get_color (self->style, ETP_COLOR_SELECTION);
  const GdkRGBA color = { (float) (ring >> 24) / 255.0f, (float) (ring >> 16 & 0xff) / 255.0f,
                          (float) (ring >> 8 & 0xff) / 255.0f, 1 };
  const GdkRGBA colors[4] = { color, color, color, color };
  const float widths[4] = { 2, 2, 2, 2 };
  GdkRGBA ground;
  GskRoundedRect outline;

  if (!etp_canvas_is_editing (self) || !gtk_widget_get_visible (editor->view))
    return;
  ground = (GdkRGBA){ (float) (editor->spot.surface >> 24) / 255.0f,
                      (float) (editor->spot.surface >> 16 & 0xff) / 255.0f,
                      (float) (editor->spot.surface >> 8 & 0xff) / 255.0f, 1 };
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT ((float) editor->place.x - 2, (float) editor->place.y - 2,
                           (float) editor->place.width + 4, (float) editor->place.height + 4),
      5);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (GTK_WIDGET (self), editor->view, snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}
