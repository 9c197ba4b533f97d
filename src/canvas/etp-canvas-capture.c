/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <math.h>

#include "model/etp-capture.h"
#include "scene/etp-scene-place.h"

/* Painted over the map, in pixels: typing must not lay it out anew at each key. */

#define BADGE_PX 24.0 /* at least */
#define RING_PX 2.0
#define GLOW_PX 8.0
#define GLOW_ALPHA 0.28f
#define GROUND_ALPHA 0.10f
#define MOST_LINES 6
#define LEAST_FONT_PX 11.0
#define GAP 6.0 /* map units, below the last thing of the cell */

void
etp_canvas_free_capture (EtpCanvas *self)
{
  g_clear_pointer (&self->capture.lane, g_free);
  g_clear_pointer (&self->capture.phase, g_free);
  g_clear_pointer (&self->capture.text, g_free);
}

static gboolean
find_cell (EtpCanvas *self, EtpScenePlace *found)
{
  return self->capture.lane != NULL && etp_canvas_get_scene (self) != NULL
         && etp_scene_get_place (self->scene, self->capture.phase, self->capture.lane, NULL, found);
}

static double
get_padding (EtpCanvas *self)
{
  return etp_style_get_metrics (self->style)->card_padding;
}

/* Where the note would stand, on the map, without its height. */
static EtpRect
get_note_place (const EtpScenePlace *found)
{
  const EtpRect *last = &found->last;
  const double gap = found->near_id != NULL ? GAP : 0;

  return (EtpRect){ last->x, last->y + last->height + gap, last->width, 0 };
}

static PangoLayout *
create_layout (EtpCanvas *self, const char *text, EtpType type, double width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  const EtpFont look = etp_style_get_font (self->style, type);

  pango_font_description_set_family (font, etp_text_get_family (self->text));
  pango_font_description_set_weight (font, look.weight);
  pango_font_description_set_absolute_size (
      font, MAX (LEAST_FONT_PX, (double) look.size * self->zoom) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (layout, -MOST_LINES);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

void
etp_canvas_set_capture_target (EtpCanvas *self, EtpNode *lane, EtpNode *phase, const char *text)
{
  const char *lane_id = lane != NULL ? etp_node_get_id (lane) : NULL;
  const char *phase_id = phase != NULL ? etp_node_get_id (phase) : NULL;
  gboolean is_elsewhere, is_other_text;
  EtpScenePlace found;

  g_return_if_fail (ETP_IS_CANVAS (self));
  g_return_if_fail ((lane == NULL) == (phase == NULL));

  is_elsewhere = !self->capture.is_open || g_strcmp0 (lane_id, self->capture.lane) != 0
                 || g_strcmp0 (phase_id, self->capture.phase) != 0;
  is_other_text = g_strcmp0 (text, self->capture.text) != 0;
  if (is_elsewhere)
    {
      g_free (self->capture.lane);
      g_free (self->capture.phase);
      self->capture.lane = g_strdup (lane_id);
      self->capture.phase = g_strdup (phase_id);
    }
  self->capture.is_open = TRUE;
  g_free (self->capture.text);
  self->capture.text = g_strdup (text);
  /* The line tells again whenever the map has changed, which is no reason to lead people away from where
   * they are at work. */
  if ((is_elsewhere || is_other_text) && find_cell (self, &found))
    {
      EtpRect rect = get_note_place (&found);

      rect.height = etp_style_get_line_height (self->style, ETP_TYPE_NOTE) + 2 * get_padding (self);
      etp_canvas_show_rect (self, &rect);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
etp_canvas_end_capture (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_free_capture (self);
  self->capture.is_open = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
init_outline (GskRoundedRect *outline, EtpRect rect, double radius)
{
  gsk_rounded_rect_init_from_rect (
      outline,
      &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width, (float) rect.height),
      (float) radius);
}

static void
add_ground (GtkSnapshot *snapshot, const GskRoundedRect *outline, const GdkRGBA *color)
{
  gtk_snapshot_push_rounded_clip (snapshot, outline);
  gtk_snapshot_append_color (snapshot, color, &outline->bounds);
  gtk_snapshot_pop (snapshot);
}

static void
add_ring (GtkSnapshot *snapshot, const GskRoundedRect *outline, const GdkRGBA *color)
{
  const float width = (float) RING_PX;

  gtk_snapshot_append_border (snapshot, outline, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

static EtpRect
to_widget (EtpCanvas *self, const EtpRect *rect)
{
  double x, y;

  etp_canvas_from_map (self, rect->x, rect->y, &x, &y);
  return (EtpRect){ floor (x), floor (y), ceil (rect->width * self->zoom),
                    ceil (rect->height * self->zoom) };
}

/* The note as it will stand there, in the colours of a card. */
static void
add_note (EtpCanvas *self, GtkSnapshot *snapshot, const EtpScenePlace *found)
{
  const EtpRect place = get_note_place (found);
  const GdkRGBA card = etp_canvas_get_rgba (self, ETP_COLOR_CARD);
  const GdkRGBA ink = etp_canvas_get_rgba (self, ETP_COLOR_INK);
  const GdkRGBA ring = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  const double padding = get_padding (self) * self->zoom;
  EtpRect rect = to_widget (self, &place);
  g_autoptr (PangoLayout) layout = NULL;
  GskRoundedRect outline;
  int height;

  if (rect.width <= 2 * padding)
    return;
  layout = create_layout (self, self->capture.text, ETP_TYPE_NOTE, rect.width - 2 * padding);
  pango_layout_get_pixel_size (layout, NULL, &height);
  rect.height = height + 2 * padding;
  init_outline (&outline, rect, etp_style_get_metrics (self->style)->note_radius * self->zoom);
  add_ground (snapshot, &outline, &card);
  add_ring (snapshot, &outline, &ring);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (rect.x + padding), (float) (rect.y + padding)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
add_cell (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const GdkRGBA blue = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  GdkRGBA glow = blue, ground = blue;
  double left, top;
  GskRoundedRect outline;
  EtpScenePlace found;

  if (!find_cell (self, &found))
    return;
  glow.alpha = GLOW_ALPHA;
  ground.alpha = GROUND_ALPHA;
  etp_canvas_get_strips (self, &left, &top);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) left, (float) top,
                                                         (float) MAX (0, width - left),
                                                         (float) MAX (0, height - top)));
  init_outline (&outline, to_widget (self, &found.cell), 6);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &glow, 0, 0, 1, (float) GLOW_PX);
  add_ground (snapshot, &outline, &ground);
  add_ring (snapshot, &outline, &blue);
  if (self->capture.text != NULL && self->capture.text[0] != '\0')
    add_note (self, snapshot, &found);
  gtk_snapshot_pop (snapshot);
}

/* The sign before the name, which the badge covers: a lane's icon, a phase's number. */
static EtpRect
find_sign (const EtpItem *item)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];
      const gboolean is_disc = mark->type == ETP_MARK_BOX
                               && fabs (mark->rect.width - mark->rect.height) < 1
                               && (double) mark->radius >= mark->rect.width / 2 - 1;

      if ((mark->type == ETP_MARK_ICON || is_disc) && mark->rect.x < item->width / 2)
        return mark->rect;
    }
  return (EtpRect){ 0, 0, BADGE_PX, BADGE_PX };
}

static void
add_badge (EtpCanvas *self, GtkSnapshot *snapshot, const EtpHead *head, gboolean is_target)
{
  const EtpItem *item = etp_scene_get_item (self->scene, head->ref);
  EtpNode *node = etp_journey_get_node (self->journey, head->node_id);
  const EtpRect bounds = etp_canvas_get_item_bounds (self, head->ref);
  const EtpRect sign = find_sign (item);
  const GdkRGBA blue = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  const GdkRGBA card = etp_canvas_get_rgba (self, ETP_COLOR_CARD);
  const double y = bounds.y + (sign.y + sign.height / 2) * self->zoom;
  const double size = MAX (BADGE_PX, 1.2 * sign.height * self->zoom);
  /* The name behind it stays free. */
  const double x = MIN (bounds.x + (sign.x + sign.width / 2) * self->zoom,
                        bounds.x + (sign.x + sign.width) * self->zoom + 3 - size / 2);
  g_autofree char *letter = node != NULL ? etp_capture_dup_letter (node) : NULL;
  g_autoptr (PangoLayout) layout = NULL;
  GskRoundedRect outline;
  double left, top;
  int width, height;

  etp_canvas_get_strips (self, &left, &top);
  if (letter == NULL || letter[0] == '\0' || (item->pin == ETP_PIN_LEFT && y - size / 2 < top - 4)
      || (item->pin == ETP_PIN_TOP && x - size / 2 < left - 4))
    return; /* below the other heads */
  layout = create_layout (self, letter, ETP_TYPE_PHASE_NUMBER, 0);
  pango_layout_get_pixel_size (layout, &width, &height);
  init_outline (&outline,
                (EtpRect){ floor (MAX (x - size / 2, 2)), floor (y - size / 2),
                           MAX (size, width + 10), size },
                size / 2);
  add_ground (snapshot, &outline, is_target ? &blue : &card);
  add_ring (snapshot, &outline, &blue);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    outline.bounds.origin.x + (outline.bounds.size.width - (float) width) / 2,
                    outline.bounds.origin.y + (outline.bounds.size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, is_target ? &card : &blue);
  gtk_snapshot_restore (snapshot);
}

static void
add_badges (EtpCanvas *self, GtkSnapshot *snapshot, EtpListKind list, const char *target)
{
  g_autoptr (GArray) heads = etp_heads_list (self->scene, list);

  for (guint i = 0; i < heads->len; i++)
    {
      const EtpHead *head = &g_array_index (heads, EtpHead, i);

      add_badge (self, snapshot, head, g_strcmp0 (head->node_id, target) == 0);
    }
}

void
etp_canvas_snapshot_capture (EtpCanvas *self, GtkSnapshot *snapshot)
{
  if (!self->capture.is_open || self->journey == NULL || etp_canvas_get_scene (self) == NULL)
    return;
  add_cell (self, snapshot);
  add_badges (self, snapshot, ETP_LIST_LANES, self->capture.lane);
  add_badges (self, snapshot, ETP_LIST_PHASES, self->capture.phase);
}
