/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-style-private.h"

#include <math.h>
#include <string.h>

/* One look of a map: which colour, type and length each thing has. The palettes are tables
 * (etp-style-palettes.c); here are the rules that derive the rest from them. */

#define PAPER_RING 0.22 /* share of the hue */

struct _EtpStyle
{
  GObject parent_instance;

  EtpStyleKind kind;
  const EtpPalette *palette;
  const EtpMetrics *metrics;
  EtpMetrics narrow; /* what metrics points to in a narrow room */
  double share; /* of the size of running text on slides */
};

G_DEFINE_FINAL_TYPE (EtpStyle, etp_style, G_TYPE_OBJECT)

typedef struct
{
  float size;
  guint16 weight;
  guint8 italic, tabular;
  double line_height;
} TypeRow;

static const TypeRow types[ETP_N_TYPES] = {
  [ETP_TYPE_MAP_TITLE] = { 34, 700, 0, 0, 42 },     [ETP_TYPE_FACTS] = { 15, 400, 0, 0, 22 },
  [ETP_TYPE_PHASE_NAME] = { 18, 700, 0, 0, 24 },    [ETP_TYPE_PHASE_GOAL] = { 13, 400, 0, 0, 18 },
  [ETP_TYPE_PHASE_NUMBER] = { 15, 700, 0, 1, 20 },  [ETP_TYPE_LANE_NAME] = { 14, 600, 0, 0, 19 },
  [ETP_TYPE_CARD_TITLE] = { 14, 600, 0, 0, 19 },    [ETP_TYPE_CARD_TEXT] = { 13, 400, 0, 0, 18 },
  [ETP_TYPE_NOTE] = { 13, 400, 0, 0, 18 },          [ETP_TYPE_NOTE_ITALIC] = { 13, 400, 1, 0, 18 },
  [ETP_TYPE_SMALL] = { 12, 400, 0, 0, 16 },         [ETP_TYPE_SMALL_STRONG] = { 12, 600, 0, 0, 16 },
  [ETP_TYPE_MEASURE_TITLE] = { 13, 600, 0, 0, 18 }, [ETP_TYPE_VALUE] = { 23, 700, 0, 1, 28 },
  [ETP_TYPE_AXIS] = { 12, 600, 0, 0, 16 },          [ETP_TYPE_FOOT] = { 12, 400, 0, 0, 17 },
  [ETP_TYPE_WIDE_TITLE] = { 54, 700, 0, 0, 66 },    [ETP_TYPE_WIDE_NAME] = { 22, 700, 0, 0, 30 },
  [ETP_TYPE_WIDE_TEXT] = { 20, 400, 0, 0, 28 },     [ETP_TYPE_WIDE_ITALIC] = { 20, 400, 1, 0, 28 },
  [ETP_TYPE_SLIDE_TITLE] = { 30, 700, 0, 0, 38 },
};

static const EtpMetrics metrics = {
  .margin = 40,
  .phase_width = 312,
  .phase_gap = 14,
  .phase_radius = 14,
  .phase_head = 84,
  .phase_bar = 5,
  .lane_head_width = 168,
  .lane_space = 22,
  .card_inset = 12,
  .card_radius = 10,
  .card_gap = 10,
  .card_padding = 12,
  .note_radius = 9,
  .emotion_height = 250,
  .curve_width = 4.5,
  .point_radius = 7.5,
  .measure_height = 58,
  .metric_height = 66,
  .channel_spacing = 24,
  .collapsed_width = 64,
  .scale = 1,
};

/* 214 + 3 × (546 + 16) with the margin is 1916: three phases on a projector of 1920. */
static const EtpMetrics room_metrics = {
  .margin = 16,
  .phase_width = 546,
  .phase_gap = 16,
  .phase_radius = 16,
  .phase_head = 104,
  .phase_bar = 7,
  .lane_head_width = 214,
  .lane_space = 28,
  .card_inset = 14,
  .card_radius = 12,
  .card_gap = 14,
  .card_padding = 16,
  .note_radius = 12,
  .emotion_height = 330,
  .curve_width = 6,
  .point_radius = 10,
  .measure_height = 84,
  .metric_height = 100,
  .channel_spacing = 36,
  .collapsed_width = 84,
  .scale = 1.55,
};

static const EtpMetrics slide_metrics = {
  .margin = 56,
  .phase_width = 312,
  .phase_gap = 14,
  .phase_radius = 14,
  .phase_head = 84,
  .phase_bar = 5,
  .lane_head_width = 150,
  .lane_space = 22,
  .card_inset = 0,
  .card_radius = 12,
  .card_gap = 12,
  .card_padding = 14,
  .note_radius = 10,
  .emotion_height = 250,
  .curve_width = 5,
  .point_radius = 9,
  .measure_height = 58,
  .metric_height = 66,
  .channel_spacing = 24,
  .collapsed_width = 64,
  .scale = 23.0 / 16.0,
};

/* 160 of 360 pixels are less than half of them. */
#define NARROW_LANE_HEAD_WIDTH 160

/* Large types are large enough and grow less. */
#define LARGE 18.0f
#define ROOM_LARGE_SCALE 1.3
#define SLIDE_LARGE_SCALE 1.0
#define SLIDE_FOOT_SCALE 1.25

static void
etp_style_class_init (EtpStyleClass *klass)
{
}

static void
etp_style_init (EtpStyle *self)
{
}

EtpStyle *
etp_style_new (EtpStyleKind kind)
{
  EtpStyle *self = g_object_new (ETP_TYPE_STYLE, NULL);

  self->kind = kind < ETP_N_STYLES ? kind : ETP_STYLE_LIGHT;
  self->palette = &etp_palettes[self->kind];
  self->metrics = &metrics;
  self->share = 1;
  return self;
}

EtpStyle *
etp_style_new_room (EtpStyleKind kind)
{
  EtpStyle *self = etp_style_new (kind);

  self->metrics = &room_metrics;
  return self;
}

EtpStyle *
etp_style_new_narrow_room (EtpStyleKind kind)
{
  EtpStyle *self = etp_style_new (kind);

  self->narrow = room_metrics;
  self->narrow.lane_head_width = NARROW_LANE_HEAD_WIDTH;
  self->metrics = &self->narrow;
  return self;
}

EtpStyle *
etp_style_new_slide (EtpStyleKind kind)
{
  EtpStyle *self = etp_style_new (kind);

  self->metrics = &slide_metrics;
  return self;
}

EtpStyle *
etp_style_new_close_slide (EtpStyleKind kind, double share)
{
  EtpStyle *self = etp_style_new_slide (kind);

  self->share = CLAMP (share, ETP_STYLE_LEAST_SHARE, 1);
  return self;
}

gboolean
etp_style_is_room (EtpStyle *self)
{
  return self->metrics == &room_metrics || etp_style_is_narrow_room (self);
}

gboolean
etp_style_is_narrow_room (EtpStyle *self)
{
  return self->metrics == &self->narrow;
}

EtpStyleKind
etp_style_get_kind (EtpStyle *self)
{
  return self->kind;
}

gboolean
etp_style_is_dark (EtpStyle *self)
{
  return self->kind == ETP_STYLE_DARK || self->kind == ETP_STYLE_CONTRAST_DARK;
}

gboolean
etp_style_is_paper (EtpStyle *self)
{
  return self->kind == ETP_STYLE_PAPER;
}

const EtpMetrics *
etp_style_get_metrics (EtpStyle *self)
{
  return self->metrics;
}

EtpRgba
etp_style_get_color (EtpStyle *self, EtpColorRole role)
{
  g_return_val_if_fail (role < ETP_N_COLORS, 0);

  return self->palette->colors[role];
}

/* color, moved towards the ink in small steps until it has the contrast with surface. */
static EtpRgba
strengthen (EtpStyle *self, EtpRgba color, EtpRgba surface, double contrast)
{
  EtpRgba ink = etp_style_is_dark (self) ? 0xffffffff : 0x000000ff;
  EtpRgba result = color;

  for (guint i = 1; i <= 50 && etp_rgba_contrast (result, surface) < contrast; i++)
    result = etp_rgba_mix (ink, color, i / 50.0);
  return result;
}

EtpRgba
etp_style_get_named (EtpStyle *self, const char *name, EtpRgba fallback)
{
  EtpRgba parsed;

  if (name == NULL || name[0] == '\0')
    return fallback;
  for (guint i = 0; i < ETP_N_HUES; i++)
    if (strcmp (name, etp_hue_names[i]) == 0)
      return self->palette->hues[i];
  parsed = etp_rgba_parse (name);
  if (parsed == 0)
    return fallback;
  return strengthen (self, parsed, self->palette->colors[ETP_COLOR_PAPER], 3.1);
}

/* Hue in degrees, saturation and lightness 0…1. */
static void
to_hsl (EtpRgba color, double *hue, double *saturation, double *lightness)
{
  double r = (color >> 24 & 0xff) / 255.0, g = (color >> 16 & 0xff) / 255.0;
  double b = (color >> 8 & 0xff) / 255.0;
  double high = MAX (MAX (r, g), b), low = MIN (MIN (r, g), b), span = high - low;

  *lightness = (high + low) / 2;
  *saturation = 0;
  *hue = 0;
  if (span <= 0)
    return;
  *saturation = span / (1 - fabs (2 * *lightness - 1));
  if (high <= r)
    *hue = 60 * fmod ((g - b) / span + 6, 6);
  else if (high <= g)
    *hue = 60 * ((b - r) / span + 2);
  else
    *hue = 60 * ((r - g) / span + 4);
}

static guint
hsl_channel (double hue, double saturation, double lightness, double n)
{
  double k = fmod (n + hue / 30, 12);
  double a = saturation * MIN (lightness, 1 - lightness);

  return (guint) lround (255 * (lightness - a * MAX (-1.0, MIN (MIN (k - 3, 9 - k), 1.0))));
}

static EtpRgba
from_hsl (double hue, double saturation, double lightness)
{
  return hsl_channel (hue, saturation, lightness, 0) << 24
         | hsl_channel (hue, saturation, lightness, 8) << 16
         | hsl_channel (hue, saturation, lightness, 4) << 8 | 0xff;
}

/* The hue as light or dark as it takes to have this contrast with white, so that a family looks
 * even: at the same lightness yellow is far brighter than blue. */
static EtpRgba
from_hue (double hue, double saturation, double contrast)
{
  double low = 0, high = 1;

  for (guint i = 0; i < 12; i++)
    {
      double middle = (low + high) / 2;

      if (etp_rgba_contrast (from_hsl (hue, saturation, middle), 0xffffffff) > contrast)
        low = middle;
      else
        high = middle;
    }
  return from_hsl (hue, saturation, low);
}

/* A step of the family: blue to purple, or as far along the colour circle from another accent. */
static EtpRgba
get_family_step (EtpStyle *self, double share, const char *accent)
{
  double position = CLAMP (share, 0.0, 1.0) * (ETP_N_PHASE_STEPS - 1);
  guint step = MIN ((guint) position, (guint) ETP_N_PHASE_STEPS - 2);
  EtpRgba start = 0;
  double hue, saturation, lightness;

  if (accent != NULL && accent[0] != '\0' && strcmp (accent, "blue") != 0)
    {
      start = etp_rgba_parse (accent);
      for (guint i = 0; i < ETP_N_HUES && start == 0; i++)
        if (strcmp (accent, etp_hue_names[i]) == 0)
          start = etp_palettes[ETP_STYLE_LIGHT].hues[i];
    }
  if (start == 0)
    return etp_rgba_mix (etp_phase_family[step + 1], etp_phase_family[step], position - step);
  to_hsl (start, &hue, &saturation, &lightness);
  return from_hue (fmod (hue + 62 * share, 360), MIN (saturation, 0.75) * (1 - 0.3 * share),
                   CLAMP (etp_rgba_contrast (start, 0xffffffff), 4.9, 8.0));
}

EtpRgba
etp_style_get_phase (EtpStyle *self, guint index, guint n, const char *color, const char *accent)
{
  double share = n > 1 ? (double) index / (n - 1) : 0;
  EtpRgba base = get_family_step (self, share, accent);

  base = etp_style_get_named (self, color, base);
  return strengthen (self, base, self->palette->colors[ETP_COLOR_PAPER],
                     self->palette->phase_contrast);
}

/* A tint of color on ground: as strong as the style wants, less for colours so bright that text
 * could not be read on it. */
static EtpRgba
get_tint (EtpStyle *self, EtpRgba color, EtpColorRole ground, double share)
{
  EtpRgba dim = self->palette->colors[ETP_COLOR_DIM];
  EtpRgba under = self->palette->colors[ground];
  EtpRgba tint = etp_rgba_mix (color, under, share);

  for (guint i = 0; i < 20 && etp_rgba_contrast (dim, tint) < 4.6; i++)
    {
      share *= 0.85;
      tint = etp_rgba_mix (color, under, share);
    }
  return tint;
}

EtpRgba
etp_style_get_phase_tint (EtpStyle *self, EtpRgba phase)
{
  return get_tint (self, phase, ETP_COLOR_PAPER, self->palette->band);
}

EtpRgba
etp_style_get_head_tint (EtpStyle *self, EtpRgba phase)
{
  return get_tint (self, phase, ETP_COLOR_PAPER, self->palette->head);
}

EtpRgba
etp_style_get_surface (EtpStyle *self, EtpRgba color)
{
  return get_tint (self, color, ETP_COLOR_CARD, self->palette->surface);
}

EtpRgba
etp_style_get_surface_ring (EtpStyle *self, EtpRgba color)
{
  gboolean strong = self->kind == ETP_STYLE_CONTRAST || self->kind == ETP_STYLE_CONTRAST_DARK;

  if (strong)
    return etp_style_get_text_ink (self, color);
  if (etp_style_is_paper (self))
    return etp_rgba_mix (color, etp_style_get_surface (self, color), PAPER_RING);
  return 0;
}

EtpRgba
etp_style_get_text_ink (EtpStyle *self, EtpRgba color)
{
  EtpRgba ink = strengthen (self, color, etp_style_get_head_tint (self, color), 4.6);

  ink = strengthen (self, ink, self->palette->colors[ETP_COLOR_CARD], 4.6);
  return strengthen (self, ink, etp_style_get_surface (self, color), 4.6);
}

/* Personas after the first differ as far as the palette allows; red and green keep their meaning
 * and come last. */
EtpRgba
etp_style_get_persona (EtpStyle *self, guint index, const char *color)
{
  static const guint8 order[] = { 0, 3, 1, 4, 2, 7, 5, 6 };

  return etp_style_get_named (self, color,
                              self->palette->hues[order[index % G_N_ELEMENTS (order)]]);
}

static double
get_type_scale (EtpStyle *self, const TypeRow *row)
{
  if (self->metrics == &metrics)
    return 1;
  if (self->metrics == &slide_metrics && row == &types[ETP_TYPE_FOOT])
    return SLIDE_FOOT_SCALE;
  if (row->size < LARGE)
    return self->metrics->scale * self->share;
  return etp_style_is_room (self) ? ROOM_LARGE_SCALE : SLIDE_LARGE_SCALE;
}

EtpFont
etp_style_get_font (EtpStyle *self, EtpType type)
{
  const TypeRow *row;

  g_return_val_if_fail (type < ETP_N_TYPES, ((EtpFont){ 13, 400, 0, 0 }));

  row = &types[type];
  return (EtpFont){ (float) ((double) row->size * get_type_scale (self, row)), row->weight,
                    row->italic, row->tabular };
}

double
etp_style_get_line_height (EtpStyle *self, EtpType type)
{
  g_return_val_if_fail (type < ETP_N_TYPES, 18);

  return round (types[type].line_height * get_type_scale (self, &types[type]));
}
