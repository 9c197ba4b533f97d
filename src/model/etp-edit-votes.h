/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on votes: counts of a round, rounds that begin and end, the order that votes make. For the
 * rules of all verbs see etp-edit-node.h. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* Votes of all rounds of a card or a measure. */
guint etp_votes_count (EtpNode *node);
/* The last round that is open, borrowed; NULL: none is. */
EtpNode *etp_votes_get_round (EtpJourney *journey);
/* What the round is called that the next vote begins, in the user's language, newly allocated; NULL: a round
 * is open, and the vote is one of it. */
char *etp_votes_dup_next_title (EtpJourney *journey);
/* Votes that a card or a measure has in a round; round NULL: 0. */
guint etp_votes_count_in_round (EtpNode *node, EtpNode *round);

/* Adds votes (or takes them away: delta below 0, never below none) of a round to each of the cards and
 * measures. round NULL: the open one, or another one with that title (else NULL) that begins with it; what
 * is closed is not opened. */
gboolean etp_edit_vote (EtpJourney *journey,
                        GPtrArray *nodes,
                        EtpNode *round,
                        const char *title,
                        int delta,
                        GError **error);
/* The count of a round on each of the cards and measures; 0 takes its votes away. round and title as
 * above, but 0 begins no round. Votes of other rounds stay: where there are no others, both verbs refuse
 * to take them away. */
gboolean etp_edit_set_votes (EtpJourney *journey,
                             GPtrArray *nodes,
                             EtpNode *round,
                             const char *title,
                             guint count,
                             GError **error);
/* A new round; those that were open are closed. Returned borrowed. */
EtpNode *etp_edit_begin_votes (EtpJourney *journey, const char *title, GError **error);
/* Closes all rounds that are open; refuses if none is. */
gboolean etp_edit_close_votes (EtpJourney *journey, GError **error);

/* In each cell of the lane, most votes first; what has as many keeps its order, a group stays
 * together and counts all its votes. Refuses for lanes of steps, whose order is the journey's, and
 * if nothing would change. A lane of measures sorts all measures. */
gboolean etp_edit_sort_lane_by_votes (EtpJourney *journey, EtpNode *lane, GError **error);

G_END_DECLS
