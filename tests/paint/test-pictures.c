/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The decoded pictures of a journey. */

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "model/etp-change.h"
#include "model/etp-fields.h"
#include "paint/etp-pictures.h"

/* Of one colour: 0xrrggbbaa. */
static GBytes *
make_picture (const char *type, int width, int height, guint32 color)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixbuf, color);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* A photograph as of a camera that was held so: 1 upright, 3 upside down, 6 turned to the right. */
static GBytes *
make_photograph (int width, int height, guint8 orientation)
{
  const guint8 head[] = {
    0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, /* a segment of 34 bytes, as TIFF within: */
    'M',  'M',  0, 42, 0,   0,   0,   8,   0, 1, /* one entry: */
    1,    0x12, 0, 3,  0,   0,   0,   1,   0, orientation, /* the orientation, one short */
    0,    0,    0, 0,  0,   0,
  };
  g_autoptr (GBytes) plain = make_picture ("jpeg", width, height, 0xff0000ff);
  const guint8 *data = g_bytes_get_data (plain, NULL);
  GByteArray *array = g_byte_array_new ();

  g_byte_array_append (array, data, 2);
  g_byte_array_append (array, head, sizeof head);
  g_byte_array_append (array, data + 2, (guint) g_bytes_get_size (plain) - 2);
  return g_byte_array_free_to_bytes (array);
}

static void
add_picture (EtpJourney *journey, const char *id, GBytes *bytes)
{
  g_autoptr (EtpNode) asset = etp_node_new (ETP_LIST_ASSETS, id);
  EtpDatum datum = etp_datum_bytes (bytes);

  etp_node_init_datum (asset, ETP_ASSET_DATA, &datum);
  g_assert_true (etp_journey_build_add (journey, asset));
}

/* With one picture, "a". */
static EtpJourney *
create_journey (GBytes *bytes)
{
  EtpJourney *journey = etp_journey_new ();

  add_picture (journey, "a", bytes);
  return journey;
}

static void
assert_size (cairo_surface_t *surface, int width, int height)
{
  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, height);
}

/* A PDF takes the bytes of a photograph as they are only if it is to be seen as it is stored. */
static void
test_bytes_for_files (void)
{
  static const struct
  {
    guint8 orientation; /* 0: it says nothing of it */
    int width, height; /* as it is seen */
    gboolean has_bytes;
  } rows[] = { { 0, 60, 40, TRUE }, { 3, 60, 40, FALSE }, { 6, 40, 60, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = rows[i].orientation != 0
                                     ? make_photograph (60, 40, rows[i].orientation)
                                     : make_picture ("jpeg", 60, 40, 0xff0000ff);
      g_autoptr (EtpJourney) journey = create_journey (bytes);
      EtpPictures *pictures = etp_pictures_new ();
      cairo_surface_t *surface = etp_pictures_get (pictures, journey, "a");
      const guchar *data = NULL;
      unsigned long length = 0;

      assert_size (surface, rows[i].width, rows[i].height);
      cairo_surface_get_mime_data (surface, CAIRO_MIME_TYPE_JPEG, &data, &length);
      g_assert_cmpint (data != NULL, ==, rows[i].has_bytes);
      etp_pictures_free (pictures);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/pictures/bytes-for-files", test_bytes_for_files);
  return g_test_run ();
}
