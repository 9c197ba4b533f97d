/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-paint-page.h"

/* Pages on a cairo_t, for printing, previews and, by their parts, PDF. */

gboolean
etp_page_part_is_whole (const EtpPagePart *part)
{
  return part->source.x <= 0 && part->source.y <= 0
         && part->source.x + part->source.width >= etp_scene_get_width (part->scene)
         && part->source.y + part->source.height >= etp_scene_get_height (part->scene);
}

void
etp_paint_page_ground (cairo_t *cr, const EtpPage *page)
{
  EtpRgba paper;

  if (page->n_parts == 0)
    return;
  paper = etp_style_get_color (etp_scene_get_style (page->parts[0].scene), ETP_COLOR_PAPER);
  cairo_set_source_rgb (cr, (paper >> 24) / 255.0, (paper >> 16 & 0xff) / 255.0,
                        (paper >> 8 & 0xff) / 255.0);
  cairo_rectangle (cr, 0, 0, page->width, page->height);
  cairo_fill (cr);
}

void
etp_paint_enter_part (cairo_t *cr, const EtpPagePart *part)
{
  cairo_translate (cr, part->x, part->y);
  cairo_scale (cr, part->scale, part->scale);
  cairo_translate (cr, -part->source.x, -part->source.y);
}

void
etp_paint_clip_part (cairo_t *cr, const EtpPagePart *part)
{
  if (etp_page_part_is_whole (part))
    return;
  cairo_rectangle (cr, part->source.x, part->source.y, part->source.width, part->source.height);
  cairo_clip (cr);
}

void
etp_paint_page (EtpPainter *self, cairo_t *cr, const EtpPage *page, double zoom)
{
  g_return_if_fail (ETP_IS_PAINTER (self));

  etp_paint_page_ground (cr, page);
  for (guint i = 0; i < page->n_parts; i++)
    {
      const EtpPagePart *part = &page->parts[i];

      cairo_save (cr);
      etp_paint_enter_part (cr, part);
      etp_paint_clip_part (cr, part);
      etp_paint_scene (self, cr, part->scene, etp_page_part_is_whole (part) ? NULL : &part->source,
                       zoom > 0 ? etp_detail_for_zoom (zoom * part->scale) : ETP_DETAIL_FULL);
      cairo_restore (cr);
    }
}
