/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-slide-bodies.h"

#include <math.h>
#include <string.h>

/* A slide of the deck has its texts in columns of boxes (scene/etp-slide-box.h). A box whose marks
 * are paragraphs and the signs before them is text that a placeholder can hold; a column is such
 * boxes below each other, up to the first that is something else. */

#define SAME 1.5 /* page units: what counts as the same place */
#define MOST_BULLET 8.0 /* across */
#define MOST_GLYPH 14.0
#define FOOT 44.0 /* of our own slides, that stays free */
#define SLACK 0.009 /* of the width: another program sets the same text a hair wider */
#define MOST_SLACK 5.0
#define CLEAR 6.0 /* between a body and what lies below it */
#define FULL 0x25cf /* ● */
#define HALF 0x25d0 /* ◐ */
#define EMPTY 0x25cb /* ○ */

/* The shapes of one item, [first, end) of the list. */
typedef struct
{
  guint first, end;
  const EtpItem *item;
  EtpRect rect;
  gboolean is_text; /* a body can have it */
  gboolean is_taken; /* and one has it */
} Unit;

typedef struct
{
  double x, width, bottom; /* bottom: of its last text */
  gboolean is_closed;
  guint n_units, first_unit; /* its first is where the body is read */
  GArray *texts; /* of EtpShapeText */
  EtpRect first_rect; /* of its first text */
  double scale;
} Column;

static EtpRect
get_text_rect (const EtpShape *shape, const EtpMark *mark)
{
  return (EtpRect){ shape->x + mark->rect.x * shape->scale, shape->y + mark->rect.y * shape->scale,
                    mark->rect.width * shape->scale, mark->rect.height * shape->scale };
}

gboolean
etp_slide_has_bodies (const EtpPage *page)
{
  static const char *const roles[] = { "title",     "findings", "scope",  "persona",
                                       "decisions", "changes",  "method", NULL };

  return page->kind == ETP_PAGE_SLIDE && page->role != NULL && g_strv_contains (roles, page->role);
}

static gboolean
is_number (const char *text)
{
  return text[0] != '\0' && strlen (text) <= 4 && strspn (text, "0123456789") == strlen (text);
}

/* The paragraph on whose first line something stands, left of it; NULL: none. */
static EtpShapeText *
find_paragraph (GArray *texts, GArray *rects, const EtpRect *rect, double scale)
{
  const double middle = rect->y + rect->height / 2;

  for (guint i = 0; i < texts->len; i++)
    {
      EtpShapeText *text = &g_array_index (texts, EtpShapeText, i);
      const EtpRect *place = &g_array_index (rects, EtpRect, i);

      if (middle >= place->y - SAME
          && middle <= place->y + (double) text->mark->line_height * scale + SAME
          && rect->x + rect->width <= place->x + SAME)
        return text;
    }
  return NULL;
}

/* Makes a shape the sign of its paragraph. FALSE: it is none. *keep: it stays a shape all the same. */
static gboolean
take_sign (EtpShapeList *list, const EtpShape *shape, GArray *texts, GArray *rects, gboolean *keep)
{
  EtpShapeText *text = find_paragraph (texts, rects, &shape->rect, shape->scale);
  const EtpMark *mark = shape->mark;
  const double side = MAX (shape->rect.width, shape->rect.height);

  *keep = shape->type == ETP_SHAPE_ICON;
  if (text == NULL || mark == NULL)
    return FALSE;
  if (shape->type == ETP_SHAPE_ICON)
    return text->sign == ETP_SHAPE_SIGN_NONE;
  if (shape->type == ETP_SHAPE_PATH && text->sign == ETP_SHAPE_SIGN_GLYPH)
    {
      text->sign_value = HALF;
      return TRUE;
    }
  if (shape->type != ETP_SHAPE_BOX || text->sign != ETP_SHAPE_SIGN_NONE)
    return FALSE;
  text->sign_color = mark->fill_color;
  if (shape->n_texts == 1)
    {
      const char *word = etp_shape_list_get_text (list, shape, 0)->mark->text;

      text->sign = ETP_SHAPE_SIGN_NUMBER;
      text->sign_value = is_number (word) ? (guint) g_ascii_strtoull (word, NULL, 10) : 0;
      return text->sign_value > 0;
    }
  if (shape->n_texts > 0 || side > MOST_GLYPH)
    return FALSE;
  if (mark->stroke_color == 0)
    {
      text->sign = ETP_SHAPE_SIGN_BULLET;
      return side <= MOST_BULLET;
    }
  text->sign = ETP_SHAPE_SIGN_GLYPH;
  text->sign_value = mark->fill_color == mark->stroke_color ? FULL : EMPTY;
  text->sign_color = mark->stroke_color;
  return TRUE;
}

/* Paragraphs of an item: EtpShapeText and their EtpRect. FALSE: it holds something else. rest: of the
 * indices of shapes that stay; with may_keep all that is no text. */
static gboolean
read_unit (EtpShapeList *list,
           const Unit *unit,
           GArray *texts,
           GArray *rects,
           GArray *rest,
           gboolean may_keep)
{
  for (guint i = unit->first; i < unit->end; i++)
    {
      const EtpShape *shape = etp_shape_list_get (list, i);

      for (guint k = 0; shape->type == ETP_SHAPE_TEXT && k < shape->n_texts; k++)
        {
          EtpShapeText text = *etp_shape_list_get_text (list, shape, k);
          const EtpRect rect = get_text_rect (shape, text.mark);

          text.indent = MAX (rect.x - unit->rect.x, 0);
          if (text.beside > 0 || text.mark->align != ETP_ALIGN_START
              || (text.mark->n_lines > 1
                  && rect.x + rect.width < unit->rect.x + unit->rect.width - 2 * SAME))
            return FALSE;
          g_array_append_val (texts, text);
          g_array_append_val (rects, rect);
        }
    }
  for (guint i = unit->first; i < unit->end; i++)
    {
      const EtpShape *shape = etp_shape_list_get (list, i);
      gboolean keep;

      if (shape->type == ETP_SHAPE_TEXT || shape->type == ETP_SHAPE_GROUP
          || shape->type == ETP_SHAPE_GROUP_END)
        continue;
      if (may_keep)
        keep = TRUE;
      else if (!take_sign (list, shape, texts, rects, &keep))
        return FALSE;
      if (keep && rest != NULL)
        g_array_append_val (rest, i);
    }
  return texts->len > 0;
}

/* Items in the order of the list. */
static GArray *
list_units (EtpShapeList *list)
{
  GArray *units = g_array_new (FALSE, TRUE, sizeof (Unit));

  for (guint i = 0; i < list->shapes->len;)
    {
      const EtpShape *shape = etp_shape_list_get (list, i);
      Unit unit = { i, i + 1, shape->item, shape->rect, FALSE, FALSE };

      if (shape->type == ETP_SHAPE_GROUP)
        while (etp_shape_list_get (list, unit.end - 1)->type != ETP_SHAPE_GROUP_END)
          unit.end++;
      if (shape->item != NULL && shape->type != ETP_SHAPE_TITLE)
        {
          const EtpShape *part = etp_shape_list_get (list, unit.end - unit.first > 1 ? i + 1 : i);

          unit.rect = (EtpRect){ part->x, part->y, shape->item->width * part->scale,
                                 shape->item->height * part->scale };
        }
      i = unit.end;
      g_array_append_val (units, unit);
    }
  return units;
}

static const EtpShape *
find_title (EtpShapeList *list)
{
  for (guint i = 0; i < list->shapes->len; i++)
    if (etp_shape_list_get (list, i)->type == ETP_SHAPE_TITLE)
      return etp_shape_list_get (list, i);
  return NULL;
}

/* Whether an item could be part of a body on this slide; what of it is text is looked at later. */
static gboolean
is_candidate (EtpShapeList *list, const Unit *unit, gboolean is_first, double title_end)
{
  const EtpShape *shape = etp_shape_list_get (list, unit->first);

  if (unit->item == NULL || unit->item->kind != ETP_ITEM_LABEL || shape->type == ETP_SHAPE_TITLE)
    return FALSE;
  return !is_first || unit->rect.y >= title_end - SAME;
}

static gboolean
has_number (GArray *texts)
{
  return g_array_index (texts, EtpShapeText, 0).sign == ETP_SHAPE_SIGN_NUMBER;
}

static Column *
find_column (GArray *columns, const EtpRect *rect)
{
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      if (fabs (column->x - rect->x) < SAME && fabs (column->width - rect->width) < SAME)
        return column;
    }
  return NULL;
}

static void
column_clear (gpointer data)
{
  g_clear_pointer (&((Column *) data)->texts, g_array_unref);
}

/* Adds the paragraphs of an item to its column. */
static void
add_unit (Column *column, guint index, GArray *texts, GArray *rects)
{
  for (guint i = 0; i < texts->len; i++)
    {
      EtpShapeText text = g_array_index (texts, EtpShapeText, i);
      const EtpRect *rect = &g_array_index (rects, EtpRect, i);

      text.gap = column->texts->len > 0 ? MAX (rect->y - column->bottom, 0) : 0;
      if (column->texts->len == 0)
        column->first_rect = *rect;
      column->bottom = rect->y + rect->height;
      g_array_append_val (column->texts, text);
    }
  if (column->n_units++ == 0)
    column->first_unit = index;
}

/* Paragraphs of an item, read as its slide has them. */
static gboolean
read_for (EtpShapeList *list, const Unit *unit, GArray *texts, GArray *rects, GArray *rest)
{
  const char *role = list->page->role;

  if (!read_unit (list, unit, texts, rects, rest, strcmp (role, "title") == 0))
    return FALSE;
  /* Of a table only the decisions themselves are a list. */
  return strcmp (role, "decisions") != 0 || has_number (texts);
}

static GArray *
make_columns (EtpShapeList *list, GArray *units)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));
  const gboolean is_first = strcmp (list->page->role, "title") == 0;
  const gboolean is_table = strcmp (list->page->role, "decisions") == 0;
  const EtpShape *title = find_title (list);
  const double title_end = title != NULL ? title->rect.y + title->rect.height : 0;
  double top = -1;

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < units->len; i++)
    {
      Unit *unit = &g_array_index (units, Unit, i);
      g_autoptr (GArray) texts = g_array_new (FALSE, TRUE, sizeof (EtpShapeText));
      g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (EtpRect));
      Column *column = find_column (columns, &unit->rect);

      if (!is_candidate (list, unit, is_first, title_end))
        continue;
      unit->is_text = read_for (list, unit, texts, rects, NULL);
      if (!unit->is_text && is_table)
        continue;
      top = top < 0 ? unit->rect.y : top;
      if (column == NULL)
        {
          Column fresh = { .x = unit->rect.x, .width = unit->rect.width };

          /* What begins further down is no column of the slide. */
          if (fabs (unit->rect.y - top) > SAME)
            continue;
          fresh.texts = g_array_new (FALSE, TRUE, sizeof (EtpShapeText));
          fresh.scale = etp_shape_list_get (list, unit->end - unit->first > 1 ? unit->first + 1
                                                                              : unit->first)
                            ->scale;
          g_array_append_val (columns, fresh);
          column = &g_array_index (columns, Column, columns->len - 1);
        }
      column->is_closed = column->is_closed || !unit->is_text
                          || (column->n_units > 0 && unit->rect.y < column->bottom - SAME);
      if (column->is_closed)
        continue;
      unit->is_taken = TRUE;
      add_unit (column, i, texts, rects);
    }
  for (guint i = columns->len; i-- > 0;)
    if (g_array_index (columns, Column, i).n_units == 0)
      g_array_remove_index (columns, i);
  return columns;
}

/* Down to the next thing below, or to the bottom of the slide. */
static EtpRect
get_rect (EtpShapeList *list, const Column *column, GArray *units, double bottom)
{
  const EtpMark *mark = g_array_index (column->texts, EtpShapeText, 0).mark;
  const double y = column->first_rect.y - etp_mark_get_lead (mark) * column->scale;
  double end = bottom;

  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = &g_array_index (units, Unit, i);
      const EtpShape *shape = etp_shape_list_get (list, unit->first);
      const EtpRect *rect = &shape->rect;

      if (!unit->is_taken && shape->type != ETP_SHAPE_TITLE && rect->y >= column->bottom - SAME
          && rect->x < column->x + column->width && rect->x + rect->width > column->x)
        end = MIN (end, rect->y - CLEAR);
    }
  end = MAX (end, column->bottom);

  return (EtpRect){ column->x, y, column->width + MIN (column->width * SLACK, MOST_SLACK),
                    end - y };
}

static void
add_body (EtpShapeList *list, GArray *shapes, const Column *column, const EtpRect *rect)
{
  EtpShape shape = { .type = ETP_SHAPE_BODY,
                     .id = ++list->last_id,
                     .scale = column->scale,
                     .rect = *rect,
                     .text_rect = *rect };

  shape.first_text = list->texts->len;
  shape.n_texts = column->texts->len;
  g_array_append_vals (list->texts, column->texts->data, column->texts->len);
  g_array_append_val (shapes, shape);
}

/* What stays of an item whose texts are in a body: pictures, and signs that no paragraph has. */
static void
add_rest (EtpShapeList *list, GArray *shapes, const Unit *unit)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, TRUE, sizeof (EtpShapeText));
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (EtpRect));
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint group = shapes->len;
  EtpRect whole = { 0 };

  read_for (list, unit, texts, rects, rest);
  if (rest->len > 1)
    g_array_append_val (shapes, g_array_index (list->shapes, EtpShape, unit->first));
  for (guint i = 0; i < rest->len; i++)
    {
      const EtpShape *shape = etp_shape_list_get (list, g_array_index (rest, guint, i));

      whole = i == 0 ? shape->rect : etp_rect_union (&whole, &shape->rect);
      g_array_append_val (shapes, *shape);
    }
  if (rest->len <= 1)
    return;
  g_array_index (shapes, EtpShape, group).rect = whole;
  g_array_append_val (shapes, g_array_index (list->shapes, EtpShape, unit->end - 1));
}

/* The list with bodies where the first of their items were. */
static void
replace (EtpShapeList *list, GArray *units, GArray *columns, const EtpSlideBodies *bodies)
{
  GArray *shapes = g_array_new (FALSE, TRUE, sizeof (EtpShape));

  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = &g_array_index (units, Unit, i);

      for (guint k = 0; k < columns->len; k++)
        if (unit->is_taken && g_array_index (columns, Column, k).first_unit == i)
          add_body (list, shapes, &g_array_index (columns, Column, k), &bodies->rects[k]);
      if (unit->is_taken)
        add_rest (list, shapes, unit);
      else
        g_array_append_vals (shapes, etp_shape_list_get (list, unit->first),
                             unit->end - unit->first);
    }
  g_array_unref (list->shapes);
  list->shapes = shapes;
}

void
etp_slide_bodies_gather (EtpSlideBodies *self, EtpShapeList *list, const EtpSlideFrame *frame)
{
  const double bottom = frame != NULL ? frame->content.y + frame->content.height
                                      : list->page->height - FOOT;
  g_autoptr (GArray) units = NULL;
  g_autoptr (GArray) columns = NULL;

  *self = (EtpSlideBodies){ 0 };
  if (!etp_slide_has_bodies (list->page)
      || (frame != NULL && strcmp (list->page->role, "title") == 0))
    return;
  units = list_units (list);
  columns = make_columns (list, units);
  if (columns->len == 0 || columns->len > ETP_SLIDE_MOST_BODIES)
    return;
  self->n = columns->len;
  for (guint i = 0; i < columns->len; i++)
    self->rects[i] = get_rect (list, &g_array_index (columns, Column, i), units, bottom);
  replace (list, units, columns, self);
}

gboolean
etp_slide_bodies_equal (const EtpSlideBodies *a, const EtpSlideBodies *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (fabs (a->rects[i].x - b->rects[i].x) > 0.5 || fabs (a->rects[i].y - b->rects[i].y) > 0.5
        || fabs (a->rects[i].width - b->rects[i].width) > 0.5
        || fabs (a->rects[i].height - b->rects[i].height) > 0.5)
      return FALSE;
  return TRUE;
}
