/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages on an image: the ground, parts at their places and scales, and nothing beyond a part. */

#include "config.h"

#include "etp-test-build.h"
#include "paint/etp-paint-page.h"
#include "scene/etp-view.h"

static const guint8 *
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)
         + 4 * x;
}

static gboolean
has_ink (cairo_surface_t *surface, int x0, int y0, int x1, int y1)
{
  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      {
        const guint8 *pixel = get_pixel (surface, x, y);

        if (pixel[0] != 255 || pixel[1] != 255 || pixel[2] != 255)
          return TRUE;
      }
  return FALSE;
}

static cairo_surface_t *
paint (EtpJourney *journey, const EtpPagesOptions *options, double zoom, guint index)
{
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_PAPER);
  g_autoptr (EtpText) text = etp_text_new ();
  g_autoptr (EtpPainter) painter = etp_painter_new (text, journey);
  g_autoptr (EtpPages) pages = etp_pages_new (journey, options, style, ETP_MEASURER (text), NULL);
  const EtpPage *page = etp_pages_get_nth (pages, index);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) (page->width * zoom), (int) (page->height * zoom));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, zoom, zoom);
  etp_paint_page (painter, cr, page, zoom);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Printers do not reach the margins, and the ground is there all the same. */
static void
test_margins (void)
{
  static const char *const kinds[] = { "poster", "tiles", "persona", "touchpoints" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      EtpPaper paper;
      EtpPagesOptions options = { .kind = kinds[i], .paper = &paper };
      cairo_surface_t *surface;
      int width, height;

      g_assert_true (etp_paper_parse ("A0-landscape", &paper));
      surface = paint (journey, &options, 0.25, 0);
      width = cairo_image_surface_get_width (surface);
      height = cairo_image_surface_get_height (surface);
      g_assert_cmpint (get_pixel (surface, 1, 1)[3], ==, 255);
      g_assert_false (has_ink (surface, 0, 0, width, 4));
      g_assert_false (has_ink (surface, 0, height - 4, width, height));
      g_assert_false (has_ink (surface, 0, 0, 4, height));
      g_assert_false (has_ink (surface, width - 4, 0, width, height));
      g_assert_true (has_ink (surface, 6, 6, width - 6, height - 6));
      cairo_surface_destroy (surface);
    }
}

/* A tile shows its part of the map and no more: right of it the sheet is white. */
static void
test_clip (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (40, 5);
  EtpPagesOptions options = { .kind = "tiles" };
  cairo_surface_t *surface = paint (journey, &options, 1, 1);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);

  g_assert_true (has_ink (surface, 200, 300, width - 300, height - 200));
  g_assert_false (has_ink (surface, width - 34, 60, width - 1, height - 200));
  cairo_surface_destroy (surface);
}

/* Seen from far away less is drawn, but not nothing. */
static void
test_zoom (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (40, 5);
  cairo_surface_t *surface = paint (journey, NULL, 0.1, 0);

  g_assert_true (has_ink (surface, 0, 0, cairo_image_surface_get_width (surface),
                          cairo_image_surface_get_height (surface)));
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/page/margins", test_margins);
  g_test_add_func ("/paint/page/clip", test_clip);
  g_test_add_func ("/paint/page/zoom", test_zoom);
  return g_test_run ();
}
