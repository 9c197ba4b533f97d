/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: how cards lie in the cells of a lane: below each other, in slots side by side, or
 * over several phases. */
#pragma once

#include "etp-map.h"

G_BEGIN_DECLS

/* Makes a card, or takes it from the scene before. group is the number of cards that gather under
 * it as their heading; 0 for most. */
typedef EtpItem *(*EtpCardMaker) (EtpMap *map,
                                  EtpRow *row,
                                  EtpColumn *column,
                                  const EtpPlace *place,
                                  double width,
                                  guint group,
                                  EtpCellDraft *cell);

/* The one of lanes of notes; what else gathers cards has it make their headings. */
EtpItem *etp_note_make (EtpMap *map,
                        EtpRow *row,
                        EtpColumn *column,
                        const EtpPlace *place,
                        double width,
                        guint group,
                        EtpCellDraft *cell);

/* Where the cards of a step stand in a column: x in the column. Stacked, all share one slot. */
typedef struct
{
  double x, width;
} EtpStepSlot;

EtpStepSlot etp_map_get_step_slot (EtpMap *map, const EtpColumn *column, guint step_index);

/* Finds the row's cards that span phases, makes them and gives them their places: below the cards
 * that precede them in their first column, above all others of their columns. Maker and gap must
 * be those of etp_stack_build. Sets the row's data. For EtpLaneClass.prepare. */
void etp_stack_prepare (EtpMap *map, EtpRow *row, EtpCardMaker maker, double gap);
/* Of all cards of a cell, spanning ones included, and of the room that these take in it. */
guint64 etp_stack_get_stamp (EtpMap *map, EtpRow *row, EtpColumn *column);
/* Adds the cell's cards. Aligned ones go under their step, clusters hold together. */
void etp_stack_build (EtpMap *map,
                      EtpRow *row,
                      EtpColumn *column,
                      EtpCardMaker maker,
                      double gap,
                      EtpCellDraft *cell);

/* TRUE if the group of a heading shows no more than it. */
gboolean etp_map_is_folded (EtpMap *map, EtpNode *card);

/* The lane's question, faintly, for a cell with nothing in it; on paper only while the whole map
 * is empty. */
void etp_map_build_prompt (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell);

G_END_DECLS
