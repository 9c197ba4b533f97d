/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-slide-shapes.h"

#include <math.h>
#include <string.h>

#include "paint/etp-text.h"

/* From the marks of a page to shapes that people edit. The look comes from the marks, so a slide
 * looks like the PDF of the same page; what belongs together follows from where things stand.
 * A slide has about 100 shapes, one of a whole map of 1,000 cards has 10,000. */

#define SAME 1.5 /* scene units: what counts as the same place */
#define MOST_BESIDE 16.0 /* between a number and what it numbers */

EtpShape *
etp_shape_list_add (EtpShapeList *self, EtpShapeType type, const EtpItem *item)
{
  EtpShape *shape;

  g_array_set_size (self->shapes, self->shapes->len + 1);
  shape = &g_array_index (self->shapes, EtpShape, self->shapes->len - 1);
  shape->type = (guint8) type;
  shape->item = item;
  shape->id = type == ETP_SHAPE_GROUP_END ? 0 : ++self->last_id;
  return shape;
}

const EtpShape *
etp_shape_list_get (const EtpShapeList *self, guint index)
{
  return &g_array_index (self->shapes, EtpShape, index);
}

const EtpShapeText *
etp_shape_list_get_text (const EtpShapeList *self, const EtpShape *shape, guint index)
{
  return &g_array_index (self->texts, EtpShapeText, shape->first_text + index);
}

static EtpRect
get_page_rect (EtpRect rect, double x, double y, double scale)
{
  return (EtpRect){ x + rect.x * scale, y + rect.y * scale, rect.width * scale,
                    rect.height * scale };
}

static gboolean
is_inside (const EtpRect *inner, const EtpRect *outer, double slack)
{
  return inner->x >= outer->x - slack && inner->y >= outer->y - slack
         && inner->x + inner->width <= outer->x + outer->width + slack
         && inner->y + inner->height <= outer->y + outer->height + slack;
}

static gboolean
is_seen (const EtpMark *mark)
{
  return mark->fill_color != 0 || (mark->stroke_color != 0 && mark->stroke_width > 0);
}

static gboolean
is_loose (const EtpMark *mark)
{
  return mark->n_lines == 1 && (etp_mark_is_free_line (mark) || !etp_mark_is_tight_line (mark));
}

static double
get_right (const EtpMark *mark)
{
  return mark->rect.x + mark->rect.width;
}

/* A title behind its number: the same paragraph. */
static gboolean
is_beside (const EtpShape *shape, const EtpMark *first, const EtpMark *last, const EtpMark *mark)
{
  return shape->type == ETP_SHAPE_BOX && etp_mark_is_free_line (last)
         && fabs (last->rect.x - first->rect.x) < SAME && fabs (last->rect.y - mark->rect.y) < SAME
         && mark->rect.x > get_right (last) - SAME && mark->rect.x < get_right (last) + MOST_BESIDE
         && mark->align == ETP_ALIGN_START && last->align == ETP_ALIGN_START
         && !etp_text_is_rtl (mark->text, 0);
}

/* A text below another in the same column, where both break as they do on their own. */
static gboolean
is_below (const EtpShape *shape, const EtpMark *first, const EtpMark *last, const EtpMark *mark)
{
  const double right = get_right (mark);

  if (fabs (first->rect.x - mark->rect.x) >= SAME
      || mark->rect.y < last->rect.y + last->rect.height - SAME)
    return FALSE;
  if (fabs (right - shape->column_end) < SAME)
    return TRUE;
  return right < shape->column_end ? is_loose (mark) : shape->is_loose;
}

static gboolean
can_take (EtpShapeList *self, const EtpShape *shape, const EtpMark *mark)
{
  const EtpMark *first, *last;

  if (shape->n_texts == 0)
    return shape->type == ETP_SHAPE_BOX && is_inside (&mark->rect, &shape->mark->rect, SAME);
  if (shape->type == ETP_SHAPE_BOX && !is_inside (&mark->rect, &shape->mark->rect, SAME))
    return FALSE;
  /* Texts of a shape follow one another in the list: only the latest can grow. */
  if (shape->first_text + shape->n_texts != self->texts->len)
    return FALSE;
  first = etp_shape_list_get_text (self, shape, 0)->mark;
  last = etp_shape_list_get_text (self, shape, shape->n_texts - 1)->mark;
  return is_beside (shape, first, last, mark) || is_below (shape, first, last, mark);
}

/* The shape of this item, from first on, that the text belongs to; NULL: none. The text of a box is
 * the first in it, because it is read first. */
static EtpShape *
find_home (EtpShapeList *self, guint first, const EtpMark *mark)
{
  for (guint i = self->shapes->len; i-- > first;)
    {
      EtpShape *shape = &g_array_index (self->shapes, EtpShape, i);

      if (can_take (self, shape, mark))
        return shape;
      /* Whatever is below this would be hidden by it. */
      if (shape->type == ETP_SHAPE_BOX && shape->mark->fill_color != 0
          && etp_rect_intersects (&mark->rect, &shape->mark->rect))
        return NULL;
    }
  return NULL;
}

static void
add_text (EtpShapeList *self,
          const EtpItem *item,
          const EtpMark *mark,
          guint first,
          double x,
          double y,
          double scale)
{
  EtpShapeText text = { .mark = mark };
  EtpRect rect = get_page_rect (mark->rect, x, y, scale);
  EtpShape *shape = find_home (self, first, mark);

  if (mark->n_lines == 0)
    return;
  if (shape == NULL)
    {
      shape = etp_shape_list_add (self, ETP_SHAPE_TEXT, item);
      shape->x = x;
      shape->y = y;
      shape->scale = scale;
      shape->rect = rect;
    }
  shape->is_decoration = FALSE;
  if (shape->n_texts == 0)
    {
      shape->first_text = self->texts->len;
      shape->text_rect = rect;
      shape->column_end = get_right (mark);
      shape->is_loose = is_loose (mark);
    }
  else
    {
      const EtpMark *before = etp_shape_list_get_text (self, shape, shape->n_texts - 1)->mark;

      if (mark->rect.y < before->rect.y + before->rect.height - SAME)
        text.beside = (mark->rect.x - before->rect.x) * scale;
      shape->column_end = MAX (shape->column_end, get_right (mark));
      shape->is_loose = shape->is_loose && is_loose (mark);
      text.gap = MAX (rect.y - shape->text_rect.y - shape->text_rect.height, 0);
      shape->text_rect = etp_rect_union (&shape->text_rect, &rect);
      if (shape->type == ETP_SHAPE_TEXT)
        shape->rect = shape->text_rect;
    }
  g_array_append_val (self->texts, text);
  shape->n_texts++;
}

static EtpRect
intersect (const EtpRect *a, const EtpRect *b)
{
  const double x = MAX (a->x, b->x), y = MAX (a->y, b->y);

  return (EtpRect){ x, y, MIN (a->x + a->width, b->x + b->width) - x,
                    MIN (a->y + a->height, b->y + b->height) - y };
}

static void
add_shape (EtpShapeList *self,
           const EtpItem *item,
           const EtpMark *mark,
           double x,
           double y,
           double scale,
           const EtpRect *clip)
{
  static const EtpShapeType types[] = { [ETP_MARK_BOX] = ETP_SHAPE_BOX,
                                        [ETP_MARK_ICON] = ETP_SHAPE_ICON,
                                        [ETP_MARK_PATH] = ETP_SHAPE_PATH,
                                        [ETP_MARK_IMAGE] = ETP_SHAPE_IMAGE };
  EtpShape *shape = etp_shape_list_add (self, types[mark->type], item);

  shape->mark = mark;
  shape->x = x;
  shape->y = y;
  shape->scale = scale;
  shape->rect = get_page_rect (mark->rect, x, y, scale);
  shape->is_decoration = item->name == NULL || item->name[0] == '\0';
  if (mark->type == ETP_MARK_BOX && mark->radius == 0)
    shape->rect = intersect (&shape->rect, clip);
}

static gboolean
can_be_linked (const EtpItem *item)
{
  return item->node_id != NULL
         && (item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_MEASURE
             || item->kind == ETP_ITEM_IMAGE || item->kind == ETP_ITEM_METRIC);
}

/* Nothing is cut on a slide but plain grounds: other things belong where their middle is. */
static gboolean
is_at_home (const EtpRect *rect, const EtpRect *clip)
{
  const double x = rect->x + rect->width / 2, y = rect->y + rect->height / 2;

  return x >= clip->x && x <= clip->x + clip->width && y >= clip->y && y <= clip->y + clip->height;
}

/* The ground of the whole page is the master's. */
static gboolean
is_ground (const EtpShapeList *self, const EtpItem *item, const EtpRect *rect)
{
  return item->kind == ETP_ITEM_FILL && rect->x <= 0.5 && rect->y <= 0.5
         && rect->x + rect->width >= self->page->width - 0.5
         && rect->y + rect->height >= self->page->height - 0.5;
}

void
etp_shape_list_add_marks (EtpShapeList *self,
                          const EtpItem *item,
                          double x,
                          double y,
                          double scale,
                          const EtpRect *clip,
                          guint64 skip)
{
  const guint first = self->shapes->len;

  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];
      EtpRect rect = get_page_rect (mark->rect, x, y, scale);

      /* Lines have no height or width: they are grown by a hair to be found. */
      rect = (EtpRect){ rect.x - 0.01, rect.y - 0.01, rect.width + 0.02, rect.height + 0.02 };
      if ((i < 64 && (skip >> i & 1) != 0) || !etp_rect_intersects (&rect, clip))
        continue;
      if (!is_at_home (&rect, clip) && !can_be_linked (item)
          && (mark->type != ETP_MARK_BOX || mark->radius > 0))
        continue;
      /* Parts of a page may overlap: what one of them has shown is there. */
      if (self->seen != NULL && !g_hash_table_add (self->seen, (gpointer) mark))
        continue;
      if (mark->type == ETP_MARK_TEXT)
        add_text (self, item, mark, first, x, y, scale);
      else if (mark->type == ETP_MARK_IMAGE || is_seen (mark))
        {
          if (!is_ground (self, item, &rect))
            add_shape (self, item, mark, x, y, scale, clip);
        }
    }
}

/* Remembers the surface of a card, so that connectors find it. */
static void
remember_end (EtpShapeList *self, const EtpItem *item, guint first)
{
  for (guint i = first; i < self->shapes->len; i++)
    {
      const EtpShape *shape = etp_shape_list_get (self, i);
      EtpShapeEnd *end;

      if (shape->type != ETP_SHAPE_BOX && shape->type != ETP_SHAPE_IMAGE
          && shape->type != ETP_SHAPE_TEXT)
        continue;
      if (shape->rect.height < item->height * shape->scale / 2)
        continue;
      end = g_new (EtpShapeEnd, 1);
      *end = (EtpShapeEnd){ shape->id, shape->rect };
      g_hash_table_replace (self->ends, item->node_id, end);
      return;
    }
}

/* An item of several shapes is a group, which has the name; its parts then need none. */
static void
add_item (EtpShapeList *self,
          const EtpItem *item,
          double x,
          double y,
          double scale,
          const EtpRect *clip,
          guint64 skip)
{
  const guint group = self->shapes->len;
  EtpRect rect = { 0 };
  EtpShape *shape;

  shape = etp_shape_list_add (self, ETP_SHAPE_GROUP, item);
  shape->is_decoration = item->name == NULL || item->name[0] == '\0';
  etp_shape_list_add_marks (self, item, x, y, scale, clip, skip);
  if (can_be_linked (item))
    remember_end (self, item, group + 1);
  if (self->shapes->len <= group + 2)
    {
      g_array_remove_index (self->shapes, group);
      return;
    }
  for (guint i = group + 1; i < self->shapes->len; i++)
    {
      EtpShape *part = &g_array_index (self->shapes, EtpShape, i);

      rect = i == group + 1 ? part->rect : etp_rect_union (&rect, &part->rect);
      part->is_decoration = part->n_texts == 0;
    }
  g_array_index (self->shapes, EtpShape, group).rect = rect;
  etp_shape_list_add (self, ETP_SHAPE_GROUP_END, item);
}

/* Items of a layer of all cells, or of one cell, that meet the part. */
static void
list_cell (const EtpPagePart *part, guint cell, EtpLayer layer, GArray *refs)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (part->scene, cell);

  if ((placed->cell->layers & 1 << layer) == 0)
    return;
  for (guint i = 0; i < placed->cell->n_items; i++)
    {
      const EtpPlaced *at = &placed->cell->items[i];
      EtpItemRef ref = { cell, i };
      EtpRect ink = at->item->ink;
      EtpRect rect = etp_scene_item_rect (part->scene, ref, NULL);

      ink.x += rect.x;
      ink.y += rect.y;
      if (at->item->layer == layer && etp_rect_intersects (&ink, &part->source))
        g_array_append_val (refs, ref);
    }
}

/* Grounds first, then cell after cell: the order of painting wherever things lie on each other, and
 * the order in which people read. */
static void
list_part (const EtpPagePart *part, GArray *refs)
{
  const guint n = etp_scene_get_n_cells (part->scene);

  for (guint c = 0; c < n; c++)
    list_cell (part, c, ETP_LAYER_BACK, refs);
  for (guint c = 0; c < n; c++)
    {
      list_cell (part, c, ETP_LAYER_BODY, refs);
      list_cell (part, c, ETP_LAYER_FRONT, refs);
    }
}

/* How many refs from index on are legs of the same link. */
static guint
count_legs (EtpScene *scene, GArray *refs, guint index)
{
  const EtpItem *first = etp_scene_get_item (scene, g_array_index (refs, EtpItemRef, index));
  guint n = 1;

  while (index + n < refs->len)
    {
      const EtpItem *item = etp_scene_get_item (scene, g_array_index (refs, EtpItemRef, index + n));

      if (item->kind != ETP_ITEM_LINK || g_strcmp0 (item->node_id, first->node_id) != 0)
        break;
      n++;
    }
  return n;
}

/* The first text of the title is the title of the page; returns its mark's bit for skip. */
static guint64
find_title (const EtpItem *item)
{
  for (guint i = 0; i < MIN (item->n_marks, 64); i++)
    if (item->marks[i].type == ETP_MARK_TEXT && item->marks[i].n_lines > 0)
      return G_GUINT64_CONSTANT (1) << i;
  return 0;
}

static void
add_title (EtpShapeList *self, const EtpItem *item, guint64 bit, double x, double y, double scale)
{
  EtpShape *shape = etp_shape_list_add (self, ETP_SHAPE_TITLE, item);
  EtpShapeText text = { .mark = &item->marks[g_bit_nth_lsf ((gulong) bit, -1)] };

  shape->x = x;
  shape->y = y;
  shape->scale = scale;
  shape->rect = shape->text_rect = get_page_rect (text.mark->rect, x, y, scale);
  etp_shape_widen_title (shape, text.mark);
  shape->first_text = self->texts->len;
  shape->n_texts = 1;
  g_array_append_val (self->texts, text);
}

static void
add_part (EtpShapeList *self, const EtpPagePart *part, gboolean *has_title)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));
  const EtpRect clip = { part->x, part->y, part->source.width * part->scale,
                         part->source.height * part->scale };

  list_part (part, refs);
  for (guint i = 0; i < refs->len; i++)
    {
      const EtpItemRef ref = g_array_index (refs, EtpItemRef, i);
      const EtpItem *item = etp_scene_get_item (part->scene, ref);
      const EtpRect rect = etp_scene_item_rect (part->scene, ref, NULL);
      const double x = part->x + (rect.x - part->source.x) * part->scale;
      const double y = part->y + (rect.y - part->source.y) * part->scale;
      const EtpRect on_page = { x, y, rect.width * part->scale, rect.height * part->scale };
      guint64 skip = 0;

      if (can_be_linked (item) && !is_at_home (&on_page, &clip))
        continue;
      if (item->kind == ETP_ITEM_LINK && item->node_id != NULL)
        {
          const guint n = count_legs (part->scene, refs, i);

          etp_shape_list_add_link (self, part, &g_array_index (refs, EtpItemRef, i), n, &clip);
          i += n - 1;
          continue;
        }
      if (item->kind == ETP_ITEM_TITLE && !*has_title)
        skip = find_title (item);
      if (skip != 0)
        {
          add_title (self, item, skip, x, y, part->scale);
          *has_title = TRUE;
        }
      add_item (self, item, x, y, part->scale, &clip, skip);
    }
}

void
etp_shape_list_init (EtpShapeList *self, EtpJourney *journey, const EtpPage *page)
{
  gboolean has_title = FALSE;

  *self = (EtpShapeList){ .last_id = 1, .journey = journey, .page = page };
  self->shapes = g_array_new (FALSE, TRUE, sizeof (EtpShape));
  self->texts = g_array_new (FALSE, TRUE, sizeof (EtpShapeText));
  if (page->n_parts > 1)
    self->seen = g_hash_table_new (NULL, NULL);
  self->ends = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < page->n_parts; i++)
    add_part (self, &page->parts[i], &has_title);
  if (!has_title)
    {
      /* Above the slide: a screen reader and the list of slides need a title all the same, and
       * before all else. */
      EtpShape shape = *etp_shape_list_add (self, ETP_SHAPE_TITLE, NULL);

      shape.scale = 1;
      shape.rect = (EtpRect){ 0, -60, page->width, 40 };
      g_array_set_size (self->shapes, self->shapes->len - 1);
      g_array_prepend_val (self->shapes, shape);
    }
}

void
etp_shape_list_clear (EtpShapeList *self)
{
  for (guint i = 0; self->shapes != NULL && i < self->shapes->len; i++)
    g_free (g_array_index (self->shapes, EtpShape, i).route);
  g_clear_pointer (&self->shapes, g_array_unref);
  g_clear_pointer (&self->texts, g_array_unref);
  g_clear_pointer (&self->ends, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}
