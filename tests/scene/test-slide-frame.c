/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "deck-test.h"
#include "etp-test-build.h"
#include "model/etp-tables.h"
#include "scene-test.h"

/* Decks on somebody else's slides: everything stays in the room that they leave, and is as large as
 * on ours. */

#define SLACK 12.0 /* curves and points go on a little into the phases beside them */

static void
test_avoid (void)
{
  static const struct
  {
    EtpRect obstacle, rest;
  } rows[] = {
    { { 0, 0, 1280, 150 }, { 60, 150, 1160, 470 } }, /* a title above */
    { { 0, 0, 300, 720 }, { 300, 100, 920, 520 } }, /* one at the left */
    { { 1000, 0, 280, 720 }, { 60, 100, 940, 520 } }, /* a bar at the right */
    { { 0, 560, 1280, 160 }, { 60, 100, 1160, 460 } }, /* a foot */
    { { 0, 0, 1280, 100 }, { 60, 100, 1160, 520 } }, /* touches */
    { { 60, 620, 100, 20 }, { 60, 100, 1160, 520 } },
    { { 1100, 80, 200, 60 }, { 60, 140, 1160, 480 } }, /* a logo in the corner */
    { { 0, 0, 1280, 720 }, { 60, 100, 0, 0 } }, /* all of it */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpRect room = { 60, 100, 1160, 520 };

      etp_slide_frame_avoid (&room, &rows[i].obstacle);
      g_assert_cmpfloat (room.x, ==, rows[i].rest.x);
      g_assert_cmpfloat (room.y, ==, rows[i].rest.y);
      g_assert_cmpfloat (room.width, ==, rows[i].rest.width);
      g_assert_cmpfloat (room.height, ==, rows[i].rest.height);
    }
}

static void
check_room (const EtpDeckSlide *slide, const EtpRect *room)
{
  for (guint c = 0; c < etp_scene_get_n_cells (slide->scene); c++)
    {
      const EtpCell *cell = etp_scene_get_cell (slide->scene, c)->cell;

      for (guint i = 0; i < cell->n_items; i++)
        {
          const EtpPlaced *placed = &cell->items[i];
          const EtpItem *item = placed->item;

          if (item->kind == ETP_ITEM_TITLE || item->kind == ETP_ITEM_FILL)
            continue;
          if (placed->x >= room->x - SLACK && placed->y >= room->y - 14 - SLACK
              && placed->x + item->width <= room->x + room->width + SLACK
              && placed->y + item->height <= room->y + room->height + SLACK)
            continue;
          g_test_message ("“%s”: %s at %g,%g %gx%g", slide->title,
                          item->name != NULL ? item->name : "", placed->x, placed->y, item->width,
                          item->height);
          g_test_fail ();
        }
    }
}

static void
test_rooms (void)
{
  static const EtpSlideFrame frames[] = {
    { 1280,
      720,
      { 80, 40, 1000, 90 },
      { 80, 180, 1120, 460 },
      { 80, 200, 1000, 90 },
      { 80, 320, 1000, 300 } },
    { 960,
      720,
      { 48, 30, 864, 90 },
      { 48, 170, 864, 475 },
      { 48, 200, 864, 90 },
      { 144, 400, 672, 184 } },
    /* As many programs have 16:9. */
    { 960,
      540,
      { 40, 30, 880, 70 },
      { 40, 126, 880, 342 },
      { 40, 150, 880, 70 },
      { 40, 290, 880, 150 } },
    /* The title at the left, at the foot. */
    { 1280,
      720,
      { 40, 60, 300, 600 },
      { 380, 60, 860, 600 },
      { 40, 60, 300, 600 },
      { 380, 60, 860, 600 } },
    { 1280,
      720,
      { 60, 600, 1160, 80 },
      { 60, 40, 1160, 540 },
      { 60, 600, 1160, 80 },
      { 60, 40, 1160, 540 } },
    /* Upright. */
    { 720,
      960,
      { 40, 40, 640, 100 },
      { 40, 160, 640, 720 },
      { 40, 40, 640, 100 },
      { 40, 160, 640, 720 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    for (guint k = 0; k < 2; k++)
      {
        g_autoptr (EtpJourney) journey = k == 0 ? etp_test_journey_new_sample ()
                                                : etp_test_journey_new_large (300, 7);
        g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_LIGHT);
        g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();
        EtpDeckOptions options = { .frame = &frames[i],
                                   .ratio = frames[i].content.width < 980 ? ETP_DECK_CLASSIC
                                                                          : ETP_DECK_WIDE,
                                   .today = "2026-10-01" };
        g_autoptr (GPtrArray) slides = etp_deck_build (journey, &options, style, measurer);

        g_test_message ("frame %u, journey %u", i, k);
        deck_test_check_slides (slides);
        deck_test_check_cards (slides, journey);
        for (guint s = 0; s < slides->len; s++)
          check_room (g_ptr_array_index (slides, s),
                      s == 0 ? &frames[i].cover : &frames[i].content);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slide-frame/avoid", test_avoid);
  g_test_add_func ("/slide-frame/rooms", test_rooms);

  return g_test_run ();
}
