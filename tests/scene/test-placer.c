/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene/etp-placer.h"

/* Labels find the free candidate, stay in their area, and know what they cost. */

static const EtpCandidate candidates[] = { { 50, 20, 0 }, { 50, 80, 5 }, { 20, 50, 10 } };

static double
choose (EtpPlacer *placer, EtpRect *label)
{
  return etp_placer_choose (placer, 20, 10, candidates, G_N_ELEMENTS (candidates), label);
}

static void
test_boxes (void)
{
  EtpPlacer placer;
  EtpRect label;

  etp_placer_init (&placer, (EtpRect){ 0, 0, 100, 100 }, 2);
  g_assert_cmpfloat (choose (&placer, &label), ==, 0);
  g_assert_cmpfloat (label.x, ==, 40);
  g_assert_cmpfloat (label.y, ==, 15);
  /* Nearer than the clearance is too near. */
  etp_placer_add_box (&placer, (EtpRect){ 61, 10, 20, 20 });
  g_assert_cmpfloat (choose (&placer, &label), ==, 5);
  etp_placer_add_box (&placer, (EtpRect){ 45, 75, 10, 10 });
  g_assert_cmpfloat (choose (&placer, &label), ==, 10);
  etp_placer_add_box (&placer, (EtpRect){ 10, 45, 10, 10 });
  g_assert_cmpfloat (choose (&placer, &label), ==, ETP_PLACER_BOX);
  etp_placer_clear (&placer);
}

static void
test_lines (void)
{
  static const struct
  {
    double x0, y0, x1, y1;
    gboolean meets; /* the first candidate, with clearance */
  } rows[] = {
    { 0, 20, 100, 20, TRUE },  { 100, 20, 0, 20, TRUE },  { 50, 0, 50, 100, TRUE },
    { 0, 40, 100, 40, FALSE }, { 0, 0, 30, 100, FALSE },  { 30, 0, 70, 40, TRUE },
    { 45, 18, 46, 19, TRUE },  { 70, 0, 70, 100, FALSE }, { 20, 50, 60, 28, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpPlacer placer;
      EtpRect label;

      g_test_message ("row %u", i);
      etp_placer_init (&placer, (EtpRect){ 0, 0, 100, 100 }, 2);
      etp_placer_add_segment (&placer, rows[i].x0, rows[i].y0, rows[i].x1, rows[i].y1, 77);
      g_assert_cmpfloat (etp_placer_choose (&placer, 20, 10, candidates, 1, &label), ==,
                         rows[i].meets ? 77 : 0);
      etp_placer_clear (&placer);
    }
}

/* Many segments of one line are one line; those of two are two. */
static void
test_line_counts_once (void)
{
  EtpPlacer placer;
  EtpRect label;

  etp_placer_init (&placer, (EtpRect){ 0, 0, 100, 100 }, 2);
  for (guint line = 1; line <= 2; line++)
    {
      etp_placer_begin_line (&placer);
      for (guint i = 0; i < 10; i++)
        etp_placer_add_segment (&placer, i * 10.0, 20, i * 10.0 + 10, 20, 100);
      g_assert_cmpfloat (etp_placer_choose (&placer, 20, 10, candidates, 1, &label), ==,
                         100.0 * line);
    }
  etp_placer_clear (&placer);
}

static void
test_area (void)
{
  EtpCandidate outside[] = { { -30, 50, 0 }, { 300, 500, 0 } };
  EtpPlacer placer;
  EtpRect label;

  etp_placer_init (&placer, (EtpRect){ 0, 0, 100, 100 }, 2);
  etp_placer_choose (&placer, 20, 10, outside, 1, &label);
  g_assert_cmpfloat (label.x, ==, 0);
  etp_placer_choose (&placer, 20, 10, outside + 1, 1, &label);
  g_assert_cmpfloat (label.x, ==, 80);
  g_assert_cmpfloat (label.y, ==, 90);
  etp_placer_clear (&placer);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/placer/boxes", test_boxes);
  g_test_add_func ("/scene/placer/lines", test_lines);
  g_test_add_func ("/scene/placer/line-counts-once", test_line_counts_once);
  g_test_add_func ("/scene/placer/area", test_area);
  return g_test_run ();
}
