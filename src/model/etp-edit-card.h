/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on cards. For the rules of all verbs see etp-edit-node.h. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* A new card in a cell, before the index-th card of the cell (G_MAXUINT: after its last). lane and
 * phase NULL: in the parking lot. Returned borrowed. */
EtpNode *etp_edit_add_card (EtpJourney *journey,
                            EtpNode *lane,
                            EtpNode *phase,
                            guint index,
                            const char *title,
                            GError **error);
/* A note as it is captured: at the end of a cell, aligned under a step of the phase (or NULL); in a
 * lane of measures it is a measure. lane and phase NULL: in the parking lot. Returned borrowed. */
EtpNode *etp_edit_add_note (EtpJourney *journey,
                            EtpNode *lane,
                            EtpNode *phase,
                            EtpNode *step,
                            const char *title,
                            GError **error);
/* Cards, in the order given, into a cell, before the index-th of the cell's cards that are not
 * themselves moved. Notes aligned under a moved step come along to its phase. */
gboolean etp_edit_move_cards (EtpJourney *journey,
                              GPtrArray *cards,
                              EtpNode *lane,
                              EtpNode *phase,
                              guint index,
                              GError **error);

/* Cards, in the order given, that come into one cell (lane and phase NULL: into the parking lot), before
 * the index-th of its cards that no move takes; G_MAXUINT: last. */
typedef struct
{
  GPtrArray *cards; /* of EtpNode, borrowed */
  EtpNode *lane, *phase; /* borrowed */
  guint index;
} EtpCardMove;

/* Many such moves in one step; no card is in two of them. What depends on where cards lie is seen to
 * when all are there: a note stays under a step that moves with it. */
gboolean etp_edit_move_to_cells (EtpJourney *journey,
                                 const EtpCardMove *moves,
                                 guint n_moves,
                                 GError **error);
/* Into the parking lot; a heading with its group. */
gboolean etp_edit_park_cards (EtpJourney *journey, GPtrArray *cards, GError **error);

/* Puts a note under a step, into the step's phase; step NULL: under none. */
gboolean etp_edit_align_card (EtpJourney *journey, EtpNode *note, EtpNode *step, GError **error);
/* Puts cards into the group that head heads, into its cell; head NULL: out of their groups. */
gboolean
etp_edit_cluster_cards (EtpJourney *journey, GPtrArray *cards, EtpNode *head, GError **error);
/* Lets a card span up to the phase until; its own phase or NULL: no span. */
gboolean etp_edit_extend_card (EtpJourney *journey, EtpNode *card, EtpNode *until, GError **error);
/* The same for many in one step; untils has one for each card. */
gboolean
etp_edit_extend_cards (EtpJourney *journey, GPtrArray *cards, GPtrArray *untils, GError **error);
/* Copies behind the originals, without votes; new_cards (or NULL) gets them, borrowed. */
gboolean etp_edit_duplicate_cards (EtpJourney *journey,
                                   GPtrArray *cards,
                                   GPtrArray *new_cards,
                                   GError **error);

G_END_DECLS
