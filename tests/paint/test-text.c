/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring and drawing text with real fonts: against PangoLayout, and against itself. */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "paint/etp-glyphs.h"
#include "paint/etp-text.h"

#define BODY ((EtpFont){ .size = 13, .weight = 400 })
#define TITLE ((EtpFont){ .size = 14, .weight = 600 })

typedef struct
{
  EtpText *text;
  PangoFontMap *font_map;
  PangoContext *context;
  PangoLayout *layout; /* the reference: one layout for each text */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  fixture->text = etp_text_new ();
  fixture->font_map = pango_cairo_font_map_new ();
  fixture->context = pango_font_map_create_context (fixture->font_map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (fixture->context, options);
  pango_context_set_round_glyph_positions (fixture->context, FALSE);
  cairo_font_options_destroy (options);
  fixture->layout = pango_layout_new (fixture->context);
  pango_layout_set_wrap (fixture->layout, PANGO_WRAP_WORD_CHAR);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->layout);
  g_object_unref (fixture->context);
  g_object_unref (fixture->font_map);
  g_assert_finalize_object (fixture->text);
}

static void
set_reference (Fixture *fixture, const char *text, EtpFont font, double width)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, etp_text_get_family (fixture->text));
  pango_font_description_set_absolute_size (description, (double) font.size * PANGO_SCALE);
  pango_font_description_set_weight (description, (PangoWeight) font.weight);
  if (font.italic)
    pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (fixture->layout, description);
  pango_layout_set_width (fixture->layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_text (fixture->layout, text, -1);
  pango_font_description_free (description);
}

static GArray *
break_lines (EtpText *text, const char *string, EtpFont font, double width)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

  etp_measurer_break_lines (ETP_MEASURER (text), string, font, width, lines);
  return lines;
}

static const char *const texts[] = {
  "Max vergleicht im Online-Shop drei Modelle und/oder liest Bewertungen – die Liste lädt langsam.",
  "„Ich will nicht Experte für Schuhe werden, ich will laufen.“ (Max, 34)",
  "AVATAR To Wave office fi ffl VA. Yes, T.o.",
  "Größentabelle nur als PDF: 42, 42,5 und 43 (EU) für 119,95 €",
  "Ο πελάτης καλεί την εξυπηρέτηση πελατών και περιμένει.",
  "Покупатель звонит в службу поддержки и ждёт ответа.",
  "Erste Zeile\nZweite Zeile, etwas länger als die erste\n\nLetzte Zeile",
  "https://www.example.com/path/to/some/page?query=value&other=thing",
  "one",
  "Conversion Rate 2,9 % · Ziel 3,5 %",
};

static void
test_like_pango (Fixture *fixture, gconstpointer data)
{
  static const double widths[] = { 0, 90, 160, 288, 600 };
  static const EtpFont fonts[] = {
    { 13, 400, 0, 0 }, { 14, 600, 0, 0 }, { 13, 400, 1, 0 }, { 34, 700, 0, 0 }
  };

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      for (guint f = 0; f < G_N_ELEMENTS (fonts); f++)
        {
          g_autoptr (GArray) lines = break_lines (fixture->text, texts[t], fonts[f], widths[w]);
          GSList *expected;

          if (widths[w] > 0 && widths[w] < 5 * (double) fonts[f].size * 3)
            continue; /* so narrow that words are split: test_split */
          set_reference (fixture, texts[t], fonts[f], widths[w]);
          expected = pango_layout_get_lines_readonly (fixture->layout);
          g_assert_cmpuint (lines->len, ==, g_slist_length (expected));
          for (guint i = 0; i < lines->len; i++, expected = expected->next)
            {
              EtpTextLine line = g_array_index (lines, EtpTextLine, i);
              PangoLayoutLine *reference = expected->data;
              PangoRectangle extents;

              pango_layout_line_get_extents (reference, NULL, &extents);
              g_assert_cmpuint (line.start, ==, reference->start_index);
              /* Pieces are not kerned against the spaces between them. */
              g_assert_cmpfloat_with_epsilon ((double) line.width,
                                              (double) extents.width / PANGO_SCALE,
                                              0.08 * (double) fonts[f].size);
              g_assert_cmpfloat ((double) line.x, ==, 0);
            }
        }
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  const char *text =
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  g_autoptr (GArray) lines = break_lines (fixture->text, text, BODY, 100);
  guint next = 0;

  g_assert_cmpuint (lines->len, >, 3);
  for (guint i = 0; i < lines->len; i++)
    {
      EtpTextLine line = g_array_index (lines, EtpTextLine, i);

      g_assert_cmpuint (line.start, ==, next);
      g_assert_cmpuint (line.length, >, 0);
      g_assert_cmpfloat ((double) line.width, <=, 100.02);
      next = line.start + line.length;
    }
  g_assert_cmpuint (next, ==, strlen (text));
}

/* Every byte that is not white space stands in exactly one line, in order, whatever the text. */
static void
assert_covers (const char *text, GArray *lines)
{
  guint at = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      EtpTextLine line = g_array_index (lines, EtpTextLine, i);

      g_assert_cmpuint (line.start, >=, at);
      for (const char *p = text + at; p < text + line.start; p = g_utf8_next_char (p))
        g_assert_true (g_unichar_isspace (g_utf8_get_char (p)));
      at = line.start + line.length;
    }
  for (const char *p = text + at; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (g_unichar_isspace (g_utf8_get_char (p)));
}

static void
test_covers (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "Wort ",    "  ",          "überlanges-Wort/ohne Ende",
                                        "\n",       "日本語",      "שלום ",
                                        "😀",        "e\314\201",   "\t",
                                        "(„“)",     "123,45 €",    "…",
                                        "\r\n",     " ",           "मराठी ",
                                        "\302\240", "\342\200\251" };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) lines = NULL;
      int n = g_test_rand_int_range (1, 30);

      for (int k = 0; k < n; k++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      lines = break_lines (fixture->text, text->str, BODY, g_test_rand_double_range (10, 300));
      assert_covers (text->str, lines);
    }
}

static void
test_edges (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint n_lines;
  } rows[] = {
    { "", 0 },    { "\n", 2 },   { "a\n", 2 },    { "a\n\nb", 3 },
    { "   ", 1 }, { "a   ", 1 }, { "a\r\nb", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) lines = break_lines (fixture->text, rows[i].text, BODY, 100);

      g_assert_cmpuint (lines->len, ==, rows[i].n_lines);
    }
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  const char *text = "שלום עולם זה טקסט בעברית ארוך מאוד שנשבר לשורות";
  g_autoptr (GArray) lines = break_lines (fixture->text, text, BODY, 200);

  g_assert_cmpuint (lines->len, ==, 2);
  for (guint i = 0; i < lines->len; i++)
    {
      EtpTextLine line = g_array_index (lines, EtpTextLine, i);

      g_assert_cmpfloat_with_epsilon ((double) (line.x + line.width), 200, 0.1);
      g_assert_true (etp_text_is_rtl (text, line.start));
    }
  g_assert_false (etp_text_is_rtl ("abc שלום", 4));
  g_assert_true (etp_text_is_rtl ("a\n12 שלום", 2));
}

/* A text of a mebibyte costs linear time in both ways of setting it. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  static const char *const units[] = { "Wort für Wort ", "x", "日本", "שלום " };

  for (guint u = 0; u < G_N_ELEMENTS (units); u++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) lines = NULL;

      while (text->len < 200 * 1024)
        g_string_append (text, units[u]);
      g_test_timer_start ();
      lines = break_lines (fixture->text, text->str, BODY, 288);
      g_test_message ("%s: %u lines in %.2f s", units[u], lines->len, g_test_timer_elapsed ());
      assert_covers (text->str, lines);
      g_assert_cmpfloat (g_test_timer_last (), <, 10);
    }
}

static double
draw_ink_width (EtpText *text, const char *string, guint length, EtpFont font, double zoom)
{
  cairo_rectangle_t all = { 0, 0, 2000, 200 };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &all);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  cairo_scale (cr, zoom, zoom);
  etp_text_show (text, cr, string, 0, length, font, 10, 40);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (height, >, 0);
  return width / zoom;
}

/* What is drawn is as wide as what was measured, at every zoom: lines never have to be broken
 * again. */
static void
test_drawn_as_measured (Fixture *fixture, gconstpointer data)
{
  static const double zooms[] = { 0.6, 1, 1.7, 3 };
  static const char *const lines[] = { "Max vergleicht drei Modelle", "AVATAR To Wave office",
                                       "Größe 42,5 für 119,95 €", "שלום עולם",
                                       "naïve cafe\314\201" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
      {
        double measured = etp_measurer_get_width (ETP_MEASURER (fixture->text), lines[i], TITLE);
        double drawn = draw_ink_width (fixture->text, lines[i], (guint) strlen (lines[i]), TITLE,
                                       zooms[z]);

        /* Ink lacks the space at the sides of the outer letters. */
        g_assert_cmpfloat (drawn, <=, measured + 1.5);
        g_assert_cmpfloat (drawn, >=, measured - 4);
      }
}

static void
test_metrics (Fixture *fixture, gconstpointer data)
{
  double ascent, descent, big_ascent, big_descent;

  etp_measurer_get_metrics (ETP_MEASURER (fixture->text), BODY, &ascent, &descent);
  g_assert_cmpfloat (ascent, >, 9);
  g_assert_cmpfloat (ascent + descent, <, 20);
  etp_measurer_get_metrics (ETP_MEASURER (fixture->text), (EtpFont){ .size = 26, .weight = 400 },
                            &big_ascent, &big_descent);
  g_assert_cmpfloat_with_epsilon (big_ascent, 2 * ascent, 0.01);
  g_assert_cmpfloat_with_epsilon (big_descent, 2 * descent, 0.01);
}

static void
test_tabular (Fixture *fixture, gconstpointer data)
{
  EtpFont font = { .size = 23, .weight = 700, .tabular = 1 };
  EtpMeasurer *measurer = ETP_MEASURER (fixture->text);

  g_assert_cmpfloat_with_epsilon (etp_measurer_get_width (measurer, "1111", font),
                                  etp_measurer_get_width (measurer, "8888", font), 0.01);
}

/* Words that are never seen again do not pile up. */
static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  EtpGlyphs *glyphs = etp_glyphs_new (fixture->context, NULL);
  guint font = etp_glyphs_get_font (glyphs, BODY);
  guint most = 0;

  for (guint i = 0; i < 60000; i++)
    {
      char word[16];

      g_snprintf (word, sizeof word, "w%u", i);
      etp_glyphs_trim (glyphs);
      g_assert_cmpfloat ((double) etp_glyphs_get_piece (glyphs, font, word, strlen (word))->width,
                         >, 0);
      most = MAX (most, etp_glyphs_get_n_pieces (glyphs));
    }
  g_assert_cmpuint (most, <, 60000);
  g_assert_cmpuint (etp_glyphs_get_n_pieces (glyphs), <, most);
  etp_glyphs_free (glyphs);
}

#define ADD(path, function) g_test_add ("/text/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("like-pango", test_like_pango);
  ADD ("split", test_split);
  ADD ("covers", test_covers);
  ADD ("edges", test_edges);
  ADD ("right-to-left", test_right_to_left);
  ADD ("large", test_large);
  ADD ("drawn-as-measured", test_drawn_as_measured);
  ADD ("metrics", test_metrics);
  ADD ("tabular", test_tabular);
  ADD ("bounded", test_bounded);
  return g_test_run ();
}
