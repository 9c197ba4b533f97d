/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the journey map in the making, and the table of its lane kinds. */
#pragma once

#include "etp-draft.h"
#include "etp-view.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"
#include "model/etp-words.h"

G_BEGIN_DECLS

typedef struct
{
  EtpNode *phase;
  guint index; /* in the journey's list */
  guint number; /* shown number, 1-based: hidden phases count */
  double x, width; /* column on the map */
  EtpRgba color; /* full, its band tint and its head tint */
  EtpRgba tint, head;
  gboolean collapsed;
} EtpColumn;

typedef struct
{
  EtpNode *lane;
  guint index;
  EtpLaneKind kind; /* unknown ones: ETP_LANE_KIND_TEXT */
  double y, height; /* content of the row on the map, without the space around it */
  gboolean collapsed;
  gpointer data; /* what prepare made; freed with data_free */
  GDestroyNotify data_free;
  guint64 stamp; /* of what every cell of the row depends on */
} EtpRow;

typedef struct
{
  EtpJourney *journey;
  EtpOutline *outline;
  const EtpViewOptions *options;
  EtpStyle *style;
  const EtpMetrics *metrics;
  EtpMeasurer *measurer;
  const char *language;
  gboolean side_by_side;
  gboolean is_blank; /* no card lies in it */
  EtpColumn *columns; /* shown phases, left to right */
  guint n_columns;
  EtpRow *rows; /* shown lanes, top to bottom */
  guint n_rows;
  guint64 stamp; /* style, language, options */
  guint64 inventory_stamp; /* of all that cards name: channels, personas … */
  EtpRgba accent; /* of rules and signs that belong to no phase */
  EtpScene *old; /* the scene before, or NULL */
} EtpMap;

/* A cell in the making: placed items in cell coordinates; the origin is the column's left edge
 * and the top of the row's content. Items that stay within 100 make one part; the map splits
 * longer ones. */
typedef struct _EtpCellDraft EtpCellDraft;
/* The item with this identity of the scene before if its stamp is the same, else NULL; owned. */
EtpItem *etp_cell_draft_reuse (
    EtpCellDraft *self, EtpItemKind kind, const char *node_id, const char *sub, guint64 stamp);
void etp_cell_draft_add (EtpCellDraft *self, EtpItem *item, double x, double y); /* takes item */
void etp_cell_draft_grow (EtpCellDraft *self, double height); /* content height at least */
gboolean etp_cell_draft_is_empty (EtpCellDraft *self); /* nothing in it, nothing made it grow */

typedef struct
{
  EtpLaneKind kind;
  EtpIcon icon;
  /* Once for each build and row, before its cells: what spans phases (curve, channels). NULL ok.
   * Collapsed lanes are asked only if they count: they show their name and counts. */
  void (*prepare) (EtpMap *map, EtpRow *row);
  /* Stamp of all that a cell shows; equal stamps share the cell of the scene before. Must cover
   * the nodes' stamps, derived numbers and neighbours; the map mixes in its own, the row's, the
   * column's width and colours. */
  guint64 (*stamp) (EtpMap *map, EtpRow *row, EtpColumn *column);
  void (*build) (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell);
  /* Additions to the lane's head (axis, channel names), below icon and name, in the head's own
   * coordinates; returns the height needed. NULL ok. */
  double (*build_head) (EtpMap *map, EtpRow *row, EtpDraft *head, double y);
  /* At the right of the head, what build_head draws there: a name of several lines keeps off it. */
  double head_space;
  /* What a cell holds besides its cards; told of a collapsed row, which is prepared for it. NULL: none. */
  guint (*count) (const EtpRow *row, const EtpColumn *column);
} EtpLaneClass;

const EtpLaneClass *etp_lane_class_get (EtpLaneKind kind);

/* Defined one a file: etp-lane-<kind>.c */
extern const EtpLaneClass etp_lane_touchpoints, etp_lane_emotion, etp_lane_notes, etp_lane_measures,
    etp_lane_images, etp_lane_channels, etp_lane_metrics, etp_lane_line;

/* Where a step's point or stop lies, in column coordinates: spread evenly over the column when
 * steps are stacked, under the middle of its card when they stand side by side. */
double etp_map_get_step_x (EtpMap *map, const EtpColumn *column, const EtpPlace *step);

/* The view. */
EtpScene *etp_map_build (EtpJourney *journey,
                         const EtpViewOptions *options,
                         EtpStyle *style,
                         EtpMeasurer *measurer,
                         EtpScene *old);

G_END_DECLS
