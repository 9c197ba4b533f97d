/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-odp-private.h"

#include <math.h>
#include <string.h>

#include "paint/etp-text.h"

/* Paragraphs that flow, as in PPTX. ODF joins runs of spaces as HTML does, so all but single ones
 * are elements. */

static void
add_spaces (GString *out, gsize n)
{
  if (n == 0)
    return;
  g_string_append (out, "<text:s");
  if (n > 1)
    {
      g_string_append (out, " text:c=\"");
      etp_xml_add_int (out, (gint64) n);
      g_string_append_c (out, '"');
    }
  g_string_append (out, "/>");
}

void
etp_odp_add_spaced (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  gboolean is_start = TRUE;

  while (text < end)
    {
      const gsize n_spaces = strspn (text, " ");
      const gsize n = MIN (n_spaces, (gsize) (end - text));
      const char *stop = text + n;

      /* One space is text, unless a paragraph begins or ends with it. */
      if (n > 0 && !is_start && stop < end)
        {
          g_string_append_c (out, ' ');
          add_spaces (out, n - 1);
        }
      else
        add_spaces (out, n);
      text = stop;
      is_start = FALSE;
      while (stop < end && *stop != ' ' && *stop != '\t' && *stop != '\n')
        stop++;
      etp_xml_add_text (out, text, stop - text);
      text = stop;
      if (text < end && *text != ' ')
        {
          g_string_append (out, *text == '\t' ? "<text:tab/>" : "<text:line-break/>");
          text++;
          is_start = TRUE;
        }
    }
}

/* The style of a text's letters. */
static guint
get_text_style (EtpOdpWriter *self, const EtpShape *shape, const EtpMark *mark)
{
  GString *says = g_string_new ("<style:text-properties style:font-name=\"F1\"");
  const double size = (double) mark->font.size * shape->scale * self->scale * 0.75;
  const char *dash = strchr (self->deck->language, '-');
  const char *region = strrchr (self->deck->language, '-');
  guint number;

  /* Plain text in a place of the master has the master's colour. */
  if (shape->type != ETP_SHAPE_BODY || !self->has_color
      || mark->fill_color != self->deck->theme.own[ETP_SLOT_TEXT])
    etp_odp_add_color (says, "fo:color", mark->fill_color);
  etp_odp_add_letters (says, size, mark->font.weight, mark->font.italic);
  g_string_append (says, " fo:language=\"");
  etp_xml_add_value (says, self->deck->language, dash != NULL ? dash - self->deck->language : -1);
  g_string_append (says, "\" fo:country=\"");
  etp_xml_add_value (says, region != NULL && strlen (region + 1) < 4 ? region + 1 : "none", -1);
  g_string_append (says, "\"/>");
  number = etp_odp_get_style (self, &self->texts, says->str);
  g_string_free (says, TRUE);
  return number;
}

static void
begin_paragraph (EtpOdpWriter *self,
                 const EtpShape *shape,
                 const EtpMark *mark,
                 guint start,
                 double gap,
                 double beside,
                 gboolean is_hanging,
                 gboolean is_centered)
{
  GString *says = g_string_new ("<style:paragraph-properties");
  const gboolean rtl = etp_text_is_rtl (mark->text, start);
  const double margin = beside * self->scale;
  guint number;

  if (is_centered || mark->align == ETP_ALIGN_CENTER)
    g_string_append (says, " fo:text-align=\"center\"");
  else if (mark->align == ETP_ALIGN_END)
    g_string_append (says, " fo:text-align=\"end\"");
  else
    /* LibreOffice takes the start for the left, whichever way a text runs. */
    g_string_append (says, rtl ? " fo:text-align=\"right\"" : " fo:text-align=\"start\"");
  g_string_append (says, rtl ? " style:writing-mode=\"rl-tb\"" : " style:writing-mode=\"lr-tb\"");
  etp_odp_add_length (says, "fo:line-height",
                      (double) mark->line_height * shape->scale * self->scale);
  etp_odp_add_length (says, "fo:margin-top", gap * self->scale);
  etp_odp_add_length (says, "fo:margin-left", margin);
  etp_odp_add_length (says, "fo:text-indent", is_hanging ? -margin : 0);
  g_string_append (says, is_hanging ? "><style:tab-stops><style:tab-stop style:position=\"0cm\"/>"
                                      "</style:tab-stops></style:paragraph-properties>"
                                    : "/>");
  number = etp_odp_get_style (self, &self->paragraphs, says->str);
  g_string_free (says, TRUE);
  g_string_append_printf (self->out, "<text:p text:style-name=\"P%u\">", number);
}

static void
begin_span (EtpOdpWriter *self, const EtpShape *shape, const EtpMark *mark)
{
  g_string_append_printf (self->out, "<text:span text:style-name=\"T%u\">",
                          get_text_style (self, shape, mark));
}

static void
add_text (EtpOdpWriter *self,
          const EtpShape *shape,
          const EtpShapeText *text,
          double gap,
          gboolean is_centered)
{
  GString *out = self->out;
  const EtpMark *mark = text->mark;
  gboolean is_open = text->beside > 0, is_listed = text->sign != ETP_SHAPE_SIGN_NONE;
  double beside = shape->type == ETP_SHAPE_BODY && !is_listed ? text->indent : text->beside;
  EtpParagraphs paragraphs;
  EtpStretch stretch;

  if (is_listed)
    g_string_append_printf (out, "<text:list text:style-name=\"L%u\"><text:list-item>",
                            etp_odp_get_list (self, text));
  etp_paragraphs_init (&paragraphs, text);
  while (etp_paragraphs_next (&paragraphs, &stretch))
    {
      if (!is_open)
        begin_paragraph (self, shape, mark, stretch.start, gap, beside, FALSE, is_centered);
      gap = 0;
      /* The sign stands before the first of them. */
      if (is_listed && stretch.ends_paragraph)
        beside = text->indent;
      is_open = !stretch.ends_paragraph;
      begin_span (self, shape, mark);
      etp_odp_add_spaced (out, mark->text + stretch.start, stretch.length);
      g_string_append (out, is_open ? "<text:line-break/></text:span>" : "</text:span></text:p>");
      if (is_listed && !is_open)
        {
          g_string_append (out, "</text:list-item></text:list>");
          is_listed = FALSE;
        }
    }
  if (is_open)
    g_string_append (out, "</text:p>");
}

void
etp_odp_add_body_paragraphs (EtpOdpWriter *self, const EtpShape *shape)
{
  for (guint i = 0; i < shape->n_texts; i++)
    {
      const EtpShapeText *text = etp_shape_list_get_text (self->list, shape, i);

      add_text (self, shape, text, text->gap, FALSE);
    }
}

void
etp_odp_add_paragraphs (EtpOdpWriter *self, const EtpShape *shape)
{
  EtpShapeFrame frame;

  if (shape->n_texts == 0)
    return;
  frame = etp_shape_list_get_frame (self->list, shape);
  for (guint i = 0; i < shape->n_texts; i++)
    {
      const EtpShapeText *text = etp_shape_list_get_text (self->list, shape, i);
      const EtpShapeText *next = i + 1 < shape->n_texts
                                     ? etp_shape_list_get_text (self->list, shape, i + 1)
                                     : NULL;
      const double gap = i > 0 ? text->gap : 0;

      if (next == NULL || next->beside <= 0)
        {
          add_text (self, shape, text, gap, frame.is_centered);
          continue;
        }
      /* A number and the tab behind it, in the paragraph of what it numbers. */
      begin_paragraph (self, shape, next->mark, 0, gap, next->beside, TRUE, FALSE);
      begin_span (self, shape, text->mark);
      etp_odp_add_spaced (self->out, text->mark->text, strlen (text->mark->text));
      g_string_append (self->out, "<text:tab/></text:span>");
    }
}

void
etp_odp_add_placed_paragraph (EtpOdpWriter *self, const char *text, guint size)
{
  g_string_append (self->out, "<text:p>");
  if (size > 0)
    {
      g_autoptr (GString) says = g_string_new ("<style:text-properties");

      etp_odp_add_letters (says, size / 100.0, 0, FALSE);
      g_string_append (says, "/>");
      g_string_append_printf (self->out, "<text:span text:style-name=\"T%u\">",
                              etp_odp_get_style (self, &self->texts, says->str));
    }
  etp_odp_add_spaced (self->out, text, strlen (text));
  g_string_append (self->out, size > 0 ? "</text:span></text:p>" : "</text:p>");
}

/* LibreOffice takes the look of titles from the master, so what differs is said again. */
void
etp_odp_add_title_paragraph (EtpOdpWriter *self, const EtpShape *shape, const char *title)
{
  const EtpMark *mark = NULL;

  if (shape->n_texts > 0)
    mark = etp_shape_list_get_text (self->list, shape, 0)->mark;
  if (mark != NULL)
    {
      begin_paragraph (self, shape, mark, 0, 0, 0, FALSE, FALSE);
      begin_span (self, shape, mark);
    }
  else
    g_string_append (self->out, "<text:p>");
  etp_odp_add_spaced (self->out, title, strlen (title));
  g_string_append (self->out, mark != NULL ? "</text:span></text:p>" : "</text:p>");
}
