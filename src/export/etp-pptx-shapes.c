/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-private.h"

#include <math.h>
#include <string.h>

#include "paint/etp-paint.h"
#include "etp-pptx-connectors.h"

/* Shapes as DrawingML. Every p:sp has a body of text, every line says its colour, no id comes
 * twice: what PowerPoint else calls damaged, or LibreOffice does not draw. */

#define MOST_NAME 60 /* characters */

void
etp_pptx_writer_clear (EtpPptxWriter *self)
{
  for (guint i = 0; i < ETP_N_ICONS; i++)
    g_clear_pointer (&self->icons[i], g_free);
}

gint64
etp_pptx_get_length (const EtpPptxWriter *self, double length)
{
  return llround (length * self->scale * ETP_EMU);
}

void
etp_pptx_add_number (GString *out, const char *name, gint64 number)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  etp_xml_add_int (out, number);
  g_string_append_c (out, '"');
}

void
etp_pptx_add_pair (
    GString *out, const char *element, const char *a, gint64 x, const char *b, gint64 y)
{
  g_string_append (out, "<a:");
  g_string_append (out, element);
  etp_pptx_add_number (out, a, x);
  etp_pptx_add_number (out, b, y);
  g_string_append (out, "/>");
}

void
etp_pptx_add_place (EtpPptxWriter *self,
                    const EtpRect *rect,
                    const char *attributes,
                    gboolean is_group)
{
  const gint64 x = llround ((self->x0 + rect->x * self->scale) * ETP_EMU);
  const gint64 y = llround ((self->y0 + rect->y * self->scale) * ETP_EMU);
  const gint64 width = MAX (etp_pptx_get_length (self, rect->width), 0);
  const gint64 height = MAX (etp_pptx_get_length (self, rect->height), 0);

  g_string_append (self->out, "<a:xfrm");
  g_string_append (self->out, attributes);
  g_string_append_c (self->out, '>');
  etp_pptx_add_pair (self->out, "off", "x", x, "y", y);
  etp_pptx_add_pair (self->out, "ext", "cx", width, "cy", height);
  if (is_group)
    {
      etp_pptx_add_pair (self->out, "chOff", "x", x, "y", y);
      etp_pptx_add_pair (self->out, "chExt", "cx", width, "cy", height);
    }
  g_string_append (self->out, "</a:xfrm>");
}

/* What a shape is called in the list of shapes: its item's name, its text, or its number. */
static void
add_name (GString *out, const EtpShapeList *list, const EtpShape *shape)
{
  const char *name = shape->item != NULL ? shape->item->name : NULL;

  if (shape->n_texts > 0)
    name = etp_shape_list_get_text (list, shape, 0)->mark->text;
  g_string_append (out, " name=\"");
  if (name != NULL && name[0] != '\0')
    {
      const char *end = name;

      for (guint i = 0; i < MOST_NAME && *end != '\0' && *end != '\n'; i++)
        end = g_utf8_next_char (end);
      etp_xml_add_value (out, name, end - name);
    }
  else
    etp_xml_add_int (out, shape->id);
  g_string_append_c (out, '"');
}

/* What somebody hears who cannot see the shape: nothing if its own text is read anyway. */
static void
add_description (GString *out, const EtpShape *shape)
{
  const EtpItem *item = shape->item;

  if (item == NULL || item->name == NULL || item->name[0] == '\0' || shape->n_texts > 0
      || shape->is_decoration)
    return;
  g_string_append (out, " descr=\"");
  etp_xml_add_value (out, item->name, -1);
  if (item->note != NULL && item->note[0] != '\0')
    {
      g_string_append (out, ", ");
      etp_xml_add_value (out, item->note, -1);
    }
  g_string_append_c (out, '"');
}

/* Who it is: <p:cNvPr>. Parts of a group are told by the group. */
void
etp_pptx_add_identity (EtpPptxWriter *self, const EtpShape *shape)
{
  GString *out = self->out;

  g_string_append (out, "<p:cNvPr");
  etp_pptx_add_number (out, "id", shape->id);
  add_name (out, self->list, shape);
  if (self->depth == 0)
    add_description (out, shape);
  if (self->depth > 0 || !shape->is_decoration || shape->n_texts > 0)
    {
      g_string_append (out, "/>");
      return;
    }
  g_string_append (out,
                   "><a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">"
                   "<adec:decorative"
                   " xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\""
                   " val=\"1\"/></a:ext></a:extLst></p:cNvPr>");
}

void
etp_pptx_add_color (EtpPptxWriter *self, EtpRgba color)
{
  g_string_append (self->out, "<a:solidFill>");
  etp_slide_theme_add (self->theme, self->out, color);
  g_string_append (self->out, "</a:solidFill>");
}

void
etp_pptx_add_fill (EtpPptxWriter *self, const EtpMark *mark)
{
  if (mark->fill_color == 0)
    g_string_append (self->out, "<a:noFill/>");
  else if (mark->fill == ETP_FILL_HATCH)
    {
      /* The lines of patterns lie closer than ours. */
      g_string_append (self->out, "<a:pattFill prst=\"ltUpDiag\"><a:fgClr>");
      etp_slide_theme_add (self->theme, self->out,
                           etp_rgba_mix (mark->fill_color, self->theme->own[ETP_SLOT_GROUND], 0.6));
      g_string_append (self->out, "</a:fgClr><a:bgClr>");
      etp_slide_theme_add (self->theme, self->out, self->theme->own[ETP_SLOT_GROUND] & ~0xffu);
      g_string_append (self->out, "</a:bgClr></a:pattFill>");
    }
  else
    etp_pptx_add_color (self, mark->fill_color);
}

static void
begin_line (EtpPptxWriter *self, const EtpMark *mark, double scale)
{
  const double width = (double) mark->stroke_width;

  g_string_append (self->out, "<a:ln");
  etp_pptx_add_number (self->out, "w",
                       CLAMP (etp_pptx_get_length (self, width * scale), 1, 20116800));
  if (etp_stroke_is_round (mark->stroke, width))
    g_string_append (self->out, " cap=\"rnd\"");
  g_string_append_c (self->out, '>');
  etp_pptx_add_color (self, mark->stroke_color);
  if (mark->stroke == ETP_STROKE_DASHED)
    g_string_append (self->out, "<a:prstDash val=\"dash\"/>");
  else if (mark->stroke == ETP_STROKE_DOTTED)
    g_string_append (self->out, "<a:prstDash val=\"sysDot\"/>");
  g_string_append (self->out, etp_stroke_is_round (mark->stroke, width)
                                  ? "<a:round/>"
                                  : "<a:miter lim=\"800000\"/>");
}

void
etp_pptx_add_line (EtpPptxWriter *self, const EtpMark *mark, double scale)
{
  if (mark->stroke_color == 0 || mark->stroke_width <= 0)
    {
      g_string_append (self->out, "<a:ln><a:noFill/></a:ln>");
      return;
    }
  begin_line (self, mark, scale);
  g_string_append (self->out, "</a:ln>");
}

/* A rectangle, one with round corners, or an ellipse. */
static void
add_outline (EtpPptxWriter *self, const EtpMark *mark)
{
  const double side = MIN (mark->rect.width, mark->rect.height);
  const double radius = MIN ((double) mark->radius, side / 2);

  if (radius <= 0)
    g_string_append (self->out, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
  else if (radius > side / 2 - 0.1 && fabs (mark->rect.width - mark->rect.height) < 0.1)
    g_string_append (self->out, "<a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>");
  else
    {
      g_string_append (self->out, "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\""
                                  " fmla=\"val ");
      etp_xml_add_int (self->out, lround (radius / side * 100000));
      g_string_append (self->out, "\"/></a:avLst></a:prstGeom>");
    }
}

void
etp_pptx_begin_shape (EtpPptxWriter *self, const EtpShape *shape, gboolean is_text_box)
{
  g_string_append (self->out, "<p:sp><p:nvSpPr>");
  etp_pptx_add_identity (self, shape);
  g_string_append (self->out, is_text_box ? "<p:cNvSpPr txBox=\"1\"/>" : "<p:cNvSpPr/>");
  g_string_append (self->out, "<p:nvPr/></p:nvSpPr><p:spPr>");
}

void
etp_pptx_end_shape (EtpPptxWriter *self, const EtpShape *shape)
{
  g_string_append (self->out, "</p:spPr>");
  etp_pptx_add_text_body (self, shape);
  g_string_append (self->out, "</p:sp>");
}

static void
add_box (EtpPptxWriter *self, const EtpShape *shape)
{
  etp_pptx_begin_shape (self, shape, FALSE);
  etp_pptx_add_place (self, &shape->rect, "", FALSE);
  add_outline (self, shape->mark);
  etp_pptx_add_fill (self, shape->mark);
  etp_pptx_add_line (self, shape->mark, shape->scale);
  etp_pptx_end_shape (self, shape);
}

static void
add_text_box (EtpPptxWriter *self, const EtpShape *shape)
{
  EtpRect rect = etp_shape_list_get_text_box (self->list, shape);

  /* Lines are as high as ours, but hold their letters lower. */
  rect.y -= etp_mark_get_lead (etp_shape_list_get_text (self->list, shape, 0)->mark) * shape->scale;
  etp_pptx_begin_shape (self, shape, TRUE);
  etp_pptx_add_place (self, &rect, "", FALSE);
  g_string_append (self->out, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>");
  etp_pptx_end_shape (self, shape);
}

static void
add_title (EtpPptxWriter *self, const EtpShape *shape, const char *title)
{
  const EtpRect *home = self->title != NULL ? &self->title->rect : NULL;

  g_string_append (self->out, "<p:sp><p:nvSpPr>");
  etp_pptx_add_identity (self, shape);
  g_string_append (self->out,
                   "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"");
  g_string_append (self->out, self->title_type);
  g_string_append (self->out, "\"/></p:nvPr></p:nvSpPr>");
  if (home == NULL
      || (shape->n_texts > 0
          && (fabs (home->x - shape->rect.x) < 1 && fabs (home->y - shape->rect.y) < 1
              && fabs (home->width - shape->rect.width) < 1
              && fabs (home->height - shape->rect.height) < 1)))
    g_string_append (self->out, "<p:spPr/>");
  else
    {
      g_string_append (self->out, "<p:spPr>");
      etp_pptx_add_place (self, &shape->rect, "", FALSE);
      g_string_append (self->out, "</p:spPr>");
    }
  etp_pptx_add_title_body (self, shape, title);
  g_string_append (self->out, "</p:sp>");
}

/* The relationship of a picture on this slide: rId1 is the layout. */
static guint
use_medium (EtpPptxWriter *self, const EtpMedium *medium)
{
  guint index;

  if (!g_ptr_array_find (self->used, medium, &index))
    {
      index = self->used->len;
      g_ptr_array_add (self->used, (gpointer) medium);
    }
  return index + 2;
}

static void
add_image (EtpPptxWriter *self, const EtpShape *shape)
{
  const EtpMedium *medium = etp_slide_media_get (self->media, shape->mark->text);
  GString *out = self->out;
  double across, down;

  if (medium == NULL)
    {
      EtpMark empty = *shape->mark;
      EtpShape box = *shape;

      empty.fill_color = etp_rgba_with_alpha (self->theme->own[ETP_SLOT_TEXT_2], 0.15);
      box.mark = &empty;
      add_box (self, &box);
      return;
    }
  etp_medium_get_crop (medium, shape->rect.width, shape->rect.height, &across, &down);
  g_string_append (out, "<p:pic><p:nvPicPr>");
  etp_pptx_add_identity (self, shape);
  g_string_append (out, "<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/>"
                        "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId");
  etp_xml_add_int (out, use_medium (self, medium));
  g_string_append (out, "\"/><a:srcRect");
  etp_pptx_add_number (out, "l", lround (across * 100000));
  etp_pptx_add_number (out, "t", lround (down * 100000));
  etp_pptx_add_number (out, "r", lround (across * 100000));
  etp_pptx_add_number (out, "b", lround (down * 100000));
  g_string_append (out, "/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>");
  etp_pptx_add_place (self, &shape->rect, "", FALSE);
  add_outline (self, shape->mark);
  g_string_append (out, "</p:spPr></p:pic>");
}

static void
add_connector (EtpPptxWriter *self, const EtpShape *shape)
{
  g_string_append (self->out, "<p:cxnSp><p:nvCxnSpPr>");
  etp_pptx_add_identity (self, shape);
  etp_pptx_add_connector_ends (self, shape);
  g_string_append (self->out, "<p:nvPr/></p:nvCxnSpPr><p:spPr>");
  etp_pptx_add_connector_way (self, shape);
  begin_line (self, shape->mark, shape->scale);
  g_string_append (self->out, "<a:tailEnd type=\"triangle\"/></a:ln></p:spPr></p:cxnSp>");
}

static void
begin_group (EtpPptxWriter *self, const EtpShape *shape)
{
  g_string_append (self->out, "<p:grpSp><p:nvGrpSpPr>");
  etp_pptx_add_identity (self, shape);
  g_string_append (self->out, "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>");
  etp_pptx_add_place (self, &shape->rect, "", TRUE);
  g_string_append (self->out, "</p:grpSpPr>");
  self->depth++;
}

static void
add_shape (EtpPptxWriter *self, const EtpShape *shape, const char *title)
{
  switch ((EtpShapeType) shape->type)
    {
    case ETP_SHAPE_GROUP:
      begin_group (self, shape);
      break;
    case ETP_SHAPE_GROUP_END:
      g_string_append (self->out, "</p:grpSp>");
      self->depth--;
      break;
    case ETP_SHAPE_TITLE:
      add_title (self, shape, title);
      break;
    case ETP_SHAPE_BOX:
      add_box (self, shape);
      break;
    case ETP_SHAPE_TEXT:
      add_text_box (self, shape);
      break;
    case ETP_SHAPE_PATH:
      etp_pptx_add_path (self, shape);
      break;
    case ETP_SHAPE_ICON:
      etp_pptx_add_icon (self, shape);
      break;
    case ETP_SHAPE_IMAGE:
      add_image (self, shape);
      break;
    case ETP_SHAPE_CONNECTOR:
      add_connector (self, shape);
      break;
    case ETP_SHAPE_BODY:
      etp_pptx_add_body (self, shape);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
etp_pptx_add_slide (EtpPptxWriter *self, const EtpShapeList *list, const char *title)
{
  self->list = list;
  self->depth = self->n_bodies = 0;
  g_string_append (
      self->out, ETP_PPTX_HEAD
      "<p:sld" ETP_PPTX_NAMESPACES "><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>"
      "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
      "<a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm>"
      "</p:grpSpPr>");
  for (guint i = 0; i < list->shapes->len; i++)
    add_shape (self, etp_shape_list_get (list, i), title);
  etp_pptx_add_placeholders (self, list->last_id);
  g_string_append (self->out, "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
                              "</p:clrMapOvr></p:sld>");
}
