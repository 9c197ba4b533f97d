/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-odp-private.h"

/* What stands where somebody else's master has a place for it. */

/* A placeholder where the template's master has it; paragraphs of char *. */
static void
add_placeholder (EtpOdpWriter *self,
                 guint id,
                 const char *class,
                 const char *style,
                 const EtpRect *place,
                 GPtrArray *paragraphs,
                 guint size)
{
  GString *out = self->out;

  g_string_append_printf (out,
                          "<draw:frame presentation:style-name=\"%s\" presentation:class=\"%s\""
                          " xml:id=\"s%u-%u\" draw:id=\"s%u-%u\" draw:layer=\"layout\"",
                          style, class, self->slide, id, self->slide, id);
  etp_odp_add_length (out, "svg:x", place->x);
  etp_odp_add_length (out, "svg:y", place->y);
  etp_odp_add_length (out, "svg:width", place->width);
  etp_odp_add_length (out, "svg:height", place->height);
  g_string_append (out, "><draw:text-box>");
  for (guint i = 0; i < paragraphs->len; i++)
    etp_odp_add_placed_paragraph (self, g_ptr_array_index (paragraphs, i), size);
  g_string_append (out, "</draw:text-box></draw:frame>");
}

gboolean
etp_odp_is_cover (const EtpOdpWriter *self)
{
  return self->template != NULL && self->is_title_slide;
}

void
etp_odp_add_placed_title (EtpOdpWriter *self, guint id, const char *text)
{
  const EtpOdpTemplate *template = self->template;
  const gboolean cover = etp_odp_is_cover (self);
  const EtpRect *place = cover ? &template->frame.cover_title : &template->frame.title;
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  g_ptr_array_add (paragraphs, (gpointer) text);
  add_placeholder (self, id, "title", cover ? "title-first" : "title-other", place, paragraphs,
                   etp_slide_fit_find_size (self->titles, paragraphs,
                                            cover ? &template->cover_title : &template->title,
                                            place));
}

void
etp_odp_add_subtitle (EtpOdpWriter *self, const EtpShapeList *list)
{
  const EtpOdpTemplate *template = self->template;
  const EtpRect *place = &template->subtitle_place;
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  for (guint i = 0; i < list->shapes->len; i++)
    {
      const EtpShape *shape = etp_shape_list_get (list, i);

      for (guint k = 0; shape->type == ETP_SHAPE_TEXT && k < shape->n_texts; k++)
        g_ptr_array_add (paragraphs, etp_shape_list_get_text (list, shape, k)->mark->text);
    }
  if (paragraphs->len > 0)
    add_placeholder (
        self, list->last_id + 1, "subtitle", "subtitle", place, paragraphs,
        etp_slide_fit_find_size (self->subtitles, paragraphs, &template->subtitle, place));
}

void
etp_odp_begin_page (EtpOdpWriter *self)
{
  GString *out = self->out;

  g_string_append_printf (out, "\" draw:style-name=\"%s\" draw:master-page-name=\"",
                          etp_odp_is_cover (self) ? "dp0" : "dp1");
  if (self->template == NULL)
    g_string_append (out, "Etappe");
  else
    etp_xml_add_value (
        out, etp_odp_is_cover (self) ? self->template->cover->name : self->template->content->name,
        -1);
  g_string_append_c (out, '"');
  if (self->template != NULL && !etp_odp_is_cover (self) && self->footer != NULL)
    g_string_append (out, " presentation:use-footer-name=\"ftr1\"");
  if (self->template != NULL && !etp_odp_is_cover (self) && self->date != NULL)
    g_string_append (out, " presentation:use-date-time-name=\"dtd1\"");
  g_string_append_c (out, '>');
}
