/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-odp-private.h"

#include <string.h>

/* Running text as outline of a slide, and on the first one as its subtitle: another master changes
 * how it looks, and outlines show it. */

#define TEXT_SIZE 15.0 /* page units; of plain text, as in PPTX */
#define GAP 16.0 /* page units between the title of a slide and its place for texts */
#define FOOT 44.0

/* What stands before a paragraph, as a level of a list. */
static void
add_level (EtpOdpWriter *self, GString *out, const EtpShapeText *text)
{
  const double indent = MAX (text->indent * self->scale, 0);

  if (text->sign == ETP_SHAPE_SIGN_NUMBER)
    g_string_append_printf (out,
                            "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\""
                            " style:num-suffix=\".\" text:start-value=\"%u\">",
                            text->sign_value);
  else
    {
      char utf8[8] = { 0 };

      g_unichar_to_utf8 (text->sign == ETP_SHAPE_SIGN_GLYPH ? text->sign_value : 0x2022, utf8);
      g_string_append_printf (
          out, "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"%s\">", utf8);
    }
  g_string_append (out, "<style:list-level-properties");
  etp_odp_add_length (out, "text:space-before", 0);
  etp_odp_add_length (out, "text:min-label-width", indent);
  g_string_append_printf (out, "/><style:text-properties fo:font-size=\"%u%%\"",
                          text->sign == ETP_SHAPE_SIGN_GLYPH ? 85 : 100);
  if (text->sign_color != 0)
    etp_odp_add_color (out, "fo:color", text->sign_color);
  if (text->sign != ETP_SHAPE_SIGN_NUMBER)
    g_string_append (out, " style:use-window-font-color=\"false\"");
  g_string_append (out, text->sign == ETP_SHAPE_SIGN_NUMBER ? "/></text:list-level-style-number>"
                                                            : "/></text:list-level-style-bullet>");
}

guint
etp_odp_get_list (EtpOdpWriter *self, const EtpShapeText *text)
{
  g_autoptr (GString) says = g_string_new (NULL);
  guint number;

  add_level (self, says, text);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->lists, says->str));
  if (number > 0)
    return number;
  number = g_hash_table_size (self->lists) + 1;
  g_hash_table_insert (self->lists, g_strdup (says->str), GUINT_TO_POINTER (number));
  g_string_append_printf (self->styles, "<text:list-style style:name=\"L%u\">%s</text:list-style>",
                          number, says->str);
  return number;
}

void
etp_odp_add_body (EtpOdpWriter *self, const EtpShape *shape)
{
  GString *out = self->out;
  const gboolean is_subtitle = self->template == NULL && self->is_title_slide;

  g_string_append_printf (out,
                          "<draw:frame presentation:style-name=\"%s\" presentation:class=\"%s\""
                          " presentation:user-transformed=\"true\""
                          " xml:id=\"s%u-%u\" draw:id=\"s%u-%u\" draw:layer=\"layout\"",
                          is_subtitle ? "subtitle" : "body", is_subtitle ? "subtitle" : "outline",
                          self->slide, shape->id, self->slide, shape->id);
  etp_odp_add_length (out, "svg:x", self->x0 + shape->rect.x * self->scale);
  etp_odp_add_length (out, "svg:y", self->y0 + shape->rect.y * self->scale);
  etp_odp_add_length (out, "svg:width", shape->rect.width * self->scale);
  etp_odp_add_length (out, "svg:height", shape->rect.height * self->scale);
  g_string_append (out, "><draw:text-box>");
  etp_odp_add_body_paragraphs (self, shape);
  g_string_append (out, "</draw:text-box></draw:frame>");
}

/* A style that a frame of texts names: its place is exact, its height does not grow. parent: a look
 * of this master; NULL: it has none. */
static void
add_style (GString *out, const char *name, const char *master, const char *parent)
{
  g_string_append_printf (out, "<style:style style:name=\"%s\" style:family=\"presentation\"",
                          name);
  if (parent != NULL)
    {
      g_string_append (out, " style:parent-style-name=\"");
      etp_xml_add_value (out, master, -1);
      g_string_append_printf (out, "-%s\"", parent);
    }
  g_string_append (out, "><style:graphic-properties draw:fill=\"none\" draw:stroke=\"none\""
                        " draw:auto-grow-height=\"false\" draw:fit-to-size=\"false\""
                        " draw:textarea-vertical-align=\"top\" fo:padding-left=\"0cm\""
                        " fo:padding-top=\"0cm\" fo:padding-right=\"0cm\""
                        " fo:padding-bottom=\"0cm\" fo:wrap-option=\"wrap\"/></style:style>");
}

void
etp_odp_add_body_styles (const EtpOdpWriter *self, GString *out)
{
  add_style (out, "body", self->template != NULL ? self->template->content->name : "Etappe",
             self->has_outline ? "outline1" : NULL);
  if (self->template == NULL)
    add_style (out, "subtitle", "Etappe", "subtitle");
}

void
etp_odp_add_master_styles (const EtpOdpWriter *self, GString *out)
{
  static const char *const names[] = { "subtitle", "outline1", "outline2" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_string_append_printf (
          out, "<style:style style:name=\"Etappe-%s\" style:family=\"presentation\"", names[i]);
      if (strcmp (names[i], "outline2") == 0)
        g_string_append (out, " style:parent-style-name=\"Etappe-outline1\"");
      g_string_append (out, "><style:graphic-properties draw:fill=\"none\" draw:stroke=\"none\""
                            " draw:auto-grow-height=\"false\" draw:textarea-vertical-align=\"top\""
                            " fo:padding-left=\"0cm\" fo:padding-top=\"0cm\""
                            " fo:padding-right=\"0cm\" fo:padding-bottom=\"0cm\""
                            " fo:wrap-option=\"wrap\"/>"
                            "<style:paragraph-properties fo:text-align=\"start\"/>"
                            "<style:text-properties style:font-name=\"F1\"");
      etp_odp_add_letters (out, TEXT_SIZE * self->deck->scale * 0.75, 400, FALSE);
      etp_odp_add_color (out, "fo:color", self->deck->theme.own[ETP_SLOT_TEXT]);
      g_string_append (out, "/></style:style>");
    }
}

void
etp_odp_add_master_place (const EtpOdpWriter *self, GString *out, const EtpSlideTitle *title)
{
  const double scale = self->deck->scale;
  const double y = title->rect.y + title->rect.height + GAP;

  g_string_append (out, "<draw:frame presentation:style-name=\"Etappe-outline1\""
                        " draw:layer=\"backgroundobjects\" presentation:class=\"outline\""
                        " presentation:placeholder=\"true\"");
  etp_odp_add_length (out, "svg:x", title->rect.x * scale);
  etp_odp_add_length (out, "svg:y", y * scale);
  etp_odp_add_length (out, "svg:width", title->rect.width * scale);
  etp_odp_add_length (out, "svg:height", MAX (self->deck->height - (y + FOOT) * scale, 20 * scale));
  g_string_append (out, "><draw:text-box/></draw:frame>");
}
