/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: what a deck knows about its journey, before anything is drawn. */
#pragma once

#include "etp-deck-private.h"

G_BEGIN_DECLS

/* A point of a curve. */
typedef struct
{
  const EtpPlace *place; /* borrowed */
  EtpValue *emotion; /* borrowed */
  guint column; /* of the deck's map */
  double value;
} EtpDeckMoment;

/* All points of all personas' curves, in the order of the journey; of EtpDeckMoment. New. */
GArray *etp_deck_list_moments (EtpDeck *self);
/* The lowest and the highest, the first of equals; NULL: there is none, or all are as high. */
const EtpDeckMoment *etp_deck_find_lowest (GArray *moments);
const EtpDeckMoment *etp_deck_find_highest (GArray *moments);

/* Places (borrowed) of the cards in shown lanes of a kind, phase after phase. New. */
GPtrArray *etp_deck_list_places (EtpDeck *self, EtpLaneKind kind);
guint etp_deck_count_steps (EtpDeck *self);
/* Links (borrowed) whose hand-over is broken, between cards that are shown. New. */
GPtrArray *etp_deck_list_breaks (EtpDeck *self);

/* What a card says first: its title, else its touchpoint's name, else its text; borrowed. */
const char *etp_deck_get_title (EtpDeck *self, EtpNode *card);
/* "3.1 Checkout", of an aligned note with its step's number; new. */
char *etp_deck_dup_named (EtpDeck *self, EtpNode *card);
/* "3.1", "" without a number; new. */
char *etp_deck_dup_number (EtpDeck *self, EtpNode *card);
/* The same with the persona where there are several: "3.1 Checkout (Lena)". New. */
char *etp_deck_dup_moment (EtpDeck *self, const EtpDeckMoment *moment);
/* "−1.6 annoyed", new. */
char *etp_deck_dup_feeling (EtpDeck *self, EtpValue *emotion);
/* In the language's quotation marks, unless it has some. New. */
char *etp_deck_dup_quoted (EtpDeck *self, const char *text);
/* The names of nodes that a field names, "ERP, CRM"; "" if there are none. New. */
char *etp_deck_dup_names (
    EtpDeck *self, const EtpRecord *record, guint field, EtpListKind list, guint name);
/* The node of a list that a field names, or NULL. */
EtpNode *etp_deck_get_named (EtpDeck *self, const EtpRecord *record, guint field, EtpListKind list);
/* "measured: customer survey, interviews"; new. */
char *etp_deck_dup_evidence (EtpDeck *self, const EtpRecord *record, guint evidence, guint sources);
/* Texts with " · " between those that are not empty. Frees what it is given; new. */
char *etp_deck_join (char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
