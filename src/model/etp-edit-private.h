/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the verbs share. A verb checks its arguments, begins, writes, and ends with
 * etp_edit_commit (); on any refusal etp_edit_cancel () puts everything back. */
#pragma once

#include "etp-change.h"
#include "etp-error.h"
#include "etp-fields.h"
#include "etp-history.h"
#include "etp-size.h"
#include "etp-verbs.h"

G_BEGIN_DECLS

typedef struct
{
  EtpJourney *journey; /* borrowed */
  EtpSize before;
} EtpEdit;

/* key: for coalescing, or NULL. Refuses a read-only journey. */
gboolean
etp_edit_begin (EtpEdit *self, EtpJourney *journey, EtpVerb verb, const char *key, GError **error);
/* The same under a title of its own. */
gboolean etp_edit_begin_titled (
    EtpEdit *self, EtpJourney *journey, const char *title, const char *key, GError **error);
/* Refuses what made the journey grow over a limit, and puts everything back then. */
gboolean etp_edit_commit (EtpEdit *self, GError **error);
gboolean etp_edit_cancel (EtpEdit *self); /* returns FALSE, for "return etp_edit_cancel (…)" */

/* Checks form, range, words and that what is named exists, then SETs. Takes the datum. */
gboolean
etp_edit_write (EtpEdit *self, EtpNode *node, guint field, EtpDatum *datum, GError **error);
gboolean
etp_edit_write_text (EtpEdit *self, EtpNode *node, guint field, const char *text, GError **error);
/* Checks all fields of a new node, then INSERTs it. */
gboolean etp_edit_put (EtpEdit *self, EtpNode *node, guint position, GError **error);
/* The same for a copy of a node of the journey: ids that name nothing and words of newer versions, which
 * the original has from its file, are kept in the copy as well. */
gboolean
etp_edit_put_copy (EtpEdit *self, EtpNode *copy, EtpNode *original, guint position, GError **error);
/* The same checks alone; old: the record that holds what may stay dangling, or NULL. */
gboolean etp_edit_check_datum (EtpJourney *journey,
                               const EtpRecord *old,
                               guint field,
                               const EtpField *row,
                               const EtpDatum *datum,
                               GError **error);

/* Inside a transaction: nodes go, with all that names them and the pictures that only they showed
 * (etp-edit-remove.c). */
void etp_edit_drop (EtpEdit *self, GHashTable *ids);
/* Inside a transaction: of a set of pictures (etp-assets.h), those go that nothing names any more:
 * nobody would find them again, and a whole picture would stay with the person when a part of it is
 * given away. The set holds what went then. */
void etp_edit_drop_unnamed (EtpEdit *self, GHashTable *pictures);

/* Inside a transaction: copies of cards behind the originals, without votes; what named another of
 * the cards names its copy. copies: id of the original → copy, both borrowed (etp-edit-card.c). */
gboolean etp_edit_put_copies (EtpEdit *self, GPtrArray *cards, GHashTable *copies, GError **error);

/* Whether it makes sense where the two lie that a note stands under a step, and that a card is in the
 * group of another one. */
gboolean etp_edit_may_align (EtpJourney *journey, EtpNode *card, EtpNode *step);
gboolean etp_edit_may_join (EtpJourney *journey, EtpNode *card, EtpNode *head);

/* Inside a transaction: after cards of `ids` (a set) came to lie elsewhere, alignment, cluster and
 * span of these and of those that name them are dropped where they make no sense any more. */
void etp_edit_tidy (EtpEdit *self, GHashTable *ids);

/* Inside a transaction, before cards come into a phase: those that span several cover as many from
 * there on, as far as there are so many. phase NULL: nothing is done. */
gboolean etp_edit_shift_spans (EtpEdit *self, GPtrArray *cards, EtpNode *phase, GError **error);
/* Whether cards may come into a cell (lane and phase NULL: the parking lot): it is there, and its lane
 * shows cards. */
gboolean etp_edit_check_cell (EtpJourney *journey, EtpNode *lane, EtpNode *phase, GError **error);
/* The id of the lane, phase or step (a field) of a card, borrowed. "": it names no step that is there; of
 * lane and phase, it lies in the parking lot (etp-edit-card.c). */
const char *etp_edit_get_place_id (EtpNode *card, guint field);
/* Inside a transaction: cards come into a cell (lane and phase NULL: to the parking lot), before the
 * index-th of those that are not moved; what depends on their places follows. */
gboolean etp_edit_place_cards (
    EtpEdit *edit, GPtrArray *cards, EtpNode *lane, EtpNode *phase, guint index, GError **error);
/* Inside a transaction: a card moves in the list so that it stands directly before or behind another
 * one. */
void etp_edit_move_beside (EtpJourney *journey, EtpNode *node, EtpNode *other, gboolean behind);
/* Inside a transaction: a card and those it heads come into a group and its cell; groups is what
 * etp_card_index_groups() said before the first of them came; moved (a set of ids) gets all of them. */
gboolean etp_edit_join_cluster (EtpEdit *edit,
                                EtpNode *card,
                                EtpNode *head,
                                GHashTable *groups,
                                GHashTable *moved,
                                GError **error);

/* The first phase of a card that is neither hidden nor collapsed, or where all are, its first one: what
 * is made from the card shall be seen beside it. NULL: it lies in none (etp-edit-card.c). */
EtpNode *etp_edit_find_phase_in_sight (EtpJourney *journey, EtpNode *card);

/* Lists of nested values that say something for each persona, round or date: the entry whose text
 * in column is key, or -1. */
int etp_values_find (const EtpRecord *record, guint field, guint column, const char *key);
/* The list with the entry at index replaced by value (taken; NULL: without it); index -1 appends. */
EtpDatum etp_values_replace (const EtpRecord *record, guint field, int index, EtpValue *value);
/* The entry for key with one more column set (takes the datum), made anew where there is none. */
EtpValue *etp_values_make (const EtpRecord *record,
                           guint field,
                           guint key_column,
                           const char *key,
                           guint column,
                           EtpDatum *datum);

/* Refusals. */
gboolean etp_edit_check_node (EtpJourney *journey, EtpNode *node, EtpListKind list, GError **error);
gboolean etp_edit_refuse (GError **error, EtpModelError code, const char *message);

G_END_DECLS
