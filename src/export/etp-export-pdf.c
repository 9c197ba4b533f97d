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
#include "scene/etp-paper.h"

/* PDF: one page as large as the map, or one sheet of paper that the map is fitted to. */

#define POINTS_PER_UNIT 0.75
#define MAX_POINTS 14400.0 /* 200 inches: what viewers can show of a page */

typedef struct
{
  double width, height; /* points */
  double x, y, scale; /* of the map on it */
} Page;

static Page
get_map_page (const EtpExportScene *scene, const EtpExportOptions *options)
{
  double width = etp_scene_get_width (scene->scene) * POINTS_PER_UNIT;
  double height = etp_scene_get_height (scene->scene) * POINTS_PER_UNIT;
  double share = MIN (1, MAX_POINTS / MAX (width, height));

  if (share < 1)
    etp_export_note (options,
                     /* Translators: %.0f is a percentage below 100. */
                     _ ("The map is larger than a PDF page can be; it was scaled to %.0f%%."),
                     100 * share);
  return (Page){ width * share, height * share, 0, 0, POINTS_PER_UNIT * share };
}

static gboolean
set_sheet (Page *page, const EtpExportScene *scene, const char *name, GError **error)
{
  EtpPaper sheet;

  if (!etp_paper_parse (name, &sheet))
    {
      g_autofree char *names = g_strjoinv (", ", (char **) etp_paper_get_names ());

      g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_PAGE,
                   /* Translators: the first %s is what was typed, the second a list of names. */
                   _ ("There is no paper “%s”; there are %s, each also with “-portrait”."), name,
                   names);
      return FALSE;
    }
  etp_paper_fit (&sheet, etp_scene_get_width (scene->scene), etp_scene_get_height (scene->scene),
                 &page->scale, &page->x, &page->y);
  *page = (Page){ sheet.width * POINTS_PER_UNIT, sheet.height * POINTS_PER_UNIT,
                  page->x * POINTS_PER_UNIT, page->y * POINTS_PER_UNIT,
                  page->scale * POINTS_PER_UNIT };
  return TRUE;
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
set_metadata (const EtpExportScene *scene, cairo_surface_t *surface)
{
  g_autofree char *title = etp_text_dup_drawable (etp_export_scene_get_title (scene), -1);
  g_autofree char *owner = etp_text_dup_drawable (
      etp_node_get_text (scene->journey, ETP_JOURNEY_OWNER), -1);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (owner[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, owner);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Etappe " ETP_VERSION);
  set_date (surface);
}

static cairo_status_t
on_write (void *closure, const unsigned char *data, unsigned int length)
{
  return etp_spool_append (closure, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* Draws the one page; FALSE if it was cancelled. Lets go of the scene before cairo, which has kept
 * all of it, writes the page: of a large map that is as much memory as the writing takes. */
static gboolean
draw (EtpExportScene *scene, cairo_surface_t *surface, const Page *page, GCancellable *cancellable)
{
  EtpRgba paper = etp_style_get_color (scene->style, ETP_COLOR_PAPER);
  cairo_t *cr = cairo_create (surface);
  gboolean done;

  /* White paper too: over a page without ground cairo 1.16 joins the areas of all shapes, in time
   * that grows with the square of their number. */
  cairo_set_source_rgb (cr, (paper >> 24) / 255.0, (paper >> 16 & 0xff) / 255.0,
                        (paper >> 8 & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_translate (cr, page->x, page->y);
  cairo_scale (cr, page->scale, page->scale);
  done = etp_pdf_tags_paint (scene, cr, cancellable);
  etp_pdf_tags_add_outline (scene, cr);
  etp_export_scene_clear (scene);
  cairo_show_page (cr);
  cairo_destroy (cr);
  return done;
}

GInputStream *
etp_export_pdf_open (EtpJourney *journey,
                     const EtpExportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (EtpExportScene) scene = { 0 };
  g_auto (EtpSpool) out = { .fd = -1 };
  cairo_surface_t *surface;
  cairo_status_t status;
  Page page;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  etp_export_scene_init (&scene, journey, options);
  if (options->page == NULL)
    page = get_map_page (&scene, options);
  else if (!set_sheet (&page, &scene, options->page, error))
    return NULL;
  etp_spool_init (&out);
  surface = cairo_pdf_surface_create_for_stream (on_write, &out, page.width, page.height);
  set_metadata (&scene, surface);
  done = draw (&scene, surface, &page, cancellable);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!done)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  if (status != CAIRO_STATUS_SUCCESS && out.failed == 0)
    {
      g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                   /* Translators: %s is what the graphics library says, in English. */
                   _ ("The PDF could not be written: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return etp_spool_finish (&out, error);
}
