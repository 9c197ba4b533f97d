/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include "etp-odp-private.h"
#include "etp-spool.h"

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

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      etp_export_step (options, i, n);
      etp_shape_list_init (&list, deck->journey, page);
      etp_slide_deck_get_fit (deck, page, &writer->scale, &writer->x0, &writer->y0);
      etp_odp_add_slide (writer, &list, i + 1, page->title);
      etp_spool_append (body, writer->out->str, writer->out->len);
      g_string_truncate (writer->out, 0);
    }
  return TRUE;
}

/* Styles that slides name without making them. */
static void
add_fixed_styles (EtpOdpWriter *writer, const EtpSlideDeck *deck, GString *out)
{
  for (guint i = 0; i < 2; i++)
    {
      const EtpSlideTitle title = etp_slide_deck_get_title (deck, i == 0);
      char size[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (size, sizeof size, "%.2f", (double) title.font.size * deck->scale * 0.75);
      g_string_append_printf (out,
                              "<style:style style:name=\"%s\" style:family=\"presentation\""
                              " style:parent-style-name=\"Etappe-title\">"
                              "<style:paragraph-properties",
                              i == 0 ? "title-first" : "title-other");
      etp_odp_add_length (out, "fo:line-height", title.line_height * deck->scale);
      g_string_append_printf (out, "/><style:text-properties fo:font-size=\"%spt\"/></style:style>",
                              size);
    }
  g_string_append (out, "<style:style style:name=\"rtl\" style:family=\"paragraph\">"
                        "<style:paragraph-properties style:writing-mode=\"rl-tb\""
                        " fo:text-align=\"start\"/></style:style>"
                        "<style:style style:name=\"dp1\" style:family=\"drawing-page\">"
                        "<style:drawing-page-properties presentation:background-visible=\"true\""
                        " presentation:background-objects-visible=\"true\"/></style:style>");
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
  etp_zip_write (zip, out->str, out->len);
  while ((n = g_input_stream_read (slides, chunk, CHUNK, NULL, error)) > 0)
    etp_zip_write (zip, chunk, (gsize) n);
  g_string_assign (out, "</office:presentation></office:body></office:document-content>");
  etp_zip_write (zip, out->str, out->len);
  etp_zip_end (zip);
  return n == 0;
}

GInputStream *
etp_export_odp_open (EtpJourney *journey,
                     const EtpExportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (EtpSlideDeck) deck = { 0 };
  g_auto (EtpSpool) body = { .fd = -1 };
  g_autoptr (EtpZip) zip = NULL;
  EtpOdpWriter writer;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !etp_slide_deck_init (&deck, journey, options, error))
    return NULL;
  etp_spool_init (&body);
  etp_odp_writer_init (&writer, &deck);
  zip = etp_zip_new ();
  etp_zip_add (zip, "mimetype", ETP_ZIP_STORED, MIME_TYPE, -1);
  done = write_slides (&writer, &deck, &body, options, cancellable, error)
         && write_content (&writer, &deck, &body, zip, error);
  if (done)
    {
      etp_odp_write_styles (&writer, zip);
      etp_odp_write_meta (&deck, zip);
      etp_slide_media_write (&deck.media, zip, "Pictures/");
      etp_odp_write_manifest (&deck.media, zip);
    }
  etp_odp_writer_clear (&writer);
  return done ? etp_zip_finish (zip, error) : NULL;
}
