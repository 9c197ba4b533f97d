/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-private.h"

#include <math.h>
#include <string.h>

#include "paint/etp-text.h"

/* Texts as paragraphs that flow, not line by line: who edits one wants the words to move on. Lines
 * have an exact height, so that another font moves nothing else. */

#define POINTS (0.75 * 100) /* hundredths of a point in a page unit */

static void
add_alignment (GString *out, const EtpMark *mark, gboolean rtl, gboolean is_centered)
{
  if (is_centered || mark->align == ETP_ALIGN_CENTER)
    g_string_append (out, " algn=\"ctr\"");
  else if (mark->align == ETP_ALIGN_END || rtl)
    g_string_append (out, " algn=\"r\"");
  else
    g_string_append (out, " algn=\"l\"");
  if (rtl)
    g_string_append (out, " rtl=\"1\"");
}

static void
add_spacing (GString *out, const char *element, double length)
{
  g_string_append (out, "<a:");
  g_string_append (out, element);
  g_string_append (out, "><a:spcPts val=\"");
  etp_xml_add_int (out, CLAMP (lround (length * POINTS), 0, 158400));
  g_string_append (out, "\"/></a:");
  g_string_append (out, element);
  g_string_append_c (out, '>');
}

void
etp_pptx_add_font (
    EtpPptxWriter *self, const char *element, EtpFont font, EtpRgba ink, EtpRgba ground)
{
  GString *out = self->out;

  g_string_append (out, "<a:");
  g_string_append (out, element);
  g_string_append (out, " lang=\"");
  etp_xml_add_value (out, self->language, -1);
  g_string_append (out, "\" sz=\"");
  etp_xml_add_int (out, CLAMP (lround ((double) font.size * POINTS), 100, 400000));
  g_string_append (out, font.weight >= 600 ? "\" b=\"1\"" : "\"");
  g_string_append (out, font.italic ? " i=\"1\" dirty=\"0\">" : " dirty=\"0\">");
  if (ink != 0)
    {
      g_string_append (out, "<a:solidFill>");
      etp_slide_theme_add_text (self->theme, out, ink, ground);
      g_string_append (out, "</a:solidFill>");
    }
  g_string_append (out, "</a:");
  g_string_append (out, element);
  g_string_append_c (out, '>');
}

/* The run of a stretch, whose properties are in properties; spaces at its ends count. */
static void
add_run (GString *out, const EtpMark *mark, const EtpStretch *stretch, const char *properties)
{
  g_string_append (out, "<a:r>");
  g_string_append (out, properties);
  g_string_append (out, "<a:t>");
  etp_xml_add_text (out, mark->text + stretch->start, (gssize) stretch->length);
  g_string_append (out, "</a:t></a:r>");
}

/* A mark's font at the scale of the slide. */
static EtpFont
get_font (EtpPptxWriter *self, const EtpShape *shape, const EtpMark *mark)
{
  EtpFont font = mark->font;

  font.size = (float) MAX ((double) font.size * shape->scale * self->scale, self->least);
  return font;
}

/* Opens a paragraph of this mark. beside: how far what follows a number hangs; is_hanging: the
 * number stands before it. */
static void
begin_paragraph (EtpPptxWriter *self,
                 const EtpShape *shape,
                 const EtpMark *mark,
                 guint start,
                 double gap,
                 double beside,
                 gboolean is_hanging,
                 gboolean is_centered)
{
  GString *out = self->out;

  g_string_append (out, "<a:p><a:pPr");
  if (beside > 0)
    {
      etp_pptx_add_number (out, "marL", etp_pptx_get_length (self, beside));
      etp_pptx_add_number (out, "indent", is_hanging ? -etp_pptx_get_length (self, beside) : 0);
    }
  add_alignment (out, mark, etp_text_is_rtl (mark->text, start), is_centered);
  g_string_append_c (out, '>');
  add_spacing (out, "lnSpc", (double) mark->line_height * shape->scale * self->scale);
  add_spacing (out, "spcBef", gap * self->scale);
  if (is_hanging)
    {
      /* Where the number is too wide in another font: a little further, not an inch. */
      g_string_append (out, "<a:tabLst>");
      for (guint i = 2; i <= 4; i++)
        {
          g_string_append (out, "<a:tab");
          etp_pptx_add_number (out, "pos", etp_pptx_get_length (self, beside * (2 + i) / 4));
          g_string_append (out, " algn=\"l\"/>");
        }
      g_string_append (out, "</a:tabLst>");
    }
  g_string_append (out, "</a:pPr>");
}

/* The same in a body. The sign stands before the first paragraph of a text alone. */
static void
begin_body_paragraph (EtpPptxWriter *self,
                      const EtpShape *shape,
                      const EtpShapeText *text,
                      guint start,
                      gboolean is_first,
                      double gap)
{
  const gboolean has_sign = is_first && text->sign != ETP_SHAPE_SIGN_NONE;
  const gint64 margin = etp_pptx_get_length (self, text->indent);
  GString *out = self->out;

  g_string_append (out, "<a:p><a:pPr");
  etp_pptx_add_number (out, "marL", margin);
  if (has_sign && text->sign == ETP_SHAPE_SIGN_BULLET && self->bullet_level > 0)
    etp_pptx_add_number (out, "lvl", self->bullet_level);
  etp_pptx_add_number (out, "indent", has_sign ? -margin : 0);
  add_alignment (out, text->mark, etp_text_is_rtl (text->mark->text, start), FALSE);
  g_string_append_c (out, '>');
  add_spacing (out, "lnSpc", (double) text->mark->line_height * shape->scale * self->scale);
  add_spacing (out, "spcBef", gap * self->scale);
  add_spacing (out, "spcAft", 0);
  etp_pptx_add_sign (self, has_sign ? text : NULL);
  g_string_append (out, "</a:pPr>");
}

static char *
dup_properties (EtpPptxWriter *self, const EtpShape *shape, const EtpMark *mark)
{
  const EtpRgba ground = shape->mark != NULL && shape->type == ETP_SHAPE_BOX
                             ? shape->mark->fill_color
                             : 0;
  const gsize start = self->out->len;
  EtpRgba ink = mark->fill_color;
  char *properties;

  /* Plain text in a place of the layout has the layout's colour. */
  if (self->in_place && ink == self->theme->own[ETP_SLOT_TEXT])
    ink = 0;
  etp_pptx_add_font (self, "rPr", get_font (self, shape, mark), ink, ground);
  properties = g_strdup (self->out->str + start);
  g_string_truncate (self->out, start);
  return properties;
}

/* A number and the tab behind it, in the paragraph of what it numbers. */
static void
add_number_before (EtpPptxWriter *self,
                   const EtpShape *shape,
                   const EtpShapeText *number,
                   const EtpShapeText *next,
                   double gap)
{
  g_autofree char *properties = dup_properties (self, shape, number->mark);

  begin_paragraph (self, shape, next->mark, 0, gap, next->beside, TRUE, FALSE);
  g_string_append (self->out, "<a:r>");
  g_string_append (self->out, properties);
  g_string_append (self->out, "<a:t>");
  etp_xml_add_text (self->out, number->mark->text, -1);
  g_string_append (self->out, "\t</a:t></a:r>");
}

/* The end of a paragraph that has no text: its height is that of the text around it. */
static void
add_empty_end (GString *out, const char *properties)
{
  g_string_append (out, "<a:endParaRPr");
  g_string_append (out, properties + strlen ("<a:rPr"));
  g_string_truncate (out, out->len - strlen ("</a:rPr>"));
  g_string_append (out, "</a:endParaRPr>");
}

static void
add_text (EtpPptxWriter *self,
          const EtpShape *shape,
          const EtpShapeText *text,
          double gap,
          gboolean is_centered)
{
  GString *out = self->out;
  const EtpMark *mark = text->mark;
  g_autofree char *properties = dup_properties (self, shape, mark);
  gboolean is_open = text->beside > 0, is_first = TRUE;
  EtpParagraphs paragraphs;
  EtpStretch stretch;

  etp_paragraphs_init (&paragraphs, text);
  while (etp_paragraphs_next (&paragraphs, &stretch))
    {
      if (!is_open && shape->type == ETP_SHAPE_BODY)
        begin_body_paragraph (self, shape, text, stretch.start, is_first, gap);
      else if (!is_open)
        begin_paragraph (self, shape, mark, stretch.start, gap, text->beside, FALSE, is_centered);
      gap = 0;
      is_first = FALSE;
      is_open = !stretch.ends_paragraph;
      if (stretch.length > 0)
        add_run (out, mark, &stretch, properties);
      else
        add_empty_end (out, properties);
      if (is_open)
        g_string_append_printf (out, "<a:br>%s</a:br>", properties);
      else
        g_string_append (out, "</a:p>");
    }
  if (is_open)
    g_string_append (out, "</a:p>");
}

/* Insets are part of the shape, so that its text moves and grows with it. */
static void
add_frame (EtpPptxWriter *self, const EtpShape *shape, const EtpShapeFrame *frame)
{
  GString *out = self->out;
  const double lead = etp_mark_get_lead (etp_shape_list_get_text (self->list, shape, 0)->mark)
                      * shape->scale;
  const gboolean is_box = shape->type == ETP_SHAPE_BOX;
  const double top = frame->is_middle || !is_box ? 0 : MAX (frame->top - lead, 0);

  g_string_append (out, "<a:bodyPr wrap=\"");
  g_string_append (out, frame->is_single ? "none" : "square");
  g_string_append_c (out, '"');
  etp_pptx_add_number (out, "lIns", etp_pptx_get_length (self, frame->left));
  etp_pptx_add_number (out, "tIns", etp_pptx_get_length (self, top));
  etp_pptx_add_number (out, "rIns", etp_pptx_get_length (self, frame->right));
  etp_pptx_add_number (out, "bIns", etp_pptx_get_length (self, frame->is_middle ? 2 * lead : 0));
  g_string_append (out, frame->is_middle ? " anchor=\"ctr\"" : " anchor=\"t\"");
  g_string_append (out, "><a:noAutofit/></a:bodyPr><a:lstStyle/>");
}

void
etp_pptx_add_body_paragraphs (EtpPptxWriter *self, const EtpShape *shape)
{
  for (guint i = 0; i < shape->n_texts; i++)
    {
      const EtpShapeText *text = etp_shape_list_get_text (self->list, shape, i);

      add_text (self, shape, text, text->gap, FALSE);
    }
}

/* The body of another placeholder, which looks as its layout says. */
static void
begin_placeholder (EtpPptxWriter *self, guint id, const char *name, const char *type, guint index)
{
  GString *out = self->out;

  g_string_append_printf (out,
                          "<p:sp><p:nvSpPr><p:cNvPr id=\"%u\" name=\"%s\"/><p:cNvSpPr>"
                          "<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"%s\"",
                          id, name, type);
  if (index > 0)
    etp_pptx_add_number (out, "idx", index);
  g_string_append (out, "/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>");
}

/* A text that is smaller than its layout has it is fitted again when somebody edits it. */
static void
add_autofit (GString *out, guint size)
{
  g_string_append (out, size > 0 ? "<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>"
                                 : "<a:bodyPr/><a:lstStyle/>");
}

/* Footer and date: one line of text. */
static guint
add_edge (EtpPptxWriter *self,
          guint id,
          const char *name,
          const char *type,
          guint index,
          const char *text)
{
  if (text == NULL || text[0] == '\0')
    return id;
  begin_placeholder (self, ++id, name, type, index);
  g_string_append_printf (self->out,
                          "<a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"%s\" dirty=\"0\"/><a:t>",
                          self->language);
  etp_xml_add_text (self->out, text, -1);
  g_string_append (self->out, "</a:t></a:r></a:p></p:txBody></p:sp>");
  return id;
}

void
etp_pptx_add_placeholders (EtpPptxWriter *self, guint id)
{
  GString *out = self->out;

  if (self->subtitle != NULL)
    {
      begin_placeholder (self, ++id, "Subtitle", "subTitle", self->subtitle_index);
      add_autofit (out, self->subtitle_size);
      for (guint i = 0; i < self->subtitle->len; i++)
        {
          g_string_append_printf (out, "<a:p><a:r><a:rPr lang=\"%s\"", self->language);
          if (self->subtitle_size > 0)
            etp_pptx_add_number (out, "sz", self->subtitle_size);
          g_string_append (out, " dirty=\"0\"/><a:t>");
          etp_xml_add_text (out, g_ptr_array_index (self->subtitle, i), -1);
          g_string_append (out, "</a:t></a:r></a:p>");
        }
      g_string_append (out, "</p:txBody></p:sp>");
    }
  id = add_edge (self, id, "Date", "dt", self->date_index, self->date);
  id = add_edge (self, id, "Footer", "ftr", self->footer_index, self->footer);
  if (self->number == 0)
    return;
  begin_placeholder (self, ++id, "Slide Number", "sldNum", self->number_index);
  g_string_append_printf (
      out,
      "<a:bodyPr/><a:lstStyle/><a:p><a:fld id=\"{5E1A9C52-7C0B-4B0E-9B60-0F8C3B5D2A11}\""
      " type=\"slidenum\"><a:rPr lang=\"%s\" dirty=\"0\"/><a:t>%u</a:t>"
      "</a:fld></a:p></p:txBody></p:sp>",
      self->language, self->number);
}

void
etp_pptx_add_text_body (EtpPptxWriter *self, const EtpShape *shape)
{
  GString *out = self->out;
  EtpShapeFrame frame;

  g_string_append (out, "<p:txBody>");
  if (shape->n_texts == 0)
    {
      /* Without a body PowerPoint repairs the file, although the schema allows it. */
      g_string_append (out, "<a:bodyPr/><a:lstStyle/><a:p/></p:txBody>");
      return;
    }
  frame = etp_shape_list_get_frame (self->list, shape);
  add_frame (self, shape, &frame);
  for (guint i = 0; i < shape->n_texts; i++)
    {
      const EtpShapeText *text = etp_shape_list_get_text (self->list, shape, i);
      const EtpShapeText *next = i + 1 < shape->n_texts
                                     ? etp_shape_list_get_text (self->list, shape, i + 1)
                                     : NULL;
      const double gap = i > 0 ? text->gap : 0;

      if (next != NULL && next->beside > 0)
        add_number_before (self, shape, text, next, gap);
      else
        add_text (self, shape, text, gap, frame.is_centered);
    }
  g_string_append (out, "</p:txBody>");
}

/* A title looks as its layout says; only what differs is said here. */
void
etp_pptx_add_title_body (EtpPptxWriter *self, const EtpShape *shape, const char *title)
{
  GString *out = self->out;
  const EtpMark *mark = shape->n_texts > 0 ? etp_shape_list_get_text (self->list, shape, 0)->mark
                                           : NULL;
  const char *text = mark != NULL ? mark->text : title;
  const char *end = text + strlen (text);
  gboolean is_break = FALSE;

  g_string_append (out, "<p:txBody>");
  add_autofit (out, self->title_size);
  g_string_append (out, "<a:p>");
  if (etp_text_is_rtl (text, 0))
    g_string_append (out, "<a:pPr algn=\"r\" rtl=\"1\"/>");
  while (text <= end)
    {
      const char *stop = strchr (text, '\n');
      gsize start = out->len;

      stop = stop != NULL ? stop : end;
      if (is_break)
        g_string_append (out, "<a:br/>");
      g_string_append (out, "<a:r><a:rPr lang=\"");
      etp_xml_add_value (out, self->language, -1);
      g_string_append_c (out, '"');
      if (mark != NULL && self->title != NULL)
        {
          const EtpFont font = get_font (self, shape, mark);

          if (fabs ((double) (font.size - self->title->font.size)) > 0.1)
            etp_pptx_add_number (out, "sz",
                                 CLAMP (lround ((double) font.size * POINTS), 100, 400000));
        }
      else if (self->title == NULL && self->title_size > 0)
        etp_pptx_add_number (out, "sz", self->title_size);
      g_string_append (out, " dirty=\"0\"/><a:t>");
      etp_xml_add_text (out, text, stop - text);
      g_string_append (out, "</a:t></a:r>");
      if (stop == text)
        g_string_truncate (out, start);
      is_break = TRUE;
      text = stop + 1;
    }
  g_string_append (out, "</a:p></p:txBody>");
}
