/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the painter puts on an image: marks, states, details and pictures, pixel by pixel. */

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "model/etp-edit-result.h"
#include "paint/etp-paint.h"
#include "paint/etp-pictures.h"
#include "scene/etp-draft.h"

#define SIZE 120

typedef struct
{
  EtpStyle *style;
  EtpJourney *journey;
  EtpPainter *painter;
  EtpText *text;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->style = etp_style_new (ETP_STYLE_LIGHT);
  fixture->journey = etp_journey_new ();
  fixture->text = etp_text_new ();
  fixture->painter = etp_painter_new (fixture->text, fixture->journey);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->painter);
  g_assert_finalize_object (fixture->text);
  g_object_unref (fixture->journey);
  g_object_unref (fixture->style);
}

static cairo_surface_t *
paint (Fixture *fixture, EtpItem *item, const EtpPaintState *state)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, 10, 10);
  etp_paint_item (fixture->painter, cr, item, fixture->style, state);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Colour of a pixel, in the item's coordinates. */
static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  const guint32 *row =
      (const guint32 *) (gconstpointer) (data
                                         + (y + 10) * cairo_image_surface_get_stride (surface));

  return row[x + 10] & 0xffffff;
}

static gboolean
is_equal (cairo_surface_t *a, cairo_surface_t *b)
{
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                 (gsize) cairo_image_surface_get_stride (a) * SIZE)
         == 0;
}

/* Pixels of a rectangle that are not white. */
static guint
count_ink (cairo_surface_t *surface, int x0, int y0, int width, int height)
{
  guint n = 0;

  for (int y = y0; y < y0 + height; y++)
    for (int x = x0; x < x0 + width; x++)
      n += get_pixel (surface, x, y) != 0xffffff;
  return n;
}

static EtpDraft *
draft_new (Fixture *fixture)
{
  return etp_draft_new (ETP_ITEM_CARD, fixture->style, ETP_MEASURER (fixture->text));
}

static EtpItem *
make_card (Fixture *fixture)
{
  EtpDraft *draft = draft_new (fixture);

  etp_draft_card (draft, (EtpRect){ 0, 0, 100, 80 }, 10, 0xfff8e0ff, 0x00000040);
  etp_draft_text (draft, 8, 8, 84, "Anruf beim Kundenservice", ETP_TYPE_CARD_TITLE, 0x000000ff,
                  ETP_ALIGN_START);
  return etp_draft_finish (draft, 100, 80, 1);
}

static void
test_box (Fixture *fixture, gconstpointer data)
{
  EtpDraft *draft = draft_new (fixture);
  g_autoptr (EtpItem) item = NULL;
  cairo_surface_t *surface;

  etp_draft_box (draft, (EtpRect){ 0, 0, 100, 50 }, 20, 0xff0000ff, 0x0000ffff, 4);
  etp_draft_box (draft, (EtpRect){ 0, 60, 20, 20 }, 0, 0x00ff0080, 0, 0);
  item = etp_draft_finish (draft, 100, 80, 1);
  surface = paint (fixture, item, NULL);
  g_assert_cmphex (get_pixel (surface, 50, 25), ==, 0xff0000);
  g_assert_cmphex (get_pixel (surface, 50, 0), ==, 0x0000ff);
  g_assert_cmphex (get_pixel (surface, 1, 1), ==, 0xffffff); /* outside the rounded corner */
  g_assert_cmphex (get_pixel (surface, 10, 70) & 0x00ff00, ==, 0x00ff00);
  g_assert_cmpuint (get_pixel (surface, 10, 70) >> 16, <, 0x90); /* half through */
  g_assert_cmpuint (get_pixel (surface, 10, 70) >> 16, >, 0x70);
  cairo_surface_destroy (surface);
}

static void
test_strokes (Fixture *fixture, gconstpointer data)
{
  guint ink[3];

  for (guint stroke = ETP_STROKE_SOLID; stroke <= ETP_STROKE_DOTTED; stroke++)
    {
      EtpDraft *draft = draft_new (fixture);
      g_autoptr (EtpItem) item = NULL;
      cairo_surface_t *surface;

      etp_draft_line (draft, 5, 10, 95, 10, 0x000000ff, 2, (EtpStroke) stroke);
      item = etp_draft_finish (draft, 100, 20, 1);
      surface = paint (fixture, item, NULL);
      ink[stroke] = count_ink (surface, 0, 8, 100, 4);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (ink[ETP_STROKE_DASHED], <, ink[ETP_STROKE_SOLID]);
  g_assert_cmpuint (ink[ETP_STROKE_DASHED], >, ink[ETP_STROKE_SOLID] / 3);
  g_assert_cmpuint (ink[ETP_STROKE_DOTTED], <, ink[ETP_STROKE_SOLID]);
  g_assert_cmpuint (ink[ETP_STROKE_DOTTED], >, ink[ETP_STROKE_SOLID] / 4);
}

static void
test_hatch (Fixture *fixture, gconstpointer data)
{
  EtpDraft *draft = draft_new (fixture);
  g_autoptr (EtpItem) item = NULL;
  cairo_surface_t *surface;
  guint ink;

  etp_draft_move_to (draft, 0, 0);
  etp_draft_line_to (draft, 80, 0);
  etp_draft_line_to (draft, 80, 80);
  etp_draft_line_to (draft, 0, 80);
  etp_draft_close (draft);
  etp_draft_fill (draft, 0xff0000ff, ETP_FILL_HATCH);
  item = etp_draft_finish (draft, 80, 80, 1);
  surface = paint (fixture, item, NULL);
  ink = count_ink (surface, 0, 0, 80, 80);
  g_assert_cmpuint (ink, >, 80 * 80 / 10);
  g_assert_cmpuint (ink, <, 80 * 80 / 2);
  g_assert_cmpuint (count_ink (surface, 82, 0, 10, 80), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_icons (Fixture *fixture, gconstpointer data)
{
  for (guint icon = ETP_ICON_NONE + 1; icon < ETP_N_ICONS; icon++)
    {
      EtpDraft *draft = draft_new (fixture);
      g_autoptr (EtpItem) item = NULL;
      cairo_surface_t *surface;

      etp_draft_icon (draft, (EtpIcon) icon, (EtpRect){ 10, 0, 40, 32 }, 0x102030ff);
      item = etp_draft_finish (draft, 60, 32, 1);
      surface = paint (fixture, item, NULL);
      g_test_message ("%s", etp_icon_get ((EtpIcon) icon)->name);
      g_assert_cmpuint (count_ink (surface, 14, 0, 32, 32), >, 20);
      g_assert_cmpuint (count_ink (surface, -10, -10, 20, 60), ==, 0); /* fitted and centred */
      g_assert_cmpuint (count_ink (surface, 50, -10, 20, 60), ==, 0);
      cairo_surface_destroy (surface);
    }
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const EtpPaintState states[] = {
    { 0 },
    { .hover = TRUE },
    { .selected = TRUE },
    { .focused = TRUE },
    { .drop_target = TRUE },
    { .faded = TRUE },
    { .selected = TRUE, .focused = TRUE },
  };
  cairo_surface_t *pictures[G_N_ELEMENTS (states)];
  cairo_surface_t *paper;
  g_autoptr (EtpItem) item = make_card (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    pictures[i] = paint (fixture, item, &states[i]);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    for (guint k = i + 1; k < G_N_ELEMENTS (states); k++)
      g_assert_false (is_equal (pictures[i], pictures[k]));
  paper = paint (fixture, item, NULL);
  g_assert_true (is_equal (pictures[0], paper));
  /* No ring reaches beyond what the header promises. */
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      int margin = (int) ETP_PAINT_STATE_MARGIN;

      g_assert_cmpuint (count_ink (pictures[i], -10, -10, SIZE, 10 - margin), ==, 0);
      g_assert_cmpuint (count_ink (pictures[i], -10, -10, 10 - margin, SIZE), ==, 0);
      cairo_surface_destroy (pictures[i]);
    }
  cairo_surface_destroy (paper);
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EtpItem) item = make_card (fixture);
  cairo_surface_t *pictures[4];

  for (guint detail = ETP_DETAIL_FULL; detail <= ETP_DETAIL_BLOCKS; detail++)
    pictures[detail] = paint (fixture, item, &(EtpPaintState){ .detail = (EtpDetail) detail });
  g_assert_true (is_equal (pictures[ETP_DETAIL_FULL], pictures[ETP_DETAIL_TITLES]));
  g_assert_false (is_equal (pictures[ETP_DETAIL_TITLES], pictures[ETP_DETAIL_BARS]));
  g_assert_false (is_equal (pictures[ETP_DETAIL_BARS], pictures[ETP_DETAIL_BLOCKS]));
  /* A bar is one colour from end to end; a block has nothing on its surface. */
  g_assert_cmphex (get_pixel (pictures[ETP_DETAIL_BARS], 12, 18), ==,
                   get_pixel (pictures[ETP_DETAIL_BARS], 40, 18));
  g_assert_cmphex (get_pixel (pictures[ETP_DETAIL_BARS], 12, 18), !=, 0xfff8e0);
  g_assert_cmphex (get_pixel (pictures[ETP_DETAIL_BLOCKS], 12, 18), ==, 0xfff8e0);
  for (guint detail = ETP_DETAIL_FULL; detail <= ETP_DETAIL_BLOCKS; detail++)
    cairo_surface_destroy (pictures[detail]);

  g_assert_cmpint (etp_detail_for_zoom (1), ==, ETP_DETAIL_FULL);
  g_assert_cmpint (etp_detail_for_zoom (0.54), ==, ETP_DETAIL_FULL);
  g_assert_cmpint (etp_detail_for_zoom (0.53), ==, ETP_DETAIL_TITLES);
  g_assert_cmpint (etp_detail_for_zoom (0.34), ==, ETP_DETAIL_BARS);
  g_assert_cmpint (etp_detail_for_zoom (0.11), ==, ETP_DETAIL_BLOCKS);
}

/* Left half red, right half blue. */
static GBytes *
make_picture (const char *type, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf)
      right = gdk_pixbuf_new_subpixbuf (pixbuf, width / 2, 0, width - width / 2, height);
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  gdk_pixbuf_fill (right, 0x0000ffff);
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &length, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, length);
}

static EtpItem *
make_image (Fixture *fixture, const char *mime_type, GBytes *bytes)
{
  EtpDraft *draft = draft_new (fixture);
  g_autoptr (GError) error = NULL;
  EtpNode *asset = etp_edit_import_asset (fixture->journey, mime_type, bytes, &error);

  g_assert_no_error (error);
  etp_draft_image (draft, etp_node_get_id (asset), (EtpRect){ 0, 0, 60, 60 }, 20);
  return etp_draft_finish (draft, 60, 60, 1);
}

static void
assert_near (guint32 color, guint32 expected)
{
  for (guint shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int) (color >> shift & 0xff) - (int) (expected >> shift & 0xff)), <, 40);
}

static void
test_image (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *type, *mime_type;
  } rows[] = { { "png", "image/png" }, { "jpeg", "image/jpeg" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = make_picture (rows[i].type, 400, 100);
      g_autoptr (EtpItem) item = make_image (fixture, rows[i].mime_type, bytes);
      cairo_surface_t *surface = paint (fixture, item, NULL);

      assert_near (get_pixel (surface, 15, 30), 0xff0000);
      assert_near (get_pixel (surface, 45, 30), 0x0000ff);
      assert_near (get_pixel (surface, 15, 2), 0xff0000); /* covers: no empty bands */
      g_assert_cmphex (get_pixel (surface, 1, 1), ==, 0xffffff); /* rounded */
      g_assert_cmphex (get_pixel (surface, 63, 30), ==, 0xffffff); /* cropped */
      cairo_surface_destroy (surface);
    }
}

static void
on_picture_ready (EtpPainter *painter, const char *asset_id, gpointer user_data)
{
  char **told = user_data;

  g_assert_null (*told);
  *told = g_strdup (asset_id);
}

/* On a screen a place for the picture is painted first; what comes then looks as on paper. */
static void
test_image_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_picture ("jpeg", 3000, 3000);
  g_autoptr (EtpItem) item = make_image (fixture, "image/jpeg", bytes);
  g_autofree char *told = NULL;
  cairo_surface_t *surface;

  etp_painter_decode_later (fixture->painter);
  g_signal_connect (fixture->painter, "picture-ready", G_CALLBACK (on_picture_ready), &told);
  g_assert_false (etp_painter_is_decoding (fixture->painter));
  surface = paint (fixture, item, NULL);
  g_assert_true (etp_painter_is_decoding (fixture->painter));
  g_assert_null (told);
  g_assert_cmphex (get_pixel (surface, 15, 5), !=, 0xffffff);
  g_assert_cmphex (get_pixel (surface, 15, 5), ==, get_pixel (surface, 45, 5));
  cairo_surface_destroy (surface);
  while (etp_painter_is_decoding (fixture->painter))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (told, ==, item->marks[0].text);

  surface = paint (fixture, item, NULL);
  assert_near (get_pixel (surface, 15, 30), 0xff0000);
  assert_near (get_pixel (surface, 45, 30), 0x0000ff);
  g_assert_false (etp_painter_is_decoding (fixture->painter));
  cairo_surface_destroy (surface);
}

/* What is no picture is shown as a place for one, and never decoded. */
static void
test_bad_image (Fixture *fixture, gconstpointer data)
{
  static const guchar huge_png[] =
      "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\2\0\0\0";
  static const guchar huge_jpeg[] = "\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\3\1\x22\0";
  static const guchar loop_jpeg[] = "\xff\xd8\xff\xe0\0\0\xff\xe0\0\0\xff\xe0\0\0";
  g_autoptr (GBytes) whole = make_picture ("png", 64, 64);
  GBytes *rows[5] = {
    g_bytes_new_static ("no picture at all", 17),
    g_bytes_new_static (huge_png, sizeof huge_png - 1),
    g_bytes_new_static (huge_jpeg, sizeof huge_jpeg - 1),
    g_bytes_new_static (loop_jpeg, sizeof loop_jpeg - 1),
    g_bytes_new_from_bytes (whole, 0, 60),
  };
  EtpPictureInfo info;

  g_assert_true (etp_picture_get_info (whole, &info));
  g_assert_cmpuint (info.width, ==, 64);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpItem) item = make_image (fixture, "image/png", rows[i]);
      cairo_surface_t *surface = paint (fixture, item, NULL);

      g_assert_cmpint (etp_picture_get_info (rows[i], &info), ==, i == 4);
      g_assert_cmphex (get_pixel (surface, 30, 5), !=, 0xffffff);
      g_assert_cmphex (get_pixel (surface, 30, 5), !=, 0xff0000);
      cairo_surface_destroy (surface);
      g_bytes_unref (rows[i]);
    }
}

#define ADD(path, function) g_test_add ("/paint/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("box", test_box);
  ADD ("strokes", test_strokes);
  ADD ("hatch", test_hatch);
  ADD ("icons", test_icons);
  ADD ("states", test_states);
  ADD ("details", test_details);
  ADD ("image", test_image);
  ADD ("image-later", test_image_later);
  ADD ("bad-image", test_bad_image);
  return g_test_run ();
}
