/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-fit.h"

/* A deck is made for the room that the template's layouts leave (etp-slide-room.h); titles go into
 * their placeholders. */

#define LEAST 12.0 /* smallest text of pages that are scaled: 9 pt */

/* The family that a look means; NULL: ours. */
static const char *
get_family (const EtpPptxTemplate *template, const EtpSlideLook *look, gboolean is_title)
{
  const char *own = look->family != NULL && look->family[0] != '+' ? look->family : NULL;

  if (own != NULL)
    return own;
  if (look->family != NULL && g_str_has_prefix (look->family, "+mn"))
    return template->minor;
  return is_title || (look->family != NULL && g_str_has_prefix (look->family, "+mj"))
             ? template->major
             : template->minor;
}

static EtpText *
make_text (const char *family)
{
  return family != NULL ? etp_text_new_for (family) : etp_text_new ();
}

void
etp_pptx_fit_init (EtpPptxFit *self, const EtpPptxTemplate *template)
{
  self->template = template;
  self->titles = make_text (get_family (template, &template->content.look, TRUE));
  self->texts = make_text (get_family (template, &template->title.subtitle_look, FALSE));
}

void
etp_pptx_fit_clear (EtpPptxFit *self)
{
  g_clear_object (&self->titles);
  g_clear_object (&self->texts);
}

void
etp_pptx_fit_place (const EtpPptxFit *self, EtpPptxWriter *writer, const EtpPage *page)
{
  const EtpRect *room = &self->template->frame.content;

  writer->scale = 1;
  writer->x0 = writer->y0 = writer->least = 0;
  if (page->kind == ETP_PAGE_SLIDE)
    return;
  writer->scale = MIN (room->width / page->width, room->height / page->height);
  writer->x0 = room->x + (room->width - page->width * writer->scale) / 2;
  writer->y0 = room->y;
  writer->least = LEAST * MIN (1, writer->scale);
}

/* Routes belong to the list as long as their shapes are in it. */
static void
remove_shape (EtpShapeList *list, guint index)
{
  g_free (g_array_index (list->shapes, EtpShape, index).route);
  g_array_remove_index (list->shapes, index);
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
      remove_shape (list, i);
    }
  return texts->len > 0 ? g_steal_pointer (&texts) : NULL;
}

guint
etp_pptx_fit_find_title_size (const EtpPptxFit *self,
                              const EtpPptxTemplateLayout *layout,
                              const char *title)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  g_ptr_array_add (paragraphs, (gpointer) title);
  return etp_slide_fit_find_size (self->titles, paragraphs, &layout->look, &layout->plan.title);
}

guint
etp_pptx_fit_find_subtitle_size (const EtpPptxFit *self,
                                 const EtpPptxTemplateLayout *layout,
                                 GPtrArray *texts)
{
  return etp_slide_fit_find_size (self->texts, texts, &layout->subtitle_look, &layout->plan.body);
}
