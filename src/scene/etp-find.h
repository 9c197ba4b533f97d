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

/* The places of an item's words that hold folded (etp-fold.h), as rectangles in the item: appends
 * EtpRects, one for each line that a hit touches. */
void etp_find_words (const EtpItem *item, const char *folded, EtpMeasurer *measurer, GArray *rects);

G_END_DECLS
