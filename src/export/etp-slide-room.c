/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-slide-room.h"

#define GAP 10.0 /* between the title and content */
#define LEAST_SHARE 0.4 /* of a slide, for a room that is good */
#define LEAST_WIDTH 0.55 /* shares of the slide, for a place for texts that is of use */
#define LEAST_HEIGHT 0.38
#define MOST_ORNAMENT 0.4 /* of a slide: what is larger is a ground to write on */
#define MOST_LOSS 0.3 /* of the room, for the sake of an ornament */
#define MOST_MARGIN 0.12 /* of the width */
#define LEAST_MARGIN 0.03

void
etp_slide_plan_init (EtpSlidePlan *self)
{
  *self = (EtpSlidePlan){ 0 };
  self->feet = g_array_new (FALSE, FALSE, sizeof (EtpRect));
  self->ornaments = g_array_new (FALSE, FALSE, sizeof (EtpRect));
}

void
etp_slide_plan_clear (EtpSlidePlan *self)
{
  g_clear_pointer (&self->feet, g_array_unref);
  g_clear_pointer (&self->ornaments, g_array_unref);
}

void
etp_slide_plan_copy (const EtpSlidePlan *self, EtpSlidePlan *copy)
{
  *copy = *self;
  copy->feet = g_array_copy (self->feet);
  copy->ornaments = g_array_copy (self->ornaments);
}

static double
get_area (const EtpRect *rect)
{
  return MAX (rect->width, 0) * MAX (rect->height, 0);
}

gboolean
etp_slide_room_is_good (const EtpRect *room, double width, double height)
{
  return get_area (room) >= LEAST_SHARE * width * height && room->width >= width / 2
         && room->height >= height / 3;
}

/* As far from both edges as the title is from the left. */
static EtpRect
get_whole (const EtpSlidePlan *self, double width, double height)
{
  const double left = CLAMP (self->title.x, LEAST_MARGIN * width, MOST_MARGIN * width);
  const double edge = LEAST_MARGIN * width;

  return (EtpRect){ left, edge, width - 2 * left, height - 2 * edge };
}

static void
avoid_all (EtpRect *room, const GArray *rects, double width, double height)
{
  for (guint i = 0; i < rects->len; i++)
    {
      const EtpRect *rect = &g_array_index (rects, EtpRect, i);
      EtpRect rest = *room;

      if (get_area (rect) > MOST_ORNAMENT * width * height)
        continue;
      etp_slide_frame_avoid (&rest, rect);
      if (get_area (&rest) >= (1 - MOST_LOSS) * get_area (room))
        *room = rest;
    }
}

static EtpRect
narrow (const EtpSlidePlan *self, EtpRect room, double width, double height)
{
  EtpRect title = self->title;

  title.y -= GAP;
  title.height += 2 * GAP;
  etp_slide_frame_avoid (&room, &title);
  avoid_all (&room, self->feet, width, height);
  avoid_all (&room, self->ornaments, width, height);
  room.x += self->inset;
  room.width = MAX (room.width - 2 * self->inset, 1);
  room.height = MAX (room.height, 1);
  return room;
}

EtpRect
etp_slide_plan_find_room (const EtpSlidePlan *self, double width, double height)
{
  const EtpRect slide = { 0, 0, width, height };
  EtpRect room = self->body;

  if (room.width >= LEAST_WIDTH * width && room.height >= LEAST_HEIGHT * height)
    {
      /* A place that reaches beyond the slide. */
      room = (EtpRect){ MAX (room.x, 0), MAX (room.y, 0), 0, 0 };
      room.width = MIN (self->body.x + self->body.width, width) - room.x;
      room.height = MIN (self->body.y + self->body.height, height) - room.y;
      room = narrow (self, room, width, height);
      if (etp_slide_room_is_good (&room, width, height))
        return room;
    }
  room = narrow (self, get_whole (self, width, height), width, height);
  if (room.width >= width / 3 && room.height >= height / 4)
    return room;
  /* A title that takes all: content lies on it, below the middle. */
  room = get_whole (self, slide.width, slide.height);
  room.y = height * 0.3;
  room.height = height * 0.62;
  return room;
}
