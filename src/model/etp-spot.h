/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A spot: where in a journey one datum stands. What edits a datum knows its spot and no more: the
 * same editor serves a field of a card, that of several cards, a column of the brief, or the emotion
 * of one persona. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

typedef struct
{
  EtpJourney *journey; /* borrowed */
  GPtrArray *nodes; /* borrowed; at least one, all of one kind */
  guint field;
  int column; /* of the nested value or of an entry of the nested list; -1: the field itself */
  int item; /* index in the nested list; -1: not by index */
  const char *key; /* borrowed; the entry of the nested list for this persona or vote round ("": for
                    * nobody in particular), which is made by writing; NULL: not by key */
} EtpSpot;

/* The row that describes the datum. */
const EtpField *etp_spot_get_row (const EtpSpot *self);
/* The datum, a new copy: absent where there is no such entry. FALSE: the nodes have different ones;
 * then it is absent too, and of lists what all of them have. */
gboolean etp_spot_dup_datum (const EtpSpot *self, EtpDatum *datum);
/* Whether a reference (or one of several) may name the node (NULL: nothing), and whether a choice may be
 * the word, as far as that makes sense for all of the nodes: what to offer there. */
gboolean etp_spot_may_name (const EtpSpot *self, EtpNode *node);
gboolean etp_spot_may_say (const EtpSpot *self, const char *word);
/* Through the verb that fits, for several nodes in one step; takes the datum. */
gboolean etp_spot_write (const EtpSpot *self, EtpDatum *datum, GError **error);
/* A list of names or of texts: one of them goes (or NULL), some come (or NULL) that are not there yet;
 * with several nodes each keeps what else it has. One step. */
gboolean etp_spot_change_items (const EtpSpot *self,
                                const char *without,
                                const char *const *with,
                                GError **error);
/* A new object with a name, which the spot (a reference or several) names from then on; one step. */
gboolean etp_spot_create (const EtpSpot *self, EtpListKind list, const char *name, GError **error);

/* A new image within the limits (etp-edit-result.h), which the spot (a reference to one) names from
 * then on; bytes NULL: none any more. The image before goes, unless something else names it or an
 * earlier state does. One step. */
gboolean etp_spot_set_image (const EtpSpot *self, const char *type, GBytes *bytes, GError **error);

G_END_DECLS
