/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-measurer.h"
#include "etp-icon.h"

G_BEGIN_DECLS

/* An item is one thing of the picture that a person can point at or that carries meaning: a card,
 * a phase head, a point of the curve, a piece of the curve. It is made of marks, a small display
 * list that the painter, the SVG writer and later the slide writers walk; none of them knows
 * what a lane is. Items are immutable and reference-counted; marks are relative to the item's
 * own origin, so an item that only moved is the same item.
 */

/* How much is drawn of an item, from the zoom: full >= 0.54, titles >= 0.35, bars >= 0.12, blocks. */
typedef enum
{
  ETP_DETAIL_FULL,
  ETP_DETAIL_TITLES,
  ETP_DETAIL_BARS,
  ETP_DETAIL_BLOCKS,
} EtpDetail;

typedef enum
{
  ETP_MARK_BOX, /* rounded rectangle; radius = half the height makes a pill or a circle */
  ETP_MARK_TEXT, /* broken lines of one text in one font */
  ETP_MARK_ICON, /* one of the shipped drawings, fitted into rect */
  ETP_MARK_PATH, /* lines and cubic curves */
  ETP_MARK_IMAGE, /* an asset, cropped to cover rect */
} EtpMarkType;

typedef enum
{
  ETP_ALIGN_START,
  ETP_ALIGN_CENTER,
  ETP_ALIGN_END,
} EtpAlign;

typedef enum
{
  ETP_STROKE_SOLID,
  ETP_STROKE_DASHED,
  ETP_STROKE_DOTTED, /* to-be, and nothing else */
} EtpStroke;

typedef enum
{
  ETP_FILL_SOLID,
  ETP_FILL_HATCH, /* 45° lines in the fill colour */
} EtpFill;

/* Path: verbs 'M' 1 point, 'L' 1, 'C' 3, 'Z' 0; points as x, y pairs. */
typedef struct
{
  char *verbs; /* NUL-terminated */
  float *points;
  guint n_points; /* floats */
} EtpPath;

typedef struct
{
  guint8 type; /* EtpMarkType */
  guint8 detail; /* coarsest EtpDetail at which the mark is still drawn as itself */
  guint8 bar; /* text: beyond detail, drawn as a bar for each line down to ETP_DETAIL_BARS */
  guint8 stroke; /* EtpStroke */
  guint8 fill; /* EtpFill */
  guint8 align; /* EtpAlign, text */
  guint16 icon; /* EtpIcon */
  EtpRect rect; /* in item coordinates; text: its box, first line's top at rect.y */
  EtpRgba fill_color; /* text and icon: the ink */
  EtpRgba stroke_color;
  float stroke_width;
  float radius;
  /* text */
  EtpFont font;
  float line_height;
  float baseline; /* of the first line, from rect.y */
  guint n_lines;
  EtpTextLine *lines;
  char *text; /* GRefString; image: the asset's id */
  /* path */
  EtpPath *path;
} EtpMark;

typedef enum
{
  ETP_ITEM_FILL, /* a flat opaque rectangle without radius: exactly one ETP_MARK_BOX */
  ETP_ITEM_TITLE,
  ETP_ITEM_PHASE_HEAD,
  ETP_ITEM_LANE_HEAD,
  ETP_ITEM_CARD,
  ETP_ITEM_MEASURE,
  ETP_ITEM_METRIC,
  ETP_ITEM_AXIS,
  ETP_ITEM_CURVE,
  ETP_ITEM_POINT,
  ETP_ITEM_STOP,
  ETP_ITEM_LINK,
  ETP_ITEM_LABEL,
  ETP_ITEM_LINE,
  ETP_ITEM_IMAGE,
  ETP_ITEM_PERSONA,
  ETP_ITEM_FOOT,
  ETP_ITEM_CELL, /* an empty cell, to stand on: node_id is the lane's, sub the phase's */
} EtpItemKind;

typedef enum
{
  ETP_LAYER_BACK, /* bands, hairlines */
  ETP_LAYER_BODY, /* cards, curve */
  ETP_LAYER_FRONT, /* points, pills, labels */
} EtpLayer;

typedef enum
{
  ETP_PIN_NONE = 0,
  ETP_PIN_TOP = 1,
  ETP_PIN_LEFT = 2,
  ETP_PIN_BOTH = 3,
} EtpPin;

typedef enum
{
  ETP_CAN_FOCUS = 1 << 0, /* walked by the keyboard, in the accessibility tree */
  ETP_CAN_EDIT = 1 << 1,
  ETP_CAN_MOVE = 1 << 2,
  ETP_CAN_FOLD = 1 << 3, /* a head or the heading of a group: shows what belongs to it or not */
  ETP_IS_FOLDED = 1 << 4,
} EtpCan;

typedef struct
{
  gint ref_count;
  guint8 kind, layer, pin, can;
  gint16 field; /* the node's field that it shows; -1: the node as a whole */
  char *node_id; /* GRefString of the node that it shows; NULL: nobody's */
  char *sub; /* GRefString: a persona's id for a curve or point …; NULL */
  char *name; /* GRefString: accessible name, never NULL for focusable items */
  char *note; /* GRefString: what a screen reader adds ("delighted, +1.6"); NULL */
  guint64 stamp; /* of all that went into it: equal stamp, same item */
  double width, height; /* bounds, from the origin */
  EtpRect ink; /* all that its marks cover, shadow and overhang included */
  guint n_marks;
  EtpMark *marks;
} EtpItem;

EtpItem *etp_item_ref (EtpItem *self);
void etp_item_unref (EtpItem *self);
/* Same picture and meaning: for tests. */
gboolean etp_item_equal (const EtpItem *a, const EtpItem *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpItem, etp_item_unref)

G_END_DECLS
