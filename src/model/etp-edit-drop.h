/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on cards that are let go somewhere, and on groups as people make them. For the rules of
 * all verbs see etp-edit-node.h. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* Where cards are put. */
typedef struct
{
  EtpNode *lane, *phase; /* the cell; NULL for both: the parking lot */
  guint index; /* before the index-th of the cell's cards that are not moved; G_MAXUINT: last */
  EtpNode *head; /* of the group that they come into; NULL: out of groups that stay behind */
  EtpNode *step; /* notes come under this step; NULL: they stay as far as that makes sense */
} EtpCardPlace;

/* Cards, in the order given, to a place; cards of a group come along with its heading, notes with
 * their step, and a card over several phases stays as long as there are phases. */
gboolean etp_edit_drop_cards (EtpJourney *journey,
                              GPtrArray *cards,
                              const EtpCardPlace *place,
                              GError **error);
/* The same with copies, which have no votes; copies (or NULL) gets those of the cards, borrowed. */
gboolean etp_edit_copy_cards (EtpJourney *journey,
                              GPtrArray *cards,
                              const EtpCardPlace *place,
                              GPtrArray *copies,
                              GError **error);

/* What undo calls the moving of so many cards. Free it. */
char *etp_edit_dup_move_title (guint n_cards);

/* What a new card says and shows. */
typedef struct
{
  const char *title; /* NULL: none */
  const char *link; /* NULL: none */
  GBytes *picture; /* within the limits (etp-edit-result.h); NULL: none */
  const char *picture_type; /* "image/png" */
} EtpNewCard;

/* New cards at a place, of which lane, phase, index and step count; one step of undo for all. In a lane of
 * measures they are measures of the phase, the last in their list, and have no pictures. cards (or NULL)
 * gets them, borrowed. */
gboolean etp_edit_add_cards (EtpJourney *journey,
                             const EtpCardPlace *place,
                             const EtpNewCard *rows,
                             guint n_rows,
                             GPtrArray *cards,
                             GError **error);

/* Makes a group of notes, in the cell of the first, under a new card with the title as its heading,
 * so that every wording is kept; if just one of them heads a group already, the others join it. The
 * steps of the journey cannot be grouped. Returns the heading, borrowed. */
EtpNode *
etp_edit_group_cards (EtpJourney *journey, GPtrArray *cards, const char *title, GError **error);
/* The same where cards are dropped onto a note: the group lies where the note lies, also if one of the
 * cards heads it. */
EtpNode *etp_edit_group_onto (
    EtpJourney *journey, EtpNode *note, GPtrArray *cards, const char *title, GError **error);
/* Headings let their cards go, and cards leave their group. A heading that says no more than title
 * goes; any other stays as a note. */
gboolean
etp_edit_ungroup_cards (EtpJourney *journey, GPtrArray *cards, const char *title, GError **error);

/* The heading that a card gathers under: another card of its cell that is in no group itself; NULL: it
 * stands alone, as steps do, also if its file names a card that it cannot gather under. Borrowed. Only
 * such cards are brought along with it, and in the parking lot those of a heading that lies there, too. */
EtpNode *etp_card_get_heading (EtpNode *card);
/* The groups of a journey: id of a heading → the cards that it heads, in their order, an array of
 * borrowed ones; nothing for a card that heads none. In one pass over all cards; it stays as it was when
 * cards change their group. Free it. */
GHashTable *etp_card_index_groups (EtpJourney *journey);
/* TRUE if one of the nodes, which are of one journey, is a card that heads a group or names a heading. */
gboolean etp_cards_have_group (GPtrArray *nodes);
/* Each node, and behind it, where it is a card, those that it heads: they are moved, copied and cut with
 * it. All of nodes are of one journey. Of borrowed nodes; free it. */
GPtrArray *etp_card_bring_groups (GPtrArray *nodes);

G_END_DECLS
