/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include "etp-odp-private.h"
#include "etp-spool.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"

/* ODP (OpenDocument 1.2): the same slides as PPTX. Slides come before the styles that they need, but
 * stand behind them in the file, so they wait in a spool of their own. */

#define MIME_TYPE "application/vnd.oasis.opendocument.presentation"
#define CHUNK (64 * 1024)

static gboolean
write_slides (EtpOdpWriter *writer,
              const EtpSlideDeck *deck,
              EtpSpool *body,
              const EtpExportOptions *options,
              GCancellable *cancellable,
              GError **error)
{
  const guint n = etp_pages_get_n (deck->pages);

  for (guint i = 0; i < n; i++)
    {
      const EtpPage *page = etp_pages_get_nth (deck->pages, i);
      g_auto (EtpShapeList) list = { 0 };
      EtpSlideBodies bodies;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      etp_export_step (options, i, n);
      etp_shape_list_init (&list, deck->journey, page);
      etp_slide_bodies_gather (&bodies, &list, deck->frame);
      etp_slide_deck_get_fit (deck, page, &writer->scale, &writer->x0, &writer->y0);
      writer->is_title_slide = g_strcmp0 (page->role, "title") == 0;
      etp_odp_add_slide (writer, &list, i + 1, page->title);
      etp_spool_append (body, writer->out->str, writer->out->len);
      g_string_truncate (writer->out, 0);
    }
  return TRUE;
}

/* How titles look: as the template's masters have them. */
static void
add_placed_styles (const EtpOdpTemplate *template, GString *out)
{
  static const struct
  {
    const char *name, *suffix;
    gboolean is_cover;
  } rows[] = { { "title-first", "-title", TRUE },
               { "title-other", "-title", FALSE },
               { "subtitle", "-subtitle", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_string_append_printf (out,
                              "<style:style style:name=\"%s\" style:family=\"presentation\""
                              " style:parent-style-name=\"",
                              rows[i].name);
      etp_xml_add_value (out, rows[i].is_cover ? template->cover->name : template->content->name,
                         -1);
      g_string_append_printf (out,
                              "%s\"><style:graphic-properties draw:auto-grow-height=\"false\"/>"
                              "</style:style>",
                              rows[i].suffix);
    }
}

/* Of pages: what their masters have, and at the edges what is asked for. */
static void
add_page_style (const EtpOdpWriter *writer, GString *out, gboolean is_cover)
{
  const EtpOdpMaster *master = writer->template != NULL ? writer->template->content : NULL;
  const gboolean has_edges = master != NULL && !is_cover;

  g_string_append_printf (out,
                          "<style:style style:name=\"%s\" style:family=\"drawing-page\">"
                          "<style:drawing-page-properties presentation:background-visible=\"true\""
                          " presentation:background-objects-visible=\"true\"",
                          is_cover ? "dp0" : "dp1");
  if (master != NULL)
    g_string_append_printf (out,
                            " presentation:display-footer=\"%s\""
                            " presentation:display-page-number=\"%s\""
                            " presentation:display-date-time=\"%s\"",
                            has_edges && writer->footer != NULL ? "true" : "false",
                            has_edges && master->has_number ? "true" : "false",
                            has_edges && writer->date != NULL ? "true" : "false");
  g_string_append (out, "/></style:style>");
}

/* Of our own slides. */
static void
add_title_styles (const EtpSlideDeck *deck, GString *out)
{
  for (guint i = 0; i < 2; i++)
    {
      const EtpSlideTitle title = etp_slide_deck_get_title (deck, i == 0);

      g_string_append_printf (out,
                              "<style:style style:name=\"%s\" style:family=\"presentation\""
                              " style:parent-style-name=\"Etappe-title\">"
                              "<style:paragraph-properties",
                              i == 0 ? "title-first" : "title-other");
      etp_odp_add_length (out, "fo:line-height", title.line_height * deck->scale);
      g_string_append (out, "/><style:text-properties");
      etp_odp_add_letters (out, (double) title.font.size * deck->scale * 0.75, 0, FALSE);
      g_string_append (out, "/></style:style>");
    }
}

/* Styles that slides name without making them. */
static void
add_fixed_styles (EtpOdpWriter *writer, const EtpSlideDeck *deck, GString *out)
{
  if (writer->template != NULL)
    add_placed_styles (writer->template, out);
  else
    add_title_styles (deck, out);
  etp_odp_add_body_styles (writer, out);
  if (writer->template != NULL)
    add_page_style (writer, out, TRUE);
  add_page_style (writer, out, FALSE);
}

/* What stands at the edges, once for all slides. */
static void
add_edges (const EtpOdpWriter *writer, GString *out)
{
  if (writer->template == NULL)
    return;
  if (writer->footer != NULL)
    {
      g_string_append (out, "<presentation:footer-decl presentation:name=\"ftr1\">");
      etp_xml_add_text (out, writer->footer, -1);
      g_string_append (out, "</presentation:footer-decl>");
    }
  if (writer->date != NULL)
    {
      g_string_append (out, "<presentation:date-time-decl presentation:name=\"dtd1\""
                            " presentation:source=\"fixed\">");
      etp_xml_add_text (out, writer->date, -1);
      g_string_append (out, "</presentation:date-time-decl>");
    }
}

static gboolean
write_content (
    EtpOdpWriter *writer, const EtpSlideDeck *deck, EtpSpool *body, EtpZip *zip, GError **error)
{
  g_autoptr (GInputStream) slides = etp_spool_finish (body, error);
  g_autofree char *chunk = g_malloc (CHUNK);
  GString *out = writer->out;
  gssize n;

  if (slides == NULL)
    return FALSE;
  etp_zip_begin (zip, "content.xml", ETP_ZIP_DEFLATED);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<office:document-content" ETP_ODP_NAMESPACES ">");
  etp_odp_add_fonts (out, writer->family);
  g_string_append (out, "<office:automatic-styles>");
  add_fixed_styles (writer, deck, out);
  etp_zip_write (zip, out->str, out->len);
  etp_zip_write (zip, writer->styles->str, writer->styles->len);
  g_string_assign (out, "</office:automatic-styles><office:body><office:presentation>");
  add_edges (writer, out);
  etp_zip_write (zip, out->str, out->len);
  while ((n = g_input_stream_read (slides, chunk, CHUNK, NULL, error)) > 0)
    etp_zip_write (zip, chunk, (gsize) n);
  g_string_assign (out, "</office:presentation></office:body></office:document-content>");
  etp_zip_write (zip, out->str, out->len);
  etp_zip_end (zip);
  return n == 0;
}

/* Slides of the template's size, in its fonts and on its ground. */
static gboolean
use_template (EtpOdpTemplate *template, EtpExportOptions *options, GError **error)
{
  if (!etp_odp_template_init (template, options->template_bytes, error))
    return FALSE;
  options->frame = &template->frame;
  options->family = template->family;
  if (template->is_dark)
    options->style = ETP_STYLE_DARK;
  return TRUE;
}

GInputStream *
etp_export_odp_open (EtpJourney *journey,
                     const EtpExportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (EtpOdpTemplate) template = { 0 };
  g_auto (EtpSlideDeck) deck = { 0 };
  g_auto (EtpSpool) body = { .fd = -1 };
  g_autoptr (EtpZip) zip = NULL;
  g_autofree char *date = NULL;
  g_autofree char *folder = NULL;
  EtpExportOptions wanted = *options;
  EtpOdpWriter writer;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || (options->template_bytes != NULL && !use_template (&template, &wanted, error))
      || !etp_slide_deck_init (&deck, journey, &wanted, error))
    return NULL;
  etp_spool_init (&body);
  etp_odp_writer_init (&writer, &deck, wanted.frame != NULL ? &template : NULL);
  if (options->date != NULL)
    date = etp_format_date (options->date,
                            etp_node_get_text (ETP_NODE (deck.journey), ETP_JOURNEY_LANGUAGE));
  writer.date = date;
  writer.footer = options->footer;
  zip = etp_zip_new ();
  etp_zip_add (zip, "mimetype", ETP_ZIP_STORED, MIME_TYPE, -1);
  done = write_slides (&writer, &deck, &body, options, cancellable, error)
         && write_content (&writer, &deck, &body, zip, error);
  done = done && etp_odp_write_styles (&writer, zip, error);
  if (done)
    {
      etp_odp_write_meta (&deck, zip);
      folder = g_strconcat ("Pictures/", writer.prefix, NULL);
      etp_slide_media_write (&deck.media, zip, folder);
      etp_odp_write_manifest (&writer, zip);
    }
  etp_odp_writer_clear (&writer);
  return done ? etp_zip_finish (zip, error) : NULL;
}
