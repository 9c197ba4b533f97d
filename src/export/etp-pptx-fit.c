/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-fit.h"

/* A deck is made for the room that the template's layouts leave (etp-slide-room.h). Titles go into
 * their placeholders, in sizes that are made for fewer words than ours: PowerPoint fits them only
 * when somebody edits them, so the factor is measured here. */

#define LEAST 12.0 /* smallest text of pages that are scaled: 9 pt */
#define POINT (96.0 / 7200) /* slide units in a hundredth of a point */
#define LINE 1.2 /* height of a line, for a size of 1 */
#define GAP 0.4 /* between paragraphs */
#define STEP 5 /* percent */
#define LEAST_PERCENT 25
#define DEFAULT_SIZE 1800.0 /* of text of which nothing is said */
#define LEAST_SIZE 900.0
#define FIRST_IDEOGRAPHIC 0x2e80
#define RESERVE 0.97 /* of the width: other programs break lines a little earlier */

/* The family that a look means; NULL: ours. */
static const char *
get_family (const EtpPptxTemplate *template, const EtpPptxLook *look, gboolean is_title)
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

/* A line that ends inside a word: it would be too long for the box. */
static gboolean
breaks_word (const char *text, const EtpTextLine *line)
{
  const guint end = line->start + line->length;

  return line->length > 0 && text[end] != '\0'
         && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (text + end)))
         && g_unichar_isalnum (g_utf8_get_char (text + end))
         && g_utf8_get_char (text + end) < FIRST_IDEOGRAPHIC;
}

static gboolean
fits (EtpText *text, GPtrArray *paragraphs, EtpFont font, double width, double height)
{
  const double size = (double) font.size;
  double used = (paragraphs->len - 1) * GAP * size;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

      etp_measurer_break_lines (ETP_MEASURER (text), g_ptr_array_index (paragraphs, i), font, width,
                                lines);
      used += MAX (lines->len, 1) * LINE * size;
      for (guint k = 0; k < lines->len; k++)
        if (breaks_word (g_ptr_array_index (paragraphs, i), &g_array_index (lines, EtpTextLine, k)))
          return FALSE;
    }
  return used <= height;
}

static guint
find_size (EtpText *text, GPtrArray *paragraphs, const EtpPptxLook *look, const EtpRect *box)
{
  const double width = (box->width - look->left - look->right) * RESERVE;
  const double height = box->height - look->top - look->bottom;
  const double size = look->size > 0 ? look->size : DEFAULT_SIZE;
  guint percent = 100;

  for (; percent > LEAST_PERCENT && size * (percent - STEP) / 100 >= LEAST_SIZE; percent -= STEP)
    {
      const EtpFont font = { .size = (float) (size * POINT * percent / 100),
                             .weight = look->is_bold ? 700 : 400 };

      if (width > 0 && fits (text, paragraphs, font, width, height))
        break;
    }
  return percent < 100 ? (guint) (size * percent / 100) : 0;
}

guint
etp_pptx_fit_find_title_size (const EtpPptxFit *self,
                              const EtpPptxTemplateLayout *layout,
                              const char *title)
{
  g_autofree char *text = layout->look.is_caps ? g_utf8_strup (title, -1) : g_strdup (title);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  g_ptr_array_add (paragraphs, text);
  return find_size (self->titles, paragraphs, &layout->look, &layout->plan.title);
}

guint
etp_pptx_fit_find_subtitle_size (const EtpPptxFit *self,
                                 const EtpPptxTemplateLayout *layout,
                                 GPtrArray *texts)
{
  return find_size (self->texts, texts, &layout->subtitle_look, &layout->plan.body);
}
