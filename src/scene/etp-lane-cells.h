/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: nodes of a list other than the cards (measures, metrics), sorted into the phases
 * of the journey for a lane that shows them. */
#pragma once

#include "etp-map.h"

G_BEGIN_DECLS

typedef struct _EtpLaneCells EtpLaneCells;

EtpLaneCells *etp_lane_cells_new (EtpMap *map);
void etp_lane_cells_free (EtpLaneCells *self);
/* phase: index in the journey's list; nodes keep the order in which they are added. */
void etp_lane_cells_add (EtpLaneCells *self, guint phase, EtpNode *node);
/* Borrowed; NULL if empty. */
EtpNode *const *etp_lane_cells_get (EtpLaneCells *self, guint phase, guint *n);

/* How many lie in a cell of a prepared row: an EtpLaneClass.count. */
guint etp_lane_cells_count (const EtpRow *row, const EtpColumn *column);

/* Cards that somebody put into such a lane are notes, below the rest: prepare them once, mix
 * their stamp into the cell's, add them at y. */
void etp_lane_cells_prepare_notes (EtpLaneCells *self, EtpMap *map, EtpRow *row);
guint64
etp_lane_cells_get_notes_stamp (EtpLaneCells *self, EtpMap *map, EtpRow *row, EtpColumn *column);
void etp_lane_cells_add_notes (
    EtpLaneCells *self, EtpMap *map, EtpRow *row, EtpColumn *column, double y, EtpCellDraft *cell);

/* Height of text that is broken into lines of this width. */
double etp_map_get_text_height (EtpMap *map, const char *text, EtpType type, double width);
/* Mixes all that a node's tile shows, besides its width, into a stamp. */
typedef guint64 (*EtpTileStamper) (EtpMap *map, guint64 stamp, EtpNode *node);
/* Makes the tile of a node. */
typedef EtpItem *(*EtpTileMaker) (EtpMap *map, EtpNode *node, double width, guint64 stamp);
/* Adds the cell: a tile of this kind for each node, below each other, then the notes. */
void etp_lane_cells_build (EtpLaneCells *self,
                           EtpMap *map,
                           EtpRow *row,
                           EtpColumn *column,
                           EtpItemKind kind,
                           EtpTileStamper mix,
                           EtpTileMaker maker,
                           EtpCellDraft *cell);

/* The phase in which the card with this id lies; G_MAXUINT for no card and the parking lot. */
guint etp_lane_cells_find_card (EtpMap *map, const char *id);
/* The phase in which a measure is shown: its own, else that of the first card that it addresses;
 * G_MAXUINT if it has neither. */
guint etp_lane_cells_find_measure (EtpMap *map, EtpNode *measure);

G_END_DECLS
