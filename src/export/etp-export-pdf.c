/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "etp-pdf-tags.h"
#include "etp-spool.h"
#include "model/etp-fields.h"
#include "paint/etp-paint-page.h"

/* PDF of pages. Each is drawn and written before the next, so that the memory that it takes is that
 * of the largest page. */

#define MAX_POINTS 14400.0 /* 200 inches: what viewers can show of a page */

/* What the largest page has to be scaled by. */
static double
find_share (EtpPages *pages)
{
  double largest = 0;
  const EtpPage *page;

  for (guint i = 0; (page = etp_pages_get_nth (pages, i)) != NULL; i++)
    largest = MAX (largest, MAX (page->width, page->height) * ETP_PDF_POINTS);
  return largest > MAX_POINTS ? MAX_POINTS / largest : 1;
}

/* The time of creation, if it is given from outside. cairo writes the present time by itself, which
 * would make each export different; a date that it cannot read makes it write none. */
static void
set_date (cairo_surface_t *surface)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64 / 2, &seconds, NULL))
    time = g_date_time_new_from_unix_utc (seconds);
  text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
}

/* Title and author, so that a viewer and a search find the file. */
static void
set_metadata (const EtpExportPages *pages, cairo_surface_t *surface)
{
  const char *name = etp_node_get_text (pages->journey, ETP_JOURNEY_TITLE);
  const char *first = etp_pages_get_nth (pages->pages, 0)->title;
  g_autofree char *title = etp_text_dup_drawable (name[0] != '\0' || first == NULL ? name : first,
                                                  -1);
  g_autofree char *owner = etp_text_dup_drawable (
      etp_node_get_text (pages->journey, ETP_JOURNEY_OWNER), -1);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (owner[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, owner);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Etappe " ETP_VERSION);
  set_date (surface);
}

typedef struct
{
  EtpSpool *spool; /* borrowed */
  GCancellable *cancellable; /* borrowed, or NULL */
} Output;

/* Never an error: cairo 1.16 crashes when it finishes a surface that could not be written. What is not
 * wanted any more, or has no room, is thrown away; the spool knows of its failures. */
static cairo_status_t
on_write (void *closure, const unsigned char *data, unsigned int length)
{
  const Output *output = closure;

  if (!g_cancellable_is_cancelled (output->cancellable))
    etp_spool_append (output->spool, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* White paper too: over a page without ground cairo 1.16 joins the areas of all shapes, in time that
 * grows with the square of their number. */
static gboolean
draw_page (
    EtpPdfTags *tags, cairo_t *cr, const EtpPage *page, double share, GCancellable *cancellable)
{
  cairo_scale (cr, ETP_PDF_POINTS * share, ETP_PDF_POINTS * share);
  etp_paint_page_ground (cr, page);
  return etp_pdf_tags_paint (tags, cr, page, cancellable);
}

/* FALSE if it was cancelled. Lets go of the pages before cairo, which has kept all of the last one,
 * writes it: of a large map that is as much memory as the writing takes. */
static gboolean
draw_pages (EtpExportPages *pages,
            const EtpExportOptions *options,
            cairo_surface_t *surface,
            double share,
            GCancellable *cancellable)
{
  g_auto (EtpPdfTags) tags = { NULL };
  guint n = etp_pages_get_n (pages->pages);

  etp_pdf_tags_init (&tags, pages);
  etp_pdf_tags_add_outline (&tags, surface, share);
  for (guint i = 0; i < n; i++)
    {
      const EtpPage *page = etp_pages_get_nth (pages->pages, i);
      cairo_t *cr;
      gboolean done;

      cairo_pdf_surface_set_size (surface, page->width * ETP_PDF_POINTS * share,
                                  page->height * ETP_PDF_POINTS * share);
      if (page->label != NULL)
        cairo_pdf_surface_set_page_label (surface, page->label);
      cr = cairo_create (surface);
      done = draw_page (&tags, cr, page, share, cancellable);
      if (i + 1 == n)
        etp_export_pages_clear (pages);
      /* The better part of the work on a page; of a single one nobody knows how far it is. */
      etp_export_step (options, i + 0.4, n > 1 ? n : 0);
      cairo_show_page (cr);
      cairo_destroy (cr);
      if (!done)
        return FALSE;
      etp_export_step (options, i + 1, n > 1 ? n : 0);
    }
  return TRUE;
}

GInputStream *
etp_export_pdf_open (EtpJourney *journey,
                     const EtpExportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (EtpExportPages) pages = { 0 };
  g_auto (EtpSpool) out = { .fd = -1 };
  Output output = { &out, cancellable };
  cairo_surface_t *surface;
  cairo_status_t status;
  double share;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !etp_export_pages_init (&pages, journey, options, NULL, error))
    return NULL;
  share = find_share (pages.pages);
  if (share < 1)
    etp_export_note (options,
                     /* Translators: %.0f is a percentage below 100. */
                     _ ("The map is larger than a PDF page can be; it was scaled to %.0f%%."),
                     100 * share);
  etp_spool_init (&out);
  surface = cairo_pdf_surface_create_for_stream (on_write, &output, 1, 1);
  set_metadata (&pages, surface);
  done = draw_pages (&pages, options, surface, share, cancellable);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !done)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS && out.failed == 0)
    {
      g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                   /* Translators: %s is what the graphics library says, in English. */
                   _ ("The PDF could not be written: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return etp_spool_finish (&out, error);
}

GInputStream *
etp_export_minutes_pdf_open (EtpJourney *journey,
                             const EtpExportOptions *options,
                             GCancellable *cancellable,
                             GError **error)
{
  EtpExportOptions minutes = *options;

  minutes.pages = "minutes";
  return etp_export_pdf_open (journey, &minutes, cancellable, error);
}
