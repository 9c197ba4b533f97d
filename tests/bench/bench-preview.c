/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "bench-stats.h"
#include "export/etp-export.h"
#include "file/etp-load.h"
#include "paint/etp-paint-page.h"

/* What the first page of an export costs until it is seen as a preview, 900 pixels wide, in
 * processor time: with fonts that nothing has been set in before, and when a choice changes.
 * Usage: bench-preview FILE
 *
 * Prints "first" and "again" with key=value in milliseconds, the dearest kind of pages each. */

#define N_RUNS 9
#define WIDTH 900

static const struct
{
  const char *pages, *page;
} kinds[] = { { "map", NULL }, { "poster", "A3" }, { "tiles", "A4" } };

/* Seconds; 0 for a failure. */
static double
show (EtpJourney *journey, EtpText *text, EtpStyle *style, guint kind)
{
  EtpExportOptions options = { .pages = kinds[kind].pages, .page = kinds[kind].page };
  double start = bench_cpu_s (), zoom;
  g_autoptr (EtpPages)
      pages = etp_export_get_pages (journey, &options, style, ETP_MEASURER (text), NULL);
  g_autoptr (EtpPainter) painter = etp_painter_new (text, journey);
  const EtpPage *page;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (pages == NULL)
    return 0;
  page = etp_pages_get_nth (pages, 0);
  zoom = WIDTH / page->width;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, (int) (page->height * zoom) + 1);
  cr = cairo_create (surface);
  cairo_scale (cr, zoom, zoom);
  etp_paint_page (painter, cr, page, zoom);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bench_cpu_s () - start;
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_PAPER);
  g_autoptr (GError) error = NULL;
  double worst[2] = { 0, 0 }, most[2] = { 0, 0 };

  if (argc != 2)
    {
      g_printerr ("usage: bench-preview FILE\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  loaded = etp_load_file (file, NULL, NULL, &error);
  if (loaded == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      double runs[2][N_RUNS];

      for (guint i = 0; i < N_RUNS; i++)
        {
          g_autoptr (EtpText) text = etp_text_new ();

          runs[0][i] = show (loaded->journey, text, style, k);
          runs[1][i] = show (loaded->journey, text, style, k);
          if (runs[0][i] <= 0)
            return 1;
        }
      for (guint again = 0; again < 2; again++)
        {
          double median = bench_median (runs[again], N_RUNS);

          worst[again] = MAX (worst[again], median);
          most[again] = MAX (most[again], bench_percentile (runs[again], N_RUNS, 0.95));
        }
    }
  g_print ("first median=%.2f p95=%.2f\n", 1000 * worst[0], 1000 * most[0]);
  g_print ("again median=%.2f p95=%.2f\n", 1000 * worst[1], 1000 * most[1]);
  return 0;
}
