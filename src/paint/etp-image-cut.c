/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-image-cut.h"

/* How wide a cut may get while this much room is left and right, above and below of what stays. */
static double
get_most (const EtpImageFrame *frame, double width, double height)
{
  return frame->ratio > 0 ? MIN (width, height * frame->ratio) : width;
}

/* The least width of a cut, so that no side is too short. */
static double
get_least (const EtpImageFrame *frame)
{
  const double shortest = MIN (ETP_IMAGE_CUT_SHORTEST, MIN (frame->width, frame->height));

  return frame->ratio > 0 ? MAX (shortest, shortest * frame->ratio) : shortest;
}

EtpImageCut
etp_image_cut_largest (const EtpImageFrame *frame)
{
  EtpImageCut cut = { 0, 0, frame->width, frame->height };

  if (frame->ratio > 0)
    {
      cut.width = get_most (frame, frame->width, frame->height);
      cut.height = cut.width / frame->ratio;
    }
  cut.x = (frame->width - cut.width) / 2;
  cut.y = (frame->height - cut.height) / 2;
  return cut;
}

EtpImageCut
etp_image_cut_moved (const EtpImageCut *self, const EtpImageFrame *frame, double dx, double dy)
{
  EtpImageCut cut = *self;

  cut.x = CLAMP (cut.x + dx, 0, MAX (0, frame->width - cut.width));
  cut.y = CLAMP (cut.y + dy, 0, MAX (0, frame->height - cut.height));
  return cut;
}

/* How far a side can get: to the border beyond the edge that is drawn, or on both sides of a middle
 * that stays. */
static double
get_room (double start, double length, double whole, gboolean before, gboolean after)
{
  if (before)
    return start + length;
  if (after)
    return whole - start;
  return 2 * MIN (start + length / 2, whole - start - length / 2);
}

static double
get_start (double start, double length, double new_length, gboolean before, gboolean after)
{
  if (before)
    return start + length - new_length;
  if (after)
    return start;
  return start + (length - new_length) / 2;
}

EtpImageCut
etp_image_cut_drawn (
    const EtpImageCut *self, const EtpImageFrame *frame, guint edges, double dx, double dy)
{
  const gboolean left = (edges & ETP_IMAGE_EDGE_LEFT) != 0;
  const gboolean right = (edges & ETP_IMAGE_EDGE_RIGHT) != 0;
  const gboolean top = (edges & ETP_IMAGE_EDGE_TOP) != 0;
  const gboolean bottom = (edges & ETP_IMAGE_EDGE_BOTTOM) != 0;
  const double room_x = get_room (self->x, self->width, frame->width, left, right);
  const double room_y = get_room (self->y, self->height, frame->height, top, bottom);
  const double least = get_least (frame);
  EtpImageCut cut = *self;

  if (left || right)
    cut.width += left ? -dx : dx;
  if (top || bottom)
    cut.height += top ? -dy : dy;
  if (frame->ratio > 0)
    {
      const double most = get_most (frame, room_x, room_y);

      if (!left && !right)
        cut.width = cut.height * frame->ratio;
      else if (top || bottom)
        cut.width = MAX (cut.width, cut.height * frame->ratio);
      cut.width = MAX (MIN (cut.width, most), MIN (least, most));
      cut.height = cut.width / frame->ratio;
    }
  else
    {
      cut.width = CLAMP (cut.width, MIN (least, room_x), room_x);
      cut.height = CLAMP (cut.height, MIN (least, room_y), room_y);
    }
  cut.x = get_start (self->x, self->width, cut.width, left, right);
  cut.y = get_start (self->y, self->height, cut.height, top, bottom);
  return cut;
}

EtpImageCut
etp_image_cut_scaled (const EtpImageCut *self, const EtpImageFrame *frame, double factor)
{
  const double ratio = self->width / self->height;
  const EtpImageFrame same = { frame->width, frame->height, ratio };
  const double least = MIN (self->width, get_least (&same));
  EtpImageCut cut = *self;

  cut.width = CLAMP (self->width * factor, least, get_most (&same, frame->width, frame->height));
  cut.height = cut.width / ratio;
  cut.x += (self->width - cut.width) / 2;
  cut.y += (self->height - cut.height) / 2;
  return etp_image_cut_moved (&cut, frame, 0, 0);
}

EtpImageCut
etp_image_cut_fitted (const EtpImageCut *self, const EtpImageFrame *frame)
{
  EtpImageCut cut = *self;

  if (frame->ratio > 0)
    {
      const EtpImageFrame within = { self->width, self->height, frame->ratio };

      cut = etp_image_cut_largest (&within);
      cut.x += self->x;
      cut.y += self->y;
      if (cut.width < get_least (frame))
        cut = etp_image_cut_largest (frame);
    }
  return etp_image_cut_moved (&cut, frame, 0, 0);
}
