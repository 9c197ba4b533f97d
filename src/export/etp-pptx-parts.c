/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-parts.h"

#include <math.h>
#include <string.h>

/* The own master: a plain ground, the map's colours as the theme's, and three layouts whose
 * placeholders stand where the slides have their titles. */

#define TEXT_SIZE 15.0 /* page units; of plain text */
#define BULLET_MARGIN 16.0
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

static const char tree[] =
    "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
    "</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>"
    "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

void
etp_pptx_flush (GString *out, EtpZip *zip, const char *name)
{
  etp_zip_add (zip, name, ETP_ZIP_DEFLATED, out->str, (gssize) out->len);
  g_string_truncate (out, 0);
}

void
etp_pptx_begin_relations (GString *out)
{
  g_string_append (out, ETP_PPTX_HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">");
}

void
etp_pptx_add_relation (GString *out, const char *id, const char *type, const char *target)
{
  g_string_append (out, "<Relationship Id=\"");
  etp_xml_add_value (out, id, -1);
  g_string_append (out, "\" Type=\"");
  if (strchr (type, ':') == NULL)
    g_string_append (out, ETP_PPTX_RELATION);
  etp_xml_add_value (out, type, -1);
  g_string_append (out, "\" Target=\"");
  etp_xml_add_value (out, target, -1);
  g_string_append (out, "\"/>");
}

void
etp_pptx_add_external (GString *out, const char *id, const char *type, const char *target)
{
  etp_pptx_add_relation (out, id, type, target);
  g_string_truncate (out, out->len - strlen ("/>"));
  g_string_append (out, " TargetMode=\"External\"/>");
}

void
etp_pptx_end_relations (GString *out)
{
  g_string_append (out, "</Relationships>");
}

static void
add_theme_color (GString *out, const char *name, EtpRgba color)
{
  g_string_append_printf (out, "<a:%s><a:srgbClr val=\"", name);
  etp_xml_add_rgb (out, color);
  g_string_append_printf (out, "\"/></a:%s>", name);
}

static void
add_theme_font (GString *out, const char *element, const char *family)
{
  /* A sans serif of variable width: what is taken where the family is missing. */
  g_string_append_printf (out, "<a:%s><a:latin typeface=\"", element);
  etp_xml_add_value (out, family, -1);
  g_string_append (out, "\" pitchFamily=\"34\" charset=\"0\"/><a:ea typeface=\"\"/>"
                        "<a:cs typeface=\"\"/></a:");
  g_string_append (out, element);
  g_string_append_c (out, '>');
}

static void
write_theme (EtpPptxParts *self, EtpZip *zip)
{
  static const char *const names[ETP_N_SLOTS] = { "dk1",     "lt1",     "dk2",     "lt2",
                                                  "accent1", "accent2", "accent3", "accent4",
                                                  "accent5", "accent6", "hlink",   "folHlink" };
  static const char fill[] = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
  GString *out = self->writer->out;

  g_string_append (out, ETP_PPTX_HEAD "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/"
                                      "drawingml/2006/main\" name=\"Etappe\"><a:themeElements>"
                                      "<a:clrScheme name=\"Etappe\">");
  for (guint i = 0; i < ETP_N_SLOTS; i++)
    add_theme_color (out, names[i], self->theme->own[i]);
  g_string_append (out, "</a:clrScheme><a:fontScheme name=\"Etappe\">");
  add_theme_font (out, "majorFont", self->family);
  add_theme_font (out, "minorFont", self->family);
  g_string_append (out, "</a:fontScheme><a:fmtScheme name=\"Etappe\"><a:fillStyleLst>");
  g_string_append_printf (out, "%s%s%s</a:fillStyleLst><a:lnStyleLst>", fill, fill, fill);
  for (guint i = 1; i <= 3; i++)
    g_string_append_printf (out, "<a:ln w=\"%u\">%s</a:ln>", 9525 * i, fill);
  g_string_append (out, "</a:lnStyleLst><a:effectStyleLst>");
  for (guint i = 0; i < 3; i++)
    g_string_append (out, "<a:effectStyle><a:effectLst/></a:effectStyle>");
  g_string_append_printf (out,
                          "</a:effectStyleLst><a:bgFillStyleLst>%s%s%s</a:bgFillStyleLst>"
                          "</a:fmtScheme></a:themeElements></a:theme>",
                          fill, fill, fill);
  etp_pptx_flush (out, zip, "ppt/theme/theme1.xml");
}

/* A placeholder of the master or a layout; rect NULL: where the master has it. */
static void
add_placeholder (EtpPptxParts *self,
                 guint id,
                 const char *name,
                 const char *type,
                 guint index,
                 const EtpRect *rect,
                 const EtpSlideTitle *look)
{
  GString *out = self->writer->out;

  g_string_append_printf (out,
                          "<p:sp><p:nvSpPr><p:cNvPr id=\"%u\" name=\"%s\"/><p:cNvSpPr>"
                          "<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"%s\"",
                          id, name, type);
  if (index > 0)
    etp_pptx_add_number (out, "idx", index);
  g_string_append (out, "/></p:nvPr></p:nvSpPr>");
  if (rect != NULL)
    {
      g_string_append (out, "<p:spPr>");
      etp_pptx_add_place (self->writer, rect, "", FALSE);
      g_string_append (out, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>");
    }
  else
    g_string_append (out, "<p:spPr/>");
  g_string_append (out, "<p:txBody>");
  g_string_append (out, rect != NULL ? "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\""
                                       " anchor=\"t\"><a:normAutofit/></a:bodyPr>"
                                     : "<a:bodyPr/>");
  if (look != NULL)
    g_string_append_printf (out,
                            "<a:lstStyle><a:lvl1pPr><a:defRPr sz=\"%ld\"/></a:lvl1pPr>"
                            "</a:lstStyle>",
                            lround ((double) look->font.size * 75 * self->writer->scale));
  else
    g_string_append (out, "<a:lstStyle/>");
  g_string_append_printf (
      out, "<a:p><a:r><a:rPr lang=\"%s\"/><a:t>%s</a:t></a:r></a:p></p:txBody></p:sp>",
      self->language, name);
}

/* Opens a level of texts up to the attributes of its font; signs hang by margin. */
static void
add_level (EtpPptxParts *self, guint level, double size, double margin, const char *more)
{
  GString *out = self->writer->out;

  g_string_append_printf (out, "<a:lvl%upPr", level);
  etp_pptx_add_number (out, "marL",
                       etp_pptx_get_length (self->writer, margin * MAX (level - 1, 1)));
  etp_pptx_add_number (out, "indent", -etp_pptx_get_length (self->writer, margin));
  g_string_append_printf (out, " algn=\"l\">%s<a:defRPr sz=\"%ld\"", more,
                          lround (size * 75 * self->writer->scale));
}

/* How texts look by themselves: titles as the slides have them, all else as on cards. */
static void
add_text_styles (EtpPptxParts *self)
{
  GString *out = self->writer->out;
  const EtpSlideTitle *title = &self->titles[ETP_PPTX_LAYOUT_TITLE_ONLY];

  g_string_append (out, "<p:txStyles><p:titleStyle>");
  add_level (self, 1, (double) title->font.size, 0, "<a:buNone/>");
  g_string_append (out, title->font.weight >= 600 ? " b=\"1\"><a:solidFill>" : "><a:solidFill>");
  etp_slide_theme_add (self->theme, out, title->ink);
  g_string_append (out, "</a:solidFill><a:latin typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr>"
                        "</p:titleStyle><p:bodyStyle>");
  for (guint level = 1; level <= 5; level++)
    {
      add_level (self, level, level == 1 ? TEXT_SIZE + 1 : TEXT_SIZE,
                 level == 1 ? 0 : BULLET_MARGIN,
                 level == 1 ? "<a:spcBef><a:spcPts val=\"600\"/></a:spcBef><a:buNone/>"
                            : "<a:spcBef><a:spcPts val=\"300\"/></a:spcBef>"
                              "<a:buSzPct val=\"100000\"/><a:buFont typeface=\"Arial\"/>"
                              "<a:buChar char=\"•\"/>");
      g_string_append_printf (out,
                              "><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>"
                              "<a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl%upPr>",
                              level);
    }
  g_string_append (out, "</p:bodyStyle><p:otherStyle>");
  add_level (self, 1, 14, 0, "<a:buNone/>");
  g_string_append (out, "><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>"
                        "<a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr></p:otherStyle>"
                        "</p:txStyles>");
}

guint
etp_pptx_parts_get_n_layouts (const EtpPptxParts *self)
{
  return ETP_PPTX_N_LAYOUTS + (self->bodies != NULL ? self->bodies->len : 0);
}

/* What is below the title of a layout. */
static EtpRect
get_body (EtpPptxParts *self, EtpPptxLayout layout)
{
  const EtpRect *title = &self->titles[layout].rect;
  const double height = (double) self->height / ETP_EMU / self->writer->scale;
  const double y = MIN (title->y + title->height + 16, height - 80);

  return (EtpRect){ title->x, y, title->width, MAX (height - y - 48, 20) };
}

/* A layout from its first element to its last. */
static void
begin_layout (EtpPptxParts *self, const char *type, const char *name)
{
  GString *out = self->writer->out;

  g_string_append (out, ETP_PPTX_HEAD "<p:sldLayout" ETP_PPTX_NAMESPACES);
  if (type != NULL)
    g_string_append_printf (out, " type=\"%s\"", type);
  g_string_append_printf (out, " preserve=\"1\"><p:cSld name=\"%s\">%s", name, tree);
}

static void
end_layout (EtpPptxParts *self, EtpZip *zip, guint number)
{
  GString *out = self->writer->out;
  g_autofree char *name = g_strdup_printf ("ppt/slideLayouts/slideLayout%u.xml", number);
  g_autofree char *relations = g_strdup_printf ("ppt/slideLayouts/_rels/slideLayout%u.xml.rels",
                                                number);

  g_string_append (out, "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
                        "</p:sldLayout>");
  etp_pptx_flush (out, zip, name);
  etp_pptx_begin_relations (out);
  etp_pptx_add_relation (out, "rId1", "slideMaster", "../slideMasters/slideMaster1.xml");
  etp_pptx_end_relations (out);
  etp_pptx_flush (out, zip, relations);
}

static void
write_layout (EtpPptxParts *self, EtpZip *zip, EtpPptxLayout layout)
{
  static const struct
  {
    const char *type, *name;
  } kinds[ETP_PPTX_N_LAYOUTS] = { { "title", "Title Slide" },
                                  { "obj", "Title and Content" },
                                  { "titleOnly", "Title Only" } };
  const EtpSlideTitle *title = &self->titles[layout];
  const EtpRect body = self->cover.n > 0 ? self->cover.rects[0] : get_body (self, layout);

  begin_layout (self, kinds[layout].type, kinds[layout].name);
  if (layout == ETP_PPTX_LAYOUT_TITLE)
    {
      add_placeholder (self, 2, "Title", "ctrTitle", 0, &title->rect, title);
      add_placeholder (self, 3, "Subtitle", "subTitle", 1, &body, NULL);
    }
  else
    add_placeholder (self, 2, "Title", "title", 0, NULL, NULL);
  if (layout == ETP_PPTX_LAYOUT_CONTENT)
    add_placeholder (self, 3, "Content", "body", 1, NULL, NULL);
  end_layout (self, zip, layout + 1u);
}

/* A layout for running text in columns. */
static void
write_text_layout (EtpPptxParts *self, EtpZip *zip, guint index)
{
  const EtpSlideBodies *bodies = &g_array_index (self->bodies, EtpSlideBodies, index);
  const guint number = ETP_PPTX_N_LAYOUTS + 1 + index;
  g_autofree char *name = NULL;

  if (bodies->n == 1)
    name = g_strdup_printf ("Title and Text (%u)", number);
  else
    name = g_strdup_printf ("Text in %u Columns (%u)", bodies->n, number);
  begin_layout (self, bodies->n == 1 ? "tx" : NULL, name);
  add_placeholder (self, 2, "Title", "title", 0, NULL, NULL);
  for (guint i = 0; i < bodies->n; i++)
    {
      g_autofree char *called = g_strdup_printf ("Text %u", i + 1);

      add_placeholder (self, 3 + i, called, "body", 1 + i, &bodies->rects[i], NULL);
    }
  end_layout (self, zip, number);
}

static void
write_master_part (EtpPptxParts *self, EtpZip *zip)
{
  GString *out = self->writer->out;
  const EtpSlideTitle *title = &self->titles[ETP_PPTX_LAYOUT_TITLE_ONLY];
  const EtpRect body = get_body (self, ETP_PPTX_LAYOUT_TITLE_ONLY);

  g_string_append_printf (out,
                          ETP_PPTX_HEAD "<p:sldMaster" ETP_PPTX_NAMESPACES
                                        "><p:cSld><p:bg><p:bgPr><a:solidFill>"
                                        "<a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/>"
                                        "</p:bgPr></p:bg>%s",
                          tree);
  add_placeholder (self, 2, "Title", "title", 0, &title->rect, NULL);
  add_placeholder (self, 3, "Content", "body", 1, &body, NULL);
  g_string_append (out, "</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\""
                        " tx2=\"dk2\"");
  for (guint i = 1; i <= 6; i++)
    g_string_append_printf (out, " accent%u=\"accent%u\"", i, i);
  g_string_append (out, " hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst>");
  for (guint i = 0; i < etp_pptx_parts_get_n_layouts (self); i++)
    g_string_append_printf (out, "<p:sldLayoutId id=\"%u\" r:id=\"rId%u\"/>", 2147483649u + i,
                            i + 1);
  g_string_append (out, "</p:sldLayoutIdLst>");
  add_text_styles (self);
  g_string_append (out, "</p:sldMaster>");
  etp_pptx_flush (out, zip, "ppt/slideMasters/slideMaster1.xml");
}

void
etp_pptx_parts_write_master (EtpPptxParts *self, EtpZip *zip)
{
  GString *out = self->writer->out;
  const guint n = etp_pptx_parts_get_n_layouts (self);
  g_autofree char *theme = g_strdup_printf ("rId%u", n + 1);

  write_theme (self, zip);
  write_master_part (self, zip);
  etp_pptx_begin_relations (out);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("rId%u", i + 1);
      g_autofree char *target = g_strdup_printf ("../slideLayouts/slideLayout%u.xml", i + 1);

      etp_pptx_add_relation (out, id, "slideLayout", target);
    }
  etp_pptx_add_relation (out, theme, "theme", "../theme/theme1.xml");
  etp_pptx_end_relations (out);
  etp_pptx_flush (out, zip, "ppt/slideMasters/_rels/slideMaster1.xml.rels");
  for (guint i = 0; i < ETP_PPTX_N_LAYOUTS; i++)
    write_layout (self, zip, (EtpPptxLayout) i);
  for (guint i = ETP_PPTX_N_LAYOUTS; i < n; i++)
    write_text_layout (self, zip, i - ETP_PPTX_N_LAYOUTS);
}

void
etp_pptx_parts_write_properties (EtpPptxParts *self, EtpZip *zip)
{
  GString *out = self->writer->out;
  g_autofree char *created = etp_slide_dup_date ();

  g_string_append (out, ETP_PPTX_HEAD
                   "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\""
                   " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                   " xmlns:dcterms=\"http://purl.org/dc/terms/\""
                   " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
  etp_xml_add_text (out, self->title, -1);
  g_string_append (out, "</dc:title><dc:creator>");
  etp_xml_add_text (out, self->author, -1);
  g_string_append (out, "</dc:creator><dc:language>");
  etp_xml_add_text (out, self->language, -1);
  g_string_append (out, "</dc:language>");
  if (created != NULL)
    g_string_append_printf (
        out, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>", created);
  g_string_append (out, "</cp:coreProperties>");
  etp_pptx_flush (out, zip, "docProps/core.xml");
  g_string_append_printf (out,
                          ETP_PPTX_HEAD "<Properties xmlns=\"http://schemas.openxmlformats.org/"
                                        "officeDocument/2006/extended-properties\">"
                                        "<Application>Etappe</Application><Slides>%u</Slides>"
                                        "</Properties>",
                          self->n_slides);
  etp_pptx_flush (out, zip, "docProps/app.xml");
}
