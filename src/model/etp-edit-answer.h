/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on the way from a pain to what is done about it: a chance answers a pain, a measure answers
 * pains and chances. For the rules of all verbs see etp-edit-node.h; new nodes are returned
 * borrowed. */
#pragma once

#include "etp-fields.h"
#include "etp-journey.h"

G_BEGIN_DECLS

/* A chance for a card, in the pain's phase and under the same step, linked to it as its answer. It
 * lies in the first opportunities lane; where there is none, one is made below the card's lane.
 * title NULL: "How might we …?" in the journey's language. */
EtpNode *
etp_edit_answer_card (EtpJourney *journey, EtpNode *card, const char *title, GError **error);

/* A measure as it is planned. */
typedef struct
{
  const char *title;
  const char *owner; /* "": nobody yet */
  const char *due; /* YYYY-MM-DD; "": open */
  EtpMeasureStatus status;
} EtpMeasurePlan;

/* A measure for cards, in their phase if they share one, linked to each of them as its answer. Where
 * there is no measures lane to show it, one is made at the end. */
EtpNode *etp_edit_plan_measure (EtpJourney *journey,
                                GPtrArray *cards,
                                const EtpMeasurePlan *plan,
                                GError **error);

/* Links two cards or measures as people mean it when they draw a line from one to the other: a chance
 * answers a pain and a measure answers a card whichever way the line was drawn, a line back to an
 * earlier step is a loop, a line between steps on different channels is a hand-over, anything else
 * a flow. Returns the link, which may have been there already. */
EtpNode *etp_edit_join (EtpJourney *journey, EtpNode *from, EtpNode *to, GError **error);

/* Lets a link lead the other way. */
gboolean etp_edit_turn_link (EtpJourney *journey, EtpNode *link, GError **error);

G_END_DECLS
