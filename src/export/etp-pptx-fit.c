/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-fit.h"

/* A deck is made for a slide of its own shape; a layout leaves another room. The title goes into the
 * layout's placeholder, what is below it is scaled into the room that is left. */

#define FOOT_SHARE 0.092 /* of a deck's slide: its foot */
#define MARGIN_SHARE 0.044 /* of its width: at each side */
#define GAP 8.0 /* between title and content */
#define LEAST 12.0 /* smallest text on a slide as wide as ours: 9 pt */

static const EtpShape *
find_title (const EtpShapeList *list)
{
  for (guint i = 0; i < list->shapes->len; i++)
    if (etp_shape_list_get (list, i)->type == ETP_SHAPE_TITLE)
      return etp_shape_list_get (list, i);
  g_assert_not_reached ();
}

/* Where content begins on a page of ours. */
static double
get_top (const EtpShapeList *list)
{
  const EtpShape *title = find_title (list);

  return title->n_texts > 0 ? title->rect.y + title->rect.height : 0;
}

static gboolean
is_furniture (const EtpShape *shape, const EtpPage *page, double top)
{
  if (shape->type == ETP_SHAPE_TITLE)
    return FALSE;
  return shape->rect.y + shape->rect.height / 2 < top - 1
         || shape->rect.y >= page->height * (1 - FOOT_SHARE);
}

/* How many shapes belong to the one at index: a group is taken or left as a whole. */
static guint
count_shapes (const EtpShapeList *list, guint index)
{
  guint depth = 0, n = 0;

  do
    {
      const EtpShape *shape = etp_shape_list_get (list, index + n++);

      if (shape->type == ETP_SHAPE_GROUP)
        depth++;
      else if (shape->type == ETP_SHAPE_GROUP_END)
        depth--;
    }
  while (depth > 0);
  return n;
}

/* Routes belong to the list as long as their shapes are in it. */
static void
remove_shapes (EtpShapeList *list, guint index, guint n)
{
  for (guint i = index; i < index + n; i++)
    g_free (g_array_index (list->shapes, EtpShape, i).route);
  g_array_remove_range (list->shapes, index, n);
}

void
etp_pptx_fit_prune (EtpShapeList *list, const EtpPage *page)
{
  const double top = get_top (list);

  for (guint i = 0; i < list->shapes->len;)
    {
      const guint n = count_shapes (list, i);

      if (is_furniture (etp_shape_list_get (list, i), page, top))
        remove_shapes (list, i, n);
      else
        i += n;
    }
}

void
etp_pptx_fit_place (EtpPptxWriter *writer,
                    const EtpPptxTemplate *template,
                    const EtpPptxTemplateLayout *layout,
                    const EtpShapeList *list,
                    const EtpPage *page)
{
  const double top = get_top (list), margin = page->width * MARGIN_SHARE;
  const double room_y = layout->title.y + layout->title.height + GAP;
  const double width = page->width - 2 * margin;
  const double height = MAX (page->height * (1 - FOOT_SHARE) - top, 1);
  /* A title that fills the slide leaves no room below: then all of the slide is taken. */
  const gboolean is_narrow = layout->bottom - room_y < template->height / 3;
  const double y = is_narrow ? template->height * 0.25 : room_y;
  const double room_height = (is_narrow ? template->height * 0.92 : layout->bottom) - y;
  /* A logo may stand at the end of the title's line: the margin at the left counts on both sides. */
  const double left = CLAMP (layout->title.x, 0, template->width / 4);
  const double room_width = template->width - 2 * left;

  writer->scale = MIN (room_width / width, room_height / height);
  writer->x0 = left - margin * writer->scale;
  writer->y0 = y - top * writer->scale;
  writer->least = LEAST * MIN (1, template->width / page->width);
}

GPtrArray *
etp_pptx_fit_take_subtitle (EtpShapeList *list)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < list->shapes->len;)
    {
      const EtpShape *shape = etp_shape_list_get (list, i);

      if (shape->type == ETP_SHAPE_TITLE)
        {
          i++;
          continue;
        }
      if (shape->type == ETP_SHAPE_TEXT)
        for (guint k = 0; k < shape->n_texts; k++)
          g_ptr_array_add (texts, etp_shape_list_get_text (list, shape, k)->mark->text);
      remove_shapes (list, i, 1);
    }
  return texts->len > 0 ? g_steal_pointer (&texts) : NULL;
}
