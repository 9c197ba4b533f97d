/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-slide-frame.h"

void
etp_slide_frame_avoid (EtpRect *room, const EtpRect *obstacle)
{
  const double right = room->x + room->width, bottom = room->y + room->height;
  const double obstacle_right = obstacle->x + obstacle->width;
  const double obstacle_bottom = obstacle->y + obstacle->height;
  /* Above, below, left and right of it. */
  const EtpRect rests[] = {
    { room->x, room->y, room->width, obstacle->y - room->y },
    { room->x, obstacle_bottom, room->width, bottom - obstacle_bottom },
    { room->x, room->y, obstacle->x - room->x, room->height },
    { obstacle_right, room->y, right - obstacle_right, room->height },
  };
  EtpRect best = { room->x, room->y, 0, 0 };

  if (obstacle->x >= right || obstacle->y >= bottom || obstacle_right <= room->x
      || obstacle_bottom <= room->y)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    if (rests[i].width > 0 && rests[i].height > 0
        && rests[i].width * rests[i].height > best.width * best.height)
      best = rests[i];
  *room = best;
}
