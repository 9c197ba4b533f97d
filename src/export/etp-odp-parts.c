/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-odp-private.h"

#include <string.h>

/* The parts of an OpenDocument presentation beside its content. */

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void
flush (GString *out, EtpZip *zip, const char *name)
{
  etp_zip_add (zip, name, ETP_ZIP_DEFLATED, out->str, (gssize) out->len);
  g_string_free (out, TRUE);
}

void
etp_odp_write_manifest (EtpOdpWriter *self, EtpZip *zip)
{
  const EtpSlideMedia *media = self->media;
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml" };
  GString *out = g_string_new (
      HEAD "<manifest:manifest"
           " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
           " manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\""
           " manifest:version=\"1.2\""
           " manifest:media-type=\"application/vnd.oasis.opendocument.presentation\"/>");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (out,
                            "<manifest:file-entry manifest:full-path=\"%s\""
                            " manifest:media-type=\"text/xml\"/>",
                            parts[i]);
  for (guint i = 0; i < media->media->len; i++)
    {
      const EtpMedium *medium = g_ptr_array_index (media->media, i);

      g_string_append_printf (out,
                              "<manifest:file-entry manifest:full-path=\"Pictures/%s%s\""
                              " manifest:media-type=\"%s\"/>",
                              self->prefix, medium->name, medium->mime_type);
    }
  if (self->template != NULL)
    etp_odp_template_add_entries (self->template, out);
  g_string_append (out, "</manifest:manifest>");
  flush (out, zip, "META-INF/manifest.xml");
}

void
etp_odp_write_meta (const EtpSlideDeck *deck, EtpZip *zip)
{
  GString *out = g_string_new (HEAD "<office:document-meta" ETP_ODP_NAMESPACES "><office:meta>"
                                    "<meta:generator>Etappe/" ETP_VERSION "</meta:generator>"
                                    "<dc:title>");
  g_autofree char *created = etp_slide_dup_date ();

  etp_xml_add_text (out, deck->title, -1);
  g_string_append (out, "</dc:title>");
  if (deck->author[0] != '\0')
    {
      g_string_append (out, "<meta:initial-creator>");
      etp_xml_add_text (out, deck->author, -1);
      g_string_append (out, "</meta:initial-creator>");
    }
  if (created != NULL)
    g_string_append_printf (out, "<meta:creation-date>%s</meta:creation-date>", created);
  g_string_append (out, "<dc:language>");
  etp_xml_add_text (out, deck->language, -1);
  g_string_append (out, "</dc:language></office:meta></office:document-meta>");
  flush (out, zip, "meta.xml");
}

void
etp_odp_add_fonts (GString *out, const char *family)
{
  g_string_append (out, "<office:font-face-decls><style:font-face style:name=\"F1\""
                        " svg:font-family=\"'");
  etp_xml_add_value (out, family, -1);
  g_string_append (out, "'\" style:font-family-generic=\"swiss\""
                        " style:font-pitch=\"variable\"/></office:font-face-decls>");
}

/* How titles look, as a style of presentations. */
static void
add_title_style (EtpOdpWriter *self, GString *out, const char *name, const EtpSlideTitle *title)
{
  g_string_append_printf (
      out,
      "<style:style style:name=\"%s\" style:family=\"presentation\"><style:graphic-properties"
      " draw:fill=\"none\" draw:stroke=\"none\" draw:textarea-vertical-align=\"top\""
      " draw:auto-grow-height=\"false\" fo:padding-left=\"0cm\" fo:padding-top=\"0cm\""
      " fo:padding-right=\"0cm\" fo:padding-bottom=\"0cm\" fo:wrap-option=\"wrap\"/>"
      "<style:paragraph-properties fo:text-align=\"start\"",
      name);
  etp_odp_add_length (out, "fo:line-height", title->line_height * self->deck->scale);
  g_string_append (out, "/><style:text-properties style:font-name=\"F1\"");
  etp_odp_add_letters (out, (double) title->font.size * self->deck->scale * 0.75,
                       title->font.weight >= 600 ? 700 : 400, FALSE);
  etp_odp_add_color (out, "fo:color", title->ink);
  g_string_append (out, "/></style:style>");
}

/* Dashes and arrows, by the names that graphic styles call them. */
static void
add_lines (EtpOdpWriter *self, GString *out)
{
  g_string_append_printf (
      out,
      "<draw:stroke-dash draw:name=\"%sdashes\" draw:style=\"rect\" draw:dots1=\"1\""
      " draw:dots1-length=\"350%%\" draw:distance=\"250%%\"/>"
      "<draw:stroke-dash draw:name=\"%sdots\" draw:style=\"round\" draw:dots1=\"1\""
      " draw:dots1-length=\"10%%\" draw:distance=\"220%%\"/>"
      "<draw:marker draw:name=\"%sarrow\" svg:viewBox=\"0 0 110 100\""
      " svg:d=\"M55 0L0 100L110 100Z\"/>",
      self->prefix, self->prefix, self->prefix);
}

static void
add_master (EtpOdpWriter *self, GString *out, const EtpSlideTitle *title)
{
  g_string_append (out, "<office:master-styles><draw:layer-set><draw:layer draw:name=\"layout\"/>"
                        "<draw:layer draw:name=\"background\"/>"
                        "<draw:layer draw:name=\"backgroundobjects\"/>"
                        "<draw:layer draw:name=\"controls\"/>"
                        "<draw:layer draw:name=\"measurelines\"/></draw:layer-set>"
                        "<style:master-page style:name=\"Etappe\""
                        " style:page-layout-name=\"PM1\" draw:style-name=\"dp1\">"
                        "<draw:frame presentation:style-name=\"Etappe-title\""
                        " draw:layer=\"backgroundobjects\" presentation:class=\"title\""
                        " presentation:placeholder=\"true\"");
  etp_odp_add_length (out, "svg:x", title->rect.x * self->deck->scale);
  etp_odp_add_length (out, "svg:y", title->rect.y * self->deck->scale);
  etp_odp_add_length (out, "svg:width", title->rect.width * self->deck->scale);
  etp_odp_add_length (out, "svg:height", title->rect.height * self->deck->scale);
  g_string_append (out, "><draw:text-box/></draw:frame>");
  etp_odp_add_master_place (self, out, title);
  g_string_append (out, "</style:master-page></office:master-styles>");
}

/* Somebody else's styles, with the looks that ours call by their names. */
static gboolean
write_template (EtpOdpWriter *self, EtpZip *zip, GError **error)
{
  g_autoptr (GString) ours = g_string_new (NULL);

  add_lines (self, ours);
  g_string_append_len (ours, self->hatches->str, (gssize) self->hatches->len);
  return etp_odp_template_write (self->template, zip, ours->str, error);
}

static void
write_own (EtpOdpWriter *self, EtpZip *zip)
{
  const EtpSlideTitle title = etp_slide_deck_get_title (self->deck, FALSE);
  GString *out = g_string_new (HEAD "<office:document-styles" ETP_ODP_NAMESPACES ">");

  etp_odp_add_fonts (out, self->family);
  g_string_append (out, "<office:styles>");
  add_lines (self, out);
  g_string_append_len (out, self->hatches->str, (gssize) self->hatches->len);
  g_string_append (out, "<style:default-style style:family=\"graphic\">"
                        "<style:text-properties style:font-name=\"F1\"/></style:default-style>");
  add_title_style (self, out, "Etappe-title", &title);
  etp_odp_add_master_styles (self, out);
  g_string_append (out, "</office:styles><office:automatic-styles>"
                        "<style:page-layout style:name=\"PM1\"><style:page-layout-properties"
                        " fo:margin-top=\"0cm\" fo:margin-bottom=\"0cm\" fo:margin-left=\"0cm\""
                        " fo:margin-right=\"0cm\"");
  etp_odp_add_length (out, "fo:page-width", self->deck->width);
  etp_odp_add_length (out, "fo:page-height", self->deck->height);
  g_string_append (out, self->deck->width >= self->deck->height
                            ? " style:print-orientation=\"landscape\"/>"
                            : " style:print-orientation=\"portrait\"/>");
  g_string_append (out, "</style:page-layout><style:style style:name=\"dp1\""
                        " style:family=\"drawing-page\"><style:drawing-page-properties"
                        " draw:background-size=\"border\" draw:fill=\"solid\"");
  etp_odp_add_color (out, "draw:fill-color", self->deck->theme.own[ETP_SLOT_GROUND]);
  g_string_append (out, "/></style:style></office:automatic-styles>");
  add_master (self, out, &title);
  g_string_append (out, "</office:document-styles>");
  flush (out, zip, "styles.xml");
}

gboolean
etp_odp_write_styles (EtpOdpWriter *self, EtpZip *zip, GError **error)
{
  if (self->template != NULL)
    return write_template (self, zip, error);
  write_own (self, zip);
  return TRUE;
}
