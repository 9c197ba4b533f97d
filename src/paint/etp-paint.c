/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-paint.h"

#include "etp-marks.h"

/* The one painter: items with their states, and whole scenes. What a mark looks like is in
 * etp-marks.c. The painter keeps no state of a scene, only what is dear to make again: shaped
 * words, decoded pictures, parsed icons.
 */

#define HOVER_ALPHA 0.05
#define RELATED_ALPHA 0.07
#define RELATED_RING 0.45
#define DROP_ALPHA 0.12
#define FADED_ALPHA 0.35
#define RING_WIDTH 2.0
#define RING_RADIUS 8.0 /* of an item that has no box of its own */
#define SELECTED_GAP 1.0 /* from the item's edge to the middle of the ring */
#define FOCUS_GAP 3.5

struct _EtpPainter
{
  GObject parent_instance;

  EtpMarkTools tools; /* text, pictures, icons owned; journey weak */
};

enum
{
  PICTURE_READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpPainter, etp_painter, G_TYPE_OBJECT)

static void
etp_painter_finalize (GObject *object)
{
  EtpPainter *self = ETP_PAINTER (object);

  g_clear_object (&self->tools.text);
  g_clear_weak_pointer (&self->tools.journey);
  etp_pictures_free (self->tools.pictures);
  etp_icon_paths_free (self->tools.icons);
  G_OBJECT_CLASS (etp_painter_parent_class)->finalize (object);
}

static void
etp_painter_class_init (EtpPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_painter_finalize;
  signals[PICTURE_READY] = g_signal_new ("picture-ready", ETP_TYPE_PAINTER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
etp_painter_init (EtpPainter *self)
{
  self->tools.pictures = etp_pictures_new ();
  self->tools.icons = etp_icon_paths_new ();
}

EtpPainter *
etp_painter_new (EtpText *text, EtpJourney *journey)
{
  EtpPainter *self;

  g_return_val_if_fail (ETP_IS_TEXT (text), NULL);
  self = g_object_new (ETP_TYPE_PAINTER, NULL);
  self->tools.text = g_object_ref (text);
  g_set_weak_pointer (&self->tools.journey, journey);
  return self;
}

EtpText *
etp_painter_get_text (EtpPainter *self)
{
  return self->tools.text;
}

static void
on_picture_ready (const char *asset_id, gpointer user_data)
{
  g_signal_emit (user_data, signals[PICTURE_READY], 0, asset_id);
}

void
etp_painter_decode_later (EtpPainter *self)
{
  g_return_if_fail (ETP_IS_PAINTER (self));

  etp_pictures_decode_later (self->tools.pictures, on_picture_ready, self);
}

gboolean
etp_painter_is_decoding (EtpPainter *self)
{
  g_return_val_if_fail (ETP_IS_PAINTER (self), FALSE);

  return etp_pictures_is_decoding (self->tools.pictures);
}

EtpDetail
etp_detail_for_zoom (double zoom)
{
  if (zoom >= 0.54)
    return ETP_DETAIL_FULL;
  if (zoom >= 0.35)
    return ETP_DETAIL_TITLES;
  return zoom >= 0.12 ? ETP_DETAIL_BARS : ETP_DETAIL_BLOCKS;
}

/* Whether anything of the mark can be seen in an area, both in the item's coordinates. */
static gboolean
is_mark_in (const EtpMark *mark, const EtpRect *area)
{
  double half = (double) mark->stroke_width / 2 + 1;
  EtpRect rect = { mark->rect.x - half, mark->rect.y - half, mark->rect.width + 2 * half,
                   mark->rect.height + 2 * half };

  return etp_rect_intersects (&rect, area);
}

static void
paint_marks (EtpPainter *self,
             cairo_t *cr,
             EtpItem *item,
             EtpStyle *style,
             EtpDetail detail,
             const EtpRect *clip)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];

      if (clip == NULL || is_mark_in (mark, clip))
        etp_mark_paint (&self->tools, cr, mark, style, detail, clip);
    }
}

/* The outline that a state follows: the item's largest box (its surface), else its bounds. */
static EtpRect
get_outline (const EtpItem *item, double *radius)
{
  EtpRect outline = { 0, 0, item->width, item->height };
  double largest = 0.5 * item->width * item->height;

  *radius = RING_RADIUS;
  if (item->kind == ETP_ITEM_POINT)
    {
      /* Round the point itself, not round the word that stands beside it. */
      *radius = item->width / 2;
      return outline;
    }
  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];

      if (mark->type == ETP_MARK_BOX && mark->rect.width * mark->rect.height >= largest)
        {
          outline = mark->rect;
          largest = mark->rect.width * mark->rect.height;
          *radius = (double) mark->radius;
        }
    }
  return outline;
}

static void
paint_ring (cairo_t *cr, EtpRect outline, double radius, double gap, EtpRgba color)
{
  EtpRect ring = { outline.x - gap, outline.y - gap, outline.width + 2 * gap,
                   outline.height + 2 * gap };

  etp_mark_add_box (cr, ring, radius + gap);
  etp_mark_set_source (cr, color);
  cairo_set_line_width (cr, RING_WIDTH);
  cairo_stroke (cr);
}

static void
paint_tint (cairo_t *cr, EtpRect outline, double radius, EtpRgba color, double alpha)
{
  etp_mark_add_box (cr, outline, radius);
  etp_mark_set_source (cr, etp_rgba_with_alpha (color, alpha));
  cairo_fill (cr);
}

static void
paint_state (cairo_t *cr, const EtpItem *item, EtpStyle *style, const EtpPaintState *state)
{
  EtpRgba selection = etp_style_get_color (style, ETP_COLOR_SELECTION);
  double dashes[2];
  double radius;
  EtpRect outline = get_outline (item, &radius);

  if (state->related && !state->selected)
    {
      paint_tint (cr, outline, radius, selection, RELATED_ALPHA);
      paint_ring (cr, outline, radius, SELECTED_GAP, etp_rgba_with_alpha (selection, RELATED_RING));
    }
  if (state->hover)
    paint_tint (cr, outline, radius, etp_style_get_color (style, ETP_COLOR_INK), HOVER_ALPHA);
  if (state->drop_target)
    {
      paint_tint (cr, outline, radius, selection, DROP_ALPHA);
      cairo_set_dash (cr, dashes,
                      (int) etp_stroke_get_dashes (ETP_STROKE_DASHED, RING_WIDTH, dashes), 0);
      paint_ring (cr, outline, radius, SELECTED_GAP, selection);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  if (state->selected)
    paint_ring (cr, outline, radius, SELECTED_GAP, selection);
  if (state->focused)
    paint_ring (cr, outline, radius, FOCUS_GAP, etp_style_get_color (style, ETP_COLOR_FOCUS));
}

void
etp_paint_item (
    EtpPainter *self, cairo_t *cr, EtpItem *item, EtpStyle *style, const EtpPaintState *state)
{
  g_return_if_fail (ETP_IS_PAINTER (self));

  if (state == NULL)
    {
      paint_marks (self, cr, item, style, ETP_DETAIL_FULL, NULL);
      return;
    }
  if (state->faded)
    cairo_push_group (cr);
  paint_marks (self, cr, item, style, state->detail, NULL);
  if (state->faded)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, FADED_ALPHA);
    }
  paint_state (cr, item, style, state);
}

/* Items of a cell that are painted together; next: each one's first mark that is still to be. */
typedef struct
{
  const EtpPlaced *items[ETP_CELL_MAX];
  guint next[ETP_CELL_MAX];
  guint n_items;
  EtpMarkAt marks[ETP_CELL_MAX];
  const EtpRect *area; /* in the cell's coordinates: what can be seen; NULL: all */
} Together;

static gboolean
is_seen (const Together *together, const EtpPlaced *placed, const EtpMark *mark)
{
  EtpRect area;

  if (together->area == NULL)
    return TRUE;
  area = *together->area;
  area.x -= placed->x;
  area.y -= placed->y;
  return is_mark_in (mark, &area);
}

static const EtpMark *
peek_mark (Together *together, guint index)
{
  const EtpPlaced *placed = together->items[index];
  const EtpItem *item = placed->item;
  guint *next = &together->next[index];

  while (*next < item->n_marks
         && (item->marks[*next].type == ETP_MARK_TEXT
             || !is_seen (together, placed, &item->marks[*next])))
    (*next)++;
  return *next < item->n_marks ? &item->marks[*next] : NULL;
}

/* A PDF page holds about a kilobyte for each path until it is written, so what looks the same goes
 * into one. Each item's own marks keep their order; the items lie beside each other. */
static void
paint_together (
    EtpPainter *self, cairo_t *cr, EtpStyle *style, const EtpPlacedCell *cell, Together *together)
{
  for (guint i = 0; i < together->n_items;)
    {
      const EtpMark *first = peek_mark (together, i);
      guint n = 0;

      if (first == NULL)
        {
          i++;
          continue;
        }
      for (guint k = i; k < together->n_items; k++)
        {
          const EtpMark *mark = peek_mark (together, k);

          if (mark == NULL || (k != i && !etp_mark_can_join (first, mark)))
            continue;
          together->marks[n++] = (EtpMarkAt){ mark, cell->x + together->items[k]->x,
                                              cell->y + together->items[k]->y };
          together->next[k]++;
        }
      etp_mark_paint_joined (&self->tools, cr, together->marks, n, style);
    }
  together->n_items = 0;
}

static gboolean
lies_beside_others (const EtpItem *item)
{
  return item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_MEASURE
         || item->kind == ETP_ITEM_METRIC;
}

static gboolean
is_in_area (const EtpPlacedCell *cell, const EtpPlaced *item, const EtpRect *area)
{
  const EtpRect *ink = &item->item->ink;
  EtpRect rect = { cell->x + item->x + ink->x, cell->y + item->y + ink->y, ink->width,
                   ink->height };

  return area == NULL || etp_rect_intersects (&rect, area);
}

void
etp_paint_decoration (
    EtpPainter *self, cairo_t *cr, EtpScene *scene, guint cell, EtpLayer layer, const EtpRect *area)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (scene, cell);
  EtpStyle *style = etp_scene_get_style (scene);
  EtpRect ink = placed->cell->ink, seen;
  Together together;

  g_return_if_fail (ETP_IS_PAINTER (self));
  ink.x += placed->x;
  ink.y += placed->y;
  if ((placed->cell->layers & 1 << layer) == 0
      || (area != NULL && !etp_rect_intersects (&ink, area)))
    return;
  together.n_items = 0;
  together.area = NULL;
  if (area != NULL)
    {
      seen = (EtpRect){ area->x - placed->x, area->y - placed->y, area->width, area->height };
      together.area = &seen;
    }
  for (guint i = 0; i < placed->cell->n_items; i++)
    {
      const EtpPlaced *item = &placed->cell->items[i];

      if (item->item->layer != layer || !is_in_area (placed, item, area))
        continue;
      if (together.n_items == ETP_CELL_MAX
          || (together.n_items > 0
              && !(lies_beside_others (item->item)
                   && lies_beside_others (together.items[together.n_items - 1]->item))))
        paint_together (self, cr, style, placed, &together);
      together.next[together.n_items] = 0;
      together.items[together.n_items++] = item;
    }
  paint_together (self, cr, style, placed, &together);
}

void
etp_paint_texts (EtpPainter *self,
                 cairo_t *cr,
                 EtpItem *item,
                 EtpStyle *style,
                 guint first,
                 guint n,
                 const EtpRect *area)
{
  g_return_if_fail (ETP_IS_PAINTER (self));
  g_return_if_fail (first <= item->n_marks && n <= item->n_marks - first);

  for (guint i = first; i < first + n; i++)
    if (item->marks[i].type == ETP_MARK_TEXT
        && (area == NULL || is_mark_in (&item->marks[i], area)))
      etp_mark_paint (&self->tools, cr, &item->marks[i], style, ETP_DETAIL_FULL, area);
}

void
etp_paint_scene (
    EtpPainter *self, cairo_t *cr, EtpScene *scene, const EtpRect *area, EtpDetail detail)
{
  EtpRect all = { 0, 0, etp_scene_get_width (scene), etp_scene_get_height (scene) };
  EtpStyle *style = etp_scene_get_style (scene);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));

  g_return_if_fail (ETP_IS_PAINTER (self));
  etp_scene_find (scene, area != NULL ? area : &all, NULL, refs);
  for (guint i = 0; i < refs->len; i++)
    {
      EtpItemRef ref = g_array_index (refs, EtpItemRef, i);
      EtpRect rect = etp_scene_item_rect (scene, ref, NULL);
      cairo_matrix_t matrix;
      EtpRect clip;

      if (area != NULL)
        clip = (EtpRect){ area->x - rect.x, area->y - rect.y, area->width, area->height };
      cairo_get_matrix (cr, &matrix);
      cairo_translate (cr, rect.x, rect.y);
      paint_marks (self, cr, etp_scene_get_item (scene, ref), style, detail,
                   area != NULL ? &clip : NULL);
      cairo_set_matrix (cr, &matrix);
    }
}
