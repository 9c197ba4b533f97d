/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "export/etp-slide-fit.h"
#include "export/etp-slide-room.h"

/* Where somebody else's master leaves room, and in what size texts fit into its boxes. */

#define WIDTH 1280.0
#define HEIGHT 720.0

static void
add (GArray *rects, double x, double y, double width, double height)
{
  const EtpRect rect = { x, y, width, height };

  if (width > 0)
    g_array_append_val (rects, rect);
}

static void
test_rooms (void)
{
  static const struct
  {
    const char *about;
    EtpRect title, body, ornament, foot, room;
  } rows[] = {
    { "a place for texts",
      { 80, 40, 1120, 100 },
      { 80, 180, 1120, 460 },
      { 0 },
      { 0 },
      { 90, 180, 1100, 460 } },
    { "it reaches below the foot",
      { 80, 40, 1120, 100 },
      { 80, 180, 1120, 500 },
      { 0 },
      { 80, 650, 300, 40 },
      { 90, 180, 1100, 470 } },
    { "a bar at its edge",
      { 80, 40, 1120, 100 },
      { 80, 180, 1120, 460 },
      { 1180, 0, 100, 720 },
      { 0 },
      { 90, 180, 1080, 460 } },
    { "a picture to write on",
      { 80, 40, 1120, 100 },
      { 80, 180, 1120, 460 },
      { 0, 0, 1280, 720 },
      { 0 },
      { 90, 180, 1100, 460 } },
    { "a sign in its middle",
      { 80, 40, 1120, 100 },
      { 80, 180, 1120, 460 },
      { 600, 380, 60, 60 },
      { 0 },
      { 90, 180, 1100, 460 } },
    { "the title lies in it",
      { 80, 200, 1120, 100 },
      { 80, 180, 1120, 460 },
      { 0 },
      { 0 },
      { 90, 310, 1100, 371.6 } },
    { "a tiny place",
      { 80, 40, 1120, 100 },
      { 80, 180, 200, 100 },
      { 0 },
      { 0 },
      { 90, 150, 1100, 531.6 } },
    { "none", { 80, 40, 1120, 100 }, { 0 }, { 0 }, { 0 }, { 90, 150, 1100, 531.6 } },
    { "a title that fills the slide",
      { 20, 20, 1240, 680 },
      { 0 },
      { 0 },
      { 0 },
      { 38.4, 216, 1203.2, 446.4 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpSlidePlan plan;
      EtpRect room;

      etp_slide_plan_init (&plan);
      plan.title = rows[i].title;
      plan.body = rows[i].body;
      plan.inset = 10;
      add (plan.ornaments, rows[i].ornament.x, rows[i].ornament.y, rows[i].ornament.width,
           rows[i].ornament.height);
      add (plan.feet, rows[i].foot.x, rows[i].foot.y, rows[i].foot.width, rows[i].foot.height);
      room = etp_slide_plan_find_room (&plan, WIDTH, HEIGHT);
      g_test_message ("%s: %g,%g %gx%g", rows[i].about, room.x, room.y, room.width, room.height);
      g_assert_cmpfloat_with_epsilon (room.x, rows[i].room.x, 0.1);
      g_assert_cmpfloat_with_epsilon (room.y, rows[i].room.y, 0.1);
      g_assert_cmpfloat_with_epsilon (room.width, rows[i].room.width, 0.1);
      g_assert_cmpfloat_with_epsilon (room.height, rows[i].room.height, 0.1);
      etp_slide_plan_clear (&plan);
    }
}

static guint
find_size (const char *text, double size, double width, double height, gboolean is_caps)
{
  g_autoptr (EtpText) measurer = etp_text_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  const EtpSlideLook look = { .size = size, .is_caps = is_caps };
  const EtpRect box = { 0, 0, width, height };

  g_ptr_array_add (paragraphs, (gpointer) text);
  return etp_slide_fit_find_size (measurer, paragraphs, &look, &box);
}

/* 4000 are 40 points, lines of 64 units. */
static void
test_sizes (void)
{
  const char *longer = "Lowest at 3.1 Checkout hangs, highest at 4.2 The first run";
  guint size;

  g_assert_cmpuint (find_size ("Short", 4000, 1000, 70, FALSE), ==, 0);
  size = find_size (longer, 4000, 1000, 70, FALSE);
  g_assert_cmpuint (size, >=, 900);
  g_assert_cmpuint (size, <, 4000);
  g_assert_cmpuint (find_size (longer, 4000, 1000, 140, FALSE), ==, 0);
  /* Capitals are wider. */
  g_assert_cmpuint (find_size (longer, 4000, 1000, 70, TRUE), <, size);
  /* No word is broken while it can be helped. */
  size = find_size ("Donaudampfschifffahrt", 4000, 300, 1000, FALSE);
  g_assert_cmpuint (size, >=, 900);
  g_assert_cmpuint (size, <, 4000);
  /* Never under 9 points, whatever the box. */
  size = find_size (longer, 4000, 60, 20, FALSE);
  g_assert_cmpuint (size, >=, 900);
  g_assert_cmpuint (size, <=, 1100);
  g_assert_cmpuint (find_size (longer, 900, 60, 20, FALSE), ==, 0);
  g_assert_cmpuint (find_size ("", 0, -5, 0, FALSE), >=, 900);
}

static double
measure (EtpText *text)
{
  return etp_measurer_get_width (ETP_MEASURER (text), "Measured words",
                                 (EtpFont){ .size = 20, .weight = 400 });
}

/* A family that is not there has what stands for it. */
static void
test_families (void)
{
  g_autoptr (EtpText) own = etp_text_new ();
  g_autoptr (EtpText) same = etp_text_new_for (etp_text_get_family (own));
  g_autoptr (EtpText) unknown = etp_text_new_for ("No Such Family Of Anybody");

  g_assert_cmpfloat (measure (own), ==, measure (same));
  g_assert_cmpfloat (measure (unknown), >, 50);
  g_assert_cmpstr (etp_text_get_family (unknown), !=, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slide-room/rooms", test_rooms);
  g_test_add_func ("/slide-room/sizes", test_sizes);
  g_test_add_func ("/slide-room/families", test_families);

  return g_test_run ();
}
