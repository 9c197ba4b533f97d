/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene/etp-paper.h"

#define MM (96.0 / 25.4)

static void
test_parse (void)
{
  static const struct
  {
    const char *name;
    double width_mm, height_mm; /* 0: no such sheet */
  } rows[] = {
    { "A4", 297, 210 },
    { "a4", 297, 210 },
    { "A4-portrait", 210, 297 },
    { "A4-landscape", 297, 210 },
    { "A3", 420, 297 },
    { "A2-Portrait", 420, 594 },
    { "A1", 841, 594 },
    { "A0", 1189, 841 },
    { "letter", 279.4, 215.9 },
    { "Letter-portrait", 215.9, 279.4 },
    { "legal", 355.6, 215.9 },
    { "tabloid-portrait", 279.4, 431.8 },
    { "A5", 0, 0 },
    { "A44", 0, 0 },
    { "A4-", 0, 0 },
    { "A4-upside-down", 0, 0 },
    { "", 0, 0 },
    { "letterhead", 0, 0 },
    { "210x297mm", 210, 297 },
    { "8.5x11in", 215.9, 279.4 },
    { "8,5x11IN", 215.9, 279.4 },
    { "120X80cm", 1200, 800 },
    { "297×210mm", 297, 210 },
    { "5080x50mm", 5080, 50 },
    { "5081x50mm", 0, 0 },
    { "49x297mm", 0, 0 },
    { "210x297", 0, 0 },
    { "210mm", 0, 0 },
    { "x297mm", 0, 0 },
    { "-210x297mm", 0, 0 },
    { "2.1.0x297mm", 0, 0 },
    { "infxinfmm", 0, 0 },
    { "99999999999999999x297mm", 0, 0 },
    { "210x297mm ", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpPaper paper = { 0 };

      g_assert_cmpint (etp_paper_parse (rows[i].name, &paper), ==, rows[i].width_mm > 0);
      g_assert_true (paper.width <= 0 || paper.name != NULL || etp_paper_is_size (rows[i].name));
      if (rows[i].width_mm <= 0)
        continue;
      g_assert_cmpfloat_with_epsilon (paper.width, rows[i].width_mm * MM, 0.001);
      g_assert_cmpfloat_with_epsilon (paper.height, rows[i].height_mm * MM, 0.001);
      g_assert_cmpfloat (paper.margin, >, 0);
    }
}

/* What is a size although no sheet has it. */
static void
test_size (void)
{
  g_assert_true (etp_paper_is_size ("5081x50mm"));
  g_assert_true (etp_paper_is_size ("3x3mm"));
  g_assert_false (etp_paper_is_size ("210x297"));
  g_assert_false (etp_paper_is_size ("A5"));
}

static void
test_names (void)
{
  const char *const *names = etp_paper_get_names ();
  guint n = 0;

  for (; names[n] != NULL; n++)
    {
      EtpPaper paper;

      g_assert_true (etp_paper_parse (names[n], &paper));
    }
  g_assert_cmpuint (n, ==, 8);
}

/* The map lies inside the margins, in the middle, and touches two of them. */
static void
test_fit (void)
{
  static const double sizes[][2] = { { 1864, 2000 }, { 8000, 400 }, { 100, 100 }, { 5, 9000 } };
  const char *const *names = etp_paper_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        EtpPaper paper;
        double scale, x, y, width, height;

        g_assert_true (etp_paper_parse (names[i], &paper));
        etp_paper_fit (&paper, sizes[j][0], sizes[j][1], &scale, &x, &y);
        width = sizes[j][0] * scale;
        height = sizes[j][1] * scale;
        g_assert_cmpfloat (x, >=, paper.margin - 0.001);
        g_assert_cmpfloat (y, >=, paper.margin - 0.001);
        g_assert_cmpfloat_with_epsilon (2 * x + width, paper.width, 0.001);
        g_assert_cmpfloat_with_epsilon (2 * y + height, paper.height, 0.001);
        g_assert_cmpfloat_with_epsilon (MIN (x, y), paper.margin, 0.001);
      }
}

static void
test_larger (void)
{
  static const struct
  {
    const char *from, *to; /* NULL: there is none */
    double width_mm, height_mm; /* of what is to lie on it */
  } rows[] = {
    { "A4", "A3", 300, 200 },           { "A4", "A2", 420, 200 },
    { "A4", "A0", 1170, 820 },          { "A4", NULL, 1180, 820 },
    { "A4-portrait", "A3", 200, 300 },  { "A4", "A3", 200, 300 },
    { "A4-landscape", "A2", 200, 300 }, { "letter", "legal", 300, 200 },
    { "letter", "tabloid", 300, 250 },  { "tabloid", NULL, 200, 200 },
    { "210x297mm", "A3", 250, 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpPaper paper, larger;

      g_assert_true (etp_paper_parse (rows[i].from, &paper));
      g_assert_cmpint (
          etp_paper_find_larger (&paper, rows[i].width_mm * MM, rows[i].height_mm * MM, &larger),
          ==, rows[i].to != NULL);
      if (rows[i].to == NULL)
        continue;
      g_assert_cmpstr (larger.name, ==, rows[i].to);
      g_assert_cmpint (etp_paper_is_portrait (&larger), ==,
                       paper.may_turn ? rows[i].height_mm > rows[i].width_mm
                                      : etp_paper_is_portrait (&paper));
    }
}

static void
test_label (void)
{
  static const char *const rows[][2] = { { "a4", "A4" },
                                         { "letter-portrait", "letter, portrait" },
                                         { "210x297mm", "210 × 297 mm" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpPaper paper;
      g_autofree char *label = NULL;

      g_assert_true (etp_paper_parse (rows[i][0], &paper));
      label = etp_paper_dup_label (&paper);
      g_assert_cmpstr (label, ==, rows[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/paper/parse", test_parse);
  g_test_add_func ("/scene/paper/size", test_size);
  g_test_add_func ("/scene/paper/names", test_names);
  g_test_add_func ("/scene/paper/fit", test_fit);
  g_test_add_func ("/scene/paper/larger", test_larger);
  g_test_add_func ("/scene/paper/label", test_label);
  return g_test_run ();
}
