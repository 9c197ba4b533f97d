/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-picture.h"

#include "model/etp-fields.h"
#include "paint/etp-pictures.h"

GdkTexture *
etp_picture_new (int width, int height, EtpRgba ground, EtpPictureFunc func, gpointer user_data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_set_source_rgb (cr, (ground >> 24) / 255.0, (ground >> 16 & 0xff) / 255.0,
                        (ground >> 8 & 0xff) / 255.0);
  cairo_paint (cr);
  func (cr, user_data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                       stride * (gsize) height,
                                       (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, stride);
}

typedef struct
{
  EtpPainter *painter;
  EtpScene *scene;
  const EtpRect *area;
  int width, height;
} Area;

static void
paint_area (cairo_t *cr, gpointer user_data)
{
  const Area *self = user_data;
  const double scale = MIN (self->width / self->area->width, self->height / self->area->height);

  cairo_translate (cr, (self->width - self->area->width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -self->area->x, -self->area->y);
  cairo_rectangle (cr, self->area->x, self->area->y, self->area->width, self->area->height);
  cairo_clip (cr);
  etp_paint_scene (self->painter, cr, self->scene, self->area, etp_detail_for_zoom (scale));
}

GdkTexture *
etp_picture_new_of_area (
    EtpPainter *painter, EtpScene *scene, const EtpRect *area, int width, int height)
{
  Area self = { painter, scene, area, width, height };
  const EtpRgba paper = etp_style_get_color (etp_scene_get_style (scene), ETP_COLOR_PAPER);

  g_return_val_if_fail (area->width > 0 && area->height > 0, NULL);

  return etp_picture_new (width, height, paper, paint_area, &self);
}

/* Documents come from strangers: only what the map itself would decode is decoded. */
GdkTexture *
etp_picture_new_of_asset (EtpJourney *journey, const char *id)
{
  EtpNode *asset = etp_journey_get_node (journey, id);
  GBytes *bytes = NULL;
  EtpPictureInfo info;

  if (asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS)
    bytes = etp_node_get_bytes (asset, ETP_ASSET_DATA);
  if (bytes == NULL || !etp_picture_get_info (bytes, &info))
    return NULL;
  return gdk_texture_new_from_bytes (bytes, NULL);
}
