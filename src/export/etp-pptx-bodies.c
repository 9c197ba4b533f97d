/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-private.h"

/* Running text in placeholders of the layout, so that outlines show it, and another master or "Reset
 * Slide" changes it. What differs from the layout's look is said in each paragraph: sizes and
 * distances are those that the slide was made with. */

#define MOST_CIRCLED 10 /* numbers in circles go as far */
#define MOST_START 32767 /* of automatic numbers */

/* A character before a paragraph. LibreOffice makes it small unless its size is said. */
static void
add_glyph (GString *out, gunichar glyph, const char *family, guint percent)
{
  char utf8[8] = { 0 };

  g_unichar_to_utf8 (glyph, utf8);
  g_string_append_printf (out,
                          "<a:buSzPct val=\"%u\"/><a:buFont typeface=\"%s\"/>"
                          "<a:buChar char=\"%s\"/>",
                          percent * 1000, family, utf8);
}

void
etp_pptx_add_sign (EtpPptxWriter *self, const EtpShapeText *text)
{
  const gboolean takes_bullet = text != NULL && text->sign == ETP_SHAPE_SIGN_BULLET
                                && self->in_place && self->has_bullets;
  GString *out = self->out;

  if (text == NULL)
    {
      g_string_append (out, "<a:buNone/>");
      return;
    }
  /* Somebody else's bullets have their own colour too. */
  if (!takes_bullet || !self->theme->has_template)
    {
      g_string_append (out, "<a:buClr>");
      etp_slide_theme_add_text (self->theme, out, text->sign_color, 0);
      g_string_append (out, "</a:buClr>");
    }
  if (takes_bullet)
    {
      if (!self->theme->has_template)
        g_string_append (out, "<a:buSzPct val=\"100000\"/>");
      return;
    }
  switch ((EtpShapeSign) text->sign)
    {
    case ETP_SHAPE_SIGN_NUMBER:
      g_string_append_printf (out,
                              "<a:buSzPct val=\"100000\"/><a:buFont typeface=\"+mj-lt\"/>"
                              "<a:buAutoNum type=\"%s\"",
                              text->sign_value <= MOST_CIRCLED ? "circleNumDbPlain"
                                                               : "arabicPeriod");
      if (text->sign_value > 1)
        etp_pptx_add_number (out, "startAt", MIN (text->sign_value, MOST_START));
      g_string_append (out, "/>");
      break;
    case ETP_SHAPE_SIGN_GLYPH:
      add_glyph (out, text->sign_value, "Segoe UI Symbol", 85);
      break;
    case ETP_SHAPE_SIGN_BULLET:
    case ETP_SHAPE_SIGN_NONE:
    default:
      add_glyph (out, 0x2022, "Arial", 100);
      break;
    }
}

static void
add_place (EtpPptxWriter *self, const EtpShape *shape, const EtpPptxBodyPlace *place)
{
  GString *out = self->out;

  g_string_append (out, "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph");
  g_string_append_printf (out, " type=\"%s\"", place->type);
  etp_pptx_add_number (out, "idx", place->index);
  g_string_append (out, "/></p:nvPr></p:nvSpPr>");
  if (place->is_exact)
    {
      g_string_append (out, "<p:spPr/>");
      return;
    }
  g_string_append (out, "<p:spPr>");
  etp_pptx_add_place (self, &shape->rect, "", FALSE);
  g_string_append (out, "</p:spPr>");
}

void
etp_pptx_add_body (EtpPptxWriter *self, const EtpShape *shape)
{
  static const char frame[] =
      " wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"";
  const EtpPptxBodyPlace *place = self->n_bodies < self->n_places ? &self->places[self->n_bodies]
                                                                  : NULL;
  GString *out = self->out;

  self->n_bodies++;
  self->in_place = place != NULL;
  g_string_append (out, "<p:sp><p:nvSpPr>");
  etp_pptx_add_identity (self, shape);
  if (place != NULL)
    add_place (self, shape, place);
  else
    {
      g_string_append (out, "<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>");
      etp_pptx_add_place (self, &shape->rect, "", FALSE);
      g_string_append (out,
                       "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>");
    }
  /* Our own layouts have this frame already. */
  g_string_append_printf (out, "<p:txBody><a:bodyPr%s><a:normAutofit/></a:bodyPr><a:lstStyle/>",
                          place != NULL && place->is_exact ? "" : frame);
  etp_pptx_add_body_paragraphs (self, shape);
  g_string_append (out, "</p:txBody></p:sp>");
  self->in_place = FALSE;
}
