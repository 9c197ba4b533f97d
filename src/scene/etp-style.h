/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-measurer.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_STYLE_LIGHT,
  ETP_STYLE_DARK,
  ETP_STYLE_CONTRAST, /* high contrast, light */
  ETP_STYLE_CONTRAST_DARK, /* high contrast, dark */
  ETP_STYLE_PAPER,
  ETP_N_STYLES
} EtpStyleKind;

/* What a piece of text or a colour is for; its look is the style's answer. */
typedef enum
{
  ETP_TYPE_MAP_TITLE, /* 34 bold */
  ETP_TYPE_FACTS, /* 15 dim */
  ETP_TYPE_PHASE_NAME, /* 18 bold */
  ETP_TYPE_PHASE_GOAL, /* 13 dim */
  ETP_TYPE_PHASE_NUMBER, /* 15 bold */
  ETP_TYPE_LANE_NAME, /* 14 semibold */
  ETP_TYPE_CARD_TITLE, /* 14 semibold */
  ETP_TYPE_CARD_TEXT, /* 13/18 dim */
  ETP_TYPE_NOTE, /* 13/18 */
  ETP_TYPE_NOTE_ITALIC, /* 13/18 italic */
  ETP_TYPE_SMALL, /* 12 */
  ETP_TYPE_SMALL_STRONG, /* 12 semibold: pills, step numbers at points */
  ETP_TYPE_MEASURE_TITLE, /* 13 semibold */
  ETP_TYPE_VALUE, /* 23 bold, tabular */
  ETP_TYPE_AXIS, /* 12 semibold */
  ETP_TYPE_FOOT, /* 12 on screen and paper: never under 9 pt */
  ETP_TYPE_WIDE_TITLE, /* 54 bold: of a map that is seen from further away */
  ETP_TYPE_WIDE_NAME, /* 22 bold */
  ETP_TYPE_WIDE_TEXT, /* 20 */
  ETP_TYPE_WIDE_ITALIC, /* 20 italic */
  ETP_TYPE_SLIDE_TITLE, /* 30 bold */
  ETP_N_TYPES
} EtpType;

typedef enum
{
  ETP_COLOR_PAPER, /* behind everything */
  ETP_COLOR_INK,
  ETP_COLOR_DIM,
  ETP_COLOR_HAIRLINE,
  ETP_COLOR_CARD, /* card surface */
  ETP_COLOR_CARD_RING,
  ETP_COLOR_CARD_SHADOW,
  ETP_COLOR_PAIN_INK,
  ETP_COLOR_PAIN_SURFACE,
  ETP_COLOR_GAIN_INK, /* opportunities and gains */
  ETP_COLOR_GAIN_SURFACE,
  ETP_COLOR_STAR,
  ETP_COLOR_STAR_OUTLINE,
  ETP_COLOR_GOOD, /* target met */
  ETP_COLOR_BAD, /* target missed */
  ETP_COLOR_WARM_HATCH, /* below the neutral line */
  ETP_COLOR_TRACK, /* channel lines */
  ETP_COLOR_PATH, /* the customer's path */
  ETP_COLOR_FOCUS,
  ETP_COLOR_SELECTION,
  ETP_N_COLORS
} EtpColorRole;

/* Lengths of VISUAL.md, in map units. */
typedef struct
{
  double margin; /* around the map */
  double phase_width; /* 312 */
  double phase_gap; /* 14 */
  double phase_radius; /* 14 */
  double phase_head; /* 84, at least */
  double phase_bar; /* 5 */
  double lane_head_width; /* 168 */
  double lane_space; /* 22 */
  double card_inset; /* 12 each side: card width = column - 24 */
  double card_radius; /* 10 */
  double card_gap; /* between stacked cards */
  double card_padding;
  double note_radius; /* 9 */
  double emotion_height; /* 250 */
  double curve_width; /* 4.5 */
  double point_radius; /* 7.5 */
  double measure_height; /* 58, at least */
  double metric_height; /* 66, at least */
  double channel_spacing;
  double collapsed_width; /* of a collapsed phase */
  double scale; /* of texts, and of widths that documents and lanes wish for: 1, more in a room
                 * and on slides */
} EtpMetrics;

/* EtpStyle: immutable; colours, type and lengths of one look. */
#define ETP_TYPE_STYLE (etp_style_get_type ())
G_DECLARE_FINAL_TYPE (EtpStyle, etp_style, ETP, STYLE, GObject)

EtpStyle *etp_style_new (EtpStyleKind kind);
/* For a projector: texts are read from the last row of a room (at least 20 at 100 %), and columns
 * are so wide that three of them fill 1920. */
EtpStyle *etp_style_new_room (EtpStyleKind kind);
/* The same for a window that is hardly wider than a phone: lane heads leave most of it to the cells. */
EtpStyle *etp_style_new_narrow_room (EtpStyleKind kind);
gboolean etp_style_is_room (EtpStyle *self); /* also of a narrow one */
gboolean etp_style_is_narrow_room (EtpStyle *self);
/* For slides of 720 units' height: running text has 14 pt and more, so that a deck can be read from
 * a projector as well as from a table. */
EtpStyle *etp_style_new_slide (EtpStyleKind kind);
/* The same with running text of this share of its size; ETP_STYLE_LEAST_SHARE keeps it above 9 pt. */
#define ETP_STYLE_LEAST_SHARE 0.8
EtpStyle *etp_style_new_close_slide (EtpStyleKind kind, double share);
EtpStyleKind etp_style_get_kind (EtpStyle *self);
gboolean etp_style_is_dark (EtpStyle *self);
gboolean etp_style_is_paper (EtpStyle *self);
const EtpMetrics *etp_style_get_metrics (EtpStyle *self);
EtpRgba etp_style_get_color (EtpStyle *self, EtpColorRole role);
/* The full colour of a palette name or #rrggbb in this style, legible as a line on paper; fallback
 * for "" or anything unknown. */
EtpRgba etp_style_get_named (EtpStyle *self, const char *name, EtpRgba fallback);
/* Phase index of n: from the family (accent: the theme's, or ""), or color if it is set. */
EtpRgba
etp_style_get_phase (EtpStyle *self, guint index, guint n, const char *color, const char *accent);
EtpRgba etp_style_get_phase_tint (EtpStyle *self,
                                  EtpRgba phase); /* band, opaque: 6 % light, 13 % dark */
EtpRgba etp_style_get_head_tint (EtpStyle *self, EtpRgba phase); /* head, opaque */
EtpRgba etp_style_get_persona (EtpStyle *self, guint index, const char *color);
/* The same hue as text or thin sign: as light or dark as it takes for 4.5:1 on the paper, on cards
 * and on tints of the colour itself. */
EtpRgba etp_style_get_text_ink (EtpStyle *self, EtpRgba color);
/* A calm surface of a hue: a card or pill on which etp_style_get_text_ink () of it is legible. */
EtpRgba etp_style_get_surface (EtpStyle *self, EtpRgba color);
/* The edge of such a surface: strong in high contrast; fine on paper, where a grey print has no hue
 * to tell it from its band; else 0. */
EtpRgba etp_style_get_surface_ring (EtpStyle *self, EtpRgba color);
EtpFont etp_style_get_font (EtpStyle *self, EtpType type);
double etp_style_get_line_height (EtpStyle *self, EtpType type);

G_END_DECLS
