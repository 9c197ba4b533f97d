/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene/etp-style.h"

/* Every pair of text and ground has 4.5:1, every line and sign 3:1, in every style. */

#define TEXT 4.5
#define SIGN 3.0

static const char *const style_names[ETP_N_STYLES] = { "light", "dark", "contrast", "contrast-dark",
                                                       "paper" };
static const char *const hues[] = { "blue",  "teal",  "purple", "pink",
                                    "amber", "green", "red",    "slate" };
static const char *const accents[] = { "",        "blue",    "teal",    "purple", "pink",
                                       "amber",   "green",   "red",     "slate",  "#ffee00",
                                       "#000000", "#ffffff", "#00ff00", "#7f7f7f" };

static void
check (EtpStyleKind kind, const char *what, EtpRgba over, EtpRgba under, double least)
{
  double contrast = etp_rgba_contrast (over, under);

  if (contrast < least)
    g_test_message ("%s: %s #%08x on #%08x has %.2f", style_names[kind], what, over, under,
                    contrast);
  g_assert_cmpfloat (contrast, >=, least);
}

static void
check_fixed (EtpStyleKind kind, EtpStyle *style)
{
  static const struct
  {
    const char *name;
    EtpColorRole over, under;
    double least;
  } rows[] = {
    { "ink on paper", ETP_COLOR_INK, ETP_COLOR_PAPER, TEXT },
    { "dim on paper", ETP_COLOR_DIM, ETP_COLOR_PAPER, TEXT },
    { "ink on card", ETP_COLOR_INK, ETP_COLOR_CARD, TEXT },
    { "dim on card", ETP_COLOR_DIM, ETP_COLOR_CARD, TEXT },
    { "pain", ETP_COLOR_PAIN_INK, ETP_COLOR_PAIN_SURFACE, TEXT },
    { "dim on pain", ETP_COLOR_DIM, ETP_COLOR_PAIN_SURFACE, TEXT },
    { "gain", ETP_COLOR_GAIN_INK, ETP_COLOR_GAIN_SURFACE, TEXT },
    { "dim on gain", ETP_COLOR_DIM, ETP_COLOR_GAIN_SURFACE, TEXT },
    { "bolt on card", ETP_COLOR_PAIN_INK, ETP_COLOR_CARD, SIGN },
    { "good on card", ETP_COLOR_GOOD, ETP_COLOR_CARD, TEXT },
    { "bad on card", ETP_COLOR_BAD, ETP_COLOR_CARD, TEXT },
    { "bad on paper", ETP_COLOR_BAD, ETP_COLOR_PAPER, TEXT },
    { "path", ETP_COLOR_PATH, ETP_COLOR_PAPER, SIGN },
    { "hatch", ETP_COLOR_WARM_HATCH, ETP_COLOR_PAPER, SIGN },
    { "focus", ETP_COLOR_FOCUS, ETP_COLOR_PAPER, SIGN },
    { "focus on card", ETP_COLOR_FOCUS, ETP_COLOR_CARD, SIGN },
    { "selection", ETP_COLOR_SELECTION, ETP_COLOR_CARD, SIGN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (kind, rows[i].name, etp_style_get_color (style, rows[i].over),
           etp_style_get_color (style, rows[i].under), rows[i].least);
}

/* The star is seen by its outline or by its fill, whichever is stronger. */
static void
check_star (EtpStyleKind kind, EtpStyle *style)
{
  EtpRgba card = etp_style_get_color (style, ETP_COLOR_CARD);
  double fill = etp_rgba_contrast (etp_style_get_color (style, ETP_COLOR_STAR), card);
  double outline = etp_rgba_contrast (etp_style_get_color (style, ETP_COLOR_STAR_OUTLINE), card);

  g_assert_cmpfloat (MAX (fill, outline), >=, SIGN);
}

/* All that stands on the tints of one colour. */
static void
check_tints (EtpStyleKind kind, EtpStyle *style, EtpRgba color)
{
  EtpRgba band = etp_style_get_phase_tint (style, color);
  EtpRgba head = etp_style_get_head_tint (style, color);
  EtpRgba surface = etp_style_get_surface (style, color);
  EtpRgba ink = etp_style_get_color (style, ETP_COLOR_INK);
  EtpRgba dim = etp_style_get_color (style, ETP_COLOR_DIM);
  EtpRgba own = etp_style_get_text_ink (style, color);

  check (kind, "ink on band", ink, band, TEXT);
  check (kind, "dim on band", dim, band, TEXT);
  check (kind, "ink on head", ink, head, TEXT);
  check (kind, "dim on head", dim, head, TEXT);
  check (kind, "ink on surface", ink, surface, TEXT);
  check (kind, "dim on surface", dim, surface, TEXT);
  check (kind, "own ink on card", own, etp_style_get_color (style, ETP_COLOR_CARD), TEXT);
  check (kind, "own ink on paper", own, etp_style_get_color (style, ETP_COLOR_PAPER), TEXT);
  check (kind, "own ink on head", own, head, TEXT);
  check (kind, "own ink on surface", own, surface, TEXT);
  check (kind, "bad on band", etp_style_get_color (style, ETP_COLOR_BAD), band, TEXT);
  check (kind, "path on band", etp_style_get_color (style, ETP_COLOR_PATH), band, SIGN);
  check (kind, "text on the colour", etp_rgba_ink_on (color), color, TEXT);
}

static void
check_phases (EtpStyleKind kind, EtpStyle *style)
{
  EtpRgba paper = etp_style_get_color (style, ETP_COLOR_PAPER);

  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    for (guint n = 1; n <= 9; n += 4)
      for (guint index = 0; index < n; index++)
        {
          EtpRgba color = etp_style_get_phase (style, index, n, "", accents[i]);

          check (kind, "phase", color, paper, SIGN);
          check_tints (kind, style, color);
        }
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    check_tints (kind, style, etp_style_get_phase (style, 0, 5, accents[i], ""));
}

static void
check_hues (EtpStyleKind kind, EtpStyle *style)
{
  EtpRgba paper = etp_style_get_color (style, ETP_COLOR_PAPER);

  for (guint i = 0; i < G_N_ELEMENTS (hues); i++)
    {
      EtpRgba color = etp_style_get_named (style, hues[i], 0);

      g_assert_cmphex (color, !=, 0);
      check (kind, hues[i], color, paper, SIGN);
      check (kind, hues[i], color, etp_style_get_phase_tint (style, color), SIGN);
      check_tints (kind, style, color);
    }
  for (guint i = 0; i < 20; i++)
    check (kind, "persona", etp_style_get_persona (style, i, ""), paper, SIGN);
}

static void
test_contrast (gconstpointer data)
{
  EtpStyleKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (EtpStyle) style = etp_style_new (kind);

  check_fixed (kind, style);
  check_star (kind, style);
  check_phases (kind, style);
  check_hues (kind, style);
}

static void
test_phases (void)
{
  static const EtpRgba family[] = { 0x1c6fd1ff, 0x3563ccff, 0x4f57c4ff, 0x694bbaff, 0x8040b0ff };
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_LIGHT);

  for (guint i = 0; i < 5; i++)
    g_assert_cmphex (etp_style_get_phase (style, i, 5, "", ""), ==, family[i]);
  /* Fewer and more are parts of the same way; a single phase is its beginning. */
  g_assert_cmphex (etp_style_get_phase (style, 0, 1, "", ""), ==, family[0]);
  g_assert_cmphex (etp_style_get_phase (style, 0, 3, "", "blue"), ==, family[0]);
  g_assert_cmphex (etp_style_get_phase (style, 1, 3, "", ""), ==, family[2]);
  g_assert_cmphex (etp_style_get_phase (style, 8, 9, "", ""), ==, family[4]);
  g_assert_cmphex (etp_style_get_phase (style, 1, 9, "", ""), ==,
                   etp_rgba_mix (family[1], family[0], 0.5));
  g_assert_cmphex (etp_style_get_phase (style, 3, 5, "teal", ""), ==, 0x147a8aff);
  g_assert_cmphex (etp_style_get_phase (style, 3, 5, "no colour", ""), ==, family[3]);
  g_assert_cmphex (etp_style_get_phase (style, 0, 5, "", "teal"), !=, family[0]);
}

static void
test_named (void)
{
  g_autoptr (EtpStyle) light = etp_style_new (ETP_STYLE_LIGHT);
  g_autoptr (EtpStyle) dark = etp_style_new (ETP_STYLE_DARK);

  g_assert_cmphex (etp_style_get_named (light, "blue", 0), ==, 0x1c6fd1ff);
  g_assert_cmphex (etp_style_get_named (dark, "blue", 0), !=, 0x1c6fd1ff);
  g_assert_cmphex (etp_style_get_named (light, "", 0x123456ff), ==, 0x123456ff);
  g_assert_cmphex (etp_style_get_named (light, "nothing", 0x123456ff), ==, 0x123456ff);
  g_assert_cmphex (etp_style_get_named (light, "#a15c0a", 0), ==, 0xa15c0aff);
  /* What cannot be seen on paper is moved until it can. */
  g_assert_cmpfloat (etp_rgba_contrast (etp_style_get_named (light, "#ffff00", 0), 0xffffffff), >=,
                     SIGN);
}

/* Nothing on paper is under 9 pt: 12 map units. */
static void
test_type (void)
{
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_PAPER);

  for (guint type = 0; type < ETP_N_TYPES; type++)
    {
      EtpFont font = etp_style_get_font (style, (EtpType) type);

      g_assert_cmpfloat ((double) font.size, >=, 12);
      g_assert_cmpfloat (etp_style_get_line_height (style, (EtpType) type), >=, (double) font.size);
    }
  g_assert_true (etp_style_is_paper (style));
  g_assert_false (etp_style_is_dark (style));
}

/* From the last row of a room, 20 is the least; three phases fill a projector; and all of it is
 * another layout, not the same one larger. */
static void
test_room (void)
{
  g_autoptr (EtpStyle) room = etp_style_new_room (ETP_STYLE_DARK);
  g_autoptr (EtpStyle) plain = etp_style_new (ETP_STYLE_DARK);
  const EtpMetrics *metrics = etp_style_get_metrics (room);
  static const EtpType texts[] = { ETP_TYPE_CARD_TITLE, ETP_TYPE_CARD_TEXT, ETP_TYPE_NOTE,
                                   ETP_TYPE_NOTE_ITALIC, ETP_TYPE_MEASURE_TITLE };

  g_assert_true (etp_style_is_room (room));
  g_assert_false (etp_style_is_room (plain));
  g_assert_cmpint (etp_style_get_kind (room), ==, ETP_STYLE_DARK);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpfloat (etp_style_get_font (room, texts[i]).size, >=, 20);
  for (guint type = 0; type < ETP_N_TYPES; type++)
    {
      g_assert_cmpfloat (etp_style_get_font (room, type).size, >,
                         etp_style_get_font (plain, type).size);
      g_assert_cmpfloat (etp_style_get_line_height (room, type), >,
                         (double) etp_style_get_font (room, type).size);
    }
  g_assert_cmpfloat (metrics->margin + metrics->lane_head_width
                         + 3 * (metrics->phase_width + metrics->phase_gap),
                     <=, 1920);
  g_assert_cmpfloat (metrics->margin + metrics->lane_head_width
                         + 4 * (metrics->phase_width + metrics->phase_gap),
                     >, 1920);
  g_assert_cmpfloat (etp_style_get_metrics (plain)->scale, ==, 1);
}

/* A narrow room has text as large, and narrower heads. */
static void
test_narrow_room (void)
{
  g_autoptr (EtpStyle) room = etp_style_new_room (ETP_STYLE_DARK);
  g_autoptr (EtpStyle) narrow = etp_style_new_narrow_room (ETP_STYLE_DARK);

  g_assert_true (etp_style_is_room (narrow));
  g_assert_true (etp_style_is_narrow_room (narrow));
  g_assert_false (etp_style_is_narrow_room (room));
  g_assert_cmpint (etp_style_get_kind (narrow), ==, ETP_STYLE_DARK);
  for (guint type = 0; type < ETP_N_TYPES; type++)
    g_assert_cmpfloat (etp_style_get_font (narrow, type).size, ==,
                       etp_style_get_font (room, type).size);
  g_assert_cmpfloat (etp_style_get_metrics (narrow)->lane_head_width, <, 360.0 / 2);
  g_assert_cmpfloat (etp_style_get_metrics (narrow)->phase_width, ==,
                     etp_style_get_metrics (room)->phase_width);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint kind = 0; kind < ETP_N_STYLES; kind++)
    {
      g_autofree char *path = g_strconcat ("/scene/style/contrast/", style_names[kind], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_contrast);
    }
  g_test_add_func ("/scene/style/phases", test_phases);
  g_test_add_func ("/scene/style/named", test_named);
  g_test_add_func ("/scene/style/type", test_type);
  g_test_add_func ("/scene/style/room", test_room);
  g_test_add_func ("/scene/style/narrow-room", test_narrow_room);
  return g_test_run ();
}
