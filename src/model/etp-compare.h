/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* What has changed between two states of one journey, found by ids: for a file that someone else
 * saved, and for snapshots. O(nodes); where an order has changed, O(n log n) in what was reordered.
 *
 * A comparison holds copies: it outlives the journeys and may be used in another thread. */

typedef enum
{
  ETP_DIFFERENCE_ADDED = 1 << 0, /* alone */
  ETP_DIFFERENCE_REMOVED = 1 << 1, /* alone */
  ETP_DIFFERENCE_MOVED = 1 << 2, /* a card: to another place; others: in their list */
  ETP_DIFFERENCE_REWORDED = 1 << 3, /* its name, or the text of a card */
  ETP_DIFFERENCE_FELT = 1 << 4, /* a card: its points of the curve */
  ETP_DIFFERENCE_CHANGED = 1 << 5, /* anything else */
} EtpDifferenceFlags;

typedef struct
{
  guint what; /* EtpDifferenceFlags */
  EtpListKind list; /* ETP_N_LISTS: the journey itself */
  char *id;
  char *name; /* as it is after, of what was removed: as it was; cut to a line; "" if it has none */
  char *old_name; /* as it was, if it was reworded; else NULL */
  guint number; /* a phase's, from 1, as far as its name does not tell which one it is; else 0 */
  char *
      phase; /* a card's: what the phase is called that it lies in after (removed: before); "" in the
                * parking lot; else NULL */
  gboolean is_from_other_phase; /* a card that has moved */
} EtpDifference;

/* A point of an emotion curve that is higher or lower, new or gone; only of cards that both have. */
typedef struct
{
  char *card; /* id */
  char *persona; /* id */
  char *place; /* "2.1"; with several personas "2.1 (Max)"; as it is after */
  gboolean is_target; /* of the to-be curve */
  double before, after; /* NAN: there is no point */
} EtpFeelingDifference;

typedef struct
{
  GPtrArray *differences; /* of EtpDifference, the journey itself first, then in the lists' order */
  GPtrArray *feelings; /* of EtpFeelingDifference, in the order of the cards */
} EtpComparison;

typedef enum
{
  ETP_COMPARE_ALL = 0,
  /* Without images and snapshots, which a snapshot has none of, and without what another program added to
   * the journey itself, which is no part of the map and stays as it is when one is restored. */
  ETP_COMPARE_CONTENT = 1 << 0,
} EtpCompareFlags;

EtpComparison *etp_compare (EtpJourney *before, EtpJourney *after, EtpCompareFlags flags);
void etp_comparison_free (EtpComparison *self);
gboolean etp_comparison_is_empty (const EtpComparison *self);
/* Nodes of a list (ETP_N_LISTS: the journey itself) of which any of what is true. */
guint etp_comparison_count (const EtpComparison *self, EtpListKind list, guint what);

/* In words, in the interface's language. */

/* One line: "2 cards added (“One”, “Two”), 1 card moved to Purchase (“Proof”), “Slow page” reworded,
 * curve at 2.1 fell from −0.5 to −1.6"; of more than two of a kind the first two are named. Says that
 * nothing has changed if so. max_parts: at most so many, then how many more kinds of change there are;
 * 0: all. */
char *etp_comparison_dup_summary (const EtpComparison *self, guint max_parts);
/* One node or one point of the curve, as a line of a list. */
char *etp_difference_dup_words (const EtpDifference *difference);
char *etp_feeling_difference_dup_words (const EtpFeelingDifference *difference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpComparison, etp_comparison_free)

G_END_DECLS
