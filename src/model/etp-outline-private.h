/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For etp-outline.c (reading, caching) and etp-outline-build.c (computing) only. */
#pragma once

#include "etp-journey-private.h"

G_BEGIN_DECLS

/* Everything is flat arrays made in a few passes over the cards, because it is made again after
 * every edit that moves something: 10,000 cards in about half a millisecond.
 *
 *   places     one for each card that lies in a cell, in card order
 *   place_of   position in the list of cards → position in places, or G_MAXUINT
 *   sorted     the places by (phase, lane, card order); phase_first[p] is where phase p begins
 *   steps      the places of touchpoints lanes by (phase, card order), step_first[p] likewise
 *   parked     cards without a cell
 *
 * A document may have 100,000 phases and as many lanes, so there is never a table of all cells: a
 * cell is found by bisection within its phase. */

struct _EtpOutline
{
  GArray *places; /* of EtpPlace */
  GArray *place_of; /* of guint */
  GPtrArray *sorted; /* of const EtpPlace */
  GArray *phase_first; /* of guint, one more than phases */
  GPtrArray *steps; /* of const EtpPlace */
  GArray *step_first; /* of guint, one more than phases */
  GPtrArray *parked; /* of EtpNode, borrowed */
  EtpNodeList *cards; /* borrowed from the journey */
  EtpJourneyCaches *caches; /* borrowed from the journey, says whether the share is old */
  guint n_phases, n_lanes;
  double evidence_share;
};

EtpOutline *etp_outline_new (EtpJourney *journey);

G_END_DECLS
