/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-lane-picture.h"

#include "paint/etp-paint.h"
#include "scene/etp-heads.h"
#include "scene/etp-view.h"

/* The sample's scene, cut to the lane: from its top left, as much as fits the picture. The painter is
 * the map's own, so that a picture shows what one gets. At most 23 pictures a style, 90 kB each. */

#define AIR 14.0 /* around what is shown, in map units */

static EtpRect
find_lane_area (EtpScene *scene, EtpLaneKind kind)
{
  g_autoptr (GArray) lanes = etp_heads_list (scene, ETP_LIST_LANES);
  g_autoptr (GArray) phases = etp_heads_list (scene, ETP_LIST_PHASES);
  const EtpHead *lane = &g_array_index (lanes, EtpHead, 0);
  const EtpHead *phase = &g_array_index (phases, EtpHead, 0);
  /* The words of a line stand in the lane's head. */
  const double left = kind == ETP_LANE_KIND_LINE ? etp_scene_item_rect (scene, lane->ref, NULL).x
                                                 : phase->start;

  return (EtpRect){ left, lane->start - AIR, phase->end - left, lane->end - lane->start + 2 * AIR };
}

static cairo_surface_t *
paint (EtpJourney *journey, EtpLaneKind kind, EtpStyleKind style_kind, int scale)
{
  static EtpText *text; /* lives as long as the program: fonts are dear to set up */
  const EtpViewOptions options = { .hide_title = TRUE };
  const int width = ETP_LANE_PICTURE_WIDTH * scale, height = ETP_LANE_PICTURE_HEIGHT * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (EtpStyle) style = etp_style_new (style_kind);
  g_autoptr (EtpPainter) painter = NULL;
  g_autoptr (EtpScene) scene = NULL;
  cairo_t *cr = cairo_create (surface);
  EtpRgba ground;
  double zoom;
  EtpRect area;

  if (text == NULL)
    text = etp_text_new ();
  painter = etp_painter_new (text, journey);
  scene = etp_view_build (etp_view_get (NULL), journey, &options, style, ETP_MEASURER (text), NULL);
  area = find_lane_area (scene, kind);
  zoom = width / area.width;
  /* The column goes on above and below the lane. */
  ground = etp_style_get_phase_tint (style, etp_style_get_phase (style, 0, 1, "", ""));
  if (kind == ETP_LANE_KIND_LINE)
    ground = etp_style_get_color (style, ETP_COLOR_PAPER);
  cairo_set_source_rgb (cr, (ground >> 24) / 255.0, (ground >> 16 & 0xff) / 255.0,
                        (ground >> 8 & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -area.x + (width / zoom - area.width) / 2,
                   -area.y + MAX (0, (height / zoom - area.height) / 2));
  cairo_rectangle (cr, area.x, area.y, area.width, area.height);
  cairo_clip (cr);
  etp_paint_scene (painter, cr, scene, NULL, ETP_DETAIL_FULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes)
      bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

GdkTexture *
etp_lane_picture_get (const EtpLaneSample *sample, EtpStyleKind style, int scale)
{
  static GHashTable *pictures; /* key below → GdkTexture */
  const guint key = ((guint) scale * ETP_N_STYLES + (guint) style) * ETP_N_LANE_KINDS
                    + (guint) sample->kind;
  g_autoptr (EtpJourney) journey = NULL;
  cairo_surface_t *surface;
  GdkTexture *texture;

  if (pictures == NULL)
    pictures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  texture = g_hash_table_lookup (pictures, GUINT_TO_POINTER (key));
  if (texture != NULL)
    return texture;
  journey = etp_lane_sample_create_journey (sample);
  surface = paint (journey, sample->kind, style, scale);
  texture = create_texture (surface);
  cairo_surface_destroy (surface);
  g_hash_table_insert (pictures, GUINT_TO_POINTER (key), texture);
  return texture;
}
