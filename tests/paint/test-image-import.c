/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

#include "model/etp-limits.h"
#include "paint/etp-image-import.h"
#include "paint/etp-pictures.h"

/* Noise cannot be packed, so that limits of bytes are met. */
static GBytes *
make_picture (int width, int height, gboolean alpha, gboolean noise, const char *type)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  char *data = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixbuf, 0x3465a480);
  if (noise)
    {
      guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
      gsize n = gdk_pixbuf_get_byte_length (pixbuf);

      for (gsize i = 0; i < n; i++)
        pixels[i] = (guchar) g_rand_int (random);
    }
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, NULL, NULL));
  return g_bytes_new_take (data, length);
}

static void
assert_fits (const EtpImage *image)
{
  EtpPictureInfo info;

  g_assert_cmpuint (g_bytes_get_size (image->bytes), <=, ETP_LIMIT_ASSET_BYTES);
  g_assert_true (etp_picture_get_info (image->bytes, &info));
  g_assert_cmpstr (info.mime_type, ==, image->type);
  g_assert_cmpint ((int) info.width, ==, image->width);
  g_assert_cmpint ((int) info.height, ==, image->height);
  g_assert_cmpint (MAX (image->width, image->height), <=, ETP_LIMIT_ASSET_PIXELS);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *type;
    int width, height;
    gboolean alpha, noise;
    const char *becomes;
    int new_width; /* 0: any smaller one */
  } rows[] = {
    { "png", 40, 30, FALSE, FALSE, "image/png", 40 },
    { "png", 40, 30, TRUE, FALSE, "image/png", 40 },
    { "jpeg", 40, 30, FALSE, FALSE, "image/jpeg", 40 },
    { "bmp", 40, 30, FALSE, FALSE, "image/png", 40 },
    { "png", 1600, 10, FALSE, FALSE, "image/png", 1600 },
    { "png", 1601, 10, FALSE, FALSE, "image/png", 1600 },
    { "png", 10, 3200, FALSE, FALSE, "image/png", 5 },
    { "png", 900, 700, FALSE, TRUE, "image/jpeg", 900 },
    { "png", 900, 700, TRUE, TRUE, "image/png", 0 },
    { "jpeg", 2400, 1800, FALSE, FALSE, "image/jpeg", 1600 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = make_picture (rows[i].width, rows[i].height, rows[i].alpha,
                                               rows[i].noise, rows[i].type);
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpImage) image = etp_image_import (bytes, NULL, &error);

      g_test_message ("row %u", (guint) i);
      g_assert_no_error (error);
      g_assert_nonnull (image);
      assert_fits (image);
      g_assert_cmpstr (image->type, ==, rows[i].becomes);
      if (rows[i].new_width > 0)
        g_assert_cmpint (image->width, ==, rows[i].new_width);
      else
        g_assert_cmpint (image->width, <, rows[i].width);
    }
}

/* A PNG that says it is this large and has nothing in it. */
static GBytes *
make_bomb (guint32 width, guint32 height)
{
  g_autoptr (GBytes) small = make_picture (4, 4, FALSE, FALSE, "png");
  GByteArray *array = g_bytes_unref_to_array (g_steal_pointer (&small));
  guint32 crc = 0xffffffff;

  width = GUINT32_TO_BE (width);
  height = GUINT32_TO_BE (height);
  memcpy (array->data + 16, &width, 4);
  memcpy (array->data + 20, &height, 4);
  for (guint i = 12; i < 29; i++)
    {
      crc ^= array->data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  crc = GUINT32_TO_BE (crc ^ 0xffffffff);
  memcpy (array->data + 29, &crc, 4);
  return g_byte_array_free_to_bytes (array);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) whole = make_picture (300, 300, FALSE, TRUE, "png");
  g_autoptr (GBytes) jpeg = make_picture (300, 300, FALSE, TRUE, "jpeg");
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_autoptr (GBytes) begun = g_bytes_new_from_bytes (jpeg, 0, 30);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("This is no picture at all, but text.", 36);
  g_autoptr (GBytes) drawing = g_bytes_new_static (
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", 61);
  g_autoptr (GBytes) bomb = make_bomb (30000, 30000);
  const struct
  {
    GBytes *bytes;
    EtpImageError code;
  } rows[] = {
    { half, ETP_IMAGE_ERROR_BROKEN },     { begun, ETP_IMAGE_ERROR_BROKEN },
    { empty, ETP_IMAGE_ERROR_UNKNOWN },   { text, ETP_IMAGE_ERROR_UNKNOWN },
    { drawing, ETP_IMAGE_ERROR_UNKNOWN }, { bomb, ETP_IMAGE_ERROR_TOO_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", (guint) i);
      g_assert_null (etp_image_import (rows[i].bytes, NULL, &error));
      /* Newer loaders take anything for a picture and then fail. */
      if (rows[i].code == ETP_IMAGE_ERROR_UNKNOWN
          && g_error_matches (error, ETP_IMAGE_ERROR, ETP_IMAGE_ERROR_BROKEN))
        continue;
      g_assert_error (error, ETP_IMAGE_ERROR, (int) rows[i].code);
    }
}

/* Cameras put a small picture into the head of a large one, and it ends as pictures do. Garbage between two
 * marks is passed over. */
static void
test_thumbnail (void)
{
  static const guint8 garbage[] = { 0, 1, 2, 0xff, 0, 3 };
  g_autoptr (GBytes) small = make_picture (20, 15, FALSE, FALSE, "jpeg");
  g_autoptr (GBytes) large = make_picture (300, 300, FALSE, TRUE, "jpeg");
  const gsize length = g_bytes_get_size (small);
  const guint8 head[] = {
    0xff, 0xd8, 0xff, 0xe1, (guint8) ((length + 2) >> 8), (guint8) (length + 2)
  };

  for (int has_garbage = 0; has_garbage < 2; has_garbage++)
    {
      GByteArray *array = g_byte_array_new ();
      g_autoptr (GBytes) whole = NULL, cut = NULL;
      g_autoptr (EtpImage) image = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_append (array, head, sizeof head);
      g_byte_array_append (array, g_bytes_get_data (small, NULL), (guint) length);
      g_byte_array_append (array, garbage, has_garbage ? sizeof garbage : 0);
      g_byte_array_append (array, (const guint8 *) g_bytes_get_data (large, NULL) + 2,
                           (guint) g_bytes_get_size (large) - 2);
      whole = g_byte_array_free_to_bytes (array);
      cut = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) * 6 / 10);
      image = etp_image_import (whole, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (image->width, ==, 300);
      g_assert_null (etp_image_import (cut, NULL, &error));
      g_assert_error (error, ETP_IMAGE_ERROR, ETP_IMAGE_ERROR_BROKEN);
    }
}

static void
append_chunk (GByteArray *array, const char *type, GBytes *data)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (data, &length);
  const guint32 size = GUINT32_TO_BE ((guint32) length);
  guint32 crc = 0xffffffff;
  gsize start = array->len + 4;

  g_byte_array_append (array, (const guint8 *) &size, 4);
  g_byte_array_append (array, (const guint8 *) type, 4);
  g_byte_array_append (array, bytes, (guint) length);
  for (gsize i = start; i < array->len; i++)
    {
      crc ^= array->data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  crc = GUINT32_TO_BE (crc ^ 0xffffffff);
  g_byte_array_append (array, (const guint8 *) &crc, 4);
}

/* Black, whole and well: a few thousand bytes that become 1.6 GB when they are decoded. */
static GBytes *
make_whole_bomb (void)
{
  static const guint8 head[] = { 0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20, 1, 0, 0, 0, 0 };
  const gsize length = 20000 * (1 + 20000 / 8);
  g_autofree guint8 *rows = g_malloc0 (length);
  g_autoptr (GConverter)
      converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autofree guint8 *packed = g_malloc (length);
  g_autoptr (GBytes) first = g_bytes_new_static (head, sizeof head);
  g_autoptr (GBytes) last = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) middle = NULL;
  GByteArray *array = g_byte_array_new ();
  gsize n_read, n_written;

  g_assert_cmpint (g_converter_convert (converter, rows, length, packed, length,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL),
                   ==, G_CONVERTER_FINISHED);
  middle = g_bytes_new (packed, n_written);
  g_byte_array_append (array, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  append_chunk (array, "IHDR", first);
  append_chunk (array, "IDAT", middle);
  append_chunk (array, "IEND", last);
  return g_byte_array_free_to_bytes (array);
}

/* Few bytes that are many pixels are refused before any of these is made. */
static void
test_bombs (void)
{
  static const guint8 gif[] = "GIF89a\x20\x4e\x20\x4e\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0"
                              "\x20\x4e\x20\x4e\0\x02\x02\x44\x01\0;";
  g_autoptr (GBytes) png = make_whole_bomb ();
  GBytes *bombs[] = { png, g_bytes_new_static (gif, sizeof gif - 1) };
  struct rusage before, after;

  getrusage (RUSAGE_SELF, &before);
  for (gsize i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u: %u bytes", (guint) i, (guint) g_bytes_get_size (bombs[i]));
      g_assert_cmpuint (g_bytes_get_size (bombs[i]), <, 128 * 1024);
      g_assert_null (etp_image_import (bombs[i], NULL, &error));
      g_assert_error (error, ETP_IMAGE_ERROR, ETP_IMAGE_ERROR_TOO_LARGE);
    }
  getrusage (RUSAGE_SELF, &after);
  /* In KiB; a decoded one is a hundred times as much. */
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 16 * 1024);
  g_bytes_unref (bombs[1]);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_picture (300, 300, FALSE, TRUE, "png");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (etp_image_import (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* 40 megapixels, from a file, while the main loop goes on. */
static void
test_large_file (void)
{
  g_autoptr (GBytes) bytes = make_picture (8000, 5000, FALSE, FALSE, "png");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "etp-large-XXXXXX", NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EtpImage) image = NULL;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  file = g_file_new_for_path (path);
  etp_image_import_file_async (file, NULL, on_imported, &result);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  image = etp_image_import_finish (result, &error);
  g_assert_no_error (error);
  assert_fits (image);
  g_assert_cmpint (image->width, ==, 1600);
  g_assert_cmpint (image->height, ==, 1000);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.png");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  etp_image_import_file_async (file, NULL, on_imported, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (etp_image_import_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/image-import/kinds", test_kinds);
  g_test_add_func ("/paint/image-import/refused", test_refused);
  g_test_add_func ("/paint/image-import/thumbnail", test_thumbnail);
  g_test_add_func ("/paint/image-import/bombs", test_bombs);
  g_test_add_func ("/paint/image-import/cancelled", test_cancelled);
  g_test_add_func ("/paint/image-import/large-file", test_large_file);
  g_test_add_func ("/paint/image-import/missing-file", test_missing_file);
  return g_test_run ();
}
