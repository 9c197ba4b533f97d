/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "paint/etp-image-cut.h"

/* Parts of pictures: where they may be, and what drawing at their edges does. */

#define SLACK 1e-6

static void
assert_cut (const EtpImageCut *cut, double x, double y, double width, double height)
{
  g_assert_cmpfloat_with_epsilon (cut->x, x, SLACK);
  g_assert_cmpfloat_with_epsilon (cut->y, y, SLACK);
  g_assert_cmpfloat_with_epsilon (cut->width, width, SLACK);
  g_assert_cmpfloat_with_epsilon (cut->height, height, SLACK);
}

static void
assert_within (const EtpImageCut *cut, const EtpImageFrame *frame)
{
  g_assert_cmpfloat (cut->x, >=, -SLACK);
  g_assert_cmpfloat (cut->y, >=, -SLACK);
  g_assert_cmpfloat (cut->x + cut->width, <=, frame->width + SLACK);
  g_assert_cmpfloat (cut->y + cut->height, <=, frame->height + SLACK);
  g_assert_cmpfloat (cut->width, >=,
                     MIN (ETP_IMAGE_CUT_SHORTEST, MIN (frame->width, frame->height)) - SLACK);
  if (frame->ratio > 0)
    g_assert_cmpfloat_with_epsilon (cut->width, cut->height * frame->ratio, 1e-3);
}

static void
test_largest (void)
{
  static const struct
  {
    EtpImageFrame frame;
    EtpImageCut cut;
  } rows[] = {
    { { 400, 300, 0 }, { 0, 0, 400, 300 } },     { { 400, 300, 1 }, { 50, 0, 300, 300 } },
    { { 300, 400, 1 }, { 0, 50, 300, 300 } },    { { 400, 300, 2 }, { 0, 50, 400, 200 } },
    { { 400, 300, 0.5 }, { 125, 0, 150, 300 } }, { { 3, 2, 1 }, { 0.5, 0, 2, 2 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const EtpImageCut cut = etp_image_cut_largest (&rows[i].frame);

      g_test_message ("row %u", (guint) i);
      assert_cut (&cut, rows[i].cut.x, rows[i].cut.y, rows[i].cut.width, rows[i].cut.height);
    }
}

static void
test_moved (void)
{
  const EtpImageFrame frame = { 400, 300, 0 };
  const EtpImageCut start = { 100, 100, 100, 50 };
  EtpImageCut cut = etp_image_cut_moved (&start, &frame, 30, -40);

  assert_cut (&cut, 130, 60, 100, 50);
  cut = etp_image_cut_moved (&start, &frame, 1000, 1000);
  assert_cut (&cut, 300, 250, 100, 50);
  cut = etp_image_cut_moved (&start, &frame, -1000, -1000);
  assert_cut (&cut, 0, 0, 100, 50);
}

static void
test_drawn (void)
{
  enum
  {
    L = ETP_IMAGE_EDGE_LEFT,
    R = ETP_IMAGE_EDGE_RIGHT,
    T = ETP_IMAGE_EDGE_TOP,
    B = ETP_IMAGE_EDGE_BOTTOM
  };
  static const struct
  {
    double ratio;
    guint edges;
    double dx, dy;
    EtpImageCut cut; /* of 100, 100, 100, 100 in 400 × 300 */
  } rows[] = {
    { 0, R, 20, 99, { 100, 100, 120, 100 } }, /* the other way is nothing to an edge */
    { 0, L, 20, 0, { 120, 100, 80, 100 } },
    { 0, L | T, -10, -30, { 90, 70, 110, 130 } },
    { 0, R | B, 999, 999, { 100, 100, 300, 200 } },
    { 0, R | B, -999, -999, { 100, 100, 16, 16 } },
    { 0, L, -999, 0, { 0, 100, 200, 100 } },
    { 1, R | B, 20, 10, { 100, 100, 120, 120 } },
    { 1, R | B, 10, 20, { 100, 100, 120, 120 } },
    { 1, R | B, 999, 0, { 100, 100, 200, 200 } }, /* as high as there is room */
    { 1, L | T, -999, 0, { 0, 0, 200, 200 } },
    { 1, R, 50, 0, { 100, 75, 150, 150 } }, /* keeps its middle */
    { 1, T, 0, -50, { 75, 50, 150, 150 } },
    { 1, R, 999, 0, { 100, 0, 300, 300 } },
    { 1, B, 0, -999, { 142, 100, 16, 16 } },
  };
  const EtpImageCut start = { 100, 100, 100, 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const EtpImageFrame frame = { 400, 300, rows[i].ratio };
      const EtpImageCut cut = etp_image_cut_drawn (&start, &frame, rows[i].edges, rows[i].dx,
                                                   rows[i].dy);

      g_test_message ("row %u", (guint) i);
      assert_within (&cut, &frame);
      assert_cut (&cut, rows[i].cut.x, rows[i].cut.y, rows[i].cut.width, rows[i].cut.height);
    }
}

static void
test_scaled (void)
{
  const EtpImageFrame frame = { 400, 300, 0 };
  const EtpImageCut start = { 100, 100, 100, 50 };
  EtpImageCut cut = etp_image_cut_scaled (&start, &frame, 2);

  assert_cut (&cut, 50, 75, 200, 100);
  cut = etp_image_cut_scaled (&start, &frame, 100);
  assert_cut (&cut, 0, 25, 400, 200);
  cut = etp_image_cut_scaled (&start, &frame, 1e-9);
  assert_cut (&cut, 134, 117, 32, 16);
}

static void
test_fitted (void)
{
  const EtpImageFrame frame = { 400, 300, 1 };
  const EtpImageFrame any = { 400, 300, 0 };
  const EtpImageCut start = { 100, 100, 100, 50 }, flat = { 10, 10, 300, 5 };
  EtpImageCut cut = etp_image_cut_fitted (&start, &frame);

  assert_cut (&cut, 125, 100, 50, 50);
  cut = etp_image_cut_fitted (&start, &any);
  assert_cut (&cut, 100, 100, 100, 50);
  /* Nothing would be left of that. */
  cut = etp_image_cut_fitted (&flat, &frame);
  assert_cut (&cut, 50, 0, 300, 300);
}

/* Whatever is done to it, a cut stays one. */
static void
test_random (void)
{
  static const double ratios[] = { 0, 1, 16.0 / 9, 0.25 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint run = 0; run < 200; run++)
    {
      const EtpImageFrame frame = { g_rand_double_range (random, 1, 5000),
                                    g_rand_double_range (random, 1, 5000),
                                    ratios[run % G_N_ELEMENTS (ratios)] };
      EtpImageCut cut = etp_image_cut_largest (&frame);
      const double least = MIN (frame.width, frame.height);

      if (frame.ratio > 0 && least < ETP_IMAGE_CUT_SHORTEST * 5)
        continue;
      for (guint i = 0; i < 100; i++)
        {
          const double dx = g_rand_double_range (random, -3000, 3000);
          const double dy = g_rand_double_range (random, -3000, 3000);
          static const guint edges[] = { 1, 2, 4, 8, 5, 6, 9, 10 };

          if (i % 3 == 0)
            cut = etp_image_cut_moved (&cut, &frame, dx, dy);
          else if (i % 3 == 1)
            cut = etp_image_cut_scaled (&cut, &frame, g_rand_double_range (random, 0.1, 4));
          else
            cut = etp_image_cut_drawn (&cut, &frame, edges[g_rand_int_range (random, 0, 8)], dx,
                                       dy);
          assert_within (&cut, &frame);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/image-cut/largest", test_largest);
  g_test_add_func ("/paint/image-cut/moved", test_moved);
  g_test_add_func ("/paint/image-cut/drawn", test_drawn);
  g_test_add_func ("/paint/image-cut/scaled", test_scaled);
  g_test_add_func ("/paint/image-cut/fitted", test_fitted);
  g_test_add_func ("/paint/image-cut/random", test_random);
  return g_test_run ();
}
