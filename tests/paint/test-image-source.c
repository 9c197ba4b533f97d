/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "paint/etp-image-source.h"

/* Four quarters, so that a part can be told from another one: red, green; blue, white. */
static GBytes *
make_quarters (int width, int height, const char *type)
{
  static const guint32 colors[] = { 0xff0000ff, 0x00ff00ff, 0x0000ffff, 0xffffffff };
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *data = NULL;
  gsize length = 0;

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GdkPixbuf) quarter = gdk_pixbuf_new_subpixbuf (
          pixbuf, i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);

      gdk_pixbuf_fill (quarter, colors[i]);
    }
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, NULL, NULL));
  return g_bytes_new_take (data, length);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static EtpImageSource *
load (GFile *file, GBytes *bytes, EtpImageProgress *progress, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  etp_image_source_load_async (file, bytes, progress, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return etp_image_source_load_finish (result, error);
}

static EtpImage *
cut (EtpImageSource *source, const EtpImageCut *part, int longest)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EtpImage *image;

  etp_image_source_cut_async (source, part, longest, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  image = etp_image_source_cut_finish (result, &error);
  g_assert_no_error (error);
  return image;
}

static void
assert_pixel (const EtpImage *image, int x, int y, guint32 color)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (image->bytes);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
  const guchar *pixel;

  g_assert_nonnull (pixbuf);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, image->width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, image->height);
  pixel = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf)
          + x * gdk_pixbuf_get_n_channels (pixbuf);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (ABS (pixel[i] - (int) (color >> (24 - 8 * i) & 0xff)), <, 12);
}

/* Parts come from where they were chosen and are no larger than wanted. */
static void
test_parts (void)
{
  static const struct
  {
    EtpImageCut part;
    int longest, width, height;
    guint32 first, last; /* the colours at both ends */
  } rows[] = {
    { { 0, 0, 400, 200 }, 1000, 400, 200, 0xff000000, 0xffffff00 },
    { { 0, 0, 400, 200 }, 100, 100, 50, 0xff000000, 0xffffff00 },
    { { 0, 0, 150, 80 }, 1000, 150, 80, 0xff000000, 0xff000000 },
    { { 250, 20, 50, 50 }, 20, 20, 20, 0x00ff0000, 0x00ff0000 },
    { { 10, 120, 60, 60 }, 1000, 60, 60, 0x0000ff00, 0x0000ff00 },
    { { 399.9, 199.9, 0.2, 0.2 }, 1000, 1, 1, 0xffffff00, 0xffffff00 },
  };
  g_autoptr (GBytes) bytes = make_quarters (400, 200, "png");
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImageSource) source = load (NULL, bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (etp_image_source_get_width (source), ==, 400);
  g_assert_cmpint (etp_image_source_get_height (source), ==, 200);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpImage) image = cut (source, &rows[i].part, rows[i].longest);

      g_test_message ("row %u", (guint) i);
      g_assert_cmpint (image->width, ==, rows[i].width);
      g_assert_cmpint (image->height, ==, rows[i].height);
      assert_pixel (image, 0, 0, rows[i].first);
      assert_pixel (image, image->width - 1, image->height - 1, rows[i].last);
    }
}

/* 40 megapixels: enough is kept for a small part, little is shown, and progress is told. */
static void
test_large (void)
{
  g_autoptr (GBytes) bytes = make_quarters (8000, 5000, "jpeg");
  g_autoptr (EtpImageProgress) progress = etp_image_progress_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImageSource) source = NULL;
  g_autoptr (EtpImage) image = NULL;
  int width, height;
  gsize stride;
  gboolean has_alpha;
  GBytes *preview;

  g_assert_cmpfloat (etp_image_progress_get (progress), ==, 0);
  source = load (NULL, bytes, progress, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (etp_image_progress_get (progress), ==, 1);
  g_assert_cmpint (etp_image_source_get_width (source), ==, ETP_IMAGE_SOURCE_PIXELS);
  g_assert_cmpint (etp_image_source_get_height (source), ==, ETP_IMAGE_SOURCE_PIXELS * 5 / 8);
  preview = etp_image_source_get_preview (source, &width, &height, &stride, &has_alpha);
  g_assert_cmpint (width, ==, ETP_IMAGE_SOURCE_PREVIEW);
  g_assert_cmpint (height, ==, ETP_IMAGE_SOURCE_PREVIEW * 5 / 8);
  g_assert_false (has_alpha);
  g_assert_cmpuint (g_bytes_get_size (preview), >=, stride * (gsize) (height - 1));
  image = cut (source, &(EtpImageCut){ 3000, 200, 500, 500 }, 512);
  g_assert_cmpint (image->width, ==, 500);
  g_assert_cmpstr (image->type, ==, "image/jpeg");
  assert_pixel (image, 250, 250, 0x00ff0000);
}

static void
test_refused (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at/all.png");
  g_autoptr (GBytes) text = g_bytes_new_static ("no picture", 10);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (missing, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (load (NULL, text, NULL, &error));
  g_assert_cmpuint (error->domain, ==, ETP_IMAGE_ERROR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/image-source/parts", test_parts);
  g_test_add_func ("/paint/image-source/large", test_large);
  g_test_add_func ("/paint/image-source/refused", test_refused);
  return g_test_run ();
}
