/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-scene.h"
#include "model/etp-search.h"

G_BEGIN_DECLS

/* A thing that holds what was searched for, however often. */
typedef struct
{
  EtpNode *node; /* owned */
  EtpItemRef ref; /* where it is on the map; ETP_ITEM_REF_NONE: elsewhere */
  char *text; /* the first text of it that was found, owned */
} EtpFound;

/* All things with query in one of their texts, an array of EtpFound to be unreffed: those on the
 * map in its order (phase by phase, from the top down), then those that are not, in the document's
 * order. If the query is a step number ("2.3") of a step that there is, that step comes first. */
GArray *
etp_find_things (EtpSearch *search, EtpScene *scene, EtpJourney *journey, const char *query);
/* The step of a number such as "2.3"; NULL if it is none, or there is no such step. */
EtpNode *etp_find_step (EtpJourney *journey, const char *query);

/* Where words of an item are, in one line of one of its texts. */
typedef struct
{
  guint mark, line; /* indices: of the item's marks, and of that one's lines */
  gsize start, end; /* bytes of the mark's text */
  EtpRect rect; /* in the item; until it is measured, the whole line's */
  gboolean is_measured;
} EtpFoundWord;

/* The places of an item's words that hold folded (etp-fold.h): appends EtpFoundWords, one for each
 * line that a hit touches, from the top of each text down. None is measured yet: a long text may hold
 * thousands, of which few are in sight. */
void etp_find_words (const EtpItem *item, const char *folded, GArray *words);
/* The rectangle of a word in the item that it was found in; measured when it is first asked for. */
EtpRect etp_found_word_measure (EtpFoundWord *self, const EtpItem *item, EtpMeasurer *measurer);

G_END_DECLS
