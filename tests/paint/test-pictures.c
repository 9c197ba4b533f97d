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
      cairo_surface_t *surface = etp_pictures_get (pictures, journey, "a", 1, 1);
      const guchar *data = NULL;
      unsigned long length = 0;

      assert_size (surface, rows[i].width, rows[i].height);
      cairo_surface_get_mime_data (surface, CAIRO_MIME_TYPE_JPEG, &data, &length);
      g_assert_cmpint (data != NULL, ==, rows[i].has_bytes);
      etp_pictures_free (pictures);
    }
}

/* For files a picture is there at once, with all the pixels that a journey may have, however small. */
static void
test_whole_for_files (void)
{
  g_autoptr (GBytes) bytes = make_picture ("jpeg", 2000, 1000, 0xff0000ff);
  g_autoptr (EtpJourney) journey = create_journey (bytes);
  EtpPictures *pictures = etp_pictures_new ();

  assert_size (etp_pictures_get (pictures, journey, "a", 1, 1), 1600, 800);
  g_assert_false (etp_pictures_is_decoding (pictures));
  etp_pictures_free (pictures);
}

/* What came, one after the other, each with a space behind it. */
static void
on_ready (const char *asset_id, gpointer user_data)
{
  g_string_append_printf (user_data, "%s ", asset_id);
}

static void
wait_for_worker (EtpPictures *pictures)
{
  while (etp_pictures_is_decoding (pictures))
    g_main_context_iteration (NULL, TRUE);
}

/* On a screen it comes later, and with more pixels when more are wanted. */
static void
test_as_large_as_shown (void)
{
  static const struct
  {
    double width, height; /* that are shown */
    int before, after; /* how wide it is at first and once it has come; 0: it is not there */
  } rows[] = {
    { 90, 20, 0, 100 }, /* of 2:1, cut above and below */
    { 90, 90, 100, 200 }, /* cut left and right */
    { 290, 290, 200, 600 }, /* the next size up */
    { 50, 50, 600, 600 },       { 5000, 5000, 600, 1600 }, /* more there never is */
    { 9000, 9000, 1600, 1600 },
  };
  static const char *const types[] = { "jpeg", "png" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) bytes = make_picture (types[i], 2000, 1000, 0xff0000ff);
      g_autoptr (EtpJourney) journey = create_journey (bytes);
      g_autoptr (GString) told = g_string_new ("");
      EtpPictures *pictures = etp_pictures_new ();

      etp_pictures_decode_later (pictures, on_ready, told);
      for (gsize k = 0; k < G_N_ELEMENTS (rows); k++)
        {
          cairo_surface_t *surface = etp_pictures_get (pictures, journey, "a", rows[k].width,
                                                       rows[k].height);

          if (rows[k].before != 0)
            assert_size (surface, rows[k].before, rows[k].before / 2);
          else
            g_assert_null (surface);
          g_assert_cmpint (etp_pictures_is_decoding (pictures), ==,
                           rows[k].before != rows[k].after);
          wait_for_worker (pictures);
          assert_size (etp_pictures_get (pictures, journey, "a", rows[k].width, rows[k].height),
                       rows[k].after, rows[k].after / 2);
          g_assert_false (etp_pictures_is_decoding (pictures));
        }
      g_assert_cmpstr (told->str, ==, "a a a a ");
      g_assert_cmpuint (etp_pictures_get_bytes (pictures), ==, 1600 * 800 * 4);
      etp_pictures_free (pictures);
    }
}

/* A photograph that was turned is wide enough for what is shown of it as it is seen. */
static void
test_turned (void)
{
  g_autoptr (GBytes) bytes = make_photograph (800, 400, 6);
  g_autoptr (EtpJourney) journey = create_journey (bytes);
  g_autoptr (GString) told = g_string_new ("");
  EtpPictures *pictures = etp_pictures_new ();

  etp_pictures_decode_later (pictures, on_ready, told);
  for (guint i = 0; i < 2; i++)
    {
      etp_pictures_get (pictures, journey, "a", 190, 10);
      wait_for_worker (pictures);
    }
  assert_size (etp_pictures_get (pictures, journey, "a", 190, 10), 200, 400);
  g_assert_false (etp_pictures_is_decoding (pictures));
  etp_pictures_free (pictures);
}

/* A small one has all its pixels from the start, and is not decoded again. */
static void
test_small (void)
{
  g_autoptr (GBytes) bytes = make_picture ("png", 50, 40, 0xff0000ff);
  g_autoptr (EtpJourney) journey = create_journey (bytes);
  g_autoptr (GString) told = g_string_new ("");
  EtpPictures *pictures = etp_pictures_new ();

  etp_pictures_decode_later (pictures, on_ready, told);
  g_assert_null (etp_pictures_get (pictures, journey, "a", 10, 10));
  wait_for_worker (pictures);
  assert_size (etp_pictures_get (pictures, journey, "a", 900, 900), 50, 40);
  g_assert_false (etp_pictures_is_decoding (pictures));
  etp_pictures_free (pictures);
}

/* What is no picture is tried once, and nobody is told. */
static void
test_broken (void)
{
  g_autoptr (GBytes) whole = make_picture ("png", 64, 64, 0xff0000ff);
  /* Of what ends among its pixels a decoder makes a picture all the same. */
  g_autoptr (GBytes) begun = g_bytes_new_from_bytes (whole, 0, 40);
  g_autoptr (EtpJourney) journey = create_journey (begun);
  g_autoptr (GString) told = g_string_new ("");
  EtpPictures *pictures = etp_pictures_new ();

  etp_pictures_decode_later (pictures, on_ready, told);
  g_assert_null (etp_pictures_get (pictures, journey, "a", 10, 10));
  g_assert_true (etp_pictures_is_decoding (pictures));
  wait_for_worker (pictures);
  g_assert_null (etp_pictures_get (pictures, journey, "a", 900, 900));
  g_assert_false (etp_pictures_is_decoding (pictures));
  g_assert_null (etp_pictures_get (pictures, journey, "gone", 10, 10));
  g_assert_cmpstr (told->str, ==, "");
  etp_pictures_free (pictures);
}

#define N_LARGE 8
#define LARGE_BYTES (1500 * 1500 * 4) /* eight of them are too many */

static EtpJourney *
create_large_journey (void)
{
  g_autoptr (GBytes) bytes = make_picture ("png", 1500, 1500, 0xff0000ff);
  EtpJourney *journey = etp_journey_new ();

  for (guint i = 0; i < N_LARGE; i++)
    {
      const char id[] = { (char) ('a' + i), '\0' };

      add_picture (journey, id, bytes);
    }
  return journey;
}

/* What is kept is counted in bytes, not in pictures. */
static void
test_bytes (void)
{
  g_autoptr (EtpJourney) journey = create_large_journey ();
  EtpPictures *pictures = etp_pictures_new ();

  for (guint i = 0; i < N_LARGE; i++)
    {
      const char id[] = { (char) ('a' + i), '\0' };

      assert_size (etp_pictures_get (pictures, journey, id, 1, 1), 1500, 1500);
      g_assert_cmpuint (etp_pictures_get_bytes (pictures), <=, ETP_PICTURES_BYTES);
    }
  g_assert_cmpuint (etp_pictures_get_bytes (pictures), ==,
                    ETP_PICTURES_BYTES / LARGE_BYTES * LARGE_BYTES);
  /* Those that were dropped come again. */
  assert_size (etp_pictures_get (pictures, journey, "a", 1, 1), 1500, 1500);
  etp_pictures_free (pictures);
}

/* As large as they are shown on a screen, all of them are kept, and what was asked for last comes first. */
static void
test_many_on_a_screen (void)
{
  g_autoptr (EtpJourney) journey = create_large_journey ();
  g_autoptr (GString) told = g_string_new ("");
  EtpPictures *pictures = etp_pictures_new ();

  etp_pictures_decode_later (pictures, on_ready, told);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < N_LARGE; i++)
        {
          const char id[] = { (char) ('a' + i), '\0' };
          cairo_surface_t *surface = etp_pictures_get (pictures, journey, id, 290, 290);

          if (round == 0)
            g_assert_null (surface);
          else
            assert_size (surface, 300, 300);
        }
      wait_for_worker (pictures);
    }
  g_assert_cmpstr (told->str, ==, "a h g f e d c b ");
  g_assert_cmpuint (etp_pictures_get_bytes (pictures), ==, N_LARGE * 300 * 300 * 4);
  etp_pictures_free (pictures);
}

static guint32
get_color (cairo_surface_t *surface)
{
  g_assert_nonnull (surface);
  return *(const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface) & 0xffffff;
}

/* The same id, other bytes: what a worker has begun with those of before is not shown. */
static void
test_other_bytes (void)
{
  g_autoptr (GBytes) red = make_picture ("png", 1500, 1500, 0xff0000ff);
  g_autoptr (GBytes) blue = make_picture ("png", 1500, 1500, 0x0000ffff);
  g_autoptr (EtpJourney) before = create_journey (red);
  g_autoptr (EtpJourney) after = create_journey (blue);
  g_autoptr (GString) told = g_string_new ("");
  EtpPictures *pictures = etp_pictures_new ();

  g_assert_cmphex (get_color (etp_pictures_get (pictures, before, "a", 1, 1)), ==, 0xff0000);
  g_assert_cmphex (get_color (etp_pictures_get (pictures, after, "a", 1, 1)), ==, 0x0000ff);
  g_assert_cmpuint (etp_pictures_get_bytes (pictures), ==, LARGE_BYTES);
  etp_pictures_free (pictures);

  pictures = etp_pictures_new ();
  etp_pictures_decode_later (pictures, on_ready, told);
  g_assert_null (etp_pictures_get (pictures, before, "a", 90, 90));
  g_assert_null (etp_pictures_get (pictures, after, "a", 90, 90));
  wait_for_worker (pictures);
  g_assert_cmpstr (told->str, ==, "a ");
  g_assert_cmphex (get_color (etp_pictures_get (pictures, after, "a", 90, 90)), ==, 0x0000ff);
  /* Nor is what was there, until the other one is. */
  g_assert_null (etp_pictures_get (pictures, before, "a", 90, 90));
  g_assert_cmpuint (etp_pictures_get_bytes (pictures), ==, 0);
  wait_for_worker (pictures);
  g_assert_cmphex (get_color (etp_pictures_get (pictures, before, "a", 90, 90)), ==, 0xff0000);
  etp_pictures_free (pictures);
}

static void
on_bytes_gone (gpointer is_gone)
{
  g_atomic_int_set ((gint *) is_gone, 1);
}

/* The pictures go while a worker is at one of them: nobody is told of it. */
static void
test_gone_before (void)
{
  g_autoptr (GBytes) picture = make_picture ("png", 1500, 1500, 0xff0000ff);
  gsize length;
  gconstpointer data = g_bytes_get_data (picture, &length);
  gint is_gone = 0;
  GBytes *bytes = g_bytes_new_with_free_func (data, length, on_bytes_gone, &is_gone);
  EtpJourney *journey = create_journey (bytes);
  g_autoptr (GString) told = g_string_new ("");
  EtpPictures *pictures = etp_pictures_new ();

  add_picture (journey, "b", bytes);
  g_bytes_unref (bytes);
  etp_pictures_decode_later (pictures, on_ready, told);
  g_assert_null (etp_pictures_get (pictures, journey, "a", 10, 10));
  g_assert_null (etp_pictures_get (pictures, journey, "b", 10, 10));
  etp_pictures_free (pictures);
  g_object_unref (journey);
  /* The task was the last to have them. */
  while (!g_atomic_int_get (&is_gone))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (told->str, ==, "");
}

typedef struct
{
  EtpPictures *pictures;
  guint n_told;
} Owner;

static void
on_ready_free (const char *asset_id, gpointer user_data)
{
  Owner *owner = user_data;

  owner->n_told++;
  g_clear_pointer (&owner->pictures, etp_pictures_free);
  g_assert_cmpstr (asset_id, ==, "a");
}

/* They go with the window that hears of one of them. */
static void
test_gone_within (void)
{
  g_autoptr (GBytes) bytes = make_picture ("png", 20, 20, 0xff0000ff);
  g_autoptr (EtpJourney) journey = create_journey (bytes);
  Owner owner = { etp_pictures_new (), 0 };

  add_picture (journey, "b", bytes);
  etp_pictures_decode_later (owner.pictures, on_ready_free, &owner);
  g_assert_null (etp_pictures_get (owner.pictures, journey, "a", 10, 10));
  g_assert_null (etp_pictures_get (owner.pictures, journey, "b", 10, 10));
  while (owner.pictures != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (owner.n_told, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/pictures/bytes-for-files", test_bytes_for_files);
  g_test_add_func ("/paint/pictures/whole-for-files", test_whole_for_files);
  g_test_add_func ("/paint/pictures/as-large-as-shown", test_as_large_as_shown);
  g_test_add_func ("/paint/pictures/turned", test_turned);
  g_test_add_func ("/paint/pictures/small", test_small);
  g_test_add_func ("/paint/pictures/broken", test_broken);
  g_test_add_func ("/paint/pictures/bytes", test_bytes);
  g_test_add_func ("/paint/pictures/many-on-a-screen", test_many_on_a_screen);
  g_test_add_func ("/paint/pictures/other-bytes", test_other_bytes);
  g_test_add_func ("/paint/pictures/gone-before", test_gone_before);
  g_test_add_func ("/paint/pictures/gone-within", test_gone_within);
  return g_test_run ();
}
