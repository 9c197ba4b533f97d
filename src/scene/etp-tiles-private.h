/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For etp-pages-tiles.c and etp-tile-marks.c only. */
#pragma once

#include "etp-pages-private.h"
#include "etp-tile-cuts.h"

G_BEGIN_DECLS

/* A lane of the body, whose head each sheet repeats. */
typedef struct
{
  EtpItemRef head;
  double end; /* in the body */
} EtpTileLane;

/* A map on its way onto sheets. Lengths of the map are in its units, of the page in page units. */
typedef struct
{
  EtpPagesJob *job; /* borrowed */
  gboolean titles; /* cards say no more */
  EtpScene *body, *title, *foot, *heads; /* owned; heads: those that are repeated */
  double scale; /* page units for a map unit */
  EtpPagesFrame frame;
  EtpRect grid; /* of body: right of the lane heads and below the phase heads */
  double lane_width, head_height; /* of the strips of heads */
  double short_height; /* of the repeated ones: numbers and names */
  double title_scale; /* page units for one of the title's: scale, or 1 where that is too much */
  double title_height; /* with the space below, in page units; on the first row of sheets only */
  GArray *
      covers; /* of EtpTilePiece, of the title: it has sheets of its own before all others; NULL: it
                   * stands on the first one */
  double foot_y; /* from the grid's top */
  GArray *lanes; /* of EtpTileLane, from the last to the first */
  GArray *items; /* of EtpRect, in the grid: what is to be whole somewhere */
  GArray *columns, *rows; /* of EtpTilePiece, in the grid */
} EtpTiles;

/* One sheet. */
typedef struct
{
  guint column, row, number, n; /* number from 1 */
  const EtpTilePiece *across, *down; /* borrowed */
  EtpRect content; /* of the grid on the page */
  double bottom; /* of all that is shown, on the page */
} EtpTile;

#define ETP_TILES_LANE_GAP                                                                         \
  12.0 /* between lane heads and the grid: labels of the curve reach into it */
#define ETP_TILES_HEAD_ROOM 2.0 /* above phase heads: their edges are smooth */

/* The options of every scene of the sheets (etp-tiles-plan.c). */
EtpViewOptions etp_tiles_get_view_options (const EtpTiles *self);
/* Builds what is shown and decides where it is cut; FALSE with an ETP_PAGES_ERROR. */
gboolean etp_tiles_plan (EtpTiles *self, GError **error);

/* How far down the marks of an item reach. */
double etp_tile_get_marks_end (const EtpItem *item);
/* "B3" */
char *etp_tile_dup_label (guint column, guint row);
/* Crop marks, where the next sheet is glued on, and what the sheet is called. */
void etp_tile_add_marks (const EtpTiles *tiles, const EtpTile *tile, EtpPage *page);
/* The small plan of all sheets, with how to put them together, for the first one; and how large that
 * of so many columns and rows would be, in page units. */
void etp_tile_measure_plan (
    const EtpTiles *tiles, guint n_columns, guint n_rows, double *width, double *height);
EtpScene *etp_tile_build_plan (const EtpTiles *tiles);

G_END_DECLS
