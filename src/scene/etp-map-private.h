/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: what the files of the journey map share with each other, not with the lanes. */
#pragma once

#include "etp-map.h"
#include "etp-scene-private.h"

G_BEGIN_DECLS

/* Fills in all that follows from journey, options and style (etp-map-grid.c): columns and rows, which
 * the caller frees. */
void etp_map_begin (EtpMap *map);

/* Cells (etp-map-cell.c). A draft looks for items to reuse in the slot (phase, lane) of the scene
 * before; index is where that slot probably is. */
EtpCellDraft *etp_cell_draft_new (
    EtpScene *old, const char *phase_id, const char *lane_id, guint index, double width);
/* TRUE if it holds anything that the keyboard can stand on. */
gboolean etp_cell_draft_has_focus (EtpCellDraft *self);
double etp_cell_draft_get_height (EtpCellDraft *self); /* as far as it was grown */
/* Frees the draft; the cells go to the array (of EtpBuiltCell). Returns the content's height. */
double etp_cell_draft_finish (EtpCellDraft *self, GArray *cells);

typedef struct
{
  EtpCell *cell; /* owned */
  double y; /* in its slot */
} EtpBuiltCell;

/* The frame (etp-map-frame.c). Heads stand in map coordinates relative to their slot. */
double etp_map_get_phase_head_height (EtpMap *map, const EtpColumn *column);
void etp_map_build_phase_head (
    EtpMap *map, const EtpColumn *column, double height, EtpCellDraft *cell, guint64 stamp);
/* "Phase 2 Purchase", newly allocated: a phase for a screen reader. */
char *etp_map_dup_phase_label (const EtpColumn *column);
guint64 etp_map_get_phase_head_stamp (EtpMap *map, const EtpColumn *column, double height);
/* The lane's head (etp-map-lane-head.c); returns the height that it needs. */
double etp_map_build_lane_head (EtpMap *map, EtpRow *row, EtpCellDraft *cell, guint64 stamp);
/* The band of a column with its rounded end, and a hairline at each y of lines (doubles, from the
 * band's top); gap is what the hairline goes on to the right. */
void etp_map_build_band (EtpMap *map,
                         const EtpColumn *column,
                         double top,
                         double height,
                         GArray *lines,
                         double gap,
                         EtpCellDraft *cell);
/* Where hairlines lie (doubles), from the top of the bands; blueprint lines stand on their own. */
GArray *etp_map_list_hairlines (const EtpMap *map, double top);
void etp_map_build_hairline (EtpMap *map, double x, double y, double width, EtpCellDraft *cell);
const char *etp_map_get_lane_name (EtpMap *map, const EtpRow *row);
/* Of the lane's name and what stands below it, at most. */
double etp_map_get_lane_text_height (EtpMap *map, const EtpRow *row);
/* What a cell of a collapsed lane shows: how much there is. */
void etp_map_build_count (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell);
/* Of cards and heads that take a whole column: less where a sheet of paper does not hold it. */
double etp_map_get_readable_width (const EtpMap *map, const EtpColumn *column);
guint etp_map_count_cell (EtpMap *map, const EtpRow *row, const EtpColumn *column);

/* An empty cell, so that the keyboard and a screen reader come to it (etp-map-empty.c). */
void etp_map_build_empty (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell);

/* The title block (etp-map-title.c); the cell's height is its own. */
guint64 etp_map_get_title_stamp (EtpMap *map, double width);
void etp_map_build_title (EtpMap *map, double width, EtpCellDraft *cell, guint64 stamp);

/* Where a slot lies in the scene: title, lane heads, foot on paper, then each phase with its own. */
guint etp_map_get_slot_index (const EtpMap *map, guint column, guint row);

/* Links between cards (etp-map-links.c), in map coordinates; scene holds everything else already.
 * Returns how many are too many to be drawn. */
guint etp_map_build_links (EtpMap *map, EtpScene *scene, EtpCellDraft *cell);

/* The foot on paper (etp-map-foot.c). */
void etp_map_build_foot (EtpMap *map, double width, EtpCellDraft *cell);

/* How wide the columns are together and how many there are, before anything is built. */
double etp_map_measure_columns (EtpJourney *journey,
                                const EtpViewOptions *options,
                                EtpStyle *style,
                                guint *n);
/* Only the title block, or only the foot, as a scene of this width without margins (etp-map-blocks.c), for
 * pages that do not show the whole map. */
EtpScene *etp_map_build_title_scene (EtpJourney *journey,
                                     const EtpViewOptions *options,
                                     EtpStyle *style,
                                     EtpMeasurer *measurer,
                                     double width);
/* Only the phase heads, where they are from left to right, at the top. */
EtpScene *etp_map_build_heads_scene (EtpJourney *journey,
                                     const EtpViewOptions *options,
                                     EtpStyle *style,
                                     EtpMeasurer *measurer);
EtpScene *etp_map_build_foot_scene (EtpJourney *journey,
                                    const EtpViewOptions *options,
                                    EtpStyle *style,
                                    EtpMeasurer *measurer,
                                    double width);

G_END_DECLS
